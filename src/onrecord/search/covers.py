"""How much of a quotation stands near a place of the stream: a first, rough comparison, of many places at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.search.compiled import loops
from onrecord.search.postings import CLASSES
from onrecord.search.segment import Segment
from onrecord.search.votes import WIDTH, Asked, Window, Windows, windows_at

_SLACK = 6
_TELLING = 9.0
# Covers with less than this share of the best's bits are not given, but the first few.
_WORTH, _ALWAYS = 0.5, 3
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
    segments: Sequence[Segment], asked: Asked, windows: Windows, start: int, end: int
) -> list[Cover]:
    """Return how the words [start, end) are covered at the windows that cover most, the best first.

    What stands in dead versions is left out.
    """
    if not len(windows):
        return []
    compiled = loops()
    rows = (
        _rows(segments, windows, asked, start, end)
        if compiled is None
        else _compiled_rows(compiled, segments, asked, windows, start, end)
    )
    order = np.argsort(-rows.bits, kind="stable")
    told = rows.bits[order]
    worth = told >= _WORTH * told[:1]
    worth[:_ALWAYS] = True
    worth &= told > 0
    best = order[worth]
    each = zip(
        windows[rows.window[best]].tolist(),
        rows.version[best].tolist(),
        rows.words[best],
        told[worth].tolist(),
        strict=True,
    )
    return [Cover(Window(*window), version, words, bits) for window, version, words, bits in each]


class _Rows(NamedTuple):
    """For each window and version near it: the words that are covered, and their bits."""

    window: NDArray[np.int64]
    version: NDArray[np.int64]
    words: NDArray[np.bool_]
    bits: NDArray[np.float64]


def _rows(segments: Sequence[Segment], windows: Windows, asked: Asked, start: int, end: int) -> _Rows:
    laid = [_laid(segments, windows, index, start, end) for index in np.unique(windows[:, 0]).tolist()]
    return _covered(_Laid(*(np.concatenate(column) for column in zip(*laid, strict=True))), asked, start, end)


def _compiled_rows(
    compiled: Any, segments: Sequence[Segment], asked: Asked, windows: Windows, start: int, end: int
) -> _Rows:
    wanted = (asked.codes[start:end] & np.uint32(CLASSES - 1)).astype(np.int32)
    others = _others_table(asked, start, end)
    telling = asked.bits[start:end] >= _TELLING
    joins = joined_words(asked, start, end)
    parts = []
    for index, segment in enumerate(segments):
        own = (windows[:, 0] == index).nonzero()[0]
        if not len(own):
            continue
        most = len(own) * (_MOST_VERSIONS + 1)
        versions, of = np.empty(most, np.int64), np.empty(most, np.int64)
        words, told = np.zeros((most, len(asked.codes)), np.bool_), np.zeros(most, np.float64)
        rows = compiled.cover(
            segment.stream, segment.starts, segment.dead, windows[own, 1], wanted, others, telling, joins, asked.bits, start,
            _SLACK, WIDTH, _MOST_VERSIONS, versions, words, told, of,
        )  # fmt: skip
        parts.append((own[of[:rows]], versions[:rows], words[:rows], told[:rows]))
    if len(parts) == 1:
        return _Rows(*parts[0])
    return _Rows(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def joined_words(asked: Asked, start: int, end: int) -> NDArray[np.bool_]:
    """Return which of the words [start, end) follow the word before without a mark of the quotation's own."""
    joins = np.ones(end - start, np.bool_)
    if asked.breaks:
        joins[[mark - start for mark in asked.breaks if start < mark < end]] = False
    return joins


def _others_table(asked: Asked, start: int, end: int) -> NDArray[np.int32]:
    """Return for each word the codes of those it may be a slip for, -1 where there are no more."""
    if not asked.others:
        return np.empty((end - start, 0), np.int32)
    found: list[list[int]] = [[] for _ in range(end - start)]
    for at, code in asked.others:
        if start <= at < end:
            found[at - start].append(code & (CLASSES - 1))
    most = max(map(len, found), default=0)
    return np.array([codes + [-1] * (most - len(codes)) for codes in found], np.int32).reshape(
        end - start, most
    )


class _Laid(NamedTuple):
    """The words near each window, one row for each version that it reaches into: -1 outside of that version."""

    window: NDArray[np.int64]
    version: NDArray[np.int64]
    near: NDArray[np.int32]


def _laid(segments: Sequence[Segment], windows: Windows, index: int, start: int, end: int) -> _Laid:
    segment, length = segments[index], end - start + WIDTH + 2 * _SLACK
    own = (windows[:, 0] == index).nonzero()[0]
    begins = windows[own, 1] + (start - _SLACK)
    most = len(segment.stream) - 1
    first = segment.versions_at(np.minimum(np.maximum(begins, 0), most))
    last = segment.versions_at(np.minimum(np.maximum(begins + length - 1, 0), most))
    rows, versions = _by_version(first, last)
    places = begins[rows][:, None] + np.arange(length)
    begin, stop = segment.reaches(versions)
    inside = (places >= begin[:, None]) & (places < stop[:, None])
    near = np.where(inside, segment.stream[np.where(inside, places, 0)], np.int32(-1))
    kept = ~segment.dead[versions]
    return _Laid(own[rows][kept], versions[kept], near[kept])


def _by_version(
    first: NDArray[np.int64], last: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return each row once for every version from its first to its last: which row it is, and the version."""
    if np.array_equal(first, last):
        return np.arange(len(first)), first
    pairs = [
        (row, version)
        for row, (low, high) in enumerate(zip(first.tolist(), last.tolist(), strict=True))
        for version in range(low, min(high, low + _MOST_VERSIONS) + 1)
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
    held = alike & (asked.bits[start:end] >= _TELLING)
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
    if (compiled := loops()) is not None:
        joins = joined_words(asked, start, end)
        bins, counts = compiled.inside(stream, wanted, joins, reach[0] - start, WIDTH // 2)
        best = bins[np.argsort(-counts, kind="stable")[:most]]
        return windows_at(index, best * (WIDTH // 2))
    diagonals = []
    for at in range(len(wanted) - 1):
        if start + at + 1 in asked.breaks:
            continue
        found = np.flatnonzero((stream[:-1] == wanted[at]) & (stream[1:] == wanted[at + 1]))
        diagonals.append(found + (reach[0] - start - at))
    votes = np.concatenate(diagonals) if diagonals else np.zeros(0, np.int64)
    if not len(votes):
        return windows_at(index, votes)
    bins, counts = np.unique(votes // (WIDTH // 2), return_counts=True)
    best = bins[np.argsort(-counts, kind="stable")[:most]]
    return windows_at(index, best * (WIDTH // 2))
