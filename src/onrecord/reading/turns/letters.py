"""Letters as labels: who asks and who answers by one letter each, in the pairs that languages have for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.asking import ends_asking, holds_question
from onrecord.reading.turns.candidates import INITIALS_TOO
from onrecord.reading.turns.dialogue import LONGEST_QUESTION
from onrecord.reading.turns.label import Label, is_question_key
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS, QUESTION_WORDS

_INITIAL_NAME = re.compile(r"(?P<label>A\.\s(?:[^\W\d_]\.\s)?[^\W\d_][\w'’-]+)\s*:\s+(?=\S)")
_STOP_DASHED = re.compile(r"\.\s?[-–—]\s")
_PAIRS = ("PR", "DR", "FA", "ВО", "PJ", "TJ", "SJ", "ПО", "ЗВ", "СЖ", "ՀՊ")
_FOREIGN_QUESTIONS = frozenset("PDFВ")
_LEAST_BY_TURNS = 4
_SET_APART = frozenset(("paired letter", "colon"))
_QUESTION_AND_ANSWER = frozenset("QA")
_LONGEST_SHORT = 3  # characters
_MOST_WORDS = 3
_MEANT = frozenset(("question", "answer"))
_WORDS_MEANT = {"question": QUESTION_WORDS, "answer": ANSWER_LABELS}
_SPELT = re.compile(r"([^\W\d_]{4,14})\.\s+(?=\S)")
_DASHES = frozenset("–—-")
_DASH_AHEAD = re.compile(r"[–—-]\s+(?=\S)")


def without_dashes(labels: list[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return the labels with the dash behind their colons, on a page that sets one there: "O Sr. Presidente: — Está aberta …"."""
    ahead = [
        _dash_ahead(text, at)
        if (text := blocks[label.block].text)[(at := label.words_from) : at + 1] in _DASHES
        else 0
        for label in labels
    ]
    dashed = len(labels) - ahead.count(0)
    if dashed < 2 or 2 * dashed <= len(labels):
        return labels
    return [
        msgspec.structs.replace(label, words_from=end) if end and label.form == "colon" else label
        for label, end in zip(labels, ahead, strict=True)
    ]


def _dash_ahead(text: str, start: int) -> int:
    """Where the words begin behind a dash, 0 where none stands before them."""
    dash = _DASH_AHEAD.match(text, start)
    return dash.end() if dash else 0


