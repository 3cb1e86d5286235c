"""Words looked for in any case: a pattern that ignores case tries each place, one in lower case jumps to its first letters."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.text import compile_late

_PIECE = re.compile(r"\\.|[^\\]+", re.DOTALL)


def lowered(text: str) -> str:
    """Return the text in lower case, as long as it was, so that offsets hold in both: "İ" and "ı" are "i", "ſ" is "s"."""
    lower = text.lower() if text.isascii() else text.replace("İ", "i").lower()
    return lower if lower.isascii() else lower.replace("ı", "i").replace("ſ", "s")


class Caseless(NamedTuple):
    """A pattern of words in lower case, for texts in any case. Spans of what it finds hold in the text as given."""

    pattern: re.Pattern[str]
    """For text that is `lowered` already, where many patterns look at one text."""

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place, in whatever case; its groups are in lower case."""
        return self.pattern.search(lowered(text))

    def match(self, text: str) -> re.Match[str] | None:
        """Return what the text begins with, in whatever case; its groups are in lower case."""
        return self.pattern.match(lowered(text))

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return what all of the text is, in whatever case; its groups are in lower case."""
        return self.pattern.fullmatch(lowered(text))

    def findall(self, text: str) -> list[str]:
        """Return all that is found, in lower case."""
        return self.pattern.findall(lowered(text))


def caseless(pattern: str) -> Caseless:
    """Return the pattern for any case; its letters are taken in lower case, its classes ("\\W") as they are."""
    return Caseless(
        compile_late(
            _PIECE.sub(lambda piece: piece[0] if piece[0][0] == "\\" else lowered(piece[0]), pattern)
        )
    )
