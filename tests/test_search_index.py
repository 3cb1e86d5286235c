"""Searching turns: words, phrases and operators in any script, filters, order, and an index that repairs itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from onrecord.errors import ArchiveBusy, WrongCall
from onrecord.model import Hit
from onrecord.record import Filters
from onrecord.record.truth.lock import locked
from onrecord.search import Index, claim_filters
from onrecord.search import index as index_module
from quoting_statements import Said, asked, statement_of
from search_record import FERRY, InventedRecord, invented_record


@pytest.fixture
def record(tmp_path: Path) -> InventedRecord:
    """Return a record of four statements in a folder of its own."""
    return invented_record(tmp_path)


@pytest.fixture
def index(record: InventedRecord) -> Index:
    """Return the index of that record, level with it."""
    made = Index(record.folder / "search")
    made.catch_up(record)
    return made


def places(hits: list[Hit]) -> list[str]:
    """Return statement and turn of each hit."""
    return [f"{hit.statement}.{hit.turn}" for hit in hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ferry", ["s1.1", "s1.2"]),
        ("FERRY bridge", ["s1.1"]),
        ("ferry AND bridge", ["s1.1"]),
        ("ferry OR money", ["s1.1", "s1.2", "s2.1"]),
        ("ferry NOT bridge", ["s1.2"]),
        ("ferry -bridge", ["s1.2"]),
        ("(ferry OR money) AND -(old OR true)", ["s2.1"]),
        ("-ferry -паром -渡", ["s2.1"]),
        ('"the old ferry"', ["s1.2"]),
        ('"old the ferry"', []),
        ("“ready when”", ["s2.1"]),
        ("one-on-one", ["s1.2"]),
        ("not or and", []),
        ("паром", ["s3.1"]),
        ("ПАРОМ НЕ", ["s3.1"]),
        ("渡轮", ["s4.1"]),
        ("关闭渡轮", ["s4.1"]),
        ("laughter", []),
        ("winter", []),
    ],
)
def test_words_find_turns(index: Index, words: str, found: list[str]) -> None:
    """Words are joined by AND; operators count in capitals; directions and earlier versions are not searched."""
    assert sorted(places(index.search(words))) == found


def test_the_turn_that_says_it_more_comes_first(index: Index) -> None:
    """Hits are ranked, and the same search gives the same order."""
    hits = index.search("ferry")
    assert places(hits) == ["s1.2", "s1.1"]
    assert hits == index.search("ferry")
    assert places(index.search("ferry", limit=1)) == ["s1.2"]


def test_what_officials_said_comes_before_short_questions(tmp_path: Path) -> None:
    """A question of three words is no better hit than the long answer; it is found, and counted, all the same."""
    record = InventedRecord(tmp_path)
    record.put(
        statement_of(
            asked("And the pilots?"),
            Said(
                "The harbour will train twelve new people before the winter, and until then the pilots of the"
                " northern coast come in on every second night of the week."
            ),
            asked("On the pilots, again?"),
            Said("I have told you."),
        )
    )
    index = Index(tmp_path / "search")
    index.catch_up(record)
    assert [hit.role for hit in index.search("pilots")] == ["official", "questioner", "questioner"]
    assert [hit.turn for hit in index.search('"the pilots" -northern')] == [1, 3]
    assert [hit.turn for hit in index.search("-pilots")] == [4]
    assert index.find("pilots").turns == 3
    assert index.months(["pilots"], Filters())[0] == 3
    assert index.months(None, Filters())[0] == 4


def test_hits_come_in_the_order_of_their_days(tmp_path: Path) -> None:
    """Newest or oldest first, without a day last; one day's by statement and turn, however many there are and whichever piece is asked."""
    record = InventedRecord(tmp_path)
    days = {"s1": "2031-05-02", "s2": "2031-05-02", "s3": "2030", "s4": None, "s5": "2031-05-03"}
    for id_, day in days.items():
        turns = (
            Said(f"Boat {n} of {id_} comes to the quay, " + "and another boat " * (n % 3), "Otto Lind")
            for n in range(30)
        )
        record.put(statement_of(*turns, id=id_, given_on=day, posted_on=None))
    index = Index(tmp_path / "search")
    index.catch_up(record)
    for order, statements in (("newest", "s5 s1 s2 s3 s4"), ("oldest", "s3 s1 s2 s5 s4")):
        hits = index.search("boat", limit=1_000, order=order)
        assert [(hit.statement, hit.turn) for hit in hits] == [
            (id_, n) for id_ in statements.split() for n in range(1, 31)
        ]
        pieces = [index.find("boat", limit=7, skip=skip, order=order) for skip in range(0, 150, 7)]
        assert [hit for piece in pieces for hit in piece.hits] == hits
        assert {(piece.turns, piece.more) for piece in pieces[:-1]} == {(150, True)}
    with pytest.raises(WrongCall, match="There is no order 'day': give best, newest or oldest"):
        index.search("boat", order="day")


