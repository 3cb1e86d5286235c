"""Messages in the ways in which services of many countries set them, in invented words: the text in, head and turns out."""

from __future__ import annotations

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
