"""The ground with its loops compiled: used where numba is installed and many quotations were asked.

To load numba costs half a second, and to compile, the first time of all, ten to twenty: thousands of questions save it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.search.covers import Cover
from onrecord.search.ground import Ground, Standing
from onrecord.search.segment import Builder, Segment
from onrecord.search.votes import Asked, Keys, Windows, keys_of, windows_at

MANY = 1_000
"""So many questions to one index are a reason to compile."""


class Column(IntEnum):
    """What a row tells of a segment: addresses of arrays, and how many there are of what."""

    STREAM, WORDS, TABLE, BUCKETS, LOW, HIGH, WIDE, ENTRIES = range(8)
    RARE, RANK, STARTS, DEAD, VERSIONS, VOCABULARY, COUNTS, CODES = range(8, 16)


@cache
def can_compile() -> bool:
    """Return whether numba is there."""
    return find_spec("numba") is not None


@cache
def compile_aside() -> threading.Event:
    """Return what is set once the loops are compiled; at the first call a thread of its own begins with that, and nobody waits.

    Where the program ends meanwhile, the thread ends with the loop that it is at: it cannot be left in the middle of one.
    """
    compiled = threading.Event()
    threading.Thread(target=_compile, args=(compiled,), name="compiler").start()
    return compiled


def _compile(compiled: threading.Event) -> None:
    """Ask each loop once, as a seeker does, in a made-up segment: it is compiled at its first call."""
    codes = np.arange(8, dtype=np.uint32)
    builder = Builder()
    builder.begin_version("made-up", 1)
    builder.add_turn(codes.tolist(), ())
    ground = CompiledGround([Segment(builder.finish())])
    asked = Asked(codes, keys_of(codes), (), frozenset(), np.full(len(codes), 9.0))
    nowhere = windows_at(np.zeros(1, np.int64), np.zeros(1, np.int64))
    for ask in (
        lambda: ground.counts(codes.tolist()),
        lambda: ground.in_a_row(asked.keys, 1),
        lambda: ground.some_positions(0, asked.keys, 1),
        lambda: ground.longest(asked.keys, 4, len(codes), at_end=False),
        lambda: ground.cover(asked, nowhere, 0, len(codes)),
        lambda: ground.look(asked, 0, len(codes), 1, 1),
        lambda: ground.look_inside(asked, 0, 0, 0, len(codes), 1),
    ):
        if not threading.main_thread().is_alive():
            return
        ask()
    compiled.set()


class CompiledGround(Ground):
    """The same answers as `Ground` gives, one by one, many times quicker."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        """Take the segments as they are, and load the loops."""
        super().__init__(segments)
        self._loops: Any = import_module("onrecord.search.loops")
        self._standing: Any = import_module("onrecord.search.standing")
        self._held: list[NDArray[Any]] = []
        self._rows = np.array([self._row(segment) for segment in segments], np.int64).reshape(-1, len(Column))

    def _row(self, segment: Segment) -> list[int]:
        postings = segment.postings
        row = dict.fromkeys(Column, 0)
        for column, array, kind in (
            (Column.STREAM, segment.stream, np.uint16),
            (Column.TABLE, postings.table, np.uint32),
            (Column.LOW, postings.low, np.uint16),
            (Column.HIGH, postings.high, postings.high.dtype),
            (Column.RARE, segment.ranks.rare, np.bool_),
            (Column.RANK, segment.ranks.of, np.uint16),
            (Column.STARTS, segment.starts, np.uint32),
            (Column.DEAD, segment.dead, np.bool_),
            (Column.VOCABULARY, segment.vocabulary, np.uint32),
            (Column.COUNTS, segment.counts, np.uint32),
        ):
            held = np.ascontiguousarray(array, kind)
            self._held.append(held)  # its address is good as long as it is held
            row[column] = held.ctypes.data
        row[Column.WORDS], row[Column.ENTRIES] = len(segment.stream), len(postings.low)
        row[Column.BUCKETS] = len(postings.table) - 1
        row[Column.WIDE] = int(postings.high.dtype == np.uint16)
        row[Column.VERSIONS], row[Column.CODES] = len(segment.starts) - 1, len(segment.vocabulary)
        return [row[column] for column in Column]

    def count(self, codes: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Return what `Ground` does."""
        counts: NDArray[np.int64] = self._loops.count(self._rows, codes)
        return counts

    def in_a_row(self, keys: Keys, most: int) -> list[Standing]:
        """Return what `Ground` does."""
        is_told, rows = self._standing.in_a_row(self._rows, keys.low, keys.alone, keys.pairs, most)
        return [Standing(*row) for row in rows.tolist()] if is_told else super().in_a_row(keys, most)

    def some_positions(self, index: int, keys: Keys, enough: int) -> NDArray[np.int64]:
        """Return what `Ground` does."""
        positions: NDArray[np.int64] = self._standing.some_positions(self._rows[index], keys.low, enough)
        return positions

    def longest(self, keys: Keys, least: int, most: int, *, at_end: bool) -> int:
        """Return what `Ground` does."""
        return int(self._standing.longest(self._rows, keys.low, keys.alone, keys.pairs, least, most, at_end))

    def look(self, asked: Asked, start: int, end: int, budget: int, most: int) -> list[Cover]:
        """Return what `Ground` does."""
        keys = asked.keys
        return _covers(
            self._loops.look(
                self._rows, keys.low, keys.alone, keys.pairs, asked.joins, tuple(asked.slips), asked.bits, asked.telling,
                start, end, budget, most,
            )
        )  # fmt: skip

    def cover(self, asked: Asked, windows: Windows, start: int, end: int) -> list[Cover]:
        """Return what `Ground` does."""
        return _covers(
            self._loops.cover(
                self._rows, windows, asked.keys.low, asked.joins, tuple(asked.slips), asked.bits, asked.telling, start, end
            )
        )  # fmt: skip

    def look_inside(
        self, asked: Asked, index: int, version: int, start: int, end: int, most: int
    ) -> list[Cover]:
        """Return what `Ground` does."""
        return _covers(
            self._loops.look_inside(
                self._rows, index, version, asked.keys.low, asked.joins, tuple(asked.slips), asked.bits, asked.telling,
                start, end, most,
            )
        )  # fmt: skip


def _covers(found: tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.bool_]]) -> list[Cover]:
    rows, bits, words = found
    each = zip(rows.tolist(), words, bits.tolist(), strict=True)
    return [Cover(index, diagonal, version, held, told) for (index, diagonal, version), held, told in each]
