"""What a body is read as: what its server or writer calls it, and what its bytes are."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.capture.captured import (
    FEED_MEDIA_TYPES,
    FORMAT_MEDIA_TYPES,
    JSON,
    JSON_FEED,
    MAIL,
    MARKDOWN,
    MHTML,
    TEXT_MEDIA_TYPES,
    VAGUE_MEDIA_TYPES,
)
from onrecord.capture.sniff import is_other_format, sniff_body


class Settled(NamedTuple):
    """The media type that a body is read as, None for what is no page; `name` then tells what it plainly is, if it does.

    `wrong`: it is another than was declared.
    """

    media_type: str | None
    wrong: bool = False
    name: str = ""


def settle_type(declared: str | None, body: bytes) -> Settled:
    """Return what a body is read as; a declaration is believed unless the bytes plainly are something else."""
    if declared in TEXT_MEDIA_TYPES:
        other = is_other_format(body)
        return (
            Settled(declared) if other is None else Settled(other.media_type, True, other.name or "no page")
        )
    if declared in (MHTML, MAIL, JSON_FEED):
        return Settled(declared)
    found = sniff_body(body)
    if declared == MARKDOWN and found.kind == "text":
        return Settled(declared)
    if declared is None:
        return Settled(found.media_type)
    if declared == JSON or declared in VAGUE_MEDIA_TYPES:
        return Settled(found.media_type if found.kind == "format" else None)
    if (
        found.media_type is None
        or found.media_type == declared
        or {found.media_type, declared} <= FEED_MEDIA_TYPES
    ):
        return Settled(declared)
    if found.media_type == JSON and declared in FORMAT_MEDIA_TYPES:
        return Settled(declared)
    return Settled(found.media_type, True)
