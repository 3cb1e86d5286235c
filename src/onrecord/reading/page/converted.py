"""Markup that a program made of a printed file: no-break spaces between all words, and each printed line a line of its own."""

from __future__ import annotations

import re
from itertools import pairwise

_NO_BREAK = ("&nbsp;", "&#160;", "\u00a0")
_BREAK = re.compile(r"<br\s*/?>\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_STYLED = re.compile(r"\s*<(?:b|i|hr|a|p|div)\b", re.IGNORECASE)
_FIRST = (20, 80)  # characters for one of them
_LEAST_LINES = 10
_NEARLY_FULL = 0.75
_WIDEST, _NARROWEST = 140, 50
# "… asked the Prime Minister and", before "Minister for Harbours:-": no paragraph ends in such a word
_LEADS_ON = re.compile(r" (?:and|of|the|for|to)\s*$")


def as_written(markup: str) -> str:
    """Return the markup with plain spaces and whole paragraphs, where no-break spaces are most of those between its words."""
    unbroken = [one for one in _NO_BREAK if one in markup]
    times = sum(map(markup.count, unbroken))
    # Most pages have more plain spaces in their first lines than the others in all.
    if (
        not times
        or any(times <= markup.count(" ", 0, wide * times) for wide in _FIRST)
        or times <= markup.count(" ")
    ):
        return markup
    for one in unbroken:
        markup = markup.replace(one, " ")
    return _unwrapped(markup)


def _unwrapped(markup: str) -> str:
    """The markup without the line ends inside paragraphs: behind lines nearly as long as the longest, before more in plain type."""
    lines = _BREAK.split(markup)
    widths = [len(" ".join(_TAG.sub("", line).split())) for line in lines]
    usual = sorted(width for width in widths if width <= _WIDEST)
    width = usual[int(0.95 * len(usual))] if usual else 0
    if len(lines) < _LEAST_LINES or width < _NARROWEST:
        return markup
    pieces = [lines[0]]
    for (line, below), length in zip(pairwise(lines), widths, strict=False):
        long = length >= _NEARLY_FULL * width or _LEADS_ON.search(line)
        goes_on = long and below.strip() and not _STYLED.match(below)
        pieces += " " if goes_on and not line.endswith(">") else "<br>", below
    return "".join(pieces)
