"""What a statement's page shows, ready for its template: metadata lines, turns in paragraphs, proof. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from onrecord.model import Correction, Held, Linked, Removal, Statement, VersionSeen
from onrecord.publishing.files import folder_name
from onrecord.publishing.messages import UNTITLED, Entry
from onrecord.publishing.profile import Profile
from onrecord.publishing.turns import TurnView, view_turn
from onrecord.publishing.wording import (
    day_of,
    direction_of,
    printed_correction,
    printed_date,
    printed_language,
    printed_moment,
    printed_status,
    printed_text_status,
    printed_word,
)


class Value(NamedTuple):
    """One value of a metadata line: its machine-readable date, where it leads, what is said beside it."""

    text: str
    date: str | None = None
    link: str | None = None
    note: str | None = None
    is_code: bool = False


class Line(NamedTuple):
    """A metadata line: "Given on" and its values."""

    label: str
    values: tuple[Value, ...]


class VersionView(NamedTuple):
    """A version in the list of versions, its times as they are printed; None where they are not known."""

    n: int
    first_seen: str | None
    last_seen: str | None
    digest: str
    current: bool


class Decision(NamedTuple):
    """What the keeper decided of a statement: a correction, or a removal; `turn` where it is of one."""

    said: str
    turn: int | None
    by: str
    when: str
    day: str | None
    why: str


class Shown(NamedTuple):
    """How much of the words is published: the level, and characters shown and held."""

    level: str
    shown: int
    held: int


class LinkedView(NamedTuple):
    """A statement that hangs together with the one shown, and how."""

    folder: str
    title: str
    note: str


class StatementView(NamedTuple):
    """All that the page of one version of a statement shows."""

    id: str
    folder: str
    title: str
    is_titled: bool
    language: str
    direction: str
    description: str
    version: int
    current: int
    total: int
    lines: tuple[Line, ...]
    turns: tuple[TurnView, ...]
    continues: bool
    other_parts: tuple[Entry, ...]
    proof: tuple[Line, ...]
    versions: tuple[VersionView, ...]
    witnesses: tuple[Value, ...]
    citation: tuple[str, ...]
    shown: Shown
    source_link: str | None
    corrections: tuple[Decision, ...]
    corrected: frozenset[int]
    removals: tuple[Decision, ...]
    joined: tuple[str, ...] = ()
    linked: tuple[LinkedView, ...] = ()
    awaits: bool = False


def view_statement(
    held: Held, entry: Entry, other_parts: Sequence[Entry], profile: Profile, shown: Shown | None = None
) -> StatementView:
    """Return what the page of one version of a statement shows; `entry` stands for its current one.

    `held` has the words that may be published; `shown` tells how many that are where these are not all.
    """
    statement = held.statement
    corrections = tuple(_corrections(statement, shown))
    title = (statement.title or "").strip() or UNTITLED
    language = statement.language or "und"
    return StatementView(
        id=held.listed.id,
        folder=entry.folder,
        title=title,
        is_titled=title != UNTITLED,
        language=language,
        direction=direction_of(language),
        description=entry.lead or title,
        version=held.version,
        current=entry.version,
        total=max(len(held.listed.versions), 1),
        lines=tuple(_metadata(statement)),
        turns=tuple(view_turn(turn, language) for turn in statement.turns),
        continues=bool(statement.part and statement.part.continues),
        other_parts=tuple(other_parts),
        proof=tuple(_proof(held)),
        versions=tuple(_version(version, entry.version) for version in held.listed.versions),
        witnesses=tuple(_witnesses(held)),
        citation=cite_page(held, title, profile),
        shown=shown or Shown("full", 0, 0),
        source_link=link_to(held.capture.url),
        corrections=corrections,
        corrected=frozenset(each.turn for each in corrections if each.turn is not None),
        removals=tuple(_decision("A passage", None, each, each.at) for each in statement.removals),
        joined=held.listed.joined,
        linked=tuple(_linked(each) for each in held.listed.linked),
        awaits=held.listed.awaits,
    )


def _linked(linked: Linked) -> LinkedView:
    what = (
        "the same in another language" if linked.relation == "translation" else "another record of the event"
    )
    said = ", ".join(filter(None, (what, linked.language, linked.source)))
    return LinkedView(folder_name(linked.id), linked.title or UNTITLED, f"{said}; {linked.because}")


def _corrections(statement: Statement, shown: Shown | None) -> Iterator[Decision]:
    turns = {turn.n for turn in statement.turns}
    for each in statement.corrections:
        if each.turn is not None and each.turn not in turns:
            continue  # of a turn that is not published
        if shown is not None and shown.level != "full" and each.field in ("begins", "joins"):
            continue  # it would show words that are not
        yield _decision(printed_correction(each), each.turn, each, each.on)


def _decision(said: str, turn: int | None, decided: Correction | Removal, when: str) -> Decision:
    return Decision(said, turn, decided.by, printed_moment(when), day_of(when), decided.why)


def cite_page(held: Held, title: str, profile: Profile) -> tuple[str, ...]:
    """Return how to cite a version, part by part: who said what, where it stands, when seen, its digest."""
    statement = held.statement
    speakers = ", ".join(speaker.name for speaker in statement.speakers)
    given = f"given on {printed_date(statement.given_on)}" if statement.given_on else None
    posted = f"posted on {printed_date(statement.posted_on)}" if statement.posted_on else None
    seen = f"captured {printed_moment(held.capture.captured_at)}" if held.capture.captured_at else None
    address = f"from {held.capture.url}" if held.capture.url else None
    keeper = f"in: {profile.name}" + (f", kept by {profile.keeper}" if profile.keeper else "")
    parts = [
        speakers,
        f"“{title}”",
        statement.source,
        given,
        posted,
        " ".join(filter(None, (seen, address))),
        f"version {held.version} ({_digest_of(held)})",
        keeper,
    ]
    return tuple(part for part in parts if part)


def link_to(url: str | None) -> str | None:
    """Return the address where it may be followed from a page: http and https only, else None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _metadata(statement: Statement) -> list[Line]:
    part = statement.part.number if statement.part else None
    lines = (
        ("Given on", _date(statement.given_on)),
        ("Posted on", _date(statement.posted_on)),
        ("Updated on", _date(statement.updated_on)),
        ("Place", _texts(statement.place)),
        ("Occasion", _texts(statement.occasion)),
        ("Speakers" if len(statement.speakers) > 1 else "Speaker", _speakers(statement)),
        ("Outlet", _texts(statement.outlet)),
        ("Language", _texts(printed_language(statement.language) if statement.language else None)),
        ("Kind", _texts("; ".join(printed_word(kind) for kind in statement.kinds))),
        ("Status", tuple(Value(printed_status(status)) for status in statement.status)),
        ("Text", _texts(printed_text_status(statement.text_status))),
        ("Part", _texts(str(part) if part else None)),
    )
    return [Line(label, values) for label, values in lines if values]


