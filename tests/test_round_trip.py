"""Publish, read the published pages with our own reader, get the same: the reader knows nothing of this site."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.model import Capture, Clock, Contact, Locator, Reading, Role, Statement, TextStatus, Turn
from onrecord.publishing import Profile, publish_site
from onrecord.publishing.profile import City, DayCounter, Section
from onrecord.publishing.wording import direction_of
from onrecord.reading import read_page
from publishing_record import AT, RecordInMemory

PROFILE = Profile(
    publish="full",
    name="Messages of the Embassy of Vessel",
    keeper="The press section",
    cities=(City("Vessel City", "Europe/Lisbon"), City("Port Orlin", "America/New_York")),
    contacts=(Contact("Consular queries", "+44 (0) 20 7946 0000"), Contact("Press", "press@vessel.example")),
    counters=(
        DayCounter("2026-03-01", "days have passed since the consultation opened"),
        DayCounter("2026-05-20", "days have passed since the last ferry"),
    ),
    sections=(Section("Interviews", ("interview",)),),
    messages_per_page=4,
    latest=3,
)

PAGES = {
    "an interview with labels, a direction and an insertion": """
        <h1>Foreign Minister Ilse Varga’s interview with Harbour Television, Vessel City, May 14, 2026</h1>
        <p>Posted on: 15 May 2026</p>
        <p>The minister spoke to the station on the quay, between two ferries.</p>
        <p><b>Question:</b> Will the ferries run on Sunday, as they did before the winter?</p>
        <p><b>Ilse Varga:</b> They will. We have said so in both assemblies.</p>
        <p>The five [parties to the treaty] agree on that. (Laughter.) Nobody has asked me twice.</p>
        <p><b>Question:</b> And on Monday?</p>
        <p><b>Ilse Varga:</b> Monday is a day like any other: the ferries run.</p>""",
    "a lecture without labels that breaks off": """
        <h1>Foreign Minister Ilse Varga’s remarks during a lecture at the Tidewater Institute, Vessel City, April 27, 2026</h1>
        <p>Mr Rector,</p>
        <p>I do not regard this as a lecture, more like a conversation about the harbour and its treaty.</p>
        <p>I am ready to answer your questions.</p>
        <p>To be continued…</p>""",
    "a news conference with a chair, an interpreter's mark and two speakers": """
        <h1>Joint news conference of Foreign Minister Ilse Varga and Minister Odo Prell, Port Orlin, May 3, 2026</h1>
        <p><b>Moderator:</b> Good morning. The ministers will first say a few words to you.</p>
        <p><b>Ilse Varga:</b> We met for three hours, and the treaty was on the table for two of them.</p>
        <p><b>Odo Prell (via interpreter):</b> For one of them. (Laughter.) We do agree on the weather.</p>
        <p><b>Question:</b> Which of you counted the hours?</p>
        <p><b>Odo Prell (via interpreter):</b> The clock on the wall did that for us.</p>""",
    "a speech with headings between the words": """
        <h1>Speech by Ilse Varga, Minister for Foreign Affairs, at the opening of the Harbour Assembly, 2 February 2026</h1>
        <p>Check against delivery</p>
        <p>Members of the Assembly, it is the custom of this house that the minister speaks once a year.</p>
        <h3>The season</h3>
        <p>Since the first of this month our boats have been out on the bank, and they have come home full.</p>
        <h3>The neighbour</h3>
        <p>Our neighbour counts the same boats and finds another number. I have asked for the list.</p>""",
    "an interview whose questions are only bold": """
        <h1>Minister Odo Prell’s interview with the news agency Orlin Wire, March 16, 2026</h1>
        <p><b>Minister, the report is signed. Are you disappointed by its figure?</b></p>
        <p>I was curious, and I am no longer curious, which is the purpose of a report.</p>
        <p><b>Will there be another voyage in the spring of the coming year?</b></p>
        <p>There will be one. The ships have been asked, and so have their captains.</p>
        <p><b>And who will count the boats?</b></p>
        <p>Both of us, aloud, on the same morning.</p>""",
    "a briefing in lines and a table, with blanks that do not break": """
        <h1>Weekly briefing by Spokesperson Dorian Pell, Vessel City, 4 February 2026</h1>
        <p>Rush transcript</p>
        <p><b>Dorian Pell:</b> Good morning. There is one figure to correct.&nbsp;</p>
        <p>&nbsp;&nbsp; The boats,&nbsp; as both sides have counted them:<br>in winter<br>and in summer.</p>
        <table><tr><td><b>Harbour</b></td><td>Boats</td></tr><tr><td>Vessel City</td><td>412</td></tr></table>
        <p>We thank the harbour masters of&#8201;both sides.</p>
        <p><b>Question:</b> And the herring?</p>
        <p><b>Dorian Pell:</b> The herring were not asked.</p>
        <p><b>Question:</b></p><p>Will they be?</p>
        <p><b>Dorian Pell:</b> <i>(inaudible)</i> … in the spring.</p>""",
    "a letter that was translated": """
        <h1>Letter from Prime Minister Bo Aldane to the harbour pilots</h1>
        <p>Date: 2 March 2026</p><p>Place: Vessel City</p><p>Last updated: 4 March 2026</p>
        <p>Unofficial translation</p>
        <p>Dear pilots,</p><p>The lamp on the quay burns again, and you have lit it.</p>""",
    "words whose original was heard through an interpreter": """
        <h1>Remarks by Minister Odo Prell in Vessel City, May 3, 2026</h1>
        <p>(As interpreted)</p>
        <p>Embargoed until 18:00</p>
        <p>We came by the night ferry, and we mean to go home by it.</p>
        <p>[The minister shows a ticket.] It is a return ticket, as anybody can see.</p>""",
    "an answer in two pieces, the second": """
        <h1>Minister Odo Prell’s article for the newspaper Orlin Post (Part 2)</h1>
        <p>Text: original</p><p>Occasion: Day of the Harbour</p>
        <p>As I said in the first part, a harbour is a promise that is kept twice a day.</p>
        <p>The third part will be about the lamp.</p><p>To be continued…</p>""",
    "a debate with a chair and lines that nobody says": """
        <h1>Harbour Assembly debates the treaty, 11 March 2026</h1>
        <p>Provisional version</p>
        <p><b>The President:</b> I open the sitting. The question is on the treaty.</p>
        <p><b>Mrs Ada Verne:</b> I thank the Chair. The treaty is short. (Applause.) I shall be shorter.</p>
        <p><b>Mr Odo Prell:</b> We have waited for that. [Interruption.] I give way.</p>
        <p><b>The President:</b> Order. The sitting is suspended until the tide turns.</p>
        <p><b>Interpreter:</b> The member asks when that will be.</p>
        <p><b>Mrs Ada Verne:</b> At six.</p>""",
    "the only one of its year": """
        <h1>Statement by Minister Odo Prell on the lamp</h1><p>Posted on: 3 March 2019</p>
        <p>The lamp on the quay was lit again on Sunday, and nobody has put it out.</p>""",
    "a statement in another language": """
        <h1>بيان وزارة الخارجية بشأن معاهدة الميناء</h1>
        <p>تؤكد الوزارة أن المعاهدة لا تزال سارية، وأن اللجنة المشتركة ستجتمع في الشهر المقبل في المدينة.</p>
        <p>وستواصل الوزارة جهودها من أجل فتح الميناء أمام الجميع.</p>""",
    "an exchange in another language": """
        <h1>مقابلة وزيرة الخارجية مع صحيفة الميناء</h1>
        <p>Official translation</p>
        <p><b>سؤال:</b> هل ستبحر السفن يوم الأحد؟</p>
        <p><b>جواب:</b> نعم، ستبحر السفن كما كانت تبحر قبل الشتاء. (ضحك)</p>
        <p><b>سؤال:</b> ومن سيحصي القوارب؟</p>
        <p><b>جواب:</b> نحن وهم، في الصباح نفسه.</p>""",
}
# What identifies a statement and where its words were found are of the page it was read from; all else must come back.
FIELDS = [field for field in Statement.__struct_fields__ if field not in ("id", "turns", "evidence")]
TURN_FIELDS = [field for field in Turn.__struct_fields__ if field != "span"]


def read_html(text: str, url: str) -> Reading:
    """Return the Reading of a page at an address."""
    digest = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    return read_page(
        text, Capture(url, "2026-05-20T08:00:00Z", digest, "text/html", Locator("a.warc.gz", 0, 1))
    )


def source_statement(name: str) -> Statement:
    """Return the statement that the reader finds on an invented page of a source."""
    language = "ar" if "another language" in name else "en-GB" if "letter" in name else "en"
    page = f'<html lang="{language}"><head><title>Ministry</title></head><body><main>{PAGES[name]}</main></body></html>'
    url = f"https://ministry.example/news/{list(PAGES).index(name)}"
    (statement,) = read_html(page, url).statements
    return statement


def told(statement: Statement) -> dict[str, Any]:
    """Return all that a statement says, to the last space; where it was found and what identifies it left out."""
    turns = [{field: getattr(turn, field) for field in TURN_FIELDS} for turn in statement.turns]
    return {"turns": turns, **{field: getattr(statement, field) for field in FIELDS}}


def told_date(statement: Statement) -> str:
    """Return the date under which a statement is listed, or nothing."""
    return statement.posted_on or statement.given_on or ""


@pytest.fixture(scope="module")
def statements() -> list[Statement]:
    """Return the statements of all invented pages."""
    return [source_statement(name) for name in PAGES]


@pytest.fixture(scope="module")
def site(statements: list[Statement], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site that publishes them."""
    record = RecordInMemory()
    for statement in statements:
        record.keep(statement, f"https://ministry.example/news/{statement.id}")
    for number in range(1, 4):
        record.announce(
            title=f"Minister’s letter to the harbour pilots, number {number}",
            posted_on=f"2026-05-0{number}",
            lead="Question: Has the letter been sent? It was sent today.",
            url=f"https://ministry.example/letters/{number}",
        )
    folder = tmp_path_factory.mktemp("round") / "site"
    publish_site(record, folder, PROFILE, AT)
    return folder


