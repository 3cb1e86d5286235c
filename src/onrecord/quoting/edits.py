"""The differences between record and quotation, each with its kind and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from onrecord.model import Edit, EditKind, Span
from onrecord.quoting.align import Step
from onrecord.quoting.bits import is_unspaced
from onrecord.quoting.kinds import is_numeral, other_numbers, same_spelling_aside
from onrecord.quoting.negations import negations
from onrecord.quoting.numerals import CURRENCIES, percent_words, same_figure, same_number, signs_beside
from onrecord.quoting.quotation import Quotation
from onrecord.quoting.spoken import same_spoken
from onrecord.quoting.stream import Beside, Stream, said_text
from onrecord.text import match_form

# There a capital tells a noun, not a name.
_NOUNS_HAVE_CAPITALS = ("de", "lb")
_FEW = 3
_BESIDE = 2
_MOVED = 25
_MISREAD = 0.7
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_SENTENCE_END = '.!?…:;“"«„'


class Change(NamedTuple):
    """A stretch of steps in which record and quotation differ: words of the stream, words of the quotation."""

    candidate: int
    said: int
    said_end: int
    quoted: int
    quoted_end: int


def group_changes(steps: Sequence[Step]) -> list[Change]:
    """Return the stretches of neighbouring replaced, inserted and dropped words, each as one change."""
    changes: list[Change] = []
    open_change = False
    for step in steps:
        if step.tag not in ("replace", "insert", "delete"):
            open_change = False
        elif open_change:
            first = changes[-1]
            changes[-1] = Change(*first[:2], step.said_end, first.quoted, step.quoted_end)
        else:
            changes.append(Change(*step[1:]))
            open_change = True
    return changes


def slide_gap(change: Change, stream: Stream, language: str | None) -> Change:
    """Return dropped characters of a script without spaces where they are a negation, if they may as well have stood there.

    Of ไม่ได้ without its negation both ไม่ and ม่ไ may be said to be left out: the same characters stand around the gap.
    """
    if change.quoted < change.quoted_end or change.said == change.said_end:
        return change
    start, end = change.said, change.said_end
    first = stream.starts[stream.turn_at(start)]
    while (
        start > first
        and stream.words[start - 1] == stream.words[end - 1]
        and is_unspaced(stream.words[end - 1])
    ):
        start, end = start - 1, end - 1
        if negations(stream.words[start:end], language):
            return change._replace(said=start, said_end=end)
    return change


def beside_words(change: Change, stream: Stream, words: Sequence[str]) -> Beside | None:
    """Return what is printed beside the speaker's words and is all that the change quotes, if there is such a thing.

    A direction, a label or an insertion may be quoted along; an insertion may be read in place of the words before it,
    as in "more [less] painful".
    """
    quoted = tuple(words[change.quoted : change.quoted_end])
    if not quoted or change.said_end - change.said > _FEW:
        return None
    for note in stream.beside.get(change.said_end, ()):
        if note.words == quoted and (change.said == change.said_end or note.kind == "editorial"):
            return note
    return None


def describe_change(change: Change, stream: Stream, quotation: Quotation, language: str | None) -> Edit:
    """Return the change as an edit; its span is in the turn of the first word said."""
    if percent := _percent_edit(change, stream, quotation):
        return percent
    text, span = said_text(stream, change.said, change.said_end)
    said = stream.words[change.said : change.said_end]
    quoted = quotation.words[change.quoted : change.quoted_end]
    kind = _kind(said, quoted)
    if _negates(change, stream, quotation, language):
        kind = "negation"
    if kind == "number" and same_spoken(text, quoted_text(quotation, change.quoted, change.quoted_end)):
        kind = "spelling"
    if kind == "number" and _are_percent(said) and _are_percent(quoted):
        kind = "spelling"  # "per cent" for "percent": the first is written as the French number is
    tells_names = not (language or "").lower().startswith(_NOUNS_HAVE_CAPITALS)
    if kind == "replaced" and tells_names and (_is_name(stream, change) or _quoted_name(quotation, change)):
        kind = "name"
    if kind == "number" and span and change.quoted < change.quoted_end:
        return _clock_edit(change, stream, quotation, span)
    return Edit(kind, text, quoted_text(quotation, change.quoted, change.quoted_end), span)


def _are_percent(words: Sequence[str]) -> bool:
    return len(words) > 0 and percent_words(words) == len(words)


def _clock_edit(change: Change, stream: Stream, quotation: Quotation, span: Span) -> Edit:
    """Return the change of a number, where it is part of a time of day with the whole of that: "06:00", not "06"."""
    turn = stream.turns[stream.turn_at(change.said)].text
    spot = quotation.spans[change.quoted][0], quotation.spans[change.quoted_end - 1][1]
    said, quoted = _through_clock(turn, span), _through_clock(quotation.text, spot)
    return Edit("number", turn[slice(*said)], quotation.text[slice(*quoted)], said)


def _through_clock(text: str, span: Span) -> Span:
    around = next(
        (clock.span() for clock in _CLOCK.finditer(text) if clock.start() <= span[0] < clock.end()), span
    )
    return min(around[0], span[0]), max(around[1], span[1])


def number_edits(step: Step, stream: Stream, quotation: Quotation, language: str | None) -> list[Edit]:
    """Return an edit for each number of equal match form that is printed as another: "1.500" for "1,500", "$" for "€"."""
    edits = []
    for offset in range(step.said_end - step.said):
        at, spot_at = step.said + offset, step.quoted + offset
        if not stream.words[at][0].isdigit():
            continue
        said, span = said_text(stream, at, at + 1)
        spot = quotation.spans[spot_at]
        quoted = quotation.text[spot[0] : spot[1]]
        turn = stream.turns[stream.turn_at(at)]
        signs = _SignsOf(turn.text, span, stream.words[at + 1 : at + 3])
        theirs = _SignsOf(quotation.text, spot, quotation.words[spot_at + 1 : spot_at + 3])
        cuts = {0, len(quotation.words), *(mark.at for mark in quotation.marks)}
        same = signs.are(theirs, begins=spot_at in cuts, ends=spot_at + 1 in cuts)
        if not same or not same_number(said, quoted, language):
            edits.append(
                Edit("number", _with_signs(turn.text, span), _with_signs(quotation.text, spot), span)
            )
    return edits


def is_other_fact(edit: Edit) -> bool:
    """Return whether another name or number stands there, not one that is misread: "s0rt", "Ostrelie"."""
    if edit.kind == "name":
        return Levenshtein.normalized_similarity(edit.said.lower(), edit.quoted.lower()) < _MISREAD
    words = (*match_form(edit.said).words, *match_form(edit.quoted).words)
    return (
        edit.kind == "number"
        and bool(edit.said)
        and any(is_numeral(word) and (word.isdigit() or word.isalpha()) for word in words)
    )


def find_moves(
    changes: Sequence[Change], streams: Sequence[Stream], words: Sequence[str]
) -> list[tuple[int, int]]:
    """Return pairs of changes (dropped, inserted), as indexes, that are the same words in another place nearby."""
    dropped = [index for index, change in enumerate(changes) if change.quoted == change.quoted_end]
    inserted = [index for index, change in enumerate(changes) if change.said == change.said_end]
    pairs: list[tuple[int, int]] = []
    for index in dropped:
        out = changes[index]
        said = tuple(streams[out.candidate].words[out.said : out.said_end])
        for other in inserted:
            put = changes[other]
            near = out.candidate == put.candidate and abs(out.said - put.said) <= _MOVED
            if near and said == tuple(words[put.quoted : put.quoted_end]):
                inserted.remove(other)
                pairs.append((index, other))
                break
    return pairs


def quoted_text(quotation: Quotation, start: int, end: int) -> str:
    """Return the quotation's text of its words [start, end)."""
    return "" if start == end else quotation.text[quotation.spans[start][0] : quotation.spans[end - 1][1]]


