"""The index of quotations: what it finds, how it follows its record, and what becomes of it when its files are harmed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.errors import ArchiveBusy
from onrecord.model import Aside, Statement, Turn
from onrecord.quoting import parse_quotation
from onrecord.quoting.stream import build_stream
from onrecord.record.truth.lock import locked
from onrecord.search import QuotationIndex, Stretch, seeking
from onrecord.search import quotations as quotations_module
from onrecord.search.codes import Coder, code_of, codes_of
from onrecord.search.ground import Ground
from onrecord.search.neighbours import near_words
from onrecord.search.seeking import stretch_of
from onrecord.search.segment import Builder, Segment, read_arrays, write_segment
from onrecord.search.votes import keys_of
from quoting_statements import Said, statement_of
from search_record import InventedRecord, invented_record

HERE = Path(__file__).parent


@pytest.fixture
def record(tmp_path: Path) -> InventedRecord:
    """Return the invented record."""
    return invented_record(tmp_path)


@pytest.fixture
def index(record: InventedRecord) -> QuotationIndex:
    """Return an index level with it."""
    made = QuotationIndex(record.folder / "quotes")
    made.catch_up(record)
    return made


def seek(index: QuotationIndex, quotation: str, preferred: Iterable[str] = ()) -> list[Stretch]:
    """Return the stretches in which a quotation may stand."""
    sought = index.seeker.seek([parse_quotation(quotation)], lambda words: frozenset(preferred))
    return list(sought.stretches)


def places(index: QuotationIndex, quotation: str) -> list[str]:
    """Return statement and version of each stretch."""
    return [f"{each.statement}.{each.version}" for each in seek(index, quotation)]


def many(folder: Path, count: int, seed: int = 5) -> InventedRecord:
    """Return a record of so many statements of random words, ten in a sentence that only one has."""
    chance = random.Random(seed)
    record = InventedRecord(folder)
    words = [
        f"{a}{b}{c}"
        for a in ("bar", "tel", "mon", "sil")
        for b in ("a", "e", "o")
        for c in ("ran", "dis", "vel")
    ]
    for n in range(count):
        said = [
            Said(" ".join(chance.choices(words, k=60)) + f" and quay {n} of the harbour.") for _ in range(3)
        ]
        record.put(statement_of(*said, id=f"m{n:04}"))
    return record


def test_all_versions_are_found_and_altered_words_too(index: QuotationIndex) -> None:
    """An earlier version is found, and a quotation with a word put in."""
    assert places(index, "ready before winter") == ["s2.1"]
    assert places(index, "The bridge will never be ready before winter")[0] == "s2.1"
    assert places(index, "zzz") == []


def test_both_parts_of_a_joined_quotation_are_found(index: QuotationIndex) -> None:
    """Words of two statements lead to both, with and without a mark between them."""
    for mark in (" ", " … "):
        found = places(index, f"the ferry does not stop{mark}when the money comes")
        assert {"s1.1", "s2.2"} <= set(found)


@pytest.mark.parametrize("words", ["Мы не закроем паром", "我们下周不会关闭渡轮", "关闭渡轮"])
def test_any_script_is_found(index: QuotationIndex, words: str) -> None:
    """The index is made of the words of the match form, which in Chinese are characters."""
    assert places(index, words) in (["s3.1"], ["s4.1"])


def test_borders_of_turns_do_not_matter(record: InventedRecord, index: QuotationIndex) -> None:
    """Words from the end of one turn and the beginning of the next stand in one stretch over both."""
    record.put(statement_of(Said("We met at the old quay."), Said("Then the harbour closed early."), id="s7"))
    index.catch_up(record)
    (found,) = seek(index, "at the old quay. Then the harbour closed")
    assert (found.statement, found.excerpt.first_turn, found.excerpt.last_turn) == ("s7", 0, 1)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("govemment", "government"), ("0ld", "old"), ("harbuor", "harbour"), ("bridqe", "bridge")],
)
def test_words_one_slip_away(printed: str, meant: str) -> None:
    """A misread or mistyped word leads to the one that was meant; words of three letters are like too many."""
    assert (meant in near_words(printed)) == (len(printed) > 3)


@pytest.mark.parametrize(
    "word", ["colour", "travelling", "manoeuvre", "analysis", "theatre", "harbuor", "défense", "мостик"]
)
def test_codes_of_many_words_are_those_of_each(word: str) -> None:
    """What makes them quicker changes none, whatever spellings the words one slip away have."""
    near = near_words(word)
    assert codes_of(near).tolist() == [code_of(each) for each in near]


def test_a_misread_quotation_is_found(tmp_path: Path) -> None:
    """Where every telling word is misread the place is found by the words that they are one slip from."""
    record = many(tmp_path, 40)
    record.put(statement_of(Said("Parliament approved the extraordinary budget yesterday."), id="s8"))
    index = QuotationIndex(tmp_path / "quotes")
    index.catch_up(record)
    assert places(index, "Parliarnent approwed the extraordlnary budqet yesterdav")[0] == "s8.1"


def test_spellings_and_accents_share_a_code() -> None:
    """British and American spellings of a word, and a word with and without accents, are sought alike."""
    assert code_of("organisation") == code_of("organization")
    assert code_of("labour") == code_of("labor")
    assert code_of("président") == code_of("president")
    assert code_of("паром") != code_of("парад")


def test_more_places_than_are_looked_at(tmp_path: Path) -> None:
    """Of a formula some places are given, and those that are preferred first."""
    record = InventedRecord(tmp_path)
    for n in range(70):
        record.put(statement_of(Said("We thank the good people of Norhaven."), id=f"s{n:03}"))
    index = QuotationIndex(tmp_path / "quotes")
    index.catch_up(record)
    found = seek(index, "we thank the good people of Norhaven", preferred=["s066"])
    assert len(found) == 30
    assert found[0].statement == "s066"


@pytest.mark.parametrize("words", ["the good people of Norhaven", "of Norhaven"])
def test_words_said_again_and_again_in_one_text_stand_in_others_too(tmp_path: Path, words: str) -> None:
    """Where there are more places than are looked at, one of each text comes first, and it is told that there are more."""
    record = InventedRecord(tmp_path)
    record.put(statement_of(Said("We thank the good people of Norhaven."), id="s1"))
    record.put(statement_of(*[Said("So say the good people of Norhaven.")] * 60, id="s2"))
    index = QuotationIndex(tmp_path / "quotes")
    index.catch_up(record)
    assert {"s1.1", "s2.1"} == set(places(index, words))
    assert index.seeker.seek([parse_quotation(words)], lambda _: frozenset()).more
    assert not index.seeker.seek([parse_quotation("we thank the good")], lambda _: frozenset()).more


def test_a_text_of_words_that_nobody_said_is_not_asked_word_by_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the first few unknown words are like none of the record, the others are another language's: they are not tried."""
    record = many(tmp_path, 3)
    index = QuotationIndex(tmp_path / "quotes")
    index.catch_up(record)
    tried: list[str] = []

    def trying(word: str) -> list[str]:
        tried.append(word)
        return near_words(word)

    monkeypatch.setattr(seeking, "near_words", trying)
    assert not seek(
        index, "gwnaeth llywodraeth cymru ymrwymiadau cyhoeddus newyddion ynghylch porthladd gogleddol"
    )
    assert len(tried) == 3
    tried.clear()
    seek(index, "harbuor llywodraeth cymru ymrwymiadau cyhoeddus newyddion ynghylch porthladd gogleddol")
    assert len(tried) == 9


