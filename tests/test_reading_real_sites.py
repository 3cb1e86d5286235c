"""Pages as offices' sites make them, with what their markup says beside the words. All names are invented."""

from __future__ import annotations

import pytest

from reading_pages import lines, only, read_html

_WORDS = (
    "<p>The locks at Skell were opened again on Monday, two weeks before they were expected to be.</p>"
    "<p>Ships of up to ninety metres can pass them by day and by night, as they could before the flood.</p>"
)
_DATED = f"<main><h1>Locks at Skell open again</h1><p><time datetime='2031-05-14'>14 May 2031</time></p>{_WORDS}</main>"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("<meta property='og:site_name' content='Ministry of Ports'>", ""),
        ("<title>Locks at Skell open again - Hafenministerium Velsen</title>", ""),
        ("<title>Port Police | Locks at Skell open again</title>", ""),
        ("<meta name='author' content='Ministère des Ports'>", ""),
        ('<script type="application/ld+json">{"@type":"GovernmentOrganization","name":"Ports"}</script>', ""),
        ("", "<footer><p>© 2031 Bundesministerium für Häfen</p></footer>"),
    ],
)
def test_dated_text_of_an_office_s_site_is_a_message(head: str, foot: str) -> None:
    """A site that says that it is an office's puts out messages, whatever their titles."""
    statement = only(read_html(_DATED + foot, head))
    assert (statement.title, statement.posted_on) == ("Locks at Skell open again", "2031-05-14")
    assert statement.turns[0].text.startswith("The locks at Skell")


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<meta property='og:site_name' content='Skell Gazette'>",
        "<meta property='og:site_name' content='Government News Daily'>",
        "<title>Locks at Skell open again - the ministry is pleased</title>",
        '<script type="application/ld+json">{"@type":"NewsArticle"}</script><meta name="author" content="Ministry of Ports">',
    ],
)
def test_dated_text_of_anybody_else_is_none(head: str) -> None:
    """A newspaper's article is no message, though its title, or its name, has an office in it."""
    assert not read_html(_DATED, head).statements


def test_service_page_of_an_office_without_a_day_is_no_message() -> None:
    """What an office offers is said on no occasion."""
    page = f"<main><h1>Passing the locks</h1>{_WORDS}</main>"
    assert not read_html(page, "<meta property='og:site_name' content='Ministry of Ports'>").statements


def test_address_with_the_word_for_an_office_tells_a_site() -> None:
    """A host called after a parliament or a government is that of one."""
    assert (
        only(read_html(_DATED, url="https://www.parlament.example.net/news/locks")).posted_on == "2031-05-14"
    )
    assert not read_html(_DATED, url="https://www.example.net/parlament/locks").statements


def test_day_in_a_heading_is_none_of_the_title() -> None:
    """Where the page's head has the title without the day that opens the heading, the day is that of posting."""
    page = (
        f"<main><h1><small>14 May 2031</small> Statement by the Port Office on the locks</h1>{_WORDS}</main>"
    )
    statement = only(read_html(page, "<title>Statement by the Port Office on the locks - Velsen</title>"))
    assert (statement.title, statement.posted_on) == (
        "Statement by the Port Office on the locks",
        "2031-05-14",
    )


def test_heading_keeps_a_day_that_the_head_has_too() -> None:
    """A title may begin with a day."""
    title = "14 May 2031 Statement by the Port Office on the locks"
    statement = only(read_html(f"<main><h1>{title}</h1>{_WORDS}</main>", f"<title>{title}</title>"))
    assert statement.title == title


def test_site_s_name_behind_a_heading_is_none_of_the_title() -> None:
    """The title for sharing tells where the title ends."""
    page = f"<main><h1>Statement on the locks | Port Office</h1>{_WORDS}</main>"
    head = "<title>Statement on the locks | Port Office</title><meta property='og:title' content='Statement on the locks'>"
    assert only(read_html(page, head)).title == "Statement on the locks"


def test_time_beside_a_topic_at_the_title_is_the_day_of_posting() -> None:
    """A time element stands above the title with the section, or below it with what the text is filed under."""
    above = f"<p>Hafenamt</p><div><p><time datetime='2031-05-14T16:30:00+01:00'>14.05.2031</time> Aktuelle Meldung</p><p><span>Häfen</span></p><h1>Statement on the locks</h1>{_WORDS}</div>"
    below = f"<div><h3>Statement on the locks</h3><div class='footer'><p><time datetime='2031-05-14'>14.05.2031</time> <span>Häfen</span></p></div>{_WORDS}</div>"
    for page in (above, below):
        assert only(read_html(page, "<title>Statement on the locks</title>")).posted_on == "2031-05-14"


