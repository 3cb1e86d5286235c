"""What the ledger acknowledges as rows: captures, revisits, identities, decisions. Nothing is read of them yet, and nothing follows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from onrecord.record.deriving.joining import enter_joins
from onrecord.record.deriving.learning import enter_place
from onrecord.record.deriving.revisits import enter_more_names, enter_names, enter_revisit
from onrecord.record.keeper.decisions import as_kept, enter_decisions
from onrecord.record.keeper.messages import enter_message
from onrecord.record.tables.rows import capture_row
from onrecord.record.truth.events import (
    CaptureAgain,
    CaptureKept,
    NamesKept,
    RequestKept,
    RevisitKept,
    StatementMinted,
)
from onrecord.record.truth.ledger import Entry

NameSource = Callable[[str | None], str | None]
"""Tells the source of an address."""


def enter_identities(db: sqlite3.Connection, minted: Iterable[StatementMinted]) -> None:
    """Write identities that the ledger already holds, so that they are not minted again."""
    rows = [(each.id, each.url, each.digest, each.n, each.page) for each in minted]
    db.executemany("INSERT OR IGNORE INTO identities VALUES (?, ?, ?, ?, ?)", rows)


def enter_events(db: sqlite3.Connection, entries: Iterable[Entry], name_source: NameSource) -> set[int]:
    """Write the rows of captures, revisits, identities and decisions; nothing is read, and nothing follows from them yet.

    What was redacted has no rows, or those of what is left of it. Return the readings whose captures lie elsewhere by now.
    """
    again: set[int] = set()
    for entry in entries:
        event = entry.event
        enter_decisions(db, (event,))
        enter_message(db, entry.position, event)
        if isinstance(event, CaptureKept):
            kept = as_kept(db, event)
            if kept is not None:
                _enter_capture(db, entry.position, kept, name_source(kept.url))
                enter_names(db, entry.position, kept)
        elif isinstance(event, CaptureAgain):
            again |= _enter_again(db, event)
        elif isinstance(event, RequestKept):
            row = (event.locator.file, event.locator.offset + event.locator.length)
            db.execute("INSERT OR IGNORE INTO requests VALUES (?, ?)", row)
        elif isinstance(event, NamesKept):
            enter_more_names(db, event)
        elif isinstance(event, RevisitKept):
            enter_revisit(db, entry.position, event)
        elif isinstance(event, StatementMinted):
            enter_identities(db, (event,))
        else:
            enter_joins(db, (event,))
    return again


def _enter_again(db: sqlite3.Connection, kept: CaptureAgain) -> set[int]:
    """Have the rows of a capture that was lost name the place where it is kept by now; return the readings of its bytes."""
    old, at = kept.instead_of, kept.locator
    where, values = 'file = ? AND "offset" = ?', (old.file, old.offset)
    found = db.execute(f"SELECT digest FROM captures WHERE {where}", values).fetchone()
    db.execute(
        f'UPDATE captures SET file = ?, "offset" = ?, length = ?, stored = ?, body_file = NULL, body_offset = NULL,'
        f" body_length = NULL WHERE {where}",
        (at.file, at.offset, at.length, kept.stored, *values),
    )
    db.execute(
        "UPDATE captures SET body_file = ?, body_offset = ?, body_length = ? WHERE body_file = ? AND body_offset = ?",
        (at.file, at.offset, at.length, *values),
    )
    if found is None:
        return set()
    held = "SELECT c.reading FROM captures c JOIN readings r ON r.id = c.reading WHERE c.digest = ?"
    return {row[0] for row in db.execute(held, found)}


def _enter_capture(db: sqlite3.Connection, position: int, kept: CaptureKept, source: str | None) -> None:
    first = db.execute(
        "SELECT reading FROM captures WHERE digest = ? AND url IS ?"
        " AND CASE WHEN status >= 300 THEN status ELSE 200 END = ? LIMIT 1",
        (kept.digest, kept.url, kept.status if (kept.status or 200) >= 300 else 200),
    ).fetchone()
    row = capture_row(position, kept, source, first[0] if first else position)
    db.execute(f"INSERT INTO captures VALUES ({', '.join('?' * len(row))})", row)
    enter_place(db, row)
