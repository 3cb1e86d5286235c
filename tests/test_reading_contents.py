"""What stands around words and is none of them: topics, page numbers, banners, ways up the page, days of posting, titles that are none."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from reading_pages import only, read_html, read_text

_TOPICS = (
    "Talks with the Ports Minister of Brunavia",
    "The situation at the locks of Orvane",
    "Night ferries",
)
_SAID = """
            Answers to media questions:

            Question: Will the ferry sail in winter?

            Ada Verne: It will, from the first of November.

            Question: And on Sundays?

            Ada Verne: On Sundays, too.
"""


def briefing(listed: str) -> Reading:
    """Return the Reading of a briefing with a list of its topics above, whose lines begin as given."""
    above = "\n".join(f"            {listed.format(n)}{topic}" for n, topic in enumerate(_TOPICS, 1))
    below = "\n\n".join(f"            {topic}\n\n            We spoke of this for long." for topic in _TOPICS)
    title = "            Briefing by Spokesperson Ada Verne, Halvane, 3 May 2031"
    return read_text(f"\n{title}\n\n{above}\n\n{below}\n{_SAID}")


@pytest.mark.parametrize("listed", ["- ", "{}. ", "{}) ", ""])
def test_the_list_of_topics_above_a_briefing_is_no_part_of_what_is_said(listed: str) -> None:
    """Its lines stand again over what is said of each; there they are headings, and not spoken either."""
    reading = briefing(listed)
    turns = only(reading).turns
    assert [(turn.speaker, turn.role) for turn in turns] == [
        ("Ada Verne", "official"),
        (None, "questioner"),
        ("Ada Verne", "official"),
        (None, "questioner"),
        ("Ada Verne", "official"),
    ]
    assert turns[0].text.startswith("We spoke of this for long.")
    assert [aside.text for aside in turns[0].editorial] == list(_TOPICS[1:])
    assert reading.unclassified.characters == 0


def test_lines_at_the_beginning_that_do_not_come_again_are_words() -> None:
    """Only the page itself tells a list of topics, by repeating it: a speech may open with a list."""
    reading = read_text(
        """
        Speech by Minister Ada Verne, Halvane, 3 May 2031

        Three things brought me here:

        - the sea that gives,
        - the sea that takes,
        - the sea that keeps.

        So they sang here when I was young, and so we sing today.
        """
    )
    (turn,) = only(reading).turns
    assert turn.text.startswith("Three things")
    assert "the sea that takes" in turn.text


def test_a_row_of_page_numbers_below_the_title_makes_a_list_of_the_page() -> None:
    """The leads of several messages, one behind the other, are not the answers of whoever spoke last."""
    reading = read_text(
        """
        SPEECHES, INTERVIEWS, ARTICLES
        Pages: ««« :: 1 | 2 | 3 | 4 | 5 | 6 :: »»»
        Question: Did the visit justify the description?
        Ada Verne: The visit is historic for both our harbours.
        Question: What should a pilot of our time be aware of?
        Ada Verne: Of the tides, as ever.
        We are grateful to our hosts for their excellent work on the council of ports.
        """
    )
    assert reading.statements == ()
    assert "We are grateful" in (reading.page.main_text or "")


def test_what_a_government_prints_above_all_its_pages_is_nobodys_words() -> None:
    """Where a plain text has no title, either, it stands right above the first label."""
    reading = read_text(
        """
        An official website of the Brunavian Government

        Here's how you know

        A .gov website belongs to an official government organization in Brunavia.

        A lock ( ) or https:// means you've safely connected to the .gov website.

        FOREIGN MINISTER VERNE:  Ladies and gentlemen, a very warm welcome to Halvane.

        SECRETARY HARROW:  Thank you very much.  It is good to be here.

        FOREIGN MINISTER VERNE:  Then let us begin with the ferries.
        """
    )
    assert [turn.label for turn in only(reading).turns] == [
        "FOREIGN MINISTER VERNE",
        "SECRETARY HARROW",
        "FOREIGN MINISTER VERNE",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Submitted on Sat, 05/17/2031 - 22:00",
        "Submitted by the press office on Sat, 05/17/2031 - 22:00",
        "Published on Saturday, 17 May 2031 14:20",
        "Publié le samedi 17 mai 2031 à 10h",
        "Mis en ligne le 17 mai 2031",
        "Erstellt am Samstag, 17. Mai 2031",
    ],
)
def test_a_day_of_posting_is_read_with_the_day_of_the_week_and_who_posted_it(line: str) -> None:
    """As publishing systems print it below a title; it is not the day on which anything was said."""
    page = f"<main><h1>Statement by Minister Ada Verne on the locks</h1><p>{line}</p><p>We close the locks today.</p></main>"
    statement = only(read_html(page))
    assert (statement.posted_on, statement.given_on) == ("2031-05-17", None)


@pytest.mark.parametrize("way", ["Retour sommaire", "Back to contents", "Zurück zum Inhalt", "К содержанию"])
def test_the_way_up_the_page_is_not_spoken(way: str) -> None:
    """A plain text does not show that it was a link; its words do."""
    page = f"Point de presse du 14 mai 2031\n\nLe bac est ouvert.\n\n{way}\n\nLes écluses sont closes.\n\n{way}\n"
    (turn,) = only(read_text(page)).turns
    assert turn.text == f"Le bac est ouvert.\n\n{way}\n\nLes écluses sont closes."
    assert [aside.text for aside in turn.editorial] == [way]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("- a search in all statements and press briefings", "Point de presse du 14 mai 2031"),
        ("Brunavian Government\n\n05/14/2031 | Press release", "Hafenpressekonferenz vom 14. Mai 2031"),
        (
            "Verne, Ada\n\nPeriod of Service: 15/09/2030 - 24/08/2034",
            "Press conference by Minister Ada Verne",
        ),
    ],
)
def test_what_stands_above_a_title_is_none(above: str, title: str) -> None:
    """An entry of a list, an office's name, the years of somebody's service; "… vom 14. Mai" is how a conference is called."""
    reading = read_text(f"{above}\n\n{title}\n\nWe open the harbour today. It was closed for long.\n")
    assert only(reading).title == title


def test_full_text_heads_the_words_and_is_no_title() -> None:
    """Where a page's own title is not in the text, there is none, and the first words are not lost to it."""
    reading = read_text(
        """
        Texte intégral
        Bonsoir à tous, nous sommes au port de Halvane, où le bac repart enfin.
        Madame Verne, vous attendiez-vous à ce que ce soit aussi long ?
        R - Les écluses sont vieilles. C'est ainsi.
        Q - Et cet hiver ?
        R - Cet hiver aussi, nous naviguerons.
        """
    )
    statement = only(reading)
    assert statement.title is None
    assert statement.turns[0].text.startswith("Bonsoir à tous")


