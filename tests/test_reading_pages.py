"""What stands around a statement: furniture, lists, dates, and what a page as a whole is."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Clock, Contact, Reading
from onrecord.reading import normalised_address, statement_id
from onrecord.reading.page.parse_html import parse_html
from onrecord.reading.words.dates import find_dates, whole_date
from reading_pages import capture_of, only, read_html, read_text, transcript


def test_a_page_with_all_its_furniture() -> None:
    """The dateline is the page's claim; it is not the statement's date.

    26 May 2025
    Halvane: 13:30
    Port Aurel: 11:30

    Consular queries:
    +999 20 555 0142

    103 days have passed since the consultation opened                              70 days have passed since the ferry sailed

    Statement by the Ministry on the ferry Lady Ansel, Halvane, May 2, 2025

    The ferry dropped anchor in the roads and weighed it again in the morning.

    16.05.2025 - Interview of the Minister with Radio Lantern

    Question: what does a herring have in common with an ambassador?

    14.05.2025 - Opening hours in June

    The section will be closed on Monday.

    all messages
    """
    reading = transcript(test_a_page_with_all_its_furniture)
    page = reading.page
    assert (page.dateline, page.page_says_at) == ("26 May 2025", "2025-05-26T13:30")
    assert page.clocks == (Clock("Halvane", "13:30"), Clock("Port Aurel", "11:30"))
    assert page.contacts == (Contact("Consular queries", "+999 20 555 0142"),)
    assert [(counter.days, counter.since) for counter in page.counters] == [
        (103, "2025-02-12"),
        (70, "2025-03-17"),
    ]
    statement = only(reading)
    assert (statement.given_on, statement.posted_on) == ("2025-05-02", None)
    assert len(statement.turns) == 1
    assert [(notice.posted_on, notice.title) for notice in reading.notices] == [
        ("2025-05-16", "Interview of the Minister with Radio Lantern"),
        ("2025-05-14", "Opening hours in June"),
    ]
    assert reading.notices[0].lead == "Question: what does a herring have in common with an ambassador?"
    assert reading.unclassified.characters == 0


def test_a_list_page_is_a_listing() -> None:
    """Its entries are notices, its pager furniture, and nothing on it is a statement."""
    entries = "".join(
        f"<li><time datetime='2025-05-{day}'>{day} May 2025</time> <a href='/m/{day}'>Message number {day} of May</a></li>"
        for day in (19, 15, 12)
    )
    reading = read_html(
        f"<h1>All messages</h1><ul>{entries}</ul><p>Pages: 1 | 2 | 3</p>", url="https://e.example/all"
    )
    assert reading.page.kind == "listing"
    assert reading.statements == ()
    assert [notice.url for notice in reading.notices] == [
        f"https://e.example/m/{day}" for day in (19, 15, 12)
    ]
    assert reading.page.pager == "Pages: 1 | 2 | 3"


def test_a_stated_date_goes_before_a_guessable_one() -> None:
    """Given, posted and updated are different dates, each with its evidence and the rivals passed over."""
    reading = read_html(
        "<h1>Speech by Minister Edda Karrow</h1><dl><dt>Delivered on</dt><dd>2 May 2025</dd>"
        "<dt>Published</dt><dd>3 May 2025</dd></dl><p>The ferry will sail again before the year is out.</p>"
        "<p>Last updated: 9 May 2025</p>",
        head="<meta property='article:published_time' content='2025-05-04T10:00:00Z'>",
    )
    statement = only(reading)
    assert (statement.given_on, statement.posted_on, statement.updated_on) == (
        "2025-05-02",
        "2025-05-03",
        "2025-05-09",
    )
    assert [(e.value, e.chosen) for e in statement.evidence["posted_on"]] == [
        ("2025-05-03", True),
        ("2025-05-04", False),
    ]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("29 March 201818:29", "2018-03-29"),
        ("Wednesday, 21st March, 1962", "1962-03-21"),
        ("April 27, 2020", "2020-04-27"),
        ("le 1er janvier 2020", "2020-01-01"),
        ("5. März 2021", "2021-03-05"),
        ("3 мая 2020", "2020-05-03"),
        ("2020年4月27日", "2020-04-27"),
        ("16.05.2020", "2020-05-16"),
        ("4/17/2009", "2009-04-17"),
        ("3 मई 2021", "2021-05-03"),
        ("৩ মে ২০২১", "2021-05-03"),
        ("2021 жылғы 3 мамыр", "2021-05-03"),
        ("2021 оны 5 дугаар сарын 3", "2021-05-03"),
        ("3-may, 2021", "2021-05-03"),
        ("2021-yil 3-may", "2021-05-03"),
    ],
)
def test_dates_are_read_in_the_shapes_pages_write(text: str, iso: str) -> None:
    """Month names of several languages, ordinals, glued times, day-first points."""
    assert [found.iso for found in find_dates(text)] == [iso]


def test_a_date_whose_day_and_month_could_change_places_is_not_guessed() -> None:
    """05/06/2020 is known to be ambiguous; the 31st of February is no date."""
    (found,) = find_dates("05/06/2020")
    assert found.ambiguous
    assert find_dates("31 February 2020") == []
    assert whole_date("Moved on 3 May 2020 to Halvane") is None


@pytest.mark.parametrize("line", ["05/06/2020", "Published: 05/06/2020"])
def test_a_line_that_may_be_two_days_is_told(line: str) -> None:
    """It is left out, and not in silence."""
    reading = read_html(
        f"<h1>Statement by Ada Verne</h1><p>{line}</p><p>The ferry sails again, and we are glad.</p>"
    )
    assert (only(reading).posted_on, [issue.code for issue in reading.issues]) == (None, ["date_ambiguous"])


def test_a_news_story_is_no_statement() -> None:
    """What a newspaper writes about officials is its own; the text is kept as main text."""
    story = "<h1>A year of words</h1><p>Both ministers spoke again this week, and both were quoted by this paper.</p>"
    reading = read_html(story, head='<script type="application/ld+json">{"@type": "NewsArticle"}</script>')
    assert reading.page.kind == "other"
    assert reading.page.main_text is not None


def test_what_a_browser_does_not_show_is_not_read() -> None:
    """Scripts, styles and hidden parts are no text of the page."""
    reading = read_html(
        "<h1>Statement by the Ministry</h1><script>var secret = 'words';</script><p hidden>hidden</p>"
        "<p style='display: none'>gone</p><p>The visible words of the statement stand here.</p>"
    )
    assert reading.page.text == "Statement by the Ministry\n\nThe visible words of the statement stand here."


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</div>", "<br>", "<b>", "</b>", "<h1>", "</h1>", "<ul><li>", "</li></ul>", "<table><tr><td>",
        "</td></tr></table>", "<a href='/x'>", "</a>", "Question: why?", "Anna Berg: because", "Q  and", "12.05.2025 - News",
        "26 May 2025", "Halvane: 13:30", "(Laughter.)", "[sic]", "To be continued…", "814 days have passed since it opened",
        "words of the statement that go on for a while. ", "\n", "&nbsp;", "<!-- c -->", "<nav>", "</nav>", "é中\u202e", "all messages",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=40))
def test_regions_cover_each_character_of_any_page_once(pieces: list[str]) -> None:
    """Whatever the page, every non-blank character stands in exactly one region, and turns are the page's text."""
    check_tiling(read_html("".join(pieces)))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12) | st.just("\n\n"), max_size=40))