def published(site: Path, path: str) -> Reading:
    """Return the Reading of a page of the site."""
    return read_html((site / path).read_text(encoding="utf-8"), f"https://record.example/{path}")


@pytest.mark.parametrize("name", PAGES)
def test_a_published_statement_reads_as_the_source_did(name: str, site: Path) -> None:
    """Title, dates, place, speakers, status and every turn come back; no word of the site is taken for theirs."""
    statement = source_statement(name)
    reading = published(site, f"statements/{statement.id}/index.html")
    assert [told(one) for one in reading.statements] == [told(statement)]
    assert reading.notices == ()
    assert reading.unclassified.characters == 0


def test_the_pages_hold_every_kind_of_turn_and_text(statements: list[Statement]) -> None:
    """No role and no text status of the model is left untried."""
    turns = [turn for statement in statements for turn in statement.turns]
    assert {turn.role for turn in turns} == set(get_args(Role))
    assert {statement.text_status for statement in statements} == set(get_args(TextStatus))
    assert any(turn.directions for turn in turns)
    assert any(turn.editorial for turn in turns)
    assert any(statement.part for statement in statements)
    assert {direction_of(statement.language) for statement in statements} == {"ltr", "rtl"}


@pytest.mark.parametrize("path", ["index.html", "announced.html", "messages/2026/index.html", "about.html"])
def test_furniture_reads_as_it_was_published(path: str, site: Path) -> None:
    """Dateline, clocks, contacts and counters come back from every page, with the dates the counters start from."""
    page = published(site, path).page
    assert page.dateline == "26 May 2026"
    assert page.page_says_at == "2026-05-26T11:30"
    assert page.clocks == (Clock("Vessel City", "11:30"), Clock("Port Orlin", "06:30"))
    assert page.contacts == PROFILE.contacts
    assert [(counter.days, counter.since) for counter in page.counters] == [
        (86, "2026-03-01"),
        (6, "2026-05-20"),
    ]


