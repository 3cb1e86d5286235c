"""What was learnt of a site, applied to one page: its frame, and the blocks of the body that are the site's."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.model import LearntLayout, LearntSite
from onrecord.reading.blocks import Block, PageBlocks
from onrecord.reading.shape import shape_block, shape_elements
from onrecord.reading.sketch import pattern_digest
from onrecord.reading.undated import find_undated

_LONGEST_SIGNATURE = 60


class Fitted(NamedTuple):
    """The indices of the title's block (None where the layout does not tell), the body's blocks, and the site's among them."""

    title: int | None
    inside: tuple[int, ...]
    furniture: tuple[int, ...]
    speaks: bool
    """Whether the site's titles say that it publishes statements."""


def fit_page(page: PageBlocks, learnt: LearntSite | None) -> Fitted | None:
    """Return where the learnt layout has title and body on a page, None where the page shows no layout that was learnt."""
    if learnt is None or not learnt.layouts or not page.elements:
        return None
    shapes = shape_elements(page)
    bodies = [element for element, shape in enumerate(shapes) if shape in learnt.layouts and element]
    if not bodies and 0 in learnt.layouts:
        bodies = [0]
    if len(bodies) != 1:
        return None
    body, layout = bodies[0], learnt.layouts[shapes[bodies[0]]]
    titles = frozenset(layout.titles)
    title = next((n for n, block in enumerate(page.blocks) if shape_block(block, shapes) in titles), None)
    inside = tuple(
        index
        for index, block in enumerate(page.blocks)
        if body in block.path or (body == 0 and title is not None)
    )
    aside = _site_lines(page, inside, title, layout, shapes)
    return Fitted(title, inside, aside, layout.speaks) if inside else None


def find_datelines(page: PageBlocks, learnt: LearntSite | None) -> frozenset[int]:
    """Return the blocks that stand where the site has its own date."""
    if learnt is None or not learnt.datelines or not page.elements:
        return frozenset()
    shapes, places = shape_elements(page), frozenset(learnt.datelines)
    return frozenset(n for n, block in enumerate(page.blocks) if shape_block(block, shapes) in places)


def _site_lines(
    page: PageBlocks,
    inside: tuple[int, ...],
    title: int | None,
    layout: LearntLayout,
    shapes: tuple[int, ...],
) -> tuple[int, ...]:
    """The blocks in the body that are the site's: where or what they are on other pages, or entries that lead to others."""
    undated = find_undated(page.blocks, shapes)
    furniture, lines, boxes = frozenset(layout.furniture), frozenset(layout.lines), frozenset(layout.boxes)
    words = _long_words(page.blocks[title].text if title is not None else page.head.title or "")
    found = []
    for index in inside:
        block = page.blocks[index]
        same = shape_block(block, shapes) in furniture or (lines and pattern_digest(block.text) in lines)
        boxed = boxes and not boxes.isdisjoint(shapes[element] for element in block.path)
        if index != title and (boxed or index in undated or (same and not _signs(block, words))):
            found.append(index)
    return tuple(found)


def _signs(block: Block, title: frozenset[str]) -> bool:
    """Whether a line that is no link could be the signature of somebody whom the title names."""
    return len(block.text) <= _LONGEST_SIGNATURE and not block.links and bool(_long_words(block.text) & title)


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]{4,}", text.casefold()))
