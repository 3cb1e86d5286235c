"""Served and published pages in a real browser: nothing captured runs, everybody can read them, and the tasks can be done.

Runs wherever Playwright and a Chromium are found; with ONRECORD_BROWSER=required it fails where they are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsers import NARROW, WIDE, faults_of, keep_shot, opened_browser
from onrecord import Archive, Profile, read_profile
from onrecord.demo import profile_path
from served import Served, serving
from served_hostile import make_archive

AT = "2026-02-03T09:00:00Z"
KINDS = {
    "front": "/",
    "list": "/messages/",
    "section": "/sections/interviews-and-answers/",
    "announced": "/announced.html",
    "about": "/about.html",
    "search": "/search?q=ferry",
    "empty search": "/search",
    "wrong search": "/search?q=%22ferry",
    "check": "/check",
    "verdict": "/check?quotation=Ostrelle+has+closed+the+door+on+the+night+ferry&speaker=Lucan+Desmarey",
    "not found": "/statements/nothing/",
}


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
    """The sample, served."""
    with serving(demo, read_profile(profile_path())) as served:
        yield served


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Captures that try everything, served whole."""
    with serving(make_archive(tmp_path_factory.mktemp("hostile")), Profile(publish="full")) as served:
        yield served


@pytest.fixture(scope="module")
def paths(demo: Path, site: Served) -> dict[str, str]:
    """A path of each kind of page."""
    with Archive.open(demo) as archive:
        revised = next(archive.list(revised=True)).id
        arabic = next((each.id for each in archive.list() if each.language in ("ar", "fa", "he")), None)
    more = {"right to left": f"/statements/{arabic}/"} if arabic else {}
    return KINDS | more | {
        "statement": f"/statements/{revised}/",
        "version": f"/statements/{revised}/v1/",
        "captured": f"/statements/{revised}/v1/captured/",
        "frame": f"/statements/{revised}/v1/captured/frame",
    }  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_every_kind_of_page_can_be_read_by_everybody(
    browser: Any, site: Served, paths: dict[str, str], size: str, scheme: str
) -> None:
    """No violation that axe finds of WCAG 2.2 A and AA or of good practice, and nothing wider than the screen."""
    found = []
    with browser.new_context(
        viewport=WIDE if size == "wide" else NARROW, color_scheme=scheme, bypass_csp=True
    ) as context:
        page = context.new_page()
        for kind, path in paths.items():
            page.goto(site.address + path.lstrip("/"))
            found += [(kind, *each) for each in faults_of(page)]
            keep_shot(page, f"{kind} {size} {scheme}.png")
    assert found == []


def hostile_paths(hostile: Served) -> list[str]:
    """Return every page that shows something of the hostile captures."""
    held = hostile.ask("/api/v1/statements").json["items"]
    assert held
    folders = [each["id"] for each in held]
    fixed = [
        "/", "/messages/", "/messages/2026/", "/announced.html", "/about.html", "/search?q=ferries", "/feed.atom",
        "/search?q=%3Cscript%3Ehit('query')%3C/script%3E", "/search?q=%22%3Cscript%3Ehit('fault')%3C/script%3E",
        "/search?q=ferries&speaker=%3Cimg+src%3Dx+onerror%3Dhit('filter')%3E&source=%22onfocus%3Dhit('s')+autofocus%3D%22",
        "/check?quotation=On+Monday+as+well+since+the+harbour+treaty+says+so&speaker=%3Cscript%3Ehit('who')%3C/script%3E",
        "/check?quotation=They+will+run+on+Sunday+%3Cimg+src%3Dx+onerror%3Dhit('quotation')%3E&date=%3Csvg/onload%3Dhit('d')%3E",
        "/%3Cscript%3Ehit('path')%3C/script%3E", "/statements/%22%3E%3Cscript%3Ehit('id')%3C/script%3E/",
        "/api/v1/statements", "/api/v1/search?q=%3Cscript%3Ehit('api')%3C/script%3E",
        "/api/v1/statements?%3Cscript%3Ehit('parameter')%3C/script%3E", "/timegate/http://x/%3Cscript%3Ehit('gate')%3C/script%3E",
        "/feeds/search.atom?q=ferries", "/edits.atom", "/edits.json", "/feeds/edits.atom?q=ferries", "/feeds.html", "/feeds/%3Cscript%3Ehit('feed')%3C/script%3E",
        "/changes/", "/changes/2026-05/", "/timeline/", "/timeline/2026/", "/speakers/", "/sources/", "/kinds/interview/",
        "/timeline/words?q=%3Cscript%3Ehit('words')%3C/script%3E+ferries", "/review",
        "/timeline/words?q=ferries&source=%22%3E%3Cscript%3Ehit('filter')%3C/script%3E",
    ]  # fmt: skip
    linked = re.findall(
        r'href="\.\./((?:speakers|sources)/[^"/]+/index\.html)',
        "".join(hostile.ask(path).text for path in ("/speakers/", "/sources/")),
    )
    assert any(path.startswith("speakers/") for path in linked)
    fixed += [f"/{path}" for path in linked]
    fixed += [
        f"/{path.replace('index.html', 'coverage.svg')}" for path in linked if path.startswith("sources/")
    ]
    own = [
        f"/statements/{folder}/{rest}"
        for folder in folders
        for rest in (
            "",
            "v1/",
            "v1/captured/",
            "v1/captured/frame",
            "card.html",
            "history/",
            "witnesses/",
            "diff/1-2/",
            "diff/1-2/side/",
            "diff/1-2/words/",
        )
    ]
    return [*fixed, *own]


