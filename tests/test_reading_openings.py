"""How texts of offices open: titles told twice, fields and headings above the first label, who rises first, in invented words."""

from __future__ import annotations

from onrecord.model import Reading
from onrecord.reading.parts.outlets import outlet_in
from onrecord.reading.words.titled import people_in_title
from reading_pages import only, read_text


def turns_of(reading: Reading) -> list[tuple[str | None, str | None]]:
    """Return the role and the speaker of each turn."""
    return [(turn.role, turn.speaker) for turn in only(reading).turns]


def test_a_title_told_twice_has_what_stands_between_above_it() -> None:
    """Where a mirror puts its own line between, place and day of the text are still told, and the mirror's line is no words."""
    statement = only(
        read_text(
            """
            Statement by President Harrow following the Council of Ports

            Met dank overgenomen van de Havenraad, gepubliceerd op zondag 3 mei 2031.

            Council of Ports

            Statement

            Skell, 3 May 2031

            Statement by President Harrow following the Council of Ports

            Good evening,

            As this is the first time that I speak with you after those appointments, let me congratulate Ada Verne.
            """
        )
    )
    assert statement.title == "Statement by President Harrow following the Council of Ports"
    assert [turn.text.split()[:2] for turn in statement.turns] == [["Good", "evening,"]]


def test_a_browsers_title_above_the_title_is_no_other() -> None:
    """The site's name behind it tells nothing of the text."""
    statement = only(
        read_text(
            """
            Interview of Minister Ada Verne with Radio Halvane on the locks | speeches.example | Public speeches

            [ Advertisement ]

            Interview of Minister Ada Verne with Radio Halvane on the locks

            Q - Will the locks open?

            A - They will open in May.

            Q - And the ferry?

            A - The ferry sails already.
            """
        )
    )
    assert statement.title == "Interview of Minister Ada Verne with Radio Halvane on the locks"
    assert [turn.role for turn in statement.turns] == ["questioner", "official"] * 2


def test_a_sites_name_told_twice_is_no_title() -> None:
    """A banner and the name below it stand on all pages of a site."""
    reading = read_text(
        """
        Ministry of Locks and Ferries of Brunavia
        Ministry of Locks and Ferries of Brunavia

        Speech by Minister Ada Verne at the ferry yard

        Dear friends, I am glad to be here today, and I shall speak of the locks.
        """
    )
    assert only(reading).title == "Speech by Minister Ada Verne at the ferry yard"


def test_a_line_that_begins_with_a_label_is_no_title() -> None:
    """The label has a post where it stands first, and none later."""
    statement = only(
        read_text(
            """
            President Ada Verne: Mr President,
            It gives me great pleasure to see you here in Halvane. We agreed on this meeting in Skell.
            Welcome.
            Illyrian President Bel Olm: Thank you. It is a great honour for me to be received here at your house.
            Ada Verne: You spoke of your desire to understand our rivers. I will do everything to answer you.
            """
        )
    )
    assert statement.title is None
    assert [turn.speaker for turn in statement.turns] == ["Ada Verne", "Bel Olm", "Ada Verne"]
    assert statement.turns[0].text.startswith("Mr President,")


def test_a_lead_in_that_ends_with_a_colon_is_no_title() -> None:
    """ "Following are the remarks of …:" says whose words follow, and stands below the headline."""
    statement = only(
        read_text(
            """
            HARBOUR SECRETARY PRAISES TOWN’S MAYOR FOR NEW ERA
            Press Release HS/190
            Following are the remarks of Harbour Secretary Ada Verne to the reception in the Tide Palace on 12 March:
            It is a great pleasure to be here tonight. I thank all of you for opening the house to us.
            The change is not only one of the air: in little more than a year we have made progress.
            """
        )
    )
    assert statement.title == "HARBOUR SECRETARY PRAISES TOWN’S MAYOR FOR NEW ERA"
    assert [turn.text.split()[:5] for turn in statement.turns] == [["It", "is", "a", "great", "pleasure"]]


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
    """Who has a label has not begun before it: the agency's lead and the picture's caption are narration."""
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
    assert turns[:2] == [
        ("narration", None),
        ("official", "Bel Olm"),
    ]


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


