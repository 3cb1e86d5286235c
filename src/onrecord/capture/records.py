"""A WARC record as a capture: which are pages, their bytes, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import msgspec

from onrecord.capture.captured import (
    BODY_LIMIT,
    PAGE_MEDIA_TYPES,
    TEXT_MEDIA_TYPES,
    VAGUE_MEDIA_TYPES,
    Captured,
    Revisit,
    Wire,
    address_in,
    digest_of,
    media_type_of,
)
from onrecord.capture.digests import has_digest
from onrecord.capture.frames import Record, parse_headers
from onrecord.capture.http import Response, Undone, parse_response, undo_codings
from onrecord.capture.names import digest_names, own_names, referred_names, sight_name
from onrecord.capture.times import utc_time
from onrecord.capture.types import Settled, settle_type
from onrecord.model import Capture, Issue, Locator, Severity

UNKNOWN_TIME = "WARC-Onrecord-Captured-At"
"""Our own header, value "unknown": nobody said when this was captured, and WARC-Date is the time of adding."""

UNKNOWN_STATUS = "WARC-Onrecord-Status"
"""Our own header, value "unknown": nobody said how this was answered, and the status line is the writer's."""

REFERS_TO = "WARC-Onrecord-Refers-To"
"""Our own header, value "file;offset;length": where in the archive the bytes lie that a revisit refers to."""

PART_OF = "WARC-Onrecord-Part-Of"
"""Our own header of a conversion, value "digest;start;length": the bytes of another capture's body that these are."""

REFERRING = (
    "warc-record-id",
    "warc-profile",
    "warc-refers-to",
    "warc-refers-to-target-uri",
    "warc-refers-to-date",
    "warc-payload-digest",
)
"""The fields of a revisit that tell what it is the same as; all others tell of itself."""

REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
"""The statuses with which a server says that a page is to be had elsewhere."""

NOT_MODIFIED = 304
"""The status with which a server says that a page is as it was sent before."""

# Some browsers take as much; a data: address of megabytes would have to be repeated wherever the capture is named.
_ADDRESS_LIMIT = 1 << 16
_LONGEST_REASON = 200


class Payload(NamedTuple):
    """A page's bytes with codings undone, and what the record's own headers say they are.

    `names` are the record's id and the payload digest that it states, if the bytes have it. `status` is that of HTTP,
    `head` the header it came with, `coded` the body as it came, None where that was not whole and sound.
    """

    body: bytes
    digest: str
    media_type: str
    charset: str | None
    issues: tuple[Issue, ...] = ()
    absent: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    status: int | None = None
    head: bytes = b""
    coded: bytes | None = None


class PassedOver(NamedTuple):
    """A record that is sound and no page: `kind` is "status" or "media_type"."""

    kind: str
    value: str


def parse_payload(
    record: Record, *, fetched: bool = False, believed: bool = False
) -> Payload | PassedOver | Issue:
    """Return the page in a response, resource or conversion record; else why it is none.

    A redirection is a payload as well: it tells where the page is to be had. Of those that were not `fetched` a moment ago only
    such as lead to another page: from http to https, or to "www.", tells nothing. `believed`: what an archive calls its own
    record was settled when it was taken in, and is not asked again.
    """
    if _is_http(record):
        response = parse_response(record.block)
        if response is None:
            return issue_at(record, "http_header_unreadable", "has no readable HTTP header", "error")
        if response.status in REDIRECTIONS and (fetched or _leads_elsewhere(record)):
            return _redirection(record, response)
        return _response_payload(record, response, believed)
    if not believed and _is_writers_note(record):
        return PassedOver("media_type", "metadata")
    media_type, charset = media_type_of(record.header("content-type"))
    return _payload(record, media_type, charset, record.block, None, believed)


def _response_payload(record: Record, response: Response, believed: bool) -> Payload | PassedOver | Issue:
    if not believed and not tells_of_page(response.status):
        return PassedOver("status", str(response.status))
    if not believed and response.media_type is not None and not may_be_page(response.media_type):
        return PassedOver("media_type", response.media_type)
    if not record.whole:
        return body_too_large(record.locator)
    undone = undo_codings(response, record.block)
    if undone.too_large:
        return body_too_large(record.locator)
    if undone.fault is not None and not undone.body:
        return issue_at(record, "body_undecodable", f"has no readable body: {undone.fault}", "error")
    payload = _payload(record, response.media_type, response.charset, undone.body, response, believed)
    if not isinstance(payload, Payload):
        return payload
    if undone.fault is not None:
        said = f"has a body of which only the first {len(undone.body)} bytes came out: {undone.fault}"
        payload = payload._replace(
            issues=(issue_at(record, "body_incomplete", said, "error"), *payload.issues)
        )
    return payload._replace(
        absent=undone.absent,
        status=response.status,
        head=record.block[: response.body_at],
        coded=_as_it_came(record, response, undone),
    )