def _negates(change: Change, stream: Stream, quotation: Quotation, language: str | None) -> bool:
    """Return whether the one side has a negation that the other has not."""
    said = _with_beside(stream.words, change.said, change.said_end)
    quoted = _with_beside(quotation.words, change.quoted, change.quoted_end)
    return negations(said, language) != negations(quoted, language)


def _with_beside(words: Sequence[str], start: int, end: int) -> Sequence[str]:
    """Return the words, in scripts without spaces with those beside them: a negation there is several characters in a row."""
    if not any(map(is_unspaced, words[max(0, start - 1) : end + 1])):
        return words[start:end]
    return words[max(0, start - _BESIDE) : end + _BESIDE]


def _kind(said: Sequence[str], quoted: Sequence[str]) -> EditKind:
    if len(said) == len(quoted) == 1 and same_figure(said[0], quoted[0]):
        return "spelling"
    if min(len(said), len(quoted)) > 0 or max(len(said), len(quoted)) <= _FEW:
        if other_numbers(said, quoted):
            return "number"
        if sorted(said) == sorted(quoted):
            return "order"
    if not said or not quoted:
        return "dropped" if said else "inserted"
    return "spelling" if same_spelling_aside(said, quoted) else "replaced"


def _percent_edit(change: Change, stream: Stream, quotation: Quotation) -> Edit | None:
    """Return the change with its number, where one side has "percent" and the other the sign: "15 percent", "15%"."""
    said = stream.words[change.said : change.said_end]
    quoted = quotation.words[change.quoted : change.quoted_end]
    if not (change.said and change.quoted) or bool(said) == bool(quoted):
        return None
    text, span = said_text(stream, change.said - 1, change.said_end)
    turn = stream.turns[stream.turn_at(change.said - 1)]
    spot = quotation.spans[change.quoted - 1]
    with_sign = signs_beside(quotation.text, spot) if said else signs_beside(turn.text, span)
    if "%" not in with_sign or percent_words(said or quoted) != len(said or quoted):
        return None
    if said:
        return Edit("spelling", text, _with_signs(quotation.text, spot), span)
    words = quoted_text(quotation, change.quoted - 1, change.quoted_end)
    return Edit("spelling", _with_signs(turn.text, span), words, span)


