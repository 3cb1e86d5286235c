"""What the pages of one site tell together: pure functions from pages to what is learnt, and from that to a Reading."""

from __future__ import annotations

import pytest

from invented_site import HOST, SUBJECTS, page_of, title_of, words_of
from onrecord.model import LearntSite, Reading
from onrecord.reading import draw_page, learn_site, read_page
from reading_pages import capture_of, only

DAYS = ("03", "09", "14", "17", "21", "25")


def learnt_of(pages: list[str], *, at: list[str] | None = None) -> LearntSite:
    """Return what pages at addresses of their own tell together."""
    drawn = []
    for n, page in enumerate(pages):
        capture = capture_of("text/html", f"{HOST}/m/{n}")
        moment = at[n] if at else None
        sketch = draw_page(
            page, type(capture)(capture.url, moment, f"sha256:{n}", "text/html", capture.locator)
        )
        assert sketch is not None
        drawn.append(sketch)
    learnt = learn_site(drawn)
    assert learnt is not None
    return learnt


def read_by(page: str, learnt: LearntSite) -> Reading:
    """Return a page read by what was learnt of its site."""
    return read_page(page, capture_of("text/html", f"{HOST}/m/x"), learnt=learnt)


def test_the_order_of_the_pages_changes_nothing() -> None:
    """What is learnt follows from the set of pages."""
    pages = [page_of(n) for n in range(7)]
    capture = capture_of("text/html")
    drawn = [
        draw_page(page, type(capture)(f"{HOST}/m/{n}", None, f"sha256:{n}", "text/html", capture.locator))
        for n, page in enumerate(pages)
    ]
    one = learn_site(sketch for sketch in drawn if sketch)
    assert one is not None
    assert one == learn_site(sketch for sketch in reversed(drawn) if sketch)


def test_fewer_than_five_pages_tell_nothing() -> None:
    """Several captures of one address are one page."""
    capture = capture_of("text/html", f"{HOST}/m/1")
    assert learn_site([sketch for _ in range(9) if (sketch := draw_page(page_of(1), capture))]) is None


def test_what_repeats_is_the_sites_whatever_its_figures() -> None:
    """Clocks and counters differ from page to page in their figures alone; a page unseen is read by what was learnt."""
    counted = [
        page_of(n).replace(
            "We use cookies on this site.",
            f"{n + 800} days have gone by since the ferry last sailed from Skell",
        )
        for n in range(6)
    ]
    reading = read_by(page_of(20), learnt_of(counted))
    (statement,) = reading.statements
    assert statement.title == title_of(20)
    assert statement.turns[0].text.startswith(words_of(20))


def test_officials_repeat_themselves() -> None:
    """A sentence that half of the messages share is theirs all the same, and so is a signature."""
    pages = [
        page_of(n).replace(
            '</div></div><div class="g7">',
            "</div><div>We are open to dialogue.</div><p class='s1'>Bel Harrow</p></div><div class=\"g7\">",
        )
        if n % 2
        else page_of(n)
        for n in range(8)
    ]
    (statement,) = read_by(pages[3], learnt_of(pages)).statements
    assert "We are open to dialogue." in statement.turns[0].text
    assert "Bel Harrow" in statement.turns[0].text


def test_the_sites_own_date_is_no_date_of_the_statement() -> None:
    """It is the day of the capture, on a list that says nothing itself too; the date below the title is the message's."""
    name = '<div class="v7">Embassy of Tern</div>'

    def dated(page: str, day: int) -> str:
        return page.replace(name, f'{name}<div class="n2">{day} June 2031</div>')

    pages = [dated(page_of(n), n + 4) for n in range(6)]
    listed = pages[5].replace(words_of(5), "").replace("I thank you for asking about the tide.", "")
    at = [f"2031-06-{n + 4:02}T09:00:00Z" for n in (*range(6), 5)]
    (statement,) = (reading := read_by(pages[0], learnt_of([*pages, listed], at=at))).statements
    assert (reading.page.page_says_at, statement.posted_on) == ("2031-06-04", "2031-05-03")


