"""What the law requires is removed: from every byte of the archive, for good, with a tombstone; and a kill loses nothing of that."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import zlib
from pathlib import Path
from typing import Any

import pytest

from invented_captures import NOW, captured, exported, html_page, kept
from onrecord import Archive
from onrecord.capture import Captured, Revisit, read_captures
from onrecord.errors import NotFound, WrongCall
from onrecord.model import Issue, Locator
from onrecord.record import Record
from onrecord.record.changing.passages import MARK, cut_passage, holds_passage
from onrecord.record.deriving import level
from onrecord.record.truth.erasing import filling

SECRET = "Ilka Moorhen of Eel Lane 7"
URL = "https://ferries.example/"
TITLE = "Minister Anna Verne’s answers to media questions, Halvane, June {}, 2020"
WHO: dict[str, Any] = {"by": "Ines Marr", "why": "Order 12/2031 of the court of Halvane."}


def page(day: int, *more: str) -> str:
    """Return a page of an interview on a day."""
    return html_page(
        TITLE.format(day),
        "<b>Question:</b> Will the night ferry sail?",
        f"<b>Anna Verne:</b> It will sail on every night of the summer, that is {day} nights from today on.",
        *more,
    )


SPOKEN = (
    "<b>Question:</b> And who complained?",
    "<b>Anna Verne:</b> It was <i>Ilka</i>&nbsp;Moorhen, of Eel Lane&#32;7, as you know.",
)
CAPTURES = [
    captured(page(5), f"{URL}5", "2020-06-06T08:00:00Z"),
    captured(page(6, *SPOKEN), f"{URL}6", "2020-06-07T08:00:00Z"),
    captured(page(6, *SPOKEN), "https://mirror.example/6", "2020-06-08T08:00:00Z"),
    captured(page(7, "<b>Question:</b> Thank you."), f"{URL}7", "2020-06-08T08:00:00Z"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the archive that each test has a copy of."""
    folder = tmp_path_factory.mktemp("made") / "archive"
    kept(folder, CAPTURES).close()
    with Archive.open(folder) as opened:
        opened.index()
    return folder


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    """Return an archive of four captures, two of them of the same bytes, with its index."""
    return shutil.copytree(made, tmp_path / "archive")


def id_of(folder: Path, day: int) -> str:
    """Return the id of the statement of a day."""
    with Archive.open(folder) as opened:
        return next(line.id for line in opened.list() if line.given_on == f"2020-06-{day:02}")


