"""Each class of accident that befell others has named tests; here are those that stand nowhere else, and the list."""

from __future__ import annotations

import gzip
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from invented_captures import NOW, captured, html_page, kept
from invented_formats import read_file
from invented_warcs import PAGE, read_bytes, response
from onrecord import Archive, OnrecordError, WrongCall
from onrecord.reading.words.dates import find_dates, iso_of, machine_day
from onrecord.record.keeper.sourcefile import EXAMPLES
from onrecord.record.keeper.sources import read_sources

HERE = Path(__file__).parent
LIST = HERE.parent / "docs" / "accidents.md"


def test_every_accident_has_its_tests() -> None:
    """A test that the list names is there."""
    written = {
        name
        for path in HERE.glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(), re.M)
    }
    rows = [line for line in LIST.read_text().splitlines() if line.startswith("| ") and "`test_" in line]
    assert len(rows) >= 18
    for row in rows:
        named = set(re.findall(r"`(test_\w+)`", row))
        assert named
        assert named <= written, named - written


PATHS = ("../../etc/passwd", "/etc/passwd", "..", "a/b", "a\\b", "con", "x\x00y", "%2e%2e%2f", "~root", "")


@pytest.mark.parametrize("given", PATHS)
def test_an_identifier_is_no_path(tmp_path: Path, given: str) -> None:
    """Whatever is given for the id of a statement, version, correction or capture: one sentence, and no file is touched."""
    page = html_page("Speech by Minister Anna Verne, 3 May 2031", "The ferry sails at dawn.")
    folder = tmp_path / "archive"
    kept(folder, [captured(page, "https://ferries.example/1", "2031-05-03T10:00:00Z")]).close()
    before = sorted(path for path in tmp_path.rglob("*"))
    who: dict[str, Any] = {"by": "Ines Marr", "why": "A test.", "now": NOW}
    with Archive.open(folder) as archive:
        for ask in (
            lambda: archive.show(given),
            lambda: archive.correct(given, sets={"given_on": "2031-05-04"}, **who),
            lambda: archive.undo(given, **who),
            lambda: archive.redact(given, **who),
            lambda: archive.source(given),
        ):
            with pytest.raises(OnrecordError) as refused:
                ask()
            assert "\n" not in str(refused.value).strip()
    assert [
        path
        for path in sorted(tmp_path.rglob("*"))
        if "search" not in path.parts and "quotes" not in path.parts
    ] == [path for path in before if "search" not in path.parts and "quotes" not in path.parts]


def test_an_address_with_spaces_is_kept_as_the_record_says(tmp_path: Path) -> None:
    """Spaces inside are the record's own words; those around are not."""
    captures, _ = read_bytes(tmp_path, response(" https://tides.example/a b?q=c d "))
    assert captures[0].capture.url == "https://tides.example/a b?q=c d"
    Archive.add_to(tmp_path / "archive", tmp_path / "a.warc", now=NOW)
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.verify().findings == ()


def test_a_body_of_joined_gzip_members_is_whole(tmp_path: Path) -> None:
    """Servers join them; what follows the last is disregarded, as browsers do."""
    half = len(PAGE) // 2
    body = gzip.compress(PAGE[:half]) + gzip.compress(PAGE[half:]) + b"rest"
    captures, _ = read_bytes(
        tmp_path, response("https://tides.example/1", body, http=("Content-Encoding: gzip",))
    )
    assert captures[0].body == PAGE


@pytest.mark.parametrize(
    "written",
    ["99999-01-01", "0000-00-00", "2031-02-30", "31 February 2031", "2031-13-01", "32/13/2031", "１９９９９年１３月４０日", "-2031-05-03",
     "20311340", "2031-05-03T99:99:99Z", "1 May 99999999999999999999"],
)  # fmt: skip
def test_a_date_out_of_range_is_no_date(tmp_path: Path, written: str) -> None:
    """On its own, in a line, and in a page's head."""
    assert (machine_day(written) or "") in ("", "2031-05-03")
    assert all(found.iso.startswith("2031-05-03") for found in find_dates(f"Velsen, {written}"))
    assert (iso_of(written) or "2031-05-03").startswith("2031-05-03")
    page = (
        f"<title>Speech by Minister Anna Verne</title><meta property='article:published_time' content='{written}'>"
        f"<h1>Speech by Minister Anna Verne</h1><time datetime='{written}'>{written}</time><p>The ferry sails at dawn.</p>"
    )
    (reading,), _ = read_file(tmp_path, "1.html", page.encode())
    (statement,) = reading.statements
    assert {statement.given_on, statement.posted_on} <= {None, "2031-05-03"}


def test_a_source_file_holds_no_pattern(tmp_path: Path) -> None:
    """No key of it is a regular expression: what looks like one is words, or no selector."""
    assert not any("pattern" in key or "regex" in key for key in EXAMPLES)
    pattern = "Verne+$"
    (tmp_path / "a.toml").write_text(
        f"name = 'Ferries'\nhosts = ['ferries.example']\nstatement = '{pattern}'\n"
    )
    with pytest.raises(WrongCall, match="is no CSS selector"):
        read_sources(tmp_path)
    (tmp_path / "a.toml").write_text(
        f"name = 'Ferries'\nhosts = ['ferries.example']\n[aliases]\n'{pattern}' = 'Anna Verne'\n"
    )
    assert len(read_sources(tmp_path).files) == 1


@pytest.mark.parametrize(
    "asked", ["x%", "_x_", "x' OR '1'='1", 'x"; DROP TABLE statements; --', "x' UNION SELECT 1 --", "x\x00y"]
)
def test_neither_words_nor_names_of_columns_are_sql(tmp_path: Path, asked: str) -> None:
    """What is asked is a value, found nowhere; a column that somebody put into the tables is only ever a name."""
    page = html_page("Speech by Minister Anna Verne, 3 May 2031", "The ferry sails at dawn.")
    folder = tmp_path / "archive"
    with kept(folder, [captured(page, "https://ferries.example/1", "2031-05-03T10:00:00Z")]) as record:
        (listed,) = record.listed()
    name = f"{asked} FROM captures; DROP TABLE versions; --".replace('"', '""').replace("\x00", "")
    with sqlite3.connect(folder / "record.sqlite") as db:
        db.execute(f'ALTER TABLE versions ADD COLUMN "{name}" TEXT')
    db.close()
    with Archive.open(folder) as archive:
        assert [
            *archive.list(speaker=asked),
            *archive.list(source=asked),
            *archive.announced(source=asked),
        ] == []
        assert archive.search("ferry", speaker=asked) == []
        assert [each.severity for each in archive.verify().findings] in ([], ["error"])
        assert [each.id for each in archive.list()] == [listed.id]
