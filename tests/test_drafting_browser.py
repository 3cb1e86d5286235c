"""A message published from start to end, as a press office does it, with a real browser beside the editor.

Runs wherever Playwright and a Chromium are found; with ONRECORD_BROWSER=required it fails where they are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsers import NARROW, WIDE, faults_of, keep_shot, opened_browser
from drafting_office import FERRY, LATER, NEXT_DAY, NOON, made_office, write
from onrecord import Archive, Profile
from onrecord.cli.front import run
from served import Served, serving
from test_drafting_pages import MESSAGES

PRESS = Profile(name="Press service of the Ministry of Ferries", keeper="The press section")
WORDS = "Nobody has put out the lamp on the quay."


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser."""
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a corrected message, a withdrawn one, one that is only a draft, and one with a fault."""
    folder = made_office(tmp_path_factory.mktemp("press") / "office")
    write(folder, FERRY)
    write(folder, MESSAGES["a speech"], "speech")
    with Archive.open(folder) as archive:
        archive.release("night-ferry", by="Odo Prell", now=NOON)
        archive.release("speech", by="Odo Prell", now=NOON)
        write(folder, FERRY.replace("Sunday", "Monday"))
        archive.release("night-ferry", by="Odo Prell", now=NEXT_DAY, note="The ferry sails on Monday.")
        archive.withdraw("speech", by="Odo Prell", why="It was put out by mistake.", now=LATER)
    write(folder, MESSAGES["an announcement in Arabic"], "treaty")
    write(folder, MESSAGES["a news conference of two"].replace("2026-05-03", "3 May"), "conference")
    return folder


@pytest.fixture(scope="module")
def preview(office: Path) -> Iterator[Served]:
    """The office's pages with its drafts."""
    with serving(office, PRESS, drafts=True) as served:
        yield served


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_every_state_of_a_message_can_be_read_by_everybody(
    browser: Any, office: Path, preview: Served, size: str, scheme: str
) -> None:
    """Corrected, withdrawn, drafted in another script, drafted with a fault: no violation that axe finds, nothing too wide."""
    with Archive.open(office) as archive:
        paths = {each.name: f"statements/{each.statement}/" for each in archive.drafts()}
    paths |= {"front with drafts": "", "first version": f"{paths['night-ferry']}v1/"}
    found = []
    with browser.new_context(
        viewport=WIDE if size == "wide" else NARROW, color_scheme=scheme, bypass_csp=True
    ) as context:
        page = context.new_page()
        for kind, path in paths.items():
            page.goto(preview.address + path)
            found += [(kind, *each) for each in faults_of(page)]
            keep_shot(page, f"message {kind} {size} {scheme}.png")
    assert found == []


def test_a_draft_of_what_is_out_is_told_from_it(browser: Any, tmp_path: Path) -> None:
    """The draft is no version yet, and has neither time nor digest; what came out last is one step away, and back."""
    folder = made_office(tmp_path / "office")
    write(folder, FERRY)
    with Archive.open(folder) as archive:
        archive.release("night-ferry", by="Odo Prell", now=NOON)
        write(folder, FERRY.replace("Sunday", "Monday"))
        (draft,) = archive.drafts()
    with (
        serving(folder, PRESS, drafts=True) as preview,
        browser.new_context(java_script_enabled=False) as context,
    ):
        page = context.new_page()
        page.goto(f"{preview.address}statements/{draft.statement}/")
        assert page.inner_text(".which >> nth=0").startswith("Version 2, once it comes out.")
        assert page.inner_text(".versions li >> nth=1") == "Version 2: this draft"
        assert "not known" not in page.inner_text("main")
        page.get_by_role("link", name="Read what came out last").click()
        assert "on Sunday" in page.inner_text(".words")
        assert page.inner_text(".which >> nth=0").startswith("Version 1, the one that is out.")
        page.get_by_role("link", name="Read the draft").click()
        assert "on Monday" in page.inner_text(".words")


def test_a_message_is_published(browser: Any, tmp_path: Path) -> None:
    """Begun, looked at, mended, released by a second person, found by who reads: the browser shows each step, without script."""
    folder = made_office(tmp_path / "office")
    at = ("--archive", str(folder))
    assert run(["draft", "new", "night-ferry", "--kind", "interview", "--by", "Ines Marr", *at]) == 0
    with (
        serving(folder, PRESS, drafts=True) as preview,
        browser.new_context(java_script_enabled=False) as context,
    ):
        page = context.new_page()
        page.goto(preview.address)
        page.get_by_role("link", name="Draft:").click()
        assert "this field is needed (what stands above the words)" in page.inner_text(".draft")
        write(folder, FERRY.replace("interview", "intervew"))
        page.reload()
        assert "did you mean 'interview'?" in page.inner_text(".draft")
        assert WORDS in page.inner_text(".words")
        write(folder, FERRY)
        page.reload()
        assert page.inner_text(".draft").startswith("Draft, not published. It was never released.")
        assert page.locator(".draft li").count() == 0
    with serving(folder, PRESS) as public, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(public.address)
        assert "This record holds no statements yet." in page.inner_text("main")
        release = ["draft", "release", "night-ferry", "--now", NOON, *at]
        assert run([*release, "--by", "Ines Marr"]) == 2
        assert run([*release, "--by", "Odo Prell"]) == 0
        for _ in range(40):
            page.goto(public.address)
            if page.locator(".messages a").count():
                break
            page.wait_for_timeout(250)
        page.get_by_role("link", name="Ilse Varga on the night ferry").click()
        assert WORDS in page.inner_text(".words")
        assert "the keeper’s own message" in page.inner_text(".proof")
        assert page.locator(".draft, .preview").count() == 0
        page.get_by_role("link", name="The message as it was released").click()
        assert WORDS in page.frame_locator("iframe").locator("body").inner_text()


def test_nothing_in_a_draft_runs(browser: Any, tmp_path: Path) -> None:
    """Script in fields, words and what is told of them is shown as the text it is, without the policy too."""
    folder = made_office(tmp_path / "office")
    attack = "<script>hit(1)</script><img src=x onerror=hit(2)>[a](javascript:hit(3))"
    text = (
        FERRY.replace("Vessel City", f"Vessel {attack}")
        .replace("on the night ferry", attack)
        .replace("Nobody has", f"Nobody {attack} has")
    )
    write(folder, text.replace("language: en", f"language: {attack}"))
    write(folder, text, "other")
    ran: list[str] = []
    with serving(folder, PRESS, drafts=True) as preview, browser.new_context(bypass_csp=True) as context:
        context.expose_function("hit", lambda what: ran.append(what))
        page = context.new_page()
        with Archive.open(folder) as archive:
            drafts = {each.name: each.statement for each in archive.drafts()}
        for path in ("", *(f"statements/{each}/" for each in drafts.values())):
            page.goto(preview.address + path)
            page.wait_for_timeout(60)
            loose = page.locator("main script, main img, main [onerror], main a[href^='javascript']")
            assert loose.count() == 0
        assert "<script>hit(1)</script>" in page.inner_text(".words")
    assert ran == []
