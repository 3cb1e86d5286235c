"""What is asked of the derived tables: statements listed and shown, their captures, what was searched."""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from onrecord.errors import NotFound
from onrecord.model import Capture, Held, Listed, Reading, Searched, Speaker, VersionSeen, Witness
from onrecord.record.decisions import tombstones
from onrecord.record.filters import Filters
from onrecord.record.rows import CaptureRow, fetch_capture
from onrecord.record.statements import Readings
from onrecord.record.versions import Sighting, sight_order

_STRINGS = msgspec.json.Decoder(tuple[str, ...])
_SPEAKERS = msgspec.json.Decoder(tuple[Speaker, ...])
_NEAR_IDS_AMONG = 20_000


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
    return Listed(
        id=row.id, kinds=_STRINGS.decode(row.kinds), title=row.title, source=row.source,
        speakers=_SPEAKERS.decode(row.speakers), given_on=row.given_on, posted_on=row.posted_on,
        language=row.language, revised=len(versions) > 1,
        versions=tuple(
            VersionSeen(each.n, each.digest, each.first_seen, each.last_seen, _STRINGS.decode(each.addresses))
            for each in versions
        ),
        witnesses=_witnesses(db, row.id, versions),
    )  # fmt: skip


def _version_rows(db: sqlite3.Connection, statement: str) -> list[_VersionRow]:
    rows = db.execute(
        "SELECT n, digest, words, first_seen, last_seen, addresses, capture, reading, reading_n FROM versions"
        " WHERE statement = ? ORDER BY n",
        (statement,),
    )
    return [_VersionRow(*row) for row in rows]


_WITNESSES = "SELECT url, captured_at, version, digest, source FROM witnesses WHERE statement = ?"
_COPIES = """
    SELECT w.url, w.captured_at, min(c.version), w.digest, w.source
    FROM copies c JOIN witnesses w ON w.statement = c.other AND w.version = c.other_version
    WHERE c.statement = ? GROUP BY w.capture, c.other"""


def _witnesses(db: sqlite3.Connection, statement: str, versions: list[_VersionRow]) -> tuple[Witness, ...]:
    rows = db.execute(_WITNESSES, (statement,)).fetchall()
    own = [Witness(row[0], row[1], "original", row[2], row[3]) for row in rows]
    own.sort(key=_witness_order)
    if all(version.words is None for version in versions):
        return tuple(own)
    sources = {row[4] for row in rows}
    copies = [_copy(row, sources) for row in db.execute(_COPIES, (statement,))]
    return (*own, *sorted(copies, key=_witness_order))


def _copy(row: tuple[str | None, str | None, int, str, str | None], sources: set[str | None]) -> Witness:
    url, captured_at, version, digest, source = row
    # Only where two sources are known to differ did somebody else publish it.
    syndicated = None not in sources and source is not None and source not in sources
    return Witness(url, captured_at, "syndicated" if syndicated else "mirror", version, digest)


def _witness_order(witness: Witness) -> tuple[tuple[bool, str, str, str], int]:
    return sight_order(witness.captured_at, witness.digest, witness.url), witness.version


def held(db: sqlite3.Connection, readings: Readings, statement: str, version: int | None) -> Held:
    """Return a version of the statement with exactly this id: the one seen last where no number is given."""
    line = listed_one(db, statement)
    if version is None:
        version = db.execute("SELECT current FROM statements WHERE id = ?", (statement,)).fetchone()[0]
    if not 1 <= version <= len(line.versions):
        raise NotFound(
            f"Statement {statement} has the versions 1 to {len(line.versions)}, there is no version {version}:"
            " give one of those."
        )
    return _held(db, readings, line, _version_rows(db, statement)[version - 1])


def all_held(db: sqlite3.Connection, readings: Readings, statement: str) -> tuple[Held, ...]:
    """Return all versions of the statement with exactly this id, in order of first sight."""
    line = listed_one(db, statement)
    return tuple(_held(db, readings, line, row) for row in _version_rows(db, statement))


def _held(db: sqlite3.Connection, readings: Readings, line: Listed, row: _VersionRow) -> Held:
    seen = Sighting(row.capture, None, None, "", row.digest, row.words, row.reading, row.reading_n)
    return Held(line, row.n, readings.statement(seen), fetch_capture(db, row.capture).capture())


def touched_since(db: sqlite3.Connection, position: int) -> Iterator[tuple[str, tuple[Held, ...]]]:
    """Return each statement whose texts changed behind the ledger position, by id, with all its versions."""
    ids = db.execute("SELECT id FROM statements WHERE touched > ? ORDER BY id", (position,)).fetchall()
    readings = Readings(db)
    return ((row[0], all_held(db, readings, row[0])) for row in ids)


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
    if db.execute("SELECT 1 FROM statements WHERE id = ?", (given,)).fetchone():
        return given
    begun = _ids_beginning(db, given) if given else []
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise NotFound(f"{given!r} begins several ids ({', '.join(begun[:3])}, …): give more of it.")
    for gone in tombstones(db):
        if given in gone.statements:
            raise NotFound(
                f"Statement {given} was removed on {gone.at} by {gone.by}: {gone.why.rstrip('.')}."
            )
    ids = [row[0] for row in db.execute("SELECT id FROM statements ORDER BY id LIMIT ?", (_NEAR_IDS_AMONG,))]
    near = difflib.get_close_matches(given, ids, n=3, cutoff=0.6)
    nearest = f"the nearest ids are {', '.join(near)}" if near else "`onrecord list` shows what there is"
    raise NotFound(f"There is no statement {given!r} in this archive: {nearest}.")


def _ids_beginning(db: sqlite3.Connection, given: str) -> list[str]:
    rows = db.execute(
        "SELECT id FROM statements WHERE id >= ? AND id < ? ORDER BY id LIMIT 4",
        (given, given + "\U0010ffff"),
    )
    return [row[0] for row in rows]


def captures_of(db: sqlite3.Connection, statement: str) -> list[Capture]:
    """Return the captures that show the statement at its own address, in order of first sight."""
    rows = db.execute(
        "SELECT c.* FROM sightings s JOIN captures c ON c.reading = s.reading WHERE s.statement = ?",
        (statement,),
    )
    return [row.capture() for row in sorted({CaptureRow(*each) for each in rows}, key=lambda row: row.order)]


def statements_at(db: sqlite3.Connection, address: str) -> list[str]:
    """Return the ids of the statements that captures of a normalised address show, in order."""
    rows = db.execute(
        "SELECT DISTINCT s.statement FROM readings r JOIN sightings s ON s.reading = r.id WHERE r.address = ?"
        " ORDER BY s.statement",
        (address,),
    )
    return [row[0] for row in rows]


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