def test_regions_cover_each_character_of_any_text_once(pieces: list[str]) -> None:
    """The same for a plain text."""
    check_tiling(read_text("".join(pieces)))


def check_tiling(reading: Reading) -> None:
    """Assert that the Reading survives JSON, that regions are in order, do not overlap, hold all that is not blank, and that turns are slices."""
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
    text, end_before = reading.page.text, 0
    for region in reading.page.regions:
        start, end = region.span
        assert end_before <= start < end <= len(text)
        assert not text[end_before:start].strip()
        end_before = end
    assert not text[end_before:].strip()
    for statement in reading.statements:
        for turn in statement.turns:
            assert turn.text == text[slice(*turn.span)]
            for aside in (*turn.directions, *turn.editorial):
                assert aside.span == (0, 0) or turn.text[slice(*aside.span)] == aside.text


def test_an_id_comes_from_the_address_and_not_from_the_words() -> None:
    """Two spellings of an address are one statement; another address is another; without one the bytes count."""
    assert statement_id("http://www.e.example/a/?utm_source=x#top", "sha256:1") == statement_id(
        "https://e.example/a", "sha256:2"
    )
    assert statement_id("https://e.example/a", "sha256:1") != statement_id("https://e.example/b", "sha256:1")
    assert statement_id(None, "sha256:1") != statement_id(None, "sha256:2")
    assert normalised_address("HTTPS://E.example:443/%7Ea/index.html?b=2&a=1") == "e.example/~a?a=1&b=2"


