"""How texts of offices open: fields and headings above the first label, who rises first, in invented words."""

from __future__ import annotations

from onrecord.model import Reading
from reading_pages import only, read_text


def turns_of(reading: Reading) -> list[tuple[str | None, str | None]]:
    """Return the role and the speaker of each turn."""
    return [(turn.role, turn.speaker) for turn in only(reading).turns]


def test_lines_that_end_no_sentence_above_the_first_label_are_nobodys_words() -> None:
    """Fields without values, and "Full text", stand between title and exchange."""
    statement = only(
        read_text(
            """
            Extraits d'un entretien de Mme Ada Verne, ministre des ports, avec Radio Skell le 23 mai 2031, sur les écluses

            Intervenant(s) :

            Média : Radio Skell

            Texte intégral

            Q - Bonjour, bienvenue à tous. Que faites-vous concrètement ?

            R - Nous voulons ouvrir les écluses.

            Q - Et le bac ?

            R - Le bac navigue déjà.
            """
        )
    )
    assert [turn.role for turn in statement.turns] == ["questioner", "official"] * 2


def test_what_stands_above_the_label_of_whoever_is_named_is_not_said_by_him() -> None:
    """Who has a label has not begun before it: the agency's lead and the picture's caption are the publisher's."""
    turns = turns_of(
        read_text(
            """
            Foreign Minister Bel Olm answers questions of the press on the locks

            This is Bel Olm in the press room, seen by the River Wire.

            HALVANE, 8 March. The Assembly's press centre held a news conference today, and invited Foreign Minister Bel Olm.

            Bel Olm: Good morning, friends of the press. I am ready to take your questions now.

            River Wire reporter: What do you expect of the forum in May?

            Bel Olm: In two months we shall hold it in Halvane. More than twenty heads of state will come.
            """
        )
    )
    assert turns == [("official", "Bel Olm"), ("official", "Bel Olm")]


def test_a_president_whom_the_press_asks_presides_over_nothing() -> None:
    """Where the other label is the word for who asks, be there a title or none."""
    turns = turns_of(
        read_text(
            """
            PERIODISTA.- Estamos en comunicación con el Presidente. Presidente, buen día, ¿cómo está usted?
            PRESIDENTE.- ¿Qué tal? ¿Cómo estamos?
            PERIODISTA.- Muy bien, viendo las repercusiones de los anuncios de ayer. ¿Sigue la cuarentena?
            PRESIDENTE.- Sí, lamentablemente. Lo que queremos es que la gente esté bien.
            """
        )
    )
    assert [role for role, _ in turns] == ["questioner", "official", "questioner", "official"]


def test_a_member_who_rises_before_the_chair_first_speaks_has_a_label() -> None:
    """His name stands once, on a line of its own, below the record's reference."""
    turns = turns_of(
        read_text(
            """
            HC Deb 23 May 2031 vol 743 cc1916-7

            Mr. Harrow

            On a point of order. Is it right that the Minister for Locks gives us no answer today?

            Mr. Speaker

            It is always possible, but I have had no request on that subject.

            Mr. Pell

            The Minister is here, and he looks as though he is not unwilling to answer.

            Mr. Speaker

            It is a question not for the Chair but for the Minister.
            """
        )
    )
    assert turns == [
        ("official", "Harrow"),
        ("chair", None),
        ("official", "Pell"),
        ("chair", None),
    ]


def test_a_row_of_those_who_speak_is_read_with_place_and_day() -> None:
    """Names and offices by turns on one line, with or without spaces behind the commas."""
    statement = only(
        read_text(
            """
            Introductory statement to the press conference (with Q&A)

            Ada Verne, President of the Bank,Bel Olm, Vice-President of the Bank,Skell am Main, 6 May 2031

            Jump to the transcript of the questions and answers

            Ladies and gentlemen, the Vice-President and I are very pleased to welcome you to our press conference.

            Based on our regular analyses, we decided to keep the key rates unchanged.
            """
        )
    )
    assert [(one.name, one.office) for one in statement.speakers] == [
        ("Ada Verne", "President of the Bank"),
        ("Bel Olm", "Vice-President of the Bank"),
    ]
    assert (statement.given_on, statement.place) == ("2031-05-06", "Skell am Main")
    assert statement.turns[0].text.startswith("Ladies and gentlemen")