def without_initials(candidates: list[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return the candidates, where "A" before a stop is an initial: "A. Harrow: …" comes back, on a page without "Q"."""
    if any(is_question_key(label.key) for label in candidates):
        return candidates
    named = {
        n: match
        for n, label in enumerate(candidates)
        if label.text == "A"
        and label.form != "colon"
        and (match := _INITIAL_NAME.match(blocks[label.block].text))
    }
    counts = Counter(match["label"] for match in named.values())
    return [
        Label(
            label.block,
            0,
            match.end("label"),
            match.end(),
            match["label"],
            label_key(match["label"]),
            "colon",
        )
        if (match := named.get(n)) and counts[match["label"]] > 1
        else label
        for n, label in enumerate(candidates)
    ]


def is_question_letter(label: Label, block: Block, *, shown: bool) -> bool:
    """Return whether a letter asks: "Q When did …": one space only, so a page must show that it means it; "Q wie Qualität" is none."""
    asks = label.key == "q" and ("?" in block.text or shown)
    return asks and not block.text[label.words_from :][:1].islower()


def with_pairs(candidates: list[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return the candidates with letters for question and answer where the page holds both and the first asks: "P." and "R.", "D." and "R."."""
    letters = {label.text for label in candidates if label.form == "paired letter"}
    letters |= {"A"} & {label.text for label in candidates if label.key == "a"}  # "F:" and "A:" in German
    pair = next(
        (
            pair
            for pair in _PAIRS
            if letters >= set(pair)
            and (_asks(pair[0], candidates, blocks) or _takes_turns(pair, candidates, blocks))
        ),
        "",
    )
    meaning = dict(zip(pair or _learnt_pair(candidates, blocks), ("question", "answer"), strict=False))
    if not meaning and (any(label.key == "q" for label in candidates) or stop_dashed(candidates, blocks)):
        # "Q - Et le bac ?", "R - Il flotte."; "P. ¿Y el puente?" where a page in English goes on in Spanish
        meaning = {"R": "answer"} | {
            one: "question" for one in letters & _FOREIGN_QUESTIONS if _asks(one, candidates, blocks)
        }
    return [
        msgspec.structs.replace(label, key=meaning.get(label.text, label.key), form="colon")
        if label.form == "paired letter" or label.text in meaning
        else label
        for label in candidates
        if label.form != "paired letter" or label.text in meaning or label.text in INITIALS_TOO
    ]


def with_spelt(candidates: list[Label], blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the candidates, and the words that a page prints once for the letters it goes on with: "Pregunta.", then "P."."""
    meant = {label.text: label.key for label in candidates if len(label.text) == 1 and label.key in _MEANT}
    if set(meant.values()) != _MEANT:
        return candidates
    taken = {label.block for label in candidates}
    found = []
    for index in indices:
        match = _SPELT.match(blocks[index].text) if index not in taken else None
        if match and (key := meant.get(match[1][0].upper())) and label_key(match[1]) in _WORDS_MEANT[key]:
            found.append(Label(index, 0, match.end(1), match.end(), match[1], key, "colon"))
    return sorted([*candidates, *found]) if found else candidates


def stop_dashed(candidates: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Return whether a letter stands before a stop and a dash, "P.- ¿Cuándo?": those who answer may stand by their offices."""
    return any(
        len(label.text) == 1 and bool(_STOP_DASHED.match(blocks[label.block].text, label.end))
        for label in candidates
    )


def _takes_turns(pair: str, candidates: Sequence[Label], blocks: Sequence[Block]) -> bool:
    """Whether two letters come by turns, the first of them first, and it asks at least once: who asks may also only state."""
    own = [label for label in candidates if label.form == "paired letter" and label.text in pair]
    letters = "".join([label.text for label in own])
    asked = any(label.text == pair[0] and holds_question(blocks[label.block].text) for label in own)
    return asked and len(letters) >= _LEAST_BY_TURNS and (pair * len(letters)).startswith(letters)


def _learnt_pair(candidates: Sequence[Label], blocks: Sequence[Block]) -> tuple[str, ...]:
    """The two short labels of a page that come by turns, the first of which asks and the second of which does not: "S:" and "C:" in Turkish.

    Longer ones could be names.
    """
    short = {text for text in {label.text for label in candidates} if _is_no_name(text)}
    own = [label for label in candidates if label.text in short and label.form in _SET_APART]
    texts = [label.text for label in own]
    pair = tuple(dict.fromkeys(texts))
    if len(pair) != 2 or all(text.istitle() and len(text) > 1 for text in pair):
        return ()  # "Li" and "Wu"
    if len(texts) < _LEAST_BY_TURNS or texts != [pair[n % 2] for n in range(len(texts))]:
        return ()
    asked = [ends_asking(blocks[label.block].text) for label in own]
    return (
        pair
        if 3 * sum(asked[::2]) >= 2 * len(asked[::2]) and 3 * sum(asked[1::2]) <= len(asked[1::2])
        else ()
    )


def _is_no_name(text: str) -> bool:
    """Whether a label is too short for a name, or goes on in small letters: "C", "प्र", "Trả lời"."""
    if len(text) <= _LONGEST_SHORT:
        # "AV" may be the initials of a name
        return text not in _QUESTION_AND_ANSWER and not (len(text) > 1 and text.isupper())
    words = text.split()
    return 2 <= len(words) <= _MOST_WORDS and all(word.islower() for word in words[1:])


def _asks(letter: str, candidates: Sequence[Label], blocks: Sequence[Block]) -> bool:
    ends = [other.block for other in candidates[1:]] + [len(blocks)]
    own = [
        blocks[label.block : max(min(end, label.block + LONGEST_QUESTION), label.block + 1)]
        for label, end in zip(candidates, ends, strict=True)
        if label.form == "paired letter" and label.text == letter
    ]
    return 2 * sum(any(holds_question(block.text) for block in stretch) for stretch in own) >= len(own)
