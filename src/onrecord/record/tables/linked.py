"""What hangs together with a statement and is not it: translations, other records of the event, parts. Asked of the tables."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from onrecord.model import Linked, PartHeld
from onrecord.witnessing import (
    Piece,
    Series,
    Shape,
    are_built_alike,
    find_series,
    may_be_translations,
    numbers_of,
)


def linked_with(db: sqlite3.Connection, statement: str) -> tuple[Linked, ...]:
    """Return the translations of a statement, and other records of its event, by relation and id; none is merged with it."""
    found = {
        (other, "translation"): because for other, because in _translations(db, statement)
    }  # fmt: skip
    found |= {
        (other, "transcript"): "another record of the same event" for other in _transcripts(db, statement)
    }
    linked = []
    for (other, relation), because in sorted(found.items(), key=lambda each: (each[0][1], each[0][0])):
        title, language, source = db.execute(
            "SELECT title, language, source FROM statements WHERE id = ?", (other,)
        ).fetchone()
        linked.append(Linked(other, relation, language, title, source, because))  # type: ignore[arg-type]
    return tuple(linked)


def parts_of(db: sqlite3.Connection, statement: str) -> tuple[tuple[PartHeld, ...], bool]:
    """Return the parts of the statement that this one is a part of, itself among them, and whether one is missing."""
    series = _series(db, statement)
    if series is None:
        return (), False
    held = (PartHeld(number, each.id, each.title, each.continues) for number, each in series.pieces)
    return tuple(held), series.awaits


def unfinished(db: sqlite3.Connection) -> set[str]:
    """Return the statements of which a part was announced and is not held."""
    rows = db.execute("SELECT id FROM statements WHERE continues = 1 OR part IS NOT NULL").fetchall()
    found: set[str] = set()
    for (statement,) in rows:
        series = _series(db, statement)
        if series is not None and series.awaits:
            found.update(each.id for _, each in series.pieces)
    return found


def _series(db: sqlite3.Connection, statement: str) -> Series | None:
    row = db.execute("SELECT source, language, series FROM statements WHERE id = ?", (statement,)).fetchone()
    pieces = [
        Piece(
            id_, title, part, bool(continues), day, seen, frozenset(filter(None, words.split("\n"))), occasion
        )
        for id_, title, part, continues, day, seen, words, occasion in db.execute(_PIECES, row)
    ]
    own = next(each for each in pieces if each.id == statement)
    return find_series(own, pieces)


# The plus signs keep SQLite from going through all statements of the source: of one series there are few.
_PIECES = """
    SELECT id, title, part, continues, coalesce(given_on, posted_on), first_seen, speaker_words, occasion
    FROM statements WHERE +source IS ? AND +language IS ? AND series = ?"""


def _transcripts(db: sqlite3.Connection, statement: str) -> set[str]:
    rows = db.execute(
        "SELECT o.statement FROM sightings s JOIN copies c ON c.id = s.identity OR c.of = s.identity"
        " JOIN sightings o ON o.identity = CASE WHEN c.id = s.identity THEN c.of ELSE c.id END"
        " WHERE s.statement = ? AND c.kind = 'transcript'",
        (statement,),
    )
    return {row[0] for row in rows} - {statement}


def _translations(db: sqlite3.Connection, statement: str) -> Iterator[tuple[str, str]]:
    """Yield the statements that are this one in another language, each with what tells it; the surest first."""
    named = [(row[0], _BY_NAME) for row in db.execute(_NAMED, {"id": statement})]
    named += [(row[0], _BY_PATTERN) for row in db.execute(_SAME_PATTERN, {"id": statement})]
    of_day = [row[0] for row in db.execute(_SAME_DAY, {"id": statement})]
    if not named and not of_day:
        return
    own = _shape(db, statement)
    told: dict[str, str | None] = {statement: own.language}
    for other, because in named:
        shape = _shape(db, other)
        if other not in told and may_be_translations(own, shape):
            told[other] = shape.language
            yield other, because
    built: dict[str | None, list[str]] = {}
    for other in of_day:
        shape = _shape(db, other)
        if other not in told and are_built_alike(own, shape):
            built.setdefault(shape.language, []).append(other)
    for language, others in built.items():
        if len(others) == 1 and language not in told.values():  # of several nothing tells which
            yield others[0], _BY_BUILD


_BY_NAME = "a page names the other’s address with its language"
_BY_PATTERN = "their addresses differ in the language alone"
_BY_BUILD = "of one source and day, with the same turns or numbers"
_NAMED = """
    SELECT o.statement FROM sightings s JOIN alternates a ON a.reading = s.reading
        JOIN readings r ON r.address = a.address JOIN sightings o ON o.reading = r.id
    WHERE s.statement = :id AND r.statements = 1
    UNION SELECT o.statement FROM sightings s JOIN readings r ON r.id = s.reading
        JOIN alternates a ON a.address = r.address JOIN sightings o ON o.reading = a.reading
    WHERE s.statement = :id AND r.statements = 1"""
_SAME_PATTERN = """
    SELECT o.id FROM statements s JOIN statements o ON o.pattern = s.pattern
    WHERE s.id = :id AND o.id <> s.id AND s.pattern IS NOT NULL ORDER BY o.id"""
_SAME_DAY = """
    SELECT o.id FROM statements s JOIN statements o ON o.source = s.source
        AND coalesce(o.given_on, o.posted_on) = coalesce(s.given_on, s.posted_on)
    WHERE s.id = :id AND o.id <> s.id AND o.language <> s.language ORDER BY o.id"""


def _shape(db: sqlite3.Connection, statement: str) -> Shape:
    language, given_on, posted_on, current = db.execute(
        "SELECT language, given_on, posted_on, current FROM statements WHERE id = ?", (statement,)
    ).fetchone()
    turns = db.execute(
        "SELECT role, text FROM turns WHERE statement = ? AND version = ? ORDER BY n", (statement, current)
    ).fetchall()
    numbers: Counter[int] = Counter()
    for _, text in turns:
        numbers += numbers_of(text)
    roles = tuple(role for role, _ in turns)
    return Shape(
        statement, language, given_on, posted_on, roles, sum(len(text) for _, text in turns), numbers
    )
