"""How the words of a quotation stand to the words of the record, judged from the steps between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from onrecord.model import Edit, Insertion, Omission, Wording
from onrecord.quoting.align import Step
from onrecord.quoting.brackets import (
    STANDS_FOR,
    Brackets,
    changed_words,
    drop_unmarked,
    passed_over,
    read_brackets,
)
from onrecord.quoting.chain import NEAR
from onrecord.quoting.edits import (
    Change,
    beside_words,
    describe_change,
    find_moves,
    group_changes,
    number_edits,
    slide_gap,
)
from onrecord.quoting.ends import widen_ends
from onrecord.quoting.evidence import (
    PutIn,
    alike_bits,
    is_broken,
    is_spelt,
    paid_bits,
    put_in,
    words_changed,
)
from onrecord.quoting.negations import negations
from onrecord.quoting.parts import Part, marks_between, same_voice, split_parts
from onrecord.quoting.quotation import Quotation
from onrecord.quoting.stream import Beside, Ground, Stream, said_text
from onrecord.quoting.widening import widen_numbers

# So many runs keep step with the record if hardly a word is left out between them, none put in, and nowhere more than so many are
# others: a clause that is said otherwise was not changed word by word.
_RUNS_IN_STEP, _MOST_LEFT_OUT, _MOST_IN_STEP = 4, 3, 4


class _Laid(NamedTuple):
    """What was laid beside the quotation: the steps, and the changes, those of its own in brackets and those it has read apart."""

    steps: Sequence[Step]
    plain: Sequence[Change]
    bracketed: Sequence[Change]
    read: dict[Change, Beside]
    brackets: Brackets
    quotation: Quotation
    ground: Ground


@dataclass(frozen=True)
class Assessment:
    """What the words of one place, or of several joined places, make of a quotation.

    `held` are words that the quotation has in brackets and the record without; `bits` is the evidence for the place, `alike` the
    bits of the words that stand alike, `longest` the most of them in a row, `rewritten` how many words are changed in a row with
    one that is counted already, not where words are dropped alone; `own` what is put in where others are changed as well.

    Evidence is told at once; how the wording differs, when it is asked: of many places tried, few are shown.
    """

    parts: tuple[Part, ...]
    held: tuple[str, ...]
    bits: float
    alike: float
    longest: int
    rewritten: int
    own: PutIn
    laid: _Laid

    @cached_property
    def stands_alike(self) -> list[bool]:
        """Return of each word of the quotation whether it stands there."""
        alike = [False] * len(self.laid.quotation.words)
        for step in self.laid.steps:
            if step.tag == "equal":
                alike[step.quoted : step.quoted_end] = [True] * (step.quoted_end - step.quoted)
        return alike

    @cached_property
    def is_spliced(self) -> bool:
        """Return whether the parts do not follow one another."""
        quotation, streams = self.laid.quotation, self.laid.ground.streams
        return any(_is_splice(*pair, self.parts, quotation, streams) for pair in self._borders)

    @property
    def jumps(self) -> int:
        """Return how often the quotation goes on at a place that does not follow."""
        return sum(part.border == "jump" for part in self.parts)

    @property
    def _borders(self) -> list[tuple[Part, Part]]:
        labels = {change.said for change, note in self.laid.read.items() if note.kind == "label"}
        return [(first, second) for first, second in pairwise(self.parts) if second.said not in labels]

    @cached_property
    def wording(self) -> Wording:
        """Return the judgement on wording: spliced before reordered, altered, abridged, verbatim."""
        if self.is_spliced:
            return "spliced"
        moved = any(second.border == "jump" for _, second in self._borders)
        if moved or any(edit.kind == "order" for edit in self.edits):
            return "reordered"
        if self.edits:
            return "altered"
        return "abridged" if self.omitted or self.inserted else "verbatim"

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """Return the differences that the quotation does not mark."""
        laid = self.laid
        words = [stream.words for stream in laid.ground.streams]
        changes = [
            slide_gap(each, laid.ground.streams[each.candidate], laid.ground.languages[each.candidate])
            for each in widen_numbers(laid.plain, words, laid.quotation.words)
        ]
        return tuple(_edits(laid.steps, changes, laid.quotation, laid.ground))

    @cached_property
    def omitted(self) -> tuple[Omission, ...]:
        """Return what is left out where the quotation marks it, with a negation first."""
        laid = self.laid
        omitted = _omissions(laid.steps, laid.bracketed, laid.brackets.covered, laid.ground)
        return tuple(sorted(omitted, key=lambda omission: not omission.negation))

    @cached_property
    def inserted(self) -> tuple[Insertion, ...]:
        """Return what the quotation has put in by its own mark, with a negation first."""
        laid = self.laid
        inserted = (*changed_words(laid.bracketed, laid.quotation, laid.ground), *laid.brackets.inserted)
        return tuple(sorted(inserted, key=lambda insertion: not insertion.negation))

    @cached_property
    def hangs(self) -> bool:
        """Return whether one run of words stands alike, and other words hang at an end of it."""
        alike = [step for step in self.laid.steps if step.tag == "equal"]
        return len(alike) == 1 and alike[0].quoted_end - alike[0].quoted < len(self.laid.quotation.words)

    @cached_property
    def keeps_step(self) -> bool:
        """Return whether several runs stand alike in one place, and what lies between them has as many words there, or up to three more."""
        alike = sum(step.tag == "equal" for step in self.laid.steps)
        gaps = [(each.said_end - each.said) - (each.quoted_end - each.quoted) for each in self.laid.plain]
        one_place = not self.jumps and not self.is_spliced
        one_by_one = all(words_changed(each) <= _MOST_IN_STEP for each in self.laid.plain)
        in_step = one_by_one and all(0 <= gap <= _MOST_LEFT_OUT for gap in gaps)
        return one_place and alike >= _RUNS_IN_STEP and in_step

    @property
    def readings(self) -> tuple[str, ...]:
        """Return the source's own insertions that the quotation follows."""
        read = self.laid.read.values()
        return (*(note.text for note in read if note.kind == "editorial"), *self.laid.brackets.followed)

    @cached_property
    def passed_over(self) -> tuple[Omission, ...]:
        """Return the source's own insertions that the quotation has not."""
        read = self.laid.read.items()
        quoted = {*self.laid.brackets.noted, *((change.candidate, note) for change, note in read)}
        return tuple(passed_over(self.parts, quoted, self.laid.ground))


