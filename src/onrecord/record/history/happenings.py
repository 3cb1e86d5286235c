"""The captures of statements and of what stood in their places, in bulk: what events are told from."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.model import Notice
from onrecord.record.history.absences import Absences, AbsentRow
from onrecord.record.history.seen import SeenRow, mark_following
from onrecord.record.keeper.messages import withdrawals
from onrecord.record.tables.facts import unpack_facts
from onrecord.record.tables.filters import Filters
from onrecord.record.tables.notices import announced_notices
from onrecord.record.tables.versions import sight_order


class HistoryRow(NamedTuple):
    """A statement with its captures in order of sight, and those that show something else at its addresses.

    `digests` are those of its versions by number, `added_at` when each capture was added, by its position.
    """

    statement: str
    title: str | None
    source: str | None
    sightings: list[SeenRow]
    absences: list[AbsentRow]
    digests: dict[int, str]
    added_at: dict[int, str]


class ResolvedRow(NamedTuple):
    """A notice that was there before its statement was."""

    key: str
    statement: str
    title: str | None
    source: str | None
    notice: Notice
    announced_at: str | None
    held_at: str | None
    seen_at: str
    position: int


class Window(NamedTuple):
    """From which ledger position on, and up to which, that not included."""

    start: int = 0
    end: int = sys.maxsize


def window_behind(db: sqlite3.Connection, start: int, captures: int) -> Window:
    """Return the window that begins at a position and holds so many captures; the last one has no end."""
    row = db.execute(
        "SELECT position FROM captures WHERE position >= ? ORDER BY position LIMIT 1 OFFSET ?",
        (start, captures),
    ).fetchone()
    return Window(start) if row is None else Window(start, row[0])


def histories(
    db: sqlite3.Connection, folder: Path, moment: str | None, window: Window
) -> Iterator[HistoryRow]:
    """Yield the statements of which something was captured at the moment or later, and acknowledged within the window; by id."""
    wanted = None if moment is None and window == Window() else _touched(db, moment or "", window)
    absences = Absences(db, folder)
    seen: Iterable[tuple[Any, ...]]
    if wanted is not None and len(wanted) < _FEW:  # the rest of the record need not be gone through for these
        seen = (row for each in sorted(wanted) for row in db.execute(_SEEN_OF, (each,)).fetchall())
    else:
        seen = db.execute(_SEEN_ALL)
    for statement, rows in groupby(seen, key=itemgetter(0)):
        if wanted is None or statement in wanted:
            yield _history(db, statement, list(rows), absences)


def histories_of(db: sqlite3.Connection, folder: Path, statements: Iterable[str]) -> Iterator[HistoryRow]:
    """Yield these statements."""
    absences = Absences(db, folder)
    rows = db.execute(
        f"{_SEEN} AND s.statement IN (SELECT value FROM json_each(?)) ORDER BY s.statement",
        (json.dumps(list(statements)),),
    )
    for statement, group in groupby(rows, key=itemgetter(0)):
        yield _history(db, statement, list(group), absences)


_FEW = 5_000
# The plus: the captures of one statement are never looked for among all of its source.
_SEEN = """
    SELECT s.statement, c.captured_at, v.n, s.facts, s.reading, c.position, c.url, c.digest, c.added_at, r.address, v.digest,
        CASE WHEN s.statement IN (s.identity, s.page) THEN '' ELSE s.identity END, r.canonical,
        coalesce((SELECT j.excerpt FROM joins j WHERE j.id = s.identity), 0), s.cut
    FROM sightings s JOIN captures c ON c.reading = s.reading JOIN readings r ON r.id = s.reading
        JOIN versions v ON v.statement = s.statement AND v.digest = s.version
        JOIN statements t ON t.id = s.statement
    WHERE +c.source IS t.source"""
_SEEN_ALL = f"{_SEEN} ORDER BY s.statement"
_SEEN_OF = f"{_SEEN} AND s.statement = ?"
# Those that a capture shows, those whose address shows something else in it, and those whose page shows another statement.
_WITHIN = "c.position >= ?1 AND c.position < ?2 AND coalesce(c.captured_at, c.added_at) >= ?3"
_TOUCHED = f"""
    SELECT s.statement FROM captures c JOIN sightings s ON s.reading = c.reading WHERE {_WITHIN}
    UNION SELECT s.statement FROM captures c JOIN readings r ON r.id = c.reading JOIN readings o ON o.address = r.address
        JOIN sightings s ON s.reading = o.id WHERE {_WITHIN} AND r.statements = 0
    UNION SELECT s.statement FROM captures c JOIN sightings w ON w.reading = c.reading JOIN works ON works.page = w.page
        JOIN sightings s ON s.page = w.page WHERE {_WITHIN}"""


_JOINED_WITH = "SELECT statement FROM joins WHERE id = ?"


def _touched(db: sqlite3.Connection, moment: str, window: Window) -> set[str]:
    start, end = window
    withdrawn = {told.statement for at, told in withdrawals(db) if start <= at < end and told.on >= moment}
    joined = {row[0] for id_ in withdrawn for row in db.execute(_JOINED_WITH, (id_,))}
    return {row[0] for row in db.execute(_TOUCHED, (start, end, moment))} | withdrawn | joined


def _history(
    db: sqlite3.Connection, statement: str, rows: list[tuple[Any, ...]], absences: Absences
) -> HistoryRow:
    seen, added, digests, addresses = [], {}, {}, set()
    for row in rows:
        position = row[5]
        added_at, address, version, identity = row[8:12]
        seen.append(
            SeenRow(row[1], row[2], unpack_facts(row[3]), row[4], position, row[6], row[7], *row[11:])
        )
        added[position], digests[row[2]] = added_at, version
        if not identity:  # where a copy stands may be gone, and the statement is not
            addresses.add(address)
    absent = [
        each for address in sorted(filter(None, addresses), key=str) for each in absences.at(str(address))
    ]
    absent += absences.of_page(statement)
    for each in absent:
        added[each.position] = absences.added_at[each.position]
    title, source = db.execute("SELECT title, source FROM statements WHERE id = ?", (statement,)).fetchone()
    seen.sort(key=lambda each: sight_order(each.captured_at, each.digest, each.url))
    return HistoryRow(statement, title, source, mark_following(db, statement, seen), absent, digests, added)


def resolved_notices(db: sqlite3.Connection) -> Iterator[ResolvedRow]:
    """Yield the notices that were seen before the first capture of the statement that they announced."""
    notices = list(announced_notices(db, Filters()))
    named = sorted({each.notice.statement_id for each in notices if each.notice.statement_id is not None})
    held = {row[0]: row[1:] for row in db.execute(_HELD, (json.dumps(named),))} if named else {}
    for each in notices:
        statement = each.notice.statement_id
        if statement is None or statement not in held:
            continue
        title, source, first_seen, position, added_at = held[statement]
        if each.first_seen is None or first_seen is None or each.first_seen >= first_seen:
            continue
        key = each.notice.url or f"{each.list_url} {each.notice.title} {each.notice.posted_on}"
        yield ResolvedRow(
            key,
            statement,
            title,
            source,
            each.notice,
            each.first_seen,
            first_seen,
            first_seen or added_at,
            position,
        )


_HELD = """
    SELECT t.id, t.title, t.source, t.first_seen, min(c.position), min(c.added_at)
    FROM statements t JOIN sightings s ON s.statement = t.id JOIN captures c ON c.reading = s.reading
    WHERE t.id IN (SELECT value FROM json_each(?)) GROUP BY t.id"""


class JoinedRow(NamedTuple):
    """An identity found to be the same statement as another: its address, and the captures that show both first."""

    identity: str
    statement: str
    title: str | None
    source: str | None
    url: str | None
    before: str | None
    after: str | None
    seen_at: str
    position: int


def joined_identities(db: sqlite3.Connection) -> Iterator[JoinedRow]:
    """Yield the identities that are joined with a statement; what is only an excerpt of it is not the same."""
    for identity, statement, title, source in db.execute(_JOINED):
        mine, other = (db.execute(_FIRST, (each,)).fetchone() for each in (identity, statement))
        if mine is None or other is None:
            continue
        times = sorted(each for each in (mine[0], other[0]) if each is not None)
        before, after = (times[0], times[-1]) if len(times) == 2 else (None, times[-1] if times else None)
        position = max(mine[1], other[1])
        yield JoinedRow(
            identity, statement, title, source, mine[2], before, after, after or mine[3], position
        )


_JOINED = """
    SELECT j.id, j.statement, t.title, t.source FROM joins j JOIN statements t ON t.id = j.statement
    WHERE j.excerpt = 0 ORDER BY j.id"""
_FIRST = """
    SELECT c.captured_at, c.position, c.url, c.added_at FROM sightings s JOIN captures c ON c.reading = s.reading
    WHERE s.identity = ? ORDER BY c.captured_at IS NULL, c.captured_at, c.position LIMIT 1"""
