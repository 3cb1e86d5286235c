"""Written questions to a government: headings that tell who asked, and who answered; the words stand below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.label import Label
from onrecord.reading.words.capitals import capital_phrase
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import QUESTION_WORDS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.postwords import is_office_word
from onrecord.text import compile_late

RULE = "label.written_question"
_LONGEST = 180
_OF = r"(?:de la|de l[’']|del|della|dello|dell[’']|de|des|du|der|do|da|von|of|put by|asked by|tabled by|given by|posée par|presentata da|formulada por|formulada pelo|by|from|par|por|przez)"
# as in "Question écrite n° 01412 de Mme Ada Verne (Skell - LP)", "Schriftliche Frage der Abgeordneten Ada Verne (LP)", "Texte de la question"
_ASKED = compile_late(
    rf"(?:(?:texte|text|texto|testo) (?:de la|of the|der|della|de la) )?(?:(?:schriftliche|kleine|mündliche|written|oral) )?(?:question|anfrage|frage|pregunta|pergunta|interrogazione|zapytanie|interpelacja)\b[^.!?:]{{0,100}}?"
    rf"(?:\s{_OF}\s(?P<who>[^.!?:].{{3,110}}))?",
    re.IGNORECASE,
)
# as in "Réponse du Ministère des ports", "Antwort des Staatssekretärs Bernd Harrow vom 12. Mai 2031", "Texte de la réponse"
_ANSWERED = compile_late(
    rf"(?:(?:texte|text|texto|testo) (?:de la|of the|der|della|de la) )?(?P<word>réponse|answer|antwort|respuesta|resposta|risposta|odpowiedź)\b(?:[^.!?:]{{0,30}}?\s{_OF}\s(?P<who>[^.!?:].{{3,130}}))?",
    re.IGNORECASE,
)
# What stands before a name, beside forms of address: "Abgeordneten Ada Verne", "don Bruno Harrow"
_SITS = compile_late(
    r"^(?:(?:der|the|don|doña|D\.|Dª\.?|l[’']on\.|on\.|[Aa]bgeordneten?|[Dd]iputad[oa]|[Dd]eputad[oa]|[Ss]enador[a]?|posła|posłanki)\s+)+"
)


class _Head(NamedTuple):
    block: int
    asks: bool
    who: str
    """Who asks or answers, as printed; empty where the page names nobody."""
    word: str


def find_written(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the headings of questions, and of the answers below them, by turns; empty unless one of each names who asks, or heads the text of both."""
    heads = [head for index in indices if (head := _head(blocks[index], index))]
    if len(heads) < 2 or any(one.asks == (place % 2 == 1) for place, one in enumerate(heads)):
        return []
    said = {one for one, below in pairwise(indices) if ends_as_sentence(blocks[below].text)}
    near = {one for one, below in pairwise(indices) if below in said}
    if len(heads) % 2 or any(one.block not in said | near for one in heads):
        return []
    return [_label(one, blocks[one.block]) for one in heads]


def _head(block: Block, index: int) -> _Head | None:
    text = block.text
    if len(text) > _LONGEST or text[-1] in ".?!" or not text[0].isalpha():
        return None
    answered = _ANSWERED.fullmatch(text)
    found = answered or _ASKED.fullmatch(text)
    if found is None:
        return None
    start = found.start("who")
    named = text[start : found.end("who")] if start >= 0 else ""
    sits = _SITS.match(named)
    at = sits.end() if sits else 0
    who = _person(named[at:])
    bare = block.level > 0 and label_key(text) in QUESTION_WORDS  # beside a heading "Answer"
    if not answered and not who and not bare and not found[0].lower().startswith(("text", "test")):
        return None  # "Question time", "Question of the day"
    word = found["word"] if answered else ""
    return _Head(index, answered is None, who, word)


def _person(text: str) -> str:
    """The phrase with which a text begins where it is somebody's name, of two words or behind a form of address; empty elsewhere."""
    held = text.split(" (", 1)[0]
    first, _, rest = held.partition(" ")
    if first.endswith("s") and rest and is_office_word(first[:-1].lower()):
        held = rest  # "des Staatssekretärs Dr. Bernd Harrow"
    phrase = capital_phrase(held)
    person = parse_person(phrase)
    if person is None or not (len(person.name.split()) >= 2 or phrase.split()[0] != person.name):
        return ""
    return held if "," in held and held.startswith(phrase) else phrase


def _label(head: _Head, block: Block) -> Label:
    """The label: whoever asks is counted as records count their questions; an answer without a name has its word."""
    end = len(block.text)
    if not head.who:
        word = head.word or "Question"
        return Label(head.block, 0, end, end, block.text, label_key(word), "line", None, RULE)
    key = label_key(head.who)
    return Label(head.block, 0, end, end, head.who, key, "line", None, RULE, numbered=head.asks)
