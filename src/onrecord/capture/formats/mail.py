"""Mails and saved web pages in MIME: the part that is the page, with the address and time that the saving program wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from typing import NamedTuple

import msgspec

from onrecord.capture.captured import Captured, Sight, media_type_of
from onrecord.capture.charset import Decoded, decode
from onrecord.capture.formats.entries import iso_time
from onrecord.capture.formats.quoted import split_mail
from onrecord.capture.formats.written import at, escaped, paragraphs, placed, write_page
from onrecord.capture.times import utc_time
from onrecord.model import Capture, Issue, Severity
from onrecord.text import PLACE_MARK

_MOST_PARTS = 2000
_MOST_DEPTH = 20
_MOST_LINES = 20_000
_MOST_BOUNDARIES = 200
_LONGEST_HEADER = 20_000
_HTML = ("text/html", "application/xhtml+xml")
_PARSER = BytesParser(policy=policy.compat32)
_BODY = re.compile(r"<body\b[^<>]{0,2000}>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,8000}")


class Part(NamedTuple):
    """A part of a mail that holds no others: its number, counted from 1, its media type, and its bytes decoded."""

    n: int
    media_type: str
    message: Message


def sight_of_mhtml(body: bytes) -> Sight:
    """Return the address and time of a page that a browser saved as MHTML."""
    message = _parsed(body)
    if message is None:
        return Sight(None, None)
    url = _header(message, "snapshot-content-location")
    root = _page_part(list(_parts(message)), _start_id(message))
    if not url and root is not None:
        url = _header(root.message, "content-location")
    date = _header(message, "date")
    return Sight(url if _ADDRESS.fullmatch(url) else None, utc_time(iso_time(date)) if date else None)


def open_mhtml(captured: Captured) -> Decoded:
    """Return the page that MHTML holds; its pictures and styles beside it are not looked at."""
    message = _parsed(captured.body)
    parts = list(_parts(message)) if message is not None else []
    page = _page_part(parts, _start_id(message) if message is not None else "")
    if page is None:
        return _unread(captured, "holds no page of HTML or text: save the page again")
    decoded = _decoded(captured, page)
    issues = [*decoded.issues]
    frames = sum(each.media_type in _HTML for each in parts) - 1
    if frames > 0:
        said = f"holds {frames} frames beside its page, which were not read: save them by themselves if they matter"
        issues.append(_issue(captured, "frames_not_read", said, "note"))
    if page.media_type not in _HTML:
        markup = placed(_place(page), paragraphs([decoded.text]))
        return Decoded(write_page(markup), decoded.charset, tuple(issues))
    text = _BODY.sub(
        lambda found: f"{found.group()}<div{at(_place(page))}>", decoded.text.replace(PLACE_MARK, ""), count=1
    )
    return Decoded(text, decoded.charset, tuple(issues))


def open_mail(captured: Captured) -> Decoded:
    """Return the page that a mail is: its subject as the title, its words; what it quotes of other mails stands beside."""
    message = _parsed(captured.body)
    parts = list(_parts(message)) if message is not None else []
    plain = next((each for each in parts if each.media_type == "text/plain" and not _is_attached(each)), None)
    html = next((each for each in parts if each.media_type in _HTML and not _is_attached(each)), None)
    if message is None or (plain is None and html is None):
        return _unread(captured, "holds no text: save what is attached to it, and give that")
    subject = _header(message, "subject")
    heading = f"<h1{at('header Subject')}>{escaped(subject)}</h1>" if subject else ""
    posted = iso_time(_header(message, "date"))
    if html is not None:
        decoded = _decoded(captured, html)
        body, beside = placed(_place(html), _inner(decoded.text)), ""
    else:
        assert plain is not None
        decoded = _decoded(captured, plain)
        flowed = "flowed" in str(plain.message.get("content-type", "")).lower()
        own, others = split_mail(decoded.text, flowed=flowed)
        body = f"<div{at(_place(plain))}>{paragraphs(own)}</div>"
        beside = f"<aside{at(_place(plain) + ', quoted')}>{paragraphs(others)}</aside>" if others else ""
    named = "".join(
        f"<p{at(f'header {name}')}>{name}: {escaped(value)}</p>"
        for name in ("From", "To", "Cc", "Date")
        if (value := _header(message, name.lower()))
    )
    page = write_page(
        heading + body,
        title=subject or None,
        posted=posted or None,
        beside=f"{beside}<footer>{named}</footer>",
    )
    return Decoded(page, decoded.charset, (*decoded.issues, *_attached(captured, parts)))


def every_part(body: bytes) -> Iterator[bytes | str]:
    """Return all that a mail or saved page holds: the words of its headers, and the bytes of each part undone."""
    message = _parsed(body)
    if message is None:
        return
    for name in dict.fromkeys(message.keys()):
        yield _header(message, name)
    for part in _parts(message):
        payload = part.message.get_payload(decode=True)
        yield str(part.message.get_filename() or "")
        yield payload if isinstance(payload, bytes) else b""


def _attached(captured: Captured, parts: list[Part]) -> Iterator[Issue]:
    names = [each.message.get_filename() or each.media_type for each in parts if _is_attached(each)]
    if names:
        listed = ", ".join(str(name)[:60] for name in names[:5])
        said = f"has {len(names)} attached files, which were not read ({listed}): save them, and give them"
        yield _issue(captured, "attachments_not_read", said, "note")


def _parsed(body: bytes) -> Message | None:
    """Return the mail; None for what has more parts, or parts in each other, than any mail, and what cannot be parsed."""
    if body.count(b"\n--") > _MOST_LINES or body.lower().count(b"boundary=") > _MOST_BOUNDARIES:
        return None
    try:
        return _PARSER.parsebytes(body)
    except (MessageError, ValueError, RecursionError, LookupError, TypeError):
        return None


def _parts(message: Message) -> Iterator[Part]:
    """Yield the parts that hold no others, in order; walked without recursion."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    n = 0
    while waiting and n < _MOST_PARTS:
        one, depth = waiting.pop()
        held = one.get_payload()
        if isinstance(held, list):
            if depth < _MOST_DEPTH and (one.get_content_maintype() == "multipart" or depth == 0):
                waiting.extend((each, depth + 1) for each in reversed(held) if isinstance(each, Message))
            continue
        n += 1
        yield Part(n, one.get_content_type(), one)


