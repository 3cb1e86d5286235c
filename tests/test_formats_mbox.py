"""Mailboxes: each mail a page of its own, with its place in the file. Mails and people are invented."""

from __future__ import annotations

import io
import mailbox
from pathlib import Path

import pytest

from invented_formats import read_file
from invented_warcs import codes, parted, read_bytes
from onrecord import Archive, WrongCall
from onrecord.capture import captured as limits
from onrecord.capture import read_captures, read_captures_from

NOW = "2031-06-01T12:00:00Z"
FROM = "From desk@tides.example Tue Jun  3 10:00:00 2031\n"


def mail(n: int, *lines: str) -> str:
    """Return a mail of a press office."""
    words = "\n".join(lines) or "The harbour stays open, and nobody has said otherwise."
    return (
        f"Message-ID: <{n}@tides.example>\nFrom: Press office <desk@tides.example>\nTo: list@tides.example\n"
        f"Date: Tue, {n} Jun 2031 10:00:00 +0000\nSubject: Statement by Minister of Tides Ida Voss, {n} June 2031\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{words}\n"
    )


def box(*mails: str) -> bytes:
    """Return a mailbox of these mails."""
    return "".join(f"{FROM}{each}\n" for each in mails).encode()


def test_each_mail_is_a_statement_with_its_place(tmp_path: Path) -> None:
    """Its bytes are those in the file, its day is that of the mail."""
    stored = box(*(mail(n) for n in range(1, 6)))
    readings, issues = read_file(tmp_path, "press.mbox", stored)
    assert issues == []
    assert [each.statements[0].posted_on for each in readings] == [f"2031-06-0{n}" for n in range(1, 6)]
    for n, each in enumerate(readings, 1):
        at = each.capture.locator
        assert stored[at.offset : at.offset + at.length].decode() == FROM + mail(n)


def test_what_the_standard_library_writes_is_read(tmp_path: Path) -> None:
    """With lines that begin with "From" and were marked; the marks are no words."""
    written = mailbox.mbox(str(tmp_path / "a.mbox"))
    for n in (1, 2):
        written.add(mail(n, "From this day on the harbour is open.", "", "From ten o'clock, that is."))
    written.close()
    captures, issues = parted(read_captures(tmp_path / "a.mbox"))
    assert (len(captures), issues) == (2, [])
    assert b"\nFrom this day on" in captures[0].body
    assert b">From" not in captures[1].body


def test_a_line_with_from_that_nobody_marked_is_no_border(tmp_path: Path) -> None:
    """Only a line with an address and a time is, behind an empty one."""
    captures, _ = read_bytes(
        tmp_path, box(mail(1, "It is so.", "", "From Monday to Friday the ferry sails."), mail(2)), "a.mbox"
    )
    assert len(captures) == 2


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_it_comes_through_a_pipe_in_any_pieces(size: int) -> None:
    """A border may lie in two of them."""
    stored = box(*(mail(n, "The ferry sails. " * 300) for n in range(1, 9))).replace(b"\n", b"\r\n")

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def read(self, wanted: int | None = -1) -> bytes:
            return super().read(min(size, wanted) if wanted and wanted > 0 else -1)

    captures, issues = parted(read_captures_from(Pipe(stored), "-"))
    assert (len(captures), issues) == (8, [])
    joined = "".join(
        stored[each.capture.locator.offset :][: each.capture.locator.length].decode() for each in captures
    )
    assert joined == stored.decode().replace("\r\n\r\nFrom desk", "\r\nFrom desk").removesuffix("\r\n")


def test_a_mail_beyond_the_limit_is_named_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not held whole; places behind it are right."""
    monkeypatch.setattr("onrecord.capture.mbox.BODY_LIMIT", 1 << 20)
    monkeypatch.setattr("onrecord.capture.mbox._PIECE", 1 << 16)
    assert limits.BODY_LIMIT > 1 << 20
    stored = box(mail(1), mail(2, "word " * 700_000), mail(3))
    captures, issues = read_bytes(tmp_path, stored, "a.mbox")
    assert (len(captures), codes(issues)) == (2, ["body_too_large"])
    at = captures[1].capture.locator
    assert stored[at.offset : at.offset + at.length].decode() == FROM + mail(3)


def test_an_empty_mail_is_named(tmp_path: Path) -> None:
    """And the others are read."""
    captures, issues = read_bytes(tmp_path, box(mail(1), "", mail(2)), "a.mbox")
    assert (len(captures), codes(issues)) == (2, ["empty"])


def test_mails_are_added_and_come_back(tmp_path: Path) -> None:
    """One statement a mail; of a mailbox that has grown since, only the new one is new."""
    mails = [mail(n, f"Ferry number {n} sails at dawn.") for n in range(1, 5)]
    (tmp_path / "press.mbox").write_bytes(box(*mails[:3]))
    added = Archive.add_to(tmp_path / "archive", tmp_path / "press.mbox", now=NOW)
    assert (added.new, added.new_statements) == (3, 3)
    (tmp_path / "press.mbox").write_bytes(box(*mails))
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.add(tmp_path / "press.mbox", now=NOW).new == 1
        assert archive.check("Ferry number 2 sails at dawn").wording == "verbatim"
        assert archive.verify().findings == ()


def test_a_mailbox_has_no_single_address(tmp_path: Path) -> None:
    """Each mail would have it."""
    (tmp_path / "a.mbox").write_bytes(box(mail(1)))
    with pytest.raises(WrongCall, match="is a mailbox"):
        list(read_captures(tmp_path / "a.mbox", url="https://tides.example/1"))
