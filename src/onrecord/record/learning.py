"""What is learnt of each source, kept beside its readings: the same for the same captures, in whatever order they came.

A source is learnt from at fixed points, from the first so many pages at addresses of their own, by time and digest: often while it
has few and each tells much (5, 6, 7, 8, 10, 12, …), from 80 on whenever they have doubled. Of very many, those with the smallest digests stand for all.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.model import Issue, LearntSite
from onrecord.reading import HTML_TYPES, normalised_address
from onrecord.record.rows import CaptureRow, fetch_capture

if TYPE_CHECKING:
    from onrecord.reading import Sketch

Draw = Callable[[CaptureRow], "Sketch | Issue | None"]
"""Makes the sketch of a kept capture; None where it cannot be read, an Issue where looking at it failed."""

_OFTEN = 80
_MOST = 160
_LEARNT = msgspec.msgpack.Decoder(LearntSite)


class _Members(NamedTuple):
    """The captures that a source is learnt from, and a digest that tells them from others."""

    positions: tuple[int, ...]
    fingerprint: str


class Learning:
    """What the tables hold as learnt; asked for each page, so kept at hand."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Ask these tables."""
        self._db = db
        self._known: dict[str, LearntSite | None] = {}
        self.faults: list[Issue] = []
        """The pages that learning failed on."""

    def asks(self, db: sqlite3.Connection) -> bool:
        """Return whether these are the tables that are asked."""
        return self._db is db

    def of(self, source: str | None) -> LearntSite | None:
        """Return what is learnt of a source, None where that is nothing."""
        if source is None:
            return None
        if source not in self._known:
            row = self._db.execute("SELECT learnt FROM learnt WHERE source = ?", (source,)).fetchone()
            self._known[source] = _LEARNT.decode(row[0]) if row and row[0] is not None else None
        return self._known[source]

    def refit(self, source: str, draw: Draw) -> bool:
        """Learn from a source again if its fixed point has other captures now; return whether what is learnt changed."""
        from onrecord.reading import Sketch, learn_site

        members = _members(self._db, source)
        held = self._db.execute("SELECT fingerprint FROM learnt WHERE source = ?", (source,)).fetchone()
        if members is None or (held and held[0] == members.fingerprint):
            return False
        before = self.of(source)
        rows = (fetch_capture(self._db, position) for position in members.positions)
        drawn = [draw(row) for row in rows]
        self.faults += (fault for fault in drawn if isinstance(fault, Issue))
        learnt = learn_site(sketch for sketch in drawn if isinstance(sketch, Sketch))
        if learnt is not None and not (learnt.layouts or learnt.day_month_order or learnt.datelines):
            learnt = None  # nothing that would be read otherwise
        packed = None if learnt is None else msgspec.msgpack.encode(learnt)
        self._db.execute(
            "INSERT OR REPLACE INTO learnt VALUES (?, ?, ?)", (source, members.fingerprint, packed)
        )
        self._known[source] = learnt
        return learnt != before


def sources_since(db: sqlite3.Connection, position: int) -> Iterator[str]:
    """Return the sources of the captures that the ledger acknowledges at this position or behind it."""
    rows = db.execute(
        "SELECT DISTINCT source FROM captures WHERE source IS NOT NULL AND position >= ? ORDER BY source",
        (position,),
    )
    return (row[0] for row in rows.fetchall())


def readings_of(db: sqlite3.Connection, source: str) -> list[int]:
    """Return the readings of a source's pages of markup that were read."""
    rows = db.execute(
        "SELECT DISTINCT r.id FROM captures c JOIN readings r ON r.id = c.reading"
        f" WHERE c.source = ? AND c.media_type IN ({_marks(HTML_TYPES)}) ORDER BY r.id",
        (source, *HTML_TYPES),
    )
    return [row[0] for row in rows]


def _members(db: sqlite3.Connection, source: str) -> _Members | None:
    """The first captures by time and digest up to the last fixed point, one for each address; None below the first point."""

    rows = db.execute(
        "SELECT position, digest, url FROM captures"
        f" WHERE source = ? AND url IS NOT NULL AND media_type IN ({_marks(HTML_TYPES)})"
        " ORDER BY captured_at IS NULL, captured_at, digest, url",
        (source, *HTML_TYPES),
    )
    first: dict[str, tuple[str, int]] = {}
    for position, digest, url in rows:
        first.setdefault(normalised_address(url), (digest, position))
    point = last_point(len(first))
    if point is None:
        return None
    members = sorted((digest, address, at) for address, (digest, at) in list(first.items())[:point])[:_MOST]
    told = "\n".join(f"{digest} {address}" for digest, address, _ in members)
    return _Members(tuple(at for _, _, at in members), hashlib.sha256(told.encode()).hexdigest())


def last_point(pages: int) -> int | None:
    """Return the last fixed point that so many pages reach, None before the first."""
    from onrecord.reading import LEAST_LEARNT

    if pages < LEAST_LEARNT:
        return None
    point, following = 0, LEAST_LEARNT
    while following <= pages:
        point = following
        following = point + max(point // 4, 1) if point < _OFTEN else 2 * point
    return point


def _marks(values: Iterable[str]) -> str:
    return ", ".join("?" for _ in values)
