"""What somebody else needs to check a record: a tar program, gzip and SHA-256, and nothing of onrecord."""

from __future__ import annotations

import gzip
import hashlib
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive

PAGE = "<html lang='en'><h1>Statement by Foreign Minister Ilse Harrow, Tern, 4 May 2031</h1><p>The night ferry sails again.</p></html>"


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """A folder into which a backup was unpacked by hand."""
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    Archive.add_to(
        tmp_path / "archive", page, url="https://tern.example/1", captured_at="2031-05-05T08:00:00Z"
    )
    Archive.backup(tmp_path / "archive", tmp_path / "backup")
    with tarfile.open(tmp_path / "backup") as tar:
        tar.extractall(tmp_path / "unpacked", filter="data")
    return tmp_path / "unpacked"


def captures_in(folder: Path) -> list[dict[str, Any]]:
    """Return the lines of the ledger that tell of a capture."""
    lines = (folder / "ledger.jsonl").read_text(encoding="utf-8").splitlines()
    return [told for told in map(json.loads, lines) if told["event"] == "capture"]


def sha256(stored: bytes) -> str:
    """Return a digest as the ledger writes it."""
    return f"sha256:{hashlib.sha256(stored).hexdigest()}"


def test_each_capture_is_checked_by_hand(unpacked: Path) -> None:
    """The bytes that the ledger names have the digest it tells; in them is the page, with the digest that is cited."""
    (told,) = captures_in(unpacked)
    place = told["locator"]
    stored = (unpacked / place["file"]).read_bytes()[place["offset"] : place["offset"] + place["length"]]
    assert sha256(stored) == told["stored"]
    head, _, block = gzip.decompress(stored).partition(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length")
    )
    payload = block[:length].partition(b"\r\n\r\n")[2]  # behind the header of the response
    assert payload == PAGE.encode()
    assert sha256(payload) == told["digest"]
    with Archive.open(unpacked.parent / "archive") as archive:
        (listed,) = archive.list()
        assert archive.show(listed.id).capture.digest == told["digest"]
