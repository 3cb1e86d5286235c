"""Turns in paragraphs, with directions and editorial insertions marked where they stand. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.model import Aside, Span, Turn
from onrecord.publishing.wording import direction_of


class Segment(NamedTuple):
    """A stretch of a paragraph: the speaker's words, a direction, or the source's own insertion."""

    text: str
    mark: Literal["direction", "editorial"] | None


class Paragraph(NamedTuple):
    """A paragraph of a turn; a heading that the source set between the words is one too."""

    segments: tuple[Segment, ...]
    is_heading: bool


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
    asides: list[tuple[Span, Literal["direction", "editorial"]]] = [
        *((_within(aside, turn), "direction") for aside in turn.directions),
        *((_within(aside, turn), "editorial") for aside in turn.editorial),
    ]
    asides.sort(key=lambda aside: aside[0])
    paragraphs = []
    start = 0
    for line in turn.text.split("\n"):
        segments = _segments(turn.text, (start, start + len(line)), asides)
        if segments:
            paragraphs.append(Paragraph(segments, _is_heading(segments)))
        start += len(line) + 1
    return paragraphs


def _is_heading(segments: Sequence[Segment]) -> bool:
    # A whole paragraph that is the source's own and stands in no brackets: "The season".
    words = [segment for segment in segments if segment.text.strip()]
    return len(words) == 1 and words[0].mark == "editorial" and words[0].text.lstrip()[0] not in "[(（［"


def _within(aside: Aside, turn: Turn) -> Span:
    start, end = aside.span
    return (max(0, start), min(end, len(turn.text)))


def _segments(
    text: str, line: Span, asides: Sequence[tuple[Span, Literal["direction", "editorial"]]]
) -> tuple[Segment, ...]:
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
    return tuple(segment for segment in segments if segment.text) if text[line[0] : end].strip() else ()
