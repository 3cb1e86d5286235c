"""`verify` recomputes everything and names what differs: the file and place, or the table and row."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented_captures import NOW, captured, exported, kept, statement, toy_page, tree, use_toy_reader
from onrecord.capture import Revisit, read_captures
from onrecord.custody import Finding
from onrecord.errors import DamagedArchive
from onrecord.model import Locator
from onrecord.record import Record


@pytest.fixture(autouse=True)
def _toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_reader(monkeypatch)


def pages(first: int, last: int) -> list[Any]:
    """Return captures of pages, each with a notice, every third one a revisit of the first."""
    made = []
    for n in range(first, last + 1):
        page = toy_page(
            statement(f"Speech {n}", f"The words of speech {n}."),
            notices=[{"title": f"Fog {n}", "posted_on": None}],
        )
        made.append(captured(page, f"https://tides.example/{n}", f"2031-05-0{n}T00:00:00Z"))
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the archive that each test has a copy of."""
    folder = tmp_path_factory.mktemp("made") / "archive"
    with pytest.MonkeyPatch.context() as patch:
        use_toy_reader(patch)
        with kept(folder, pages(1, 3)) as record:
            again = captured(pages(1, 1)[0].body, "https://mirror.example/1", "2031-05-09T00:00:00Z")
            record.add([*pages(4, 5), again], now=NOW)
            assert record.verify().findings == ()
    return folder


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    """Return an archive of two WARC files with three captures each, one of the second a revisit into the first."""
    return shutil.copytree(made, tmp_path / "archive")


def found(folder: Path) -> list[Finding]:
    """Return what verify finds."""
    with Record.open(folder) as record:
        return list(record.verify().findings)


def locators(folder: Path) -> list[dict[str, Any]]:
    """Return the locators of the captures in the order of the ledger."""
    events = [json.loads(line) for line in (folder / "ledger.jsonl").read_text().splitlines()]
    return [event["locator"] for event in events if event["event"] == "capture"]


def test_what_was_recomputed_is_counted(archive: Path) -> None:
    """Captures, statements, versions and turns, and progress while it runs."""
    seen: list[int] = []
    with Record.open(archive) as record:
        verified = record.verify(lambda done, address: seen.append(done))
    assert (verified.captures, verified.statements, verified.versions, verified.turns) == (6, 6, 6, 6)
    assert seen[-1] == 6


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10**9), bit=st.integers(0, 7))
def test_a_flipped_bit_is_named(archive: Path, at: int, bit: int) -> None:
    """Whichever bit of the stored bytes it is, also in the parts that no checksum of gzip covers."""
    path = archive / "captures" / "000001.warc.gz"
    whole = path.read_bytes()
    offset = at % len(whole)
    flipped = bytearray(whole)
    flipped[offset] ^= 1 << bit
    path.write_bytes(flipped)
    findings = found(archive)
    path.write_bytes(whole)
    assert {finding.code for finding in findings} == {"changed_bytes"}
    place = next(at for at in locators(archive) if at["offset"] <= offset < at["offset"] + at["length"])
    assert findings[0].where == f"captures/000001.warc.gz {place['offset']}+{place['length']}"
    assert [finding.severity for finding in findings] == ["error"] * len(findings)


def test_a_lost_file_is_named_once(archive: Path) -> None:
    """And the revisit in the other file is not blamed for it."""
    (archive / "captures" / "000001.warc.gz").unlink()
    (finding,) = found(archive)
    assert (finding.code, finding.where) == ("lost_warc", "captures/000001.warc.gz")
    assert finding.message == "The file is missing, and 3 captures with it: restore it from a copy."


def test_the_number_of_a_lost_file_is_not_given_again(archive: Path) -> None:
    """What is added after a loss goes to a file of its own, so that the lost one can come back."""
    lost = archive / "captures" / "000002.warc.gz"
    whole = lost.read_bytes()
    lost.unlink()
    with Record.open(archive) as record:
        record.add(pages(6, 6), now=NOW)
    assert not lost.exists()
    lost.write_bytes(whole)
    assert found(archive) == []


