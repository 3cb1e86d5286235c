"""What captures show that this process kept and another one read: their statements, and which of these are new."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

_AT_ONCE = 500


class Shown(NamedTuple):
    """The statements that captures show, which of them no capture showed before, and how many captures were not readable."""

    statements: frozenset[str]
    new: frozenset[str]
    not_readable: int


def shown_by(db: sqlite3.Connection, positions: Sequence[int], since: int) -> Shown:
    """Return what the captures at these positions of the ledger show; new is what nothing before the position `since` shows."""
    statements: set[str] = set()
    not_readable = 0
    for start in range(0, len(positions), _AT_ONCE):
        some = positions[start : start + _AT_ONCE]
        among = f"captures c WHERE c.position IN ({', '.join('?' * len(some))})"
        shows = f"SELECT s.statement FROM sightings s WHERE s.reading IN (SELECT c.reading FROM {among})"
        statements |= {row[0] for row in db.execute(shows, some)}
        unread = f"SELECT count(*) FROM {among} AND (SELECT reading FROM readings r WHERE r.id = c.reading) IS NULL"
        not_readable += db.execute(unread, some).fetchone()[0]
    new = {each for each in statements if db.execute(_BEFORE, (each, since)).fetchone() is None}
    return Shown(frozenset(statements), frozenset(new), not_readable)


_BEFORE = """
    SELECT 1 FROM sightings s JOIN captures c ON c.reading = s.reading WHERE s.statement = ? AND c.position < ? LIMIT 1"""
