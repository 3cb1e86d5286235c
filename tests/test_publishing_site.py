"""A whole site: which pages it has, what they say, and that nothing captured can break out of them."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Aside, Contact, Part, Speaker
from onrecord.publishing import Profile, publish_site
from onrecord.publishing.profile import City, DayCounter, Section
from onrecord.publishing.rendering import style_sheet
from onrecord.publishing.statement.texts import render_html, render_markdown, render_text
from onrecord.publishing.statement.turns import view_turn
from publishing_record import AT, DIGEST, RecordInMemory, a_statement, a_turn, an_interview

FULL = Profile(publish="full")
PROFILE = Profile(
    publish="full",
    name="Messages of Vessel",
    keeper="The press section",
    cities=(City("Vessel City", "Europe/London"), City("Port Orlin", "America/New_York")),
    contacts=(Contact("Consular queries", "+44 (0) 20 7946 0000"), Contact("Press", "press@vessel.example")),
    counters=(DayCounter("2026-03-01", "days have passed since the consultation opened"),),
    sections=(Section("Interviews", ("interview",)), Section("Letters", ("letter",))),
    messages_per_page=2,
)
ADDRESS = "https://ministry.example/en/1"


def a_record() -> RecordInMemory:
    """Return a record with an interview, a text in two parts, another language, an edit, and a bare text."""
    record = RecordInMemory()
    record.keep(an_interview(), ADDRESS)
    lecture = {"kinds": ("lecture",), "given_on": "2026-04-27"}
    words = a_turn(1, None, "Mr Rector,\nI am ready to answer.")
    record.keep(a_statement("st-first", "Lecture (part 1)", [words], part=Part(1, True), **lecture))
    record.keep(a_statement("st-second", "Lecture (part 2)", [words], part=Part(2, False), **lecture))
    arabic = a_turn(1, None, "تؤكد الوزارة أن المعاهدة سارية.")
    record.keep(a_statement("st-arabic", "بيان الوزارة", [arabic], language="ar", posted_on="2026-05-02"))
    for text in ("We will answer in May.", "We will answer in June."):
        record.keep(
            a_statement("st-edited", "Reply", [a_turn(1, None, text)], posted_on="2025-12-31"), ADDRESS
        )
    record.keep(a_statement("st-bare", None, language=None))
    record.announce(
        title="A letter nobody captured", posted_on="2026-05-01", lead="Question: Was it sent? It was."
    )
    record.announce(title="A letter we hold", statement_id="st-first")
    record.announce(None, title="A letter from nobody knows where")
    return record


def pages_of(folder: Path) -> dict[str, str]:
    """Return every page of a site by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a published site, for looking at."""
    folder = tmp_path_factory.mktemp("published") / "site"
    publish_site(a_record(), folder, PROFILE, AT)
    return folder


def test_a_site_has_these_pages(site: Path) -> None:
    """Front page, about, announced, changes, lists by year, kind, section, source and speaker, a statement's pages, timelines."""
    assert list(pages_of(site)) == [
        "about.html",
        "announced.html",
        "changes/2026-05/index.html",
        "changes/edits/index.html",
        "changes/index.html",
        "feeds.html",
        "index.html",
        "kinds/interview/index.html",
        "kinds/lecture/index.html",
        "kinds/statement/1/index.html",
        "kinds/statement/index.html",
        "messages/2025/index.html",
        "messages/2026/1/index.html",
        "messages/2026/index.html",
        "messages/index.html",
        "messages/undated/index.html",
        "sections/interviews/index.html",
        "sections/letters/index.html",
        "sources/index.html",
        "sources/ministry-of-foreign-affairs-of-vessel-bd4c0412/index.html",
        "speakers/ilse-varga-3f10fa3d/index.html",
        "speakers/index.html",
        "statements/st-arabic/card.html",
        "statements/st-arabic/index.html",
        "statements/st-arabic/v1/index.html",
        "statements/st-bare/card.html",
        "statements/st-bare/index.html",
        "statements/st-bare/v1/index.html",
        "statements/st-edited/card.html",
        "statements/st-edited/diff/1-2/index.html",
        "statements/st-edited/diff/1-2/side/index.html",
        "statements/st-edited/diff/1-2/words/index.html",
        "statements/st-edited/history/index.html",
        "statements/st-edited/index.html",
        "statements/st-edited/v1/index.html",
        "statements/st-edited/v2/index.html",
        "statements/st-first/card.html",
        "statements/st-first/index.html",
        "statements/st-first/v1/index.html",
        "statements/st-interview/card.html",
        "statements/st-interview/index.html",
        "statements/st-interview/v1/index.html",
        "statements/st-second/card.html",
        "statements/st-second/index.html",
        "statements/st-second/v1/index.html",
        "timeline/2025/index.html",
        "timeline/2026/index.html",
        "timeline/index.html",
    ]


