"""What stands between the words of a body and is none of them, set behind it: a turn is one stretch of the page's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

import msgspec

from onrecord.model import Span
from onrecord.reading.page.blocks import Block, Link, PageBlocks
from onrecord.reading.page.writer import SEPARATORS


def in_between(words: Sequence[int], own: Iterable[int]) -> tuple[int, ...]:
    """Return the blocks between the first and the last of the words that are none of a statement's own."""
    if not words or words[-1] - words[0] + 1 == len(words):
        return ()
    kept = frozenset(own)
    return tuple(index for index in range(words[0], words[-1]) if index not in kept)


def set_behind(page: PageBlocks, between: Sequence[int], last: int) -> PageBlocks:
    """Return the page with the blocks between set behind the last of the body, in their order; every span moves along.

    What parts a block from the one before it goes with it: no letter is added or left out.
    """
    moved = frozenset(between)
    order = [index for index in range(last + 1) if index not in moved]
    order += [*between, *range(last + 1, len(page.blocks))]
    starts = [0, *(block.span[0] for block in page.blocks[1:]), len(page.text)]
    pieces: list[str] = []
    blocks: list[Block] = []
    length = 0
    for index, following in zip_longest(order, order[1:]):
        block, start = page.blocks[index], starts[index]
        piece = page.text[start : starts[index + 1]]
        if following != index + 1:
            parting = SEPARATORS[page.blocks[following].gap] if following is not None else ""
            piece = page.text[start : block.span[1]] + parting
        pieces.append(piece)
        blocks.append(_shifted(block, length - start))
        length += len(piece)
    return page._replace(text="".join(pieces), blocks=tuple(blocks))


def _shifted(block: Block, by: int) -> Block:
    if not by:
        return block

    def shift(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in spans)

    return msgspec.structs.replace(
        block,
        span=(block.span[0] + by, block.span[1] + by),
        bold=shift(block.bold),
        italic=shift(block.italic),
        inserted=shift(block.inserted),
        struck=shift(block.struck),
        links=tuple(
            Link((link.span[0] + by, link.span[1] + by), link.target, link.beside) for link in block.links
        ),
    )
