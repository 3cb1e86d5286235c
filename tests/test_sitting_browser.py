"""A long sitting in a real browser: whoever reads it gets from who speaks to the words, without a script, on any screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsers import NARROW, WIDE, faults_of, keep_shot, opened_browser
from onrecord.model import Speaker
from onrecord.publishing import Profile, publish_site
from publishing_record import AT, RecordInMemory, a_statement, a_turn

MEMBERS = [f"Member {n} of Port Orlin" for n in range(1, 31)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser."""
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site with a sitting of a hundred and twenty turns, and a message before it."""
    record = RecordInMemory()
    words = [a_turn(n, None, "So it is. " * 20, speaker=MEMBERS[n % 30]) for n in range(1, 121)]
    speakers = tuple(Speaker(each, None) for each in MEMBERS)
    record.keep(
        a_statement("st-day", "Order of the day", [words[0]], source="Assembly", posted_on="2026-05-03")
    )
    record.keep(
        a_statement(
            "st-sitting", "Sitting", words, speakers=speakers, source="Assembly", posted_on="2026-05-04"
        )
    )
    folder: Path = tmp_path_factory.mktemp("sitting") / "site"
    publish_site(record, folder, Profile(publish="full", interface=("en", "ar")), AT)
    return folder.as_uri() + "/"


@pytest.mark.parametrize("language", ["", "ar/"])
@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "dark"), (NARROW, "light")])
def test_everybody_can_use_the_list(browser: Any, site: str, language: str, size: Any, scheme: str) -> None:
    """No fault of accessibility with the lists open, and nothing wider than the screen."""
    page = browser.new_page(viewport=size, color_scheme=scheme)
    page.goto(f"{site}{language}statements/st-sitting/index.html")
    for folded in page.locator(".voices summary, .many summary").all():
        folded.click()
    keep_shot(page, f"sitting-{language.strip('/')}-{size['width']}.png")
    assert faults_of(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.close()


def test_a_jump_without_a_script(browser: Any, site: str) -> None:
    """From the list to the words of the last member, and on to the message before."""
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)
    page = context.new_page()
    page.goto(f"{site}statements/st-sitting/index.html")
    page.locator(".voices summary").click()
    page.locator(".voices li", has_text="Member 30 of").locator("a", has_text="119").click()
    assert page.url.endswith("#t119")
    assert page.locator("#t119").bounding_box()["y"] < NARROW["height"]
    page.get_by_role("link", name="Order of the day").click()
    assert "st-day" in page.url
    context.close()


def test_on_paper_all_speakers_are_named_and_nothing_leads_anywhere(browser: Any, site: str) -> None:
    """What was folded is printed; jumps, and links to other messages, are not."""
    page = browser.new_page(viewport=WIDE)
    page.goto(f"{site}statements/st-sitting/index.html")
    page.emulate_media(media="print")
    assert not page.locator(".voices").is_visible()
    assert not page.locator(".near").is_visible()
    height = page.locator(".many li", has_text="Member 30 of").bounding_box()["height"]
    assert height > 0
    page.close()
