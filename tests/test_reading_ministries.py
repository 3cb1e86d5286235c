"""Pages of ministries, embassies, banks and organisations in the markup of their sites: the page in, what it says out."""

from __future__ import annotations

import pytest

from onrecord.model import Reading, Statement
from reading_pages import only, read_html

_SAID = (
    "<p>Small harbours feed two million people on this coast.</p><p>We will keep every one of them open.</p>"
)
_NEWS = "<ul><li><a href='/1'>Bridge opened</a> <span>12 May 2031</span></li><li><a href='/2'>New ferry</a> <span>10 May 2031</span></li></ul>"
Told = tuple[str | None, str | None, str]


def turns_of(statement: Statement) -> list[Told]:
    """Return role, speaker, first and last word of each turn."""
    return [
        (turn.role, turn.speaker, f"{turn.text.split()[0]} {turn.text.split()[-1]}")
        for turn in statement.turns
    ]


def parts(reading: Reading, name: str) -> list[str]:
    """Return the texts of the regions with a name."""
    return [reading.page.text[slice(*each.span)] for each in reading.page.regions if each.name == name]


@pytest.mark.parametrize(
    "name", ["c-breadcrumb", "social-share", "shareBox", "related-news", "cookie-banner", "field--name-tags"]
)
def test_elements_that_sites_name_for_their_own_hold_no_words(name: str) -> None:
    """A class of such words sets apart what stands in it, wherever that is."""
    statement = only(
        read_html(
            f"<h1>Statement by Minister Ada Verne</h1><p>14 May 2031</p><div>{_SAID}<div class='{name}'><p>Harbours of this coast</p></div></div>"
        )
    )
    assert turns_of(statement) == [("official", "Ada Verne", "Small open.")]


@pytest.mark.parametrize("name", ["content-with-sidebar", "related-page main", "has-share-links"])
def test_an_element_that_holds_the_words_is_what_its_name_says_of_nothing(name: str) -> None:
    """Names tell of layouts as well: half of a page's words, or its heading, stand in no sidebar."""
    statement = only(
        read_html(
            f"<div class='{name}'><h1>Statement by Minister Ada Verne</h1><p>14 May 2031</p>{_SAID}</div>"
        )
    )
    assert turns_of(statement) == [("official", "Ada Verne", "Small open.")]


def test_what_a_picture_says_in_place_of_itself_is_its_caption() -> None:
    """The line below a picture is the same as its alternative text."""
    statement = only(
        read_html(
            "<h1>Meeting with Prime Minister Dorian Ashe</h1><p>14 May 2031</p><div><a href='/p'><img alt='With Prime Minister Dorian Ashe.'></a>"
            "<p>With Prime Minister Dorian Ashe.</p></div><div><p><b>President of Halvane Alden Harrow:</b> Good day to you.</p>"
            "<p><b>Prime Minister of Verland Dorian Ashe:</b> Thank you for having me here.</p><p><b>Alden Harrow:</b> Let us begin.</p></div>"
        )
    )
    assert turns_of(statement) == [
        ("official", "Alden Harrow", "Good you."),
        ("official", "Dorian Ashe", "Thank here."),
        ("official", "Alden Harrow", "Let begin."),
    ]


def test_a_guest_has_one_label_in_bold_among_those_of_his_host() -> None:
    """A post in two letters before a name of the title, once, in the type of the page's labels."""
    statement = only(
        read_html(
            "<h1>Pressekonferenz von Bundeskanzlerin Harrow und Premierminister Ashe</h1><p>Mittwoch, 14. Mai 2031 in Brack</p>"
            "<p><strong>BK’in Harrow:</strong> Meine Damen und Herren, willkommen!</p><p><strong>PM Ashe:</strong> Vielen Dank für die Einladung.</p>"
            "<p><strong>Frage:</strong> Wann kommt der Vertrag?</p><p><strong>BK’in Harrow:</strong> Im Sommer.</p>"
        )
    )
    assert turns_of(statement) == [
        ("official", "Harrow", "Meine willkommen!"),
        ("official", "Ashe", "Vielen Einladung."),
        ("questioner", None, "Wann Vertrag?"),
        ("official", "Harrow", "Im Sommer."),
    ]
    assert (statement.given_on, statement.place) == ("2031-05-14", "Brack")


