"""Numbers in words and in figures: "thirty-one" and "31", "twelve thousand four hundred" and "12,400". English words alone."""

from __future__ import annotations

import re

_UNITS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
# "31", "12,400"; not "12.4", nor "1,24"
_FIGURES = re.compile(r"\d+|\d{1,3}(?:,\d{3})+")
_PARTS = re.compile(r"[\s-]+")


def same_spoken(one: str, other: str) -> bool:
    """Return whether of two printed numbers one is the other written out: people set "31 hours" for "thirty-one hours"."""
    return _is_spoken(one, other) or _is_spoken(other, one)


def _is_spoken(words: str, figures: str) -> bool:
    return _FIGURES.fullmatch(figures) is not None and _value(words) == int(figures.replace(",", ""))


def _value(words: str) -> int | None:
    """The number that words say; None where they say none, or something beside it."""
    whole = part = 0
    last = ""
    for word in _PARTS.split(words.strip().lower()):
        begins = not last or last in ("and", "hundred", *_SCALES)
        if word in _UNITS and (begins or (last in _TENS and 0 < _UNITS[word] < 10)):
            part += _UNITS[word]
        elif word in _TENS and begins:
            part += _TENS[word]
        elif word == "hundred" and last in _UNITS:
            part *= 100
        elif word in _SCALES and part:
            whole, part = whole + part * _SCALES[word], 0
        elif word != "and" or last not in ("hundred", *_SCALES):
            return None
        last = word
    return whole + part if last and last != "and" else None
