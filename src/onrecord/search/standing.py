"""Where words stand in a row, as numba compiles it: what `Ground` tells of all segments, in one call."""

from __future__ import annotations

from typing import Any

import numpy as np

from onrecord.search.postings import CLASSES, RUN
from onrecord.search.rows import (
    BUCKETS,
    DEAD,
    ENTRIES,
    LOW,
    RANK,
    RARE,
    STARTS,
    STREAM,
    TABLE,
    VERSIONS,
    WORDS,
    carray,
    compiled_loop,
    entry_at,
    highs_of,
    pointer_to,
    shift_of,
    version_at,
)
from onrecord.search.votes import BLOCK


@compiled_loop
def _chosen_seed(row: Any, low: Any, alone: Any, pairs: Any) -> Any:
    """Return (place in the quotation or -1, first entry, entries) of the seed with fewest entries that stands wherever all words do."""
    rare = carray(pointer_to(row[RARE]), CLASSES, np.bool_)
    rank_of = carray(pointer_to(row[RANK]), CLASSES, np.uint16)
    table = carray(pointer_to(row[TABLE]), row[BUCKETS] + 1, np.uint32)
    shift, words = shift_of(row[BUCKETS]), len(low)
    best, first, many = -1, np.int64(0), np.int64(0)
    for at in range(words):
        if rare[low[at]]:
            bucket = np.int64(alone[at]) >> shift
            size = np.int64(table[bucket + 1]) - np.int64(table[bucket])
            if best < 0 or size < many:
                best, many, first = at, size, np.int64(table[bucket])
    if best >= 0 or words - 1 < RUN:
        return best, first, many
    rank = np.empty(words - 1, np.uint16)
    for at in range(words - 1):
        rank[at] = np.uint16(rank_of[low[at]] + rank_of[low[at + 1]])
    for at in range(words - 1):
        chosen = False
        for run in range(max(0, at - RUN + 1), min(at, words - 1 - RUN) + 1):
            least = rank[run]
            for other in range(run, run + RUN):
                least = min(least, rank[other])
            chosen = chosen or rank[at] == least
        if chosen:
            bucket = np.int64(pairs[at]) >> shift
            size = np.int64(table[bucket + 1]) - np.int64(table[bucket])
            if best < 0 or size < many:
                best, many, first = at, size, np.int64(table[bucket])
    return best, first, many


@compiled_loop
def in_a_row(ground: Any, low: Any, alone: Any, pairs: Any, most: int) -> Any:
    """Return whether one seed tells where the words stand, and where they do: rows of segment, version, position.

    The last segment first, of each at most so many, in living versions.
    """
    rows, put, words = np.empty((64, 3), np.int64), 0, len(low)
    for index in range(len(ground) - 1, -1, -1):
        row = ground[index]
        best, first, many = _chosen_seed(row, low, alone, pairs)
        if best < 0:
            return False, rows[:0]
        stream = carray(pointer_to(row[STREAM]), row[WORDS], np.uint16)
        low_of = carray(pointer_to(row[LOW]), row[ENTRIES], np.uint16)
        high, wide = highs_of(row)
        begins, found = np.empty(many, np.int64), 0
        for entry in range(first, first + many):
            begin = entry_at(high, wide, low_of, entry) - best
            if begin < 0 or begin + words > len(stream):
                continue
            at = 0
            while at < words and stream[begin + at] == low[at]:
                at += 1
            if at == words:
                begins[found] = begin
                found += 1
        if not found:
            continue
        starts = carray(pointer_to(row[STARTS]), row[VERSIONS] + 1, np.uint32)
        dead = carray(pointer_to(row[DEAD]), row[VERSIONS], np.bool_)
        kept = 0
        for one in range(found):  # they stand in order, as entries of a bucket do
            begin = begins[one]
            version = version_at(starts, begin)
            if kept >= most or dead[version] or begin + words > np.int64(starts[version + 1]):
                continue
            if put == len(rows):
                more = np.empty((2 * put, 3), np.int64)
                more[:put] = rows
                rows = more
            rows[put, 0], rows[put, 1], rows[put, 2] = index, version, begin
            put, kept = put + 1, kept + 1
    return True, rows[:put]


@compiled_loop
def longest(ground: Any, low: Any, alone: Any, pairs: Any, least: int, most: int, at_end: bool) -> int:
    """Return how many of the first words stand in a row somewhere, or of the last ones: from `least` to `most`, else 0."""
    if least > most or not _stand(ground, low, alone, pairs, least, at_end):
        return 0
    while least < most:
        middle = (least + most + 1) // 2
        if _stand(ground, low, alone, pairs, middle, at_end):
            least = middle
        else:
            most = middle - 1
    return least


@compiled_loop
def _stand(ground: Any, low: Any, alone: Any, pairs: Any, many: int, at_end: bool) -> bool:
    """Return whether so many of the first words, or of the last, stand in a row within some living version."""
    start = len(low) - many if at_end else 0
    end = start + many
    for index in range(len(ground) - 1, -1, -1):
        one = ground[index : index + 1]
        _, rows = in_a_row(one, low[start:end], alone[start:end], pairs[start : end - 1], 1)
        if len(rows):
            return True
    return False


@compiled_loop
def some_positions(row: Any, low: Any, enough: int) -> Any:
    """Return what `votes.some_positions` does, one pass through the stream for all words."""
    stream = carray(pointer_to(row[STREAM]), row[WORDS], np.uint16)
    rank_of = carray(pointer_to(row[RANK]), CLASSES, np.uint16)
    words, rarest = len(low), 0
    for at in range(words):
        if rank_of[low[at]] < rank_of[low[rarest]]:
            rarest = at
    found, put, last = np.empty(64, np.int64), 0, len(stream) - words
    for start in range(0, len(stream), BLOCK):
        for begin in range(start, min(start + BLOCK, last + 1)):
            if stream[begin + rarest] != low[rarest]:
                continue
            at = 0
            while at < words and stream[begin + at] == low[at]:
                at += 1
            if at < words:
                continue
            if put == len(found):
                more = np.empty(2 * put, np.int64)
                more[:put] = found
                found = more
            found[put] = begin
            put += 1
        if put >= enough:
            break
    return found[:put]
