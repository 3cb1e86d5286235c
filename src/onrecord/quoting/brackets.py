"""What a quotation has in brackets: the quoter's own words, the source's own insertions, or words of the record after all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from onrecord.model import Insertion, Omission
from onrecord.quoting.align import Step
from onrecord.quoting.edits import Change
from onrecord.quoting.negations import negations
from onrecord.quoting.parts import Part
from onrecord.quoting.quotation import Mark, Quotation
from onrecord.quoting.stream import Beside, Ground, Stream, said_text
from onrecord.text import match_form

STANDS_FOR = 25
"""The most words that an insertion in brackets may stand for; beyond, an omission should have been marked."""


class Brackets(NamedTuple):
    """The quoter's own insertions; the words in brackets that the record has without; the source's that are followed.

    `covered` are the stretches (candidate, start, end) of the record that brackets in the quotation account for;
    `noted` are the notes of the record (candidate, note) that the quotation has in brackets too;
    `repeated` are the places in the quotation at which every bracket has what the record has there itself.
    """

    inserted: tuple[Insertion, ...]
    held: tuple[str, ...]
    followed: tuple[str, ...]
    covered: tuple[tuple[int, int, int], ...]
    noted: frozenset[tuple[int, Beside]]
    repeated: frozenset[int]


_NONE = Brackets((), (), (), (), frozenset(), frozenset())


def read_brackets(steps: Sequence[Step], quotation: Quotation, ground: Ground) -> Brackets:
    """Return what the brackets of the quotation hold, those within words aside."""
    if not any(mark.text for mark in quotation.marks):
        return _NONE
    inserted: list[Insertion] = []
    held: list[str] = []
    followed: list[str] = []
    covered: list[tuple[int, int, int]] = []
    noted: set[tuple[int, Beside]] = set()
    repeated: set[int] = set()
    marking = {mark.at for mark in quotation.marks if mark.kind == "omission" or not mark.text}
    for mark in quotation.marks:
        if mark.kind != "insertion" or not mark.text:
            continue
        candidate, start, end = _place_of(mark, steps)
        stream = ground.streams[candidate]
        notes = _notes(mark, stream, start, end)
        standing = _standing(mark, stream, start, end, len(quotation.words), inside=mark.at not in marking)
        noted.update((candidate, note) for note in notes)
        if notes:
            repeated.add(mark.at)
            said = negations(stream.words[start:end], ground.languages[candidate])
            corrects = said == negations(mark.words, ground.languages[candidate]) and 0 < end - start <= 3
            if corrects and any(note.kind == "editorial" and note.at == end for note in notes):
                covered.append((candidate, start, end))
                followed.append(f"[{mark.text}]")
        elif standing is not None:
            repeated.add(mark.at)
            held.append(mark.text)
            covered.append((candidate, *standing))
        else:
            marking.add(mark.at)
            inserted.append(_insertion(mark, candidate, (start, end), ground))
    return Brackets(
        tuple(inserted),
        tuple(held),
        tuple(followed),
        tuple(covered),
        frozenset(noted),
        frozenset(repeated - marking),
    )


def drop_unmarked(steps: Sequence[Step], brackets: Brackets) -> list[Step]:
    """Return the steps with words dropped where nothing marks it, as a bracket that repeats the record marks nothing.

    So "I [do] think" drops the "not" of "I do not think". Longer stretches stay, to be told as words that stand apart.
    """
    if not brackets.repeated:
        return list(steps)
    kept: list[Step] = []
    for step in steps:
        is_short = step.said_end - step.said <= STANDS_FOR
        if step.tag == "omit" and step.quoted in brackets.repeated and is_short:
            kept += _dropped(step, brackets.covered)
        else:
            kept.append(step)
    return kept


def changed_words(changes: Sequence[Change], quotation: Quotation, ground: Ground) -> list[Insertion]:
    """Return the words with brackets in them that are unlike the record's: "talk[s]", "do[n't]"."""
    return [_changed_word(change, quotation, ground) for change in changes]


def passed_over(
    parts: Sequence[Part], quoted: Collection[tuple[int, Beside]], ground: Ground
) -> list[Omission]:
    """Return the source's own insertions in square brackets amid the words quoted, or right behind them, negations first.

    `quoted` are those that the quotation has as well. What stands within a marked omission is left to that, and "[sic]" is
    not told.
    """
    found: list[Omission] = []
    for part in parts:
        stream = ground.streams[part.candidate]
        turn = stream.turns[part.turn]
        if not turn.editorial:
            continue
        begins, ends = stream.spans[part.said][0], stream.spans[part.said_end - 1][1]
        for aside in turn.editorial:
            words = match_form(aside.text).words
            start, end = aside.span
            at = bisect_left(stream.spans, (start, start), stream.starts[part.turn], stream.end_of(part.turn))
            behind = start >= ends and not turn.text[ends:start].strip()
            before = part.border == "omit" and end <= begins and not turn.text[end:begins].strip()
            if aside.text[:1] not in ("[", "［") or words in ((), ("sic",)):
                continue
            if any(
                (part.candidate, note) in quoted for note in stream.beside.get(at, ()) if note.words == words
            ):
                continue
            if begins < start < ends or behind or before:
                negation = bool(negations(words, ground.languages[part.candidate]))
                found.append(Omission(aside.text, turn.n, aside.span, negation))
    return sorted(dict.fromkeys(found), key=lambda omission: not omission.negation)


def _dropped(step: Step, covered: Sequence[tuple[int, int, int]]) -> Iterator[Step]:
    """Yield the words of a gap as dropped, but for those that brackets account for."""
    at = step.said
    for candidate, start, end in sorted(covered):
        if candidate != step.candidate or start < at or end > step.said_end or start == end:
            continue
        if at < start:
            yield step._replace(tag="delete", said=at, said_end=start)
        yield step._replace(said=start, said_end=end)
        at = end
    if at < step.said_end:
        yield step._replace(tag="delete", said=at)


def _notes(mark: Mark, stream: Stream, start: int, end: int) -> list[Beside]:
    return [
        note for at in range(start, end + 1) for note in stream.beside.get(at, ()) if note.words == mark.words
    ]


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


def _standing(
    mark: Mark, stream: Stream, start: int, end: int, last: int, *, inside: bool
) -> tuple[int, int] | None:
    """Return where the record itself has the words in brackets: at an end of the gap they stand in, if there is one.

    `inside`: or anywhere in the gap, if it is short.
    """
    length = len(mark.words)
    places = [(start, start + length), (end - length, end)] if length <= end - start else []
    if inside and end - start <= STANDS_FOR:
        places += [(at, at + length) for at in range(start, end - length + 1)]
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
