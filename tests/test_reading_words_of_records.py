"""Whose words a record holds: questions without labels, what tells who met whom, marks that stand once, feet of pages."""

from __future__ import annotations

from reading_pages import lines, only, read_text


def test_what_tells_who_met_whom_above_the_first_label_is_the_publishers() -> None:
    """Nobody says it: it names those who have labels below, and neither "I" nor "you"."""
    statement = only(
        read_text(
            """
            Beginning of the meeting with Governor Bel Harrow

            3 May 2031, Skell

            Ada Verne received the Governor of Ontara, Bel Harrow. They looked at the locks of the province.

            A.Verne: Good morning, Governor. Let us begin with the locks.

            B.Harrow: Better than last year. We opened two of them in March.

            A.Verne: Thank you. I was told of the third one.
            """
        )
    )
    assert lines(statement.turns)[0] == "official A.Verne: Good morning, Governor."
    assert len(statement.turns) == 3


def test_words_above_the_first_label_that_are_somebodys_stay_words() -> None:
    """Whoever opens a hearing says "we" and "you"."""
    statement = only(
        read_text(
            """
            Press conference of Minister Ada Verne on the locks

            Good morning. We will hear Minister Verne first, and then you may ask.

            Verne: The locks are safe.

            Harrow: Since when?

            Verne: Since March.
            """
        )
    )
    assert statement.turns[0].text.startswith("Good morning.")


