"""The chain of blocks that explains a quotation at the least cost: near one another, in order, in one statement."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from onrecord.quoting.bits import edit_cost
from onrecord.quoting.place import Block

NEAR = 12
"""The most words that may be left out without a mark before the places count as not following each other."""

_MARKED = 3.0
# What differs by less is the same, added up in another order.
_SAME = 1e-9
_JUMP = 14.0
_ACROSS = 4.0


class Chain(NamedTuple):
    """Blocks in the order of the quotation, trimmed so that none overlaps the next; what they tell less their cost."""

    blocks: tuple[Block, ...]
    bits: float


class Ground(NamedTuple):
    """What a chain is laid on: bits of the quotation's words, its marks' offsets in order, words of each candidate, and of all searched."""

    bits: Sequence[float]
    breaks: Sequence[int]
    sizes: Sequence[int]
    searched: int


def across_cost(searched: int) -> float:
    """Return the bits that going on in another statement takes, where so many words were searched."""
    return math.log2(searched + 2) + _ACROSS


def chain_blocks(blocks: Sequence[Block], ground: Ground) -> Chain:
    """Return the best chain of the blocks; blocks of several candidates may be chained at a high cost."""
    if not blocks:
        return Chain((), 0.0)
    told = [0.0, *accumulate(ground.bits)]
    ordered = sorted(
        blocks, key=lambda block: (block.quoted, block.quoted + block.length, block.candidate, block.said)
    )
    best: list[float] = []
    came: list[tuple[int, int]] = []
    ends = [block.quoted + block.length for block in ordered]
    across = across_cost(ground.searched)
    is_marked = len(ground.breaks) > 0
    likely = _Likely(min(across, _MARKED + math.log2(NEAR + 2) / 2 if is_marked else _JUMP))
    # All that follows is asked of each pair of blocks, which may be a hundred thousand: nothing is called that can be told here.
    for index, block in enumerate(ordered):
        candidate, quoted, said, _ = block
        end, near = ends[index], likely.near(block)
        told_by_end = told[end]
        own = told_by_end - told[quoted]
        score, origin, least = own, (-1, 0), own - _SAME
        worth = least - own + likely.cost
        for earlier in chain(near, likely.far()):
            reached = best[earlier]
            if reached < worth and earlier not in near:
                break  # those that follow tell less
            # No step is free of its words that are trimmed; most need not be looked at further.
            before_end = ends[earlier]
            if before_end >= end:
                continue
            other, before_quoted, before_said, length = before = ordered[earlier]
            most = reached + (own if before_end <= quoted else told_by_end - told[before_end])
            if other != candidate:
                most -= across
            elif not is_marked and quoted >= before_end and not 0 <= said - before_said - length <= NEAR:
                most -= _JUMP
            if most < least or quoted <= before_quoted:
                continue
            step = _step(before, block, ground, across)
            if step is None:
                continue
            trim, cost = step
            reached = reached + told_by_end - told[quoted + trim] - cost
            if reached > score + _SAME or (earlier < origin[0] and reached >= least):
                score, origin, least = reached, (earlier, trim), reached - _SAME
                worth = least - own + likely.cost
        best.append(score)
        came.append(origin)
        likely.add(index, block, score)
    return _walk_back(ordered, best, came)


class _Likely:
    """The blocks from which a step may pay: those whose words end near the next, and those that tell enough for a farther one.

    A step that goes on in the same candidate, at most `NEAR` words behind, may cost nothing; any other costs as much as is given.
    """

    def __init__(self, cost: float) -> None:
        """Take the least cost of a step that is not near."""
        self.cost = cost
        self._ends: dict[int, list[tuple[int, int]]] = {}
        self._best: list[tuple[float, int]] = []

    def add(self, index: int, block: Block, score: float) -> None:
        """Add a block that steps may lead from, and what the best chain to it tells."""
        insort(self._ends.setdefault(block.candidate, []), (block.said + block.length, index))
        insort(self._best, (-score, index))

    def near(self, block: Block) -> list[int]:
        """Return the blocks from which a step to this one may be near, in their order."""
        ends = self._ends.get(block.candidate)
        if ends is None:
            return []
        first = bisect_left(ends, (block.said - NEAR, -1))
        last = bisect_left(ends, (block.said + block.length, -1))
        return sorted([index for _, index in ends[first:last]])

    def far(self) -> Iterator[int]:
        """Yield the blocks, those first to which the best chain tells most."""
        return (index for _, index in self._best)


def _walk_back(ordered: Sequence[Block], best: Sequence[float], came: Sequence[tuple[int, int]]) -> Chain:
    at = max(range(len(best)), key=lambda index: (best[index], -index))
    score = best[at]
    taken: list[Block] = []
    while at >= 0:
        (candidate, quoted, said, length), (origin, trim) = ordered[at], came[at]
        taken.append(Block(candidate, quoted + trim, said + trim, length - trim))
        at = origin
    return Chain(tuple(reversed(taken)), score)


def _step(first: Block, second: Block, ground: Ground, across: float) -> tuple[int, float] | None:
    """Return how many words to trim from the second block, which begins and ends behind the first, and the cost of going there.

    None where it cannot follow.
    """
    candidate, first_quoted, first_said, first_length = first
    other, quoted, said, length = second
    end = first_quoted + first_length
    trim = max(0, end - quoted)
    if candidate != other:
        return trim, across + edit_cost(quoted + trim - end)
    said_end = first_said + first_length
    if first_said < said + trim < said_end:
        trim = said_end - said
    if trim >= length:
        return None
    gap = said + trim - said_end
    skipped = quoted + trim - end
    breaks = ground.breaks
    marked = False
    if breaks:
        mark = bisect_left(breaks, end)
        marked = mark < len(breaks) and breaks[mark] <= quoted + trim
    return trim, _cost(gap, skipped, marked, ground.sizes[candidate])


def _cost(gap: int, skipped: int, marked: bool, size: int) -> float:
    if gap >= 0 and marked:
        return edit_cost(skipped) + (_MARKED + math.log2(gap + 1) / 2 if gap else 0.0)
    if 0 <= gap <= NEAR:
        return edit_cost(max(gap, skipped))
    return edit_cost(skipped) + _JUMP + math.log2(min(size, 4 * abs(gap)) + 2)
