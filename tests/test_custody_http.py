"""What a WARC tells of how a page came is kept: the response byte for byte, its request, the IP address; and read again.

Places and pages are invented.
"""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from invented_formats import lines_pdf
from invented_warcs import PAGE, record, response
from onrecord import Archive
from onrecord.capture import Captured, CaptureWriter, read_at, read_captures
from test_redaction import every_byte

NOW = "2031-06-01T12:00:00Z"
URL = "https://tides.example/1"
DATE = "2031-04-05T06:07:08Z"
HTTP = (
    "Content-Type: text/html; charset=utf-8",
    'ETag: "77-abc"',
    "Last-Modified: Fri, 04 Apr 2031 10:00:00 GMT",
    "Set-Cookie: a=1",
    "Set-Cookie: b=2",
    "X-Folded: one\r\n  two",
)
ASKED = b"GET /1 HTTP/1.1\r\nHost: tides.example\r\nUser-Agent: harvester/3\r\n\r\n"


def request(*fields: str, block: bytes = ASKED, url: str = URL, date: str = DATE) -> bytes:
    """Return a request record."""
    named = (
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {date}",
        "Content-Type: application/http; msgtype=request",
    )
    return record("request", block, *named, *fields)


def added(
    tmp_path: Path, *records: bytes, name: str = "given.warc"
) -> list[tuple[str, dict[str, str], bytes]]:
    """Return type, WARC header and block of the records that an archive keeps of these, having seen that they verify."""
    given = tmp_path / name
    given.write_bytes(b"".join(records))
    folder = tmp_path / "archive"
    Archive.add_to(folder, given, now=NOW)
    with Archive.open(folder) as archive:
        before = list(archive.export())
        assert archive.verify().findings == ()
        archive.rebuild()
        assert list(archive.export()) == before
    return stored(folder)


def events(folder: Path) -> list[dict[str, Any]]:
    """Return the lines of a ledger."""
    return [json.loads(line) for line in (folder / "ledger.jsonl").read_text().splitlines()]


def stored(folder: Path) -> list[tuple[str, dict[str, str], bytes]]:
    """Return type, WARC header and block of each record that the ledger of an archive names."""
    found = []
    for at in (
        each["locator"] for each in events(folder) if each["event"] in ("capture", "request", "revisit")
    ):
        kept = (folder / at["file"]).read_bytes()[at["offset"] : at["offset"] + at["length"]]
        head, _, block = gzip.decompress(kept).partition(b"\r\n\r\n")
        lines = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
        found.append((lines["WARC-Type"], lines, block.removesuffix(b"\r\n\r\n")))
    return found


def block_of(warc_record: bytes) -> bytes:
    """Return the block of a record."""
    return warc_record.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n\r\n")


