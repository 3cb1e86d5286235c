"""What changed in the tables since somebody looked: triggers note it in the transaction that changes the rows, whoever wrote it.

Of a statement it is noted that some row changed which is told of it, of a site that its captures or its statements did. Each note
has a number higher than all before. Tables that are made anew have another epoch: no number of before tells anything of them.
"""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple

STATEMENT, SITE = "statement", "site"
# What asks for nothing but the row itself: "SELECT coalesce(OLD.source, '') AS key"
_ONE_KEY = re.compile(r"SELECT ((?:(?! FROM ).)+) AS key")


class Mark(NamedTuple):
    """A place in the notes: all up to number `n` of an epoch."""

    epoch: str
    n: int


def read_mark(db: sqlite3.Connection) -> Mark:
    """Return the place behind all that is noted."""
    epoch, n = db.execute("SELECT epoch, (SELECT coalesce(max(n), 0) FROM touches) FROM epoch").fetchone()
    return Mark(epoch, n)


def touched_behind(db: sqlite3.Connection, mark: Mark, kind: str) -> set[str] | None:
    """Return the ids or names (none is "") that were touched behind a place; None where the tables were made anew since."""
    if read_mark(db).epoch != mark.epoch:
        return None
    rows = db.execute("SELECT key FROM touches WHERE n > ? AND kind = ?", (mark.n, kind))
    return {row[0] for row in rows}


def _note(kind: str, keys: str, but: str = "NULL") -> str:
    return (
        f"INSERT OR REPLACE INTO touches SELECT '{kind}', key, (SELECT coalesce(max(n), 0) + 1 FROM touches)"
        f" FROM ({keys}) WHERE key IS NOT {but}{'' if but == 'NULL' else ' AND key IS NOT NULL'};"
    )


def _note_after_update(kind: str, keys: str) -> str:
    """A note of the keys of the row as it was and as it is; most often they are the same, and noted once."""
    old, new = (keys.replace("ROW", row) for row in ("OLD", "NEW"))
    one = _ONE_KEY.fullmatch(old)
    return " ".join((_note(kind, old), _note(kind, new, one[1] if one else "NULL")))


def _trigger(table: str, when: str, *notes: str) -> str:
    name = f"touches_{table}_{when.split()[0]}_{when.split()[1]}".lower()
    return f"CREATE TRIGGER {name} {when} ON {table} BEGIN {' '.join(notes)} END"


def _triggers(table: str, *asked: tuple[str, str], columns: str = "") -> list[str]:
    """Return the triggers of a table; in what is asked, ROW is the row as it was and as it is."""
    old, new = ([_note(kind, keys.replace("ROW", row)) for kind, keys in asked] for row in ("OLD", "NEW"))
    updated = [_note_after_update(*each) for each in asked]
    update = f"AFTER UPDATE OF {columns}" if columns else "AFTER UPDATE"
    return [
        _trigger(table, "AFTER INSERT", *new),
        _trigger(table, "AFTER DELETE", *old),
        _trigger(table, update, *updated),
    ]


def _shown(where: str) -> str:
    return f"SELECT s.statement AS key FROM sightings s {where}"


_OF_STATEMENT = (STATEMENT, "SELECT ROW.statement AS key")
_OF_READING = "WHERE s.reading = ROW.reading"
_OF_COPY = "WHERE s.identity IN (ROW.id, ROW.of)"
_OF_PLACE = 'JOIN captures c ON c.reading = s.reading WHERE c.file = ROW.file AND c."offset" = ROW."end"'
_JOINED = "SELECT statement AS key FROM joins WHERE id = ROW.{0} OR statement = ROW.{0}"
_SITE_OF = "SELECT coalesce(source, '') AS key FROM statements WHERE id = ROW.statement"
_SITES_OF_READING = "SELECT coalesce(source, '') AS key FROM captures WHERE reading = ROW.id"
_STATEMENTS_READ = "WHERE s.reading = ROW.id"
# Readings change in nothing that is shown when only what they were read by is entered anew.
_SHOWN_OF_READING = "address, capture, title, statements, notices, told, canonical, reading"

TOUCHES = (
    "CREATE TABLE epoch (epoch TEXT NOT NULL)",
    "INSERT INTO epoch VALUES (lower(hex(randomblob(8))))",
    """CREATE TABLE touches (
        kind TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID""",
    "CREATE INDEX touches_n ON touches (n)",
    *_triggers("statements", (STATEMENT, "SELECT ROW.id AS key"), (SITE, "SELECT coalesce(ROW.source, '') AS key")),
    # A row whose place another takes is not removed, as SQLite tells triggers.
    _trigger("statements", "BEFORE INSERT", _note(SITE, "SELECT coalesce(source, '') AS key FROM statements WHERE id = NEW.id")),
    *_triggers("versions", _OF_STATEMENT),
    *_triggers("facts", _OF_STATEMENT),
    *_triggers("mended", _OF_STATEMENT),
    *_triggers("sightings", _OF_STATEMENT, (SITE, _SITE_OF)),
    *_triggers("joins", _OF_STATEMENT, (STATEMENT, "SELECT ROW.id AS key")),
    *_triggers("messages", _OF_STATEMENT, (STATEMENT, _JOINED.format("statement"))),
    *_triggers("members", (STATEMENT, _JOINED.format("id"))),
    *_triggers("copies", (STATEMENT, _shown(_OF_COPY))),
    *_triggers("alternates", (STATEMENT, _shown(_OF_READING))),
    *_triggers("captures", (STATEMENT, _shown(_OF_READING)), (SITE, "SELECT coalesce(ROW.source, '') AS key")),
    *_triggers("readings", (STATEMENT, _shown(_STATEMENTS_READ)), (SITE, _SITES_OF_READING), columns=_SHOWN_OF_READING),
    *_triggers("issues", (SITE, _SITES_OF_READING.replace("ROW.id", "ROW.reading"))),
    *_triggers("requests", (STATEMENT, _shown(_OF_PLACE))),
)  # fmt: skip
