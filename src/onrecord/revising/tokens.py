"""A statement as one run of tokens: labels, words and marks in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import Span, Turn
from onrecord.text import match_form

LABEL = "\0"
"""What the text of a label's token begins with: no word or mark does."""

NO_TURN = 0
"""The number of what is no turn: a line of the publisher's, a title."""

# Typeset characters that nobody sees: a soft hyphen, zero-width characters, the byte order mark, the place of an object.
_UNSEEN_MARKS = "\u00ad\u200b\u2060\ufeff\ufffc"
_UNSEEN = re.compile(f"[{_UNSEEN_MARKS}]")
# "…", ".", "?!", "。": what a sentence ends with, and what may close behind it: quotation marks, brackets.
_ENDS = frozenset(".!?…。！？؟।")
_CLOSES = frozenset("\"'”’»)]）」』›")
# A point between these is no end: "U.S. forces", "Mr. Alder", "J. Marr".
_SHORT = frozenset(
    "mr mrs ms dr st prof gen sen rep gov lt col sgt no vs jr sr hon amb dept min pres".split()
)


class Token(NamedTuple):
    """A word, a mark or a label; `turn` is the turn's place in the statement (from 0), the span is in that turn's text.

    `spaced`: something blank stands before it; `parted`: a paragraph begins with it.
    """

    text: str
    turn: int
    start: int
    end: int
    spaced: bool
    parted: bool
    is_word: bool


class Run(NamedTuple):
    """All tokens of a statement; `starts` are the offsets at which a sentence begins, and the end of all."""

    tokens: list[Token]
    texts: list[str]
    starts: list[int]
    turns: tuple[Turn, ...]


def run_of(turns: Sequence[Turn]) -> Run:
    """Return the tokens of the turns; a printed label is a token of its own."""
    tokens: list[Token] = []
    for index, turn in enumerate(turns):
        if turn.label:
            tokens.append(Token(LABEL + " ".join(turn.label.split()), index, 0, 0, True, True, False))
        tokens += [Token(part[0], index, *part[1:]) for part in split_text(turn.text)]
    return Run(tokens, [token.text for token in tokens], _sentence_starts(tokens), tuple(turns))


def run_of_line(text: str) -> Run:
    """Return the tokens of one line that is no turn: a title."""
    return run_of((_line(text),))


def _line(text: str) -> Turn:
    return Turn(NO_TURN, None, None, None, None, text, (0, len(text)))


def with_lines(turns: tuple[Turn, ...], lines: tuple[tuple[int, str], ...]) -> tuple[Turn, ...]:
    """Return the turns with lines of the publisher's as turns without a number, each before so many turns as told."""
    whole: list[Turn] = []
    at = 0
    for before, text in sorted(lines, key=lambda line: line[0]):
        whole += [*turns[at:before], _line(text)]
        at = max(at, before)
    return (*whole, *turns[at:])


_Part = tuple[str, int, int, bool, bool, bool]
"""A word or mark: its text, its span, whether it is spaced, begins a paragraph, is a word."""


# Of several changes in one turn, and of versions that come back.
@lru_cache(512)
def split_text(text: str) -> tuple[_Part, ...]:
    """Return the words and marks of a text: each with its span, whether it is spaced, begins a paragraph, is a word."""
    parts: list[_Part] = []
    at = 0
    plain = not _UNSEEN.search(text)
    for start, end in match_form(text).spans:
        gap = text[at:start]
        if gap == " ":  # between nearly all words
            parts.append(
                (
                    text[start:end] if plain else _UNSEEN.sub("", text[start:end]),
                    start,
                    end,
                    True,
                    False,
                    True,
                )
            )
        else:
            parts += _marks(text, at, start)
            blank = _blank_before(text, start)
            shown = _UNSEEN.sub("", text[start:end])
            parts.append((shown, start, end, bool(blank), "\n\n" in blank or not start, True))
        at = end
    parts += _marks(text, at, len(text))
    return tuple(parts)


def _marks(text: str, start: int, end: int) -> Iterator[_Part]:
    for index in range(start, end):
        mark = text[index]
        if not mark.isspace() and not _UNSEEN.match(mark):
            blank = _blank_before(text, index)
            yield mark, index, index + 1, bool(blank), "\n\n" in blank or not index, False


def _blank_before(text: str, index: int) -> str:
    """Return what stands before the offset and is not seen, if something blank is among it; at the beginning a space."""
    if not index:
        return " "
    before = text[index - 1]
    if not before.isspace() and before not in _UNSEEN_MARKS:
        return ""
    at = index
    while at and (text[at - 1].isspace() or text[at - 1] in _UNSEEN_MARKS):
        at -= 1
    return _UNSEEN.sub("", text[at:index])


def _sentence_starts(tokens: list[Token]) -> list[int]:
    starts = [0]
    for index in range(1, len(tokens)):
        token, before = tokens[index], tokens[index - 1]
        # Two words of one paragraph: most tokens need no closer look.
        if before.is_word and not token.parted and token.turn == before.turn:
            continue
        if begins_sentence(tokens, index):
            starts.append(index)
    if tokens:
        starts.append(len(tokens))
    return starts


def begins_sentence(tokens: list[Token], index: int) -> bool:
    """Return whether a sentence, a turn or a label begins at this token."""
    if index == 0 or index >= len(tokens):
        return True
    token, before = tokens[index], tokens[index - 1]
    if token.turn != before.turn or before.text.startswith(LABEL) or token.parted:
        return True
    if token.text in _CLOSES:
        return False
    at = index - 1
    while at > 0 and tokens[at].text in _CLOSES and tokens[at].turn == token.turn:
        at -= 1
    mark = tokens[at]
    if mark.text not in _ENDS or mark.turn != token.turn:
        return False
    if not token.spaced and mark.text in ".!?…":
        return False
    if mark.text == "." and at > 0 and tokens[at - 1].is_word:
        word = tokens[at - 1].text
        if word.lower() in _SHORT or (len(word) == 1 and word.isalpha() and word.isascii()):
            return False
    return not (token.is_word and token.text[:1].islower())


def slice_text(run: Run, start: int, end: int) -> str:
    """Return the words of tokens [start, end), spacing folded; those of several turns are joined."""
    pieces: list[str] = []
    at = start
    while at < end:
        turn = run.tokens[at].turn
        last = at
        while last < end and run.tokens[last].turn == turn:
            last += 1
        inside = [token for token in run.tokens[at:last] if not token.text.startswith(LABEL)]
        if inside:
            text = run.turns[turn].text[inside[0].start : inside[-1].end]
            pieces.append(" ".join(_UNSEEN.sub("", text).split()))
        at = last
    return " ".join(pieces)


def span_of(run: Run, start: int, end: int) -> Span:
    """Return the span of tokens [start, end) of one turn in its text; empty where there are none."""
    if start < end:
        return run.tokens[start].start, run.tokens[end - 1].end
    if start and start <= len(run.tokens):
        return run.tokens[start - 1].end, run.tokens[start - 1].end
    return (0, 0)
