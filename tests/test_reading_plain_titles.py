"""Titles of plain texts and whom they name: told twice, wrapped, in capitals, under menus and leads, in invented words."""

from __future__ import annotations

from onrecord.reading.parts.outlets import outlet_in
from onrecord.reading.words.titled import people_in_title
from reading_pages import only, read_text


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
