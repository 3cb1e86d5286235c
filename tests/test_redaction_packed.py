"""What is removed from formats that pack their words: Word texts, PDFs, mails, saved pages, feeds, WACZ. People are invented."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path
from typing import Any

import pytest

from invented_captures import NOW
from invented_formats import around, lines_pdf, p, rss, word, zipped
from invented_warcs import gzipped, response
from onrecord import Archive
from onrecord.errors import NotFound
from onrecord.record.changing.passages import MARK
from test_redaction import every_byte

SECRET = "Ilka Moorhen of Eel Lane 7"
WHO: dict[str, Any] = {"by": "Ines Marr", "why": "Order 12/2031 of the court of Halvane.", "now": NOW}
TITLE = "Remarks by Minister of Tides Ada Korr at the Harbour Day, 3 June 2031"
SPOKEN = f"It was {SECRET} who asked for it."
PAGE = f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>The harbour is open.</p><p>{SPOKEN}</p></body></html>"
HEADER = "Message-ID: <1@tides.example>\r\nMIME-Version: 1.0\r\nDate: Tue, 3 Jun 2031 10:00:00 +0200\r\n"


def parts(*given: tuple[str, str, bytes], kind: str = "mixed", head: str = "") -> bytes:
    """Return a mail of parts: media type, coding, bytes."""
    written = b"".join(
        f"--b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n".encode()
        + (
            base64.encodebytes(body)
            if coding == "base64"
            else quopri.encodestring(body)
            if coding == "quoted-printable"
            else body
        )
        + b"\r\n"
        for kind, coding, body in given
    )
    return (
        f"{HEADER}{head}Subject: {TITLE}\r\nContent-Type: multipart/{kind}; boundary=b\r\n\r\n".encode()
        + written
        + b"--b--\r\n"
    )


OPEN = b"<p>The harbour is open for all ships, and it stays open.</p>"
TALK = p(TITLE, style="T") + p("The harbour is open.")
PACKED = {
    "the words of a Word text": ("a.docx", word(TALK + p("It was ", "*Ilka", " Moorhen of Eel Lane 7 who asked."))),
    "what was deleted in a Word text": (
        "a.docx",
        word(f"{TALK}<w:p><w:del><w:r><w:delText>{SPOKEN}</w:delText></w:r></w:del></w:p>"),
    ),
    "a comment to a Word text": ("a.docx", word(TALK, {"word/comments.xml": around("comments", p(SPOKEN))})),
    "who wrote a Word text": ("a.docx", word(TALK, {"docProps/core.xml": f"<c><creator>{SECRET}</creator></c>"})),
    "a PDF": ("a.pdf", lines_pdf([TITLE, "The harbour is open.", SPOKEN])),
    "a mail in base64": ("a.eml", parts(("text/plain", "base64", SPOKEN.encode()))),
    "a mail's other form": (
        "a.eml",
        parts(("text/html", "8bit", OPEN), ("text/plain", "base64", SPOKEN.encode()), kind="alternative"),
    ),
    "a header of a mail": ("a.eml", parts(("text/html", "8bit", OPEN), head="Cc: =?utf-8?b?" + base64.b64encode(SECRET.encode()).decode() + "?=\r\n")),
    "a Word text attached to a mail": (
        "a.eml",
        parts(("text/html", "8bit", OPEN), ("application/octet-stream", "base64", word(TALK + p(SPOKEN)))),
    ),
    "a saved page": (
        "a.mhtml",
        parts(("text/html", "quoted-printable", PAGE.replace("Moorhen", "Moorhen&#8203;").encode()), kind="related"),
    ),
    "a frame of a saved page": (
        "a.mhtml",
        parts(("text/html", "8bit", OPEN), ("text/html", "base64", PAGE.encode()), kind="related"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("where", PACKED)
def test_what_holds_the_passage_packed_goes_whole(tmp_path: Path, where: str) -> None:
    """It cannot be cut out of there: no byte of the file is left, and the tombstone says that nothing stands instead."""
    name, content = PACKED[where]
    (tmp_path / name).write_bytes(content)
    folder = tmp_path / "archive"
    assert Archive.add_to(folder, tmp_path / name, now=NOW).new == 1
    middle = content[len(content) // 3 : len(content) // 3 + 60]
    assert middle in every_byte(folder)
    with Archive.open(folder) as archive:
        tombstone = archive.redact(passage=SECRET, **WHO)
        (removed,) = tombstone.captures
        assert (tombstone.reach, removed.kept) == ("passage", None)
        assert archive.verify().findings == ()
        assert list(archive.list()) == []
        with pytest.raises(NotFound):
            archive.redact(passage=SECRET, **WHO)
    assert middle not in every_byte(folder)
    assert b"Moorhen" not in every_byte(folder)
    assert Archive.add_to(folder, tmp_path / name, now=NOW).new == 0


def test_of_a_page_in_a_wacz_the_rest_stays(tmp_path: Path) -> None:
    """It is a page like any other once it is in: the passage is cut, and the header that came with it goes."""
    stored = gzipped([response("https://tides.example/1", PAGE.encode(), "WARC-IP-Address: 192.0.2.7")])
    (tmp_path / "a.wacz").write_bytes(zipped({"archive/a.warc.gz": stored}, stored=["archive/a.warc.gz"]))
    folder = tmp_path / "archive"
    Archive.add_to(folder, tmp_path / "a.wacz", now=NOW)
    with Archive.open(folder) as archive:
        archive.redact(passage=SECRET, **WHO)
        (statement,) = archive.list()
        assert f"It was {MARK} who asked for it." in [
            turn.text.splitlines()[-1] for turn in archive.show(statement.id).statement.turns
        ]
        assert archive.verify().findings == ()
    assert b"Moorhen" not in every_byte(folder)


def entry(n: int, words: str) -> str:
    """Return an entry of a feed with its whole text."""
    filler = "The harbour stays open for every ship that pays its dues and salutes the tower. " * 4
    return (
        f"<item><title>Statement {n} by Minister of Tides Ada Korr</title><link>https://tides.example/{n}</link>"
        f"<content:encoded><![CDATA[<p>{words}</p><p>{filler}</p>]]></content:encoded></item>"
    )


def test_with_an_entry_goes_every_feed_that_holds_it(tmp_path: Path) -> None:
    """Its words stand there as well; the other entries are captures of their own, and stay."""
    folder = tmp_path / "archive"
    for day, entries in ((1, (1, 2)), (2, (2, 3)), (3, (3, 4))):
        feed = rss(*(entry(n, SPOKEN if n == 2 else f"Ferry number {n} sails at dawn.") for n in entries))
        (tmp_path / "feed.xml").write_bytes(feed)
        with Archive.create(folder, now=NOW) as archive:
            archive.add(
                tmp_path / "feed.xml",
                url="https://tides.example/feed",
                captured_at=f"2031-06-0{day}T10:00:00Z",
                now=NOW,
            )
    with Archive.open(folder) as archive:
        second = next(
            each.id for each in archive.list() if each.witnesses[0].url == "https://tides.example/2"
        )
        tombstone = archive.redact(second, **WHO)
        gone = sorted((each.url, each.captured_at) for each in tombstone.captures)
        assert gone == [
            ("https://tides.example/2", "2031-06-01T10:00:00Z"),
            ("https://tides.example/2", "2031-06-02T10:00:00Z"),
            ("https://tides.example/feed", "2031-06-01T10:00:00Z"),
            ("https://tides.example/feed", "2031-06-02T10:00:00Z"),
        ]
        assert sorted(each.witnesses[0].url or "" for each in archive.list()) == [
            f"https://tides.example/{n}" for n in (1, 3, 4)
        ]
        assert archive.verify().findings == ()
    assert b"Moorhen" not in every_byte(folder)


def test_a_feed_with_the_passage_goes_and_its_entries_without_it_stay(tmp_path: Path) -> None:
    """Nothing is cut out of a feed: places in it would no longer hold."""
    folder = tmp_path / "archive"
    (tmp_path / "feed.xml").write_bytes(rss(entry(1, "Ferry number 1 sails at dawn."), entry(2, SPOKEN)))
    Archive.add_to(folder, tmp_path / "feed.xml", now=NOW)
    with Archive.open(folder) as archive:
        archive.redact(passage=SECRET, **WHO)
        assert [each.witnesses[0].url for each in archive.list()] == ["https://tides.example/1"]
        assert archive.verify().findings == ()
    assert b"Moorhen" not in every_byte(folder)


def test_a_zip_of_pages_is_never_taken_in(tmp_path: Path) -> None:
    """So nothing can be hidden in one."""
    (tmp_path / "pages.zip").write_bytes(zipped({"1.html": PAGE}))
    from onrecord import NotTaken

    with pytest.raises(NotTaken, match="is a ZIP file"):
        Archive.add_to(tmp_path / "archive", tmp_path / "pages.zip", now=NOW)
