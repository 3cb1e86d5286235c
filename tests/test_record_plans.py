"""Questions about one statement cost the same however many captures its source has."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.record.asked import queries
from onrecord.record.history import happenings, seen
from onrecord.record.tables.tables import SCHEMA, connect


@pytest.mark.parametrize(
    "question",
    [seen._SEEN, happenings._SEEN_OF, queries._WITNESSES],
    ids=["revisions", "events", "witnesses"],
)
def test_captures_of_a_statement_are_found_from_the_statement(tmp_path: Path, question: str) -> None:
    """Never by going through all captures of a source: at six thousand of them that was 45 milliseconds for each page."""
    db = connect(tmp_path / "record.sqlite", writable=True)
    try:
        for line in SCHEMA:
            db.execute(line)
        plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {question}", ("s1",))]
    finally:
        db.close()
    assert any("captures_reading" in line for line in plan), plan
    assert not any("captures_source" in line or line.startswith("SCAN") for line in plan), plan
