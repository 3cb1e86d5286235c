"""Titles that print names in another case than the labels below: one person, who stands once in the table of speakers."""

from __future__ import annotations

import pytest

from onrecord.reading.words.titled import people_in_title
from reading_pages import only, read_text

INTERVIEWS = {
    "Polish": (
        "Wywiad minister Ady Verne i burmistrza Bela Olma dla Radia Przypływ",
        ("Pytanie", "Ada Verne", "Bel Olm"),
        ("Czy prom popłynie w maju?", "Popłynie w maju, jak obiecaliśmy.", "Pracowaliśmy nad tym dwie zimy."),
    ),
    "Czech": (
        "Rozhovor ministryně Ady Verne a starosty Bela Olma pro Rádio Příliv",
        ("Otázka", "Ada Verne", "Bel Olm"),
        (
            "Vypluje přívoz v květnu?",
            "Vypluje v květnu, jak jsme slíbili.",
            "Pracovali jsme na tom dvě zimy.",
        ),
    ),
    "Russian": (
        "Интервью министра Ады Верне и мэра Бела Ольма Радио Прилив",
        ("Вопрос", "Ада Верне", "Бел Ольм"),
        ("Пойдёт ли паром в мае?", "Он пойдёт в мае, как мы обещали.", "Мы работали над этим две зимы."),
    ),
}


@pytest.mark.parametrize("language", INTERVIEWS)
def test_who_stands_in_the_genitive_in_the_title_is_the_one_of_the_label(language: str) -> None:
    """The labels have the nominative; nobody is told twice."""
    title, (asks, first, second), (question, one, other) = INTERVIEWS[language]
    turns = ((asks, question), (first, one), (second, other), (asks, question), (second, other), (first, one))
    text = "\n\n".join((title, "14.05.2031", *(f"{label}: {words}" for label, words in turns)))
    statement = only(read_text(f"{text}\n"))
    assert sorted(each.name for each in statement.speakers) == [first, second]
    assert [turn.role for turn in statement.turns] == ["questioner", "official", "official"] * 2


def test_another_person_of_the_same_surname_stays_another() -> None:
    """In English names have no cases: Ann is not Anna."""
    statement = only(
        read_text(
            "Interview of Minister Ann Verne with Radio Tide\n\n14 May 2031\n\nQuestion: Will it sail?\n\n"
            "Anna Verne: It will sail in May, as we promised, and it will be cheap.\n\nQuestion: When?\n\n"
            "Anna Verne: In May, when the ice is gone and the harbour is open again.\n"
        )
    )
    assert {"Ann Verne", "Anna Verne"} <= {one.name for one in statement.speakers}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (
            "Intervju med minister Ada Verne och borgmästare Bel Olm i Radio Tidvatten",
            ["Ada Verne", "Bel Olm"],
        ),
        ("Interviul ministrului Ada Verne și al primarului Bel Olm la Radio Maree", ["Ada Verne", "Bel Olm"]),
    ],
)
def test_the_second_of_two_in_office_is_named_without_the_station(title: str, names: list[str]) -> None:
    """What they spoke to stands right behind the second name."""
    assert [one.name for one in people_in_title(title)] == names
