"""An address that is given to another statement: two statements, each with its versions, whatever the order of captures."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented_captures import NOW, captured, exported, kept, statement, toy_page, use_toy_reader
from onrecord.capture import Captured
from onrecord.reading import later_id, statement_id
from onrecord.record import Record, Wish
from onrecord.witnessing import Told, part_texts
from test_joining import decided, events
from test_witnessing import PIER

PLACE = "https://bay.example/latest"
PAGE = statement_id(PLACE, "")
SALT = (
    "Nobody in this chamber has forgotten the winter in which the salt barges froze in. The council has therefore bought two"
    " breakers, which will keep the channel open from November on, and asks the guilds to pay a tenth of what they cost. I will"
    " not hide from you that this is less than they promised in the spring, and more than they offered in the summer."
)
EDITED = PIER.replace("masons", "builders")


@pytest.fixture(autouse=True)
def _toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_reader(monkeypatch)


def page(
    words: str, at: str | None, title: str, posted: str | None, url: str = PLACE, **told: Any
) -> Captured:
    """Return a capture of a page with one statement."""
    return captured(toy_page(statement(title, words, posted_on=posted, **told)), url, at)


def day(n: int, month: int = 5) -> str:
    """Return noon of a day of 2031."""
    return f"2031-{month:02}-{n:02}T12:00:00Z"


FIRST = page(PIER, day(3), "On the new pier", "2031-05-02")
FIRST_EDITED = page(EDITED, day(4), "On the new pier", "2031-05-02")
SECOND = page(SALT, day(20), "To the guilds on salt", "2031-05-19")
SECOND_EDITED = page(SALT.replace("tenth", "fifth"), day(21), "To the guilds on salt", "2031-05-19")
PAGES = [FIRST, FIRST_EDITED, SECOND, SECOND_EDITED]
LATER = later_id(PAGE, SECOND.capture.digest)


def test_another_statement_at_the_same_address_is_another_statement(tmp_path: Path) -> None:
    """Another title, another day, other words: each has its versions, and the ledger tells of both ids."""
    with kept(tmp_path, PAGES) as record:
        one, other = sorted(record.listed(), key=lambda each: each.posted_on or "")
        assert [(each.id, len(each.versions), each.revised) for each in (one, other)] == [
            (PAGE, 2, True),
            (LATER, 2, True),
        ]
        assert "builders" in record.held(PAGE).statement.turns[0].text
        assert "fifth" in record.held(LATER).statement.turns[0].text
        assert record.held(LATER).statement.id == LATER
        assert {each.url for each in other.witnesses} == {PLACE}
        assert record.verify().findings == ()
    assert [(each["id"], each.get("page")) for each in events(tmp_path, "statement")] == [
        (PAGE, None),
        (LATER, PAGE),
    ]


@pytest.mark.parametrize(
    ("words", "title", "posted"),
    [
        (
            PIER[: len(PIER) // 3] + SALT,
            "On the old pier and the salt",
            "2031-05-19",
        ),  # a third of the words is left
        (SALT, "On the new pier", "2031-05-09"),  # the same title, days later
        (SALT, "To the guilds on salt", "2031-05-02"),  # the same day
        (SALT, "To the guilds on salt", None),  # no day
        ("We sail.", "To the guilds on salt", "2031-05-19"),  # hardly a word
        (PIER, "To the guilds on salt", "2031-05-19"),  # the same words
    ],
)
def test_what_may_be_an_edit_is_a_revision(
    tmp_path: Path, words: str, title: str, posted: str | None
) -> None:
    """However large: one of words, title and day is enough to stay one statement."""
    with kept(tmp_path, [FIRST, page(words, day(20), title, posted)]) as record:
        (listed,) = record.listed()
        assert (listed.id, len(listed.versions)) == (PAGE, 2)


def test_edits_lead_from_the_one_to_the_other(tmp_path: Path) -> None:
    """What changed little by little is one statement, though its first and its last text have nothing in common."""
    half = page(PIER[: len(PIER) // 2] + SALT, day(10), "On the new pier", "2031-05-10")
    with kept(tmp_path, [FIRST, half, SECOND]) as record:
        (listed,) = record.listed()
        assert len(listed.versions) == 3
        assert record.verify().findings == ()


def test_the_same_title_a_year_later_is_another_statement(tmp_path: Path) -> None:
    """As a New Year address that stands at one address each year."""
    with kept(
        tmp_path, [FIRST, page(SALT, "2032-05-03T12:00:00Z", "On the new pier", "2032-05-02")]
    ) as record:
        assert len(list(record.listed())) == 2


def test_what_is_learnt_between_them_makes_them_one_again(tmp_path: Path) -> None:
    """A capture that is added late, and shows that edits lead from the one to the other; the other id leads to the one for ever."""
    half = page(PIER[: len(PIER) // 2] + SALT, day(10), "On the new pier", "2031-05-10")
    with kept(tmp_path, PAGES) as record:
        record.add([half], now=NOW)
        (listed,) = record.listed()
        assert (listed.id, len(listed.versions)) == (PAGE, 5)
        assert record.held(LATER).listed.id == PAGE
        assert [(each["id"], each["statement"]) for each in events(tmp_path, "joined")] == [(LATER, PAGE)]
        assert record.verify().findings == ()
        one = exported(record)
        record.rebuild()
        assert exported(record) == one
        assert record.held(LATER).listed.id == PAGE


def test_an_older_capture_tells_which_was_first(tmp_path: Path) -> None:
    """The page's own id is that of what it showed first; the id of what had it before leads on, and nothing is lost."""
    with kept(tmp_path, PAGES[2:]) as record:
        assert [each.id for each in record.listed()] == [PAGE]
        record.add(PAGES[:2], now=NOW)
        assert {each.id for each in record.listed()} == {PAGE, LATER}
        assert record.held(PAGE).statement.title == "On the new pier"
        assert record.held(LATER).statement.title == "To the guilds on salt"
        older = page(SALT, day(1), "To the guilds on salt", "2031-05-01")
        before = exported(record)
        record.add([older], now=NOW)
        assert {each.statement.title for each in (record.held(PAGE),)} == {"To the guilds on salt"}
        assert record.held(LATER).listed.id == PAGE  # the bytes that it was given for are shown by this
        assert exported(record) != before
        assert record.verify().findings == ()


