"""When and where a statement was made, as the lines around its title tell, and which heading is that title."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html, read_text

TALK = """
MODERATOR: We have time for two questions.

Q Is the treaty dead?

PRIME MINISTER ODUYA: It is very much alive.

Q And the ferry?

PRIME MINISTER ODUYA: It sails.
"""


def test_the_day_above_when_they_began_is_that_of_the_event() -> None:
    """Hall and town in two lines are one place, be the day between them and the time."""
    statement = only(
        read_html(
            "<h1>Remarks by Prime Minister Oduya at a Press Availability</h1><p>Great Hall<br>Port Lorne</p><p>May 20, 2033</p>"
            "<p>2:10 P.M. EST</p><p>PRIME MINISTER ODUYA: Good afternoon.</p><p>Q Is the treaty dead?</p>"
            "<p>PRIME MINISTER ODUYA: It is not.</p><p>Q And the ferry?</p><p>PRIME MINISTER ODUYA: It sails.</p>"
        )
    )
    assert (statement.given_on, statement.posted_on) == ("2033-05-20", None)
    assert statement.place == "Great Hall, Port Lorne"


def test_a_time_below_a_day_may_be_that_of_the_posting() -> None:
    """Only one in the twelve-hour form, with its zone, is printed of the beginning of an event."""
    statement = only(read_text(f"Press conference by Prime Minister Oduya\n\n20 May 2033\n\n14:10\n{TALK}"))
    assert (statement.given_on, statement.posted_on) == (None, "2033-05-20")


@pytest.mark.parametrize("printed", ["2033. 5. 19.", "2033. 5. 19.(목)", "2033.5.19."])
def test_a_day_with_points_and_blanks_is_no_words(printed: str) -> None:
    """As Korean offices print it below the title: it stood at the beginning of what was said."""
    statement = only(
        read_html(
            f"<h1>대변인 정례브리핑</h1><p>{printed}</p><p>안녕하십니까? 지금부터 정례브리핑을 시작하겠습니다. 먼저 여객선입니다.</p>"
        )
    )
    assert statement.posted_on == "2033-05-19"
    assert [turn.text for turn in statement.turns] == [
        "안녕하십니까? 지금부터 정례브리핑을 시작하겠습니다. 먼저 여객선입니다."
    ]


def test_a_time_may_be_glued_to_a_day_in_figures() -> None:
    """ "14.05.203318:29": year and hour have no blank between them."""
    page = "Интервью министра торговли газете «Вестник порта»\n\n14.05.203318:29\n\nВопрос: Когда откроется порт?\n\nОтвет: В июне.\n"
    assert only(read_text(page)).posted_on == "2033-05-14"


@pytest.mark.parametrize(
    "above", ["<p>Publié le 20 mai 2033</p>", "<p>Mis en ligne le vendredi 20 mai 2033</p>"]
)
def test_a_day_may_stand_above_the_heading(above: str) -> None:
    """What the page's head calls it is another title, and the heading is no section of a text for the line above it."""
    statement = only(
        read_html(
            f"<title>Déclaration conjointe</title><main>{above}<h1>Déclaration du Président à l'issue du sommet</h1>"
            "<p>Mesdames et Messieurs, bonjour.</p><p>Nous avons conclu un accord sur les bacs.</p></main>"
        )
    )
    assert (statement.title, statement.kinds) == (
        "Déclaration du Président à l'issue du sommet",
        ("statement",),
    )


def test_a_heading_goes_on_where_the_head_is_cut_short() -> None:
    """The title in the page's head has most of its words and no name."""
    statement = only(
        read_html(
            "<title>Speech by the Minister at the opening of the harbour</title><main>"
            "<h2>Speech by the Minister of Ports Hanna Wilk at the opening of the harbour of Kalin</h2><p>20.05.2033</p>"
            "<p>Ladies and gentlemen, it is a great joy to open this harbour.</p></main>"
        )
    )
    assert (
        statement.title == "Speech by the Minister of Ports Hanna Wilk at the opening of the harbour of Kalin"
    )
    assert [one.name for one in statement.speakers] == ["Hanna Wilk"]


