"""A browser to look at pages with: Debian's Chromium, or another one that is installed.

Tests are skipped where none is found; with ONRECORD_BROWSER=required they fail there.
"""

from __future__ import annotations

import importlib
import io
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")

# Each character of the page, or of what the window shows of it, with the middle of the box it is drawn in.
_DRAWN = """whole => {
  const drawn = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    const around = range.getBoundingClientRect();
    if (!whole && (around.bottom < 0 || around.top > innerHeight)) continue;
    for (let at = 0; at < node.data.length;) {
      const character = String.fromCodePoint(node.data.codePointAt(at));
      range.setStart(node, at); range.setEnd(node, at += character.length);
      const box = range.getBoundingClientRect();
      if (box.width) drawn.push([character, box.left + box.width / 2 + scrollX, box.top + box.height / 2 + scrollY]);
    }
  }
  return drawn;
}"""
_LIT = (255, 0, 255)
LIT_STYLE = "<style>::target-text { background: #f0f; color: #f0f }</style>"
"""Shows the words that a link leads to in a colour of their own."""


def keep_shot(page: Any, name: str) -> None:
    """Keep a picture of the whole page where ONRECORD_SHOTS names a folder: each costs half a second."""
    if folder := os.environ.get("ONRECORD_SHOTS"):
        page.screenshot(path=Path(folder) / name, full_page=True)


@contextmanager
def opened_browser() -> Iterator[Any]:
    """Yield a browser of Playwright's; skip the test where there is none."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if os.environ.get("ONRECORD_BROWSER") == "required":
        assert path is not None, "no Chromium is installed, and one is required"
        importlib.import_module("playwright.sync_api")
    if path is None:
        pytest.skip("no Chromium is installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def faults_of(page: Any) -> list[tuple[str, list[str]]]:
    """Return what axe finds on the page that is open, of WCAG 2.2 A and AA and of good practice, and what is too wide."""
    from axe_playwright_python.base import AXE_FILE_PATH

    page.evaluate(Path(AXE_FILE_PATH).read_text(encoding="utf-8"))
    told = page.evaluate(
        "axe.run(document, {iframes: false, resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
    )
    found = [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in told["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append(("wider than the screen", []))
    return found


@contextmanager
def served(pages: dict[str, str]) -> Iterator[str]:
    """Yield the address of a server on this machine that answers with the pages, which may be added to."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Keep silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def lit_words(page: Any, link: str) -> tuple[str, int]:
    """Return the words that the browser lights up when it opens the link, and how far it scrolls to them."""
    lit = lit_letters(page, link, whole=True)
    return lit, page.evaluate("scrollY")


def lit_letters(page: Any, link: str, *, whole: bool = False) -> str:
    """Return the letters that are lit when the link is opened: of what the window shows, or of the whole page."""
    from PIL import Image

    page.goto("about:blank")
    page.goto(link)
    lit = ""
    for _ in range(20):  # the words are lit a moment after the page is there
        with Image.open(io.BytesIO(page.screenshot(full_page=whole))) as picture:
            shown = picture.convert("RGB")
        up = 0 if whole else page.evaluate("scrollY")
        lit = "".join(
            character
            for character, x, y in page.evaluate(_DRAWN, whole)
            if 0 <= x < shown.width
            and 0 <= y - up < shown.height
            and shown.getpixel((int(x), int(y - up))) == _LIT
        )
        if lit:
            break
        page.wait_for_timeout(50)
    return lit
