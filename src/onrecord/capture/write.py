"""Captures into a WARC of an archive: one gzip member a record, appended, nothing random in them."""

from __future__ import annotations

import io
import os
import re
import uuid
import zlib
from http import HTTPStatus
from pathlib import Path
from types import TracebackType

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.capture.captured import MAIL, MARKDOWN, MHTML, Captured, PartOf, Revisit, Wire, digest_of
from onrecord.capture.http import parse_response
from onrecord.capture.sights import NOT_MODIFIED, PART_OF, REFERS_TO, UNKNOWN_STATUS, UNKNOWN_TIME
from onrecord.errors import WrongCall
from onrecord.model import Capture, Locator

# Minted once for this purpose; a record's id says nothing but which capture it holds.
_NAMESPACE = uuid.UUID("6f6e7265-636f-5264-8000-000000000001")
_PROFILE = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_UNFIT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_HTTP = "application/http; msgtype=response"
_REFERRING = {
    "warc-refers-to": "WARC-Refers-To",
    "warc-refers-to-target-uri": "WARC-Refers-To-Target-URI",
    "warc-refers-to-date": "WARC-Refers-To-Date",
    "warc-payload-digest": "WARC-Payload-Digest",
}
_STATUSES = frozenset(HTTPStatus)
# A line of a header with those that go on in the next
_LINES = re.compile(rb"\r?\n(?![ \t])")
_OF_BODY = re.compile(rb"(?:content-length|content-encoding|transfer-encoding)[ \t]*:", re.IGNORECASE)
_ORIGINAL = b"X-Archive-Orig-"
_LEVEL = 6
_LONG_ADDRESS = 8192


