"""What comes out of a file: one captured page as bytes, and the two names every room gives it: digest, media type."""

from __future__ import annotations

import hashlib
import re

import msgspec

from onrecord.model import Capture

BODY_LIMIT = 32 << 20
"""Bytes of one body, codings undone, beyond which a capture is refused with an issue, never cut.

It is held up to four times at once (stored, undone, its copy, the one before), and that has to stay under 300 MB.
"""

PAGE_MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
"""The media types that are read as pages; all others in a WARC are passed over and counted."""

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9._:+-]+)""", re.IGNORECASE)
_MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")


class Captured(msgspec.Struct, frozen=True):
    """A capture with its bytes: the body with transfer and content codings undone.

    `charset` is what the HTTP header declared, None where it declared none; what the bytes are is for `decode` to say.
    """

    capture: Capture
    body: bytes
    charset: str | None


def digest_of(body: bytes) -> str:
    """Return "sha256:" and the hexadecimal SHA-256 of the bytes."""
    return "sha256:" + hashlib.sha256(body).hexdigest()


def media_type_of(content_type: str | None) -> tuple[str | None, str | None]:
    """Return (media type in lower case, charset) of a Content-Type line; None for what it does not say."""
    if not content_type:
        return None, None
    name, _, parameters = content_type.partition(";")
    name = name.strip().lower()
    declared = _CHARSET.search(parameters)
    return (name if _MEDIA_TYPE.fullmatch(name) else None), (declared.group(1) if declared else None)
