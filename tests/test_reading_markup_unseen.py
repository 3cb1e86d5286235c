"""Habits of real pages in HTML that nobody had tuned on, each as a small page of invented people."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from reading_pages import only, read_html, read_text

Told = tuple[str | None, str | None, str]


def turns_of(reading: Reading) -> list[Told]:
    """Return role, speaker and last word of each turn of the only statement."""
    return [(turn.role, turn.speaker, turn.text.split()[-1]) for turn in only(reading).turns]


SHAPES: dict[str, tuple[str, list[Told]]] = {
    "bold questions without a label beside the few answers that have one": (
        "<main><h1>Press conference</h1><h2>Ada Verne, President of the Lock Bank,<br>Bel Harrow, Vice-President of the Lock Bank</h2>"
        "<p>Good afternoon. I welcome you to our press conference.</p><p><b>You decided today. How united was the council?</b></p>"
        "<p>There were views.</p><p>We agreed.</p><p><b>And is the river too low?</b></p><p>It is not ours.</p>"
        "<p><b>One for the Vice-President. Are there risks?</b></p><p><b>Harrow:</b> Few of them.</p><p><b>Verne:</b> I concur.</p></main>",
        [
            ("official", None, "conference."),
            ("questioner", None, "council?"),
            ("official", None, "agreed."),
            ("questioner", None, "low?"),
            ("official", None, "ours."),
            ("questioner", None, "risks?"),
            ("official", "Bel Harrow", "them."),
            ("official", "Ada Verne", "concur."),
        ],
    ),
    "both are named once, and their types tell them from then on": (
        "<article><h1>Talks by the fire</h1><p><strong>Corin Pell: Good evening, Mr President.</strong></p><p>Ada Verne: Good evening to you all.</p>"
        "<p><strong>The lock is shut. You spoke of it.</strong></p><p>We shall propose something in March.</p><p>It is large.</p>"
        "<p><strong>And when do you travel?</strong></p><p>In April, as agreed.</p></article>",
        [
            ("questioner", "Corin Pell", "President."),
            ("official", "Ada Verne", "all."),
            ("questioner", None, "it."),
            ("official", "Ada Verne", "large."),
            ("questioner", None, "travel?"),
            ("official", "Ada Verne", "agreed."),
        ],
    ),
    "initials that a first label defines": (
        "<main><h1>Interview with President Ada Verne</h1><p>Corin Pell (CP), host: Thank you for having us. What is going on?</p>"
        "<p>Ada Verne (AV): Let me explain the river.</p><p>CP: Is it low?</p><p>AV: It is.</p><p>CP: And the lock?</p><p>AV: Shut.</p></main>",
        [
            ("questioner", "Corin Pell", "on?"),
            ("official", "Ada Verne", "river."),
            ("questioner", "Corin Pell", "low?"),
            ("official", "Ada Verne", "is."),
            ("questioner", "Corin Pell", "lock?"),
            ("official", "Ada Verne", "Shut."),
        ],
    ),
    "names in capitals on lines of their own, by a break": (
        "<main><h1>Press conference after the council of 17 January 2031</h1><h2>Locks</h2><p>PELL (GTV)<br>Have you spoken to the harbour?</p>"
        "<p>VERNE<br>Yes, yesterday.</p><p>PELL (GTV)<br>And what did it say?</p><p>VERNE<br>That stays with us.</p>"
        "<p>DE HARROW (TERN)<br>Will the bridge open?</p><p>VERNE<br>In March.</p></main>",
        [
            ("questioner", "Pell", "harbour?"),
            ("official", "Verne", "yesterday."),
            ("questioner", "Pell", "say?"),
            ("official", "Verne", "us."),
            ("questioner", "De Harrow", "open?"),
            ("official", "Verne", "March."),
        ],
    ),
    "an office and a name above a speech": (
        "<main><h1>Council of ministers</h1><p>Note: this has taken place</p><p>Prime Minister Verne:</p>"
        "<p>I am glad to stand here for the first time, and to say what the ministers spoke about this week.</p><p>That is all.</p></main>",
        [("official", "Verne", "all.")],
    ),
    "a voice in a film is nobody": (
        "<main><h1>News conference of President Ada Verne</h1><p>PRESIDENT ADA VERNE: Good morning to all of you.</p><p>PREGUNTA: And the lock?</p>"
        "<p>PRESIDENT ADA VERNE: Let us see a film about it.</p><p>VOZ HOMBRE: The lock is fine.</p><p>PRESIDENT ADA VERNE: You see.</p></main>",
        [
            ("official", "Ada Verne", "you."),
            ("questioner", None, "lock?"),
            ("official", "Ada Verne", "it."),
            (None, None, "fine."),
            ("official", "Ada Verne", "see."),
        ],
    ),
    "the press office below the words": (
        "<main><h1>Transcript of press briefing</h1><p>MR. PELL: Good morning, everyone.</p><p>QUESTIONER: Is it open?</p><p>MR. PELL: It is.</p>"
        "<p>(Whereupon, at 10:31 a.m., the briefing concluded.)</p><div><h5>Lock Fund Communications Department</h5><h6>MEDIA RELATIONS</h6>"
        "<p>PRESS OFFICER: Bel Harrow</p><p>Phone: +999 21 555 7100 Email: press@lockfund.example</p><p>@LockFund</p></div></main>",
        [
            ("official", "Pell", "everyone."),
            ("questioner", None, "open?"),
            ("official", "Pell", "concluded.)"),
        ],
    ),
    "how the text was made, and where it stays": (
        "<main><h1>Press conference of Minister Ada Verne</h1><p>Q: Is it open?</p><p>Ada Verne: It is.</p><p>Q: Since when?</p><p>Ada Verne: May.</p>"
        "<p>(Transcript edited by the Office of Locks)</p><p>Permanent address of this page: http://locks.example/XYZ</p></main>",
        [
            ("questioner", None, "open?"),
            ("official", "Ada Verne", "is."),
            ("questioner", None, "when?"),
            ("official", "Ada Verne", "May."),
        ],
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_of_real_markup_is_read(shape: str) -> None:
    """Who speaks, in which role, and up to where."""
    body, expected = SHAPES[shape]
    assert turns_of(read_html(body)) == expected


def test_a_key_of_speakers_gives_names_to_initials() -> None:
    """Initials before the words, without a mark, mean whom the key above says; times between them are no words."""
    reading = read_text(
        "Virtual press conference - 3 April 2031\n\nSpeaker key:\n\nCP Corin Pell\nAV Dr Ada Verne\nBE Bel\n\n"
        "CP Hello to all from Skell. Dr Verne, please.\n\n00:01:01\n\nAV Thank you, Corin. The river is low.\n\n"
        "CP We start with Bel.\n\nBE Yes, thank you. Should we worry?\n\nAV We should not.\n\nCP Thank you all."
    )
    assert turns_of(reading)[1:] == [
        ("official", "Corin Pell", "please."),
        ("official", "Ada Verne", "low."),
        ("official", "Corin Pell", "Bel."),
        ("questioner", "Bel", "worry?"),
        ("official", "Ada Verne", "not."),
        ("official", "Corin Pell", "all."),
    ]


def test_a_transcript_in_one_paragraph_is_parted() -> None:
    """Names in capitals behind forms of address begin turns where a page keeps no paragraphs."""
    said = (
        "We have spoken about the river, the locks and the money that both of them need this year and in the next one. "
        * 3
    )
    reading = read_text(
        f"Joint Press Conference March 4, 2031 Transcript MR. PELL: Good morning. {said}Ada? MS. VERNE: Thank you. {said}"
        "QUESTION: How much will it cost? MS. VERNE: Less than last year. MR. PELL: Thank you very much, everyone."
    )
    assert turns_of(reading)[1:] == [
        ("official", "Pell", "Ada?"),
        ("official", "Verne", "one."),
        ("questioner", None, "cost?"),
        ("official", "Verne", "year."),
        ("official", "Pell", "everyone."),
    ]


@pytest.mark.parametrize(
    ("head", "field", "day"),
    [
        ("<dl><dt>Fecha de publicación</dt><dd>12 de febrero de 2031</dd></dl>", "posted_on", "2031-02-12"),
        (
            "<p>por Portal Ecluse publicado 13/10/2031 22h54, última modificação 14/10/2031 22h55</p>",
            "posted_on",
            "2031-10-13",
        ),
        (
            "<p>por Portal Ecluse publicado 13/10/2031 22h54, última modificação 14/10/2031 22h55</p>",
            "updated_on",
            "2031-10-14",
        ),
        ("<p>Port Skell, D.C., April 14, 2031</p>", "given_on", "2031-04-14"),
    ],
)
def test_a_line_at_the_title_tells_the_day(head: str, field: str, day: str) -> None:
    """Words for publishing in further languages, several days in one line, a place with its district."""
    reading = read_html(
        f"<main><h1>Press briefing by Minister Ada Verne</h1>{head}<p>Q: Is it open?</p><p>A: It is, since May.</p></main>"
    )
    assert getattr(only(reading), field) == day


def test_a_link_before_all_does_not_make_a_page_plain() -> None:
    """The day between a section's heading and the title is the message's, where the page begins with a bare link."""
    reading = read_html(
        '<a href="#content">Skip to main content</a><div><h2>Press Release</h2><p>May 10, 2031</p><h3>Lock committee statement</h3>'
        "<p>For immediate release</p><p>The committee decided today to raise the sluice by five inches.</p></div>",
        "<title>Lock Board - Lock committee statement</title>",
    )
    assert only(reading).posted_on == "2031-05-10"
    assert reading.unclassified.characters == 0


@pytest.mark.parametrize(
    "first",
    [
        "Listen, he puts on quite a show, but there is no strength there. I believe in the river, and I always will.",
        "Thank you all. Thank you, Skell, for your energy.",
    ],
)
def test_words_that_a_plain_text_begins_with_are_no_title(first: str) -> None:
    """A text without a title has none."""
    reading = read_text(f"{first}\n\nWe will open the lock in May, and the harbour after it.")
    assert reading.page.title is None
    assert first in reading.page.text


MORE: dict[str, tuple[str, list[Told]]] = {
    "headings that are names, most of which come once": (
        "<main><h1>Media Conference <span>Lock Decision</span></h1><p>Michele Verne</p><p>Governor</p><p>Skell – 24 September 2031</p>"
        "<h2>Transcript</h2><h3>Governor, Michele Verne</h3><p>Thank you for coming. I’m happy to take questions.</p>"
        "<h3>Corin Pell (The Tern)</h3><p>Did the board consider a rise?</p><h3>Michele Verne</h3><p>It did not.</p>"
        "<h3>Corin Pell</h3><p>And a cut?</p><h3>Michele Verne</h3><p>Not yet, no.</p>"
        "<h3>Bel Harrow (Lock Review)</h3><p>What about the river?</p><h3>Michele Verne</h3><p>We watch it.</p></main>",
        [
            ("official", "Michele Verne", "questions."),
            ("questioner", "Corin Pell", "rise?"),
            ("official", "Michele Verne", "not."),
            ("questioner", "Corin Pell", "cut?"),
            ("official", "Michele Verne", "no."),
            ("questioner", "Bel Harrow", "river?"),
            ("official", "Michele Verne", "it."),
        ],
    ),
    "the press asks under a word that data have as well; a post by its letters names nobody": (
        "<article><h1>Post-Council Press Conference: Monday, 5 May 2031</h1><p>POST-COUNCIL PRESS CONFERENCE: Monday, 5 May 2031</p>"
        "<p>PM: Good afternoon, everyone. I’ll hand over to Corin.</p><p>Hon Corin Pell: Thank you. The locks do well.</p>"
        "<p>Media: Will it hurt the harbour?</p><p>PM: It’s early days.</p><p>Media: Have you spoken to him?</p><p>PM: Not yet.</p>"
        "<p>Media: How confident—</p><p>PM: Very confident.</p><p>conclusion of press conference</p></article>",
        [
            ("official", None, "Corin."),
            ("official", "Corin Pell", "well."),
            ("questioner", None, "harbour?"),
            ("official", None, "days."),
            ("questioner", None, "him?"),
            ("official", None, "yet."),
            ("questioner", None, "confident—"),
            ("official", None, "confident."),
        ],
    ),
    "answers in quotation marks above a list of more": (
        "<main><h1>Dettaglio intervista</h1><p>Data: 10 Settembre 2031</p><p>Come è stato il suo primo giorno, ministro?</p>"
        "<p>«Un giorno speciale per me.</p><p>Una forte emozione».</p><p>Quanto pesa la chiusa?</p><p>«Molto, e da sola».</p>"
        "<div><h3>Ti potrebbe interessare anche..</h3><ul><li><a href='/1'>Intervista al Corriere</a></li></ul></div></main>",
        [
            ("questioner", None, "ministro?"),
            ("official", None, "emozione»."),
            ("questioner", None, "chiusa?"),
            ("official", None, "sola»."),
        ],
    ),
    "a name above its holder's posts, one a line": (
        "<main><h1>Press Conference: Monday, 15 May 2031</h1><div><h3>Corin Pell</h3><ul><li>Minister, Lock Services</li><li>Prime Minister</li></ul></div>"
        "<p>Good afternoon, everybody. I’m happy to take questions.</p><p><b>Media:</b> Is it late?</p><p><b>PM:</b> No, it is not.</p>"
        "<p><b>Media:</b> Will there be cuts?</p><p><b>PM:</b> You’ll have to wait.</p></main>",
        [
            ("official", "Corin Pell", "questions."),
            ("questioner", None, "late?"),
            ("official", None, "not."),
            ("questioner", None, "cuts?"),
            ("official", None, "wait."),
        ],
    ),
    "a lead in an element of its own, and a surname behind a post": (
        "<div><h1>Intervento del Presidente Verne alla Conferenza dei porti</h1><p>Venerdì, 26 Luglio 2031</p>"
        "<div><p>Il Presidente del Consiglio, Ada Verne, è intervenuta alla Conferenza dei porti.</p></div>"
        "<div><p>Cari ministri, sono veramente lieta di chiudere oggi con voi queste giornate dedicate alle chiuse del nostro fiume e ai suoi porti.</p>"
        "<p>In questo primo anno ho potuto verificare quanto il lavoro delle chiuse assorba i miei compiti, e quanto resti ancora da fare.</p>"
        "<p>Grazie a tutti.</p></div></div>",
        [("official", "Verne", "tutti.")],
    ),
}


@pytest.mark.parametrize("shape", MORE)
def test_a_further_shape_of_real_markup_is_read(shape: str) -> None:
    """Who speaks, in which role, and up to where."""
    body, expected = MORE[shape]
    reading = read_html(body)
    assert turns_of(reading) == expected
    assert reading.unclassified.characters == 0


def test_initials_are_those_of_the_names_a_page_begins_with() -> None:
    """Initials before a colon that nothing defines mean the only names above that have them, though "am" is a word."""
    reading = read_text(
        "THE ANNA MOORE SHOW\n24TH APRIL 2031\nTHEA MORVEN\n\nAM: Good morning to you.\n\nTM: Good morning, Anna.\n\n"
        "AM: Are we safer inside?\n\nTM: I think we are.\n\nAM: Your own view?\n\nTM: My own view, yes."
    )
    assert [(turn.role, turn.speaker) for turn in only(reading).turns] == [
        ("questioner", "Anna Moore"),
        ("official", "Thea Morven"),
    ] * 3


def test_a_list_of_kinds_in_the_plural_is_no_statement() -> None:
    """Headings that lead on, each above a line that begins with a day; the other days tell the order of day and month."""
    entry = '<li><h2><a href="/{n}">Talk {n} on the locks</a></h2><div>{day} Speech <a href="/m">Ministry of Locks</a></div><p>The locks are shut.</p></li>'
    days = ("14/01/2031", "11/01/2031", "02/01/2031")
    body = "".join(entry.format(n=n, day=day) for n, day in enumerate(days))
    reading = read_html(
        f"<main><h1>Speeches and statements</h1><p>On this page you can find speeches and statements of the ministries.</p><ul>{body}</ul></main>"
    )
    assert reading.page.kind == "listing"
    assert [notice.posted_on for notice in reading.notices] == ["2031-01-14", "2031-01-11", "2031-01-02"]


def test_the_day_of_a_title_printed_again_is_none_of_posting() -> None:
    """The page's head tells when it was posted; the title, twice printed, when the words were said."""
    reading = read_html(
        "<article><h1>Press Conference: Monday, 5 May 2031</h1><p>PRESS CONFERENCE: Monday, 5 May 2031</p><p>Q: Is it open?</p><p>A: It is, since May.</p></article>",
        '<meta property="article:published_time" content="2031-05-06">',
    )
    assert (only(reading).given_on, only(reading).posted_on) == ("2031-05-05", "2031-05-06")


