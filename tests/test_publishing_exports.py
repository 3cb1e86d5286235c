"""The record as tables: statements in, rows out. All places and people are invented."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.publishing.exporting.exports import TURN_COLUMNS, safe_cell

PAGE = """\
Answers by Minister Oda Verrin to media questions, Halvane, May 3, 2030

QUESTION: Does the "ferry" sail, or not?

ODA VERRIN: =SUM(1;2) is what the harbour says.

It sails; on Monday, too.
"""


@pytest.fixture
def rows(tmp_path: Path) -> list[dict[str, str]]:
    """Return the rows of an archive that holds one page, as a spreadsheet reads them."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    with Archive.create(tmp_path / "archive") as archive:
        archive.add(
            tmp_path / "page.txt", url="https://press.verrin.example/1", captured_at="2030-05-04T08:00:00Z"
        )
        table = "".join(archive.export("csv"))
    return list(csv.DictReader(io.StringIO(table, newline="")))


def test_each_turn_is_a_row(rows: list[dict[str, str]]) -> None:
    """Who said what, when, where, in which turn, with the capture that attests it; a paragraph's end stays in its cell."""
    assert list(rows[0]) == list(TURN_COLUMNS)
    assert [(row["turn"], row["role"], row["label"]) for row in rows] == [
        ("1", "questioner", "QUESTION"),
        ("2", "official", "ODA VERRIN"),
    ]
    assert rows[0]["text"] == 'Does the "ferry" sail, or not?'
    assert rows[1]["text"].endswith("the harbour says.\n\nIt sails; on Monday, too.")
    answer = rows[1]
    assert (answer["speaker"], answer["office"], answer["given_on"], answer["place"]) == (
        "Oda Verrin",
        "Minister",
        "2030-05-03",
        "Halvane",
    )
    assert (answer["url"], answer["captured_at"]) == (
        "https://press.verrin.example/1",
        "2030-05-04T08:00:00Z",
    )


def test_no_cell_is_a_formula(rows: list[dict[str, str]]) -> None:
    """What an official said may begin with a sign that a spreadsheet computes."""
    assert rows[1]["text"].startswith("'=SUM(1;2)")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  @cmd", "'  @cmd"),
        ("＋1", "'＋1"),
        ("-\x1b[2J", "'-\\x1b[2J"),
        ("a = b", "a = b"),
        (None, None),
        (-3, -3),
    ],
)
def test_safe_cells(value: object, cell: object) -> None:
    """Neither a formula nor a terminal's command; numbers are ours."""
    assert safe_cell(value) == cell