@pytest.mark.parametrize(
    "above",
    [
        "<div><span>14 May 2031 19:42</span> <span>1042-14-05-2031</span></div>",
        "<div><div>14.05.2031</div><div>Brack</div><div>Press Team</div></div>",
        "<div><a href='/topic'>International</a><time>14 May 2031</time></div>",
        "<div><span>Office of the Minister</span> <span>14 May 2031</span> <span>Speech</span></div>",
    ],
)
def test_the_day_above_a_title_may_stand_with_other_data(above: str) -> None:
    """An hour and a number, a place and an office, a topic that is a link, or the word for the kind."""
    statement = only(
        read_html(
            f"<div><a href='/'>Home</a></div>{above}<h1>Speech by Minister Ada Verne</h1><div>{_SAID}</div>"
        )
    )
    assert statement.posted_on == "2031-05-14"


def test_a_minister_above_a_day_heads_no_list() -> None:
    """Whose words they are is a link to his page; behind them stands a list."""
    statement = only(
        read_html(
            "<div><h1>On the Port Agreement</h1><p>Press Statement</p><p><a href='/venn'>Marla J. Venn, Secretary of State</a></p><p>May 14, 2031</p></div>"
            f"<div>{_SAID}<p>Dredgers will sail each morning, the locks will be mended, and the two ports will keep one another’s hours.</p></div>"
            f"<div><h2>Related Articles</h2>{_NEWS}</div>"
        )
    )
    assert turns_of(statement) == [("official", "Marla J. Venn", "Small hours.")]
    assert statement.posted_on == "2031-05-14"


def test_a_list_above_the_title_does_not_run_on_below_it() -> None:
    """A topic and a day stand above the only top-level heading; entries of the same shape stand below the words."""
    statement = only(
        read_html(
            "<div><p><a href='/t'>International</a></p><p>14 May 2031</p></div><h1>Joint statement by Minister Ada Verne and Minister Dorian Ashe</h1>"
            f"<div>{_SAID}</div><div><p><a href='/1'>Council of ministers</a></p><p>13 May 2031</p><p><a href='/2'>Visit to Velsen</a></p><p>12 May 2031</p></div>"
        )
    )
    assert statement.turns[0].text.endswith("open.")


def test_who_speaks_is_told_by_the_sentence_above_the_data() -> None:
    """The title has the post, the sentence its holder."""
    statement = only(
        read_html(
            "<main><h1>Foreign Secretary's speech at the Harbour Forum</h1><p>The Foreign Secretary, Edda Marlow, spoke about coastal security.</p>"
            f"<dl><dt>Delivered on:</dt><dd>13 May 2031</dd><dt>Location:</dt><dd>Guild House, Skell</dd></dl>{_SAID}</main>"
        )
    )
    assert turns_of(statement) == [("official", "Edda Marlow", "Small open.")]


def test_the_sentence_that_leads_in_tells_speaker_and_kind() -> None:
    """Hyphens that do not break are hyphens."""
    statement = only(
        read_html(
            "<p>14 May 2031</p><h1>Dredging an ‘Act of Solidarity’</h1>"
            f"<p><em>Following is Secretary\u2011General Amara Dell’s message for the Day of Harbours, observed on 15 May:</em></p>{_SAID}",
            url="https://press.coasts.int/31",
        )
    )
    assert (statement.kinds, statement.turns[0].speaker) == (("message",), "Amara Dell")


def test_a_title_s_surname_is_made_whole_by_the_sentence_that_leads_in() -> None:
    """Between dashes behind the day stands the place."""
    statement = only(
        read_html(
            "<h1>Statement by Minister Verne on the ferry</h1><p>May 14, 2031 - Ottaway, Ontara - Global Affairs</p>"
            f"<p>The Honourable Ada Verne, Minister of Foreign Affairs, today issued the following statement:</p>{_SAID}"
        )
    )
    assert (statement.turns[0].speaker, statement.place) == ("Ada Verne", "Ottaway, Ontara")


def test_a_post_and_its_holder_in_a_line_name_whom_the_post_means_below() -> None:
    """Labels have the post's first word alone."""
    statement = only(
        read_html(
            "<h1>Comparecencia tras la reunión</h1><p>Puerto Brack, miércoles 14 de mayo de 2031</p><p><b>PRESIDENTA DEL GOBIERNO, ADA VERNE</b></p>"
            "<p><b>Presidenta.- </b>Buenos días a todos.</p><p><b>P.- </b>¿Confirma la cifra?</p><p><b>Presidenta.- </b>Sí, la confirmo.</p>"
        )
    )
    assert {turn.speaker for turn in statement.turns if turn.role == "official"} == {"Ada Verne"}