def test_a_day_of_posting_is_no_date_of_the_site() -> None:
    """Where each page is captured on the day it is posted, its line is the day of the capture as well."""
    pages = [page_of(n) for n in range(6)]
    at = [f"2031-05-{day}T09:00:00Z" for day in DAYS]
    (statement,) = (reading := read_by(pages[0], learnt_of(pages, at=at))).statements
    assert (reading.page.page_says_at, statement.posted_on) == (None, "2031-05-03")


@pytest.mark.parametrize("n", range(3))
def test_a_body_in_no_element_ends_where_the_sites_lines_begin(n: int) -> None:
    """Old pages set everything side by side: what all of them have below the words is the site's."""

    def flat(m: int) -> str:
        return (
            f"<html><body><p>Embassy of Tern</p><h3>{title_of(m)}</h3><p>{words_of(m)}</p><p>I have no more to say about {SUBJECTS[m]}.</p>"
            "<p>Share this message</p><p>Consular matters: window on the left</p><p>All rights reserved</p></body></html>"
        )

    (statement,) = read_by(flat(n), learnt_of([flat(m) for m in range(6)])).statements
    assert statement.turns[0].text == f"{words_of(n)}\n\nI have no more to say about {SUBJECTS[n]}."


def test_a_site_whose_titles_name_statements_publishes_statements() -> None:
    """Its programs may call each page an article of news."""
    declared = '<script type="application/ld+json">{"@type": "NewsArticle"}</script></head>'
    pages = [page_of(n).replace("</head>", declared) for n in range(6)]
    assert read_by(pages[0], learnt_of(pages)).page.kind == "statement"
    assert read_page(pages[0], capture_of("text/html", f"{HOST}/m/0")).page.kind != "statement"


def test_a_message_on_a_site_of_statements_needs_no_word_for_one() -> None:
    """It stands where they do, with its day at its title; a page about the site itself has none."""
    learnt = learnt_of([page_of(n) for n in range(6)])
    notice = page_of(6).replace(title_of(6), "Three keepers named for the lighthouse")
    about = notice[: notice.index('<div class="d8">')] + notice[notice.index('<div class="e2">') :]
    statement = only(read_by(notice, learnt))
    assert (statement.title, statement.posted_on) == ("Three keepers named for the lighthouse", "2031-05-27")
    assert read_by(about, learnt).statements == ()
    assert read_page(notice, capture_of("text/html", f"{HOST}/m/6")).statements == ()


def test_no_list_runs_across_the_title() -> None:
    """A link above it and the day below it are no entry, nor is the site's own day below another link."""

    def flat(n: int) -> str:
        return (
            f"<html><body><div><a href='/visa'>Ask for a visa</a></div><div>{n + 4} June 2031</div><h1>Embassy of Tern</h1>"
            f"<div><a href='/'>Home » All messages</a></div><h2>{title_of(n)}</h2><div>{DAYS[n]} May 2031</div>"
            f"<p>TO THE PEOPLE OF TERN:</p><p>{words_of(n)}</p><p>Share this message</p></body></html>"
        )

    at = [f"2031-06-{n + 4:02}T09:00:00Z" for n in range(6)]
    learnt = learnt_of([flat(n) for n in range(6)], at=at)
    statement = only(read_by(flat(2), learnt))
    assert (statement.title, statement.posted_on) == (title_of(2), "2031-05-14")
    assert statement.turns[0].text.endswith(words_of(2))