def every_byte(folder: Path) -> bytes:
    """Return all that the files of an archive hold: as stored, with gzip members and packed columns undone."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            stored = path.read_bytes()
            found += [stored, *undone(stored)]
    return b"\n".join(found)


def undone(stored: bytes) -> list[bytes]:
    """Return what any zlib stream or gzip member in the bytes holds, wherever it begins, in free pages too."""
    found = []
    for magic, bits in ((b"\x1f\x8b\x08", 31), (b"\x78\x9c", 15)):
        at = stored.find(magic)
        while at >= 0:
            with contextlib.suppress(zlib.error):
                found.append(zlib.decompressobj(bits).decompress(stored[at:]))
            at = stored.find(magic, at + 1)
    return found


def holds(folder: Path, *words: str) -> bool:
    """Return whether one of the words stands anywhere in the files of an archive."""
    everything = every_byte(folder)
    return any(word.encode() in everything for word in words)


def test_the_words_are_found_before(archive: Path) -> None:
    """Else the other tests would show nothing."""
    assert holds(archive, "Moorhen")
    with Archive.open(archive) as opened:
        assert opened.search("Moorhen")


def test_a_statement_is_removed_with_all_its_captures(archive: Path) -> None:
    """Those with the same bytes at other addresses too; no byte of its words is left, and the rest is as it was."""
    id_ = id_of(archive, 6)
    with Archive.open(archive) as opened:
        others = [line for line in opened.export() if "Moorhen" not in line]
        tombstone = opened.redact(id_, now=NOW, **WHO)
        assert (tombstone.reach, tombstone.by, tombstone.at, tombstone.why) == (
            "capture",
            "Ines Marr",
            NOW,
            WHO["why"],
        )
        assert [each.url for each in tombstone.captures] == [f"{URL}6", "https://mirror.example/6"]
        assert {each.digest for each in tombstone.captures} == {CAPTURES[1].capture.digest}
        assert id_ in tombstone.statements
        assert list(opened.tombstones()) == [tombstone]
        *left, last = opened.export()
        assert left == others
        assert json.loads(last)["removed"]["id"] == tombstone.id
        assert opened.search("Moorhen") == []
        assert opened.verify().findings == ()
        with pytest.raises(
            NotFound, match=rf"^Statement {id_} was removed on {NOW} by Ines Marr: Order 12/2031"
        ):
            opened.show(id_)
    assert not holds(archive, "Moorhen", "Eel Lane", "who complained")


def test_the_files_stay_files_that_others_read(archive: Path) -> None:
    """Every place is where it was: the other records of the same WARC are read as before."""
    sizes = {path.name: path.stat().st_size for path in (archive / "captures").iterdir()}
    with Archive.open(archive) as opened:
        opened.redact(id_of(archive, 6), now=NOW, **WHO)
    assert {path.name: path.stat().st_size for path in (archive / "captures").iterdir()} == sizes
    found = [each for each in read_captures(archive / "captures") if not isinstance(each, Revisit)]
    assert [each.capture.url for each in found if isinstance(each, Captured)] == [f"{URL}5", f"{URL}7"]
    assert [each.code for each in found if isinstance(each, Issue)] == []


def test_a_passage_is_removed_and_the_rest_stays(archive: Path) -> None:
    """Through tags and escapes, in each capture that has it; the text says where it stood."""
    id_ = id_of(archive, 6)
    with Archive.open(archive) as opened:
        tombstone = opened.redact(passage=SECRET, now=NOW, **WHO)
        assert (tombstone.reach, len(tombstone.captures), tombstone.statements) == ("passage", 2, ())
        statement = opened.show(id_).statement
        assert statement.turns[-1].text.startswith(f"It was {MARK}")
        assert statement.turns[-1].text.endswith("as you know.")
        (removal,) = statement.removals
        assert (removal.id, removal.digest) == (tombstone.id, CAPTURES[1].capture.digest)
        assert [len(line.versions) for line in opened.list()] == [1] * len(list(opened.list()))
        assert opened.verify().findings == ()
        before = list(opened.export())
        opened.rebuild()
        assert list(opened.export()) == before
        assert opened.verify().findings == ()
    assert not holds(archive, "Moorhen", "Ilka", "Eel Lane")
    assert holds(archive, "who complained")


def test_what_was_removed_is_not_taken_in_again(archive: Path) -> None:
    """Neither whole nor with the passage: adding the same page says so, and the words stay away."""
    with Archive.open(archive) as opened:
        opened.redact(passage=SECRET, now=NOW, **WHO)
    with Record.open(archive) as record:
        added = record.add(CAPTURES, now=NOW)
        assert (added.new, added.seen_before, added.not_taken) == (0, 2, 2)
        assert {issue.code for issue in added.issues} == {"redacted"}
    assert not holds(archive, "Moorhen")


def test_a_correction_that_quotes_the_words_goes_with_them(archive: Path) -> None:
    """And one that does not stays; the ledger tells that it ended, and `verify` misses nothing."""
    id_, other = id_of(archive, 6), id_of(archive, 7)
    with Archive.open(archive) as opened:
        gone = opened.correct(id_, quote="It was Ilka Moorhen", sets={"speaker": "Odo Prell"}, now=NOW, **WHO)
        stays = opened.correct(other, turn=1, sets={"speaker": "Bel Olm"}, now=NOW, **WHO)
        assert "Moorhen" in (archive / gone.file).read_text()
        tombstone = opened.redact(id_, passage=SECRET, now=NOW, **WHO)
        assert tombstone.corrections == (gone.id,)
        assert [each.id for each in opened.corrections()] == [stays.id]
        assert opened.verify().findings == ()
    assert not holds(archive, "Moorhen")


def test_a_file_with_several_corrections_keeps_the_others(archive: Path) -> None:
    """Only those are taken out that quote the words."""
    id_ = id_of(archive, 6)
    table = '[[corrections]]\nid = "{}"\nstatement = "{}"\nby = "I"\non = "{}"\nwhy = "w"\nexact = "{}"\nspeaker = "X"\n'
    text = table.format("one", id_, NOW, "who complained") + "\n" + table.format("two", id_, NOW, "Moorhen")
    (archive / "corrections" / "both.toml").write_text(text)
    with Archive.open(archive) as opened:
        assert opened.redact(passage=SECRET, now=NOW, **WHO).corrections == ("two",)
        assert [each.id for each in opened.corrections()] == ["one"]
    assert not holds(archive, "Moorhen")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({}, "Name what is to be removed"),
        ({"passage": "Nobody of this name"}, "The passage does not stand in a capture of this archive"),
        ({"passage": "—"}, "has too few letters to be found"),
        (
            {"passage": SECRET, "why": "Because of ilka moorhen of eel lane 7."},
            "The reason repeats the words",
        ),
        ({"id": "sha256:0"}, "No capture of this archive is sha256:0"),
    ],
)
def test_a_wrong_call_removes_nothing(archive: Path, asked: dict[str, Any], sentence: str) -> None:
    """One sentence; the reason that is kept must not repeat the words."""
    ledger = (archive / "ledger.jsonl").read_bytes()
    with Archive.open(archive) as opened, pytest.raises(WrongCall, match=sentence):
        opened.redact(asked.pop("id", None), now=NOW, **{**WHO, **asked})
    assert (archive / "ledger.jsonl").read_bytes() == ledger


def test_a_capture_by_its_digest(archive: Path) -> None:
    """Also of a page that shows no statement."""
    digest = CAPTURES[3].capture.digest
    with Archive.open(archive) as opened:
        tombstone = opened.redact(digest, now=NOW, **WHO)
        assert [each.digest for each in tombstone.captures] == [digest]
        assert opened.verify().findings == ()
    assert not holds(archive, "7 nights from today")


def test_one_version_alone(tmp_path: Path) -> None:
    """The other versions stay, with their numbers from one on."""
    folder = tmp_path / "archive"
    two = [
        captured(page(6, *SPOKEN), f"{URL}6", "2020-06-07T08:00:00Z"),
        captured(page(6), f"{URL}6", "2020-06-09T08:00:00Z"),
    ]
    kept(folder, two).close()
    id_ = id_of(folder, 6)
    with Archive.open(folder) as opened:
        tombstone = opened.redact(id_, version=1, now=NOW, **WHO)
        assert tombstone.statements == ()
        assert [version.n for version in opened.show(id_).listed.versions] == [1]
        assert opened.verify().findings == ()
    assert not holds(folder, "Moorhen")


STEPS = ("rewrite_without", "erase_records", "erase_index", "purge", "write_step")


@pytest.mark.parametrize("passage", [None, SECRET])
@pytest.mark.parametrize("step", STEPS)
def test_an_interrupted_removal_is_finished_at_the_next_opening(
    archive: Path, step: str, passage: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed before any of its steps: whoever opens the archive next makes an end of it, and nothing of the words is left."""
    id_ = id_of(archive, 6)

    def killed(*args: Any) -> Any:
        raise KeyboardInterrupt

    with Record.open(archive) as record, monkeypatch.context() as patch:
        patch.setattr(level, step, killed)
        from onrecord.record import Asked

        with pytest.raises(KeyboardInterrupt):
            record.redact(Asked(WHO["by"], NOW, WHO["why"], statement=id_, passage=passage))
    with Archive.open(archive) as opened:
        (tombstone,) = opened.tombstones()
        assert opened.verify().findings == ()
        assert opened.search("Moorhen") == []
    assert not holds(archive, "Moorhen")
    ledger = (archive / "ledger.jsonl").read_text()
    assert (ledger.count('"event":"redaction"'), ledger.count('"event":"redacted"')) == (1, 1)
    assert tombstone.id in ledger


