"""How texts of offices open: titles told twice, fields and headings above the first label, who rises first, in invented words."""

from __future__ import annotations

from onrecord.model import Reading
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