def test_the_head_names_a_title_that_stands_among_like_lines() -> None:
    """The site sets its own lines as it does its titles; of what the pages' heads say one piece stands on each page."""

    def alike(n: int) -> str:
        named = page_of(n).replace("Embassy of Tern</title>", f"Embassy of Tern - {title_of(n)}</title>")
        return named.replace('class="h4"', 'class="c1"')

    learnt = learnt_of([alike(n) for n in range(6)])
    (layout,) = learnt.layouts.values()
    assert (layout.titles, layout.speaks) == ((), True)
    statement = only(read_by(alike(6), learnt))
    assert (statement.title, statement.posted_on) == (title_of(6), "2031-05-27")


def test_a_page_nested_beyond_reason_tells_nothing() -> None:
    """Learning looks at each block in each element around it; what a program made to harm is read alone."""
    page = f"<html><body>{'<div>' * 1500}{'<p>Rain.</p>' * 800}</body></html>"
    assert draw_page(page, capture_of("text/html", f"{HOST}/m/1")) is None


def with_inset(n: int, inset: str) -> str:
    """Return the page of the n-th message with something between its paragraphs."""
    thanks = "<div>I thank you for asking"
    return page_of(n).replace(thanks, f"{inset}{thanks}")


def test_words_pulled_out_between_paragraphs_are_said_once() -> None:
    """Where page after page repeats a sentence of its own in quotation marks, it is the site that does; the turn goes on."""

    def pulled(n: int) -> str:
        return with_inset(n, f'<div class="q4">“{words_of(n).split(", and ")[0]}”</div>')

    (statement,) = (reading := read_by(pulled(6), learnt_of([pulled(n) for n in range(6)]))).statements
    (turn,) = statement.turns
    assert turn.text == f"{words_of(6)}\n\nI thank you for asking about {SUBJECTS[6]}."
    assert reading.page.text[slice(*turn.span)] == turn.text


def test_a_quotation_that_the_body_does_not_hold_is_said() -> None:
    """An official who quotes another says so in a paragraph of its own, on page after page."""

    def quoting(n: int) -> str:
        return with_inset(n, f'<div class="q4">“The {n + 3} captains of the Tern asked for it in May.”</div>')

    (statement,) = read_by(quoting(6), learnt_of([quoting(n) for n in range(6)])).statements
    assert "“The 9 captains of the Tern asked for it in May.”" in statement.turns[0].text


def test_what_leads_to_another_message_is_told_by_the_words_before_its_link() -> None:
    """ "See as well: …" stands between paragraphs in the same element as they do."""

    def leading(n: int) -> str:
        return with_inset(n, f'<div>See as well: <a href="/m/{n + 30}">{title_of(n + 30)}</a></div>')

    (statement,) = read_by(leading(6), learnt_of([leading(n) for n in range(6)])).statements
    assert statement.turns[0].text == f"{words_of(6)}\n\nI thank you for asking about {SUBJECTS[6]}."


def test_a_box_that_has_moved_into_the_body_is_the_sites_still() -> None:
    """On other pages it stands beside the body: the line that opens it tells, and the title that it leads to."""

    def boxed(n: int) -> str:
        box = f'<div class="b2"><div class="b3">Heard this week</div><div>“{words_of(n + 20)}”</div><a href="/m/{n + 20}">{title_of(n + 20)}</a></div>'
        moved = with_inset(n, box.replace("b2", "b7").replace("b3", "b8"))
        return moved if n == 6 else page_of(n).replace('<div class="a2">', f'<div class="a2">{box}')

    (statement,) = read_by(boxed(6), learnt_of([boxed(n) for n in range(6)])).statements
    assert statement.turns[0].text == f"{words_of(6)}\n\nI thank you for asking about {SUBJECTS[6]}."


def test_a_line_that_opens_boxes_elsewhere_may_head_the_words() -> None:
    """The box's line has moved to the head of the body's own element: the words in that are the message's all the same."""

    def headed(n: int) -> str:
        box = f'<div class="b2"><div class="b3">Printing</div><a href="/m/{n + 20}">{title_of(n + 20)}</a></div>'
        if n == 6:
            return page_of(n).replace('<div class="k5">', '<div class="k5"><div class="b3">Printing</div>')
        return page_of(n).replace('<div class="a2">', f'<div class="a2">{box}')

    (statement,) = read_by(headed(6), learnt_of([headed(n) for n in range(6)])).statements
    assert statement.turns[0].text == f"{words_of(6)}\n\nI thank you for asking about {SUBJECTS[6]}."


