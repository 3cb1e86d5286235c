"""`over_time`: how often words were used in each month, beside what is held and was captured of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import Coverage, MonthUsed, OverTime, Searched

MOST_MONTHS = 1_440
"""Months between the first and the last that are told; where there are more, only those of which something is known."""


def tell_over_time(
    words: str,
    found: tuple[int, Mapping[str, int]],
    held: Mapping[str, int],
    coverage: Iterable[Coverage],
    searched: Searched,
) -> OverTime:
    """Return the months in order, those between the first and the last of which nothing is known among them."""
    turns, used = found
    captures: Counter[str] = Counter()
    for source in coverage:
        for month in source.months:
            captures[month.month] += month.captures
    known = sorted({*held, *(month for month, n in captures.items() if n)})
    months = tuple(
        MonthUsed(month, used.get(month, 0), held.get(month, 0), captures[month]) for month in _between(known)
    )
    return OverTime(words, turns, turns - sum(used.values()), months, searched)


def _between(known: list[str]) -> Iterator[str]:
    if not known:
        return
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (known[0], known[-1]))
    if last - first >= MOST_MONTHS:
        yield from known
        return
    yield from (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1))
