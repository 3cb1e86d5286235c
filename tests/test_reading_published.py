"""What a page says of itself by convention, wherever it is published: that it is a list, or another's text."""

from __future__ import annotations

import pytest

from onrecord.model import Reading
from reading_pages import only, read_html

ONE_MESSAGE = """
    <h1>Messages of 2019</h1><p>1 message</p>
    <ul><li><h2>14 October 2019 – <a href="/statements/1">On the night ferry</a></h2><p>It sails on Sunday.</p></li></ul>
    <p>A message stands under the date on which it was posted.</p>"""


def json_ld(told: str) -> str:
    """Return the script element of a page's JSON-LD."""
    return f'<script type="application/ld+json">{told}</script>'


def read_list(kind: str) -> Reading:
    """Return the Reading of a page with one message, of a schema.org type."""
    return read_html(
        f"<main>{ONE_MESSAGE}</main>", json_ld(f'{{"@type": "{kind}"}}'), "https://a.example/2019/"
    )


def test_a_page_that_says_it_is_a_list_may_hold_one_entry() -> None:
    """By schema.org's CollectionPage; a lone dated line of any other page is none."""
    reading = read_list("CollectionPage")
    assert reading.page.kind == "listing"
    assert [(one.posted_on, one.title, one.lead, one.url) for one in reading.notices] == [
        ("2019-10-14", "On the night ferry", "It sails on Sunday.", "https://a.example/statements/1")
    ]
    assert reading.statements == ()
    assert read_list("Article").notices == ()


def test_the_footer_of_an_entry_is_no_lead_of_it() -> None:
    """Kind and publisher below each title are the entry's, whatever the words after them; the page's own footer is nobody's."""
    entries = "".join(
        f"<li><h2>{day} May 2031 – <a href='/{day}'>On the night ferry, part {day}</a></h2>"
        f"<footer>remarks · press.tern.example</footer>{words}</li>"
        for day, words in ((4, "<p>It sails.</p>"), (3, ""), (2, "<p>It sailed.</p>"))
    )
    reading = read_html(
        f"<main><h1>Latest messages</h1><ul>{entries}</ul></main><footer><p>Kept by the reading room.</p></footer>",
        url="https://a.example/",
    )
    assert [(one.posted_on, one.title, one.lead) for one in reading.notices] == [
        ("2031-05-04", "On the night ferry, part 4", "It sails."),
        ("2031-05-03", "On the night ferry, part 3", None),
        ("2031-05-02", "On the night ferry, part 2", "It sailed."),
    ]
    assert reading.unclassified.characters == 0


def test_the_pages_own_date_above_its_navigation_is_no_entry() -> None:
    """A list page without entries has none, whatever stands around it."""
    around = "<header><p>3 May 2020</p><nav><ul><li><a href='/'>Front page</a></li></ul></nav></header>"
    reading = read_html(f"{around}<main><h1>Messages</h1></main>", json_ld('{"@type": "CollectionPage"}'))
    assert (reading.page.kind, reading.notices) == ("other", ())


WORDS = (
    "<main><h1>Remarks by Ilse Varga</h1>{lines}<p>We sail on Sunday, as we did before the winter.</p></main>"
)


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ('"https://www.ministry.example/news/1"', "ministry.example"),
        ('{"@type": "WebPage", "url": "https://ministry.example/news/1"}', "ministry.example"),
        (
            '{"@type": "WebPage", "url": "https://ministry.example/1", "publisher": {"name": "Ministry"}}',
            "Ministry",
        ),
        ('{"@type": "WebPage"}', None),
    ],
)
def test_a_page_that_gives_anothers_text_says_whose(told: str, source: str | None) -> None:
    """The source is who published the text, not who shows it again; unknown where that page does not say."""
    page = read_html(WORDS.format(lines=""), json_ld(f'{{"isBasedOn": {told}}}'), "https://record.example/1")
    statement = only(page)
    assert statement.source == source
    assert [one.from_ for one in statement.evidence.get("source", ())] == ["JSON-LD isBasedOn"] * bool(source)


@pytest.mark.parametrize(
    ("line", "text_status"),
    [
        ("Text: interpreted", "interpreted"),
        ("Text: official translation", "official_translation"),
        ("Text status: original", "original"),
        ("Text: 14 pages", "unknown"),
    ],
)
def test_a_line_states_whose_words_a_text_gives(line: str, text_status: str) -> None:
    """In one of the model's own words, and nothing else."""
    assert only(read_html(WORDS.format(lines=f"<p>{line}</p>"))).text_status == text_status


