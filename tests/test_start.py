"""What a command loads before it begins: the reader with its vocabularies takes longer than most questions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pages_record import make_record

ASKED = """
import sys
from onrecord import Archive
with Archive.open(sys.argv[1]) as archive:
    assert list(archive.list())
    archive.publish(sys.argv[2], at="2026-05-26T10:30:00Z")
print(*sorted(each for each in sys.modules if each.startswith("onrecord.")))
"""
SLOW = (
    "onrecord.reading.words.posts",
    "onrecord.reading.words.names",
    "onrecord.reading.words.dates",
    "onrecord.reading.reader",
    "onrecord.quoting.negations",
    "onrecord.capture.live",
    "onrecord.search.index",
)


def test_who_asks_and_publishes_a_record_without_revisions_does_not_load_the_reader(tmp_path: Path) -> None:
    """Neither its words nor what compares two texts, which took longer to load than publishing again."""
    archive = make_record(tmp_path)
    told = [sys.executable, "-c", ASKED, str(archive), str(tmp_path / "site")]
    subprocess.run(told, check=True, capture_output=True)  # what it remembers of revisions is noted
    loaded = subprocess.run(told, check=True, capture_output=True, text=True).stdout.split()
    assert "onrecord.publishing.site" in loaded
    assert [each for each in SLOW if each in loaded] == []
