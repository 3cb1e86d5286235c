"""Conventions of embassies' pages: reporters with outlets, initials, notes in brackets, readouts. All names are invented."""

from __future__ import annotations

import pytest

from reading_pages import lines, only, read_html, transcript


def test_a_name_with_an_outlet_in_brackets_asks_once() -> None:
    """Each reporter asks one question; who answers is named by the title.

    President Kessa Selwick’s answers to questions from the Corvane Courier concerning the bridge

    Corin Brand (the Corvane Courier): Is it true that the bridge was discussed with both sides?

    Kessa Selwick: It was, and at length.
    """
    assert lines(only(transcript(test_a_name_with_an_outlet_in_brackets_asks_once)).turns) == [
        "questioner Corin Brand (the Corvane Courier): Is it true",
        "official Kessa Selwick: It was, and",
    ]


def test_an_initial_is_no_letter_for_an_answer() -> None:
    """ "A.Hohlstein:" is a person, "A. We did" an answer.

    Antworten von Außenminister Adal Hohlstein auf Fragen des Tern-Boten

    Frage: Fährt die Fähre?

    A.Hohlstein: Sie fährt.

    Frage: Auch im Winter?

    A.Hohlstein: Auch dann.
    """
    assert lines(only(transcript(test_an_initial_is_no_letter_for_an_answer)).turns)[1::2] == [
        "official A.Hohlstein: Sie fährt.",
        "official A.Hohlstein: Auch dann.",
    ]


def test_a_note_in_square_brackets_above_the_words_is_nobodys() -> None:
    """The publisher says what state the transcript is in.

    News conference by Ambassador Bel Harrow

    [Transcript of the evening, may be mended later.]

    HARROW: Good evening.

    QUESTION: Does the ferry sail?

    HARROW: It does, on most days.
    """
    statement = only(transcript(test_a_note_in_square_brackets_above_the_words_is_nobodys))
    assert lines(statement.turns)[0] == "official HARROW: Good evening."


@pytest.mark.parametrize(
    ("opening", "given"),
    [
        ("On 3 May 2031, Minister Ada Verne spoke by telephone with the harbour master.", "2031-05-03"),
        ("On 28 December, Minister Ada Verne spoke by telephone with the harbour master.", None),
        ("On 1 May, Minister Ada Verne spoke by telephone with the harbour master.", "2031-05-01"),
        ("The minister asked what was agreed on 3 May 2031 and why.", None),
    ],
)
def test_a_readout_says_in_its_first_sentence_when(opening: str, given: str | None) -> None:
    """A year left out is that of the posting, if that follows soon; a day later in the sentence is another matter."""
    title = "Press release on Minister Ada Verne’s telephone conversation with the harbour master"
    statement = only(
        read_html(
            f"<main><h1>{title}</h1><p>4 May 2031</p><p>{opening}</p><p>Both thanked each other.</p></main>"
        )
    )
    assert (statement.given_on, statement.posted_on) == (given, "2031-05-04")


@pytest.mark.parametrize(
    "line", ["Velsen, Friday, 3 May 2031", "Velsen, le 3 mai 2031", "Вельзен, 3 мая 2031 г."]
)
def test_a_place_and_a_day_above_the_words_say_where_and_when(line: str) -> None:
    """The day of the week, an article and the word for a year belong to the date."""
    statement = only(
        read_html(
            f"<main><h1>Statement by Minister Ada Verne</h1><p>{line}</p><p>We shall build it in May.</p></main>"
        )
    )
    assert (statement.given_on, statement.place) == ("2031-05-03", line.split(",")[0])
    assert statement.turns[0].text == "We shall build it in May."