def test_it_tells_what_was_written(tmp_path: Path) -> None:
    """Pages, statements and bytes are counted as they lie on disk."""
    published = publish_site(a_record(), tmp_path / "site", PROFILE, AT)
    on_disk = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert published.pages == len([path for path in on_disk if path.suffix == ".html"])
    assert published.bytes == sum(path.stat().st_size for path in on_disk)
    assert (published.statements, published.folder) == (6, str(tmp_path / "site"))


def test_the_front_page_stands_as_the_seeds_do(site: Path) -> None:
    """Dateline, clocks, contact, counter, then the latest messages and a link to all of them."""
    lines = lines_of((site / "index.html").read_text(encoding="utf-8"))
    for line in (
        "Messages of Vessel",
        "26 May 2026",
        "Vessel City: 11:30 UTC+1",
        "Port Orlin: 06:30 UTC-4",
        "Consular queries: +44 (0) 20 7946 0000",
        "86 days have passed since the consultation opened (counted from 1 March 2026; stated by the keeper of this record)",
        "15 May 2026 – Foreign Minister Ilse Varga’s interview with Harbour Television, Vessel City, May 14, 2026",
        "They will. We have said so in both assemblies. The five [parties to the treaty] agree. (Laughter.) "
        "Nobody has ever asked me twice.",
        "All messages",
    ):
        assert line in lines


def test_a_statement_page_says_what_is_known(site: Path) -> None:
    """Dates apart, occasion, place, speakers with office, status, source, capture; turns with label and anchor."""
    page = (site / "statements/st-interview/index.html").read_text(encoding="utf-8")
    terms = dict(re.findall(r"<dt>(.*?)</dt>(.*?)</div>", page))
    assert {term: re.sub(r"<[^>]+>", "", value) for term, value in terms.items()} == {
        "Given on": "14 May 2026",
        "Posted on": "15 May 2026",
        "Updated on": "16 May 2026",
        "Place": "Vessel City",
        "Occasion": "Evening programme",
        "Speaker": "Ilse Varga, Foreign Minister",
        "Outlet": "Harbour Television",
        "Language": "English (en)",
        "Kind": "interview",
        "Status": "as delivered",
        "Text": "official translation",
        "Source": "Ministry of Foreign Affairs of Vessel" + ADDRESS,
        "Whose": "a capture of a third party’s page",
        "Captured at": "1 May 2026, 08:00 UTC",
        "How it came": "the bytes are kept alone: no server’s header came with them",
        "Shown here": "in full",
        "Digest of the captured page": DIGEST,
        "Digest of the words": f"sha256:{1:064d}",
        "Record number": "st-interview",
    }
    assert (
        '<div class="turn" id="t1" data-role="questioner">\n'
        '<p class="permalink"><a href="#t1" aria-label="Link to turn 1">Turn 1</a></p>\n'
        '<p><strong class="label">Question:</strong> Will' in page
    )
    assert "in both assemblies.<br>\nThe five" in page
    assert 'The five <span class="editorial">[parties to the treaty]</span> agree. ' in page
    assert '<span class="direction">(Laughter.)</span> Nobody' in page
    assert 'href="#t2" aria-label="Link to turn 2"' in page
    assert "has not been compared with any recording" in page


