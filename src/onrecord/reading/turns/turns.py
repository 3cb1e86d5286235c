"""Blocks and labels to turns: which stretches of the page one speaker speaks."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

import msgspec

from onrecord.model import Span
from onrecord.reading.page.blocks import Block, is_plain
from onrecord.reading.turns.asides import is_direction_block
from onrecord.reading.turns.asking import ends_in_mark
from onrecord.reading.turns.contents import NONE, Contents
from onrecord.reading.turns.elements import IN_ELEMENT
from onrecord.reading.turns.label import OPENING_DASH, Label, is_question_key
from onrecord.reading.turns.marks import (
    counted_topics,
    heading_rule,
    kind_lines,
    mark_rule,
    note_at_end,
    procedure_rule,
    topic_lines,
)
from onrecord.reading.turns.procedure import LONGEST as LONGEST_TOLD
from onrecord.reading.turns.procedure import is_examination, is_procedure
from onrecord.reading.turns.sittings import ABOVE_PARTY, is_below_name
from onrecord.reading.turns.stated import MARK, TURN, is_stated, stated_rule
from onrecord.reading.turns.styled import ASKS_BY_TYPE
from onrecord.reading.turns.tellsof import above_the_name_of_god, tells_of_labelled
from onrecord.reading.turns.written import RULE as WRITTEN
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import CHAIR_LABELS
from onrecord.reading.words.presiding import CHAIRS_NAMED, presides
from onrecord.reading.words.signposts import INTRODUCTION
from onrecord.reading.words.speech import GREETING, SALUTATION

_OF_JUDGES = ("chief_justice_", "judge_", "lord_justice_", "presiding_judge")
_LONGEST_INTRODUCTION = 600
_LAST_INTRODUCTION = 5  # blocks
_QUOTATION = '“"«„'
_LEAST_LABELLED = 4
_LEAST_ABOVE, _NEARLY_ALL = 3, 0.8
_ABOVE_PARTY = (ABOVE_PARTY, IN_ELEMENT, WRITTEN)
_SET_APART = " *\u00a0\t\n"


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A turn before its speaker is told: its label, the span of its words in the page's text, what is inserted there.

    `rule` is the one by which a turn begins here.
    """

    label: Label | None
    span: Span
    blocks: tuple[int, ...]
    insertions: tuple[Span, ...]
    rule: str


class Split(NamedTuple):
    """The stretches of a statement in order, and the blocks among them that are no words: headings, marks."""

    stretches: tuple[Stretch, ...]
    headings: tuple[int, ...]
    silent: tuple[Label, ...]
    """Labels with no words behind them."""
    introductions: tuple[Span, ...]
    """The publisher's lead-ins to the words, which are no part of them."""
    marks: dict[int, str]
    """The rule by which each block among the words is none: a heading, a column's mark, a link."""


def split_turns(
    blocks: Sequence[Block], indices: Sequence[int], labels: Sequence[Label], contents: Contents = NONE
) -> Split:
    """Return the words of the blocks given as stretches, each from a label (or the beginning) to the next."""
    if is_stated(blocks, indices):
        return _split_stated(blocks, indices, labels)
    by_block: dict[int, list[Label]] = {}
    for label in labels:
        by_block.setdefault(label.block, []).append(label)
    asking = _asking_keys(blocks, indices, by_block)
    introduces = _introduction(blocks, indices, by_block)
    chaired = _is_of_sitting(blocks, indices, labels)
    told = _told_marks(blocks, indices, by_block, contents)
    dashed = bool(asking) and any(label.form == "styled question" and label.words_from for label in labels)
    builder = _Builder(blocks, asking, _above_posts(blocks, indices, labels))
    for position, index in enumerate(indices):
        there = by_block.get(index, [])
        block = blocks[index]
        if not there:
            following = indices[position + 1] if position + 1 < len(indices) else None
            more = following is not None and following not in by_block
            records = chaired or (following is None and bool(by_block) and _may_close(block))
            if (
                rule := mark_rule(block)
                or builder.mark_below_name(block)
                or (procedure_rule(block) if records and not builder.waits else "")
                or told.get(index, "")
            ):
                builder.insert(index, rule)
            elif introduces == index:
                builder.lead_in(index, len(block.text))
                builder.introduced()
            elif builder.asked and not (
                builder.waits or is_direction_block(block.text) or (more and builder.asks_on(index))
            ):
                dash = OPENING_DASH.match(block.text) if dashed else None
                start = dash.end() if dash else 0
                builder.begin(None, index, start, len(block.text), "turn.unlabelled_answer")
            else:
                builder.extend(index, 0, len(block.text))
            continue
        if there[0].start > 0 and any(map(str.isalnum, block.text[: there[0].start])):
            builder.extend(index, 0, there[0].start)
        for position, label in enumerate(there):
            end = there[position + 1].start if position + 1 < len(there) else len(block.text)
            builder.begin(label, index, label.words_from, end, "turn.labelled")
    return builder.finished()


