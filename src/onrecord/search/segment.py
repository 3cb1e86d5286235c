"""A segment of the index of quotations: the words of some versions as one stream of codes, and where its seeds stand.

A segment is written once and never changed. In its file stand a line that tells where each array lies, and the arrays.
"""

from __future__ import annotations

import json
import mmap
import os
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.search.postings import CLASSES, Codes, Counts, Postings, build_postings, rank_codes

_MAGIC = b"onrecord quotations "
_ALIGNED = 64
_PENDING = 1 << 18

Arrays = Mapping[str, NDArray[Any]]


class Spot(NamedTuple):
    """A place in a version: the index of its turn, and an offset in that turn's text, from which words can be counted.

    `words` is how many words of the version stand before it.
    """

    turn: int
    offset: int
    words: int


class Segment:
    """The words of some versions; `dead` are those that a later segment has again, or that are gone."""

    def __init__(self, arrays: Arrays, dead: NDArray[np.bool_] | None = None) -> None:
        """Take the arrays as `Builder` or `read_arrays` gives them."""
        self.arrays = arrays
        self.stream: Codes = arrays["stream"]
        self.postings = Postings(arrays["table"], arrays["low"], arrays["high"])
        self.ids = arrays["ids"]
        self.dead = np.zeros(len(self.ids), np.bool_) if dead is None else dead
        self.vocabulary, self.counts = arrays["vocabulary"], arrays["counts"]
        self.starts = arrays["version_words"]
        # One by one, numbers are read quicker out of a view than out of an array.
        self._turns, self._marks = memoryview(arrays["turn_words"]), memoryview(arrays["mark_words"])  # type: ignore[arg-type]
        self.ranks = rank_codes(class_counts(self.vocabulary, self.counts))

    def count(self, codes: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Return how often each word stands in the segment."""
        at = np.searchsorted(self.vocabulary, codes)
        at[at == len(self.vocabulary)] = 0
        if not len(self.vocabulary):
            return np.zeros(len(codes), np.int64)
        return np.where(self.vocabulary[at] == codes, self.counts[at], 0).astype(np.int64)

    def versions_at(self, positions: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the index of the version that holds each position of the stream."""
        # Of one kind with the array, or all of that would be copied first.
        return self.starts.searchsorted(positions.astype(np.uint32), "right") - 1

    def reach(self, version: int) -> tuple[int, int]:
        """Return where the words of a version begin and end in the stream."""
        return int(self.starts[version]), int(self.starts[version + 1])

    def reaches(self, versions: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the same of many versions."""
        return self.starts[versions].astype(np.int64), self.starts[versions + 1].astype(np.int64)

    def name(self, version: int) -> tuple[str, int]:
        """Return the statement's id and the number of a version."""
        return bytes(self.ids[version]).decode("utf-8"), int(self.arrays["version_numbers"][version])

    def spots(self, version: int, start: int, end: int) -> tuple[Spot, Spot | None]:
        """Return the last spot at or before a position of the version, and the first at or behind another, if there is one."""
        turn = bisect_right(self._turns, start) - 1
        mark = bisect_right(self._marks, start) - 1
        inside = mark >= 0 and self._marks[mark] > self._turns[turn]
        first = self._at_mark(mark, turn, version) if inside else self._at_turn(turn, version)
        stop = self.reach(version)[1]
        turn = bisect_left(self._turns, end)
        mark = bisect_left(self._marks, end)
        next_turn = self._turns[turn] if turn < len(self._turns) else stop
        if mark < len(self._marks) and self._marks[mark] < min(next_turn, stop):
            return first, self._at_mark(mark, turn - 1, version)
        # A turn without words begins where the next does: the last of such has them.
        last = bisect_right(self._turns, next_turn) - 1
        return first, self._at_turn(last, version) if next_turn < stop else None

    def _at_mark(self, mark: int, turn: int, version: int) -> Spot:
        first_turn = int(self.arrays["version_turns"][version])
        words = self._marks[mark] - self.reach(version)[0]
        return Spot(turn - first_turn, int(self.arrays["mark_offsets"][mark]), words)

    def _at_turn(self, turn: int, version: int) -> Spot:
        """Return the beginning of a turn."""
        first_turn = int(self.arrays["version_turns"][version])
        return Spot(turn - first_turn, 0, self._turns[turn] - self.reach(version)[0])


class Builder:
    """Gathers versions until they make a segment."""

    def __init__(self) -> None:
        """Begin with no version."""
        self._streams: list[Codes] = []
        self._vocabulary = Vocabulary()
        self._pending: list[int] = []
        self._ids: list[bytes] = []
        self._numbers: list[int] = []
        self._version_words = [0]
        self._version_turns = [0]
        self._turn_words: list[int] = []
        self._mark_words: list[int] = []
        self._mark_offsets: list[int] = []
        self.words = 0

    def begin_version(self, statement: str, number: int) -> None:
        """Take the words of the turns that follow for this version's."""
        self._ids.append(statement.encode("utf-8"))
        self._numbers.append(number)
        self._version_words.append(self.words)
        self._version_turns.append(len(self._turn_words))

    def add_turn(self, codes: Sequence[int], marks: Sequence[tuple[int, int]]) -> None:
        """Add the words of the next turn."""
        self._turn_words.append(self.words)
        for words, offset in marks:
            if not words:  # where the turn begins is told already
                continue
            self._mark_words.append(self.words + words)
            self._mark_offsets.append(offset)
        self._pending += codes
        self.words += len(codes)
        self._version_words[-1] = self.words
        self._version_turns[-1] = len(self._turn_words)
        if len(self._pending) > _PENDING:
            self._settle()

    def finish(self) -> dict[str, NDArray[Any]]:
        """Return the arrays of the segment."""
        self._settle()
        vocabulary, counts = self._vocabulary.finish()
        stream = np.concatenate(self._streams) if self._streams else np.zeros(0, np.uint16)
        self._streams.clear()
        return {
            "stream": stream,
            **_posted(stream, class_counts(vocabulary, counts)),
            "vocabulary": vocabulary,
            "counts": counts,
            "mark_words": np.array(self._mark_words, np.uint32),
            "mark_offsets": np.array(self._mark_offsets, np.uint32),
            "turn_words": np.array(self._turn_words, np.uint32),
            "version_words": np.array(self._version_words, np.uint32),
            "version_turns": np.array(self._version_turns, np.uint32),
            "version_numbers": np.array(self._numbers, np.uint32),
            "ids": np.array(self._ids, np.bytes_) if self._ids else np.zeros(0, "S1"),
        }

    def _settle(self) -> None:
        codes = np.array(self._pending, np.uint32)
        self._pending.clear()
        self._vocabulary.add(*np.unique(codes, return_counts=True))
        self._streams.append((codes & np.uint32(CLASSES - 1)).astype(np.uint16))


class Vocabulary:
    """How often each word stands, gathered piece by piece."""

    def __init__(self) -> None:
        """Begin with no word."""
        self._words = np.zeros(0, np.uint32)
        self._counts = np.zeros(0, np.int64)

    def add(self, words: NDArray[np.uint32], counts: NDArray[np.int64]) -> None:
        """Add counts of words."""
        joined = np.concatenate([self._words, words])
        self._words, where = np.unique(joined, return_inverse=True)
        both = np.concatenate([self._counts, counts])
        self._counts = np.bincount(where, weights=both, minlength=len(self._words)).astype(np.int64)

    def finish(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """Return the words in order, and how often each stands."""
        return self._words, self._counts.astype(np.uint32)


def class_counts(vocabulary: NDArray[np.uint32], counts: NDArray[np.uint32]) -> Counts:
    """Return how often each code of the stream stands in it."""
    classes = (vocabulary & np.uint32(CLASSES - 1)).astype(np.int64)
    return np.bincount(classes, weights=counts, minlength=CLASSES).astype(np.int64)


def merge_segments(segments: Sequence[Segment]) -> dict[str, NDArray[Any]]:
    """Return the arrays of one segment with all versions of several that are not dead."""
    vocabulary = Vocabulary()
    parts: dict[str, list[NDArray[Any]]] = {name: [] for name in _JOINED}
    words = turns = 0
    for segment in segments:
        vocabulary.add(segment.arrays["vocabulary"], segment.arrays["counts"].astype(np.int64))
        for first, last in _alive(segment):
            taken = _cut(segment, first, last, words, turns)
            words, turns = int(taken["version_words"][-1]), int(taken["version_turns"][-1])
            for name, array in taken.items():
                parts[name].append(array)
    joined = {
        name: np.concatenate(arrays) if arrays else np.zeros(0, np.uint32) for name, arrays in parts.items()
    }
    for name in ("version_words", "version_turns"):
        joined[name] = np.concatenate([np.zeros(1, np.uint32), joined[name]])
    codes, counts = vocabulary.finish()
    stream = joined["stream"].astype(np.uint16, copy=False)
    # Words of dead versions are still counted: the postings follow the counts, and must be asked by the same.
    return {
        **joined,
        "stream": stream,
        **_posted(stream, class_counts(codes, counts)),
        "vocabulary": codes,
        "counts": counts,
    }


_JOINED = (
    "stream", "mark_words", "mark_offsets", "turn_words", "version_words", "version_turns", "version_numbers", "ids",
)  # fmt: skip


def _alive(segment: Segment) -> list[tuple[int, int]]:
    """Return the runs [first, last) of versions that are not dead."""
    edges = np.flatnonzero(np.diff(np.concatenate([[True], segment.dead, [True]]).astype(np.int8)))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]


def _cut(segment: Segment, first: int, last: int, words: int, turns: int) -> dict[str, NDArray[Any]]:
    """Return the arrays of the versions [first, last), for a stream that has so many words and turns before them."""
    arrays = segment.arrays
    begin, end = segment.reach(first)[0], segment.reach(last - 1)[1]
    marks = slice(*np.searchsorted(arrays["mark_words"], np.array([begin, end], np.uint32)))
    turn, turn_end = int(arrays["version_turns"][first]), int(arrays["version_turns"][last])
    return {
        "stream": segment.stream[begin:end],
        "mark_words": arrays["mark_words"][marks] - np.uint32(begin) + np.uint32(words),
        "mark_offsets": arrays["mark_offsets"][marks],
        "turn_words": arrays["turn_words"][turn:turn_end] - np.uint32(begin) + np.uint32(words),
        "version_words": arrays["version_words"][first + 1 : last + 1] - np.uint32(begin) + np.uint32(words),
        "version_turns": arrays["version_turns"][first + 1 : last + 1] - np.uint32(turn) + np.uint32(turns),
        "version_numbers": arrays["version_numbers"][first:last],
        "ids": arrays["ids"][first:last],
    }


def _posted(stream: Codes, counts: Counts) -> dict[str, NDArray[Any]]:
    return build_postings(stream, counts)._asdict()


def write_segment(path: Path, arrays: Arrays) -> None:
    """Write a segment; the file is there whole or not at all."""
    places, at = {}, 0
    for name, array in arrays.items():
        places[name] = (array.dtype.str, len(array), at)
        at += -(-array.nbytes // _ALIGNED) * _ALIGNED
    head = _MAGIC + json.dumps({"arrays": places, "bytes": at}).encode() + b"\n"
    head = head[:-1] + b" " * (-len(head) % _ALIGNED) + b"\n"
    beside = path.with_name(f"{path.name}.new")
    with beside.open("wb") as file:
        file.write(head)
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).data)
            file.write(bytes(-array.nbytes % _ALIGNED))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Return the arrays of a segment's file, which stays mapped; ValueError or OSError where it is not whole."""
    with path.open("rb") as file:
        head = file.readline(1 << 16)
        if not head.startswith(_MAGIC):
            raise ValueError(f"{path.name} is no segment")
        told = json.loads(head[len(_MAGIC) :])
        if file.seek(0, os.SEEK_END) != len(head) + told["bytes"]:
            raise ValueError(f"{path.name} is cut")
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return {
        name: np.frombuffer(mapped, np.dtype(kind), length, len(head) + at)
        for name, (kind, length, at) in told["arrays"].items()
    }