def test_what_the_source_did_not_tell_of_its_text_has_no_line(tmp_path: Path) -> None:
    """Whether words are a translation is told where the source told it; nothing stands there as "unknown"."""
    record = RecordInMemory()
    record.keep(a_statement("st-a", "Remarks", [a_turn(1, "Odo Prell", "We sail.")]))
    record.keep(an_interview())
    publish_site(record, tmp_path / "site", FULL, AT)
    page = (tmp_path / "site" / "statements/st-a/index.html").read_text(encoding="utf-8")
    assert "<dt>Kind</dt>" in page
    assert "<dt>Text</dt>" not in page
    for render in (render_text, render_markdown, render_html):
        assert "Text:" not in render(record.held("st-a"))
        assert "Text: official translation" in render(record.held("st-interview"))


def test_marks_and_headings_stand_where_the_source_set_them(tmp_path: Path) -> None:
    """A mark that belongs to a label is printed with it; a heading between the words is a heading, not a word."""
    record = RecordInMemory()
    mark = (Aside((0, 0), "(via interpreter)"),)
    turn = a_turn(1, "Odo Prell", "We sail.\n\nThe season\n\nWe fish.", editorial=["The season"])
    record.keep(a_statement("st-a", "Remarks", [msgspec.structs.replace(turn, directions=mark)]))
    publish_site(record, tmp_path / "site", FULL, AT)
    page = (tmp_path / "site" / "statements/st-a/index.html").read_text(encoding="utf-8")
    assert (
        '<strong class="label">Odo Prell <span class="direction">(via interpreter)</span>:</strong> We sail.'
        in page
    )
    assert '<h2 class="editorial">The season</h2>\n<p>We fish.</p>' in page


@pytest.mark.parametrize(("per_page", "shown"), [(2, 2), (1, 0)])
def test_all_messages_stand_on_one_page_where_they_fit(tmp_path: Path, per_page: int, shown: int) -> None:
    """A record of few messages lists them at once; a larger one leads to them by year."""
    record = RecordInMemory()
    record.keep(a_statement("st-a", "Remarks", [a_turn(1, "Odo Prell", "We sail.")], posted_on="2026-05-01"))
    record.keep(an_interview())
    publish_site(record, tmp_path / "site", Profile(messages_per_page=per_page, publish="full"), AT)
    page = (tmp_path / "site" / "messages/index.html").read_text(encoding="utf-8")
    assert page.count('class="headline"') == shown
    assert "2026/index.html" in page


def test_parts_lead_to_each_other(site: Path) -> None:
    """A text that breaks off says so, outside its words, and leads to the next part."""
    first = (site / "statements/st-first/index.html").read_text(encoding="utf-8")
    second = (site / "statements/st-second/index.html").read_text(encoding="utf-8")
    assert '<p class="continues">To be continued…</p>' in first
    assert 'href="../../statements/st-second/index.html">Part 2</a>' in first
    assert "To be continued" not in second
    assert 'href="../../statements/st-first/index.html">Part 1</a>' in second


def test_each_version_has_its_page(site: Path) -> None:
    """The statement's page shows the latest; an earlier version says that it is superseded."""
    latest = (site / "statements/st-edited/index.html").read_text(encoding="utf-8")
    first = (site / "statements/st-edited/v1/index.html").read_text(encoding="utf-8")
    assert "We will answer in June." in latest
    assert "We will answer in May." not in latest
    assert "We will answer in May." in first
    assert "Version 1 of 2, superseded." in first
    assert "Version 2 of 2, the current one." in latest
    assert "superseded" not in (site / "statements/st-edited/v2/index.html").read_text(encoding="utf-8")
    assert "first seen 1 May 2026, 08:00 UTC" in latest


