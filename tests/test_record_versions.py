"""Which versions a statement has, and that they do not depend on how its captures came."""

from __future__ import annotations

import hashlib
import tempfile
import unicodedata
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented_captures import (
    LONG,
    captured,
    exported,
    kept,
    statement,
    toy_page,
    toy_read,
    tree,
    use_toy_reader,
)
from onrecord.capture import Captured
from onrecord.model import Reading, Statement
from onrecord.record import Record
from onrecord.record.tables.versions import digest_of_version, digest_of_words

TIDES = "https://tides.example/speech"


@pytest.fixture(autouse=True)
def _toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_reader(monkeypatch)


def speech(words: str, at: str | None, *, url: str | None = TIDES, noise: str = "") -> Captured:
    """Return a capture of the speech page with these words."""
    return captured(toy_page(statement("Speech at the pier", words), noise=noise), url, at)


def day(n: int) -> str:
    """Return noon of a day in May 2031."""
    return f"2031-05-{n:02}T12:00:00Z"


def only_id(record: Record) -> str:
    """Return the id of the one statement held."""
    (listed,) = record.listed()
    return listed.id


def test_captures_of_the_same_words_are_one_version(tmp_path: Path) -> None:
    """A clock that moves beside the text changes the bytes and makes no version."""
    with kept(
        tmp_path, [speech("We sail.", day(1), noise="12:00"), speech("We sail.", day(2), noise="13:05")]
    ) as record:
        (listed,) = record.listed()
        assert not listed.revised
        assert [(seen.n, seen.first_seen, seen.last_seen) for seen in listed.versions] == [
            (1, day(1), day(2))
        ]
        assert [(each.relation, each.captured_at) for each in listed.witnesses] == [
            ("original", day(1)),
            ("original", day(2)),
        ]


def test_changed_words_are_a_new_version(tmp_path: Path) -> None:
    """Versions are numbered by first sight; the one seen last is shown, the others on request."""
    with kept(tmp_path, [speech("We sail.", day(1)), speech("We stay.", day(3))]) as record:
        (listed,) = record.listed(revised=True)
        assert [seen.n for seen in listed.versions] == [1, 2]
        assert record.held(listed.id).statement.turns[0].text == "We stay."
        assert record.held(listed.id, 1).statement.turns[0].text == "We sail."
        assert [held.version for held in record.versions(listed.id)] == [1, 2]
        assert [capture.captured_at for capture in record.captures(listed.id)] == [day(1), day(3)]


def test_words_that_come_back_are_the_version_they_were(tmp_path: Path) -> None:
    """A, B, A: two versions, the first seen first and last, and current again."""
    with kept(
        tmp_path, [speech("A stands.", day(1)), speech("B stands.", day(2)), speech("A stands.", day(3))]
    ) as record:
        (listed,) = record.listed()
        assert [(seen.n, seen.first_seen, seen.last_seen) for seen in listed.versions] == [
            (1, day(1), day(3)),
            (2, day(2), day(2)),
        ]
        assert record.held(listed.id).version == 1


def test_a_capture_without_a_time_comes_after_those_with_one(tmp_path: Path) -> None:
    """Nobody said when it was seen: it is numbered last, and does not become the current version."""
    with kept(tmp_path, [speech("Undated.", None), speech("Dated.", day(9))]) as record:
        held = record.held(only_id(record))
        assert (held.version, held.statement.turns[0].text) == (1, "Dated.")
        assert held.listed.versions[1].first_seen is None


def test_an_earlier_capture_that_comes_late_is_numbered_first(tmp_path: Path) -> None:
    """The order of adding is not the order of sight."""
    with kept(tmp_path, [speech("Later.", day(8))]) as record:
        record.add([speech("Earlier.", day(2))], now=day(20))
        assert [held.statement.turns[0].text for held in record.versions(only_id(record))] == [
            "Earlier.",
            "Later.",
        ]


def test_addresses_of_one_page_are_one_statement(tmp_path: Path) -> None:
    """http, www and a fragment do not make another statement."""
    other = "http://www.tides.example/speech#top"
    with kept(tmp_path, [speech("We sail.", day(1)), speech("We sail.", day(2), url=other)]) as record:
        (listed,) = record.listed()
        assert listed.versions[0].addresses == (other, TIDES)


