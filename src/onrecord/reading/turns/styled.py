"""Interviews whose questions are told from their answers by type alone, wholly or beside a few labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from onrecord.reading.page.blocks import Block, covers
from onrecord.reading.turns.asking import ends_asking
from onrecord.reading.turns.candidates import find_candidate
from onrecord.reading.turns.dialogue import could_speak, ends_as_sentence
from onrecord.reading.turns.label import Label, asked_by_type, is_question_key
from onrecord.reading.words.speech import HEADS_QUESTIONS, TAKES_QUESTIONS

ASKS_BY_TYPE = "label.asks_by_type"
"""The rule of a label whose paragraph is set as the page sets its questions."""
ANSWERS_BY_TYPE = "label.answers_by_type"
"""The rule of a label that names, once, whoever gives the answers without one."""
_SOON = 12  # blocks
_ABOVE = 3  # blocks
_LONGEST_END = 160


def styled_questions(blocks: Sequence[Block], indices: Sequence[int], *, interview: bool) -> list[Label]:
    """Return the questions that are told from their answers by type alone: bold, italic, a heading, set apart as a quotation."""
    for rule, style in _STYLES.items():
        styled = [index for index in indices if style(blocks[index]) and "li" not in blocks[index].places]
        if _are_questions(styled, blocks, indices, interview=interview):
            asked = [asked_by_type(blocks[index].text, index, rule) for index in styled]
            return [_named_first(asked[0], blocks), *asked[1:]]
    return []


def _named_first(asked: Label, blocks: Sequence[Block]) -> Label:
    """The first question with the name of who asks, which stands there alone: "<b>Ada Verne: Good morning. Will it open?</b>" """
    label = find_candidate(blocks[asked.block], asked.block)
    named = label is not None and label.form == "colon" and could_speak(label) and " " in label.text
    return label.by(ASKS_BY_TYPE) if label and named and not is_question_key(label.key) else asked


def beside_labels(
    accepted: list[Label],
    candidates: Sequence[Label],
    blocks: Sequence[Block],
    indices: Sequence[int],
    *,
    interview: bool,
) -> list[Label]:
    """Return the labels together with questions in bold type that have none, on a page that names few of those who speak.

    "<b>Will it open?</b>" between answers, and "<b>Verne:</b> In May." where somebody else answers; or "<b>Ada Verne: Good
    evening.</b>", "Bel Harrow: Good evening." once, and their types from then on.
    """
    if any(is_question_key(label.key) for label in accepted):
        return accepted
    pair = _named_once(candidates, blocks, indices)
    labels = (
        accepted if pair is None else sorted({label.block: label for label in (*accepted, *pair)}.values())
    )
    labelled = {label.block for label in labels}
    bold = [
        index
        for index in indices
        if index not in labelled
        and _STYLES["label.bold_question"](blocks[index])
        and "li" not in blocks[index].places
    ]
    own = [index for index in indices if index not in labelled]
    if (
        not labels
        or len(labels) > len(bold) + 2
        or not _are_between(bold, blocks, own, indices, named=pair is not None or interview)
    ):
        return accepted
    rule = "label.bold_question"
    asked = [asked_by_type(blocks[index].text, index, rule) for index in bold]
    return sorted([*labels, *asked])


def _named_once(
    candidates: Sequence[Label], blocks: Sequence[Block], indices: Sequence[int]
) -> tuple[Label, Label] | None:
    """Whoever asks, named at the head of a paragraph in bold, and whoever answers, named at that of the next in plain type."""
    first = indices[0] if indices else 0
    for one, other in pairwise(candidates):
        if one.block > first + _SOON:
            return None
        bold = blocks[one.block].is_bold and not blocks[other.block].is_bold
        if (
            bold
            and one.form == other.form == "colon"
            and other.block - one.block == 1
            and one.key != other.key
        ):
            return one.by(ASKS_BY_TYPE), other.by(ANSWERS_BY_TYPE)
    return None


def _are_between(
    bold: Sequence[int], blocks: Sequence[Block], own: Sequence[int], indices: Sequence[int], *, named: bool
) -> bool:
    """Whether paragraphs in bold stand as questions do: sentences, answered in another type, some or half of them with a mark."""
    least = 2 if named else 3
    if len(bold) < least or len(own) - len(bold) < len(bold) - 1:
        return False
    texts = [blocks[index].text.rstrip('”»’"') for index in bold]
    following = dict(pairwise(indices))
    answered = sum(index in following and not blocks[following[index]].is_bold for index in bold)
    asking = sum(ends_asking(text) for text in texts)
    sentences = sum(_is_sentence(text) or text.endswith(":") for text in texts)
    return (
        sentences == len(bold) and asking >= (1 if named else len(bold) / 2) and answered >= 0.6 * len(bold)
    )


def _are_questions(
    styled: list[int], blocks: Sequence[Block], indices: Sequence[int], *, interview: bool
) -> bool:
    """Three or more, two in an interview, half of them with a question mark, between words in another type."""
    above = [index for index in indices if styled and index < styled[0]][-_ABOVE:]
    led = any(leads_to_questions(blocks[index].text) for index in above)
    least = 2 if interview or led or all("dt" in blocks[index].places for index in styled) else 3
    others = len(indices) - len(styled)
    if len(styled) < least or others < len(styled) - 1:
        return False
    late = styled[0] > indices[min(least + 2 if interview else 3, len(indices) - 1)]
    if late and not led:
        return (
            False  # unless "Here is what he told us:" stands above, or "We are ready to take your questions."
        )
    asking = sum(ends_asking(blocks[index].text) for index in styled)
    if interview:
        # "Tell us about the bridge." asks as well; a topic's heading ends in no stop
        sentences = sum(_is_sentence(blocks[index].text) for index in styled)
        return asking >= 1 and sentences == len(styled)
    return 2 * asking >= len(styled)


def leads_to_questions(text: str) -> bool:
    """Return whether a paragraph ends so that questions come next: "Here is what he told us:", "I am ready for your questions."."""
    last = text[-_LONGEST_END:]
    return text.endswith((":", "：")) or bool(HEADS_QUESTIONS.fullmatch(text) or TAKES_QUESTIONS.search(last))


def _is_sentence(text: str) -> bool:
    return ends_asking(text) or ends_as_sentence(text)


def _is_italic(block: Block) -> bool:
    return bool(block.italic) and not block.level and covers(block.italic, block.span, block.text)


_STYLES: dict[str, Callable[[Block], bool]] = {
    "label.bold_question": lambda block: block.is_bold and not block.level,
    "label.italic_question": _is_italic,
    "label.term_question": lambda block: block.tag == "dt" or "dt" in block.places,
    "label.heading_question": lambda block: block.level >= 2,
    "label.quoted_question": lambda block: "blockquote" in block.places,
}
