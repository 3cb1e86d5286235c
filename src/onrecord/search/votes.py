"""Votes of seeds for diagonals: where, in the streams of all segments, a quotation may stand.

A diagonal is the position in the stream less the place in the quotation. Words that stand alike lie on one, whatever turn or
paragraph they are in; a word dropped or inserted moves the rest by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.search.postings import CLASSES, RUN, buckets_of, pair_keys, word_keys
from onrecord.search.segment import Segment

WIDTH = 16
"""How many neighbouring diagonals make one window."""

HALF = WIDTH // 2
# Diagonals of all segments in one order: that of a segment begins so far behind that of the one before.
APART = 36
SHIFT = 1 << 20
_SEGMENT = np.array([1, 0], np.int64)
LISTS = 15
# Windows with a smaller share of the votes of the best are not looked at.
WORTH = 0.3
# So many of the shortest lists are read whatever the budget, if they are not longer than so many times that.
LISTS_ALWAYS, LISTS_AT_MOST = 3, 8
SETTLED = float(1 << 20)
TELLING = 9.0
"""A word that tells so many bits is a place of its own; others need a neighbour."""

_FEW = 4
_BLOCK = 1 << 18


class Keys(NamedTuple):
    """The codes of some words in a row as the streams have them, and the keys of each word and of each pair: made once."""

    low: NDArray[np.uint16]
    alone: NDArray[np.uint32]
    pairs: NDArray[np.uint32]

    def part(self, start: int, end: int) -> Keys:
        """Return those of the words [start, end)."""
        return Keys(self.low[start:end], self.alone[start:end], self.pairs[start : max(start, end - 1)])


def keys_of(codes: NDArray[np.uint32]) -> Keys:
    """Return the keys of words in a row."""
    low = codes & np.uint32(CLASSES - 1)
    return Keys(low.astype(np.uint16), word_keys(low), pair_keys(low[:-1], low[1:]))


class Others(NamedTuple):
    """Words that some of a quotation may be a slip for: place and code of each, and its keys alone, with the word before and behind."""

    at: NDArray[np.int64]
    low: NDArray[np.uint16]
    alone: NDArray[np.int64]
    before: NDArray[np.int64]
    after: NDArray[np.int64]


@dataclass(frozen=True)
class Asked:
    """Words of a quotation as codes; `others`: (place, code) of words that one may be a slip for; `breaks`: its own marks.

    `bits` is what each word tells; `keys` are those of the codes.
    """

    codes: NDArray[np.uint32]
    keys: Keys
    others: Sequence[tuple[int, int]]
    breaks: frozenset[int]
    bits: NDArray[np.float64]

    def with_others(self, others: Sequence[tuple[int, int]]) -> Asked:
        """Return the same with words that some may be a slip for."""
        return replace(self, others=others) if others else self

    @cached_property
    def joins(self) -> NDArray[np.bool_]:
        """Return which of the words follow the word before without a mark of the quotation's own."""
        joins = np.ones(len(self.codes), np.bool_)
        if self.breaks:
            joins[[mark for mark in self.breaks if mark < len(joins)]] = False
        return joins

    @cached_property
    def telling(self) -> NDArray[np.bool_]:
        """Return which of the words are a place of their own."""
        return self.bits >= TELLING

    @cached_property
    def slips(self) -> Others:
        """Return the others with their keys."""
        at = np.array([place for place, _ in self.others], np.int64)
        low = np.array([code for _, code in self.others], np.uint32) & np.uint32(CLASSES - 1)
        codes = self.keys.low.astype(np.uint32)
        return Others(
            at,
            low.astype(np.uint16),
            word_keys(low).astype(np.int64),
            pair_keys(codes[at - 1], low).astype(np.int64),
            pair_keys(low, codes[(at + 1) % len(codes)]).astype(np.int64),
        )


Windows = NDArray[np.int64]
"""Places to look at, one a row: segment and diagonal. The quotation's first word would stand there, or up to WIDTH behind it."""


def windows_at(segment: int, diagonals: NDArray[np.int64]) -> Windows:
    """Return the windows at these diagonals of a segment."""
    windows = np.empty((len(diagonals), 2), np.int64)
    windows[:, 0], windows[:, 1] = segment, diagonals
    return windows


def vote(segments: Sequence[Segment], asked: Asked, start: int, end: int, budget: int, most: int) -> Windows:
    """Return the windows with most votes of the rarest seeds among the words [start, end), at most `most` of them.

    About `budget` places are looked up, whatever the size of the streams.
    """
    lists = _lists(segments, _seeds(asked, start, end))
    if not len(lists.size):
        return windows_at(0, lists.size)
    order = np.argsort(lists.size, kind="stable")[: 1 << LISTS]
    reached = np.cumsum(lists.size[order])
    taken = order[
        (reached <= budget) | ((np.arange(len(order)) < LISTS_ALWAYS) & (reached <= LISTS_AT_MOST * budget))
    ]
    if not len(taken):
        return windows_at(0, taken)
    words = sum(len(segment.stream) for segment in segments)
    weights = settled(np.log2(1 + words / (1.0 + lists.size[taken])))
    bins, together = _best_bins(_gather(segments, lists, taken), weights)
    return _best_windows(bins, together, most)


