"""Dates as pages of many languages and calendars write them."""

from __future__ import annotations

import pytest

from onrecord.model import Capture, Reading
from onrecord.reading import read_page
from onrecord.reading.words.dates import find_dates, whole_date
from reading_pages import NOWHERE, only, read_html, read_text

WRITTEN = (
    "27 April 2020",
    "April 27, 2020",
    "27 de abril de 2020",
    "27 de abril del 2020",
    "27 d’abril de 2020",
    "27 aprile 2020",
    "lundi 27 avril 2020",
    "Segunda-feira, 27 de abril de 2020",
    "27. dubna 2020",
    "27. huhtikuuta 2020",
    "27 kwietnia 2020 r.",
    "27 квітня 2020 року",
    "понеділок, 27 квітня 2020 року",
    "27 апреля 2020 г.",
    "27 Απριλίου 2020",
    "27 Nisan 2020 Pazartesi",
    "27 أبريل 2020",
    "27 نيسان/أبريل 2020",
    "٢٧ أبريل ٢٠٢٠",
    "27 באפריל 2020",
    "सोमवार, 27 अप्रैल 2020",
    "২৭ এপ্রিল ২০২০",
    "27 เมษายน 2563",
    "Thứ Hai, ngày 27 tháng 4 năm 2020",
    "2020. április 27.",
    "2020 m. balandžio 27 d.",
    "2020年4月27日 星期一",
    "令和2年4月27日（月）",
    "民國109年4月27日",
    "2020년 4월 27일 월요일",
)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_day_is_read_in_the_words_of_its_language(written: str) -> None:
    """The same day, alone in its line."""
    found = whole_date(written)
    assert found is not None
    assert found.iso == "2020-04-27"


def test_the_first_year_of_an_era_has_a_word_of_its_own() -> None:
    """The era's first year is the year it began in."""
    assert [one.iso for one in find_dates("令和元年5月1日の会見")] == ["2019-05-01"]


def test_arabic_months_may_have_two_words() -> None:
    """January as it is called in the Levant."""
    assert [one.iso for one in find_dates("27 كانون الثاني 2020")] == ["2020-01-27"]


def test_a_word_for_two_months_is_told_by_the_stop_behind_the_day() -> None:
    """November in Polish, October in Croatian, which writes a stop behind the day."""
    assert [one.iso for one in find_dates("5 listopada 2020, 5. listopada 2020.")] == [
        "2020-11-05",
        "2020-10-05",
    ]


@pytest.mark.parametrize("words", ["led 10 2020 voices", "12 out 2020", "In 2020, 30 people", "5 sets 2020"])
def test_words_that_only_look_like_months_are_none(words: str) -> None:
    """Abbreviations of months in one language that are common words of another."""
    assert find_dates(words) == []


@pytest.mark.parametrize(
    ("captured_at", "posted_on"),
    [("2031-05-09T08:00:00Z", "2031-05-03"), ("2031-06-20T08:00:00Z", "2031-05-09"), (None, "2031-05-09")],
)
def test_the_day_of_the_capture_above_the_title_is_the_pages_where_an_earlier_one_stands_below(
    captured_at: str | None, posted_on: str
) -> None:
    """A page read alone: only the capture tells that the day above may be the page's own."""
    page = "<div>Embassy of Tern</div><div>News</div><div>9 May 2031</div><h1>Comment by Ambassador Bel Harrow on the ferry</h1><div>3 May 2031</div><p>The ferry sails again, and so does the other one.</p>"
    capture = Capture(None, captured_at, "sha256:" + "0" * 64, "text/html", NOWHERE)
    assert only(read_page(page, capture)).posted_on == posted_on


def test_a_day_above_the_title_yields_to_the_one_below_that_the_page_declares() -> None:
    """The day above may be the page's own; what markup and line agree on is not."""
    page = "<div>Embassy of Tern</div><div>News</div><div>9 May 2031</div><h1>Comment by Ambassador Bel Harrow on the ferry</h1><div>3 May 2031</div><p>The ferry sails again, and so does the other one.</p>"
    declared = '<meta property="article:published_time" content="2031-05-03T10:00:00Z">'
    assert only(read_html(page, head=declared)).posted_on == "2031-05-03"


def captured(page: str, moment: str = "2031-05-04T10:00:00Z") -> Reading:
    """Return a page read as it was captured at a moment."""
    capture = Capture("https://tern.example/m/1", moment, "sha256:" + "0" * 64, "text/html", NOWHERE)
    return read_page(page, capture)


@pytest.mark.parametrize(
    ("day", "given_on"), [("4 May 2031", None), ("2 May 2031", "2031-05-02")], ids=["capture’s", "message’s"]
)
def test_the_day_of_the_capture_above_the_title_yields_to_the_head(day: str, given_on: str | None) -> None:
    """The page's metadata tell an earlier day of posting; a day before that is the message's all the same."""
    page = (
        '<html><head><meta name="dc.date.issued" content="2031-05-03"></head><body><p>Embassy of Tern</p>'
        f"<p>{day}</p><h1>Remarks by Minister Bel Harrow</h1><p>The ferry sails again. I thank you all.</p></body></html>"
    )
    assert (only(captured(page)).given_on, only(captured(page)).posted_on) == (given_on, "2031-05-03")


