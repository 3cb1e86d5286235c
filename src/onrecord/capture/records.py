"""A WARC record as a capture: which are pages, their bytes, and what is wrong with them."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import NamedTuple
from urllib.parse import quote

from onrecord.capture.captured import (
    BODY_LIMIT,
    PAGE_MEDIA_TYPES,
    Captured,
    digest_of,
    media_type_of,
)
from onrecord.capture.frames import Record
from onrecord.capture.http import Response, parse_response, undo_codings
from onrecord.capture.sniff import page_media_type
from onrecord.capture.times import utc_time
from onrecord.model import Capture, Issue, Locator, Severity

UNKNOWN_TIME = "WARC-Onrecord-Captured-At"
"""Our own header, value "unknown": nobody said when this was captured, and WARC-Date is the time of adding."""

REFERS_TO = "WARC-Onrecord-Refers-To"
"""Our own header, value "file;offset;length": where in the archive the bytes lie that a revisit refers to."""

# Some browsers take as much; a data: address of megabytes would have to be repeated wherever the capture is named.
_ADDRESS_LIMIT = 1 << 16
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_ALGORITHMS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha512": hashlib.sha512, "md5": hashlib.md5}
_BASE32 = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHIJKLMNOPQRSTUV")


class Payload(NamedTuple):
    """A page's bytes with codings undone, and what the record's own headers say they are."""

    body: bytes
    digest: str
    media_type: str
    charset: str | None
    issues: tuple[Issue, ...] = ()
    absent: tuple[str, ...] = ()
    claimed: str | None = None


class PassedOver(NamedTuple):
    """A record that is sound and no page: `kind` is "status" or "media_type"."""

    kind: str
    value: str


def parse_payload(record: Record) -> Payload | PassedOver | Issue:
    """Return the page in a response, resource or conversion record; else why it is none."""
    if _is_http(record):
        response = parse_response(record.block)
        if response is None:
            return issue_at(record, "http_header_unreadable", "has no readable HTTP header", "error")
        return _response_payload(record, response)
    if _is_writers_note(record):
        return PassedOver("media_type", "metadata")
    media_type, charset = media_type_of(record.header("content-type"))
    return _payload(record, media_type, charset, record.block, None)


def _response_payload(record: Record, response: Response) -> Payload | PassedOver | Issue:
    if response.status != 200:
        return PassedOver("status", str(response.status))
    if response.media_type is not None and response.media_type not in PAGE_MEDIA_TYPES:
        return PassedOver("media_type", response.media_type)
    if not record.whole:
        return body_too_large(record.locator)
    undone = undo_codings(response, record.block)
    if undone.too_large:
        return body_too_large(record.locator)
    if undone.fault is not None and not undone.body:
        return issue_at(record, "body_undecodable", f"has no readable body: {undone.fault}", "error")
    payload = _payload(record, response.media_type, response.charset, undone.body, response)
    if not isinstance(payload, Payload):
        return payload
    if undone.fault is not None:
        said = f"has a body of which only the first {len(undone.body)} bytes came out: {undone.fault}"
        payload = payload._replace(
            issues=(issue_at(record, "body_incomplete", said, "error"), *payload.issues)
        )
    return payload._replace(absent=undone.absent)


def _payload(
    record: Record, media_type: str | None, charset: str | None, body: bytes, response: Response | None
) -> Payload | PassedOver | Issue:
    if media_type is None:
        media_type = page_media_type(body)
    if media_type not in PAGE_MEDIA_TYPES:
        return PassedOver("media_type", media_type or "unknown")
    if not record.whole or len(body) > BODY_LIMIT:
        return body_too_large(record.locator)
    if not body:
        return issue_at(record, "empty", "has an empty body", "warning")
    issues = digest_issues(record, body, response) + _truncation_issues(record)
    claimed = record.header("warc-payload-digest")
    return Payload(body, digest_of(body), media_type, charset, issues, claimed=claimed)


def of_revisit(record: Record, own: Response | None, payload: Payload) -> Payload:
    """Return the payload a revisit refers to, under the revisit's own headers, with the revisit's own issues."""
    claimed = record.header("warc-payload-digest")
    issues: tuple[Issue, ...] = ()
    if claimed and payload.claimed and claimed.strip().lower() != payload.claimed.strip().lower():
        issues = (_mismatch(record, "payload", claimed),)
    if own is not None and own.media_type is not None:
        payload = payload._replace(media_type=own.media_type, charset=own.charset)
    return payload._replace(issues=issues)


def capture_of(record: Record, payload: Payload) -> tuple[Captured, tuple[Issue, ...]]:
    """Return the capture with the record's own address and time, and the issues about these."""
    captured_at, issues = time_of(record)
    address = address_of(record)
    if address is not None and len(address) > _ADDRESS_LIMIT:
        said = f"has an address of {len(address)} characters, which was left out"
        issues += (issue_at(record, "warc_header_unreadable", said, "warning"),)
        address = None
    capture = Capture(address, captured_at, payload.digest, payload.media_type, record.locator)
    return Captured(capture, payload.body, payload.charset), issues