THIRD: dict[str, tuple[str, list[Told]]] = {
    "times of a recording behind names on lines of their own, and alone": (
        "<main><h1>Council emergency meeting</h1><div><p>President of the Council (<a href='#1'>02:24</a>):</p><p>The meeting is called to order.</p>"
        "<p>Ada Verne (<a href='#2'>04:16</a>):</p><p>With your permission, a small introduction.</p><p>(<a href='#3'>05:04</a>)</p><p>Give the river a chance.</p>"
        "<p>President of the Council (<a href='#4'>07:10</a>):</p><p>I thank Ms Verne. I give the floor to Mr Pell.</p>"
        "<p>Corin Pell (<a href='#5'>08:00</a>):</p><p>Thank you. We are at a decisive point.</p></div></main>",
        [
            ("chair", None, "order."),
            ("official", "Ada Verne", "chance."),
            ("chair", None, "Pell."),
            ("official", "Corin Pell", "point."),
        ],
    ),
    "labels in bold at first, in plain type below, and whom an interview is put to": (
        "<article><h2>Entrevista al presidente de la Nación, Corin Pell, para la Televisión Skell</h2><p><strong>PERIODISTA. -</strong> Hola. ¿Qué sintió usted?</p>"
        "<p><strong>PRESIDENTE. -</strong> Celebramos mucho.</p><p>Es un río increíble.</p><p>PERIODISTA. - ¿Lo sabía?</p><p>PRESIDENTE. - Sí, lo sabía.</p>"
        "<p>PERIODISTA. - Muchas gracias.</p></article>",
        [
            ("questioner", None, "usted?"),
            ("official", "Corin Pell", "increíble."),
            ("questioner", None, "sabía?"),
            ("official", "Corin Pell", "sabía."),
            ("questioner", None, "gracias."),
        ],
    ),
}


