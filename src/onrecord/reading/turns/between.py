"""Whether an exchange is that of two people, one of whom asks throughout: what an interview is, whatever its title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.turns.asking import ends_asking
from onrecord.reading.turns.label import Label, is_question_key
from onrecord.reading.turns.namelike import is_name_like
from onrecord.reading.turns.styled import ANSWERS_BY_TYPE, ASKS_BY_TYPE
from onrecord.reading.turns.turns import Split
from onrecord.reading.words.presiding import presides

_LEAST = 4  # turns
_MOSTLY = 0.6


def is_between_two(text: str, split: Split, labelled: Sequence[Label]) -> bool:
    """Return whether two people by their names take turns, the one who begins with questions, the other without.

    Or each is named once, and type tells from then on who asks.
    """
    rules = {label.rule for label in labelled}
    if ASKS_BY_TYPE in rules and ANSWERS_BY_TYPE in rules:
        return True
    if len(labelled) < _LEAST:
        return False
    keys = [_surname(label) for label in labelled]
    if len(set(keys)) != 2 or any(one == other for one, other in pairwise(keys)):
        return False
    if any(
        is_question_key(label.key) or presides(label.key) or not is_name_like(label.text)
        for label in labelled
    ):
        return False
    whole = {key for key, label in zip(keys, labelled, strict=True) if "_" in label.key}
    asks, answers = keys[0], keys[1]
    return whole == {asks, answers} and _asks(text, split, asks) and not _asks(text, split, answers)


def _asks(text: str, split: Split, surname: str) -> bool:
    said = [text[slice(*s.span)] for s in split.stretches if s.label and _surname(s.label) == surname]
    return sum(map(ends_asking, said)) >= _MOSTLY * len(said)


def _surname(label: Label) -> str:
    return label.key.rpartition("_")[2]
