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


def keep_to_sentence(steps: Sequence[Step], quotation: Quotation, ground: Ground) -> list[Step]:
    """Return the steps without the record's words of another sentence at the ends, which stand there for quoted ones unlike them.

    Who quotes "… 3.2 billion dollars" of "… $3.2 billion. I think" has put "dollars" in, not changed "I" to it.
    """
    kept = list(steps)
    if kept and kept[-1].tag == "replace" and kept[-1].quoted_end == len(quotation.words):
        kept[-1:] = _parted(kept[-1], quotation, ground, at_start=False)
    if kept and kept[0].tag == "replace" and kept[0].quoted == 0:
        kept[:1] = _parted(kept[0], quotation, ground, at_start=True)
    return kept


def _parted(step: Step, quotation: Quotation, ground: Ground, *, at_start: bool) -> list[Step]:
    """The step, with what it has of another sentence than the words beside it as put in; as it is where that is like the quoted."""
    stream = ground.streams[step.candidate]
    if step.said_end - step.said != step.quoted_end - step.quoted:
        return [step]
    borders = range(step.said + at_start, step.said_end + at_start)
    ends = [
        at
        for at in borders
        if 0 < at < len(stream.words)
        and stream.turn_at(at - 1) == stream.turn_at(at)
        and not _in_one_sentence(stream, at - 1, at)
    ]
    if not ends:
        return [step]
    cut = ends[-1] if at_start else ends[0]
    beyond = range(step.said, cut) if at_start else range(cut, step.said_end)
    shift = step.quoted - step.said
    if any(_likeness(stream.words[at], quotation.words[at + shift]) >= _ALIKE for at in beyond):
        return [step]
    first = step._replace(said_end=cut, quoted_end=cut + shift)
    second = step._replace(said=cut, quoted=cut + shift)
    put_in = (first if at_start else second)._replace(tag="insert", said=cut, said_end=cut)
    both = [put_in, second] if at_start else [first, put_in]
    return [each for each in both if each.tag == "insert" or each.said < each.said_end]


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
