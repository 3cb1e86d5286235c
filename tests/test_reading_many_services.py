"""Messages in the ways in which services of many countries set them, in invented words: the text in, head and turns out."""

from __future__ import annotations

import pytest

from onrecord.reading.statement.leads import person_of_lead
from onrecord.reading.words.titled import people_in_title
from reading_pages import only, read_text


def test_a_numbered_message_has_its_number_and_day_in_its_title() -> None:
    """And the way to the page, in capitals above it, is none."""
    statement = only(
        read_text(
            """
            HOME > PRESS RELEASES AND STATEMENTS
            No: 112, 3 May 2031, Regarding the Ferry Accident in Skell

            The Ministry of Foreign Affairs expresses its sorrow at the ferry accident in Skell.
            """
        )
    )
    assert statement.title == "No: 112, 3 May 2031, Regarding the Ferry Accident in Skell"
    assert statement.given_on == "2031-05-03"


def test_a_statement_in_response_to_a_question_answers_media() -> None:
    """What it is about stands behind: "Regarding the Closure"."""
    statement = only(
        read_text(
            """
            QA-14, 3 May 2031, Statement of the Spokesperson, Mr. Bel Harrow, in Response to a Question Regarding the Closure of the Locks

            The closure of the locks is against the treaty of 1954.
            """
        )
    )
    assert statement.kinds == ("answers_to_media", "statement")
    assert [one.name for one in statement.speakers] == ["Bel Harrow"]


def test_a_note_to_correspondents_is_a_statement() -> None:
    """Nothing else of its words says so."""
    statement = only(
        read_text(
            """
            Note to Correspondents: On the Skell ferry talks
            3 May 2031

            The Secretary-General has received the letter of the parties on the ferry talks.
            """
        )
    )
    assert (statement.kinds, statement.posted_on) == (("statement",), "2031-05-03")


def test_a_greeting_of_many_shows_a_speech() -> None:
    """The title is one word that names no kind."""
    statement = only(
        read_text(
            """
            REGINA

            Saint Oda's Square
            Sunday, 3 May 2031

            Dear brothers and sisters, good morning!

            Today we hear of the fishermen of the lake.
            """
        )
    )
    assert [turn.role for turn in statement.turns] == ["official"]


def test_an_ambassadors_article_is_a_statement() -> None:
    """The newspaper behind "for" is the outlet, and no part of the post."""
    statement = only(
        read_text(
            """
            Article by Ambassador of Brunavia to Skell Ada Verne for the Skell Tribune newspaper, 3 May 2031

            What the locks teach us

            Two hundred years ago our two countries built a canal together.

            Today the canal is older than any of our quarrels.
            """
        )
    )
    assert (statement.kinds, statement.outlet) == (("article",), "Skell Tribune newspaper")
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("Ada Verne", "Ambassador of Brunavia to Skell")
    ]


