"""Ordinary pages of offices with all that stands around their words, as text and as markup."""

from __future__ import annotations

from reading_pages import lines, only, read_html, read_text

_MENU = """
Skip to main content
Port Office of Halvane
Menu
The Office
Our Minister
Budget
Careers
Policies
Services
News
Contact
Home
News
"""
_WORDS = """
The Port Office has today signed a contract for four dredgers that keep the northern harbours of Halvane open.

The dredgers will be delivered in the winter of 2032, and the harbours pay nothing for them.

The contract follows a public tender in which five yards took part, two of them from abroad.
"""


def test_title_stands_above_the_words_not_in_the_menus() -> None:
    """Under whole menus the title is the line whose words the text goes on with."""
    reading = read_text(
        f"{_MENU}\nNew dredgers keep northern harbours open\n\n6 May 2031\nPress release\n{_WORDS}\nPrivacy\nSitemap"
    )
    assert reading.page.title == "New dredgers keep northern harbours open"
    assert only(reading).turns[0].text.startswith("The Port Office has today")


def test_way_mark_that_is_cut_short_is_no_title() -> None:
    """Of a way-mark and the line below that goes on behind it the line below is the title."""
    title = "Launch of the plan “Open harbours”: Ada Verne in Skell on 6 May 2031"
    reading = read_text(f"{_MENU}Launch of the plan “Open harbours”\n\n{title}\n\nPress release\n{_WORDS}")
    assert reading.page.title == title


def test_line_with_a_field_is_no_title() -> None:
    """What a line tells under a label is none, however many of its words stand in the text."""
    reading = read_text(
        f"{_MENU}\nTranscript of the press briefing\n\nSpeakers: Harrow, contract and dredgers; Pell, harbours\n{_WORDS}"
    )
    assert reading.page.title == "Transcript of the press briefing"


def test_lead_above_the_data_of_a_speech_is_none_of_its_words() -> None:
    """What stands above day and place is told by the publisher; a title's headline may stand before whose speech it is."""
    statement = only(
        read_html(
            "<main><h1>A coast that lasts: Edda Marlow’s speech to the Harbour Federation</h1>"
            "<p>The plans of the government for the coast, as set out at the annual conference.</p>"
            "<dl><dt>Delivered on:</dt><dd>5 May 2031</dd><dt>Location:</dt><dd>Town Hall, Brack</dd></dl>"
            "<p>Good morning.</p><p>It is four years since I last stood in this hall.</p><p>Thank you.</p></main>"
        )
    )
    assert statement.turns[0].text.startswith("Good morning.")
    assert (statement.turns[0].speaker, statement.given_on, statement.place) == (
        "Edda Marlow",
        "2031-05-05",
        "Town Hall, Brack",
    )


def test_day_and_kind_above_a_title_tell_when_it_was_posted() -> None:
    """A line such as "06.05.2031 - Rede" is the message's, and a release with few words is no list."""
    statement = only(
        read_html(
            "<nav><a href='/'>Startseite</a></nav><main><p>09.05.2031 - Pressemitteilung</p><h1>Ministerium zum Unglück im Sund</h1>"
            "<p>Wir trauern mit den Angehörigen der Opfer im Sund.</p>"
            "<h2>Weitere Meldungen</h2><ul><li><a href='/1'>Neue Fähren</a> 03.05.2031</li>"
            "<li><a href='/2'>Hafenschule</a> 29.04.2031</li><li><a href='/3'>Förderung</a> 21.04.2031</li></ul></main>"
        )
    )
    assert statement.posted_on == "2031-05-09"
    assert [turn.text for turn in statement.turns] == ["Wir trauern mit den Angehörigen der Opfer im Sund."]


def test_day_in_the_list_above_a_title_is_the_message_s() -> None:
    """Kind, day, place and minutes to read stand as one list above the title."""
    statement = only(
        read_html(
            "<ul><li>Statement</li><li>8 May 2031</li><li>Halvane</li><li>3 min read</li></ul>"
            "<h1>Joint statement on the accident in the Sound</h1>"
            "<main><p>We are saddened by the loss of life in the Sound.</p></main>"
        )
    )
    assert statement.posted_on == "2031-05-08"


