"""Whether what one address showed over time is one statement, edited, or several: an address may be given to another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from onrecord.witnessing.dates import days_apart
from onrecord.witnessing.titles import is_edit_of

_FAR_DAYS = 31
_RUN = 3  # words
_LEAST_WORDS = 25
_MOST_SHARED = 0.2


class Told(NamedTuple):
    """What one text at an address tells of itself: the words of its title, joined by spaces, and its days."""

    title: str
    given_on: str | None
    posted_on: str | None


Words = Callable[[int], Sequence[str]]
"""Returns the words of a text by its place among those given."""


def part_texts(told: Sequence[Told], words: Words) -> list[list[int]]:
    """Return the places of the texts in groups that are one statement each; the order in which they are given plays no part.

    Two texts are of two statements where all of this holds: both tell a day, and have none in common; their titles are not alike, or
    the days are more than a month apart; and hardly any run of three words of the shorter stands in the longer. All others may be
    edits of one another, and what edits lead from one to the other is one statement. Words are asked for only where title
    and day do not tell.
    """
    groups = _grouped(range(len(told)), lambda a, b: not _may_be_two(told[a], told[b]))
    if len(groups) == 1:
        return groups
    runs = [_runs(words(at)) for at in range(len(told))]
    return _grouped(
        range(len(told)), lambda a, b: not _may_be_two(told[a], told[b]) or _shares(runs[a], runs[b])
    )


def _may_be_two(one: Told, other: Told) -> bool:
    apart = days_apart(one, other)
    if not apart:
        return False  # no day is told, or one in common
    if not one.title or not other.title:
        return apart > _FAR_DAYS
    return apart > _FAR_DAYS or not is_edit_of(one.title, other.title)


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    if len(words) < _LEAST_WORDS:
        return frozenset()
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _shares(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    """Whether the texts share so much that one may be an edit of the other; of few words nothing tells that they are not."""
    if not one or not other:
        return True
    return len(one & other) >= _MOST_SHARED * min(len(one), len(other))


def _grouped(places: Sequence[int], are_one: Callable[[int, int], bool]) -> list[list[int]]:
    """Return the places in groups: two are in one where a chain of such as are one leads from the one to the other."""
    groups: list[list[int]] = []
    for place in places:
        near = [group for group in groups if any(are_one(place, each) for each in reversed(group))]
        groups = [group for group in groups if group not in near]
        groups.append(sorted([place, *(each for group in near for each in group)]))
    return sorted(groups)
