"""The report of a reviewed article in a real browser: everybody can read it, wide and narrow, light and dark, on paper; it asks for nothing."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive, render_review

REQUIRED = os.environ.get("ONRECORD_BROWSER") == "required"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

if not REQUIRED:
    pytest.importorskip("playwright", reason="comes with the dev extra")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here", allow_module_level=True)

ARTICLE = """Ministers at odds over the night ferry

“Let me say it plainly: Ostrelle has closed the door on the night ferry,” said Lucan Desmarey. “It is “as it ‘has always been here’ with us”.”

“A figure that only one of us has counted is not a figure; it is an opinion,” Mr. Desmarey said.

“One of the two that nobody held back.

“And another, which www.a-very-long-address-that-nobody-can-break.example/and/which/goes/on/and/on/and/on shows.”

“We have two ships and a very small boat,” said nobody.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of an article, as a file."""
    folder = tmp_path_factory.mktemp("review")
    where = Archive.demo(folder / "onrecord-demo", at="2026-02-03T09:00:00Z").folder
    path = folder / "report.html"
    with Archive.open(where) as archive:
        path.write_text(
            "".join(render_review(archive.review(io.BytesIO(ARTICLE.encode())))), encoding="utf-8"
        )
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_read_it(browser: Any, report: Path, width: int, scheme: str, media: str) -> None:
    """No violation that axe finds of WCAG 2.2 A and AA or of good practice, nothing wider than the screen, no request."""
    from axe_playwright_python.base import AXE_FILE_PATH

    asked: list[str] = []
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(report.as_uri())
        page.emulate_media(media=media)
        page.evaluate(Path(AXE_FILE_PATH).read_text(encoding="utf-8"))
        found = page.evaluate(
            "axe.run().then(told => told.violations.map(one => one.id + ' ' + one.nodes[0].html))"
        )
        wider = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        page.click("#at-2")
        at = page.evaluate("location.hash")
    assert found == []
    assert not wider
    assert at == "#q-2"
    assert asked == [report.as_uri()]