@pytest.mark.parametrize("shape", THIRD)
def test_a_third_handful_of_shapes_is_read(shape: str) -> None:
    """Who speaks, in which role, and up to where."""
    body, expected = THIRD[shape]
    assert turns_of(read_html(body)) == expected


def test_a_lead_of_a_plain_text_keeps_no_stop_and_dash() -> None:
    """The label is the word alone."""
    reading = read_text(
        "Conferencia de prensa del presidente de la Nación, Corin Pell, desde el puerto\nVERNE.- Muchísimas gracias, presidente.\nPRESIDENTE.- Gracias, Ada.\n"
        "PERIODISTA.- Una pregunta: ¿qué pasará con la esclusa?\nPRESIDENTE.- Preocupa a todos.\nVERNE.- Lo comparto.\nPERIODISTA.- ¿Y los plazos?\nPRESIDENTE.- Este año."
    )
    assert [turn.label for turn in only(reading).turns][:3] == ["VERNE", "PRESIDENTE", "PERIODISTA"]


def test_a_day_behind_whoever_presents_is_the_page_s_and_one_of_something_else_is_not() -> None:
    """The line of the presenter ends with a day; what names another matter before its colon tells no day of speaking."""
    presented = read_html(
        "<div><p><b>Presenter:</b> Press Secretary Corin Pell <span>September 8, 2031</span></p><h1>Press briefing in the Lock Room</h1>"
        "<p>MR. PELL: Hi everyone.</p><p>Q: How many?</p><p>MR. PELL: Some nine hundred.</p></div>"
    )
    assert only(presented).posted_on == "2031-09-08"
    stated = read_html(
        "<article><h1>Interview mit Corin Pell</h1><p>Transkriptstatus: Samstag, 25. Mai 2031, 15:00</p><p>Frage: Wann?</p><p>Pell: Im Mai.</p></article>"
    )
    assert only(stated).given_on is None


