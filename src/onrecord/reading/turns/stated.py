"""Turns of a page whose format tells them: who speaks stands where it says so, and all between is said or stands apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Speaker
from onrecord.reading.page.blocks import (
    APART,
    NAMES_SPEAKER,
    OPENS_TURN,
    STATED,
    STATED_NAME,
    STATED_OFFICE,
    UNPRINTED,
    Block,
)
from onrecord.reading.turns.label import Label
from onrecord.reading.words.labelkey import label_key

LABEL, UNPRINTED_LABEL, TURN, MARK = "label.stated", "label.stated_apart", "turn.stated", "mark.stated"
"""The rules of a label, of one that is not printed, of a turn without one, and of what nobody says, as the format tells them."""

_NOBODY = Speaker("", None)


def stated_labels(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the labels that the page's format tells; empty where it tells none."""
    return [
        Label(
            index,
            0,
            len(text),
            len(text),
            text.rstrip(" :"),
            label_key(text),
            "line",
            None,
            _rule(blocks[index]),
        )
        for index in indices
        if NAMES_SPEAKER in blocks[index].places and (text := blocks[index].text)
    ]


def _rule(block: Block) -> str:
    return UNPRINTED_LABEL if UNPRINTED in block.places else LABEL


def is_stated(blocks: Sequence[Block], indices: Sequence[int]) -> bool:
    """Return whether the page's format tells all words of the blocks given."""
    return bool(indices) and STATED in blocks[indices[-1]].places


def stated_rule(block: Block) -> str:
    """Return the rule by which a block is no words, or opens a turn without a label; empty where it goes on with one."""
    if APART in block.places or STATED not in block.places:
        return MARK
    return TURN if OPENS_TURN in block.places else ""


def stated_speakers(blocks: Sequence[Block], labels: Iterable[Label]) -> dict[str, Speaker]:
    """Return whom the format names behind labels, by their keys; without those that stand for several."""
    found: dict[str, Speaker] = {}
    several: set[str] = set()
    for label in labels:
        if label.rule in (LABEL, UNPRINTED_LABEL):
            speaker = stated_speaker(blocks[label.block])
            if speaker != found.setdefault(label.key, speaker or _NOBODY):
                several.add(label.key)
    return {key: one for key, one in found.items() if key not in several and one is not _NOBODY}


def stated_speaker(block: Block) -> Speaker | None:
    """Return whom the format names behind the label in a block, None where it names nobody."""
    name = after(block, STATED_NAME)
    return Speaker(name, after(block, STATED_OFFICE) or None) if name else None


def after(block: Block, beginning: str) -> str:
    """Return what follows in the place of a block that begins so, empty without one."""
    return next((one.removeprefix(beginning) for one in block.places if one.startswith(beginning)), "")
