"""The copy tree of a statement: who had it first as far as captures tell, from whom each may have it, and what each changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model import CopyChange, CopySeen, Relation, Witness
from onrecord.record.tables.statements import Readings
from onrecord.witnessing import Member, find_changes, letters_of, member_of, text_key, words_compared


class _Row(NamedTuple):
    id: str
    seen: tuple[bool | str, ...]
    reading: int
    reading_n: int


def copy_tree(
    db: sqlite3.Connection, readings: Readings, statement: str, witnesses: tuple[Witness, ...]
) -> tuple[CopySeen, ...]:
    """Return the addresses that show a statement, each as its own page has it, in the order of first sight, the original first.

    What each has otherwise is told against the copy that it is most like among those seen before it, which need not be the one
    that it was made from.
    """
    rows = sorted(_rows(db, statement), key=lambda row: (row.id != statement, row.seen, row.id))
    members = {row.id: _member(readings, row) for row in rows}
    relations = {row.id: _relation(db, row.id, witnesses) for row in rows}
    return tuple(
        _seen(db, readings, row, _nearest(db, row, rows[:n], statement), members, relations)
        for n, row in enumerate(rows)
    )


def _rows(db: sqlite3.Connection, statement: str) -> Iterator[_Row]:
    found = db.execute(
        "SELECT id, seen, reading, reading_n FROM members WHERE id = ?"
        " OR id IN (SELECT id FROM joins WHERE statement = ?) ORDER BY id, n DESC",
        (statement, statement),
    )
    latest: dict[str, _Row] = {}
    for id_, seen, reading, reading_n in found:
        latest.setdefault(id_, _Row(id_, tuple(json.loads(seen)), reading, reading_n))
    yield from latest.values()


def _member(readings: Readings, row: _Row) -> Member:
    page = readings.get(row.reading)
    assert page is not None  # a member is only written with its Reading
    statement = page.statements[row.reading_n - 1]
    text = words_compared(statement)
    return member_of(statement, text, text_key(letters_of(text)))


def _nearest(db: sqlite3.Connection, row: _Row, before: list[_Row], statement: str) -> str | None:
    """Return which of those seen before is most like it; the original where no comparison tells."""
    if not before:
        return None
    order = {each.id: n for n, each in enumerate(before)}
    found = db.execute(
        "SELECT CASE WHEN id = ? THEN of ELSE id END, changes, shared FROM copies"
        " WHERE (id = ? OR of = ?) AND kind <> 'transcript'",
        (row.id, row.id, row.id),
    )
    near = [(changes, -shared, order[other], other) for other, changes, shared in found if other in order]
    return min(near)[3] if near else statement


def _relation(db: sqlite3.Connection, id_: str, witnesses: tuple[Witness, ...]) -> Relation:
    captures = set(
        db.execute(
            "SELECT c.url, c.digest FROM sightings s JOIN captures c ON c.reading = s.reading WHERE s.identity = ?",
            (id_,),
        )
    )
    return next((each.relation for each in witnesses if (each.url, each.digest) in captures), "original")


def _seen(
    db: sqlite3.Connection, readings: Readings, row: _Row, source: str | None, members: dict[str, Member],
    relations: dict[str, Relation],
) -> CopySeen:  # fmt: skip
    page = readings.get(row.reading)
    assert page is not None
    shown = page.statements[row.reading_n - 1]
    url, first, last = db.execute(
        "SELECT min(c.url), min(c.captured_at), max(c.captured_at) FROM sightings s"
        " JOIN captures c ON c.reading = s.reading WHERE s.identity = ?",
        (row.id,),
    ).fetchone()
    changes = () if source is None else find_changes(members[source], members[row.id])
    told = tuple(CopyChange(each.kind, each.old, each.new, each.prefix) for each in changes)
    return CopySeen(
        row.id, url, relations[row.id], shown.source, shown.title, shown.posted_on, first, last, source, told
    )