def _date(iso: str | None) -> tuple[Value, ...]:
    return (Value(printed_date(iso), date=day_of(iso)),) if iso else ()


def _texts(text: str | None) -> tuple[Value, ...]:
    return (Value(text),) if text else ()


def _speakers(statement: Statement) -> tuple[Value, ...]:
    return tuple(
        Value(f"{speaker.name}, {speaker.office}" if speaker.office else speaker.name)
        for speaker in statement.speakers
    )


def _proof(held: Held) -> list[Line]:
    capture, url = held.capture, held.capture.url
    name = held.statement.source or held.listed.source
    source = [Value(name)] if name else []
    source.append(Value(url or "captured without an address", link=link_to(url)))
    captured = (
        Value(printed_moment(capture.captured_at), date=capture.captured_at)
        if capture.captured_at
        else Value("time not known")
    )
    return [
        Line("Source", tuple(source)),
        Line("Captured at", (captured,)),
        Line("Digest of the captured page", (Value(capture.digest, is_code=True),)),
        Line("Digest of the words", (Value(_digest_of(held), is_code=True),)),
        Line("Record number", (Value(held.listed.id, is_code=True),)),
    ]


def _digest_of(held: Held) -> str:
    found = [version.digest for version in held.listed.versions if version.n == held.version]
    return found[0] if found else held.capture.digest


def _version(version: VersionSeen, current: int) -> VersionView:
    return VersionView(
        n=version.n,
        first_seen=printed_moment(version.first_seen) if version.first_seen else None,
        last_seen=printed_moment(version.last_seen) if version.last_seen else None,
        digest=version.digest,
        current=version.n == current,
    )


def _witnesses(held: Held) -> list[Value]:
    witnesses = []
    for witness in held.listed.witnesses:
        seen = (
            f"captured {printed_moment(witness.captured_at)}"
            if witness.captured_at
            else "capture time not known"
        )
        version = f", version {witness.version}" if len(held.listed.versions) > 1 else ""
        where = witness.url or "captured without an address"
        note = f"{witness.relation}, {seen}{version}"
        witnesses.append(Value(where, link=link_to(witness.url), note=note))
    return witnesses
