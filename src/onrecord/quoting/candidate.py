"""What a quotation is laid beside: versions of statements, and the places in them."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Capture, Citation, Span, Statement, Turn
from onrecord.quoting.citation import cite_words
from onrecord.quoting.excerpt import Excerpt
from onrecord.quoting.parts import Part
from onrecord.quoting.stream import Stream
from onrecord.quoting.wording import Assessment


class Candidate(NamedTuple):
    """One version of a statement in which the words may stand; `current`: it is the latest version.

    `copied`: only copies at other addresses have it so; then nothing replaced it. `excerpt`: the stretch of it to look at, if not all; then the statement may have only the turns in that, or all if its
    text is interpreted.
    """

    statement: Statement
    version: int
    capture: Capture
    current: bool
    excerpt: Excerpt | None = None
    copied: bool = False


class Place(NamedTuple):
    """The quotation assessed at one place; `candidate` and `stream` are those of its main part."""

    candidate: Candidate
    stream: Stream
    assessment: Assessment

    @property
    def main(self) -> Part:
        """Return the part that holds most words of the quotation, the first of equals."""
        return max(self.assessment.parts, key=lambda part: part.quoted_end - part.quoted)

    @property
    def turn(self) -> Turn:
        """Return the turn of the main part."""
        return self.stream.turns[self.main.turn]


def part_span(stream: Stream, part: Part) -> Span:
    """Return the span of the part's words in the text of its turn."""
    return stream.spans[part.said][0], stream.spans[part.said_end - 1][1]


def cite_part(candidate: Candidate, stream: Stream, part: Part) -> Citation:
    """Return the citation of one part."""
    turn = stream.turns[part.turn]
    return cite_words(
        candidate.statement.id, candidate.version, turn, part_span(stream, part), candidate.capture
    )


def cite_place(place: Place) -> Citation:
    """Return the citation of all words from the first to the last part, or of the main part where they stand apart."""
    parts = place.assessment.parts
    part = place.main
    if not place.assessment.is_spliced and all(other.turn == part.turn for other in parts):
        part = part._replace(said=min(p.said for p in parts), said_end=max(p.said_end for p in parts))
    return cite_part(place.candidate, place.stream, part)
