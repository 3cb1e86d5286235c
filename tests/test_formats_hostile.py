"""Files made to harm: each is refused by name or read in bounds, with no traceback, in little time and memory."""

from __future__ import annotations

import gzip
import io
import stat
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from invented_formats import TITLE, lines_pdf, p, read_file, rss, turns_of, word, zipped
from invented_warcs import PAGE, codes, gzipped, read_bytes, record, response
from onrecord import Reading
from onrecord.errors import NotTaken
from onrecord.model import Issue

MILLION = 1_000_000
BOMB = b"\0" * (64 << 20)
ITEM = (
    "<item><title>Remarks by Minister Ada Korr</title><link>https://tides.example/1</link>"
    "<description>&lt;p&gt;The harbour stays open for all ships.&lt;/p&gt;</description></item>"
)
BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)
XXE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def read_fast(folder: Path, name: str, content: bytes) -> tuple[list[Reading], list[Issue]]:
    """Return what a file gives, and fail if that takes more processor time than any page may."""
    began = time.process_time()
    try:
        found = read_file(folder, name, content)
    except NotTaken as refused:
        found = [], [Issue("not_taken", str(refused), None, "error")]
    # a minute, where what takes a square of it takes hours: on a machine with other work to do a second counts for two
    assert time.process_time() - began < 60
    return found


def all_codes(readings: list[Reading], issues: list[Issue]) -> list[str]:
    """Return the codes of all issues, of Readings and of none."""
    return codes([*(issue for reading in readings for issue in reading.issues), *issues])


def brotli_zeros() -> bytes:
    """Return 64 MiB of zeros under brotli."""
    brotli = pytest.importorskip("brotli")
    compressed: bytes = brotli.compress(BOMB)
    return compressed


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_compressed_body_that_is_a_bomb_is_too_large(tmp_path: Path, coding: str) -> None:
    """Whatever the coding: what comes out is counted while it comes."""
    body = {"gzip": gzip.compress, "deflate": zlib.compress, "br": lambda _: brotli_zeros()}[coding](BOMB)
    http = ("Content-Type: text/html", f"Content-Encoding: {coding}")
    captures, issues = read_bytes(tmp_path, response("https://tides.example/", body, http=http))
    assert (captures, codes(issues)) == ([], ["body_too_large"])


def test_codings_upon_codings_are_refused(tmp_path: Path) -> None:
    """A header may name a thousand; no server applies nine."""
    http = ("Content-Type: text/html", "Content-Encoding: " + ", ".join(["gzip"] * 1000))
    captures, issues = read_bytes(
        tmp_path, response("https://tides.example/", gzip.compress(PAGE), http=http)
    )
    assert (captures, codes(issues)) == ([], ["body_undecodable"])