def address_of(record: Record) -> str | None:
    """Return WARC-Target-URI without angle brackets (old writers have them), None for a urn.

    Control characters, which no address may have, are percent-encoded.
    """
    target = (record.header("warc-target-uri") or "").strip()
    if target.startswith("<") and target.endswith(">"):
        target = target[1:-1]
    if not target or target[:4].lower() == "urn:":
        return None
    return _CONTROL.sub(lambda found: quote(found.group()), target)


def time_of(record: Record) -> tuple[str | None, tuple[Issue, ...]]:
    """Return WARC-Date in UTC, or None with an issue where it is missing or no time."""
    if record.header(UNKNOWN_TIME.lower()) is not None:
        return None, ()
    given = record.header("warc-date")
    moment = utc_time(given or "")
    if moment is not None:
        return moment, ()
    said = "has no WARC-Date" if not given else f"has the WARC-Date {given[:40]!r}, which is no usable time"
    return None, (issue_at(record, "warc_date_unusable", said, "warning"),)


def digest_issues(record: Record, body: bytes, response: Response | None) -> tuple[Issue, ...]:
    """Return an issue for each digest in the record's headers that its bytes do not have.

    Writers differ in what they call the payload (with or without codings), so any of these may fit; and in how they
    write a digest: base32, base64, hexadecimal.
    """
    issues: list[Issue] = []
    block_digest = record.header("warc-block-digest")
    if block_digest is not None and has_digest(record.block, block_digest) is False:
        issues.append(_mismatch(record, "block", block_digest))
    payload_digest = record.header("warc-payload-digest")
    if payload_digest is not None:
        raw = record.block if response is None else record.block[response.body_at :]
        if not _any_fits(payload_digest, raw, body, response):
            issues.append(_mismatch(record, "payload", payload_digest))
    return tuple(issues)


def _any_fits(digest: str, raw: bytes, body: bytes, response: Response | None) -> bool:
    if has_digest(raw, digest) is not False or (body is not raw and has_digest(body, digest) is not False):
        return True
    if response is None or not (response.transfer and response.content):
        return False
    return has_digest(undo_codings(response._replace(content=(), body_at=0), raw).body, digest) is not False


def has_digest(content: bytes, digest: str) -> bool | None:
    """Return whether the bytes have this digest ("sha1:…" and the like); None where its form is not known."""
    algorithm, _, value = digest.strip().partition(":")
    digested = _ALGORITHMS.get(algorithm.lower().replace("-", ""))
    if digested is None:
        return None
    actual = digested(content, usedforsecurity=False).digest()
    expected = _digest_bytes(value.strip(), len(actual))
    return None if expected is None else actual == expected


def _digest_bytes(value: str, size: int) -> bytes | None:
    bare = value.rstrip("=")
    try:
        if len(value) == 2 * size:
            return bytes.fromhex(value)
        if len(bare) == -(-size * 8 // 5):
            # Base32 is Python's base 32 in another alphabet; through int it is ten times faster than
            # base64.b32decode.
            number = int(bare.upper().translate(_BASE32), 32)
            return (number >> (len(bare) * 5 - size * 8)).to_bytes(size, "big")
        bare = bare.replace("-", "+").replace("_", "/")
        found = base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except (ValueError, OverflowError):
        return None
    return found if len(found) == size else None


def _mismatch(record: Record, what: str, digest: str) -> Issue:
    return issue_at(
        record, "digest_mismatch", f"does not have the {what} digest {digest[:90]} it claims", "warning"
    )


def _truncation_issues(record: Record) -> tuple[Issue, ...]:
    reason = record.header("warc-truncated")
    if record.header("warc-segment-number") is not None:
        said = "is only the first part of a page that its writer split over several records"
        return (issue_at(record, "body_incomplete", said, "error"),)
    if reason is None:
        return ()
    return (
        issue_at(record, "cut_when_captured", f"was cut when captured (reason: {reason[:40]!r})", "warning"),
    )


def _is_http(record: Record) -> bool:
    if record.type == "conversion":
        return False
    content_type = (record.header("content-type") or "").lower()
    return content_type.startswith("application/http") or (
        record.type == "response" and not content_type and record.block.startswith(b"HTTP/")
    )


def _is_writers_note(record: Record) -> bool:
    """Tell whether the record is the capturing program's own log, which GNU Wget keeps as a text resource."""
    target = (record.header("warc-target-uri") or "").strip().lstrip("<").lower()
    return target.startswith("metadata:")


def body_too_large(locator: Locator) -> Issue:
    """Return the issue for a body beyond the limit."""
    said = (
        f"is larger than {BODY_LIMIT >> 20} MiB and was not read: take the page out of it and give that alone"
    )
    return issue_about(locator, "body_too_large", said, "error")


def issue_at(record: Record, code: str, said: str, severity: Severity) -> Issue:
    """Return an issue about the record; `said` completes the sentence "The capture at … of …"."""
    return issue_about(record.locator, code, said, severity)


def issue_about(locator: Locator, code: str, said: str, severity: Severity) -> Issue:
    """Return an issue about a place; `said` completes the sentence "The capture at … of …"."""
    return Issue(code, f"The capture at {locator.offset} of {locator.file} {said}.", locator, severity)
