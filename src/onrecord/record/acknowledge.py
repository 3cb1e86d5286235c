"""Captures acknowledged: written to the WARC, synced, and only then entered in the ledger."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.capture import Captured
from onrecord.errors import WrongCall
from onrecord.model import Capture, Issue, Locator
from onrecord.record.ledger import CaptureKept, Entry, Event, FileBegun, Ledger
from onrecord.record.rows import CaptureRow
from onrecord.record.store import CaptureFile, stored_digest


class Acknowledged(NamedTuple):
    """The ledger entries of what was new in a batch, and the bodies of those.

    `seen_before` were kept already; `issues` tell what cannot be kept.
    """

    entries: list[Entry]
    bodies: dict[str, bytes]
    seen_before: int
    issues: list[Issue]


class _Written(NamedTuple):
    captured: Captured
    locator: Locator
    body: Locator | None


def acknowledge(
    db: sqlite3.Connection, ledger: Ledger, file: CaptureFile, captures: Iterable[Captured], now: str
) -> Acknowledged:
    """Keep the captures that are new; who returns from here has them on the disk. Under the archive's lock only.

    A capture is known by its address, time and digest; where only the digest is known, the body is not kept twice.
    """
    began = file.name
    new, seen_before = _new_captures(db, captures)
    written, issues = _write(db, file, new, now)
    if not written:
        return Acknowledged([], {}, seen_before, issues)
    file.sync()
    folder = ledger.path.parent
    events: list[Event] = [] if began else _file_begun(folder, written[0].locator)
    events += [_event(folder, each, now) for each in written]
    bodies = {each.captured.capture.digest: each.captured.body for each in written}
    return Acknowledged(ledger.append(events), bodies, seen_before, issues)


def _write(
    db: sqlite3.Connection, file: CaptureFile, new: list[Captured], now: str
) -> tuple[list[_Written], list[Issue]]:
    kept: dict[str, Capture] = {}
    written, issues = [], []
    for captured in new:
        capture = captured.capture
        first = kept.get(capture.digest) or _first_kept(db, capture.digest)
        try:
            locator = file.write(captured, added_at=now, first=first)
        except WrongCall as fault:  # an address that cannot stand in a WARC header
            issues.append(Issue("not_kept", str(fault), capture.locator, "error"))
            continue
        kept[capture.digest] = first or msgspec.structs.replace(capture, locator=locator)
        written.append(_Written(captured, locator, first.locator if first else None))
    return written, issues


def _new_captures(db: sqlite3.Connection, captures: Iterable[Captured]) -> tuple[list[Captured], int]:
    new: dict[tuple[str | None, str | None, str], Captured] = {}
    seen_before = 0
    for captured in captures:
        capture = captured.capture
        identity = (capture.url, capture.captured_at, capture.digest)
        known = db.execute(
            "SELECT 1 FROM captures WHERE url IS ? AND captured_at IS ? AND digest = ? LIMIT 1", identity
        ).fetchone()
        if known or identity in new:
            seen_before += 1
        else:
            new[identity] = captured
    return list(new.values()), seen_before


def _first_kept(db: sqlite3.Connection, digest: str) -> Capture | None:
    """Return the capture whose record holds the bytes with this digest."""
    row = db.execute(
        "SELECT * FROM captures WHERE digest = ? AND body_file IS NULL ORDER BY position LIMIT 1", (digest,)
    ).fetchone()
    return CaptureRow(*row).capture() if row else None


def _file_begun(folder: Path, first: Locator) -> list[Event]:
    """Return the event for what the writer set before the first capture, if anything."""
    if first.offset == 0:
        return []
    head = Locator(first.file, 0, first.offset)
    return [FileBegun(head, _digest(folder, head))]


def _event(folder: Path, written: _Written, now: str) -> CaptureKept:
    captured, capture = written.captured, written.captured.capture
    return CaptureKept(
        url=capture.url, captured_at=capture.captured_at, digest=capture.digest, media_type=capture.media_type,
        charset=captured.charset, locator=written.locator, stored=_digest(folder, written.locator),
        body=written.body, added_at=now,
    )  # fmt: skip


def _digest(folder: Path, locator: Locator) -> str:
    found = stored_digest(folder, locator)
    if isinstance(found, Issue):
        raise OSError(f"{found.message} It was written a moment ago: check the disk.")
    return found