@pytest.mark.parametrize(
    ("said", "posted_on"),
    [("11 October 2030", None), ("2 May 2031", "2031-05-04")],
    ids=["long past", "news"],
)
def test_the_day_of_the_capture_above_the_title_yields_to_a_line_of_a_day_long_past(
    said: str, posted_on: str | None
) -> None:
    """Nobody posts in May what was said in October: then the day above is the site's own."""
    page = (
        "<html><body><p>Embassy of Tern</p><p>4 May 2031</p><h1>Remarks by Minister Bel Harrow</h1>"
        f"<p>Skell, {said}</p><p>The ferry sails again. I thank you all for your patience.</p></body></html>"
    )
    assert only(captured(page)).posted_on == posted_on


def test_the_day_of_the_capture_far_from_any_title_is_nobodys() -> None:
    """The title stands in the head alone, and the site's own day above the words; another day there is the message's."""
    page = (
        "<html><head><title>Remarks by Minister Bel Harrow</title></head><body><div>Embassy of Tern</div>"
        "<div>{}</div><div>The ferry sails again. I thank you all for your patience and your words.</div></body></html>"
    )
    assert only(captured(page.format("4 May 2031"))).posted_on is None
    assert only(captured(page.format("1 May 2031"))).posted_on == "2031-05-01"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("21-Nov-2031 10:03", "2031-11-21"),
        ("13/Feb/2030", "2030-02-13"),
        ("令和二年三月三十一日", "2020-03-31"),
        ("二〇二〇年十二月三日", "2020-12-03"),
        ("平成十年十月十日", "1998-10-10"),
    ],
)
def test_months_between_hyphens_and_numbers_in_characters(written: str, day: str) -> None:
    """As organisations' and ministries' programs and documents write them."""
    assert [one.iso for one in find_dates(written)] == [day]


@pytest.mark.parametrize("words", ["十十年十月十日", "5-sets-2020", "令和十十年三月三十一日"])
def test_what_is_no_number_in_characters_is_no_date(words: str) -> None:
    """Two tens are none."""
    assert find_dates(words) == []


def test_a_day_in_brackets_above_the_words_is_that_of_speaking() -> None:
    """As transcripts print it between place and hour: it is no dateline of the site, although the page was captured on that day."""
    page = (
        '<html><head><title>Remarks by Minister Bel Harrow on the ferry</title><meta name="pubDate" content="2031-05-05"></head>'
        "<body><article><p>Lock Centre<br>Skell</p><p>(May 4, 2031)</p><p>3:15 P.M. CEST</p>"
        "<p>THE MINISTER: The ferry sails again, and I thank you all.</p><p>Q&nbsp; Since when?</p><p>THE MINISTER: Since May.</p></article></body></html>"
    )
    assert (only(captured(page)).given_on, only(captured(page)).posted_on) == ("2031-05-04", "2031-05-05")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Press Briefing by Press Secretary Ada Verne, 6/21/12", "2012-06-21"),
        ("Rede, 31.12.30", "2030-12-31"),
        ("Statement of 21/6/68", "2068-06-21"),
        ("Statement of 21/6/69", "1969-06-21"),
    ],
)
def test_a_year_of_two_figures_is_of_this_century_up_to_68(written: str, day: str) -> None:
    """As POSIX has it (strptime, %y); where one of the figures can be no month, the order is told."""
    (found,) = find_dates(written)
    assert (found.iso, found.ambiguous, found.by) == (day, False, "year in two figures")


@pytest.mark.parametrize(
    "words", ["version 10.11.12.13", "S/PV.10/12/31", "1/2", "06.5.12", "tel. 12.34.56.78", "3/4/5"]
)
def test_what_only_looks_like_a_short_year_is_no_day(words: str) -> None:
    """Versions, symbols of documents, numbers to call."""
    assert find_dates(words) == []


_BRIEFING = """Press Briefing by Press Secretary Ada Verne, 1/9/12

The Harbour Room

{time}

MS. VERNE: Good afternoon. The ferry sails, as it did before.

Q: On Sundays, too?

MS. VERNE: On Sundays, too.
"""


@pytest.mark.parametrize(
    ("time", "given_on"),
    [
        ("1:05 P.M. EDT", "2012-01-09"),
        ("1:05 P.M. PST", "2012-01-09"),
        ("1:05 P.M. GMT", None),
        ("13:05", None),
    ],
)
def test_where_the_time_of_day_is_american_the_month_comes_first(time: str, given_on: str | None) -> None:
    """Without it the day may be another, and is not used: an issue tells it."""
    reading = read_text(_BRIEFING.format(time=time))
    (statement,) = reading.statements
    assert statement.given_on == given_on
    assert [issue.code for issue in reading.issues] == ([] if given_on else ["date_ambiguous"])
