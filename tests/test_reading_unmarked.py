"""Labels without a mark, and questions whose answers have none. All places and people are invented."""

from __future__ import annotations

import pytest

from onrecord.reading.parts.titles import parse_title
from reading_pages import lines, only, read_html, read_text

GOVERNMENT = "https://www.gov.example.gov/page"


def test_bold_lines_that_come_back_are_labels() -> None:
    """In mixed case and without a form of address; a president who answers the press presides over nothing."""
    turns = only(
        read_html(
            "<h1>Conférence de presse du Président</h1><p><b>Le Président</b></p><p>Bonjour. Le pont est ouvert.</p>"
            "<p><b>Journaliste</b></p><p>Depuis quand, Monsieur le Président ?</p><p><b>Le Président</b></p>"
            "<p>Depuis hier soir.</p><p>Nous avons attendu la fin des travaux.</p>"
        )
    ).turns
    assert lines(turns) == [
        "official Le Président: Bonjour. Le pont",
        "questioner Journaliste: Depuis quand, Monsieur",
        "official Le Président: Depuis hier soir.",
    ]


def test_bold_lines_that_do_not_come_back_are_headings() -> None:
    """Topics of a speech are bold lines too."""
    (turn,) = only(
        read_html(
            "<h1>Speech by Foreign Minister Ada Verne</h1><p><b>The Bridge</b></p><p>It was closed. Why? It leaked.</p>"
            "<p><b>The Ferry</b></p><p>It sails on Sundays.</p><p><b>The Locks</b></p><p>They are green now.</p>"
        )
    ).turns
    assert turn.speaker == "Ada Verne"


def test_bare_leads_that_take_turns_are_labels() -> None:
    """No mark at all, in plain text: the title knows one of them, and somebody asks."""
    turns = only(
        read_text(
            "Press conference of the Prime Minister\n\nPRIME MINISTER Good morning. The bridge is open.\n\n"
            "JOURNALIST Since when?\n\nPRIME MINISTER Since Monday. It will stay open.\n\nJOURNALIST And the ferry?\n\n"
            "PRIME MINISTER It floats."
        )
    ).turns
    assert [turn.role for turn in turns] == ["official", "questioner", "official", "questioner", "official"]
    assert turns[2].text == "Since Monday. It will stay open."


def test_paragraphs_that_begin_alike_are_no_turns() -> None:
    """An orator repeats himself: "Verland Needs …"."""
    (turn,) = only(
        read_html(
            "<h1>Speech by Foreign Minister Ada Verne</h1><p>Verland Needs its bridge. Who will build it?</p>"
            "<p>Verland Wants its ferry, and wants it soon.</p><p>Verland Needs its locks.</p><p>Verland Wants peace.</p>"
        )
    ).turns
    assert (turn.label, turn.speaker) == (None, "Ada Verne")


def test_an_outlet_may_ask_and_the_answer_have_no_label() -> None:
    """The next paragraph answers, as behind the word "Question"."""
    turns = only(
        read_html(
            "<h1>Interview with Foreign Minister Ada Verne</h1><p><b>Tern Gazette:</b> Is the bridge open?</p>"
            "<p>It is open since Monday.</p><p>It will remain so.</p><p><b>Tern Gazette:</b> And the ferry?</p><p>It floats.</p>"
        )
    ).turns
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("questioner", None),
        ("official", "Ada Verne"),
    ] * 2
    assert turns[1].text.endswith("It will remain so.")


def test_a_question_of_two_paragraphs_ends_with_its_question_mark() -> None:
    """Where only questions are labelled, what follows a question that has not been put yet belongs to it."""
    turns = only(
        read_html(
            "<h1>Interview with Foreign Minister Ada Verne</h1><p>Question: The bridge was closed in autumn.</p>"
            "<p>Is it open now?</p><p>It is open since Monday.</p><p>Question: And the ferry?</p><p>It floats.</p>"
        )
    ).turns
    assert [turn.role for turn in turns] == ["questioner", "official", "questioner", "official"]
    assert turns[0].text.endswith("Is it open now?")


def test_letters_with_a_dash_beside_whole_words() -> None:
    """ "Question :" above, "Q -" and "R -" below, on one page."""
    turns = only(
        read_html(
            "<h1>Entretien de la ministre Ada Verne</h1><p>Question : Le pont est-il ouvert ?</p><p>Réponse : Depuis lundi.</p>"
            "<p>Q - Et le bac ?</p><p>R - Il flotte.</p>"
        )
    ).turns
    assert [turn.text for turn in turns] == [
        "Le pont est-il ouvert ?",
        "Depuis lundi.",
        "Et le bac ?",
        "Il flotte.",
    ]


