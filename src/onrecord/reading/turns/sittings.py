"""Bare names as labels, in the record of a sitting: that somebody presides again and again tells them from other lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.label import Label, words_of
from onrecord.reading.turns.roles import presides
from onrecord.reading.words.vocabulary import CHAIR_LABELS

_LONGEST_NAME = 4  # words
_LONGEST_LINE = 60


def dashed_in_sitting(labels: Sequence[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return those of a few words before a dash, from where the chair first speaks: "رئیس - …", "فرخ - …"; empty without one."""
    chairs = _chairs(labels)
    if len(chairs) < 2:
        return []
    found = {label for label in labels if _is_short(label) and ends_as_sentence(blocks[label.block].text)}
    return [
        label for label in labels if label.block >= chairs[0].block and (label in found or label in chairs)
    ]


def lines_in_sitting(labels: Sequence[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return the names alone on lines, each with what is said below, from where the chair first speaks; empty without one.

    A name that stands once has a sentence above it as well: a heading has another one, or a name, on either side.
    """
    said = [label for label in labels if _is_above_words(label, blocks)]
    chairs = _chairs(said)
    if len(chairs) < 2:
        return []
    counts = Counter(label.key for label in said)
    return [
        label
        for label in said
        if counts[label.key] >= 2
        or label in chairs
        or blocks[label.block].text.endswith(")")
        or (
            label.block > chairs[0].block
            and _is_short(label)
            and ends_as_sentence(blocks[label.block - 1].text)
        )
    ]


def _chairs(labels: Sequence[Label]) -> list[Label]:
    return [label for label in labels if label.key in CHAIR_LABELS or presides(label.key)]


def _is_short(label: Label) -> bool:
    return len(words_of(label.key)) <= _LONGEST_NAME


def _is_above_words(label: Label, blocks: Sequence[Block]) -> bool:
    """Whether a short line that is no sentence stands above one."""
    text = blocks[label.block].text
    behind = label.block + 1
    return (
        len(text) <= _LONGEST_LINE
        and not ends_as_sentence(text)
        and behind < len(blocks)
        and ends_as_sentence(blocks[behind].text)
    )