def test_a_hit_shows_where_it_comes_from(index: Index) -> None:
    """The hit has all that a list of hits shows, and the words found are marked in the snippet."""
    (hit,) = index.search('"old ferry"')
    assert (hit.speaker, hit.role, hit.source, hit.given_on) == (
        "Anna Berg",
        "official",
        "norhaven.example",
        "2019-10-14",
    )
    assert hit.url == "https://norhaven.example/s1"
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["old ferry"]


def test_a_word_of_an_unspaced_script_is_marked_whole(index: Index) -> None:
    """The characters of a Chinese word are one mark."""
    (hit,) = index.search("渡轮")
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["渡轮"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ["s1.1", "s1.2", "s2.1"]),
        (Filters(speaker="lind"), ["s2.1"]),
        (Filters(speaker="Anna Be"), ["s1.2"]),
        (Filters(speaker="question"), ["s1.1"]),
        (Filters(speaker="(.*)"), []),
        (Filters(kind="speech"), ["s2.1"]),
        (Filters(language="EN"), ["s1.1", "s1.2", "s2.1"]),
        (Filters(language="ru"), []),
        (Filters(source="WWW.norhaven.example"), ["s1.1", "s1.2", "s2.1"]),
        (Filters(source="other.example"), []),
        (Filters(since="2020"), ["s2.1"]),
        (Filters(until="2019-10-14"), ["s1.1", "s1.2"]),
        (Filters(since="2019-10", until="2019-10"), ["s1.1", "s1.2"]),
        (Filters(until="2018"), []),
        (Filters(revised=True), ["s2.1"]),
    ],
)
def test_filters_narrow_a_search(index: Index, filters: Filters, found: list[str]) -> None:
    """The filters are those of `list`; the speaker is asked of the turn itself."""
    if filters.speaker == "(.*)":
        with pytest.raises(WrongCall, match="no word"):
            index.search("the", filters)
        return
    assert sorted(places(index.search("ferry OR bridge", filters))) == found


def test_filters_in_other_scripts_and_of_partial_dates(index: Index) -> None:
    """A year alone is within that year; an undated statement is in no range."""
    assert places(index.search("паром", Filters(speaker="берг", since="2020", until="2020"))) == ["s3.1"]
    assert places(index.search("паром", Filters(since="2020-01"))) == []
    assert places(index.search("渡", Filters(until="2099"))) == []


def test_filters_do_not_change_the_score(index: Index) -> None:
    """A filter only takes hits away."""
    scores = {hit.turn: hit.score for hit in index.search("ferry")}
    assert {hit.turn: hit.score for hit in index.search("ferry", Filters(kind="interview"))} == scores


def test_earlier_versions_are_searched_when_asked(index: Index) -> None:
    """A check looks through all versions, a search through the current ones."""
    (hit,) = index.search("winter", all_versions=True)
    assert (hit.statement, hit.version) == ("s2", 1)


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_limit_that_makes_no_sense_is_a_wrong_call(index: Index, limit: int) -> None:
    """The error says what to give."""
    with pytest.raises(WrongCall, match="give a number"):
        index.search("ferry", limit=limit)


def test_only_what_was_touched_is_written_again(record: InventedRecord, index: Index) -> None:
    """Catching up asks the record for what lies behind the index; a level index asks nothing."""
    record.asked_since.clear()
    index.catch_up(record)
    assert record.asked_since == []
    record.put(statement_of(Said("The ferry is sold."), id="s1"))
    index.catch_up(record)
    assert record.asked_since == [400]
    assert places(index.search("sold OR old")) == ["s1.1"]
    other = Index(record.folder / "search")
    other.catch_up(record)
    assert record.asked_since == [400]
    assert places(other.search("sold")) == ["s1.1"]


def test_other_texts_make_another_index(record: InventedRecord, index: Index) -> None:
    """When the record's texts were derived by other code, all of them are written again."""
    record.derivation = "second"
    record.asked_since.clear()
    index.catch_up(record)
    assert record.asked_since == [-1]
    assert places(index.search("paid OR old")) == ["s1.2"]


@pytest.mark.parametrize(
    "harm",
    ["level gone", "level broken", "meta gone", "meta broken", "segment gone", "folder gone", "a file"],
)
def test_a_damaged_index_is_made_anew(record: InventedRecord, index: Index, harm: str) -> None:
    """The index is derived: whatever happens to its files, the next search has a whole one."""
    folder = record.folder / "search"
    if harm == "level gone":
        (folder / "level.json").unlink()
    elif harm == "level broken":
        (folder / "level.json").write_text('{"position": "x"')
    elif harm == "meta gone":
        (folder / "meta.json").unlink()
    elif harm == "meta broken":
        (folder / "meta.json").write_text("{}")
    else:
        for path in folder.iterdir():
            if harm != "segment gone" or path.suffix not in (".json", ".lock"):
                path.unlink()
        if harm != "segment gone":
            folder.rmdir()
        if harm == "a file":
            folder.write_text("")
    again = Index(folder)
    again.catch_up(record)
    assert places(again.search("old")) == ["s1.2"]