def test_names_alone_on_lines_of_a_plain_text_take_turns() -> None:
    """Two people without a title or a post, each above the words, one of whom asks."""
    reading = read_text(
        "Transcript of Question & Answer Session at the Lock Award\n\nBel Harrow\n\nI'll start with the role of the bank. So is it to guide?\n\n"
        "Corin Pell\n\nWe are by no means the oracle.\n\nAnd that is a challenge.\n\nBel Harrow\n\nBut is it to change the river?\n\n"
        "Corin Pell\n\nNo. That is for others.\n\nBel Harrow\n\nThank you, Corin."
    )
    assert turns_of(reading) == [
        ("questioner", "Bel Harrow", "guide?"),
        ("official", "Corin Pell", "challenge."),
        ("questioner", "Bel Harrow", "river?"),
        ("official", "Corin Pell", "others."),
        ("questioner", "Bel Harrow", "Corin."),
    ]


def test_a_heading_of_the_text_parts_it_from_what_is_told_of_it() -> None:
    """Above "Texte intégral" stand data of the message, and none of its words; below them its source."""
    reading = read_html(
        "<main><h1>Déclaration de Mme Ada Verne, ministre des écluses, à Skell le 19 septembre 2031.</h1><p><b>Intervenant(s) : </b></p>"
        "<ul><li><a href='/v'>Ada Verne</a> - Ministre des écluses</li></ul><p><b>Circonstance :</b> Visite de son homologue</p>"
        "<p>Prononcé le 19 septembre 2031</p><h2>Texte intégral</h2><p>Mesdames, Messieurs, bonjour.</p><p>Je vous remercie.</p>"
        "<p>(Source : ministère des écluses), le 23 septembre 2031</p></main>"
    )
    assert turns_of(reading) == [("official", "Ada Verne", "remercie.")]
    assert (only(reading).given_on, only(reading).occasion) == ("2031-09-19", "Visite de son homologue")


