"""Bytes in: pages as text or HTML files, WARC files, folders, standard input; and captures written to an archive's WARC."""

from onrecord.capture.at import location_at, read_at, sight_at, status_at, validators_at
from onrecord.capture.captured import (
    BODY_LIMIT,
    PAGE_MEDIA_TYPES,
    Before,
    Captured,
    Found,
    Revisit,
    Wire,
    address_in,
    digest_of,
)
from onrecord.capture.charset import Decoded, decode
from onrecord.capture.formats import open_page
from onrecord.capture.names import contradict, sight_name
from onrecord.capture.paths import read_captures, read_captures_from
from onrecord.capture.records import as_before
from onrecord.capture.revisits import Seen, settle, unresolved, waiting
from onrecord.capture.times import utc_time
from onrecord.capture.warc import read_warc
from onrecord.capture.write import CaptureWriter

__all__ = [
    "BODY_LIMIT",
    "PAGE_MEDIA_TYPES",
    "Before",
    "CaptureWriter",
    "Captured",
    "Decoded",
    "Found",
    "Revisit",
    "Seen",
    "Wire",
    "address_in",
    "as_before",
    "contradict",
    "decode",
    "digest_of",
    "location_at",
    "open_page",
    "read_at",
    "read_captures",
    "read_captures_from",
    "read_warc",
    "settle",
    "sight_at",
    "sight_name",
    "status_at",
    "unresolved",
    "utc_time",
    "validators_at",
    "waiting",
]