def test_lists_read_as_notices_of_the_statements(site: Path, statements: list[Statement]) -> None:
    """Date, title, lead and address of the latest messages come back, newest first; so do those of the years."""
    front = published(site, "index.html")
    assert front.page.kind == "listing"
    assert front.statements == ()
    dated = sorted((one for one in statements if told_date(one)), key=told_date, reverse=True)
    assert [(notice.posted_on, notice.title, notice.url) for notice in front.notices] == [
        (told_date(one), told(one)["title"], f"https://record.example/statements/{one.id}/index.html")
        for one in dated[:3]
    ]
    assert front.notices[0].lead == (
        "They will. We have said so in both assemblies. The five [parties to the treaty] agree on that. (Laughter.) "
        "Nobody has asked me twice."
    )
    year = published(site, "messages/2026/index.html")
    assert [notice.title for notice in year.notices[:3]] == [notice.title for notice in front.notices]


def test_a_list_of_one_reads_as_a_list(site: Path) -> None:
    """A year with one message is a page of notices as any other, and nothing on it is left without a name."""
    year = published(site, "messages/2019/index.html")
    assert year.page.kind == "listing"
    assert [(notice.posted_on, notice.title, notice.lead) for notice in year.notices] == [
        (
            "2019-03-03",
            "Statement by Minister Odo Prell on the lamp",
            "The lamp on the quay was lit again on Sunday, and nobody has put it out.",
        )
    ]


def test_nothing_on_any_page_is_left_without_a_name(site: Path) -> None:
    """Every character of every page of the site is one of the parts that the reader knows."""
    for path in sorted(each.relative_to(site).as_posix() for each in site.rglob("*.html")):
        reading = published(site, path)
        assert reading.unclassified.characters == 0, path
        is_own = re.fullmatch(r"statements/[^/]+/(v\d+/)?index\.html|.*/card\.html", path) is not None
        assert (reading.page.kind == "statement") == is_own, path


def test_what_was_announced_reads_as_notices(site: Path) -> None:
    """A lead that begins with "Question:" is no turn; the address is that of the source."""
    reading = published(site, "announced.html")
    assert reading.statements == ()
    assert [(notice.posted_on, notice.title, notice.lead, notice.url) for notice in reading.notices] == [
        (
            f"2026-05-0{number}",
            f"Minister’s letter to the harbour pilots, number {number}",
            "Question: Has the letter been sent? It was sent today.",
            f"https://ministry.example/letters/{number}",
        )
        for number in (3, 2, 1)
    ]
