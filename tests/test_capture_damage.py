"""WARC files that are cut, damaged, or have bytes where none belong."""

from __future__ import annotations

import gzip
import io
import random
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_warcs import PAGE, codes, gzipped, parted, read_bytes, record, response
from onrecord.capture import read_captures_from

URL = "https://tides.example/talks/"
RECORDS = [response(f"{URL}{n}", PAGE * (n + 1)) for n in range(4)]
MEMBERS = [gzip.compress(one, mtime=0) for one in RECORDS]


def urls_and_codes(stored: bytes) -> tuple[list[str | None], list[str]]:
    """Return the addresses and the codes of the issues that come out of these bytes."""
    captures, issues = parted(read_captures_from(io.BytesIO(stored), "a.warc"))
    return [captured.capture.url for captured in captures], codes(issues)


def expected(pieces: list[bytes], cut: int) -> list[str]:
    """Return the addresses of the records that lie before the cut."""
    return [f"{URL}{n}" for n, end in enumerate(accumulate(map(len, pieces))) if end <= cut]


def test_a_gzipped_warc_cut_anywhere_gives_all_before_the_cut_and_says_so() -> None:
    """At each single byte; at the border between two members nothing tells of a cut."""
    stored = b"".join(MEMBERS)
    borders = {0, *accumulate(map(len, MEMBERS))}
    for cut in range(16, len(stored) + 1):
        urls, found = urls_and_codes(stored[:cut])
        assert urls == expected(MEMBERS, cut), cut
        assert found == ([] if cut in borders else ["truncated"]), cut


def test_a_plain_warc_cut_anywhere_gives_all_before_the_cut_and_says_so() -> None:
    """At each single byte; a body that is whole is taken, though the line ends after it are missing."""
    stored = b"".join(RECORDS)
    borders = {0, *accumulate(map(len, RECORDS))}
    for cut in range(5, len(stored) + 1):
        urls, found = urls_and_codes(stored[:cut])
        ended = [one[:-4] for one in RECORDS]
        whole = [f"{URL}{n}" for n in range(4) if len(b"".join(RECORDS[:n])) + len(ended[n]) <= cut]
        assert urls == whole, cut
        assert found == ([] if cut in borders else ["truncated"]), cut


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize("cut", [1, 2, 3, 4, 9])
def test_a_few_bytes_of_a_warc_are_a_cut_warc(tmp_path: Path, name: str, cut: int) -> None:
    """So few bytes tell nothing of themselves; the name does."""
    stored = RECORDS[0] if name == "a.warc" else MEMBERS[0]
    captures, issues = read_bytes(tmp_path, stored[:cut], name)
    assert (captures, codes(issues)) == ([], ["truncated"])


def test_several_records_in_one_member_come_out_up_to_the_cut() -> None:
    """One gzip member over all records: those that came out whole before the cut are captures."""
    stored = gzip.compress(b"".join(RECORDS), mtime=0)
    urls, found = urls_and_codes(stored[: len(stored) - 20])
    assert urls == [f"{URL}{n}" for n in range(3)]
    assert found == ["truncated", "records_share_member"]


def test_the_place_of_a_cut_is_told(tmp_path: Path) -> None:
    """The issue points at the record that is not whole."""
    for pieces, name in ((MEMBERS, "a.warc.gz"), (RECORDS, "a.warc")):
        stored = b"".join(pieces[:2]) + pieces[2][:-20]
        _, (issue,) = read_bytes(tmp_path, stored, name)
        assert issue.severity == "error"
        assert issue.locator is not None
        assert issue.locator.offset == len(b"".join(pieces[:2]))


class Pipe(io.BytesIO):
    """Bytes that can be read once."""

    def seekable(self) -> bool:
        """Return False, as a pipe does."""
        return False


@pytest.mark.parametrize("kind", [io.BytesIO, Pipe])
@given(at=st.integers(0, len(MEMBERS[1]) - 1), bit=st.integers(0, 7))
@settings(max_examples=150, deadline=None)
def test_a_flipped_bit_harms_one_record(kind: type[io.BytesIO], at: int, bit: int) -> None:
    """A damaged member is named, and reading goes on with the next one."""
    damaged = bytearray(MEMBERS[1])
    damaged[at] ^= 1 << bit
    stored = MEMBERS[0] + bytes(damaged) + MEMBERS[2] + MEMBERS[3]
    captures, issues = parted(read_captures_from(kind(stored), "a.warc.gz"))
    bodies = [captured.body for captured in captures]
    # A few bits of a gzip header change nothing of the content; all others must be noticed.
    if codes(issues) == []:
        assert bodies == [PAGE, PAGE * 2, PAGE * 3, PAGE * 4]
    elif kind is Pipe and codes(issues) == ["truncated"]:
        # What a damaged member swallowed cannot be looked through again in a pipe; it is not passed over in silence.
        assert bodies == [PAGE]
    else:
        assert bodies == [PAGE, PAGE * 3, PAGE * 4]
        assert set(codes(issues)) <= {
            "damaged_gzip",
            "truncated",
            "warc_header_unreadable",
            "garbage_between_records",
        }


