"""When a page without a statement was posted and updated: what tells it, what is passed over, and what is left open."""

from __future__ import annotations

import json

import pytest

from onrecord.explaining import explain_page
from onrecord.model import Reading
from reading_pages import capture_of, read_html, read_text

TEXT = (
    "<p>Wash the nettles well in cold water, and boil them in broth until they are soft enough to be sieved.</p>"
    * 3
)
POSTED = "article:published_time"


def soup(
    line: str = "", head: str = "", above: str = "", text: str = TEXT, url: str | None = None
) -> Reading:
    """Return the Reading of an article with a line under its title."""
    body = f"<article>{above}<h1>A soup of nettles</h1>{line and f'<div>{line}</div>'}{text}</article>"
    reading = read_html(body, head, url)
    assert reading.page.kind == "other"
    return reading


def meta(name: str, value: str) -> str:
    """Return a line of metadata."""
    return f'<meta property="{name}" content="{value}">'


def told(reading: Reading, field: str = "posted_on") -> list[str]:
    """Return the evidence of a day as "value from", the chosen one first and marked."""
    return [f"{'*' * one.chosen}{one.value} {one.from_}" for one in reading.page.evidence.get(field, ())]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Ada Verne, 3 May 2022", "2022-05-03"),
        ("Kitchen Published On May 3, 2022 01:52 PM", "2022-05-03"),
        ("03.05.2022 - Kitchen of Skell", "2022-05-03"),
        ("Von Ada Verne, 07 Dezember, 2022", "2022-12-07"),
        ("skell 04 de mayo 2022, 12:00 A. M.", "2022-05-04"),
        ("postado em 14/05/2022 05:49 / atualizado em 15/05/2022 05:50", "2022-05-14"),
        ("Publié le 3 mai 2022 à 10h00 - Mis à jour le 4 mai 2022 à 11h00", "2022-05-03"),
        ("3 мая 2022, 10:20", "2022-05-03"),
        ("<time datetime='2022-05-03T23:37:37-04:00'>last night</time>", "2022-05-03"),
    ],
)
def test_a_day_at_the_title_is_that_of_posting(line: str, day: str) -> None:
    """A line of little else than a day, under the title, with or without a word for it."""
    assert soup(line).page.posted_on == day


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: 3 May 2022",
        "Aktualisiert am 3. Mai 2022",
        "Deadline: 3 May 2022",
        "Born 3 May 1950",
        "Valid until 3 May 2022",
        "Release: 14.11.2019",
        "3/5/2022 22:41",
        "From 3 May 2022 to 5 May 2022",
        "A soup that the whole of the quarter ate for a week, and then another, beginning on the day of 3 May 2022",
    ],
)
def test_another_day_is_not_taken_for_that_of_posting(line: str) -> None:
    """Updates, terms, births, events, days amid a sentence, and what could be two days."""
    assert soup(line).page.posted_on is None


def test_updated_is_told_from_posted() -> None:
    """Of two days in one line each goes where its word says; a line at the end tells of an update as well."""
    reading = soup("Posted 3 May 2022 | Updated 4 May 2022")
    assert (reading.page.posted_on, reading.page.updated_on) == ("2022-05-03", "2022-05-04")
    last = soup(text=TEXT + "<p>Aktualisiert am 17.01.2021.</p>")
    assert (last.page.posted_on, last.page.updated_on) == (None, "2021-01-17")
    assert told(last, "updated_on") == ["*2021-01-17 line “aktualisiert am”"]


def test_the_text_may_open_with_its_day() -> None:
    """A day in brackets, behind a place, or behind a word for a release, before the first sentence."""
    for opening in ("(3 May 2022) ", "Halvane, 3 May 2022 – ", "Press notice published 3 May 2022 | "):
        reading = soup(text=TEXT.replace("<p>", f"<p>{opening}", 1))
        assert reading.page.posted_on == "2022-05-03", opening
    amid = TEXT.replace("<p>", "<p>On 3 May 2022 somebody saw nettles. ", 1)
    assert soup(text=amid).page.posted_on is None


def test_the_line_and_the_head_may_name_one_moment_in_two_zones() -> None:
    """Where the head has the day beside, the line that people see is taken, and the head is told as a rival."""
    reading = soup("3 May, 2022, 11:37 pm", meta(POSTED, "2022-05-04T03:37:37+00:00"))
    assert told(reading) == ["*2022-05-03 line at the title", f"2022-05-04 meta {POSTED}"]


