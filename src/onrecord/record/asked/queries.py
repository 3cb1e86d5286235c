"""What is asked of the derived tables: statements listed and shown, their captures, what was searched."""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

import msgspec

from onrecord.errors import NotFound
from onrecord.model import (
    Came,
    Capture,
    Held,
    Listed,
    Reading,
    Relation,
    Searched,
    Speaker,
    VersionSeen,
    Witness,
)
from onrecord.record.keeper.decisions import tombstones
from onrecord.record.keeper.messages import told_of
from onrecord.record.tables.filters import Filters
from onrecord.record.tables.linked import linked_with, parts_of
from onrecord.record.tables.rows import CaptureRow, fetch_capture
from onrecord.record.tables.statements import Readings
from onrecord.record.tables.versions import Sighting, sight_order

_STRINGS = msgspec.json.Decoder(tuple[str, ...])
_SPEAKERS = msgspec.json.Decoder(tuple[Speaker, ...])
_NEAR_IDS_AMONG = 500


class _Row(NamedTuple):
    id: str
    kinds: str
    title: str | None
    source: str | None
    speakers: str
    given_on: str | None
    posted_on: str | None
    language: str | None
    current: int


_COLUMNS = "id, kinds, title, source, speakers, given_on, posted_on, language, current"


class _VersionRow(NamedTuple):
    n: int
    digest: str
    words: str | None
    first_seen: str | None
    last_seen: str | None
    addresses: str
    capture: int
    reading: int
    reading_n: int
    own: int


def listed(db: sqlite3.Connection, filters: Filters) -> Iterator[Listed]:
    """Return the statements that pass, the latest given (else posted) first, undated ones last, then by id."""
    where, values = filters.check().where()
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM statements WHERE {where}"
        " ORDER BY coalesce(given_on, posted_on) IS NULL, coalesce(given_on, posted_on) DESC, id",
        values,
    ).fetchall()
    return (_listed(db, _Row(*row)) for row in rows)


def listed_one(db: sqlite3.Connection, statement: str) -> Listed:
    """Return the statement with exactly this id."""
    row = db.execute(f"SELECT {_COLUMNS} FROM statements WHERE id = ?", (statement,)).fetchone()
    return _listed(db, _Row(*row))


def _listed(db: sqlite3.Connection, row: _Row) -> Listed:
    versions = _version_rows(db, row.id)
    witnesses, owners = _witnesses(db, row.id, is_joint="joint_statement" in row.kinds)
    parts, awaits = parts_of(db, row.id)
    joined = [
        each[0] for each in db.execute("SELECT id FROM joins WHERE statement = ? ORDER BY id", (row.id,))
    ]
    told = told_of(db, (row.id, *joined), witnesses)
    return Listed(
        id=row.id, kinds=_STRINGS.decode(row.kinds), title=row.title, source=row.source,
        speakers=_SPEAKERS.decode(row.speakers), given_on=row.given_on, posted_on=row.posted_on,
        language=row.language, revised=sum(each.own for each in versions) > 1,
        versions=tuple(
            VersionSeen(each.n, each.digest, each.first_seen, each.last_seen, _STRINGS.decode(each.addresses))
            for each in versions
        ),
        witnesses=witnesses,
        owners=tuple(dict.fromkeys(filter(None, (row.source, *owners)))),
        joined=tuple(joined),
        linked=linked_with(db, row.id),
        parts=parts,
        awaits=awaits,
        released=told.released,
        withdrawn=told.withdrawn,
    )  # fmt: skip


def _version_rows(db: sqlite3.Connection, statement: str) -> list[_VersionRow]:
    rows = db.execute(
        "SELECT n, digest, words, first_seen, last_seen, addresses, capture, reading, reading_n, own FROM versions"
        " WHERE statement = ? ORDER BY n",
        (statement,),
    )
    return [_VersionRow(*row) for row in rows]


_WITNESSES = """
    SELECT url, captured_at, version, digest, source, identity, excerpt FROM witnesses WHERE statement = ?"""


class _WitnessRow(NamedTuple):
    url: str | None
    captured_at: str | None
    version: int
    digest: str
    source: str | None
    identity: str
    excerpt: int | None


def _witnesses(
    db: sqlite3.Connection, statement: str, *, is_joint: bool
) -> tuple[tuple[Witness, ...], list[str]]:
    """Return the captures that show the statement, those of the original first, each in order of first sight; and its owners."""
    rows = [_WitnessRow(*row) for row in db.execute(_WITNESSES, (statement,))]
    sources = {row.source for row in rows if row.identity == statement}
    found = []
    owners = set()
    for row in rows:
        relation = _relation(row, statement, sources, is_joint)
        found.append(Witness(row.url, row.captured_at, relation, row.version, row.digest))
        if relation == "original" and row.identity != statement and row.source is not None:
            owners.add(row.source)
    found.sort(key=lambda each: (each.relation != "original", _witness_order(each)))
    return tuple(found), sorted(owners)