def test_what_the_reader_makes_of_date_and_speaker_makes_no_version() -> None:
    """A better reader must not look like an edit by the source; labels and words are the source's own."""
    before = first_statement(toy_page(statement("Speech", ("Mr Alder", "We sail."))))
    better = first_statement(
        toy_page(
            statement("Speech", ("Mr Alder", "We  sail."), given_on="2031-05-01", speakers=["Ann Alder"])
        )
    )
    relabelled = first_statement(toy_page(statement("Speech", ("Ms Alder", "We sail."))))
    assert digest_of_version(before) == digest_of_version(better)
    assert digest_of_version(before) != digest_of_version(relabelled)


def test_words_of_two_typographies_have_one_digest() -> None:
    """Quotation marks, dashes and case are no words; fewer than forty words make no copy."""
    plain = first_statement(toy_page(statement("A", LONG + '"Don\'t" - he said - "be late".')))
    set_well = first_statement(toy_page(statement("B", LONG.upper() + "“Don’t” — he said — “be late”.")))
    assert digest_of_words(plain) == digest_of_words(set_well) is not None
    assert digest_of_words(first_statement(toy_page(statement("C", "Too short to tell.")))) is None
    assert digest_of_words(first_statement(toy_page(statement("D", "港口开放" * 10)))) is not None


@settings(max_examples=60, deadline=None)
@given(st.text("aZß9_é“”‘’…–—\u00a0'-. ", max_size=60))
def test_the_digest_of_words_is_that_of_their_letters(marks: str) -> None:
    """Whatever marks and letters stand between them: it is told of typewritten texts by a shorter way."""
    shown = first_statement(toy_page(statement("A", LONG + marks)))
    letters = [
        each
        for turn in shown.turns
        for each in unicodedata.normalize("NFKC", turn.text).casefold()
        if each.isalnum()
    ]
    assert digest_of_words(shown) == f"sha256:{hashlib.sha256(''.join(letters).encode()).hexdigest()}"


def first_statement(page: str) -> Statement:
    """Return the first statement of a toy page."""
    reading = toy_read(captured(page, TIDES, day(1)))
    assert isinstance(reading, Reading)
    return reading.statements[0]


WORDS = st.sampled_from([LONG + "We sail.", LONG + "We stay.", "Short."])
URLS = st.sampled_from([TIDES, "https://mirror.example/speech", "https://tides.example/other", None])
TIMES = st.one_of(st.none(), st.integers(1, 6).map(day))
NOTICES = st.lists(
    st.fixed_dictionaries(
        {
            "title": st.sampled_from(["Speech at the pier", "Fog"]),
            "posted_on": st.sampled_from([None, "2031-05-01"]),
        },
        optional={"url": st.sampled_from([TIDES, "https://tides.example/absent"])},
    ),
    max_size=2,
)
CAPTURES = st.lists(
    st.builds(
        lambda words, url, at, noise, notices: captured(
            toy_page(statement("Speech at the pier", *words), notices=notices, noise=noise), url, at
        ),
        st.lists(WORDS, min_size=1, max_size=2),
        URLS,
        TIMES,
        st.sampled_from(["", "12:00"]),
        NOTICES,
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(captures=CAPTURES, order=st.randoms(use_true_random=False), step=st.integers(1, 8))
def test_any_order_of_adding_gives_the_same_record(
    captures: list[Captured], order: Random, step: int
) -> None:
    """Whatever the order and the batches, the record says the same; rebuilt, it says the same again."""
    shuffled = list(captures)
    order.shuffle(shuffled)
    with (
        tempfile.TemporaryDirectory() as folder,
        kept(Path(folder) / "one", captures) as straight,
        kept(Path(folder) / "other", shuffled, in_batches_of=step) as mixed,
    ):
        said = exported(straight)
        assert exported(mixed) == said
        mixed.rebuild()
        assert exported(mixed) == said
        assert mixed.verify().findings == ()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(captures=CAPTURES)
def test_adding_again_changes_nothing(captures: list[Captured]) -> None:
    """The second time everything was seen before: ledger and captures stay the same byte for byte."""
    with tempfile.TemporaryDirectory() as folder, kept(Path(folder), captures) as record:
        before, said = tree(Path(folder)), exported(record)
        added = record.add(captures, now="2031-07-01T00:00:00Z")
        assert (added.new, added.seen_before, added.new_statements) == (0, len(captures), 0)
        assert tree(Path(folder)) == before
        assert exported(record) == said