@pytest.mark.parametrize("policy", ["with the policy", "without it"])
def test_nothing_captured_runs(browser: Any, hostile: Served, policy: str) -> None:
    """No script, handler, refresh or address of a capture runs, no request leaves, no page goes elsewhere.

    Without the policy, too: what is shown holds nothing that could run; the policy is the second wall.
    """
    ran: list[str] = []
    asked: list[str] = []
    paths = hostile_paths(hostile)
    assert any("captured/frame" in path for path in paths)
    with browser.new_context(bypass_csp=policy == "without it") as context:
        context.expose_function("hit", lambda what: ran.append(what))
        page = context.new_page()
        page.on("dialog", lambda dialog: ran.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        for path in paths:
            page.goto(hostile.address + path.lstrip("/"))
            page.wait_for_timeout(60)
            assert page.url.startswith(hostile.address), path
            for frame in page.frames:
                loose = frame.evaluate(
                    "[...document.querySelectorAll('*')].filter(one => (one.tagName === 'SCRIPT' && one.type !== 'application/ld+json')"
                    " || (one.tagName === 'STYLE' && !/card\\.html|\\.svg/.test(location.pathname)) || [...one.attributes].some(each => /^on/i.test(each.name)"
                    " || /^\\s*javascript:/i.test(each.value))).map(one => one.outerHTML.slice(0, 200))"
                )
                assert loose == [], path
    assert ran == []
    assert [url for url in asked if not url.startswith(hostile.address)] == []


def test_the_payload_is_shown_as_the_text_it_is(browser: Any, hostile: Served) -> None:
    """It is not left out: whoever reads the record sees what the source printed."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        held = hostile.ask("/api/v1/statements").json["items"]
        page.goto(hostile.address + f"statements/{held[0]['id']}/")
        assert "<script>hit('script')</script>" in page.inner_text("main")


def test_the_hostile_site_is_harmless_as_published(browser: Any, tmp_path: Path) -> None:
    """The same pages as files: no policy stands behind them there."""
    ran: list[str] = []
    folder = make_archive(tmp_path)
    with Archive.open(folder) as archive:
        archive.publish(tmp_path / "site", at=AT)
    with browser.new_context() as context:
        context.expose_function("hit", lambda what: ran.append(what))
        page = context.new_page()
        for path in sorted((tmp_path / "site").rglob("*.html")):
            page.goto(path.as_uri())
            page.wait_for_timeout(30)
    assert ran == []


def test_a_statement_is_found_and_read_without_script(browser: Any, site: Served) -> None:
    """From the front page: search, narrow, follow the hit to the very turn."""
    with browser.new_context(java_script_enabled=False, viewport=NARROW) as context:
        page = context.new_page()
        page.goto(site.address)
        page.get_by_role("button", name="Menu", exact=True).click()
        page.get_by_role("link", name="Search", exact=True).click()
        page.get_by_label("Words").fill("“night ferry”")
        page.get_by_role("button", name="Search").click()
        assert page.locator("mark").count() > 0
        page.get_by_role("navigation", name="Narrow by").get_by_role(
            "link", name="interview", exact=True
        ).click()
        page.locator(".hits h2 a").first.click()
        found = re.search(r"#(t\d+)", page.url)
        assert found
        assert "night ferry" in page.inner_text(f"#{found[1]}")
        top = page.locator(f"#{found[1]}").bounding_box()
        assert top is not None
        assert -50 < top["y"] < NARROW["height"]


def test_a_quotation_is_checked_by_keyboard(browser: Any, site: Served) -> None:
    """Tab to the form, type, Enter on the button; the verdict comes with the words on record."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.address + "check")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("Ostrelle has closed the door on the night ferry")
        page.keyboard.press("Tab")
        page.keyboard.type("Lucan Desmarey")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector("#verdict")
        assert page.inner_text("#verdict") == "Altered"
        assert page.locator("mark").inner_text() == "not"
        page.get_by_role("link", name="interview with the newspaper").first.click()
        assert page.url.endswith("#t8")


def test_all_messages_lead_to_the_first(browser: Any, site: Served) -> None:
    """From the front page over the list of years to the oldest statement."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.address)
        page.get_by_role("main").get_by_role("link", name="All messages", exact=True).click()
        page.get_by_role("navigation", name="By year").get_by_role("link").last.click()
        page.locator(".messages a").last.click()
        assert page.locator(".turn").count() > 0
        assert "How to cite this page" in page.inner_text("main")


def test_the_captured_page_is_shown_sanitised(browser: Any, hostile: Served) -> None:
    """Its words are there, set as ours are, in a frame that may do nothing."""
    held = hostile.ask("/api/v1/statements").json["items"]
    with browser.new_context() as context:
        page = context.new_page()
        failed: list[str] = []
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.goto(hostile.address + f"statements/{held[0]['id']}/v1/captured/")
        frame = page.frame_locator("iframe")
        assert "They will run on Sunday" in frame.locator("body").inner_text()
        assert page.locator("iframe").get_attribute("sandbox") == ""
        assert frame.locator("a[href], form, input, button, img, svg, style, script, iframe").count() == 0
        assert failed == []
