"""Entries of lists without a date: what most sites set beside a statement to lead to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.page.blocks import Block

_SHORTEST_TITLE = 15
_LEAST_ENTRIES = 2
_LONGEST_ENTRY = 700
_CUT_SHORT = ("…", "...", "[…]", "[...]")


def find_undated(blocks: Sequence[Block], shapes: tuple[int, ...]) -> set[int]:
    """Return the blocks of short elements side by side that are of one shape and each hold a linked title: entries without a date."""
    alike: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    gone_through: set[tuple[int, ...]] = set()
    for block in blocks:
        if block.is_linked and block.path not in gone_through and len(block.text) >= _SHORTEST_TITLE:
            gone_through.add(block.path)
            for parent, element in pairwise((0, *block.path)):
                alike[parent, shapes[element]].add(element)
    # What holds all of a page has none of its shape beside it: it need not be measured.
    several = [elements for elements in alike.values() if len(elements) >= _LEAST_ENTRIES]
    if not several:
        return set()
    inside: dict[int, list[int]] = {element: [] for elements in several for element in elements}
    for index, block in enumerate(blocks):
        for element in block.path:
            if element in inside:
                inside[element].append(index)
    found: set[int] = set()
    for elements in several:
        if all(
            sum([len(blocks[index].text) for index in inside[element]]) <= _LONGEST_ENTRY
            for element in elements
        ):
            found.update(index for element in elements for index in inside[element])
    for index in sorted(found):
        following = index + 1
        # Where each line is an element of its own, the lead below a title is cut short: "What would happen if …"
        if following < len(blocks) and following not in found and blocks[following].text.endswith(_CUT_SHORT):
            found.add(following)
    return found
