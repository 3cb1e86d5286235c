"""Pages that nobody writes by hand: bounded cost, the text kept, and an issue where markup was left out."""

from __future__ import annotations

import time

import pytest

from onrecord.model import Reading
from onrecord.reading import read_page
from reading_pages import capture_of

HEAD = "<h1>Remarks by Minister Ada Verne</h1><p>The bridge is open, dear guests of Velsen.</p>"
WORDS = "The bridge is open since Monday. "
PAGES = {
    "elements left open": (f"{HEAD}{'<div>' * 20_000}Deep words.", "Deep words."),
    "elements closed": (f"{HEAD}{'<div>' * 20_000}Deep words.{'</div>' * 20_000}", "Deep words."),
    "tables in tables": (f"{HEAD}{'<table><tr><td>' * 10_000}Deep words.", "Deep words."),
    "attributes": (
        f"{HEAD}<p {' '.join(f'a{n}=v' for n in range(100_000))}>Words behind them.</p>",
        "Words behind them.",
    ),
}
LINES = {
    "sentences": WORDS * 60_000,
    "one word": "x" * 2_000_000,
    "digits": "1" * 2_000_000,
    "brackets": "(" * 200_000,
    "quotation marks": "“" * 200_000,
    "labels": "MS. VERNE: Yes. " * 10_000,
    "dates": "3 May 2030 | " * 50_000,
}
MOST_SECONDS = 20.0
_STARTS, _ENDS = (
    ("Bel", "Dar", "Fen", "Gor", "Hal", "Jor", "Kel", "Lam", "Mor", "Nol"),
    ("an", "em", "il", "os", "ur"),
)
_SURNAMES = [
    f"{one}{two}"
    for one in ("Verk", "Pold", "Tarn", "Ostr", "Humb", "Grav", "Lind", "Skel")
    for two in ("ane", "ill", "oum", "uth", "yse")
]


def read(text: str, media_type: str) -> Reading:
    """Return the Reading of a page, which must not cost more than a bad page may."""
    before = time.process_time()
    reading = read_page(text, capture_of(media_type))
    assert time.process_time() - before < MOST_SECONDS
    return reading


@pytest.mark.parametrize("name", PAGES)
def test_markup_beyond_all_measure_loses_no_text(name: str) -> None:
    """The page says so in an issue, and the statement that stands before it is read."""
    page, words = PAGES[name]
    reading = read(page, "text/html")
    assert words in reading.page.text
    assert [issue.code for issue in reading.issues] == ["nested_too_deep"]
    assert [turn.speaker for turn in reading.statements[0].turns] == ["Ada Verne"]


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
@pytest.mark.parametrize("name", LINES)
def test_a_line_without_end_is_kept(name: str, media_type: str) -> None:
    """Whatever it is made of, every character is in the page's text."""
    reading = read(LINES[name], media_type)
    assert reading.page.text.strip() == LINES[name].strip()


def test_a_page_without_markup_is_its_words() -> None:
    """Called HTML, and none in it."""
    reading = read(f"Remarks by Minister Ada Verne. {WORDS * 50}", "text/html")
    assert reading.page.text.startswith("Remarks by Minister Ada Verne. The bridge")


def test_a_page_of_thousands_of_titles_is_read_once() -> None:
    """Each statement of several costs a look at the whole page: beyond some hundreds they stay one."""
    posts = "".join(f"<h1>Statement by Minister Ada Verne {n}</h1><p>{WORDS * 5}</p>" for n in range(2_000))
    assert len(read(posts, "text/html").statements) == 1


def test_a_list_of_ten_thousand_messages_is_a_list() -> None:
    """Each of its entries is a notice, and none is compared with all before it."""
    entry = '<li><a href="/messages/{n}">{day} March 2030: Statement by the Minister of Locks on the bridges</a></li>'
    entries = "".join(entry.format(n=n, day=1 + n % 28) for n in range(10_000))
    reading = read(f"<h1>All messages</h1><ul>{entries}</ul>", "text/html")
    assert reading.page.kind == "listing"
    assert len(reading.notices) == 10_000


def test_a_sitting_of_two_thousand_speakers_names_each() -> None:
    """Those who share no word of their names are not compared further."""
    names = [f"{one}{two} {three}" for one in _STARTS for two in _ENDS for three in _SURNAMES]
    turns = "".join(
        f"<p><b>Mr. {name}:</b> The bridge should be opened before the summer, as we were told it would be.</p>"
        f"<p><b>The Chair:</b> I thank the Member for his words.</p>"
        for name in names
    )
    reading = read(f"<h1>Debate on the bridges, 3 May 2030</h1>{turns}", "text/html")
    speakers = {turn.speaker for turn in reading.statements[0].turns}
    assert len(names) == 2_000
    assert speakers >= set(names)


HEADS = {
    "who spoke today, again and again": "以下是港務局局長高嵐今日" * 5_000
    + "談話全文:\n記者:好嗎?\n局長:好。",
    "fields behind marks": "令和13年定例記者会見\n\n" + "■会場    第二会議室\n" * 1_000 + "\n(記者)\nはい。",
    "places and days": "Press conference of Minister Ada Verne\n\n" + "Halvane, Ontara\n3 May 2031\n" * 1_000,
    "brackets that open": "Conférence de presse\n\n" + "(Skell, 3 mai 2031) - " * 5_000,
    "posts in the genitive": "Выступление " + "Министра портов А.П.Вернова " * 5_000 + "\n\nДобрый день.",
    "rows of names": "Statement by Ada Verne\n\nWe thank you.\n\n"
    + "Council Of Ports " * 8
    + ("\n" + "Harbour Union " * 9) * 1_000,
    "lines without an end": "CONFERENCIA DE PRENSA\n"
    + ("Presidenta.- Muy buenas tardes " + "y muy bien " * 5 + "\n") * 1_000,
    "questions above": "Interview mit Ada Verne\n\n" + "Wann?\n\nVerne: Nie.\n\n" * 1_000,
}


@pytest.mark.parametrize("name", HEADS)
def test_what_heads_a_record_thousands_of_times_costs_little(name: str) -> None:
    """Lines that tell place, day and speaker, and questions without labels, without end: all of the text is kept."""
    assert read(HEADS[name], "text/plain").page.text == HEADS[name]
