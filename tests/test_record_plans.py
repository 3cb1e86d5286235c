"""Questions about one statement cost the same however many captures its source has."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.record.asked import queries
from onrecord.record.deriving import learning
from onrecord.record.history import happenings, seen
from onrecord.record.tables.tables import SCHEMA, connect


@pytest.mark.parametrize(
    "question",
    [seen._SEEN, happenings._SEEN_OF, queries._WITNESSES],
    ids=["revisions", "events", "witnesses"],
)
def test_captures_of_a_statement_are_found_from_the_statement(tmp_path: Path, question: str) -> None:
    """Never by going through all captures of a source: at six thousand of them that was 45 milliseconds for each page."""
    plan = plan_of(tmp_path, question, "s1")
    assert any("captures_reading" in line for line in plan), plan
    assert not any("captures_source" in line or line.startswith("SCAN") for line in plan), plan


def test_a_title_is_found_from_the_title(tmp_path: Path) -> None:
    """Whether pages at several addresses have it is asked for each change; not all readings are gone through for that."""
    plan = plan_of(tmp_path, seen._TITLED, "s1", "Messages", 3)
    assert any("readings_title" in line for line in plan), plan
    assert not any("captures_source" in line or line.startswith("SCAN") for line in plan), plan


@pytest.mark.parametrize(
    "order", ["c.captured_at >= ? ORDER BY c.captured_at", "c.captured_at < ? ORDER BY c.captured_at DESC"]
)
def test_captures_near_a_moment_are_found_from_the_moment(tmp_path: Path, order: str) -> None:
    """The nearest before and behind it, in their order: those of other years are not sorted first."""
    plan = plan_of(tmp_path, f"{seen._NEAR}{order} LIMIT ?", "s1", "s1", "2031-05-01T10:00:00Z", 40)
    assert any("captures_source (source=? AND captured_at" in line for line in plan), plan
    assert not any("TEMP B-TREE FOR ORDER" in line for line in plan), plan


def test_sources_of_new_captures_are_found_from_these(tmp_path: Path) -> None:
    """Each `add` asks for them: it went through all captures of the record, and grew with them."""
    plan = plan_of(tmp_path, learning._SINCE, 1_000_000)
    assert "SEARCH captures USING INTEGER PRIMARY KEY (rowid>?)" in plan, plan


def plan_of(folder: Path, question: str, *values: str | int) -> list[str]:
    """Return how SQLite goes about a question, line by line."""
    db = connect(folder / "record.sqlite", writable=True)
    try:
        for line in SCHEMA:
            db.execute(line)
        return [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {question}", values)]
    finally:
        db.close()
