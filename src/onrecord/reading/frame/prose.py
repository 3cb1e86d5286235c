"""How much of a block is prose, and not links."""

from __future__ import annotations

from onrecord.reading.page.blocks import Block


def prose_of(block: Block) -> int:
    """Return the characters of a block that are read as prose: none of a short line, and each letter of a link counts against one."""
    length = len(block.text)
    if length < 20 or not block.links:
        return length if length >= 20 else 0
    return max(length - 2 * sum(link.span[1] - link.span[0] for link in block.links), 0)
