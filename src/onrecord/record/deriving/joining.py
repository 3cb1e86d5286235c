"""Copies found and joined: identities whose texts are the same statement get one id, whatever the order in which they came.

Everything here follows from the sightings and what the keeper decided, so that deriving again gives the same.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.record.deriving.marked import Marks, Memory
from onrecord.record.keeper.messages import own_ids
from onrecord.record.tables.statements import Readings
from onrecord.record.tables.versions import Sighting, number_versions, sight_order
from onrecord.record.truth.events import StatementJoined, StatementSplit
from onrecord.witnessing import (
    Copy,
    Decided,
    Group,
    Member,
    compare,
    days_apart,
    days_given_differ,
    group_copies,
    letters_of,
    member_of,
    text_key,
    words_compared,
)

_FAR_DAYS = 31
_MOST_TEXTS = 2_000  # kept at hand
_STRONGEST = {"same": 0, "excerpt": 1, "transcript": 2}


class Row(NamedTuple):
    """A row of the table `members`: one text of an identity, and what is told around it."""

    id: str
    n: int
    key: int
    letters: int
    language: str | None
    given_on: str | None
    posted_on: str | None
    seen: str
    reading: int
    reading_n: int


class Settled(NamedTuple):
    """The statements whose sightings are others now, and the identities that were joined or split."""

    statements: frozenset[str]
    moved: frozenset[str]


def settle(
    db: sqlite3.Connection,
    identities: Iterable[str],
    readings: Readings,
    decided: Sequence[Decided],
    remembered: Memory | None = None,
    *,
    anew: bool = False,
) -> Settled:
    """Compare these identities with all others, and join what is one; within the caller's transaction.

    With `anew` even those whose rows are as they were: what is read of their pages may not be. `remembered` is of the marks of texts.
    """
    work = _Work(db, readings, remembered)
    ids = sorted(set(identities))
    changed = [each for each in ids if work.enter(each) or anew]
    for identity in sorted(work.dirty | set(changed)):
        work.compare_with_others(identity)
    if not changed and not work.affected:
        return Settled(frozenset(), frozenset())
    return _regroup(db, work.affected | set(changed), decided)


def joins_told(db: sqlite3.Connection) -> list[StatementJoined | StatementSplit]:
    """Return the events for joins that the ledger does not tell of yet; an identity that is not seen any more stays joined."""
    joined = db.execute(
        "SELECT j.id, j.statement FROM joins j LEFT JOIN redirects r ON r.id = j.id"
        " WHERE r.statement IS NOT j.statement ORDER BY j.id"
    ).fetchall()
    split = db.execute(
        "SELECT r.id, r.statement FROM redirects r WHERE r.statement IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM joins j WHERE j.id = r.id)"
        " AND EXISTS (SELECT 1 FROM sightings s WHERE s.identity = r.id) ORDER BY r.id"
    ).fetchall()
    return [*(StatementJoined(*row) for row in joined), *(StatementSplit(*row) for row in split)]


def enter_joins(db: sqlite3.Connection, events: Iterable[object]) -> None:
    """Write what the ledger tells of joins; the last line about an identity counts."""
    for event in events:
        if isinstance(event, StatementJoined):
            db.execute("INSERT OR REPLACE INTO redirects VALUES (?, ?)", (event.id, event.statement))
        elif isinstance(event, StatementSplit):
            db.execute("INSERT OR REPLACE INTO redirects VALUES (?, NULL)", (event.id,))


def statement_of(db: sqlite3.Connection, identity: str) -> str:
    """Return the statement that an identity is joined with, else itself."""
    row = db.execute("SELECT statement FROM joins WHERE id = ?", (identity,)).fetchone()
    return row[0] if row else identity


class _Work:
    """One settling: what was compared, and which identities it touches."""

    def __init__(self, db: sqlite3.Connection, readings: Readings, remembered: Memory | None = None) -> None:
        self._db = db
        self._readings = readings
        self._members: dict[tuple[int, int], Member] = {}
        self._texts: dict[tuple[int, int], tuple[str, str]] = {}
        self._marks = Marks(db, remembered)
        # Asked again and again once all is entered; nothing is entered from there on.
        self._of_key: dict[int, list[Row]] = {}
        self._near: dict[int, list[int]] = {}
        self.dirty: set[str] = set()
        self.affected: set[str] = set()

    def enter(self, identity: str) -> bool:
        """Write the rows and marks of an identity as they are now; return whether anything of them changed."""
        held = self._rows("id = ?", identity)
        rows = list(self._rows_now(identity, held))
        if rows == held:
            return False
        self._db.execute("DELETE FROM members WHERE id = ?", (identity,))
        self._db.executemany(f"INSERT INTO members VALUES ({', '.join('?' * 10)})", rows)
        for row in rows:
            self._mark(row)
        for key in {row.key for row in held} - {row.key for row in rows}:
            self._unmark(key)
        self.affected.add(identity)
        return True

    def _rows_now(self, identity: str, held: Sequence[Row]) -> Iterator[Row]:
        """Yield the rows of the texts that are shown first and last, those that are held looked up again only where read anew."""
        sightings = [Sighting(*row) for row in self._db.execute(_SIGHTINGS, (identity,))]
        if not sightings:
            return
        numbered = number_versions(sightings)
        first = numbered.versions[0].shown
        seen = json.dumps(sight_order(first.captured_at, first.digest, first.url))
        known = {(row.reading, row.reading_n): row for row in held}
        keys: set[int] = set()
        for n, version in enumerate((numbered.versions[0], numbered.versions[numbered.current - 1]), 1):
            shown = version.shown
            row = known.get((shown.reading, shown.n))
            if row is not None and shown.reading not in self._readings.written:
                if row.key not in keys:
                    keys.add(row.key)
                    yield row._replace(n=n, seen=seen)
                continue
            statement = self._readings.statement(shown)
            _, letters = self._text(shown.reading, shown.n)
            key = text_key(letters)
            if letters and key not in keys:
                keys.add(key)
                yield Row(
                    identity, n, key, len(letters), statement.language, statement.given_on, statement.posted_on, seen,
                    shown.reading, shown.n,
                )  # fmt: skip

    def _text(self, reading: int, n: int) -> tuple[str, str]:
        """Return the text that is compared, and its letters."""
        if (reading, n) not in self._texts:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            page = self._readings.get(reading)
            assert page is not None  # a sighting is only written with its Reading
            text = words_compared(page.statements[n - 1])
            self._texts[reading, n] = text, letters_of(text)
        return self._texts[reading, n]

    def _member(self, row: Row) -> Member:
        place = row.reading, row.reading_n
        if place not in self._members:
            if len(self._members) > _MOST_TEXTS:
                self._members.clear()
            page = self._readings.get(row.reading)
            assert page is not None
            statement = page.statements[row.reading_n - 1]
            self._members[place] = member_of(replace(statement, id=row.id), self._text(*place)[0], row.key)
        return self._members[place]

    def _rows(self, where: str, *values: object) -> list[Row]:
        return [
            Row(*each)
            for each in self._db.execute(f"SELECT * FROM members WHERE {where} ORDER BY id, n", values)
        ]

    def _mark(self, row: Row) -> None:
        letters = self._text(row.reading, row.reading_n)[1]
        for sharing in self._marks.enter(row.key, letters):
            self._forget_formula(sharing)

    def _unmark(self, key: int) -> None:
        if self._db.execute("SELECT 1 FROM members WHERE key = ?", (key,)).fetchone():
            return
        for sharing in self._marks.leave(key):
            # A formula no more: texts that share it may be copies of each other after all.
            self.dirty.update(each.id for other in sharing for each in self._rows("key = ?", other))

    def _forget_formula(self, keys: Sequence[int]) -> None:
        """Have those compared again that were found alike, now that one thing they share tells nothing any more."""
        rows = self._db.execute(
            "SELECT DISTINCT c.id FROM members m JOIN copies c ON c.id = m.id JOIN members o ON o.id = c.of"
            f" WHERE m.key <> o.key AND m.key IN ({', '.join('?' * len(keys))})",
            keys,
        )
        self.dirty.update(row[0] for row in rows)

    def compare_with_others(self, identity: str) -> None:
        """Write anew what an identity is a copy of, and what is one of it."""
        db = self._db
        before = set(db.execute("SELECT id, of FROM copies WHERE id = ? OR of = ?", (identity, identity)))
        db.execute("DELETE FROM copies WHERE id = ? OR of = ?", (identity, identity))
        found: dict[str, tuple[str, str, str, int, int]] = {}
        # Messages that an office releases one by one are not one, however alike they are.
        own = own_ids(db, identity)
        for row in self._rows("id = ?", identity):
            for other in self._alike(row):
                if other.id not in own:
                    self._note(found, row, other)
        db.executemany("INSERT INTO copies VALUES (?, ?, ?, ?, ?)", sorted(found.values()))
        self.affected.update(each for pair in before for each in pair)
        self.affected.update(found)
        self.affected.add(identity)

    def _note(self, found: dict[str, tuple[str, str, str, int, int]], row: Row, other: Row) -> None:
        compared = compare(self._member(row), self._member(other))
        if compared is None:
            return
        ids = sorted((row.id, other.id))
        if compared.excerpt_of is not None:
            ids = [row.id, other.id] if compared.excerpt_of == other.id else [other.id, row.id]
        line = (ids[0], ids[1], compared.kind, compared.shared, compared.changes)
        held = found.get(other.id)
        if held is None or _strength(line) < _strength(held):
            found[other.id] = line

    def _alike(self, row: Row) -> list[Row]:
        """Return the texts of other identities that this one shares its words or enough of its marks with."""
        if row.key not in self._near:
            self._near = {row.key: self._marks.alike(row.key)}
        found = self._rows("key = ?", row.key)
        for key in self._near[row.key]:
            found += (each for each in self._of(key) if _may_be_one(row, each))
        return [each for each in found if each.id != row.id]

    def _of(self, key: int) -> list[Row]:
        if key not in self._of_key:
            if len(self._of_key) > _MOST_TEXTS:
                self._of_key.clear()
            self._of_key[key] = self._rows("key = ?", key)
        return self._of_key[key]


def _strength(line: tuple[str, str, str, int, int]) -> tuple[int, int, int]:
    return _STRONGEST[line[2]], line[4], -line[3]


def _may_be_one(row: Row, other: Row) -> bool:
    """Whether what is told around the texts allows it; what is cheap to ask is asked before texts are laid side by side."""
    if row.language and other.language and row.language[:2].lower() != other.language[:2].lower():
        return False
    if days_given_differ(row, other):
        return False
    apart = days_apart(row, other)
    return apart is None or apart <= _FAR_DAYS


_SIGHTINGS = """
    SELECT c.position, c.url, c.captured_at, c.digest, s.version, s.words, s.reading, s.n
    FROM sightings s JOIN captures c ON c.reading = s.reading WHERE s.identity = ?"""


def _regroup(db: sqlite3.Connection, affected: set[str], decided: Sequence[Decided]) -> Settled:
    """Group anew all that hangs together with the affected, and write what is another group now."""
    members = _reached(db, affected, decided)
    order = {
        row[0]: tuple(json.loads(row[1]))
        for part in _slices(sorted(members))
        for row in db.execute(
            f"SELECT id, seen FROM members WHERE id IN ({', '.join('?' * len(part))}) GROUP BY id", part
        )
    }
    pairs = [
        Copy(id_, of, kind == "excerpt")
        for part in _slices(sorted(members))
        for id_, of, kind in db.execute(
            "SELECT id, of, kind FROM copies WHERE kind IN ('same', 'excerpt')"
            f" AND id IN ({', '.join('?' * len(part))}) ORDER BY id, of",
            part,
        )
    ]
    groups = group_copies(sorted(order), pairs, decided, order)
    wanted = {line[0]: line for group in groups for line in _lines(group)}
    statements: set[str] = set()
    moved: set[str] = set()
    for identity in sorted(members):
        before = db.execute("SELECT id, statement, excerpt FROM joins WHERE id = ?", (identity,)).fetchone()
        line = wanted.get(identity)
        if before == line:
            continue
        db.execute("DELETE FROM joins WHERE id = ?", (identity,))
        if line is not None:
            db.execute("INSERT INTO joins VALUES (?, ?, ?)", line)
        statement = line[1] if line else identity
        db.execute("UPDATE sightings SET statement = ? WHERE identity = ?", (statement, identity))
        statements |= {statement, before[1] if before else identity}
        moved.add(identity)
    return Settled(frozenset(statements), frozenset(moved))


def _lines(group: Group) -> Iterator[tuple[str, str, int]]:
    for each in group.members:
        if each != group.id:
            yield each, group.id, int(each in group.excerpts)


def _reached(db: sqlite3.Connection, start: set[str], decided: Sequence[Decided]) -> set[str]:
    """Return all identities that copies, joins or decisions tie to the given ones."""
    tied: defaultdict[str, set[str]] = defaultdict(set)
    for each in decided:
        tied[each.id].add(each.other)
        tied[each.other].add(each.id)
    reached: set[str] = set()
    waiting = sorted(start)
    while waiting:
        identity = waiting.pop()
        if identity in reached:
            continue
        reached.add(identity)
        waiting += sorted(tied[identity])
        waiting += [row[0] for row in db.execute(_TIED, {"id": identity})]
    return reached


_TIED = """
    SELECT of FROM copies WHERE id = :id AND kind <> 'transcript' UNION SELECT id FROM copies WHERE of = :id AND kind <> 'transcript'
    UNION SELECT statement FROM joins WHERE id = :id UNION SELECT id FROM joins WHERE statement = :id"""


def _slices(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), 500):
        yield values[start : start + 500]
