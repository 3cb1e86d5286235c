"""WACZ and ARC: captures that lie in files of other forms, with the place and time that these tell."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from pathlib import Path

import pytest

from invented_formats import zipped
from invented_warcs import PAGE, codes, gzipped, parted, read_bytes, record, response
from onrecord import Archive
from onrecord.capture import read_captures, read_captures_from
from onrecord.errors import WrongCall

URL = "https://tides.example/1"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (len(PAGE), PAGE)
REVISIT = record(
    "revisit", b"", "WARC-Target-URI: https://tides.example/1", "WARC-Date: 2031-05-05T06:07:08Z",
    "WARC-Refers-To-Target-URI: https://tides.example/1", "WARC-Refers-To-Date: 2031-04-05T06:07:08Z",
)  # fmt: skip


def arc(*records: tuple[str, str, bytes], length: int | None = None) -> bytes:
    """Return an ARC file: address, date and block of each record."""
    head = b"1 0 Ministry\nURL IP-address Archive-date Content-type Archive-length\n"
    written = [f"filedesc://a.arc 0.0.0.0 20310405060708 text/plain {len(head)}\n".encode() + head + b"\n"]
    for url, date, block in records:
        size = len(block) if length is None else length
        written.append(f"{url} 192.0.2.7 {date} text/html {size}\n".encode() + block + b"\n")
    return b"".join(written)


@pytest.mark.parametrize("stored", [True, False])
def test_a_wacz_gives_the_captures_of_its_warcs(tmp_path: Path, stored: bool) -> None:
    """The locator names file and member; a revisit finds what stands in the member before; other members are named."""
    warc = gzipped([response(URL), REVISIT])
    member = "archive/tides.warc.gz"
    path = tmp_path / "site.wacz"
    path.write_bytes(zipped({"pages/pages.jsonl": b"{}", member: warc}, stored=[member] if stored else []))
    captures, issues = parted(read_captures(path))
    assert [captured.body for captured in captures] == [PAGE, PAGE]
    assert [captured.capture.captured_at for captured in captures] == [
        "2031-04-05T06:07:08Z",
        "2031-05-05T06:07:08Z",
    ]
    place = captures[1].capture.locator
    assert place.file == f"{path}/{member}"
    assert gzip.decompress(warc[place.offset : place.offset + place.length]) == REVISIT
    assert [issue.message for issue in issues] == [
        f"In {path}, members that hold no captures were passed over (1): pages/pages.jsonl."
    ]


def test_a_wacz_comes_through_a_pipe() -> None:
    """A pipe cannot be sought in: it is put in a file without a name first."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    held = zipped({"archive/a.warc": response(URL)})
    captures, issues = parted(read_captures_from(Pipe(held), "-"))
    assert ([captured.capture.locator.file for captured in captures], issues) == (["-/archive/a.warc"], [])


def test_a_changed_member_of_a_wacz_is_named(tmp_path: Path) -> None:
    """The WACZ lists digests of its members; what differs is read, and an issue says so."""
    right, wrong = response(URL), response("https://tides.example/2")
    listed = {
        "resources": [
            {"path": "archive/right.warc", "hash": "sha256:" + hashlib.sha256(right).hexdigest()},
            {"path": "archive/wrong.warc", "hash": "sha256:" + "0" * 64},
        ]
    }
    held: dict[str, bytes | str] = {
        "archive/right.warc": right,
        "archive/wrong.warc": wrong,
        "datapackage.json": json.dumps(listed),
    }
    captures, issues = read_bytes(tmp_path, zipped(held), "a.wacz")
    assert len(captures) == 2
    assert codes(issues) == ["digest_mismatch", "media_types_passed_over"]
    assert "archive/wrong.warc does not have the digest" in issues[0].message


def test_a_wacz_is_added_as_its_warcs_are(tmp_path: Path) -> None:
    """The same captures, whether they came in a WACZ or in the WARC inside it."""
    (tmp_path / "a.warc").write_bytes(response(URL))
    (tmp_path / "a.wacz").write_bytes(zipped({"archive/a.warc": response(URL)}))
    assert Archive.add_to(tmp_path / "archive", tmp_path / "a.wacz").new == 1
    again = Archive.add_to(tmp_path / "archive", tmp_path / "a.warc")
    assert (again.new, again.seen_before) == (0, 1)


def test_a_container_tells_addresses_itself(tmp_path: Path) -> None:
    """One address cannot be that of all captures inside."""
    path = tmp_path / "a.wacz"
    path.write_bytes(zipped({"archive/a.warc": response(URL)}))
    with pytest.raises(WrongCall, match="is a WACZ, which tells addresses and times itself"):
        list(read_captures(path, url=URL))


@pytest.mark.parametrize("name", ["a.arc", "a.arc.gz"])
def test_an_arc_file_gives_its_captures(tmp_path: Path, name: str) -> None:
    """Address, time and page of each record; spaces in an address are no end of it."""
    spaced = "https://tides.example/a b.cfm?title=Open to all"
    stored = arc((URL, "20310405060708", ANSWER), (spaced, "203104050607080000", ANSWER))
    captures, issues = read_bytes(tmp_path, gzip.compress(stored) if name.endswith("gz") else stored, name)
    assert [(each.capture.url, each.capture.captured_at, each.body) for each in captures] == [
        (URL, "2031-04-05T06:07:08Z", PAGE),
        (spaced, "2031-04-05T06:07:08Z", PAGE),
    ]
    assert codes(issues) == (["records_share_member"] if name.endswith("gz") else [])


def test_an_arc_record_without_a_length_is_passed_over_by_name(tmp_path: Path) -> None:
    """Reading goes on at the next line that can be a header."""
    broken = b"https://tides.example/x 192.0.2.7 20310405060708 text/html abc\nwords\n\n"
    captures, issues = read_bytes(tmp_path, arc() + broken + arc((URL, "20310405060708", ANSWER)), "a.arc")
    assert ([each.capture.url for each in captures], codes(issues)) == ([URL], ["warc_header_unreadable"])


def test_a_cut_arc_gives_what_came_before(tmp_path: Path) -> None:
    """And a record whose page is whole although its length says more."""
    whole = arc((URL, "20310405060708", ANSWER), ("https://tides.example/2", "20310405060708", ANSWER))
    captures, issues = read_bytes(tmp_path, whole[:-40], "a.arc")
    assert ([each.capture.url for each in captures], codes(issues)) == ([URL], ["truncated"])
    captures, issues = read_bytes(tmp_path, arc((URL, "20310405060708", ANSWER), length=9999), "b.arc")
    assert ([each.body for each in captures], [(each.code, each.severity) for each in issues]) == (
        [PAGE + b"\n"], [("truncated", "warning")],
    )  # fmt: skip