def assess(steps: Sequence[Step], quotation: Quotation, ground: Ground) -> Assessment:
    """Return what the steps make of the quotation."""
    steps = _without_repeats(steps)
    brackets = read_brackets(steps, quotation, ground)
    steps = widen_ends(drop_unmarked(steps, brackets), quotation, ground)
    parts = split_parts(steps, ground.streams)
    changes = group_changes(steps)
    read = {
        change: note
        for change in changes
        if (note := beside_words(change, ground.streams[change[0]], quotation.words))
    }
    bracketed = [change for change in changes if change not in read and _is_bracketed(change, quotation)]
    spelt = [change for change in changes if is_spelt(change, quotation, ground)]
    broken = [change for change in spelt if is_broken(change, quotation, ground)]
    plain = [
        change
        for change in changes
        if change not in (*read, *bracketed, *broken) and not _is_held(change, steps)
    ]
    alike = alike_bits(steps, quotation, ground, spelt)
    others = [change for change in plain if change not in spelt]
    return Assessment(
        parts=tuple(parts),
        held=brackets.held,
        bits=alike - paid_bits(plain, parts, spelt),
        alike=alike,
        longest=max((step.said_end - step.said for step in steps if step.tag == "equal"), default=0),
        rewritten=sum(words_changed(change) - 1 for change in others if change.quoted < change.quoted_end),
        own=put_in(others, sum(part.border == "jump" for part in parts), quotation, ground),
        laid=_Laid(steps, plain, bracketed, read, brackets, quotation, ground),
    )


def _is_splice(
    first: Part, second: Part, parts: Sequence[Part], quotation: Quotation, streams: Sequence[Stream]
) -> bool:
    if first.candidate != second.candidate:
        return True
    turns = streams[first.candidate].turns
    if not same_voice(turns[first.turn], turns[second.turn]):
        return True
    marks = marks_between(quotation.marks, first.quoted_end, second.quoted)
    if second.border == "turn":
        return second.said != first.said_end and not marks
    if second.border == "omit":
        unmarked = all(mark.kind == "insertion" for mark in marks)
        return unmarked and second.said - first.said_end > STANDS_FOR
    return not marks and not _is_tidy(parts)


def _is_tidy(parts: Sequence[Part]) -> bool:
    """Return whether the parts, put back in the record's order, follow one another within one turn."""
    ordered = sorted(parts, key=lambda part: part.said)
    return all(
        first.turn == second.turn and second.said - first.said_end <= NEAR
        for first, second in pairwise(ordered)
    )


