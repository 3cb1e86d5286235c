"""Bytes removed for good: records of captures overwritten where they lie, and what was derived of them deleted."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from onrecord.errors import DamagedArchive
from onrecord.model import Locator
from onrecord.record.truth.events import (
    CaptureAgain,
    CaptureKept,
    FileBegun,
    MessageReleased,
    RedactionBegun,
    RequestKept,
    RevisitKept,
)
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.ledger import Ledger

_NAMESPACE = uuid.UUID("6f6e7265-636f-5264-8000-000000000002")
_HEADER = b"\x1f\x8b\x08\x10\x00\x00\x00\x00\x00\xff"  # deflate, a comment, no time, no system
_STEP = 1 << 20


def filling(redaction: str, on: str, at: Locator) -> bytes:
    """Return what stands in the place of a removed record: a WARC record of as many bytes that names the redaction.

    The rest of the file keeps its places, and any reader of WARC files passes over it. The same for the same redaction.
    """
    told = f"redaction: {redaction}\r\n".encode()
    record_id = uuid.uuid5(_NAMESPACE, f"{redaction} {at.file} {at.offset}")
    head = (
        f"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:{record_id}>\r\nWARC-Date: {on}\r\n"
        f"Content-Type: application/warc-fields\r\nContent-Length: {len(told)}\r\n\r\n"
    ).encode()
    record = head + told + b"\r\n\r\n"
    compress = zlib.compressobj(9, zlib.DEFLATED, -15)
    deflated = compress.compress(record) + compress.flush()
    tail = zlib.crc32(record).to_bytes(4, "little") + len(record).to_bytes(4, "little")
    room = at.length - len(_HEADER) - 1 - len(deflated) - len(tail)
    if room < 0:
        raise DamagedArchive(
            f"The record at {at.offset} of {at.file} is shorter than any record of a capture: restore that file from a copy."
        )
    return _HEADER + b" " * room + b"\x00" + deflated + tail


def filled_digest(redaction: str, on: str, at: Locator) -> str:
    """Return the SHA-256 of what stands in the place of a removed record."""
    return f"sha256:{hashlib.sha256(filling(redaction, on, at)).hexdigest()}"


def erase_records(layout: Layout, ledger: Ledger, begun: RedactionBegun) -> None:
    """Overwrite the records of a redaction, and cut off what writers that were killed left behind their last line."""
    for each in begun.removed:
        _overwrite(layout.folder, each.locator, filling(begun.id, begun.on, each.locator))
    ends = acknowledged_ends(ledger)
    for path in layout.captures.glob("[0-9][0-9][0-9][0-9][0-9][0-9].warc.gz"):
        _cut_off(path, ends.get(f"captures/{path.name}", 0))


def acknowledged_ends(ledger: Ledger) -> dict[str, int]:
    """Return how far the lines of the ledger reach in each WARC file."""
    ends: dict[str, int] = {}
    for at in _places(ledger):
        ends[at.file] = max(ends.get(at.file, 0), at.offset + at.length)
    return ends


def _places(ledger: Ledger) -> Iterator[Locator]:
    for entry in ledger.entries():
        event = entry.event
        if isinstance(
            event, CaptureKept | RevisitKept | RequestKept | FileBegun | CaptureAgain | MessageReleased
        ):
            yield event.locator
        elif isinstance(event, RedactionBegun):
            yield from (each.instead.locator for each in event.removed if each.instead is not None)


def _overwrite(folder: Path, at: Locator, fill: bytes) -> None:
    with suppress(FileNotFoundError), (folder / at.file).open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(at.offset)
        file.write(fill[: max(0, size - at.offset)])
        file.flush()
        os.fsync(file.fileno())


def _cut_off(path: Path, end: int) -> None:
    if path.stat().st_size <= end:
        return
    with path.open("r+b") as file:
        # What is cut off stays on the disk until something else is written there: so it is written over first.
        left = file.seek(0, os.SEEK_END) - end
        file.seek(end)
        while left > 0:
            left -= file.write(bytes(min(left, _STEP)))
        file.flush()
        os.fsync(file.fileno())
        file.truncate(end)
        os.fsync(file.fileno())


def erase_index(layout: Layout) -> None:
    """Delete the indexes of words and quotations, which the next question makes again, and what is noted of published sites."""
    for folder in (layout.search, layout.quotes, layout.published):
        aside = folder.with_name(f"{folder.name}.old")
        shutil.rmtree(aside, ignore_errors=True)
        if folder.is_dir():
            folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)
