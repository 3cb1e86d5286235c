"""The derived tables compared with the same tables derived anew, row by row."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from onrecord.custody import Finding

_MOST_OF_A_TABLE = 100
_KEYS = {
    "captures": ("position",), "places": ("source", "address"), "names": ("capture", "name"), "revisits": ("position",), "readings": ("id",), "sightings": ("reading", "n"), "statements": ("id",),
    "versions": ("statement", "n"), "facts": ("statement", "version"), "turns": ("statement", "version", "n"), "announcements": ("reading", "n"),
    "notices": ("key",), "issues": ("reading", "n"), "identities": ("id",), "learnt": ("source", "round"),
    "alternates": ("reading", "address"), "members": ("id", "n"), "texts": ("key",), "marked": ("key",), "marks": ("mark",), "formulas": ("mark", "key"), "copies": ("id", "of"), "joins": ("id",), "works": ("id",),
    "redirects": ("id",), "decided": ("kind", "id"), "mended": ("statement",), "moved": ("file", "offset"), "redactions": ("id",),
    "messages": ("position",), "requests": ("file", "end"),
}  # fmt: skip
# Where in the ledger a text last changed depends on how captures came in batches, and only asks for reindexing.
_NOT_COMPARED = frozenset({"touched"})


class _Row(NamedTuple):
    key: tuple[Any, ...]
    values: tuple[Any, ...]


def compare_tables(held: sqlite3.Connection, anew: sqlite3.Connection) -> Iterator[Finding]:
    """Return a finding `changed_row` for each row that is not the same in both; of a table at most 100."""
    for table in _KEYS:
        found = 0
        for finding in _compare_table(held, anew, table):
            found += 1
            if found <= _MOST_OF_A_TABLE:
                yield finding
        if found > _MOST_OF_A_TABLE:
            said = f"{found - _MOST_OF_A_TABLE:,} more rows are not what the captures give: run `onrecord rebuild`."
            yield Finding("changed_row", said, f"record.sqlite {table}", "error")


def _compare_table(held: sqlite3.Connection, anew: sqlite3.Connection, table: str) -> Iterator[Finding]:
    columns = _columns(anew, table)
    ours, theirs = _rows(held, table, columns), _rows(anew, table, columns)
    one, other = next(ours, None), next(theirs, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one.key < other.key):
            assert one is not None
            yield _finding(table, one.key, "No capture gives this row")
            one = next(ours, None)
        elif one is None or other.key < one.key:
            yield _finding(table, other.key, "This row is missing")
            other = next(theirs, None)
        else:
            if differing := _differing(columns, one, other):
                yield _finding(
                    table, one.key, f"This row has another {' and '.join(differing)} than the captures give"
                )
            one, other = next(ours, None), next(theirs, None)


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    found = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    return [column for column in found if column not in _NOT_COMPARED]


def _rows(db: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[_Row]:
    names = ", ".join(f'"{column}"' for column in columns)
    key = [columns.index(column) for column in _KEYS[table]]
    for row in db.execute(f"SELECT {names} FROM {table} ORDER BY {', '.join(_KEYS[table])}"):
        yield _Row(tuple(row[at] for at in key), row)


def _differing(columns: list[str], one: _Row, other: _Row) -> list[str]:
    return [
        column
        for column, ours, theirs in zip(columns, one.values, other.values, strict=True)
        if ours != theirs and not _same_when_undone(ours, theirs)
    ]


def _same_when_undone(ours: Any, theirs: Any) -> bool:
    """Tell whether two stored Readings are the same: another zlib may compress the same bytes in another way."""
    if not isinstance(ours, bytes) or not isinstance(theirs, bytes):
        return False
    try:
        return zlib.decompress(ours) == zlib.decompress(theirs)
    except zlib.error:
        return False


def _finding(table: str, key: tuple[Any, ...], said: str) -> Finding:
    place = "/".join(str(part) for part in key)
    return Finding(
        "changed_row", f"{said}: run `onrecord rebuild`.", f"record.sqlite {table} {place}", "error"
    )
