"""Words looked for in any case: a pattern that ignores case tries each place, one in lower case jumps to its first letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from onrecord.reading.words.pieces import Pieces, alternatives_of, pieces_of
from onrecord.text import compile_late

_PIECE = re.compile(r"\\.|[^\\]+", re.DOTALL)
_LONG = 4_000  # characters: a long text is not gone through once for each alternative that may stand in it


def lowered(text: str) -> str:
    """Return the text in lower case, as long as it was, so that offsets hold in both: "İ" and "ı" are "i", "ſ" is "s"."""
    lower = text.lower() if text.isascii() else text.replace("İ", "i").lower()
    return lower if lower.isascii() else lower.replace("ı", "i").replace("ſ", "s")


class Caseless:
    """A pattern of words in lower case, for texts in any case. Spans of what it finds hold in the text as given."""

    def __init__(self, written: str) -> None:
        """Take a pattern as it is written, in lower case."""
        self.written = written
        self.pattern = compile_late(written)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place, in whatever case; its groups are in lower case."""
        return self.find(lowered(text))

    def find(self, lower: str) -> re.Match[str] | None:
        """Return the first place in a text that is `lowered` already, as where many patterns look at one."""
        standing = self.pieces.stand_in(lower)
        if not standing:
            return None
        if len(lower) > _LONG:
            return self.pattern.search(lower)
        if len(standing) == 1:
            return self._patterns[standing[0]].search(lower)
        # What all find together first is what one of them does; of two at one place, the one written first.
        found = [self._patterns[number].search(lower) for number in sorted(set(standing))]
        return min(filter(None, found), key=re.Match.start, default=None)

    def match(self, text: str) -> re.Match[str] | None:
        """Return what the text begins with, in whatever case; its groups are in lower case."""
        return self.pattern.match(lowered(text))

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return what all of the text is, in whatever case; its groups are in lower case."""
        return self.pattern.fullmatch(lowered(text))

    def may_stand_in(self, texts: Iterable[str]) -> bool:
        """Return whether one of the texts may hold what the pattern finds: asked once of many lines, few of which are it."""
        given = list(texts)
        # Those beyond ASCII take ten times as long in lower case, and would make all of one text so.
        plain = "\n".join([text for text in given if text.isascii()])
        others = "\n".join([text for text in given if not text.isascii()])
        return bool(self.pieces.stand_in(plain.lower()) or (others and self.pieces.stand_in(lowered(others))))

    @cached_property
    def pieces(self) -> Pieces:
        """What must stand in a text for one of the alternatives to be there."""
        return pieces_of(self._alternatives)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        """The alternatives, each by itself: of dozens one or two may stand in a text."""
        if len(self._alternatives) == 1:
            return (self.pattern,)
        return tuple([compile_late(each) for each in self._alternatives])

    @cached_property
    def _alternatives(self) -> tuple[str, ...]:
        return alternatives_of(self.written)

    def findall(self, text: str) -> list[str]:
        """Return all that is found, in lower case."""
        return self.pattern.findall(lowered(text))


class Remembered:
    """Words of which many rules ask whether a text holds them, and of the same texts."""

    def __init__(self, words: Caseless, exact: str) -> None:
        """Take words for any case, and a pattern of others that count in the case they are written in."""
        exactly = re.compile(exact)
        self.search = lru_cache(1024)(
            lambda text: bool(exactly.search(text) or words.pattern.search(lowered(text)))
        )
        """Return whether the words stand in a text."""


def caseless(pattern: str) -> Caseless:
    """Return the pattern for any case; its letters are taken in lower case, its classes ("\\W") as they are."""
    return Caseless(_PIECE.sub(lambda piece: piece[0] if piece[0][0] == "\\" else lowered(piece[0]), pattern))
