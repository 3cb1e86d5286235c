"""Captures out of sound WARC files."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import zlib
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter

from invented_warcs import PAGE, codes, gzipped, parted, read_bytes, record, response
from onrecord.capture import BODY_LIMIT, digest_of, read_captures, read_captures_from
from onrecord.errors import WrongCall

URL = "https://tides.example/talks/1"


def test_a_response_tells_its_address_time_type_and_body(tmp_path: Path) -> None:
    """A response record is a capture, and its place is where it lies in the file."""
    first, second = response(URL), response(URL + "0", date="2031-04-05T06:07:08.25Z")
    captures, issues = read_bytes(tmp_path, first + second)
    assert issues == []
    capture = captures[1].capture
    assert (capture.url, capture.captured_at) == (URL + "0", "2031-04-05T06:07:08.25Z")
    assert (capture.media_type, captures[1].charset) == ("text/html", "utf-8")
    assert (captures[1].body, capture.digest) == (PAGE, digest_of(PAGE))
    assert (capture.locator.offset, capture.locator.length) == (len(first), len(second))


def test_places_in_a_gzipped_warc_are_those_of_the_members(tmp_path: Path) -> None:
    """Offset and length cut out exactly the compressed member."""
    records = [response(f"{URL}{n}") for n in range(3)]
    stored = gzipped(records)
    captures, issues = read_bytes(tmp_path, stored, "a.warc.gz")
    assert issues == []
    places = [captured.capture.locator for captured in captures]
    assert [gzip.decompress(stored[at.offset : at.offset + at.length]) for at in places] == records


def test_several_records_in_one_gzip_member_are_read_and_reported(tmp_path: Path) -> None:
    """Compressed as one, records are read all the same, but have no places of their own."""
    stored = gzipped([b"".join(response(f"{URL}{n}") for n in range(3))])
    captures, issues = read_bytes(tmp_path, stored, "a.warc.gz")
    assert [captured.capture.url for captured in captures] == [f"{URL}{n}" for n in range(3)]
    assert codes(issues) == ["records_share_member"]


@pytest.mark.parametrize("kind", ["resource", "conversion"])
def test_a_record_without_http_is_its_body(tmp_path: Path, kind: str) -> None:
    """Resources, and texts such as a WET file has, are the bytes of the record."""
    fields = (f"WARC-Target-URI: {URL}", "WARC-Date: 2031-04-05T06:07:08Z", "Content-Type: text/plain")
    (captured,), issues = read_bytes(
        tmp_path, record(kind, b"The tide tables stand.", *fields, version="1.1")
    )
    assert issues == []
    assert (captured.capture.url, captured.capture.media_type) == (URL, "text/plain")
    assert captured.body == b"The tide tables stand."


def test_a_urn_is_no_address(tmp_path: Path) -> None:
    """A resource whose target is a urn is a lone page again."""
    fields = ("WARC-Target-URI: urn:sha256:00", "WARC-Date: 2031-04-05T06:07:08Z", "Content-Type: text/plain")
    (captured,), _ = read_bytes(tmp_path, record("resource", b"Words.", *fields))
    assert (captured.capture.url, captured.capture.captured_at) == (None, "2031-04-05T06:07:08Z")


def test_addresses_in_angle_brackets_are_taken_out_of_them(tmp_path: Path) -> None:
    """Old GNU Wget wrote them so; and its own log, kept as a resource, is no page."""
    log = record(
        "resource", b"--2031--", "WARC-Target-URI: <metadata://wget/log>", "Content-Type: text/plain"
    )
    (captured,), issues = read_bytes(tmp_path, response(f"<{URL}>") + log)
    assert captured.capture.url == URL
    assert codes(issues) == ["media_types_passed_over"]


def chunked(body: bytes, size: int = 10, end: bytes = b"0\r\n\r\n") -> bytes:
    """Return the body in the chunked transfer coding."""
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x;name=value\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + end


def brotli(body: bytes) -> bytes:
    """Return the body in the br coding."""
    out = io.BytesIO()
    writer = BrotliWriter(out)
    writer.write(body)
    writer.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("fields", "sent"),
    [
        (("Transfer-Encoding: chunked",), chunked(PAGE)),
        (("Transfer-Encoding: chunked",), chunked(PAGE, end=b"")),
        (("Transfer-Encoding: chunked",), chunked(PAGE).replace(b"\r\n", b"\n")),
        (("Content-Encoding: gzip",), gzip.compress(PAGE)),
        (("Content-Encoding: x-gzip",), gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])),
        (("Content-Encoding: gzip",), gzip.compress(PAGE) + b"\r\n"),
        (("Content-Encoding: deflate",), zlib.compress(PAGE)),
        (("Content-Encoding: deflate",), zlib.compress(PAGE)[2:-4]),
        (("Content-Encoding: br",), brotli(PAGE)),
        (("Content-Encoding: identity",), PAGE),
        (("Content-Encoding: gzip", "Transfer-Encoding: chunked"), chunked(gzip.compress(PAGE))),
        (("Transfer-Encoding: gzip, chunked",), chunked(gzip.compress(PAGE))),
        (("Content-Encoding: gzip", "Content-Encoding: gzip"), gzip.compress(gzip.compress(PAGE))),
    ],
)
def test_codings_are_undone(tmp_path: Path, fields: tuple[str, ...], sent: bytes) -> None:
    """Chunked, gzip, deflate (both kinds) and br, alone and one upon another."""
    stored = response(URL, sent, http=("Content-Type: text/html", *fields))
    (captured,), issues = read_bytes(tmp_path, stored)
    assert issues == []
    assert (captured.body, captured.capture.digest) == (PAGE, digest_of(PAGE))


@pytest.mark.parametrize(
    "coding",
    [
        "Transfer-Encoding: chunked",
        "Content-Encoding: gzip",
        "Content-Encoding: br",
        "Content-Encoding: deflate",
    ],
)
def test_a_coding_already_undone_is_noted(tmp_path: Path, coding: str) -> None:
    """Many capturing programs undo the coding and leave the header: counted, one note for the file."""
    stored = response(URL, PAGE, http=("Content-Type: text/html", coding)) * 3
    captures, issues = read_bytes(tmp_path, stored)
    assert [captured.body for captured in captures] == [PAGE] * 3
    assert codes(issues) == ["codings_absent"]
    assert issues[0].message.endswith(": 3.")


@pytest.mark.parametrize(
    ("coding", "sent"),
    [
        ("Transfer-Encoding: chunked", chunked(PAGE)[:-20]),
        ("Content-Encoding: gzip", gzip.compress(PAGE * 40, mtime=0)[:-20]),
        ("Content-Encoding: gzip", gzip.compress(PAGE, mtime=0)[:-8] + b"\x00" * 8),
    ],
)
def test_a_coding_that_breaks_off_gives_what_came_out_and_an_error(
    tmp_path: Path, coding: str, sent: bytes
) -> None:
    """An incomplete body is kept as evidence, and never passes for the whole."""
    (captured,), issues = read_bytes(tmp_path, response(URL, sent, http=("Content-Type: text/html", coding)))
    assert (PAGE * 40).startswith(captured.body)
    assert (codes(issues), issues[0].severity) == (["body_incomplete"], "error")


@pytest.mark.parametrize("coding", ["compress", "gzip", "br"])
def test_a_coding_that_cannot_be_undone_is_an_error(tmp_path: Path, coding: str) -> None:
    """Nothing is yielded for bytes that nobody can read."""
    sent = {"gzip": b"\x1f\x8b\x08\xff", "br": b"\xff\xff\xff\xff"}.get(coding, b"\x1f\x9d\x90")
    stored = response(URL, sent, http=("Content-Type: text/html", f"Content-Encoding: {coding}"))
    captures, issues = read_bytes(tmp_path, stored)
    assert (captures, codes(issues)) == ([], ["body_undecodable"])


def test_a_body_that_inflates_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    """A few kilobytes may stand for gigabytes of nothing."""
    sent = gzip.compress(b" " * (BODY_LIMIT + 1))
    stored = response(URL, sent, http=("Content-Type: text/html", "Content-Encoding: gzip"))
    captures, issues = read_bytes(tmp_path, stored + response(URL))
    assert (len(captures), codes(issues)) == (1, ["body_too_large"])


def test_a_record_beyond_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    """A page too long is an error; a film too long is a film, and passed over."""
    long = b" " * (BODY_LIMIT + (1 << 20))
    film = response(URL + "film", long, http=("Content-Type: video/mp4",))
    captures, issues = read_bytes(tmp_path, gzipped([response(URL, long), film, response(URL)]), "a.warc.gz")
    assert [captured.body for captured in captures] == [PAGE]
    assert codes(issues) == ["body_too_large", "media_types_passed_over"]


def test_what_is_no_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    """Images and redirections are no captures of pages; how many there were is said once."""
    stored = (
        response(URL + "a.png", b"\x89PNG", http=("Content-Type: image/png",)) * 2
        + response(URL + "a.css", b"p {}", http=("Content-Type: text/css",))
        + response(URL + "gone", status="404 Not Found")
        + response(URL + "moved", status="301 Moved")
        + record("request", b"GET / HTTP/1.1\r\n\r\n", "Content-Type: application/http; msgtype=request")
        + record("metadata", b"via: x", f"WARC-Target-URI: {URL}")
        + response(URL)
    )
    captures, issues = read_bytes(tmp_path, record("warcinfo", b"software: x\r\n") + stored)
    assert [(each.capture.url, each.capture.status) for each in captures] == [(URL + "gone", 404), (URL, 200)]
    assert codes(issues) == ["status_passed_over", "media_types_passed_over"]
    assert "301: 1" in issues[0].message
    assert "image/png: 2, text/css: 1" in issues[1].message


@pytest.mark.parametrize("status", ["403 Forbidden", "410 Gone", "503 Service Unavailable"])
def test_a_refusal_is_a_capture_with_its_status_even_without_a_body(tmp_path: Path, status: str) -> None:
    """That a page was gone or refused is what the capture tells; an empty body loses nothing of that."""
    captures, issues = read_bytes(tmp_path, response(URL, b"", http=(), status=status))
    assert [(each.capture.status, each.body) for each in captures] == [(int(status[:3]), b"")]
    assert issues == []


def test_a_response_that_names_no_type_is_sniffed(tmp_path: Path) -> None:
    """Without a Content-Type the content tells; bytes that are no page are counted as unknown."""
    stored = (
        response(URL, http=())
        + response(URL, b"Words.", http=())
        + response(URL, b"\x89PNG\r\n\x1a\n", http=())
    )
    captures, issues = read_bytes(tmp_path, stored)
    assert [captured.capture.media_type for captured in captures] == ["text/html", "text/plain"]
    assert "unknown: 1" in issues[0].message


def test_a_warc_without_captures_says_so(tmp_path: Path) -> None:
    """Nothing out of something is never silence."""
    captures, issues = read_bytes(tmp_path, record("warcinfo", b"software: x\r\n"))
    assert (captures, codes(issues)) == ([], ["no_captures"])


def test_a_record_of_an_unknown_type_is_named(tmp_path: Path) -> None:
    """A type the standard does not have is passed over aloud."""
    captures, issues = read_bytes(tmp_path, record("photograph", b"x") + response(URL))
    assert (len(captures), codes(issues)) == (1, ["record_type_unknown"])


@pytest.mark.parametrize(
    ("date", "captured_at"),
    [
        ("2031-04-05T06:07:08+02:00", "2031-04-05T04:07:08Z"),
        ("2031-04-05T06:07:08.123456789Z", "2031-04-05T06:07:08.123456789Z"),
        ("2031-04-05 06:07:08", "2031-04-05T06:07:08Z"),
        ("2031-04-31T06:07:08Z", None),
        ("1970-01-01T00:00:00Z", None),
        ("2031-04-05", None),
        ("0001-01-01T00:00:00+01:00", None),
        ("soon", None),
    ],
)
def test_times_are_put_in_one_form_or_are_unknown(tmp_path: Path, date: str, captured_at: str | None) -> None:
    """A time that cannot be one is no time, and an issue says so; the page is kept."""
    (captured,), issues = read_bytes(tmp_path, response(URL, date=date))
    assert captured.capture.captured_at == captured_at
    assert codes(issues) == ([] if captured_at else ["warc_date_unusable"])


def digests(content: bytes) -> list[str]:
    """Return the ways in which programs write digests of the content."""
    sha1, sha256 = hashlib.sha1(content).digest(), hashlib.sha256(content).digest()
    return [
        "sha1:" + base64.b32encode(sha1).decode(),
        "sha1:" + base64.b64encode(sha1).decode(),
        "sha1:" + base64.urlsafe_b64encode(sha1).decode().rstrip("="),
        "SHA-1:" + sha1.hex().upper(),
        "sha256:" + base64.b32encode(sha256).decode(),
        "sha-256:" + sha256.hex(),
        "md5:" + hashlib.md5(content).hexdigest(),
    ]


def test_digests_are_checked_however_they_are_written(tmp_path: Path) -> None:
    """Right digests are silent, wrong ones an issue beside the capture; a form nobody knows proves nothing."""
    sent = chunked(gzip.compress(PAGE))
    http = ("Content-Type: text/html", "Transfer-Encoding: chunked", "Content-Encoding: gzip")
    for content in (sent, gzip.compress(PAGE), PAGE):
        fields = [f"WARC-Payload-Digest: {digest}" for digest in digests(content)]
        stored = b"".join(
            response(URL, sent, field, http=http) for field in [*fields, "WARC-Payload-Digest: x:1"]
        )
        captures, issues = read_bytes(tmp_path, stored)
        assert (len(captures), issues) == (8, [])
    for digest in digests(b"other bytes"):
        for name in ("Payload", "Block"):
            captures, issues = read_bytes(tmp_path, response(URL, PAGE, f"WARC-{name}-Digest: {digest}"))
            assert (len(captures), codes(issues), issues[0].severity) == (1, ["digest_mismatch"], "warning")


def test_a_body_cut_when_captured_is_kept_with_a_warning(tmp_path: Path) -> None:
    """What the capturing program says of its own limits is passed on."""
    (captured,), issues = read_bytes(tmp_path, response(URL, PAGE, "WARC-Truncated: length"))
    assert (captured.body, codes(issues)) == (PAGE, ["cut_when_captured"])


def test_a_response_without_an_http_header_is_an_error(tmp_path: Path) -> None:
    """What claims to be HTTP and is none is not guessed at."""
    stored = record("response", b"<p>Words.</p>", f"WARC-Target-URI: {URL}", "Content-Type: application/http")
    captures, issues = read_bytes(tmp_path, stored)
    assert (captures, codes(issues)) == ([], ["http_header_unreadable"])


def test_bare_newlines_are_line_ends(tmp_path: Path) -> None:
    """Hand-made and old files have no carriage returns."""
    captures, issues = read_bytes(
        tmp_path, response(URL, PAGE + b"  ").replace(b"\r\n", b"\n").replace(b"  \n", b"\n")
    )
    assert [captured.body for captured in captures] in ([PAGE], [])
    block = b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + PAGE
    stored = b"WARC/1.0\nWARC-Type: response\nContent-Type: application/http\nContent-Length: %d\n\n%s\n\n"
    (captured,), issues = read_bytes(tmp_path, stored % (len(block), block))
    assert (captured.body, codes(issues)) == (PAGE, ["warc_date_unusable"])


def test_a_warc_tells_its_own_addresses(tmp_path: Path) -> None:
    """One address for many captures would be wrong for all but one."""
    path = tmp_path / "a.warc"
    path.write_bytes(response(URL))
    with pytest.raises(WrongCall, match="leave yours out"):
        list(read_captures(path, url=URL))


def test_reading_begins_before_the_end_of_a_pipe() -> None:
    """Captures come out while the rest has not been read."""

    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.taken += 1
            assert self.taken < 40, "read far ahead of what was asked for"
            return gzipped([response(URL)])

    captures = read_captures_from(Endless(), "-")  # type: ignore[arg-type]
    for _ in range(20):
        assert not isinstance(next(captures), str)


def test_a_mixed_folder_of_warcs_keeps_its_order(tmp_path: Path) -> None:
    """Each WARC of a folder is read from its beginning."""
    for name in ("b.warc.gz", "a.warc.gz"):
        (tmp_path / name).write_bytes(gzipped([response(URL + name)]))
    captures, issues = parted(read_captures(tmp_path))
    assert [captured.capture.url for captured in captures] == [URL + "a.warc.gz", URL + "b.warc.gz"]
    assert issues == []


def test_what_calls_itself_a_page_is_read_as_what_it_is(tmp_path: Path) -> None:
    """Servers say text/html of anything: a PDF is read as a PDF, and a gzip file is no page."""
    (captured,), issues = read_bytes(
        tmp_path, response(URL, b"%PDF-1.7 \x00") + response(URL, gzip.compress(PAGE))
    )
    assert (captured.capture.media_type, codes(issues)) == (
        "application/pdf",
        ["media_type_wrong", "not_a_page"],
    )
    assert "is a gzip file" in issues[1].message


def test_what_calls_itself_a_pdf_and_is_a_page_is_read_as_a_page(tmp_path: Path) -> None:
    """A server that answers with its excuse at the address of a PDF."""
    stored = response(URL, PAGE, http=("Content-Type: application/pdf",))
    (captured,), issues = read_bytes(tmp_path, stored)
    assert (captured.capture.media_type, codes(issues)) == ("text/html", ["media_type_wrong"])


def test_json_without_texts_is_passed_over(tmp_path: Path) -> None:
    """What programs say to each other is no page; JSON that carries texts in HTML is."""
    http = ("Content-Type: application/json",)
    table, page = b'{"tides": [1, 2]}', b'{"content": "<p>The harbour stays open.<\\/p>"}'
    (captured,), issues = read_bytes(
        tmp_path, response(URL, table, http=http) + response(URL, page, http=http)
    )
    assert (captured.body, codes(issues)) == (page, ["media_types_passed_over"])


def test_control_characters_in_an_address_are_encoded(tmp_path: Path) -> None:
    """An address never carries what could break a line or move a cursor."""
    (captured,), _ = read_bytes(tmp_path, response("https://tides.example/\x1b[2J\x00"))
    assert captured.capture.url == "https://tides.example/%1B[2J%00"


def test_an_address_of_a_hundred_thousand_characters_is_left_out(tmp_path: Path) -> None:
    """The page is kept, and what happened to its address is said."""
    (captured,), issues = read_bytes(tmp_path, response("https://tides.example/" + "a" * 100_000))
    assert (captured.capture.url, codes(issues)) == (None, ["warc_header_unreadable"])


def test_a_page_split_over_records_is_called_incomplete(tmp_path: Path) -> None:
    """Segments are not put together; nobody takes the first for the whole."""
    (captured,), issues = read_bytes(tmp_path, response(URL, PAGE, "WARC-Segment-Number: 1"))
    assert (captured.body, codes(issues)) == (PAGE, ["body_incomplete"])


def test_standard_input_may_begin_in_the_middle_of_a_file(tmp_path: Path) -> None:
    """Places count from the beginning of the file, not from where reading began."""
    path = tmp_path / "a.warc.gz"
    first, second = gzipped([response(URL + "1")]), gzipped([response(URL + "2")])
    path.write_bytes(first + second)
    with path.open("rb") as stream:
        stream.seek(len(first))
        (captured,), issues = parted(read_captures_from(stream, "-"))
    assert issues == []
    assert (captured.capture.locator.offset, captured.capture.locator.length) == (len(first), len(second))
