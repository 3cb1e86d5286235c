"""What a copy alone has is found by its words, once, and leads to the copy's text; what the source edited away is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from invented_captures import kept, use_toy_reader
from onrecord.reading import statement_id
from onrecord.record import Record
from onrecord.search import Index
from test_joining import BAY, PAGES, page
from test_witnessing import PIER

PIER_ID = statement_id(BAY, "")
ADDED = " A choir of divers is going to open it with a song about barnacles."


@pytest.fixture(autouse=True)
def _toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_reader(monkeypatch)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Return a record of a speech, a copy of it that has "builders" for "masons", an excerpt, and two greetings."""
    with kept(tmp_path, PAGES) as made:
        yield made


def found(record: Record, words: str) -> list[tuple[str, int]]:
    """Return statement and version of each hit."""
    index = Index(record.search_folder)
    index.catch_up(record)
    hits = index.search(words)
    piece = index.find(words)
    assert (piece.turns, [hit.statement for hit in piece.hits]) == (
        len(hits),
        [hit.statement for hit in hits],
    )
    return [(hit.statement, hit.version) for hit in hits]


@pytest.mark.parametrize(
    "words", ["builders", "builders pier", "pier builders OR barnacles", "builders -masons"]
)
def test_a_word_that_only_the_copy_has_is_found_in_the_copy(record: Record, words: str) -> None:
    """With words besides that both have; the hit is of the copy's version."""
    assert found(record, words) == [(PIER_ID, 2)]


@pytest.mark.parametrize("words", ["pier", "masons", "masons pier", "masons OR pier"])
def test_what_both_have_is_one_hit_of_the_original(record: Record, words: str) -> None:
    """A copy's turn counts only where it is asked for a word of its own."""
    assert found(record, words) == [(PIER_ID, 1)]


def test_a_word_of_each_finds_both_texts(record: Record) -> None:
    """They stand in no turn together, and each in one."""
    assert sorted(found(record, "masons OR builders")) == [(PIER_ID, 1), (PIER_ID, 2)]
    assert found(record, "masons builders") == []


def test_what_the_source_edited_away_is_not_found(record: Record) -> None:
    """Also where a copy still shows it: the source had it, and has it no more."""
    assert found(record, "masons") == [(PIER_ID, 1)]
    edited = page(BAY, PIER.replace("masons", "divers"), "2031-05-09T08:00:00Z")
    record.add([edited], now="2031-06-02T12:00:00Z")
    assert found(record, "masons") == []
    current = record.held(PIER_ID).version
    assert found(record, "divers") == [(PIER_ID, current)]
    assert found(record, "builders") == [(PIER_ID, 2)]


def test_what_a_copy_shows_no_more_is_not_found(record: Record) -> None:
    """Of each copy the text that it showed last."""
    mirror = PAGES[1].capture.url
    assert mirror is not None
    record.add([page(mirror, PIER + ADDED, "2031-05-10T08:00:00Z")], now="2031-06-02T12:00:00Z")
    assert found(record, "builders") == []
    assert [statement for statement, _ in found(record, "barnacles")] == [PIER_ID]
