"""Courts, inquiries, committees and interviews in the shapes of real pages met late. All people and places are invented."""

from __future__ import annotations

import pytest

from onrecord.reading.words.headlines import named_in_headline
from onrecord.text import without_line_numbers
from reading_pages import only, read_html, read_text

Told = tuple[str | None, str | None, str]

INQUIRY = """
     1                                            Friday, 8 June 2031
     2   (10.25 am)
     3   SIR EDWIN HARROW:  Yes, Mr Pell.
     4   MR PELL:  Good morning, sir.  I appear, as you know,
     5       for the inquiry.
     6   SIR EDWIN HARROW:  Thank you.  Please be sworn.
     7               CAPTAIN ADA VERNE (sworn)
     8                  Questions by MR PELL
     9   MR PELL:  Captain Verne, could you give the inquiry your full
    10       name, please?
    11   A.  Ada Louise Verne.
    12   Q.  You were harbour master until 2029; is that
    13       right?
    14   A.  That is right.
"""


def said(statement: object) -> list[Told]:
    """Return role, speaker and first word of each turn, narration aside."""
    turns = statement.turns  # type: ignore[attr-defined]
    return [(turn.role, turn.speaker, turn.text.split()[0]) for turn in turns if turn.role != "narration"]


@pytest.mark.parametrize("marked", [True, False], ids=["preformatted", "plain"])
def test_lines_counted_in_the_margin_are_paragraphs_and_counsel_asks(marked: bool) -> None:
    """The numbers are none of the words, Q and A are counsel and witness, and who is called "sir" presides."""
    title = "Transcript of the hearing of 8 June 2031"
    reading = (
        read_html(f"<h1>{title}</h1><pre>{INQUIRY}</pre>") if marked else read_text(f"{title}\n{INQUIRY}")
    )
    statement = only(reading)
    assert (statement.title, statement.given_on) == (title, "2031-06-08")
    assert said(statement) == [
        ("chair", "Edwin Harrow", "Yes,"),
        ("questioner", "Pell", "Good"),
        ("chair", "Edwin Harrow", "Thank"),
        ("questioner", "Pell", "Captain"),
        ("official", "Ada Verne", "Ada"),
        ("questioner", "Pell", "You"),
        ("official", "Ada Verne", "That"),
    ]
    assert (
        " ".join(statement.turns[1].text.split())
        == "Good morning, sir. I appear, as you know, for the inquiry."
    )


def test_a_list_that_is_counted_is_no_margin() -> None:
    """Numbers with a stop behind them, and short lists, count what is said."""
    assert without_line_numbers(["1. The bridge", "2. The ferry", "3. The lock"] * 4) == []
    assert without_line_numbers(["1 The bridge", "2 The ferry", "3 The lock"]) == []


def test_a_tribunal_has_its_judge_in_the_chair() -> None:
    """A registrar beside them shows a court; the record's own lines are nobody's words."""
    page = (
        "Tuesday, 14 May 2031\n\n--- Upon commencing at 9.05 a.m.\n\nJUDGE VERNE: Good morning. Madam Registrar, please call the case.\n\n"
        "THE REGISTRAR: Good morning, Your Honours. This is case number IT-31-14-T.\n\nJUDGE VERNE: Mr. Harrow, you may proceed.\n\n"
        "MR. HARROW: Thank you, Your Honour.\n\nWITNESS: CORIN PELL [Resumed]\n\nExamination by Mr. Harrow: [Continued]\n\n"
        "Q. Who ordered that the bridge be closed?\n\nA. The harbour office.\n\nJUDGE VERNE: I'm looking at the clock.\n\n--- Recess taken at 10.28 a.m."
    )
    statement = only(read_text(page))
    assert statement.given_on == "2031-05-14"
    assert said(statement) == [
        ("chair", "Verne", "Good"),
        ("official", None, "Good"),
        ("chair", "Verne", "Mr."),
        ("questioner", "Harrow", "Thank"),
        ("questioner", "Harrow", "Who"),
        ("official", "Corin Pell", "The"),
        ("chair", "Verne", "I'm"),
    ]


