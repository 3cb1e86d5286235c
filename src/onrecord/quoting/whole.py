"""A quotation put together from runs that stand word for word: two of them, or one for each piece between its marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.quoting.place import Block

LEAST_RUN = 4
"""Fewer words than these in a row stand in any record: they make no run."""


def whole_runs(blocks: Sequence[Sequence[Block]], words: int, breaks: Sequence[int]) -> tuple[Block, ...]:
    """Return runs that make up the whole quotation and stand as quoted; empty where there are no such.

    `blocks` are those of each candidate, the likeliest first. Between marks each piece is one run; without marks there
    are two, of which the first goes as far as it stands. Of equal ones those of one candidate are taken, in order.
    """
    edges = [0, *(each for each in breaks if 0 < each < words), words]
    every = [block for held in blocks for block in held]
    if len(edges) == 2:
        return _two_runs(every, words)
    taken: list[Block] = []
    for start, end in pairwise(edges):
        fitting = [_cut(block, start, end) for block in every if _holds(block, start, end)]
        if not fitting or (end - start < LEAST_RUN and not _goes_on(fitting, taken)):
            return ()
        taken.append(_nearest(fitting, taken))
    return tuple(taken)


def _two_runs(every: Sequence[Block], words: int) -> tuple[Block, ...]:
    heads = [block for block in every if block.quoted == 0]
    tails = [block for block in every if block.quoted + block.length == words]
    pairs = []
    for head in heads:
        cut = min(head.length, words - LEAST_RUN)
        if cut >= LEAST_RUN:
            pairs += [
                (_cut(head, 0, cut), _cut(tail, cut, words)) for tail in tails if _holds(tail, cut, words)
            ]
    if not pairs:
        return ()
    return min(pairs, key=lambda pair: (pair[0].candidate != pair[1].candidate, not _follows(*pair)))


def _holds(block: Block, start: int, end: int) -> bool:
    return block.quoted <= start and end <= block.quoted + block.length


def _cut(block: Block, start: int, end: int) -> Block:
    return Block(block.candidate, start, block.said + start - block.quoted, end - start)


def _goes_on(fitting: Sequence[Block], taken: Sequence[Block]) -> bool:
    """Return whether a short run stands behind the one before it, in the same candidate."""
    return bool(taken) and any(_follows(taken[-1], block) for block in fitting)


def _nearest(fitting: Sequence[Block], taken: Sequence[Block]) -> Block:
    if not taken:
        return fitting[0]
    return min(
        fitting, key=lambda block: (block.candidate != taken[-1].candidate, not _follows(taken[-1], block))
    )


def _follows(first: Block, second: Block) -> bool:
    return first.candidate == second.candidate and first.said + first.length <= second.said
