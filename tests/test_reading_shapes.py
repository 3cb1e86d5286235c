"""Shapes of transcripts as offices of many countries print them, each a page of invented people: the page in, the turns out."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from reading_pages import only, read_text

Told = tuple[str | None, str | None, str]


def turns_of(reading: Reading) -> list[Told]:
    """Return role, speaker and first word of each turn of the only statement."""
    return [(turn.role, turn.speaker, turn.text.split()[0]) for turn in only(reading).turns]


SHAPES: dict[str, tuple[str, list[Told]]] = {
    "a letter, a stop and a dash for questions, posts for answers": (
        "Rueda de prensa del Gobierno de Ternia\n\nP.- ¿Cuándo se abre el puente?\n\nSr. De Hárrow.- En mayo, si no llueve.\n\n"
        "Vicepresidenta.- Y el puerto también.\n\nP.- ¿Y el transbordador?\n\nVicepresidenta.- El transbordador navega.",
        [
            ("questioner", None, "¿Cuándo"),
            ("official", "De Hárrow", "En"),
            ("official", None, "Y"),
            ("questioner", None, "¿Y"),
            ("official", None, "El"),
        ],
    ),
    "a head of government alone, whose post is nearly a chair's": (
        "Conferencia de prensa del presidente del Gobierno\n\nPresidente.- Buenos días. El puente se abre.\n\nP.- ¿Cuándo?\n\n"
        "Presidente.- En mayo, si no llueve.",
        [("official", None, "Buenos"), ("questioner", None, "¿Cuándo?"), ("official", None, "En")],
    ),
    "words in brackets on lines of their own, spaced out": (
        "大臣定例記者会見\n\n1.冒頭発言\n おはようございます。橋は五月に開きます。\n\n2.質疑応答\n(記 者)\n 渡し船はどうなりますか。\n(大 臣)\n "
        "渡し船は続けます。\n(記 者)\n 港はいつ開きますか。\n(大 臣)\n 港は十月に開きます。",
        [
            ("official", None, "おはようございます。橋は五月に開きます。"),
            ("questioner", None, "渡し船はどうなりますか。"),
            ("official", None, "渡し船は続けます。"),
            ("questioner", None, "港はいつ開きますか。"),
            ("official", None, "港は十月に開きます。"),
        ],
    ),
    "a closing bracket alone behind who speaks": (
        "大臣会見録(10月1日)\n\n記者)\n橋はいつ開きますか。\n\n大臣)\n五月に開きます。\n\n記者)\n渡し船はどうですか。\n\n大臣)\n続けます。",
        [
            ("questioner", None, "橋はいつ開きますか。"),
            ("official", None, "五月に開きます。"),
            ("questioner", None, "渡し船はどうですか。"),
            ("official", None, "続けます。"),
        ],
    ),
    "labels from the first line on, and no title": (
        "WIL VERNE:\nPrime Minister, good morning.\nPRIME MINISTER:\nGood morning, Wil.\nWIL VERNE:\nWill you sell the ferry?\n"
        "PRIME MINISTER:\nWe have said for years that it sails better on its own, and so it will.",
        [
            ("questioner", "Wil Verne", "Prime"),
            ("official", None, "Good"),
            ("questioner", "Wil Verne", "Will"),
            ("official", None, "We"),
        ],
    ),
    "names with offices behind a comma, and posts alone afterwards": (
        "Doorstop Interview - Skell\n\nADA HARROW, CANDIDATE FOR SKELL: Good morning everyone. I thank the Prime Minister for coming.\n\n"
        "THE HON. BEL VERNE MP, PREMIER OF NORTH TERN: Thanks very much, Ada. It is good to be out.\n\nJOURNALIST: Will it rain?\n\n"
        "PREMIER: I have nothing to add.\n\nJOURNALIST: And you, Ada?\n\nHARROW: I feel fine.",
        [
            ("official", "Ada Harrow", "Good"),
            ("official", "Bel Verne", "Thanks"),
            ("questioner", None, "Will"),
            ("official", "Bel Verne", "I"),
            ("questioner", None, "And"),
            ("official", "Ada Harrow", "I"),
        ],
    ),
    "one who speaks once, with what he is in square brackets": (
        'Стенограмма встречи Веры Стожаровой с редакцией газеты "Паромный вестник", 3 мая 2031 г.\n\n'
        "В.СТОЖАРОВА: Дорогие коллеги! Мне приятно быть у вас в гостях.\n\nПАВЕЛ ЛОДКИН [главный редактор газеты «Паромный вестник»]: "
        "Мы покажем вам архив.\n\nВ.СТОЖАРОВА: Конечно, это интересно.\n\nВОПРОС: А что вы читаете?\n\nВ.СТОЖАРОВА: Много читаю.",
        [
            ("official", "В. Стожарова", "Дорогие"),
            ("official", "Павел Лодкин", "Мы"),
            ("official", "В. Стожарова", "Конечно,"),
            ("questioner", None, "А"),
            ("official", "В. Стожарова", "Много"),
        ],
    ),
    "a chair in capitals before a stop, members after him, a minister with his post": (
        "Audizione del Ministro dei porti sulle linee programmatiche\n\nPRESIDENTE. L'ordine del giorno reca l'audizione del Ministro.\n\n"
        "DARIA VERNELLI, Ministro dei porti. Onorevoli deputati, il ponte si apre in maggio.\n\nPRESIDENTE. Ringrazio il Ministro.\n\n"
        "LUCA TERNI. Grazie, presidente. Vorrei chiedere del traghetto.\n\nDARIA VERNELLI, Ministro dei porti. Il traghetto naviga.",
        [
            ("chair", None, "L'ordine"),
            ("official", "Daria Vernelli", "Onorevoli"),
            ("chair", None, "Ringrazio"),
            ("official", "Luca Terni", "Grazie,"),
            ("official", "Daria Vernelli", "Il"),
        ],
    ),
    "names before a dash, and the word for a question": (
        "Transcript of the Press Briefing of the River Group\n\nMS. VERNE – Hello, everyone. I am Ada Verne of the River Group.\n\n"
        "MR. HARROW – Thank you. Good afternoon to all.\n\nQUESTION – What about the debt?\n\nMR. HARROW – The debt is small.\n\n"
        "MS. VERNE – Next one, please.",
        [
            ("official", "Ada Verne", "Hello,"),
            ("official", "Harrow", "Thank"),
            ("questioner", None, "What"),
            ("official", "Harrow", "The"),
            ("official", "Ada Verne", "Next"),
        ],
    ),
    "two who speak once each behind a list of names": (
        "Transcript of the Harbour Report Press Briefing\n\nSPEAKERS:\n\nBel Harrow, Director, Harbour Department\n\nAda Verne, Press Officer\n\n"
        "Ms. Verne: Good morning everyone, and welcome to this conference on the report of the harbours. My name is Ada Verne, and I hope "
        "that all of you are well. Bel, the floor is yours.\n\nMr. Harrow: Thank you, Ada. The harbours have had a year of little traffic, "
        "and the ferries sailed half empty through most of the spring and all of the summer.",
        [("official", "Ada Verne", "Good"), ("official", "Bel Harrow", "Thank")],
    ),
    "who moderates, told in a list above": (
        "Press Briefing Transcript: Harbour Department\n\nPARTICIPANTS:\n\nModerator: ADA VERNE, Communications Officer, River Group\n\n"
        "MS. VERNE: Good morning to all of you in the room. Bel, the floor is yours.\n\nMR. HARROW: Good morning.\n\nMS. VERNE: Questions?\n\n"
        "QUESTIONER: When does it open?\n\nMR. HARROW: In May.",
        [
            ("official", "Verne", "Good"),
            ("official", "Harrow", "Good"),
            ("official", "Verne", "Questions?"),
            ("questioner", None, "When"),
            ("official", "Harrow", "In"),
        ],
    ),
    "a president in capitals without their accents, and two who ask": (
        "Interview sur Radio Terne\n\nThomas SALLE : Matinale spéciale ce matin depuis Skell.\n\nLéa MORVAN : Le pont va-t-il ouvrir ?\n\n"
        "LE PRESIDENT : Il ouvrira en mai.\n\nLéa MORVAN : Et le bac ?\n\nLE PRESIDENT : Le bac navigue toujours.",
        [
            ("questioner", "Thomas Salle", "Matinale"),
            ("questioner", "Léa Morvan", "Le"),
            ("official", None, "Il"),
            ("questioner", "Léa Morvan", "Et"),
            ("official", None, "Le"),
        ],
    ),
    "questions between answers in quotation marks": (
        "Intervista al Ministro dei porti\n\nIl ponte si apre presto. Qual è stato il suo primo impegno?\n\n«Il ponte è stato il primo.\n\n"
        "E il secondo il traghetto».\n\nE il porto, quando si apre?\n\n«In ottobre, se non piove».",
        [
            ("questioner", None, "Il"),
            ("official", None, "«Il"),
            ("questioner", None, "E"),
            ("official", None, "«In"),
        ],
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_read_as_it_is_meant(shape: str) -> None:
    """Who says what, whatever the way of printing it."""
    text, turns = SHAPES[shape]
    assert turns_of(read_text(text)) == turns


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Name:\nPassword:\n\nPrint this", "Remarks by Minister Bel Harrow"),
        ("Home → News → Speeches", "Remarks by Minister Bel Harrow"),
        ("You are here:", "Remarks by Minister Bel Harrow"),
        ("Ternia Transcripts\n\nTranscripts from the ministers of Ternia\n\nRelease type:\nTranscript", "Press conference - Skell"),
    ],
)  # fmt: skip
def test_in_plain_text_the_line_that_names_a_statement_is_the_title(above: str, title: str) -> None:
    """What stands above it are fields, the way to the page, the site's own names."""
    words = "MINISTER: The bridge opens in May.\n\nJOURNALIST: And the ferry?\n\nMINISTER: It sails."
    assert only(read_text(f"{above}\n\n{title}\n\n{words}")).title == title