def test_the_one_before_is_told_as_removed_and_not_as_withdrawn(tmp_path: Path) -> None:
    """Its address shows another one; where it comes back it is returned."""
    again = page(EDITED, day(25), "On the new pier", "2031-05-02")
    with kept(tmp_path, [*PAGES, again]) as record:
        from onrecord.archive.events import events_since
        from onrecord.archive.revisions import is_gone

        told = [(each.event, each.statement, each.seen_at) for each in events_since(record, None)]
        assert sorted(told) == sorted([
            ("new", PAGE, day(3)), ("edited", PAGE, day(4)), ("removed", PAGE, day(20)), ("new", LATER, day(20)),
            ("edited", LATER, day(21)), ("returned", PAGE, day(25)), ("removed", LATER, day(25)),
        ])  # fmt: skip
        (removed,) = (
            each for each in events_since(record, None) if (each.event, each.statement) == ("removed", PAGE)
        )
        assert removed.because == f"its address shows another statement, {LATER}"
        assert removed.last_good is not None
        assert removed.last_good.captured_at == day(4)
        assert not is_gone(record, PAGE)
        assert not is_gone(record, LATER)


@pytest.mark.parametrize("window", [1, 2, 1_000])
def test_behind_each_event_stand_the_later_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, window: int
) -> None:
    """However many captures are gone through at a time: also that an address shows another statement, which is no capture of this."""
    from onrecord.archive import events

    monkeypatch.setattr(events, "_FIRST_WINDOW", window)
    again = page(EDITED, day(25), "On the new pier", "2031-05-02")
    with kept(tmp_path, [*PAGES, again]) as record:
        every = list(events.events_since(record, None))
        assert every == list(events.events_since(record, None, at_once=True))
        assert len(every) == 7
        for n, each in enumerate(every, start=1):
            assert list(events.events_since(record, each.cursor)) == every[n:]


def test_the_keeper_says_that_they_are_one(tmp_path: Path) -> None:
    """And takes it back."""
    kept(tmp_path, PAGES).close()
    decided(tmp_path, "joined", PAGE, LATER)
    with Record.open(tmp_path) as record:
        (listed,) = record.listed()
        assert (listed.id, len(listed.versions)) == (PAGE, 4)
        assert record.held(PAGE).version == 4  # what stands at its address by now
        assert record.verify().findings == ()
    (tmp_path / "corrections" / "joined.toml").unlink()
    with Record.open(tmp_path) as record:
        assert {each.id for each in record.listed()} == {PAGE, LATER}


