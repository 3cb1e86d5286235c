"""A WARC record as a capture: which are pages, their bytes, and what is wrong with them."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from onrecord.capture.captured import (
    BODY_LIMIT,
    PAGE_MEDIA_TYPES,
    VAGUE_MEDIA_TYPES,
    Captured,
    Wire,
    address_in,
    digest_of,
    media_type_of,
)
from onrecord.capture.digests import has_digest
from onrecord.capture.faults import PassedOver, body_too_large, issue_at
from onrecord.capture.frames import Record, parse_headers
from onrecord.capture.http import Response, Undone, parse_response, undo_codings
from onrecord.capture.names import own_names
from onrecord.capture.sights import (
    ADDRESS_LIMIT,
    UNKNOWN_STATUS,
    ip_address_of,
    plain,
    sight_of,
)
from onrecord.capture.types import Settled, settle_type
from onrecord.model import Capture, Issue

REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
"""The statuses with which a server says that a page is to be had elsewhere."""

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
    if not asked or not target or len(target) > ADDRESS_LIMIT:
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
    address, captured_at, issues = sight_of(record)
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
        address=ip_address_of(record),
        status=payload.status,
        fetched=False,
        truncated=plain(record.header("warc-truncated"), _LONGEST_REASON),
    )


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
