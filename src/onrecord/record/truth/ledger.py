"""The ledger: one JSON line per event, appended and synced; with the captures it is the truth of an archive."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from onrecord.errors import DamagedArchive, NewerArchive, NotFound
from onrecord.model import Locator
from onrecord.record.truth.store import sync_folder

FORMAT = 1
"""The format of archive that this onrecord writes and reads."""


class ArchiveBegun(msgspec.Struct, frozen=True, tag_field="event", tag="archive"):
    """The first line of a ledger."""

    format: int
    created_at: str


class FileBegun(msgspec.Struct, frozen=True, tag_field="event", tag="warc"):
    """What stands in a WARC file before its first capture, and the SHA-256 of those bytes as stored."""

    locator: Locator
    stored: str


class CaptureKept(msgspec.Struct, frozen=True, tag_field="event", tag="capture"):
    """A capture acknowledged: its WARC was synced before this line was written.

    `charset` is what the HTTP header declared. `stored` is the SHA-256 of the record's bytes as stored. `body` tells
    where the body lies when this record is a revisit of one already kept. `names` are those that its source gave it,
    beside address and time, by which a revisit may refer to it. `status` is that of HTTP, None where nobody tells it.
    """

    url: str | None
    captured_at: str | None
    digest: str
    media_type: str
    charset: str | None
    locator: Locator
    stored: str
    body: Locator | None
    added_at: str
    names: tuple[str, ...] = ()
    status: int | None = None


class NamesKept(msgspec.Struct, frozen=True, tag_field="event", tag="names"):
    """Further names of a capture that came once more, from a file that calls it otherwise."""

    url: str | None
    captured_at: str | None
    digest: str
    names: tuple[str, ...]


class RevisitKept(msgspec.Struct, frozen=True, tag_field="event", tag="revisit"):
    """A revisit acknowledged whose page is not kept yet; once it is, the revisit is acknowledged as a capture, too.

    `media_type` and `charset` are what its own HTTP header declared, `refers_to` the names of what it is the same as.
    """

    url: str | None
    captured_at: str | None
    media_type: str | None
    charset: str | None
    names: tuple[str, ...]
    refers_to: tuple[str, ...]
    locator: Locator
    stored: str
    added_at: str


class RequestKept(msgspec.Struct, frozen=True, tag_field="event", tag="request"):
    """The request of a fetched capture, which stands right before that in the WARC."""

    url: str | None
    captured_at: str | None
    locator: Locator
    stored: str


class StatementMinted(msgspec.Struct, frozen=True, tag_field="event", tag="statement", omit_defaults=True):
    """An identity given for ever: the address (else the digest) of the page it was first read from, and its place.

    `page` is the id that the page gives, where that had shown another statement before.
    """

    id: str
    url: str | None
    digest: str
    n: int
    page: str | None = None


class StatementJoined(msgspec.Struct, frozen=True, tag_field="event", tag="joined"):
    """Two identities found to be of one statement: whoever asks for `id` is answered with `statement`."""

    id: str
    statement: str


class StatementSplit(msgspec.Struct, frozen=True, tag_field="event", tag="split"):
    """An identity that had been joined with the statement, and is one of its own again."""

    id: str
    statement: str


class CaptureAgain(msgspec.Struct, frozen=True, tag_field="event", tag="again"):
    """A capture whose record was lost or damaged, kept once more: what was at `instead_of` is at `locator` from now on."""

    instead_of: Locator
    locator: Locator
    stored: str
    added_at: str


class CorrectionKept(msgspec.Struct, frozen=True, tag_field="event", tag="correction"):
    """A correction taken up, or changed: its words stand in its file, here a digest of what they say."""

    id: str
    statement: str
    file: str
    meaning: str
    by: str
    on: str


class CorrectionUndone(msgspec.Struct, frozen=True, tag_field="event", tag="undone"):
    """A correction that its keeper took back, or that a redaction removed."""

    id: str
    by: str
    on: str


class SourceTold(msgspec.Struct, frozen=True, tag_field="event", tag="source"):
    """What a source file tells, taken up or changed: a digest of it."""

    name: str
    file: str
    meaning: str


class Instead(msgspec.Struct, frozen=True):
    """What is kept of a capture that a passage was removed of: the rest, as a record of its own."""

    digest: str
    locator: Locator
    stored: str
    body: Locator | None
    charset: str | None


class Redacted(msgspec.Struct, frozen=True):
    """A record that was removed: where it was, digests of it, and the digest of what stands in its place since."""

    locator: Locator
    url: str | None
    captured_at: str | None
    digest: str
    stored: str
    filled: str
    instead: Instead | None


class RedactionBegun(msgspec.Struct, frozen=True, tag_field="event", tag="redaction"):
    """A removal that the law requires, written before anything is removed, so that whoever is killed is made good.

    `statements` are those that no capture shows any more, `corrections` those that go because they quote the words.
    `still` names files that are not onrecord's to change, in which the words stand or may stand.
    """

    id: str
    by: str
    on: str
    why: str
    reach: Literal["capture", "passage"]
    removed: tuple[Redacted, ...]
    statements: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    still: tuple[str, ...] = ()


class RedactionDone(msgspec.Struct, frozen=True, tag_field="event", tag="redacted"):
    """All bytes of a removal are gone."""

    id: str


class MessageReleased(msgspec.Struct, frozen=True, tag_field="event", tag="release"):
    """A message of the keeper's own, released by its second person; its very bytes lie at `locator`.

    Nobody may see it before `out_from`. It is no capture yet: that it has come out is an event of its own. `note` is what
    the public is told of a correction.
    """

    name: str
    statement: str
    url: str
    digest: str
    written_by: str
    released_by: str
    released_at: str
    out_from: str | None
    note: str | None
    locator: Locator
    stored: str

    @property
    def captured_at(self) -> str:
        """Return the time of its record."""
        return self.released_at


class MessageOut(msgspec.Struct, frozen=True, tag_field="event", tag="out"):
    """A released message came out; the line behind this acknowledges it as a capture of that time."""

    statement: str
    url: str
    digest: str
    on: str


class MessageWithdrawn(msgspec.Struct, frozen=True, tag_field="event", tag="withdrawn"):
    """A message that its keeper took back: by whom, when, and why."""

    statement: str
    url: str
    by: str
    on: str
    why: str


Message = MessageReleased | MessageOut | MessageWithdrawn
"""What the keeper decided of messages of his own."""

Decision = CaptureAgain | CorrectionKept | CorrectionUndone | SourceTold | RedactionBegun | RedactionDone
"""What the keeper decided, and what became of captures after they were acknowledged."""

Event = (
    ArchiveBegun
    | FileBegun
    | CaptureKept
    | NamesKept
    | RevisitKept
    | RequestKept
    | StatementMinted
    | StatementJoined
    | StatementSplit
    | Decision
    | Message
)
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
