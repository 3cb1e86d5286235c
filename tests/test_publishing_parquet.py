"""The record as Parquet: typed columns, the exact words, and never more of them at once than a row group."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pyarrow import parquet

from onrecord import Archive, WrongCall
from onrecord.cli import main
from onrecord.model import Aside, Held
from onrecord.publishing import export_parquet
from onrecord.publishing.exporting import parquet as parquet_module
from quoting_statements import Said, asked, statement_of
from search_record import InventedRecord

SAID = Said(
    "=1+1 \x00\x1b[2J\u202e (Laughter.) It [the ferry] sails.",
    directions=("(Laughter.)",),
    editorial=("[the ferry]",),
)


def versions_of(*said: Said, statement: str = "s1") -> tuple[Held, ...]:
    """Return a statement of one version."""
    record = InventedRecord(Path())
    record.put(statement_of(*said, id=statement))
    return (record.held(statement),)


def read(pieces: Iterator[bytes]) -> parquet.ParquetFile:
    """Return the pieces as a file that was opened."""
    return parquet.ParquetFile(io.BytesIO(b"".join(pieces)))


def test_each_turn_is_a_row_with_its_words_as_they_are() -> None:
    """No apostrophe before a formula, every control character, asides with their places, numbers as numbers."""
    rows = read(export_parquet([versions_of(asked("Well?"), SAID)])).read().to_pylist()
    assert [(row["turn"], row["role"], row["speaker"]) for row in rows] == [
        (1, "questioner", None),
        (2, "official", "Anna Berg"),
    ]
    answer = rows[1]
    assert (answer["text"], answer["label"], answer["office"]) == (SAID.text, "Anna Berg", "Foreign Minister")
    assert (answer["kinds"], answer["status"], answer["given_on"]) == (["interview"], [], "2019-10-14")
    for key, words in (("directions", "(Laughter.)"), ("editorial", "[the ferry]")):
        (aside,) = answer[key]
        assert SAID.text[aside["start"] : aside["end"]] == aside["text"] == words
    assert (answer["digest"], answer["captured_at"]) == ("sha256:" + "0" * 64, "2019-10-16T08:00:00Z")


def test_a_row_group_bounds_what_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """By turns and by characters; what was written is given out before the next statements are asked for."""
    monkeypatch.setattr(parquet_module, "MOST_ROWS", 10)
    monkeypatch.setattr(parquet_module, "MOST_CHARACTERS", 5000)
    given = []

    def many() -> Iterator[tuple[Held, ...]]:
        for n in range(30):
            given.append(n)
            words = "long " * 1000 if n == 7 else "It sails."
            yield versions_of(Said(words), Said("Yes."), statement=f"s{n}")

    pieces = export_parquet(many())
    begun = next(pieces)
    while len(begun) < 1000:
        begun += next(pieces)
    assert len(given) == 5
    file = read(iter([begun, *pieces]))
    groups = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
    assert sum(groups) == 60
    assert groups[:3] == [10, 5, 10]


def test_the_same_record_is_the_same_bytes() -> None:
    """No clock, no order of chance; nothing held is a file without rows."""
    once, again = (b"".join(export_parquet([versions_of(SAID)])) for _ in range(2))
    assert once == again
    empty = read(export_parquet([]))
    assert (empty.metadata.num_rows, empty.schema_arrow) == (0, read(iter([once])).schema_arrow)


def test_a_record_through_the_command_line(tmp_path: Path) -> None:
    """A file, of the words that may be published where that is asked."""
    (tmp_path / "page.txt").write_text(
        "Statement of Minister Oda Verrin, Halvane, May 3, 2030\n\n"
        + "The ferry sails at dawn from the bay. " * 30
    )
    with Archive.create(tmp_path / "a") as archive:
        archive.add(tmp_path / "page.txt", url="https://press.verrin.example/1")
        (whole,) = read(archive.export("parquet")).read().to_pylist()
        (cut,) = read(archive.export("parquet", published=True)).read().to_pylist()
        assert len(whole["text"]) > 1000
        assert 0 < len(cut["text"]) <= 300
        assert (whole["shown"], cut["shown"]) == ("full", "excerpt")
        program = [sys.executable, "-c", "from onrecord.cli import main; main()"]
        asked_for = [*program, "export", "--as", "parquet", "--archive", str(tmp_path / "a")]
        written = subprocess.run(asked_for, capture_output=True, check=True).stdout
        assert read(iter([written])).read().to_pylist() == [whole]


def test_without_pyarrow_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is written."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(WrongCall, match=r'pip install "onrecord\[parquet\]"'):
        export_parquet([])


def test_a_terminal_is_given_no_parquet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no text."""
    with Archive.create(tmp_path / "a"):
        pass
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr(
        "sys.argv", ["onrecord", "export", "--as", "parquet", "--archive", str(tmp_path / "a")]
    )
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "send it to a file" in capsys.readouterr().err


def test_a_form_that_there_is_not_is_a_wrong_call(tmp_path: Path) -> None:
    """The forms there are, in the sentence."""
    with (
        Archive.create(tmp_path / "a") as archive,
        pytest.raises(WrongCall, match="jsonl, csv, tei, parquet"),
    ):
        archive.export("xlsx")


def test_asides_and_spans_survive_a_cut() -> None:
    """An aside of no words is one, too."""
    (held,) = versions_of(Said("It sails."))
    turn = replace(held.statement.turns[0], directions=(Aside((0, 0), ""),))
    cut = replace(held, statement=replace(held.statement, turns=(turn,)))
    (row,) = read(export_parquet([[cut]])).read().to_pylist()
    assert row["directions"] == [{"start": 0, "end": 0, "text": ""}]