def test_a_line_above_the_words_may_say_that_they_are_an_interview() -> None:
    """Two questions in bold, one of which has no mark, between answers in quotation marks."""
    statement = only(
        read_html(
            "<h1>Verne: «Il porto è di tutti»</h1><p>14 maggio 2031</p><article><p>(Intervista alla Ministra degli Affari Esteri Ada Verne)</p>"
            "<p><b>Ministra, il porto chiude?</b></p><p>«No. Resta aperto».</p><p><b>Eppure i sindacati scioperano.</b></p><p>«Capisco le paure».</p></article>"
        )
    )
    assert [turn.role for turn in statement.turns] == ["questioner", "official"] * 2


def test_reporters_may_have_first_names_alone() -> None:
    """One of them asks without a mark, as the other did with one; whoever holds a post has a longer label."""
    statement = only(
        read_html(
            "<h1>Transcript of Weekly Media Briefing</h1><p>May 14, 2031</p><p><b>Shri Arun Velt, Official Spokesperson:</b> Good evening, friends.</p>"
            "<p><b>Sidhant:</b> Sir, is the ferry late?</p><p><b>Neha:</b> Same question, sir, on the harbour master.</p>"
            "<p><b>Shri Arun Velt, Official Spokesperson:</b> We have nothing to add to that.</p>"
        )
    )
    assert [turn.role for turn in statement.turns] == ["official", "questioner", "questioner", "official"]


def test_whom_to_call_is_no_part_of_the_last_answer() -> None:
    """Name and post stand above a number, in an element that holds no sentence."""
    statement = only(
        read_html(
            "<h1>Remarks by Minister Ada Verne</h1><article><div><p>Good morning.</p><p>We will talk about the sea.</p><p>Link to the video: "
            "<a href='https://v.example/1'>https://v.example/1</a></p></div><div><div>Nadia Moor</div><div>Lead Spokesperson</div><div><a href='tel:+3'>+32 2 29 12</a></div></div></article>"
        )
    )
    assert turns_of(statement) == [("official", "Ada Verne", "Good sea.")]


def test_a_heading_goes_on_in_the_line_below() -> None:
    """The page's title has both; the heading stays the statement's, and the line names who speaks."""
    statement = only(
        read_html(
            "<h1>Joint press conference</h1><h2>by Secretary General Jorun Stolt and the Prime Minister of Verland, Dorian Ashe</h2><p>14 May 2031</p>"
            "<p><b>Secretary General, Jorun Stolt:</b> Dear Dorian, welcome.</p><p><b>Dorian Ashe, Prime Minister of Verland:</b> Thank you, Jorun.</p>"
            "<p><b>Question:</b> What is next?</p><p><b>Secretary General:</b> We will see.</p>",
            head="<title>Alliance: Joint press conference by Secretary General Jorun Stolt and the Prime Minister of Verland, Dorian Ashe, 14-May.-2031</title>",
        )
    )
    assert statement.title == "Joint press conference"
    assert [turn.speaker for turn in statement.turns] == ["Jorun Stolt", "Dorian Ashe", None, "Jorun Stolt"]


def test_terms_of_a_list_ask_and_what_defines_them_answers() -> None:
    """Neither has a label; the title names who answers."""
    statement = only(
        read_html(
            "<h1>Answers by the Ministry Spokesperson Corin Pell to media questions</h1><div>14.05.2031.</div><dl><dt>Is the port closed?</dt>"
            "<dd>It is not, and it will not be.</dd><dt>Will the ambassador return?</dt><dd>Yes.</dd></dl>"
        )
    )
    assert turns_of(statement) == [
        ("questioner", None, "Is closed?"),
        ("official", "Corin Pell", "It be."),
        ("questioner", None, "Will return?"),
        ("official", "Corin Pell", "Yes. Yes."),
    ]
    assert statement.posted_on == "2031-05-14"


def test_round_brackets_of_full_width_hold_who_speaks() -> None:
    """A word for who asks, a name with its post, each on a line; applause in such brackets is a direction."""
    statement = only(
        read_html(
            "<main><h1>森田内閣総理大臣記者会見</h1><div><p>（記者）<br>橋の開通時期についてお聞かせください。</p>"
            "<p>（森田総理）<br>秋の開通を目指して準備を進めております。</p><p>（拍手）</p></div></main>",
            head="<title>令和13年5月14日 森田内閣総理大臣記者会見</title>",
        )
    )
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("questioner", None),
        ("official", "森田"),
    ]
    assert statement.given_on == "2031-05-14"