@given(stored=st.binary(max_size=300), gzip_it=st.booleans())
@settings(max_examples=200, deadline=None)
def test_any_bytes_in_a_warc_end_in_captures_and_issues(stored: bytes, gzip_it: bool) -> None:
    """Whatever follows a sound record, that record comes out and nothing is raised."""
    good = MEMBERS[0] if gzip_it else RECORDS[0]
    urls, _ = urls_and_codes(good + stored)
    assert urls[0] == f"{URL}0"


@given(seed=st.integers(0, 10_000))
@settings(max_examples=100, deadline=None)
def test_a_warc_with_random_stretches_changed_never_fails(seed: int) -> None:
    """Headers, lengths, digests: whatever is overwritten, there is a result."""
    chance = random.Random(seed)
    stored = bytearray(b"".join(RECORDS))
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(5, len(stored))
        stored[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 9))
    urls, found = urls_and_codes(bytes(stored))
    assert urls or found


def test_a_member_cut_by_a_killed_writer_does_not_hide_what_was_appended(tmp_path: Path) -> None:
    """After a torn member the next one is found again."""
    captures, issues = read_bytes(tmp_path, MEMBERS[0] + MEMBERS[1][:-30] + MEMBERS[2], "a.warc.gz")
    assert [captured.capture.url for captured in captures] == [URL + "0", URL + "2"]
    assert codes(issues) == ["damaged_gzip"]


def test_a_record_cut_by_a_killed_writer_does_not_hide_what_was_appended(tmp_path: Path) -> None:
    """A record that ends before its length swallows no other record."""
    captures, issues = read_bytes(tmp_path, RECORDS[0] + RECORDS[3][:-30] + b"\r\n\r\n" + RECORDS[2])
    assert [captured.capture.url for captured in captures] == [URL + "0", URL + "2"]
    assert codes(issues) == ["truncated"]


@pytest.mark.parametrize("garbage", [b"\x00\x00\n", b"<p>lost</p>\n", b"x" * 100_000 + b"\n", b"WARC/no\r\n"])
def test_bytes_between_records_are_passed_over_aloud(tmp_path: Path, garbage: bytes) -> None:
    """The records around them come out."""
    captures, issues = read_bytes(tmp_path, RECORDS[0] + garbage + RECORDS[1])
    assert [captured.capture.url for captured in captures] == [URL + "0", URL + "1"]
    assert codes(issues) == ["garbage_between_records"]
    assert issues[0].locator is not None
    assert (issues[0].locator.offset, issues[0].locator.length) == (len(RECORDS[0]), len(garbage))


def test_a_length_too_short_leaves_bytes_over(tmp_path: Path) -> None:
    """The rest of a body longer than its length belongs to no record."""
    short = response(URL).replace(b"Content-Length: 1", b"Content-Length: 0")
    captures, issues = read_bytes(tmp_path, short + RECORDS[1])
    assert captures[-1].capture.url == URL + "1"
    assert "garbage_between_records" in codes(issues)


@pytest.mark.parametrize("length", ["", "-5", "many", "9" * 30])
def test_a_record_without_a_length_is_passed_over_aloud(tmp_path: Path, length: str) -> None:
    """Where it ends cannot be known, but the next record can be found."""
    bad = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + length.encode() + b"\r\n\r\nWords.\r\n\r\n"
    captures, issues = read_bytes(tmp_path, bad + RECORDS[1])
    assert [captured.capture.url for captured in captures] == [URL + "1"]
    assert codes(issues)[0] == "warc_header_unreadable"


def test_a_page_about_warc_files_is_not_taken_apart(tmp_path: Path) -> None:
    """A body may contain what looks like a record."""
    body = b"<pre>\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\n\r\n</pre>"
    captures, issues = read_bytes(tmp_path, response(URL, body) + RECORDS[0])
    assert [captured.body for captured in captures] == [body, PAGE]
    assert issues == []


def test_a_record_split_over_two_members_is_one_record(tmp_path: Path) -> None:
    """Some writers cut members at the wrong places."""
    whole = RECORDS[0]
    stored = gzipped([whole[:150], whole[150:] + RECORDS[1][:30], RECORDS[1][30:]])
    captures, _ = read_bytes(tmp_path, stored, "a.warc.gz")
    assert [captured.capture.url for captured in captures] == [URL + "0", URL + "1"]


def test_a_header_without_an_end_is_passed_over_aloud(tmp_path: Path) -> None:
    """Two megabytes of header lines is no header."""
    bad = b"WARC/1.0\r\n" + b"X: y\r\n" * 300_000
    captures, issues = read_bytes(tmp_path, record("warcinfo", b"x") + bad + b"\r\n" + RECORDS[1])
    assert [captured.capture.url for captured in captures] == [URL + "1"]
    assert codes(issues)[0] == "warc_header_unreadable"