def _as_it_came(record: Record, response: Response, undone: Undone) -> bytes | None:
    """Return the body with its codings on; None where undoing them met a fault, or found them undone already.

    What is then kept is what was undone: another version of us might undo such a body in another way.
    """
    if undone.fault is not None or undone.absent:
        return None
    return record.block[response.body_at :] if response.content or response.transfer else undone.body


def _leads_elsewhere(record: Record) -> bool:
    """Tell whether a redirection names an address of another page than the one that was asked for."""
    headers = parse_headers(record.block)
    asked = address_in(record.header("warc-target-uri"))
    target = headers.fields.get("location", "").strip() if headers else ""
    if not asked or not target or len(target) > _ADDRESS_LIMIT:
        return False
    try:
        return _page_of(urljoin(asked, target)) != _page_of(asked)
    except ValueError:
        return False


def _page_of(address: str) -> str:
    """Return an address without what differs between addresses of one page: scheme, "www.", fragment, a last slash."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def _redirection(record: Record, response: Response) -> Payload | Issue:
    """Return the few words that may come with a redirection, whatever they are; none where they cannot be had."""
    if not record.whole:
        return body_too_large(record.locator)
    undone = undo_codings(response, record.block)
    body = undone.body
    return Payload(
        body, digest_of(body), "text/plain", response.charset, names=own_names(record, None), status=response.status,
        head=record.block[: response.body_at], coded=_as_it_came(record, response, undone),
    )  # fmt: skip


def tells_of_page(status: int) -> bool:
    """Return whether what was answered with the status is a page, or tells that there was none for who asked."""
    return status == 200 or 400 <= status < 600


def _payload(
    record: Record, media_type: str | None, charset: str | None, body: bytes, response: Response | None,
    believed: bool,
) -> Payload | PassedOver | Issue:  # fmt: skip
    refused = response is not None and response.status >= 300
    if not believed and media_type is not None and not may_be_page(media_type):
        return PassedOver("media_type", media_type)
    if not record.whole or len(body) > BODY_LIMIT:
        return body_too_large(record.locator)
    if not body and not refused:
        return issue_at(record, "empty", "has an empty body", "warning")
    if not body:
        settled = Settled(media_type or "text/plain")
    elif believed:
        settled = Settled(media_type if media_type in PAGE_MEDIA_TYPES else "text/plain")
    else:
        settled = settle_type(media_type, body)
    if settled.media_type is None:
        if settled.name:
            said = f"calls itself {media_type} and is {settled.name}"
            return issue_at(record, "not_a_page", said, "warning")
        return PassedOver("media_type", media_type or "unknown")
    claimed, issues = _checked_digests(record, body, response)
    issues += _truncation_issues(record)
    if settled.wrong:
        said = f"calls itself {media_type} and was read as {settled.media_type}, which it is"
        issues += (issue_at(record, "media_type_wrong", said, "note"),)
    media_type = settled.media_type
    return Payload(body, digest_of(body), media_type, charset, issues, names=own_names(record, claimed))


def may_be_page(media_type: str) -> bool:
    """Tell whether a body of the declared media type may be a page, so that its bytes are looked at."""
    return media_type in PAGE_MEDIA_TYPES or media_type in VAGUE_MEDIA_TYPES


def capture_of(record: Record, payload: Payload) -> tuple[Captured, tuple[Issue, ...]]:
    """Return the capture with the record's own address and time, and the issues about these."""
    address, captured_at, issues = _sight_of(record)
    capture = Capture(
        address, captured_at, payload.digest, payload.media_type, record.locator,
        None if record.header(UNKNOWN_STATUS.lower()) else payload.status,
    )  # fmt: skip
    return Captured(capture, payload.body, payload.charset, payload.names, _wire_of(record, payload)), issues


def _wire_of(record: Record, payload: Payload) -> Wire | None:
    """Return how a response came; None where its header is one that we wrote without knowing."""
    if payload.status is None or not payload.head or record.header(UNKNOWN_STATUS.lower()):
        return None
    return Wire(
        request=b"",
        head=payload.head,
        body=payload.coded,
        address=_ip_address(record),
        status=payload.status,
        fetched=False,
        truncated=_plain(record.header("warc-truncated"), _LONGEST_REASON),
    )


def _ip_address(record: Record) -> str | None:
    try:
        return str(ip_address((record.header("warc-ip-address") or "").strip()))
    except ValueError:
        return None


def _plain(value: str | None, longest: int) -> str | None:
    """Return a header's value, None where it is missing or could not stand in a header again."""
    value = (value or "").strip()
    return value if value and len(value) <= longest and value.isprintable() and value.isascii() else None


