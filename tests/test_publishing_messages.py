"""Leads, order, years, pages and parts of the lists of messages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Part
from onrecord.publishing.lists.messages import (
    Entry,
    cut_lead,
    entry_of,
    group_by_year,
    group_parts,
    growing_number,
    growing_page,
    lead_of,
    page_count,
    page_of,
    sort_entries,
)
from publishing_record import RecordInMemory, a_statement, a_turn


def entries_of(record: RecordInMemory) -> list[Entry]:
    """Return every message of a record, newest first."""
    return sort_entries(map(entry_of, record.outlines()))


def test_the_lead_is_the_official_not_the_question() -> None:
    """A list shows what the office said, in one line."""
    turns = [a_turn(1, "Q", "Why now?", "questioner"), a_turn(2, "A", "Because it is time.\nAnd tide.")]
    assert lead_of(a_statement("a", "T", turns)) == "Because it is time. And tide."


def test_without_an_official_turn_the_first_turn_leads() -> None:
    """Nothing is guessed about who spoke; no words, no lead."""
    assert (
        lead_of(a_statement("a", "T", [a_turn(1, None, "Somebody says this.", None)]))
        == "Somebody says this."
    )
    assert lead_of(a_statement("a", "T", [a_turn(1, None, "  ")])) is None


def test_a_heading_does_not_lead() -> None:
    """What the source set between the words, and what nobody said, are left out of the lead."""
    words = "(Applause.)\nFriends,\nThe season\nOur boats are out."
    turn = a_turn(1, None, words, directions=["(Applause.)"], editorial=["The season"])
    assert lead_of(a_statement("a", "T", [turn])) == "Friends, Our boats are out."
    alone = a_turn(1, None, "(Applause.)", directions=["(Applause.)"])
    assert lead_of(a_statement("a", "T", [alone])) == "(Applause.)"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("One. " + "word " * 80, "One."),
        ("One. Two! " + "word " * 80, "One. Two!"),
        ("He said: “It is over.” " + "word " * 80, "He said: “It is over.”"),
        (
            "We met Mr. Ostrander and J. Pell there. " + "word " * 80,
            "We met Mr. Ostrander and J. Pell there.",
        ),
        ("港口条约仍然有效。" + "我们将继续努力" * 50, "港口条约仍然有效。"),
        ("word " * 80, ("word " * 59).strip() + "…"),
        ("字" * 400, "字" * 299 + "…"),
        ("Short.", "Short."),
    ],
)
def test_a_lead_is_cut_at_a_sentence_end(text: str, lead: str) -> None:
    """The last sentence that ends within 300 characters; else whole words and an ellipsis."""
    assert cut_lead(text.strip()) == lead


@given(st.text(max_size=900))
def test_a_lead_is_a_beginning_of_its_text(text: str) -> None:
    """Whatever the text, a lead is at most 300 characters of its beginning, cut with a mark or at a sentence end."""
    lead = cut_lead(text)
    assert len(lead) <= 300
    assert text.startswith((lead, lead.removesuffix("…")))


def test_messages_stand_newest_first_under_their_years() -> None:
    """The date of posting counts, else the date given; undated messages come last, under a name of their own."""
    record = RecordInMemory()
    record.keep(a_statement("st-a", "Undated"))
    record.keep(a_statement("st-b", "Given", given_on="2025-12-31"))
    record.keep(a_statement("st-c", "Posted later", given_on="2025-12-30", posted_on="2026-01-02"))
    record.keep(a_statement("st-d", "Same day", posted_on="2026-01-02"))
    entries = entries_of(record)
    assert [(entry.title, entry.date, entry.given) for entry in entries] == [
        ("Posted later", "2026-01-02", "2025-12-30"),
        ("Same day", "2026-01-02", None),
        ("Given", "2025-12-31", "2025-12-31"),
        ("Undated", None, None),
    ]
    assert {year: len(group) for year, group in group_by_year(entries).items()} == {
        "2026": 2,
        "2025": 1,
        "undated": 1,
    }


@given(st.lists(st.integers(), unique=True), st.integers(min_value=1, max_value=7))
def test_pages_counted_from_the_oldest_hold_every_message_once(numbers: list[int], per_page: int) -> None:
    """The newest page, then the others from the highest number down give the list back; each message tells on which it is."""
    newest = growing_page(numbers, per_page, None)
    assert newest is not None
    older = [growing_page(numbers, per_page, n) for n in range(newest.pages - 1, 0, -1)]
    pages = [newest, *(page for page in older if page is not None)]
    assert len(pages) == newest.pages == page_count(len(numbers), per_page)
    assert growing_page(numbers, per_page, 0) is growing_page(numbers, per_page, newest.pages) is None
    assert [number for page in pages for number in page.entries] == numbers
    assert all(len(page.entries) <= per_page for page in pages)
    found = {number: None if page is newest else page.n for page in pages for number in page.entries}
    assert [growing_number(len(numbers), per_page, at) for at in range(len(numbers))] == [
        found[number] for number in numbers
    ]


@given(st.lists(st.integers()), st.integers(min_value=1, max_value=7))
def test_a_new_message_leaves_all_pages_but_the_two_newest(numbers: list[int], per_page: int) -> None:
    """What comes to a list at its beginning moves nothing on its older pages."""
    pages = page_count(len(numbers), per_page)
    for n in range(1, pages - 1):
        before, behind = (growing_page(each, per_page, n) for each in (numbers, [7, *numbers]))
        assert before is not None
        assert behind is not None
        assert before.entries == behind.entries


@given(st.lists(st.integers()), st.integers(min_value=1, max_value=7))
def test_pages_hold_every_message_once(numbers: list[int], per_page: int) -> None:
    """Pages in order give the list back; none is longer than asked, none but the only one is empty."""
    found = [page_of(numbers, per_page, n) for n in range(1, page_count(len(numbers), per_page) + 1)]
    pages = [page for page in found if page is not None]
    assert len(pages) == len(found)
    assert page_of(numbers, per_page, len(pages) + 1) is None
    assert page_of(numbers, per_page, 0) is None
    assert [number for page in pages for number in page.entries] == numbers
    assert all(len(page.entries) <= per_page for page in pages)
    assert [page.n for page in pages] == list(range(1, pages[0].pages + 1))
    assert len(pages) == 1 or all(page.entries for page in pages)


def test_parts_are_joined_only_when_numbered() -> None:
    """One title, one date, two numbers: two parts of one text. Without numbers nothing is guessed."""
    record = RecordInMemory()
    lecture: dict[str, Any] = {"given_on": "2026-04-27", "kinds": ("lecture",)}
    record.keep(a_statement("st-1", "Lecture (part 1)", part=Part(1, True), **lecture))
    record.keep(a_statement("st-2", "Lecture, part two", part=Part(2, False), **lecture))
    record.keep(a_statement("st-3", "Talk", part=Part(None, False), given_on="2026-04-27"))
    record.keep(a_statement("st-4", "Talk", part=Part(2, False), given_on="2026-04-27"))
    others = {
        identity: [one.id for one in group] for identity, group in group_parts(entries_of(record)).items()
    }
    assert others == {"st-1": ["st-2"], "st-2": ["st-1"]}


def test_a_first_part_without_a_number_leads_to_the_second() -> None:
    """It breaks off, and the second was given on the same day, whenever it was posted; two such may be anything."""
    record = RecordInMemory()
    first: dict[str, Any] = {"given_on": "2026-04-27", "part": Part(None, True)}
    record.keep(a_statement("st-1", "Lecture", posted_on="2026-04-28", **first))
    second: dict[str, Any] = {"given_on": "2026-04-27", "posted_on": "2026-05-02", "part": Part(2, False)}
    record.keep(a_statement("st-2", "Lecture (part two)", **second))
    assert [one.id for one in group_parts(entries_of(record))["st-1"]] == ["st-2"]
    assert [one.id for one in group_parts(entries_of(record))["st-2"]] == ["st-1"]
    record.keep(a_statement("st-3", "Lecture", posted_on="2026-04-29", **first))
    assert group_parts(entries_of(record)) == {}