def test_a_disk_without_space_is_one_sentence(
    record: InventedRecord, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that cannot be begun is told as one that cannot be written; once there is space it is made."""
    shutil.rmtree(record.folder / "search")

    def full(*_: object, **__: object) -> None:
        raise ValueError("An IO error occurred: 'No space left on device (os error 28)'")

    with monkeypatch.context() as patch:
        patch.setattr(index_module, "ready", full)
        with pytest.raises(OSError, match=r"The search index in .* could not be written: .*No space left"):
            Index(record.folder / "search").catch_up(record)
    again = Index(record.folder / "search")
    again.catch_up(record)
    assert places(again.search("old")) == ["s1.2"]


def test_what_an_ended_writer_left_stands_in_no_ones_way(
    record: InventedRecord, index: Index, tmp_path: Path
) -> None:
    """A file that was written and never committed has the name that the next commit wants for its own."""
    folder = record.folder / "search"
    before = tmp_path / "before"
    shutil.copytree(folder, before)
    record.put(statement_of(Said("The ferry is sold."), id="s1"))
    index.catch_up(record)
    (left,) = {path.name for path in folder.glob("*.del")} - {path.name for path in before.iterdir()}
    shutil.rmtree(folder)
    before.rename(folder)
    (folder / left).write_bytes(b"half of what was to be wri")
    managed = json.loads((folder / ".managed.json").read_text())
    (folder / ".managed.json").write_text(json.dumps([*managed, left]))
    again = Index(folder)
    again.catch_up(record)
    assert places(again.search("sold OR old")) == ["s1.1"]


def test_an_index_ahead_of_its_record_is_made_anew(record: InventedRecord, index: Index) -> None:
    """An archive put back from an older copy does not keep statements it never had."""
    older = InventedRecord(record.folder)
    older.put(FERRY)
    index.catch_up(older)
    assert places(index.search("ready")) == []
    assert places(index.search("old")) == ["s1.2"]


def test_a_second_writer_is_waited_for_then_what_is_there_is_searched(
    record: InventedRecord, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another writes, a stale index still answers; without any index the archive is busy."""
    monkeypatch.setattr(index_module, "_WAIT_S", 0.0)
    record.put(statement_of(Said("The harbour is closed."), id="s9"))
    with locked(record.folder / "lock", 0.0):
        index.catch_up(record)
        assert places(index.search("old")) == ["s1.2"]
        with pytest.raises(ArchiveBusy):
            Index(record.folder / "elsewhere").catch_up(record)
    index.catch_up(record)
    assert places(index.search("harbour")) == ["s9.1"]


def test_a_folder_that_may_not_be_written_is_searched_all_the_same(
    record: InventedRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the archive is read-only the index is made in memory, and nothing is left behind."""
    monkeypatch.setattr("os.access", lambda path, mode: False)
    index = Index(record.folder / "search")
    index.catch_up(record)
    assert places(index.search("old")) == ["s1.2"]
    assert not (record.folder / "search").exists()


def test_an_index_that_may_only_be_read_is_searched_as_it_stands(
    record: InventedRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine opens none whose lock it cannot make, as on a read-only disk: that is no reason to build it anew."""
    folder = record.folder / "search"
    Index(folder).catch_up(record)
    lock = folder / ".tantivy-meta.lock"
    lock.unlink()
    lock.mkdir()
    before = sorted(path.name for path in folder.iterdir())
    monkeypatch.setattr("os.access", lambda path, mode: False)
    index = Index(folder)
    assert index.is_made(record)
    index.catch_up(record)
    assert places(index.search("old")) == ["s1.2"]
    assert sorted(path.name for path in folder.iterdir()) == before


def test_who_may_read_the_archive_may_read_its_index(record: InventedRecord) -> None:
    """All files of an index have the same rights; those of the engine's own lists were its writer's alone."""
    folder = record.folder / "search"
    Index(folder).catch_up(record)
    assert len({path.stat().st_mode for path in folder.iterdir()}) == 1


def test_the_holders_of_a_formula_are_narrowed_by_claims(tmp_path: Path) -> None:
    """Where more statements hold the same words than are looked at, those that agree with a claim are told."""
    record = InventedRecord(tmp_path)
    for n in range(120):
        speaker = "Otto Lind" if n == 77 else "Anna Berg"
        record.put(
            statement_of(
                Said("We thank the people of Norhaven.", speaker), id=f"s{n:03}", given_on=f"{1900 + n}-05-05"
            )
        )
    index = Index(tmp_path / "search")
    index.catch_up(record)
    words = ("we", "thank", "the", "people", "of", "norhaven")
    assert index.holders(words, claim_filters("Mr Lind", "1999")) == {"s077", "s099"}
    assert index.holders(words, []) == frozenset()
