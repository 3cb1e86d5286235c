"""What must hold of each reader whatever it is given: run by test_fuzz.py with a small budget, by benchmarks/fuzz.py with a long one."""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from invented_warcs import PAGE, gzipped, record, response
from onrecord.capture import (
    Captured,
    CaptureWriter,
    Revisit,
    digest_of,
    open_page,
    read_at,
    read_captures_from,
    utc_time,
)
from onrecord.capture.formats.entries import iso_time
from onrecord.errors import NotTaken, WrongCall
from onrecord.model import Capture, Issue, Locator, Reading
from onrecord.reading import draw_page, read_page
from onrecord.reading.words.dates import find_dates, iso_of, machine_day, moment_of, whole_date

NOW = "2031-06-01T12:00:00Z"
_URL = "https://press.ostrelle.example/speeches/7"
_LONGEST = 1 << 16
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Fuzzed(NamedTuple):
    """A reader that is given anything: what must hold, sound inputs to begin with, and pieces to put in."""

    check: Callable[[bytes], None]
    seeds: Sequence[bytes]
    pieces: Sequence[bytes]


def check_page(body: bytes) -> None:
    """Any bytes that call themselves HTML: a Reading whose parts are the page's text, each non-blank character once."""
    _check_reading(body[:_LONGEST], "text/html")


