"""Published in French or Arabic and read with our own reader: what comes back, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.publishing import publish_site
from publishing_record import AT, RecordInMemory
from test_round_trip import PAGES, PROFILE, published, source_statement, told

# The reader knows the English words for these; in another language it goes by the title alone.
TOLD_IN_WORDS = {"kinds", "status", "text_status"}


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_a_page_in_another_language_reads_as_the_source_did_but_for_three_words(
    tag: str, tmp_path: Path
) -> None:
    """Title, dates, place, outlet, speakers and every turn come back; no word of the site is taken for theirs."""
    statements = [source_statement(name) for name in PAGES]
    record = RecordInMemory()
    for statement in statements:
        record.keep(statement, f"https://ministry.example/news/{statement.id}")
    publish_site(record, tmp_path / "site", replace(PROFILE, interface=(tag,)), AT)
    for statement in statements:
        reading = published(tmp_path / "site", f"statements/{statement.id}/index.html")
        (found,) = (told(one) for one in reading.statements)
        wanted = told(statement)
        assert {field for field in wanted if wanted[field] != found[field]} <= TOLD_IN_WORDS
        assert reading.unclassified.characters == 0
        assert (reading.page.page_says_at, len(reading.page.clocks)) == ("2026-05-26T11:30", 2)
        assert [(each.days, each.since) for each in reading.page.counters] == [
            (86, "2026-03-01"),
            (6, "2026-05-20"),
        ]
