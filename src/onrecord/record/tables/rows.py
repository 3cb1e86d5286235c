"""Values of the derived tables that more than one module reads: capture rows, and Readings as stored."""

from __future__ import annotations

import sqlite3
import zlib
from typing import NamedTuple

import msgspec

from onrecord.model import Capture, Learnt, Locator, Reading, Turn
from onrecord.record.tables.versions import sight_order
from onrecord.record.truth.events import CaptureKept

_COMPRESSION = 3  # a third of the time of 6, for a twentieth more on the disk
_READINGS = msgspec.msgpack.Decoder(Reading)
_ANY_CAPTURE = Capture(None, None, "", "", Locator("", 0, 0))


class CaptureRow(NamedTuple):
    """A row of the table `captures`."""

    position: int
    url: str | None
    captured_at: str | None
    digest: str
    media_type: str
    charset: str | None
    file: str
    offset: int
    length: int
    stored: str
    body_file: str | None
    body_offset: int | None
    body_length: int | None
    added_at: str
    source: str | None
    reading: int
    status: int | None

    @property
    def locator(self) -> Locator:
        """Return where the record lies as stored."""
        return Locator(self.file, self.offset, self.length)

    @property
    def body(self) -> Locator | None:
        """Return where the record with the body lies if this is a revisit of it."""
        if self.body_file is None or self.body_offset is None or self.body_length is None:
            return None
        return Locator(self.body_file, self.body_offset, self.body_length)

    @property
    def order(self) -> tuple[bool, str, str, str]:
        """Return the key that sorts captures by first sight."""
        return sight_order(self.captured_at, self.digest, self.url)

    def capture(self) -> Capture:
        """Return the row as the model has it."""
        return Capture(self.url, self.captured_at, self.digest, self.media_type, self.locator, self.status)


def capture_row(position: int, kept: CaptureKept, source: str | None, reading: int) -> CaptureRow:
    """Return the row for a capture that the ledger acknowledges at this position."""
    at, body = kept.locator, kept.body
    return CaptureRow(
        position, kept.url, kept.captured_at, kept.digest, kept.media_type, kept.charset,
        at.file, at.offset, at.length, kept.stored,
        body.file if body else None, body.offset if body else None, body.length if body else None,
        kept.added_at, source, reading, kept.status,
    )  # fmt: skip


def fetch_capture(db: sqlite3.Connection, position: int) -> CaptureRow:
    """Return the capture that the ledger acknowledges at this position."""
    return CaptureRow(*db.execute("SELECT * FROM captures WHERE position = ?", (position,)).fetchone())


def captures_since(db: sqlite3.Connection, position: int, most: int) -> list[CaptureRow]:
    """Return the first captures that the ledger acknowledges at this position or behind it."""
    rows = db.execute(
        "SELECT * FROM captures WHERE position >= ? ORDER BY position LIMIT ?", (position, most)
    )
    return [CaptureRow(*row) for row in rows]


def find_capture(db: sqlite3.Connection, url: str | None, captured_at: str | None, digest: str) -> int | None:
    """Return the position of the capture of these bytes at this address and time, or None."""
    row = db.execute(
        "SELECT position FROM captures WHERE digest = ? AND url IS ? AND captured_at IS ? LIMIT 1",
        (digest, url, captured_at),
    ).fetchone()
    return row[0] if row else None


def pack_reading(reading: Reading) -> bytes:
    """Return the Reading as it is stored: zlib of MessagePack, the turns' words only in the page's text.

    What it was read by stands in columns of its own: that changes where the page is read as before. So does its capture: captures
    that show the same are stored alike.
    """
    statements = tuple(
        msgspec.structs.replace(
            each, turns=tuple(_without_text(turn, reading.page.text) for turn in each.turns)
        )
        for each in reading.statements
    )
    page = msgspec.structs.replace(reading.page, learnt=None)
    lean = msgspec.structs.replace(reading, capture=_ANY_CAPTURE, statements=statements, page=page)
    return zlib.compress(msgspec.msgpack.encode(lean), _COMPRESSION)


def unpack_reading(stored: bytes, learnt: Learnt | None, capture: Capture) -> Reading:
    """Return the Reading that `pack_reading` stored, with its capture and what it was read by."""
    lean = _READINGS.decode(zlib.decompress(stored))
    statements = tuple(
        msgspec.structs.replace(each, turns=tuple(_with_text(turn, lean.page.text) for turn in each.turns))
        for each in lean.statements
    )
    page = lean.page if learnt is None else msgspec.structs.replace(lean.page, learnt=learnt)
    return msgspec.structs.replace(lean, capture=capture, statements=statements, page=page)


def _without_text(turn: Turn, page: str) -> Turn:
    start, end = turn.span
    return msgspec.structs.replace(turn, text="") if page[start:end] == turn.text else turn


def _with_text(turn: Turn, page: str) -> Turn:
    start, end = turn.span
    return turn if turn.text else msgspec.structs.replace(turn, text=page[start:end])


def fetch_reading(db: sqlite3.Connection, reading: int) -> Reading | None:
    """Return a stored Reading, or None where the capture was not readable."""
    row = db.execute(
        "SELECT reading, fitted, fitted_from, capture FROM readings WHERE id = ?", (reading,)
    ).fetchone()
    if row is None or row[0] is None:
        return None
    packed, learnt, learnt_from, capture = row
    read_by = Learnt(learnt, learnt_from) if learnt is not None else None
    return unpack_reading(packed, read_by, fetch_capture(db, capture).capture())


def find_shown(db: sqlite3.Connection, address: str | None, shown: bytes) -> int | None:
    """Return the id of the Reading of a capture of the address that shows the same; None where there is none."""
    row = db.execute(
        "SELECT id FROM readings WHERE address = ? AND shown = ? LIMIT 1", (address, shown)
    ).fetchone()
    return row[0] if row else None
