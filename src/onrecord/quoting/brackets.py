"""What a quotation has in brackets: the quoter's own words, the source's own insertions, or words of the record after all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Insertion
from onrecord.quoting.align import Step
from onrecord.quoting.edits import Change
from onrecord.quoting.kinds import negations
from onrecord.quoting.quotation import Mark, Quotation
from onrecord.quoting.stream import Ground, Stream, said_text


class Brackets(NamedTuple):
    """The quoter's own insertions, negations first; the words in brackets that the record has without.

    `covered` are the stretches (candidate, start, end) of the record that brackets in the quotation account for.
    """

    inserted: tuple[Insertion, ...]
    held: tuple[str, ...]
    covered: tuple[tuple[int, int, int], ...]


def read_brackets(
    steps: Sequence[Step], changed: Sequence[Change], quotation: Quotation, ground: Ground
) -> Brackets:
    """Return what the brackets of the quotation hold; `changed` are words with brackets in them, unlike the record's."""
    inserted = [_changed_word(change, quotation, ground) for change in changed]
    held: list[str] = []
    covered: list[tuple[int, int, int]] = []
    for mark in quotation.marks:
        if mark.kind != "insertion" or not mark.text:
            continue
        candidate, start, end = _place_of(mark, steps)
        stream = ground.streams[candidate]
        notes = [
            note
            for at in range(start, end + 1)
            for note in stream.beside.get(at, ())
            if note.words == mark.words
        ]
        standing = _standing(mark, stream, start, end, len(quotation.words))
        if notes:
            if any(note.kind == "editorial" and note.at == end for note in notes) and 0 < end - start <= 3:
                covered.append((candidate, start, end))
        elif standing is not None:
            held.append(mark.text)
            covered.append((candidate, *standing))
        else:
            inserted.append(_insertion(mark, candidate, (start, end), ground))
    inserted.sort(key=lambda insertion: not insertion.negation)
    return Brackets(tuple(inserted), tuple(held), tuple(covered))


def _insertion(mark: Mark, candidate: int, place: tuple[int, int], ground: Ground) -> Insertion:
    stream = ground.streams[candidate]
    _, span = said_text(stream, *place)
    turn = stream.turns[stream.turn_at(min(place[0], len(stream.words) - 1))]
    negation = bool(negations(mark.words, ground.languages[candidate]))
    return Insertion(f"[{mark.text}]", turn.n, span, negation)


def _changed_word(change: Change, quotation: Quotation, ground: Ground) -> Insertion:
    stream, language = ground.streams[change.candidate], ground.languages[change.candidate]
    _, span = said_text(stream, change.said, change.said_end)
    start, end = quotation.spans[change.quoted][0], quotation.spans[change.quoted_end - 1][1]
    start -= quotation.text[start - 1 : start] in ("[", "［")
    end += quotation.text[end : end + 1] in ("]", "］")
    said = negations(stream.words[change.said : change.said_end], language)
    quoted = negations(quotation.words[change.quoted : change.quoted_end], language)
    turn = stream.turns[stream.turn_at(change.said)]
    return Insertion(quotation.text[start:end], turn.n, span, said != quoted)


def _standing(mark: Mark, stream: Stream, start: int, end: int, last: int) -> tuple[int, int] | None:
    """Return where the record itself has the words in brackets: at an end of the gap they stand in, if there is one."""
    length = len(mark.words)
    places = [(start, start + length), (end - length, end)] if length <= end - start else []
    if mark.at == 0:
        places.append((start - length, start))
    if mark.at == last:
        places.append((end, end + length))
    return next(
        (place for place in places if length and place[0] >= 0 and stream.words[slice(*place)] == mark.words),
        None,
    )


def _place_of(mark: Mark, steps: Sequence[Step]) -> tuple[int, int, int]:
    """Return the candidate, the offset after the word before the mark and the offset of the word after it."""
    candidate, start, end = steps[0].candidate, steps[0].said, steps[0].said
    for step in steps:
        if step.quoted < mark.at or (
            step.quoted_end <= mark.at and step.tag != "omit" and step.quoted == mark.at - 1
        ):
            inside = min(mark.at, step.quoted_end) - step.quoted
            candidate = step.candidate
            start = end = min(step.said + inside, step.said_end)
            if step.quoted_end <= mark.at:
                start = end = step.said_end
        elif step.quoted == mark.at and step.tag == "omit":
            end = step.said_end
    return candidate, start, end