def test_day_above_the_links_for_sharing_is_the_message_s() -> None:
    """Between a title's day and the words stands where to share the page."""
    share = "".join(
        f"<li><a href='/{name}'>{name}: abre ventana nueva</a></li>" for name in ("X", "Correo", "Linkedin")
    )
    statement = only(
        read_html(
            f"<div><h1>Conferencia de prensa de la presidenta</h1><p>8.5.2031</p><ul>{share}</ul><div>"
            "<p><b>Presidenta.-</b> Muy buenas tardes a todos ustedes, y gracias por venir.</p>"
            "<p><b>Pregunta.-</b> ¿Cuándo estará disponible ese dinero para los puertos?</p>"
            "<p><b>Presidenta.-</b> A partir de enero, cuando se apruebe el reglamento.</p></div></div>"
        )
    )
    assert statement.posted_on == "2031-05-08"


def test_bold_line_that_names_a_statement_is_a_title() -> None:
    """Old pages have no headings, and the site's name alone in their head."""
    statement = only(
        read_html(
            "<p align=center><font size=4><b>STATEMENT BY MR. ALDO PERREN, PERMANENT REPRESENTATIVE</b></font></p>"
            "<p>Mr. President,</p><p>Small states depend on the sea more than any others.</p>",
            head="<title>Permanent Mission of Verland</title>",
        )
    )
    assert statement.title == "STATEMENT BY MR. ALDO PERREN, PERMANENT REPRESENTATIVE"


def test_notes_to_editors_are_none_of_the_words() -> None:
    """What stands below "Notes to editors" is told to the press, not said."""
    reading = read_text(
        f"New dredgers keep harbours open\n\n6 May 2031\nPress release\n{_WORDS}\n"
        "Notes to editors\n\nThe six harbours are Aldmouth, Brack, Corley, Denby, Esker and Fallow.\n"
    )
    assert only(reading).turns[-1].text.endswith("two of them from abroad.")


def test_line_that_says_who_asked_makes_an_interview() -> None:
    """A title may be a quotation; who spoke stands in the line above the questions."""
    statement = only(
        read_html(
            "<main><h1>„Wir brauchen den Hafen jeden Tag“</h1>"
            "<p><i>Oberbürgermeisterin Karin Holtz im Gespräch mit dem Bracker Tageblatt über die Schulden.</i></p>"
            "<p><b>Wie geht es dem Hafen?</b></p><p>Besser als vor einem Jahr, denn drei Linien fahren wieder.</p>"
            "<p><b>Und die Schulden?</b></p><p>Die sind noch da, und die zahlen wir zurück.</p>"
            "<p><b>Was wünschen Sie sich?</b></p><p>Verlässlichkeit, jedes Jahr.</p>"
            "<p><i>Das Interview führte Jens Adler.</i></p></main>"
        )
    )
    assert statement.kinds == ("interview",)
    assert lines(statement.turns)[:2] == ["questioner None: Wie geht es", "official None: Besser als vor"]
    assert {turn.speaker for turn in statement.turns} == {None, "Karin Holtz"}


def test_readout_is_not_said_by_whom_it_tells_of() -> None:
    """What an office tells of a talk is nobody's own words."""
    reading = read_text(
        "Readout of Prime Minister Tomas Brandt’s call with President Orla Venn\n\n10 May 2031\n\n"
        "Today, Prime Minister Tomas Brandt spoke with the President of Norrland, Orla Venn, about the ferry."
    )
    assert [turn.speaker for turn in only(reading).turns] == [None]


def test_caption_above_the_words_is_none_of_them() -> None:
    """Neither the caption of a picture nor the publisher's sentence above it is said."""
    statement = only(
        read_html(
            "<main><h1>Grußwort von Oberbürgermeisterin Karin Holtz zum Hafenfest</h1>"
            "<p>Am Wochenende feiert Altmünde. Wir dokumentieren das Grußwort.</p>"
            "<figure><img src='x'><figcaption>Karin Holtz. Foto: Stadt Altmünde</figcaption></figure>"
            "<p>Liebe Gäste,</p><p>unser Hafenfest wird hundert Jahre alt, und alle sind eingeladen.</p></main>"
        )
    )
    assert statement.turns[0].text.startswith("Liebe Gäste,")


