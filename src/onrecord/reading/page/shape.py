"""Where blocks stand, as a number that is the same on all pages of one layout: tags and classes, not texts or counts."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from hashlib import blake2b

from onrecord.reading.page.blocks import Block, Element, PageBlocks

# "post-18233", "page-id-77": what names one page, not its layout
_NUMBER = re.compile(r"\d{3,}")
# Rows and columns of a table without classes are told apart by their order, as far as a layout goes.
_ORDERED = frozenset(("td", "th", "tr"))
_MOST_ORDERED = 4


def shape_elements(page: PageBlocks) -> tuple[int, ...]:
    """Return the shape of each element, by its id: 0 for the page itself, whose id is 0."""
    return _shapes(page.elements)


@lru_cache(4)  # asked three times of a page
def _shapes(elements: tuple[Element, ...]) -> tuple[int, ...]:
    shapes = [0]
    ordered: Counter[tuple[int, str]] = Counter()
    for element in elements:
        order = 0
        if not element.name and element.tag in _ORDERED:
            ordered[element.parent, element.tag] += 1
            order = min(ordered[element.parent, element.tag], _MOST_ORDERED)
        shapes.append(_shape(shapes[element.parent], element.tag, element.name, order))
    return tuple(shapes)


def shape_block(block: Block, shapes: tuple[int, ...]) -> int:
    """Return the shape of a block: that of the element that holds its text."""
    return shapes[block.path[-1]] if block.path else 0


@lru_cache(65_536)
def _shape(parent: int, tag: str, name: str, order: int) -> int:
    classes = " ".join(sorted(_NUMBER.sub("0", name).split()))
    digest = blake2b(f"{parent} {tag} {classes} {order}".encode(), digest_size=8).digest()
    # A number that any reader of JSON keeps whole, and not the page's own
    return int.from_bytes(digest) >> 12 or 1
