"""Captures that show again, later, what was shown last: two rows tell of that, and nothing has to be compared or numbered anew.

Most captures are of that kind. What follows from them is the same as if all sightings had been gone through: the version shown last was
seen last at another time, maybe at one address more; no text, number, identity or first sight is another.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import NamedTuple

from onrecord.record.tables.rows import CaptureRow


class _Shown(NamedTuple):
    """The version that a statement shows last, `seen` being when any of its versions was."""

    n: int
    digest: str
    addresses: str
    own: int
    cut: int
    began: str | None
    seen: str | None


class _Sighting(NamedTuple):
    identity: str
    statement: str
    page: str
    version: str
    cut: int


class _Again(NamedTuple):
    """When a statement's last version was seen last, and where it was seen besides."""

    n: int
    addresses: str
    last_seen: str
    urls: frozenset[str]


class ShownAgain:
    """The statements of a batch of which nothing but such captures came so far."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take the connection to the tables; they are as before the batch in what they tell of statements."""
        self._db = db
        self._again: dict[str, _Again] = {}

    def note(
        self, reading: int, captures: Sequence[CaptureRow], touched: Collection[str], *, is_new: bool
    ) -> bool:
        """Note the captures of a page that show nothing but what was shown last; False where one may show more.

        `touched` are the statements of which more changes; `is_new`: the page was read just now, and is not settled.
        """
        noted: dict[str, _Again] = {}
        times = [(_moment(each.captured_at), each.captured_at, each.url) for each in captures]
        for row in self._db.execute(
            "SELECT identity, statement, page, version, cut FROM sightings WHERE reading = ?", (reading,)
        ).fetchall():
            sighting = _Sighting(*row)
            shown = None if sighting.statement in touched else self._shown(sighting.statement)
            if shown is None or shown.seen is None or not _shows_last(sighting, shown):
                return False
            if is_new and not self._was_shown_there(reading, sighting):
                return False
            if not all(moment and moment > shown.seen for moment, _, _ in times):
                return False
            _, last_seen, _ = max(times, key=lambda each: each[0])
            urls = frozenset(url for _, _, url in times if url is not None)
            noted[sighting.statement] = _Again(shown.n, shown.addresses, last_seen or "", urls)
        for statement, again in noted.items():
            self._again[statement] = _both(self._again.get(statement), again)
        return True

    def write(self, touched: Collection[str]) -> frozenset[str]:
        """Write what was noted of statements of which nothing more changed after all; return them."""
        left = {each: again for each, again in self._again.items() if each not in touched}
        for statement, again in left.items():
            addresses = sorted({*json.loads(again.addresses), *again.urls})
            self._db.execute(
                "UPDATE versions SET last_seen = ?, addresses = ? WHERE statement = ? AND n = ?",
                (again.last_seen, json.dumps(addresses, ensure_ascii=False), statement, again.n),
            )
            self._db.execute("UPDATE statements SET last_seen = ? WHERE id = ?", (again.last_seen, statement))
        return frozenset(left)

    def _shown(self, statement: str) -> _Shown | None:
        row = self._db.execute(_LAST, (statement,)).fetchone()
        return _Shown(*row) if row else None

    def _was_shown_there(self, reading: int, sighting: _Sighting) -> bool:
        """Whether the page is known to show this text, as a text of that statement."""
        return bool(
            self._db.execute(
                "SELECT 1 FROM sightings WHERE statement = ? AND version = ? AND page = ? AND identity = ? AND reading <> ? LIMIT 1",
                (sighting.statement, sighting.version, sighting.page, sighting.identity, reading),
            ).fetchone()
        )


def _shows_last(sighting: _Sighting, shown: _Shown) -> bool:
    """Whether a sighting is of the version shown last, and takes from no other sighting the place of the one that shows it."""
    own = sighting.statement in (sighting.identity, sighting.page)
    # What was cut off counts only where nothing else shows the statement; a time comes before none.
    whole = not (sighting.cut or shown.cut) and shown.began is not None
    return whole and sighting.version == shown.digest and bool(shown.own or not own)


def _both(one: _Again | None, other: _Again) -> _Again:
    if one is None:
        return other
    later = max(one.last_seen, other.last_seen, key=_moment)
    return _Again(one.n, one.addresses, later, one.urls | other.urls)


def _moment(captured_at: str | None) -> str:
    return (captured_at or "").rstrip("Z")  # as `sight_order` has it


_LAST = """
    SELECT v.n, v.digest, v.addresses, v.own, s.cut, c.captured_at,
           (SELECT max(rtrim(o.last_seen, 'Z')) FROM versions o WHERE o.statement = v.statement)
    FROM statements t JOIN versions v ON v.statement = t.id AND v.n = t.current
         JOIN sightings s ON s.reading = v.reading AND s.n = v.reading_n JOIN captures c ON c.position = v.capture
    WHERE t.id = ?"""