def test_a_cut_file_is_named(archive: Path) -> None:
    """With each capture that is no longer whole."""
    path = archive / "captures" / "000002.warc.gz"
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    (finding,) = found(archive)
    last = locators(archive)[-1]
    assert (finding.code, finding.where) == (
        "cut_file",
        f"captures/000002.warc.gz {last['offset']}+{last['length']}",
    )
    assert finding.message == (
        "The file ends before the end of the page https://mirror.example/1, captured at 2031-05-09T00:00:00Z:"
        " restore this file from a copy."
    )
    path.write_bytes(b"")
    assert [finding.code for finding in found(archive)] == ["cut_file"] * 3


def test_a_line_that_was_taken_out_of_the_ledger_is_missed(archive: Path) -> None:
    """The bytes that it named are still there, between others that are named."""
    ledger = archive / "ledger.jsonl"
    lines = ledger.read_bytes().splitlines(keepends=True)
    (gone,) = (line for line in lines if b'"url":"https://tides.example/2","captured_at"' in line)
    at = json.loads(gone)["locator"]
    ledger.write_bytes(b"".join(line for line in lines if line != gone))
    finding, shorter = found(archive)
    assert (shorter.code, shorter.where) == ("cut_ledger", "ledger.jsonl")
    assert (finding.code, finding.severity) == ("unnamed_bytes", "error")
    assert finding.where == f"{at['file']} {at['offset']}+{at['length']}"


@pytest.mark.parametrize("rebuilt", [False, True])
@pytest.mark.parametrize(
    ("field", "was", "forged"),
    [
        ("captured_at", "2031-05-02T00:00:00Z", "2031-05-03T00:00:00Z"),
        ("url", "https://tides.example/2", "https://tides.example/7"),
        ("url", "https://tides.example/2", "https://tides.example/another-and-longer"),
        ("url", "https://tides.example/2", None),
        ("captured_at", "2031-05-02T00:00:00Z", None),
    ],
)
def test_a_changed_line_of_the_ledger_is_named(
    archive: Path, field: str, was: str, forged: str | None, rebuilt: bool
) -> None:
    """The captured record states its own address and time: the line is wrong, and nothing is derived from it again."""
    ledger = archive / "ledger.jsonl"
    lines = ledger.read_text().splitlines(keepends=True)
    lines[2] = lines[2].replace(json.dumps(was), json.dumps(forged), 1)
    ledger.write_text("".join(lines))
    with Record.open(archive) as record:
        if rebuilt:
            with pytest.raises(DamagedArchive, match=r"^ledger.jsonl line 3 is not as it was written"):
                record.rebuild()
        changed, *others = record.verify().findings
    assert (changed.code, changed.where, changed.severity) == ("changed_line", "ledger.jsonl line 3", "error")
    at = locators(archive)[1]
    assert changed.message == (
        f"The line has the {field} {forged or 'none'}, and the record it names, {at['file']}"
        f" {at['offset']}+{at['length']}, has {was}: restore ledger.jsonl from a copy."
    )
    assert [(finding.code, finding.severity) for finding in others] == [("not_compared", "note")]


@pytest.mark.parametrize(
    "url", [None, "https://tides.example/añ€ 雨?a=<b>", "<https://tides.example/>", "urn:x:1", "tides"]
)
@pytest.mark.parametrize("captured_at", [None, "2031-05-02T00:00:00Z", "2031-05-02T00:00:00.25Z"])
def test_lines_that_nobody_changed_agree_with_their_records(
    tmp_path: Path, url: str | None, captured_at: str | None
) -> None:
    """Also where address or time are unknown, where they were stated by hand, and of captures without bytes."""
    one = captured(toy_page(statement("Speech", "The words.")), url, captured_at)
    with kept(tmp_path / "archive", [one]) as record:
        same = captured(one.body, "https://mirror.example/", captured_at)
        revisit = Revisit(url, captured_at, None, None, (), ("id urn:gone",), {}, b"", Locator("given", 0, 1))
        record.add([same, revisit], now=NOW)
        assert record.verify().findings == ()