def test_a_gzip_member_that_is_a_bomb_ends_the_reading_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Zeros without end in one record of a WARC: it is named, and what follows is read. The bound is lowered for the test."""
    monkeypatch.setattr("onrecord.capture.stored._MOST_GROWN", 32 << 20)
    head = record("response", b"", "WARC-Target-URI: https://tides.example/", length=len(BOMB))[:-4]
    bomb = gzip.compress(head + BOMB, 6, mtime=0)
    captures, issues = read_bytes(
        tmp_path, bomb + gzipped([response("https://tides.example/2")]), "a.warc.gz"
    )
    assert ([each.capture.url for each in captures], codes(issues)) == (
        ["https://tides.example/2"],
        ["grows_too_far"],
    )


@pytest.mark.parametrize("declaration", [BILLION_LAUGHS, XXE], ids=["billion laughs", "xxe"])
def test_a_feed_that_declares_entities_is_refused(tmp_path: Path, declaration: str) -> None:
    """It is kept, named, and nothing of it is expanded or fetched."""
    feed = rss(ITEM.replace("Ada Korr", "&a;"), declaration=declaration)
    (reading,), issues = read_fast(tmp_path, "feed.xml", feed)
    assert (all_codes([reading], issues), reading.page.text) == (["feed_damaged"], "")
    assert "declares an entity" in reading.issues[0].message


@pytest.mark.parametrize("declaration", [BILLION_LAUGHS, XXE], ids=["billion laughs", "xxe"])
def test_a_word_text_that_declares_entities_is_refused(tmp_path: Path, declaration: str) -> None:
    """The same for the XML inside a Word text."""
    text = declaration.replace("DOCTYPE rss", "DOCTYPE w:p") + p("&a;")
    (reading,), issues = read_fast(tmp_path, "a.docx", zipped({"word/document.xml": text}))
    assert (all_codes([reading], issues), reading.page.text) == (["docx_unreadable"], "")


def test_a_word_text_that_is_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    """A member that grows a thousand times is not undone; the directory's own word for it is not believed."""
    text = word(p(TITLE) + f"<!--{' ' * (64 << 20)}-->")
    (reading,), issues = read_fast(tmp_path, "a.docx", text)
    assert sorted(set(all_codes([reading], issues))) == ["docx_unreadable", "member_refused"]
    lying = bytearray(text)
    for place in (lying.find(b"PK\x01\x02", lying.rfind(b"word/styles.xml")),):
        lying[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    (reading,), issues = read_fast(tmp_path, "b.docx", bytes(lying))
    assert "docx_unreadable" in all_codes([reading], issues)


def test_a_zip_of_overlapping_members_is_refused(tmp_path: Path) -> None:
    """Members that share their bytes are how a small file grows without end."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("archive/a.warc", response("https://tides.example/") + BOMB[: 8 << 20])
        first = opened.infolist()[0]
        for n in range(200):
            twin = zipfile.ZipInfo(f"archive/{n}.warc")
            for field in ("compress_type", "compress_size", "file_size", "CRC", "header_offset", "flag_bits"):
                setattr(twin, field, getattr(first, field))
            opened.filelist.append(twin)
            opened.NameToInfo[twin.filename] = twin
        opened._didModify = True  # type: ignore[attr-defined]
    _, issues = read_fast(tmp_path, "a.wacz", out.getvalue())
    assert set(codes(issues)) <= {"zip_unreadable", "member_refused", "truncated", "garbage_between_records"}
    assert len(issues) >= 200


def wacz_with(name: str, mode: int = 0) -> bytes:
    """Return a WACZ with one sound member, and one of this name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        opened.writestr("archive/a.warc", response("https://tides.example/"))
        entry = zipfile.ZipInfo("archive/b.warc")
        entry.filename, entry.external_attr = name, mode << 16
        opened.writestr(entry, b"/etc/passwd" if mode else response("https://tides.example/b"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "mode", "says"),
    [
        ("archive/../../../b.warc", 0, "leads out of the file"),
        ("archive\\..\\..\\b.warc", 0, "leads out of the file"),
        ("/archive/b.warc", 0, "has an absolute name"),
        ("C:archive/b.warc", 0, "has an absolute name"),
        ("archive/b.warc", stat.S_IFLNK | 0o777, "is a link"),
        ("archive/b.wacz", 0, "holds an archive inside itself"),
        ("archive/b.zip", 0, "holds an archive inside itself"),
    ],
)
def test_a_member_that_leads_out_of_its_file_is_refused(
    tmp_path: Path, name: str, mode: int, says: str
) -> None:
    """Nothing is ever unpacked to a name that a file gives; the other members are read."""
    readings, issues = read_fast(tmp_path, "a.wacz", wacz_with(name, mode))
    assert [reading.capture.url for reading in readings] == ["https://tides.example/"]
    assert [(issue.code, issue.severity) for issue in issues] == [("member_refused", "error")]
    assert says in issues[0].message
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.wacz"]


def test_a_wacz_that_is_locked_is_named(tmp_path: Path) -> None:
    """A member under a password is refused by name."""
    held = bytearray(zipped({"archive/a.warc": response("https://tides.example/")}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        held[held.find(mark) + place] |= 1
    _, issues = read_fast(tmp_path, "a.wacz", bytes(held))
    assert [(issue.code, "is encrypted" in issue.message) for issue in issues] == [("member_refused", True)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xml", b"<rss><channel>" + b"<item><title>" * (MILLION // 5)),
        ("a.xml", b"<rss><channel><item><description>" + b"&lt;" * MILLION),
        ("a.xml", b"<rss " + b"a='b' " * MILLION + b"/>"),
        ("a.xml", rss(ITEM * 5100)),
        ("a.json", b'{"a": "' + b"<p " * MILLION + b'"}'),
        ("a.json", b'[{"a": "<p>words and more words</p>"}' + b', {"a": "<p>words"}' * 100_000 + b"]"),
        ("a.eml", b"Message-ID: 1\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nwords\n"),
        ("a.eml", b"Message-ID: 1\nSubject: x\n\n" + b"> " * MILLION + b"\n" + b"words \n" * 100_000),
        ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + b"--b\n\n" * MILLION),
        (
            "a.mhtml",
            b"".join(
                b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5000)
            ),
        ),
        ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n" + b"<body " * MILLION),
        ("a.arc", b"filedesc://a 0.0.0.0 20310405060708 text/plain 0\n" + b"a: " * MILLION),
        ("a.pdf", b"%PDF-1.7\n" + b"1 0 obj << /Kids [1 0 R] /Type /Pages >> endobj\n" * 10_000),
    ],
)  # fmt: skip
def test_much_of_one_thing_is_read_in_little_time(tmp_path: Path, name: str, content: bytes) -> None:
    """Whatever comes of it: no traceback, no reader that failed, and seconds at most."""
    readings, issues = read_fast(tmp_path, name, content)
    assert "reader_failed" not in all_codes(readings, issues)