class _SignsOf(NamedTuple):
    """The signs beside a number: it at a span of the text, and the words that follow."""

    text: str
    span: Span
    following: Sequence[str]

    @property
    def beside(self) -> frozenset[str]:
        """Return those that touch it."""
        return signs_beside(self.text, self.span)

    @property
    def every(self) -> frozenset[str]:
        """Return them with the one that the word "percent" stands for."""
        return self.beside | (frozenset("%") if percent_words(self.following) else frozenset())

    def are(self, quoted: _SignsOf, *, begins: bool, ends: bool) -> bool:
        """Return whether the quoted ones are these; where it begins or ends at the number, less is quoted, not changed.

        Then the word "percent" behind it, or the sign of a currency before it, is left out as other words there are.
        """
        if quoted.every == self.every or (ends and quoted.every == self.beside):
            return True
        before = frozenset(self.text[: self.span[0]].rstrip()[-1:]) & CURRENCIES
        return begins and not quoted.beside & CURRENCIES and quoted.every == self.every - before


def _is_name(stream: Stream, change: Change) -> bool:
    return any(
        _capital_inside(stream.turns[stream.turn_at(index)].text, stream.spans[index])
        for index in range(change.said, change.said_end)
    )


def _quoted_name(quotation: Quotation, change: Change) -> bool:
    return any(
        _capital_inside(quotation.text, quotation.spans[index])
        for index in range(change.quoted, change.quoted_end)
    )


def _capital_inside(text: str, span: Span) -> bool:
    """Return whether the word is capitalised where its place in the sentence does not ask for it."""
    before = text[: span[0]].rstrip()
    word = text[span[0] : span[1]]
    return (
        word[:1].isupper()
        and word.replace("’", "'").partition("'")[0] != "I"
        and bool(before)
        and before[-1] not in _SENTENCE_END
    )


def _with_signs(text: str, span: Span) -> str:
    beside = signs_beside(text, span)
    start = span[0] - 1 if text[span[0] - 1 : span[0]] in beside else span[0]
    end = span[1] + 1 if text[span[1] : span[1] + 1] in beside else span[1]
    return text[max(0, start) : end]