def test_bytes_that_come_back_are_named(archive: Path) -> None:
    """Somebody copies the old file into its place: `verify` says that what was redacted stands there again."""
    path = archive / "captures" / "000001.warc.gz"
    whole = path.read_bytes()
    with Archive.open(archive) as opened:
        opened.redact(id_of(archive, 6), now=NOW, **WHO)
    path.write_bytes(whole)
    with Archive.open(archive) as opened:
        assert {finding.code for finding in opened.verify().findings} == {"not_erased"}
    path.write_bytes(whole[:600])
    with Archive.open(archive) as opened:
        assert "cut_file" in {finding.code for finding in opened.verify().findings}


def test_what_a_killed_add_left_behind_goes_as_well(archive: Path) -> None:
    """Bytes beyond the last line, and files that no line names: nobody was told of them, and the words may be in them."""
    path = archive / "captures" / "000001.warc.gz"
    path.write_bytes(path.read_bytes() + b"tail: Moorhen")
    (archive / "captures" / "000009.warc.gz").write_bytes(b"left: Moorhen")
    (archive / "captures" / "foreign.txt").write_bytes(b"not ours")
    with Archive.open(archive) as opened:
        tombstone = opened.redact(passage=SECRET, now=NOW, **WHO)
    assert tombstone.still == ("captures/foreign.txt",)
    assert not holds(archive, "Moorhen")


