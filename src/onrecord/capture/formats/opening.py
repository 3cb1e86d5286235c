"""A capture's bytes as the text that is read: as they are, or as the page that is written out of their format."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.capture import captured as media
from onrecord.capture.captured import FEED_MEDIA_TYPES, JSON_FEED, TEI, Captured
from onrecord.capture.charset import Decoded, decode
from onrecord.model import Issue


def open_page(captured: Captured) -> Decoded:
    """Return what is read of a capture: its text, or the page of HTML that is written out of what it holds."""
    return _opener(captured.capture.media_type)(captured)


def expand(captured: Captured) -> Iterator[Captured | Issue]:
    """Return the capture, and behind a feed each of its entries that is a page of its own, behind a corpus each of its texts."""
    yield captured
    if captured.capture.media_type in FEED_MEDIA_TYPES:
        from onrecord.capture.formats.feeds import cut_entries

        yield from cut_entries(captured)
    elif captured.capture.media_type == JSON_FEED:
        from onrecord.capture.formats.json_feeds import cut_items

        yield from cut_items(captured)
    elif captured.capture.media_type == TEI and captured.part_of is None:
        from onrecord.capture.formats.proceedings_parts import cut_texts

        yield from cut_texts(captured)


def announced_in_feed(captured: Captured) -> list[str] | None:
    """Return the addresses of a feed's entries in their order, each once; None where the capture is no feed."""
    if captured.capture.media_type in FEED_MEDIA_TYPES:
        from onrecord.capture.formats.feeds import announced_entries

        found = announced_entries(captured)
    elif captured.capture.media_type == JSON_FEED:
        from onrecord.capture.formats.json_feeds import announced_items

        found = announced_items(captured)
    else:
        return None
    return list(dict.fromkeys(found))


def _opener(media_type: str) -> Callable[[Captured], Decoded]:
    # A format is loaded with its first page: most calls meet HTML and text alone, and all others take a tenth of a start.
    opener: Callable[[Captured], Decoded]
    match media_type:
        case media.RSS | media.ATOM:
            from onrecord.capture.formats.feeds import open_feed as opener
        case media.JSON_FEED:
            from onrecord.capture.formats.json_feeds import open_json_feed as opener
        case media.PDF:
            from onrecord.capture.formats.pdf import open_pdf as opener
        case media.DOCX:
            from onrecord.capture.formats.docx import open_docx as opener
        case media.MHTML:
            from onrecord.capture.formats.mail import open_mhtml as opener
        case media.MAIL:
            from onrecord.capture.formats.mail import open_mail as opener
        case media.TEI | media.AKOMA_NTOSO:
            from onrecord.capture.formats.proceedings import open_proceedings as opener
        case media.MARKDOWN:
            from onrecord.capture.formats.message import open_message as opener
        case _:
            opener = decode
    return opener
