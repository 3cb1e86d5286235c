"""Turns in paragraphs, with directions and editorial insertions marked where they stand. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.model import Aside, Span, Turn
from onrecord.publishing.wording import direction_of

# As the reader writes them: a blank line between paragraphs, a tab between the cells of a row, a newline for `<br>`.
_BETWEEN_PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*\n)+")
_CELL = re.compile(r"\t")
_LINE_END = re.compile(r"\n")

_Marked = tuple[Span, Literal["direction", "editorial"]]


class Segment(NamedTuple):
    """A stretch of a paragraph: the speaker's words, a direction, the source's own insertion or heading."""

    text: str
    mark: Literal["direction", "editorial", "heading"] | None


Line = tuple[Segment, ...]
Cell = tuple[Line, ...]


class Paragraph(NamedTuple):
    """A paragraph of a turn in its lines; a heading that the source set between the words, or a table, is one too.

    A table has `rows` of cells, each cell in lines, and no lines of its own. `plain` are the words of one in which there is nothing but
    one line of them.
    """

    lines: tuple[Line, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    is_heading: bool = False
    is_first: bool = False
    plain: str | None = None


class TurnView(NamedTuple):
    """A turn as it is printed; `language` only where it is not the statement's.

    `marks` are the directions that stand with the label: "(via interpreter)". `is_bold`: a question without a
    label, which only its bold print tells from the answer.
    """

    n: int
    label: str | None
    marks: tuple[Segment, ...]
    role: str | None
    is_bold: bool
    language: str | None
    direction: str
    paragraphs: tuple[Paragraph, ...]


def view_turn(turn: Turn, language: str) -> TurnView:
    """Return a turn in paragraphs, its directions and editorial insertions marked where they stand."""
    spoken_in = turn.language if turn.language and turn.language != language else None
    label = turn.label.strip().rstrip(":：").rstrip() or None if turn.label else None
    return TurnView(
        n=turn.n,
        label=label,
        marks=tuple(_marks(turn)),
        role=turn.role,
        is_bold=label is None and turn.role == "questioner",
        language=spoken_in,
        direction=direction_of(spoken_in or language),
        paragraphs=tuple(_paragraphs(turn)),
    )


def _marks(turn: Turn) -> list[Segment]:
    # The reader gives what stands with the label, outside the words, an empty span.
    directions = [Segment(aside.text, "direction") for aside in turn.directions if _is_outside(aside)]
    return directions + [Segment(aside.text, "editorial") for aside in turn.editorial if _is_outside(aside)]


def _is_outside(aside: Aside) -> bool:
    return aside.span[0] == aside.span[1] and bool(aside.text)


def _paragraphs(turn: Turn) -> list[Paragraph]:
    text = turn.text
    if not (turn.directions or turn.editorial or "\n" in text or "\t" in text):
        # One line with nothing set apart, as most turns are.
        return [Paragraph(((Segment(text, None),),), is_first=True, plain=text)] if text.strip() else []
    asides: list[_Marked] = [
        *((_within(aside, turn), "direction") for aside in turn.directions),
        *((_within(aside, turn), "editorial") for aside in turn.editorial),
    ]
    asides.sort(key=lambda aside: aside[0])
    paragraphs: list[Paragraph] = []
    for start, end in _stretches(turn.text, (0, len(turn.text)), _BETWEEN_PARAGRAPHS):
        row = tuple(_cell(turn.text, span, asides) for span in _stretches(turn.text, (start, end), _CELL))
        if len(row) == 1 and len(row[0]) == 1 and _is_heading(row[0][0]):
            paragraphs.append(Paragraph(row[0], is_heading=True))
        elif len(row) == 1:
            paragraphs.append(Paragraph(row[0], plain=_plain(row[0])))
        elif paragraphs and paragraphs[-1].rows:
            paragraphs[-1] = Paragraph((), (*paragraphs[-1].rows, row))
        else:
            paragraphs.append(Paragraph((), (row,)))
    if paragraphs:
        paragraphs[0] = paragraphs[0]._replace(is_first=True)
    return paragraphs


def _plain(lines: Cell) -> str | None:
    is_one = len(lines) == 1 and len(lines[0]) == 1 and lines[0][0].mark is None
    return lines[0][0].text if is_one else None


def _stretches(text: str, within: Span, between: re.Pattern[str]) -> list[Span]:
    """The stretches that hold anything between the separators of a text, in order."""
    start, last = within
    if between.search(text, start, last) is None:  # as it is of most paragraphs, and of the lines in them
        return [within] if text[start:last].strip() else []
    edges = [match.span() for match in between.finditer(text, start, last)]
    spans = zip([start, *(end for _, end in edges)], [*(begin for begin, _ in edges), last], strict=True)
    return [(begin, end) for begin, end in spans if text[begin:end].strip()]


def _cell(text: str, span: Span, asides: Sequence[_Marked]) -> Cell:
    lines = [_segments(text, line, asides) for line in _stretches(text, span, _LINE_END)]
    return tuple(_as_heading(line) if _is_heading(line) else line for line in lines)


def _as_heading(line: Line) -> Line:
    return tuple(segment._replace(mark="heading") if segment.mark else segment for segment in line)


def _is_heading(line: Line) -> bool:
    # A whole line that is the source's own and stands in no square brackets: "The season", "(in tonnes)".
    words = [segment for segment in line if segment.text.strip()]
    own = len(words) == 1 and words[0].mark in ("editorial", "heading")
    return own and words[0].text.lstrip()[0] not in "[［"


def _within(aside: Aside, turn: Turn) -> Span:
    start, end = aside.span
    return (max(0, start), min(end, len(turn.text)))


def _segments(text: str, line: Span, asides: Sequence[_Marked]) -> Line:
    segments: list[Segment] = []
    at, end = line
    for (begins, ends), mark in asides:
        first, last = max(begins, at), min(ends, end)
        if first >= last:
            continue
        segments.append(Segment(text[at:first], None))
        segments.append(Segment(text[first:last], mark))
        at = last
    segments.append(Segment(text[at:end], None))
    return tuple(segment for segment in segments if segment.text)
