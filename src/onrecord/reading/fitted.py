"""What was learnt of a site, applied to one page: its frame, and the blocks of the body that are the site's."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.model import LearntSite
from onrecord.reading.blocks import Block, PageBlocks
from onrecord.reading.shape import shape_block, shape_elements
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
    bodies = [element for element, shape in enumerate(shapes) if shape in learnt.layouts]
    if len(bodies) != 1:
        return None
    body, layout = bodies[0], learnt.layouts[shapes[bodies[0]]]
    inside = tuple(index for index, block in enumerate(page.blocks) if body in block.path)
    titles, furniture = frozenset(layout.titles), frozenset(layout.furniture)
    title = next((n for n, block in enumerate(page.blocks) if shape_block(block, shapes) in titles), None)
    undated = find_undated(page.blocks, shapes)
    words = _long_words(page.blocks[title].text if title is not None else page.head.title or "")
    aside = tuple(
        i
        for i in inside
        if i != title
        and (
            i in undated
            or (shape_block(page.blocks[i], shapes) in furniture and not _signs(page.blocks[i], words))
        )
    )
    return Fitted(title, inside, aside, layout.speaks) if inside else None


def _signs(block: Block, title: frozenset[str]) -> bool:
    """Whether a line that is no link could be the signature of somebody whom the title names."""
    return len(block.text) <= _LONGEST_SIGNATURE and not block.links and bool(_long_words(block.text) & title)


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]{4,}", text.casefold()))
