"""Revisits in an archive: whatever came first and however it was packed, the record is the same."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_captures import html_page
from invented_warcs import gzipped, record, response
from onrecord import Added, Archive
from onrecord.capture import read_at
from onrecord.model import Locator

NOW = "2031-06-01T12:00:00Z"
ADDRESS = "https://tides.example"
EMPTY = "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"


def speech(n: int, words: str) -> bytes:
    """Return the page of a speech."""
    return html_page(f"Speech {n} on the tides", f"{n} May 2031", f"The Minister of Tides: {words}").encode()


def first(n: int, body: bytes, day: int, *fields: str) -> bytes:
    """Return the record of a page as it was captured on a day of May, with the names that writers give it."""
    named = (f"WARC-Record-ID: <urn:uuid:{n}-{day}>", f"WARC-Payload-Digest: x:{n}-{day}", *fields)
    return response(f"{ADDRESS}/{n}", body, *named, date=f"2031-05-{day:02}T00:00:00Z")


def again(n: int, day: int, *fields: str, head: bytes = b"", at: str = "") -> bytes:
    """Return the record of a revisit of a page on a day of May."""
    named = (
        f"WARC-Target-URI: {at or ADDRESS}/{n}",
        f"WARC-Date: 2031-05-{day:02}T00:00:00Z",
        f"WARC-Record-ID: <urn:uuid:{n}-{day}>",
        "Content-Type: application/http; msgtype=response",
    )
    return record("revisit", head, *named, *fields)


OLD, NEW = speech(1, "The ferry sails at dawn."), speech(1, "The ferry sails at noon.")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
RECORDS = [
    first(1, OLD, 1),
    first(1, NEW, 5),
    first(2, speech(2, "The quay is closed."), 2),
    again(1, 3, "WARC-Payload-Digest: x:1-1", head=HEAD),
    again(1, 7, "WARC-Refers-To: <urn:uuid:1-5>", head=b"HTTP/1.1 304 Not Modified\r\n\r\n"),
    again(1, 8, "WARC-Refers-To: <urn:uuid:1-7>"),  # of a revisit
    again(1, 9, "WARC-Refers-To: <urn:uuid:1-1>", f"WARC-Payload-Digest: {EMPTY}"),  # the old text is back
    again(2, 4, f"WARC-Refers-To-Target-URI: {ADDRESS}/2", "WARC-Refers-To-Date: 2031-05-02T00:00:00Z"),
    again(2, 6, "WARC-Payload-Digest: x:2-2", at="https://mirror.example"),
    again(2, 9, "WARC-Refers-To: <urn:uuid:2-2b>"),  # as another file calls it
    again(2, 7, "WARC-Refers-To: <urn:uuid:2-2>", "WARC-Payload-Digest: x:another"),  # contradicts itself
    again(3, 3, "WARC-Refers-To: <urn:uuid:nowhere>"),
    first(2, speech(2, "The quay is closed."), 2).replace(b"uuid:2-2>", b"uuid:2-2b>"),
]
RESOLVED, WAITING = 7, 2


def written(folder: Path, files: Iterable[Sequence[bytes]]) -> list[Path]:
    """Return the WARC files with these records, gzipped every other."""
    paths = []
    for n, records in enumerate(files):
        path = folder / f"{n}.warc"
        path.write_bytes(gzipped(records) if n % 2 else b"".join(records))
        paths.append(path)
    return paths


def add(folder: Path, *paths: Path) -> Added:
    """Add these files in one call."""
    return Archive.add_to(folder, *paths, now=NOW)


def exported(folder: Path) -> list[str]:
    """Return the export, the archive having been found sound."""
    with Archive.open(folder) as archive:
        assert archive.verify().findings == ()
        return list(archive.export())


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the export of all records added as one file."""
    folder = tmp_path_factory.mktemp("expected")
    added = add(folder / "archive", *written(folder, [RECORDS]))
    assert (added.new, added.waiting) == (3 + RESOLVED, WAITING)
    return exported(folder / "archive")


