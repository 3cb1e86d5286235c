"""The long form of a name that labels have short: "secrétaire d’État aux Routes Ada Verne" once, "Ada Verne" from then on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.singles import is_alone, is_plain_name
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.postwords import is_post

_LONGEST = 120
_MOST_WORDS = 14
_BETWEEN = " \u00a0\t\n:.–—-"
_TRAILING = " .–—-"


def with_long_forms(accepted: list[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the labels, with those that end in the whole name of another, a post before it, and are set as that is."""
    # By the last two words: a page of many names compares none with all.
    names = {tuple(one.text.split()[-2:]): one for one in accepted if is_plain_name(one.text)}
    if not names:
        return accepted
    taken = {label.block for label in accepted}
    alone = {one.text: is_alone(one, blocks) for one in names.values()}
    found = []
    for index, below in pairwise((*indices, None)):
        if index is None or index in taken:
            continue
        head = blocks[index].text[: _LONGEST + 1]
        colon = head.find(":")
        if colon < 0 and (end := _end_of_bold(blocks[index])):
            colon = end
        if colon < 0 and len(head) > _LONGEST and head[-1] not in _TRAILING:
            continue  # as most paragraphs, whose words need not be parted
        lead = (head[:colon] if colon > 0 else head).rstrip(_TRAILING)
        words = lead.split()
        known = names.get(tuple(words[-2:])) if 2 < len(words) <= _MOST_WORDS else None
        if known is None or len(lead) > _LONGEST or not lead.endswith(f" {known.text}"):
            continue
        ends = colon + (head[colon : colon + 1] == ":") if colon > 0 else len(head)
        stands_alone = not blocks[index].text[ends:].strip()
        if stands_alone != alone[known.text] or not _is_set_as(known, index, lead, blocks, stands_alone):
            continue
        if stands_alone and (below is None or below in taken or not ends_as_sentence(blocks[below].text)):
            continue
        if colon > 0 or stands_alone:
            words_from = len(blocks[index].text) if stands_alone else _first_word(blocks[index].text, ends)
            found.append(
                Label(index, 0, len(lead), words_from, lead, label_key(lead), known.form).by(
                    "label.other_form"
                )
            )
    return sorted([*accepted, *found]) if found else accepted


def _end_of_bold(block: Block) -> int:
    """Where the bold type ends with which a paragraph begins that has more than that; 0 where it begins otherwise."""
    first = block.bold[0] if block.bold else None
    return first[1] - block.span[0] if first and first[0] == block.span[0] and first[1] < block.span[1] else 0


def _first_word(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip(_BETWEEN))


def _is_set_as(known: Label, index: int, lead: str, blocks: Sequence[Block], alone: bool) -> bool:
    """Whether a line has the type of the label that it may be a longer form of; in plain type, with words behind it, a post must stand before the name."""
    block, other = blocks[index], blocks[known.block]
    if block.level or other.level:
        return block.level == other.level
    marked = bool(block.bold or block.italic or block.links)
    alike = marked == bool(other.bold or other.italic or other.links)
    return alike and (marked or alone or is_post(lead.removesuffix(known.text).strip()))
