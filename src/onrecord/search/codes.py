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
from onrecord.quoting.kinds import one_spelling
from onrecord.quoting.numerals import join_thousands, may_have_thousands
from onrecord.text import match_form, match_words

_MOST_KEPT = 500_000
_STRETCH = 800
_SPREAD = 0x9E3779B1
# Each pattern of `one_spelling` needs one of these, or a letter doubled.
_TELLING_PAIRS = np.array([int.from_bytes(each.encode(), "big") for each in ("ae", "oe")], np.uint32)
_TELLING_THREES = np.array(
    [
        int.from_bytes(each.encode(), "big")
        for each in (
            *"isa ise isi yse ysi our enc ogu eab gem".split(),
            *(f"{letter}re" for letter in "bcdfghkptv"),
        )
    ],
    np.uint32,
)
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
    try:
        letters = np.array([word.encode("ascii") for word in words], np.bytes_)
    except UnicodeEncodeError:
        return np.array([code_of(word) for word in words], np.uint32)
    if not len(letters):
        return np.zeros(0, np.uint32)
    sums = np.array(list(map(zlib.crc32, letters.tolist())), np.uint64)
    mixed = (sums * np.uint64(_SPREAD)) & np.uint64(0xFFFFFFFF)
    mixed ^= mixed >> np.uint64(15)
    codes: NDArray[np.uint32] = np.maximum(mixed, np.uint64(1)).astype(np.uint32)
    for at in _may_be_spelt_otherwise(letters).nonzero()[0].tolist():
        codes[at] = code_of(words[at])
    return codes


def _may_be_spelt_otherwise(letters: NDArray[np.bytes_]) -> NDArray[np.bool_]:
    """Return which words have one of the neighbouring letters without which a word has one spelling (`one_spelling`)."""
    table = np.zeros((len(letters), letters.dtype.itemsize + 2), np.uint32)
    table[:, :-2] = letters.view(np.uint8).reshape(len(letters), -1)
    pairs = (table[:, :-1] << 8) | table[:, 1:]
    threes = (pairs[:, :-1] << 8) | table[:, 2:]
    doubled = (table[:, :-1] == table[:, 1:]) & (table[:, 1:] > 0)
    found: NDArray[np.bool_] = (
        doubled.any(axis=1)
        | np.isin(pairs, _TELLING_PAIRS).any(axis=1)
        | np.isin(threes, _TELLING_THREES).any(axis=1)
    )
    return found


class _Known(dict[str, int]):
    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        code = self[word] = code_of(word)
        return code