@settings(max_examples=60, deadline=None)
@given(
    order=st.permutations(range(len(RECORDS))),
    cuts=st.lists(st.booleans(), min_size=len(RECORDS), max_size=len(RECORDS)),
    calls=st.lists(st.booleans(), min_size=len(RECORDS), max_size=len(RECORDS)),
)
def test_any_order_in_any_packaging_gives_the_same_record(
    expected: list[str], order: list[int], cuts: list[bool], calls: list[bool]
) -> None:
    """However the records are spread over files, and the files over calls; and once more after a rebuild."""
    files: list[list[bytes]] = [[]]
    for n, cut in zip(order, cuts, strict=True):
        if cut and files[-1]:
            files.append([])
        files[-1].append(RECORDS[n])
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr(Archive, "_index_added", lambda *_: None)  # nothing is searched
        folder = Path(place) / "archive"
        waiting: list[Path] = []
        for path, call in zip(written(Path(place), files), calls, strict=False):
            waiting.append(path)
            if call:
                add(folder, *waiting)
                waiting.clear()
        if waiting:
            add(folder, *waiting)
        assert exported(folder) == expected
        with Archive.open(folder) as archive:
            archive.record.rebuild()
            assert list(archive.export()) == expected


def test_a_revisit_waits_for_its_page(tmp_path: Path) -> None:
    """It is kept and counted, is no capture yet, and becomes one when its page is added by a later call."""
    page, revisit = written(tmp_path, [RECORDS[:1], [RECORDS[3]]])
    archive = tmp_path / "archive"
    added = add(archive, revisit)
    assert (added.new, added.seen_before, added.waiting) == (0, 0, 1)
    (issue,) = added.issues
    assert (issue.code, issue.severity) == ("revisit_unresolved", "warning")
    assert issue.locator is not None
    assert issue.locator.file == str(revisit)
    assert exported(archive) == []
    assert (add(archive, page).new, add(archive, page).seen_before) == (2, 1)
    later = add(archive, revisit)
    assert (later.new, later.seen_before, later.waiting) == (0, 1, 0)
    (line,) = exported(archive)
    assert len(json.loads(line)["listed"]["witnesses"]) == 2


def test_what_waits_is_kept_once(tmp_path: Path) -> None:
    """Adding the same revisit again changes nothing, and still says that it waits."""
    (revisit,) = written(tmp_path, [[RECORDS[3]] * 2])
    archive = tmp_path / "archive"
    assert add(archive, revisit).waiting == 1
    before = (archive / "ledger.jsonl").read_bytes()
    assert add(archive, revisit).waiting == 1
    assert (archive / "ledger.jsonl").read_bytes() == before


def test_nothing_of_a_waiting_revisit_is_lost(tmp_path: Path) -> None:
    """Its WARC record in the archive says what the one given said, so that it can be added elsewhere."""
    page, *revisits = written(tmp_path, [RECORDS[:3], *([each] for each in RECORDS[3:10])])
    archive = tmp_path / "archive"
    add(archive, *revisits)
    events = [json.loads(line) for line in (archive / "ledger.jsonl").read_text().splitlines()]
    assert [event["event"] for event in events].count("revisit") == 7
    one, other = tmp_path / "one", tmp_path / "other"
    add(one, *sorted((archive / "captures").iterdir()), page)
    add(other, *revisits, page)
    assert exported(one) == exported(other)


def test_a_resolved_revisit_can_be_read_from_its_place(tmp_path: Path) -> None:
    """The capture that it became refers to the bytes in this archive."""
    page, revisit = written(tmp_path, [RECORDS[:1], [RECORDS[3]]])
    archive = tmp_path / "archive"
    add(archive, revisit)
    add(archive, page)
    events = [json.loads(line) for line in (archive / "ledger.jsonl").read_text().splitlines()]
    kept = [event for event in events if event["event"] == "capture"]
    assert [event["captured_at"][:10] for event in kept] == ["2031-05-01", "2031-05-03"]
    for event in kept:
        assert read_at(archive, Locator(**event["locator"])).body == OLD


def test_an_add_killed_before_it_resolved_is_completed_by_the_next(tmp_path: Path) -> None:
    """Any ledger that is cut behind the page leaves the revisit waiting; adding whatever comes next resolves it."""
    page, revisit, other = written(tmp_path, [RECORDS[:1], [RECORDS[3]], RECORDS[2:3]])
    archive = tmp_path / "archive"
    add(archive, revisit)
    add(archive, page)
    ledger = archive / "ledger.jsonl"
    lines = ledger.read_bytes().splitlines(keepends=True)
    at = next(
        n for n, line in enumerate(lines) if b'"captured_at":"2031-05-03' in line and b'"capture"' in line
    )
    ledger.write_bytes(b"".join(lines[:at]))
    (archive / "record.sqlite").unlink()  # a killed add leaves no tables that reach further than the ledger
    assert add(archive, other).new == 2
    with Archive.open(archive) as opened:
        assert {found.severity for found in opened.verify().findings} <= {"note"}
        assert sum(len(listed.witnesses) for listed in opened.list()) == 3
