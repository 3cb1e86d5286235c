"""Whether what is learnt of a site tells two things of one page, found without reading it: by all that can be asked of its blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from onrecord.model import LearntLayout, LearntSite
from onrecord.reading.page.blocks import PageBlocks
from onrecord.reading.page.shape import shape_block, shape_elements
from onrecord.reading.site.sketch import lead_digest, pattern_digest, text_digest

_BITS = 0xFFFF_FFFF
# Asked only whether a place or line of the page is among them, or whether there are any. `pages`, `first` and `last` are told to
# people. A field of these values that is in none of the tuples below would be overlooked: a test counts them.
_SETS = ("titles", "furniture", "boxes", "lines", "pulled", "dates", "prose")
_ALIKE = ("speaks", "named", "around")
_SITE_SETS = ("datelines", "lines", "heads", "leads")


def reach_of(page: PageBlocks) -> frozenset[int]:
    """Return all numbers of a page that a layout may hold, in 32 bits each: places, lines, and what stands before links.

    Two that are the same in 32 bits are taken for one: then a page is read anew that need not be.
    """
    shapes = shape_elements(page)
    numbers = set(shapes)
    for block in page.blocks:
        numbers |= {
            shape_block(block, shapes),
            pattern_digest(block),
            lead_digest(block),
            text_digest(block.text),
        }
    return frozenset(number & _BITS for number in numbers)


def is_read_alike(before: LearntSite | None, after: LearntSite | None, reach: Collection[int]) -> bool:
    """Return whether a page of this reach is read alike by both; where that is not certain, False."""
    while before is not None and after is not None:
        if not _alike(before, after, reach):
            return False
        before, after = before.then, after.then
    return before is after


def _alike(one: LearntSite, other: LearntSite, reach: Collection[int]) -> bool:
    if one.day_month_order != other.day_month_order or not all(
        _same_of(getattr(one, field), getattr(other, field), reach) for field in _SITE_SETS
    ):
        return False
    # 0 is the layout of pages whose body stands in no element: such a page is known by how many of its elements are there.
    there = {body for body in {*one.layouts, *other.layouts} if not body or body & _BITS in reach}
    return all(
        body in one.layouts
        and body in other.layouts
        and _same_layout(one.layouts[body], other.layouts[body], reach)
        for body in there
    )


def _same_layout(one: LearntLayout, other: LearntLayout, reach: Collection[int]) -> bool:
    return all(getattr(one, field) == getattr(other, field) for field in _ALIKE) and all(
        _same_of(getattr(one, field), getattr(other, field), reach) for field in _SETS
    )


def _same_of(one: Iterable[int], other: Iterable[int], reach: Collection[int]) -> bool:
    first, second = set(one), set(other)
    return bool(first) == bool(second) and not any(number & _BITS in reach for number in first ^ second)
