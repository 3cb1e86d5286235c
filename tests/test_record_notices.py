"""Notices across captures of lists, the statements they announce, and copies of a statement at other addresses."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from invented_captures import LONG, NOW, captured, kept, statement, toy_page, use_toy_reader
from onrecord.capture import Captured
from onrecord.errors import NotFound, WrongCall
from onrecord.record import Record

LIST = "https://tides.example/all"


@pytest.fixture(autouse=True)
def _toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_reader(monkeypatch)


def listing(at: str | None, *notices: dict[str, Any], url: str = LIST) -> Captured:
    """Return a capture of a list page."""
    return captured(toy_page(notices=notices), url, at)


def speech(
    url: str,
    words: str = "We sail.",
    title: str = "Speech at the pier",
    at: str = "2031-05-01T00:00:00Z",
    **fields: Any,
) -> Captured:
    """Return a capture of a statement page."""
    return captured(toy_page(statement(title, words, **fields)), url, at)


def announced(record: Record) -> list[tuple[str, bool]]:
    """Return the titles of the notices, and whether what they announce is held."""
    return [(each.notice.title, each.notice.statement_id is not None) for each in record.notices()]


def test_a_notice_is_one_however_often_its_list_was_captured(tmp_path: Path) -> None:
    """First and last seen are told; the wording is that of the latest list; what fell off the list stays."""
    fog = {"title": "Fog", "url": "https://tides.example/fog", "posted_on": "2031-05-01"}
    worded = {**fog, "title": "Fog at sea"}
    gone = {"title": "Old tide table", "posted_on": "2031-04-01"}
    lists = [listing("2031-05-01T00:00:00Z", fog, gone), listing("2031-05-03T00:00:00Z", worded)]
    with kept(tmp_path, lists) as record:
        first, second = record.notices()
        assert (first.notice.title, first.first_seen, first.last_seen) == (
            "Fog at sea",
            "2031-05-01T00:00:00Z",
            "2031-05-03T00:00:00Z",
        )
        assert (first.list_url, first.source) == (LIST, "tides.example")
        assert (second.notice.title, second.last_seen) == ("Old tide table", "2031-05-01T00:00:00Z")


def test_the_latest_list_words_a_notice_whatever_its_time_is_written_like(tmp_path: Path) -> None:
    """Half a second later is later; a list without a time words nothing where another has one, and is seen at no time."""
    fog = {"title": "Fog", "url": "https://tides.example/fog", "posted_on": "2031-05-01"}
    lists = [
        listing("2031-05-03T00:00:00.5Z", {**fog, "title": "Fog at sea"}),
        listing("2031-05-03T00:00:00Z", fog),
        listing(None, {**fog, "title": "Fog, undated"}),
        listing(None, {"title": "Ice", "posted_on": "2031-05-01"}),
    ]
    with kept(tmp_path, lists) as record:
        told = {each.notice.title: (each.first_seen, each.last_seen) for each in record.notices()}
    assert told == {
        "Fog at sea": ("2031-05-03T00:00:00Z", "2031-05-03T00:00:00.5Z"),
        "Ice": (None, None),
    }


def test_a_notice_finds_its_statement_by_address(tmp_path: Path) -> None:
    """However the address is written, and also when the statement is added later."""
    notice = {"title": "The pier", "url": "http://www.tides.example/pier/", "posted_on": "2031-05-01"}
    with kept(tmp_path, [listing("2031-05-02T00:00:00Z", notice)]) as record:
        assert announced(record) == [("The pier", False)]
        record.add([speech("https://tides.example/pier")], now="2031-06-02T00:00:00Z")
        assert announced(record) == [("The pier", True)]


def test_a_notice_without_an_address_finds_its_statement_by_title_and_date(tmp_path: Path) -> None:
    """Two weekly briefings share a title: the date tells which; where it does not, none is named."""
    weekly = "Weekly briefing"
    pages = [
        speech("https://tides.example/1", "One.", weekly, posted_on="2031-05-01"),
        speech("https://tides.example/2", "Two.", weekly, posted_on="2031-05-08"),
    ]
    dated = {"title": "WEEKLY BRIEFING", "posted_on": "2031-05-08"}
    other_day = {"title": weekly, "posted_on": "2031-05-15"}
    undated = {"title": weekly, "posted_on": None}
    with kept(tmp_path, [*pages, listing("2031-05-09T00:00:00Z", dated, other_day, undated)]) as record:
        held = {each.notice.posted_on: each.notice.statement_id for each in record.notices()}
        second = next(listed.id for listed in record.listed(since="2031-05-08"))
        assert held == {"2031-05-08": second, "2031-05-15": None, None: None}


def test_several_statements_of_one_page_are_told_apart_by_title(tmp_path: Path) -> None:
    """The address leads to two statements: the notice's title chooses, else nothing does."""
    page = toy_page(statement("On fog", "Fog."), statement("On tides", "Tides."))
    pages = [captured(page, "https://tides.example/day", "2031-05-01T00:00:00Z")]
    tides = {"title": "On tides", "url": "https://tides.example/day", "posted_on": "2031-05-01"}
    vague = {"title": "The day", "url": "https://tides.example/day", "posted_on": "2031-05-02"}
    with kept(tmp_path, [*pages, listing("2031-05-03T00:00:00Z", tides, vague)]) as record:
        assert announced(record) == [("The day", False), ("On tides", True)]


