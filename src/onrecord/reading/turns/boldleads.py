"""Records in which each paragraph opens with a speaker in bold, most of whom speak once: written questions and answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import could_speak, is_metadata
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.marks import mark_rule
from onrecord.reading.turns.sure import has_office

_LEAST = 3
_LEAST_SHOWN = 2
_NEARLY_ALL = 0.8
_SEAT_AND_PARTY = re.compile(r"\([^()]{3,50}\)\s?\([A-Z][\w /.&-]{0,20}\)$")


def find_bold_leads(
    accepted: list[Label], candidates: Sequence[Label], blocks: Sequence[Block], indices: Sequence[int]
) -> list[Label]:
    """Return the candidates in bold before a colon, where nearly all paragraphs have one, or some a seat and a party; else the labels given.

    Two of them show a post, a seat or a form of address: topics in bold ("Ports: …", "Open Harbours: …") show none.
    """
    leads = [label for label in candidates if _is_lead(label, blocks[label.block])]
    if len(leads) < _LEAST or len(leads) <= len(accepted):
        return accepted
    if len({label.key for label in leads if has_office(label)}) < _LEAST_SHOWN:
        return accepted
    if not all(could_speak(label) for label in leads) or any(is_metadata(label, blocks) for label in leads):
        return accepted
    if not (_sit_for_parties(leads) or _open_nearly_all(leads, blocks, indices)):
        return accepted
    taken = {label.block for label in leads}
    by_bold = [label.by("label.bold_leads") for label in leads]
    return sorted([*by_bold, *(one for one in accepted if one.block not in taken)])


def _sit_for_parties(leads: Sequence[Label]) -> bool:
    """Whether two or more have a seat and a party behind their names: "Bel Harrow (Westmoor) (LP):"."""
    return len({label.key for label in leads if _SEAT_AND_PARTY.search(label.text)}) >= _LEAST_SHOWN


def _open_nearly_all(leads: Sequence[Label], blocks: Sequence[Block], indices: Sequence[int]) -> bool:
    first = min(label.block for label in leads)
    said = [index for index in indices if index >= first and not mark_rule(blocks[index])]
    return len(leads) >= _NEARLY_ALL * len(said)


def _is_lead(label: Label, block: Block) -> bool:
    """Whether all of a label is in bold, with words behind it."""
    if label.form != "colon" or not block.bold or block.is_bold:
        return False
    first, last = block.bold[0]
    start = first - block.span[0]
    return start <= max(label.start, start) and last - block.span[0] >= label.end and last < block.span[1]