def test_name_post_place_and_day_may_be_paragraphs() -> None:
    """What stands between the post of a name and the day is the place, whether blank lines part them all or none."""
    statement = only(
        read_text(
            """
            Remarks With Illyrian Foreign Minister Bel Olm Before Their Meeting

            Rolf W. Tilden

            Secretary of State

            Treaty Room

            Halvane

            May 9, 2031

            SECRETARY TILDEN: Afternoon, all. I want to welcome the Foreign Minister. Very nice to see you.

            QUESTION: Would you welcome the meeting? Is that helpful?

            SECRETARY TILDEN: It is best to leave any comment to the Minister.
            """
        )
    )
    assert (statement.given_on, statement.posted_on, statement.place) == (
        "2031-05-09",
        None,
        "Treaty Room, Halvane",
    )


def test_a_line_back_to_what_the_top_names_is_not_said() -> None:
    """ "Back to Press Conferences" ends a page whose first line is "Press Conferences"."""
    turns = only(
        read_text(
            """
            Press Conferences

            Press Conference by Foreign Minister Ada Verne

            Wednesday, May 8, 2031, 11:04 a.m. Halvane

            Reporter: What of the locks?

            Minister Verne: They will open.

            Reporter: And the ferry?

            Minister Verne: It is difficult to answer that while being away from home.

            Back to Press Conferences
            """
        )
    ).turns
    assert turns[-1].text == "It is difficult to answer that while being away from home."


def test_first_names_that_ask_between_a_spokespersons_labels_are_labels() -> None:
    """Each stands once, three behind one another before one answer; who opens the floor to them is no chair, as nobody else answers."""
    turns = turns_of(
        read_text(
            """
            Transcript of Weekly Media Briefing by the Official Spokesperson (May 25, 2031)

            Shri Bel Olm, Official Spokesperson: Good afternoon, ladies and gentlemen. I would open the floor.

            Ayla: Sir, this is Ayla Harrow from the River Wire. There have been protests at the locks. Your comments?

            Sudo: Sir, Sudo Pell from Tide Radio. Is the Government aware of these discussions?

            Suha: I wanted to ask if they had discussed the ferry. Would we be attending the conference? This is in June.

            Shri Bel Olm, Official Spokesperson: Thank you. On the first question, we have seen the reports and continue to pursue it.
            """
        )
    )
    assert turns == [
        ("official", "Bel Olm"),
        ("questioner", "Ayla"),
        ("questioner", "Sudo"),
        ("questioner", "Suha"),
        ("official", "Bel Olm"),
    ]


def test_below_a_lead_in_words_may_begin_with_a_greeting() -> None:
    """What the publisher tells above "Below is a transcript of her speech:" is not said by her."""
    statement = only(
        read_text(
            """
            Speech by HE Margaret Harrow at the opening of the ferry museum

            On Wednesday, Her Excellency Margaret Harrow spoke at the opening of an exhibition in the Halvane Museum.

            Below is a transcript of her speech from the launch:

            Good Evening Ladies and Gentlemen.

            It is a pleasure and an honor to be with you tonight.
            """
        )
    )
    assert [(turn.speaker, turn.text.split()[:2]) for turn in statement.turns] == [
        ("Margaret Harrow", ["Good", "Evening"])
    ]


def test_from_above_an_office_is_no_word_of_the_speech() -> None:
    """Field and value stand in paragraphs of their own, as texts copied from a government's site have them."""
    (turn,) = only(
        read_text(
            """
            Prime Minister's statement: 2 September 2031

            Prime Minister Bel Olm delivered the following statement on Tide Street.

            From:

            Prime Minister's Office, 10 Tide Street and The Rt Hon Bel Olm MP

            Delivered on:

            2 September 2031 (Transcript of the speech, exactly as it was delivered)

            Five weeks ago I spoke to you from these steps and said that this Government was not going to hang around.

            And so I am proud to say that on Wednesday we are going to set out the most ambitious plan for the locks.
            """
        )
    ).turns
    assert turn.text.startswith("Five weeks ago")


