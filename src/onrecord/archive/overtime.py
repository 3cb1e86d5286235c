"""`over_time`: how often words were used in each month, beside what is held and was captured of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from onrecord.model import Coverage, MonthUsed, OverTime, Searched
from onrecord.record.asked.months import left_out, told_months


def tell_over_time(
    words: str,
    found: tuple[int, Mapping[str, int]],
    held: Mapping[str, int],
    coverage: Iterable[Coverage],
    searched: Searched,
) -> OverTime:
    """Return the months in order, those between the first and the last of which nothing is known among them, but for long runs of them."""
    turns, used = found
    captures: Counter[str] = Counter()
    for source in coverage:
        for month in source.months:
            captures[month.month] += month.captures
    told = tuple(told_months({*held, *(month for month, n in captures.items() if n)}))
    months = tuple(
        MonthUsed(month, used.get(month, 0), held.get(month, 0), captures[month]) for month in told
    )
    return OverTime(words, turns, turns - sum(used.values()), months, searched, tuple(left_out(told)))
