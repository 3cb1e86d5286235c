"""The pages about statements, speakers, sources and time in a real browser, as served and as published: everybody can read and use them.

Runs wherever Playwright and a Chromium are found; with ONRECORD_BROWSER=required it fails where they are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsers import NARROW, WIDE, faults_of, keep_shot, opened_browser
from onrecord import Archive, Profile
from onrecord.publishing.slugs import slug_of
from pages_record import make_record
from served import Served, serving
from served_hostile import PAYLOAD

AT = "2031-06-20T09:00:00Z"
PROFILE = Profile(name="The record of Tern", keeper="The reading room", publish="full", own=False)
SOURCE = slug_of("ministry.tern.example")
HARROW = slug_of("Ilse Harrow")
ARTICLE = """The night ferry

“The harbour pays for it, as it has always done, and the harbour has complained to us,” said Ilse Harrow.

“We have a very small boat and two large captains,” said nobody.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser."""
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented record."""
    return make_record(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def ids(archive: Path) -> dict[str, str]:
    """The statements by their languages; the English one is the interview."""
    with Archive.open(archive) as opened:
        return {each.language or "": each.id for each in opened.list() if "remarks" not in each.kinds}


@pytest.fixture(scope="module")
def paths(ids: dict[str, str]) -> dict[str, str]:
    """A path of each kind of page that both doors have."""
    edited, arabic = f"statements/{ids['en']}", f"statements/{ids['ar']}"
    return {
        "statement": f"{edited}/index.html",
        "history": f"{edited}/history/index.html",
        "in one text": f"{edited}/diff/1-3/index.html",
        "side by side": f"{edited}/diff/1-3/side/index.html",
        "words only": f"{edited}/diff/1-3/words/index.html",
        "witnesses": f"{edited}/witnesses/index.html",
        "card": f"{edited}/card.html",
        "right to left in one text": f"{arabic}/diff/1-2/index.html",
        "right to left side by side": f"{arabic}/diff/1-2/side/index.html",
        "right to left card": f"{arabic}/card.html",
        "sources": "sources/index.html",
        "source": f"sources/{SOURCE}/index.html",
        "speakers": "speakers/index.html",
        "speaker": f"speakers/{HARROW}/index.html",
        "timeline": "timeline/index.html",
        "year": "timeline/2031/index.html",
        "kind": "kinds/interview/index.html",
        "changes": "changes/index.html",
        "month": "changes/2031-03/index.html",
        "about": "about.html",
        "messages": "messages/index.html",
    }


ASKED = {
    "words over time": "timeline/words?q=night+ferry",
    "words of nobody": "timeline/words?q=zeppelin",
    "no words": "timeline/words",
    "review": "review",
    "verdict": "check?quotation=The+night+ferry+will+sail+on+three+nights+of+the+week",
}


@pytest.fixture(scope="module")
def site(archive: Path) -> Iterator[Served]:
    """The record, served."""
    with serving(archive, PROFILE) as served:
        yield served


@pytest.fixture(scope="module")
def published(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the record's folder, published."""
    folder = tmp_path_factory.mktemp("published")
    profile = folder / "site.toml"
    profile.write_text(
        'name = "The record of Tern"\nkeeper = "The reading room"\npublish = "full"\n', encoding="utf-8"
    )
    with Archive.open(archive) as opened:
        opened.publish(folder / "site", at=AT, profile=profile)
    return (folder / "site").as_uri() + "/"


@pytest.mark.parametrize(
    ("door", "size", "scheme"),
    [
        ("served", "wide", "light"),
        ("served", "narrow", "dark"),
        ("published", "narrow", "light"),
        ("published", "wide", "dark"),
    ],
)
def test_everybody_can_read_every_kind_of_page(
    browser: Any,
    site: Served,
    published: str,
    paths: dict[str, str],
    door: str,
    size: str,
    scheme: str,
) -> None:
    """Nothing that axe finds, nothing wider than the screen, and no request but to the site itself."""
    base = site.address if door == "served" else published
    every = paths | (ASKED if door == "served" else {})
    found, elsewhere = [], []
    viewport = WIDE if size == "wide" else NARROW
    with browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.on("request", lambda request: elsewhere.append(request.url))
        for kind, path in every.items():
            page.goto(base + path)
            found += [(kind, *each) for each in faults_of(page)]
            keep_shot(page, f"{kind} {door} {size} {scheme}.png")
    assert found == []
    assert [url for url in elsewhere if not url.startswith(base)] == []


def test_every_kind_of_page_prints(browser: Any, published: str, paths: dict[str, str]) -> None:
    """On paper no navigation stands in the way, nothing is wider than a page, and what was folded in pictures is there."""
    with browser.new_context(viewport={"width": 794, "height": 1123}) as context:
        page = context.new_page()
        page.emulate_media(media="print")
        for kind, path in paths.items():
            page.goto(published + path)
            assert not page.locator("nav.sections").is_visible(), kind
            assert page.locator(".cite:visible").count() == 0, kind  # nobody can unfold it there
            assert page.evaluate("document.documentElement.scrollWidth") <= 794, kind
            assert page.inner_text("main").strip(), kind


def test_pages_are_small(published: str, site: Served, paths: dict[str, str]) -> None:
    """No page has more than 60 kB without its pictures."""
    for kind, path in (paths | ASKED).items():
        assert len(site.ask(f"/{path}").body) <= 60_000, kind


def test_what_changed_is_seen_without_colour(browser: Any, published: str, paths: dict[str, str]) -> None:
    """What is taken out is struck, what is put in is underlined twice, and whoever hears the page is told both."""
    with browser.new_context() as context:
        page = context.new_page()
        for kind in ("in one text", "side by side", "right to left in one text"):
            page.goto(published + paths[kind])
            lines = [
                page.locator(f".{box} {tag}").first.evaluate(
                    "one => getComputedStyle(one).textDecorationLine + ' ' + getComputedStyle(one).textDecorationStyle"
                )
                for box in (("words",) if "one text" in kind else ("beside",))
                for tag in ("del", "ins")
            ]
            assert lines == ["line-through solid", "underline double"], kind
            assert "taken out: " in (page.locator("main").text_content() or "")


def test_a_diff_is_read_by_keyboard(browser: Any, published: str, ids: dict[str, str]) -> None:
    """From the statement to what changed in it, to the step, side by side, and to the change itself, without a mouse or script."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{published}statements/{ids['en']}/index.html")
        follow(page, "What changed")
        assert "nobody" in page.inner_text(".changes")
        follow(page, "From version 1 to version 3")
        follow(page, "Side by side")
        rows = page.locator(".beside tr:not(.same):not(.fold)").all_inner_texts()
        assert any("three nights" in row and "two nights" in row for row in rows)
        follow(page, "2 negation")
        assert page.url.endswith("#c2")
        assert page.locator(":target").inner_text().endswith("nobody")


def follow(page: Any, name: str) -> None:
    """Go to the link of this name with the Tab key, and press Enter."""
    link = page.get_by_role("link", name=name, exact=True).first
    for _ in range(120):
        page.keyboard.press("Tab")
        if link.evaluate("one => one === document.activeElement"):
            break
    else:
        raise AssertionError(f"no Tab leads to {name!r}")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_load_state()


def test_a_citation_is_copied(browser: Any, site: Served, ids: dict[str, str]) -> None:
    """One click on a form takes all of it, without a script; it is the form that programs read."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site.address}statements/{ids['en']}/v1/")
        for name, opening in (("BibTeX", "@misc{"), ("RIS", "TY  - ELEC"), ("CSL-JSON", "[")):
            page.get_by_text(name, exact=True).click()
            page.get_by_label(name, exact=True).click()
            taken = page.evaluate("getSelection().toString()")
            assert taken.startswith(opening), name
            assert "Ilse Harrow" in taken
            assert "interview" in taken.lower()


def test_a_mark_leads_to_its_rows(browser: Any, site: Served) -> None:
    """From a cell of the timeline to the place in the list where that month begins; from a column of words to the turns."""
    with browser.new_context(viewport=NARROW) as context:
        page = context.new_page()
        page.goto(site.address + "timeline/2031/")
        page.get_by_role("link", name="February 2031, Interview: 1 statement").click()
        assert page.url.endswith("kinds/interview/index.html#m-2031-02")
        assert "Radio Halm" in page.inner_text(":target")
        page.goto(site.address + "timeline/words?q=night+ferry")
        page.locator("svg a").first.click()
        assert "since=2031-02" in page.url
        assert page.get_by_role("status").inner_text().startswith("2 turns hold")


def test_an_article_is_reviewed(browser: Any, site: Served, tmp_path: Path) -> None:
    """A file is dropped on the button; each quotation has its verdict, and its place is one click away."""
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(site.address + "check")
        page.get_by_role("link", name="Review a whole article").click()
        page.get_by_label("Or a file").set_input_files(file)
        page.get_by_role("button", name="Review").click()
        page.wait_for_selector("#reviewed")
        assert page.locator(".card").count() == 2
        assert page.locator("#q-1 mark").inner_text() == "not"
        assert faults_of(page) == []
        page.locator("#q-1 dd a").first.click()
        assert re.search(r"statements/\w+/(v\d+/)?index\.html#t4$", page.url)


def test_a_hostile_article_is_only_ever_text(browser: Any, site: Served) -> None:
    """Whatever is pasted is shown as it is, and nothing of it runs, with and without the policy behind it."""
    ran: list[str] = []
    for bypass in (False, True):
        with browser.new_context(bypass_csp=bypass) as context:
            context.expose_function("hit", lambda what: ran.append(what))
            page = context.new_page()
            page.goto(site.address + "review")
            page.get_by_label("Article", exact=True).fill(
                f"<p>“Will the night {PAYLOAD} ferry sail?”</p> said {PAYLOAD}"
            )
            page.get_by_role("button", name="Review").click()
            page.wait_for_selector("#reviewed, [role=alert]")
            page.wait_for_timeout(100)
            assert page.url == site.address + "review#reviewed"
    assert ran == []


def test_a_card_stands_on_a_page_of_others(browser: Any, site: Served, ids: dict[str, str]) -> None:
    """The lines that are copied show the card whole, with its own style, and ask nobody for anything."""
    asked: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site.address}statements/{ids['en']}/")
        page.get_by_text("A card to embed").click()
        lines = page.get_by_label("The lines to copy").input_value()
        page.goto("about:blank")
        page.on("request", lambda request: asked.append(request.url))
        page.set_content(f"<!DOCTYPE html><title>Elsewhere</title><p>As she said:</p>{lines}")
        inside = page.frame_locator("iframe")
        assert "Radio Halm" in inside.locator("h1").inner_text()
        assert "The reading room" in inside.locator("body").inner_text()
        border = inside.locator("body").evaluate("one => getComputedStyle(one).borderTopStyle")
        assert border == "solid"
    assert [url for url in asked if not url.startswith("about:")] == []


def test_office_and_statements_of_a_speaker_are_found(browser: Any, published: str) -> None:
    """From the front page over the speakers to the office of that day, and on to the statement."""
    with browser.new_context(java_script_enabled=False, viewport=NARROW) as context:
        page = context.new_page()
        page.goto(published + "index.html")
        page.get_by_role("button", name="Menu", exact=True).click()
        page.get_by_role("link", name="Speakers", exact=True).click()
        page.get_by_role("link", name="Ilse Harrow").click()
        offices = page.locator("table tbody th").all_inner_texts()
        assert offices == ["Foreign Minister", "Prime Minister"]
        page.get_by_role("link", name=re.compile("Radio Halm")).click()
        page.get_by_role("link", name="Ilse Harrow, Foreign Minister").click()
        assert HARROW in page.url