def test_a_newsroom_before_a_comma_asks() -> None:
    """ "Tern, Harrow:" once, among reporters without a name, before somebody who comes back."""
    reading = read_html(
        "<main><h1>Press Conference by Minister VERNE Ada</h1><p>Minister Verne: I just held a talk.</p><p>Reporter: How long did it last?</p>"
        "<p>Minister Verne: Some 20 minutes.</p><p>Tern, Harrow: What about the lock?</p><p>Minister Verne: We spoke of it.</p></main>"
    )
    assert [(turn.role, turn.label) for turn in only(reading).turns][2:] == [
        ("official", "Minister Verne"),
        ("questioner", "Tern, Harrow"),
        ("official", "Minister Verne"),
    ]


def test_a_short_form_of_an_office_may_be_a_woman_s() -> None:
    """ "SRS'in" before a name of the roster, once; below the words whence they come, and no place in a heading."""
    reading = read_text(
        "PRESSEKONFERENZ: Regierungspressekonferenz vom 31. Mai 2031\n\nMitschrift der Pressekonferenz - Samstag, 31. Mai 2031\n\n"
        "Sprecher: SRS'in Harrow, Pell (BMV)\n\nVors. Verne eröffnet die Pressekonferenz und begrüßt SRS'IN HARROW sowie die Sprecher.\n\n"
        "SRS'in Harrow: Guten Tag, meine Damen und Herren.\n\nPell: Ich kann ergänzen: Es ist so.\n\nFrage: Wie viele?\n\nPell: Keine.\n\n"
        "Zusatzfrage: Gar keine?\n\nPell: Nein.\n\nQuelle:\nPresseamt\nTelefon: 0999 18 272-0"
    )
    assert turns_of(reading)[1] == ("official", "Harrow", "Herren.")
    assert turns_of(reading)[-1] == ("official", "Pell", "Nein.")
    assert only(reading).place is None


@pytest.mark.parametrize(
    "title",
    [
        "Fleuve - Interview d’Ada Verne, ministre des Écluses et des Ports, de Corin Pell, « Skell 2 » (Skell, 5 janvier 2031)",
        "Interview de Ada Verne, ministre des Écluses",
    ],
)
def test_who_is_interviewed_stands_behind_de(title: str) -> None:
    """ "Interview de …, ministre …": whoever holds a post answers."""
    reading = read_html(
        f"<main><h1>{title}</h1><p>Q - Bonjour.</p><p>R - Bonjour.</p><p>Q - Et le pont ?</p><p>R - En mai.</p></main>"
    )
    assert {turn.speaker for turn in only(reading).turns if turn.role == "official"} == {"Ada Verne"}
