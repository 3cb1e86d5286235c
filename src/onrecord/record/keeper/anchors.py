"""Words found again in a text that may be read in another way by now. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model import Selector, Span

_SIGNS = ("Mn", "Mc")
# Scripts in which signs are vowels, from Devanagari on; elsewhere they are accents and points.
_VOWEL_SIGNS = re.compile("[\u0900-\u1aaf\u1b00-\u1cff\ua800-\uabff]")


class _Words(NamedTuple):
    """The letters and digits of a stretch of text, folded, and the offset of each."""

    letters: str
    origins: tuple[int, ...]


def find_words(text: str, anchor: Selector) -> list[Span]:
    """Return where the words of a selector stand in a text; of several places those alone that have what stands around them.

    Case, typography, spacing and marks do not count: they are what changes where a page is read in another way. Vowel signs
    do, which are letters of their words.
    """
    words = _letters(text)
    wanted = _letters(anchor.exact).letters
    places = list(_places(words.letters, wanted)) if wanted else []
    if len(places) > 1:
        before, behind = _letters(anchor.prefix).letters, _letters(anchor.suffix).letters
        places = [
            at
            for at in places
            if words.letters[:at].endswith(before) and words.letters[at + len(wanted) :].startswith(behind)
        ]
    return [(words.origins[at], _end(text, words.origins[at + len(wanted) - 1] + 1)) for at in places]


def _end(text: str, at: int) -> int:
    """Return where the last letter ends, with the signs that are written on it."""
    while at < len(text) and unicodedata.category(text[at]) in _SIGNS:
        at += 1
    return at


def _letters(text: str) -> _Words:
    letters, origins = [], []
    for at, character in enumerate(text):
        for folded in unicodedata.normalize("NFKD", character).casefold():
            if folded.isalnum() or (_VOWEL_SIGNS.match(folded) and unicodedata.category(folded) in _SIGNS):
                letters.append(folded)
                origins.append(at)
    return _Words("".join(letters), tuple(origins))


def has_words(text: str) -> bool:
    """Return whether a text has a letter or digit by which it could be found."""
    return bool(_letters(text).letters)


def _places(letters: str, wanted: str) -> Iterator[int]:
    at = letters.find(wanted)
    while at >= 0:
        yield at
        at = letters.find(wanted, at + 1)
