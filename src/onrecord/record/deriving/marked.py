"""The marks of the texts that identities are compared by, and which texts share so many that they may be copies.

A mark that more texts have than MOST_SHARING is a formula: it brings nobody together. What a text costs is bounded by that, not by
how many texts are held.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import insort
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from onrecord.record.deriving.composed import Composed
from onrecord.witnessing import marks_of, one_in

MOST_SHARING = 200
"""A mark that more texts than these have is a formula, and says nothing."""

_LEAST_SHARED = 0.3
_MOST_KEPT = 300_000  # numbers, in each of the memories below
_MOST_TOLD = 100_000  # texts
_AT_ONCE = 500


class _Told(NamedTuple):
    """What is held of a text: its letters, of how many stretches one is a mark, and how many times that many must be shared.

    `least` is divided by the rate of the longer text, which may have but one mark where the shorter has several.
    """

    letters: int
    rate: int
    least: float


class Memory:
    """What is kept from one batch to the next: what was read of the tables of marks, whose state `token` tells, and what was composed."""

    def __init__(self) -> None:
        self.token: str | None = None
        self.composed = Composed()
        self.clear()

    def make_room(self) -> None:
        """Forget what has become too much; only between two questions, which ask for it again."""
        if self.kept > _MOST_KEPT or self.kept_marks > _MOST_KEPT or len(self.told) > _MOST_TOLD:
            self.clear()

    def clear(self) -> None:
        """Forget all that was read of the tables."""
        # The texts that have a mark, None of a formula: asked for again and again.
        self.sharing: dict[int, list[int] | None] = {}
        self.kept = 0
        self.told: dict[int, _Told] = {}
        self.marks: dict[int, list[int]] = {}
        self.kept_marks = 0


class Marks:
    """The tables of marks; texts are named by their keys. Entering comes first, asking after it."""

    def __init__(self, db: sqlite3.Connection, memory: Memory | None = None) -> None:
        """Take the connection to the tables `texts`, `marked`, `marks` and `formulas`, and what is remembered of them.

        Whoever writes them gives them another token: what another process wrote, or what was rolled back, is not remembered.
        """
        self._db = db
        self._memory = memory or Memory()
        row = db.execute("SELECT value FROM meta WHERE key = 'marks'").fetchone()
        if self._memory.token != (token := row[0] if row else None):
            self._memory.clear()
            self._memory.token = token
        self._writes = False

    def _begin_to_write(self) -> None:
        if not self._writes:
            (token,) = self._db.execute("SELECT lower(hex(randomblob(8)))").fetchone()
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('marks', ?)", (token,))
            self._memory.token = token
            self._writes = True

    def enter(self, key: int, letters: str) -> Iterator[list[int]]:
        """Write the marks of a text, unless that was done; yield the texts that share a mark which is a formula from now on."""
        if self._db.execute("SELECT 1 FROM texts WHERE key = ?", (key,)).fetchone():
            return
        self._memory.make_room()
        self._begin_to_write()
        marks = marks_of(letters)
        become: list[tuple[int, list[int]]] = []
        telling: list[int] = []
        for mark in marks:
            sharing = self.sharing(mark)
            if sharing is None:
                continue
            insort(sharing, key)
            self._memory.kept += 1
            if len(sharing) > MOST_SHARING:
                become.append((mark, sharing))
            else:
                telling.append(mark)
        self._db.execute("INSERT INTO texts VALUES (?, ?, ?)", (key, len(letters), len(telling)))
        self._db.execute("INSERT INTO marked VALUES (?, ?)", (key, _packed(marks)))
        own = {*telling, *(mark for mark, _ in become)}
        self._write_formula([(mark, key) for mark in marks if mark not in own])
        self._write_sharing(telling)
        for mark, sharing in become:
            self._become_formula(mark, sharing)
            self._count([each for each in sharing if each != key], -1)
            yield sharing

    def leave(self, key: int) -> Iterator[list[int]]:
        """Forget a text; yield the texts that share a mark which is no formula any more."""
        self._memory.make_room()
        self._begin_to_write()
        for mark in self._marks_of(key):
            sharing = self.sharing(mark)
            if sharing is None:
                self._db.execute("DELETE FROM formulas WHERE mark = ? AND key = ?", (mark, key))
                if (left := self._no_formula_any_more(mark)) is not None:
                    self._count(left, 1)
                    yield left
                continue
            sharing.remove(key)
            self._memory.kept -= 1
            self._write_sharing([mark])
        for table in ("texts", "marked"):
            self._db.execute(f"DELETE FROM {table} WHERE key = ?", (key,))
        self._memory.kept_marks -= len(self._memory.marks.pop(key, ()))
        self._memory.told.pop(key, None)

    def sharing(self, mark: int) -> list[int] | None:
        """Return the texts that have a mark, in order; None where that is a formula."""
        if mark in self._memory.sharing:
            return self._memory.sharing[mark]
        row = self._db.execute("SELECT keys FROM marks WHERE mark = ?", (mark,)).fetchone()
        found = [] if row is None else None if row[0] is None else _unpacked(row[0])
        self._memory.sharing[mark] = found
        self._memory.kept += len(found or ()) + 1
        return found

    def _write_sharing(self, marks: Sequence[int]) -> None:
        """Write which texts have these marks, as they are known by now; a mark of no text has no row."""
        held = [(mark, keys) for mark in marks if (keys := self._memory.sharing[mark])]
        self._db.executemany(
            "INSERT OR REPLACE INTO marks VALUES (?, ?)", [(mark, _packed(keys)) for mark, keys in held]
        )
        gone = [(mark,) for mark in marks if not self._memory.sharing[mark]]
        self._db.executemany("DELETE FROM marks WHERE mark = ?", gone)

    def _write_formula(self, rows: Sequence[tuple[int, int]]) -> None:
        self._db.executemany("INSERT INTO formulas VALUES (?, ?)", rows)

    def _become_formula(self, mark: int, sharing: Sequence[int]) -> None:
        """Write that a mark is a formula: its texts in rows of their own, as there may be any number of them."""
        self._memory.sharing[mark] = None
        self._memory.kept -= len(sharing)
        self._db.execute("INSERT OR REPLACE INTO marks VALUES (?, NULL)", (mark,))
        self._write_formula([(mark, each) for each in sharing])

    def _no_formula_any_more(self, mark: int) -> list[int] | None:
        """Write that so few texts have a mark that it tells again, and return them; None where it is a formula still."""
        rows = self._db.execute(
            "SELECT key FROM formulas WHERE mark = ? ORDER BY key LIMIT ?", (mark, MOST_SHARING + 1)
        ).fetchall()
        if len(rows) > MOST_SHARING:
            return None
        left = self._memory.sharing[mark] = [row[0] for row in rows]
        self._memory.kept += len(left)
        self._db.execute("DELETE FROM formulas WHERE mark = ?", (mark,))
        self._write_sharing([mark])
        return left

    def alike(self, key: int) -> list[int]:
        """Return the other texts with which a text shares as many marks as copies and excerpts do, in order.

        Of the shorter of the two it must be three in ten: of its marks that are no formulas, so that what brings texts together is
        their own; and of all of them, since a copy has the formulas, too.
        """
        self._memory.make_room()
        marks = self._marks_of(key)
        shared = Counter(chain.from_iterable(filter(None, map(self.sharing, marks))))
        shared.pop(key, None)
        self._tell([key, *shared])
        told, letters, rate, least = self._memory.told, *self._memory.told[key]
        near = []
        for other, count in shared.items():  # hundreds, most of which share a formula
            theirs = told[other]
            if theirs[0] < letters or (theirs[0] == letters and other < key):
                if count * rate >= theirs[2]:
                    near.append(other)
            elif count * theirs[1] >= least:
                near.append(other)
        return [other for other in sorted(near) if self._share_enough(key, marks, other)]

    def _share_enough(self, key: int, marks: Sequence[int], other: int) -> bool:
        ours, theirs, others = self._memory.told[key], self._memory.told[other], self._marks_of(other)
        both = len(set(marks).intersection(others))
        if (theirs.letters, other) < (ours.letters, key):
            return both * ours.rate >= _LEAST_SHARED * theirs.rate * len(others)
        return both * theirs.rate >= _LEAST_SHARED * ours.rate * len(marks)

    def _tell(self, keys: Sequence[int]) -> None:
        """Look up what is told of texts, those that are not known yet."""
        missing = [key for key in keys if key not in self._memory.told]
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            rows = self._db.execute(
                f"SELECT key, letters, telling FROM texts WHERE key IN ({', '.join('?' * len(part))})", part
            )
            for key, letters, telling in rows:
                rate = one_in(letters)
                self._memory.told[key] = _Told(letters, rate, _LEAST_SHARED * rate * telling)

    def _marks_of(self, key: int) -> list[int]:
        found = self._memory.marks.get(key)
        if found is None:
            row = self._db.execute("SELECT marks FROM marked WHERE key = ?", (key,)).fetchone()
            found = self._memory.marks[key] = _unpacked(row[0]) if row is not None else []
            self._memory.kept_marks += len(found) + 1
        return found

    def _count(self, keys: Sequence[int], more: int) -> None:
        self._db.executemany(
            "UPDATE texts SET telling = telling + ? WHERE key = ?", [(more, key) for key in keys]
        )
        for key in keys:
            self._memory.told.pop(key, None)


def _packed(numbers: Sequence[int]) -> bytes:
    return array("q", numbers).tobytes()


def _unpacked(packed: bytes) -> list[int]:
    numbers = array("q")
    numbers.frombytes(packed)
    return numbers.tolist()
