"""What a capture costs that only repeats a page, against one of a new page; and whether that grows with the archive."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from onrecord import Archive
from onrecord.model import Capture, Locator
from onrecord.reading import read_page
from sites_generator import Site
from sites_page import PageWriter
from sites_words import Prose
from versions_feed import warc_record

NOW = "2030-01-01T00:00:00Z"
PAGES, TIMES = 400, 5
REPEATED = 0.8
BATCH = 1000
# What is said of captures that repeat a page; whether its furniture moves, and whether something does that nobody sees.
_AGAIN = (
    ("the same bytes again", 0, 0),
    ("the same text, markup moved", 0, 1),
    ("the same words, furniture moved", 1, 0),
)


def report_cost(seed: int) -> None:
    """Print the CPU of new pages, of the same bytes again, of the same text in other markup, and of the same words among furniture that moved."""
    site = Site(seed * 1000, 40)
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.create(Path(folder) / "archive", now=NOW) as archive,
    ):
        _add(archive, folder, (_page(site, n, 0) for n in range(100)))  # the site is learnt by now
        spent = _add(archive, folder, (_page(site, n, 0) for n in range(100, 100 + PAGES)))
        print(f"new pages                         {1000 * spent / PAGES:7.2f} ms of CPU each")
        for said, moved, marked in _AGAIN:
            again = (
                _page(site, n, time_, moved * time_, marked * time_)
                for time_ in range(1, TIMES + 1)
                for n in range(100, 100 + PAGES)
            )
            each = _add(archive, folder, again) / TIMES
            print(f"{said:33} {1000 * each / PAGES:7.2f} ms of CPU each, {each / spent:.2f} of a new page")


def report_growth(sizes: Sequence[int]) -> None:
    """Print the CPU of a thousand captures with so many in the archive; four of five repeat a page that is held.

    All sites grow alike, so that their fixed points fall together: what is spent on the way tells more than one thousand.
    Beside it the same as readings of one page at that moment: other work on the machine makes seconds of CPU longer by half.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.create(Path(folder) / "archive", now=NOW) as archive,
    ):
        captures = _growing()
        held = 0
        for size in sizes:
            grown = size - held
            on_the_way = Spent()
            while held < size:
                batch = min(20 * BATCH, size - held)
                on_the_way.add(archive, folder, _take(captures, batch))
                held += batch
            more = Spent()
            for _ in range(3):
                more.add(archive, folder, _take(captures, BATCH))
            held += 3 * BATCH
            print(
                f"{size:8} captures held: {more.told(3 * BATCH)}; before, from {size - grown}: {on_the_way.told(grown)}",
                flush=True,
            )


class Spent:
    """CPU seconds spent on adding captures, and how many readings of one page would have taken as long."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.readings = 0.0

    def add(self, archive: Archive, folder: str, records: Iterable[bytes]) -> None:
        """Add captures, and count what it took."""
        before = _pace()
        spent = _add(archive, folder, records)
        self.seconds += spent
        self.readings += 2 * spent / (before + _pace())

    def told(self, captures: int) -> str:
        """Return what a thousand of so many captures took."""
        each = BATCH / max(captures, 1)
        return f"{self.seconds * each:6.2f} s of CPU for 1,000 ({self.readings * each:5.0f} readings)"


def _pace() -> float:
    """The CPU seconds that one reading of a page takes just now."""
    site = Site(1, 10)
    _, html, _ = PageWriter(site.world, site.pens[0], 0, site.world.posted(13), Random("pace")).statement(
        site.world.work(12)
    )
    capture = Capture("https://office.example/1", None, "sha256:0", "text/html", Locator("made", 0, 0))
    began = time.process_time()
    for _ in range(20):
        read_page(html, capture)
    return (time.process_time() - began) / 20


def _add(archive: Archive, folder: str, records: Iterable[bytes]) -> float:
    path = Path(folder) / "more.warc"
    with path.open("wb") as out:
        out.writelines(records)
    began = time.process_time()
    archive.add(path, now=NOW)
    return time.process_time() - began


def _page(site: Site, n: int, time_: int, moved: int = 0, marked: int = 0) -> bytes:
    """Return a capture of a site's n-th statement; its furniture is that of the day so many days later.

    With `marked` a comment and a key for forms are other ones, as programs print them for each visit.
    """
    posted = site.world.posted(12 + n)
    writer = PageWriter(
        site.world, site.pens[0], 0, posted + timedelta(days=1 + moved), Random(f"{site.seed}/{n}/{moved}")
    )
    url, html, _ = writer.statement(site.world.work(12 + n))
    if marked:
        html = html.replace("</head>", f'<script>var key="{marked:08x}";</script></head>', 1)
        html = f"{html}<!-- made in 0.0{n}{marked} s -->"
    # No two captures of a page are of one moment: which of them tells what a list shows last is then looked up among all.
    at = posted + timedelta(days=1 + time_, seconds=n + 400 * moved, minutes=marked)
    return warc_record("200 OK", html.encode(), url, f"{at:%Y-%m-%dT%H:%M:%SZ}", n)


def _take(captures: Iterator[bytes], count: int) -> Iterator[bytes]:
    return (next(captures) for _ in range(count))


def _growing() -> Iterator[bytes]:
    """Yield captures without end: of a hundred sites in turn, one of five new, the others of pages that were captured before."""
    chance = Random("onrecord-growth")
    prose = Prose(Site(1, 10).world.tongue, ("Ostrelle", "Varn"), ("Port Ellery", "Skell"))
    moment = datetime(2020, 1, 1, tzinfo=UTC)
    bodies: list[tuple[str, str]] = []
    while True:
        moment += timedelta(minutes=7)
        if len(bodies) < 100 or chance.random() > REPEATED:
            n = len(bodies)
            words = "".join(f"<p>{prose.paragraph(chance)}</p>" for _ in range(3))
            title = f"Statement {n} by Minister of Harbours Ada Verne on {prose.paragraph(chance, 1, 1)[:40]}"
            html = f"<html><head><title>{title}</title></head><body><div class='top'>Ministry</div><h1>{title}</h1><div class='text'>{words}</div></body></html>"  # fmt: skip
            bodies.append((f"https://office{n % 100}.example/statements/{n}", html))
            url, html = bodies[-1]
        else:
            url, html = chance.choice(bodies[-2000:])
        yield warc_record("200 OK", html.encode(), url, f"{moment:%Y-%m-%dT%H:%M:%SZ}", len(bodies))
