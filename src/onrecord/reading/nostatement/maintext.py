"""The main text of a page without a statement, as trafilatura picks it, told in the page's own blocks."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from onrecord.reading.frame.layout import Layout
from onrecord.reading.page.blocks import LEFT_OUT, Block, PageBlocks
from onrecord.reading.page.markup import parse_markup
from onrecord.reading.page.trace import find_trace

# None of these is main text, and together they are more than half of what a page weighs.
_UNREAD = (
    "script", "style", "link", "meta", "svg", "template", "noscript", "iframe", "object", "embed", "video", "audio", "canvas",
    "map", "math", "picture", "source", "img", "nav", "footer", "aside", "select", "button", "input",
)  # fmt: skip
# What trafilatura is given at most: its time grows with the elements, and with how deep each of them stands.
_LONGEST = 1_000_000
_MOST_TAGS = 60_000
_SMALL = 4_000
_DEEPEST_SUM = 400_000
# Inside these trafilatura ends a line.
_LINES = frozenset("p item cell row quote head list table lb ab div code td tr li dd dt".split())
_ASIDE = frozenset(("figcaption", "nav", "footer", "aside", "form", "button", "select"))
_DAYS = frozenset(("given_on", "posted_on", "updated_on", "date"))
_LEAST_FOUND = 0.5
_SHORTEST_LEAD = 80
_LINKED = 0.5
_PARAGRAPH = 200
_LITTLE_LINKED = 0.2


TRAFILATURA = "body.trafilatura"
"""The rule of a frame whose body trafilatura picked."""
# What the keeper tells, and what a site's pages tell together, comes before what trafilatura sees in one page: decision 0015.
_SURER = frozenset(("body.told", "body.learnt"))


class Picked(NamedTuple):
    """The indices of the blocks that are main text; `refused`: why trafilatura was not asked, or could not tell."""

    blocks: tuple[int, ...] = ()
    refused: str = ""


def pick_main_text(
    markup: str, page: PageBlocks, body: Sequence[int], title: Sequence[int], endings: Collection[int]
) -> Picked:
    """Return the blocks that trafilatura takes for the main text of a page; none where it finds nothing.

    To these come the lead between title and text, which it often leaves out; from them go the title, lines that are mostly
    link, and what our own rules know for the end of a text (`endings`). `body`: where those rules have the text.
    """
    html = _lighter(markup)
    if html is None:
        return Picked(refused="is not given pages as large or as deep as this")
    lines = _extracted(html)
    if lines is None:
        return Picked(refused="failed on the page")
    blocks = page.blocks
    shown = [index for index, block in enumerate(blocks) if LEFT_OUT not in block.places]
    trace = find_trace([blocks[index].text for index in shown], lines)
    if trace is None or trace.share < _LEAST_FOUND:
        return Picked(refused="gives a text that is not found again in the page" if lines else "")
    found = {shown[position] for position in trace.positions}
    found |= _lead(blocks, body, title, min(found))
    found -= {*title, *endings}
    return Picked(tuple(sorted(index for index in found if not _leads_away(blocks[index]))))


def place_main_text(markup: str, page: PageBlocks, layout: Layout) -> tuple[Layout, str]:
    """Return the layout of a page without a statement with its main text for the body; and why, where trafilatura does not tell.

    Lines of data amid the main text are its words, but those that tell a day.
    """
    frame = layout.frame
    if frame.body_from in _SURER:
        return layout, ""
    picked = pick_main_text(markup, page, frame.body, frame.title, layout.ended_by)
    apart = {*layout.furniture.named, *layout.continued, *layout.before_title}
    apart.update(index for entry in layout.entries for index in entry.blocks)
    lines = [
        line for line in layout.lines if line.field in _DAYS or not set(line.blocks) & set(picked.blocks)
    ]
    apart.update(index for line in lines for index in line.blocks)
    body = tuple(index for index in picked.blocks if index not in apart)
    if not body:
        return layout, picked.refused
    held = {*body, *frame.title, *apart, *layout.endings} - {*layout.furniture.named, *layout.before_title}
    left_out = {index for index, block in enumerate(page.blocks) if LEFT_OUT in block.places}
    outside = [index for index in range(len(page.blocks)) if index not in held | left_out]
    placed = layout._replace(
        frame=frame._replace(body_from=TRAFILATURA),
        body=body,
        lines=tuple(lines),
        endings=tuple(index for index in layout.endings if index not in body),
        outside=(*outside, *sorted(left_out)),
        beside=tuple(index for index in layout.body if index not in held),
    )
    return placed, ""


def _lighter(markup: str) -> str | None:
    """The page's markup without what nobody reads; None where it would cost trafilatura more than a second or two."""
    tree = parse_markup(markup).tree
    tree.strip_tags(list(_UNREAD))
    html = tree.html or ""
    tags = html.count("<")
    if len(html) > _LONGEST or tags > _MOST_TAGS:
        return None
    return html if tags <= _SMALL or _depth_sum(tree.root) <= _DEEPEST_SUM else None


def _depth_sum(root: Any) -> int:
    """How deep the elements of a tree stand, all together; no further than the most that is allowed."""
    total, depth, element = 0, 0, root
    while element is not None and total <= _DEEPEST_SUM:
        total += depth
        following = element.first_child
        if following is not None:
            depth += 1
        while following is None and element is not None:
            following = element.next
            if following is None:
                element = element.parent
                depth -= 1
                if depth <= 0:
                    return total
        element = following
    return total


def _extracted(html: str) -> list[str] | None:
    """The lines of trafilatura's text, as it writes them; None where it fails."""
    from trafilatura import bare_extraction  # a third of a second, which pages with a statement do not pay

    # It warns of each page in which it finds nothing; our answer says so by itself.
    logging.getLogger("trafilatura").addHandler(_SILENT)
    try:
        # Favouring recall it asks its fallbacks less often: half the time, for half a point of F1 (decision 0015).
        found: Any = bare_extraction(html, include_comments=False, favor_recall=True)
        return [] if found is None else _lines_of(found.body)
    except Exception:  # noqa: BLE001 - a page that it fails on is read by our own rules
        return None


_SILENT = logging.NullHandler()


def _lines_of(body: Any) -> list[str]:
    lines: list[list[str]] = [[]]
    _write(body, lines)
    return [text for line in lines if (text := "".join(line)).strip()]


def _write(element: Any, lines: list[list[str]]) -> None:
    """Its parser goes 256 levels deep and no further, so this may call itself."""
    if not isinstance(element.tag, str):
        return  # a comment
    breaks = element.tag in _LINES
    if breaks:
        lines.append([])
    if element.text:
        lines[-1].append(element.text)
    for child in element:
        _write(child, lines)
        if child.tail:
            lines[-1].append(child.tail)
    if breaks:
        lines.append([])


def _lead(blocks: Sequence[Block], body: Sequence[int], title: Sequence[int], first: int) -> set[int]:
    """The prose of the body between the title and the first block found."""
    if not title:
        return set()
    return {
        index
        for index in body
        if title[-1] < index < first
        and len(blocks[index].text) >= _SHORTEST_LEAD
        and blocks[index].places.isdisjoint(_ASIDE)
        and not _is_mostly(blocks[index], _LITTLE_LINKED)
    }


def _leads_away(block: Block) -> bool:
    """ "Read also: The ferry is back": a line, no paragraph, of which the half is link."""
    return len(block.text) < _PARAGRAPH and _is_mostly(block, _LINKED)


def _is_mostly(block: Block, share: float) -> bool:
    linked = sum(link.span[1] - link.span[0] for link in block.links)
    return bool(linked) and linked >= share * len(block.text)