def check_labels(body: bytes) -> None:
    """Lines with something before a colon, as plain text and as paragraphs: turns that are the page's text."""
    body = body[: _LONGEST // 4]
    _check_reading(body, "text/plain")
    lines = body.decode("utf-8", "replace").splitlines()
    head = "<meta charset=utf-8><title>Minister Ada Verne's interview</title><h1>Minister Ada Verne's interview</h1>"
    paragraphs = "".join(f"<p><b>{'</b>'.join(line.partition(':')[::2])}" for line in lines)
    _check_reading((head + paragraphs).encode("utf-8", "replace"), "text/html")


def _check_reading(body: bytes, media_type: str) -> None:
    capture = Capture(_URL, NOW, digest_of(body), media_type, Locator("given", 0, len(body)))
    decoded = open_page(Captured(capture, body, None))
    draw_page(decoded.text, capture)
    reading = read_page(decoded.text, capture, decoded.issues)
    text = reading.page.text
    at = 0
    for region in reading.page.regions:
        start, end = region.span
        assert at <= start < end <= len(text), "regions do not follow each other"
        assert not text[at:start].strip(), "characters that belong to no part"
        at = end
    assert not text[at:].strip(), "characters that belong to no part"
    for statement in reading.statements:
        for turn in statement.turns:
            start, end = turn.span
            assert text[start:end] == turn.text, "a turn is not the page's text at its span"
            for aside in (*turn.directions, *turn.editorial):
                assert 0 <= aside.span[0] <= aside.span[1] <= len(turn.text), (
                    "an aside stands outside its turn"
                )
        for day in (statement.given_on, statement.posted_on, statement.updated_on):
            _check_day(day)
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
    assert text.strip() or reading.issues, "nothing was read, and nothing is said of that"


def check_warc(stored: bytes) -> None:
    """Any bytes: captures and issues, never nothing; and what is captured comes back from an archive's WARC as it was."""
    try:
        found = list(read_captures_from(io.BytesIO(stored), "a.warc"))
    except (NotTaken, WrongCall):
        return
    assert found, "silent"
    captures = [each for each in found if isinstance(each, Captured)]
    assert all(isinstance(each, Captured | Revisit | Issue) for each in found)
    if captures:
        folder = Path(tempfile.mkdtemp(prefix="fuzzed"))
        try:
            _check_kept(folder, captures)
        finally:
            shutil.rmtree(folder)


def _check_kept(folder: Path, captures: Sequence[Captured]) -> None:
    with CaptureWriter(folder / "a.warc.gz") as writer:
        for each in captures:
            capture, wire = each.capture, each.wire
            if wire and wire.request and capture.url and capture.captured_at:
                writer.write_request(each)
            try:
                place = writer.write(each, added_at=NOW)
            except WrongCall:
                continue
            again = read_at(folder, place)
            assert digest_of(again.body) == capture.digest, "kept otherwise than it came"
            if not each.body:
                continue
            first = msgspec.structs.replace(capture, locator=place)
            repeated = read_at(folder, writer.write(each, added_at=NOW, refers_to=first))
            assert digest_of(repeated.body) == capture.digest, "repeated otherwise than it came"


def check_dates(line: bytes) -> None:
    """Any line: dates that exist, at places in the line; and times that are times."""
    text = line[:2000].decode("utf-8", "surrogateescape")
    for found in find_dates(text):
        assert 0 <= found.span[0] < found.span[1] <= len(text), "a date outside its line"
        _check_day(found.iso)
    if (whole := whole_date(text)) is not None:
        _check_day(whole.iso)
    _check_day(iso_of(text))
    _check_day(machine_day(text) or None)
    moment_of(text)
    iso_time(text)
    if (moment := utc_time(text)) is not None:
        assert moment.endswith("Z"), "a time of capture that is not in UTC"
        assert utc_time(moment) == moment, "a time of capture that is another when it is read again"


def _check_day(day: str | None) -> None:
    if day is not None:
        assert _DAY.match(day), f"{day!r} is no day"
        date.fromisoformat(day[:10])


_SPEECH = b"""<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Minister Ada Verne's interview, Velsen, May 3, 2030</title>
</head><body><nav><a href=/>Home</a></nav><h1>Minister Ada Verne's interview, Velsen, May 3, 2030</h1><p>4 May 2030 10:15</p>
<p><b>Question:</b> Is it open?</p><p><b>Ada Verne:</b> It is. (Laughter.) [inaudible]</p><ul><li><a href=/2>3 May 2030 Speech</a></ul>
<footer>+1 555 0100, press@ostrelle.example</footer></body></html>"""
_LINES = "Answers of Minister Ada Verne, 3 May 2030\n\nQUESTION: Is it open?\nMINISTER VERNE (via interpreter): It is.\nMR PRICE: Next.\n"
_REVISIT = record(
    "revisit", b"HTTP/1.1 304 Not Modified\r\n\r\n", "WARC-Target-URI: https://tides.example/1", "WARC-Date: 2031-05-05T06:07:08Z",
    "WARC-Refers-To: <urn:uuid:1>", "Content-Type: application/http",
)  # fmt: skip
_ASKED = record(
    "request",
    b"GET /1 HTTP/1.1\r\n\r\n",
    "WARC-Concurrent-To: <urn:uuid:1>",
    "WARC-Date: 2031-04-05T06:07:08Z",
)
_CHUNKED = response(
    "https://tides.example/2", b"5\r\n<p>We\r\n0\r\n\r\n", http=("Transfer-Encoding: chunked",)
)
_RECORDS = [
    response("https://tides.example/1", PAGE, "WARC-Record-ID: <urn:uuid:1>"),
    _ASKED,
    _CHUNKED,
    _REVISIT,
]

READERS = {
    "page": Fuzzed(
        check_page,
        [_SPEECH, _SPEECH.decode().encode("utf-16")],
        [
            *b"<p> </p> <div> <b> <h1> <table><tr><td> <br> <script> </script> <!-- --> <![CDATA[ <meta charset= <title>".split(),
            *b"<time datetime=2030-05-03> <a href= <li> <ul> <svg> <math> <template> <plaintext> <select> <noscript> &nbsp; &#0;".split(),
            b"Question:", b"\x00", b"\xff\xfe", "“".encode(), "\u202e".encode(), b"3 May 2030", b"\xe2\x80\xa8", b"<p hidden>",
        ],
    ),
    "warc": Fuzzed(
        check_warc,
        [b"".join(_RECORDS), gzipped(_RECORDS), gzipped([b"".join(_RECORDS)])],
        [
            b"WARC/1.0\r\n", b"\r\n\r\n", b"WARC-Type: response\r\n", b"Content-Length: 0\r\n", b"Content-Length: 99999999999\r\n",
            b"WARC-Target-URI: <https://a b>\r\n", b"WARC-Date: 0000-00-00T00:00:00Z\r\n", b"HTTP/1.1 200 OK\r\n",
            b"Content-Encoding: gzip\r\n", b"Content-Encoding: br\r\n", b"Content-Encoding: zstd\r\n", b"Transfer-Encoding: chunked\r\n",
            b"Content-Type: application/pdf\r\n", b"Content-Type: application/rss+xml\r\n", b"WARC-Payload-Digest: sha1:AAAA\r\n",
            b"WARC-Segment-Number: 1\r\n", b"WARC-Truncated: length\r\n", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"filedesc://", b"PK\x03\x04",
            b"WARC-IP-Address: ::1\r\n", b"WARC-Onrecord-Status: unknown\r\n", b"From a@b.example Tue Jun  3 10:00:00 2031\n",
        ],
    ),
    "dates": Fuzzed(
        check_dates,
        [
            b"Velsen, May 3, 2030", b"03/05/2030 10:15", b"2030-05-03T10:15:00+02:00", b"Fri, 03 May 2030 10:15:00 GMT",
            *(each.encode() for each in ("3. Mai 2030", "令和12年5月3日", "3 мая 2030 года", "٣ مايو ٢٠٣٠", "๓ พฤษภาคม ๒๕๗๓", "民國119年5月3日")),
        ],
        [
            *b"2030 0000 9999 31 32 00 29 Feb February 30. . , / - : T Z +99:99 GMT pm 12:60 1er th".split(),
            *(each.encode() for each in ("年", "月", "日", "元", "г.", "²", "٣", "\u0660", "\ufe0f", "\U0001d7ce", "½", "Ⅻ")),
        ],
    ),
    "labels": Fuzzed(
        check_labels,
        [_LINES.encode(), _LINES.replace(":", " —").encode(), _LINES.replace("QUESTION", "ВОПРОС").encode()],
        [
            b"QUESTION: ", b"Q: ", b"A. ", b"MR ", b" (via interpreter): ", b": ", b"\n", b"\n\n", b" - ", b"1. ", b"[", b"]", b"(", b")",
            *(each.encode() for each in ("Вопрос: ", "Frage: ", "问：", "：", "—", "…", "“", "„", "\u200f", "سؤال: ", "Ada Verne", "MINISTER")),
        ],
    ),
}  # fmt: skip
