"""A capture's bytes as the text that is read: as they are, or as the page that is written out of their format."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.capture.captured import (
    ATOM,
    DOCX,
    FEED_MEDIA_TYPES,
    JSON_FEED,
    MAIL,
    MARKDOWN,
    MHTML,
    PDF,
    RSS,
    Captured,
)
from onrecord.capture.charset import Decoded, decode
from onrecord.capture.formats.docx import open_docx
from onrecord.capture.formats.feeds import announced_entries, cut_entries, open_feed
from onrecord.capture.formats.json_feeds import announced_items, cut_items, open_json_feed
from onrecord.capture.formats.mail import open_mail, open_mhtml
from onrecord.capture.formats.message import open_message
from onrecord.capture.formats.pdf import open_pdf
from onrecord.model import Issue

_OPENERS: dict[str, Callable[[Captured], Decoded]] = {
    RSS: open_feed,
    ATOM: open_feed,
    JSON_FEED: open_json_feed,
    PDF: open_pdf,
    DOCX: open_docx,
    MHTML: open_mhtml,
    MAIL: open_mail,
    MARKDOWN: open_message,
}


def open_page(captured: Captured) -> Decoded:
    """Return what is read of a capture: its text, or the page of HTML that is written out of what it holds."""
    return _OPENERS.get(captured.capture.media_type, decode)(captured)


def expand(captured: Captured) -> Iterator[Captured | Issue]:
    """Return the capture, and behind a feed each of its entries that is a page of its own."""
    yield captured
    if captured.capture.media_type in FEED_MEDIA_TYPES:
        yield from cut_entries(captured)
    elif captured.capture.media_type == JSON_FEED:
        yield from cut_items(captured)


def announced_in_feed(captured: Captured) -> list[str] | None:
    """Return the addresses of a feed's entries in their order, each once; None where the capture is no feed."""
    if captured.capture.media_type in FEED_MEDIA_TYPES:
        found = announced_entries(captured)
    elif captured.capture.media_type == JSON_FEED:
        found = announced_items(captured)
    else:
        return None
    return list(dict.fromkeys(found))