def test_a_town_behind_a_title_that_stands_alone_as_well_is_the_place() -> None:
    """Behind "Doorstop interview" there may stand a topic; the line below shows that it is a town."""
    page = "Doorstop interview - {0}\n\nTranscript\nHalvane\n\nADA VERNE, MINISTER: Good morning.\n\nJOURNALIST: Is it open?\n\nVERNE: It is.\n"
    places = [only(read_text(page.format(end))).place for end in ("Orvane, Halvane", "Night Ferries")]
    assert places == ["Orvane, Halvane", None]


def test_a_title_in_capitals_goes_on_where_a_line_ends_in_the_middle_of_it() -> None:
    """As texts taken out of print have it; the place and the day below, and a name, are no part of it."""
    reading = read_text(
        """
        CONFERENCIA DE PRENSA CONJUNTA DEL PRESIDENTE
        DEL GOBIERNO, BASILIO ARNÁEZ, Y DEL PRIMER
        MINISTRO DE SKELL, GUIDO HARROW
        Halvane, 18-07-2031
        Presidente.- Muy buenas tardes a todos.
        Sr. Harrow.- Muchas gracias. Estoy muy contento de estar aquí.
        P.- Señor Presidente, ¿han hablado ustedes de las esclusas?
        Presidente.- Hemos hablado de las esclusas, naturalmente.
        """
    )
    statement = only(reading)
    assert statement.title is not None
    assert statement.title.endswith("Y DEL PRIMER MINISTRO DE SKELL, GUIDO HARROW")
    assert (statement.place, statement.given_on) == ("Halvane", "2031-07-18")
    assert [turn.label for turn in statement.turns] == ["Presidente", "Sr. Harrow", "P", "Presidente"]


def test_two_who_brief_share_a_label_that_names_neither() -> None:
    """Both are named, each with an office; "Spokesperson" could be either, and nobody is guessed."""
    reading = read_text(
        """
        Spokesperson's Noon Briefing

        The following is a near-verbatim transcript of today's briefing by Ada Verne, Spokesperson for the Council, and Bel Olm, Spokesperson for the Assembly.

        Good afternoon. The Council met this morning.

        Question:  What of the locks?

        Spokesperson:  They stay closed.

        Question:  And the ferries?

        Spokesperson:  They sail.
        """
    )
    statement = only(reading)
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("Ada Verne", "Spokesperson for the Council"),
        ("Bel Olm", "Spokesperson for the Assembly"),
    ]
    assert {turn.speaker for turn in statement.turns} == {None}
