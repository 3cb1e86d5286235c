"""The captures of a statement in order of time, with what each shows: what revisions and events are told from."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from onrecord.model import Facts, Issue, Statement
from onrecord.record.derived import Derived
from onrecord.record.facts import unpack_facts
from onrecord.record.queries import held
from onrecord.record.rows import fetch_capture
from onrecord.record.statements import Readings
from onrecord.record.versions import sight_order


class SeenRow(NamedTuple):
    """A capture that shows a statement, and which version; `facts` is what it tells beside the words."""

    captured_at: str | None
    version: int
    facts: Facts
    reading: int
    position: int
    url: str | None
    digest: str


_SEEN = """
    SELECT c.captured_at, v.n, s.facts, s.reading, c.position, c.url, c.digest
    FROM sightings s JOIN captures c ON c.reading = s.reading
        JOIN versions v ON v.statement = s.statement AND v.digest = s.version
        JOIN statements t ON t.id = s.statement
    WHERE s.statement = ? AND c.source IS t.source"""


def sightings_of(db: sqlite3.Connection, statement: str) -> list[SeenRow]:
    """Return the captures that show the statement, in order of first sight."""
    rows = (
        SeenRow(at, version, unpack_facts(facts), *rest)
        for at, version, facts, *rest in db.execute(_SEEN, (statement,))
    )
    return sorted(rows, key=lambda row: sight_order(row.captured_at, row.digest, row.url))


def read_anew(derived: Derived, statement: str, version: int) -> Statement:
    """Return a version of the statement as it was read; what the keeper mended is read again from the captured bytes."""
    db = derived.db
    shown = held(db, Readings(db), statement, version).statement
    if not shown.corrections:
        return shown
    row = db.execute(
        "SELECT capture, reading_n FROM versions WHERE statement = ? AND n = ?", (statement, version)
    ).fetchone()
    reading = derived.read(fetch_capture(db, row[0]))
    return shown if isinstance(reading, Issue) else reading.statements[row[1] - 1]
