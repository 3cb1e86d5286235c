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

from onrecord.search.abreast import APART, Abreast
from onrecord.search.postings import CLASSES, pair_keys, word_keys
from onrecord.search.segment import Segment

WIDTH = 16
"""How many neighbouring diagonals make one window."""

HALF = WIDTH // 2
SHIFT = 1 << 20
LISTS = 15
# Windows with a smaller share of the votes of the best are not looked at.
WORTH = 0.3
# So many of the shortest lists are read whatever the budget, if they are not longer than so many times that.
LISTS_ALWAYS, LISTS_AT_MOST = 3, 8
SETTLED = float(1 << 20)
TELLING = 9.0
"""A word that tells so many bits is a place of its own; others need a neighbour."""

_FEW = 4
BLOCK = 1 << 18
"""So many words of a stream are read at once where no seed tells."""


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


def windows_at(segments: NDArray[np.int64], diagonals: NDArray[np.int64]) -> Windows:
    """Return the windows at these diagonals of segments."""
    return np.stack([segments, diagonals], axis=1)


def vote(abreast: Abreast, asked: Asked, start: int, end: int, budget: int, most: int) -> Windows:
    """Return the windows with most votes of the rarest seeds among the words [start, end), at most `most` of them.

    About `budget` places are looked up, whatever the size of the streams.
    """
    lists = _lists(abreast, _seeds(asked, start, end))
    order = np.argsort(lists.size, kind="stable")[: 1 << LISTS]
    reached = np.cumsum(lists.size[order])
    within = reached <= budget
    within[:LISTS_ALWAYS] |= reached[:LISTS_ALWAYS] <= LISTS_AT_MOST * budget
    taken = np.sort(order[within])  # by segment
    if not len(taken):
        return np.zeros((0, 2), np.int64)
    weights = settled(np.log2(1 + abreast.words / (1.0 + lists.size[taken])))
    bins, together = _best_bins(_gather(abreast, lists, taken), weights)
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


def _lists(abreast: Abreast, seeds: _Seeds) -> _Lists:
    keys = np.concatenate([word_keys(seeds.alone), pair_keys(seeds.first, seeds.second)])
    places = np.concatenate([seeds.alone_at, seeds.pair_at])
    rare = abreast.rare
    entered = np.concatenate([rare[:, seeds.alone], ~(rare[:, seeds.first] | rare[:, seeds.second])], axis=1)
    begin, size = abreast.entries(keys)
    segment, key = (entered & (size > 0)).nonzero()
    return _Lists(segment, begin[segment, key], size[segment, key], places[key])


def _gather(abreast: Abreast, lists: _Lists, taken: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return one number for each vote, in order: the diagonal, and behind it which of the lists it came from."""
    segment, size = lists.segment[taken], lists.size[taken]
    ends = np.concatenate([[0], size.cumsum()])
    places = np.arange(int(ends[-1])) + (lists.start[taken] - ends[:-1]).repeat(size)
    edges = ends[segment.searchsorted(np.arange(len(abreast.segments) + 1))].tolist()
    votes = np.empty(len(places), np.int64)
    for each, first, last in zip(abreast.segments, edges[:-1], edges[1:], strict=True):
        if first < last:
            votes[first:last] = each.postings.positions(places[first:last])
    votes <<= LISTS
    diagonals = (segment << APART) + SHIFT - lists.at[taken]
    votes += ((diagonals << LISTS) + np.arange(len(taken))).repeat(size)
    votes.sort()
    return votes


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
    return windows_at(segments, places - (segments << APART) - SHIFT)


def _firsts(ordered: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where each value of an ordered array begins."""
    begins = np.empty(len(ordered), np.bool_)
    begins[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return begins.nonzero()[0]


def positions_of(segment: Segment, keys: Keys, seed: tuple[int, int, int]) -> NDArray[np.int64]:
    """Return every position at which the words stand in a row; `seed`: its place among them, its first entry, how many there are."""
    at, first, many = seed
    return _standing(segment, keys.low, segment.postings.slice(first, first + many) - at)


def some_positions(segment: Segment, keys: Keys, enough: int) -> NDArray[np.int64]:
    """Return positions at which the words stand in a row, read out of the stream itself; at some point there are enough."""
    found: list[NDArray[np.int64]] = []
    for start in range(0, len(segment.stream), BLOCK):
        block = (segment.stream[start : start + BLOCK] == keys.low[0]).nonzero()[0]
        found.append(_standing(segment, keys.low, block + start))
        if sum(map(len, found)) >= enough:
            break
    return np.concatenate(found) if found else np.zeros(0, np.int64)


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