def test_only_what_was_touched_is_written_again(record: InventedRecord, index: QuotationIndex) -> None:
    """Catching up asks the record for what lies behind the index; what was there before is found no more."""
    record.asked_since.clear()
    index.catch_up(record)
    assert record.asked_since == []
    before = {path.name: path.stat().st_mtime_ns for path in (record.folder / "quotes").glob("*.words")}
    record.put(statement_of(Said("The old ferry is sold to the city."), id="s1"))
    index.catch_up(record)
    assert record.asked_since == [400]
    assert places(index, "the old ferry is one-on-one the best ferry we have")[:1] != ["s1.2"]
    assert places(index, "the old ferry is sold to the city") == ["s1.1"]
    after = {path.name: path.stat().st_mtime_ns for path in (record.folder / "quotes").glob("*.words")}
    assert before.items() < after.items()
    assert places(_reopened(record), "the old ferry is sold to the city") == ["s1.1"]


def test_other_texts_make_another_index(record: InventedRecord, index: QuotationIndex) -> None:
    """When the record's texts were derived by other code, or it was put back from a copy, all is written again."""
    record.derivation = "second"
    record.asked_since.clear()
    index.catch_up(record)
    assert record.asked_since == [-1]
    older = InventedRecord(record.folder)
    older.derivation = "second"
    index.catch_up(older)
    assert places(index, "ready before winter") == []