SHAPES: dict[str, tuple[str, list[Told]]] = {
    "a post and a name in capitals on counted lines": (
        "RISALAH SIDANG\n\nSELASA, 14 MEI 2031\n\n1. KETUA: ADA VERNO\n\nSidang dibuka dan terbuka untuk umum.\n\n2. KUASA HUKUM PEMOHON: BELA HARO\n\n"
        "Terima kasih, Yang Mulia. Saya kuasa hukum Pemohon.\n\n3. KETUA: ADA VERNO\n\nBaik. Silakan sampaikan pokok permohonan.\n\n"
        "4. KUASA HUKUM PEMOHON: BELA HARO\n\nJembatan itu ditutup sejak enam bulan lalu.",
        [
            ("chair", "Ada Verno", "Sidang"),
            ("official", "Bela Haro", "Terima"),
            ("chair", "Ada Verno", "Baik."),
            ("official", "Bela Haro", "Jembatan"),
        ],
    ),
    "particles behind forms of address": (
        "14 mei 2031\n\nDe voorzitter:\nHet woord is aan de minister.\n\nMinister Pell:\nDe brug gaat in mei open.\n\n"
        "Mevrouw Van der Venn (VVD):\nDat zei de minister vorig jaar ook.\n\nMinister Pell:\nDat klopt.\n\nDe voorzitter:\nDank u wel.",
        [
            ("chair", None, "Het"),
            ("official", "Pell", "De"),
            ("official", "Van der Venn", "Dat"),
            ("official", "Pell", "Dat"),
            ("chair", None, "Dank"),
        ],
    ),
    "who presides, named in a sentence of the record": (
        "Стенографске белешке\n\n(Седница је почела у 10.15 часова. Председава Ада Вернић, председник Скупштине.)\n\nПРЕДСЕДНИК: Отварам Дванаесту седницу.\n\n"
        "БЕЛА ХАРОВ: Захваљујем. Мост је затворен шест месеци.\n\nПРЕДСЕДНИК: Реч има министар Карло Пел.\n\nКАРЛО ПЕЛ: Хвала. У мају.\n\nПРЕДСЕДНИК: Захваљујем.",
        [
            ("chair", "Ада Вернић", "Отварам"),
            ("official", "Бела Харов", "Захваљујем."),
            ("chair", "Ада Вернић", "Реч"),
            ("official", "Карло Пел", "Хвала."),
            ("chair", "Ада Вернић", "Захваљујем."),
        ],
    ),
    "the time at which it was said before each name": (
        "Interview with Bel Harrow, Minister for Ports\n\n[00:00:04] Ada Verne: When does the bridge open?\n\n[00:00:26] Bel Harrow: In May. I walked across it.\n\n"
        "[00:01:02] Ada Verne: What was that like?\n\n[00:01:05] Bel Harrow: Windy.",
        [
            ("questioner", "Ada Verne", "When"),
            ("official", "Bel Harrow", "In"),
            ("questioner", "Ada Verne", "What"),
            ("official", "Bel Harrow", "Windy."),
        ],
    ),
    "who is in the studio, listed above initials": (
        "Интервью: Бел Харов\n\nВедущие: Ада Вернова\nГость: Бел Харов, министр портов\n\nА. ВЕРНОВА: Когда откроют мост?\n\nБ. ХАРОВ: В мае. Мы работаем в три смены.\n\n"
        "А. ВЕРНОВА: А паром?\n\nБ. ХАРОВ: Паром будет ходить до осени.",
        [
            ("questioner", "Ада Вернова", "Когда"),
            ("official", "Бел Харов", "В"),
            ("questioner", "Ада Вернова", "А"),
            ("official", "Бел Харов", "Паром"),
        ],
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_who_speaks_where(shape: str) -> None:
    """Each label opens a turn, with its speaker where the page names one, and the part he plays."""
    page, turns = SHAPES[shape]
    assert said(only(read_text(page))) == turns


def test_a_name_and_a_post_in_italics_with_the_comma_in_bold() -> None:
    """So does the French Assembly print its ministers; who presides stands above."""
    body = (
        "<h1>Première séance du mardi 14 mai 2031</h1><p><b>Présidence de Mme Ada Verne, vice-présidente</b></p><p><b>Mme la présidente. </b>La parole est à M. Bel Harrow.</p>"
        "<p><b>M. Bel Harrow. </b>Le pont est fermé depuis six mois.</p><p><b>Mme Corine Pell, </b><i>ministre des ports. </i>Au mois de mai.</p>"
        "<p><b>Mme la présidente. </b>Merci.</p>"
    )
    assert said(only(read_html(body))) == [
        ("chair", "Ada Verne", "La"),
        ("official", "Bel Harrow", "Le"),
        ("official", "Corine Pell", "Au"),
        ("chair", "Ada Verne", "Merci."),
    ]


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Bruno Harrow: “El puente abrirá en mayo”", "Bruno Harrow"),
        ("Ministr přístavů Bel Harov: Most otevřeme v květnu", "Bel Harov"),
        ("Мост откроют в мае — министр портов Бел Харов", "Бел Харов"),
        ("وزير الموانئ سامي هارو: نفتح الجسر في مايو", "سامي هارو"),
        ("पुल मई में खुलेगा: बंदरगाह मंत्री अनिल वर्ने", "अनिल वर्ने"),
        ("Skell Bridge: what happens now", None),
        ("Skelská Univerzita: nová pravidla pro studenty", None),
        ("Coronavirus: les mesures du gouvernement", None),
        ("„Die Brücke öffnet im Mai“", None),
    ],
)
def test_a_headline_names_whom_it_quotes(title: str, who: str | None) -> None:
    """Before the colon with a post or in front of marks, behind it with a post alone; places and firms are nobody."""
    found = named_in_headline(title)
    assert (found.name if found else None) == who