def _split_stated(blocks: Sequence[Block], indices: Sequence[int], labels: Sequence[Label]) -> Split:
    """The stretches of a page whose format tells them: no line is a mark, a question or an answer by what it says."""
    builder = _Builder(blocks, ())
    there = {label.block: label for label in labels}
    for index in indices:
        end, rule = len(blocks[index].text), stated_rule(blocks[index])
        if index in there:
            builder.begin(there[index], index, end, end, "turn.labelled")
        elif rule == MARK:
            builder.insert(index, MARK)
        elif rule:
            builder.begin(None, index, 0, end, TURN)
        else:
            builder.extend(index, 0, end)
    return builder.finished()


def _told_marks(
    blocks: Sequence[Block],
    indices: Sequence[int],
    by_block: Mapping[int, Sequence[Label]],
    contents: Contents,
) -> dict[int, str]:
    """The rule of each block that is no words by where it stands among the others: a topic, a list of topics, a note at the end."""
    topics = topic_lines(blocks, indices, by_block) if is_plain(blocks) else frozenset[int]()
    topics |= counted_topics(blocks, indices, by_block)
    aside = note_at_end(blocks, indices, by_block)
    return {
        **({} if aside is None else {aside: "mark.italics"}),
        **dict.fromkeys(topics | contents.heading, "heading.topic"),
        **dict.fromkeys(kind_lines(blocks, indices, by_block), "heading.kind"),
        **dict.fromkeys(contents.listed, "heading.contents"),
    }


def _may_close(block: Block) -> bool:
    """Whether a last line could be how a record ends a sitting: no direction in brackets."""
    return block.text[0] not in "([" and is_procedure(block)


def _is_of_sitting(blocks: Sequence[Block], indices: Sequence[int], labels: Sequence[Label]) -> bool:
    """Whether somebody presides, judges or is examined: then the record tells things by itself between the words."""
    keys = {label.key for label in labels}
    if any(
        key in CHAIR_LABELS or presides(key) or key.startswith((*CHAIRS_NAMED, *_OF_JUDGES)) for key in keys
    ):
        return True
    if any(presides(label_key(label.text.rpartition(", ")[2])) for label in labels if ", " in label.text):
        return True  # "Mme Ada Verne, présidente"
    if any(
        label.text[-1:] == ")" and presides(label_key(label.text[label.text.rfind("(") + 1 : -1]))
        for label in labels
    ):
        return True  # "El señor OLMO (Vicepresidente)"
    if "q" not in keys:
        return False
    lines = [text for index in indices if len(text := blocks[index].text) <= LONGEST_TOLD]
    return any(map(is_examination, lines))


