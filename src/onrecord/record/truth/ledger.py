"""The ledger: one JSON line per event, appended and synced; with the captures it is the truth of an archive."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.errors import DamagedArchive, NewerArchive, NotFound
from onrecord.record.truth.events import ArchiveBegun, Event
from onrecord.record.truth.store import sync_folder

FORMAT = 1
"""The format of archive that this onrecord writes and reads."""

# "file":"captures/000001.warc.gz" of a locator
_NAMED_FILE = re.compile(rb'"captures/(\d{6})\.warc\.gz"')
_NAME = 32  # bytes: more than such a name has
_EVENTS = msgspec.json.Decoder(Event)
_NAMES = {
    *("archive", "warc", "capture", "names", "revisit", "request", "statement", "joined", "split"),
    *("again", "correction", "undone", "source", "redaction", "redacted"),
    *("release", "out", "withdrawn"),
}


class Entry(NamedTuple):
    """An event with the byte range of its line in the ledger."""

    position: int
    end: int
    event: Event


class Ledger:
    """The ledger file of an archive; only who holds the archive's lock may call `begin`, `repair` and `append`."""

    def __init__(self, path: Path) -> None:
        """Take the path; nothing is read yet."""
        self.path = path
        self._counted = (0, 0)
        self._searched = (0, 0)

    def begin(self, created_at: str) -> None:
        """Write the first line, unless the ledger has one."""
        if not self.path.exists() or self.end() == 0:
            self.path.write_bytes(b"")
            self.append([ArchiveBegun(FORMAT, created_at)])
            sync_folder(self.path.parent)

    def check(self) -> None:
        """Raise unless the file begins as the ledger of a format that this onrecord knows."""
        try:
            with self.path.open("rb") as file:
                first = file.readline()
        except (FileNotFoundError, NotADirectoryError):
            first = b""
        if not first.endswith(b"\n"):  # nothing there, or a creation that was killed before it was done
            self.check_lost()
            raise NotFound(
                f"There is no archive in the folder {self.path.parent}: make one with `onrecord add`, for messages of your own with"
                " `onrecord draft office`, or name another folder with --archive."
            )
        try:
            line = msgspec.json.decode(first)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise self._damaged(1) from None
        written = line.get("format") if isinstance(line, dict) and line.get("event") == "archive" else None
        if not isinstance(written, int):
            raise self._damaged(1)
        if written > FORMAT:
            raise NewerArchive(
                f"The archive {self.path.parent} has format {written} and this onrecord reads up to {FORMAT}:"
                " install a newer onrecord."
            )

    def check_lost(self) -> None:
        """Raise if there are captures beside the place of a ledger that has no first line."""
        if any((self.path.parent / "captures").glob("*.warc.gz")):
            raise DamagedArchive(
                f"{self.path.parent} holds captures, but its {self.path.name} is gone: restore that file from a copy."
            )

    def identity(self) -> str:
        """Return what tells this archive from any other, the same in each copy of it: a digest of the first two lines.

        They are never written anew. Before anything is kept there is but the first, of when the archive was begun.
        """
        with self.path.open("rb") as file:
            begun, first = file.readline(), file.readline()
        whole = first if first.endswith(b"\n") else b""  # half a line is that of a writer that was killed
        return hashlib.sha256(begun + whole).hexdigest()[:32]

    def end(self) -> int:
        """Return the offset just behind the last complete line, or 0."""
        with self.path.open("rb") as file:
            return _end_of_lines(file.seek(0, os.SEEK_END), file.fileno())

    def reach(self) -> int:
        """Return the offset behind the last line that `repair` would leave: one that only lacks its newline counts."""
        end = self.end()
        with self.path.open("rb") as file:
            file.seek(end)
            tail = file.read()
        return end + len(tail) + 1 if tail and _is_event(tail) else end

    def count_lines(self, end: int) -> int:
        """Return how many lines begin before this offset; asked of ever later offsets, each byte is read once."""
        at, lines = self._counted if self._counted[0] <= end else (0, 0)
        with self.path.open("rb") as file:
            file.seek(at)
            while at < end and (piece := file.read(min(end - at, 1 << 20))):
                at += len(piece)
                lines += piece.count(b"\n")
        if at == end:
            self._counted = (at, lines)
        return lines + (at < end)  # the newline that `repair` is going to write

    def last_file(self) -> int:
        """Return the highest number of a file of captures that a line names, 0 without any; each byte is read once, as for `count_lines`."""
        with self.path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            at, last = self._searched if self._searched[0] <= size else (0, 0)
            file.seek(max(at - _NAME, 0))  # a name may lie on the edge of what was read before
            rest = b""
            while piece := file.read(1 << 20):
                numbers = _NAMED_FILE.findall(rest + piece)
                last = max(last, int(max(numbers, default=b"0")))
                rest = piece[-_NAME:]
        self._searched = (size, last)
        return last

    def has_line_at(self, position: str) -> bool:
        """Return whether a stored position is the beginning of a line here, or the end of all of them."""
        if not position.isdecimal() or not 0 < int(position) <= self.end():
            return position == "0"
        with self.path.open("rb") as file:
            file.seek(int(position) - 1)
            return file.read(1) == b"\n"

    def entries(self, start: int = 0) -> Iterator[Entry]:
        """Yield the events from the byte offset on; DamagedArchive names the line that is none.

        A half-written last line (its writer was killed; nothing in it was acknowledged) is passed over.
        """
        with self.path.open("rb") as file:
            end = _end_of_lines(file.seek(0, os.SEEK_END), file.fileno())
            file.seek(start)
            position = start
            while position < end:
                line = file.readline()
                yield Entry(position, position + len(line), self._event(line, position))
                position += len(line)

    def repair(self) -> None:
        """Complete or cut off a last line without a newline: the mark of a writer that was killed."""
        with self.path.open("r+b") as file:
            size = file.seek(0, os.SEEK_END)
            end = _end_of_lines(size, file.fileno())
            if end == size:
                return
            file.seek(end)
            if _is_event(file.read()):
                file.write(b"\n")
            else:
                file.truncate(end)
            file.flush()
            os.fsync(file.fileno())

    def append(self, events: Iterable[Event]) -> list[Entry]:
        """Write the events as lines and sync; what this returns is acknowledged."""
        lines = [(event, msgspec.json.encode(event) + b"\n") for event in events]
        entries = []
        with self.path.open("ab") as file:
            position = file.seek(0, os.SEEK_END)
            for event, line in lines:
                entries.append(Entry(position, position + len(line), event))
                position += len(line)
            file.write(b"".join(line for _, line in lines))
            file.flush()
            os.fsync(file.fileno())
        return entries

    def _event(self, line: bytes, position: int) -> Event:
        try:
            event: Event = _EVENTS.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            if _names_unknown_event(line):
                raise NewerArchive(
                    f"Line {self._line_number(position)} of {self.path} holds an event that this onrecord does not"
                    " know: install a newer onrecord."
                ) from None
            raise self._damaged(self._line_number(position)) from None
        return event

    def _line_number(self, position: int) -> int:
        with self.path.open("rb") as file:
            return file.read(position).count(b"\n") + 1

    def _damaged(self, line: int) -> DamagedArchive:
        return DamagedArchive(
            f"Line {line} of {self.path} is not as it was written: restore the ledger from a copy, then run"
            " `onrecord verify`."
        )


def _end_of_lines(size: int, file: int) -> int:
    step = 65536
    at = size
    while at > 0:
        start = max(0, at - step)
        newline = os.pread(file, at - start, start).rfind(b"\n")
        if newline >= 0:
            return start + newline + 1
        at = start
    return 0


def _is_event(line: bytes) -> bool:
    try:
        _EVENTS.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _names_unknown_event(line: bytes) -> bool:
    try:
        event = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return isinstance(event, dict) and isinstance(event.get("event"), str) and event["event"] not in _NAMES
