"""Small pages for tests of the reader: a text or an HTML body in, the Reading out."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from onrecord.model import Capture, Locator, Reading, Statement, Turn
from onrecord.reading import read_page
from onrecord.reading.told import SourceRules

NOWHERE = Locator("page", 0, 0)


def read_text(text: str, rules: SourceRules | None = None) -> Reading:
    """Return the Reading of a plain-text rendering."""
    return read_page(inspect.cleandoc(text), capture_of("text/plain"), rules=rules)


def read_html(body: str, head: str = "", url: str | None = None, rules: SourceRules | None = None) -> Reading:
    """Return the Reading of an HTML page with this body."""
    page = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return read_page(page, capture_of("text/html", url), rules=rules)


def capture_of(media_type: str, url: str | None = None) -> Capture:
    """Return a capture of no particular bytes."""
    return Capture(url, None, "sha256:" + "0" * 64, media_type, NOWHERE)


def transcript(test: Callable[..., object]) -> Reading:
    """Return the Reading of the page that stands in a test's docstring, below its first paragraph."""
    return read_text(inspect.cleandoc(test.__doc__ or "").split("\n\n", 1)[1])


def only(reading: Reading) -> Statement:
    """Return the one statement of a page."""
    (statement,) = reading.statements
    return statement


def lines(turns: tuple[Turn, ...]) -> list[str]:
    """Return turns as "role label: first words", the way a person would list them."""
    return [f"{turn.role} {turn.label}: {' '.join(turn.text.split()[:3])}" for turn in turns]