def test_a_correction_is_of_the_one_that_it_names(tmp_path: Path) -> None:
    """Not of the other one at the same address; derived again it holds as well."""
    with kept(tmp_path, PAGES) as record:
        for id_, given in ((PAGE, "2031-05-01"), (LATER, "2031-05-18")):
            record.correct(Wish(id_, "Ines Marr", NOW, "I was there.", sets={"given_on": given}))
        days = {id_: record.held(id_).statement.given_on for id_ in (PAGE, LATER)}
        assert days == {PAGE: "2031-05-01", LATER: "2031-05-18"}
        assert record.verify().findings == ()
        record.rebuild()
        assert {id_: record.held(id_).statement.given_on for id_ in (PAGE, LATER)} == days


def test_a_copy_of_the_second_is_joined_with_the_second(tmp_path: Path) -> None:
    """Elsewhere, and captured earlier: then the statement has the id of that."""
    copy = page(SALT, day(19), "To the guilds on salt", "2031-05-19", url="https://merrow.example/7")
    with kept(tmp_path, [*PAGES, copy]) as record:
        assert {each.id for each in record.listed()} == {PAGE, statement_id("https://merrow.example/7", "")}
        assert record.held(LATER).listed.id == statement_id("https://merrow.example/7", "")
        assert record.verify().findings == ()


WORKS = st.sampled_from([(PIER, "On the new pier", "2031-05-02"), (EDITED, "On the new pier", "2031-05-02"),
                         (SALT, "To the guilds on salt", "2031-05-19"), (SALT + " So be it.", "To the guilds on salt", "2031-05-19"),
                         (PIER[: len(PIER) // 2] + SALT, "On the new pier", "2031-05-10"), (SALT[::-1], "Tides", "2031-06-01")])  # fmt: skip
ADDRESSES = st.sampled_from([PLACE, PLACE, "https://merrow.example/7"])
TIMES = st.sampled_from([day(3), day(4), day(20), "2099-01-01T00:00:00Z", None])
CAPTURES = st.lists(st.tuples(ADDRESSES, WORKS, TIMES), min_size=2, max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CAPTURES, st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_order_of_captures_plays_no_part(
    seen: list[tuple[str, tuple[str, str, str], str | None]], chance: Random, in_batches_of: int
) -> None:
    """Out of order, without time, from the future, in batches: the same record; every id ever given leads to a statement."""
    made = [page(words, at, title, posted, url=url) for url, (words, title, posted), at in seen]
    shuffled = chance.sample(made, len(made))
    with tempfile.TemporaryDirectory() as folder:
        with kept(Path(folder) / "one", made) as record:
            one = exported(record)
            assert record.verify().findings == ()
        with kept(Path(folder) / "two", shuffled, in_batches_of=in_batches_of) as record:
            assert exported(record) == one
            assert record.verify().findings == ()
            shown = {(each.url, each.captured_at) for listed in record.listed() for each in listed.witnesses}
            assert shown == {(url, at) for url, _, at in seen}
            ids = [each["id"] for each in events(Path(folder) / "two", "statement")]
            held = {each.id for each in record.listed()}
            assert {record.held(each).listed.id for each in ids} == held
            ledger = (Path(folder) / "two" / "ledger.jsonl").read_bytes()
            record.rebuild()
            assert exported(record) == one
            assert (Path(folder) / "two" / "ledger.jsonl").read_bytes() == ledger


def test_groups_do_not_depend_on_the_order_of_texts() -> None:
    """A, B and what is half of each: all one; without that, two."""
    texts = {"a": PIER, "b": SALT, "c": PIER[: len(PIER) // 2] + SALT}
    told = [
        Told("pier", None, "2031-05-02"),
        Told("salt", None, "2031-05-19"),
        Told("tides", None, "2031-06-09"),
    ]
    words = [texts[name].split() for name in "abc"]
    assert part_texts(told, words.__getitem__) == [[0, 1, 2]]
    assert part_texts(told[::-1], words[::-1].__getitem__) == [[0, 1, 2]]
    assert part_texts(told[:2], words.__getitem__) == [[0], [1]]


def test_words_are_asked_for_only_where_title_and_day_do_not_tell() -> None:
    """Pages that are edited every day cost no more for that."""

    def never(at: int) -> list[str]:
        raise AssertionError(at)

    assert part_texts([Told("pier", None, f"2031-05-{n:02}") for n in range(2, 30)], never) == [
        list(range(28))
    ]


def test_the_ledger_says_nothing_new_of_other_pages(tmp_path: Path) -> None:
    """A line as it always was, so that archives made before stay as they are."""
    kept(tmp_path, [FIRST]).close()
    lines = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_text().splitlines()]
    (minted,) = (line for line in lines if line["event"] == "statement")
    assert sorted(minted) == ["digest", "event", "id", "n", "url"]
