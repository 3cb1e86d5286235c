"""RSS and Atom: the feed as a list of notices, and each entry that holds its text as a page of its own, cut out byte by byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import quote, urljoin

import msgspec

from onrecord.capture.captured import Captured, PartOf, digest_of
from onrecord.capture.charset import Decoded, codec_of, decode
from onrecord.capture.formats.entries import Entry, FeedEvents, Found
from onrecord.capture.formats.written import escaped, placed, write_page
from onrecord.capture.formats.xml import XmlDamaged, XmlRefused, read_xml
from onrecord.model import Issue, Locator

MOST_ENTRIES = 5000
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
# XML knows five names of entities; feeds use those of HTML, and bare ampersands. One character stands in for the mark.
_LOOSE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)")
_STAND_IN = "\ue026"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNFIT = re.compile('[\x00-\x20\x7f-\x9f<>"\ud800-\udfff]')
_TAGS = re.compile(r"<[^<>]*>")
_PARTED = re.compile(r"<(?:p|div|br|h[1-6]|li|blockquote)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|&hellip;|read more|continue reading|weiterlesen|lire la suite|leer más)\W*$",
    re.IGNORECASE,
)
_LEAST_WORDS = 20
_LEAD = 300


class _Parsed(NamedTuple):
    found: Found
    fault: str
    decoded: Decoded


def open_feed(captured: Captured) -> Decoded:
    """Return the page that a feed is: its entries as notices; or the page of the one entry that was cut out of it."""
    parsed = _parse(captured)
    issues = [*parsed.decoded.issues]
    if parsed.fault:
        severity = "warning" if parsed.found.entries else "error"
        issues.append(_issue(captured, parsed.fault, severity))
    if parsed.found.root in ("item", "entry") and parsed.found.entries:
        page = entry_page(parsed.found.entries[0], captured.capture.url)
    else:
        page = list_page(parsed.found, captured.capture.url or parsed.found.link)
    return Decoded(page, parsed.decoded.charset, tuple(issues))


def announced_entries(captured: Captured) -> Iterator[str]:
    """Return the addresses that the entries of a feed lead to."""
    found = _parse(captured).found
    yield from addresses_of(found, captured.capture.url or found.link)


def cut_entries(captured: Captured) -> Iterator[Captured | Issue]:
    """Return each entry of a feed that holds its text as a capture of its own: its address, the feed's time, its bytes."""
    parsed = _parse(captured)
    found = parsed.found
    if found.root in ("item", "entry", ""):
        return
    places = _places(captured.body, codec_of(parsed.decoded.charset), found.entries)
    yield from told_entries(captured, found, places, parsed.decoded.charset)


def told_entries(
    captured: Captured, found: Found, places: Iterable[tuple[int, int]], charset: str
) -> Iterator[Captured | Issue]:
    """Return the entries of a feed that hold their text, each with its bytes at its place; and what is wrong with the rest."""
    short = 0
    for entry, place in zip(found.entries, places, strict=False):
        if not _holds_text(entry):
            short += 1
            continue
        yield cut_out(captured, address_of(entry, captured.capture.url or found.link), place, charset)
    if short:
        said = (
            f"holds {short} of its {len(found.entries)} entries as a beginning or summary only: they are read as notices;"
            " give the pages they lead to"
        )
        yield _issue(captured, said, "note", "entries_without_text")
    if found.more:
        said = (
            f"holds {found.more} entries beyond the first {MOST_ENTRIES}, which were not read by themselves"
        )
        yield _issue(captured, said, "warning", "feed_damaged")


def cut_out(feed: Captured, address: str | None, part: tuple[int, int], charset: str) -> Captured:
    """Return a stretch of a capture's bytes as a capture of its own, at the address given."""
    whole, (start, end) = feed.capture, part
    body = feed.body[start:end]
    place = whole.locator
    if place.length == len(feed.body):  # a file by itself: its bytes are those of the feed
        place = Locator(place.file, place.offset + start, end - start)
    capture = msgspec.structs.replace(whole, url=address, digest=digest_of(body), locator=place)
    return Captured(capture, body, charset, part_of=PartOf(whole, start, end))


def address_of(entry: Entry, base: str | None) -> str | None:
    """Return the address of an entry's page, None where it gives none that could be one."""
    link = entry.link.strip()
    try:
        link = urljoin(base or "", link)
    except ValueError:
        return None
    if not link.startswith(("http://", "https://")) or len(link) > 8000:
        return None
    return _UNFIT.sub(lambda found: quote(found.group(), errors="replace"), link)


def addresses_of(found: Found, base: str | None) -> Iterator[str]:
    """Return the addresses of a feed's entries, without those that have none."""
    yield from filter(None, (address_of(each, base) for each in found.entries))


