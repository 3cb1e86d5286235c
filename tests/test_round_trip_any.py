"""Whatever a page holds of turns, lines and marks: what is read of it, published and read again is the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import STATUSES, Statement
from onrecord.publishing import Profile, publish_site
from publishing_record import AT, RecordInMemory
from test_round_trip import read_html, told

FULL = Profile(publish="full")

TITLES = (
    "Foreign Minister Ilse Varga’s interview with Harbour Television, Vessel City, May 14, 2026",
    "Joint news conference of Foreign Minister Ilse Varga and Minister Odo Prell, Port Orlin, May 3, 2026",
    "Remarks by Ilse Varga, Minister for Foreign Affairs, at the opening of the Harbour Assembly",
    "Statement of the Ministry on the treaty",
    "Minister Odo Prell’s lecture at the&nbsp;Tidewater Institute (part 2)",
    "Пресс-конференция Министра Аде Верне, 5 мая 2026",
    "بيان وزارة الخارجية بشأن معاهدة الميناء",
)
LABELS = (
    "Question",
    "Ilse Varga",
    "Odo Prell (via interpreter)",
    "Moderator",
    "Interpreter",
    "Вопрос",
    "سؤال",
)
SENTENCES = (
    "The ferries run on Sunday, as they did before the winter.",
    "Will they run on Monday too?",
    "The five [parties to the treaty] agree on that.",
    "(Laughter.)",
    "[Interruption.]",
    "We counted&nbsp;412 boats,&#8201;and they 398.",
    "It was a soft&shy;hyphen, a zero&#8204;width joiner and an e&#769; that came apart.",
    "Мы считали лодки вместе, вслух.",
    "ستبحر السفن يوم الأحد.",
    "港口条约仍然有效。",
    "I said: “Nobody – and I mean nobody – is against the lamp.”",
    "5 &lt; 7 &amp;c.",
)
LINES = (
    *(f"Status: {status.replace('_', ' ')}" for status in STATUSES),
    *("Posted on: 15 May 2026", "Updated on: 16 May 2026", "Given on: 14 May 2026", "Place: Port Orlin"),
    *("Occasion: Day of the Harbour", "Outlet: Orlin Wire", "Part: 3", "Speaker: Odo Prell, Minister"),
    *("Text: original", "Text: official translation", "Text: interpreted"),
)

blanks = st.sampled_from((" ", " ", "&nbsp; ", "&#8195;", "<br>"))
words = st.lists(st.tuples(st.sampled_from(SENTENCES), blanks), min_size=1, max_size=4).map(
    lambda pieces: "".join(sentence + blank for sentence, blank in pieces)
)
paragraphs = st.one_of(
    words.map(lambda text: f"<p>{text}</p>"),
    words.map(lambda text: f"<p>&nbsp;{text}&nbsp;</p>"),
    st.just("<h3>The season</h3>"),
    st.just(
        "<table><tr><td>Harbour</td><td><b>Boats</b></td></tr><tr><td>Vessel</td><td>412</td></tr></table>"
    ),
)
turns = st.tuples(st.sampled_from(LABELS), words, st.lists(paragraphs, max_size=3))


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return an invented page of a source: title, lines, turns, and perhaps the promise of more."""
    body = [f"<h1>{draw(st.sampled_from(TITLES))}</h1>"]
    body += [f"<p>{line}</p>" for line in draw(st.lists(st.sampled_from(LINES), max_size=4, unique=True))]
    said = draw(st.lists(turns, max_size=6))
    # Two who speak in turn make a dialogue; without them a bold name may be anything, and a reader must choose.
    asked, answered = (f"<p><b>{label}:</b> {draw(words)}</p>" for label in LABELS[:2])
    body += (
        [asked, answered]
        if said
        else [f"<p>{SENTENCES[0]} {draw(words)}</p>", *draw(st.lists(paragraphs, max_size=4))]
    )
    for label, opening, rest in said:
        body += [f"<p><b>{label}:</b> {opening}</p>", *rest]
    body += ["<p>To be continued…</p>"] if draw(st.booleans()) else []
    language = draw(st.sampled_from(("en", "ar", "ru", "zh-Hans")))
    return f'<html lang="{language}"><body><main>{"".join(body)}</main></body></html>'


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages())
def test_any_statement_comes_back_as_it_was_read(page: str) -> None:
    """Every field of the model that a page can carry, the text to the last space."""
    for statement in read_html(page, "https://ministry.example/news/1").statements:
        assert told(read_published(statement)) == told(statement)


def read_published(statement: Statement) -> Statement:
    """Return what is read of the page that publishes a statement."""
    record = RecordInMemory()
    record.keep(statement, "https://ministry.example/news/1")
    with tempfile.TemporaryDirectory() as folder:
        publish_site(record, Path(folder) / "site", FULL, AT)
        page = Path(folder) / "site" / "statements" / statement.id / "index.html"
        (published,) = read_html(page.read_text(encoding="utf-8"), "https://record.example/1").statements
    return published