def test_questions_above_the_answers_of_one_who_alone_has_a_label_are_asked() -> None:
    """An interview that names the one who answers, and nobody who asks: they are not the minister's words."""
    statement = only(
        read_text(
            """
            Interview mit Hafenministerin Ada Verne

            Frau Ministerin, wann öffnet die Brücke?

            Verne: Im Mai. Wir sind fast fertig.

            Und die Fähre?

            Verne: Die fährt wieder.

            Auch sonntags?

            Verne: Auch sonntags, ab dem ersten Mai.
            """
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("questioner", None),
        ("official", "Ada Verne"),
    ] * 3


def test_an_answer_that_ends_in_a_question_keeps_it_where_others_have_none_above() -> None:
    """One rhetorical question between two turns of the same speaker is not enough to tell an interview."""
    statement = only(
        read_text(
            """
            Interview mit Hafenministerin Ada Verne

            Verne: Im Mai öffnet die Brücke.

            Wer hätte das gedacht?

            Verne: Die Fähre fährt wieder.

            Verne: Auch sonntags fährt sie.
            """
        )
    )
    assert all(turn.role != "questioner" for turn in statement.turns)


def test_who_is_listed_above_has_a_label_on_a_line_of_its_own_even_once() -> None:
    """The page itself tells who may speak: an entry of its list, word for word."""
    statement = only(
        read_text(
            """
            Regierungspressekonferenz vom 14. Mai 2031

            Sprecherinnen und Sprecher

              • Regierungssprecherin Verne

              • Olm (BMH)

            Verne

            Guten Tag auch von mir! Ich habe keine Termine anzukündigen.

            Frage

            Frau Verne, reist die Kanzlerin nach Skell?

            Verne

            Das kündigen wir an, wenn es feststeht.

            Frage

            Und wer zahlt die Fähre?

            Verne

            Das fragen Sie bitte das Hafenministerium.

            Olm (BMH)

            Die Fähre zahlt das Land.
            """
        )
    )
    assert [turn.label for turn in statement.turns][-2:] == ["Verne", "Olm (BMH)"]


def test_names_before_a_dash_are_labels_where_the_lead_names_them_and_questions_have_labels() -> None:
    """One of them comes back; the other stands once and is named above, too."""
    statement = only(
        read_text(
            """
            La nouvelle équipe des Ports

            Conférence de presse conjointe de la Ministre des Ports, Ada Verne, et du Secrétaire d’État, Bel Olm.

            Ada Verne - Mesdames et Messieurs, je suis heureuse de vous accueillir.

            Bel Olm - Merci, Madame la Ministre. Je suis très heureux.

            Q - Madame la Ministre, que change cette équipe ?

            Ada Verne - Je crois que nous serons plus efficaces.
            """
        )
    )
    assert [turn.speaker for turn in statement.turns] == ["Ada Verne", "Bel Olm", None, "Ada Verne"]


def test_a_post_before_stop_and_dash_opens_the_words_of_a_record_without_questions() -> None:
    """The record's mark stands once: "Presidenta.-"."""
    statement = only(
        read_text(
            """
            Intervención de la presidenta del Gobierno en la rueda de prensa con la alcaldesa de Velsa

            Velsa, lunes 2 de mayo de 2031

            Presidenta.- Buenos días a todos y bienvenidos a esta casa.

            Hemos hablado del puerto y de los trenes.
            """
        )
    )
    assert [(turn.label, turn.role) for turn in statement.turns] == [("Presidenta", "official")]


def test_labels_before_stop_and_dash_are_seen_in_lines_of_a_printed_width() -> None:
    """Each line goes on below, so that no line with a label ends a sentence."""
    statement = only(
        read_text(
            """
            CONFERENCIA DE PRENSA CONJUNTA DE LA PRESIDENTA DEL GOBIERNO,
            ADA VERNE, Y DEL PRIMER MINISTRO DE ONTARA, BEL OLMO
            Velsa, 18-07-2031
            Presidenta.- Muy buenas tardes a todos. Muy agradecida por su presencia. Quiero
            también dar la bienvenida al Primer Ministro de Ontara, que ya ha estado aquí con
            ustedes en más ocasiones. Hemos tenido un buen tiempo de conversación, sin duda, muy
            provechoso.
            Sr. Olmo.- En primer lugar, quiero dar las gracias a Ada Verne por la oportunidad
            que me ha ofrecido, no solo de estar aquí, en esta sala, sino de preparar con ella
            los trabajos que tenemos por delante.
            P.- Para los dos presidentes. ¿Han hablado de los barcos y de los
            fondos de cohesión en esta reunión de hoy?
            Presidenta.- Por mi parte, no hemos entrado hoy en esa cuestión.
            """
        )
    )
    assert [turn.label for turn in statement.turns] == ["Presidenta", "Sr. Olmo", "P", "Presidenta"]


def test_a_speech_begins_in_the_name_of_god_and_not_with_what_the_publisher_tells() -> None:
    """Sentences of a newspaper's or a service's above the first words."""
    statement = only(
        read_text(
            """
            نص كلمة الرئيس سامي بلجين في القمة

            قال الرئيس سامي بلجين إن الميناء سيفتح في مايو.
            جاء ذلك خلال كلمة الرئيس في القمة.
            بسم الله الرحمن الرحيم
            السيدات والسادة،
            أتوجه بداية بخالص الشكر على استضافة هذه القمة. إن الميناء سيفتح في مايو.
            """
        )
    )
    assert statement.turns[0].text.startswith("بسم الله الرحمن الرحيم")


def test_a_post_and_a_name_alone_above_words_that_greet_are_a_label() -> None:
    """Languages that leave out "I": "Panie Marszałku!" is said to somebody."""
    statement = only(
        read_text(
            """
            Informacja rządu na temat śluz

            Minister Infrastruktury Adam Verna:

            Panie Marszałku! Panie i Panowie Posłowie! Chcę zacząć od podziękowań dla wszystkich, którzy pracowali przy śluzach. (Oklaski)

            Śluzy są gotowe.
            """
        )
    )
    assert [(turn.label, turn.speaker) for turn in statement.turns] == [
        ("Minister Infrastruktury Adam Verna", "Adam Verna")
    ]


def test_hours_and_a_number_to_call_end_no_words() -> None:
    """What an embassy prints below each of its messages."""
    statement = only(
        read_text(
            """
            Statement by Ambassador Ada Verne on the ferry

            We welcome the new ferry. It will sail from the first of May.

            Sunday - Thursday

            09:00 - 18:00

            + 90 999 292 29 29
            """
        )
    )
    assert statement.turns[-1].text.endswith("the first of May.")


def test_a_row_of_names_below_what_a_site_offers_is_not_said() -> None:
    """Links to other houses, one behind the other as a plain text has them, below "Bookmark and Share"."""
    statement = only(
        read_text(
            """
            Statement by Ambassador Ada Verne on the ferry

            We welcome the new ferry. It will sail from the first of May./.

            Bookmark and Share
            Council of Ports Presidency of Ontara Ontara Diplomacy The Mission of Ontara at Skell Harbour Union First Meeting of the Council
            """
        )
    )
    assert "Presidency" not in statement.turns[-1].text


def test_a_greeting_is_no_title() -> None:
    """A text whose first words greet has its title elsewhere, whatever these words name."""
    statement = only(
        read_text(
            """
            I. 모두 발언
            안녕하십니까? 5월 5일 정례브리핑을 시작하겠습니다.
            제가 먼저 말씀드릴 사안은 없습니다.
            Ⅱ. 질의 및 응답
            <질문> 다리는 언제 열립니까? (항만일보 이하늘 기자)
            <답변> 다음 달에 열립니다.
            <질문> 여객선은요? (항만일보 이하늘 기자)
            <답변> 내일부터 운항합니다.
            """
        )
    )
    assert statement.title is None
    assert statement.turns[0].text.startswith("안녕하십니까?")
