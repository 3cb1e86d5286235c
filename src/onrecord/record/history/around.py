"""What the revisions of a statement hang on beside itself, as digests: the captures of its sources around its own, and those sites' lines."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import msgspec

from onrecord.record.history.digests import LENGTH, digest_of

_NEAR = 40
_encode = msgspec.msgpack.Encoder().encode


class Seen(NamedTuple):
    """A capture that shows a statement, with all that is told of it."""

    statement: str
    version: str
    facts: str
    captured_at: str | None
    address: str | None
    source: str | None
    rest: tuple[Any, ...]


class Near:
    """The captures of each source in order of time: what stands on pages of those days tells a site's words from a statement's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._captures: dict[str | None, tuple[list[str], list[bytes]]] = {}
        self._of_site: dict[str | None, bytes] = {}

    def of(self, told: bytes, rows: Iterable[Seen]) -> bytes:
        """Return the print of what revisions between these captures are told from."""
        places = sorted({(each.source or "", each.captured_at or "") for each in rows})
        digest = blake2b(told, digest_size=LENGTH)
        for source, moment in places:
            times, captures = self._of(source or None)
            first = bisect_left(times, times[max(bisect_left(times, moment) - _NEAR, 0)]) if times else 0
            end = min(bisect_right(times, moment) + _NEAR, len(times))
            last = bisect_right(times, times[end - 1]) if end else 0
            digest.update(b"".join(captures[first:last]))
            digest.update(self._site(source or None))
        return digest.digest()

    def _of(self, source: str | None) -> tuple[list[str], list[bytes]]:
        if source not in self._captures:
            rows = self._db.execute(_CAPTURES, (source,)).fetchall()
            self._captures[source] = [row[0] for row in rows], [digest_of(_encode(row)) for row in rows]
        return self._captures[source]

    def _site(self, source: str | None) -> bytes:
        """Return a digest of the lines that come and go on pages of a source, and of the titles that several have."""
        if source not in self._of_site:
            titles = self._db.execute(_TITLES, (source,)).fetchall()
            lines: list[Any] = []
            several = 0
            for _, group in groupby(self._db.execute(_LINES, (source,)), itemgetter(0)):
                facts = [row[1:] for row in group]
                by_version = [list(each) for _, each in groupby(facts, itemgetter(0))]
                often = [each for each in by_version if len(each) > 1]
                several += bool(often)
                lines += [each for each in often if len(set(each)) > 1]
            self._of_site[source] = digest_of(_encode((titles, lines, min(several, _FEW))))
        return self._of_site[source]


_FEW = 5


_CAPTURES = """
    SELECT c.captured_at, c.reading, r.address, r.capture, length(r.reading) FROM captures c JOIN readings r ON r.id = c.reading
    WHERE c.source IS ? AND c.captured_at IS NOT NULL AND r.reading IS NOT NULL AND r.address IS NOT NULL
    ORDER BY c.captured_at, c.position"""
_TITLES = """
    SELECT r.title FROM readings r JOIN captures c ON c.position = r.capture WHERE c.source IS ? AND r.title IS NOT NULL
    GROUP BY r.title HAVING count(DISTINCT r.address) > 2 ORDER BY r.title"""
_LINES = """
    SELECT s.statement, s.version, s.facts FROM sightings s JOIN statements t ON t.id = s.statement
    WHERE t.source IS ? ORDER BY s.statement, s.version, s.facts"""
