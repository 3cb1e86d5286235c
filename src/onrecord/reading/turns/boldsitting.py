"""Members' names as bold lines of their own, in a sitting whose chair stands so: they come back, as topics do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.heldposts import names_holder
from onrecord.reading.turns.label import Label, is_question_key
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.turns.sittings import ends_said
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS
from onrecord.reading.words.posts import HONORIFICS
from onrecord.reading.words.presiding import IN_CHAIR, PRESIDENTS, presides

_LEAST_CHAIRED = 2
_LONGEST = 60
_LONGEST_NAME = 5  # words
_RULE = "label.bold_line"


def with_members(accepted: list[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the labels, with members' names in bold above what they say, where whoever presides has such lines as well."""
    lines = [one for one in accepted if one.form == "bold line"]
    chairs = [one for one in lines if presides(one.key) or one.key in IN_CHAIR or one.key in PRESIDENTS]
    asking = [one for one in lines if is_question_key(one.key)]
    if len(chairs) < _LEAST_CHAIRED and len(asking) < _LEAST_CHAIRED:
        return accepted
    chaired = len(chairs) >= _LEAST_CHAIRED
    above = chairs[0].block if chaired else -1
    taken = {label.block for label in accepted}
    found = [
        _label_of(index, blocks[index])
        for index, below in pairwise(indices)
        if index > above
        and index not in taken
        and _is_member(blocks[index], blocks[below], short=not chaired)
    ]
    if not chaired:
        return sorted([*accepted, *_coming_back(found)])
    counts = Counter(label.key for label in found)
    back = sum(number for number in counts.values() if number >= _LEAST_CHAIRED)
    if 2 * back < len(found):
        # Most stand once, as topics do: only those who come back, or have party or seat behind their names.
        found = [one for one in found if counts[one.key] >= _LEAST_CHAIRED or one.text.endswith(")")]
    return sorted([*accepted, *found])


def _is_member(block: Block, below: Block, *, short: bool) -> bool:
    text = block.text.rstrip(" :")
    name = text.split(" (", 1)[0].split()
    least = 1 if short else 2  # words: "Verne" alone, below "Minister Ada Verne"
    addressed = name[:1] and name[0].strip(".").lower() in HONORIFICS
    return (
        block.is_bold
        and not block.level
        and len(text) <= _LONGEST
        and (
            least <= len(name) <= _LONGEST_NAME
            or label_key(text) in ANSWER_LABELS
            or names_holder(text)
            or bool(addressed)
            or (len(name) == 1 and text[0] >= "\u2e80")
        )
        and (is_name_like(text) or names_holder(text))
        and not (below.is_bold or below.level)
        and ends_said(below.text)
    )


def _coming_back(found: Sequence[Label]) -> list[Label]:
    """Those whose last word comes back, once at least as that of a whole name, or who answer by their own word."""
    last = Counter(map(_last_word, found))
    whole = {_last_word(one) for one in found if "_" in one.key or one.text[0] >= "\u2e80"}
    return [
        one
        for one in found
        if (last[word := _last_word(one)] >= _LEAST_CHAIRED and word in whole) or one.key in ANSWER_LABELS
    ]


def _last_word(label: Label) -> str:
    return label.key.rpartition("_")[2]


def _label_of(index: int, block: Block) -> Label:
    text = block.text.rstrip(" :")
    return Label(index, 0, len(text), len(block.text), text, label_key(text), "bold line", None, _RULE)
