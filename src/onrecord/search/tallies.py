"""Votes as numba compiles them: what the numpy of `votes` gives, of all segments in one table. `loops` calls them.

All sums are of numbers that are added without rounding (`settled`), so that the order of adding changes nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from onrecord.search.abreast import APART
from onrecord.search.postings import CLASSES
from onrecord.search.rows import (
    BUCKETS,
    ENTRIES,
    LOW,
    RARE,
    TABLE,
    WORDS,
    carray,
    compiled_loop,
    entry_at,
    highs_of,
    pointer_to,
    shift_of,
)
from onrecord.search.votes import HALF, LISTS, LISTS_ALWAYS, LISTS_AT_MOST, SETTLED, SHIFT, WORTH


@compiled_loop
def order_of(values: Any) -> Any:
    """Return the indexes of the values, the least first, equals as they stand: numpy's own takes seconds to compile."""
    many = len(values)
    order, other = np.empty(many, np.int64), np.empty(many, np.int64)
    for at in range(many):
        order[at] = at
    width = 1
    while width < many:
        for start in range(0, many, 2 * width):
            left, right = start, min(start + width, many)
            middle, end = right, min(start + 2 * width, many)
            for put in range(start, end):
                if left < middle and (right >= end or values[order[left]] <= values[order[right]]):
                    other[put] = order[left]
                    left += 1
                else:
                    other[put] = order[right]
                    right += 1
        order, other = other, order
        width *= 2
    return order


@compiled_loop
def _greatest(values: Any, most: int) -> Any:
    """Return the greatest number that at least so many of the values reach."""
    least, beyond = values[0], values[0]
    for value in values:
        least, beyond = min(least, value), max(beyond, value)
    beyond += 1
    while least + 1 < beyond:
        middle = least + (beyond - least) // 2
        reached = 0
        for value in values:
            reached += value >= middle
        if reached >= most:
            least = middle
        else:
            beyond = middle
    return least


@compiled_loop
def seeds_among(low: Any, alone: Any, pairs: Any, joins: Any, others: Any, start: int, end: int) -> Any:
    """Return the key of each seed among the words [start, end), the codes that it is made of, and its place."""
    most = 2 * (end - start) + 3 * len(others[0])
    keys, places = np.empty(most, np.int64), np.empty(most, np.int64)
    first, second = np.empty(most, np.uint16), np.empty(most, np.uint16)
    other_at, other_low, other_alone, other_before, other_after = others
    put = 0
    for at in range(start, end):
        keys[put], places[put], first[put], second[put] = alone[at], at, low[at], low[at]
        put += 1
    for other in range(len(other_at)):
        at = other_at[other]
        if start <= at < end:
            keys[put], places[put] = other_alone[other], at
            first[put], second[put] = other_low[other], other_low[other]
            put += 1
    words = put
    for at in range(start, end - 1):
        if joins[at + 1]:
            keys[put], places[put], first[put], second[put] = pairs[at], at, low[at], low[at + 1]
            put += 1
    for other in range(len(other_at)):
        at = other_at[other]
        if start < at < end and joins[at]:
            keys[put], places[put], first[put], second[put] = (
                other_before[other],
                at - 1,
                low[at - 1],
                other_low[other],
            )
            put += 1
        if start <= at < end - 1 and joins[at + 1]:
            keys[put], places[put], first[put], second[put] = (
                other_after[other],
                at,
                other_low[other],
                low[at + 1],
            )
            put += 1
    return keys[:put], places[:put], first[:put], second[:put], words


@compiled_loop
def lists_of(ground: Any, seeds: Any, budget: int) -> Any:
    """Return (segment, first entry, entries, place) of the seeds with fewest entries, at most `budget` together or a few."""
    keys, places, first, second, words = seeds
    lists = np.empty((len(ground) * len(keys), 4), np.int64)
    kept = 0
    for index in range(len(ground)):
        row = ground[index]
        rare = carray(pointer_to(row[RARE]), CLASSES, np.bool_)
        table = carray(pointer_to(row[TABLE]), row[BUCKETS] + 1, np.uint32)
        shift = shift_of(row[BUCKETS])
        for seed in range(len(keys)):
            if (seed < words) != (rare[first[seed]] or rare[second[seed]]):
                continue
            bucket = keys[seed] >> shift
            size = np.int64(table[bucket + 1]) - np.int64(table[bucket])
            if size > 0:
                lists[kept, 0], lists[kept, 1] = index, table[bucket]
                lists[kept, 2], lists[kept, 3] = size, places[seed]
                kept += 1
    order = order_of(lists[:kept, 2].copy())
    reached, taken = 0, 0
    for rank in range(min(kept, 1 << LISTS)):
        reached += lists[order[rank], 2]
        if reached > budget and not (rank < LISTS_ALWAYS and reached <= LISTS_AT_MOST * budget):
            break
        taken += 1
    chosen = np.empty((taken, 4), np.int64)
    for rank in range(taken):
        for column in range(4):
            chosen[rank, column] = lists[order[rank], column]
    return chosen


