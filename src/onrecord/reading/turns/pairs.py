"""Letters that stand for question and answer: "P." and "R.", "D." and "R.", each a pair that only the page tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.candidates import INITIALS_TOO
from onrecord.reading.turns.dialogue import LONGEST_QUESTION, holds_question
from onrecord.reading.turns.label import Label

_PAIRS = ("PR", "DR", "FA", "ВО", "PJ", "TJ", "SJ", "ПО", "ЗВ", "СЖ", "ՀՊ")
_FOREIGN_QUESTIONS = frozenset("PDFВ")
_STOP_DASHED = re.compile(r"\.\s?[-–—]\s")


def with_pairs(candidates: list[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return the candidates, with letters for question and answer where the page holds both and the first asks: "P." and "R.", "D." and "R."."""
    letters = {label.text for label in candidates if label.form == "paired letter"}
    letters |= {"A"} & {label.text for label in candidates if label.key == "a"}  # "F:" and "A:" in German
    pair = next((pair for pair in _PAIRS if letters >= set(pair) and _asks(pair[0], candidates, blocks)), "")
    meaning = dict(zip(pair, ("question", "answer"), strict=False))
    if not pair and (any(label.key == "q" for label in candidates) or stop_dashed(candidates, blocks)):
        # "Q - Et le bac ?", "R - Il flotte."; "P. ¿Y el puente?" where a page in English goes on in Spanish
        meaning = {"R": "answer"} | {
            one: "question" for one in letters & _FOREIGN_QUESTIONS if _asks(one, candidates, blocks)
        }
    return [
        msgspec.structs.replace(label, key=meaning.get(label.text, label.key), form="colon")
        if label.form == "paired letter"
        else label
        for label in candidates
        if label.form != "paired letter" or label.text in meaning or label.text in INITIALS_TOO
    ]


def stop_dashed(candidates: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Return whether a letter stands before a stop and a dash, "P.- ¿Cuándo?": those who answer may stand by their offices."""
    return any(
        len(label.text) == 1 and bool(_STOP_DASHED.match(blocks[label.block].text, label.end))
        for label in candidates
    )


def _asks(letter: str, candidates: Sequence[Label], blocks: Sequence[Block]) -> bool:
    ends = [other.block for other in candidates[1:]] + [len(blocks)]
    own = [
        blocks[label.block : max(min(end, label.block + LONGEST_QUESTION), label.block + 1)]
        for label, end in zip(candidates, ends, strict=True)
        if label.form == "paired letter" and label.text == letter
    ]
    return 2 * sum(any(holds_question(block.text) for block in stretch) for stretch in own) >= len(own)
