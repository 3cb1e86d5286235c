"""Blocks among the words that are none of them: headings, topics, marks of printed pages, what a record tells by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.page.running import RUNNING
from onrecord.reading.turns.asides import is_direction_block
from onrecord.reading.turns.dialogue import is_barred
from onrecord.reading.turns.procedure import is_examination, is_procedure, is_set_apart
from onrecord.reading.turns.sittings import ends_said
from onrecord.reading.words.order import names_kind
from onrecord.reading.words.printed import is_printed_mark
from onrecord.reading.words.signposts import UPWARD
from onrecord.reading.words.speech import HEADS_QUESTIONS, SELF, THANKS

# as in "00:10:13" on a line of its own, between what is said
# and "Kl. 10:01", "9.07 Uhr", "(1105)"
_STAMP = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+)?(?:kl\.?\s|at\s)?[(\[]?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:uhr|h|hrs?|[ap]\.?m\.?)?[)\]]?|[(\[]\d{4}[)\]]",
    re.IGNORECASE,
)
# "[Translation]", "[English]": the language of what stands below
_IN_LANGUAGE = re.compile(
    r"\[(?:Translation|Text|English|French|Français|Traduction|Texte|Welsh|Irish|Arabic|Spanish|Portuguese|Hindi|Urdu|Mandarin|Chinese|Malay|Tamil|Kiswahili|Māori)\]",
    re.IGNORECASE,
)
_BETWEEN_DASHES = "--- "  # "--- Recess taken at 10.28 a.m.", as tribunals set it
# "**Lake Countries", "* Détroit": topic heads as UN and French transcripts set them
_STARRED = re.compile(r"\*{1,2}\s?\w")
_NOTE_MARK = "※"
# as in "02 Question …", "02.01 Ada Verne: …"
_COUNTED = re.compile(r"(\d\d)(\.\d\d)?(?=\s)")
_LONGEST_HEADING = 200
_LONGEST_TOPIC = 60
_LONGEST_UPWARD = 40
_FEW_BROKEN = 10  # one in so many turns
_SENTENCE = re.compile(r"[.!?…:;,—–。！？；：，।؟،؛-][\"'”’»)\]」』]*$")
_LEAST_LABELLED = 4
_LEAST_ABOVE = 3
_MOST_OF_KIND_LINE, _FIRST_WORDS = 10, 2


def note_at_end(blocks: Sequence[Block], indices: Sequence[int], labelled: Collection[int]) -> int | None:
    """Return the last block of an exchange where it stands in italics alone of all that is said: a note of the publisher's."""
    if len(labelled) < _LEAST_LABELLED or not indices or indices[-1] in labelled:
        return None
    first, last = min(labelled), indices[-1]
    if not blocks[last].italic or not is_set_apart(blocks[last]) or is_direction_block(blocks[last].text):
        return None
    others = any(is_set_apart(blocks[index]) for index in indices if first <= index < last)
    return None if others else last


def topic_lines(blocks: Sequence[Block], indices: Sequence[int], labelled: Collection[int]) -> frozenset[int]:
    """Return the lines of a text without markup that head what is said next: short, no sentence, between one and a label.

    Where turns end as sentences but for these lines: what somebody breaks off is no heading.
    """
    if len(labelled) < _LEAST_LABELLED:
        return frozenset()
    ends = [
        (one, two)
        for one, two, three in zip(indices, indices[1:], indices[2:], strict=False)
        if three in labelled
    ]
    lines = frozenset(
        two
        for one, two in ends
        if two not in labelled and ends_said(blocks[one].text) and _may_head(blocks[two].text)
    )
    again = Counter(blocks[index].text for index in lines)
    lines |= {
        index for index in indices if index not in labelled and again[blocks[index].text] >= _LEAST_ABOVE
    }
    broken = sum(not ends_said(blocks[two].text) for _, two in ends if two not in lines)
    return lines if lines and broken * _FEW_BROKEN <= len(ends) else frozenset()


