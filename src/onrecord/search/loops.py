"""Seeking as numba compiles it: what the numpy of `votes` and `covers` gives, of all segments in one call.

Loaded where numba is installed and many quotations are asked (`compiled`); nothing here is run otherwise. All sums are of
numbers that are added without rounding (`settled`), so that the order of adding changes nothing.

Segments come as `rows` has them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from onrecord.search.abreast import APART
from onrecord.search.covers import MOST_ROWS, MOST_VERSIONS, ROWS_ALWAYS, ROWS_WORTH, SLACK
from onrecord.search.postings import CLASSES
from onrecord.search.rows import (
    BUCKETS,
    CODES,
    COUNTS,
    DEAD,
    ENTRIES,
    LOW,
    RARE,
    STARTS,
    STREAM,
    TABLE,
    VERSIONS,
    VOCABULARY,
    WORDS,
    carray,
    compiled_loop,
    entry_at,
    highs_of,
    pointer_to,
    shift_of,
    version_at,
)
from onrecord.search.votes import (
    HALF,
    LISTS,
    LISTS_ALWAYS,
    LISTS_AT_MOST,
    SETTLED,
    SHIFT,
    WIDTH,
    WORTH,
)


@compiled_loop
def _order(values: Any) -> Any:
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
def _seeds(low: Any, alone: Any, pairs: Any, joins: Any, others: Any, start: int, end: int) -> Any:
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
def _lists(ground: Any, seeds: Any, budget: int) -> Any:
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
    order = _order(lists[:kept, 2].copy())
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
    by_place = _order(chosen[:put])
    ordered, told = np.empty(put, np.int64), np.empty(put, np.int64)
    for rank in range(put):
        told[rank] = votes[by_place[rank]]
    by_votes = _order(told)
    for rank in range(put):
        ordered[rank] = chosen[by_place[by_votes[rank]]]
    return ordered


@compiled_loop
def _vote(ground: Any, lists: Any, most: int) -> Any:
    """Return the windows with most votes: rows of segment and diagonal."""
    bins, together = _best_bins(_tallied(ground, lists))
    order = _first_bins(bins, together, most)
    windows = np.empty((len(order), 2), np.int64)
    for one in range(len(order)):
        place = order[one] * HALF
        index = place >> APART
        windows[one, 0], windows[one, 1] = index, place - (index << APART) - SHIFT
    return windows


@compiled_loop
def cover(ground: Any, windows: Any, low: Any, joins: Any, others: Any, bits: Any, telling: Any, start: int, end: int) -> Any:  # fmt: skip
    """Return how the words [start, end) are covered at the windows that cover most, the best first.

    Rows of segment, diagonal, version; their bits; and which words are covered.
    """
    length, views = end - start, WIDTH + 2 * SLACK + 1
    reach = length + views - 1
    near, alike = np.empty(reach, np.int32), np.empty(length, np.bool_)
    wanted = low[start:end].astype(np.int32)
    other_at, other_low = others[0], others[1]
    rows, told = np.empty((max(1, len(windows)), 3), np.int64), np.empty(max(1, len(windows)), np.float64)
    held = np.zeros((max(1, len(windows)), len(low)), np.bool_)
    put = 0
    for index in range(len(ground)):
        row = ground[index]
        stream = carray(pointer_to(row[STREAM]), row[WORDS], np.uint16)
        starts = carray(pointer_to(row[STARTS]), row[VERSIONS] + 1, np.uint32)
        dead = carray(pointer_to(row[DEAD]), row[VERSIONS], np.bool_)
        last_word = len(stream) - 1
        for window in range(len(windows)):
            if windows[window, 0] != index:
                continue
            begin = windows[window, 1] + start - SLACK
            first = version_at(starts, min(max(begin, 0), last_word))
            last = version_at(starts, min(max(begin + reach - 1, 0), last_word))
            for version in range(first, min(last, first + MOST_VERSIONS) + 1):
                if dead[version]:
                    continue
                if put == len(rows):
                    rows, told, held = _doubled(rows, told, held)
                least, stop = np.int64(starts[version]), np.int64(starts[version + 1])
                for at in range(reach):
                    place = begin + at
                    near[at] = np.int32(stream[place]) if least <= place < stop else np.int32(-1)
                if not _covered(
                    near, wanted, joins, other_at, other_low, telling, start, views, alike, held[put]
                ):
                    continue
                told[put] = 0.0
                for at in range(start, end):
                    if held[put, at]:
                        told[put] += bits[at]
                rows[put, 0], rows[put, 1], rows[put, 2] = index, windows[window, 1], version
                put += 1
    order = _order(-told[:put])
    kept = min(put, MOST_ROWS)
    for rank in range(kept):
        bits_told = told[order[rank]]
        if bits_told <= 0 or (rank >= ROWS_ALWAYS and bits_told < ROWS_WORTH * told[order[0]]):
            kept = rank
            break
    best_rows, best_told = np.empty((kept, 3), np.int64), np.empty(kept, np.float64)
    best_held = np.empty((kept, len(low)), np.bool_)
    for rank in range(kept):
        best_told[rank] = told[order[rank]]
        for column in range(3):
            best_rows[rank, column] = rows[order[rank], column]
        for at in range(len(low)):
            best_held[rank, at] = held[order[rank], at]
    return best_rows, best_told, best_held


@compiled_loop
def _doubled(rows: Any, told: Any, held: Any) -> Any:
    many = len(rows)
    more_rows, more_told = np.empty((2 * many, 3), np.int64), np.empty(2 * many, np.float64)
    more_held = np.zeros((2 * many, held.shape[1]), np.bool_)
    more_rows[:many], more_told[:many], more_held[:many] = rows, told, held
    return more_rows, more_told, more_held


@compiled_loop
def _covered(
    near: Any, wanted: Any, joins: Any, other_at: Any, other_low: Any, telling: Any, start: int, views: int, alike: Any, held: Any
) -> Any:  # fmt: skip
    """Mark the words that stand in some view of what is near alike with a neighbour, or alone if they tell much; return if any."""
    length, some = len(wanted), False
    for view in range(views):
        count = 0
        for at in range(length):
            same = near[view + at] == wanted[at]
            alike[at] = same
            count += same
        for other in range(len(other_at)):
            at = other_at[other] - start
            if 0 <= at < length and near[view + at] == np.int32(other_low[other]):
                alike[at] = True
                count += 1
        if not count:
            continue
        before = False
        for at in range(length):
            if alike[at]:
                if telling[start + at]:
                    held[start + at] = True
                    some = True
                if before and joins[start + at]:
                    held[start + at] = True
                    held[start + at - 1] = True
                    some = True
            before = alike[at]
    return some


@compiled_loop
def look(
    ground: Any, low: Any, alone: Any, pairs: Any, joins: Any, others: Any, bits: Any, telling: Any, start: int, end: int,
    budget: int, most: int,
) -> Any:  # fmt: skip
    """Return what `cover` does of the windows with most votes of the rarest seeds among the words [start, end)."""
    lists = _lists(ground, _seeds(low, alone, pairs, joins, others, start, end), budget)
    windows = _vote(ground, lists, most)
    return cover(ground, windows, low, joins, others, bits, telling, start, end)


@compiled_loop
def look_inside(
    ground: Any, index: int, version: int, low: Any, joins: Any, others: Any, bits: Any, telling: Any, start: int, end: int,
    most: int,
) -> Any:  # fmt: skip
    """Return what `cover` does of the windows within a version that share most pairs of the words: none is passed over."""
    row = ground[index]
    starts = carray(pointer_to(row[STARTS]), row[VERSIONS] + 1, np.uint32)
    begin, stop = np.int64(starts[version]), np.int64(starts[version + 1])
    stream = carray(pointer_to(row[STREAM]), row[WORDS], np.uint16)
    length, origin = end - start, begin - start
    heads = np.full(CLASSES, np.int16(-1), np.int16)
    following = np.full(length, np.int16(-1), np.int16)
    for at in range(length - 2, -1, -1):
        if joins[start + at + 1]:
            following[at] = heads[low[start + at]]
            heads[low[start + at]] = at
    least = (origin - length) // HALF
    counts = np.zeros((origin + stop - begin) // HALF - least + 1, np.int32)
    for place in range(begin, stop - 1):
        at = heads[stream[place]]
        while at >= 0:
            if stream[place + 1] == low[start + at + 1]:
                counts[(origin + place - begin - at) // HALF - least] += 1
            at = following[at]
    bins, found = np.empty(len(counts), np.int64), 0
    for one in range(len(counts)):
        if counts[one]:
            bins[found] = one
            found += 1
    fewer = np.empty(found, np.int64)
    for one in range(found):
        fewer[one] = -counts[bins[one]]
    order = _order(fewer)
    windows = np.empty((min(found, most), 2), np.int64)
    for one in range(len(windows)):
        windows[one, 0], windows[one, 1] = index, (bins[order[one]] + least) * HALF
    return cover(ground, windows, low, joins, others, bits, telling, start, end)


@compiled_loop
def count(ground: Any, codes: Any) -> Any:
    """Return how often each word stands in all segments."""
    counts = np.zeros(len(codes), np.int64)
    for index in range(len(ground)):
        row = ground[index]
        vocabulary = carray(pointer_to(row[VOCABULARY]), row[CODES], np.uint32)
        held = carray(pointer_to(row[COUNTS]), row[CODES], np.uint32)
        for one in range(len(codes)):
            at = np.searchsorted(vocabulary, codes[one])
            if at < len(vocabulary) and vocabulary[at] == codes[one]:
                counts[one] += held[at]
    return counts
