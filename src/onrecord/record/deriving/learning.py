"""What is learnt of each source, kept beside its readings: the same for the same captures, in whatever order they came.

A source is learnt from at fixed points, from the first so many pages at addresses of their own, by time and digest: often while it
has few and each tells much (5, 6, 7, 8, 10, 12, …), from 80 on whenever they have doubled. Of very many, those with the smallest digests stand for all.

Pages that are like none of those learnt from, as all are after a redesign, are learnt from in the same way in a round of
their own; so are those that are like none of both. Which pages these are is known once they are read.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from onrecord.model import Issue, LearntSite, Reading
from onrecord.reading import HTML_TYPES, normalised_address
from onrecord.record.deriving.reaches import Reach, rename, touched_by
from onrecord.record.deriving.rounds import MOST_ROUNDS, in_rounds, learnt_behind
from onrecord.record.deriving.sketches import Draw, sketches_of
from onrecord.record.tables.rows import CaptureRow

_OFTEN = 80
_MOST = 160
_LEARNT = msgspec.msgpack.Decoder(LearntSite)
_Row = tuple[int, str, str]


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
            rounds = [each for each in self._rounds(source) if each is not None]
            self._known[source] = in_rounds(rounds) if rounds else None
        return self._known[source]

    def refit(self, source: str, draw: Draw, reach: Reach) -> list[int]:
        """Learn from a source again if its fixed point has other captures now; return the readings that are to be read anew.

        Those are none where other captures tell the same, nor are those that a difference cannot touch: they only tell from which
        captures it was learnt.
        """
        members = _members(_pages_of(self._db, source))
        if members is None or members.fingerprint == self._fingerprint(source, 1):
            return []
        before, known = self._rounds(source), self.of(source)
        learnt = self._learn(source, 1, members, draw)
        self._write(source, 1, members, learnt)
        if [learnt] == (before or [None]):
            return []
        rename(self._db, known, learnt)
        if len(before) == 1 and tells_the_same(before[0], learnt):
            return []
        return touched_by(self._db, readings_of(self._db, source), known, learnt, reach)

    def refit_rest(self, source: str, draw: Draw, reach: Reach) -> list[int] | None:
        """Learn from the pages that are like none learnt from before, if they are others now; None where nothing changed.

        Else return the readings that are to be read anew. All pages must have been read by what is learnt now.
        """
        rounds = self._rounds(source)
        for number in range(2, MOST_ROUNDS + 1):
            before = rounds[number - 2] if len(rounds) > number - 2 else None
            if before is None or not before.layouts:
                return None
            behind = [each.id for each in rounds[number - 1 :] if each is not None]
            unlike = _unlike(self._db, source, behind)
            members = _members(unlike)
            if members is None:
                return None
            if members.fingerprint == self._fingerprint(source, number):
                continue
            known = self.of(source)
            learnt = self._learn(source, number, members, draw)
            if learnt is not None:
                learnt = learnt_behind(before, learnt) if learnt.layouts else None
            self._write(source, number, members, learnt)
            if [learnt] != (rounds[number - 1 :] or [None]):
                read = _readings_at(self._db, source, behind)
                rename(self._db, known, self.of(source))
                return touched_by(self._db, read, known, self.of(source), reach)
            rounds = self._rounds(source)
        return None

    def _learn(self, source: str, number: int, members: _Members, draw: Draw) -> LearntSite | None:
        from onrecord.reading import Sketch, learn_site

        drawn = sketches_of(self._db, (source, number), members.positions, draw)
        self.faults += (fault for fault in drawn if isinstance(fault, Issue))
        learnt = learn_site(sketch for sketch in drawn if isinstance(sketch, Sketch))
        if learnt is not None and not (learnt.layouts or learnt.day_month_order or learnt.datelines):
            return None  # nothing that would be read otherwise
        return learnt

    def _write(self, source: str, number: int, members: _Members, learnt: LearntSite | None) -> None:
        """Enter what a round taught; what was learnt of the pages that it leaves no longer holds."""
        packed = None if learnt is None else msgspec.msgpack.encode(learnt)
        self._db.execute("DELETE FROM learnt WHERE source = ? AND round >= ?", (source, number))
        self._db.execute(
            "INSERT INTO learnt VALUES (?, ?, ?, ?)", (source, number, members.fingerprint, packed)
        )
        self._known.pop(source, None)

    def _rounds(self, source: str) -> list[LearntSite | None]:
        rows = self._db.execute("SELECT learnt FROM learnt WHERE source = ? ORDER BY round", (source,))
        return [None if packed is None else _LEARNT.decode(packed) for (packed,) in rows]

    def _fingerprint(self, source: str, number: int) -> str | None:
        held = self._db.execute(
            "SELECT fingerprint FROM learnt WHERE source = ? AND round = ?", (source, number)
        ).fetchone()
        return held[0] if held else None


def tells_the_same(one: LearntSite | None, other: LearntSite | None) -> bool:
    """Return whether pages are read alike by both: only from which captures they were learnt, and when, may differ."""
    return _meaning(one) == _meaning(other)


def _meaning(learnt: LearntSite | None) -> LearntSite | None:
    if learnt is None:
        return None
    layouts = {
        body: replace(layout, pages=0, first=None, last=None) for body, layout in learnt.layouts.items()
    }
    return replace(learnt, id="", captures=0, layouts=layouts)


def read_by(reading: Reading, row: CaptureRow) -> str | None:
    """Return the id of what was learnt that a page was read by; its source's name where it is like none of the pages learnt from.

    None where a page tells nothing of its site: it stands in for another, is no markup, or the source's file tells the statement.
    """
    from onrecord.reading import STAND_INS

    is_page = row.url is not None and row.media_type in HTML_TYPES and (row.status or 200) < 300
    stands_in = any(issue.code in STAND_INS for issue in reading.issues)
    if not is_page or stands_in:
        return None
    if reading.page.learnt is not None:
        return reading.page.learnt.id
    return None if "statement" in reading.page.told else row.source


# By position: along the index of sources every capture of the record would be visited to find the few new ones.
_SINCE = "SELECT DISTINCT source FROM captures NOT INDEXED WHERE position >= ?"


def sources_since(db: sqlite3.Connection, position: int) -> list[str]:
    """Return the sources of the captures that the ledger acknowledges at this position or behind it, in order."""
    return sorted(row[0] for row in db.execute(_SINCE, (position,)) if row[0] is not None)


def readings_of(db: sqlite3.Connection, source: str) -> list[int]:
    """Return the readings of a source's pages of markup that were read."""
    rows = db.execute(
        "SELECT DISTINCT r.id FROM captures c JOIN readings r ON r.id = c.reading"
        f" WHERE c.source = ? AND c.media_type IN ({_marks(HTML_TYPES)}) ORDER BY r.id",
        (source, *HTML_TYPES),
    )
    return [row[0] for row in rows]