def test_interview_of_two_who_are_named_in_full_once() -> None:
    """Two take turns by surname once each was named in full: no form has four lines that come back."""
    answers = "".join(
        f"<p><b>Harrow:</b> Is lock {n} open?</p><p><b>Verne:</b> It is, and has been since May, by day and by night.</p>"
        for n in range(1, 9)
    )
    page = (
        "<main><h1>“We were told nothing”</h1><p><b>Bel Harrow:</b> Are the locks open?</p>"
        f"<p><b>Ada Verne:</b> They are, as of today.</p>{answers}</main>"
    )
    statement = only(read_html(page))
    assert statement.kinds == ("interview",)
    assert lines(statement.turns)[:3] == [
        "questioner Bel Harrow: Are the locks",
        "official Ada Verne: They are, as",
        "questioner Harrow: Is lock 1",
    ]


def test_lines_of_a_form_that_come_back_are_no_turns() -> None:
    """Three heads in one order, entry by entry, are those of a form."""
    entries = "".join(
        f"<p><b>Offence:</b> Theft of boat {n}.</p><p><b>Sentence:</b> Ten days.</p><p><b>Grant:</b> None.</p>"
        for n in range(9)
    )
    reading = read_html(f"<main><h1>Pardons</h1>{entries}</main>")
    assert not any(turn.label for statement in reading.statements for turn in statement.turns)


def test_interview_named_once_far_below_the_title() -> None:
    """A box may stand between the title and the first question, which names who asks."""
    box = "".join(f"<p>Information {n}</p>" for n in range(7))
    page = (
        f"<main><h1>“Forty days on the lock”</h1>{box}<p><b>Bel Harrow: Where did you moor?</b></p>"
        "<p>Ada Verne: Below the lock, where all others moored.</p><p><b>How did you get to Skell?</b></p>"
        "<p>On foot, and it took me two days.</p><p><b>What was it like?</b></p><p>It rained.</p></main>"
    )
    statement = only(read_html(page))
    assert statement.kinds == ("interview",)
    assert [turn.role for turn in statement.turns if turn.role != "narration"] == [
        "questioner",
        "official",
    ] * 3


def test_short_meeting_of_two_with_labels_in_bold() -> None:
    """A lead longer than a quarter of the words does not hide who speaks, where two alternate in bold before colons."""
    page = (
        "<main><h1>Meeting with the Harbour Master</h1><p>The President held a meeting with the Harbour Master on the state of the locks and ports.</p>"
        "<p><b>A.Verne:</b> Let us begin with the locks at Skell.</p><p><b>B.Harrow:</b> They are open again, as of Monday.</p>"
        "<p><b>A.Verne:</b> Good. Thank you very much.</p></main>"
    )
    assert [turn.label for turn in only(read_html(page)).turns if turn.label] == [
        "A.Verne",
        "B.Harrow",
        "A.Verne",
    ]


def test_speech_told_behind_place_and_day() -> None:
    """A line of place and day may go on with what the text is, and whose."""
    page = f"<main><h1>Locks, not walls</h1><p>Skell, 14.05.2031 - Rede von Ada Verne beim Hafentag, Velsen, 15. Mai 2031</p>{_WORDS}</main>"
    statement = only(read_html(page))
    assert statement.kinds == ("speech",)
    assert [one.name for one in statement.speakers] == ["Ada Verne"]


def test_lines_between_the_title_and_the_article_tell_who_where_and_when() -> None:
    """A title may stand with its lines above the element of the words."""
    page = (
        "<section><h1>Secretary Ada Verne At a Press Availability</h1><p>Press Availability</p><p>Ada Verne, Secretary of Ports</p>"
        "<p>The Tide Palace Hotel</p><p>Skell, Halvane</p><p>May 14, 2031</p></section>"
        "<article><p><b>SECRETARY VERNE:</b> Good evening, everyone.</p><p><b>QUESTION:</b> Are the locks open?</p>"
        "<p><b>SECRETARY VERNE:</b> They are.</p></article>"
    )
    statement = only(read_html(page))
    assert statement.place == "The Tide Palace Hotel, Skell, Halvane"
    assert [(one.name, one.office) for one in statement.speakers] == [("Ada Verne", "Secretary of Ports")]


def test_place_before_the_day_under_a_title_in_portuguese() -> None:
    """ "…, em Skell (PA), em 14 de maio de 2031" tells where and when."""
    page = f"<main><h1>Discurso da ministra na abertura do porto</h1><p>Pronunciamento da ministra dos Portos, Ada Verne, em Skell (PA), em 14 de maio de 2031</p>{_WORDS}</main>"
    statement = only(read_html(page))
    assert (statement.place, statement.given_on) == ("Skell", "2031-05-14")


def test_stenographic_version_is_how_a_conference_was_taken_down() -> None:
    """Beside another kind it names none of its own."""
    page = f"<main><h1>Versión estenográfica. Conferencia de prensa de la presidenta Ada Verne del 14 de mayo de 2031</h1>{_WORDS}</main>"
    assert only(read_html(page)).kinds == ("news_conference",)


def test_topics_behind_the_words_are_none_of_them() -> None:
    """What a text is filed under stands in an element called so; at the title it may be the kind."""
    page = f"<main><div class='category'>Statement</div><h1>On the locks of Skell</h1>{_WORDS}<div id='category'><span>registrado em:</span> Locks, Skell</div></main>"
    statement = only(read_html(page))
    assert statement.kinds == ("statement",)
    assert statement.turns[-1].text.endswith("before the flood.")