def test_the_site_s_name_in_its_banner_is_no_title() -> None:
    """The page's head has the name of the site and of its section; what is bold names the statement."""
    statement = only(
        read_html(
            "<table><tr><td>Ministry of Ferries</td></tr></table><p><b>Statement by the Ministry of Ferries</b></p>"
            f"<p>14 May 2031</p>{_SAID}",
            head="<title>Ministry of Ferries - Print version</title>",
        )
    )
    assert statement.title == "Statement by the Ministry of Ferries"


def test_the_number_of_a_note_ends_no_sentence_otherwise() -> None:
    """Notes stand behind the words, each with a link back."""
    statement = only(
        read_html(
            "<h1>Speech by Governor Ada Verne</h1><p>14 May 2031</p><p>Thank you for inviting me.<a href='#f1'><sup>1</sup></a></p>"
            "<p>I want to speak about tides.</p><hr><p>1. The views are my own. <a href='#r1'>Return to text</a></p>"
        )
    )
    assert turns_of(statement) == [("official", "Ada Verne", "Thank tides.")]


@pytest.mark.parametrize(
    "end",
    [
        "<p>(The briefing was concluded at 2:03 p.m.)</p><p># # #</p>",
        "<p>ISSUED BY THE DEPARTMENT OF FERRIES</p><p>OR Tambour Building<br>460 Sea Road</p>",
        "<p>[00321-IT.01] [Original text: Italian]</p><p>[B0321-XX.01]</p>",
        "<p>DISCLAIMER: This is an approximate translation.</p><p>***</p><p>DS/ST</p><p>(Release ID: 2123456)</p>",
        "<p>For more information, please contact Mr Cay Moor on 082 884 5974.</p>",
    ],
)
def test_what_press_offices_set_behind_the_words_is_none_of_them(end: str) -> None:
    """Hours, departments, codes, disclaimers, and whom to ask."""
    statement = only(read_html(f"<h1>Statement by Minister Ada Verne</h1><p>14 May 2031</p>{_SAID}{end}"))
    assert turns_of(statement) == [("official", "Ada Verne", "Small open.")]


def test_a_closing_formula_tells_where_and_when_it_was_signed() -> None:
    """Treaties and joint declarations end so."""
    statement = only(
        read_html(
            f"<h1>Joint Communiqué on Ports</h1>{_SAID}<p>Done at Skell on 14 May 2031, in two originals.</p>"
        )
    )
    assert (statement.given_on, statement.place) == ("2031-05-14", "Skell")


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Interview of Ambassador Anton Hohl to the newspaper “Tern Gazette”", "Tern Gazette"),
        ("Foreign Secretary interview with The Mail on Sunday", "The Mail on Sunday"),
        ("Minister Ada Verne in an interview with the Tern Gazette: “We stay”", "Tern Gazette"),
    ],
)
def test_names_of_newspapers_are_whole(title: str, outlet: str) -> None:
    """In quotation marks, with words in small letters, before a colon."""
    statement = only(
        read_html(
            f"<h1>{title}</h1><p>14 May 2031</p><p><b>Q:</b> Is it late?</p><p><b>A:</b> It is not.</p>"
        )
    )
    assert statement.outlet == outlet


def test_whoever_signs_or_sends_speaks() -> None:
    """A greeting ends with a name; condolences are told in the sentence above them."""
    greeting = only(
        read_html(
            "<h1>Grußwort der Botschafterin zum Tag der Häfen</h1><p>14.05.2031</p><p>Liebe Landsleute,</p><p>heute feiern wir den Tag.</p><p>Ihre Hanna Brückner</p>"
        )
    )
    sent = only(
        read_html(
            "<h1>Condolences to President Edda Marlow</h1><p>Alden Harrow sent his condolences to President Edda Marlow over the accident.</p><p>May 14, 2031</p>"
            "<p>The message reads, in part:</p><p>“Please accept my condolences.</p><p>I wish the injured a speedy recovery.”</p>"
        )
    )
    assert (greeting.turns[-1].speaker, sent.turns[-1].speaker) == ("Hanna Brückner", "Alden Harrow")
    assert sent.turns[0].text.startswith("“Please")


@pytest.mark.parametrize("name", ["speaker", "meta__minister"])
def test_an_element_for_speakers_names_who_speaks(name: str) -> None:
    """Where neither title nor lines do."""
    statement = only(
        read_html(
            f"<div class='{name}'>Hon Ada Verne</div><h1>Address to the Harbour Institute</h1><p>14 May 2031</p>{_SAID}",
            url="https://bees.govt.nz/speech/1",
        )
    )
    assert statement.turns[0].speaker == "Ada Verne"


