"""Where on a page the title and the body stand, judged from this page alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.reading.blocks import Block, PageBlocks
from onrecord.reading.furniture import is_contact_label, says_furniture
from onrecord.text import match_form

_OUTSIDE = frozenset(("nav", "footer", "aside", "form", "select", "button"))
_ENOUGH = 0.6


class Frame(NamedTuple):
    """Indices of blocks: the title's (none where the page's text does not repeat it), and those of the body in order."""

    title: tuple[int, ...]
    body: tuple[int, ...]
    title_text: str | None
    title_from: str


def find_frame(page: PageBlocks) -> Frame:
    """Return where title and body stand; what is in neither is outside (furniture, lists, footers)."""
    blocks = page.blocks
    inside = [index for index, block in enumerate(blocks) if not block.places & _OUTSIDE]
    marked = [index for index in inside if "article" in blocks[index].places]
    if not marked or sum(len(blocks[index].text) for index in marked) < 40 or _several_articles(blocks, marked):
        marked = [index for index in inside if "main" in blocks[index].places]
    if marked:
        inside = _with_title_before(blocks, marked, page)
    title, text, origin = _title(page, inside)
    after = [index for index in inside if index > title[-1]] if title else inside
    if not title:
        after = [index for index in after if "header" not in blocks[index].places]
    body = after if marked or not blocks or not blocks[0].path else _densest(blocks, after)
    return Frame(title, tuple(body), text, origin)


def _several_articles(blocks: Sequence[Block], marked: list[int]) -> bool:
    """Each entry of a list page may be an `<article>` of its own: then no single one is the body."""
    headings = [index for index in marked if blocks[index].level]
    return len(headings) >= 3 and all("header" in blocks[i].places or blocks[i].is_linked for i in headings)


def _with_title_before(blocks: Sequence[Block], marked: list[int], page: PageBlocks) -> list[int]:
    if any(blocks[index].level == 1 for index in marked):
        return marked
    before = [i for i, b in enumerate(blocks) if b.level == 1 and i < marked[0] and not b.places & {"nav", "footer", "aside"}]
    return before[-1:] + marked


def _title(page: PageBlocks, inside: list[int]) -> tuple[tuple[int, ...], str | None, str]:
    blocks = page.blocks
    claims = [claim for claim in (_metadata_title(page), page.head.title) if claim]
    headings = [index for index in inside if blocks[index].level == 1]
    if headings:
        best = max(headings, key=lambda index: (max((_likeness(blocks[index].text, c) for c in claims), default=0.0), -index))
        indices = _whole_heading(blocks, best)
        return indices, _joined(blocks, indices), "heading"
    for claim in claims:
        for index in inside[:80]:
            if len(blocks[index].text) < 400 and _likeness(blocks[index].text, claim) >= 0.95:
                return (index,), blocks[index].text, "page title"
    if claims:
        return (), _without_site(claims[-1] if len(claims) == 1 else claims[0]), "page title"
    if blocks and not blocks[0].path:
        return _first_line(blocks, inside)
    for index in inside[:60]:
        if blocks[index].level:
            return (index,), blocks[index].text, "heading"
    return (), None, ""


def _first_line(blocks: Sequence[Block], inside: list[int]) -> tuple[tuple[int, ...], str | None, str]:
    """In plain text the first line that is no furniture is the title."""
    for position, index in enumerate(inside):
        following = blocks[inside[position + 1]].text if position + 1 < len(inside) else None
        before = blocks[inside[position - 1]].text if position else ""
        if says_furniture(blocks[index].text) or is_contact_label(blocks[index].text, following):
            continue
        if is_contact_label(before, blocks[index].text) or len(blocks[index].text) > 600:
            continue
        return (index,), blocks[index].text, "first line"
    return (), None, ""


def _whole_heading(blocks: Sequence[Block], index: int) -> tuple[int, ...]:
    """A heading broken by `<br>` is several blocks of one element."""
    last = index
    while last + 1 < len(blocks) and blocks[last + 1].gap == "line" and blocks[last + 1].path == blocks[index].path:
        last += 1
    first = index
    while first > 0 and blocks[first].gap == "line" and blocks[first - 1].path == blocks[index].path:
        first -= 1
    return tuple(range(first, last + 1))


def _joined(blocks: Sequence[Block], indices: tuple[int, ...]) -> str:
    return " ".join(" ".join(blocks[index].text.split()) for index in indices)


def _metadata_title(page: PageBlocks) -> str | None:
    for name in ("og:title", "dc.title", "dcterms.title", "citation_title", "headline"):
        for key, value in page.head.metadata:
            if key == name:
                return value
    return None


def _likeness(text: str, claim: str) -> float:
    """Share of the words of `text` that open the claim: 1.0 where a site only adds its own name behind or before."""
    words, claimed = match_form(text).words, match_form(claim).words
    if not words or not claimed:
        return 0.0
    if words == claimed[: len(words)] or words == claimed[-len(words) :]:
        return 1.0 if len(words) * 3 >= len(claimed) else 0.5
    shared = sum((Counter(words) & Counter(claimed)).values())
    return 0.9 * shared / max(len(words), len(claimed))


def _without_site(title: str) -> str:
    """A page's title carries the site's name behind a bar or a spaced dash: "Statement … | Ministry"."""
    parts = re.split(r"\s+[|»«·:]{1,2}\s+", title)
    return max(parts, key=len).strip() if len(parts) > 1 else title


def _densest(blocks: Sequence[Block], indices: list[int]) -> list[int]:
    """Descend from the page's root while one element holds most of the prose; its blocks are the body."""
    weights = {index: _prose(blocks[index]) for index in indices}
    total = sum(weights.values())
    if not total:
        return indices
    inside = indices
    depth = 0
    while True:
        shares: Counter[int] = Counter()
        for index in inside:
            path = blocks[index].path
            if len(path) > depth:
                shares[path[depth]] += weights[index]
        if not shares:
            return inside
        element, share = shares.most_common(1)[0]
        if share < _ENOUGH * total or sum(1 for i in inside if len(blocks[i].path) > depth and blocks[i].path[depth] == element) < 2:
            return inside
        chosen = [i for i in inside if len(blocks[i].path) > depth and blocks[i].path[depth] == element]
        inside, depth = chosen, depth + 1


def _prose(block: Block) -> int:
    linked = sum(link.span[1] - link.span[0] for link in block.links)
    weight = len(block.text) - 2 * linked
    return max(weight, 0) if len(block.text) >= 20 else 0