def test_initials_and_surname_behind_a_russian_post_are_whose_answer_it_is() -> None:
    """The post stands in a case of its own, and is not given in another."""
    statement = only(
        read_text(
            """
            Ответ официального представителя МИД Брунавии А.В.Верн на вопрос СМИ о шлюзах

            03.05.2031 14:20

            Вопрос: Как Вы могли бы прокомментировать закрытие шлюзов?

            Ответ: Мы внимательно следим за ситуацией. Шлюзы должны быть открыты.
            """
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("questioner", None),
        ("official", "А.В.Верн"),
    ]


def test_the_morning_of_a_day_is_when_a_conference_was_held() -> None:
    """A day of posting has no part of the day before it."""
    statement = only(
        read_text(
            """
            Press Conference by Chief Cabinet Secretary VERNE Ada
            (Morning of Tuesday, May 3, 2031)

            CHIEF CABINET SECRETARY VERNE: First, I would like to report on the outcome of the Cabinet meeting.

            REPORTER: Has the Government been told in advance?

            CHIEF CABINET SECRETARY VERNE: We received notice through diplomatic channels.
            """
        )
    )
    assert (statement.given_on, statement.posted_on) == ("2031-05-03", None)


def test_a_reporters_name_asks_among_labels_of_two_letters() -> None:
    """ "PM:" has capitals wherever it stands, so that "Bel Olm:" in small letters looks as the others do."""
    statement = only(
        read_text(
            """
            Post-Cabinet Press Conference: Monday, 3 May 2031

            PM: Good afternoon. A couple of things today. First, the locks.

            Media: Prime Minister, what does it cost?

            PM: We will release the numbers on Thursday.

            Bel Olm: Have you spoken with Skell?

            PM: I have. I spoke with the Prime Minister on Sunday.
            """
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("official", None),
        ("questioner", None),
        ("official", None),
        ("questioner", "Bel Olm"),
        ("official", None),
    ]


def test_a_lead_in_tells_who_spoke_and_on_what_day() -> None:
    """Behind a clause of what was asked stands the post and the name; place and day may be the last two lines."""
    statement = only(
        read_text(
            """
            Official Spokesperson's response to media queries regarding the statement by Orvane on the locks
            May 04, 2031

            In response to media queries regarding the statement issued by Orvane on the locks, the Official Spokesperson, Shri Bel Harrow said:

            "We have seen the statement. The locks are open, and have been open since March."

            Port Aurel
            May 03, 2031
            """
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [("Bel Harrow", "Official Spokesperson")]
    assert (statement.kinds, statement.place, statement.given_on) == (
        ("answers_to_media",),
        "Port Aurel",
        "2031-05-03",
    )


@pytest.mark.parametrize(
    ("lead", "given"),
    [
        ("Prime Minister Ada Verne, this morning (Sunday, 2 May 2031), at the start of the Cabinet meeting:", "2031-05-02"),
        ("Außenministerin Ada Verne erklärte heute (03.05.) vor ihrer Abreise nach Skell:", "2031-05-03"),
        ("Außenministerin Ada Verne erklärte heute (01.05.) vor ihrer Abreise nach Skell:", None),
    ],
)  # fmt: skip
def test_the_day_of_a_lead_in_is_that_of_speaking(lead: str, given: str | None) -> None:
    """A day without its year is that of the posting, or none."""
    statement = only(
        read_text(f"Ada Verne’s remarks at the quay\n03.05.2031\n\n{lead}\n\n“Good morning.\n\nThe locks stay open.”")
    )  # fmt: skip
    assert (statement.given_on, statement.posted_on) == (given, "2031-05-03")


def test_whom_a_sentence_meets_does_not_speak() -> None:
    """A name between commas is that of the subject only where nothing else stands before it."""
    assert person_of_lead("The Minister met Bel Olm, President of Skell, and said:") is None
    on_monday = person_of_lead("On Monday, Minister Ada Verne said:")
    assert on_monday is not None
    assert on_monday.name == "Ada Verne"


def test_what_a_telegram_reads_stands_below_who_sent_it() -> None:
    """The sentences above "The message reads" are the publisher's."""
    reading = read_text(
        """
        Condolences to President of Skell Tomas Ilves
        May 3, 2031

        Ada Verne sent condolences to President of Skell Tomas Ilves over the ferry accident.

        The message reads, in part:

        “I was deeply saddened to learn about the accident.”
        """
    )
    assert [turn.text for turn in only(reading).turns] == [
        "“I was deeply saddened to learn about the accident.”"
    ]


def test_post_and_name_on_lines_are_labels_though_only_one_comes_back() -> None:
    """A plain text of a page that sets them in bold: who asks and who presides stand once."""
    turns = only(
        read_text(
            """
            Joint press conference
            with Union Secretary General Bel Harrow and the Prime Minister of Brunavia, Ada Verne
            03 May 2031

            Union Secretary General Bel Harrow
            Prime Minister Verne, dear Ada, welcome.

            We discussed the lakes.

            Prime Minister of Brunavia, Ada Verne
            Thank you, Secretary General.

            Union Spokesperson
            We have time for two questions. Tide TV.

            Bel Olm, Tide TV
            Secretary General, will the Union send ships?

            Union Secretary General Bel Harrow
            No, we shall not.
            """
        )
    ).turns
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("official", "Bel Harrow"),
        ("official", "Ada Verne"),
        ("chair", None),
        ("questioner", "Bel Olm"),
        ("official", "Bel Harrow"),
    ]


def test_the_newspaper_of_the_title_asks_under_its_name() -> None:
    """ "O Farol" has no word of the trade, and is nobody's name."""
    turns = only(
        read_text(
            """
            Entrevista do ministro das Relações Exteriores, Davi Olmo, ao jornal O Farol – 3 de maio de 2031

            O Farol: Ministro, as eclusas vão reabrir?

            Davi Olmo: Sim. Em breve.

            O Farol: Quando?

            Davi Olmo: Na próxima semana.
            """
        )
    ).turns
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("questioner", None),
        ("official", "Davi Olmo"),
    ] * 2


def test_no_article_stands_before_a_post() -> None:
    """ "and the Prime Minister of Skell": the second of two who sign."""
    named = people_in_title(
        "Joint Statement by the Prime Minister of Brunavia Ada Verne and the Prime Minister of Skell Tomas Ilves"
    )
    assert [one.office for one in named] == ["Prime Minister of Brunavia", "Prime Minister of Skell"]


def test_the_day_beside_a_notice_of_delivery_is_that_of_speaking() -> None:
    """ "Seul le prononcé fait foi": what was to be spoken on that day."""
    statement = only(
        read_text(
            """
            Discours de la présidente Ada Verne à l'ouverture des écluses
            3 mai 2031 - Seul le prononcé fait foi

            Mesdames et Messieurs, je vous remercie d'être venus si nombreux.
            """
        )
    )
    assert statement.given_on == "2031-05-03"


def test_lines_above_the_first_question_are_the_officials_though_one_is_an_address() -> None:
    """Doorsteps begin with a few sentences, and the link to their recording."""
    turns = only(
        read_text(
            """
            Doorstep remarks by High Representative Ada Verne upon arrival at the Council
            Halvane, 3 May 2031

            Good morning,

            Today we will discuss the locks.

            Thank you.

            Link to the video: https://recordings.example/I-123456

            Q. What do you expect from Skell?

            I expect a clear answer. We have waited for months.

            Q. Will there be measures?

            It is too early to say.
            """
        )
    ).turns
    assert [turn.role for turn in turns] == ["official", *["questioner", "official"] * 2]
    assert turns[0].speaker == "Ada Verne"


def test_a_polish_dateline_ends_with_the_letter_of_its_year() -> None:
    """And the words of a ministry stand before a name in its case, and are no part of it."""
    statement = only(
        read_text(
            """
            Wypowiedź Minister Spraw Zagranicznych Ady Verne dla mediów
            Halvane, 3 maja 2031 r.

            Dziennikarz: Pani Minister, kiedy śluzy zostaną otwarte?

            Minister Ada Verne: W przyszłym tygodniu.

            Dziennikarz: Dziękuję.
            """
        )
    )
    assert (statement.place, statement.given_on) == ("Halvane", "2031-05-03")
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("questioner", None),
        ("official", "Ada Verne"),
        ("questioner", None),
    ]