def test_files_that_are_not_ours_to_change_are_named(archive: Path) -> None:
    """A note of the keeper's, a site that was published into the archive: the tombstone says where to look."""
    (archive / "notes.md").write_text("She is Ilka  Moorhen, of Eel Lane 7!")
    (archive / "other.md").write_text("Nothing of that.")
    with Archive.open(archive) as opened:
        assert opened.redact(passage=SECRET, now=NOW, **WHO).still == ("notes.md",)


def test_what_was_lost_and_kept_again_is_removed_at_both_places(archive: Path) -> None:
    """The lost file may come back: its place is redacted as well."""
    path = archive / "captures" / "000001.warc.gz"
    whole = path.read_bytes()
    path.unlink()
    with Record.open(archive) as record:
        record.add(CAPTURES, now=NOW)
    path.write_bytes(whole)
    with Archive.open(archive) as opened:
        opened.redact(id_of(archive, 6), now=NOW, **WHO)
        assert opened.verify().findings == ()
    assert not holds(archive, "Moorhen")


def test_a_removal_of_a_removal(archive: Path) -> None:
    """Two passages one after the other, then the rest: each has its tombstone, and all hold together."""
    id_ = id_of(archive, 6)
    with Archive.open(archive) as opened:
        opened.redact(passage=SECRET, now=NOW, **WHO)
        opened.redact(id_, passage="who complained", now="2031-06-02T12:00:00Z", **WHO)
        assert len(opened.show(id_).statement.removals) == 2
        opened.redact(id_, now="2031-06-03T12:00:00Z", **WHO)
        assert len(list(opened.tombstones())) == 3
        assert opened.verify().findings == ()
        before = list(opened.export())
        opened.rebuild()
        assert list(opened.export()) == before
    assert not holds(archive, "Moorhen", "who complained", "as you know")


SOURCES = {
    "<p>It was Ilka Moorhen, of Eel Lane 7.</p>": f"<p>It was {MARK}.</p>",
    "It was <b>Ilka</b> Moorhen of <a href='#'>Eel Lane 7</a>!": None,
    '<meta content="By Ilka&nbsp;Moorhen of Eel Lane 7 today">': f'<meta content="By {MARK} today">',
    '<script>{"a": "Ilka\\u0020Moorhen of\\nEel Lane 7"}</script>': f'<script>{{"a": "{MARK}"}}</script>',
    "<a href='?t=Ilka%20Moorhen%20of%20Eel%20Lane%207'>": f"<a href='?t={MARK}'>",
    '{"html": "&lt;b&gt;Ilka&lt;/b&gt; Moorhen of Eel Lane 7"}': None,
    "ILKA MOORHEN OF EEL LANE 7": MARK,
    "Ilka Moorhen of Eel Lane 77": "Ilka Moorhen of Eel Lane 77",
    "Silka Moorhen of Eel Lane 7": "Silka Moorhen of Eel Lane 7",
    "Il=\nka Moorhen of Eel Lane 7": MARK,
}


@pytest.mark.parametrize("source", SOURCES)
def test_a_passage_is_cut_however_it_is_written(source: str) -> None:
    """In text, through tags, in attributes, scripts, addresses and mail; a longer word is another word."""
    cut = cut_passage(source, SECRET)
    assert cut is not None
    assert not holds_passage(cut, SECRET)
    assert SOURCES[source] is None or cut == SOURCES[source]
    assert "Moorhen" not in cut or cut == source


def test_a_passage_in_a_script_without_spaces() -> None:
    """Any character may end it."""
    assert cut_passage("<p>他叫王小明，住在鳗鱼巷。</p>", "王小明") == f"<p>他叫{MARK}，住在鳗鱼巷。</p>"


def test_a_filling_is_as_long_as_what_it_stands_for() -> None:
    """Whatever the length; too short for any record is a damaged ledger."""
    for length in (300, 301, 4_000, 1_000_000):
        assert len(filling("rabc", NOW, Locator("captures/000001.warc.gz", 7, length))) == length


def test_the_tables_have_no_free_page_with_the_words(archive: Path) -> None:
    """The file is written anew, and its log is empty."""
    with Archive.open(archive) as opened:
        opened.redact(id_of(archive, 6), now=NOW, **WHO)
    with sqlite3.connect(archive / "record.sqlite") as db:
        assert db.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_the_record_is_what_it_would_be_without(archive: Path, tmp_path: Path) -> None:
    """Whole captures removed leave the record that the others give alone."""
    with Archive.open(archive) as opened:
        opened.redact(id_of(archive, 6), now=NOW, **WHO)
    with kept(tmp_path / "other", [CAPTURES[0], CAPTURES[3]]) as other, Record.open(archive) as record:
        assert exported(record) == exported(other)
