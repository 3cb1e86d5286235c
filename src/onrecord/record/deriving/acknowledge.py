"""Captures acknowledged: written to the WARC, synced, and only then entered in the ledger."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.capture import Captured, Revisit
from onrecord.errors import WrongCall
from onrecord.model import Capture, Issue, Locator
from onrecord.record.deriving.revisits import find_revisit, names_of_capture, revisit_key
from onrecord.record.keeper.decisions import is_redacted
from onrecord.record.tables.rows import CaptureRow, fetch_capture, find_capture
from onrecord.record.truth.batches import Batch
from onrecord.record.truth.events import (
    CaptureAgain,
    CaptureKept,
    Event,
    FileBegun,
    NamesKept,
    RequestKept,
    RevisitKept,
)
from onrecord.record.truth.ledger import Entry, Ledger
from onrecord.record.truth.store import CaptureFile, stored_digest


class Acknowledged(NamedTuple):
    """The ledger entries of what was new in a batch.

    `new` and `seen_before` count captures; `issues` tell what cannot be kept. `given` tells for each new place in the
    archive which place it was in what the caller gave.
    """

    entries: list[Entry]
    new: int
    seen_before: int
    issues: list[Issue]
    given: dict[Locator, Locator]


class _Written(NamedTuple):
    captured: Captured
    locator: Locator
    body: Locator | None
    request: Locator | None


def acknowledge(
    db: sqlite3.Connection, ledger: Ledger, file: CaptureFile, batch: Batch, now: str
) -> Acknowledged:
    """Keep what is new of a batch; who returns from here has it on the disk. Under the archive's lock only.

    A capture is known by its address, time and digest; where only the digest is known, the body is not kept twice.
    """
    began, folder = file.name, ledger.path.parent
    given, issues = _not_redacted(db, batch.captures)
    new, names = _new_captures(db, given)
    again = _write_again(db, folder, file, given, now)
    written = _write(db, file, new, now, issues)
    revisits = _write_revisits(file, _new_revisits(db, batch.revisits), now, issues)
    events: list[Event] = [*names]
    if written or revisits or again:
        file.sync()
        places = [*again.values(), *(each.request or each.locator for each in written), *revisits]
        events += [] if began else head_begun(folder, places)
        events += [CaptureAgain(old, at, _digest(folder, at), now) for old, at in again.items()]
        events += [event for each in written for event in _events(folder, each, now)]
        events += [_revisit_event(folder, each, at, now) for at, each in revisits.items()]
    if again:
        issues.append(_kept_again(again))
    return Acknowledged(
        entries=ledger.append(events) if events else [],
        new=len(written),
        seen_before=len(given) - len(new),
        issues=issues,
        given={each.locator: each.captured.capture.locator for each in written},
    )


def _not_redacted(db: sqlite3.Connection, captures: Iterable[Captured]) -> tuple[list[Captured], list[Issue]]:
    """Return the captures that may be kept, and an issue for each of those that the law had removed."""
    kept, issues = [], []
    for captured in captures:
        begun = is_redacted(db, captured.capture.digest)
        if begun is None:
            kept.append(captured)
            continue
        said = f"These bytes were removed on {begun.on} by {begun.by} ({begun.id}), and are not kept again."
        issues.append(Issue("redacted", said, captured.capture.locator, "error"))
    return kept, issues


def _write_again(
    db: sqlite3.Connection, folder: Path, file: CaptureFile, captures: Iterable[Captured], now: str
) -> dict[Locator, Locator]:
    """Write the records once more that are lost or damaged of captures that are given again; return old and new places."""
    places: dict[Locator, Locator] = {}
    for captured in captures:
        capture = captured.capture
        known = find_capture(db, capture.url, capture.captured_at, capture.digest)
        if known is None:
            continue
        row = fetch_capture(db, known)
        for place in dict.fromkeys(filter(None, (row.body, row.locator))):
            owner = _owner_of(db, place) if place not in places and not _is_whole(db, folder, place) else None
            if owner is not None:
                lost = msgspec.structs.replace(captured, capture=owner.capture(), charset=owner.charset)
                places[place] = file.write(lost, added_at=now, first=None)
    return places


def _is_whole(db: sqlite3.Connection, folder: Path, place: Locator) -> bool:
    owner = _owner_of(db, place)
    return owner is None or stored_digest(folder, place) == owner.stored


def _owner_of(db: sqlite3.Connection, place: Locator) -> CaptureRow | None:
    row = db.execute(
        'SELECT * FROM captures WHERE file = ? AND "offset" = ?', (place.file, place.offset)
    ).fetchone()
    return CaptureRow(*row) if row else None


def _kept_again(again: dict[Locator, Locator]) -> Issue:
    files = ", ".join(sorted({place.file for place in again}))
    number = "1 record" if len(again) == 1 else f"{len(again):,} records"
    return Issue(
        "kept_again", f"{number} of {files} had been lost or damaged, and are kept again.", None, "note"
    )


def _write(
    db: sqlite3.Connection, file: CaptureFile, new: list[Captured], now: str, issues: list[Issue]
) -> list[_Written]:
    kept: dict[str, Capture] = {}
    written = []
    for captured in new:
        capture = captured.capture
        first = kept.get(capture.digest) or _first_kept(db, capture.digest)
        if captured.wire is not None and not captured.body:
            first = None  # a redirection without a word repeats nobody
        try:
            request = file.write_request(captured) if _has_request(captured) else None
            locator = file.write(captured, added_at=now, first=first)
        except WrongCall as fault:  # an address that cannot stand in a WARC header
            issues.append(Issue("not_kept", str(fault), capture.locator, "error"))
            continue
        kept[capture.digest] = first or msgspec.structs.replace(capture, locator=locator)
        written.append(_Written(captured, locator, first.locator if first else None, request))
    return written


def _has_request(captured: Captured) -> bool:
    """Tell whether the request is known, and where and when it was sent."""
    capture, wire = captured.capture, captured.wire
    return bool(wire and wire.request and capture.url and capture.captured_at)


def _write_revisits(
    file: CaptureFile, new: list[Revisit], now: str, issues: list[Issue]
) -> dict[Locator, Revisit]:
    written = {}
    for revisit in new:
        try:
            written[file.write_revisit(revisit, added_at=now)] = revisit
        except WrongCall as fault:
            issues.append(Issue("not_kept", str(fault), revisit.locator, "error"))
    return written


def _new_captures(
    db: sqlite3.Connection, captures: Iterable[Captured]
) -> tuple[list[Captured], list[NamesKept]]:
    """Return the captures that are not kept yet, and what names are new of those that are."""
    new: dict[tuple[str | None, str | None, str], Captured] = {}
    names = []
    for captured in captures:
        capture = captured.capture
        identity = (capture.url, capture.captured_at, capture.digest)
        known = find_capture(db, *identity)
        if known is not None:
            if missing := set(captured.names).difference(names_of_capture(db, known)):
                names.append(NamesKept(*identity, tuple(sorted(missing))))
        elif identity in new:
            both = tuple(dict.fromkeys((*new[identity].names, *captured.names)))
            new[identity] = msgspec.structs.replace(new[identity], names=both)
        else:
            new[identity] = captured
    return list(new.values()), names


def _new_revisits(db: sqlite3.Connection, revisits: Iterable[Revisit]) -> list[Revisit]:
    new = (each for each in revisits if find_revisit(db, each) is None)
    return list({revisit_key(each): each for each in new}.values())


def _first_kept(db: sqlite3.Connection, digest: str) -> Capture | None:
    """Return the capture whose record holds the bytes with this digest."""
    row = db.execute(
        "SELECT * FROM captures WHERE digest = ? AND body_file IS NULL ORDER BY position LIMIT 1", (digest,)
    ).fetchone()
    return CaptureRow(*row).capture() if row else None


def head_begun(folder: Path, places: Iterable[Locator]) -> list[Event]:
    """Return the event for what the writer set before the first record of a file, if anything."""
    first = next(iter(places), None)
    if first is None or first.offset == 0:
        return []
    head = Locator(first.file, 0, first.offset)
    return [FileBegun(head, _digest(folder, head))]


def _events(folder: Path, written: _Written, now: str) -> Iterator[CaptureKept | RequestKept]:
    if written.request is not None:
        capture = written.captured.capture
        stored = _digest(folder, written.request)
        yield RequestKept(capture.url, capture.captured_at, written.request, stored)
    yield _event(folder, written, now)


def _event(folder: Path, written: _Written, now: str) -> CaptureKept:
    captured, capture = written.captured, written.captured.capture
    return CaptureKept(
        url=capture.url, captured_at=capture.captured_at, digest=capture.digest, media_type=capture.media_type,
        charset=captured.charset, locator=written.locator, stored=_digest(folder, written.locator),
        body=written.body, added_at=now, names=captured.names, status=capture.status,
    )  # fmt: skip


def _revisit_event(folder: Path, revisit: Revisit, locator: Locator, now: str) -> RevisitKept:
    return RevisitKept(
        url=revisit.url, captured_at=revisit.captured_at, media_type=revisit.media_type, charset=revisit.charset,
        names=revisit.names, refers_to=revisit.refers_to, locator=locator, stored=_digest(folder, locator),
        added_at=now,
    )  # fmt: skip


def _digest(folder: Path, locator: Locator) -> str:
    found = stored_digest(folder, locator)
    if isinstance(found, Issue):
        raise OSError(f"{found.message} It was written a moment ago: check the disk.")
    return found
