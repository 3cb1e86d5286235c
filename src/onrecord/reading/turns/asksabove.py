"""Questions without labels, each a paragraph right above the label of whoever answers: how interviews name the one who is asked alone."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.asking import ends_asking
from onrecord.reading.turns.label import Label, asked_by_type, is_question_key
from onrecord.reading.words.labelwords import CHAIR_LABELS
from onrecord.reading.words.presiding import presides

RULE = "label.above_answer"
_LEAST = 3  # answers
_LONGEST = 700
_MOSTLY = 2 / 3


def questions_above(
    labels: Sequence[Label], blocks: Sequence[Block], indices: Sequence[int], *, interview: bool
) -> list[Label]:
    """Return the labels of the paragraphs that ask above the answers of one who alone has a label; none elsewhere.

    "When will it open?" above "Verne: In May.": nearly each answer has a paragraph of its own above it, and most of these ask.
    """
    keys = {label.key for label in labels}
    if not interview or len(labels) < _LEAST or len(keys) != 1:
        return []
    key = next(iter(keys))
    if is_question_key(key) or key in CHAIR_LABELS or presides(key):
        return []
    places = {index: position for position, index in enumerate(indices)}
    taken = {label.block for label in labels}
    above: list[int] = []
    for label in labels:
        position = places.get(label.block, 0)
        if position and indices[position - 1] not in taken:
            above.append(indices[position - 1])
    asking = [index for index in above if _asks(blocks[index])]
    if len(above) < len(labels) - 1 or len(asking) < _MOSTLY * len(above) or len(asking) < _LEAST - 1:
        return []
    return [asked_by_type(blocks[index].text, index, RULE) for index in asking]


def _asks(block: Block) -> bool:
    return len(block.text) <= _LONGEST and not block.level and ends_asking(block.text)
