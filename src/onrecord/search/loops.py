"""The inner loops of seeking, as numba compiles them: what the numpy of `votes`, `covers` and `seeking` gives, in one pass each.

Loaded where numba is installed and many quotations are asked (`compiled`); nothing here is run otherwise. All sums are of
numbers that are added without rounding (`settled`), so that the order of adding changes nothing.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from onrecord.search.postings import RUN

Ints = NDArray[np.int64]


def _exact(
    stream: Any, table: Any, low: Any, high: Any, rare: Any, of: Any, wanted: Any, alone: Any, pairs: Any, shift: int
) -> Any:  # fmt: skip
    """Return whether one seed tells where the codes could begin, and where all of them stand in a row."""
    words = len(wanted)
    best, best_at = False, 0
    many: Any = 0
    first: Any = 0
    for at in range(words):
        if rare[wanted[at]]:
            bucket = np.int64(alone[at]) >> shift
            size = np.int64(table[bucket + 1]) - np.int64(table[bucket])
            if not best or size < many:
                best, best_at, many, first = True, at, size, np.int64(table[bucket])
    if not best:
        if words - 1 < RUN:
            return False, np.zeros(0, np.int64)
        rank = np.empty(words - 1, np.uint16)
        for at in range(words - 1):
            rank[at] = of[wanted[at]] + of[wanted[at + 1]]
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
                if not best or size < many:
                    best, best_at, many, first = True, at, size, np.int64(table[bucket])
    found = np.empty(many, np.int64)
    kept = 0
    for entry in range(first, first + many):
        begin = (np.int64(high[entry]) << 16 | np.int64(low[entry])) - best_at
        if begin < 0 or begin + words > len(stream):
            continue
        at = 0
        while at < words and stream[begin + at] == wanted[at]:
            at += 1
        if at == words:
            found[kept] = begin
            kept += 1
    return True, np.sort(found[:kept])


def _lists(
    alone: Any, first: Any, second: Any, keys: Any, places: Any, rare: Any, table: Any, shift: int
) -> Any:
    """Return for each seed that is entered and stands somewhere where its entries begin, how many, and its place."""
    begin = np.empty(len(keys), np.int64)
    size = np.empty(len(keys), np.int64)
    at = np.empty(len(keys), np.int64)
    kept = 0
    for seed in range(len(keys)):
        if seed < len(alone):
            entered = rare[alone[seed]]
        else:
            pair = seed - len(alone)
            entered = not (rare[first[pair]] or rare[second[pair]])
        if not entered:
            continue
        bucket = np.int64(keys[seed]) >> shift
        many = np.int64(table[bucket + 1]) - np.int64(table[bucket])
        if many > 0:
            begin[kept], size[kept], at[kept] = np.int64(table[bucket]), many, places[seed]
            kept += 1
    return begin[:kept], size[:kept], at[:kept]


def _gather(
    low: Any, high: Any, begin: Any, size: Any, at: Any, weight: Any, base: int, half: int, bins: Any, weights: Any, put: int
) -> int:  # fmt: skip
    """Write the bin and the weight of each vote of some lists behind those that are there; return how many there are by now."""
    for one in range(len(begin)):
        for entry in range(begin[one], begin[one] + size[one]):
            place = np.int64(high[entry]) << 16 | np.int64(low[entry])
            bins[put] = (place + base - at[one]) // half
            weights[put] = weight[one]
            put += 1
    return put


def _best_bins(bins: Any, weights: Any, worth: float) -> Any:
    """Return the bins that have, with the next, at least a share of the most votes; and their votes."""
    room = 16
    while room < 2 * len(bins) + 2:
        room *= 2
    mask = np.int64(room - 1)
    keys = np.full(room, np.int64(-1))
    sums = np.zeros(room, np.float64)
    for vote in range(len(bins)):
        spot = (bins[vote] * np.int64(0x9E3779B1)) >> 12 & mask
        while keys[spot] != bins[vote] and keys[spot] != -1:
            spot = (spot + 1) & mask
        keys[spot] = bins[vote]
        sums[spot] += weights[vote]
    together = np.zeros(room, np.float64)
    most = 0.0
    for spot in range(room):
        if keys[spot] == -1:
            continue
        following = keys[spot] + 1
        other = (following * np.int64(0x9E3779B1)) >> 12 & mask
        while keys[other] != following and keys[other] != -1:
            other = (other + 1) & mask
        together[spot] = sums[spot] + (sums[other] if keys[other] == following else 0.0)
        most = max(most, together[spot])
    kept = 0
    for spot in range(room):
        if keys[spot] != -1 and together[spot] >= worth * most:
            keys[kept], together[kept] = keys[spot], together[spot]
            kept += 1
    return keys[:kept], together[:kept]


def _cover(
    stream: Any, starts: Any, dead: Any, diagonals: Any, wanted: Any, others: Any, telling: Any, joins: Any, bits: Any,
    start: int, slack: int, width: int, most_versions: int, versions: Any, words: Any, told: Any, own: Any,
) -> int:  # fmt: skip
    """Write for each window and version near it which words are covered and their bits; return how many rows there are."""
    length = len(wanted)
    views = width + 2 * slack + 1
    last_word = len(stream) - 1
    row = 0
    for window in range(len(diagonals)):
        begin = diagonals[window] + start - slack
        first = np.searchsorted(starts, min(max(begin, 0), last_word), "right") - 1
        last = np.searchsorted(starts, min(max(begin + length + views - 2, 0), last_word), "right") - 1
        for version in range(first, min(last, first + most_versions) + 1):
            if dead[version] or row >= len(versions):
                continue
            low, high = np.int64(starts[version]), np.int64(starts[version + 1])
            some = False
            for view in range(views):
                before = False
                for at in range(length):
                    place = begin + view + at
                    alike = False
                    if low <= place < high:
                        code = np.int32(stream[place])
                        alike = code == wanted[at]
                        for other in range(others.shape[1]):
                            alike = alike or code == others[at, other]
                    if alike:
                        if telling[at]:
                            words[row, start + at] = True
                            some = True
                        if before and joins[at]:
                            words[row, start + at] = True
                            words[row, start + at - 1] = True
                            some = True
                    before = alike
            if some:
                for at in range(length):
                    if words[row, start + at]:
                        told[row] += bits[start + at]
                versions[row], own[row] = version, window
                row += 1
    return row


def _inside(stream: Any, wanted: Any, joins: Any, begin: int, half: int) -> Any:
    """Return the bins of diagonals in which pairs of the words stand, and how many of them."""
    length = len(wanted)
    heads = np.full(1 << 16, -1, np.int32)
    following = np.full(length, -1, np.int32)
    for at in range(length - 2, -1, -1):
        if joins[at + 1]:
            following[at] = heads[wanted[at]]
            heads[wanted[at]] = at
    least = (begin - length) // half
    counts = np.zeros((begin + len(stream)) // half - least + 1, np.int64)
    for place in range(len(stream) - 1):
        at = heads[stream[place]]
        while at >= 0:
            if stream[place + 1] == wanted[at + 1]:
                counts[(begin + place - at) // half - least] += 1
            at = following[at]
    bins = np.nonzero(counts)[0]
    return bins + least, counts[bins]


def _add_counts(vocabulary: Any, counts: Any, codes: Any, found: Any) -> None:
    """Add to each code's number how often it stands in a segment."""
    for one in range(len(codes)):
        at = np.searchsorted(vocabulary, codes[one])
        if at < len(vocabulary) and vocabulary[at] == codes[one]:
            found[one] += counts[at]


def _compiled(function: Any) -> Any:
    return numba.njit(cache=True, nogil=True)(function)


exact: Any = _compiled(_exact)
lists: Any = _compiled(_lists)
gather: Any = _compiled(_gather)
best_bins: Any = _compiled(_best_bins)
cover: Any = _compiled(_cover)
inside: Any = _compiled(_inside)
add_counts: Any = _compiled(_add_counts)