_FIRST = "captured_at IS NULL, captured_at, digest, url"


def enter_place(db: sqlite3.Connection, row: CaptureRow) -> None:
    """Note a capture as the first of its address where none came before it, by time and digest."""
    if row.source is None or row.url is None or row.media_type not in HTML_TYPES:
        return
    place = row.source, normalised_address(row.url)
    held = db.execute(
        "SELECT captured_at IS NULL, coalesce(captured_at, ''), digest, url FROM places WHERE source = ? AND address = ?",
        place,
    ).fetchone()
    if held is None or (row.captured_at is None, row.captured_at or "", row.digest, row.url) < held:
        first = (*place, row.captured_at, row.digest, row.url, row.position)
        db.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?)", first)


def _pages_of(db: sqlite3.Connection, source: str) -> Iterable[_Row]:
    """Yield the first capture of each address, by time and digest."""
    return db.execute(
        f"SELECT position, digest, address FROM places WHERE source = ? ORDER BY {_FIRST}", (source,)
    )


def _unlike(db: sqlite3.Connection, source: str, behind: list[str]) -> Iterable[_Row]:
    """Yield the same of the pages that were read by nothing learnt, or by what was learnt in these rounds."""
    return db.execute(
        f"SELECT position, digest, address FROM (SELECT c.*, r.address,"
        f" row_number() OVER (PARTITION BY r.address ORDER BY c.captured_at IS NULL, c.captured_at, c.digest, c.url) AS nth"
        f" FROM readings r JOIN captures c ON c.reading = r.id WHERE r.learnt IN ({_marks((source, *behind))}))"
        f" WHERE nth = 1 ORDER BY {_FIRST}",
        (source, *behind),
    )


def _readings_at(db: sqlite3.Connection, source: str, behind: list[str]) -> list[int]:
    rows = db.execute(
        f"SELECT id FROM readings WHERE learnt IN ({_marks((source, *behind))}) ORDER BY id",
        (source, *behind),
    )
    return [row[0] for row in rows]


def _members(pages: Iterable[_Row]) -> _Members | None:
    """The first captures, one for each address, up to the last fixed point; None below the first point."""
    first = list(pages)
    point = last_point(len(first))
    if point is None:
        return None
    members = sorted((digest, address, at) for at, digest, address in first[:point])[:_MOST]
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
