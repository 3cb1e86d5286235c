"""Captures into an archive's WARC and back."""

from __future__ import annotations

import gzip
import io
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from invented_warcs import PAGE, parted
from onrecord.capture import Captured, CaptureWriter, digest_of, read_at, read_captures
from onrecord.errors import DamagedArchive, WrongCall
from onrecord.model import Capture, Locator

ADDED = "2032-01-01T00:00:00Z"
NAME = "captures/a.warc.gz"
NOWHERE = Locator("given.html", 0, 1)


def captured(
    body: bytes = PAGE,
    url: str | None = "https://tides.example/1",
    captured_at: str | None = "2031-04-05T06:07:08Z",
    media_type: str = "text/html",
    charset: str | None = "utf-8",
) -> Captured:
    """Return a capture as it came from some file."""
    return Captured(Capture(url, captured_at, digest_of(body), media_type, NOWHERE), body, charset)


def placed(one: Captured, at: Locator) -> Captured:
    """Return the capture as it is at a place of the archive."""
    return msgspec.structs.replace(one, capture=msgspec.structs.replace(one.capture, locator=at))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an archive's folder with nothing in it."""
    (tmp_path / "captures").mkdir()
    return tmp_path


def writer(folder: Path) -> CaptureWriter:
    """Return a writer to the archive's WARC."""
    return CaptureWriter(folder / NAME, NAME)


CAPTURES = st.builds(
    captured,
    body=st.binary(max_size=200) | st.binary(max_size=40).map(lambda piece: b"WARC/1.1\r\n\r\n" + piece),
    url=st.none()
    | st.from_regex(r"https?://[a-z]{1,9}\.example/[^\s\x00-\x20\x7f-\xa0<>]{0,30}", fullmatch=True),
    captured_at=st.none()
    | st.datetimes(min_value=datetime(1990, 1, 2)).map(lambda moment: moment.isoformat()[:19] + "Z")  # noqa: DTZ001
    | st.just("2031-04-05T06:07:08.125Z"),
    media_type=st.sampled_from(["text/html", "text/plain", "application/xhtml+xml"]),
    charset=st.sampled_from([None, "utf-8", "windows-1251", "x-unknown"]),
)


@given(st.lists(CAPTURES, max_size=4))
@settings(deadline=None)
def test_what_was_written_is_read_again(given_captures: list[Captured]) -> None:
    """Any body, any address or none, any time or none: the same capture comes back from its place."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "captures").mkdir()
        with writer(folder) as warc:
            places = [warc.write(one, added_at=ADDED) for one in given_captures]
        for one, at in zip(given_captures, places, strict=True):
            assert read_at(folder, at) == placed(one, at)
        there, issues = parted(read_captures(folder / NAME)) if places else ([], [])
        assert {issue.code for issue in issues} <= {"empty", "not_a_page"}
        passed = {issue.locator.offset for issue in issues if issue.locator}
        kept = [one.body for one, at in zip(given_captures, places, strict=True) if at.offset not in passed]
        assert [one.body for one in there] == kept


@given(CAPTURES, CAPTURES)
@settings(deadline=None, max_examples=50)
def test_the_same_bytes_are_written_once(first: Captured, second: Captured) -> None:
    """A capture of bytes already in the archive is a revisit, and comes back with its own address and time."""
    again = Captured(
        msgspec.structs.replace(second.capture, digest=first.capture.digest), first.body, second.charset
    )
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "captures").mkdir()
        with writer(folder) as warc:
            at = warc.write(first, added_at=ADDED)
        with CaptureWriter(folder / "captures/b.warc.gz", "captures/b.warc.gz") as warc:
            later = warc.write(again, added_at=ADDED, refers_to=placed(first, at).capture)
        assert read_at(folder, later) == placed(again, later)
        assert first.body not in gzip.decompress((folder / later.file).read_bytes()) or len(first.body) < 30


def test_a_revisit_in_the_same_file_is_read_with_the_file(folder: Path) -> None:
    """An archive's WARC is a WARC like any other."""
    with writer(folder) as warc:
        first = placed(captured(), warc.write(captured(), added_at=ADDED))
        later = captured(captured_at="2031-05-05T00:00:00Z")
        warc.write(later, added_at=ADDED, refers_to=first.capture)
    there, issues = parted(read_captures(folder / NAME))
    assert [(one.capture.captured_at, one.body) for one in there] == [
        ("2031-04-05T06:07:08Z", PAGE),
        ("2031-05-05T00:00:00Z", PAGE),
    ]
    assert issues == []


def test_another_reader_finds_the_digests_right(folder: Path) -> None:
    """warcio reads what was written, record by record, and agrees with every digest."""
    with writer(folder) as warc:
        first = placed(captured(), warc.write(captured(), added_at=ADDED))
        warc.write(captured(b"Words.", None, None, "text/plain", None), added_at=ADDED)
        warc.write(captured(url="https://tides.example/2"), added_at=ADDED, refers_to=first.capture)
    with (folder / NAME).open("rb") as stream:
        kinds = []
        for one in ArchiveIterator(stream, check_digests="raise"):
            kinds.append(one.rec_type)
            one.content_stream().read()
    assert kinds == ["response", "resource", "revisit"]


