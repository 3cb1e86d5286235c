"""Pages per CPU second of `read` beside trafilatura, on the same HTML pages in one process, page by page in turn.

    python benchmarks/read.py PATH… [--pages 200] [--profile]

PATH: a .tar.gz of pages, a folder of .html files, or a .warc.gz. Prints one row per set, and one for its pages with a statement
and without where it has both: pages per CPU second of the reader, of trafilatura's text alone, and of its text with title, dates
and language, which is nearer to the same work. Of pages without a statement the reader asks trafilatura for the main text.
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
from dataclasses import dataclass
from pathlib import Path

import trafilatura

from onrecord.capture import Captured, decode, read_captures
from onrecord.model import Capture, Locator
from onrecord.reading import read_page
from onrecord.text import language_of


@dataclass
class Spent:
    """Seconds of the reader and of trafilatura's two ways, on how many pages."""

    pages: int = 0
    size: int = 0
    statements: int = 0
    ours: float = 0.0
    text: float = 0.0
    same: float = 0.0

    def add(self, size: int, seconds: tuple[float, float, float], statements: int) -> None:
        """Count one page."""
        self.pages += 1
        self.size += size
        self.statements += statements
        self.ours += seconds[0]
        self.text += seconds[1]
        self.same += seconds[2]

    def row(self) -> str:
        """Return pages, megabytes, pages a second of each, and how many times as fast the reader is."""
        return (
            f"{self.pages:6} {self.size / 1e6:6.1f} {self.pages / self.ours:8.1f} {self.pages / self.text:10.1f}"
            f" {self.text / self.ours:6.2f} {self.pages / self.same:12.1f} {self.same / self.ours:6.2f} {self.statements:11}"
        )


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
    parts = {"": Spent(), "  with a statement": Spent(), "  without": Spent()}
    for name, text in pages:
        before = time.process_time()
        statements = read_one(name, text)
        between = time.process_time()
        trafilatura.extract(text, include_comments=False)
        after = time.process_time()
        trafilatura.bare_extraction(text, include_comments=False, with_metadata=True)
        seconds = between - before, after - between, time.process_time() - after
        for part in ("", "  with a statement" if statements else "  without"):
            parts[part].add(len(text.encode()), seconds, statements)
    for part, spent in parts.items():
        if spent.pages and (not part or spent.pages < len(pages)):
            print(f"{part or '/'.join(path.parts[-2:]):34.34} {spent.row()}")
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
