"""Where a page's text stands in the captured bytes, where it was taken out of a format that is no text by itself."""

from __future__ import annotations

from onrecord.model import Place, Span
from onrecord.reading.page.blocks import PageBlocks
from onrecord.text import PLACE_MARK


def find_places(page: PageBlocks) -> tuple[Place, ...]:
    """Return the stretches of the text by where they were found, the innermost element deciding; none for a common page."""
    marked = {
        number: element.name.removeprefix(PLACE_MARK)
        for number, element in enumerate(page.elements, 1)
        if element.name.startswith(PLACE_MARK)
    }
    found: list[Place] = []
    if not marked:
        return ()
    for block in page.blocks:
        at = next((marked[number] for number in reversed(block.path) if number in marked), None)
        if at is None:
            continue
        span: Span = block.span
        if found and found[-1].at == at:
            span = (found.pop().span[0], span[1])
        found.append(Place(at, span))
    return tuple(found)
