"""Where seeds stand in a stream of word codes: rare words, and the most telling of neighbouring pairs of others.

Not every pair is entered: of three pairs in a row at least the rarest is, so that four words which stand alike in a
quotation and the record always share one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint16]
Counts = NDArray[np.int64]

CLASSES = 1 << 16
RUN = 3
"""Of so many pairs in a row the rarest is entered."""

_IN_A_BUCKET = 16
_BLOCK = 1 << 20
_NOT_ENTERED = np.uint16(0xFFFF)
_LEAST_RARE = 48
_RARE_SHARE = 15


class Ranks(NamedTuple):
    """How rare each code is among the words of one stream: `rare` ones are seeds alone, `of` orders the others."""

    rare: NDArray[np.bool_]
    of: NDArray[np.uint16]


class Postings(NamedTuple):
    """Positions of seeds by bucket: those of bucket b are [table[b], table[b + 1]), lower 16 bits and the rest apart."""

    table: NDArray[np.uint32]
    low: NDArray[np.uint16]
    high: NDArray[np.uint8] | NDArray[np.uint16]

    def slice(self, start: int, end: int) -> NDArray[np.int64]:
        """Return the positions entered from one place of the table to another."""
        places = self.high[start:end].astype(np.int64)
        places <<= 16
        places |= self.low[start:end]
        return places

    def positions(self, at: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the positions entered at these places of the table."""
        places = self.high[at].astype(np.int64)
        places <<= 16
        places |= self.low[at]
        return places


def rank_codes(counts: Counts) -> Ranks:
    """Return the ranks that follow from how often each code stands in a stream."""
    words = int(counts.sum())
    rare = counts <= max(_LEAST_RARE, words >> _RARE_SHARE)
    ranks = np.round(np.log2(np.maximum(counts, 1)) * 1000).astype(np.uint16)
    return Ranks(rare, ranks)


def pair_ranks(codes: Codes, ranks: Ranks) -> NDArray[np.uint16]:
    """Return the rank of the pair at each position but the last; the highest where one of them is a seed alone."""
    rank: NDArray[np.uint16] = ranks.of[codes[:-1]] + ranks.of[codes[1:]]
    rare = ranks.rare[codes]
    rank[rare[:-1] | rare[1:]] = _NOT_ENTERED
    return rank


def build_postings(stream: Codes, counts: Counts) -> Postings:
    """Return the postings of a stream, in which each code stands so often."""
    ranks = rank_codes(counts)
    entered = [
        _entered(stream, ranks, start, min(start + _BLOCK, len(stream)))
        for start in range(0, len(stream), _BLOCK)
    ]
    keys = np.concatenate([key for key, _ in entered]) if entered else np.zeros(0, np.uint32)
    places = np.concatenate([place for _, place in entered]) if entered else np.zeros(0, np.int64)
    entered.clear()
    bits = max(4, (len(keys) // _IN_A_BUCKET).bit_length() - 1)
    buckets = (keys >> np.uint32(32 - bits)).astype(np.int64)
    table = np.zeros((1 << bits) + 1, np.uint32)
    table[1:] = np.cumsum(np.bincount(buckets, minlength=1 << bits))
    buckets <<= 36
    buckets |= places
    buckets.sort()
    buckets &= (1 << 36) - 1
    high = buckets >> 16
    lean = len(stream) <= 1 << 24
    return Postings(
        table, (buckets & 0xFFFF).astype(np.uint16), high.astype(np.uint8) if lean else high.astype(np.uint16)
    )


def buckets_of(keys: NDArray[np.uint32], postings: Postings) -> NDArray[np.int64]:
    """Return the bucket of each key."""
    return (keys >> np.uint32(bucket_shift(postings.table))).astype(np.int64)


def bucket_shift(table: NDArray[np.uint32]) -> int:
    """Return by how many bits a key is greater than the bucket that it belongs to."""
    return 33 - len(table).bit_length()


def word_keys(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return the keys of words that are seeds alone."""
    return _mixed(codes * np.uint32(0x85EBCA6B) + np.uint32(0x5BD1E995))


def pair_keys(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return the keys of pairs of words."""
    return _mixed((first << np.uint32(16)) | second)


def _mixed(keys: NDArray[np.uint32]) -> NDArray[np.uint32]:
    keys = keys ^ (keys >> np.uint32(15))
    keys = keys * np.uint32(0x2C1B3C6D)
    keys ^= keys >> np.uint32(12)
    keys = keys * np.uint32(0x297A2D39)
    keys ^= keys >> np.uint32(15)
    return keys


def _entered(
    stream: Codes, ranks: Ranks, start: int, end: int
) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the keys and positions entered for the positions [start, end)."""
    before, after = max(0, start - RUN), min(len(stream), end + RUN)
    around = np.asarray(stream[before:after])
    rank = pair_ranks(around, ranks)
    pairs = np.flatnonzero(_chosen(rank)) + before
    pairs = pairs[(pairs >= start) & (pairs < end)]
    alone = np.flatnonzero(ranks.rare[stream[start:end]]) + start
    keys = [
        word_keys(stream[alone].astype(np.uint32)),
        pair_keys(stream[pairs].astype(np.uint32), stream[pairs + 1].astype(np.uint32)),
    ]
    return np.concatenate(keys), np.concatenate([alone, pairs])


def _chosen(rank: NDArray[np.uint16]) -> NDArray[np.bool_]:
    """Return which pairs are the rarest of some run of pairs; all, where there are fewer than a run."""
    chosen = np.zeros(len(rank), np.bool_)
    if len(rank) < RUN:
        chosen[:] = True
    else:
        least = np.minimum(np.minimum(rank[:-2], rank[1:-1]), rank[2:])
        for shift in range(RUN):
            chosen[shift : shift + len(least)] |= rank[shift : shift + len(least)] == least
    result: NDArray[np.bool_] = chosen & (rank != _NOT_ENTERED)
    return result