@compiled_loop
def _spot(key: int, mask: int) -> int:
    """Return where a bin belongs in the table: those that follow one another stand together, eight and eight."""
    group = ((key >> 3) * 0x1E3779B97F4A7C15) >> 24
    return (group << 3 | (key & 7)) & mask


@compiled_loop
def _tallied(ground: Any, lists: Any) -> Any:
    """Return a table of (bin and one, votes): a bin with votes stands at its spot, or at the next that was free."""
    words, total = 0, 0
    for index in range(len(ground)):
        words += ground[index, WORDS]
    for one in range(len(lists)):
        total += lists[one, 2]
    room = 16
    while 2 * room < 3 * total:
        room *= 2
    mask = room - 1
    table = np.zeros((room, 2), np.int64)
    for one in range(len(lists)):
        index, begin, size, at = lists[one, 0], lists[one, 1], lists[one, 2], lists[one, 3]
        row = ground[index]
        low_of = carray(pointer_to(row[LOW]), row[ENTRIES], np.uint16)
        high, wide = highs_of(row)
        weight = np.int64(np.rint(np.log2(1 + words / (1.0 + size)) * SETTLED))
        base = (index << APART) + SHIFT - at
        for entry in range(begin, begin + size):
            key = (entry_at(high, wide, low_of, entry) + base) // HALF + 1
            spot = _spot(key, mask)
            while table[spot, 0] != key and table[spot, 0] != 0:
                spot = (spot + 1) & mask
            table[spot, 0] = key
            table[spot, 1] += weight
    return table


@compiled_loop
def _best_bins(table: Any) -> Any:
    """Return the bins that have, with the next, a share of the most votes, and these votes."""
    mask = len(table) - 1
    used, put = np.empty(len(table) + 1, np.int32), 0
    for spot in range(len(table)):  # without a branch, which nobody could foretell
        used[put] = spot
        put += table[spot, 0] != 0
    bins, together, best = np.empty(put, np.int64), np.empty(put, np.int64), 0
    for one in range(put):
        key = table[used[one], 0]
        other = _spot(key + 1, mask)
        while table[other, 0] != key + 1 and table[other, 0] != 0:
            other = (other + 1) & mask
        bins[one], together[one] = key - 1, table[used[one], 1] + table[other, 1]
        best = max(best, together[one])
    kept = 0
    for one in range(put):
        if together[one] >= WORTH * best:
            bins[kept], together[kept] = bins[one], together[one]
            kept += 1
    return bins[:kept], together[:kept]


@compiled_loop
def _first_bins(bins: Any, together: Any, most: int) -> Any:
    """Return the bins with most votes, the first ones of equals, in order: at most so many."""
    chosen, votes, put = np.empty(most, np.int64), np.empty(most, np.int64), 0
    least, last = np.int64(0), np.int64(0)
    if len(bins) > most:
        least = _greatest(together, most)
        equals, same, above = np.empty(len(bins), np.int64), 0, 0
        for one in range(len(bins)):
            above += together[one] > least
            if together[one] == least:
                equals[same] = -bins[one]
                same += 1
        last = -_greatest(equals[:same], most - above)
    for one in range(len(bins)):
        if together[one] > least or (together[one] == least and bins[one] <= last):
            chosen[put], votes[put] = bins[one], -together[one]
            put += 1
    by_place = order_of(chosen[:put])
    ordered, told = np.empty(put, np.int64), np.empty(put, np.int64)
    for rank in range(put):
        told[rank] = votes[by_place[rank]]
    by_votes = order_of(told)
    for rank in range(put):
        ordered[rank] = chosen[by_place[by_votes[rank]]]
    return ordered


@compiled_loop
def vote(ground: Any, lists: Any, most: int) -> Any:
    """Return the windows with most votes: rows of segment and diagonal."""
    bins, together = _best_bins(_tallied(ground, lists))
    order = _first_bins(bins, together, most)
    windows = np.empty((len(order), 2), np.int64)
    for one in range(len(order)):
        place = order[one] * HALF
        index = place >> APART
        windows[one, 0], windows[one, 1] = index, place - (index << APART) - SHIFT
    return windows