def test_a_lone_page_says_that_its_time_is_unknown(folder: Path) -> None:
    """WARC-Date is then the time of adding, marked as such, and the target a urn of the digest."""
    with writer(folder) as warc:
        warc.write(captured(b"Words.", None, None, "text/plain", None), added_at=ADDED)
    header = gzip.decompress((folder / NAME).read_bytes()).decode()
    assert "WARC-Type: resource\r\n" in header
    assert f"WARC-Target-URI: urn:{digest_of(b'Words.')}\r\n" in header
    assert f"WARC-Date: {ADDED}\r\n" in header
    assert "WARC-Onrecord-Captured-At: unknown\r\n" in header


def test_the_same_captures_give_the_same_bytes(folder: Path) -> None:
    """Nothing in the file is random or of the hour."""
    stored = set()
    for n in range(2):
        with CaptureWriter(folder / f"{n}.warc.gz") as warc:
            warc.write(captured(), added_at=ADDED)
        stored.add((folder / f"{n}.warc.gz").read_bytes())
    assert len(stored) == 1


def test_writing_goes_on_at_the_end_of_the_file(folder: Path) -> None:
    """A file is appended to, also after a writer that died in the middle of a record."""
    with writer(folder) as warc:
        first = warc.write(captured(), added_at=ADDED)
    with (folder / NAME).open("ab") as file:
        file.write(gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n")[:-9])
    with writer(folder) as warc:
        warc.sync()
        second = warc.write(captured(b"<p>Later.</p>"), added_at=ADDED)
    assert read_at(folder, first).body == PAGE
    assert read_at(folder, second).body == b"<p>Later.</p>"
    there, issues = parted(read_captures(folder / NAME))
    assert [one.capture.locator.offset for one in there] == [first.offset, second.offset]
    assert [issue.code for issue in issues] == ["damaged_gzip"]


@pytest.mark.parametrize("url", ["https://a.example/\r\nWARC-Date: x", "\ud800", " https://a.example/"])
def test_an_address_that_would_break_the_record_is_refused(folder: Path, url: str) -> None:
    """No address can smuggle in a header line."""
    with writer(folder) as warc, pytest.raises(WrongCall, match="is no address of a page"):
        warc.write(captured(url=url), added_at=ADDED)
    assert (folder / NAME).read_bytes() == b""


@pytest.mark.parametrize("bit", range(8))
def test_a_flipped_bit_is_noticed(folder: Path, bit: int) -> None:
    """All of the record is under a checksum but idle bits: a flag of the gzip header, the end of the last code."""
    with writer(folder) as warc:
        at = warc.write(captured(), added_at=ADDED)
    stored = (folder / NAME).read_bytes()
    idle = (3, len(stored) - 9)
    for offset in [*range(4), *range(10, len(stored))]:
        changed = bytearray(stored)
        changed[offset] ^= 1 << bit
        (folder / NAME).write_bytes(changed)
        if offset in idle:
            continue
        with pytest.raises(DamagedArchive, match=NAME):
            read_at(folder, at)


@pytest.mark.parametrize(
    ("offset", "length"), [(-1, 0), (0, -1), (1, -1), (0, 1), (9, 0), (10**12, 0), (0, -(10**6))]
)
def test_a_place_that_is_no_record_is_damage(folder: Path, offset: int, length: int) -> None:
    """A wrong place never gives another capture."""
    with writer(folder) as warc:
        at = warc.write(captured(), added_at=ADDED)
        warc.write(captured(), added_at=ADDED)
    wrong = Locator(at.file, at.offset + offset, at.length + length)
    with pytest.raises(DamagedArchive, match=NAME):
        read_at(folder, wrong)


@pytest.mark.parametrize("file", ["captures/none.warc.gz", "../a.warc.gz", "/a.warc.gz"])
def test_a_place_outside_the_archive_is_damage(folder: Path, file: str) -> None:
    """A record cannot send the reader to other files of the machine."""
    with pytest.raises(DamagedArchive):
        read_at(folder, Locator(file, 0, 10))


def test_a_revisit_of_other_bytes_is_damage(folder: Path) -> None:
    """The bytes referred to must be those the revisit claims."""
    with writer(folder) as warc:
        other = placed(captured(b"<p>Other.</p>"), warc.write(captured(b"<p>Other.</p>"), added_at=ADDED))
        at = warc.write(captured(), added_at=ADDED, refers_to=other.capture)
    with pytest.raises(DamagedArchive, match="other bytes"):
        read_at(folder, at)


def test_a_failed_write_leaves_no_half_record(folder: Path) -> None:
    """When the disk is full, what was there stays readable."""
    warc = writer(folder)
    at = warc.write(captured(), added_at=ADDED)

    class Full(io.FileIO):
        def write(self, content: object) -> int:
            super().write(b"half")
            raise OSError(28, "No space left on device")

    warc.close()
    warc = writer(folder)
    warc._file.close()
    warc._file = Full(folder / NAME, "ab")  # type: ignore[assignment]
    with pytest.raises(OSError, match="No space"):
        warc.write(captured(), added_at=ADDED)
    warc.close()
    assert (folder / NAME).stat().st_size == at.length