def test_statuses_stand_in_one_order() -> None:
    """In the order of the model, wherever a page says them."""
    lines = "<p>Status: as delivered</p><p>Check against delivery</p><p>Status: rush transcript</p>"
    assert only(read_html(WORDS.format(lines=lines))).status == (
        "as_delivered",
        "check_against_delivery",
        "rush",
    )


def test_an_address_tells_nothing_of_a_text() -> None:
    """Whatever words it is made of."""
    lines = "<dl><dt>Source</dt><dd>https://ministry.example/address-as-delivered/</dd></dl>"
    assert only(read_html(WORDS.format(lines=lines))).status == ()


def test_untitled_is_no_title() -> None:
    """What a program writes where nobody gave one."""
    words = "<main><h1>[untitled]</h1><p>Kind: remarks</p><p>We sail on Sunday, as we did before the winter.</p></main>"
    assert only(read_html(words)).title is None


def test_blanks_that_a_browser_shows_are_text() -> None:
    """No-break spaces at the edges of a line stand; those that HTML folds away do not."""
    words = "<h1>Remarks on the ferry</h1><p>We sail&nbsp;on Sunday.&nbsp; </p><p>  &nbsp;<i>And</i> on Monday. <br>\n At six.</p>"
    (turn,) = only(read_html(f"<main>{words}</main>")).turns
    assert turn.text == "We sail\u00a0on Sunday.\u00a0\n\n\u00a0And on Monday.\nAt six."


def test_a_link_within_the_page_is_no_word_of_it() -> None:
    """ "Back to top" and the link of a turn to itself lead to a place of the same page, and are nobody's words."""
    reading = read_html(
        """<main><h1>Ilse Varga’s interview with Harbour Television</h1>
        <p><a href="#t1">Turn 1</a></p><p><b>Question:</b> Do the ferries run on Sunday?</p>
        <p><a href="#t2">Turn 2</a></p><p><b>Ilse Varga:</b> They do, as they did before the winter.</p>
        <p><a href="#">Back to top</a></p><p>All four of them.</p><p><a href="#">Back to top</a></p></main>"""
    )
    asked, answered = only(reading).turns
    assert asked.text == "Do the ferries run on Sunday?"
    assert answered.text == "They do, as they did before the winter.\n\nAll four of them."
    assert [region.name for region in reading.page.regions].count("navigation") == 4
    assert reading.unclassified.characters == 0


@pytest.mark.parametrize(
    ("told", "kinds", "status", "text_status"),
    [
        ('"genre": "Interview"', ("interview",), (), "unknown"),
        ('"genre": ["news conference", "Politik", 7], "creativeWorkStatus": []', ("news_conference",), (), "unknown"),
        ('"creativeWorkStatus": ["Check against delivery", "Official translation"]', ("other",), ("check_against_delivery",), "official_translation"),
        ('"creativeWorkStatus": "Withdrawn", "genre": "speech"', ("speech",), (), "unknown"),
        ('"genre": [{"@id": "x"}, "lecture"], "creativeWorkStatus": {"name": "rush transcript"}', ("lecture",), (), "unknown"),
    ],
)  # fmt: skip
def test_genre_and_standing_are_the_pages_own_claim(
    told: str, kinds: tuple[str, ...], status: tuple[str, ...], text_status: str
) -> None:
    """schema.org's words tell kinds and status where lines and title, in whatever language, do not."""
    titled = WORDS.format(lines="").replace(
        "Remarks by Ilse Varga", "Foreign Minister Ilse Varga in Hafenstadt"
    )
    based = '"isBasedOn": "https://ministry.example/1"'
    statement = only(read_html(titled, json_ld(f'{{"@type": "Article", {based}, {told}}}')))
    assert (statement.kinds, statement.status, statement.text_status) == (kinds, status, text_status)


def test_the_title_tells_kinds_before_the_genre() -> None:
    """What people read on the page is believed first."""
    statement = only(read_html(WORDS.format(lines=""), json_ld('{"@type": "Article", "genre": "letter"}')))
    assert statement.kinds == ("remarks",)
