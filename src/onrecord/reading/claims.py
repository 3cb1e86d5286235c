"""Which stretch of a page's text is what, and by which rule: what the regions of a Reading are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.reading.frame.densest import is_lead
from onrecord.reading.frame.layout import Layout
from onrecord.reading.frame.toldtwice import TOLD_TWICE
from onrecord.reading.frame.undermenu import UNDER_MENU
from onrecord.reading.page.blocks import LEFT_OUT, Block, PageBlocks, is_plain
from onrecord.reading.page.regions import Claim
from onrecord.reading.page.running import RUNNING
from onrecord.reading.statement.statement import Composed
from onrecord.reading.turns.dialogue import ends_as_sentence

_SHORT_BANNER = 120
_NEAR_TITLE = 8  # blocks
_SHORT_FOOTER = 300
_STEP = re.compile(r"\s[>»›/|→]\s")
_LEAST_STEPS = 2
TITLE_RULES = {
    "heading": "title.heading",
    "page title": "title.page_title",
    "first line": "title.first_line",
    "line that names a statement": "title.naming_line",
    "learnt place": "title.learnt",
    UNDER_MENU: "title.under_menu",
    TOLD_TWICE: "title.told_twice",
}
# The name of a block outside the statement, and the rule, by the element it stands in.
_PLACES = (
    (LEFT_OUT, "left_out", "left_out.told"),
    (RUNNING, "banner", "mark.running"), ("nav", "navigation", "navigation.element"), ("footer", "footer", "footer.element"),
    ("aside", "sidebar", "sidebar.element"), ("form", "form", "form.element"), ("select", "form", "form.element"),
    ("button", "form", "form.element"), ("header", "banner", "banner.element"),
    ("address", "contact", "contact.element"), ("figcaption", "caption", "caption.element"),
)  # fmt: skip


def claim_regions(page: PageBlocks, layout: Layout, composed: Sequence[Composed]) -> list[Claim]:
    """Return what each stretch of the text is taken for, the surest claim first where two overlap."""
    blocks = page.blocks
    claims: list[Claim] = []
    for one in composed:
        claims.extend(one.claims)
    if len(composed) > 1:
        claims.extend(("title", one.title_span, "title.section") for one in composed if one.title_span)
    frame = layout.frame
    claims.extend(("title", blocks[index].span, TITLE_RULES[frame.title_from]) for index in frame.title)
    for line in layout.lines:
        claims.extend(("metadata", blocks[index].span, line.rule) for index in line.blocks)
    for entry in layout.entries:
        claims.extend(("notice", blocks[index].span, entry.rule) for index in entry.blocks)
    claims.extend(
        ("continuation", blocks[index].span, "continuation.announced") for index in layout.continued
    )
    claims.extend(("ending", blocks[index].span, layout.ended_by[index]) for index in layout.endings)
    claims.extend(
        ("metadata", blocks[index].span, "metadata.date_above_title") for index in layout.before_title
    )
    claims.extend(
        (name, blocks[index].span, f"furniture.{name}") for index, name in layout.furniture.named.items()
    )
    for index in layout.outside:
        name, rule = _place_name(blocks[index])
        if name:
            claims.append((name, blocks[index].span, rule))
    claims.extend(_list_headings(blocks, layout))
    claims.extend(_leads(blocks, layout))
    claims.extend(_edges(blocks, layout))
    claims.extend(_at_title(blocks, layout) if composed else ())
    if not composed:
        claims.extend(("main_text", blocks[index].span, frame.body_from) for index in layout.body)
        claims.extend(("beside", blocks[index].span, "beside.left_out") for index in layout.beside)
        claims.extend(_above_list(blocks, layout))
    return claims


def _list_headings(blocks: Sequence[Block], layout: Layout) -> list[Claim]:
    """The short line right before a list's first entry heads the list: "Upcoming events"."""
    outside = set(layout.outside)
    firsts = (entry.blocks[0] - 1 for entry in layout.entries)
    return [
        ("list_heading", blocks[index].span, "list_heading.before_entries")
        for index in firsts
        if index in outside and len(blocks[index].text) <= 80
    ]


def _above_list(blocks: Sequence[Block], layout: Layout) -> list[Claim]:
    """What a page that is only a list tells of it between its title and its first entry."""
    if not (layout.frame.title and layout.entries):
        return []
    above = range(layout.frame.title[-1] + 1, min(entry.blocks[0] for entry in layout.entries))
    return [("introduction", blocks[i].span, "introduction.above_list") for i in layout.outside if i in above]


def _leads(blocks: Sequence[Block], layout: Layout) -> list[Claim]:
    """What the publisher tells between the title and the words, in an element of its own."""
    if not (layout.frame.title and layout.body) or layout.frame.body_from != "body.densest":
        return []
    between = range(layout.frame.title[-1] + 1, layout.body[-1])
    return [
        ("introduction", blocks[i].span, "introduction.above_words")
        for i in layout.outside
        if i in between and is_lead(blocks[i])
    ]


def _at_title(blocks: Sequence[Block], layout: Layout) -> list[Claim]:
    """Short lines between title and words that are neither: kinds, minutes to read, ways to share."""
    if not (layout.frame.title and layout.body) or layout.frame.body_from == "body.told":
        return []
    title = layout.frame.title[-1]
    between = range(title + 1, min(layout.body[-1], title + 1 + _NEAR_TITLE))
    return [
        ("opening", blocks[i].span, "opening.at_title")
        for i in layout.outside
        if i in between and len(blocks[i].text) <= _SHORT_BANNER and not ends_as_sentence(blocks[i].text)
    ]


def _edges(blocks: Sequence[Block], layout: Layout) -> list[Claim]:
    """In marked-up pages the short blocks before all else are the banner, those behind all else the footer."""
    held = [*layout.frame.title, *layout.body, *(index for entry in layout.entries for index in entry.blocks)]
    if not held:
        return []
    # In plain text only what stands behind a list is told from the statement.
    plain = is_plain(blocks)
    first = 0 if plain else min(held)
    last = len(blocks) if plain and not layout.entries else max(held)
    before: list[Claim] = [
        ("banner", blocks[i].span, "banner.before_all")
        for i in layout.outside
        if i < first and len(blocks[i].text) <= _SHORT_BANNER
    ]
    after: list[Claim] = [
        ("footer", blocks[i].span, "footer.behind_all")
        for i in layout.outside
        if i > last and len(blocks[i].text) <= _SHORT_FOOTER
    ]
    return before + after


def _place_name(block: Block) -> tuple[str, str]:
    """What a block outside the statement is, by its element or because it is all link; and the rule."""
    named = _name_of_places(block.places)
    if named[0]:
        return named
    if block.is_linked:
        return "navigation", "navigation.all_link"
    way = len(block.links) >= _LEAST_STEPS and len(_STEP.findall(block.text)) >= _LEAST_STEPS
    return ("navigation", "navigation.way") if way else named


@lru_cache(1024)
def _name_of_places(places: frozenset[str]) -> tuple[str, str]:
    return next(((name, rule) for place, name, rule in _PLACES if place in places), ("", ""))
