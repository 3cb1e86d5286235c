"""A statement as one stream of words, so that a quotation may cross the borders of paragraphs and turns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Literal, NamedTuple, overload

from onrecord.model import Span, Statement, Turn
from onrecord.quoting.excerpt import Excerpt
from onrecord.quoting.numerals import join_thousands, may_have_thousands
from onrecord.text import MatchForm, match_form, match_words, match_words_of_each, spans_of


class Beside(NamedTuple):
    """Words printed in a turn that are not its speaker's: they stand before the stream's word `at`."""

    at: int
    words: tuple[str, ...]
    kind: Literal["direction", "editorial", "label"]
    text: str


class Spans(Sequence[Span]):
    """The span of each word in the text of its turn, made for a turn when one of its words is asked for.

    Of the many words that a quotation is laid beside, few are asked where they stand.
    """

    def __init__(
        self, turns: Sequence[Turn], reaches: Sequence[Span], starts: Sequence[int], words: Sequence[str]
    ) -> None:
        """Take the turns, the stretch of each that is inside, where its words begin, and the words of all."""
        self._turns = turns
        self._reaches = reaches
        self._starts = starts
        self._words = words
        self._made: dict[int, tuple[Span, ...]] = {}

    @overload
    def __getitem__(self, index: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...

    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        """Return the span of a word, or those of some words."""
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self._words))))
        at = index + len(self._words) if index < 0 else index
        if not 0 <= at < len(self._words):
            raise IndexError(index)
        turn = bisect_right(self._starts, at) - 1
        return self.of_turn(turn)[at - self._starts[turn]]

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._words)

    def count_of(self, turn: int) -> int:
        """Return how many words a turn has, given by its index."""
        return self._end_of(turn) - self._starts[turn]

    def of_turn(self, turn: int) -> tuple[Span, ...]:
        """Return the spans of all words of a turn, given by its index."""
        if turn not in self._made:
            self._made[turn] = self._spans(turn)
        return self._made[turn]

    def _spans(self, turn: int) -> tuple[Span, ...]:
        """Return the spans of all words of a turn; the words are known, but for what is set beside them."""
        told, (start, end) = self._turns[turn], self._reaches[turn]
        text = told.text[start:end]
        if not (told.directions or told.editorial or may_have_thousands(text)):
            found = spans_of(self._words[self._starts[turn] : self._end_of(turn)], text)
            if found is not None:
                return found if start == 0 else tuple([(at + start, to + start) for at, to in found])
        return _form(told, self._reaches[turn]).spans

    def _end_of(self, turn: int) -> int:
        return self._starts[turn + 1] if turn + 1 < len(self._starts) else len(self._words)


class Stream(NamedTuple):
    """The words of all turns in order; `spans[i]` is the span of word i in the text of its turn.

    `starts[k]` is the index of the first word of `turns[k]`.
    """

    words: tuple[str, ...]
    spans: Spans
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
    """What a quotation is judged against: the streams, the language of each, and the bits of the quotation's words.

    `unknown`: the places of those of its words that stand nowhere in what was searched, where that is known.
    """

    streams: Sequence[Stream]
    languages: Sequence[str | None]
    bits: Sequence[float]
    unknown: frozenset[int] = frozenset()


def build_stream(statement: Statement, excerpt: Excerpt | None = None) -> Stream:
    """Return the words of the statement's turns in match form, directions and editorial insertions set beside them.

    With an excerpt only those inside, the only turns that the statement has to have; spans are of the whole text of
    their turn all the same.
    """
    words: list[str] = []
    starts: list[int] = []
    beside: dict[int, tuple[Beside, ...]] = {}
    turns = statement.turns if excerpt is None else excerpt.turns_of(statement)
    reaches = [(0, len(turn.text)) if excerpt is None else excerpt.of_turn(turn) for turn in turns]
    for own in _words_of_each(turns, reaches):
        starts.append(len(words))
        words += own
    spans = Spans(turns, reaches, starts, words)
    for index, (turn, reach) in enumerate(zip(turns, reaches, strict=True)):
        if turn.label or turn.directions or turn.editorial:
            for note in _beside(turn, index, spans, starts[index], reach):
                beside[note.at] = (*beside.get(note.at, ()), note)
    return Stream(tuple(words), spans, tuple(starts), turns, beside)


def _words_of_each(turns: Sequence[Turn], reaches: Sequence[Span]) -> Sequence[Sequence[str]]:
    """Return the words of `_form` of each turn without asking where they stand, which takes a fifth of the time.

    All at once where nothing but the speaker's words stands in them, as nearly everywhere.
    """
    texts = [turn.text[start:end] for turn, (start, end) in zip(turns, reaches, strict=True)]
    if any(turn.directions or turn.editorial for turn in turns) or may_have_thousands("\n".join(texts)):
        return [_words(turn, reach) for turn, reach in zip(turns, reaches, strict=True)]
    return match_words_of_each(texts)


def _words(turn: Turn, reach: Span) -> tuple[str, ...]:
    start, end = reach
    text = turn.text[start:end]
    if may_have_thousands(text):
        return _form(turn, reach).words
    return match_words(text, _inside(turn, reach))


def _inside(turn: Turn, reach: Span) -> list[Span]:
    """Return the spans of what is not the speaker's in a stretch of the turn's text, from its beginning."""
    start, end = reach
    asides = [aside.span for aside in (*turn.directions, *turn.editorial)]
    return [(first - start, last - start) for first, last in asides if last > start and first < end]


def _form(turn: Turn, reach: Span) -> MatchForm:
    """Return the words of a stretch of the turn's text, with their spans in all of it."""
    start, end = reach
    text = turn.text[start:end]
    form = join_thousands(text, match_form(text, _inside(turn, reach)))
    if start == 0:
        return form
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


def _beside(turn: Turn, index: int, spans: Spans, start: int, reach: Span) -> list[Beside]:
    notes = []
    if turn.label and reach[0] == 0:
        notes.append(Beside(start, _noted(turn.label), "label", turn.label))
    asides = [
        (each, kind)
        for kind, some in (("direction", turn.directions), ("editorial", turn.editorial))
        for each in some
        if each.span[1] > reach[0] and reach[1] > each.span[0]
    ]
    if asides:
        before = _counted(turn, index, spans, reach, [aside.span[0] for aside, _ in asides])
        for (aside, kind), words in zip(asides, before, strict=True):
            inside = "direction" if kind == "direction" else "editorial"
            notes.append(Beside(start + words, _noted(aside.text), inside, aside.text))  # type: ignore[arg-type]
    return [note for note in notes if note.words]


@lru_cache(4096)
def _noted(text: str) -> tuple[str, ...]:
    """Return the words of a label or aside: there are few, and each comes again and again."""
    return match_form(text).words


def _counted(turn: Turn, index: int, spans: Spans, reach: Span, offsets: Sequence[int]) -> list[int]:
    """Return how many of the turn's words begin before each of the offsets, each the beginning of an aside.

    Counted between the asides, where that gives as many words as the whole has: quicker than to ask where each stands.
    """
    text = turn.text[slice(*reach)]
    counts: dict[int, int] = {}
    words = at = 0
    for first, last in sorted(_inside(turn, reach)):
        words += len(match_words(text[at : max(at, first)]))
        counts[first + reach[0]] = words
        at = max(at, last)
    if not may_have_thousands(text) and words + len(match_words(text[at:])) == spans.count_of(index):
        return [counts[offset] for offset in offsets]
    return [bisect_left(spans.of_turn(index), offset, key=itemgetter(0)) for offset in offsets]
