"""What a version says of itself, and single turns of it: read from rows of their own, without the page they stand in."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

import msgspec

from onrecord.errors import NotFound
from onrecord.model import Aside, Capture, Statement, Turn
from onrecord.record.tables.rows import CaptureRow

_FACTS = msgspec.json.Decoder(Statement)
_ASIDES = msgspec.json.Decoder(tuple[tuple[Aside, ...], tuple[Aside, ...]])
_LAST = (1 << 63) - 1
_TURN = 'n, label, speaker, role, language, text, start, "end", asides'


class VersionFacts(NamedTuple):
    """A version without its words: `statement` has no turns and no evidence; `current`: it is the latest version.

    `copied`: only copies at other addresses have it so, and no word of the source replaced it.
    """

    statement: Statement
    version: int
    current: bool
    capture: Capture
    copied: bool = False


def write_version(db: sqlite3.Connection, version: int, shown: Statement) -> None:
    """Write the rows of a version's facts and turns, in place of those that were there."""
    delete_versions(db, shown.id, version, version)
    facts = msgspec.structs.replace(shown, turns=(), evidence={})
    row = (shown.id, version, msgspec.json.encode(facts).decode())
    db.execute("INSERT INTO facts VALUES (?, ?, ?)", row)
    db.executemany(
        f"INSERT INTO turns (statement, version, {_TURN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (shown.id, version, turn.n, turn.label, turn.speaker, turn.role, turn.language, turn.text, *turn.span,
             _asides(turn))
            for turn in shown.turns
        ],
    )  # fmt: skip


def delete_versions(db: sqlite3.Connection, statement: str, first: int = 1, last: int = _LAST) -> None:
    """Delete the rows of the facts and turns of a statement's versions from one number to another."""
    for table in ("facts", "turns"):
        db.execute(
            f"DELETE FROM {table} WHERE statement = ? AND version BETWEEN ? AND ?", (statement, first, last)
        )


def fetch_facts(db: sqlite3.Connection, statement: str, version: int) -> VersionFacts:
    """Return what is known of a version but its words; NotFound where there is none of exactly this id and number."""
    row = db.execute(
        "SELECT f.facts, s.current, v.own, c.* FROM facts f JOIN statements s ON s.id = f.statement"
        " JOIN versions v ON v.statement = f.statement AND v.n = f.version JOIN captures c ON c.position = v.capture"
        " WHERE f.statement = ? AND f.version = ?",
        (statement, version),
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no version {version} of a statement {statement!r} in this archive.")
    facts, current, own, *captured = row
    held = CaptureRow(*captured).capture()
    return VersionFacts(_FACTS.decode(facts), version, current == version or not own, held, not own)


def fetch_turns(
    db: sqlite3.Connection, statement: str, version: int, first: int = 1, last: int | None = None
) -> tuple[Turn, ...]:
    """Return the turns of a version from one number to another, both inclusive; to the last, if that is not given."""
    rows = db.execute(
        f"SELECT {_TURN} FROM turns WHERE statement = ? AND version = ? AND n BETWEEN ? AND ? ORDER BY n",
        (statement, version, first, _LAST if last is None else last),
    )
    return tuple([_turn(row) for row in rows])


def _turn(row: tuple[object, ...]) -> Turn:
    n, label, speaker, role, language, text, start, end, asides = row
    directions, editorial = _ASIDES.decode(asides) if isinstance(asides, str) else ((), ())
    return Turn(n, label, speaker, role, language, text, (start, end), directions, editorial)  # type: ignore[arg-type]


def _asides(turn: Turn) -> str | None:
    if not turn.directions and not turn.editorial:
        return None
    return msgspec.json.encode((turn.directions, turn.editorial)).decode()
