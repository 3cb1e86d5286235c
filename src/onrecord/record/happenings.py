"""The captures of statements and of what stood in their places, in bulk: what events are told from."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urljoin

from onrecord.errors import DamagedArchive
from onrecord.model import Locator, Notice
from onrecord.record.facts import unpack_facts
from onrecord.record.filters import Filters
from onrecord.record.notices import announced_notices
from onrecord.record.seen import SeenRow
from onrecord.record.versions import sight_order

_GONE = ("not_found", "soft_not_found")
_BLOCKED = ("block_page", "login_wall")
_SENT_ON = "sent_on"
# What the reader says of a page that sends a browser on: "… on to https://press.ostrelle.example/2; no statement …"
_ON_TO = re.compile(r"sends a browser on to (\S+?)[;\s]")


class AbsentRow(NamedTuple):
    """A capture of an address that shows something else than the page; see `revising.timeline.Absent`."""

    captured_at: str | None
    absence: Literal["gone", "blocked", "moved"]
    why: str
    position: int
    url: str | None
    digest: str
    target: str | None


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
    absences = _Absences(db, folder)
    for statement, rows in groupby(db.execute(_SEEN), key=itemgetter(0)):
        if wanted is None or statement in wanted:
            yield _history(db, statement, list(rows), absences)


_SEEN = """
    SELECT s.statement, c.captured_at, v.n, s.facts, s.reading, c.position, c.url, c.digest, c.added_at, r.address, v.digest,
        CASE WHEN s.identity = s.statement THEN '' ELSE s.identity END
    FROM sightings s JOIN captures c ON c.reading = s.reading JOIN readings r ON r.id = s.reading
        JOIN versions v ON v.statement = s.statement AND v.digest = s.version
        JOIN statements t ON t.id = s.statement
    WHERE c.source IS t.source ORDER BY s.statement"""
_TOUCHED = """
    SELECT DISTINCT s.statement FROM captures c JOIN readings r ON r.id = c.reading
        JOIN readings o ON o.id = r.id OR (o.address = r.address AND r.statements = 0) JOIN sightings s ON s.reading = o.id
    WHERE c.position >= ? AND coalesce(c.captured_at, c.added_at) >= ?"""


def _touched(db: sqlite3.Connection, moment: str, position: int) -> set[str]:
    return {row[0] for row in db.execute(_TOUCHED, (position, moment))}


def _history(
    db: sqlite3.Connection, statement: str, rows: list[tuple[object, ...]], absences: _Absences
) -> HistoryRow:
    seen, added, digests, addresses = [], {}, {}, set()
    for row in rows:
        _, captured_at, n, facts, reading, position, url, digest, added_at, address, version, identity = row
        seen.append(SeenRow(captured_at, n, unpack_facts(facts), reading, position, url, digest, identity))  # type: ignore[arg-type]
        added[position], digests[n] = added_at, version
        if not identity:  # where a copy stands may be gone, and the statement is not
            addresses.add(address)
    absent = [
        each for address in sorted(filter(None, addresses), key=str) for each in absences.at(str(address))
    ]
    for each in absent:
        added[each.position] = absences.added_at[each.position]
    title, source = db.execute("SELECT title, source FROM statements WHERE id = ?", (statement,)).fetchone()
    seen.sort(key=lambda each: sight_order(each.captured_at, each.digest, each.url))
    return HistoryRow(statement, title, source, seen, absent, digests, added)  # type: ignore[arg-type]


class _Absences:
    """The captures that show something else than the page asked for, by address."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self._db = db
        self._folder = folder
        self._addresses = {row[0] for row in db.execute(_WHERE_ABSENT, (*_GONE, *_BLOCKED, _SENT_ON))}
        self.added_at: dict[int, str] = {}

    def at(self, address: str) -> Iterator[AbsentRow]:
        """Yield those of an address."""
        if address not in self._addresses:
            return
        for captured_at, code, said, position, url, digest, added_at, *place in self._db.execute(
            _ABSENT, (*_GONE, *_BLOCKED, _SENT_ON, address)
        ):
            self.added_at[position] = added_at
            why = said.partition(":")[2].partition(";")[0].strip() or code
            if code == _SENT_ON:
                target = self._target(said, url, Locator(*place))
                yield AbsentRow(captured_at, "moved", why, position, url, digest, target)
            else:
                absence: Literal["gone", "blocked"] = "gone" if code in _GONE else "blocked"
                yield AbsentRow(captured_at, absence, why, position, url, digest, None)

    def _target(self, said: str, url: str | None, place: Locator) -> str | None:
        from onrecord.capture import location_at

        found = _ON_TO.search(said)
        try:
            location = found[1] if found else location_at(self._folder, place)
        except DamagedArchive:
            return None  # `verify` names it
        return urljoin(url or "", location) if location else None


_CODES = ", ".join("?" * (len(_GONE) + len(_BLOCKED) + 1))
_WHERE_ABSENT = (
    f"SELECT DISTINCT r.address FROM issues i JOIN readings r ON r.id = i.reading WHERE i.code IN ({_CODES})"
)
_ABSENT = f"""
    SELECT c.captured_at, i.code, i.message, c.position, c.url, c.digest, c.added_at, c.file, c."offset", c.length
    FROM readings r JOIN issues i ON i.reading = r.id JOIN captures c ON c.reading = r.id
    WHERE i.code IN ({_CODES}) AND r.address = ? ORDER BY c.position"""


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


def absences_of(db: sqlite3.Connection, folder: Path, statement: str) -> list[AbsentRow]:
    """Return the captures that show something else at the addresses of a statement."""
    absences = _Absences(db, folder)
    return [each for row in db.execute(_ADDRESSES, (statement,)) for each in absences.at(row[0])]


_ADDRESSES = """
    SELECT DISTINCT r.address FROM sightings s JOIN readings r ON r.id = s.reading
    WHERE s.statement = ? AND s.identity = s.statement AND r.address IS NOT NULL ORDER BY r.address"""