def test_an_appeal_may_be_named_behind_a_dash() -> None:
    """The headline's own words stand first, and the post of whoever makes the appeal right behind its name."""
    statement = only(
        read_html(
            "<html lang='uk'><h1>Треба діяти разом – звернення Президента Богдана Левченка</h1><p>20 травня 2033 року</p>"
            "<p>Сьогодні ми відкрили порт.</p><p>Його будували два роки.</p></html>"
        )
    )
    assert statement.kinds == ("appeal",)


@pytest.mark.parametrize(
    ("tongue", "greeting"),
    [
        ("uk", "Дорогі співвітчизники!"),
        ("pl", "Szanowni Państwo,"),
        ("nl", "Dames en heren,"),
        ("tr", "Değerli basın mensupları,"),
        ("el", "Κυρίες και κύριοι,"),
        ("ar", "أيها المواطنون،"),
        ("zh", "女士们，先生们："),
        ("ja", "国民の皆様、港が開きました。"),
        ("ko", "존경하는 국민 여러분,"),
        ("hi", "मेरे प्यारे देशवासियो,"),
        ("cs", "Vážené dámy a pánové,"),
        ("id", "Saudara-saudara sebangsa,"),
    ],
)
def test_a_greeting_shows_that_the_text_was_spoken(tongue: str, greeting: str) -> None:
    """Whatever the title says, in many languages."""
    statement = only(
        read_html(
            f"<html lang='{tongue}'><h1>2033</h1><p>{greeting}</p><p>Skell Halvane Kerval Ternia.</p></html>"
        )
    )
    assert statement.turns[0].text.startswith(greeting)


def test_posts_below_the_name_of_a_list_are_statements_of_their_own() -> None:
    """Each heading leads nowhere and has its own day: read as one they had the first one's day, and one mouth."""
    posts = (
        ("The ferry", "May 18, 2033", "Our hearts are with all who were aboard the ferry last night."),
        ("The budget", "May 17, 2033", "I have today signed the budget, and it is balanced."),
    )
    page = "".join(
        f"<article><h2>{title}</h2><p>{day}</p><p>{said}</p></article>" for title, day, said in posts
    )
    reading = read_html(f"<title>Statements - Office of the Governor</title><h1>Statements</h1>{page}")
    assert [(one.title, one.posted_on, one.turns[0].text) for one in reading.statements] == [
        ("The ferry", "2033-05-18", posts[0][2]),
        ("The budget", "2033-05-17", posts[1][2]),
    ]


def test_leads_below_the_name_of_a_list_are_no_statements() -> None:
    """They lead to the pages of the statements."""
    entries = "".join(
        f"<h3><a href='/{number}'>Harbour {number} opens</a></h3><p>May 1{number}, 2033</p>"
        f"<p>The Minister has today opened harbour {number} in the north.</p>"
        for number in (1, 2, 3)
    )
    assert read_html(f"<title>Press releases</title><h1>Press releases</h1>{entries}").statements == ()


def test_a_misprint_of_a_post_is_that_post() -> None:
    """Where each stands once, the one that is a word for a post is right."""
    statement = only(
        read_text(
            "DOORSTOP INTERVIEW\n\n20 MAY 2033\n\nDANA WHITLOCK, PRIME MINISTER: It is great to be here.\n\nJOURNALIST: What will it cost?\n\n"
            "PRIME MINISTER: Sixty million.\n\nJOURNALIST: Is that enough?\n\nPRIME MINSTER: It is.\n"
        )
    )
    assert statement.turns[-1].speaker == "Dana Whitlock"


@pytest.mark.parametrize(
    "label", ["Tradutor", "Tłumacz", "Tolk", "Перекладач", "通訳", "Traductora", "Tercüman"]
)
def test_an_interpreter_is_nobody_by_name(label: str) -> None:
    """The word for who interprets, in whatever language, is a role."""
    statement = only(
        read_html(
            "<h1>Press conference by the President</h1><p><b>Journalist:</b> When?</p><p><b>President:</b> In June.</p>"
            f"<p><b>Journalist:</b> And the fares?</p><p><b>President:</b> They stay.</p><p><b>{label}:</b> They stay.</p>"
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns][-1] == ("interpreter", None)
    assert label not in [one.name for one in statement.speakers]
