"""Elements that lead to other messages: cards in `<article>`s of their own, boxes of links behind the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.reading.frame.prose import prose_of
from onrecord.reading.page.blocks import Block, PageBlocks
from onrecord.reading.parts.furniture import is_contact_line
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import find_dates
from onrecord.reading.words.speech import SELF

_LONGEST_CARD = 300  # characters of prose
_LEAST_BESIDE = 60  # characters of prose
_LEAST_WORDS, _LEAST_LETTERS = 4, 16
_LONGEST_LINE, _LONGEST_DATUM = 80, 160
_MOST_BOXES = 12
_ENOUGH = 0.6


def without_cards(page: PageBlocks, indices: Sequence[int]) -> list[int]:
    """Return the blocks but those of cards behind the words: an `<article>` each, with a linked headline and a lead at most.

    Where no prose stands above all of them, or one holds the page's top-level heading, they are the page's own: a list, or a blog.
    """
    groups = _by_article(page, indices)
    cards = {number for number, group in groups.items() if _is_card(page.blocks, group)}
    if not cards:
        return list(indices)
    left = [index for number, group in groups.items() if number not in cards for index in group]
    said = [index for index in left if prose_of(page.blocks[index])]
    first = min(index for number in cards for index in groups[number])
    above = sum(prose_of(page.blocks[index]) for index in said)
    alike = any(_is_linked_head(page.blocks[index]) for index in left if page.blocks[index].level > 1)
    if above < _LEAST_BESIDE or max(said) > first or alike:
        return list(indices)
    return sorted(left)


def _by_article(page: PageBlocks, indices: Sequence[int]) -> Mapping[int, list[int]]:
    """The blocks by the innermost `<article>` around them, 0 for none."""
    groups: dict[int, list[int]] = {}
    for index in indices:
        around = reversed(page.blocks[index].path)
        number = next((each for each in around if page.elements[each - 1].tag == "article"), 0)
        groups.setdefault(number, []).append(index)
    return {number: group for number, group in groups.items() if number} | {0: groups.get(0, [])}


def _is_card(blocks: Sequence[Block], group: Sequence[int]) -> bool:
    """Whether an element holds a linked headline and, besides, no more than a day and a lead."""
    heads = [blocks[index] for index in group if blocks[index].level]
    if len(heads) != 1 or heads[0].level == 1 or not _is_linked_head(heads[0]):
        return False
    dated = any(find_dates(blocks[index].text) for index in group if not blocks[index].level)
    return (dated or _is_headline(heads[0].text)) and sum(
        prose_of(blocks[index]) for index in group
    ) <= _LONGEST_CARD


def _is_linked_head(block: Block) -> bool:
    return block.level > 0 and block.is_linked


def _is_headline(text: str) -> bool:
    """Whether a heading is longer than the name of whoever speaks below it."""
    return len(text.split()) >= _LEAST_WORDS or (" " not in text and len(text) >= _LEAST_LETTERS)


def boxes_behind(blocks: Sequence[Block], body: Sequence[int]) -> Sequence[int]:
    """Return the last blocks of a body that stand in elements beside that of its words and lead elsewhere: links, whom to call.

    The element of the words is the innermost one that holds most of the prose. A box of one's own words has a sentence, and no
    link as its headline.
    """
    words = _element_of_words(blocks, body)
    if words is None:
        return ()
    depth, number = words
    if any(_is_linked_head(blocks[index]) for index in body if number in blocks[index].path):
        return ()  # speeches under linked names, the longest of them first
    at = len(body)
    for _ in range(_MOST_BOXES):
        group = _last_group(blocks, body[:at], depth, number)
        if not group or not (_leads_away(blocks, group) or _is_data(blocks, group)):
            break
        at -= len(group)
    return body[at:] if 0 < at < len(body) else ()


def _element_of_words(blocks: Sequence[Block], body: Sequence[int]) -> tuple[int, int] | None:
    """The innermost element that holds most of a body's prose, by its depth and id."""
    weights = {index: prose_of(blocks[index]) for index in body}
    total = sum(weights.values())
    found, depth = None, 0
    while total:
        masses: dict[int, int] = {}
        for index, weight in weights.items():
            if len(blocks[index].path) > depth and weight:
                element = blocks[index].path[depth]
                masses[element] = masses.get(element, 0) + weight
        element = max(masses, key=masses.__getitem__, default=0)
        held = [
            index
            for index in weights
            if depth < len(blocks[index].path) and blocks[index].path[depth] == element
        ]
        if not element or masses[element] < _ENOUGH * total or len(held) < 2:
            break
        found, depth = (depth, element), depth + 1
    return found


def _last_group(blocks: Sequence[Block], body: Sequence[int], depth: int, number: int) -> Sequence[int]:
    """The last blocks that stand outside the element of the words, in one element: the outermost without any of its blocks."""
    if not body or number in (last := blocks[body[-1]].path):
        return ()
    inside = [blocks[index].path for index in body if number in blocks[index].path]
    if not inside:
        return ()
    shared = max(_shared(last, path) for path in (inside[0], inside[-1]))
    if len(last) <= shared:
        return ()
    element = last[shared]
    first = len(body)
    while first and len(path := blocks[body[first - 1]].path) > shared and path[shared] == element:
        first -= 1
    return body[first:]


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _leads_away(blocks: Sequence[Block], group: Sequence[int]) -> bool:
    """Whether what an element holds are links, under a head or with a lead each, and nobody speaks of himself."""
    held = [blocks[index] for index in group]
    if not any(block.links for block in held) or any(SELF.search(block.text) for block in held):
        return False
    own = [block for block in held if not _is_link(block)]
    if any(_is_linked_head(block) and _is_headline(block.text) for block in held):
        return all(prose_of(block) <= _LONGEST_CARD for block in own if not block.level)
    return all(
        len(block.text) <= _LONGEST_LINE and not ends_as_sentence(block.text) for block in own
    ) and any(block.is_linked for block in held)


def _is_data(blocks: Sequence[Block], group: Sequence[int]) -> bool:
    """Whether what an element holds is whom to call, or a list of names and values: short lines, none of which is a sentence."""
    held = [blocks[index] for index in group]
    if any(len(block.text) > _LONGEST_DATUM or SELF.search(block.text) for block in held):
        return False
    if all(block.tag in ("dt", "dd") or block.level for block in held):
        return any(block.tag == "dd" for block in held)
    return any(is_contact_line(block.text) or _leads_to_post(block) for block in held) and not any(
        ends_as_sentence(block.text) for block in held
    )


def _leads_to_post(block: Block) -> bool:
    return any(link.target.startswith(("tel:", "mailto:")) for link in block.links)


def _is_link(block: Block) -> bool:
    linked = sum(link.span[1] - link.span[0] for link in block.links)
    return block.is_linked or 2 * linked >= len(block.text)