def _edits(
    steps: Sequence[Step], changes: Sequence[Change], quotation: Quotation, ground: Ground
) -> list[Edit]:
    moves = find_moves(changes, ground.streams, quotation.words)
    moved_to = {inserted for _, inserted in moves}
    moved_from = dict(moves)
    placed: list[tuple[int, Edit]] = []
    for index, change in enumerate(changes):
        if index in moved_to:
            continue
        edit = describe_change(
            change, ground.streams[change.candidate], quotation, ground.languages[change.candidate]
        )
        if index in moved_from:
            other = changes[moved_from[index]]
            start, end = quotation.spans[other.quoted][0], quotation.spans[other.quoted_end - 1][1]
            edit = Edit("order", edit.said, quotation.text[start:end], edit.span)
        placed.append((change.quoted, edit))
    for step in steps:
        if step.tag == "equal":
            language = ground.languages[step.candidate]
            found = number_edits(step, ground.streams[step.candidate], quotation, language)
            placed += [(step.quoted, edit) for edit in found]
    return [edit for _, edit in sorted(placed, key=lambda pair: pair[0])]


def _is_held(change: Change, steps: Sequence[Step]) -> bool:
    """Return whether the words dropped here stand elsewhere in the quotation: then they are out of order, not dropped."""
    return change.quoted == change.quoted_end and any(
        step.tag == "equal"
        and step.candidate == change.candidate
        and step.said <= change.said
        and change.said_end <= step.said_end
        for step in steps
    )


def _is_bracketed(change: Change, quotation: Quotation) -> bool:
    quoted = range(change.quoted, change.quoted_end)
    same_length = change.said_end - change.said == len(quoted)
    return same_length and len(quoted) > 0 and all(index in quotation.touched for index in quoted)


def _omissions(
    steps: Sequence[Step],
    bracketed: Sequence[Change],
    covered: Sequence[tuple[int, int, int]],
    ground: Ground,
) -> list[Omission]:
    gaps = [(step.candidate, step.said, step.said_end) for step in steps if step.tag == "omit"]
    gaps += [(change.candidate, change.said, change.said_end) for change in bracketed]
    omitted: list[Omission] = []
    for candidate, start, end in gaps:
        stream = ground.streams[candidate]
        start, end = _uncovered(candidate, start, end, covered)
        while start < end:
            turn = stream.turn_at(start)
            stop = min(end, stream.end_of(turn))
            text, span = said_text(stream, start, stop)
            noted = [
                word
                for at in range(start + 1, stop)
                for note in stream.beside.get(at, ())
                if note.kind == "editorial"
                for word in note.words
            ]
            negation = bool(negations((*stream.words[start:stop], *noted), ground.languages[candidate]))
            omitted.append(Omission(text, stream.turns[turn].n, span, negation))
            start = stop
    return omitted


def _uncovered(
    candidate: int, start: int, end: int, covered: Sequence[tuple[int, int, int]]
) -> tuple[int, int]:
    """Return what is left of a gap without the stretches at its ends that brackets in the quotation account for."""
    for other, first, last in covered:
        if other == candidate and first == start:
            start = min(last, end)
        elif other == candidate and last == end:
            end = max(first, start)
    return start, end


def _without_repeats(steps: Sequence[Step]) -> list[Step]:
    """Return the steps with words that the record holds once and the quotation repeats as inserted."""
    if all(step.tag != "jump" for step in steps):
        return list(steps)
    kept: list[Step] = []
    held: list[tuple[int, int, int]] = []
    for segment in _segments(steps):
        alike = [step for step in segment if step.tag == "equal"]
        again = sum(
            max(0, min(step.said_end, end) - max(step.said, start))
            for step in alike
            for candidate, start, end in held
            if candidate == step.candidate
        )
        if held and 2 * again > sum(step.said_end - step.said for step in alike):
            last = kept[-1]
            for step in segment:
                if step.quoted < step.quoted_end:
                    place = last.said_end
                    kept.append(Step("insert", last.candidate, place, place, step.quoted, step.quoted_end))
            continue
        kept += segment
        held += [(step.candidate, step.said, step.said_end) for step in alike]
    return kept


def _segments(steps: Sequence[Step]) -> list[list[Step]]:
    segments: list[list[Step]] = [[]]
    for step in steps:
        if step.tag == "jump":
            segments.append([])
        segments[-1].append(step)
    return segments
