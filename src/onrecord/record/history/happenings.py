"""The captures of statements and of what stood in their places, in bulk: what events are told from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.model import Notice
from onrecord.record.history.absences import Absences, AbsentRow
from onrecord.record.history.seen import SeenRow
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


def histories(
    db: sqlite3.Connection, folder: Path, moment: str | None, position: int
) -> Iterator[HistoryRow]:
    """Yield the statements of which something was captured at the moment or later, and acknowledged at the position or behind."""
    wanted = None if moment is None and not position else _touched(db, moment or "", position)
    absences = Absences(db, folder)
    for statement, rows in groupby(db.execute(_SEEN), key=itemgetter(0)):
        if wanted is None or statement in wanted:
            yield _history(db, statement, list(rows), absences)


def histories_of(db: sqlite3.Connection, folder: Path, statements: Iterable[str]) -> Iterator[HistoryRow]:
    """Yield these statements."""
    absences = Absences(db, folder)
    rows = db.execute(
        _SEEN.replace("ORDER", "AND s.statement IN (SELECT value FROM json_each(?)) ORDER"),
        (json.dumps(list(statements)),),
    )
    for statement, group in groupby(rows, key=itemgetter(0)):
        yield _history(db, statement, list(group), absences)


_SEEN = """
    SELECT s.statement, c.captured_at, v.n, s.facts, s.reading, c.position, c.url, c.digest, c.added_at, r.address, v.digest,
        CASE WHEN s.statement IN (s.identity, s.page) THEN '' ELSE s.identity END, r.canonical,
        coalesce((SELECT j.excerpt FROM joins j WHERE j.id = s.identity), 0)
    FROM sightings s JOIN captures c ON c.reading = s.reading JOIN readings r ON r.id = s.reading
        JOIN versions v ON v.statement = s.statement AND v.digest = s.version
        JOIN statements t ON t.id = s.statement
    WHERE c.source IS t.source ORDER BY s.statement"""
_TOUCHED = """
    SELECT DISTINCT s.statement FROM captures c JOIN readings r ON r.id = c.reading
        JOIN readings o ON o.id = r.id OR (o.address = r.address AND r.statements = 0) JOIN sightings s ON s.reading = o.id
    WHERE c.position >= ? AND coalesce(c.captured_at, c.added_at) >= ?"""


_JOINED_WITH = "SELECT statement FROM joins WHERE id = ?"


def _touched(db: sqlite3.Connection, moment: str, position: int) -> set[str]:
    withdrawn = {told.statement for at, told in withdrawals(db) if at >= position and told.on >= moment}
    joined = {row[0] for id_ in withdrawn for row in db.execute(_JOINED_WITH, (id_,))}
    return {row[0] for row in db.execute(_TOUCHED, (position, moment))} | withdrawn | joined


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
    return HistoryRow(statement, title, source, seen, absent, digests, added)


def resolved_notices(db: sqlite3.Connection) -> Iterator[ResolvedRow]:
    """Yield the notices that were seen before the first capture of the statement that they announced."""
    held = {row[0]: row[1:] for row in db.execute(_HELD)}
    for each in announced_notices(db, Filters()):
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
    FROM statements t JOIN sightings s ON s.statement = t.id JOIN captures c ON c.reading = s.reading GROUP BY t.id"""


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