def test_a_word_text_of_much_is_read_in_little_time(tmp_path: Path) -> None:
    """A hundred thousand paragraphs, a paragraph of a hundred thousand runs, elements nested beyond reason."""
    for body in (
        p("Words of the talk.") * 100_000,
        p(*["word "] * 100_000),
        "<w:tbl>" * 100_000,
        "<w:p>" * 900 + "<w:r><w:t>deep</w:t></w:r>" + "</w:p>" * 900,
    ):
        readings, issues = read_fast(tmp_path, "a.docx", word(body))
        assert "reader_failed" not in all_codes(readings, issues)


def test_a_pdf_of_much_is_read_in_little_time(tmp_path: Path) -> None:
    """A page of ten thousand lines, and one whose text stands all on one line."""
    for lines in (["Words of the talk."] * 10_000, ["Words of the talk." * 2000]):
        (reading,), issues = read_fast(tmp_path, "a.pdf", lines_pdf(lines, step=0.05))
        assert "reader_failed" not in all_codes([reading], issues)


def test_markup_that_claims_a_place_is_not_believed(tmp_path: Path) -> None:
    """Only what we wrote ourselves tells where text was found."""
    item = ITEM.replace("The harbour", "&lt;div class='onrecord-at:page 9'&gt;The harbour&lt;/div&gt;")
    (_, entry), _ = read_fast(tmp_path, "feed.xml", rss(item))
    assert [place.at for place in entry.page.places] == ["entry https://tides.example/1"]
    assert turns_of(entry)


def test_a_page_that_claims_a_place_has_none(tmp_path: Path) -> None:
    """The class of an element is the source's in a page of HTML, whatever it says."""
    page = (
        f"<h1>{TITLE}</h1><div class='onrecord-at:page 9'><p>The harbour stays open for all ships.</p></div>"
    )
    (reading,), _ = read_fast(tmp_path, "a.html", page.encode())
    assert (reading.page.kind, reading.page.places) == ("statement", ())
