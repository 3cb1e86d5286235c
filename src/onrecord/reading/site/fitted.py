"""What was learnt of a site, applied to one page: its frame, and the blocks of the body that are the site's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.model import LearntLayout, LearntSite
from onrecord.reading.page.blocks import Block, PageBlocks
from onrecord.reading.page.shape import shape_block, shape_elements
from onrecord.reading.site.echoes import is_echo, quoted_words, text_of
from onrecord.reading.site.flat import find_title
from onrecord.reading.site.repeats import PROSE
from onrecord.reading.site.sketch import lead_digest, pattern_digest, text_digest
from onrecord.reading.site.undated import find_undated
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.words.dates import find_dates, whole_date

_LONGEST_SIGNATURE = 60
_LEAST_TITLE = 15
NEAR_TITLE = 3
"""Blocks from the title within which lines with a date are the message's."""


class Fitted(NamedTuple):
    """The indices of the title's block (None where the layout does not tell), the body's blocks, and the site's among them."""

    title: int | None
    inside: tuple[int, ...]
    furniture: tuple[int, ...]
    speaks: bool
    """Whether the site's titles say that it publishes statements."""
    dates: tuple[int, ...] | None
    """The lines with the message's date at the title, None where the layout tells nothing of them."""


def fitting(page: PageBlocks, learnt: LearntSite | None) -> LearntSite | None:
    """Return what was learnt of the pages that are like this one; where it is like none, what was learnt first."""
    shapes = shape_elements(page) if learnt is not None and learnt.then is not None else ()
    each = learnt if shapes else None
    while each is not None:
        if find_body(shapes, each) is not None:
            return each
        each = each.then
    return learnt


def find_body(shapes: Sequence[int], learnt: LearntSite) -> int | None:
    """Return the element of the body by the shapes of a page's elements, 0 for the page; None where no layout that was learnt is shown."""
    bodies = [element for element, shape in enumerate(shapes) if shape in learnt.layouts and element]
    if not bodies and (flat := learnt.layouts.get(0)):
        there = frozenset(shapes)
        return 0 if 2 * sum(shape in there for shape in flat.around) >= len(flat.around) else None
    return bodies[0] if len(bodies) == 1 else None


def fit_page(page: PageBlocks, learnt: LearntSite | None) -> Fitted | None:
    """Return where the learnt layout has title and body on a page, None where the page shows no layout that was learnt."""
    if learnt is None or not learnt.layouts or not page.elements:
        return None
    shapes = shape_elements(page)
    body = find_body(shapes, learnt)
    if body is None:
        return None
    layout = learnt.layouts[shapes[body]]
    lines = frozenset((*layout.lines, *learnt.lines))
    title = _title_at(page, body, frozenset(layout.titles), shapes, lines)
    # Where the heads name the pages, a text has the title that its head gives it, or has none.
    if title is None and (body == 0 or not layout.titles):
        title = find_title(page, shapes, lines, called_alone=layout.named)
    inside = tuple(
        index
        for index, block in enumerate(page.blocks)
        if body in block.path or (body == 0 and title is not None)
    )
    dates = _dates_at(page, title, layout, shapes)
    aside = _site_lines(page, inside, title, layout, learnt, shapes)
    own = frozenset(dates or ())
    return (
        Fitted(title, inside, tuple(i for i in aside if i not in own), layout.speaks, dates)
        if inside
        else None
    )


def _title_at(
    page: PageBlocks, body: int, titles: frozenset[int], shapes: tuple[int, ...], lines: frozenset[int]
) -> int | None:
    """The block where the layout has the title: the last before the words, where the site sets its own lines like titles."""
    places = [n for n, block in enumerate(page.blocks) if shape_block(block, shapes) in titles]
    if len(places) < 2:
        return places[0] if places else None
    own = [n for n in places if not page.blocks[n].is_linked and pattern_digest(page.blocks[n]) not in lines]
    inside = (n for n, block in enumerate(page.blocks) if body in block.path)
    words = next((n for n in inside if len(page.blocks[n].text) >= PROSE), len(page.blocks))
    above = [n for n in own if n < words] if body else own[:1]
    return (above or own or places)[-1 if above else 0]


