"""How far apart two statements are in days, as far as their pages tell."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Protocol


class Dated(Protocol):
    """What has days: when it was said, when it was posted."""

    @property
    def given_on(self) -> str | None:
        """Return when it was said."""

    @property
    def posted_on(self) -> str | None:
        """Return when it was posted."""


def days_apart(one: Dated, other: Dated) -> int | None:
    """Return the fewest days between a day that the one tells and a day that the other tells; None where one tells none.

    A month or a year stands for any day of it.
    """
    ours = [span for span in (_span(one.given_on), _span(one.posted_on)) if span]
    theirs = [span for span in (_span(other.given_on), _span(other.posted_on)) if span]
    gaps = [max(0, b[0] - a[1], a[0] - b[1]) for a in ours for b in theirs]
    return min(gaps, default=None)


def days_given_differ(one: Dated, other: Dated, within: int = 1) -> bool:
    """Return whether both tell when the words were said, more than so many days apart: zones of time may make one."""
    ours, theirs = _span(one.given_on), _span(other.given_on)
    return ours is not None and theirs is not None and max(theirs[0] - ours[1], ours[0] - theirs[1]) > within


@lru_cache(4_096)
def _span(told: str | None) -> tuple[int, int] | None:
    """Return the first and last day, as ordinals, that an ISO 8601 date may mean; None where it is none."""
    if not told:
        return None
    pieces = told[:10].split("-")
    try:
        numbers = [int(piece) for piece in pieces]
        if len(numbers) == 3:
            day = date(*numbers).toordinal()
            return day, day
        if len(numbers) == 2:
            last = date(numbers[0] + numbers[1] // 12, numbers[1] % 12 + 1, 1).toordinal() - 1
            return date(numbers[0], numbers[1], 1).toordinal(), last
        return date(numbers[0], 1, 1).toordinal(), date(numbers[0], 12, 31).toordinal()
    except ValueError:
        return None
