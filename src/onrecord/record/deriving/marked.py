"""The marks of the texts that identities are compared by, and which texts share so many that they may be copies.

A mark that more texts have than MOST_SHARING is a formula: it brings nobody together. What a text costs is bounded by that, not by
how many texts are held.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.witnessing import marks_of, one_in

MOST_SHARING = 200
"""A mark that more texts than these have is a formula, and says nothing."""

_LEAST_SHARED = 0.3
_MOST_KEPT = 1_000_000  # numbers, in each of the memories below
_AT_ONCE = 500


class _Told(NamedTuple):
    """What is held of a text: its letters, of how many stretches one is a mark, and how many times that many must be shared.

    `least` is divided by the rate of the longer text, which may have but one mark where the shorter has several.
    """

    letters: int
    rate: int
    least: float


class Marks:
    """The tables of marks; texts are named by their keys. Entering comes first, asking after it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take the connection to the tables `texts`, `marked` and `marks`."""
        self._db = db
        # Up to one more than MOST_SHARING of the texts that have a mark: asked for again and again.
        self._sharing: dict[int, list[int]] = {}
        self._kept = 0
        self._told: dict[int, _Told] = {}
        self._marks: dict[int, list[int]] = {}
        self._kept_marks = 0

    def enter(self, key: int, letters: str) -> Iterator[list[int]]:
        """Write the marks of a text, unless that was done; yield the texts that share a mark which is a formula from now on."""
        if self._db.execute("SELECT 1 FROM texts WHERE key = ?", (key,)).fetchone():
            return
        marks = marks_of(letters)
        telling = 0
        become = []
        for mark in marks:
            sharing = self.sharing(mark)
            if len(sharing) <= MOST_SHARING:
                sharing.append(key)
                self._kept += 1
            telling += len(sharing) <= MOST_SHARING
            if len(sharing) == MOST_SHARING + 1 and sharing[-1] == key:
                become.append(mark)
        self._db.execute("INSERT INTO texts VALUES (?, ?, ?)", (key, len(letters), telling))
        self._db.execute("INSERT INTO marked VALUES (?, ?)", (key, array("q", marks).tobytes()))
        self._db.executemany("INSERT INTO marks VALUES (?, ?)", [(mark, key) for mark in marks])
        for mark in become:
            sharing = self.sharing(mark)
            self._count([each for each in sharing if each != key], -1)
            yield sharing

    def leave(self, key: int) -> Iterator[list[int]]:
        """Forget a text; yield the texts that share a mark which is no formula any more."""
        for mark in self._marks_of(key):
            before = len(self.sharing(mark))
            self._db.execute("DELETE FROM marks WHERE mark = ? AND key = ?", (mark, key))
            self._kept -= len(self._sharing.pop(mark))
            after = self.sharing(mark)
            if before == MOST_SHARING + 1 and len(after) == MOST_SHARING:
                self._count(after, 1)
                yield after
        for table in ("texts", "marked"):
            self._db.execute(f"DELETE FROM {table} WHERE key = ?", (key,))
        self._kept_marks -= len(self._marks.pop(key, ()))
        self._told.pop(key, None)

    def sharing(self, mark: int) -> list[int]:
        """Return the texts that have a mark, one more than MOST_SHARING at most."""
        found = self._sharing.get(mark)
        if found is None:
            if self._kept > _MOST_KEPT:
                self._sharing.clear()
                self._kept = 0
            rows = self._db.execute("SELECT key FROM marks WHERE mark = ? LIMIT ?", (mark, MOST_SHARING + 1))
            found = self._sharing[mark] = [row[0] for row in rows]
            self._kept += len(found) + 1
        return found

    def alike(self, key: int) -> list[int]:
        """Return the other texts with which a text shares as many marks as copies and excerpts do, in order.

        Of the shorter of the two it must be three in ten: of its marks that are no formulas, so that what brings texts together is
        their own; and of all of them, since a copy has the formulas, too.
        """
        marks = self._marks_of(key)
        shared: Counter[int] = Counter()
        for mark in marks:
            sharing = self.sharing(mark)
            if len(sharing) <= MOST_SHARING:
                shared.update(sharing)
        shared.pop(key, None)
        self._tell([key, *shared])
        told, letters, rate, least = self._told, *self._told[key]
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
        ours, theirs, others = self._told[key], self._told[other], self._marks_of(other)
        both = len(set(marks).intersection(others))
        if (theirs.letters, other) < (ours.letters, key):
            return both * ours.rate >= _LEAST_SHARED * theirs.rate * len(others)
        return both * theirs.rate >= _LEAST_SHARED * ours.rate * len(marks)

    def _tell(self, keys: Sequence[int]) -> None:
        """Look up what is told of texts, those that are not known yet."""
        if len(self._told) > _MOST_KEPT:
            self._told.clear()
        missing = [key for key in keys if key not in self._told]
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            rows = self._db.execute(
                f"SELECT key, letters, telling FROM texts WHERE key IN ({', '.join('?' * len(part))})", part
            )
            for key, letters, telling in rows:
                rate = one_in(letters)
                self._told[key] = _Told(letters, rate, _LEAST_SHARED * rate * telling)

    def _marks_of(self, key: int) -> list[int]:
        found = self._marks.get(key)
        if found is None:
            if self._kept_marks > _MOST_KEPT:
                self._marks.clear()
                self._kept_marks = 0
            row = self._db.execute("SELECT marks FROM marked WHERE key = ?", (key,)).fetchone()
            packed = array("q")
            if row is not None:
                packed.frombytes(row[0])
            found = self._marks[key] = packed.tolist()
            self._kept_marks += len(found) + 1
        return found

    def _count(self, keys: Sequence[int], more: int) -> None:
        self._db.executemany(
            "UPDATE texts SET telling = telling + ? WHERE key = ?", [(more, key) for key in keys]
        )
        for key in keys:
            self._told.pop(key, None)
