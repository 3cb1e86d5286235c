"""Which element of an unmarked page holds the body: the one with most of the prose, and what stands at its head."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from onrecord.reading.frame.prose import prose_of
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.furniture import clock_of, counters_in
from onrecord.reading.parts.metadata import opening_rule
from onrecord.reading.parts.titles import people_under_title
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.dates import whole_date
from onrecord.reading.words.speech import SELF

_LEAST_ROWS = 3
# An element is descended into while it holds this share of the prose; beside it may stand this many characters of
# prose, or a group of blocks in which this share of the characters is links.
_ENOUGH, _LITTLE, _LINKED = 0.6, 200, 0.2
_SHORT_LINKS = 80
_DATED = ("opening.date", "opening.place_and_day")
_BY = re.compile(r"(?:by|von|par|por|av|af|door)\s[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w.'’-]*){1,3}")
_PROSE_ABOVE = 40  # characters
_LEAST_SAID = 2  # paragraphs of several lines
_MOST_LEADS, _LONGEST_LEAD = 2, 500


def find_densest(blocks: Sequence[Block], indices: list[int]) -> list[int]:
    """Return the blocks of the element that is the body, in order.

    Descends from the page's root while one element holds most of the prose and what stands beside it is not prose.

    Paragraphs of one text may lie in several elements side by side: then the descent stops at the one around them all.
    """
    weights = {index: prose_of(blocks[index]) for index in indices}
    total = sum(weights.values())
    inside = indices
    depth = 0
    while total and inside:
        if len(inside) > 1:
            # What holds all of them is not looked at one by one.
            depth = max(depth, _shared_depth(blocks, inside))
        groups = _by_element(blocks, inside, depth)
        masses = {key: sum(map(weights.__getitem__, group)) for key, group in groups.items()}
        element = max(masses, key=masses.__getitem__)
        chosen = groups[element]
        if _is_grid(blocks, groups.values()) or _is_paragraph_beside(blocks, chosen, groups, masses):
            break
        if element is None or len(chosen) < 2 or masses[element] < _ENOUGH * total:
            break
        beside = ((masses[key], group) for key, group in groups.items() if key != element)
        if not all(mass < _LITTLE or _is_list_of_links(blocks, group) for mass, group in beside):
            break
        inside, depth = chosen, depth + 1
    listed = _listed(blocks, inside, depth) if any(blocks[index].links for index in inside) else ()
    return _with_opening_lines(blocks, indices, [index for index in inside if index not in listed])


def _listed(blocks: Sequence[Block], indices: list[int], depth: int) -> set[int]:
    """The blocks in elements that are lists of links, and not built as others beside them that hold words."""
    groups = [group for key, group in _by_element(blocks, indices, depth).items() if key is not None]
    lists = [group for group in groups if _is_list_of_links(blocks, group)]
    built = {_build(blocks, group) for group in groups if group not in lists} if lists else set()
    return {index for group in lists if _build(blocks, group) not in built for index in group}


def _build(blocks: Sequence[Block], group: Sequence[int]) -> tuple[frozenset[str], int]:
    """By what elements of one kind are known, however much each of them holds: their tags, and how many links."""
    links = sum(len(blocks[index].links) for index in group)
    return frozenset(blocks[index].tag for index in group), links


def _shared_depth(blocks: Sequence[Block], indices: list[int]) -> int:
    """How many elements stand around all of the blocks: the first and last path in order differ the soonest."""
    paths = [blocks[index].path for index in indices]
    first, last = min(paths), max(paths)
    return next((depth for depth, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))


def _by_element(blocks: Sequence[Block], indices: list[int], depth: int) -> dict[int | None, list[int]]:
    groups: dict[int | None, list[int]] = {}
    for index in indices:
        path = blocks[index].path
        element = path[depth] if len(path) > depth else None
        if element in groups:
            groups[element].append(index)
        else:
            groups[element] = [index]
    return groups


def _is_grid(blocks: Sequence[Block], groups: Collection[list[int]]) -> bool:
    """Rows of two cells each: a transcript set as a table, whoever speaks beside what is said."""
    rows = sum([len(group) == 2 and blocks[group[1]].gap == "cell" for group in groups])
    return rows >= _LEAST_ROWS and 5 * rows >= 4 * len(groups)


def _is_paragraph_beside(
    blocks: Sequence[Block],
    chosen: Sequence[int],
    groups: Mapping[int | None, list[int]],
    masses: Mapping[int | None, int],
) -> bool:
    """Whether the lines chosen are those of one paragraph, and others in the same element hold prose above it, or end as sentences below it."""
    if any(blocks[index].tag != "p" or blocks[index].path != blocks[chosen[0]].path for index in chosen):
        return False
    others = [
        (masses[key], group)
        for key, group in groups.items()
        if group is not chosen and all(blocks[index].tag == "p" for index in group)
    ]
    said = sum(
        group[0] > chosen[-1] and len(group) > 1 and ends_as_sentence(blocks[group[-1]].text)
        for _, group in others
    )
    return said >= _LEAST_SAID or any(
        mass >= _PROSE_ABOVE and group[-1] < chosen[0] for mass, group in others
    )


def _is_list_of_links(blocks: Sequence[Block], group: list[int]) -> bool:
    """A sidebar's or list's text is in good part links: its titles."""
    if len(group) == 1 and len(blocks[group[0]].links) < 2:
        return False  # most elements side by side are paragraphs
    links = [link for index in group for link in blocks[index].links]
    if len(links) < 2:
        return False
    linked = sum(link.span[1] - link.span[0] for link in links)
    return linked >= _LINKED * sum(len(blocks[index].text) for index in group)


def _with_opening_lines(blocks: Sequence[Block], indices: list[int], body: list[int]) -> list[int]:
    """Date, place and release lines between the title and the body's element belong to the body."""
    if not body:
        return body
    before = [index for index in indices if index < body[0]]
    taken: list[int] = []
    leads, offers = 0, False
    for index in reversed(before[-16:]):
        block = blocks[index]
        if not taken and leads < _MOST_LEADS and is_lead(block):
            leads += 1
            continue
        if block.is_linked and "li" not in block.places and parse_byline(block.text):
            taken.append(index)
            continue  # whose words they are, with a link to his page
        if block.links and len(block.text) <= _SHORT_LINKS and not block.is_linked:
            continue  # "PDF full text | 9 pages"
        if block.is_linked and len(block.text) <= _SHORT_LINKS and _is_offer(block):
            offers = True
            continue  # where to share the page
        told = people_under_title(block.text) or (
            opening_rule(block) in _DATED and _is_below_title(blocks, index)
        )
        if offers and not told:
            break
        if block.links or clock_of(block.text) or counters_in(block.text) or not _stands_at_title(block):
            break
        taken.append(index)
    return taken[::-1] + body


def _is_offer(block: Block) -> bool:
    """Whether a link is an item of a list, or one of several on its line."""
    return "li" in block.places or len(block.links) > 1


def _is_below_title(blocks: Sequence[Block], index: int) -> bool:
    return any(blocks[near].level == 1 for near in range(max(index - 2, 0), index))


def _stands_at_title(block: Block) -> bool:
    return bool(opening_rule(block) or _BY.match(block.text) or people_under_title(block.text))


def is_lead(block: Block) -> bool:
    """Return whether a block is a sentence or two about the words below, between them and the lines at the title."""
    return (
        not block.links
        and len(block.text) <= _LONGEST_LEAD
        and block.text.endswith(".")
        and not whole_date(block.text)
        and not SELF.search(block.text)
    )
