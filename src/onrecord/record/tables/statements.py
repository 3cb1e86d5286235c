"""One statement's rows, derived from all captures that show it."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from msgspec.structs import replace

from onrecord.model import Reading, Statement
from onrecord.reading.identity import normalised_address
from onrecord.record.tables.moves import captures_following
from onrecord.record.tables.rows import fetch_reading
from onrecord.record.tables.stretches import delete_versions, write_version
from onrecord.record.tables.versions import Numbered, NumberedVersion, Sighting, number_versions
from onrecord.text import match_form
from onrecord.witnessing import address_pattern, series_of

_KEPT_CHARACTERS = 4_000_000


class Readings:
    """Stored Readings by their id, those lately used kept at hand."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take the connection to the tables; nothing is read yet."""
        self._db = db
        self._kept: dict[int, Reading | None] = {}
        self._characters = 0
        self.written: set[int] = set()
        """The Readings that were made since."""

    def write(self, reading: int, value: Reading | None) -> None:
        """Keep a Reading at hand that was just made; None where the page was not readable."""
        self.written.add(reading)
        self._put(reading, value)

    def _put(self, reading: int, value: Reading | None) -> None:
        self._drop(reading)
        self._kept[reading] = value
        self._characters += _characters(value)
        while self._characters > _KEPT_CHARACTERS and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def _drop(self, reading: int) -> None:
        self._characters -= _characters(self._kept.pop(reading, None))

    def get(self, reading: int) -> Reading | None:
        """Return a Reading, None where the page was not readable."""
        if reading not in self._kept:
            self._put(reading, fetch_reading(self._db, reading))
        return self._kept[reading]

    def statement(self, seen: Sighting, id_: str | None = None) -> Statement:
        """Return the statement that a sighting shows; under the id of the one that it is joined with, if one is given."""
        reading = self.get(seen.reading)
        assert reading is not None  # a sighting is only written with its Reading
        found = reading.statements[seen.n - 1]
        return found if id_ in (None, found.id) else replace(found, id=id_)


def _characters(value: Reading | None) -> int:
    return len(value.page.text) if value is not None else 0


def derive_statement(db: sqlite3.Connection, statement: str, readings: Readings, touched: int) -> None:
    """Write the statement's row, versions and turns from its sightings; remove them where none is left."""
    sightings = [Sighting(*row) for row in db.execute(_SIGHTINGS, (statement,))]
    if not sightings:
        if db.execute("SELECT 1 FROM statements WHERE id = ?", (statement,)).fetchone():
            db.execute("INSERT OR REPLACE INTO gone VALUES (?, ?)", (statement, touched))
        db.execute("DELETE FROM statements WHERE id = ?", (statement,))
        db.execute("DELETE FROM versions WHERE statement = ?", (statement,))
        delete_versions(db, statement)
        return
    following = captures_following(db, statement)
    numbered = number_versions(
        each._replace(own=True) if each.capture in following else each for each in sightings
    )
    changed = _write_versions(db, statement, numbered, readings)
    held = db.execute("SELECT current FROM statements WHERE id = ?", (statement,)).fetchone()
    # A source that puts an earlier text back changes which one is current, and no text.
    changed = changed or (held is not None and held[0] != numbered.current)
    place = _current(numbered).shown
    if held is not None and not changed and place.reading not in readings.written:
        _write_times(db, statement, numbered)  # all else is told by a page that is as it was
        return
    _write_statement(db, numbered, readings.statement(place, statement), touched if changed else None)


_SIGHTINGS = """
    SELECT c.position, c.url, c.captured_at, c.digest, s.version, s.words, s.reading, s.n,
           s.identity = s.statement OR s.page = s.statement
    FROM sightings s JOIN captures c ON c.reading = s.reading WHERE s.statement = ?
    AND (s.cut = 0 OR NOT EXISTS (SELECT 1 FROM sightings o WHERE o.statement = s.statement AND o.cut = 0))"""