def test_an_address_of_a_head_of_state_is_a_statement() -> None:
    """The word for an appeal with a post behind it heads his words, below the name of a broadcaster."""
    statement = only(
        read_text(
            """
            Достовірна інформація з перевірених джерел
            Звернення Президента Адама Верна.
            Дорогі друзі!
            Нашим пріоритетом залишаються шлюзи. Багато вже зроблено, але ще не все, що необхідно.
            Ми фіксуємо всі місця, із яких приходить вода, і будемо працювати далі.
            """
        )
    )
    assert statement.kinds == ("appeal",)


def test_a_name_with_its_office_in_brackets_opens_what_one_person_says() -> None:
    """An agency in the brackets behind a place is none."""
    page = """
            Erklärungen des Hafenamts in der Pressekonferenz vom 29. Oktober 2031

            Schleusen von Halvane

            {label}: Heute sind für zwei Schleusen die Voraussetzungen geschaffen worden, um sie zu verlängern. Ich begrüße das.

            Die Lage bleibt angespannt, und ich kann allgemein sagen, dass die Obergrenze bei 50 liegt.
            """
    assert turns_of(read_text(page.format(label="Harrow (Bundesregierung)"))) == [("official", "Harrow")]
    assert turns_of(read_text(page.format(label="Skell (Flusspost)"))) == [("official", None)]


def test_whoever_has_name_and_post_in_capitals_speaks_though_he_says_little_at_first() -> None:
    """The second label of a news conference stands once, and its first paragraph is a greeting."""
    turns = turns_of(
        read_text(
            """
            Conferencia de prensa | Martes 3 de mayo, 2031
            PRESIDENTA ADA VERNE MORENO: Buenos días.
            Vamos a informar sobre la organización de los festejos del puerto, y luego abrimos para preguntas y respuestas.
            Entonces, le pedimos a Bel Olmo que nos explique cuál es el programa.
            BEL OLMO PRADO, DIRECTOR GENERAL DEL INSTITUTO DE LAS ESCLUSAS (IDE): Con su permiso, presidenta, muy buenos días.
            Hace ya algunos meses varios tuvimos el honor de recibir la encomienda.
            """
        )
    )
    assert turns == [
        ("official", "Ada Verne Moreno"),
        ("official", "Bel Olmo Prado"),
    ]


def test_a_wrapped_line_of_words_is_no_line_of_the_opening() -> None:
    """It ends no sentence, but holds one, and goes on below in small letters: its words were lost."""
    (turn,) = only(
        read_text(
            """
            Speech by Minister Ada Verne at the ferry yard
            Skell, 18 July 2031
            Good afternoon to all of you. I am very grateful that you have come. I want
            also to welcome the Mayor, who has been with you here more often than I have.
            Today we are together again, and I shall speak of the locks.
            """
        )
    ).turns
    assert turn.text.startswith("Good afternoon to all of you.")


def test_press_release_before_a_headline_is_nobody_who_asks() -> None:
    """It stands twice, as a list's entry and as the headline below."""
    reading = read_text(
        """
        Tag: Harbour Office

          • PRESS RELEASE : A truce on the locks is the best opportunity [May 2031]

            PRESS RELEASE : A truce on the locks is the best opportunity [May 2031]

            The press release issued by the Harbour Office on 22 May 2031.

            Thank you President. And let me thank the Envoy for the briefing today. We are encouraged that most measures hold.
        """
    )
    assert not [turn for one in reading.statements for turn in one.turns if turn.role == "questioner"]


def test_a_hyphen_before_labels_in_capitals_is_none_of_them() -> None:
    """ "-MODERATOR: …" gives the floor to "-GOVERNOR BEL OLM: …", in a text without a title."""
    turns = turns_of(
        read_text(
            """
            -MODERADOR: Queda en uso de la palabra el licenciado Bel Olmo, Gobernador del estado de Skell.

            -GOBERNADOR BEL OLMO: Señora Presidenta Constitucional de los Estados Unidos de Brunavia, señor Ministro de Puertos y Mareas, bienvenidos a la celebración del aniversario de nuestras esclusas.

            Honrar a las esclusas hace propicia la reflexión sobre el agua y el respeto que le debemos todos, sobre sus contenidos y su carácter, y sobre lo que pagan ahora el puerto y sus gobiernos por la audacia de adecuarse a los nuevos tiempos.
            """
        )
    )
    assert turns == [("chair", None), ("official", "Bel Olmo")]
