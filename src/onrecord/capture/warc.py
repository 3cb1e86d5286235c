"""Captures out of a WARC or ARC, streaming, one record at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.capture.arc import read_arc_records
from onrecord.capture.captured import Found
from onrecord.capture.faults import PassedOver, count_issue, issue_at, passed_over
from onrecord.capture.formats import expand
from onrecord.capture.frames import Record, read_records
from onrecord.capture.http import parse_response
from onrecord.capture.names import names_of
from onrecord.capture.records import Payload, capture_of, may_be_page, parse_payload, tells_of_page
from onrecord.capture.requests import Requests
from onrecord.capture.revisits import Frames, Place, Reopened, Seen
from onrecord.capture.sights import NOT_MODIFIED, names_in, revisit_of
from onrecord.capture.storage import open_stored
from onrecord.model import Issue, Locator, Severity

# warcinfo, request and metadata records hold no capture: they tell of the capturing.
_FRAMES: dict[str, Frames] = {"warc": read_records, "arc": read_arc_records}
_MAGIC = 4
_CAPTURES = frozenset({"response", "resource", "conversion"})
_NO_CAPTURES = frozenset({"warcinfo", "request", "metadata"})


def read_warc(
    stream: BinaryIO, file: str, seen: Seen, head: bytes = b"", path: Path | None = None
) -> Iterator[Found]:
    """Return the pages of a WARC in their order, and an issue for each thing wrong; at the end, what was passed over.

    `head` are the bytes already taken from the stream. `seen` is what came before in this call: a revisit of what is
    not there comes out as such. `path` is where a stream that can be sought in can be opened again.
    """
    return read_container("warc", stream, file, seen, head, path)


def read_container(
    kind: str,
    stream: BinaryIO,
    file: str,
    seen: Seen,
    head: bytes = b"",
    again: Path | Reopened | None = None,
) -> Iterator[Found]:
    """Return the pages of a WARC or ARC, as `read_warc` does; `again` is what a stream can be opened from again."""
    head = head or stream.read(_MAGIC)
    # A file given as standard input need not be at its beginning.
    base = stream.tell() - len(head) if stream.seekable() else 0
    source = open_stored(stream, head, base)
    frames = _FRAMES[kind]
    number = seen.begin(file, (again or stream) if stream.seekable() else None, source.again, frames)
    reading = _WarcReading(file, seen, number)
    told = False
    requests = Requests()
    for record in frames(source, file):
        if isinstance(record, Issue):
            told = told or record.severity == "error"
            yield from requests.rest()
            yield record
        else:
            yield from requests.pair(record, reading.captures(record))
    yield from requests.rest()
    yield from reading.counts()
    if not told:
        yield from reading.nothing()


class _WarcReading:
    """One pass over a WARC: what was seen, and what was passed over."""

    def __init__(self, file: str, seen: Seen, number: int) -> None:
        self._file = file
        self._seen = seen
        self._number = number
        self._passed: Counter[PassedOver] = Counter()
        self._absent: Counter[str] = Counter()
        self._shared = False
        self._records: Counter[str] = Counter()

    def captures(self, record: Record) -> Iterator[Found]:
        """Return the capture of a record, if it is one, and its issues."""
        self._shared = self._shared or record.within > 0
        self._records[record.type] += 1
        if record.type in _CAPTURES:
            yield from self._capture(record)
        elif record.type == "revisit":
            yield from self._revisit(record)
        elif record.type not in _NO_CAPTURES:
            said = (
                f"is of the type {record.type[:40]!r}, which this version does not read, and was passed over"
            )
            yield issue_at(record, "record_type_unknown", said, "warning")

    def _capture(self, record: Record) -> Iterator[Found]:
        place = Place(self._number, record.locator.offset, record.within)
        payload = parse_payload(record)
        if not isinstance(payload, Payload):
            self._seen.enter(place, names_in(record))
            if isinstance(payload, PassedOver):
                self._passed[payload] += 1
            else:
                yield payload
            return
        self._absent.update(payload.absent)
        captured, issues = capture_of(record, payload)
        self._seen.enter(place, names_of(captured), captured)
        yield from expand(captured)
        yield from payload.issues
        yield from issues

    def _revisit(self, record: Record) -> Iterator[Found]:
        own = parse_response(record.block) if record.block else None
        # 304 is how a server says "not modified": the profile for it refers to the page as it was sent
        # before.
        if own is not None and own.status != NOT_MODIFIED and not tells_of_page(own.status):
            self._passed[PassedOver("status", str(own.status))] += 1
            return
        if own is not None and own.media_type is not None and not may_be_page(own.media_type):
            self._passed[PassedOver("media_type", own.media_type)] += 1
            return
        revisit, issues = revisit_of(record, own)
        found = self._seen.resolve(revisit)
        if isinstance(found, PassedOver):
            self._passed[found] += 1
            return
        yield found
        yield from issues

    def counts(self) -> Iterator[Issue]:
        """Return what was passed over or odd in many records, one issue for each kind of thing."""
        yield from passed_over(self._file, self._passed)
        yield from count_issue(
            self._file, "codings_absent", "codings declared and already undone", dict(self._absent)
        )
        if self._shared:
            said = (
                f"Records of {self._file} share gzip members, so that their places are those of the members."
            )
            yield self._issue("records_share_member", said, "note")

    def nothing(self) -> Iterator[Issue]:
        """Return an issue if the file holds no records, or only such as are no captures."""
        if not self._records:
            said = (
                f"{self._file} is named like a WARC, and holds no WARC record: if it is a page, give it a name that ends"
                " in .html or .txt; if it should be a WARC, fetch it again."
            )
            yield self._issue("no_captures", said, "error")
        elif self._records.keys() <= _NO_CAPTURES:
            listed = ", ".join(f"{kind}: {count}" for kind, count in sorted(self._records.items()))
            yield self._issue("no_captures", f"{self._file} holds no capture, only {listed}.", "warning")

    def _issue(self, code: str, said: str, severity: Severity) -> Issue:
        return Issue(code, said, Locator(self._file, 0, 0), severity)