def test_a_name_stands_as_the_lead_has_it_not_in_the_title_s_case() -> None:
    """ "ministra Korina Pella" is Minister Korin Pell."""
    statement = only(
        read_html(
            "<h1>Wywiad ministra Korina Pella dla Radia Brack</h1><p>14.05.2031</p><p>Minister Korin Pell był gościem rozmowy.</p>"
            "<p><b>Panie ministrze, czy most otworzycie w maju?</b></p><p>Tak, wszystko jest przygotowane.</p><p><b>A prom?</b></p><p>Prom zostaje.</p>"
        )
    )
    assert statement.turns[1].speaker == "Korin Pell"


def test_a_genitive_of_an_apostrophe_alone_leaves_the_name_whole() -> None:
    """ "Pelekis’ interview" is one with Pelekis; the journalist of the title is named whole where his label is short."""
    statement = only(
        read_html(
            "<h1>Minister of Foreign Affairs Dora Pelekis’ interview with Radio Brack, with journalist Nikos Tern (14 May 2031)</h1>"
            "<p><b>D. PELEKIS:</b> Good morning, Mr. Tern.</p><p><b>N. TERN:</b> Is it late?</p><p><b>D. PELEKIS:</b> No.</p>"
        )
    )
    assert [turn.speaker for turn in statement.turns] == ["Dora Pelekis", "Nikos Tern", "Dora Pelekis"]
    assert [one.name for one in statement.speakers] == ["Dora Pelekis"]


def test_words_at_an_occasion_with_another_are_one_person_s() -> None:
    """ "Statement by … at the joint press conference with …" names one who speaks."""
    statement = only(
        read_html(
            f"<h1>Statement by President Morant at the joint press conference with Prime Minister Ashe</h1><p>14 May 2031</p>{_SAID}"
        )
    )
    assert turns_of(statement) == [("official", "Morant", "Small open.")]


def test_lines_between_title_and_words_are_the_page_s() -> None:
    """Minutes to read and ways to share are no words, and nothing of them is left over."""
    reading = read_html(
        f"<main><section><h1>Statement by Minister Ada Verne</h1><div><small>Reading time:</small><p>3 min</p></div></section><article>{_SAID}</article></main>"
    )
    assert turns_of(only(reading)) == [("official", "Ada Verne", "Small open.")]
    assert parts(reading, "unclassified") == []


def test_a_notice_of_a_few_words_is_a_statement() -> None:
    """An office that tells of its own hours has said so."""
    statement = only(
        read_html(
            "<h1>Closure of the consular section on 15 May</h1><p>12 May 2031</p><p>The consular section of the Embassy will be closed on Thursday, 15 May 2031, "
            "owing to a public holiday. In emergencies, citizens may call the telephone on duty, on which calls are answered.</p>",
            url="https://skell.embassy.gov.vx/announcements/1",
        )
    )
    assert statement.posted_on == "2031-05-12"


_SIGNED = "<p>14 May 2031</p><p>The two ministries keep the small harbours of this coast open.</p><p>They meet again in autumn.</p>"


def test_a_joint_statement_is_of_all_who_sign_it() -> None:
    """Two lines with name and office below a joint statement are its speakers, and its words are of neither alone."""
    statement = only(
        read_html(
            f"<h1>Joint Statement on Small Harbours</h1>{_SIGNED}<p>Ada Verne, Minister of Harbours of Ilyria</p><p>Bel Harrow, Minister of Harbours of Skell</p>"
        )
    )
    assert [one.name for one in statement.speakers] == ["Ada Verne", "Bel Harrow"]
    assert turns_of(statement) == [("official", None, "The autumn.")]


def test_news_that_end_with_a_name_are_not_said_by_him() -> None:
    """A line with name and office below a text that is no one's words signs nothing."""
    reading = read_html(f"<h1>New ferry opened</h1>{_SIGNED}<p>Bel Harrow, Mayor of Skell</p>")
    assert [one.speakers for one in reading.statements] in ([], [()])


def test_the_last_of_those_who_are_named_in_a_speech_does_not_sign_it() -> None:
    """A name and an office below words that end with a colon are words of the speech."""
    statement = only(
        read_html(
            "<h1>Remarks by Minister Ada Verne at the harbour</h1><p>14 May 2031</p><p>I thank all who came today to the old harbour.</p>"
            "<p>With us are:</p><p>Bel Harrow, Mayor of Skell</p>"
        )
    )
    assert turns_of(statement) == [("official", "Ada Verne", "I Skell")]
