"""What is held of a source before and behind a day: by which the first or last use of words is to be judged."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from onrecord.model import Nearby

_DATED = """
    SELECT coalesce(given_on, posted_on) AS day, first_seen, id FROM statements
    WHERE source IS ? AND day IS NOT NULL ORDER BY day, id"""
_CAPTURED = "SELECT count(*), min(captured_at), max(captured_at) FROM captures WHERE source IS ?"
_SEEN = "SELECT first_seen FROM versions WHERE statement = ? AND n = ?"
_LAST_SEEN = "SELECT last_seen FROM versions WHERE statement = ? AND n = ?"


class Captured(NamedTuple):
    """How often a source was captured, first and last."""

    captures: int
    first: str | None
    last: str | None


class Around:
    """The dated statements of each source, looked up once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take the connection to the tables."""
        self._db = db
        self._dated: dict[str | None, list[tuple[str, str | None, str]]] = {}
        self._captured: dict[str | None, Captured] = {}

    def before(self, source: str | None, day: str | None) -> Nearby:
        """Return what is held of the source with an earlier day; the nearest is the latest of it."""
        rows = self._rows(source)
        count = bisect_left(rows, day, key=lambda row: row[0]) if day is not None else 0
        return _nearby(count, rows[count - 1] if count else None)

    def after(self, source: str | None, day: str | None) -> Nearby:
        """Return what is held of the source with a later day; the nearest is the earliest of it."""
        rows = self._rows(source)
        first = bisect_right(rows, day, key=lambda row: row[0]) if day is not None else len(rows)
        return _nearby(len(rows) - first, rows[first] if first < len(rows) else None)

    def captured(self, source: str | None) -> Captured:
        """Return how often the source was captured."""
        if source not in self._captured:  # all captures of it are counted
            self._captured[source] = Captured(*self._db.execute(_CAPTURED, (source,)).fetchone())
        return self._captured[source]

    def first_seen(self, statement: str, version: int) -> str | None:
        """Return the time of the first capture that has the version."""
        row = self._db.execute(_SEEN, (statement, version)).fetchone()
        return row[0] if row else None

    def between(self, statement: str, version: int) -> tuple[str | None, str | None] | None:
        """Return the captures between which a version came into being; None for the first."""
        if version < 2:
            return None
        row = self._db.execute(_LAST_SEEN, (statement, version - 1)).fetchone()
        return (row[0] if row else None), self.first_seen(statement, version)

    def _rows(self, source: str | None) -> list[tuple[str, str | None, str]]:
        if source not in self._dated:
            self._dated[source] = self._db.execute(_DATED, (source,)).fetchall()
        return self._dated[source]


def _nearby(count: int, row: tuple[str, str | None, str] | None) -> Nearby:
    if row is None:
        return Nearby(count, None, None, None)
    day, seen, statement = row
    return Nearby(count, statement, day, seen)