@pytest.mark.parametrize(
    "term",
    [
        "Period of Service: 15/09/2015 - 24/08/2018",
        "Period of Service: 15/09/2015 - present",
        "Amtszeit: 15.09.2015 – heute",
        "任期：2015年9月15日至今",
        "Minister of Ports since 15 September 2015",
        "Ministre des Ports depuis le 15 septembre 2015",
    ],
)
def test_a_term_of_office_is_no_day_of_posting(term: str) -> None:
    """From when to when somebody served, or since when, says nothing of the text below."""
    words = "MINISTER: The bridge opens in May.\n\nJOURNALIST: And the ferry?\n\nMINISTER: It sails."
    page = f"Remarks by Minister Bel Harrow\n\n{term}\n\n{words}"
    assert only(read_text(page)).posted_on is None


def test_who_stands_under_the_title_behind_by_speaks() -> None:
    """Days, status and the title once more follow the line; none of it is spoken."""
    statement = only(
        read_text(
            "Press conference\n\nby Secretary General Ada Verne ahead of the meeting of the River Group\n\n19 Nov. 2031\n\n"
            "Last updated 21-Nov-2031 10:03\n\n(As delivered)\n\nPress conference by Secretary General Ada Verne ahead of the meeting\n\n"
            "Good morning.\n\nThe River Group meets tomorrow, and I look forward to it.\n\nQUESTION [Skell Radio]: Where?\n\n"
            "ADA VERNE [Secretary General]: In Skell."
        )
    )
    assert [(turn.speaker, turn.text.split()[0]) for turn in statement.turns] == [
        ("Ada Verne", "Good"),
        (None, "Where?"),
        ("Ada Verne", "In"),
    ]
    assert (statement.posted_on, statement.place, statement.status) == ("2031-11-19", None, ("as_delivered",))


def test_one_speaker_plays_one_part_under_the_short_form_of_the_name_too() -> None:
    """Who asks under "MORROW" asked under "ED MORROW", though that turn ends in no question."""
    statement = only(
        read_text(
            "Interview with Skell Radio\n\nED MORROW: It is an honour to welcome the Prime Minister.\n\nPRIME MINISTER: Good morning.\n\n"
            "MORROW: Are you tired of it?\n\nPRIME MINISTER: Not at all.\n\nMORROW: Why not?\n\nPRIME MINISTER: I sleep."
        )
    )
    assert {turn.role for turn in statement.turns if turn.speaker} == {"questioner"}


def test_a_text_that_begins_with_its_only_question_has_no_title() -> None:
    """The question is a turn, and is not lost to a title."""
    statement = only(
        read_text("QUESTION: When does the bridge open?\n\nMINISTER HARROW: In May, if it does not rain.")
    )
    assert statement.title is None
    assert [(turn.role, turn.text.split()[0]) for turn in statement.turns] == [
        ("questioner", "When"),
        ("official", "In"),
    ]
