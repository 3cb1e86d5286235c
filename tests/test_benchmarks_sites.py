"""The generated sites that the reader is measured on: what is said to be in a page is in it, and is the same each time."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from sites_dated import IN_DIGITS
from sites_feed import bare_pages, wrapped_sites
from sites_generator import Site, generate_site
from sites_gold import GeneratedPage, Gold
from sites_score import compare_words, judge_dates, words_of
from sites_warc import warc_record

SEEDS = (1, 2, 3, 5, 8, 13, 21, 34)


@pytest.fixture(scope="module")
def pages() -> list[GeneratedPage]:
    """Return the pages of a few sites."""
    return [page for seed in SEEDS for page in generate_site(seed, 10)]


def words_on(page: GeneratedPage) -> str:
    """Return the words that a page shows, with one space around each."""
    tree = LexborHTMLParser(page.html)
    for unseen in tree.css("script, style, noscript, head"):
        unseen.decompose()
    assert tree.body is not None
    return f" {' '.join(words_of(tree.body.text(separator=' ')))} "


def held(text: str, shown: str) -> bool:
    """Whether the words of a text stand in the page one behind the other."""
    return not words_of(text) or f" {' '.join(words_of(text))} " in shown


def test_the_same_seed_gives_the_same_pages() -> None:
    """Two runs give the same bytes and the same gold; another seed gives others."""
    assert list(generate_site(4, 12)) == list(generate_site(4, 12))
    assert list(generate_site(4, 12)) != list(generate_site(6, 12))


def test_captures_come_in_order_of_time_and_are_told_apart(pages: list[GeneratedPage]) -> None:
    """Every capture of a site has a pair of address and time of its own, and none is earlier than the one before."""
    for site in {page.site for page in pages}:
        captures = [(page.captured_at, page.url) for page in pages if page.site == site]
        assert len(set(captures)) == len(captures)
        assert all(one[0] <= other[0] for one, other in pairwise(captures))


def test_what_the_main_column_is_said_to_print_stands_there_in_that_order(pages: list[GeneratedPage]) -> None:
    """Title, lines of dates, labels and words follow each other as the gold says."""
    for page in pages:
        shown, at = words_on(page), 0
        start = shown.find(f" {' '.join(words_of(page.gold.title or ''))} ")
        assert start >= 0, page.url
        for piece, _ in page.gold.sequence:
            words = " ".join(words_of(piece))
            at = shown.find(f" {words} ", at)
            assert at >= 0, (page.site, page.url, piece)


def test_the_words_of_the_turns_are_those_of_the_sequence(pages: list[GeneratedPage]) -> None:
    """The two ways in which the gold tells the statement's words agree."""
    for page in pages:
        own = [word for piece, required in page.gold.sequence if required for word in words_of(piece)]
        assert own == words_of(page.gold.text), page.url


def test_furniture_is_printed(pages: list[GeneratedPage]) -> None:
    """Every text that is noted as furniture is on the page."""
    for page in pages:
        shown = words_on(page)
        for text in page.gold.furniture:
            assert held(text, shown), (page.site, page.url, text)


def test_no_word_of_a_page_is_forgotten(pages: list[GeneratedPage]) -> None:
    """Furniture and main column together are all that a page shows."""
    for page in pages:
        told = [*page.gold.furniture, *(piece for piece, _ in page.gold.sequence)]
        counted = [word for text in told for word in words_of(text)]
        shown = words_on(page).split()
        assert (Counter(shown) - Counter(counted), Counter(counted) - Counter(shown)) == (
            Counter(),
            Counter(),
        )


def test_a_paragraph_stands_once_but_for_what_furniture_repeats(pages: list[GeneratedPage]) -> None:
    """A statement's paragraph is found again only where furniture quotes it or leads in with it."""
    for page in pages:
        shown = words_on(page)
        paragraphs = [
            piece for piece, required in page.gold.sequence if required and len(words_of(piece)) > 12
        ]
        for piece in paragraphs:
            quoted = sum(held(piece, f" {' '.join(words_of(text))} ") for text in page.gold.furniture)
            assert shown.count(f" {' '.join(words_of(piece))} ") == paragraphs.count(piece) + quoted, page.url


