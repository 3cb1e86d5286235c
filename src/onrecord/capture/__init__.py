"""Bytes in: pages as text or HTML files, WARC files, folders, standard input; and captures written to an archive's WARC."""

from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.capture.captured import (
    BODY_LIMIT,
    LISTING_MEDIA_TYPES,
    PAGE_MEDIA_TYPES,
    Before,
    Captured,
    Found,
    Revisit,
    Wire,
    address_in,
    digest_of,
)
from onrecord.capture.times import utc_time

if TYPE_CHECKING:
    from onrecord.capture.at import location_at, read_at, sight_at, status_at, validators_at
    from onrecord.capture.charset import Decoded, decode
    from onrecord.capture.formats import open_page, texts_inside
    from onrecord.capture.names import contradict, sight_name
    from onrecord.capture.paths import read_captures, read_captures_from
    from onrecord.capture.revisits import Seen, settle, unresolved, waiting
    from onrecord.capture.sights import as_before
    from onrecord.capture.warc import read_warc
    from onrecord.capture.write import CaptureWriter

__all__ = [
    "BODY_LIMIT",
    "LISTING_MEDIA_TYPES",
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
    "texts_inside",
    "unresolved",
    "utc_time",
    "validators_at",
    "waiting",
]


def __getattr__(name: str) -> Any:
    # What opens the formats takes a fifth of a second to load: who asks a record need not pay it.
    room: ModuleType
    match name:
        case "location_at" | "read_at" | "sight_at" | "status_at" | "validators_at":
            from onrecord.capture import at as room
        case "Decoded" | "decode":
            from onrecord.capture import charset as room
        case "open_page" | "texts_inside":
            from onrecord.capture import formats as room
        case "contradict" | "sight_name":
            from onrecord.capture import names as room
        case "read_captures" | "read_captures_from":
            from onrecord.capture import paths as room
        case "as_before":
            from onrecord.capture import sights as room
        case "Seen" | "settle" | "unresolved" | "waiting":
            from onrecord.capture import revisits as room
        case "read_warc":
            from onrecord.capture import warc as room
        case "CaptureWriter":
            from onrecord.capture import write as room
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(room, name)