def test_a_rebuilt_index_holds_no_word_that_was_removed(
    record: InventedRecord, index: QuotationIndex
) -> None:
    """After a redaction the index is built anew: neither text nor number of a word that is gone is left in a file."""
    folder = record.folder / "quotes"
    gone = np.array([code_of("winter")], np.uint32)
    record.put(statement_of(Said("The bridge will be ready.", "Otto Lind"), id="s2"))
    index.catch_up(record)
    assert sum(int(Segment(read_arrays(path)).count(gone)[0]) for path in folder.glob("*.words")) == 1
    index.build(record)
    assert sum(int(Segment(read_arrays(path)).count(gone)[0]) for path in folder.glob("*.words")) == 0
    assert places(index, "the bridge will be ready") == ["s2.1"]


@pytest.mark.parametrize(
    "harm",
    [
        "manifest gone",
        "manifest broken",
        "segment gone",
        "segment cut",
        "segment foreign",
        "folder gone",
        "a file",
    ],
)
def test_a_damaged_index_is_made_anew(record: InventedRecord, index: QuotationIndex, harm: str) -> None:
    """The index is derived: whatever happens to its files, the next question has a whole one."""
    folder = record.folder / "quotes"
    (segment,) = folder.glob("*.words")
    if harm == "manifest gone":
        (folder / "manifest.json").unlink()
    elif harm == "manifest broken":
        (folder / "manifest.json").write_text('{"position": 4')
    elif harm == "segment gone":
        segment.unlink()
    elif harm == "segment cut":
        segment.write_bytes(segment.read_bytes()[:-64])
    elif harm == "segment foreign":
        segment.write_bytes(b"words")
    else:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        if harm == "a file":
            folder.write_text("")
    assert places(_reopened(record), "ready before winter") == ["s2.1"]


def test_many_additions_make_few_segments_that_answer_alike(tmp_path: Path) -> None:
    """Segments are merged as they become many; what is found is what an index made at once finds."""
    whole = many(tmp_path / "one", 60)
    grown = InventedRecord(tmp_path / "two")
    for record in (whole, grown):
        record.folder.mkdir()
    growing = QuotationIndex(grown.folder / "quotes")
    for _, versions in whole.touched_since():
        grown.put(*(held.statement for held in versions))
        growing.catch_up(grown)
    manifest = json.loads((grown.folder / "quotes" / "manifest.json").read_text())
    assert len(manifest["segments"]) < 12
    assert len(list((grown.folder / "quotes").glob("*.words"))) == len(manifest["segments"])
    at_once = QuotationIndex(whole.folder / "quotes")
    at_once.catch_up(whole)
    for n in (0, 31, 59):
        words = f"and quay {n} of the harbour"
        assert set(places(growing, words)) == set(places(at_once, words)) == {f"m{n:04}.1"}


def test_who_has_the_index_open_goes_on_asking_while_it_grows(tmp_path: Path) -> None:
    """A reader keeps what it opened, though its files are merged away, and takes up what is new when it catches up."""
    record = many(tmp_path, 8)
    reader, writer = QuotationIndex(tmp_path / "quotes"), QuotationIndex(tmp_path / "quotes")
    writer.catch_up(record)
    reader.catch_up(record)
    for n in range(20):
        record.put(statement_of(Said(f"The lighthouse number {n} is lit."), id=f"l{n:02}"))
        writer.catch_up(record)
        assert places(reader, "and quay 3 of the harbour") == ["m0003.1"]
    reader.catch_up(record)
    assert places(reader, "the lighthouse number 17 is lit")[0] == "l17.1"