def test_a_lost_ledger_is_told_from_no_archive(archive: Path) -> None:
    """Where captures lie, nobody is asked to begin anew, and nobody can."""
    before = tree(archive)
    (archive / "ledger.jsonl").unlink()
    for call in (Record.open, lambda folder: Record.create(folder, now=NOW)):
        with pytest.raises(DamagedArchive, match=r"ledger\.jsonl is gone: restore that file"):
            call(archive)
    assert tree(archive) == {name: body for name, body in before.items() if name != "ledger.jsonl"}


def test_what_nobody_acknowledged_is_noted(archive: Path) -> None:
    """Bytes at the end of a file and files of their own are what a killed writer leaves: notes, no errors."""
    captures = archive / "captures"
    with (captures / "000001.warc.gz").open("ab") as file:
        file.write(b"half a record")
    (captures / "000009.warc.gz").write_bytes(b"half a record")
    (captures / "holiday.jpg").write_bytes(b"a picture")
    assert [(finding.code, finding.severity) for finding in found(archive)] == [
        ("foreign_file", "note"),
        ("foreign_file", "warning"),
        ("unacknowledged_bytes", "note"),
    ] or [(finding.code, finding.severity) for finding in found(archive)] == [
        ("unacknowledged_bytes", "note"),
        ("foreign_file", "note"),
        ("foreign_file", "warning"),
    ]


@pytest.mark.parametrize("left", [1, 3, 4, 7])
def test_captures_that_lost_their_lines_are_named(archive: Path, left: int) -> None:
    """Whole captures in two files that nothing names are not what one killed writer leaves, and can be added again."""
    with Record.open(archive) as record:
        before = exported(record)
    (archive / "record.sqlite").unlink()
    ledger = archive / "ledger.jsonl"
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:left]))
    errors = [finding for finding in found(archive) if finding.severity == "error"]
    two = ["captures/000001.warc.gz", "captures/000002.warc.gz"]
    assert [(each.code, each.where) for each in errors] == [
        ("unnamed_captures", file) for file in (two if left < 4 else [])
    ]
    with Record.open(archive) as record:
        record.add(read_captures(archive / "captures"), now=NOW)
        assert exported(record) == before
        assert {finding.severity for finding in record.verify().findings} == {"note"}


def test_more_captures_than_a_batch_without_lines_are_named(tmp_path: Path) -> None:
    """They were acknowledged once, so that their lines must have been there."""
    many = [
        captured(pages(1, 1)[0].body, f"https://tides.example/{n}", f"2031-05-01T00:{n:02}:00Z")
        for n in range(60)
    ]
    more = [
        captured(pages(2, 2)[0].body, f"https://tides.example/{n}", f"2031-05-02T00:{n:02}:00Z")
        for n in range(5)
    ]
    folder = tmp_path / "archive"
    kept(folder, [*many, *more]).close()
    (folder / "record.sqlite").unlink()
    ledger = folder / "ledger.jsonl"
    lines = ledger.read_bytes().splitlines(keepends=True)
    for left, codes in ((1, {"foreign_file", "unnamed_captures"}), (2, {"unacknowledged_bytes"})):
        ledger.write_bytes(b"".join(lines[:left]))
        assert {finding.code for finding in found(folder)} == codes
        (folder / "record.sqlite").unlink()