def test_an_initial_behind_what_a_post_is_of_is_no_form_of_address() -> None:
    """ "M." before a surname may be French; behind a first name it is a second one."""
    (one,) = people_in_title("Remarks by Chief of Staff George M. Harrow at the yard")
    assert (one.name, one.office) == ("George M. Harrow", "Chief of Staff")
    (other,) = people_in_title("Discours du ministre de la Mer M. Olm")
    assert other.name == "Olm"


def test_a_title_that_wraps_is_one() -> None:
    """No blank line parts its lines, and a word that binds ends one or begins the next; place and day below are none of it."""
    statement = only(
        read_text(
            """
            VISITA OFICIAL
            CONFERENCIA DE PRENSA CONJUNTA DE LA PRESIDENTA
            DEL GOBIERNO, ADA VERNE MORENO, Y DEL PRIMER
            MINISTRO DE ILIRIA, BEL OLMO
            Skell, 18-07-2031
            Presidenta.- Muy buenas tardes a todos. Muy agradecida por su presencia. Quiero darle la bienvenida.
            Sr. Olmo.- En primer lugar, quiero dar las gracias a Ada Verne por la oportunidad que me ha ofrecido.
            """
        )
    )
    assert statement.title == (
        "CONFERENCIA DE PRENSA CONJUNTA DE LA PRESIDENTA DEL GOBIERNO, ADA VERNE MORENO, Y DEL PRIMER MINISTRO DE ILIRIA, BEL OLMO"
    )


def test_a_comma_between_title_and_place_is_none_of_the_title() -> None:
    """The place and the day stand on the next line."""
    statement = only(
        read_text(
            """
            Release No. 69

            Print

            Briefing by Foreign Ministry Spokeswoman Ada Verne,
            Halvane, 12 May 2031

            On the visit of the Minister to Skell
            After the visit to Illyria, of which I spoke at the last briefing, the delegation will go to Skell.
            """
        )
    )
    assert statement.title == "Briefing by Foreign Ministry Spokeswoman Ada Verne"
    assert (statement.given_on, statement.place) == ("2031-05-12", "Halvane")


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


def test_what_readers_answered_to_a_title_is_not_said() -> None:
    """A line that quotes the title counts answers; the short lines behind it are the blog's own."""
    (turn,) = only(
        read_text(
            """
            Remarks by the spokesperson of the Ministry of Locks

            The Ministry of Locks of Brunavia is observing the flood in Skell with concern.

            We urge all relevant parties to open the weirs.

            0 Response to "Remarks by the spokesperson of the Ministry of Locks"

            Post a Comment

            Some words below
            """
        )
    ).turns
    assert turn.text.endswith("open the weirs.")


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


def test_whoever_receives_the_speaker_does_not_speak() -> None:
    """ "hosted by" is no "by" of the words."""
    (one,) = people_in_title(
        "Remarks by Harbour Secretary Ada Verne to the reception hosted by Mayor Bel Olm"
    )
    assert one.name == "Ada Verne"


def test_the_call_of_a_station_is_an_outlet() -> None:
    """A number before letters, or behind them: nothing else has such names."""
    assert outlet_in("Radio interview with Ben Harrow, 2GB") == ("2GB", (33, 36))
    assert outlet_in("Radio interview with Kim, Ada and Bel - TIDE 969") == ("TIDE 969", (40, 48))
    assert outlet_in("Interview with Ada Verne, MP") is None


def test_an_entry_of_a_list_above_the_exchange_is_no_title() -> None:
    """Subjects stand behind bullets; the line that says what the text is stands between them and the first label."""
    statement = only(
        read_text(
            """
            PM Records

            Records from the Prime Ministers of Brunavia

            Harrow, Bel

            Period of Service: 15/09/2030 - 24/08/2033
            Release Date:
            14/02/2031
            Release Type:
            Transcript
            Subject(s):
              • Phone conversation with the President of Illyria; donations; the Lock Force
            Radio interview with Ben Pell, 2GB

            BEN PELL:
            How are you Prime Minister?

            PRIME MINISTER:
            Hi Ben, good to be with you.

            BEN PELL:
            Is it really great?

            PRIME MINISTER:
            It is great, what are you talking about.
            """
        )
    )
    assert (statement.title, statement.kinds, statement.outlet) == (
        "Radio interview with Ben Pell, 2GB",
        ("interview",),
        "2GB",
    )