def kind_lines(blocks: Sequence[Block], indices: Sequence[int], labelled: Collection[int]) -> frozenset[int]:
    """Return the lines above the first label that say what stands below them: "Opening statement by Minister Verne:"."""
    if not labelled:
        return frozenset()
    above = [index for index in indices if index < min(labelled)]
    return frozenset(
        index
        for index in above[:-1]
        if blocks[index].text[-1] in ":：" and _names_kind_first(blocks[index].text)
    )


def _names_kind_first(text: str) -> bool:
    """Whether a short line opens with the word for a kind, and nobody speaks in it."""
    words = text.split()
    return (
        len(words) <= _MOST_OF_KIND_LINE
        and not SELF.search(text)
        and names_kind(" ".join(words[:_FIRST_WORDS]))
    )


def counted_topics(
    blocks: Sequence[Block], indices: Sequence[int], labelled: Collection[int]
) -> frozenset[int]:
    """Return the lines that head what is said next by its number: "02 Question to Bel Harrow", and "02.01 Ada Verne: …" below."""
    topics, number = list[int](), ""
    if not any(blocks[index].text[0].isdigit() for index in labelled):
        return frozenset()
    for index in reversed(indices):
        match = _COUNTED.match(blocks[index].text)
        if index in labelled:
            number = match[1] if match and match[2] else ""
        elif number and match and not match[2] and match[1] == number:
            topics.append(index)
    return frozenset(topics)


def _may_head(text: str) -> bool:
    """Whether a line could head a topic: short, without a mark at its end, beginning with no small letter."""
    return (
        len(text) <= _LONGEST_TOPIC
        and text[-1].isalnum()
        and not ("a" <= text[0] <= "z")
        and not is_direction_block(text)
        and not THANKS.search(text)
    )


def mark_rule(block: Block) -> str:
    """Return the rule by which a block among the words is none of them; empty where it is one."""
    if block.leads_within or (len(block.text) <= _LONGEST_UPWARD and UPWARD.fullmatch(block.text)):
        return "mark.same_page_link"  # "Back to top"
    if RUNNING in block.places:
        return "mark.running"
    if not any(map(str.isalnum, block.text)):
        return "mark.no_letters"  # "(...)", "* * *"
    if len(block.text) > _LONGEST_HEADING and not block.level:
        return ""
    if is_examination(block.text):
        return "mark.examination"
    if block.text.startswith(_BETWEEN_DASHES):
        return "mark.procedure"
    if block.text[0] == "[" and _IN_LANGUAGE.fullmatch(block.text):
        return "mark.language"
    if HEADS_QUESTIONS.fullmatch(block.text):
        return "heading.questions"
    if block.text[0] == _NOTE_MARK:
        return "mark.note"
    if is_barred(block.text):
        return "mark.links"
    if _STAMP.fullmatch(block.text):
        return "mark.time_stamp"
    return "mark.column" if is_printed_mark(block.text) else heading_rule(block)


def procedure_rule(block: Block) -> str:
    """Return the rule by which a block of a sitting is what its record tells by itself; empty where it is words."""
    if is_procedure(block):
        return "mark.procedure"
    if block.text.isupper() and _heads_in_capitals(block.text):
        return "heading.capitals"
    return "mark.italics" if is_set_apart(block) and not is_direction_block(block.text) else ""


def _heads_in_capitals(text: str) -> bool:
    """Whether a line in capitals heads what a sitting turns to next: "PLIGHT OF THE FERRYMEN OF EELGATE"."""
    return len(text) <= _LONGEST_HEADING and text.count(" ") >= 1 and not _SENTENCE.search(text)


def heading_rule(block: Block) -> str:
    """Return the rule by which a block is a heading inside a statement, empty if it is none.

    By its element, by asterisks, or short, bold and no sentence.
    """
    if block.level:
        return "heading.element"
    if _STARRED.match(block.text) and len(block.text.split()) <= 10 and not _SENTENCE.search(block.text):
        return "heading.starred"
    is_bold_line = (
        block.is_bold
        and len(block.text.split()) <= 14
        and not _SENTENCE.search(block.text)
        and not is_direction_block(block.text)
    )
    return "heading.bold" if is_bold_line else ""
