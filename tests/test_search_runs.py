"""Runs of common words, which no seed tells: what stands in a row is found all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.quoting import parse_quotation
from onrecord.search import QuotationIndex
from onrecord.search.ground import Ground
from quoting_statements import Said, statement_of
from search_record import InventedRecord

SHIP = "We were told that it is one of the things that they have to do about the ship this week."
GATE = "I think that there are some people in this country who have been at the gate for a year."


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QuotationIndex:
    """Return an index of two statements in which no seed leads anywhere."""
    record = InventedRecord(tmp_path)
    record.put(statement_of(Said(SHIP), id="ship"))
    record.put(statement_of(Said(GATE), id="gate"))
    made = QuotationIndex(tmp_path / "quotes")
    made.catch_up(record)
    monkeypatch.setattr(Ground, "look", lambda *_: [])
    return made


@pytest.mark.parametrize(
    ("quotation", "statements"),
    [
        ("one of the things that they some people in this country", {"ship", "gate"}),
        ("one of the things that … who have been at the gate", {"ship", "gate"}),
        ("one of the things that they have never to do", {"ship"}),
        ("it is not one of the things that they", {"ship"}),
        ("some people in this country who had been", {"gate"}),
        ("nothing of this stands in any place", set()),
        ("one of the", {"ship"}),
    ],
)
def test_runs_are_found_by_themselves(index: QuotationIndex, quotation: str, statements: set[str]) -> None:
    """Two that are joined, the pieces between marks, the longest beginning and the longest end."""
    sought = index.seeker.seek([parse_quotation(quotation)], lambda _: frozenset())
    assert {stretch.statement for stretch in sought.stretches} == statements