def revisit_of(record: Record, own: Response | None) -> tuple[Revisit, tuple[Issue, ...]]:
    """Return what a revisit record says, `own` being its HTTP header, and the issues about its address and time."""
    address, captured_at, issues = _sight_of(record)
    revisit = Revisit(
        url=address,
        captured_at=captured_at,
        media_type=own.media_type if own else None,
        charset=own.charset if own else None,
        names=own_names(record, None),
        refers_to=referred_names(record),
        fields={name: value for name in REFERRING if (value := record.header(name))},
        head=record.block[: own.body_at] if own else b"",
        locator=record.locator,
        status=own_status(record, own),
        wire=_wire_of_revisit(record, own),
    )
    return revisit, issues


def _wire_of_revisit(record: Record, own: Response | None) -> Wire | None:
    if own is None or record.header(UNKNOWN_STATUS.lower()):
        return None
    return Wire(b"", record.block[: own.body_at], None, _ip_address(record), own.status, fetched=False)


def own_status(record: Record, own: Response | None) -> int | None:
    """Return the status that a record states of its own capture, `own` being its HTTP header."""
    if own is None or own.status == NOT_MODIFIED or record.header(UNKNOWN_STATUS.lower()):
        return None
    return own.status


def as_before(revisit: Revisit, before: Captured) -> Captured:
    """Return the capture that a revisit is, with the bytes of one before: what it says itself stands."""
    capture = msgspec.structs.replace(
        before.capture, url=revisit.url, captured_at=revisit.captured_at, locator=revisit.locator
    )
    if revisit.status is not None:
        capture = msgspec.structs.replace(capture, status=revisit.status)
    names = tuple(dict.fromkeys((*revisit.names, *digest_names(before.names))))
    if revisit.media_type is None:
        return Captured(capture, before.body, before.charset, names, revisit.wire)
    if revisit.media_type not in TEXT_MEDIA_TYPES or capture.media_type not in TEXT_MEDIA_TYPES:
        # The bytes told what they are.
        return Captured(capture, before.body, before.charset, names, revisit.wire)
    capture = msgspec.structs.replace(capture, media_type=revisit.media_type)
    return Captured(capture, before.body, revisit.charset, names, revisit.wire)


def names_in(record: Record) -> tuple[str, ...]:
    """Return the names by which a revisit may refer to a record that holds no page."""
    address, captured_at, _ = _sight_of(record)
    sight = sight_name(address, captured_at)
    return (*own_names(record, record.header("warc-payload-digest")), *([sight] if sight else []))


def _sight_of(record: Record) -> tuple[str | None, str | None, tuple[Issue, ...]]:
    """Return where and when the record was captured, and the issues about that."""
    captured_at, issues = time_of(record)
    address = address_in(record.header("warc-target-uri"))
    if address is not None and len(address) > _ADDRESS_LIMIT:
        said = f"has an address of {len(address)} characters, which was left out"
        issues += (issue_at(record, "warc_header_unreadable", said, "warning"),)
        address = None
    return address, captured_at, issues


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


def passed_over(file: str, passed: Counter[PassedOver]) -> Iterator[Issue]:
    """Return what was passed over in a file, one issue for each kind of thing."""
    for code, kind, what in (
        ("status_passed_over", "status", "captures that are no pages were passed over, by HTTP status"),
        (
            "media_types_passed_over",
            "media_type",
            "captures that are no pages were passed over, by media type",
        ),
    ):
        counted = {each.value: count for each, count in passed.items() if each.kind == kind}
        yield from count_issue(file, code, what, counted)


def count_issue(file: str, code: str, what: str, counted: dict[str, int]) -> Iterator[Issue]:
    """Return the issue that tells how often which things were met in a file, the most frequent first; none for none."""
    if counted:
        by_count = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        listed = ", ".join(f"{value}: {count}" for value, count in by_count)
        yield Issue(code, f"In {file}, {what}: {listed}.", Locator(file, 0, 0), "note")


def _checked_digests(
    record: Record, body: bytes, response: Response | None
) -> tuple[str | None, tuple[Issue, ...]]:
    """Return the payload digest that the record states, if its bytes have it, and an issue for each they do not have.

    Writers differ in what they call the payload (with or without codings), so any of these may fit; and in how they
    write a digest: base32, base64, hexadecimal.
    """
    issues: list[Issue] = []
    block_digest = record.header("warc-block-digest")
    if block_digest is not None and has_digest(record.block, block_digest) is False:
        issues.append(_mismatch(record, "block", block_digest))
    claimed = record.header("warc-payload-digest")
    if claimed is not None:
        raw = record.block if response is None else record.block[response.body_at :]
        if not _any_fits(claimed, raw, body, response):
            issues.append(_mismatch(record, "payload", claimed))
            claimed = None
    return claimed, tuple(issues)


def _any_fits(digest: str, raw: bytes, body: bytes, response: Response | None) -> bool:
    if has_digest(raw, digest) is not False or (body is not raw and has_digest(body, digest) is not False):
        return True
    if response is None or not (response.transfer and response.content):
        return False
    return has_digest(undo_codings(response._replace(content=(), body_at=0), raw).body, digest) is not False


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
