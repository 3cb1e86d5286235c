"""What a WARC record tells of itself beside its bytes: where and when it was captured, how it came; and so of a revisit."""

from __future__ import annotations

from ipaddress import ip_address

import msgspec

from onrecord.capture.captured import TEXT_MEDIA_TYPES, Captured, Revisit, Wire, address_in
from onrecord.capture.faults import issue_at
from onrecord.capture.frames import Record
from onrecord.capture.http import Response
from onrecord.capture.names import digest_names, own_names, referred_names, sight_name
from onrecord.capture.times import utc_time
from onrecord.model import Issue

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

NOT_MODIFIED = 304
"""The status with which a server says that a page is as it was sent before."""

# Some browsers take as much; a data: address of megabytes would have to be repeated wherever the capture is named.
ADDRESS_LIMIT = 1 << 16


def revisit_of(record: Record, own: Response | None) -> tuple[Revisit, tuple[Issue, ...]]:
    """Return what a revisit record says, `own` being its HTTP header, and the issues about its address and time."""
    address, captured_at, issues = sight_of(record)
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
    return Wire(b"", record.block[: own.body_at], None, ip_address_of(record), own.status, fetched=False)


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


def ip_address_of(record: Record) -> str | None:
    """Return the address of the machine that answered, None where the record tells none."""
    try:
        return str(ip_address((record.header("warc-ip-address") or "").strip()))
    except ValueError:
        return None


def plain(value: str | None, longest: int) -> str | None:
    """Return a header's value, None where it is missing or could not stand in a header again."""
    value = (value or "").strip()
    return value if value and len(value) <= longest and value.isprintable() and value.isascii() else None


def names_in(record: Record) -> tuple[str, ...]:
    """Return the names by which a revisit may refer to a record that holds no page."""
    address, captured_at, _ = sight_of(record)
    sight = sight_name(address, captured_at)
    return (*own_names(record, record.header("warc-payload-digest")), *([sight] if sight else []))


def sight_of(record: Record) -> tuple[str | None, str | None, tuple[Issue, ...]]:
    """Return where and when the record was captured, and the issues about that."""
    captured_at, issues = time_of(record)
    address = address_in(record.header("warc-target-uri"))
    if address is not None and len(address) > ADDRESS_LIMIT:
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