def test_questions_below_a_headline_are_put_to_whom_it_quotes() -> None:
    """A dash without a space opens each question; what stands below it is the answer of the one in the headline."""
    body = (
        "<h1>Bruno Harrow: “El puente abrirá en mayo”</h1><p><b>—¿Cuándo abrirá el puente?</b></p><p>En mayo. Es un compromiso.</p>"
        "<p><b>—¿Y si las obras se retrasan?</b></p><p>No van a retrasarse.</p><p><b>—El alcalde dice otra cosa.</b></p><p>Hablamos ayer mismo.</p>"
    )
    statement = only(read_html(body))
    assert statement.kinds == ("interview",)
    assert said(statement) == [
        ("questioner", None, "¿Cuándo"),
        ("official", "Bruno Harrow", "En"),
        ("questioner", None, "¿Y"),
        ("official", "Bruno Harrow", "No"),
        ("questioner", None, "El"),
        ("official", "Bruno Harrow", "Hablamos"),
    ]


@pytest.mark.parametrize(
    ("lead", "speakers"),
    [
        ("Bel Harrow has run the port since 2029.", {None, "Bel Harrow"}),
        ("The port is run by the town.", set[str | None]()),
    ],
)
def test_a_surname_alone_in_a_headline_is_somebody_whom_the_page_names_in_full(
    lead: str, speakers: set[str | None]
) -> None:
    """ "Harrow: “…”" is the Bel Harrow of the lead; without one it may be a place, or what the page is."""
    body = (
        f"<h1>Harrow: “The bridge opens in May”</h1><p>{lead}</p><p><b>—When does it open?</b></p><p>In May. That is a promise.</p>"
        "<p><b>—And if the works are late?</b></p><p>They will not be.</p><p><b>—Who pays for it?</b></p><p>The State does.</p>"
    )
    turns = [turn for one in read_html(body).statements for turn in one.turns if turn.role != "narration"]
    assert {turn.speaker for turn in turns} == speakers


