"""The ledger and the folder around it: what is truth, what a killed writer leaves, what is refused."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from invented_captures import NOW, captured, exported, kept, statement, toy_page, tree, use_toy_reader
from onrecord.errors import ArchiveBusy, DamagedArchive, NewerArchive, NotFound, WrongCall
from onrecord.record import Record
from onrecord.record.truth.ledger import Ledger
from onrecord.record.truth.lock import locked


@pytest.fixture(autouse=True)
def _toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_reader(monkeypatch)


def page(n: int) -> str:
    """Return a toy page of its own words."""
    return toy_page(statement(f"Speech {n}", f"The words of speech {n}."))


def three(folder: Path) -> Record:
    """Return a record of three captures."""
    url = "https://tides.example/"
    return kept(folder, [captured(page(n), f"{url}{n}", f"2031-05-0{n}T00:00:00Z") for n in (1, 2, 3)])


def test_a_new_archive_is_empty_and_whole(tmp_path: Path) -> None:
    """Nothing kept, nothing listed, nothing wrong; made again it is opened."""
    with Record.create(tmp_path / "new" / "archive", now=NOW) as record:
        assert [*record.listed(), *record.notices(), *record.page_captures(), *record.all_held()] == []
        assert record.counts().statements == 0
        assert record.verify().findings == ()
        record.rebuild()
    with Record.create(tmp_path / "new" / "archive", now="2032-01-01T00:00:00Z"):
        first = (tmp_path / "new" / "archive" / "ledger.jsonl").read_text()
    assert first == f'{{"event":"archive","format":1,"created_at":"{NOW}"}}\n'


def test_each_capture_and_identity_has_a_line(tmp_path: Path) -> None:
    """One JSON line an event; the capture's digest is in it, and where its bytes lie."""
    with three(tmp_path) as record:
        events = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_text().splitlines()]
        assert [event["event"] for event in events] == ["archive"] + ["capture"] * 3 + ["statement"] * 3
        assert {event["id"] for event in events[4:]} == {listed.id for listed in record.listed()}
        assert record.position == (tmp_path / "ledger.jsonl").stat().st_size


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    """A second capture of the same bytes is a revisit: it points at the first, also from another file."""
    at = "2031-05-0{}T00:00:00Z"
    with kept(
        tmp_path, [captured(page(1), "https://tides.example/1", at.format(n)) for n in (1, 2)]
    ) as record:
        record.add([captured(page(1), "https://mirror.example/1", at.format(3))], now=NOW)
        bodies = [
            json.loads(line).get("body") for line in (tmp_path / "ledger.jsonl").read_text().splitlines()
        ]
        assert [body["file"] for body in bodies if body] == ["captures/000001.warc.gz"] * 2
        assert len(list(record.listed())) == 2
        record.rebuild()
        assert record.verify().findings == ()


def test_a_page_that_cannot_be_read_is_kept(tmp_path: Path) -> None:
    """It is counted, its issue is told, and nothing else suffers."""
    with Record.create(tmp_path, now=NOW) as record:
        added = record.add(
            [captured("not a toy page", "https://tides.example/x"), captured(page(1))], now=NOW
        )
        assert (added.new, added.not_readable, added.new_statements) == (2, 1, 1)
        assert [issue.code for issue in added.issues] == ["reader_failed"]
        assert record.verify().captures == 2


def test_a_half_written_line_is_cut_off_when_writing(tmp_path: Path) -> None:
    """Its writer was killed before anything in it was acknowledged; until somebody writes it is passed over."""
    with three(tmp_path) as record:
        before = exported(record)
    ledger = tmp_path / "ledger.jsonl"
    whole = ledger.read_bytes()
    ledger.write_bytes(whole + b'{"event":"capture","url":"https://tides.exa')
    with Record.open(tmp_path) as record:
        assert exported(record) == before
        assert ledger.read_bytes() != whole
        record.add([], now=NOW)
        record.rebuild()
        assert ledger.read_bytes() == whole


def test_a_last_line_that_only_lacks_its_end_is_completed(tmp_path: Path) -> None:
    """The bytes it names were synced before it was written: it is as good as the others."""
    with three(tmp_path) as record:
        before = exported(record)
    ledger = tmp_path / "ledger.jsonl"
    whole = ledger.read_bytes()
    ledger.write_bytes(whole[:-1])
    with Record.open(tmp_path) as record:
        record.rebuild()
        assert ledger.read_bytes() == whole
        assert exported(record) == before


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    """A line in the middle that is no event is damage: it is never passed over."""
    three(tmp_path).close()
    ledger = tmp_path / "ledger.jsonl"
    lines = ledger.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b'"event":"capture"', b'"event"#"capture"')
    ledger.write_bytes(b"\n".join(lines))
    with Record.open(tmp_path) as record:
        with pytest.raises(DamagedArchive, match=r"Line 3 of .*ledger\.jsonl"):
            record.rebuild()
        (finding,) = record.verify().findings
        assert finding.code == "damaged_ledger"
        assert len(list(record.listed())) == 3
    (tmp_path / "record.sqlite").unlink()
    with pytest.raises(DamagedArchive, match="Line 3"):
        Record.open(tmp_path)


