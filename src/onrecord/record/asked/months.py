"""Months in order: those that are listed one by one, and long runs of which nothing is known. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.model import Gap

MOST_UNKNOWN = 36
"""Months in a row of which nothing is known that are listed one by one; a longer run is a gap with its first and last month."""


def told_months(known: Iterable[str]) -> Iterator[str]:
    """Yield the months from the first that is known to the last, but for long runs of which nothing is known.

    One message of a year far ahead, or a misread date, would else list hundreds of months that tell nothing.
    """
    before: int | None = None
    for month in map(number_of, sorted(known)):
        if before is not None and month - before - 1 <= MOST_UNKNOWN:
            yield from map(_named, range(before + 1, month))
        yield _named(month)
        before = month


def left_out(months: Iterable[str]) -> Iterator[Gap]:
    """Yield the runs of months that are not listed among months in order."""
    for before, after in pairwise(map(number_of, months)):
        if after - before > 1:
            yield Gap(_named(before + 1), _named(after - 1), after - before - 1, "no_capture")


def number_of(month: str) -> int:
    """Return how many months there were before one, since the year 0."""
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _named(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