def settled(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the numbers, rounded so that sums of them are exact: the same in whatever order they are added."""
    rounded: NDArray[np.float64] = np.rint(numbers * SETTLED) / SETTLED
    return rounded


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
    keys = np.concatenate([word_keys(seeds.alone), pair_keys(seeds.first, seeds.second)])
    places = np.concatenate([seeds.alone_at, seeds.pair_at])
    for index, segment in enumerate(segments):
        rare = segment.ranks.rare
        entered = np.concatenate([rare[seeds.alone], ~(rare[seeds.first] | rare[seeds.second])])
        table = segment.postings.table
        buckets = buckets_of(keys, segment.postings)
        begin = table[buckets]
        size = table[buckets + 1] - begin
        some = (entered & (size > 0)).nonzero()[0]
        parts.append(
            (
                np.full(len(some), index),
                begin[some].astype(np.int64),
                size[some].astype(np.int64),
                places[some],
            )
        )
    return _Lists(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _gather(segments: Sequence[Segment], lists: _Lists, taken: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return one number for each vote, in order: the diagonal, and behind it which of the lists it came from."""
    votes = []
    of_segment = lists.segment[taken]
    for index, segment in enumerate(segments):
        own = (of_segment == index).nonzero()[0]
        if not len(own):
            continue
        lists_taken = taken[own]
        size = lists.size[lists_taken]
        ends = size.cumsum()
        places = np.arange(int(ends[-1]))
        places += (lists.start[lists_taken] - (ends - size)).repeat(size)
        found = segment.postings.positions(places)
        found += ((index << APART) + SHIFT - lists.at[lists_taken]).repeat(size)
        found <<= LISTS
        found |= own.repeat(size)
        votes.append(found)
    joined = np.concatenate(votes) if len(votes) > 1 else votes[0]
    joined.sort()
    return joined


def _best_bins(
    votes: NDArray[np.int64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the bins that have, with the next, a good share of the most votes; and their votes."""
    bins = (votes >> LISTS) // HALF
    firsts = _firsts(bins)
    sums = np.add.reduceat(weights[votes & ((1 << LISTS) - 1)], firsts)
    bins = bins[firsts]
    follows = (bins[1:] == bins[:-1] + 1).nonzero()[0]
    together = sums.copy()
    together[follows] += sums[follows + 1]
    kept = together >= WORTH * together.max()
    return bins[kept], together[kept]


def _best_windows(bins: NDArray[np.int64], together: NDArray[np.float64], most: int) -> Windows:
    if len(bins) > most:
        least = np.partition(together, -most)[-most]
        bins, together = bins[together >= least], together[together >= least]
    best = np.lexsort((bins, -together))[:most]
    places = bins[best] * HALF
    segments = places >> APART
    return windows_at(0, places - (segments << APART) - SHIFT) + segments[:, None] * _SEGMENT


def _firsts(ordered: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where each value of an ordered array begins."""
    begins = np.empty(len(ordered), np.bool_)
    begins[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return begins.nonzero()[0]


def exact_positions(segment: Segment, keys: Keys, enough: int) -> NDArray[np.int64]:
    """Return every position at which the codes stand in a row; of fewer than four words some, once there are enough."""
    wanted = keys.low
    begins = _places_of_one(segment, keys)
    if begins is not None:
        return _standing(segment, wanted, begins)
    found: list[NDArray[np.int64]] = []
    for start in range(0, len(segment.stream), _BLOCK):
        block = (segment.stream[start : start + _BLOCK] == wanted[0]).nonzero()[0]
        found.append(_standing(segment, wanted, block + start))
        if sum(map(len, found)) >= enough:
            break
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def has_seed(segment: Segment, keys: Keys) -> bool:
    """Return whether some seed surely stands wherever the words do; else the stream itself is read for them."""
    return len(keys.pairs) >= RUN or bool(segment.ranks.rare[keys.low].any())


def _standing(segment: Segment, wanted: NDArray[np.uint16], begins: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return those of the positions from which all the codes stand."""
    stream, length = segment.stream, len(wanted)
    found = begins
    if len(found) > _FEW:
        found = found[(found >= 0) & (found + length <= len(stream))]
        for at in range(length):
            if len(found) <= _FEW:
                break
            found = found[stream[found + at] == wanted[at]]
        else:
            found.sort()
            return found
    told = wanted.tobytes()
    most = len(stream) - length
    kept = [
        each
        for each in found.tolist()
        if 0 <= each <= most and stream[each : each + length].tobytes() == told
    ]
    return np.array(sorted(kept), np.int64)


def _places_of_one(segment: Segment, keys: Keys) -> NDArray[np.int64] | None:
    """Return where the codes could begin, told by one seed that stands wherever they do; None where none surely does."""
    rare = segment.ranks.rare[keys.low]
    at = rare.nonzero()[0]
    if len(at):
        wanted = keys.alone[at]
    else:
        if len(keys.pairs) < RUN:
            return None
        ranks = segment.ranks.of[keys.low]
        rank = ranks[:-1] + ranks[1:]
        at = _rarest_of_runs(rank).nonzero()[0]
        wanted = keys.pairs[at]
    table = segment.postings.table
    buckets = buckets_of(wanted, segment.postings)
    begin = table[buckets]
    size = table[buckets + 1] - begin
    best = int(size.argmin())
    first, many = int(begin[best]), int(size[best])
    return segment.postings.slice(first, first + many) - int(at[best])


def _rarest_of_runs(rank: NDArray[np.uint16]) -> NDArray[np.bool_]:
    """Return which pairs are the rarest of some run of pairs: those are entered wherever the words stand."""
    least = np.minimum(np.minimum(rank[:-2], rank[1:-1]), rank[2:])
    chosen = np.zeros(len(rank), np.bool_)
    for shift in range(RUN):
        chosen[shift : shift + len(least)] |= rank[shift : shift + len(least)] == least
    return chosen