def test_while_another_writes_what_is_there_is_asked(
    record: InventedRecord, index: QuotationIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stale index still answers; without any the archive is busy."""
    monkeypatch.setattr(quotations_module, "_WAIT_S", 0.0)
    record.put(statement_of(Said("The harbour is closed for the night."), id="s9"))
    with locked(record.folder / "lock", 0.0):
        index.catch_up(record)
        assert places(index, "ready before winter") == ["s2.1"]
        with pytest.raises(ArchiveBusy):
            QuotationIndex(record.folder / "elsewhere").catch_up(record)
    index.catch_up(record)
    assert places(index, "the harbour is closed") == ["s9.1"]


def test_a_folder_that_may_not_be_written(record: InventedRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index is then made in memory, and nothing is left behind."""
    monkeypatch.setattr("os.access", lambda path, mode: False)
    index = QuotationIndex(record.folder / "quotes")
    index.catch_up(record)
    assert places(index, "ready before winter") == ["s2.1"]
    assert not (record.folder / "quotes").exists()


def test_kill_9_at_random_moments(tmp_path: Path) -> None:
    """Whenever a writer is killed, the next one has a whole index of all that the record holds."""
    paths = [str(HERE.parent / "src"), str(HERE), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    chance = random.Random(11)
    record = many(tmp_path, 30)
    for _ in range(6):
        child = subprocess.Popen(
            [sys.executable, "-c", _WRITING, str(tmp_path)], env=environment, stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        assert child.stdout.readline()
        time.sleep(chance.uniform(0, 0.3))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert places(_reopened(record), "and quay 23 of the harbour") == ["m0023.1"]


_WRITING = """
import sys
from pathlib import Path
from onrecord.search import QuotationIndex
from test_search_quotations import many

folder = Path(sys.argv[1])
whole = many(folder, 30)
print("begun", flush=True)
while True:
    growing = many(folder, 0)
    growing.derivation = str(growing)
    for _, versions in whole.touched_since():
        growing.put(*(held.statement for held in versions))
        QuotationIndex(folder / "quotes").catch_up(growing)
"""

_PIECES = st.lists(
    st.sampled_from(
        [
            "the ferry",
            "310 000 euros",
            "[sic]",
            "1,500.",
            "(Laughter.)",
            "don’t",
            "渡轮停",
            "\n\n",
            "— and",
            "Ünal’s",
            "x" * 900,
        ]
    ),
    max_size=60,
)


@settings(deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=4), st.data())
def test_an_excerpt_has_the_words_of_the_whole(turns: list[list[str]], drawn: st.DataObject) -> None:
    """Whatever stretch is asked for, the words of its excerpt are those that stand there in the whole, at their own places."""
    statement = _statement_of([" ".join(pieces) for pieces in turns])
    coder, builder = Coder(), Builder()
    builder.begin_version(statement.id, 1)
    for turn in statement.turns:
        builder.add_turn(*coder.code_turn(turn))
    segment, whole = Segment(builder.finish()), build_stream(statement)
    assert segment.stream.tolist() == [code_of(word) & 0xFFFF for word in whole.words]
    if not whole.words:
        return
    start = drawn.draw(st.integers(0, len(whole.words) - 1))
    end = drawn.draw(st.integers(start + 1, len(whole.words)))
    first, behind = segment.spots(0, start, end)
    part = build_stream(statement, stretch_of(segment, 0, start, end, 0, ()).excerpt)
    assert first.words <= start
    held = list(zip(part.words, part.spans, strict=True))
    wanted = list(zip(whole.words, whole.spans, strict=True))
    assert held == wanted[first.words : first.words + len(held)]
    assert first.words + len(held) >= end
    assert behind is None or first.words + len(held) == behind.words


@given(st.lists(st.sampled_from("abcdefgh"), max_size=300), st.integers(1, 12), st.data())
def test_words_in_a_row_are_found_wherever_they_stand(
    letters: list[str], length: int, drawn: st.DataObject
) -> None:
    """No place is missed, however common the words are."""
    text = " ".join(f"{letter}{letter}" for letter in letters)
    builder = Builder()
    builder.begin_version("s1", 1)
    builder.add_turn(*Coder().code_turn(_statement_of([text]).turns[0]))
    segment = Segment(builder.finish())
    if len(letters) < length:
        return
    at = drawn.draw(st.integers(0, len(letters) - length))
    wanted = letters[at : at + length]
    codes = np.array([code_of(f"{letter}{letter}") for letter in wanted], np.uint32)
    expected = [n for n in range(len(letters) - length + 1) if letters[n : n + length] == wanted]
    assert [each.position for each in Ground([segment]).in_a_row(keys_of(codes), 10_000)] == expected


def test_a_segment_reads_back_as_written(tmp_path: Path) -> None:
    """Empty arrays, too."""
    arrays: dict[str, NDArray[Any]] = {
        "some": np.arange(5, dtype=np.uint32),
        "none": np.zeros(0, np.uint16),
        "names": np.array([b"a", b"bc"]),
    }
    write_segment(tmp_path / "a", arrays)
    read = read_arrays(tmp_path / "a")
    assert {name: array.tolist() for name, array in read.items()} == {
        n: a.tolist() for n, a in arrays.items()
    }


def _statement_of(texts: list[str]) -> Statement:
    turns = []
    for n, text in enumerate(texts, 1):
        found = [(at, at + len(mark)) for mark in ("[sic]", "(Laughter.)") for at in _places_of(mark, text)]
        asides = tuple(Aside(span, text[slice(*span)]) for span in sorted(found))
        turns.append(Turn(n, None, None, None, None, text, (0, len(text)), asides))
    plain = statement_of(Said("x"))
    return Statement(
        **{**{name: getattr(plain, name) for name in plain.__struct_fields__}, "turns": tuple(turns)}
    )


def _places_of(mark: str, text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(mark, at)]


def _reopened(record: InventedRecord) -> QuotationIndex:
    index = QuotationIndex(record.folder / "quotes")
    index.catch_up(record)
    return index