def _introduction(
    blocks: Sequence[Block], indices: Sequence[int], labelled: Mapping[int, Sequence[Label]]
) -> int | None:
    """The first block, where it is unlabelled and leads in what follows it: "The Ministry published the following …"."""
    said = (i for i in indices if not (blocks[i].leads_within or heading_rule(blocks[i])))
    before = list(takewhile(lambda index: index not in labelled, said))
    if not before or len(indices) < 2:
        return None
    if len(blocks[before[0]].text) <= _LONGEST_INTRODUCTION and INTRODUCTION.search(blocks[before[0]].text):
        return before[0]
    # as in "Minister Verne met the press on Tuesday." above "Following is the transcript:"
    # or "Ada Verne sent a message to the families." above "The message reads:" and words in quotation marks
    led = [
        i
        for i, below in pairwise([*before[: _LAST_INTRODUCTION + 1], before[-1]])
        if blocks[i].text.endswith(":") and INTRODUCTION.search(blocks[i].text)
        if labelled or _begins_to_speak(blocks[below].text)
    ]
    told = sum(len(blocks[i].text) for i in before if led and i <= led[-1])
    if led and told <= _LONGEST_INTRODUCTION:
        return led[-1]
    if (above := above_the_name_of_god(blocks, before)) is not None:
        return above
    labels = (label for there in labelled.values() for label in there)
    return before[-1] if tells_of_labelled(blocks, before, labels) else None


def _begins_to_speak(text: str) -> bool:
    """Whether words begin as somebody's do: with a quotation mark, a salutation, a greeting."""
    return text[0] in _QUOTATION or bool(SALUTATION.match(text) or GREETING.match(text))


def _asking_keys(
    blocks: Sequence[Block], indices: Sequence[int], by_block: Mapping[int, Sequence[Label]]
) -> frozenset[str]:
    """The keys of labels behind whose paragraph an unlabelled answer follows: all labels ask, by their word or each time."""
    labels = [label for there in by_block.values() for label in there]
    keys = frozenset(label.key for label in labels)
    if all(map(is_question_key, keys)):
        return keys
    if any(label.form == "styled question" for label in labels):
        named = {label.key for label in labels if label.rule == ASKS_BY_TYPE}
        return frozenset(key for key in keys if key in named or is_question_key(key))
    # "Tern Gazette: Is it open?", and the answer in the next paragraph
    if len(labels) < 2 or not _stand_apart(blocks, indices, by_block):
        return frozenset()
    asking = [label for label in labels if ends_in_mark(blocks[label.block].text)]
    return keys if 3 * len(asking) >= 2 * len(labels) else frozenset()


def _above_posts(blocks: Sequence[Block], indices: Sequence[int], labels: Sequence[Label]) -> frozenset[int]:
    """The blocks of labels in bold lines of their own, where nearly all have a short line below that is no sentence."""
    alone = [label.block for label in labels if label.form == "bold line" and blocks[label.block].is_bold]
    if not alone or len(alone) < _LEAST_ABOVE or len(alone) < len(labels):
        return frozenset()
    following = dict(pairwise(indices))
    above = [
        index
        for index in alone
        if (below := following.get(index)) is not None
        and is_below_name(blocks[below])
        and following.get(below) not in (None, *alone)
    ]
    return frozenset(above) if len(above) >= _NEARLY_ALL * len(alone) else frozenset()


def _stand_apart(blocks: Sequence[Block], indices: Sequence[int], labelled: Collection[int]) -> bool:
    """Whether behind each labelled block one without a label follows."""
    last, followed = False, 0
    for index in indices:
        if blocks[index].leads_within:
            continue
        this = index in labelled
        if last and this:
            return False  # as nearly all exchanges do at once
        followed += last
        last = this
    return followed == len(labelled)


