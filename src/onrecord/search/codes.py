"""Words as numbers: what the index of quotations holds in place of words."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Turn
from onrecord.quoting.kinds import one_spelling, spell_alike
from onrecord.quoting.numerals import join_thousands, may_have_thousands
from onrecord.text import match_form, match_words

_MOST_KEPT = 500_000
_STRETCH = 800
_SPREAD = 0x9E3779B1
# Where a text may be cut without cutting a word, or a number whose thousands are set apart.
_CUT = re.compile(r"(?<=\D)\s(?=\D)|[。！？；]")


class Coded(NamedTuple):
    """The codes of a turn's words, and marks: (words before, offset in the turn's text), from which words can be counted."""

    codes: list[int]
    marks: list[tuple[int, int]]


class Coder:
    """Makes codes of turns; that of a word is made once."""

    def __init__(self) -> None:
        """Begin knowing no word."""
        self._known = _Known()

    def code_turn(self, turn: Turn) -> Coded:
        """Return the codes of the words as the comparison counts them: directions and insertions left out."""
        codes: list[int] = []
        marks: list[tuple[int, int]] = []
        for at, piece in _pieces(turn):
            found = self._code(piece)
            if found and (not marks or at >= marks[-1][1] + _STRETCH):
                marks.append((len(codes), at if marks else 0))
            codes += found
        return Coded(codes, marks)

    def _code(self, piece: str) -> list[int]:
        known = self._known
        if may_have_thousands(piece):
            words: Sequence[str] = join_thousands(piece, match_form(piece)).words
        else:
            words = match_words(piece)
        return list(map(known.__getitem__, words))


def _pieces(turn: Turn) -> Iterator[tuple[int, str]]:
    """Yield the text between directions and insertions, and long text in pieces, each with its offset."""
    at = 0
    gaps = sorted(aside.span for aside in (*turn.directions, *turn.editorial))
    for start, end in [*gaps, (len(turn.text), len(turn.text))]:
        while at < start:
            cut = _CUT.search(turn.text, at + _STRETCH, start) if at + _STRETCH < start else None
            stop = cut.end() if cut else start
            yield at, turn.text[at:stop]
            at = stop
        at = max(at, end)


@lru_cache(65_536)
def code_of(word: str) -> int:
    """Return the code of a word in match form, of 32 bits and never 0; spellings of one word share a code.

    Other words may share one too, by chance: what is found by codes is only where to look.
    """
    if not word.isascii():
        plain = unicodedata.normalize("NFD", word)
        word = "".join(character for character in plain if not unicodedata.combining(character)) or word
    if len(word) > 4 and word.isalpha():
        word = one_spelling(word)
    # The checksum is spread over all bits: the lower half tells words apart in the stream.
    mixed = (zlib.crc32(word.encode("utf-8", "surrogatepass")) * _SPREAD) & 0xFFFFFFFF
    return (mixed ^ (mixed >> 15)) or 1


def codes_of(words: Sequence[str]) -> NDArray[np.uint32]:
    """Return the codes of many words, as `code_of` gives them, where hardly one comes again: a slip has hundreds of readings."""
    if not words:
        return np.zeros(0, np.uint32)
    text = "\n".join(words)
    plain = list(words) if text.isascii() else _without_accents(text, words)
    spelt = [at for at, word in enumerate(plain) if len(word) > 4 and word.isalpha()]
    for at, word in zip(spelt, spell_alike([plain[at] for at in spelt]), strict=True):
        plain[at] = word
    sums = np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in plain], np.uint64)
    mixed = (sums * np.uint64(_SPREAD)) & np.uint64(0xFFFFFFFF)
    mixed ^= mixed >> np.uint64(15)
    codes: NDArray[np.uint32] = np.maximum(mixed, np.uint64(1)).astype(np.uint32)
    return codes


def _without_accents(text: str, words: Sequence[str]) -> list[str]:
    """Return the words, which are the lines of the text, without their accents: taken off all at once."""
    bare = unicodedata.normalize("NFD", text)
    accents = {ord(each): None for each in set(bare) if unicodedata.combining(each)}
    # A word of ASCII is not touched, and one of nothing but accents is left as it is.
    lines = bare.translate(accents).split("\n")
    return [line or word for line, word in zip(lines, words, strict=True)]


class _Known(dict[str, int]):
    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        code = self[word] = code_of(word)
        return code
