"""Votes of seeds for diagonals: where, in the streams of all segments, a quotation may stand.

A diagonal is the position in the stream less the place in the quotation. Words that stand alike lie on one, whatever turn or
paragraph they are in; a word dropped or inserted moves the rest by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.search.postings import CLASSES, RUN, buckets_of, pair_keys, pair_ranks, word_keys
from onrecord.search.segment import Segment

WIDTH = 16
"""How many neighbouring diagonals make one window."""

_HALF = WIDTH // 2
# Diagonals of all segments in one order: that of a segment begins so far behind that of the one before.
_APART = 36
_SHIFT = 1 << 20
_LISTS = 15
# Windows with a smaller share of the votes of the best are not looked at.
_WORTH = 0.3
_ALWAYS = 3
_AT_MOST = 8
_FEW = 4
_BLOCK = 1 << 18


class Asked(NamedTuple):
    """Words of a quotation as codes; `others`: (place, code) of words that one may be a slip for; `breaks`: its own marks.

    `bits` is what each word tells.
    """

    codes: NDArray[np.uint32]
    others: Sequence[tuple[int, int]]
    breaks: frozenset[int]
    bits: NDArray[np.float64]


class Window(NamedTuple):
    """A place to look at: the quotation's first word would stand at `diagonal` of the segment, or up to WIDTH behind it."""

    segment: int
    diagonal: int


def vote(
    segments: Sequence[Segment], asked: Asked, start: int, end: int, budget: int, most: int
) -> list[Window]:
    """Return the windows with most votes of the rarest seeds among the words [start, end), at most `most` of them.

    About `budget` places are looked up, whatever the size of the streams.
    """
    lists = _lists(segments, _seeds(asked, start, end))
    if not len(lists.size):
        return []
    order = np.argsort(lists.size, kind="stable")[: 1 << _LISTS]
    reached = np.cumsum(lists.size[order])
    taken = order[(reached <= budget) | ((np.arange(len(order)) < _ALWAYS) & (reached <= _AT_MOST * budget))]
    if not len(taken):
        return []
    words = sum(len(segment.stream) for segment in segments)
    votes = _gather(segments, lists, taken)
    weights = np.log2(1 + words / (1.0 + lists.size[taken]))
    return _best_windows(votes, weights, most)


class _Seeds(NamedTuple):
    """Words alone and pairs, as places in the quotation and codes."""

    alone_at: NDArray[np.int64]
    alone: NDArray[np.uint32]
    pair_at: NDArray[np.int64]
    first: NDArray[np.uint32]
    second: NDArray[np.uint32]


class _Lists(NamedTuple):
    """Where the places of each seed are entered: the segment, the first entry and how many, and its place in the quotation."""

    segment: NDArray[np.int64]
    start: NDArray[np.int64]
    size: NDArray[np.int64]
    at: NDArray[np.int64]


def _seeds(asked: Asked, start: int, end: int) -> _Seeds:
    places = list(range(start, end))
    codes = (asked.codes & np.uint32(CLASSES - 1)).tolist()[start:end]
    pairs = [
        (at, codes[at - start], codes[at + 1 - start])
        for at in range(start, end - 1)
        if at + 1 not in asked.breaks
    ]
    for at, code in asked.others:
        if not start <= at < end:
            continue
        places.append(at)
        codes.append(code & (CLASSES - 1))
        if at > start and at not in asked.breaks:
            pairs.append((at - 1, codes[at - 1 - start], codes[-1]))
        if at + 1 < end and at + 1 not in asked.breaks:
            pairs.append((at, codes[-1], codes[at + 1 - start]))
    table = np.array(pairs, np.int64).reshape(-1, 3)
    return _Seeds(
        np.array(places, np.int64), np.array(codes, np.uint32),
        table[:, 0], table[:, 1].astype(np.uint32), table[:, 2].astype(np.uint32),
    )  # fmt: skip


