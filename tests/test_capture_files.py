"""Lone pages, folders and standard input."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from invented_formats import zipped
from invented_warcs import PAGE, codes, gzipped, parted, response
from onrecord.capture import BODY_LIMIT, Captured, digest_of, read_captures, read_captures_from
from onrecord.errors import NotFound, NotTaken, WrongCall
from onrecord.model import Locator


def only(path: Path, url: str | None = None, captured_at: str | None = None) -> Captured:
    """Return the one capture in a file that has nothing wrong with it."""
    captures, issues = parted(read_captures(path, url=url, captured_at=captured_at))
    assert issues == []
    (captured,) = captures
    return captured


def test_a_text_file_is_a_page_without_address_or_time(tmp_path: Path) -> None:
    """Nothing is claimed for a lone file that nobody said."""
    path = tmp_path / "speech.txt"
    path.write_bytes(b"The tide tables stand.\n")
    captured = only(path)
    capture = captured.capture
    assert (capture.url, capture.captured_at, capture.media_type) == (None, None, "text/plain")
    assert capture.locator == Locator(str(path), 0, 23)
    assert capture.digest == digest_of(b"The tide tables stand.\n")
    assert captured.body == b"The tide tables stand.\n"
    assert captured.charset is None


def test_what_the_caller_knows_of_a_lone_page_is_kept(tmp_path: Path) -> None:
    """Address and time come from the call; the time is put in UTC."""
    path = tmp_path / "speech.html"
    path.write_bytes(PAGE)
    capture = only(path, "https://tides.example/a", "2031-04-05T08:07:08+02:00").capture
    assert (capture.url, capture.captured_at) == ("https://tides.example/a", "2031-04-05T06:07:08Z")
    assert capture.media_type == "text/html"


@pytest.mark.parametrize(
    "time", ["yesterday", "2031-04-05", "2031-13-05T00:00:00Z", "0001-01-01T00:00:00+05:00"]
)
def test_a_time_that_is_none_is_refused(tmp_path: Path, time: str) -> None:
    """A date alone is not filled up to a time."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Words.")
    with pytest.raises(WrongCall, match="give it as 2020-04-28T10:00:00Z"):
        list(read_captures(path, captured_at=time))


