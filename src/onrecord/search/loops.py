"""Seeking as numba compiles it: what the numpy of `votes` and `covers` gives, of all segments in one call.

Loaded where numba is installed and many quotations are asked (`compiled`); nothing here is run otherwise. Which windows are
looked at is told by the votes of `tallies`.

Segments come as `rows` has them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from onrecord.search.covers import MOST_ROWS, MOST_VERSIONS, ROWS_ALWAYS, ROWS_WORTH, SLACK
from onrecord.search.postings import CLASSES
from onrecord.search.rows import (
    CODES,
    COUNTS,
    DEAD,
    STARTS,
    STREAM,
    VERSIONS,
    VOCABULARY,
    WORDS,
    carray,
    compiled_loop,
    pointer_to,
    version_at,
)
from onrecord.search.tallies import lists_of, order_of, seeds_among, vote
from onrecord.search.votes import HALF, WIDTH


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
    order = order_of(-told[:put])
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
    lists = lists_of(ground, seeds_among(low, alone, pairs, joins, others, start, end), budget)
    windows = vote(ground, lists, most)
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
    order = order_of(fewer)
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
