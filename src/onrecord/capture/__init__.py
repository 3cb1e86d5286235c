"""Bytes in: pages as text or HTML files, WARC files, folders, standard input; and captures written to an archive's WARC."""

from onrecord.capture.at import read_at
from onrecord.capture.captured import BODY_LIMIT, PAGE_MEDIA_TYPES, Captured, digest_of
from onrecord.capture.charset import Decoded, decode
from onrecord.capture.paths import read_captures, read_captures_from
from onrecord.capture.times import utc_time
from onrecord.capture.write import CaptureWriter

__all__ = [
    "BODY_LIMIT",
    "PAGE_MEDIA_TYPES",
    "CaptureWriter",
    "Captured",
    "Decoded",
    "decode",
    "digest_of",
    "read_at",
    "read_captures",
    "read_captures_from",
    "utc_time",
]