def _relation(row: _WitnessRow, statement: str, sources: set[str | None], is_joint: bool) -> Relation:
    if row.identity == statement:
        return "original"
    if row.excerpt:
        return "excerpt"
    # Only where two sources are known to differ did somebody else publish it.
    if None in sources or row.source is None or row.source in sources:
        return "mirror"
    return "original" if is_joint else "syndicated"


def _witness_order(witness: Witness) -> tuple[tuple[bool, str, str, str], int]:
    return sight_order(witness.captured_at, witness.digest, witness.url), witness.version


def held(db: sqlite3.Connection, readings: Readings, statement: str, version: int | None) -> Held:
    """Return a version of the statement with exactly this id: the one seen last where no number is given."""
    line = listed_one(db, statement)
    if version is None:
        version = db.execute("SELECT current FROM statements WHERE id = ?", (statement,)).fetchone()[0]
    if not 1 <= version <= len(line.versions):
        last = len(line.versions)
        held, instead = (
            (f"the versions 1 to {last}", "give one of these")
            if last > 1
            else ("one version", "leave it out")
        )
        raise NotFound(f"Statement {statement} has {held}, there is no version {version}: {instead}.")
    return _held(db, readings, line, _version_rows(db, statement)[version - 1])


def all_held(db: sqlite3.Connection, readings: Readings, statement: str) -> tuple[Held, ...]:
    """Return all versions of the statement with exactly this id, in order of first sight."""
    line = listed_one(db, statement)
    return tuple(_held(db, readings, line, row) for row in _version_rows(db, statement))


def _held(db: sqlite3.Connection, readings: Readings, line: Listed, row: _VersionRow) -> Held:
    seen = Sighting(row.capture, None, None, "", row.digest, row.words, row.reading, row.reading_n)
    captured = fetch_capture(db, row.capture)
    times = {(each.digest, each.out_at) for each in line.released}
    came = came_of(db, captured, is_released=(captured.digest, captured.captured_at) in times)
    statement = readings.statement(seen, line.id)
    return Held(line, row.n, statement, captured.capture(), came, own=bool(line.released))


def came_of(db: sqlite3.Connection, row: CaptureRow, *, is_released: bool) -> Came:
    """Return how a captured page came, as far as the ledger tells."""
    if is_released:
        return "released"
    at = row.locator
    if db.execute('SELECT 1 FROM requests WHERE file = ? AND "end" = ?', (at.file, at.offset)).fetchone():
        return "exchange"
    return "bytes" if row.status is None else "response"


def touched_since(db: sqlite3.Connection, position: int) -> Iterator[tuple[str, tuple[Held, ...]]]:
    """Return each statement whose texts changed behind the ledger position, by id, with all its versions.

    Before them come those that are no more, without versions: an index forgets them.
    """
    ids = db.execute("SELECT id FROM statements WHERE touched > ? ORDER BY id", (position,)).fetchall()
    gone = (
        db.execute("SELECT id FROM gone WHERE touched > ? ORDER BY id", (position,)) if position >= 0 else ()
    )
    readings = Readings(db)
    held = ((row[0], all_held(db, readings, row[0])) for row in ids)
    return chain([(row[0], ()) for row in gone], held)


def page_of(db: sqlite3.Connection, readings: Readings, statement: str, version: int | None) -> Reading:
    """Return the Reading of the capture that a version is shown from."""
    shown = held(db, readings, statement, version)
    row = db.execute(
        "SELECT reading FROM versions WHERE statement = ? AND n = ?", (statement, shown.version)
    ).fetchone()
    reading = readings.get(row[0])
    assert reading is not None  # a version is only written with its Reading
    return reading


def find_id(db: sqlite3.Connection, given: str) -> str:
    """Return the id that is given whole or by a beginning that is no other's; NotFound names the nearest."""
    whole = _joined_with(db, given)
    if db.execute("SELECT 1 FROM statements WHERE id = ?", (whole,)).fetchone():
        return whole
    begun = _ids_beginning(db, given) if given else []
    if len(begun) == 1:
        return _joined_with(db, begun[0])
    if begun:
        raise NotFound(f"{given!r} begins several ids ({', '.join(begun[:3])}, …): give more of it.")
    for gone in tombstones(db):
        if given in gone.statements:
            raise NotFound(
                f"Statement {given} was removed on {gone.at} by {gone.by}: {gone.why.rstrip('.')}."
            )
    near = difflib.get_close_matches(given, _ids_around(db, given), n=3, cutoff=0.6)
    nearest = f"the nearest ids are {', '.join(near)}" if near else "`onrecord list` shows what there is"
    raise NotFound(f"There is no statement {given!r} in this archive: {nearest}.")


