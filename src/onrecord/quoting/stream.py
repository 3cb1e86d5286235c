"""A statement as one stream of words, so that a quotation may cross the borders of paragraphs and turns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate, chain
from operator import itemgetter
from typing import Literal, NamedTuple, overload

from onrecord.model import Span, Statement, Turn
from onrecord.quoting.excerpt import Excerpt
from onrecord.quoting.numerals import join_thousands, may_have_thousands
from onrecord.text import MatchForm, match_form, match_words, match_words_of_each, parts_words, spans_of


class Beside(NamedTuple):
    """Words printed in a turn that are not its speaker's: they stand before the stream's word `at`."""

    at: int
    words: tuple[str, ...]
    kind: Literal["direction", "editorial", "label"]
    text: str


class Piece(NamedTuple):
    """A stretch of a turn's text: the index of the turn, and the offsets in its text."""

    turn: int
    start: int
    end: int


class Spans(Sequence[Span]):
    """The span of each word in the text of its turn, made for a piece of text when one of its words is asked for.

    Of the many words that a quotation is laid beside, few are asked where they stand.
    """

    def __init__(
        self, turns: Sequence[Turn], pieces: Sequence[Piece], starts: Sequence[int], words: Sequence[str], *, plain: bool
    ) -> None:  # fmt: skip
        """Take the turns, the pieces of their texts, where the words of each begin, and the words of all.

        `plain`: nothing but the speaker's words stands in the pieces, and no number with its thousands apart.
        """
        self._turns = turns
        self._pieces = pieces
        self._starts = starts
        self._words = words
        self._plain = plain
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
        piece = bisect_right(self._starts, at) - 1
        if piece not in self._made:
            self._made[piece] = self._spans(piece)
        return self._made[piece][at - self._starts[piece]]

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._words)

    def _spans(self, piece: int) -> tuple[Span, ...]:
        """Return the spans of all words of a piece; the words are known."""
        turn, start, end = self._pieces[piece]
        if not self._plain:
            return _form(self._turns[turn], (start, end)).spans
        text = self._turns[turn].text[start:end]
        last = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self._words)
        found = spans_of(self._words[self._starts[piece] : last], text)
        return _moved(match_form(text).spans if found is None else found, start)


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
    turns = statement.turns if excerpt is None else excerpt.turns_of(statement)
    reaches = [(0, len(turn.text)) if excerpt is None else excerpt.of_turn(turn) for turn in turns]
    pieces = [piece for index, turn in enumerate(turns) for piece in _pieces(index, turn, reaches[index])]
    texts = [turns[index].text[start:end] for index, start, end in pieces]
    plain = not _cuts_words(turns, reaches) and not may_have_thousands("\n".join(texts))
    if plain:  # nearly everywhere: all cut at once
        each = match_words_of_each(texts)
    else:
        pieces = [Piece(index, *reach) for index, reach in enumerate(reaches)]
        each = [_words(*one) for one in zip(turns, reaches, strict=True)]
    words, begins = list(chain.from_iterable(each)), [0, *accumulate(map(len, each))]
    starts = tuple([begins[bisect_left(pieces, (index,))] for index in range(len(turns))])
    spans = Spans(turns, pieces, begins[:-1], words, plain=plain)

    def before(turn: int, offset: int) -> int:
        """Return how many words of all turns stand before an aside, given by its turn and offset: pieces end there."""
        if plain:
            return begins[bisect_left(pieces, (turn, offset))]
        end = starts[turn + 1] if turn + 1 < len(starts) else len(words)
        return bisect_left(spans, offset, starts[turn], end, key=itemgetter(0))

    beside: dict[int, tuple[Beside, ...]] = {}
    for index, (turn, reach) in enumerate(zip(turns, reaches, strict=True)):
        if turn.label or turn.directions or turn.editorial:
            for note in _beside(turn, reach, starts[index], partial(before, index)):
                beside[note.at] = (*beside.get(note.at, ()), note)
    return Stream(tuple(words), spans, starts, turns, beside)


def _pieces(index: int, turn: Turn, reach: Span) -> Iterator[Piece]:
    """Yield the paragraphs of a stretch of a turn's text, as its directions and insertions part them; at least one."""
    text, at = turn.text, reach[0]
    for first, last in [*sorted(_asides(turn, reach)), (reach[1], reach[1])]:
        end = max(at, first)
        while (cut := text.find("\n", at, end)) >= 0:
            yield Piece(index, at, cut)
            at = cut + 1
        yield Piece(index, at, end)
        at = max(at, last)


def _cuts_words(turns: Sequence[Turn], reaches: Sequence[Span]) -> bool:
    """Return whether some direction or insertion may begin or end within a word."""
    return any(
        parts_words(turn.text[slice(*reach)], _inside(turn, reach))
        for turn, reach in zip(turns, reaches, strict=True)
        if turn.directions or turn.editorial
    )


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple([(start + by, end + by) for start, end in spans]) if by else spans


def _words(turn: Turn, reach: Span) -> tuple[str, ...]:
    start, end = reach
    text = turn.text[start:end]
    if may_have_thousands(text):
        return _form(turn, reach).words
    return match_words(text, _inside(turn, reach))


def _inside(turn: Turn, reach: Span) -> list[Span]:
    """Return the spans of what is not the speaker's in a stretch of the turn's text, from its beginning."""
    return [(first - reach[0], last - reach[0]) for first, last in _asides(turn, reach)]


def _asides(turn: Turn, reach: Span) -> list[Span]:
    """Return the spans of what is not the speaker's and touches a stretch of the turn's text."""
    asides = [aside.span for aside in (*turn.directions, *turn.editorial)]
    return [span for span in asides if span[1] > reach[0] and span[0] < reach[1]]


def _form(turn: Turn, reach: Span) -> MatchForm:
    """Return the words of a stretch of the turn's text, with their spans in all of it."""
    start, end = reach
    text = turn.text[start:end]
    form = join_thousands(text, match_form(text, _inside(turn, reach)))
    return MatchForm(form.words, _moved(form.spans, start))


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


def _beside(turn: Turn, reach: Span, start: int, before: Callable[[int], int]) -> list[Beside]:
    """Return what stands beside the words of a turn, of which the first is `start`; `before` counts all words before an aside."""
    notes = []
    if turn.label and reach[0] == 0:
        notes.append(Beside(start, _noted(turn.label), "label", turn.label))
    for kind, some in (("direction", turn.directions), ("editorial", turn.editorial)):
        for aside in some:
            if aside.span[1] > reach[0] and reach[1] > aside.span[0]:
                at = before(aside.span[0])
                inside: Literal["direction", "editorial"] = (
                    "direction" if kind == "direction" else "editorial"
                )
                notes.append(Beside(at, _noted(aside.text), inside, aside.text))
    return [note for note in notes if note.words]


@lru_cache(4096)
def _noted(text: str) -> tuple[str, ...]:
    """Return the words of a label or aside: there are few, and each comes again and again."""
    return match_form(text).words
