"""The interface in French and Arabic in a real browser: readable by everybody, from right to left where it is written so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from browsers import keep_shot, opened_browser
from onrecord import Archive, read_profile
from onrecord.demo import profile_path
from served import Served, serving

AT = "2026-02-03T09:00:00Z"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
QUOTED = "check?quotation=Ostrelle+has+closed+the+door+on+the+night+ferry&speaker=Lucan+Desmarey"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser."""
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented sample."""
    return Path(Archive.demo(tmp_path_factory.mktemp("demo") / "onrecord-demo", at=AT).folder)


@pytest.fixture(scope="module")
def site(demo: Path) -> Iterator[Served]:
    """The sample, served in three languages."""
    with serving(demo, replace(read_profile(profile_path()), interface=("en", "fr", "ar"))) as served:
        yield served


def pages_of(demo: Path) -> list[str]:
    """Return a path of each kind of page, behind that of its language."""
    with Archive.open(demo) as archive:
        revised = next(archive.list(revised=True)).id
    statement = f"statements/{revised}/"
    return [
        "",
        "messages/",
        "about.html",
        "announced.html",
        "search?q=ferry",
        QUOTED,
        statement,
        f"{statement}v1/",
        "none/",
    ]


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_every_kind_of_page_can_be_read_in_every_language(
    browser: Any, demo: Path, site: Served, tag: str, size: str
) -> None:
    """No violation that axe finds, and nothing wider than the screen, in either direction."""
    from axe_playwright_python.base import AXE_FILE_PATH

    axe = Path(AXE_FILE_PATH).read_text(encoding="utf-8")
    found = []
    with browser.new_context(viewport=WIDE if size == "wide" else NARROW, bypass_csp=True) as context:
        page = context.new_page()
        for n, path in enumerate(pages_of(demo)):
            page.goto(f"{site.address}{tag}/{path}")
            page.evaluate(axe)
            told = page.evaluate("axe.run(document, {iframes: false, resultTypes: ['violations']})")
            found += [
                (path, each["id"], [node["html"][:200] for node in each["nodes"][:3]])
                for each in told["violations"]
            ]
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                found.append((path, "wider than the screen", []))
            keep_shot(page, f"{tag} {n} {size}.png")
    assert found == []


def test_an_arabic_page_runs_from_right_to_left_and_its_statement_does_not(
    browser: Any, demo: Path, site: Served
) -> None:
    """The site's own words stand at the right edge, the words of an English statement keep language and direction."""
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(f"{site.address}ar/")
        assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
        page.goto(f"{site.address}ar/{pages_of(demo)[6]}")
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        assert page.evaluate("document.querySelector('main h2').closest('[lang]').lang") == "ar"
        words = page.locator(".words").first
        assert words.get_attribute("lang") == "en"
        assert words.evaluate("one => getComputedStyle(one).direction") == "ltr"
        assert words.evaluate("one => getComputedStyle(one).textAlign") in ("start", "left")


def test_a_reader_goes_from_one_language_to_another_and_stays_on_the_page(
    browser: Any, demo: Path, site: Served
) -> None:
    """The links of languages lead to the same page; a quotation that was checked is checked again."""
    statement = pages_of(demo)[6]
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.address + statement)
        page.get_by_role("link", name="Français", exact=True).click()
        assert page.url == f"{site.address}fr/{statement}index.html"
        assert "Comment citer cette page" in page.inner_text("main")
        page.get_by_role("link", name="العربية", exact=True).click()
        assert page.url == f"{site.address}ar/{statement}index.html"
        page.goto(site.address + QUOTED)
        page.get_by_role("link", name="Français", exact=True).click()
        assert page.inner_text("#verdict") == "Modifiée"
        assert page.locator("mark").inner_text() == "not"


def test_a_page_tells_its_languages(demo: Path, site: Served) -> None:
    """Content-Language names the statement's language and the page's own; an unknown language is no page."""
    statement = pages_of(demo)[6]
    told = {
        path: site.ask(f"/{path}").headers.get("content-language")
        for path in ("", "fr/", "ar/check", f"ar/{statement}", "feed.atom")
    }
    assert told == {"": "en", "fr/": "fr", "ar/check": "ar", f"ar/{statement}": "en, ar", "feed.atom": None}
    assert site.ask("/de/").status == 404
    assert (site.ask("/fr").status, site.ask("/fr").headers["location"]) == (308, "/fr/")
    missing = site.ask("/fr/none/")
    assert (missing.status, missing.headers["content-language"]) == (404, "fr")
    assert "Il n’y a pas de telle page dans ce recueil." in missing.text
    assert site.ask("/fr/feed.atom").status == 404
