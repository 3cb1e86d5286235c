"""Captures out of a WARC, streaming, one record at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.capture.captured import PAGE_MEDIA_TYPES, Captured
from onrecord.capture.frames import Record, read_records
from onrecord.capture.http import parse_response
from onrecord.capture.records import (
    PassedOver,
    Payload,
    address_of,
    capture_of,
    issue_at,
    of_revisit,
    parse_payload,
)
from onrecord.capture.revisits import KeptPayloads, Place, SeenPlaces
from onrecord.capture.sniff import is_other_format
from onrecord.capture.stored import GZIP_MAGIC, Cut, Damaged, Stored, StoredGzip
from onrecord.model import Issue, Locator

# warcinfo, request and metadata records hold no capture: they tell of the capturing.
_CAPTURES = frozenset({"response", "resource", "conversion"})
_NO_CAPTURES = frozenset({"warcinfo", "request", "metadata"})


def read_warc(stream: BinaryIO, file: str, head: bytes = b"") -> Iterator[Captured | Issue]:
    """Return the pages of a WARC in their order, and an issue for each thing wrong; at the end, what was passed over.

    `head` are the bytes already taken from the stream. Revisits are resolved within the file.
    """
    head = head or stream.read(len(GZIP_MAGIC))
    # A file given as standard input need not be at its beginning.
    base = stream.tell() - len(head) if stream.seekable() else 0
    source = open_stored(stream, head, base)
    reading = _WarcReading(stream, file, type(source))
    for record in read_records(source, file):
        if isinstance(record, Issue):
            yield record
        else:
            yield from reading.captures(record)
    yield from reading.counts()


def open_stored(stream: BinaryIO, head: bytes, base: int = 0) -> Stored:
    """Return the bytes of a WARC from `base` on, gzip undone if they begin so."""
    gzipped = head.startswith(GZIP_MAGIC) or (len(head) > 0 and GZIP_MAGIC.startswith(head))
    return (StoredGzip if gzipped else Stored)(stream, head, base)


class _WarcReading:
    """One pass over a WARC: what was seen, and what was passed over."""

    def __init__(self, stream: BinaryIO, file: str, storage: type[Stored]) -> None:
        self._stream = stream
        self._file = file
        self._storage = storage
        self._seen = SeenPlaces()
        self._kept = KeptPayloads()
        self._passed: Counter[tuple[str, str]] = Counter()
        self._absent: Counter[str] = Counter()
        self._shared = False
        self._records: Counter[str] = Counter()

    def captures(self, record: Record) -> Iterator[Captured | Issue]:
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

    def _capture(self, record: Record) -> Iterator[Captured | Issue]:
        place = Place(record.locator.offset, record.within)
        self._seen.enter(record, place)
        payload = parse_payload(record)
        if isinstance(payload, PassedOver):
            self._passed[payload] += 1
        elif isinstance(payload, Issue):
            yield payload
        else:
            self._absent.update(payload.absent)
            self._kept.keep(place, payload)
            yield from _captured_with_issues(record, payload)

    def _revisit(self, record: Record) -> Iterator[Captured | Issue]:
        own = parse_response(record.block) if record.block else None
        # 304 is how a server says "not modified": the profile for it refers to the page as it was sent
        # before.
        if own is not None and own.status not in (200, 304):
            self._passed["status", str(own.status)] += 1
            return
        if own is not None and own.media_type is not None and own.media_type not in PAGE_MEDIA_TYPES:
            self._passed["media_type", own.media_type] += 1
            return
        place = self._seen.find(record)
        payload = self._payload_at(place) if place is not None else None
        if payload is None or place is None:
            yield _unresolved(record, self._why_unresolved(place))
        elif isinstance(payload, PassedOver):
            self._passed[payload] += 1
        else:
            self._seen.enter(record, place)
            yield from _captured_with_issues(record, of_revisit(record, own, payload))

    def _why_unresolved(self, place: Place | None) -> str:
        if place is None:
            far = " or lies too far back in it" if self._seen.forgetful else ""
            return f"which is not in this file before it{far}: add the file that holds it"
        if self._stream.seekable():
            return "which is in this file and cannot be read"
        return "which lies too far back in a stream that cannot be read twice: give the file itself"

    def _payload_at(self, place: Place) -> Payload | PassedOver | None:
        """Return the payload at a place seen before; None if it cannot be read again."""
        kept = self._kept.find(place)
        if kept is not None:
            return kept
        if not self._stream.seekable():
            return None
        earlier = self._record_at(place)
        payload = None if earlier is None else parse_payload(earlier)
        if payload is None or isinstance(payload, Issue):
            return None
        if isinstance(payload, Payload):
            self._kept.keep(place, payload)
            payload = payload._replace(issues=())
        return payload

    def _record_at(self, place: Place) -> Record | None:
        went_on = self._stream.tell()
        try:
            self._stream.seek(place.offset)
            source = self._storage(self._stream, b"", place.offset)
            source.skip(place.within)
            record = next(read_records(source, self._file), None)
        except (Cut, Damaged):
            return None
        finally:
            self._stream.seek(went_on)
        return record if isinstance(record, Record) else None

    def counts(self) -> Iterator[Issue]:
        """Return what was passed over or odd in many records, one issue for each kind of thing."""
        for code, kind, what in (
            ("status_passed_over", "status", "HTTP statuses that are no pages"),
            ("media_types_passed_over", "media_type", "media types that are no pages"),
        ):
            counted = {value: count for (of, value), count in self._passed.items() if of == kind}
            yield from self._count(code, what, counted)
        yield from self._count("codings_absent", "codings declared and already undone", self._absent)
        if self._shared:
            said = (
                f"Records of {self._file} share gzip members, so that their places are those of the members."
            )
            yield Issue("records_share_member", said, self._whole(), "note")

        if self._records and self._records.keys() <= _NO_CAPTURES:
            listed = ", ".join(f"{kind}: {count}" for kind, count in sorted(self._records.items()))
            yield Issue(
                "no_captures", f"{self._file} holds no capture, only {listed}.", self._whole(), "warning"
            )

    def _count(self, code: str, what: str, counted: dict[str, int]) -> Iterator[Issue]:
        if counted:
            by_count = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
            listed = ", ".join(f"{value}: {count}" for value, count in by_count)
            yield Issue(code, f"In {self._file}, {what}: {listed}.", self._whole(), "note")

    def _whole(self) -> Locator:
        return Locator(self._file, 0, 0)


def _captured_with_issues(record: Record, payload: Payload) -> Iterator[Captured | Issue]:
    if (other := is_other_format(payload.body)) is not None:
        yield issue_at(record, "not_a_page", f"calls itself {payload.media_type} and is {other}", "warning")
        return
    captured, issues = capture_of(record, payload)
    yield captured
    yield from payload.issues
    yield from issues


def _unresolved(record: Record, why: str) -> Issue:
    names = [name for name in (
        record.header("warc-refers-to"),
        record.header("warc-refers-to-target-uri"),
        record.header("warc-payload-digest"),
    ) if name]  # fmt: skip
    referred = names[0][:200] if names else "nothing that is named"
    said = f"({(address_of(record) or '')[:200]}) is a revisit of {referred}, {why}"
    return issue_at(record, "revisit_unresolved", said, "error")