@pytest.mark.parametrize(
    "first", [b"\n", b"{}\n", b"nonsense\n", b'{"event":"archive"}\n', b"\xff\xfe\n", b"[1]\n"]
)
def test_a_ledger_without_its_first_line_is_damaged(tmp_path: Path, first: bytes) -> None:
    """What it begins with tells the format: without that nothing is read."""
    (tmp_path / "ledger.jsonl").write_bytes(first)
    with pytest.raises(DamagedArchive, match="Line 1 "):
        Record.open(tmp_path)


def test_a_newer_archive_is_left_alone(tmp_path: Path) -> None:
    """A later format, or an event of a later onrecord, is refused in one sentence."""
    three(tmp_path).close()
    ledger = tmp_path / "ledger.jsonl"
    written = ledger.read_bytes()
    ledger.write_bytes(written.replace(b'"format":1', b'"format":2'))
    with pytest.raises(NewerArchive, match="has format 2 and this onrecord reads up to 1"):
        Record.open(tmp_path)
    ledger.write_bytes(written + b'{"event":"foretold","id":"a"}\n')
    with pytest.raises(NewerArchive, match="Line 8 "):
        Record.open(tmp_path)


@pytest.mark.parametrize("wrong", ["ledger", "no_database", "no_tables_and_ledger"])
def test_opening_leaves_no_connection_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    """Neither that of tables that turn out broken, nor any where opening fails."""
    three(tmp_path).close()
    tables, ledger = tmp_path / "record.sqlite", tmp_path / "ledger.jsonl"
    if wrong == "no_database":
        tables.write_bytes(b"This is no database at all. " * 200)
    else:
        ledger.write_bytes(ledger.read_bytes() + b'{"event":"foretold","id":"a"}\n')
    if wrong == "no_tables_and_ledger":
        tables.unlink()
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        made.append(connect(*args, **kwargs))
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    with contextlib.suppress(NewerArchive), Record.open(tmp_path):
        assert wrong == "no_database"
    assert made
    for db in made:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            db.execute("SELECT 1")