CODINGS = {
    "plain": ((), PAGE),
    "gzip": (("Content-Encoding: gzip",), gzip.compress(PAGE, mtime=0)),
    "chunked": (("Transfer-Encoding: chunked",), b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
    "both": (
        ("Content-Encoding: deflate", "Transfer-Encoding: chunked"),
        b"%x\r\n%b\r\n0\r\n\r\n" % (len(zlib.compress(PAGE)), zlib.compress(PAGE)),
    ),
}


@pytest.mark.parametrize("coding", CODINGS)
def test_a_response_is_kept_byte_for_byte_with_its_address(tmp_path: Path, coding: str) -> None:
    """All lines of its header, folded and doubled ones too, and the body with its codings on."""
    more, body = CODINGS[coding]
    given = response(URL, body, "WARC-IP-Address: 192.0.2.7", http=(*HTTP, *more))
    ((kind, fields, block),) = added(tmp_path, given)
    assert (kind, fields["WARC-IP-Address"]) == ("response", "192.0.2.7")
    assert block == block_of(given)


RESPONSE_ID, REQUEST_ID = "<urn:uuid:1>", "<urn:uuid:2>"
ANSWER = response(URL, PAGE, f"WARC-Record-ID: {RESPONSE_ID}")
OTHER = response("https://tides.example/2", PAGE + b"2", "WARC-Record-ID: <urn:uuid:9>")
PAIRED = {
    "behind, naming the response": [ANSWER, request(f"WARC-Concurrent-To: {RESPONSE_ID}")],
    "before, naming the response": [request(f"WARC-Concurrent-To: {RESPONSE_ID}"), ANSWER],
    "before, named by the response": [
        request(f"WARC-Record-ID: {REQUEST_ID}"),
        response(URL, PAGE, f"WARC-Concurrent-To: {REQUEST_ID}"),
    ],
    "before, with another between": [request(f"WARC-Concurrent-To: {RESPONSE_ID}"), OTHER, ANSWER],
    "naming nobody, of the same address and time": [request(), ANSWER],
}


@pytest.mark.parametrize("how", PAIRED)
def test_the_request_stands_before_its_response(tmp_path: Path, how: str) -> None:
    """In whichever order the WARC has them; each names the other, and other programs read both."""
    kept = {
        (kind, fields["WARC-Target-URI"]): (fields, block)
        for kind, fields, block in added(tmp_path, *PAIRED[how])
    }
    fields, block = kept["request", URL]
    assert block == ASKED
    assert fields["WARC-Concurrent-To"] == kept["response", URL][0]["WARC-Record-ID"]
    assert ("request", "https://tides.example/2") not in kept
    with next((tmp_path / "archive" / "captures").iterdir()).open("rb") as stream:
        assert {each.rec_type for each in ArchiveIterator(stream)} == {"request", "response"}


@pytest.mark.parametrize(
    "asked",
    [
        request("WARC-Concurrent-To: <urn:uuid:7>"),
        request(url="https://tides.example/other"),
        request(date="2031-04-05T06:07:09Z"),
    ],
)
def test_a_request_of_something_else_is_not_taken_for_its(tmp_path: Path, asked: bytes) -> None:
    """Nothing is guessed from standing side by side."""
    assert [kind for kind, _, _ in added(tmp_path, asked, ANSWER, asked)] == ["response"]


def test_of_a_damaged_body_the_header_is_kept(tmp_path: Path) -> None:
    """What came out of it stands behind it, and the lines that no longer hold have another name."""
    cut = gzip.compress(PAGE * 50, mtime=0)[:-20]
    given = response(URL, cut, http=("Content-Encoding: gzip", *HTTP, f"Content-Length: {len(cut)}"))
    ((_, _, block),) = added(tmp_path, given)
    head, _, body = block.partition(b"\r\n\r\n")
    assert b'ETag: "77-abc"\r\n' in head
    assert b"X-Archive-Orig-Content-Encoding: gzip\r\n" in head
    assert b"X-Archive-Orig-Content-Length: %d\r\n" % len(cut) in head
    assert head.endswith(b"\r\nContent-Length: %d" % len(body))
    assert body.startswith(PAGE)


def test_a_body_already_undone_is_kept_as_it_is(tmp_path: Path) -> None:
    """Its header says gzip, and its bytes are the page."""
    ((_, _, block),) = added(tmp_path, response(URL, PAGE, http=(*HTTP, "Content-Encoding: gzip")))
    assert block.endswith(b"\r\n\r\n" + PAGE)
    assert b"\r\nX-Archive-Orig-Content-Encoding: gzip\r\n" in block


def test_a_page_under_a_wrong_type_comes_back_as_what_it_is(tmp_path: Path) -> None:
    """The header keeps what the server said; what it was read as stands in the ledger."""
    given = response(URL, lines_pdf(["Words of the talk."] * 3), http=("Content-Type: text/html",))
    ((_, _, block),) = added(tmp_path, given)
    assert block == block_of(given)
    assert [each["media_type"] for each in events(tmp_path / "archive") if each["event"] == "capture"] == [
        "application/pdf"
    ]


def test_a_revisit_keeps_its_own_header_request_and_address(tmp_path: Path) -> None:
    """The bytes are not written twice, what the server said the second time is."""
    head = b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "78"\r\n\r\n'
    again = "2031-05-05T06:07:08Z"
    revisit = record(
        "revisit", head, f"WARC-Target-URI: {URL}", f"WARC-Date: {again}", "WARC-IP-Address: 192.0.2.8",
        "Content-Type: application/http; msgtype=response", f"WARC-Refers-To: {RESPONSE_ID}", "WARC-Record-ID: <urn:uuid:3>",
    )  # fmt: skip
    kept = added(tmp_path, ANSWER, revisit, request("WARC-Concurrent-To: <urn:uuid:3>", date=again))
    assert [kind for kind, _, _ in kept] == ["response", "request", "revisit"]
    assert kept[2][2] == head
    assert kept[2][1]["WARC-IP-Address"] == "192.0.2.8"


def not_modified() -> bytes:
    """Return a revisit that says that the page had not changed."""
    return record(
        "revisit", b'HTTP/1.1 304 Not Modified\r\nETag: "78"\r\n\r\n', f"WARC-Target-URI: {URL}",
        "WARC-Date: 2031-05-05T06:07:08Z", "Content-Type: application/http", f"WARC-Refers-To: {RESPONSE_ID}",
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified",
    )  # fmt: skip


def test_that_nothing_was_modified_is_kept_as_it_was_said(tmp_path: Path) -> None:
    """Under the profile for it."""
    (_, (kind, fields, block)) = added(tmp_path, ANSWER, not_modified())
    assert (kind, block) == ("revisit", b'HTTP/1.1 304 Not Modified\r\nETag: "78"\r\n\r\n')
    assert fields["WARC-Profile"].endswith("/server-not-modified")


def test_nothing_modified_does_not_stand_before_a_body(tmp_path: Path) -> None:
    """Where the first capture is not in the archive, the body is written, under a header of ours."""
    (tmp_path / "given.warc").write_bytes(ANSWER + not_modified())
    again = next(
        each
        for each in read_captures(tmp_path / "given.warc")
        if isinstance(each, Captured) and each.capture.captured_at == "2031-05-05T06:07:08Z"
    )
    with CaptureWriter(tmp_path / "kept.warc.gz") as writer:
        place = writer.write(again, added_at=NOW)
    assert read_at(tmp_path, place).body == PAGE


def test_a_removal_takes_header_and_request_with_it(tmp_path: Path) -> None:
    """Both tell of the page, and may tell of who asked for it."""
    asked = request(
        f"WARC-Concurrent-To: {RESPONSE_ID}", block=ASKED.replace(b"\r\n\r\n", b"\r\nCookie: ilka\r\n\r\n")
    )
    given = response(
        URL, PAGE, f"WARC-Record-ID: {RESPONSE_ID}", http=("Content-Type: text/html", "X-Whom: moorhen")
    )
    added(tmp_path, given, asked)
    folder = tmp_path / "archive"
    assert b"ilka" in every_byte(folder)
    with Archive.open(folder) as archive:
        (capture,) = {each["digest"] for each in events(folder) if each["event"] == "capture"}
        tombstone = archive.redact(capture, by="Ines Marr", why="Order 12/2031.", now=NOW)
        assert len(tombstone.captures) == 1
        assert archive.verify().findings == ()
    assert b"ilka" not in every_byte(folder)
    assert b"moorhen" not in every_byte(folder)


def test_what_an_arc_tells_is_kept(tmp_path: Path) -> None:
    """The header line has the IP address."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: old/1\r\n\r\n" + PAGE
    line = b"%b 192.0.2.9 20310405060708 text/html %d\n" % (URL.encode(), len(answer))
    head = b"1 0 Ministry\nURL IP-address Archive-date Content-type Archive-length\n"
    arc = b"filedesc://a.arc 0.0.0.0 20310405060708 text/plain %d\n%b\n" % (len(head), head)
    ((_, fields, block),) = added(tmp_path, arc, line, answer, b"\n", name="given.arc")
    assert (fields["WARC-IP-Address"], block) == ("192.0.2.9", answer)


@pytest.mark.parametrize("address", ["", "not an address", "192.0.2.7\r\n\tEvil: 1", "::1 "])
def test_an_address_that_is_none_is_left_out(tmp_path: Path, address: str) -> None:
    """It goes into a header again, so it must be one."""
    ((_, fields, _),) = added(tmp_path, response(URL, PAGE, f"WARC-IP-Address: {address}"))
    assert fields.get("WARC-IP-Address") in (None, "::1")
    assert "Evil" not in fields


def test_why_a_body_was_cut_is_kept(tmp_path: Path) -> None:
    """Whoever reads the WARC later has to know that the page was longer."""
    ((_, fields, _),) = added(tmp_path, response(URL, PAGE, "WARC-Truncated: length"))
    assert fields["WARC-Truncated"] == "length"


def test_an_archive_given_to_another_loses_nothing(tmp_path: Path) -> None:
    """A second archive made of the first one's WARCs keeps the same request and response."""
    first = added(tmp_path, *PAIRED["behind, naming the response"])
    other: Any = tmp_path / "other"
    Archive.add_to(other, tmp_path / "archive" / "captures", now=NOW)
    assert [(kind, block) for kind, _, block in stored(other)] == [(kind, block) for kind, _, block in first]


def test_a_lone_page_has_no_header_of_its_own(tmp_path: Path) -> None:
    """What we write before it without knowing is marked, and not taken for what a server said when it is given again."""
    (tmp_path / "1.html").write_bytes(PAGE)
    with Archive.create(tmp_path / "archive", now=NOW) as archive:
        archive.add(tmp_path / "1.html", url=URL, captured_at=DATE, now=NOW)
    Archive.add_to(tmp_path / "other", tmp_path / "archive" / "captures", now=NOW)
    for folder in ("archive", "other"):
        ((_, fields, _),) = stored(tmp_path / folder)
        assert fields["WARC-Onrecord-Status"] == "unknown"