@pytest.mark.parametrize("mark", ["", ":"])
def test_a_table_may_set_whoever_speaks_beside_what_is_said(mark: str) -> None:
    """Also where the cells hold a word or two only."""
    rows = [("Question", "Is the bridge at Halvane open now, Minister?"), ("Verne", "Yes.")]
    rows += [("Question", "Since when?"), ("Verne", "Monday.")]
    table = "".join(f"<tr><td>{who}{mark}</td><td>{said}</td></tr>" for who, said in rows)
    turns = only(read_html(f"<h1>Interview with Ada Verne</h1><table>{table}</table>")).turns
    assert [(turn.label, turn.text) for turn in turns] == rows
    assert turns[1].speaker == "Ada Verne"


def test_a_headline_about_a_speech_is_no_speech() -> None:
    """A newspaper tells what the speech did; a page of the office under such a title is kept as a statement."""
    page = "<h1>President Verne's speech divides nation</h1><p>Many liked it on Monday, our reader writes. Others did not.</p>"
    assert read_html(page, url="https://www.tern-gazette.example/1").page.kind == "other"
    assert read_html(page, url=GOVERNMENT).page.kind == "statement"


def test_a_link_between_two_turns_answers_nothing() -> None:
    """Where each turn has a link to its own place, the turn behind it has its label all the same."""
    page = (
        "<h1>Interview with Foreign Minister Ada Verne</h1><p id='t1'><b>Question:</b> Will they run?</p><p><a href='#t1'>1</a></p>"
        "<p><b>Ada Verne:</b> Why would they not run?</p><p><a href='#t2'>2</a></p>"
        "<p><b>Question:</b> It snows.</p><p>And it is cold.</p>"
    )
    assert [turn.role for turn in only(read_html(page)).turns] == ["questioner", "official", "questioner"]


def test_a_question_under_its_word_belongs_to_who_asks() -> None:
    """The word "Question" has a cell or a line of its own; the paragraph behind its words answers, without a label."""
    turns = only(
        read_html(
            "<h1>Interview with Foreign Minister Ada Verne</h1><table><tr><td><b>Question</b>:</td><td>Is the bridge open?</td></tr>"
            "<tr><td></td><td>It is open since Monday.</td></tr><tr><td><b>Question</b>:</td><td>And the ferry?</td></tr>"
            "<tr><td></td><td>It floats.</td></tr></table>"
        )
    ).turns
    assert [(turn.role, turn.label, turn.text) for turn in turns] == [
        ("questioner", "Question", "Is the bridge open?"),
        ("official", None, "It is open since Monday."),
        ("questioner", "Question", "And the ferry?"),
        ("official", None, "It floats."),
    ]


def test_one_answer_may_have_a_label_among_questions_that_have_none() -> None:
    """The bank's second official is named where she answers; nothing but their marks tells the questions of a plain text."""
    statement = only(
        read_text(
            """
            PRESS CONFERENCE

            Ada Verne, President of the Tide Bank,
            Bel Harrow, Vice-President of the Tide Bank

            Halvane, 14 March 2031

            Good afternoon, the Vice-President and I welcome you to our press conference.

            The Council today decided to keep the three key rates unchanged.

            Growth has continued to decline, as we told you in May.

            We are now ready to take your questions.

            * * *

            Could you tell us whether a cut was discussed today?

            On your question, we did not discuss cuts at this meeting.

            My question is about the ferry crisis. Do you see any effect on prices?

            We are watching this very carefully. So far the effect is contained.

            I wanted to ask the Vice-President about banks. Are you worried?

            Vice-President Harrow: Banks are resilient, and profits are high.
            """
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("official", None),
        *([("questioner", None), ("official", None)] * 2),
        ("questioner", None),
        ("official", "Bel Harrow"),
    ]


def test_where_remarks_were_made_is_not_what_they_are() -> None:
    """A council's briefing is an occasion; a weekly press briefing is what its transcript is."""
    for title, kinds in (
        ("Remarks by Ambassador Ada Verne at a Council Briefing on the Locks", ("remarks",)),
        ("Remarks by the Spokesperson at the weekly press briefing", ("briefing",)),
    ):
        assert parse_title(title).kinds == kinds
