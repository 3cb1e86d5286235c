"""Which pages of a source need not be read anew where something else is learnt of it: those that the difference cannot touch."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator

from onrecord.model import LearntSite
from onrecord.record.tables.rows import CaptureRow, fetch_capture

Reach = Callable[[CaptureRow], "frozenset[int] | None"]
"""Tells what of a kept page anything learnt can be about; None where it cannot be read."""


def touched_by(
    db: sqlite3.Connection,
    readings: Iterable[int],
    before: LearntSite | None,
    after: LearntSite | None,
    reach: Reach,
) -> list[int]:
    """Return those of the readings that may be others where pages are read by what is learnt now."""
    if before is None or after is None:
        return list(readings)
    from onrecord.reading import is_read_alike

    touched = []
    for reading in readings:
        numbers = _reach_of(db, reading, reach)
        if numbers is None or not is_read_alike(before, after, numbers):
            touched.append(reading)
    return touched


def rename(db: sqlite3.Connection, before: LearntSite | None, after: LearntSite | None) -> None:
    """Have the readings tell that what they were read by was learnt from other captures; round by round."""
    for old, new in zip(_rounds(before), _rounds(after), strict=False):
        db.execute(
            "UPDATE readings SET fitted = ?, fitted_from = ?, learnt = iif(learnt = fitted, ?, learnt) WHERE fitted = ?",
            (new.id, new.captures, new.id, old.id),
        )


def _rounds(learnt: LearntSite | None) -> Iterator[LearntSite]:
    while learnt is not None:
        yield learnt
        learnt = learnt.then


def _reach_of(db: sqlite3.Connection, reading: int, reach: Reach) -> frozenset[int] | None:
    """Return the reach of a reading's page: that follows from its bytes and the source files, and is kept once it is known."""
    row = db.execute("SELECT reach FROM reaches WHERE reading = ?", (reading,)).fetchone()
    if row is not None:
        packed = array("I")
        packed.frombytes(row[0])
        return frozenset(packed)
    (capture,) = db.execute("SELECT capture FROM readings WHERE id = ?", (reading,)).fetchone()
    found = reach(fetch_capture(db, capture))
    if found is not None:
        db.execute("INSERT INTO reaches VALUES (?, ?)", (reading, array("I", sorted(found)).tobytes()))
    return found