def test_a_day_below_the_title_is_the_messages_whatever_stands_above_it() -> None:
    """The site's own date has moved between its lists and the title on one page."""
    pages = [page_of(n) for n in range(6)]
    moved = page_of(6).replace('<div class="h4">', '<div class="n2">9 June 2031</div><div class="h4">')
    (statement,) = read_by(moved, learnt_of(pages)).statements
    assert statement.posted_on == "2031-05-27"


def test_a_day_above_the_title_that_the_page_contradicts_is_the_sites() -> None:
    """The pages have no day at the title; one day has moved there, and the page's metadata tell another."""

    def undated(n: int) -> str:
        day = page_of(n)
        return day[: day.index('<div class="d8">')] + day[day.index('<div class="e2">') :]

    declared = '<meta name="DC.date" content="2031-05-27"></head>'
    moved = undated(6).replace('<div class="h4">', '<div class="n2">9 June 2031</div><div class="h4">')
    (statement,) = read_by(
        moved.replace("</head>", declared), learnt_of([undated(n) for n in range(6)])
    ).statements
    assert statement.posted_on == "2031-05-27"


def test_the_day_of_the_capture_at_the_title_is_the_sites_where_titles_tell_days_long_past() -> None:
    """Nobody posts a message of 2 March on 9 April and another of 4 March on 21 May; of news, the day would be that of posting."""

    def dated(n: int, today: str, said: str) -> str:
        page = page_of(n).replace('<div class="h4">', f'<div class="n2">{today}</div><div class="h4">')
        page = page.replace(f"no. {n}</div>", f"no. {n}, Skell, {said}</div>")
        return page[: page.index('<div class="d8">')] + page[page.index('<div class="e2">') :]

    at = [f"2031-0{n + 4}-09T10:00:00Z" for n in range(5)]
    months = ("April", "May", "June", "July", "August")
    late = [dated(n, f"9 {month} 2031", "2 March 2031") for n, month in enumerate(months)]
    news = [dated(n, f"9 {month} 2031", f"8 {month} 2031") for n, month in enumerate(months)]
    assert only(read_by(late[4], learnt_of(late, at=at))).posted_on is None
    assert only(read_by(news[4], learnt_of(news, at=at))).posted_on == "2031-08-09"


def test_the_day_of_the_capture_at_the_title_is_the_sites_where_the_page_shows_no_other_dateline() -> None:
    """The site is known to have one, and its messages no day above their titles: nothing else on this page is it."""
    name = '<div class="v7">Embassy of Tern</div>'

    def undated(n: int) -> str:
        page = page_of(n)
        return page[: page.index('<div class="d8">')] + page[page.index('<div class="e2">') :]

    def dated(page: str, n: int) -> str:
        return page.replace(name, f'{name}<div class="n2">{n + 4} June 2031</div>')

    pages = [dated(undated(n), n) for n in range(6)]
    listed = pages[5].replace(words_of(5), "").replace("I thank you for asking about the tide.", "")
    at = [f"2031-06-{n + 4:02}T09:00:00Z" for n in (*range(6), 5)]
    learnt = learnt_of([*pages, listed], at=at)
    moved = undated(7).replace('<div class="h4">', '<div class="n9">20 June 2031</div><div class="h4">')
    place = capture_of("text/html", f"{HOST}/m/x")
    capture = type(place)(place.url, "2031-06-20T09:00:00Z", place.digest, "text/html", place.locator)
    assert only(read_page(moved, capture, learnt=learnt)).posted_on is None
    assert only(read_page(dated(moved, 16), capture, learnt=learnt)).posted_on == "2031-06-20"