def _parse(captured: Captured) -> _Parsed:
    decoded = decode(captured)
    codec = codec_of(decoded.charset)
    text = _plain(_content(captured.body, codec))
    if declared := _DECLARATION.match(text):
        text = " " * declared.end() + text[declared.end() :]
    found, fault = _told(text)
    if fault and _LOOSE.search(text):
        found, fault = _told(_LOOSE.sub(_STAND_IN, text))
    return _Parsed(found, fault, decoded)


def _content(body: bytes, codec: str) -> str:
    """Return the body's characters so that they can be made its bytes again."""
    return body.decode(codec, _errors(codec))


def _errors(codec: str) -> str:
    return "replace" if codec.startswith("utf-16") else "surrogateescape"


def _plain(content: str) -> str:
    """Return the characters with a blank for each that XML does not have."""
    text = _NO_XML.sub(" ", content)
    return " " + text[1:] if text.startswith("\ufeff") else text


def _told(text: str) -> tuple[Found, str]:
    content = text.encode("utf-8", "replace")
    events = FeedEvents(content, MOST_ENTRIES, _STAND_IN)
    fault = ""
    # Anything may stand before the first tag once a declaration is gone, but no blank: expat takes neither.
    begins = len(content) - len(content.lstrip())
    try:
        read_xml(content[begins:], events, "utf-8")
    except XmlRefused as refused:
        return Found("", "", "", "", [], 0), f"{refused}: it is kept, and was not read"
    except XmlDamaged as damaged:
        fault = f"is damaged ({damaged}): the entries before that were read; fetch it again"
    return events.found(begins), fault


def _places(body: bytes, codec: str, entries: list[Entry]) -> Iterator[tuple[int, int]]:
    """Return where the entries' bytes stand in the body; they were found in its text as UTF-8."""
    content = _content(body, codec)
    plain = _plain(content).encode()
    in_plain = in_text = in_body = 0
    for entry in entries:
        ends = []
        for offset in (entry.start, entry.end):
            letters = len(plain[in_plain:offset].decode("utf-8", "replace"))
            in_body += len(content[in_text : in_text + letters].encode(codec, _errors(codec)))
            in_plain, in_text = offset, in_text + letters
            ends.append(in_body)
        yield ends[0], ends[1]


def _holds_text(entry: Entry) -> bool:
    """Whether an entry holds what its page says, and not only its beginning or a summary."""
    text = _TAGS.sub(" ", entry.content)
    words = len(text.split())
    if not words or (_GOES_ON.search(unescape(text[-200:]).strip()[-60:]) and not entry.whole):
        return False
    if entry.whole or _PARTED.search(entry.content):
        return True
    return words >= _LEAST_WORDS or len(text.strip()) >= 200


def entry_page(entry: Entry, url: str | None) -> str:
    """Return the page that one entry is."""
    title = plain_of(entry.title)
    heading = f"<h1>{escaped(title)}</h1>" if title else ""
    words = entry.content if "<" in entry.content else "".join(
        f"<p>{part}</p>" for part in re.split(r"\n\s*\n", entry.content) if part.strip()
    )  # fmt: skip
    return write_page(
        f"{heading}{placed(f'entry {entry.id or entry.link or title}'.strip(), words)}",
        title=title,
        language=entry.language or None,
        canonical=address_of(entry, url) or None,
        posted=entry.posted or None,
        updated=entry.updated or None,
    )


def list_page(found: Found, url: str | None) -> str:
    """Return the page that a feed is: a list of its entries."""
    pieces = [f"<h1>{escaped(plain_of(found.title))}</h1>"] if found.title else []
    for n, entry in enumerate(found.entries, 1):
        title, address = plain_of(entry.title), address_of(entry, url)
        heading = f'<a href="{escaped(address)}">{escaped(title)}</a>' if address else escaped(title)
        lead = plain_of(entry.content)[:_LEAD]
        day = f"<p><time>{escaped(entry.posted[:10])}</time></p>" if entry.posted else ""
        pieces.append(
            placed(f"entry {n}", f"<article><h2>{heading}</h2>{day}<p>{escaped(lead)}</p></article>")
        )
    return write_page(
        "".join(pieces), title=plain_of(found.title), language=found.language or None, is_list=True
    )


def plain_of(markup: str) -> str:
    """Return the words of a title or text that may hold tags, escaped once or twice."""
    words = _TAGS.sub(" ", unescape(_TAGS.sub(" ", markup)))
    return " ".join(unescape(words).split())


def _issue(captured: Captured, said: str, severity: str, code: str = "feed_damaged") -> Issue:
    where = captured.capture.url or captured.capture.locator.file
    return Issue(code, f"The feed {where} {said}.", captured.capture.locator, severity)  # type: ignore[arg-type]