def test_a_notice_without_a_link_is_the_one_with_a_link(tmp_path: Path) -> None:
    """A list saved as text shows the same entry without its address: it is not announced twice."""
    linked = {"title": "Fog at sea", "url": "https://tides.example/fog", "posted_on": "2031-05-01"}
    plain = {"title": "Fog at sea", "posted_on": "2031-05-01"}
    lists = [listing("2031-05-03T00:00:00Z", linked), listing("2031-05-02T00:00:00Z", plain)]
    with kept(tmp_path, lists) as record:
        (only,) = record.notices()
        assert (only.notice.url, only.first_seen, only.last_seen) == (
            "https://tides.example/fog",
            "2031-05-02T00:00:00Z",
            "2031-05-03T00:00:00Z",
        )


def test_filters_of_notices(tmp_path: Path) -> None:
    """Source and dates are the notice's own; kind, speaker and language are asked of the statement held."""
    held = {"title": "Speech at the pier", "url": "https://tides.example/pier", "posted_on": "2031-05-01"}
    absent = {"title": "Fog", "url": "https://tides.example/fog", "posted_on": "2031-05-02"}
    lists = [listing("2031-05-03T00:00:00Z", held, absent)]
    with kept(tmp_path, [*lists, speech("https://tides.example/pier")]) as record:
        assert [each.notice.title for each in record.notices(since="2031-05-02")] == ["Fog"]
        assert [each.notice.title for each in record.notices(kind="remarks")] == ["Speech at the pier"]
        assert list(record.notices(source="else.example")) == []
        assert len(list(record.notices(source="www.Tides.example"))) == 2


def test_the_same_words_elsewhere_are_copies(tmp_path: Path) -> None:
    """At the same host a mirror, at another syndicated, all witnesses of one statement; three words are the same by custom."""
    pages = [
        speech("https://tides.example/pier", LONG),
        speech("https://tides.example/en/pier", LONG.replace("The", "the"), at="2031-05-02T00:00:00Z"),
        speech("https://courier.example/pier", LONG, at="2031-05-03T00:00:00Z"),
        speech("https://courier.example/short", "Only this."),
        speech("https://tides.example/short", "Only this."),
    ]
    with kept(tmp_path, pages) as record:
        witnesses = [[(each.relation, each.url) for each in listed.witnesses] for listed in record.listed()]
        assert sorted(witnesses) == [
            [("original", "https://courier.example/short")],
            [
                ("original", "https://tides.example/pier"),
                ("mirror", "https://tides.example/en/pier"),
                ("syndicated", "https://courier.example/pier"),
            ],
            [("original", "https://tides.example/short")],
        ]


