"""A capture read again from its place in an archive, and checked against what its record says of itself."""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath

import msgspec

from onrecord.capture.captured import Captured, address_in, digest_of, media_type_of
from onrecord.capture.digests import has_digest
from onrecord.capture.frames import Record, parse_headers, read_records
from onrecord.capture.http import parse_response
from onrecord.capture.records import Payload, capture_of, parse_payload
from onrecord.capture.sights import REFERS_TO, as_before, own_status, revisit_of, time_of
from onrecord.capture.storage import open_stored
from onrecord.capture.stored import GZIP_MAGIC
from onrecord.errors import DamagedArchive
from onrecord.model import Issue, Locator


def read_at(folder: Path, locator: Locator) -> Captured:
    """Return the capture at a place in an archive; `locator.file` is relative to the archive's folder.

    A revisit is followed to the bytes it refers to. Raises DamagedArchive if there is no whole record exactly there, or
    its bytes do not have the digest the record claims. That nobody changed both is not proved by this.
    """
    captured = _captured_at(folder, locator)
    # What an archive calls its record says nothing of what the capture was called where it came from.
    return msgspec.structs.replace(captured, names=())


def sight_at(folder: Path, locator: Locator) -> tuple[str | None, str | None]:
    """Return the address and time that the record's own WARC header states, None for what it marks as unknown.

    Only the header is believed: a revisit is not followed, and no digest is checked. DamagedArchive as in `read_at`.
    """
    record = _record_at(folder, locator)
    return address_in(record.header("warc-target-uri")), time_of(record)[0]


def status_at(folder: Path, locator: Locator) -> int | None:
    """Return the HTTP status that a record states of its own capture; None where it states none, or only "not modified"."""
    record = _record_at(folder, locator)
    return own_status(record, parse_response(record.block))


def validators_at(folder: Path, locator: Locator) -> tuple[str | None, str | None]:
    """Return the ETag and Last-Modified that a server sent with a capture, None where the record has none."""
    headers = parse_headers(_record_at(folder, locator).block)
    if headers is None or not headers.first_line.startswith("HTTP/"):
        return None, None
    return headers.fields.get("etag"), headers.fields.get("last-modified")


def location_at(folder: Path, locator: Locator) -> str | None:
    """Return the address at which a server said that a page is to be had instead; None where the record tells none."""
    headers = parse_headers(_record_at(folder, locator).block)
    if headers is None or not headers.first_line.startswith("HTTP/"):
        return None
    return headers.fields.get("location")


def _captured_at(folder: Path, locator: Locator) -> Captured:
    record = _record_at(folder, locator)
    if record.type != "revisit":
        return capture_of(record, _checked_payload(record, locator))[0]
    place = _referred_place(record)
    if place is None:
        raise _damaged(locator, "is a revisit of nothing")
    first = _record_at(folder, place)
    if first.type == "revisit":
        raise _damaged(locator, "is a revisit of a revisit")
    before, _ = capture_of(first, _checked_payload(first, place))
    if has_digest(before.body, record.header("warc-payload-digest") or "") is not True:
        raise _damaged(locator, "refers to other bytes than it claims")
    revisit, _ = revisit_of(record, parse_response(record.block))
    return as_before(revisit, before)


def _checked_payload(record: Record, locator: Locator) -> Payload:
    payload = parse_payload(record, fetched=True, believed=True)
    if isinstance(payload, Issue) and payload.code == "empty":
        # An archive keeps what it was given, an empty page too.
        media_type, charset = _declared_type(record)
        payload = Payload(b"", digest_of(b""), media_type, charset)
    if not isinstance(payload, Payload):
        raise _damaged(locator, "holds no page")
    if any(issue.code in ("digest_mismatch", "body_incomplete") for issue in payload.issues):
        raise _damaged(locator, "does not have the digest it claims")
    return payload


def _declared_type(record: Record) -> tuple[str, str | None]:
    response = parse_response(record.block)
    if response is not None:
        return response.media_type or "text/plain", response.charset
    media_type, charset = media_type_of(record.header("content-type"))
    return media_type or "text/plain", charset


def _record_at(folder: Path, locator: Locator) -> Record:
    stored = _bytes_at(folder, locator)
    source = open_stored(io.BytesIO(stored[len(GZIP_MAGIC) :]), stored[: len(GZIP_MAGIC)])
    found = list(read_records(source, locator.file))
    if len(found) != 1 or not isinstance(found[0], Record):
        raise _damaged(locator, "is not one whole record")
    return found[0]._replace(locator=locator)


def _bytes_at(folder: Path, locator: Locator) -> bytes:
    file = PurePosixPath(locator.file)
    if file.is_absolute() or ".." in file.parts or locator.offset < 0 or locator.length <= 0:
        raise _damaged(locator, "is no place in this archive")
    try:
        with (folder / file).open("rb") as stream:
            stream.seek(locator.offset)
            stored = stream.read(locator.length)
    except OSError as error:
        raise _damaged(locator, f"cannot be read ({error.strerror})") from None
    if len(stored) != locator.length:
        raise _damaged(locator, "is cut")
    return stored


def _referred_place(record: Record) -> Locator | None:
    file, _, numbers = (record.header(REFERS_TO.lower()) or "").partition(";")
    offset, _, length = numbers.partition(";")
    if not file or not offset.isdecimal() or not length.isdecimal():
        return None
    return Locator(file, int(offset), int(length))


def _damaged(locator: Locator, said: str) -> DamagedArchive:
    where = f"{locator.length} bytes at {locator.offset} of {locator.file}"
    return DamagedArchive(f"The capture in {where} {said}: restore that file from a copy.")