class CaptureWriter:
    """Appends captures to one WARC 1.1 file; what `write` returned is on disk once `sync` has returned.

    `name` is the file's name relative to the archive folder, as locators give it.
    """

    def __init__(self, path: Path, name: str | None = None) -> None:
        self._name = path.name if name is None else name
        self._file = path.open("ab")

    def write(self, captured: Captured, *, added_at: str, refers_to: Capture | None = None) -> Locator:
        """Append a capture and return its place; a revisit without the body if `refers_to` is given.

        `refers_to` is the capture whose record in this archive holds the same bytes (its locator as `write` returned it).
        `added_at` is the record's time where nobody knows when the capture was made; it is marked as such.
        """
        return self._append(_capture_record(captured, added_at, refers_to))

    def write_request(self, captured: Captured) -> Locator:
        """Append the request that a capture answers, right before that, and return its place."""
        return self._append(_request_record(captured))

    def write_revisit(self, revisit: Revisit, *, added_at: str) -> Locator:
        """Append a revisit of what is not in this archive, as its source had it, and return its place."""
        return self._append(_revisit_record(revisit, added_at))

    def _append(self, record: bytes) -> Locator:
        record = _gzipped(record)
        offset = self._file.seek(0, os.SEEK_END)
        try:
            self._file.write(record)
            self._file.flush()
        except OSError:
            self._file.truncate(offset)
            raise
        return Locator(self._name, offset, len(record))

    def sync(self) -> None:
        """Return once all that was written is on disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Sync and close the file."""
        if not self._file.closed:
            self.sync()
            self._file.close()

    def __enter__(self) -> CaptureWriter:
        """Return the writer."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()


def _capture_record(captured: Captured, added_at: str, refers_to: Capture | None) -> bytes:
    if captured.wire is not None and _tells_of_body(captured.wire, refers_to):
        return _wire_record(captured, captured.wire, added_at, refers_to)
    capture = captured.capture
    live = capture.url is not None and capture.captured_at is not None
    whole = captured.part_of is not None or capture.media_type in (MHTML, MAIL, MARKDOWN)
    kind = "revisit" if refers_to is not None else "response" if live and not whole else "resource"
    if captured.part_of is not None and refers_to is None:
        kind = "conversion"
    content_type = _content_type(captured)
    http = (
        None
        if kind in ("resource", "conversion")
        else _http_header(capture.status or 200, content_type, len(captured.body))
    )
    head = b"" if http is None else http.to_ascii_bytes()
    body = b"" if kind == "revisit" else captured.body
    headers = _headers(kind, capture, added_at)
    if http is not None and capture.status is None:
        headers.append((UNKNOWN_STATUS, "unknown"))
    headers.append(("WARC-Block-Digest", digest_of(head + body)))
    headers += [] if refers_to is None else _referring(refers_to)
    headers += [] if captured.part_of is None or refers_to is not None else _cut_from(captured.part_of)
    record = ArcWarcRecord(
        "warc",
        kind,
        StatusAndHeaders("", headers, "WARC/1.1"),
        io.BytesIO(body),
        http,
        content_type if http is None else _HTTP,
        len(head) + len(body),
    )
    out = io.BytesIO()
    # Compressed elsewhere and not by warcio: it compresses at level 9, which costs twice the time for 1% less.
    WARCWriter(out, gzip=False, warc_version="WARC/1.1").write_record(record)
    return out.getvalue()


def _tells_of_body(wire: Wire, refers_to: Capture | None) -> bool:
    """Tell whether the header as it came can stand before the body; "not modified" can only stand without it."""
    return refers_to is not None or wire.body is not None or wire.status != NOT_MODIFIED


def _revisit_record(revisit: Revisit, added_at: str) -> bytes:
    fields = {name: _UNFIT.sub("", value) for name, value in revisit.fields.items()}
    record_id = f"<urn:uuid:{_uuid(revisit.url, revisit.captured_at, *revisit.refers_to)}>"
    headers = [
        ("WARC-Type", "revisit"),
        ("WARC-Record-ID", fields.pop("warc-record-id", record_id)),
        ("WARC-Target-URI", record_id.strip("<>") if revisit.url is None else _fit(revisit.url)),
        ("WARC-Date", revisit.captured_at or added_at),
        ("WARC-Profile", fields.pop("warc-profile", _PROFILE)),
        *((_REFERRING[name], value) for name, value in fields.items()),
        *([("WARC-IP-Address", revisit.wire.address)] if revisit.wire and revisit.wire.address else []),
        *_unknown_time(revisit.captured_at),
    ]
    return _record(headers, _HTTP, revisit.head)


def _wire_record(captured: Captured, wire: Wire, added_at: str, refers_to: Capture | None) -> bytes:
    """Return the record of a capture whose HTTP is known: its block is what came over the wire."""
    capture, kind = captured.capture, "response" if refers_to is None else "revisit"
    headers = _headers(kind, capture, added_at)
    response = parse_response(wire.head)
    if refers_to is None and wire.body is not None and response is not None and response.content:
        # A payload is what the content coding left, and our digest is of what is in it: a reader would compare the two.
        headers = [(name, value) for name, value in headers if name != "WARC-Payload-Digest"]
    if wire.address is not None:
        headers.append(("WARC-IP-Address", wire.address))
    if refers_to is not None:
        headers += _referring(refers_to, _NOT_MODIFIED if wire.status == NOT_MODIFIED else _PROFILE)
        return _record(headers, _HTTP, wire.head)
    if wire.truncated is not None:
        headers.append(("WARC-Truncated", wire.truncated))
    if wire.body is None:
        return _record(headers, _HTTP, _head_of(wire, len(captured.body)) + captured.body)
    return _record(headers, _HTTP, wire.head + wire.body)


def _head_of(wire: Wire, length: int) -> bytes:
    """Return a head for a body whose codings are undone: as it came, but for what it says of codings and length.

    Those lines keep what they say under another name, as web archives do.
    """
    _, first, *lines = _LINES.split(b"\n" + wire.head.rstrip(b"\r\n"))
    named = [_ORIGINAL + line if _OF_BODY.match(line) else line for line in lines]
    return b"\r\n".join([first, *named, b"Content-Length: %d" % length, b"", b""])


def _request_record(captured: Captured) -> bytes:
    wire, capture = captured.wire, captured.capture
    assert wire is not None
    assert capture.captured_at is not None  # a request without its time is not kept
    record_id = _uuid(capture.url, capture.captured_at, capture.digest, "request")
    headers = [
        ("WARC-Type", "request"),
        ("WARC-Record-ID", f"<urn:uuid:{record_id}>"),
        ("WARC-Target-URI", _target(capture)),
        ("WARC-Date", capture.captured_at),
        ("WARC-Concurrent-To", f"<urn:uuid:{_record_id(capture)}>"),
        *([("WARC-IP-Address", wire.address)] if wire.address else []),
    ]
    return _record(headers, "application/http; msgtype=request", wire.request)


def _record(headers: list[tuple[str, str]], content_type: str, block: bytes) -> bytes:
    """Return a record with the block as it is: warcio would write an HTTP header in its own words."""
    headers += [
        ("WARC-Block-Digest", digest_of(block)),
        ("Content-Type", content_type),
        ("Content-Length", str(len(block))),
    ]
    head: bytes = StatusAndHeaders("", headers, "WARC/1.1").to_bytes(encoding="utf-8")
    return head + block + b"\r\n\r\n"


def _headers(kind: str, capture: Capture, added_at: str) -> list[tuple[str, str]]:
    target = _target(capture)
    return [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<urn:uuid:{_record_id(capture)}>"),
        ("WARC-Target-URI", target),
        ("WARC-Date", capture.captured_at or added_at),
        ("WARC-Payload-Digest", capture.digest),
        *_unknown_time(capture.captured_at),
    ]


def _unknown_time(captured_at: str | None) -> list[tuple[str, str]]:
    return [(UNKNOWN_TIME, "unknown")] if captured_at is None else []


def _target(capture: Capture) -> str:
    if capture.url is None:
        return "urn:" + capture.digest
    return _fit(capture.url)


def _fit(url: str) -> str:
    if _UNFIT.search(url) or url != url.strip():
        raise WrongCall(f"{url!r} is no address of a page: give it as https://….")
    return url


def _record_id(capture: Capture) -> uuid.UUID:
    return _uuid(capture.url, capture.captured_at, capture.digest)


def _uuid(url: str | None, captured_at: str | None, *digests: str) -> uuid.UUID:
    return uuid.uuid5(_NAMESPACE, " ".join((url or "", captured_at or "", *digests)))


def _content_type(captured: Captured) -> str:
    charset = f"; charset={captured.charset}" if captured.charset else ""
    return captured.capture.media_type + charset


def _http_header(status: int, content_type: str, length: int) -> StatusAndHeaders:
    headers = [("Content-Type", content_type), ("Content-Length", str(length))]
    reason = HTTPStatus(status).phrase if status in _STATUSES else "Unknown"
    return StatusAndHeaders(f"{status} {reason}", headers, "HTTP/1.1")


def _referring(first: Capture, profile: str = _PROFILE) -> list[tuple[str, str]]:
    place = first.locator
    headers = [
        ("WARC-Profile", profile),
        ("WARC-Refers-To", f"<urn:uuid:{_record_id(first)}>"),
        (REFERS_TO, f"{place.file};{place.offset};{place.length}"),
    ]
    target = _target(first)
    if len(target) < _LONG_ADDRESS:
        headers.append(("WARC-Refers-To-Target-URI", target))
    if first.captured_at is not None:
        headers.append(("WARC-Refers-To-Date", first.captured_at))
    return headers


def _cut_from(part: PartOf) -> list[tuple[str, str]]:
    """Return the headers that lead from a part to the record of the whole, and to its bytes there."""
    whole = part.whole
    headers = [
        ("WARC-Refers-To", f"<urn:uuid:{_record_id(whole)}>"),
        (PART_OF, f"{whole.digest};{part.start};{part.end - part.start}"),
    ]
    if len(target := _target(whole)) < _LONG_ADDRESS:
        headers.append(("WARC-Refers-To-Target-URI", target))
    return headers


def _gzipped(record: bytes) -> bytes:
    """Return one gzip member, with no time or name in it."""
    compress = zlib.compressobj(_LEVEL, zlib.DEFLATED, 31)
    return compress.compress(record) + compress.flush()
