"""The segments that a quotation is sought in, as one ground: what seeking asks of them, in numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.search.abreast import Abreast
from onrecord.search.covers import Cover, cover_windows, windows_inside
from onrecord.search.segment import Segment
from onrecord.search.votes import Asked, Keys, Windows, positions_of, some_positions, vote

_MOST_KEPT = 200_000
# Words that no seed tells are looked for in the stream itself, until there are so many places.
_ENOUGH = 31
_NOWHERE, _NEVER = np.zeros(0, np.int64), 1 << 40
# So many entries of a pair are looked at before the stream is.
_ENTRIES = 256


class Standing(NamedTuple):
    """A place at which words stand in a row: the segment, the version in it, and the position of the first word."""

    segment: int
    version: int
    position: int


class Ground:
    """Some segments, the oldest first; `words` is how many words they have."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        """Take the segments as they are."""
        self.segments = segments
        self._abreast = Abreast(segments)
        self.words = self._abreast.words
        self._known: dict[int, int] = {}

    def counts(self, codes: Sequence[int]) -> list[int]:
        """Return how often each word stands; what was asked once is known: the words of quotations are nearly always the same."""
        known = self._known
        unknown = [code for code in codes if code not in known]
        if unknown:
            if len(known) > _MOST_KEPT:
                known.clear()
                unknown = list(codes)
            known.update(zip(unknown, self.count(np.array(unknown, np.uint32)).tolist(), strict=True))
        return [known[code] for code in codes]

    def count(self, codes: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Return how often each word stands."""
        counts = np.zeros(len(codes), np.int64)
        for segment in self.segments:
            counts += segment.count(codes)
        return counts

    def in_a_row(self, keys: Keys, most: int) -> list[Standing]:
        """Return the places at which the words stand in a row within one living version, at most so many of each segment.

        The last segment first. Of fewer than four words not all places may be found, if there are enough.
        """
        begin, size = self._abreast.entries(np.concatenate([keys.alone, keys.pairs]))
        sure, enough = self._abreast.sure_seeds(keys.low), min(most, _ENOUGH)
        doubtful: NDArray[np.bool_] = np.logical_not(sure.any(axis=1))
        if doubtful.any() and len(entered := self._entered(keys, most, begin, size)) >= enough:
            return entered
        size[~sure] = _NEVER
        best = size.argmin(axis=1).tolist()
        found: list[Standing] = []
        for index in reversed(range(len(self.segments))):
            seed = best[index]
            if not doubtful[index]:
                positions = self._positions(index, keys, seed, begin[index, seed], size[index, seed])
            elif len(found) >= _ENOUGH:
                break
            else:
                positions = self.some_positions(index, keys, enough)
            found += self._places(index, keys, positions, most)
        return found

    def _entered(
        self, keys: Keys, most: int, begin: NDArray[np.int64], size: NDArray[np.int64]
    ) -> list[Standing]:
        """Return places at which the words stand in a row and some pair of them is entered: not all that there are."""
        words, found = len(keys.low), list[Standing]()
        entries = np.minimum(size, _ENTRIES)
        for index in reversed(range(len(self.segments))):
            each = [
                self._positions(index, keys, seed, begin[index, seed], entries[index, seed])
                for seed in range(words, 2 * words - 1)
            ]
            positions = np.unique(np.concatenate(each)) if each else _NOWHERE
            found += self._places(index, keys, positions, most)
        return found

    def _positions(self, index: int, keys: Keys, seed: int, first: int, many: int) -> NDArray[np.int64]:
        """Return the positions of a segment at which the words stand in a row, of those entered for one of their seeds."""
        at = seed if seed < len(keys.low) else seed - len(keys.low)
        return positions_of(self.segments[index], keys, (at, int(first), int(many))) if many else _NOWHERE

    def _places(self, index: int, keys: Keys, positions: NDArray[np.int64], most: int) -> list[Standing]:
        """Return the first places within one living version among these positions of a segment."""
        if not len(positions):
            return []
        segment = self.segments[index]
        versions = segment.versions_at(positions)
        whole = segment.versions_at(positions + (len(keys.low) - 1)) == versions
        kept = (whole & ~segment.dead[versions]).nonzero()[0][:most]
        return [Standing(index, int(versions[at]), int(positions[at])) for at in kept.tolist()]

    def some_positions(self, index: int, keys: Keys, enough: int) -> NDArray[np.int64]:
        """Return positions of a segment at which the words stand in a row, read out of the stream; at some point there are enough."""
        return some_positions(self.segments[index], keys, enough)

    def longest(self, keys: Keys, least: int, most: int, *, at_end: bool) -> int:
        """Return how many of the first words, or of the last, stand in a row somewhere: from `least` (four or more) to `most`, else 0.

        Whatever stands, its beginning stands, too.
        """

        def stand(many: int) -> bool:
            words = len(keys.low)
            return bool(self.in_a_row(keys.part(words - many, words) if at_end else keys.part(0, many), 1))

        if least > most or not stand(least):
            return 0
        while least < most:
            middle = (least + most + 1) // 2
            least, most = (middle, most) if stand(middle) else (least, middle - 1)
        return least

    def look(self, asked: Asked, start: int, end: int, budget: int, most: int) -> list[Cover]:
        """Return how the words [start, end) are covered where most of the rarest seeds meet, at `most` places.

        About `budget` entries of the index are read.
        """
        return self.cover(asked, vote(self._abreast, asked, start, end, budget, most), start, end)

    def cover(self, asked: Asked, windows: Windows, start: int, end: int) -> list[Cover]:
        """Return how the words [start, end) are covered at these windows, the best first."""
        return cover_windows(self._abreast, asked, windows, start, end)

    def look_inside(
        self, asked: Asked, index: int, version: int, start: int, end: int, most: int
    ) -> list[Cover]:
        """Return the same at the windows within a version that share most pairs of the words: none is passed over."""
        segment = self.segments[index]
        windows = windows_inside(segment, index, asked, segment.reach(version), start, end, most)
        return self.cover(asked, windows, start, end)