def test_caption_below_short_words_is_none_of_them() -> None:
    """A picture may stand below all words of a short text."""
    page = f"<main><h1>Statement on the locks</h1>{_WORDS}<p class='news-img-caption'>Ships wait below the lock</p></main>"
    assert only(read_html(page)).turns[-1].text.endswith("before the flood.")


def test_whom_to_ask_and_who_publishes_end_a_text() -> None:
    """Swiss offices tell behind the words whom to ask, and whose they are."""
    page = (
        f"<main><h1>Rede zu den Schleusen</h1>{_WORDS}<p><b>Adresse für Rückfragen</b></p><p>Hafenamt, 3003 Skell +41.31.322.00.00</p>"
        "<p><b>Herausgeber</b></p><p>Departement für Häfen</p></main>"
    )
    assert only(read_html(page)).turns[-1].text.endswith("before the flood.")


def test_links_under_a_french_head_are_none_of_the_words() -> None:
    """ "Liens connexes" heads other pages, and who talks with somebody gives no interview."""
    page = (
        "<main><h1>La première ministre Ada Verne s’entretient avec le président de Halvane</h1><div>14 mai 2031</div>"
        "<p>Aujourd’hui, la première ministre Ada Verne s’est entretenue avec le président de Halvane.</p>"
        "<p>Les deux dirigeants ont convenu de rester en contact.</p><h2>Liens connexes</h2><ul><li><a href='/h'>Halvane</a></li></ul></main>"
    )
    statement = only(read_html(page))
    assert statement.kinds == ("readout",)
    assert statement.turns[-1].text.endswith("rester en contact.")


def test_message_led_in_by_a_name_that_ends_in_s() -> None:
    """ "Ada Olmos’ message" is one by her, as "Ada Verne’s message" is."""
    page = f"<main><h1>Locks Keep Ports Alive, She Warns</h1><p>Following is Secretary-General Ada Olmos’ message for the Day of Ports, observed on 14 May:</p>{_WORDS}</main>"
    assert only(read_html(page)).kinds == ("message",)


def test_row_of_dots_ends_a_text_above_who_publishes_it() -> None:
    """What stands below dots in a row is short lines of the office."""
    page = f"<main><h1>Press Statement on the locks</h1>{_WORDS}{_WORDS}<p>. . . . .</p><p>MINISTRY OF PORTS<br>SKELL<br>14 MAY 2031</p></main>"
    assert only(read_html(page)).turns[-1].text.endswith("before the flood.")


def test_place_stands_before_a_day_with_a_note_in_brackets() -> None:
    """ "Skell, 14/05/2031 (II mandato)" is place and day."""
    page = f"<main><h1>Intervento della Presidente Ada Verne</h1><p>Porto Skell, 14/05/2031 (II mandato)</p>{_WORDS}</main>"
    assert only(read_html(page)).place == "Porto Skell"


def test_place_in_an_element_called_so_may_end_in_brackets() -> None:
    """The country or province of a town stands in brackets behind it."""
    page = f"<main><h1>Statement by Minister Ada Verne</h1><div class='field-location'>Skell (Halvane)</div>{_WORDS}</main>"
    assert only(read_html(page)).place == "Skell (Halvane)"


def test_day_run_together_with_a_heading_is_none_of_the_title() -> None:
    """Sites that set the day in an element of its own part it by style alone, and have their sections before the title in the head."""
    page = f"<main><h1><span>14.05.2031</span>Statement by the Port Office on the locks</h1>{_WORDS}</main>"
    head = "<title>PORT  -  Locks - Statement by the Port Office on the locks</title>"
    statement = only(read_html(page, head))
    assert (statement.title, statement.posted_on) == (
        "Statement by the Port Office on the locks",
        "2031-05-14",
    )


def test_line_that_leads_to_links_goes_with_them() -> None:
    """ "Read also:" above links to other messages is none of the words; above a list of the text's own it is."""
    links = "<p>Lesen Sie dazu auch die Mitteilungen:</p><p><a href='/34'>Nr. 34 vom 8. Mai 2031</a></p><p><a href='/32'>Nr. 32 vom 5. Mai 2031</a></p>"
    page = f"<main><h1>Erklärung des Hafenamts zu den Schleusen</h1>{_WORDS}"
    assert only(read_html(f"{page}{links}</main>")).turns[-1].text.endswith("before the flood.")
    own = "<p>Three locks are open:</p><ul><li>Skell.</li><li>Velsen.</li></ul>"
    assert only(read_html(f"{page}{own}</main>")).turns[-1].text.endswith("Velsen.")


def test_what_a_text_is_between_dashes_is_no_place() -> None:
    """ "14.05.2031 - Meldung - Häfen" tells a day, a section and a topic."""
    page = f"<main><p>Hafenamt</p><p><time datetime='2031-05-14'>14.05.2031</time> - Meldung - Häfen und Schleusen</p><h1>Erklärung zu den Schleusen</h1>{_WORDS}</main>"
    statement = only(read_html(page))
    assert (statement.place, statement.posted_on) == (None, "2031-05-14")
