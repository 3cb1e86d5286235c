"""Where a quotation's first or last word is another: how far the phrase goes that it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from onrecord.quoting.align import Step
from onrecord.quoting.negations import negations
from onrecord.quoting.quotation import Quotation
from onrecord.quoting.stream import Ground, Stream

_REACH = 3
_ALIKE = 0.6
_LEAST_LETTERS = 4
_SENTENCE_END = re.compile(r"[.!?…:;](?=\W|$)|[。！？।॥؟۔։]|\n")


def widen_ends(steps: Sequence[Step], quotation: Quotation, ground: Ground) -> list[Step]:
    """Return the steps, what the first and last word stand for taken whole.

    Who quotes "… after one has agreed" of "… after one has stopped agreeing" has changed both words, not "stopped" alone; and
    "works like that" stands for "not work like that": the negation that an alignment would leave outside is dropped.
    """
    widened = list(steps)
    if widened and (step := _to_like_word(widened[-1], quotation, ground)):
        widened[-1] = step
    if widened and (step := _to_negation(widened[0], ground)):
        widened[0] = step
    return widened


def _to_like_word(last: Step, quotation: Quotation, ground: Ground) -> Step | None:
    """The last step, through a word soon behind it that is like the quotation's last, where that stands for none like it."""
    if last.tag != "replace":
        return None
    stream, word = ground.streams[last.candidate], quotation.words[last.quoted_end - 1]
    likeness = _likeness(word, stream.words[last.said_end - 1])
    end = stream.end_of(stream.turn_at(last.said_end - 1))
    like = (
        at
        for at in range(last.said_end, min(last.said_end + _REACH, end))
        if _likeness(word, stream.words[at]) >= max(_ALIKE, likeness + 0.01)
    )
    # Where sentences end takes longer to tell than what words are like.
    at = next(like, None)
    if at is None or not all(
        _in_one_sentence(stream, each - 1, each) for each in range(last.said_end, at + 1)
    ):
        return None
    return last._replace(said_end=at + 1)


def _to_negation(first: Step, ground: Ground) -> Step | None:
    """The first step with the negation right before it, where it changes the quotation's first word."""
    stream, at = ground.streams[first.candidate], first.said - 1
    if first.tag != "replace" or first.quoted or at < 0 or stream.turn_at(at) != stream.turn_at(first.said):
        return None
    negates = negations(stream.words[at : at + 1], ground.languages[first.candidate])
    return first._replace(said=at) if negates and _in_one_sentence(stream, at, first.said) else None


def _likeness(word: str, other: str) -> float:
    if min(len(word), len(other)) < _LEAST_LETTERS:
        return 0.0
    return Levenshtein.normalized_similarity(word, other)


def _in_one_sentence(stream: Stream, first: int, second: int) -> bool:
    text = stream.turns[stream.turn_at(first)].text
    return _SENTENCE_END.search(text, stream.spans[first][1], stream.spans[second][0]) is None