def _dates_at(
    page: PageBlocks, title: int | None, layout: LearntLayout, shapes: tuple[int, ...]
) -> tuple[int, ...] | None:
    if title is None or not layout.dates:
        return None
    near = range(max(title - NEAR_TITLE, 0), min(title + NEAR_TITLE + 1, len(page.blocks)))
    found = {
        index: shape_block(page.blocks[index], shapes)
        for index in near
        if index != title and find_dates(page.blocks[index].text)
    }
    told = [index for index, shape in found.items() if shape in layout.dates]
    below = any(index > title and whole_date(page.blocks[index].text) for index in told)
    # Of a day above the title and one below it, the one above may be the site's own that has moved there.
    return tuple(index for index in told if index > title or not below)


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
    learnt: LearntSite,
    shapes: tuple[int, ...],
) -> tuple[int, ...]:
    """The blocks in the body that are the site's: where or what they are on other pages, or entries that lead to others."""
    blocks = page.blocks
    undated = find_undated(blocks, shapes)
    # A list of links amid the words is the statement's own: the site's stand behind them, or before the title.
    prose = [i for i in inside if i not in undated and _is_prose(blocks[i])]
    undated = {index for index in undated if not prose or not prose[0] < index < prose[-1]}
    apart = (
        undated
        | _boxed(blocks, inside, title, layout, learnt, shapes)
        | _pulled(blocks, inside, title, layout, shapes)
    )
    lines = frozenset((*layout.lines, *learnt.lines))
    leads = frozenset(learnt.leads)
    words = _long_words(blocks[title].text if title is not None else page.head.title or "")
    found = []
    for index in inside:
        block = blocks[index]
        same = (
            _is_furniture(block, shape_block(block, shapes), layout)
            or (not block.level and pattern_digest(block) in lines)
            or lead_digest(block) in leads
        )
        if index != title and (index in apart or (same and not _signs(block, words))):
            found.append(index)
    return tuple(sorted({*found, *_quoted_under(blocks, inside, frozenset(found))}))


def _quoted_under(blocks: Sequence[Block], inside: Sequence[int], lines: frozenset[int]) -> Iterator[int]:
    """Quotations between a line of the site and the link to the message that they are from, which need no element of their own."""
    for before, index, after in zip(inside, inside[1:], inside[2:], strict=False):
        if before in lines and blocks[after].is_linked and quoted_words(blocks[index].text) is not None:
            yield from (index, after)


def _boxed(
    blocks: Sequence[Block],
    inside: Sequence[int],
    title: int | None,
    layout: LearntLayout,
    learnt: LearntSite,
    shapes: tuple[int, ...],
) -> set[int]:
    """The blocks in elements that are boxes on other pages, or that open with the line of a box and hold a linked title."""
    boxes, heads = frozenset(layout.boxes), frozenset(learnt.heads)
    found = {
        index
        for index in inside
        if not boxes.isdisjoint(shapes[element] for element in blocks[index].path)
    } if boxes else set()  # fmt: skip
    held: defaultdict[int, list[int]] = defaultdict(list)
    for index in inside if heads else ():
        for element in blocks[index].path:
            held[element].append(index)
    for index in inside if heads else ():
        if not blocks[index].links and text_digest(blocks[index].text) in heads:
            opened = (held[element] for element in reversed(blocks[index].path))
            box = next((each for each in opened if each[0] == index and len(each) > 1), [])
            if title in box or len(box) == len(inside):
                continue  # it has moved to the head of the words themselves
            if any(blocks[each].is_linked and len(blocks[each].text) >= _LEAST_TITLE for each in box):
                found.update(box)
    return found


def _pulled(
    blocks: Sequence[Block],
    inside: Sequence[int],
    title: int | None,
    layout: LearntLayout,
    shapes: tuple[int, ...],
) -> set[int]:
    """The blocks that repeat words of the body where other pages have such: what they repeat stays."""
    pulled = frozenset(layout.pulled)
    places = [i for i in inside if i != title and shape_block(blocks[i], shapes) in pulled]
    lone = Counter(shape_block(blocks[index], shapes) for index in places)
    may = [
        index
        for index in places
        if quoted_words(blocks[index].text) is not None
        or (lone[shape_block(blocks[index], shapes)] == 1 and not is_name_like(blocks[index].text))
    ]
    if not may:
        return set()
    prose = text_of(blocks[index] for index in inside if index not in may and index != title)
    return {index for index in may if is_echo(blocks[index].text, prose)}


def _is_furniture(block: Block, shape: int, layout: LearntLayout) -> bool:
    """Whether a block stands where the site sets its own, and is no sentence where paragraphs stand as well."""
    sentence = not block.links and ends_as_sentence(block.text)
    return shape in layout.furniture and not (sentence and shape in layout.prose)


def _is_prose(block: Block) -> bool:
    return len(block.text) >= PROSE and not block.is_linked and quoted_words(block.text) is None


def _signs(block: Block, title: frozenset[str]) -> bool:
    """Whether a line that is no link could be the signature of somebody whom the title names."""
    return len(block.text) <= _LONGEST_SIGNATURE and not block.links and bool(_long_words(block.text) & title)


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]{4,}", text.casefold()))
