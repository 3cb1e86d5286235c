"""Whole pages with all that a site puts around a statement, as markup and as plain text, of invented people."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from reading_pages import only, read_html, read_text

Told = tuple[str | None, str | None, str, str]


def turns_of(reading: Reading) -> list[Told]:
    """Return role, speaker, first and last word of each turn of the only statement."""
    return [
        (turn.role, turn.speaker, turn.text.split()[0], turn.text.split()[-1]) for turn in only(reading).turns
    ]


MENU = "<ul><li><a href='/a'>Harbour</a></li><li><a href='/b'>Speeches</a></li><li><a href='/c'>Contact</a></li></ul>"
PAGES: dict[str, tuple[str, list[Told]]] = {
    "a form around the whole page": (
        f"<form id='aspnetForm'><div>{MENU}</div><div><h1>Speech by Minister Ada Verne</h1><p>Good morning to all of you.</p>"
        "<p>I open this bridge today, and I thank those who built it.</p></div><div><input><button>Search</button></div></form>",
        [("official", "Ada Verne", "Good", "it.")],
    ),
    "names with posts in a language that has another word for them": (
        "<main><h1>Tisková konference po jednání vlády</h1><p><b>Ida Vernová, mluvčí přístavu:</b> Vítejte. Předávám slovo.</p>"
        "<p><b>Bel Harou, předseda vlády:</b> Vláda schválila most.</p><p><b>Cora Pelová, Rádio Most:</b> Kolik to bude stát?</p>"
        "<p><b>Bel Harou, předseda vlády:</b> Dvě miliardy.</p><p><b>Ida Vernová, mluvčí přístavu:</b> Nejsou další dotazy.</p></main>",
        [
            ("chair", "Ida Vernová", "Vítejte.", "slovo."),
            ("official", "Bel Harou", "Vláda", "most."),
            ("questioner", "Cora Pelová", "Kolik", "stát?"),
            ("official", "Bel Harou", "Dvě", "miliardy."),
            ("chair", "Ida Vernová", "Nejsou", "dotazy."),
        ],
    ),
    "bold questions behind a long statement": (
        "<main><h1>PRESS CONFERENCE</h1><h2>Ada Verne, President of the Lock Bank</h2><p>Good afternoon. We kept the rates.</p><h3>Outlook</h3>"
        "<p>The river was low.</p><h3>Prices</h3><p>Bread was dear.</p><p>We are now ready to take your questions.</p><p>* * *</p>"
        "<p><b>Was it unanimous?</b></p><p>It was.</p><p><b>Is the river too low?</b></p><p>It is.</p><p><b>And the bread?</b></p><p>Dear.</p></main>",
        [
            ("official", "Ada Verne", "Good", "questions."),
            ("questioner", None, "Was", "unanimous?"),
            ("official", "Ada Verne", "It", "was."),
            ("questioner", None, "Is", "low?"),
            ("official", "Ada Verne", "It", "is."),
            ("questioner", None, "And", "bread?"),
            ("official", "Ada Verne", "Dear.", "Dear."),
        ],
    ),
    "the first question alone names who asks": (
        "<main><h1>Vern Géza interjúja a Parti Rádióban</h1><p><b>Pell Kata: Jó reggelt! Mikor nyílik a híd?</b></p><p>Májusban.</p>"
        "<p><b>És a zsilip?</b></p><p>Júniusban.</p></main>",
        [
            ("questioner", "Pell Kata", "Jó", "híd?"),
            ("official", "Vern Géza", "Májusban.", "Májusban."),
            ("questioner", None, "És", "zsilip?"),
            ("official", "Vern Géza", "Júniusban.", "Júniusban."),
        ],
    ),
    "the kind stands on a line under the title, and who is asked": (
        "<article><header><h1>„Wir müssen geduldig bleiben“</h1><p>Interview mit Präsidentin Ada Verne im Hafenblatt</p></header>"
        "<p>Das Gespräch führte Bel Harrow.</p><h2>Frau Verne, bleibt der Hafen?</h2><p>Er bleibt.</p><h2>Und das Wehr?</h2><p>Auch.</p></article>",
        [
            ("questioner", None, "Frau", "Hafen?"),
            ("official", "Ada Verne", "Er", "bleibt."),
            ("questioner", None, "Und", "Wehr?"),
            ("official", "Ada Verne", "Auch.", "Auch."),
        ],
    ),
    "the publisher tells who speaks, above the words": (
        "<main><h2>Wystąpienie Premier podczas Forum</h2><p>Premier Ada Werna wzięła udział w Forum Morskim.</p><p>Panie Ministrze! Drodzy Goście!</p>"
        "<p>Morze to nasza szansa.</p><p>Dziękuję bardzo.</p><h3>Zdjęcia (5)</h3><ul><li><a href='/1'>Premier na Forum</a></li></ul></main>",
        [("official", "Ada Werna", "Panie", "bardzo.")],
    ),
    "a spokesperson beside the head of the house gives the floor": (
        "<main><h1>Press encounter of the Secretary General, Ada Verne</h1><p>Good afternoon. The river is low again, and two towns have no water.</p>"
        "<p><b>Spokesperson:</b> We'll start with Edith.</p><p><b>Question:</b> Did they promise anything?</p>"
        "<p><b>Secretary General:</b> They promised to listen, and I shall speak with both of them again on Monday.</p><p><b>Spokesperson:</b> Thank you very much.</p></main>",
        [
            ("official", "Ada Verne", "Good", "water."),
            ("chair", None, "We'll", "Edith."),
            ("questioner", None, "Did", "anything?"),
            ("official", "Ada Verne", "They", "Monday."),
            ("chair", None, "Thank", "much."),
        ],
    ),
    "lists and credits in no element of their own behind the words": (
        "<div><h1>Speech by Minister Ada Verne</h1><p>I thank you all for having come to the old bridge.</p><p>We shall keep it.</p>"
        "<h3>Related news</h3><p>A bridge is opened</p><p>3 May 2031</p><p>Follow us</p><p>Privacy policy</p></div>",
        [("official", "Ada Verne", "I", "it.")],
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_whole_page_is_read(page: str) -> None:
    """Who speaks, in which role, from where to where."""
    body, expected = PAGES[page]
    assert turns_of(read_html(body)) == expected


def test_a_plain_text_under_a_menu_has_its_title_and_no_foot() -> None:
    """The title is none of the menu's lines, and what a site offers behind the last sentence is none of the words."""
    reading = read_text(
        """
        Skip to content

        Harbour

        Speeches

        Interviews

        Contact

        Home > News > Speeches

        Speech by Minister Ada Verne at the bridge

        3 May 2031

        Share on Facebook

        I thank you all for having come to the old bridge, where my mother worked.

        We shall keep it.

        Related news

        A bridge is opened

        Imprint

        Privacy

        © 2031 Harbour Office
        """
    )
    assert only(reading).title == "Speech by Minister Ada Verne at the bridge"
    assert turns_of(reading) == [("official", "Ada Verne", "I", "it.")]


