"""The tools on the same pages in one process: `onrecord.read` over a site's captures at once, and the peers page by page."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import lxml.html
import trafilatura
from readability import Document

from onrecord import Archive, Reading, read
from sites_gold import GeneratedPage
from sites_warc import write_warc

Key = tuple[str, str]


def read_site(pages: Sequence[GeneratedPage]) -> tuple[list[Reading | None], float]:
    """Return the Reading of each capture, read in one call, and the seconds of CPU it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "site.warc"
        with path.open("wb") as out:
            write_warc(pages, out)
        before = time.process_time()
        readings: dict[Key, Reading] = {}
        for found in read(path):
            if isinstance(found, Reading):
                readings[(found.capture.url or "", found.capture.captured_at or "")] = found
        seconds = time.process_time() - before
    return [readings.get((page.url, page.captured_at)) for page in pages], seconds


def keep_site(pages: Sequence[GeneratedPage]) -> tuple[list[Reading | None], float]:
    """Return the Reading that an archive holds of the latest capture of each address, added one by one, and the seconds of CPU.

    What is learnt of the site is learnt at its fixed points. None for a capture that a later one of its address follows.
    """
    with tempfile.TemporaryDirectory() as folder:
        before = time.process_time()
        with Archive.create(Path(folder) / "archive") as archive:
            for n, page in enumerate(pages):
                path = Path(folder) / f"{n}.warc"
                with path.open("wb") as out:
                    write_warc([page], out)
                archive.add(path)
            held = {
                (found.capture.url, found.capture.captured_at): found
                for found in archive.record.page_captures()
            }
        seconds = time.process_time() - before
    return [held.get((page.url, page.captured_at)) for page in pages], seconds


def text_of_trafilatura(html: str) -> str:
    """Return what trafilatura takes for the main text, tables included."""
    return trafilatura.extract(html, include_comments=False, include_tables=True) or ""


def text_of_readability(html: str) -> str:
    """Return the text of what readability-lxml takes for the article."""
    summary = Document(html).summary()
    return " ".join(lxml.html.fromstring(summary).itertext()) if summary.strip() else ""


PEERS = {"trafilatura": text_of_trafilatura, "readability-lxml": text_of_readability}


def peer_texts(name: str, pages: Sequence[GeneratedPage]) -> tuple[list[str], float]:
    """Return a peer's text of each page, and the seconds of CPU it took."""
    before = time.process_time()
    texts = [PEERS[name](page.html) for page in pages]
    return texts, time.process_time() - before
