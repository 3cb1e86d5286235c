"""Marks of a text: a few hashes of its letters, by which texts that share a stretch find each other.

This is MinHash as a fraction: of all stretches of 24 letters those are marks whose hash falls below a bound, the same bound for
all texts. A text has the marks of any part of it, so that excerpts are found as well as whole copies; which is why no fixed
number of the smallest hashes is taken.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right

STRETCH = 24
"""How many letters a mark is made of: four or five words of English, a sentence of Chinese."""

# Of texts of fewer letters than each of these numbers, one stretch in so many is a mark: enough to go by, and not many more.
_FEWER = (640, 1_280, 2_560)
_ONE_IN = (8, 16, 32, 48)
_KEY_BITS = 47  # SQLite keeps such a number in six bytes
_FACTOR = 0x9E3779B97F4A7C15
# What is no letter or digit, in two steps: deleting bytes takes a tenth of the time that a pattern takes.
_MARKS = re.compile(r"[^\w\x00-\x7f]+")
_ASCII_MARKS = {code: None for code in range(128) if not chr(code).isalnum()}


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, case and typography aside: equal for texts of the same words."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _MARKS.sub("", folded).translate(_ASCII_MARKS)


def text_key(letters: str) -> int:
    """Return the number that names the text with these letters."""
    digest = hashlib.sha256(letters.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") >> (64 - _KEY_BITS)


def one_in(letters: int) -> int:
    """Return of how many stretches one is a mark, in a text of so many letters."""
    return _ONE_IN[bisect_right(_FEWER, letters)]


def marks_of(letters: str) -> list[int]:
    """Return the marks of a text, each once, in order of size; a text of few letters has more for its length."""
    import numpy as np  # when the first text is marked: what only asks of the record need not load it

    if len(letters) < STRETCH:
        return []
    codes = np.array([letters]).view(np.uint32).astype(np.uint64)  # numpy keeps text in code points
    with np.errstate(over="ignore"):
        eight = _longer(_longer(_longer(codes * np.uint64(_FACTOR), 1), 2), 4)
        pieces = _joined(_joined(eight[:-16], eight[8:-8], 8), eight[16:], 8)
        mixed = pieces ^ (pieces >> np.uint64(29))
        mixed = mixed * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(32)
        mixed = mixed * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(29)
    bound = np.uint64((1 << 64) // one_in(len(letters)))
    kept = np.unique(mixed[mixed < bound])
    return [int(each) for each in np.unique(kept >> np.uint64(64 - _KEY_BITS))]


def _longer(hashes, shift: int):  # type: ignore[no-untyped-def] # arrays of numpy, which is loaded late
    """Return hashes of stretches twice as long."""
    return _joined(hashes[:-shift], hashes[shift:], shift)


def _joined(first, second, length: int):  # type: ignore[no-untyped-def]
    """Return hashes of stretches that follow each other; `length` is that of the second."""
    import numpy as np

    return first * np.uint64(pow(_FACTOR, length, 1 << 64)) + second
