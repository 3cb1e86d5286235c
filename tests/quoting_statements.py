"""Invented statements and candidates for tests of quotations and search; no place or person in them exists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import (
    Aside,
    Capture,
    Locator,
    Role,
    Searched,
    Speaker,
    Statement,
    TextStatus,
    Turn,
    Verdict,
)
from onrecord.quoting import Candidate, judge

SEARCHED = Searched(12, 15, 210, "2019-10-14", "2020-04-27")


class Said(NamedTuple):
    """What one turn of an invented statement is made of."""

    text: str
    speaker: str | None = "Anna Berg"
    role: Role | None = "official"
    label: str | None = "Anna Berg"
    directions: tuple[str, ...] = ()
    editorial: tuple[str, ...] = ()


def asked(text: str) -> Said:
    """Return a journalist's question."""
    return Said(text, None, "questioner", "Question")


def statement_of(
    *said: Said,
    id: str = "s1",  # noqa: A002
    given_on: str | None = "2019-10-14",
    posted_on: str | None = "2019-10-15",
    language: str | None = "en",
    text_status: TextStatus = "unknown",
    source: str = "norhaven.example",
    kinds: tuple[str, ...] = ("interview",),
) -> Statement:
    """Return a statement with these turns."""
    return Statement(
        id=id, kinds=kinds, title="Interview with the Lune Courier", given_on=given_on, posted_on=posted_on,
        updated_on=None, place="Norhaven", occasion=None, language=language, source=source, outlet=None,
        speakers=(Speaker("Anna Berg", "Foreign Minister"),), status=(), text_status=text_status, part=None,
        turns=tuple(_turn(n, each, language) for n, each in enumerate(said, 1)), evidence={},
    )  # fmt: skip


def candidate_of(statement: Statement, version: int = 1, *, current: bool = True) -> Candidate:
    """Return a version of the statement as a candidate."""
    return Candidate(statement, version, capture_of(statement.id), current)


def capture_of(name: str) -> Capture:
    """Return a capture of an invented page."""
    locator = Locator("captures/a.warc.gz", 0, 100)
    return Capture(
        f"https://norhaven.example/{name}", "2019-10-16T08:00:00Z", "sha256:" + "0" * 64, "text/html", locator
    )


def verdict_on(
    quotation: str, *statements: Statement | Candidate, speaker: str | None = None, date: str | None = None
) -> Verdict:
    """Return the verdict on a quotation when these statements are the candidates."""
    candidates = [each if isinstance(each, Candidate) else candidate_of(each) for each in statements]
    return judge(quotation, candidates, SEARCHED, speaker=speaker, date=date)


def _turn(n: int, said: Said, language: str | None) -> Turn:
    return Turn(
        n=n, label=said.label, speaker=said.speaker, role=said.role, language=language, text=said.text,
        span=(0, len(said.text)), directions=asides_in(said.text, said.directions),
        editorial=asides_in(said.text, said.editorial),
    )  # fmt: skip


def asides_in(text: str, parts: Sequence[str]) -> tuple[Aside, ...]:
    """Return these parts of a text as asides, each where it first stands."""
    return tuple(Aside((text.index(part), text.index(part) + len(part)), part) for part in parts)


INTERVIEW = statement_of(
    asked("Will you attend the talks in Norhaven, or will the ministry send somebody else next week?"),
    Said(
        "We will not attend the talks in Norhaven next week. (Laughter.) The ministry has spent 310,000 crowns on the "
        "preparations, and it will be less painful for normal interaction between states. As the old envoy said, "
        "“patience is the mother of harbours”, and I agree.\n\nThe bridge over the river Lune will be finished before "
        "the winter comes, and more [less] people will have to wait for the ferry.",
        directions=("(Laughter.)",),
        editorial=("[less]",),
    ),
    asked("And who pays for all of it?"),
    Said("The council pays, as it always has. Nobody in the council objects to the bridge."),
)