class _Builder:
    def __init__(self, blocks: Sequence[Block], asking: Collection[str], below: Collection[int] = ()) -> None:
        self.blocks = blocks
        self.asking = asking
        self.below = below
        """Blocks of labels that have a line for party or post below them."""
        self.done: list[Stretch] = []
        self.headings: list[int] = []
        self.silent: list[Label] = []
        self.introductions: list[Span] = []
        self.marks: dict[int, str] = {}
        self._label: Label | None = None
        self._rule = "turn.unlabelled"
        self._open = False
        self._pieces: list[tuple[int, Span]] = []
        self._inserted: list[tuple[int, Span]] = []
        self.asked: Block | None = None
        """The last block of a question whose answer has no label."""

    def begin(self, label: Label | None, index: int, start: int, end: int, rule: str) -> None:
        self._close()
        self._open = True
        self._label = label
        self._rule = rule
        if label is not None and label.key in self.asking:
            self.asked = self.blocks[index]
        self._add(index, start, end)

    def lead_in(self, index: int, end: int) -> None:
        """Add the block that leads in the words, with those before it."""
        if self._pieces:
            self._rule = "introduction.leads_in"
            self._add(index, 0, end)
        else:
            self.begin(None, index, 0, end, "introduction.leads_in")

    def introduced(self) -> None:
        """End the stretch at hand as the publisher's lead-in."""
        self._close()
        self.introductions.append(self.done.pop().span)

    def asks_on(self, index: int) -> bool:
        """Return whether a block goes on with a question that has not been put yet: "The bridge was closed." "Is it open?" """
        asked, block = self.asked, self.blocks[index]
        goes_on = asked is not None and not ends_in_mark(asked.text) and ends_in_mark(block.text)
        return goes_on and asked is not None and asked.is_bold == block.is_bold

    @property
    def waits(self) -> bool:
        """Whether a label stands open with no words behind it yet: it has a line or a cell of its own."""
        return self._label is not None and not self._pieces

    def mark_below_name(self, block: Block) -> str:
        """Return the rule by which a block is the line for party, seat or post below a speaker's name; empty if it is none."""
        named = (
            self.waits
            and self._label is not None
            and (self._label.rule in _ABOVE_PARTY or self._label.block in self.below)
        )
        return "mark.party" if named and is_below_name(block) else ""

    def extend(self, index: int, start: int, end: int) -> None:
        self._open = True
        if self.asked and self.waits:
            self.asked = self.blocks[index]
        self._add(index, start, end)

    def insert(self, index: int, rule: str) -> None:
        """A heading or mark: the source's insertion if words of the same turn follow it."""
        span = self.blocks[index].span
        self.marks[index] = rule
        if self._pieces:
            self._inserted.append((index, span))
        else:
            self.headings.append(index)

    def _add(self, index: int, start: int, end: int) -> None:
        block = self.blocks[index]
        text = block.text[start:end]
        if text and text[0] not in _SET_APART and text[-1] not in _SET_APART:
            base = block.span[0] + start
            self._pieces.append((index, (base, base + len(text))))
            return
        lead = len(text) - len(text.lstrip(" *\u00a0\t"))
        text = text.strip(" \u00a0\t\n")
        base = block.span[0] + start + lead
        last = base + len(text) - (lead if lead and text != text.lstrip(" *\u00a0\t") else 0)
        if last > base:
            self._pieces.append((index, (base, last)))

    def _close(self) -> None:
        if self._open and self._label is not None and not self._pieces:
            self.silent.append(self._label)
        if len(self._pieces) == 1 and not self._inserted:
            # One block of words, as most turns of an exchange are.
            ((index, span),) = self._pieces
            self.done.append(Stretch(self._label, span, (index,), (), self._rule))
        elif self._pieces:
            last = self._pieces[-1][0]
            inside = [(i, span) for i, span in self._inserted if i < last]
            self.headings.extend(i for i, _ in self._inserted if i > last)
            span = (self._pieces[0][1][0], self._pieces[-1][1][1])
            blocks = tuple(sorted({i for i, _ in self._pieces} | {i for i, _ in inside}))
            self.done.append(Stretch(self._label, span, blocks, tuple(s for _, s in inside), self._rule))
        else:
            self.headings.extend(i for i, _ in self._inserted)
        self._label, self._open, self._pieces, self._inserted = None, False, [], []
        self._rule = "turn.unlabelled"
        self.asked = None

    def finished(self) -> Split:
        self._close()
        return Split(
            tuple(self.done),
            tuple(self.headings),
            tuple(self.silent),
            tuple(self.introductions),
            self.marks,
        )