def test_a_date_in_digits_is_known_only_where_the_site_settles_its_order() -> None:
    """The gold knows a date like 05/06/2020 only if another page of the site prints a day beyond the twelfth."""
    for seed in range(1, 40):
        captures = list(generate_site(seed, 10))
        in_digits = [page.gold for page in captures if page.gold.features["line"] in IN_DIGITS]
        printed = " ".join(piece for gold in in_digits for piece, required in gold.sequence if not required)
        for gold in in_digits:
            first = {"dmy/": 0, "dmy-": 0, "mdy/": 1}.get(gold.features["numeric"])
            if first is None or gold.posted_on is None or gold.features["machine"] != "none":
                continue
            days = [int(pair[first]) for pair in re.findall(r"\b(\d\d)[/-](\d\d)[/-]\d{4}", printed)]
            assert max(days) > 12, seed


def test_the_perfect_answer_is_judged_perfect(pages: list[GeneratedPage]) -> None:
    """Who gives the gold back has lost nothing, taken nothing and is right about the dates."""
    for page in pages:
        judged = compare_words(page.gold, page.gold.text)
        assert (judged.lost, judged.taken) == (0, 0)
        assert set(judge_dates(page.gold, dates_of(page.gold)).values()) <= {"right", "null"}


def test_what_is_added_and_left_out_is_counted(pages: list[GeneratedPage]) -> None:
    """A sentence of the furniture counts as taken, a paragraph left out as lost."""
    gold = next(page.gold for page in pages if len(page.gold.turns) > 3)
    judged = compare_words(gold, f"{gold.text}\nxenolith brought aboard")
    assert (judged.lost, judged.taken) == (0, len("xenolithbroughtaboard"))
    missing = "\n".join(turn.text for turn in gold.turns[1:])
    assert compare_words(gold, missing).lost == sum(map(len, words_of(gold.turns[0].text)))


def test_the_day_of_fetching_is_no_date_of_a_statement(pages: list[GeneratedPage]) -> None:
    """A date that is only the page's own dateline is told from other wrong dates."""
    gold = next(
        page.gold for page in pages
        if page.gold.page_says_at and page.gold.posted_on and page.gold.page_says_at > page.gold.posted_on
    )  # fmt: skip
    assert judge_dates(gold, {**dates_of(gold), "posted_on": gold.page_says_at})["posted_on"] == "says_at"


def test_a_list_shows_what_is_posted_and_nothing_later(pages: list[GeneratedPage]) -> None:
    """No entry of a list is newer than the capture, and the entries of the list page run from new to old."""
    for page in pages:
        days = [notice.posted_on for notice in page.gold.notices if notice.posted_on]
        assert all(day <= page.captured_at[:10] for day in days), page.url
        if page.gold.kind == "listing":
            first = days[:6]
            assert first == sorted(first, reverse=True), page.url


def test_a_redesign_changes_the_layout_and_leaves_the_world() -> None:
    """Both epochs of a redesigned site have five captures or more, other class names and the same office."""
    site = next(site for site in (Site(n, 10) for n in range(1, 40)) if len(site.pens) == 2)
    epochs = [site.page(i).gold.epoch for i in range(10)]
    assert epochs == sorted(epochs)
    assert min(epochs.count(0), epochs.count(1)) >= 5
    assert (
        site.pens[0].attributes("body") != site.pens[1].attributes("body") or site.habits[0] != site.habits[1]
    )
    hosts = {site.page(i).url.split("/")[2] for i in range(10)}
    assert len(hosts) == 1


def test_a_body_of_a_feed_is_wrapped_whole(tmp_path: Path) -> None:
    """A body of somebody else's feed stands in a generated page with all its words, and with furniture around it."""
    words = " ".join(f"vessel{n} tide{n}" for n in range(30))
    item = f"<title>Remarks at the lock</title><article><p>{words}</p><p>MS ARDEN: It holds.</p></article>"
    page = GeneratedPage("feed", "https://feed.example/1", "2021-05-06T07:08:09Z", item, blank_gold())
    with (tmp_path / "feed.warc").open("wb") as out:
        out.write(warc_record(page, 1))
    (wrapped,) = [page for pages in wrapped_sites(tmp_path / "feed.warc", 1, 1, 5) for page in pages]
    assert held(f"{words} MS ARDEN: It holds.", words_on(wrapped))
    assert wrapped.gold.furniture
    assert held(wrapped.gold.text, words_on(bare_pages([wrapped])[0]))


def blank_gold() -> Gold:
    """Return the gold of some page, where only the page is wanted."""
    return next(generate_site(1, 1)).gold


def dates_of(gold: Gold) -> dict[str, str | None]:
    """Return the dates that the gold gives."""
    return {"given_on": gold.given_on, "posted_on": gold.posted_on, "updated_on": gold.updated_on}