def test_a_plain_interview_is_parted_by_its_question_marks() -> None:
    """Where type is lost, a paragraph that ends with the mark of a question asks, and the next one answers."""
    reading = read_text(
        """
        Interview with President Ada Verne

        The bridge was closed. Will it open?

        In May.

        We shall see.

        And the lock?

        It is shut.

        Who pays?

        All of us.
        """
    )
    assert turns_of(reading) == [
        ("questioner", None, "The", "open?"),
        ("official", "Ada Verne", "In", "see."),
        ("questioner", None, "And", "lock?"),
        ("official", "Ada Verne", "It", "shut."),
        ("questioner", None, "Who", "pays?"),
        ("official", "Ada Verne", "All", "us."),
    ]


def test_thanks_without_a_stop_are_the_last_words() -> None:
    """What thanks ends a speech, also where no stop stands behind it and a foot follows."""
    reading = read_text(
        """
        Speech by Minister Ada Verne

        I open this bridge today, and I am glad of it.

        Thank you

        Imprint

        Privacy

        Site map
        """
    )
    assert turns_of(reading) == [("official", "Ada Verne", "I", "you")]


def test_day_and_hall_and_town_on_one_line_are_of_the_occasion() -> None:
    """A day of the week behind a hall and its town tells when and where it was said."""
    page = (
        "<main><h1>Discurso de la ministra Ada Verne</h1><p>Palacio de la Ribera, Puerto Alto, lunes 10 de noviembre de 2031</p>"
        "<p>Buenas tardes a todas y a todos.</p></main>"
    )
    statement = only(read_html(page))
    assert (statement.given_on, statement.place) == ("2031-11-10", "Palacio de la Ribera, Puerto Alto")


def test_the_word_for_a_speech_above_a_headline_shows_a_statement() -> None:
    """A page that its data call news is a speech where the line at its title says so."""
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Minister sets out plan for locks"}</script>'
    page = (
        "<main><span>Speech</span><h1>Minister sets out plan for locks</h1><p>Lock Secretary Ada Verne spoke about new locks.</p>"
        "<p>Good morning, and thank you for having me.</p><p>We shall build three.</p></main>"
    )
    statement = only(read_html(page, head))
    assert statement.kinds == ("speech",)
    assert [(turn.speaker, turn.text.split()[-1]) for turn in statement.turns] == [("Ada Verne", "three.")]