def test_the_head_settles_day_and_month() -> None:
    """3/5/2022 is the third of May where the head names the fourth."""
    reading = soup("Ada Verne 3/5/2022 22:41", meta(POSTED, "2022-05-04T02:41:00Z"))
    assert told(reading)[0] == "*2022-05-03 line at the title (day-month order: the page's metadata)"
    explanation = explain_page(
        f"<head>{meta(POSTED, '2022-05-04')}</head><h1>A soup of nettles</h1><p>3/5/2022</p>{TEXT}",
        capture_of("text/html"),
    )
    (reason,) = [reason for reason in explanation.reasons if reason.field == "posted_on"]
    assert (
        reason.evidence
        == "a line at the title says so, with what the page's metadata tells (day-month order): “3/5/2022”"
    )


def test_the_head_comes_before_a_bare_day_that_is_another() -> None:
    """A day without a word for it, far from the one that the head declares, may be anything; a labelled one is told."""
    head = meta(POSTED, "2022-06-20")
    assert told(soup("Skell, 3 May 2022", head)) == [
        f"*2022-06-20 meta {POSTED}",
        "2022-05-03 line at the title",
    ]
    assert told(soup("Published 3 May 2022", head))[0] == "*2022-05-03 line at the title"


def test_two_bare_days_tell_none() -> None:
    """Which of two it was is not guessed."""
    reading = soup("3 May 2022</div><div>9 June 2022")
    assert reading.page.posted_on is None
    assert told(reading) == ["2022-05-03 line at the title", "2022-06-09 line at the title"]


def test_the_address_is_the_last_to_be_asked() -> None:
    """ "/2022/05/03/" tells the day where nothing else does."""
    url = "https://kitchen.example/2022/05/03/soup"
    assert told(soup(url=url)) == ["*2022-05-03 address"]
    assert told(soup("4 May 2022", url=url))[0] == "*2022-05-04 line at the title"
    assert soup(url="https://kitchen.example/2022/15/43/soup").page.posted_on is None


def test_the_page_s_own_dateline_is_no_day_of_posting() -> None:
    """The day that a site prints of itself, above all else, is any day on which it was fetched."""
    reading = read_html(
        f"<div>Wednesday, 11 May 2022</div><ul><li><a href='/'>Home</a></li><li><a href='/s'>Soups</a></li></ul>"
        f"<h1>A soup of nettles</h1>{TEXT}"
    )
    assert (reading.page.posted_on, reading.page.dateline) == (None, "Wednesday, 11 May 2022")


@pytest.mark.parametrize("wrapped", ["{}", "\n<![CDATA[\n{}\n]]>", "//<![CDATA[\n{}\n//]]>", "<!-- {} -->"])
def test_json_in_its_wrappings_is_read(wrapped: str) -> None:
    """Scripts wrap their JSON in what old browsers needed, and break lines inside its strings."""
    structured = json.dumps({"@type": "NewsArticle", "headline": "A soup", "datePublished": "2022-05-03"})
    script = wrapped.format(structured.replace("A soup", "A\nsoup"))
    reading = soup(head=f'<script type="application/ld+json">{script}</script>')
    assert told(reading) == ["*2022-05-03 JSON-LD datePublished"]


def test_the_day_that_computers_count_from_is_none() -> None:
    """Programs write the first of January 1970 where nobody set a day."""
    assert soup(head=meta(POSTED, "1970-01-01T00:00:00Z")).page.posted_on is None


def test_a_plain_text_has_days_as_well() -> None:
    """A rendering without markup shows its day below the title."""
    text = "A soup of nettles\n\nBy Ada Verne, 3 May 2022\n\n" + "\n\n".join([TEXT[3:100]] * 3)
    assert read_text(text).page.posted_on == "2022-05-03"


def test_a_statement_has_its_own_evidence() -> None:
    """The page of a statement repeats none of it."""
    reading = read_html(f"<h1>Statement by Prime Minister Ada Verne</h1><p>Posted on: 3 March 2021</p>{TEXT}")
    assert reading.page.posted_on == "2021-03-03"
    assert reading.page.evidence == {}