def test_a_line_tells_whom_somebody_asks() -> None:
    """ "X im Gespräch mit Y" makes an interview; a note in italics behind the last words is nobody's."""
    body = (
        "<h1>„Die Brücke öffnet im Mai“</h1><p><em>Bernd Harrow im Gespräch mit Ada Verne | 14.05.2031</em></p>"
        "<p><b>Ada Verne:</b> Wann geht die Brücke auf?</p><p><b>Bernd Harrow:</b> Im Mai.</p><p><b>Verne:</b> Der Rechnungshof sieht das anders.</p>"
        "<p><b>Harrow:</b> Er hat die Zahlen vom Januar.</p><p><em>Äußerungen unserer Gesprächspartner geben deren eigene Auffassungen wieder.</em></p>"
    )
    statement = only(read_html(body))
    assert statement.kinds == ("interview",)
    assert [(turn.role, turn.speaker) for turn in statement.turns] == [
        ("questioner", "Ada Verne"),
        ("official", "Bernd Harrow"),
    ] * 2
    assert statement.turns[-1].text == "Er hat die Zahlen vom Januar."


def test_the_day_of_a_sitting_stands_above_its_words() -> None:
    """A line that is little more than a day tells it, whatever word stands before; a number of a meeting is no hour."""
    page = (
        "COMISIÓN DE PUERTOS\n\nPRESIDENCIA DE LA EXCMA. SRA. D.ª ADA VERNE RUIZ\n\ncelebrada el miércoles 14 de mayo de 2031\n\n"
        "La señora PRESIDENTA: Bienvenidos a la reunión número 12 de la comisión.\n\nEl señor MINISTRO DE PUERTOS (Harrow Gil): Gracias, señora presidenta.\n\n"
        "El señor PELL SOTO: El puente lleva seis meses cerrado.\n\nLa señora PRESIDENTA: Gracias.\n\nSe levanta la sesión a las once."
    )
    statement = only(read_text(page))
    assert statement.given_on == "2031-05-14"
    assert said(statement) == [
        ("chair", "Ada Verne Ruiz", "Bienvenidos"),
        ("official", "Harrow Gil", "Gracias,"),
        ("official", "Pell Soto", "El"),
        ("chair", "Ada Verne Ruiz", "Gracias."),
    ]
    assert statement.turns[-1].text == "Gracias."


def test_links_below_each_speech_are_none_of_its_words() -> None:
    """Names in links head the speeches; a link that comes back below each of them leads away."""
    speech = (
        "<li class='speech'><div class='who'><a href='/s'>{}</a></div><div class='said'><p>{}</p></div>"
        "<ul class='links'><li><a href='/c'>Link in context</a></li></ul></li>"
    )
    speeches = [
        (
            "Lord Harrow",
            "Good morning. We will have a break in the middle of the morning, to give those who write all of this down for us a little rest.",
        ),
        ("Mr Pell", "Sir, there are four matters on the list."),
        ("Lord Harrow", "Yes. I have read what the papers say about it."),
        ("Ms Venn", "Sir, may I say a word on behalf of the Courier?"),
        ("Lord Harrow", "I am very comfortable to leave it there."),
    ]
    body = f"<h1>Hearing, 4 October 2031</h1><ul>{''.join(speech.format(*one) for one in speeches)}</ul>"
    turns = only(read_html(body)).turns
    assert [(turn.label, turn.text) for turn in turns] == speeches


def test_a_plain_text_below_menus_has_the_first_longer_line_for_its_title() -> None:
    """The site's name, its menus and the way to the page stand above it; the entries of a menu are shorter."""
    page = (
        "Kamer van Skell\n\nHome Kamerleden Commissies Documenten Nieuws Contact\n\nHome > Documenten > Plenair verslag\n\nAgenda\nWetsvoorstellen\nBezoek\n\n"
        "Vragenuur: vragen Harrow over de gesloten brug\n\n14 mei 2031\n\nDe voorzitter:\nHet woord is aan de minister.\n\nMinister Pell:\nDe brug gaat in mei open.\n\n"
        "De heer Harrow (GroenLinks):\nDat zei de minister ook.\n\nMinister Pell:\nDat klopt.\n\nDe voorzitter:\nDank u wel."
    )
    assert only(read_text(page)).title == "Vragenuur: vragen Harrow over de gesloten brug"
