"""Interviews without labels: questions told by a dash, or by the marks around their answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.asking import ends_asking
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.label import Label, asked_by_type
from onrecord.reading.turns.styled import leads_to_questions
from onrecord.text import compile_late

UNLABELLED_ANSWER = "answer"
"""The key of a dash that opens an answer."""
_QUOTED = {"«": "»", "“": "”", "„": "“", "「": "」", '"': '"'}
# "– Minister, will it open?", "—¿Cuándo abrirá?", "* Will it open?"
_LEAD_DASH = re.compile(
    r"[–—―-]\s+(?=\S)|(?:[—―]{1,2}|——)\s*(?=[^\s—―])|[–-](?=[¿«“„가-힣])|–(?=[A-ZÀ-ÞА-ЯЁ])|\*\s*(?=[^\W\d_])"
)


_LEAD_MARK = re.compile(r"(?P<mark>[■□▪●○◆◇►▶*•–—-])\s*(?=\S)")
_LEAST_MARKED = 4
_LEAST_ASKED = 2
_LONGEST_ASKED = 700
_LONGEST_SAID = 160
# "Frau Verne, wir danken Ihnen für dieses Gespräch."
_TAKES_LEAVE = compile_late(
    r"^(?:[^.!?]{0,40}, )?(?:(?:i |we )?thank you (?:very much )?for (?:the|this) (?:interview|conversation)|(?:(?:wir|ich) danken? (?:ihnen )?|(?:vielen |herzlichen )?dank )für (?:das|dieses) (?:gespräch|interview)|"
    r"dziękuję (?:bardzo )?za rozmowę|(?:muchas )?gracias por (?:la|esta) (?:entrevista|conversación)|merci (?:beaucoup )?(?:pour|de) cet? (?:entretien|interview)|grazie per (?:l[’']intervista|questa intervista)|obrigad[oa] (?:pela|por esta) entrevista|"
    r"(?:большое )?спасибо за (?:беседу|интервью|разговор)|дякую за (?:розмову|інтерв.ю)|děkuj[ei] za rozhovor|bedankt voor (?:het|dit) (?:gesprek|interview))\W*$",
    re.IGNORECASE,
)
_AT_ONCE, _ABOVE = 4, 3  # blocks


def dash_questions(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the questions that open with a dash, where the answers have no label: "– Minister, are you disappointed?" """
    dashed = [
        index
        for index in indices
        if "li" not in blocks[index].places and _LEAD_DASH.match(blocks[index].text)
    ]
    asking = [index for index in dashed if blocks[index].is_bold or ends_asking(blocks[index].text)]
    quoted = [index for index in indices if index not in dashed and blocks[index].text[0] in _QUOTED]
    if (
        len(dashed) >= 3
        and len(quoted) >= len(dashed)
        and not any(blocks[index].text[-1] in "”»" for index in dashed)
    ):
        asking = dashed  # "―Will it open." “In May.”
    others = len(indices) - len(dashed)
    if (
        len(dashed) < 3
        or 2 * len(asking) < len(dashed)
        or others < len(dashed) - 1
        or dashed[0] > indices[min(2, len(indices) - 1)]
    ):
        return []
    turns = [index in asking for index in dashed]
    if turns.count(False) >= _LEAST_ASKED and all(one != other for one, other in pairwise(turns)):
        return []  # answers open with a dash as well, and one of two paragraphs goes on
    found = []
    for index in dashed:
        match = _LEAD_DASH.match(blocks[index].text)
        words_from = match.end() if match else 1
        found.append(Label(index, 0, 1, words_from, "", "question", "dash lead", None, "label.dash_question"))
    return found


def dash_exchange(blocks: Sequence[Block], indices: Sequence[int], *, interview: bool) -> list[Label]:
    """Return questions and answers that both open with a dash: "– Minister, will it open?", "– In May, and on a Monday." """
    if not interview:
        return []
    dashed = [index for index in indices if _LEAD_DASH.match(blocks[index].text)]
    asks = [ends_asking(blocks[index].text) for index in dashed]
    answered = sum(one and not other for one, other in pairwise(asks))
    # Who asks comes first, and no answer stands behind another.
    if not asks or not asks[0] or dashed[0] > indices[min(3, len(indices) - 1)]:
        return []
    if answered < 2 or any(not one and not other for one, other in pairwise(asks)):
        if not _take_turns(asks):
            return []
        asks = [n % 2 == 0 for n in range(len(asks))]
    if 2 * answered < len(dashed) - 1 and not _take_turns(asks):
        return []
    found = []
    for index, asking in zip(dashed, asks, strict=True):
        match = _LEAD_DASH.match(blocks[index].text)
        key, rule = (
            ("question", "label.dash_question") if asking else (UNLABELLED_ANSWER, "label.dash_answer")
        )
        found.append(Label(index, 0, 1, match.end() if match else 1, "", key, "dash lead", None, rule))
    return found


