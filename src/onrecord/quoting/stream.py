"""A statement as one stream of words, so that a quotation may cross the borders of paragraphs and turns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.model import Span, Statement, Turn
from onrecord.quoting.excerpt import Excerpt
from onrecord.quoting.numerals import join_thousands
from onrecord.text import MatchForm, match_form


class Beside(NamedTuple):
    """Words printed in a turn that are not its speaker's: they stand before the stream's word `at`."""

    at: int
    words: tuple[str, ...]
    kind: Literal["direction", "editorial", "label"]
    text: str


class Stream(NamedTuple):
    """The words of all turns in order; `spans[i]` is the span of word i in the text of its turn.

    `starts[k]` is the index of the first word of `turns[k]`.
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    turns: tuple[Turn, ...]
    beside: dict[int, tuple[Beside, ...]]

    def turn_at(self, index: int) -> int:
        """Return the index in `turns` of the turn that holds word `index`."""
        return bisect_right(self.starts, index) - 1

    def end_of(self, turn: int) -> int:
        """Return the index after the last word of `turns[turn]`."""
        return self.starts[turn + 1] if turn + 1 < len(self.starts) else len(self.words)


class Ground(NamedTuple):
    """What a quotation is judged against: the streams, the language of each, and the bits of the quotation's words."""

    streams: Sequence[Stream]
    languages: Sequence[str | None]
    bits: Sequence[float]


def build_stream(statement: Statement, excerpt: Excerpt | None = None) -> Stream:
    """Return the words of the statement's turns in match form, directions and editorial insertions set beside them.

    With an excerpt only those inside, the only turns that the statement has to have; spans are of the whole text of
    their turn all the same.
    """
    words: list[str] = []
    spans: list[Span] = []
    starts: list[int] = []
    beside: dict[int, tuple[Beside, ...]] = {}
    turns = statement.turns if excerpt is None else excerpt.turns_of(statement)
    for turn in turns:
        start = len(words)
        starts.append(start)
        reach = (0, len(turn.text)) if excerpt is None else excerpt.of_turn(turn)
        form = _form(turn, reach)
        words.extend(form.words)
        spans.extend(form.spans)
        for note in _beside(turn, form.spans, start, reach):
            beside[note.at] = (*beside.get(note.at, ()), note)
    return Stream(tuple(words), tuple(spans), tuple(starts), turns, beside)


def _form(turn: Turn, reach: Span) -> MatchForm:
    """Return the words of a stretch of the turn's text, with their spans in all of it."""
    start, end = reach
    asides = [aside.span for aside in (*turn.directions, *turn.editorial)]
    text = turn.text[start:end]
    if start == 0 and end == len(turn.text):
        return join_thousands(text, match_form(text, asides))
    inside = [(first - start, last - start) for first, last in asides if last > start and first < end]
    form = join_thousands(text, match_form(text, inside))
    return MatchForm(form.words, tuple((first + start, last + start) for first, last in form.spans))


def said_text(stream: Stream, start: int, end: int) -> tuple[str, Span]:
    """Return the text of the words [start, end) and its span in the turn of the first; it ends with that turn.

    For an empty stretch: the empty text, with the empty span after the word before it, if that is of the same turn.
    """
    if start == end:
        return "", _empty_span(stream, start)
    turn = stream.turn_at(start)
    last = min(end, stream.end_of(turn)) - 1
    span = (stream.spans[start][0], stream.spans[last][1])
    return stream.turns[turn].text[span[0] : span[1]], span


def _empty_span(stream: Stream, at: int) -> Span:
    if at > 0 and (at == len(stream.words) or stream.turn_at(at) == stream.turn_at(at - 1)):
        return stream.spans[at - 1][1], stream.spans[at - 1][1]
    start = stream.spans[at][0] if at < len(stream.spans) else 0
    return start, start


def _beside(turn: Turn, spans: tuple[Span, ...], start: int, reach: Span) -> list[Beside]:
    notes = []
    if turn.label and reach[0] == 0:
        notes.append(Beside(start, match_form(turn.label).words, "label", turn.label))
    begins = [span[0] for span in spans]
    for kind, asides in (("direction", turn.directions), ("editorial", turn.editorial)):
        for aside in asides:
            if aside.span[1] <= reach[0] or reach[1] <= aside.span[0]:
                continue
            at = start + bisect_left(begins, aside.span[0])
            inside = match_form(aside.text).words
            notes.append(Beside(at, inside, "direction" if kind == "direction" else "editorial", aside.text))
    return [note for note in notes if note.words]
