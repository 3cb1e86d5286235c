"""Pages per CPU second of `read` beside trafilatura, on the same HTML pages in one process, page by page in turn.

    python benchmarks/read.py PATH… [--pages 200] [--profile]

PATH: a .tar.gz of pages, a folder of .html files, or a .warc.gz. Prints one row per set: pages per CPU second of the
reader, of trafilatura's text alone, and of its text with title, dates and language, which is nearer to the same work.
What the two return differs still (statements with turns, furniture and notices here): the ratios say what a page costs,
not that the answers are the same.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

import trafilatura

from onrecord.capture import Captured, decode, read_captures
from onrecord.model import Capture, Locator
from onrecord.reading import read_page
from onrecord.text import language_of


def pages_of(path: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of each HTML page in a folder, tar or WARC."""
    if path.name.endswith(".tar.gz"):
        with tarfile.open(path) as tar:
            for member in tar:
                if member.name.endswith((".html", ".htm")) and (file := tar.extractfile(member)):
                    yield member.name, file.read().decode("utf-8", "replace")
        return
    if path.is_dir():
        for page in sorted(path.rglob("*.html")):
            yield str(page), page.read_text("utf-8", "replace")
        return
    for captured in read_captures(path):
        if isinstance(captured, Captured):
            yield captured.capture.url or "", decode(captured).text


def main() -> None:
    """Run both on each set and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument("--pages", type=int, default=200)
    arguments.add_argument("--profile", action="store_true")
    asked = arguments.parse_args()
    print(
        f"{'set':34} {'pages':>6} {'MB':>6} {'read/s':>8} {'text/s':>10} {'ratio':>6} {'text+meta/s':>12} {'ratio':>6}"
        f" {'statements':>11}"
    )
    for path in asked.paths:
        compare(path, asked.pages, asked.profile)


def compare(path: Path, limit: int, profile: bool) -> None:
    """Print one row: both tools over the same pages, timed page by page in turn."""
    pages = []
    for page in pages_of(path):
        pages.append(page)
        if len(pages) == limit:
            break
    for page in pages[:5]:  # what is loaded once is loaded before the clock runs
        read_one(*page)
        trafilatura.extract(page[1], include_comments=False)
        trafilatura.bare_extraction(page[1], include_comments=False, with_metadata=True)
    language_of("Words enough for the language model to be loaded, whatever the pages declare.")
    ours = theirs = same = 0.0
    statements = 0
    for name, text in pages:
        before = time.process_time()
        statements += read_one(name, text)
        between = time.process_time()
        trafilatura.extract(text, include_comments=False)
        ours += between - before
        after = time.process_time()
        theirs += after - between
        trafilatura.bare_extraction(text, include_comments=False, with_metadata=True)
        same += time.process_time() - after
    size = sum(len(text.encode()) for _, text in pages) / 1e6
    name = "/".join(path.parts[-2:])
    count = len(pages)
    print(
        f"{name:34.34} {count:6} {size:6.1f} {count / ours:8.0f} {count / theirs:10.1f} {theirs / ours:6.1f}"
        f" {count / same:12.1f} {same / ours:6.1f} {statements:11}"
    )
    if profile:
        profiler = cProfile.Profile()
        profiler.enable()
        for name, text in pages:
            read_one(name, text)
        profiler.disable()
        pstats.Stats(profiler).sort_stats("tottime").print_stats(15)


def read_one(name: str, text: str) -> int:
    """Read one page and return how many statements it holds."""
    capture = Capture(None, None, "sha256:" + "0" * 64, "text/html", Locator(name, 0, len(text)))
    return len(read_page(text, capture).statements)


if __name__ == "__main__":
    main()