def test_a_deeply_nested_page_is_read_and_said_to_be_so() -> None:
    """Nesting beyond any author's is cut, its text is kept, and an issue says so."""
    reading = read_html("<div>" * 30_000 + "deep words")
    assert "deep words" in reading.page.text
    assert [issue.code for issue in reading.issues] == ["nested_too_deep"]


def test_an_empty_page_is_an_issue() -> None:
    """A page without text gives no statement and says why."""
    reading = read_html("")
    assert reading.statements == ()
    assert [issue.code for issue in reading.issues] == ["no_text"]
    assert capture_of("text/html").url is None


def test_markup_beyond_any_authors_costs_no_text_and_no_time() -> None:
    """A tag with very many attributes, and elements nested by the ten thousand, keep their words."""
    attributes = " ".join(f"a{n}=1" for n in range(20_000))
    for page in (
        f"<p {attributes}>The words stay here.</p>",
        "<b>" * 30_000 + "The words stay here." + "</b>" * 30_000,
    ):
        reading = read_html(page)
        assert "The words stay here." in reading.page.text
        assert [issue.code for issue in reading.issues] == ["nested_too_deep"]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Porridge with pears</h1><p>Stir the oats into the milk and let them stand for a quarter of an hour.</p>",
        "<h1>Harbour town wins cup</h1><p>By Ada Verne</p><p>The team from Skell won the cup on Sunday, as it had hoped.</p>",
        "<h1>Locks</h1><p>From Lockpedia, the free encyclopedia</p><p>A lock lifts boats. Its height is given in feet.</p>",
        "<h1>Two ways</h1><p>Pro: It is quick to set up.</p><p>Con: It breaks.</p><p>Pro: It is cheap.</p><p>Con: It rusts.</p>",
        "<h1>Tolls rise</h1><p>Dear readers,</p><p>We drove to the bridge on Sunday to see who pays, and who does not.</p>",
        "<h1>Tolls rise</h1><p>The order says that it is given “by the authority vested in me as President”, and so it rose.</p>",
    ],
)  # fmt: skip
def test_a_page_that_shows_no_statement_is_nobodys_words(page: str) -> None:
    """A recipe, an article, an encyclopedia: the text is kept as the page's main text, without speaker and role."""
    reading = read_html(page)
    assert (reading.page.kind, reading.statements) == ("other", ())
    assert reading.page.main_text
    assert reading.unclassified.characters == 0


