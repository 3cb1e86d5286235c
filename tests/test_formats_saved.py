"""Pages that browsers save, and mails: address and time as the saving program wrote them, and what stands beside the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from invented_formats import places_of, read_file, turns_of
from invented_warcs import codes
from onrecord import Archive, Reading, read
from onrecord.capture import Captured, read_captures

BODY = (
    "<h1>Remarks by Minister of Tides Ada Korr, June 2, 2031</h1><p>The harbour stays open for all ships.</p>"
)
MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://tides.example/remarks/17
Subject: Remarks
Date: Tue, 3 Jun 2031 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--B--x"

----B--x
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable
Content-Location: https://tides.example/remarks/17

<html><body><h1>Remarks by Minister of =
Tides Ada Korr, June 2, 2031</h1><p>QUESTION: Caf=E9 or harbour?</p><p>MINISTER KORR: The harbour.</p></body></html>
----B--x
Content-Type: text/html

<p>A frame with an advertisement.</p>
----B--x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
----B--x--
""".replace("\n", "\r\n").encode()
MAIL = b"""Return-Path: <press@tides.example>
Message-ID: <1@tides.example>
Date: Tue, 03 Jun 2031 10:00:00 +0200
From: =?utf-8?q?Ministry_of_Tides_=E2=80=93_Press?= <press@tides.example>
To: list@tides.example
Subject: Remarks by Minister Ada Korr at the Harbour Day
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

QUESTION: Is the harbour open, and will it stay open for all the ships
that come from the north during the winter?

MINISTER KORR: The harbour is open, and it will stay open for all of the
ships that come to it. What we said in spring holds: nobody will be
turned away, and nobody has been.

On 2 June 2031, Bel Orro wrote:
> Will you send me the text of what the Minister is going to say?

-- \nPress service of the Ministry of Tides
"""


def test_mhtml_is_the_page_that_was_saved(tmp_path: Path) -> None:
    """Its address and time are those that the browser wrote; the bytes are kept as they came."""
    (reading,), _ = read_file(tmp_path, "page.mhtml", MHTML)
    capture = reading.capture
    assert (capture.url, capture.captured_at) == ("https://tides.example/remarks/17", "2031-06-03T08:00:00Z")
    assert (capture.media_type, capture.locator.length) == ("multipart/related", len(MHTML))
    assert turns_of(reading) == [
        ("QUESTION", None, "Café or harbour?"),
        ("MINISTER KORR", "Ada Korr", "The harbour."),
    ]
    assert [place.at for place in reading.page.places] == ["part 1 (text/html)"]
    assert codes(reading.issues) == ["frames_not_read"]


def test_mhtml_comes_back_out_of_an_archive(tmp_path: Path) -> None:
    """It is kept as a resource: no server sent it so."""
    path = tmp_path / "page.mhtml"
    path.write_bytes(MHTML)
    added = Archive.add_to(tmp_path / "archive", path, now="2031-06-10T00:00:00Z")
    assert (added.new, added.statements) == (1, 1)
    (own,) = (tmp_path / "archive" / "captures").iterdir()
    (captured,) = [each for each in read_captures(own) if isinstance(each, Captured)]
    assert (captured.body, captured.capture.url) == (MHTML, "https://tides.example/remarks/17")


def test_a_mail_is_read_without_what_it_quotes(tmp_path: Path) -> None:
    """Wrapped lines are whole paragraphs again; a reply it quotes, and the signature, are nobody's turn."""
    (reading,), issues = read_file(tmp_path, "mail.eml", MAIL)
    (statement,) = reading.statements
    assert (issues, statement.title, statement.posted_on) == (
        [], "Remarks by Minister Ada Korr at the Harbour Day", "2031-06-03",
    )  # fmt: skip
    assert [turn.text for turn in statement.turns] == [
        "Is the harbour open, and will it stay open for all the ships that come from the north during the winter?",
        "The harbour is open, and it will stay open for all of the ships that come to it. What we said in spring"
        " holds: nobody will be turned away, and nobody has been.",
    ]
    assert [at for at, _ in places_of(reading)] == [
        "header Subject", "part 1 (text/plain)", "part 1 (text/plain), quoted", "header From", "header To", "header Date",
    ]  # fmt: skip
    assert places_of(reading)[3][1] == "From: Ministry of Tides – Press <press@tides.example>"


