"""What the command line tells of a folder of saved pages: nothing tells their address, and so nobody knows whose they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from test_cli_verbs import Call, call

__all__ = ["call"]


WORDS = "salt ice mail quay rope winter crews boats treaty piers tide lanterns harbours timber bread".split()


@pytest.fixture
def saved(call: Call, tmp_path: Path) -> Call:
    """An archive of fifteen statements, one in two years, each in a file of its own."""
    pages = tmp_path / "saved"
    pages.mkdir()
    for year in range(2001, 2031, 2):
        (pages / f"{year}.txt").write_text(
            f"Statement by Foreign Minister Ilse Harrow on {WORDS[year % 15]}\n\n4 May {year}\n\nThe night ferry has sailed since "
            f"the treaty, and in {year} it sails again with {WORDS[year % 14]}. Nobody has told us of {WORDS[year % 13]}.\n",
            encoding="utf-8",
        )
    assert call("add", str(pages)).code == 0
    return call


def test_first_calls_them_no_source(saved: Call) -> None:
    """What is held before and behind a use came without an address, too: that is all that is known of it."""
    told = saved("first", "the night ferry has sailed").out
    assert "no earlier statement captured without an address is held" in told
    assert "15 captures without an address" in told
    assert "of the source" not in told


def test_coverage_shows_the_last_gaps(saved: Call) -> None:
    """Of many stretches without a capture the last twelve are shown, the others counted; JSON has all."""
    (row,) = [each for each in saved("coverage").out.splitlines() if "not captured" in each]
    assert "2001-06 to 2003-04" not in row
    assert "before that 2 gaps of 46 months from 2001-06 on, listed with --json" in row
    (value,) = saved("coverage", "--json").values
    assert len([gap for gap in value["gaps"] if gap["kind"] == "no_capture"]) == 14


def test_check_tells_the_words_of_what_is_closest(saved: Call) -> None:
    """Nobody has to open each place to see that it is none."""
    told = saved("check", "Nobody has told us of the sugar that grows on the windmills of Halm")
    assert told.code == 3
    assert re.search(r"closest  “Nobody has told us of” \(s\w+, version 1, turn 1\)", told.out)


def test_add_says_where_to_look_when_nothing_was_told(call: Call, tmp_path: Path) -> None:
    """A page without a statement is kept, and whoever added it is told how to see why; a statement needs no such line."""
    (tmp_path / "timetable.txt").write_text("Timetable\n\nThe ferry sails at nine.\n", encoding="utf-8")
    assert "`onrecord explain PATH` shows how a page is read" in call("add", "timetable.txt").out