def test_where_there_is_no_archive(tmp_path: Path) -> None:
    """Nothing to open is NotFound; a folder or file of other things is not taken over."""
    with pytest.raises(NotFound, match="There is no archive"):
        Record.open(tmp_path / "absent")
    (tmp_path / "letter.txt").write_text("Dear harbour master")
    with pytest.raises(WrongCall, match=r"holds other things \(letter\.txt\)"):
        Record.create(tmp_path, now=NOW)
    with pytest.raises(WrongCall, match="is a file"):
        Record.create(tmp_path / "letter.txt", now=NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_creation_that_was_killed_is_finished(tmp_path: Path) -> None:
    """Folders and an empty ledger are what a killed creation leaves."""
    (tmp_path / "captures").mkdir()
    (tmp_path / "lock").touch()
    (tmp_path / "ledger.jsonl").touch()
    with pytest.raises(NotFound, match="make one with `onrecord add`"):
        Record.open(tmp_path)
    Record.create(tmp_path, now=NOW).close()
    (tmp_path / "ledger.jsonl").write_bytes(b'{"event":"arch')
    with Record.create(tmp_path, now=NOW) as record:
        assert record.counts().statements == 0


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    """Who cannot write is told so; who only asks is answered from what is there."""
    with three(tmp_path) as record:
        before = exported(record)
    with locked(tmp_path / "lock", 0):
        with Record.open(tmp_path, wait_s=0.05) as record:
            assert exported(record) == before
            with pytest.raises(ArchiveBusy, match="Another onrecord is writing"):
                record.add([captured(page(4))], now=NOW)
        with (tmp_path / "ledger.jsonl").open("ab") as ledger:
            ledger.write(b'{"event":"statement","id":"sx","url":null,"digest":"sha256:0","n":1}\n')
        with Record.open(tmp_path, wait_s=0.05) as record:  # behind, and still answering
            assert exported(record) == before
    with Record.open(tmp_path, wait_s=0.05) as record:
        assert record.add([captured(page(4))], now=NOW).new == 1


def test_two_writers_take_turns(tmp_path: Path) -> None:
    """Each writes its own WARC file; both see what the other kept."""
    with three(tmp_path) as one, Record.open(tmp_path) as other:
        one.add([captured(page(5), "https://tides.example/5")], now=NOW)
        added = other.add([captured(page(n), f"https://tides.example/{n}") for n in (5, 6)], now=NOW)
        assert (added.new, added.seen_before) == (1, 1)
        assert exported(one) == exported(other)
        assert sorted(path.name for path in (tmp_path / "captures").iterdir()) == [
            "000001.warc.gz",
            "000002.warc.gz",
            "000003.warc.gz",
        ]
        assert other.verify().findings == ()


def test_the_last_file_that_the_ledger_names_is_found_wherever_its_name_stands(tmp_path: Path) -> None:
    """In the first line or the last, on the edge of what is read at once, or written since it was asked for."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    named = b'"captures/%06d.warc.gz"\n'
    for before in (0, 1 << 20, (1 << 20) - 9, (3 << 20) - 20):
        ledger.path.write_bytes(b" " * before + named % 7 + named % 3)
        assert Ledger(ledger.path).last_file() == 7
    assert ledger.last_file() == 7
    for number, half in ((9, 5), (12, 1), (11, 20)):
        line = named % number
        with ledger.path.open("ab") as file:
            file.write(line[:half])
        ledger.last_file()
        with ledger.path.open("ab") as file:
            file.write(line[half:])
        assert ledger.last_file() == max(number, 12 if number == 11 else 0)
    ledger.path.write_bytes(named % 2)
    assert ledger.last_file() == 2


@pytest.mark.parametrize("left", ["nothing", "other_code", "no_database", "cut", "older_schema", "ahead"])
def test_derived_tables_are_made_again(tmp_path: Path, left: str) -> None:
    """Tables that are missing, broken, made by other code or ahead of the ledger are derived again on opening."""
    with three(tmp_path) as record:
        before, truth = exported(record), tree(tmp_path)
    tables = tmp_path / "record.sqlite"
    if left == "nothing":
        tables.unlink()
    elif left == "no_database":
        tables.write_bytes(b"This is no database at all. " * 200)
    elif left == "cut":
        tables.write_bytes(tables.read_bytes()[:5000])
    else:
        db = sqlite3.connect(tables)
        if left == "other_code":
            db.execute("UPDATE meta SET value = 'other' WHERE key = 'derivation'")
            db.execute("DELETE FROM statements")
        elif left == "older_schema":
            db.execute("DROP VIEW witnesses")
            db.execute("DROP TABLE turns")
            db.execute("UPDATE meta SET value = 'other'")
        else:
            db.execute("UPDATE meta SET value = '99999999' WHERE key = 'position'")
        db.commit()
        db.close()
    with Record.open(tmp_path) as record:
        assert exported(record) == before
        codes = [finding.code for finding in record.verify().findings]
        assert codes == (["damaged_tables"] if left in ("no_database", "cut") else [])
    assert tree(tmp_path) == truth


@pytest.mark.parametrize("torn", [0, 20])
def test_a_ledger_that_lost_its_end_is_missed(tmp_path: Path, torn: int) -> None:
    """The tables reach further than the ledger, as no writer leaves them: nothing is answered, derived or written."""
    with three(tmp_path) as record:
        before = exported(record)
    ledger = tmp_path / "ledger.jsonl"
    whole = ledger.read_bytes()
    lines = whole.splitlines(keepends=True)
    ledger.write_bytes(b"".join(lines[:3]) + lines[3][:torn])
    cut = tree(tmp_path)
    said = (
        "The ledger ends before what this record was derived from: 4 lines are missing; restore ledger.jsonl from a"
        " copy."
    )
    with Record.open(tmp_path) as record:
        questions: list[Callable[[], Any]] = [
            record.listed, record.all_held, record.counts, lambda: record.position, record.rebuild,
            lambda: record.add([captured(page(4))], now=NOW), lambda: record.held("s"),
        ]  # fmt: skip
        for question in questions:
            with pytest.raises(DamagedArchive) as refused:
                question()
            assert str(refused.value) == said
        findings = record.verify().findings
        assert ("cut_ledger", said, "ledger.jsonl", "error") in [
            (each.code, each.message, each.where, each.severity) for each in findings
        ]
        assert not record.derived_again
    assert tree(tmp_path) == cut
    ledger.write_bytes(whole)
    with Record.open(tmp_path) as record:
        assert exported(record) == before
        assert record.verify().findings == ()


def test_a_ledger_that_loses_its_end_while_open_is_missed(tmp_path: Path) -> None:
    """Who holds the record open writes nothing behind what is left."""
    ledger = tmp_path / "ledger.jsonl"
    with three(tmp_path) as record:
        ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:-1]))
        with pytest.raises(DamagedArchive, match="1 line is missing"):
            record.add([captured(page(4))], now=NOW)
        assert "cut_ledger" in [finding.code for finding in record.verify().findings]


def test_touched_since(tmp_path: Path) -> None:
    """A store that notes the position learns only of statements whose texts changed behind it."""
    with three(tmp_path) as record:
        at = record.position
        assert list(record.touched_since(at)) == []
        assert len(list(record.touched_since(0))) == 3
        again = captured(page(1), "https://tides.example/1", "2031-05-09T00:00:00Z")
        changed = captured(page(7), "https://tides.example/2", "2031-05-09T00:00:00Z")
        record.add([again, changed], now=NOW)
        ((statement_id, versions),) = record.touched_since(at)
        assert [held.statement.title for held in versions] == ["Speech 2", "Speech 7"]
        assert versions[0].listed.id == statement_id
