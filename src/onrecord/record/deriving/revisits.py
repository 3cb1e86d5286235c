"""Revisits whose page was not kept yet when they came: what they refer to, and the captures they are once it is there.

Which name stands for which capture follows from the ledger, so that it makes no difference what came first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from onrecord.capture import Revisit
from onrecord.model import Locator
from onrecord.record.tables.rows import CaptureRow, find_capture
from onrecord.record.truth.events import CaptureKept, NamesKept, RevisitKept

RevisitKey = tuple[str | None, str | None, str]
"""What tells a revisit from others: address, time, and what it refers to."""

_STRINGS = msgspec.json.Decoder(tuple[str, ...])


class _Row(NamedTuple):
    """A row of the table `revisits`."""

    position: int
    url: str | None
    captured_at: str | None
    media_type: str | None
    charset: str | None
    names: str
    refers_to: str
    file: str
    offset: int
    length: int
    added_at: str

    def revisit(self) -> Revisit:
        return Revisit(
            self.url, self.captured_at, self.media_type, self.charset, _STRINGS.decode(self.names),
            _STRINGS.decode(self.refers_to), {}, b"", Locator(self.file, self.offset, self.length),
        )  # fmt: skip


def enter_names(db: sqlite3.Connection, position: int, kept: CaptureKept) -> None:
    """Write the names by which a revisit may refer to the capture that the ledger acknowledges at this position."""
    from onrecord.capture import sight_name

    sight = sight_name(kept.url, kept.captured_at)
    _write_names(db, position, (*kept.names, sight) if sight else kept.names)


def enter_more_names(db: sqlite3.Connection, kept: NamesKept) -> None:
    """Write further names of a capture."""
    position = find_capture(db, kept.url, kept.captured_at, kept.digest)
    if position is not None:
        _write_names(db, position, kept.names)


def _write_names(db: sqlite3.Connection, position: int, names: Iterable[str]) -> None:
    db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", [(position, name) for name in names])


def names_of_capture(db: sqlite3.Connection, position: int) -> tuple[str, ...]:
    """Return the names by which a revisit may refer to the capture."""
    rows = db.execute("SELECT name FROM names WHERE capture = ? ORDER BY name", (position,))
    return tuple(row[0] for row in rows)


def enter_revisit(db: sqlite3.Connection, position: int, kept: RevisitKept) -> None:
    """Write the row for a revisit that the ledger acknowledges at this position, and what it refers to."""
    at = kept.locator
    row = _Row(
        position, kept.url, kept.captured_at, kept.media_type, kept.charset, _json(kept.names), _json(kept.refers_to),
        at.file, at.offset, at.length, kept.added_at,
    )  # fmt: skip
    db.execute(f"INSERT INTO revisits VALUES ({', '.join('?' * len(row))})", row)


def revisit_key(revisit: Revisit) -> RevisitKey:
    """Return what tells the revisit from others."""
    return revisit.url, revisit.captured_at, _json(revisit.refers_to)


def find_revisit(db: sqlite3.Connection, revisit: Revisit) -> int | None:
    """Return the position of the same revisit if it is kept, or None."""
    row = db.execute(
        "SELECT position FROM revisits WHERE url IS ? AND captured_at IS ? AND refers_to = ? LIMIT 1",
        revisit_key(revisit),
    ).fetchone()
    return row[0] if row else None


def fetch_revisit(db: sqlite3.Connection, position: int) -> Revisit:
    """Return the revisit that the ledger acknowledges at this position."""
    return _Row(*db.execute("SELECT * FROM revisits WHERE position = ?", (position,)).fetchone()).revisit()


def find_before(db: sqlite3.Connection, revisit: Revisit) -> CaptureRow | None:
    """Return the capture with the bytes that a revisit refers to, by the surest of its names that is known; else None.

    A capture that has another digest than the revisit states is not what it refers to.
    """
    from onrecord.capture import contradict

    for name in revisit.refers_to:
        for row in db.execute(_NAMED, (name,)).fetchall():
            before = CaptureRow(*row)
            if not contradict(revisit.refers_to, names_of_capture(db, before.position)):
                return before
    return None


# Several captures may have one name: the one seen first is taken, not the one that came first.
_NAMED = """
    SELECT c.* FROM names n JOIN captures c ON c.position = n.capture WHERE n.name = ?
    ORDER BY c.captured_at IS NULL, rtrim(c.captured_at, 'Z'), c.digest, c.url"""


def answered(db: sqlite3.Connection) -> Iterator[Revisit]:
    """Return the kept revisits that are no captures yet and whose page is held by now."""
    for (position,) in db.execute("SELECT position FROM revisits ORDER BY position").fetchall():
        revisit = fetch_revisit(db, position)
        before = find_before(db, revisit)
        if before is not None and not _is_capture(db, revisit, before):
            yield revisit


def is_resolved(db: sqlite3.Connection, revisit: Revisit) -> bool:
    """Tell whether the capture that the revisit is has been kept."""
    before = find_before(db, revisit)
    return before is not None and _is_capture(db, revisit, before)


def _is_capture(db: sqlite3.Connection, revisit: Revisit, before: CaptureRow) -> bool:
    return find_capture(db, revisit.url, revisit.captured_at, before.digest) is not None


def _json(strings: tuple[str, ...]) -> str:
    return msgspec.json.encode(strings).decode()
