"""A text that another program took out of a page, found again in the page's own blocks: in order, and each place once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

# White space and unseen characters aside, a text this long is in the other by no chance.
_LONG = 25
_MOST_PLACES = 6
_PIECE = 16
# Blocks times characters: a second or so.
_MOST_WORK = 2_000_000_000


class _Step(NamedTuple):
    """A block's position, its start and end in the text, and the step before it."""

    position: int
    start: int
    end: int
    before: _Step | None


class Trace(NamedTuple):
    """The positions of the blocks that the text was taken from, and which share of its characters they hold."""

    positions: tuple[int, ...]
    share: float


def find_trace(blocks: Sequence[str], lines: Sequence[str]) -> Trace | None:
    """Return which of the blocks the lines were taken from; None where there is nothing to find, or too much to look through.

    The way through both that keeps their order and holds the most characters wins. A short block must fill a
    line, so that "Share" is not found in "shared". A block of which the other program left out a part is
    found by its pieces, between the blocks beside it.
    """
    folded = [_fold(line) for line in lines]
    text = "".join(folded)
    if not text or len(blocks) * len(text) > _MOST_WORK:
        return None
    sought = [_fold(block) for block in blocks]
    way = _best_way(sought, text, _starts(folded))
    found = {position for position, _, _ in way}
    found |= _in_gaps(sought, text, way)
    return (
        Trace(tuple(sorted(found)), sum(end - start for _, start, end in way) / len(text)) if found else None
    )


def _fold(text: str) -> str:
    folded = "".join(text.split())
    return folded if folded.isprintable() else "".join(filter(str.isprintable, folded))


def _starts(folded: Sequence[str]) -> dict[str, list[int]]:
    """The lines with where each begins in the text that they make."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    at = 0
    for line in folded:
        starts[line].append(at)
        at += len(line)
    return starts


def _best_way(sought: Sequence[str], text: str, starts: dict[str, list[int]]) -> list[tuple[int, int, int]]:
    """The blocks in order, none over another, that hold the most characters of the text.

    `ends` and `held` rise together: with a way that ends by `ends[n]` no more than `held[n]` characters can be held.
    """
    ends, held, last = [0], [0], list[_Step | None]([None])
    for position, block in enumerate(sought):
        steps = []
        for start in _places(block, text, starts, ends[-1]):
            before = bisect_right(ends, start) - 1
            end = start + len(block)
            steps.append((end, held[before] + len(block), _Step(position, start, end, last[before])))
        for end, holds, step in steps:
            at = bisect_right(ends, end) - 1
            if held[at] >= holds:
                continue
            if ends[at] == end:
                held[at], last[at] = holds, step
            else:
                at += 1
                ends.insert(at, end)
                held.insert(at, holds)
                last.insert(at, step)
            beaten = at + 1
            while beaten < len(ends) and held[beaten] <= holds:
                beaten += 1
            del ends[at + 1 : beaten], held[at + 1 : beaten], last[at + 1 : beaten]
    way = []
    back = last[-1]
    while back is not None:
        way.append((back.position, back.start, back.end))
        back = back.before
    return way[::-1]


def _places(block: str, text: str, starts: dict[str, list[int]], behind: int) -> list[int]:
    """Where a long block stands in the text, or which lines a short one fills: the first few, and the first behind the way so far."""
    if len(block) < _LONG:
        lines = starts.get(block, [])
        return [*lines[:_MOST_PLACES], *lines[max(bisect_left(lines, behind), _MOST_PLACES) :][:1]]
    places: list[int] = []
    start = text.find(block)
    while start >= 0 and len(places) < _MOST_PLACES:
        places.append(start)
        start = text.find(block, start + 1)
    if start >= 0 and (start := text.find(block, max(start, behind))) >= 0:
        places.append(start)
    return places


def _in_gaps(sought: Sequence[str], text: str, way: Sequence[tuple[int, int, int]]) -> set[int]:
    """The blocks that have half of their pieces in the stretch of the text between their neighbours."""
    found = set()
    around = [(-1, 0, 0), *way, (len(sought), len(text), len(text))]
    for (before, _, start), (after, end, _) in pairwise(around):
        if end - start < _PIECE:
            continue
        stretch = text[start:end]
        for position in range(before + 1, after):
            block = sought[position]
            pieces = [block[at : at + _PIECE] for at in range(0, len(block) - _PIECE + 1, _PIECE // 2)]
            if pieces and 2 * sum(piece in stretch for piece in pieces) >= len(pieces):
                found.add(position)
    return found