@pytest.mark.parametrize(
    ("head", "body", "url"),
    [
        ("", "<p>Press release</p><h1>The bridge opens on Friday</h1>", None),
        ("", "<h1>The bridge opens on Friday</h1>", "https://www.roads.gov.example.int/bridge"),
        ("", "<h1>The bridge opens on Friday</h1>", "https://roads.example/press-releases/2021/bridge"),
        ("<link rel='canonical' href='https://mfa.gov.no/x'>", "<h1>The bridge opens on Friday</h1>", None),
        ("", "<h1>Embassy Press Officer on the bridge</h1>", None),
        ("", "<h1>The bridge</h1><p>The Ministry of Roads expresses its thanks to all who built the bridge.</p>", None),
        ("", "<h1>A toll that stays</h1><p>TO THE CONGRESS OF ARDENNA:</p>", None),
        ("", "<h1>On tolls</h1><p>Dear Madam Speaker: (Dear Madam President:)</p>", None),
        ("", "<h1>Des péages</h1><p>Monsieur le Ministre,</p>", None),
        ("", "<h1>Day of the Bridge</h1><p>NOW, THEREFORE, I, ADA VERNE, President of Ardenna, by virtue of the authority vested in me, "
         "do hereby proclaim the first of May the Day of the Bridge.</p>", None),
        ("", "<h1>О мостах</h1><p>ПОСТАНОВЛЯЮ:</p>", None),
        ("", "<h1>Bill Signed: B.R. 1318</h1>", None),
    ],
)  # fmt: skip
def test_a_page_shows_a_statement_by_its_line_its_address_or_its_words(
    head: str, body: str, url: str | None
) -> None:
    """A release need not be called a statement in its title."""
    words = "<p>The bridge over the sound opens to carts and to walkers on Friday morning at nine.</p>"
    assert read_html(body + words, head, url).page.kind == "statement"


def test_a_term_in_a_title_is_not_the_day_of_the_statement() -> None:
    """What lasts until a day was not said on it."""
    words = "<p>The tolls rest until the autumn, as they did before.</p>"
    pause = read_html(f"<h1>Statement on Extending the Pause on Tolls Through August 31st, 2022</h1>{words}")
    given = read_html(f"<h1>Statement on the Pause on Tolls, August 31, 2022</h1>{words}")
    assert (only(pause).given_on, only(given).given_on) == (None, "2022-08-31")


def test_long_runs_cost_no_more_than_their_length() -> None:
    """Digits, a heading of thousands of words, options by the ten thousand: each took minutes once, and keeps its words."""
    for page in (
        f"<p>{'1' * 300_000} 2020. The words stay here.</p>",
        f"<p>814 days have passed since {'1' * 300_000} {'111 ' * 60_000}. The words stay here.</p>",
        f"<h1>{'Minister Aa of the Bb and ' * 8_000}</h1><p>The words stay here.</p>",
        f"<select>{'<option>one of many' * 60_000}</select><p>The words stay here.</p>",
        "<rt>x" * 40_000 + "<p>The words stay here.</p>",
    ):
        assert "The words stay here." in read_html(page).page.text


def test_a_link_and_its_style_stand_where_their_words_do() -> None:
    """Spans of links and bold words count in the page's text, whatever spacing stood around them in the markup."""
    page = parse_html(
        "<p>\n  Read <b>the\n <a href='/x'>whole  text</a></b> \u00a0 here.\n</p><p>&nbsp;<i>Next</i></p>"
    )
    first, second = page.blocks
    assert page.text == "Read the whole text \u00a0 here.\n\n\u00a0Next"
    assert [page.text[slice(*span)] for span in (*first.bold, first.links[0].span, *second.italic)] == [
        "the whole text",
        "whole text",
        "Next",
    ]
    assert (first.links[0].target, first.is_bold, second.is_bold) == ("/x", False, False)


def test_preformatted_text_ends_with_its_element() -> None:
    """Line ends of the markup behind a `<pre>` are white space again."""
    page = parse_html("<pre>one\ntwo</pre><p>three\nfour</p>")
    assert [block.text for block in page.blocks] == ["one", "two", "three four"]


def test_lines_that_lead_away_are_not_the_last_words() -> None:
    """On pages of `<div>` alone nothing but the words themselves tells where the statement ends."""
    away = "<div>Share this page</div><div>Related articles</div><div><a href='/x'>Minister opens tunnel</a></div>"
    reading = read_html(
        "<div><div>Statement by Minister Edda Karrow</div><div>12 May 2024</div><div>We open the bridge on Friday.</div>"
        f"<div>It will stay open, day and night.</div>{away}<div><a href='/y'>Ferry stays</a> 3 May 2024</div></div>",
        "<title>Statement by Minister Edda Karrow</title>",
    )
    assert only(reading).turns[0].text.endswith("day and night.")
    assert reading.unclassified.characters == 0


