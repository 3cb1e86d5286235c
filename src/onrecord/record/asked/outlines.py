"""What the doors of a record ask of the tables: its state, outlines of all statements, and its list in pieces."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import msgspec

from onrecord.model import Listed, Outline, Part, Speaker
from onrecord.reading.identity import normalised_address
from onrecord.record.asked import queries
from onrecord.record.keeper.messages import withdrawn_ids
from onrecord.record.tables.filters import Filters

_STRINGS = msgspec.json.Decoder(tuple[str, ...])
_SPEAKERS = msgspec.json.Decoder(tuple[Speaker, ...])


class Place(NamedTuple):
    """Where a list goes on: behind the statement with this date and id, whether or not that is still there."""

    day: str | None
    id: str


class ListedPiece(NamedTuple):
    """A piece of the list of statements, how many pass in all, and where it goes on; None at its end."""

    statements: tuple[Listed, ...]
    total: int
    after: Place | None


def state_of(meta: Mapping[str, str]) -> str:
    """Return a digest of what the tables say of themselves: it changes whenever they may answer otherwise than before."""
    return hashlib.sha256(repr(sorted(meta.items())).encode()).hexdigest()[:16]


def outlines(db: sqlite3.Connection, only: Collection[str] | None = None) -> Iterator[Outline]:
    """Return an outline of every statement, by id; of some alone, where these are named."""
    which = "1" if only is None else "t.id IN (SELECT value FROM json_each(?))"
    values = () if only is None else (json.dumps(sorted(only)),)
    added = {row[0]: row[1:] for row in db.execute(_ADDED.format(which=which), values)}
    withdrawn = withdrawn_ids(db)
    rows = db.execute(
        "SELECT id, title, source, kinds, language, given_on, posted_on, part, continues, current, versions, speakers"
        f" FROM statements t WHERE {which} ORDER BY id",
        values,
    )
    for (
        id_,
        title,
        source,
        kinds,
        language,
        given,
        posted,
        part,
        continues,
        current,
        versions,
        speakers,
    ) in rows:
        told = Part(part, bool(continues)) if part is not None or continues else None
        first, changed, addresses = added.get(id_, (None, None, 1))
        yield Outline(
            id_, title, source, _STRINGS.decode(kinds), language, given, posted, told, current, versions,
            first, changed, id_ in withdrawn, _SPEAKERS.decode(speakers), max(addresses, 1),
        )  # fmt: skip


# When the first capture of it was taken, and of the current version; at how many addresses it is shown.
_ADDED = """
    SELECT s.statement, min(c.added_at), min(CASE WHEN s.version = v.digest THEN c.added_at END), count(DISTINCT c.url)
    FROM statements t JOIN versions v ON v.statement = t.id AND v.n = t.current
        JOIN sightings s ON s.statement = t.id JOIN captures c ON c.reading = s.reading WHERE {which} GROUP BY t.id"""


_DAY = "coalesce(given_on, posted_on)"


def listed_piece(db: sqlite3.Connection, filters: Filters, limit: int, after: Place | None) -> ListedPiece:
    """Return the next statements of the list that pass, in the order of `list`, behind a place in it.

    The place is a date and an id: what is added or removed meanwhile shifts nothing.
    """
    where, values = filters.check().where()
    (total,) = db.execute(f"SELECT count(*) FROM statements WHERE {where}", values).fetchone()
    if after is not None and after.day is not None:
        where = f"({where}) AND ({_DAY} IS NULL OR {_DAY} < ? OR ({_DAY} = ? AND id > ?))"
        values = [*values, after.day, after.day, after.id]
    elif after is not None:
        where = f"({where}) AND {_DAY} IS NULL AND id > ?"
        values = [*values, after.id]
    rows = db.execute(
        f"SELECT id, {_DAY} FROM statements WHERE {where} ORDER BY {_DAY} IS NULL, {_DAY} DESC, id LIMIT ?",
        [*values, limit + 1],
    ).fetchall()
    shown = rows[:limit]
    goes_on = Place(shown[-1][1], shown[-1][0]) if len(rows) > limit and shown else None
    return ListedPiece(tuple(queries.listed_one(db, row[0]) for row in shown), total, goes_on)


def statements_at(db: sqlite3.Connection, url: str) -> list[str]:
    """Return the ids of the statements that captures of this address show, in the page's order."""
    rows = db.execute(
        "SELECT s.statement FROM readings r JOIN sightings s ON s.reading = r.id JOIN statements t ON t.id = s.statement"
        " WHERE r.address = ? GROUP BY s.statement ORDER BY min(s.n), s.statement",
        (normalised_address(url),),
    )
    return [row[0] for row in rows]


def seen_at(db: sqlite3.Connection, url: str) -> list[tuple[str, int, str]]:
    """Return which versions captures of this very address show, and when: statement, number, time, in order of time."""
    rows = db.execute(
        "SELECT s.statement, v.n, c.captured_at FROM readings r JOIN sightings s ON s.reading = r.id"
        " JOIN versions v ON v.statement = s.statement AND v.digest = s.version JOIN captures c ON c.reading = r.id"
        " WHERE r.address = ? AND c.captured_at IS NOT NULL ORDER BY rtrim(c.captured_at, 'Z'), s.statement, v.n",
        (normalised_address(url),),
    )
    return rows.fetchall()


def ids_of(db: sqlite3.Connection, filters: Filters) -> list[str]:
    """Return the ids of the statements that pass, in no order."""
    where, values = filters.check().where()
    return [row[0] for row in db.execute(f"SELECT id FROM statements WHERE {where}", values)]
