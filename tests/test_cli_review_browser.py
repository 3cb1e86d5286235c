"""The report of a reviewed article in a real browser: everybody can read it, wide and narrow, light and dark, on paper; it asks for nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsers import faults_of, opened_browser
from onrecord import Archive, render_review

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
    """A browser."""
    with opened_browser() as opened:
        yield opened


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_read_it(browser: Any, report: Path, width: int, scheme: str, media: str) -> None:
    """No violation that axe finds of WCAG 2.2 A and AA or of good practice, nothing wider than the screen, no request."""
    asked: list[str] = []
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(report.as_uri())
        page.emulate_media(media=media)
        found = faults_of(page)
        page.click("#at-2")
        at = page.evaluate("location.hash")
    assert found == []
    assert at == "#q-2"
    assert asked == [report.as_uri()]