def test_filters_of_statements(tmp_path: Path) -> None:
    """Each filter alone; dates are inclusive and may be a month or a year; the latest comes first."""
    pages = [
        speech("https://tides.example/1", "One.", given_on="2030-12-31", speakers=["José Álder"]),
        speech("https://tides.example/2", "Two.", posted_on="2031-05-08", kinds=["speech", "remarks"]),
        speech("https://www.courier.example/3", "Three.", language="fr"),
    ]
    with kept(tmp_path, pages) as record:

        def words(**filters: Any) -> list[str]:
            return [record.held(listed.id).statement.turns[0].text for listed in record.listed(**filters)]

        assert words() == ["Two.", "One.", "Three."]
        assert words(source="courier.example") == ["Three."]
        assert words(speaker="álder") == ["One."]
        assert words(kind="speech") == ["Two."]
        assert words(language="FR") == ["Three."]
        assert words(since="2031") == words(since="2031-05-08") == ["Two."]
        assert words(until="2030") == words(until="2030-12") == ["One."]
        assert words(revised=True) == []
        counts = record.counts()
        assert (counts.statements, counts.versions, counts.turns) == (3, 3, 3)
        assert (counts.from_, counts.to) == ("2030-12-31", "2031-05-08")


def test_wrong_questions(tmp_path: Path) -> None:
    """One sentence that says what to ask instead."""
    with kept(tmp_path, [speech("https://tides.example/1")]) as record:
        (listed,) = record.listed()
        with pytest.raises(WrongCall, match="did you mean 'interview'"):
            record.listed(kind="interveiw")
        for wrong in ("last week", "2025-13", "2021-99", "2025-02-30", "0000", "2025-1", "２０２５"):
            with pytest.raises(WrongCall, match="is no date: write YYYY, YYYY-MM or YYYY-MM-DD"):
                record.listed(since=wrong)
            with pytest.raises(WrongCall, match="until is"):
                list(record.notices(until=wrong))
        with pytest.raises(WrongCall, match="has no word in it"):
            record.listed(speaker="…")
        with pytest.raises(NotFound, match=f"nearest ids are {listed.id}"):
            record.held(listed.id[:-1] + "#")
        with pytest.raises(NotFound, match="has one version"):
            record.held(listed.id, 2)
        with pytest.raises(NotFound, match="no statement ''"):
            record.held("")
        assert record.held(listed.id[:6]).listed.id == listed.id


def test_page_captures(tmp_path: Path) -> None:
    """The latest Reading of each address, under the capture it was last seen in."""
    same = {"title": "Fog", "posted_on": "2031-05-01"}
    lists = [listing("2031-05-01T00:00:00Z", same), listing("2031-05-04T00:00:00Z", same), listing(None)]
    with kept(tmp_path, [*lists, speech("https://tides.example/1")]) as record:
        seen = [(reading.capture.url, reading.capture.captured_at) for reading in record.page_captures()]
        assert seen == [("https://tides.example/1", "2031-05-01T00:00:00Z"), (LIST, "2031-05-04T00:00:00Z")]


@pytest.mark.parametrize("seed", range(12))
def test_a_notice_is_the_same_in_whatever_steps_its_lists_came(tmp_path: Path, seed: int) -> None:
    """Captures before, between and behind those held, at one moment, without a time, and showing it twice: the rows are those of one step."""
    chance = Random(seed)
    moments = [f"2031-05-{day:02}T00:00:00{end}" for day in (1, 2, 3, 4) for end in ("Z", ".5Z")]
    titles = ("Fog", "Fog at sea", "Fog lifts")
    lists = [
        listing(
            chance.choice([*moments, None]),
            *(
                {"title": chance.choice(titles), "url": "https://tides.example/fog"}
                for _ in range(chance.choice((1, 1, 2)))
            ),
            url=f"{LIST}/{chance.randrange(2)}",
        )
        for _ in range(12)
    ]
    with kept(tmp_path / "at once", lists) as record:
        at_once = list(record.notices())
    chance.shuffle(lists)
    with Record.create(tmp_path / "in steps", now=NOW) as record:
        while lists:
            step = chance.randint(1, 4)
            record.add(lists[:step], now=NOW)
            del lists[:step]
        assert list(record.notices()) == at_once
