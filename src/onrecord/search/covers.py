"""How much of a quotation stands near a place of the stream: a first, rough comparison, of many places at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.search.abreast import APART, Abreast
from onrecord.search.postings import CLASSES
from onrecord.search.segment import Segment
from onrecord.search.votes import HALF, WIDTH, Asked, Windows, windows_at

SLACK = 6
# Covers with less than this share of the best's bits are not given, but the first few.
ROWS_WORTH, ROWS_ALWAYS, MOST_ROWS = 0.5, 3, 48
MOST_VERSIONS = 8


class Cover(NamedTuple):
    """A place, which words of the quotation stand there alike with a neighbour or alone if they are rare, and their bits.

    The quotation's first word would stand at `diagonal` of the segment, or up to WIDTH behind it; `version` is the index of the
    version in its segment.
    """

    segment: int
    diagonal: int
    version: int
    words: NDArray[np.bool_]
    bits: float


def cover_windows(abreast: Abreast, asked: Asked, windows: Windows, start: int, end: int) -> list[Cover]:
    """Return how the words [start, end) are covered at the windows that cover most, the best first.

    What stands in dead versions is left out.
    """
    if not len(windows):
        return []
    windows = windows[windows[:, 0].argsort(kind="stable")]
    rows = _covered(_laid(abreast, windows, start, end), asked, start, end)
    order = np.argsort(-rows.bits, kind="stable")
    told = rows.bits[order]
    worth = told >= ROWS_WORTH * told[:1]
    worth[:ROWS_ALWAYS] = True
    worth &= told > 0
    best, told = order[worth][:MOST_ROWS], told[worth][:MOST_ROWS]
    each = zip(
        windows[rows.window[best]].tolist(),
        rows.version[best].tolist(),
        rows.words[best],
        told.tolist(),
        strict=True,
    )
    return [Cover(index, diagonal, version, words, bits) for (index, diagonal), version, words, bits in each]


class _Rows(NamedTuple):
    """For each window and version near it: the words that are covered, and their bits."""

    window: NDArray[np.int64]
    version: NDArray[np.int64]
    words: NDArray[np.bool_]
    bits: NDArray[np.float64]


class _Laid(NamedTuple):
    """The words near each window, one row for each version that it reaches into: -1 outside of that version."""

    window: NDArray[np.int64]
    version: NDArray[np.int64]
    near: NDArray[np.int32]


def _laid(abreast: Abreast, windows: Windows, start: int, end: int) -> _Laid:
    """Return the words near windows that are ordered by segment."""
    length = end - start + WIDTH + 2 * SLACK
    segments, begins = windows[:, 0], windows[:, 1] + (start - SLACK)
    reach = np.stack([begins, begins + (length - 1)])
    places = np.minimum(np.maximum(reach, 0), abreast.last_words[segments]) + (segments << APART)
    first, last = abreast.begins.searchsorted(places, "right") - 1
    rows, versions = _by_version(first, last)
    kept = ~abreast.dead[versions]
    rows, versions = rows[kept], versions[kept]
    segments = segments[rows]
    behind = begins[rows][:, None] + np.arange(length)
    apart = segments << APART
    inside = (behind >= (abreast.begins[versions] - apart)[:, None]) & (
        behind < (abreast.ends[versions] - apart)[:, None]
    )
    behind[~inside] = 0
    near = np.empty(behind.shape, np.int32)
    edges = segments.searchsorted(np.arange(len(abreast.segments) + 1)).tolist()
    for segment, one, other in zip(abreast.segments, edges[:-1], edges[1:], strict=True):
        if one < other:
            near[one:other] = segment.stream[behind[one:other]]
    near[~inside] = -1
    return _Laid(rows, versions - abreast.first_versions[segments], near)


def _by_version(
    first: NDArray[np.int64], last: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return each row once for every version from its first to its last: which row it is, and the version."""
    if np.array_equal(first, last):
        return np.arange(len(first)), first
    pairs = [
        (row, version)
        for row, (low, high) in enumerate(zip(first.tolist(), last.tolist(), strict=True))
        for version in range(low, min(high, low + MOST_VERSIONS) + 1)
    ]
    table = np.array(pairs, np.int64)
    return table[:, 0], table[:, 1]


def _covered(laid: _Laid, asked: Asked, start: int, end: int) -> _Rows:
    wanted = (asked.codes[start:end] & np.uint32(CLASSES - 1)).astype(np.int32)
    views = _views(laid.near, end - start)
    alike = views == wanted
    for at, code in asked.others:
        if start <= at < end:
            alike[:, :, at - start] |= views[:, :, at - start] == (code & (CLASSES - 1))
    held = alike & asked.telling[start:end]
    both = alike[:, :, 1:] & alike[:, :, :-1]
    apart = [mark - start - 1 for mark in asked.breaks if start < mark < end]
    if apart:
        both[:, :, apart] = False
    held[:, :, 1:] |= both
    held[:, :, :-1] |= both
    words = np.zeros((len(laid.version), len(asked.codes)), np.bool_)
    words[:, start:end] = held.any(axis=1)
    return _Rows(laid.window, laid.version, words, words @ asked.bits)


def _views(near: NDArray[np.int32], length: int) -> NDArray[np.int32]:
    """Return every run of so many words of each row: what numpy's own view gives, without its checks."""
    rows, words = near.shape
    row, word = near.strides
    return np.ndarray((rows, words - length + 1, length), near.dtype, near, 0, (row, word, word))


def windows_inside(
    segment: Segment, index: int, asked: Asked, reach: tuple[int, int], start: int, end: int, most: int
) -> Windows:
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
        return np.zeros((0, 2), np.int64)
    bins, counts = np.unique(votes // HALF, return_counts=True)
    best = bins[np.argsort(-counts, kind="stable")[:most]]
    return windows_at(np.full(len(best), index), best * HALF)
