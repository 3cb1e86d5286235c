"""Of how many quotations a browser lights up the words when it opens the link of their citation, on real and generated pages.

    python benchmarks/links.py [--quotations 100] [--seed 1] [--data ../shared/data]

Stretches of 2 to 60 words are drawn from the turns of each page, beginning and ending at words. The page is served on this machine
as it was captured, its programs left out, and opened in Chromium under the link. Counted as right: the words quoted are lit, and
nothing else is. "more": others are lit as well; "elsewhere": other words are; "nothing": none. What the citation says it cannot name
alone is counted apart. Pages of generated sites stand for themselves (seeds 100 and up are for reporting).
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from sites_generator import Site
from turns_sets import members

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browsers import LIT_STYLE, lit_letters, opened_browser, served
from onrecord import Reading, Turn, read
from onrecord.citing import make_directive, make_link
from onrecord.text import match_form

_PROGRAMS = re.compile(
    rb"<script\b.*?</script\s*>|<link\b[^>]*>|<meta http-equiv[^>]*>", re.IGNORECASE | re.DOTALL
)


class Quoted(NamedTuple):
    """A quotation of a page, and its place in the page's text."""

    page: bytes
    text: str
    start: int
    end: int


def briefings(folder: Path) -> Iterator[bytes]:
    return (page for _, page in members(folder / "whitehouse-briefings" / "pages.tar.gz", ".html"))


def hansard(folder: Path) -> Iterator[bytes]:
    return (page for _, page in members(next((folder / "singapore-hansard").glob("*.tar.gz")), ".html"))


def generated(_: Path) -> Iterator[bytes]:
    return (Site(seed).page(i).html.encode() for seed in range(100, 160) for i in (0, 5))


SETS = {"whitehouse-briefings": briefings, "singapore-hansard": hansard, "generated sites": generated}


def quotations(pages: Iterator[bytes], count: int, chance: Random) -> Iterator[Quoted]:
    """Yield quotations, two of a page, until there are enough."""
    for page in pages:
        page = _PROGRAMS.sub(b"", page)
        for reading in read(io.BytesIO(page), url="https://pages.example/1"):
            if isinstance(reading, Reading):
                turns = [turn for each in reading.statements for turn in each.turns if len(turn.text) > 40]
                for turn in chance.sample(turns, min(2, len(turns))):
                    yield _drawn(page, reading.page.text, turn, chance)
                    count -= 1
                    if not count:
                        return


def _drawn(page: bytes, text: str, turn: Turn, chance: Random) -> Quoted:
    spans = match_form(turn.text).spans
    words = min(len(spans), round(2 * 30 ** chance.random()))
    first = chance.randrange(len(spans) - words + 1)
    at = turn.span[0]
    return Quoted(page, text, at + spans[first][0], at + spans[first + words - 1][1])


def outcome(window: Any, pages: dict[str, str], address: str, quoted: Quoted) -> str:
    """Return what the browser lights up of a quotation."""
    named = make_directive(quoted.text, (quoted.start, quoted.end))
    if named is None or named.found is None:
        return "not named alone"
    html = quoted.page.decode("utf-8", "replace")
    pages["/1"] = html.replace("<head", f"{LIT_STYLE}<head", 1) if "<head" in html else LIT_STYLE + html
    lit = "".join(lit_letters(window, str(make_link(f"{address}/1", named.found))).split())
    words = "".join(quoted.text[quoted.start : quoted.end].split())
    if lit == words:
        return "right"
    if not lit:
        return "nothing"
    return "more" if words in lit else "elsewhere" if lit not in words else "a part"


def main() -> None:
    """Draw, open, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quotations", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--show", action="store_true", help="show what is not right")
    arguments = parser.parse_args()
    pages: dict[str, str] = {}
    with served(pages) as address, opened_browser() as browser:
        window = browser.new_page(viewport={"width": 1200, "height": 3000})
        window.route(
            "**/*", lambda route: route.continue_() if address in route.request.url else route.abort()
        )
        for name, source in SETS.items():
            chance = Random(f"{arguments.seed}/{name}")
            counts: Counter[str] = Counter()
            for each in quotations(source(arguments.data), arguments.quotations, chance):
                found = outcome(window, pages, address, each)
                counts[found] += 1
                if arguments.show and found != "right":
                    print(found, repr(each.text[each.start : each.end]))
            print(
                f"{name}: {sum(counts.values())} quotations, "
                + ", ".join(f"{k} {n}" for k, n in counts.most_common())
            )


if __name__ == "__main__":
    main()