@pytest.mark.parametrize("url", ["", "two words", "urn:sha256:00", "https://a.example/\n"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    """What could not be written into a WARC header and read back is no address."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Words.")
    with pytest.raises(WrongCall, match="is no address of a page"):
        list(read_captures(path, url=url))


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page", PAGE, "text/html"),
        ("page.txt", PAGE, "text/html"),
        ("page.aspx", b"\xef\xbb\xbf<!-- saved -->\n<HTML><body>A</body></HTML>", "text/html"),
        ("page.htm", b"no markup at all", "text/html"),
        ("page.html", "<p>Größe</p>".encode("utf-16"), "text/html"),
        (
            "page.xhtml",
            b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
            "application/xhtml+xml",
        ),
        ("page.txt", "A < B, said the Minister".encode("utf-16"), "text/plain"),
        ("page.txt", "Сказано в порту.".encode("cp1251"), "text/plain"),
        ("page.txt", b"kept\x00 with a zero", "text/plain"),
        ("notes.md", b"# Remarks", "text/markdown"),
    ],
)
def test_content_tells_what_a_page_is(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    """The extension decides only where the content does not tell."""
    path = tmp_path / name
    path.write_bytes(content)
    captured = only(path)
    assert (captured.capture.media_type, captured.body) == (media_type, content)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", b"no PDF at all", "is no PDF, although it is named so"),
        ("a.docx", b"no Word text", "is no Word text, although it is named so"),
        ("a.docx", b"PK\x03\x04\x14\x00" + b"\x00" * 20 + b"word/document.xml", "is a damaged ZIP file"),
        ("a.epub", zipped({"mimetype": b"", "META-INF/container.xml": b""}), "is an EPUB"),
        ("a.odt", zipped({"mimetype": b"", "content.xml": b""}), "is an OpenDocument file"),
        ("a.xlsx", zipped({"xl/workbook.xml": b""}), "is a spreadsheet"),
        ("a.zip", zipped({"speech.html": PAGE}), "is a ZIP file"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "is a 7z file"),
        ("a.rtf", b"{\\rtf1 words}", "is an RTF text"),
        ("a.html.gz", gzipped([PAGE]), "is a gzip file with no WARC in it"),
        ("a.mhtml", b"no MIME at all", "is no MHTML page, although it is named so"),
        ("a.xml", b"<rows><row/></rows>", "is XML"),
        ("a.json", b"[1, 2]", "is JSON"),
        ("a.css", b"p { color: red }", "is a style sheet"),
    ],
)
def test_a_format_not_taken_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    """The sentence says what the file is, what is read, and what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(NotTaken, match=says) as refusal:
        list(read_captures(path))
    sentence = str(refusal.value)
    assert (
        "this version reads text, HTML, PDF, DOCX, MHTML, mails, mailboxes, feeds, TEI, Akoma Ntoso, WARC, WACZ and ARC: "
        in sentence
    )
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        ("a.txt", b"\x7fELF\x02\x01\x01" + b"\x00" * 9, "a program"),
        ("a.txt", bytes(range(256)) * 8, "a binary file"),
    ],
)
def test_a_file_that_is_no_page_is_an_issue(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    """A file that cannot be a page is named as what it is."""
    path = tmp_path / name
    path.write_bytes(content)
    captures, (issue,) = parted(read_captures(path))
    assert captures == []
    assert (issue.code, issue.severity) == ("not_a_page", "error")
    assert says in issue.message


def test_an_empty_file_is_an_issue(tmp_path: Path) -> None:
    """An empty file is not an empty page."""
    path = tmp_path / "a.txt"
    path.touch()
    captures, issues = parted(read_captures(path))
    assert (captures, codes(issues)) == ([], ["empty"])


def test_a_file_beyond_the_limit_is_refused_whole(tmp_path: Path) -> None:
    """A body is never cut in silence: one byte more than the limit and none of it is read."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Tidings." * (BODY_LIMIT // 8))
    assert len(only(path).body) == BODY_LIMIT
    with path.open("ab") as file:
        file.write(b".")
    captures, issues = parted(read_captures(path))
    assert (captures, codes(issues)) == ([], ["body_too_large"])


def test_a_wrong_path_is_named(tmp_path: Path) -> None:
    """A path that is not there is the caller's mistake."""
    with pytest.raises(NotFound, match="check the path"):
        read_captures(tmp_path / "none.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """Missing permission is said as such."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Words.")
    path.chmod(0)
    with pytest.raises(WrongCall, match="change its permissions"):
        list(read_captures(path))


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    """Folders are entered, hidden files are left out, and one refused file does not end the walk."""
    for name, content in {
        "b.txt": b"Second.",
        "a/z.html": PAGE,
        "a/z.css": b"p {}",
        "a/.hidden.txt": b"Hidden.",
        ".git/x.txt": b"Hidden.",
        "c.rtf": b"{\\rtf1",
        "d.md": b"# About this folder",
        "e.bin": bytes(range(256)) * 8,
        "f.txt": b"Third.",
        "g.warc": response("https://tides.example/"),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    captures, issues = parted(read_captures(tmp_path))
    names = [Path(captured.capture.locator.file).relative_to(tmp_path).as_posix() for captured in captures]
    assert names == ["a/z.html", "b.txt", "f.txt", "g.warc"]
    assert codes(issues) == ["not_taken", "not_taken", "not_a_page", "media_types_passed_over"]
    assert ".css: 1" in issues[-1].message


def test_of_an_archive_its_captures_alone_are_read(tmp_path: Path) -> None:
    """Its site, its tables and what else was made of them would come back as pages of their own."""
    for name, content in {
        "kept/ledger.jsonl": b'{"event":"archive","format":1,"created_at":"2031-06-03T10:00:00Z"}\n',
        "kept/captures/000001.warc.gz": response("https://tides.example/"),
        "kept/site/index.html": PAGE,
        "notes/ledger.jsonl": b'{"event":"tide"}\n',
        "notes/page.html": PAGE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for folder in (tmp_path, tmp_path / "kept"):
        captures, issues = parted(read_captures(folder))
        names = [Path(each.capture.locator.file).name for each in captures]
        assert names == ["000001.warc.gz", "page.html"][: len(names)]
        assert issues[0].message == (
            f"{tmp_path / 'kept'} is an archive: its captures alone are read, not what was derived from them."
        )


def test_a_folder_with_nothing_to_read_says_so(tmp_path: Path) -> None:
    """An empty folder is not a success."""
    captures, issues = parted(read_captures(tmp_path))
    assert (captures, codes(issues)) == ([], ["empty"])


def test_a_folder_has_no_single_address(tmp_path: Path) -> None:
    """Address and time of one page cannot be those of many."""
    with pytest.raises(WrongCall, match="with a single page only"):
        read_captures(tmp_path, url="https://tides.example/")


def test_standard_input_is_told_by_its_content() -> None:
    """A WARC, plain or gzipped, a page or a text may come through a pipe."""
    warc = response("https://tides.example/")
    for stored, media_type in (
        (warc, "text/html"),
        (gzipped([warc]), "text/html"),
        (PAGE, "text/html"),
        (b"Words.", "text/plain"),
    ):
        (captured,), issues = parted(read_captures_from(io.BytesIO(stored), "-"))
        assert issues == []
        assert captured.capture.media_type == media_type
        assert captured.capture.locator == Locator("-", 0, len(stored))


def test_a_pipe_that_gives_few_bytes_at_a_time_is_read_whole() -> None:
    """A pipe may give less than was asked for."""

    class Dripping(io.RawIOBase):
        def __init__(self, stored: bytes) -> None:
            self.rest = stored

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            taken, self.rest = self.rest[:7], self.rest[7:]
            return taken

    for stored in (gzipped([response("https://tides.example/")] * 3), response("https://tides.example/") * 3):
        captures, issues = parted(read_captures_from(Dripping(stored), "-"))  # type: ignore[arg-type]
        assert (len(captures), issues) == (3, [])


def test_a_page_that_begins_with_a_thousand_comments_is_sniffed_at_once(tmp_path: Path) -> None:
    """A hostile beginning costs no more than an honest one."""
    path = tmp_path / "a"
    path.write_bytes(b"<!---->" * 1200 + b"<")
    assert only(path).capture.media_type == "text/plain"


def test_links_and_names_that_are_no_text_do_not_stop_a_walk(tmp_path: Path) -> None:
    """What is not followed is said; a name that is no UTF-8 is shown with escapes."""
    (tmp_path / "a.txt").write_bytes(b"First.")
    (tmp_path / "b").symlink_to(tmp_path)
    (tmp_path / "c.txt").symlink_to(tmp_path / "none.txt")
    os.mkfifo(tmp_path / "d.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/e\xff.txt")).write_bytes(b"Last.")
    captures, issues = parted(read_captures(tmp_path))
    assert [captured.body for captured in captures] == [b"First.", b"Last."]
    assert captures[1].capture.locator.file.endswith("/e\\xff.txt")
    assert codes(issues) == ["not_taken"] * 3


def test_a_text_may_begin_with_the_letters_of_another_format(tmp_path: Path) -> None:
    """Letters alone make no picture."""
    for words in (b"GIF89a is a format.", b"ID3 is a format.", b"BZh is not a word."):
        path = tmp_path / "a.txt"
        path.write_bytes(words)
        assert only(path).body == words


def test_a_damaged_warc_is_read_as_one(tmp_path: Path) -> None:
    """By its name; the damage is told, and what is sound comes out."""
    for name, stored in (
        ("a.warc", b"\n\xef\xbb\xbflost" + response("https://tides.example/")[40:]),
        ("a.warc.gz", gzipped([response("https://tides.example/")])[:12] + b"\xff" * 90),
    ):
        path = tmp_path / name
        path.write_bytes(
            stored + (gzipped if name.endswith("gz") else b"\n".join)([response("https://b.example/")])
        )
        captures, issues = parted(read_captures(path))
        assert [captured.capture.url for captured in captures] == ["https://b.example/"]
        assert codes(issues) in (["garbage_between_records"], ["damaged_gzip"])
