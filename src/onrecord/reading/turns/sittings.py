"""Bare names as labels, in the record of a sitting: that somebody presides again and again tells them from other lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import behind, ends_as_sentence
from onrecord.reading.turns.label import Label, is_question_key, words_of
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import CHAIR_LABELS
from onrecord.reading.words.posts import HONORIFICS
from onrecord.reading.words.presiding import IN_CHAIR, presides

_LONGEST_NAME = 4  # words
_LONGEST_LINE = 60
_LEAST = 3
_BEHIND_WORDS = re.compile(r"\s*[(\[（][^()\[\]（）]{1,120}[)\]）]$")
_ENDS_IN_INITIALS = re.compile(r"^[^\W\d_][\w'’-]+\s[^\W\d_]\.\s?(?:[^\W\d_]\.)?$")  # "ВЕРНЕ А.М."
ABOVE_PARTY = "label.above_party"
"""The rule of a name whose party, seat or post has a line of its own between it and the words."""


def dashed_in_sitting(labels: Sequence[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return those of a few words before a dash, from where the chair first speaks: "رئیس - …", "ورنا - …"; empty without one."""
    chairs = _chairs(labels)
    if len(chairs) < 2:
        return []
    found = {label for label in labels if _is_short(label) and ends_said(blocks[label.block].text)}
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
    before = [label for label in said if label.block < chairs[0].block][-1:]
    return [
        label
        for label in said
        if counts[label.key] >= 2
        or (label in before and _is_short(label) and _is_addressed(label))
        or label in chairs
        or blocks[label.block].text.endswith(")")
        or (label.block > chairs[0].block and _is_short(label) and ends_said(blocks[label.block - 1].text))
    ]


def without_front_matter(labels: list[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return the labels without those above the first of a sitting's chair that head lists: "Recorded by: …", "Question: the Ports Bill".

    What stands there and comes back below, or has a sentence behind it, may be somebody who speaks first.
    """
    chairs = [label for label in labels if presides(label.key) or label.key in IN_CHAIR]
    if len(chairs) < 2 or labels[0].block >= chairs[0].block:
        return labels
    below = {label.key for label in labels if label.block >= chairs[0].block}
    heading = takewhile(
        lambda label: (
            label.block < chairs[0].block
            and label.key not in below
            and label.form == "colon"
            and (is_question_key(label.key) or _heads_list(label, blocks))
        ),
        labels,
    )
    return labels[sum(1 for _ in heading) :]


def _heads_list(label: Label, blocks: Sequence[Block]) -> bool:
    """Whether a few words that are no sentence stand behind a label: "Recorded by: Ada Verne"."""
    few = len(blocks[label.block].text) - label.words_from <= _LONGEST_LINE
    return few and not ends_said(behind(label, blocks))


def names_above_parties(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the names in bold or as headings, each above a line for party, seat or post and the words; one of them comes back."""
    heads = [index for index in indices if blocks[index].is_bold or blocks[index].level >= _LEAST]
    found = []
    for name, party, words in zip(indices, indices[1:], indices[2:], strict=False):
        text = blocks[name].text.rstrip(" :")
        if (
            name in heads
            and 1 < len(text.split()) <= _LONGEST_NAME
            and is_name_like(text)
            and is_below_name(blocks[party])
            and ends_said(blocks[words].text)
        ):
            found.append(
                Label(
                    name,
                    0,
                    len(text),
                    len(blocks[name].text),
                    text,
                    label_key(text),
                    "bold line",
                    None,
                    ABOVE_PARTY,
                )
            )
    counts = Counter(label.key for label in found)
    after = [index for index in heads if found and index >= found[0].block]
    back = any(number >= 2 for number in counts.values())
    return (
        found
        if len(found) >= _LEAST and len(counts) >= 2 and back and 5 * len(found) >= 4 * len(after)
        else []
    )


def ends_said(text: str) -> bool:
    """Return whether a text ends as a sentence, noises of the hall behind it aside: "… a day. (Applause from the left)"."""
    return ends_as_sentence(text) or ends_as_sentence(_BEHIND_WORDS.sub("", text))


def is_below_name(block: Block) -> bool:
    """Return whether a block could be the line between a speaker's name and his words: short, and no sentence."""
    plain = not (block.is_bold or block.level)
    return plain and len(block.text) <= _LONGEST_LINE and not ends_said(block.text)


def _chairs(labels: Sequence[Label]) -> list[Label]:
    return [label for label in labels if label.key in CHAIR_LABELS or presides(label.key)]


def _is_addressed(label: Label) -> bool:
    """Whether a line is a form of address and a name: "Mr. Harrow", who rises before the chair first speaks."""
    first, _, behind = label.text.partition(" ")
    return first.strip(".").lower() in HONORIFICS and bool(behind)


def _is_short(label: Label) -> bool:
    return len(words_of(label.key)) <= _LONGEST_NAME


def _is_above_words(label: Label, blocks: Sequence[Block]) -> bool:
    """Whether a short line that is no sentence stands above one."""
    text = blocks[label.block].text
    behind = label.block + 1
    return (
        len(text) <= _LONGEST_LINE
        and (not ends_as_sentence(text) or _ENDS_IN_INITIALS.search(text) is not None)
        and behind < len(blocks)
        and ends_said(blocks[behind].text)
    )
