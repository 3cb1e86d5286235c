"""Sketches of the captures that a source is learnt from, kept for the next fixed point: most of its captures are those of the last."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Collection
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.model import Issue
from onrecord.record.tables.rows import CaptureRow, fetch_capture

if TYPE_CHECKING:
    from onrecord.reading import Sketch

Draw = Callable[[CaptureRow], "Sketch | Issue | None"]
"""Makes the sketch of a kept capture; None where it cannot be read, an Issue where looking at it failed."""


def sketches_of(
    db: sqlite3.Connection, learnt_for: tuple[str, int], positions: Collection[int], draw: Draw
) -> list[Sketch | Issue | None]:
    """Return the sketches of these captures, for a source and a round; those of others are forgotten."""
    kept: dict[int, bytes | None] = dict(
        db.execute("SELECT position, sketch FROM sketches WHERE source = ? AND round = ?", learnt_for)
    )
    found: list[Sketch | Issue | None] = []
    for position in positions:
        if position in kept:
            found.append(_unpacked(kept.pop(position)))
            continue
        drawn = draw(fetch_capture(db, position))
        found.append(drawn)
        if not isinstance(drawn, Issue):  # what failed is told each time
            row = (*learnt_for, position, _packed(drawn))
            db.execute("INSERT INTO sketches VALUES (?, ?, ?, ?)", row)
    db.executemany(
        "DELETE FROM sketches WHERE source = ? AND round = ? AND position = ?",
        [(*learnt_for, position) for position in kept],
    )
    return found


def _packed(sketch: Sketch | None) -> bytes | None:
    return None if sketch is None else zlib.compress(msgspec.msgpack.encode(sketch), 1)


def _unpacked(packed: bytes | None) -> Sketch | None:
    return None if packed is None else _decoder().decode(zlib.decompress(packed))


@cache
def _decoder() -> msgspec.msgpack.Decoder[Sketch]:
    from onrecord.reading import Sketch

    return msgspec.msgpack.Decoder(Sketch)