def test_german_holder_s_name_stands_behind_her_field() -> None:
    """Between post and name stands what the post is for, with an “und” in it."""
    title = "Rede der Ministerin für Küste und Häfen, Hanna Brückner, im Landtag"
    (speaker,) = only(
        read_text(f"{title}\n\nHerr Präsident!\n\nDieser Haushalt ist kein Wunschzettel.")
    ).speakers
    assert (speaker.name, speaker.office) == ("Hanna Brückner", "Ministerin für Küste und Häfen")


def test_heads_of_other_messages_do_not_date_this_one() -> None:
    """A day before a headline behind the words is that of another message."""
    statement = only(
        read_text(
            "Statement by Minister Ada Verne on the Sound\n\nWe condemn the attack on the ferry.\n\n"
            "29 April 2031 Tender announced\n21 April 2031 Grants announced\n\nPrivacy\nContact"
        )
    )
    assert statement.posted_on is None


def test_place_and_day_behind_the_words_are_none_of_them() -> None:
    """What a head of state declares ends with where and when."""
    statement = only(
        read_html(
            "<main><h1>Dichiarazione del Presidente Aldo Moretti</h1>"
            "<p>«Ho appreso con dolore la notizia, e sono vicino alle famiglie».</p><p>Roccalta, 9 maggio 2031</p></main>"
        )
    )
    assert [turn.text[-10:] for turn in statement.turns] == ["famiglie»."]
    assert (statement.given_on, statement.place) == ("2031-05-09", "Roccalta")


def test_first_question_under_menus_is_no_title() -> None:
    """Under whole menus, too, a label asks: the title stands above it."""
    reading = read_text(
        f"{_MENU}\nInterview with Minister Ada Verne, 8 May 2031\n\nQuestion: How do you see the talks in Skell and their results?\n\n"
        "Ada Verne: The talks in Skell were useful, and their results will last.\n\n"
        "Question: Will you travel to Halvane?\n\nAda Verne: Yes, in the autumn of this year, if all goes well."
    )
    assert reading.page.title == "Interview with Minister Ada Verne, 8 May 2031"
    assert len(only(reading).turns) == 4


def test_day_among_the_details_of_a_page_is_the_message_s() -> None:
    """Under one term stand category, day and hits."""
    statement = only(
        read_html(
            "<div><h2>Remarks by Foreign Minister Dana Orrin</h2><dl><dt>Details</dt><dd>Category: <a href='/p'>Press</a></dd>"
            "<dd>09 May 2031</dd><dd>Hits: 412</dd></dl><p>Excellencies,</p><p>Thank you for coming to Halden.</p></div>"
        )
    )
    assert statement.posted_on == "2031-05-09"
    assert statement.turns[0].text.startswith("Excellencies,")


def test_names_of_places_to_share_on_are_none_of_the_words() -> None:
    """A program runs the names of the links together."""
    statement = only(
        read_text(
            "Statement by Minister Ada Verne\n\nWe condemn the attack on the ferry.\n\nDeel dezeFacebookXEmail"
        )
    )
    assert statement.turns[0].text == "We condemn the attack on the ferry."


def test_editors_ask_and_are_nobody_s_name() -> None:
    """ "Redaktion" is who asks, not a person."""
    statement = only(
        read_text(
            "Interview mit Präsidentin Ilse Karsten\n\nRedaktion: Was ist neu an der Karte?\n\nKarsten: Sie ist neu.\n\n"
            "Redaktion: Wer nutzt sie?\n\nKarsten: Fischer und Segler."
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns[:2]] == [
        ("questioner", None),
        ("official", "Ilse Karsten"),
    ]


def test_name_with_a_particle_is_not_cut_before_it() -> None:
    """Half a name is nobody's."""
    (statement,) = read_text(
        "Verklaring van burgemeester Els de Graaf over de veerboot\n\nGisteren is onze stad opgeschrikt."
    ).statements
    assert "Els" not in [one.name for one in statement.speakers]
