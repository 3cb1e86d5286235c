"""How much of a quotation stands near a place of the stream: a first, rough comparison, of many places at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.search.postings import CLASSES
from onrecord.search.segment import Segment
from onrecord.search.votes import WIDTH, Asked, Window

_SLACK = 6
_TELLING = 9.0
_MOST_CELLS = 4_000_000
_MOST_VERSIONS = 8


class Cover(NamedTuple):
    """A window, which words of the quotation stand there alike with a neighbour or alone if they are rare, and their bits.

    `version` is the index of the version in its segment.
    """

    window: Window
    version: int
    words: NDArray[np.bool_]
    bits: float


def cover_windows(
    segments: Sequence[Segment], asked: Asked, windows: Sequence[Window], start: int, end: int
) -> list[Cover]:
    """Return how the words [start, end) are covered at each of the windows that covers something, the best first.

    What stands in dead versions is left out.
    """
    per_step = max(1, _MOST_CELLS // ((end - start) * (WIDTH + 2 * _SLACK)))
    covers = []
    for index, segment in enumerate(segments):
        own = [window for window in windows if window.segment == index]
        for at in range(0, len(own), per_step):
            some = own[at : at + per_step]
            covers += _covered(segment, asked, some, start, end)
    covers.sort(key=lambda cover: -cover.bits)
    return covers


def _covered(segment: Segment, asked: Asked, windows: Sequence[Window], start: int, end: int) -> list[Cover]:
    length = end - start
    wanted = (asked.codes[start:end] & np.uint32(CLASSES - 1)).astype(np.int32)
    window_of, versions, begins = _by_version(segment, windows, start, length + WIDTH + 2 * _SLACK)
    places = begins[:, None] + np.arange(length + WIDTH + 2 * _SLACK)
    first, last = segment.reaches(versions)
    near = segment.stream[np.clip(places, 0, len(segment.stream) - 1)].astype(np.int32)
    near[(places < first[:, None]) | (places >= last[:, None])] = -1
    views = np.lib.stride_tricks.sliding_window_view(near, length, axis=1)
    alike = views == wanted
    for at, code in asked.others:
        if start <= at < end:
            alike[:, :, at - start] |= views[:, :, at - start] == (code & (CLASSES - 1))
    held = alike & (asked.bits[start:end] >= _TELLING)
    both = alike[:, :, 1:] & alike[:, :, :-1]
    apart = [mark - start - 1 for mark in asked.breaks if start < mark < end]
    both[:, :, apart] = False
    held[:, :, 1:] |= both
    held[:, :, :-1] |= both
    words = np.zeros((len(versions), len(asked.codes)), np.bool_)
    words[:, start:end] = held.any(axis=1)
    bits = words @ asked.bits
    alive = np.flatnonzero((bits > 0) & ~segment.dead[versions])
    return [
        Cover(windows[window_of[at]], int(versions[at]), words[at], float(bits[at])) for at in alive.tolist()
    ]


def _by_version(
    segment: Segment, windows: Sequence[Window], start: int, length: int
) -> tuple[list[int], NDArray[np.int64], NDArray[np.int64]]:
    """Return each window once for every version that it reaches into: its index, the version, and where it begins."""
    begins = np.array([window.diagonal for window in windows], np.int64) + (start - _SLACK)
    most = len(segment.stream) - 1
    first = segment.versions_at(np.clip(begins, 0, most)).tolist()
    last = segment.versions_at(np.clip(begins + length - 1, 0, most)).tolist()
    pairs = [
        (index, version)
        for index in range(len(windows))
        for version in range(first[index], min(last[index], first[index] + _MOST_VERSIONS) + 1)
    ]
    window_of = [index for index, _ in pairs]
    return window_of, np.array([version for _, version in pairs], np.int64), begins[window_of]


def windows_inside(
    segment: Segment, index: int, asked: Asked, reach: tuple[int, int], start: int, end: int, most: int
) -> list[Window]:
    """Return the windows within a stretch of the stream that share most pairs of the words [start, end): none is passed over."""
    stream = segment.stream[slice(*reach)]
    wanted = (asked.codes[start:end] & np.uint32(CLASSES - 1)).astype(np.uint16)
    diagonals = []
    for at in range(len(wanted) - 1):
        if start + at + 1 in asked.breaks:
            continue
        found = np.flatnonzero((stream[:-1] == wanted[at]) & (stream[1:] == wanted[at + 1]))
        diagonals.append(found + (reach[0] - start - at))
    votes = np.concatenate(diagonals) if diagonals else np.zeros(0, np.int64)
    if not len(votes):
        return []
    bins, counts = np.unique(votes // (WIDTH // 2), return_counts=True)
    best = bins[np.argsort(-counts, kind="stable")[:most]]
    return [Window(index, int(each) * (WIDTH // 2)) for each in best]