def test_a_page_may_hold_several_statements() -> None:
    """Each stands under a heading that is a statement's title, with its own speaker, place and day."""
    reading = read_html(
        "<article><h2><a href='/harbour'>Ada Verne – Speech at the Harbour Forum</a></h2>"
        "<p>Below is the text of the speech made by Ada Verne, the Foreign Secretary, in Velsen on 14 March 2030.</p>"
        "<p>Friends of the harbours, I have come by road, and I have seen how much there is to do here.</p></article>"
        "<article><h2>Hew Pardoe – Statement on the Northern Canal</h2>"
        "<p>Below is the text of the statement made by Hew Pardoe, the Minister for Canals, in Skell on 12 March 2030.</p>"
        "<p>The canal is wet at both ends and dry in the middle, and I am here to speak of the middle of it.</p></article>",
        head="<title>Foreign Affairs – Page 16</title>",
        url="https://archive.example.gov/page/16",
    )
    harbour, canal = reading.statements
    assert [(turn.speaker, turn.text[:9]) for turn in harbour.turns + canal.turns] == [
        ("Ada Verne", "Friends o"),
        ("Hew Pardoe", "The canal"),
    ]
    assert (harbour.given_on, harbour.place) == ("2030-03-14", "Velsen")
    assert (canal.given_on, canal.place) == ("2030-03-12", "Skell")
    # The one that has an address of its own is the statement that stands there.
    assert harbour.id == statement_id("https://archive.example.gov/harbour", "")
    assert canal.id not in (harbour.id, statement_id("https://archive.example.gov/page/16", ""))


def test_remarks_of_two_under_one_title_are_one_statement() -> None:
    """An occasion may set each speaker's words under a heading."""
    statement = only(
        read_html(
            "<h1>Remarks by Foreign Minister Ada Verne and Prime Minister Bel Harrow</h1>"
            "<h2>Remarks by the Foreign Minister</h2><p>The bridge is open since Monday, and the ferry sails on Sundays, and so "
            "on and so forth until the winter comes.</p><h2>Remarks by the Prime Minister</h2><p>I have nothing to add to "
            "that, but that the ferry sails on Saturdays as well, since the captain is back from leave.</p>"
        )
    )
    assert (statement.title or "").startswith("Remarks by Foreign Minister")


@pytest.mark.parametrize(
    ("declared", "given", "posted"),
    [
        ("2031-06-02", "2031-06-01", "2031-06-02"),
        ("2031-06-01", None, "2031-06-01"),
        ("2033-02-11", None, "2031-06-01"),
    ],
)
def test_a_day_at_the_title_is_that_of_speaking_where_the_page_was_posted_soon_after(
    declared: str, given: str | None, posted: str
) -> None:
    """The page declares when it was posted: a day later tells them apart, two years are those of a move."""
    statement = only(
        read_html(
            "<h1>Remarks by Foreign Minister Ada Verne on the bridge</h1><p>(June 1, 2031)</p><p>The bridge is open, and it will stay so.</p>",
            head=f"<meta property='article:published_time' content='{declared}T09:00:00+00:00'>",
        )
    )
    assert (statement.given_on, statement.posted_on) == (given, posted)


@pytest.mark.parametrize("lead", ["", "<div>We have seen the ferry, and we liked what we saw …</div>"])
def test_a_list_of_messages_is_no_message(lead: str) -> None:
    """It has the counters and clocks of the service all the same; a notice under them is one."""
    links = "".join(
        f"<div><a href='/{n}'>Comment by Ambassador Bel Harrow no. {n}</a></div>{lead}" for n in range(6)
    )
    counters = "<div>849 days have passed since the ferry sailed - no reply</div><div>Halvane: 13:48</div><div>Skell: 12:48</div>"
    words = "<p>The consular section is closed on Monday, and so is its cat. Both open again on Tuesday at nine.</p>"
    title = "<h1>All messages</h1>"
    assert read_html(counters + title + links + "<div>Tags: Skell, Tern</div>").page.kind != "statement"
    assert read_html(counters + "<h1>Closed on Monday</h1>" + words).page.kind == "statement"
