"""Addresses that were given to another statement: which captures of a page show which statement, in whatever order they came.

What a page showed first has the id that the page gives. What it showed later, and is another statement, has an id of the page and of the
first captured bytes that show it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model import Reading
from onrecord.reading.identity import later_id
from onrecord.record.deriving.joining import statement_of
from onrecord.record.keeper.messages import own_ids
from onrecord.record.tables.facts import unpack_facts
from onrecord.record.tables.statements import Readings
from onrecord.record.tables.versions import sight_order
from onrecord.record.truth.events import StatementJoined, StatementMinted
from onrecord.text import match_form
from onrecord.witnessing import Told, part_texts, words_compared


class Parted(NamedTuple):
    """The identities and statements whose sightings are others now, and the readings of these."""

    identities: frozenset[str]
    statements: frozenset[str]
    readings: frozenset[int]


class _Text(NamedTuple):
    """One version of what a page showed, as its first capture does; `order` is that of sight."""

    order: tuple[bool, str, str, str]
    version: str
    digest: str
    reading: int
    n: int
    told: Told


def part_pages(db: sqlite3.Connection, pages: Iterable[str], readings: Readings) -> Parted:
    """Give the sightings of pages the identities of the statements that they show; within the caller's transaction."""
    identities: set[str] = set()
    statements: set[str] = set()
    moved: set[int] = set()
    for page in sorted(pages):
        wanted = _identities(db, page, readings)
        held = db.execute(
            "SELECT DISTINCT version, identity, statement FROM sightings WHERE page = ?", (page,)
        ).fetchall()
        for version, identity, statement in held:
            if identity != wanted[version]:
                now = statement_of(db, wanted[version])
                rows = db.execute(
                    "SELECT reading FROM sightings WHERE page = ? AND version = ?", (page, version)
                )
                moved.update(row[0] for row in rows)
                db.execute(
                    "UPDATE sightings SET identity = ?, statement = ? WHERE page = ? AND version = ? AND identity = ?",
                    (wanted[version], now, page, version, identity),
                )
                identities |= {identity, wanted[version]}
                statements |= {statement, now}
        later = sorted(set(wanted.values()) - {page})
        if later != [
            row[0] for row in db.execute("SELECT id FROM works WHERE page = ? ORDER BY id", (page,))
        ]:
            db.execute("DELETE FROM works WHERE page = ?", (page,))
            db.executemany("INSERT INTO works VALUES (?, ?)", [(each, page) for each in later])
    return Parted(frozenset(identities), frozenset(statements), frozenset(moved))


def identities_of(db: sqlite3.Connection, reading: int) -> dict[str, str]:
    """Return the identities of statements whose page gives them another id, by that."""
    rows = db.execute(
        "SELECT page, identity FROM sightings WHERE reading = ? AND page <> identity", (reading,)
    )
    return dict(rows.fetchall())


def renamed(reading: Reading, ids: dict[str, str]) -> Reading:
    """Return the Reading with its statements under other ids; the same one where none has another."""
    if not any(each.id in ids for each in reading.statements):
        return reading
    statements = tuple(replace(each, id=ids.get(each.id, each.id)) for each in reading.statements)
    return replace(reading, statements=statements)


def _identities(db: sqlite3.Connection, page: str, readings: Readings) -> dict[str, str]:
    """Return for each version that a page showed the identity of the statement that it is a text of."""
    versions = [
        row[0] for row in db.execute("SELECT DISTINCT version FROM sightings WHERE page = ?", (page,))
    ]
    # What an office releases again under one name is that message, whatever became of its words.
    if len(versions) < 2 or own_ids(db, page):
        return dict.fromkeys(versions, page)
    texts = _texts(db, page)

    def words(at: int) -> tuple[str, ...]:
        shown = readings.get(texts[at].reading)
        assert shown is not None  # a sighting is only written with its Reading
        return match_form(words_compared(shown.statements[texts[at].n - 1])).words

    groups = part_texts([each.told for each in texts], words)
    groups.sort(key=lambda group: min(texts[at].order for at in group))
    found: dict[str, str] = {}
    for number, group in enumerate(groups):
        first = min((texts[at] for at in group), key=lambda each: each.order)
        identity = page if number == 0 else later_id(page, first.digest)
        found.update((texts[at].version, identity) for at in group)
    return found


def _texts(db: sqlite3.Connection, page: str) -> list[_Text]:
    first: dict[str, _Text] = {}
    for at, digest, url, version, reading, n, title, facts in db.execute(_SHOWN, (page,)):
        order = sight_order(at, digest, url)
        if version not in first or order < first[version].order:
            told = unpack_facts(facts)
            days = (each[0] if each else None for each in (told.given_on, told.posted_on))
            first[version] = _Text(order, version, digest, reading, n, Told(title, *days))
    return sorted(first.values())


_SHOWN = """
    SELECT c.captured_at, c.digest, c.url, s.version, s.reading, s.n, s.title, s.facts
    FROM sightings s JOIN captures c ON c.reading = s.reading WHERE s.page = ?"""


def works_told(db: sqlite3.Connection) -> list[StatementMinted | StatementJoined]:
    """Return the events for later statements that the ledger does not tell of yet, and for those that there are no more.

    An id that was given leads for ever to what the bytes show that it was given for.
    """
    minted = [
        StatementMinted(id_, url, digest, n, page)
        for id_, page in db.execute(_NOT_MINTED).fetchall()
        for url, digest, n in [_first(db, id_)]
    ]
    led = [
        StatementJoined(id_, statement)
        for id_, page, digest, before in db.execute(_NO_MORE).fetchall()
        if (statement := _shown_by(db, page, digest)) not in (None, before, id_)
    ]
    return [*minted, *led]


_NOT_MINTED = """
    SELECT w.id, w.page FROM works w LEFT JOIN identities i ON i.id = w.id WHERE i.id IS NULL ORDER BY w.id"""
_NO_MORE = """
    SELECT i.id, i.page, i.digest, r.statement FROM identities i LEFT JOIN redirects r ON r.id = i.id
    WHERE i.page IS NOT NULL AND NOT EXISTS (SELECT 1 FROM works w WHERE w.id = i.id) ORDER BY i.id"""


def _first(db: sqlite3.Connection, identity: str) -> tuple[str | None, str, int]:
    rows = db.execute(
        "SELECT c.captured_at, c.digest, c.url, r.address, s.n FROM sightings s JOIN captures c ON c.reading = s.reading"
        " JOIN readings r ON r.id = s.reading WHERE s.identity = ?",
        (identity,),
    )
    _, digest, address, n = min((sight_order(*row[:3]), row[1], row[3] or "", row[4]) for row in rows)
    return address or None, digest, n


def _shown_by(db: sqlite3.Connection, page: str, digest: str) -> str | None:
    """Return the statement that captured bytes show of a page; what it showed first where they are there no more."""
    row = db.execute(
        "SELECT s.statement FROM captures c JOIN sightings s ON s.reading = c.reading WHERE c.digest = ? AND s.page = ? LIMIT 1",
        (digest, page),
    ).fetchone()
    row = row or db.execute("SELECT statement FROM sightings WHERE identity = ? LIMIT 1", (page,)).fetchone()
    return str(row[0]) if row else None
