"""Published in French or Arabic and read with our own reader: the same comes back as from an English page."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.publishing import publish_site
from publishing_record import AT, RecordInMemory
from test_round_trip import PAGES, PROFILE, published, source_statement, told


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_a_page_in_another_language_reads_as_the_source_did(tag: str, tmp_path: Path) -> None:
    """Every field and every turn come back; kinds and status from the page's JSON-LD, whatever language it speaks."""
    statements = [source_statement(name) for name in PAGES]
    record = RecordInMemory()
    for statement in statements:
        record.keep(statement, f"https://ministry.example/news/{statement.id}")
    publish_site(record, tmp_path / "site", replace(PROFILE, interface=(tag,)), AT)
    for statement in statements:
        reading = published(tmp_path / "site", f"statements/{statement.id}/index.html")
        assert [told(one) for one in reading.statements] == [told(statement)]
        assert reading.unclassified.characters == 0
        assert (reading.page.page_says_at, len(reading.page.clocks)) == ("2026-05-26T11:30", 2)
        assert [(each.days, each.since) for each in reading.page.counters] == [
            (86, "2026-03-01"),
            (6, "2026-05-20"),
        ]