def test_a_day_below_for_immediate_release_is_that_of_posting() -> None:
    """It stands right above the title, where a plain text may have the site's own day as well."""
    statement = only(
        read_text(
            """
            The Tide House
            For Immediate Release
            Office of the Press Secretary
            22 de enero de 2031
            DISCURSO RADIAL DE LA PRESIDENTA A LA NACIÓN
            Buenos Días. Estimados compatriotas: hace unos días tuve el honor de tomar el juramento como su Presidenta.
            Cada cuatro años el pueblo celebra una toma de posesión para reafirmar su fe en la libertad.
            """
        )
    )
    assert statement.posted_on == "2031-01-22"


def test_the_headline_above_lead_and_exchange_is_the_title() -> None:
    """Above it stand the lines of a site, one below the other: logo, channel, who put it there."""
    statement = only(
        read_text(
            """
            Logo Radia Halvane
            POSŁUCHAJ
            Jedynka
            migrator migrator 08.01.2031

            Albo śluzy otwarte, albo powódź

            Jeżeli nastąpią te zmiany i śluzy nie będą otwarte, to po prostu będziemy mieli powódź w Halvane.

            Jan Karnow: W studiu pierwszy gość: Premier Adam Verne. Dzień dobry, panie premierze.

            Adam Verne: Dzień dobry.

            Jan Karnow: Panie premierze, narasta kryzys na rzece. Czy śluzy będą otwarte?

            Adam Verne: Nie sądzę, żeby mogły być zamknięte. Zawsze dotąd były otwarte.
            """
        )
    )
    assert statement.title == "Albo śluzy otwarte, albo powódź"


def test_no_name_of_a_title_in_capitals_begins_or_goes_on_with_what_binds() -> None:
    """ "A LA NACIÓN" says to whom; in small letters nobody would take it for a name."""
    assert [one.name for one in people_in_title("DISCURSO DE LA PRESIDENTA A LA NACIÓN")] == []
    assert [one.name for one in people_in_title("ALLOCUTION DU PRÉSIDENT À LA NATION")] == []
    (one,) = people_in_title("DISCURSO DE LA PRESIDENTA ADA VERNE A LA NACIÓN")
    assert one.name == "ADA VERNE"


def test_a_title_in_capitals_names_whom_it_would_name_in_small_letters() -> None:
    """Languages that set posts in small letters bind them with words that capitals hide; an initial is the name's own."""
    (one,) = people_in_title(
        "CONFERENCIA DE PRENSA DEL JEFE DE GABINETE JORGE M. OLMO EN LA CASA DE GOBIERNO"
    )
    assert (one.name, one.office) == ("JORGE M. OLMO", "JEFE DE GABINETE")
    (other,) = people_in_title("Discurso del Ministro de Puertos Jorge M. Olmo")
    assert (other.name, other.office) == ("Jorge M. Olmo", "Ministro de Puertos")
    assert people_in_title("PALABRAS DEL PRESIDENTE EN EL ACTO DE INAUGURACIÓN") == []


def test_a_mark_and_the_surname_of_the_title_before_the_words_are_a_label() -> None:
    """It stands once, as nobody else speaks."""
    statement = only(
        read_text(
            """
            CONFERENCIA DE PRENSA DEL JEFE DE GABINETE JORGE M. OLMO EN LA CASA DE GOBIERNO
            OLMO.- Muy buenos días a todos. En primer lugar quería expresar que hemos tenido una evolución positiva.
            En segundo lugar quería transmitir que hoy tenemos una agenda muy marcada con el puerto.
            """
        )
    )
    assert [(turn.role, turn.speaker, turn.text.split()[0]) for turn in statement.turns] == [
        ("official", "Jorge M. Olmo", "Muy")
    ]


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