def test_a_mail_with_two_forms_is_read_once(tmp_path: Path) -> None:
    """The one in HTML has the markup; attached files are named."""
    mail = (
        b"MIME-Version: 1.0\r\nSubject: Remarks by Minister Ada Korr\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n"
        b"Content-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\nContent-Type: text/plain\r\n\r\nOne form\r\n--i\r\n"
        b"Content-Type: text/html\r\n\r\n<p>The harbour stays <b>open</b> for all ships.</p>\r\n--i--\r\n--o\r\n"
        b"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=speech.pdf\r\n\r\n%PDF\r\n--o--\r\n"
    )
    (reading,), _ = read_file(tmp_path, "mail.eml", mail)
    assert turns_of(reading) == [(None, "Ada Korr", "The harbour stays open for all ships.")]
    assert [(issue.code, "speech.pdf" in issue.message) for issue in reading.issues] == [
        ("attachments_not_read", True)
    ]


@pytest.mark.parametrize(
    ("mark", "time"),
    [
        ("<!-- saved from url=(0032)https://tides.example/remarks/18 -->", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://tides.example/remarks/18 \n"
            " saved date: Tue Jun 03 2031 12:00:00 GMT+0200 (Central European Summer Time)\n-->",
            "2031-06-03T10:00:00Z",
        ),
        ("<!-- Saved from https://tides.example/remarks/18 at 2031-06-03T10:00:00Z using monolith v2.8.1 -->", "2031-06-03T10:00:00Z"),
        (
            '<html data-scrapbook-source="https://tides.example/remarks/18" data-scrapbook-create="20310603100000000">',
            "2031-06-03T10:00:00Z",
        ),
    ],
)  # fmt: skip
def test_a_saved_page_tells_where_it_was_saved_from(tmp_path: Path, mark: str, time: str | None) -> None:
    """Each program writes it in its own way; a time it does not write is not known."""
    (reading,), issues = read_file(tmp_path, "page.html", f"<!DOCTYPE html>{mark}{BODY}".encode())
    assert (issues, reading.capture.url, reading.capture.captured_at) == (
        [],
        "https://tides.example/remarks/18",
        time,
    )


def test_what_the_caller_says_stands_before_what_a_program_wrote(tmp_path: Path) -> None:
    """Whoever gives an address knows it."""
    path = tmp_path / "page.html"
    path.write_bytes(f"<!-- saved from url=(0032)https://tides.example/remarks/18 -->{BODY}".encode())
    (reading,) = read(path, url="https://tides.example/own")
    assert isinstance(reading, Reading)
    assert (reading.capture.url, reading.capture.captured_at) == ("https://tides.example/own", None)


@pytest.mark.parametrize("folder", ["Speech_files", "Speech-Dateien", "Speech_fichiers"])
def test_what_a_browser_saves_beside_a_page_is_no_page(tmp_path: Path, folder: str) -> None:
    """The folder is named once; one that no page leads into is read as any other."""
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "saved_resource.html").write_text("<p>A frame with an advertisement.</p>")
    (tmp_path / "Speech.html").write_text(f'<link rel="stylesheet" href="./{folder}/a.css">{BODY}')
    (tmp_path / "Speech_2030").mkdir()
    (tmp_path / "Speech_2030" / "a.html").write_text(BODY)
    found = list(read(tmp_path))
    names = [Path(each.capture.locator.file).name for each in found if isinstance(each, Reading)]
    assert names == ["Speech.html", "a.html"]
    assert [each.message for each in found if not isinstance(each, Reading) and folder in each.message] == [
        f"{tmp_path / folder} holds what a browser saved beside a page, no pages of their own, and was passed over."
    ]
