"""Segments side by side: what seeking asks of all of them goes in one call of numpy, where one for each would cost more than the answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.search.postings import CLASSES, RUN, bucket_shift
from onrecord.search.segment import Segment

APART = 36
"""Positions of all segments stand in one order: those of a segment so many bits behind those of the one before."""


class Abreast:
    """Some segments, the oldest first; `words` is how many words they have."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        """Take the segments as they are."""
        self.segments = segments
        self.words = sum(len(segment.stream) for segment in segments)
        self.last_words = np.array([len(segment.stream) - 1 for segment in segments], np.int64)
        ranks = [segment.ranks for segment in segments]
        self.rare = np.array([each.rare for each in ranks], np.bool_).reshape(-1, CLASSES)
        self._ranks = np.array([each.of for each in ranks], np.uint16).reshape(-1, CLASSES)
        tables = [segment.postings.table for segment in segments]
        self._shifts = np.array([[bucket_shift(table)] for table in tables], np.uint32).reshape(-1, 1)
        starts = [
            segment.starts.astype(np.int64) + (index << APART) for index, segment in enumerate(segments)
        ]
        self.begins = np.concatenate([np.zeros(0, np.int64), *(each[:-1] for each in starts)])
        self.ends = np.concatenate([np.zeros(0, np.int64), *(each[1:] for each in starts)])
        self.dead = np.concatenate([np.zeros(0, np.bool_), *(segment.dead for segment in segments)])
        versions = [len(segment.dead) for segment in segments]
        self.first_versions = np.cumsum([0, *versions])[:-1]

    def entries(self, keys: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return for each segment and key the first of its entries and how many there are."""
        buckets = (keys >> self._shifts).astype(np.int64)
        begin, size = np.empty(buckets.shape, np.int64), np.empty(buckets.shape, np.int64)
        for index, segment in enumerate(self.segments):
            table = segment.postings.table
            begin[index] = table[buckets[index]]
            size[index] = table[buckets[index] + 1]
        size -= begin
        return begin, size

    def sure_seeds(self, low: NDArray[np.uint16]) -> NDArray[np.bool_]:
        """Return for each segment the seeds that stand wherever these words do: words alone, and behind them pairs.

        A rare word does; else a pair that is the rarest of some run of pairs.
        """
        alone = self.rare[:, low]
        pairs = np.zeros((len(alone), len(low) - 1), np.bool_)
        if len(low) > RUN:
            rank = self._ranks[:, low[:-1]] + self._ranks[:, low[1:]]
            least = np.minimum(np.minimum(rank[:, :-2], rank[:, 1:-1]), rank[:, 2:])
            for shift in range(RUN):
                span = slice(shift, shift + least.shape[1])
                pairs[:, span] |= rank[:, span] == least
            pairs[alone.any(axis=1)] = False
        return np.concatenate([alone, pairs], axis=1)