def test_what_is_not_held_is_listed_apart(site: Path) -> None:
    """A notice of a statement that the record holds is none."""
    page = (site / "announced.html").read_text(encoding="utf-8")
    assert "Announced by the source, not held" in page
    assert "A letter nobody captured" in page
    assert "A letter we hold" not in page
    assert '<h2 class="source">ministry.example</h2>' in page
    assert '<h2 class="source">Source not known</h2>' in page


def test_no_profile_claims_no_keeper(tmp_path: Path) -> None:
    """The neutral profile says that nobody has given a name, and that the words are third parties'."""
    publish_site(a_record(), tmp_path / "site", FULL, AT)
    about = (tmp_path / "site" / "about.html").read_text(encoding="utf-8")
    assert "The keeper of this record has not given a name." in about
    assert "captures of third parties’ pages" in about


def test_an_empty_record_is_published_too(tmp_path: Path) -> None:
    """No statements: every page still stands, and says so."""
    published = publish_site(RecordInMemory(), tmp_path / "site", PROFILE, AT)
    assert published.statements == 0
    assert "holds no statements yet" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_the_same_call_gives_the_same_bytes(tmp_path: Path) -> None:
    """Same record, profile and time: the same site, byte for byte."""
    for name in ("one", "two"):
        publish_site(a_record(), tmp_path / name, PROFILE, AT)
    files = {path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()}
    assert files == {
        path.relative_to(tmp_path / "two") for path in (tmp_path / "two").rglob("*") if path.is_file()
    }
    for path in files:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()


def test_every_page_is_valid_html(site: Path) -> None:
    """The strict parser of the HTML standard finds nothing to correct."""
    html5lib = pytest.importorskip("html5lib")
    for path, page in pages_of(site).items():
        html5lib.HTMLParser(strict=True).parse(page)
        assert page.startswith("<!DOCTYPE html>\n<html lang="), path


def test_every_link_leads_somewhere(site: Path) -> None:
    """Every address inside the site is relative and leads to a file, or to an element that exists."""
    for path, page in pages_of(site).items():
        for address in links_in(page):
            target, anchor = urldefrag(address)
            place = (site / path).parent / target if target else site / path
            assert place.is_file(), (path, address)
            if anchor:
                assert anchor in ids_in(place.read_text(encoding="utf-8")), (path, address)
        assert len(ids_in(page)) == len(set(ids_in(page))), path


