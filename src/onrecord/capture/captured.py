"""What comes out of a file: one captured page as bytes, and the two names every room gives it: digest, media type."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from onrecord.model import Capture, Issue, Locator

BODY_LIMIT = 32 << 20
"""Bytes of one body, codings undone, beyond which a capture is refused with an issue, never cut.

It is held up to four times at once (stored, undone, its copy, the one before), and that has to stay under 300 MB.
"""

TEXT_MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
"""The media types whose bytes are a page's text as it stands."""

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RSS, ATOM, JSON_FEED = "application/rss+xml", "application/atom+xml", "application/feed+json"
JSON = "application/json"
MHTML, MAIL = "multipart/related", "message/rfc822"
MARKDOWN = "text/markdown"
TEI, AKOMA_NTOSO = "application/tei+xml", "application/akn+xml"

FEED_MEDIA_TYPES = frozenset({RSS, ATOM})
"""The media types of a feed in XML, and of one entry taken out of it."""

LISTING_MEDIA_TYPES = FEED_MEDIA_TYPES | {JSON_FEED, TEI}
"""The media types of which one capture may hold several pages: any feed, a corpus of TEI; and of one taken out of it."""

PROCEEDINGS_MEDIA_TYPES = frozenset({TEI, AKOMA_NTOSO})
"""The media types of proceedings in XML."""

FORMAT_MEDIA_TYPES = (
    frozenset({PDF, DOCX, RSS, ATOM, JSON_FEED, JSON, MHTML, MAIL, MARKDOWN}) | PROCEEDINGS_MEDIA_TYPES
)
"""The media types out of which a page's text is taken first."""

PAGE_MEDIA_TYPES = TEXT_MEDIA_TYPES | FORMAT_MEDIA_TYPES
"""The media types that are read as pages; all others in a WARC are passed over and counted."""

VAGUE_MEDIA_TYPES = frozenset(
    (
        "application/octet-stream", "binary/octet-stream", "application/download", "application/x-download",
        "application/force-download", "application/x-pdf", "application/msword", "application/zip",
        "application/x-zip-compressed", "application/xml", "text/xml", "application/ld+json", "text/json",
        "application/rdf+xml", "application/x-rss+xml", "text/rss+xml", "text/atom+xml",
    )
)  # fmt: skip
"""Media types that servers give to many formats: the bytes tell whether it is one that is read."""

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9._:+-]+)""", re.IGNORECASE)
_MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class Wire(msgspec.Struct, frozen=True):
    """How a page came over the wire, byte for byte: the request, and of the response its head, and its body with codings on.

    `request` is empty, and `address`, the IP address that answered, None where a WARC does not tell them. `body` is None
    where it was damaged, or is that of another record: then the head alone is as it came. `status` is the one in the head,
    which may be 304. `fetched`: a moment ago, by us. `truncated` is why whoever captured it says that he cut it.
    """

    request: bytes
    head: bytes
    body: bytes | None
    address: str | None
    status: int
    fetched: bool = True
    truncated: str | None = None


class PartOf(msgspec.Struct, frozen=True):
    """A stretch of another capture's body, in bytes: an entry of a feed."""

    whole: Capture
    start: int
    end: int


class Captured(msgspec.Struct, frozen=True):
    """A capture with its bytes: the body with transfer and content codings undone.

    `charset` is what the HTTP header declared, None where it declared none; what the bytes are is for `decode` to say.
    `names` are those by which a revisit may refer to it, beside its address and time and its digest. `wire` is how it came,
    where that is known. `part_of` tells where the body was cut out of that of another capture.
    """

    capture: Capture
    body: bytes
    charset: str | None
    names: tuple[str, ...] = ()
    wire: Wire | None = None
    part_of: PartOf | None = None


class Revisit(msgspec.Struct, frozen=True):
    """A capture that was the same as one before, and stands without its bytes; what it is the same as is not known yet.

    `media_type` and `charset` are what its own HTTP header declared. `names` are its own, `refers_to` those of what it
    is the same as, the surest first. `fields` and `head` are of its WARC record: what it refers to, and the HTTP header.
    `why` says, as the end of a sentence, why that could not be found. `status` is that of HTTP, None for "not modified".
    `wire` is how it came, if that is known.
    """

    url: str | None
    captured_at: str | None
    media_type: str | None
    charset: str | None
    names: tuple[str, ...]
    refers_to: tuple[str, ...]
    fields: dict[str, str]
    head: bytes
    locator: Locator
    why: str = ""
    status: int | None = None
    wire: Wire | None = None


class Before(msgspec.Struct, frozen=True):
    """What is held of a page that is to be fetched: its latest capture, and what its server called that state of it."""

    captured: Captured
    etag: str | None
    last_modified: str | None


Found = Captured | Revisit | Issue
"""What comes out of a file: captures, what may become one, and what is wrong."""


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


def address_in(field: str | None) -> str | None:
    """Return the address in a header field, without angle brackets (old writers have them), None for a urn.

    Control characters, which no address may have, are percent-encoded.
    """
    target = (field or "").strip()
    if target.startswith("<") and target.endswith(">"):
        target = target[1:-1]
    if not target or target[:4].lower() == "urn:":
        return None
    return _CONTROL.sub(lambda found: quote(found.group()), target)


class Sight(NamedTuple):
    """Where and when a page was saved, as the saving program wrote it; None for what it did not."""

    url: str | None
    captured_at: str | None