CHANGES = [
    ("turns", "UPDATE turns SET text = replace(text, 'words', 'lies') WHERE text LIKE '%speech 2.'"),
    ("turns", "DELETE FROM turns WHERE text LIKE '%speech 2.'"),
    ("statements", "UPDATE statements SET given_on = '1999-01-01' WHERE title = 'Speech 3'"),
    ("statements", "INSERT INTO statements SELECT 'sfalse', * FROM (SELECT source, title, kinds, speakers, given_on,"
     " posted_on, updated_on, place, occasion, language, outlet, status, text_status, part, continues, current,"
     " versions, own_versions, first_seen, last_seen, title_words, speaker_words, pattern, series, touched FROM statements LIMIT 1)"),
    ("versions", "UPDATE versions SET first_seen = '1999-01-01T00:00:00Z' WHERE rowid_of = 1"),
    ("captures", "UPDATE captures SET url = 'https://else.example/' WHERE url LIKE '%/4'"),
    ("captures", "UPDATE captures SET captured_at = '1999-01-01T00:00:00Z' WHERE url LIKE '%/4'"),
    ("readings", "UPDATE readings SET reading = zeroblob(20) WHERE id = (SELECT min(id) FROM readings)"),
    ("readings", "UPDATE readings SET title = 'Another' WHERE id = (SELECT min(id) FROM readings)"),
    ("notices", "UPDATE notices SET title = 'Sunshine' WHERE title = 'Fog 2'"),
    ("sightings", "UPDATE sightings SET version = 'sha256:0' WHERE reading = (SELECT max(id) FROM readings)"),
    ("identities", "DELETE FROM identities WHERE id = (SELECT min(id) FROM identities)"),
    ("announcements", "DELETE FROM announcements WHERE reading = (SELECT min(id) FROM readings)"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "change"), CHANGES)
def test_a_changed_row_is_named(archive: Path, table: str, change: str) -> None:
    """Somebody edited record.sqlite: table and row are told, and a rebuild mends it."""
    with Record.open(archive) as record:
        before = exported(record)
    db = sqlite3.connect(archive / "record.sqlite")
    change = change.replace("rowid_of = 1", "statement = (SELECT min(statement) FROM versions)")
    assert db.execute(change).rowcount == 1
    db.commit()
    db.close()
    findings = found(archive)
    assert {finding.code for finding in findings} == {"changed_row"}
    assert any(finding.where.startswith(f"record.sqlite {table} ") for finding in findings)
    with Record.open(archive) as record:
        record.rebuild()
        assert record.verify().findings == ()
        assert exported(record) == before


def test_a_broken_database_is_named(archive: Path) -> None:
    """Bytes overwritten inside a page of the database: damage, with the way out."""
    tables = archive / "record.sqlite"
    whole = bytearray(tables.read_bytes())
    db = sqlite3.connect(tables)
    names = ("turns", "statements", "versions")
    pages = [
        db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
        for name in names
    ]
    db.close()
    for page in pages:
        whole[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    tables.write_bytes(whole)
    with Record.open(archive) as record:
        assert [finding.code for finding in record.verify().findings] == ["damaged_tables"]
        with pytest.raises(DamagedArchive, match="onrecord rebuild"):
            list(record.listed())
        record.rebuild()
        assert record.verify().findings == ()


@pytest.mark.parametrize("junk", [b"no database" * 500, bytes(range(256)) * 40])
def test_junk_in_place_of_the_database_is_named(archive: Path, junk: bytes) -> None:
    """It is derived again when the archive is opened, and `verify` does not keep that to itself."""
    for side in ("-wal", "-shm"):
        (archive / f"record.sqlite{side}").unlink(missing_ok=True)
    (archive / "record.sqlite").write_bytes(junk)
    with Record.open(archive) as record:
        assert record.derived_again
        (finding,) = record.verify().findings
    assert (finding.code, finding.where, finding.severity) == ("damaged_tables", "record.sqlite", "error")
    assert "was derived again" in finding.message
    assert found(archive) == []


def test_damaged_captures_keep_what_was_read_of_them(archive: Path) -> None:
    """A rebuild from damaged captures would lose the text: it is refused, and all that was derived stays."""
    with Record.open(archive) as record:
        before, truth = exported(record), tree(archive)
    (archive / "captures" / "000001.warc.gz").write_bytes(b"")
    with Record.open(archive) as record:
        with pytest.raises(DamagedArchive, match="000001"):
            record.rebuild()
        assert exported(record) == before
    (archive / "record.sqlite").unlink()
    with Record.open(archive) as record:  # nothing left to lose: what can be read is
        assert len(list(record.listed())) == 2
        assert {finding.code for finding in record.verify().findings} == {"cut_file"}
    (archive / "captures" / "000001.warc.gz").write_bytes(truth["captures/000001.warc.gz"])
    with Record.open(archive) as record:
        record.rebuild()
        assert exported(record) == before