def test_no_page_asks_anybody_else_for_anything(site: Path) -> None:
    """One style sheet of our own, no script that runs; pictures and frames are our own; links outwards are links only."""
    for path, page in pages_of(site).items():
        if path.endswith("/card.html"):
            continue
        assert re.findall(r'<link rel="stylesheet" href="([^"]+)">', page) == [
            "../" * path.count("/") + "assets/style.css"
        ]
        assert not re.search(r"<(?:object|embed|video|audio|base)\b|\ssrcset=|\son\w+=", page)
        for tag, source in re.findall(r'<(\w+) [^>]*\bsrc="([^"]*)"', page):
            assert re.fullmatch(
                r"img (\.\./)+sources/[\w-]+/coverage\.svg|script (\.\./)*assets/clocks\.js",
                f"{tag} {source}",
            )
        scripts = [each for each in re.findall(r"<script[^>]*>", page) if "assets/clocks.js" not in each]
        assert scripts == ['<script type="application/ld+json">']
        for tag in re.findall(r'<a [^>]*href="https?:[^>]*>', page):
            assert 'rel="external"' in tag
    style = (site / "assets" / "style.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_a_card_needs_nothing_else(site: Path) -> None:
    """It says so itself: no style but its own, of which it tells the digest, and nothing that is fetched or runs."""
    page = (site / "statements/st-interview/card.html").read_text(encoding="utf-8")
    style = re.findall(r"<style>(.*?)</style>", page)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in unescape(page)
    assert not re.search(r"<(?:script|link|img|iframe|form)\b|\ssrc=|url\(|@import", page)
    for told in (
        "Ilse Varga, Foreign Minister",
        "The press section",
        "not been compared",
        "sha256:",
    ):
        assert told in page


def test_the_lines_of_a_card_hold_all_of_it(site: Path) -> None:
    """The frame they make has the card inside, in an attribute that nothing of it ends."""
    page = (site / "statements/st-interview/index.html").read_text(encoding="utf-8")
    (snippet,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    lines = unescape(snippet)
    (inside,) = re.findall(r'^<iframe [^>]* sandbox="allow-popups"[^>]* srcdoc="([^"]*)"></iframe>$', lines)
    card = (site / "statements/st-interview/card.html").read_text(encoding="utf-8")
    assert unescape(inside).split() == card.split()


def test_headings_are_in_order(site: Path) -> None:
    """One h1 on each page, and no level left out on the way down."""
    for path, page in pages_of(site).items():
        levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_languages_and_directions_are_told(site: Path) -> None:
    """The page of an Arabic statement is Arabic, the site's words around it are English, left to right."""
    page = (site / "statements/st-arabic/index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert '<body lang="en" dir="ltr">' in page
    assert '<h1 lang="ar" dir="rtl">بيان الوزارة</h1>' in page
    assert '<div class="words" lang="ar" dir="rtl">' in page
    front = (site / "index.html").read_text(encoding="utf-8")
    assert '<p class="lead" lang="ar" dir="rtl">' in front
    bare = (site / "statements/st-bare/index.html").read_text(encoding="utf-8")
    assert '<html lang="und" dir="ltr">' in bare
    assert "<h1>[untitled]</h1>" in bare
    assert '<div class="words" lang="und" dir="auto">' in bare


def test_machines_are_told_the_same(site: Path) -> None:
    """Title, description and JSON-LD say what the page says; a date that nobody gave is not there."""
    page = (site / "statements/st-interview/index.html").read_text(encoding="utf-8")
    structured = structured_in(page)
    assert structured["headline"] == an_interview().title
    assert (structured["dateCreated"], structured["datePublished"], structured["dateModified"]) == (
        "2026-05-14",
        "2026-05-15",
        "2026-05-16",
    )
    assert structured["author"] == [{"@type": "Person", "name": "Ilse Varga", "jobTitle": "Foreign Minister"}]
    assert structured["isBasedOn"]["url"] == ADDRESS
    assert structured["inLanguage"] == "en"
    assert '<meta name="description" content="They will. We have said so' in page
    assert "datePublished" not in structured_in((site / "statements/st-first/index.html").read_text("utf-8"))


# What schema.org (30.0) defines, of each type as much as pages use: a value's type, or what it looks like.
_TEXT, _DAY, _WEB = r"(?s).+", r"\d{4}(-\d\d(-\d\d(T.+)?)?)?", r"https?://\S+"
_PAGE = {"name": _TEXT, "isPartOf": "WebSite", "headline": _TEXT}
SCHEMA: dict[str, dict[str, str]] = {
    "Article": {
        "identifier": _TEXT, "version": r"\d+", "headline": _TEXT, "dateCreated": _DAY, "datePublished": _DAY, "dateModified": _DAY,
        "inLanguage": r"[A-Za-z-]+", "genre": _TEXT, "locationCreated": "Place", "author": "Person", "publisher": "Organization",
        "isBasedOn": "WebPage", "sdPublisher": "Organization", "correction": "CorrectionComment", "creativeWorkStatus": _TEXT,
    },
    "WebSite": {"name": _TEXT, "url": _WEB, "dateModified": _DAY, "publisher": "Organization"},
    "WebPage": _PAGE | {"url": _WEB, "identifier": _TEXT, "publisher": "Organization"},
    "CollectionPage": _PAGE, "AboutPage": _PAGE, "ProfilePage": _PAGE,
    "Person": {"name": _TEXT, "jobTitle": _TEXT}, "Organization": {"name": _TEXT}, "Place": {"name": _TEXT},
    "CorrectionComment": {"text": _TEXT, "datePublished": _DAY, "author": "Person"},
}  # fmt: skip


def faults_in(value: dict[str, Any], place: str) -> Iterator[str]:
    """Yield what of a JSON-LD value schema.org does not define, or defines otherwise."""
    types = value.get("@type")
    every = types if isinstance(types, list) else [types]
    known = {name: form for one in every for name, form in SCHEMA.get(str(one), {}).items()}
    yield from (f"{place}: no type {one!r}" for one in every if one not in SCHEMA)
    for name, told in value.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{place}: {every} has no {name}"
            continue
        for each in told if isinstance(told, list) else [told]:
            if isinstance(each, dict):
                yield from faults_in(each, f"{place}.{name}")
                yield from [] if each.get("@type") == known[name] else [f"{place}.{name} is no {known[name]}"]
            elif not re.fullmatch(known[name], str(each)):
                yield f"{place}.{name}: {each!r}"


def test_what_machines_are_told_keeps_to_the_vocabulary(site: Path) -> None:
    """Every page's JSON-LD has types and properties that schema.org defines, with values of their forms, none of them empty."""
    found = [
        fault
        for path, page in pages_of(site).items()
        if "application/ld+json" in page
        for fault in faults_in(structured_in(page), path)
    ]
    assert found == []
    assert all(structured_in(page)["@context"] == "https://schema.org" for page in pages_of(site).values() if "application/ld+json" in page)  # fmt: skip


def test_a_canonical_address_stands_only_where_one_is_known(site: Path, tmp_path: Path) -> None:
    """Without a base address no page claims one; with it, the latest version's page yields to the statement's."""
    assert not any("canonical" in page for page in pages_of(site).values())
    publish_site(a_record(), tmp_path / "site", Profile(url="https://record.example/", publish="full"), AT)
    pages = pages_of(tmp_path / "site")

    def canonical(path: str) -> list[str]:
        return re.findall(r'<link rel="canonical" href="([^"]+)">', pages[path])

    assert canonical("index.html") == ["https://record.example/"]
    assert canonical("statements/st-edited/v1/index.html") == [
        "https://record.example/statements/st-edited/v1/"
    ]
    assert canonical("statements/st-edited/v2/index.html") == ["https://record.example/statements/st-edited/"]


HOSTILE = "</script><script>alert(1)</script><b onclick='x'>&amp;\x00\x1b[31m\u202eabc\ud800\"'{{ 7*7 }}<!--"


def test_captured_text_is_only_ever_text(tmp_path: Path) -> None:
    """Markup, control characters, bidi overrides and lone surrogates in every field are shown, and do nothing."""
    record = RecordInMemory()
    turn = a_turn(1, HOSTILE, HOSTILE + "\n" + HOSTILE, directions=[HOSTILE], editorial=["alert"])
    fields = dict.fromkeys(
        ("place", "occasion", "source", "outlet", "given_on", "posted_on", "updated_on"), HOSTILE
    )
    speaker = Speaker(HOSTILE, HOSTILE)
    record.keep(
        a_statement("../../" + HOSTILE, HOSTILE, [turn], speakers=(speaker,), **fields),
        "javascript:" + HOSTILE,
    )
    record.announce(title=HOSTILE, lead=HOSTILE, url="javascript:alert(1)", posted_on=HOSTILE)
    profile = Profile(
        publish="full",
        name=HOSTILE,
        keeper=HOSTILE,
        contacts=(Contact(HOSTILE, HOSTILE),),
        counters=(DayCounter("2026-03-01", HOSTILE),),
        sections=(Section(HOSTILE, ("statement",)),),
    )
    publish_site(record, tmp_path / "site", profile, AT)
    html5lib = pytest.importorskip("html5lib")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    for path, page in pages_of(tmp_path / "site").items():
        html5lib.HTMLParser(strict=True).parse(page)
        is_card = path.endswith("/card.html")
        scripts = [] if is_card else ['<script type="application/ld+json">']
        assert re.findall(r"<script[^>]*>", page) == scripts, path
        assert "<b " not in page
        assert "alert(1)</script>" not in page
        assert 'href="javascript' not in page
        assert not re.search("[\x00\x1b\u202e\ud800]", page)
        assert "{{ 7*7 }}" in page
        assert 'datetime="None"' not in page
        if not is_card:
            json.dumps(structured_in(page))


def test_a_statement_shown_as_html_is_only_ever_text() -> None:
    """As on the pages of a site: nothing in it is markup, a control or turns words round, and its direction is told."""
    record = RecordInMemory()
    record.keep(a_statement("st-a", HOSTILE, [a_turn(1, HOSTILE, HOSTILE)], language="ar"))
    page = render_html(record.held("st-a"))
    pytest.importorskip("html5lib").HTMLParser(strict=True).parse(page)
    assert '<html lang="ar" dir="rtl">' in page
    assert "<b " not in page
    assert not re.search("[\x00\x1b\u202e\ud800]", page)


@settings(max_examples=40, deadline=None)
@given(st.text(), st.text(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_no_word_of_a_turn_is_lost(text: str, label: str, spans: list[tuple[int, int]]) -> None:
    """Whatever a turn holds and wherever its asides claim to stand, each of its words is printed once."""
    asides = tuple(Aside(span, "") for span in spans)
    turn = msgspec.structs.replace(a_turn(1, label, text), directions=asides[::2], editorial=asides[1::2])
    view = view_turn(turn, "en")
    cells = [cell for one in view.paragraphs for row in one.rows or ((one.lines,),) for cell in row]
    printed = " ".join("".join(segment.text for segment in line) for cell in cells for line in cell)
    assert printed.split() == text.split()


def test_colours_are_readable() -> None:
    """Text on paper and on tint reaches 4.5 to 1 (WCAG 2.2, 1.4.3) in light and dark; the focus ring 3 to 1."""
    for block in re.findall(r":root \{(.*?)\}", style_sheet(), re.DOTALL)[:2]:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
        for ground in ("paper", "tint"):
            for ink in ("ink", "quiet", "link", "visited"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
            assert contrast(colours["focus"], colours[ground]) >= 3


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two sRGB colours (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def structured_in(page: str) -> dict[str, Any]:
    """Return what the JSON-LD of a page says."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    structured: dict[str, Any] = json.loads(found.group(1))
    return structured


def lines_of(page: str) -> list[str]:
    """Return the text of a page, a line for each of its block elements."""
    text = re.sub(r"<(?:head|script).*?</(?:head|script)>", "", page, flags=re.DOTALL)
    text = re.sub(
        r"</?(?:p|li|h\d|div|ul|dl|dt|dd|section|header|footer|main|nav|address)\b[^>]*>", "\n", text
    )
    plain = re.sub(r"<[^>]+>", "", text)
    return [" ".join(line.split()) for line in plain.split("\n") if line.strip()]


def links_in(page: str) -> list[str]:
    """Return the addresses in a page that lead to places inside the site."""
    addresses = [unescape(address) for address in re.findall(r'\shref="([^"]*)"', page)]
    return [address for address in addresses if not re.match(r"[a-z]+:", address)]


def ids_in(page: str) -> list[str]:
    """Return the ids of the elements of a page."""
    return re.findall(r'\sid="([^"]*)"', page)