def _lists(segments: Sequence[Segment], seeds: _Seeds) -> _Lists:
    parts = []
    alone_keys, keys = word_keys(seeds.alone), pair_keys(seeds.first, seeds.second)
    for index, segment in enumerate(segments):
        rare = segment.ranks.rare
        alone = rare[seeds.alone]
        both = ~(rare[seeds.first] | rare[seeds.second])
        buckets = buckets_of(np.concatenate([alone_keys[alone], keys[both]]), segment.postings)
        begin = segment.postings.table[buckets].astype(np.int64)
        size = segment.postings.table[buckets + 1].astype(np.int64) - begin
        at = np.concatenate([seeds.alone_at[alone], seeds.pair_at[both]])
        some = size > 0
        parts.append((np.full(int(some.sum()), index), begin[some], size[some], at[some]))
    return _Lists(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _gather(segments: Sequence[Segment], lists: _Lists, taken: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return one number for each vote, in order: the diagonal, and behind it which of the lists it came from."""
    votes = []
    for index, segment in enumerate(segments):
        own = np.flatnonzero(lists.segment[taken] == index)
        if not len(own):
            continue
        size = lists.size[taken[own]]
        ends = np.cumsum(size)
        places = np.arange(int(ends[-1])) + np.repeat(lists.start[taken[own]] - (ends - size), size)
        diagonal = segment.postings.positions(places) - np.repeat(lists.at[taken[own]], size)
        votes.append(((diagonal + ((index << _APART) + _SHIFT)) << _LISTS) | np.repeat(own, size))
    joined = np.concatenate(votes)
    joined.sort()
    return joined


def _best_windows(votes: NDArray[np.int64], weights: NDArray[np.float64], most: int) -> list[Window]:
    bins = (votes >> _LISTS) // _HALF
    firsts = np.flatnonzero(np.concatenate([[True], bins[1:] != bins[:-1]]))
    sums = np.add.reduceat(weights[votes & ((1 << _LISTS) - 1)], firsts)
    bins = bins[firsts]
    follows = np.flatnonzero(bins[1:] == bins[:-1] + 1)
    together = sums.copy()
    together[follows] += sums[follows + 1]
    best = np.argpartition(-together, most)[:most] if len(bins) > most else np.arange(len(bins))
    best = best[np.argsort(-together[best], kind="stable")]
    best = best[together[best] >= _WORTH * together[best[0]]]
    found = []
    for each in (bins[best] * _HALF).tolist():
        segment = each >> _APART
        found.append(Window(segment, each - (segment << _APART) - _SHIFT))
    return found


def exact_positions(segment: Segment, codes: NDArray[np.uint32], enough: int) -> NDArray[np.int64]:
    """Return every position at which the codes stand in a row; of fewer than four words some, once there are enough."""
    wanted = (codes & np.uint32(CLASSES - 1)).astype(np.uint16)
    begins = _places_of_one(segment, wanted)
    if begins is not None:
        return _standing(segment, wanted, begins)
    found: list[NDArray[np.int64]] = []
    for start in range(0, len(segment.stream), _BLOCK):
        block = np.flatnonzero(segment.stream[start : start + _BLOCK] == wanted[0])
        found.append(_standing(segment, wanted, block + start))
        if sum(map(len, found)) >= enough:
            break
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _standing(segment: Segment, wanted: NDArray[np.uint16], begins: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return those of the positions from which all the codes stand."""
    stream, length = segment.stream, len(wanted)
    found = begins[(begins >= 0) & (begins + length <= len(stream))]
    for at in range(length):
        if len(found) <= _FEW:
            kept = [each for each in found.tolist() if np.array_equal(stream[each : each + length], wanted)]
            return np.array(sorted(kept), np.int64)
        found = found[stream[found + at] == wanted[at]]
    return np.sort(found)


def _places_of_one(segment: Segment, wanted: NDArray[np.uint16]) -> NDArray[np.int64] | None:
    """Return where the codes could begin, told by one seed that stands wherever they do; None where none surely does."""
    codes = wanted.astype(np.uint32)
    rare = np.flatnonzero(segment.ranks.rare[wanted])
    if len(rare):
        at, buckets = rare, buckets_of(word_keys(codes[rare]), segment.postings)
    else:
        rank = pair_ranks(wanted, segment.ranks)
        if len(rank) < RUN:
            return None
        runs = np.lib.stride_tricks.sliding_window_view(rank, RUN)
        at = np.unique(np.argmin(runs, axis=1) + np.arange(len(runs)))
        buckets = buckets_of(pair_keys(codes[at], codes[at + 1]), segment.postings)
    begin = segment.postings.table[buckets].astype(np.int64)
    size = segment.postings.table[buckets + 1].astype(np.int64) - begin
    best = int(np.argmin(size))
    return segment.postings.positions(np.arange(begin[best], begin[best] + size[best])) - int(at[best])