def _current(numbered: Numbered) -> NumberedVersion:
    return numbered.versions[numbered.current - 1]


def _write_versions(db: sqlite3.Connection, statement: str, numbered: Numbered, readings: Readings) -> bool:
    """Return whether the texts or their numbers changed, not only when and where they were seen."""
    rows = [_version_row(statement, each) for each in numbered.versions]
    held = db.execute("SELECT * FROM versions WHERE statement = ? ORDER BY n", (statement,)).fetchall()
    if rows == held:
        return False
    db.execute("DELETE FROM versions WHERE statement = ?", (statement,))
    db.executemany(f"INSERT INTO versions VALUES ({', '.join('?' * len(rows[0]))})", rows)
    places = {_place(row) for row in held}
    changed = [each for row, each in zip(rows, numbered.versions, strict=True) if _place(row) not in places]
    for each in changed:
        write_version(db, each.n, readings.statement(each.shown, statement))
    delete_versions(db, statement, len(rows) + 1)
    return bool(changed) or len(held) != len(rows)


def _place(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return number, digest and the capture and reading that a version row is shown from."""
    return row[1], row[2], row[7], row[8], row[9]


def _version_row(statement: str, each: NumberedVersion) -> tuple[Any, ...]:
    return (
        statement, each.n, each.digest, each.words, each.first_seen, each.last_seen, _json(list(each.addresses)),
        each.shown.capture, each.shown.reading, each.shown.n, each.own,
    )  # fmt: skip


def _write_statement(
    db: sqlite3.Connection, numbered: Numbered, shown: Statement, touched: int | None
) -> None:
    row = _statement_row(numbered, shown)
    held = db.execute("SELECT * FROM statements WHERE id = ?", (shown.id,)).fetchone()
    if held is not None and held[:-1] == row and touched is None:
        return
    db.execute("DELETE FROM gone WHERE id = ?", (shown.id,))
    # Where only the times of sight moved, what was indexed of the statement still holds.
    mark = held[-1] if touched is None else touched
    db.execute(f"INSERT OR REPLACE INTO statements VALUES ({', '.join('?' * (len(row) + 1))})", (*row, mark))


def _write_times(db: sqlite3.Connection, statement: str, numbered: Numbered) -> None:
    """Write when a statement was seen, and how many of its texts at its own address."""
    own = sum(each.own for each in numbered.versions)
    times = own, numbered.versions[0].first_seen, _current(numbered).last_seen
    db.execute(
        "UPDATE statements SET own_versions = ?, first_seen = ?, last_seen = ?"
        " WHERE id = ? AND (own_versions, first_seen, last_seen) IS NOT (?, ?, ?)",
        (*times, statement, *times),
    )


def _statement_row(numbered: Numbered, shown: Statement) -> tuple[Any, ...]:
    part = shown.part
    url = _current(numbered).shown.url
    return (
        shown.id, shown.source, shown.title, _json(list(shown.kinds)),
        _json([{"name": each.name, "office": each.office} for each in shown.speakers]),
        shown.given_on, shown.posted_on, shown.updated_on, shown.place, shown.occasion, shown.language, shown.outlet,
        _json(list(shown.status)), shown.text_status, part.number if part else None,
        int(part.continues) if part else 0, numbered.current, len(numbered.versions),
        sum(each.own for each in numbered.versions),
        numbered.versions[0].first_seen, _current(numbered).last_seen, words_of(shown.title or ""), _speaker_words(shown),
        address_pattern(normalised_address(url)) if url else None, series_of(shown.title),
    )  # fmt: skip


def words_of(text: str) -> str:
    """Return the words of a title or name in match form, joined by spaces."""
    return " ".join(match_form(text).words)


def _speaker_words(shown: Statement) -> str:
    names = {each.name for each in shown.speakers} | {turn.speaker for turn in shown.turns if turn.speaker}
    return "\n".join(sorted(words_of(name) for name in names))


def _json(value: list[Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