def _start_id(message: Message) -> str:
    """The id of the part that a multipart/related names as its page (RFC 2387)."""
    start = message.get_param("start", "")
    return str(start).strip() if isinstance(start, str) else ""


def _page_part(parts: list[Part], start: str) -> Part | None:
    if start:
        named = (each for each in parts if _header(each.message, "content-id") == start)
        if (found := next(named, None)) is not None and found.media_type in (*_HTML, "text/plain"):
            return found
    pages = [each for each in parts if each.media_type in _HTML]
    return next(iter(pages), None) or next((each for each in parts if each.media_type == "text/plain"), None)


def _decoded(captured: Captured, part: Part) -> Decoded:
    """Return the text of a part, whose charset its own header declares."""
    payload = part.message.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    _, charset = media_type_of(str(part.message.get("content-type", "")))
    whole = captured.capture
    inside = Capture(whole.url, whole.captured_at, whole.digest, part.media_type, whole.locator)
    return decode(msgspec.structs.replace(captured, capture=inside, body=body, charset=charset))


def _inner(html: str) -> str:
    """Return a page's markup without what makes it a page of its own."""
    return re.sub(r"</?(?:html|body|!doctype)\b[^<>]{0,2000}>", "", html, flags=re.IGNORECASE)


def _place(part: Part) -> str:
    return f"part {part.n} ({part.media_type})"


def _is_attached(part: Part) -> bool:
    if part.message.get_content_disposition() == "attachment":
        return True
    return (
        part.media_type not in (*_HTML, "text/plain") and part.message.get_content_disposition() != "inline"
    )


def _header(message: Message, name: str) -> str:
    """Return a header's words, "" where it is missing."""
    value = message.get(name)
    if value is None:
        return ""
    value = str(value)[:_LONGEST_HEADER]
    try:
        words = str(make_header(decode_header(value)))
    except (ValueError, LookupError, MessageError, UnicodeError, TypeError):
        words = value
    return " ".join(words.split())


def _unread(captured: Captured, said: str) -> Decoded:
    return Decoded("", "utf-8", (_issue(captured, "no_text", said, "error"),))


def _issue(captured: Captured, code: str, said: str, severity: Severity) -> Issue:
    where = captured.capture.url or captured.capture.locator.file
    return Issue(code, f"The mail or saved page {where} {said}.", captured.capture.locator, severity)