def _take_turns(asks: Sequence[bool]) -> bool:
    """Whether every second of the lines may answer the one before it: none of these asks, and half of the others do."""
    asking, answering = asks[::2], asks[1::2]
    return (
        len(asks) >= _LEAST_MARKED
        and len(asking) == len(answering)
        and 2 * sum(asking) >= len(asking)
        and not any(answering)
    )


def between_marks(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return questions and answers that open with a mark each, "■ Will it open?", "- In May.": they take turns, and one mark asks."""
    marked = [(index, match) for index in indices if (match := _LEAD_MARK.match(blocks[index].text))]
    marks = [match["mark"] for _, match in marked]
    if (
        len(marked) < _LEAST_MARKED
        or len(set(marks)) != 2
        or any(one == other for one, other in pairwise(marks))
    ):
        return []
    asking = [ends_asking(blocks[index].text) for index, _ in marked]
    asks, answers = asking[::2], asking[1::2]
    if 2 * sum(asks) < len(asks) or 2 * sum(answers) > len(answers):
        return []
    parts = (("question", "label.mark_question"), (UNLABELLED_ANSWER, "label.mark_answer"))
    return [
        Label(index, 0, 1, match.end(), "", *parts[n % 2][:1], "dash lead", None, parts[n % 2][1])
        for n, (index, match) in enumerate(marked)
    ]


def dashed_answers(blocks: Sequence[Block], indices: Sequence[int], *, interview: bool) -> list[Label]:
    """Return questions of an interview and the answers that open with a dash right below them: "Will it open?", "– In May." """
    if not interview:
        return []
    pairs = [
        (one, other)
        for one, other in pairwise(indices)
        if _LEAD_DASH.match(blocks[other].text)
        and not _LEAD_DASH.match(blocks[one].text)
        and ends_asking(blocks[one].text)
    ]
    dashed = sum(bool(_LEAD_DASH.match(blocks[index].text)) for index in indices)
    if len(pairs) < 2 or len(pairs) < dashed or pairs[0][0] > indices[min(3, len(indices) - 1)]:
        return []
    found = []
    for one, other in pairs:
        match = _LEAD_DASH.match(blocks[other].text)
        found.append(Label(one, 0, 0, 0, "", "question", "styled question", None, "label.above_dash"))
        end = match.end() if match else 1
        found.append(Label(other, 0, 1, end, "", UNLABELLED_ANSWER, "dash lead", None, "label.dash_answer"))
    return found


def questions_by_mark(blocks: Sequence[Block], indices: Sequence[int], *, interview: bool) -> list[Label]:
    """Return the questions of an interview that nothing but their marks tells: paragraphs that end asking, others between them."""
    if not interview:
        return []
    asks = {
        index
        for index in indices
        if len(blocks[index].text) <= _LONGEST_ASKED and ends_asking(blocks[index].text)
    }
    first = next((position for position, index in enumerate(indices) if index in asks), None)
    if first is None or len(asks) < _LEAST_ASKED or indices[-1] in asks:
        return []
    above = [blocks[index].text for index in indices[max(first - _ABOVE, 0) : first]]
    if first > _AT_ONCE and not any(map(leads_to_questions, above)):
        return []
    answered = sum(one in asks and other not in asks for one, other in pairwise(indices))
    others = len(indices) - first - len(asks)
    if answered < len(asks) or others < len(asks):
        return []
    rule = "label.asks_by_mark"
    return [asked_by_type(blocks[index].text, index, rule) for index in indices if index in asks]


def questions_between_quotations(
    blocks: Sequence[Block], indices: Sequence[int], *, interview: bool
) -> list[Label]:
    """Return the questions of an interview whose answers stand in quotation marks: "Will it open? «In May. / The locks …»"."""
    if not interview:
        return []
    opened = False
    asking: list[int] = []
    answered = stated = 0
    for index in indices:
        text = blocks[index].text.strip()
        if blocks[index].level or blocks[index].is_linked:
            continue
        if opened or text[:1] in _QUOTED:
            answered += not opened
            opened = not text.rstrip(".").endswith(tuple(_QUOTED.values()))
        elif ends_asking(text) and (not asking or answered >= len(asking)):
            asking.append(index)
        elif asking and len(text) <= _LONGEST_SAID and answered >= len(asking) and ends_as_sentence(text):
            asking.append(index)  # "You said that last year."
            stated += 1
        elif asking:
            return []  # somebody who neither asks nor stands in quotation marks
    if len(asking) < 2 or answered < len(asking) or 2 * stated > len(asking):
        return []
    rule = "label.between_quotations"
    return [asked_by_type(blocks[index].text, index, rule) for index in asking]


def with_thanks(labels: list[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the labels, and that of the line behind the last answer in which whoever asks takes leave: "Dziękuję za rozmowę."."""
    if not indices or len(labels) < _LEAST_MARKED or labels[-1].block == indices[-1]:
        return labels
    last = blocks[indices[-1]].text
    if len(last) > _LONGEST_SAID or not _TAKES_LEAVE.search(last):
        return labels
    return [*labels, asked_by_type(last, indices[-1], "label.thanks")]
