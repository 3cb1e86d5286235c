"""Two texts of words laid side by side: the runs that both have, in order, and what stands between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LEAST_RUN = 3
"""Fewer words in a row than these are the same by chance."""

_MOST_AT_ONCE = 4_000_000  # words by words: below it one alignment takes about two milliseconds
_ANCHOR = 6


class Run(NamedTuple):
    """Words that both texts have in a row: from `a` in the one, from `b` in the other."""

    a: int
    b: int
    length: int


class Region(NamedTuple):
    """What stands in each text between two runs, or before the first or behind the last of them (then `at_end`)."""

    a: tuple[int, int]
    b: tuple[int, int]
    at_end: bool


def align(a: Sequence[str], b: Sequence[str], least: int = LEAST_RUN) -> list[Run]:
    """Return the runs of at least so many words that both texts have in the same order."""
    found: list[Run] = []
    for run in _runs(a, b):
        last = found[-1] if found else None
        if last is not None and last.a + last.length == run.a and last.b + last.length == run.b:
            found[-1] = last._replace(length=last.length + run.length)
        else:
            found.append(run)
    return [run for run in found if run.length >= least]


def regions(runs: Sequence[Run], a: int, b: int) -> list[Region]:
    """Return what lies between the runs in texts of so many words; what is empty in both is left out."""
    found, at_a, at_b = [], 0, 0
    for n, run in enumerate([*runs, Run(a, b, 0)]):
        if run.a > at_a or run.b > at_b:
            found.append(Region((at_a, run.a), (at_b, run.b), n in (0, len(runs))))
        at_a, at_b = run.a + run.length, run.b + run.length
    return found


def _runs(a: Sequence[str], b: Sequence[str]) -> Iterator[Run]:
    if len(a) * len(b) <= _MOST_AT_ONCE:
        yield from _straight(a, b, 0, 0)
        return
    at_a, at_b = 0, 0
    for run in [*_anchors(a, b), Run(len(a), len(b), 0)]:
        if (run.a - at_a) * (run.b - at_b) <= _MOST_AT_ONCE:
            yield from _straight(a[at_a : run.a], b[at_b : run.b], at_a, at_b)
        if run.length:
            yield run
        at_a, at_b = run.a + run.length, run.b + run.length


def _straight(a: Sequence[str], b: Sequence[str], from_a: int, from_b: int) -> Iterator[Run]:
    if not a or not b:
        return
    from rapidfuzz.distance import Indel  # an archive is opened without it

    for code in Indel.opcodes(a, b):
        if code.tag == "equal":
            yield Run(from_a + code.src_start, from_b + code.dest_start, code.src_end - code.src_start)


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Return stretches of six words that each text has once, as many as stand in the same order in both, without overlap."""
    places_a, places_b = _once(a), _once(b)
    pairs = sorted((at, places_b[words]) for words, at in places_a.items() if words in places_b)
    chain = _longest_rising(pairs)
    kept: list[Run] = []
    for at_a, at_b in chain:
        if not kept or (at_a >= kept[-1].a + _ANCHOR and at_b >= kept[-1].b + _ANCHOR):
            kept.append(Run(at_a, at_b, _ANCHOR))
    return kept


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    pieces = [tuple(words[at : at + _ANCHOR]) for at in range(len(words) - _ANCHOR + 1)]
    counts = Counter(pieces)
    return {piece: at for at, piece in enumerate(pieces) if counts[piece] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of pairs whose second numbers rise as their first ones do."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, second) in enumerate(pairs):
        at = bisect_left(tails, second)
        if at == len(tails):
            tails.append(second)
            ends.append(n)
        else:
            tails[at], ends[at] = second, n
        before.append(ends[at - 1] if at else -1)
    chain: list[tuple[int, int]] = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]
