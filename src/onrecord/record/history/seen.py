"""The captures that show a statement in order of time, with what each tells: what revisions are told from."""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from onrecord.model import Facts, Issue, Statement
from onrecord.record.asked.queries import held
from onrecord.record.deriving.level import Derived
from onrecord.record.tables.facts import unpack_facts
from onrecord.record.tables.moves import captures_following
from onrecord.record.tables.rows import fetch_capture
from onrecord.record.tables.statements import Readings
from onrecord.record.tables.versions import sight_order

_LEAST_OTHERS = 3
_LEAST_COMING = 2


class SeenRow(NamedTuple):
    """A capture that shows a statement, and which version; `facts` is what it tells beside the words."""

    captured_at: str | None
    version: int
    facts: Facts
    reading: int
    position: int
    url: str | None
    digest: str
    identity: str
    canonical: str | None
    is_excerpt: bool
    is_cut: bool
    follows: bool = False


# The plus: the captures of one statement are not looked for among all of its source.
_SEEN = """
    SELECT c.captured_at, v.n, s.facts, s.reading, c.position, c.url, c.digest,
        CASE WHEN s.statement IN (s.identity, s.page) THEN '' ELSE s.identity END, r.canonical,
        coalesce((SELECT j.excerpt FROM joins j WHERE j.id = s.identity), 0), s.cut
    FROM sightings s JOIN captures c ON c.reading = s.reading JOIN readings r ON r.id = s.reading
        JOIN versions v ON v.statement = s.statement AND v.digest = s.version
        JOIN statements t ON t.id = s.statement
    WHERE s.statement = ? AND +c.source IS t.source"""


def sightings_of(db: sqlite3.Connection, statement: str) -> list[SeenRow]:
    """Return the captures that show the statement, in order of first sight."""
    rows = (
        SeenRow(at, version, unpack_facts(facts), *rest)
        for at, version, facts, *rest in db.execute(_SEEN, (statement,))
    )
    return mark_following(
        db, statement, sorted(rows, key=lambda row: sight_order(row.captured_at, row.digest, row.url))
    )


def mark_following(db: sqlite3.Connection, statement: str, seen: list[SeenRow]) -> list[SeenRow]:
    """Return the captures, those marked at another address of the source that go on from the statement's own."""
    if not any(each.identity for each in seen):
        return seen
    following = captures_following(db, statement)
    return [each._replace(follows=True) if each.position in following else each for each in seen]


_OTHERS = """
    SELECT s.statement, sum(instr(s.facts, ?) > 0) AS showing, count(*) AS readings
    FROM sightings s JOIN statements t ON t.id = s.statement
    WHERE t.source IS ? AND s.statement <> ? GROUP BY s.statement, s.version HAVING readings > 1"""


def is_of_site(db: sqlite3.Connection, statement: str, line: str) -> bool:
    """Return whether a line beside the words is known to be the site's own, or cannot be told from such.

    It is where it comes and goes on the pages of other statements whose words stay as they are.
    """
    (source,) = db.execute("SELECT source FROM statements WHERE id = ?", (statement,)).fetchone()
    printed = json.dumps(line, ensure_ascii=False)
    rows = db.execute(_OTHERS, (printed, source, statement)).fetchall()
    coming = {row[0] for row in rows if 0 < row[1] < row[2]}
    return len({row[0] for row in rows}) < _LEAST_OTHERS or len(coming) >= _LEAST_COMING


def is_title_of_site(db: sqlite3.Connection, statement: str, title: str) -> bool:
    """Return whether a title is that of pages at several addresses of the statement's source."""
    found = db.execute(_TITLED, (statement, title, _LEAST_OTHERS)).fetchall()
    return len(found) >= _LEAST_OTHERS


# From the title, which few pages have: not from the source, which may have very many.
_TITLED = """
    SELECT DISTINCT r.address FROM readings r CROSS JOIN captures c ON c.position = r.capture
    WHERE +c.source IS (SELECT source FROM statements WHERE id = ?) AND r.title = ? LIMIT ?"""


def readings_near(db: sqlite3.Connection, statement: str, moment: str | None, most: int) -> list[int]:
    """Return the readings of other addresses of the statement's source that were captured nearest to a moment."""
    if moment is None:
        return []
    found: dict[str, tuple[str, int]] = {}
    for order in (
        "c.captured_at >= ? ORDER BY c.captured_at",
        "c.captured_at < ? ORDER BY c.captured_at DESC",
    ):
        rows = db.execute(_NEAR + order + " LIMIT ?", (statement, statement, moment, 4 * most))
        for address, reading, captured_at in rows:
            found.setdefault(address, (captured_at, reading))
    return [reading for _, reading in list(found.values())[: 2 * most]]


def readings_beside(
    db: sqlite3.Connection, statement: str, before: str | None, after: str | None, most: int
) -> list[tuple[int, int]]:
    """Return two readings each of other addresses of the source: the last one up to a moment, and the first one from another on."""
    if before is None or after is None:
        return []
    sides: list[dict[str, int]] = []
    for order, moment in (
        ("c.captured_at <= ? ORDER BY c.captured_at DESC", before),
        ("c.captured_at >= ? ORDER BY c.captured_at", after),
    ):
        side: dict[str, int] = {}
        for address, reading, _ in db.execute(
            _NEAR + order + " LIMIT ?", (statement, statement, moment, 4 * most)
        ):
            side.setdefault(address, reading)
        sides.append(side)
    return [(reading, sides[1][address]) for address, reading in sides[0].items() if address in sides[1]]


_NEAR = """
    SELECT r.address, c.reading, c.captured_at FROM captures c JOIN readings r ON r.id = c.reading
    WHERE c.source IS (SELECT source FROM statements WHERE id = ?) AND r.reading IS NOT NULL
    AND r.address NOT IN (SELECT o.address FROM sightings s JOIN readings o ON o.id = s.reading WHERE s.statement = ?) AND """


def read_anew(derived: Derived, statement: str, version: int) -> Statement:
    """Return a version of the statement as it was read; what the keeper mended is read again from the captured bytes."""
    db = derived.db
    shown = held(db, Readings(db), statement, version).statement
    if not shown.corrections:
        return shown
    row = db.execute(
        "SELECT capture, reading_n FROM versions WHERE statement = ? AND n = ?", (statement, version)
    ).fetchone()
    read = derived.read_anew(fetch_capture(db, row[0]))
    return shown if isinstance(read, Issue) else read.reading.statements[row[1] - 1]
