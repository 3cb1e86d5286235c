"""WARC files compressed with Zstandard: places, dictionaries, damage and bombs. Places are invented."""

from __future__ import annotations

import io
import random
import sys
from pathlib import Path

import pytest

from invented_formats import zipped
from invented_warcs import PAGE, codes, parted, read_bytes, record, response
from onrecord import Archive, NotTaken
from onrecord.capture import read_captures, read_captures_from

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NOW = "2031-06-01T12:00:00Z"
RECORDS = [response(f"https://tides.example/{n}", PAGE + b"%d" % n) for n in range(5)]
DICTIONARY = zstd.train_dict([PAGE + each * 9 for each in RECORDS] * 20, 2000)


def frames(records: list[bytes], dictionary: zstd.ZstdDict | None = None) -> bytes:
    """Return the records as they stand in a .warc.zst: a frame each."""
    return b"".join(zstd.compress(one, zstd_dict=dictionary) for one in records)


def skippable(content: bytes, magic: int = 0x184D2A5D) -> bytes:
    """Return a frame that holds no record; by its magic number it is the dictionary."""
    return magic.to_bytes(4, "little") + len(content).to_bytes(4, "little") + content


def test_each_record_has_its_place(tmp_path: Path) -> None:
    """That of its frame in the file as stored, as with gzip members."""
    stored = frames(RECORDS)
    captures, issues = read_bytes(tmp_path, stored, "a.warc.zst")
    assert issues == []
    assert [each.body for each in captures] == [PAGE + b"%d" % n for n in range(5)]
    for each, given in zip(captures, RECORDS, strict=True):
        at = each.capture.locator
        assert zstd.decompress(stored[at.offset : at.offset + at.length]) == given


@pytest.mark.parametrize("packed", [False, True])
def test_a_dictionary_at_the_beginning_is_used(tmp_path: Path, packed: bool) -> None:
    """Plain, or packed itself; a revisit further back finds its page again with it."""
    told = DICTIONARY.dict_content
    revisit = record(
        "revisit", b"", "WARC-Target-URI: https://tides.example/0", "WARC-Date: 2031-05-05T06:07:08Z",
        "WARC-Refers-To-Target-URI: https://tides.example/0", "WARC-Refers-To-Date: 2031-04-05T06:07:08Z",
    )  # fmt: skip
    large = [
        response(f"https://tides.example/large{n}", PAGE + random.Random(n).randbytes(3 << 20))
        for n in range(8)
    ]
    given = [*RECORDS, *large, revisit]
    stored = skippable(zstd.compress(told) if packed else told) + frames(given, DICTIONARY)
    captures, issues = read_bytes(tmp_path, stored, "a.warc.zst")
    assert codes(issues) == []
    assert (len(captures), captures[-1].body) == (len(given), PAGE + b"0")


def test_other_frames_without_content_are_passed_over(tmp_path: Path) -> None:
    """At the beginning, between records, and at the end."""
    note = skippable(b"an index", 0x184D2A50)
    stored = frames(RECORDS[:1]) + note + frames(RECORDS[1:]) + note
    captures, issues = read_bytes(tmp_path, stored, "a.warc.zst")
    assert (len(captures), issues) == (5, [])


def test_a_missing_or_wrong_dictionary_is_named(tmp_path: Path) -> None:
    """Nothing is read of it, and that is said."""
    for dictionary in (b"", skippable(b"no dictionary"), skippable(zstd.compress(b"x" * 100))):
        captures, issues = read_bytes(tmp_path, dictionary + frames(RECORDS, DICTIONARY), "a.warc.zst")
        assert (captures, codes(issues)[:1]) == ([], ["damaged_gzip"])
        assert "zstd frame" in issues[0].message


def test_behind_a_damaged_frame_reading_goes_on(tmp_path: Path) -> None:
    """With the next frame that begins with a record."""
    stored = bytearray(frames(RECORDS))
    second = len(frames(RECORDS[:1]))
    stored[second + 20 : second + 40] = bytes(20)
    captures, issues = read_bytes(tmp_path, bytes(stored), "a.warc.zst")
    assert [each.capture.url for each in captures] == [f"https://tides.example/{n}" for n in (0, 2, 3, 4)]
    assert codes(issues) == ["damaged_gzip"]


@pytest.mark.parametrize("cut", [1, 30, 120])
def test_of_a_cut_file_what_came_before_is_read(tmp_path: Path, cut: int) -> None:
    """The last record is named."""
    captures, issues = read_bytes(tmp_path, frames(RECORDS)[:-cut], "a.warc.zst")
    assert (len(captures), codes(issues)) == (4, ["truncated"])


def test_a_bomb_ends_the_reading_of_its_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted while it comes; the records behind it are read."""
    monkeypatch.setattr("onrecord.capture.stored._MOST_GROWN", 1 << 22)
    bomb = zstd.compress(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\n" + b"a" * (16 << 20)
    )
    captures, issues = read_bytes(tmp_path, frames(RECORDS[:1]) + bomb + frames(RECORDS[1:]), "a.warc.zst")
    assert (len(captures), codes(issues)) == (5, ["grows_too_far"])


def test_a_frame_that_wants_more_memory_than_any_page_needs_is_refused(tmp_path: Path) -> None:
    """Its head alone says so: a window of two gigabytes."""
    head = b"\x28\xb5\x2f\xfd\x00" + bytes([21 << 3]) + b"\x01\x00\x00"
    captures, issues = read_bytes(tmp_path, head + frames(RECORDS), "a.warc.zst")
    assert len(captures) == 5
    assert codes(issues) == ["damaged_gzip"]


def test_a_body_of_bytes_that_end_anywhere_is_whole(tmp_path: Path) -> None:
    """Whatever the pieces in which a pipe gives it."""

    class Slow(io.RawIOBase):
        def __init__(self, content: bytes) -> None:
            self._left = io.BytesIO(content)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            view = memoryview(buffer)  # type: ignore[arg-type]
            piece = self._left.read(min(len(view), 7))
            view[: len(piece)] = piece
            return len(piece)

    body = PAGE + random.Random(5).randbytes(300_000) + b"a" * 2_000_000
    stored = frames([response("https://tides.example/9", body), *RECORDS])
    captures, issues = parted(read_captures_from(io.BufferedReader(Slow(stored), 16), "a.warc.zst"))
    assert issues == []
    assert [len(each.body) for each in captures] == [len(body), *(len(PAGE) + 1 for _ in RECORDS)]


def test_in_a_wacz_it_is_read_in_place(tmp_path: Path) -> None:
    """As a .warc.gz is."""
    (tmp_path / "a.wacz").write_bytes(
        zipped(
            {"archive/a.warc.zst": frames(RECORDS), "datapackage.json": "{}"}, stored=["archive/a.warc.zst"]
        )
    )
    captures, _ = parted(read_captures(tmp_path / "a.wacz"))
    assert len(captures) == 5


def test_what_holds_no_warc_is_refused(tmp_path: Path) -> None:
    """With what to do instead."""
    (tmp_path / "a.zst").write_bytes(zstd.compress(b"A text of the ministry."))
    with pytest.raises(NotTaken, match="a zstd file with no WARC in it"):
        list(read_captures(tmp_path / "a.zst"))


def test_it_is_added_and_verified(tmp_path: Path) -> None:
    """The archive's own WARC is gzip, as ever."""
    (tmp_path / "a.warc.zst").write_bytes(frames(RECORDS))
    assert Archive.add_to(tmp_path / "archive", tmp_path / "a.warc.zst", now=NOW).new == 5
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.verify().findings == ()