def _ids_around(db: sqlite3.Connection, given: str) -> list[str]:
    """Return the ids that sort nearest to one that there is not: comparing all of a large record takes a second."""
    behind = db.execute(
        "SELECT id FROM statements WHERE id >= ? ORDER BY id LIMIT ?", (given, _NEAR_IDS_AMONG)
    )
    before = db.execute(
        "SELECT id FROM statements WHERE id < ? ORDER BY id DESC LIMIT ?", (given, _NEAR_IDS_AMONG)
    )
    return sorted(row[0] for row in (*behind, *before))


def find_identity(db: sqlite3.Connection, given: str) -> str:
    """Return the id that is given whole or by a beginning, as its own page has it, joined with another or not."""
    rows = db.execute(
        "SELECT DISTINCT identity FROM sightings WHERE identity >= ? AND identity < ? LIMIT 2",
        (given, given + "\U0010ffff"),
    ).fetchall()
    exact = [row[0] for row in rows if row[0] == given]
    if len(exact or rows) == 1:
        return str((exact or [rows[0][0]])[0])
    return find_id(db, given)


def _ids_beginning(db: sqlite3.Connection, given: str) -> list[str]:
    between = (given, given + "\U0010ffff")
    rows = db.execute(
        "SELECT id FROM statements WHERE id >= ? AND id < ?"
        " UNION SELECT id FROM redirects WHERE statement IS NOT NULL AND id >= ? AND id < ?"
        " UNION SELECT id FROM joins WHERE id >= ? AND id < ? ORDER BY id LIMIT 4",
        between * 3,
    )
    return [row[0] for row in rows]


def _joined_with(db: sqlite3.Connection, given: str) -> str:
    """Return the statement that an id leads to, however often it was joined on."""
    passed = {given}
    while not db.execute("SELECT 1 FROM statements WHERE id = ?", (given,)).fetchone():
        row = db.execute("SELECT statement FROM joins WHERE id = ?", (given,)).fetchone()
        row = row or db.execute("SELECT statement FROM redirects WHERE id = ?", (given,)).fetchone()
        if row is None or row[0] is None or row[0] in passed:
            return given
        given = row[0]
        passed.add(given)
    return given


def captures_of(db: sqlite3.Connection, statement: str) -> list[Capture]:
    """Return the captures that show the statement at its own address, in order of first sight."""
    rows = db.execute(
        "SELECT c.* FROM sightings s JOIN captures c ON c.reading = s.reading WHERE s.statement = ?",
        (statement,),
    )
    return [row.capture() for row in sorted({CaptureRow(*each) for each in rows}, key=lambda row: row.order)]


def searched(db: sqlite3.Connection) -> Searched:
    """Return how much the record holds, and its earliest and latest date (given, else posted)."""
    statements, earliest, latest = db.execute(
        "SELECT count(*), min(coalesce(given_on, posted_on)), max(coalesce(given_on, posted_on)) FROM statements"
    ).fetchone()
    versions = db.execute("SELECT count(*) FROM versions").fetchone()[0]
    turns = db.execute("SELECT count(*) FROM turns").fetchone()[0]
    return Searched(statements, versions, turns, earliest, latest)


def latest_readings(db: sqlite3.Connection, readings: Readings) -> Iterator[Reading]:
    """Return for each address the Reading of its latest capture; one for each page without an address."""
    latest: dict[tuple[str | None, int], CaptureRow] = {}
    rows = db.execute(
        "SELECT r.address, c.* FROM captures c JOIN readings r ON r.id = c.reading ORDER BY position"
    )
    for address, *columns in rows:
        row = CaptureRow(*columns)
        key = (address, 0 if address is not None else row.reading)
        if key not in latest or _recency(row) > _recency(latest[key]):
            latest[key] = row
    for row in sorted(latest.values(), key=lambda each: each.order):
        reading = readings.get(row.reading)
        if reading is not None:
            yield msgspec.structs.replace(reading, capture=row.capture())


def _recency(row: CaptureRow) -> tuple[bool, tuple[bool, str, str, str]]:
    """Return a key that is greatest for the latest capture with a time; those without come first."""
    return row.captured_at is not None, row.order
