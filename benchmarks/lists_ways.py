"""Lists of messages in every way we know, in twenty-three languages: which entries are told with day, title and lead, and no more.

    python benchmarks/lists_ways.py [--half tune|held] [--missed 0] [--way WAY] [--language CODE] [--holds]

Each page is a list of seven messages of one office, newest first, with or without a sentence below each title; titles, days and
words are those of `heads_ways.py`. A page is right where each entry is told with its title, day and lead, nothing else is told, and nothing of it
is a statement. The half `held` has other words and other ways, written before any rule was mended, by the same hand.
`--holds` ends with 1 where fewer pages are right than the floor.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from heads_tongues import Tongue, read_tongues
from onrecord.model import Capture, Locator
from onrecord.reading import read_page

# Each entry, by D its day, T its title as a link, P its title alone, L its lead, M a link to more, K its kind, C a place.
WAYS = {
    "tune": {
        "list title day": ("<ul>", "<li>T <span class='date'>D</span></li>", "</ul>"),
        "list day title": ("<ul>", "<li><span>D</span> T</li>", "</ul>"),
        "list day dash title": ("<ul>", "<li>D – T</li>", "</ul>"),
        "articles": ("", "<article><h3>T</h3><time>D</time><p>L</p></article>", ""),
        "articles day first": ("", "<article><time>D</time><h3>T</h3><p>L</p>M</article>", ""),
        "table": ("<table>", "<tr><td>D</td><td>T</td></tr>", "</table>"),
        "boxes": ("", "<div class='n'><div class='d'>D</div><div class='t'>T</div><div class='l'>L</div></div>", ""),
        "lines": ("", "<p>D<br>T<br>L</p>", ""),
        "definitions": ("<dl>", "<dt>D</dt><dd>T</dd>", "</dl>"),
        "headings of days": ("", "<h3>D</h3><ul><li>T</li></ul>", ""),
        "cards": ("", "<div><a href='N'><span>D</span><h3>P</h3><p>L</p></a></div>", ""),
        "kinds": ("", "<div><span class='tag'>K</span> <span class='date'>D</span><h2>T</h2><p>L</p></div>", ""),
        "bold lines": ("", "<p>D</p><p><b>P</b></p><p>L</p>", ""),
        "day below lead": ("", "<div><h4>T</h4><p>L</p><small>D</small></div>", ""),
        "day in brackets": ("<ul>", "<li>T (D)</li>", "</ul>"),
        "text lines": (None, "D\n\nP\n\nL\n\n", ""),
        "text one line": (None, "D P\n\nL\n\n", ""),
        "text title first": (None, "P\n\nD\n\nL\n\n", ""),
    },
    "held": {
        "ordered": ("<ol>", "<li><p>T</p><p>D</p></li>", "</ol>"),
        "table three": ("<table>", "<tr><td>D</td><td>K</td><td>T</td></tr>", "</table>"),
        "place and day": ("", "<div><h3>T</h3><p>C, D</p><p>L</p></div>", ""),
        "lead first of day": ("", "<div class='row'><h5>T</h5><p>D | L</p></div>", ""),
        "cards below": ("", "<div><a href='N'><h3>P</h3></a><p>L</p><div><span>D</span> M</div></div>", ""),
        "rows of spans": ("", "<div><span>D</span> <span>T</span></div>", ""),
        "headings": ("", "<h2>T</h2><p>D</p><p>L M</p>", ""),
        "comma": ("<ul>", "<li>T, D</li>", "</ul>"),
        "text comma": (None, "P, D\n\n", ""),
        "text bars": (None, "D | K\nP\nL\n\n", ""),
    },
}  # fmt: skip
MORE = {
    "en": "Read more", "fr": "Lire la suite", "de": "Mehr lesen", "es": "Leer más", "ru": "Подробнее", "zh": "详细", "ar": "اقرأ المزيد", "hi": "और पढ़ें",
    "pt": "Leia mais", "it": "Leggi tutto", "pl": "Czytaj więcej", "nl": "Lees meer", "tr": "Devamını oku", "ja": "続きを読む", "ko": "더 보기",
    "el": "Περισσότερα", "he": "קרא עוד", "uk": "Докладніше", "cs": "Číst dále", "sv": "Läs mer", "fa": "ادامه مطلب", "ro": "Citește mai mult", "id": "Baca selengkapnya", "hu": "Tovább", "fi": "Lue lisää", "da": "Læs mere", "no": "Les mer", "sr": "Прочитај више", "bg": "Прочетете повече", "vi": "Xem thêm",
}  # fmt: skip
MONTHS = {"tune": "2031-05", "held": "2032-10"}
_PUT = re.compile(r"(?<![A-Za-z])[DPLKCNMT](?![A-Za-z])")
ENTRIES = 7
FLOOR = 1_165
"""Pages of the half that rules are made on which are right, at least."""


class Listed(NamedTuple):
    """One page, and what is on it: title, day and lead of each entry."""

    tongue: Tongue
    way: str
    day: str
    text: str
    media: str
    entries: tuple[tuple[str, str, str | None], ...]


def listed_pages(half: str) -> Iterator[Listed]:
    """Return each way of setting a list in each language and way of writing a day."""
    for tongue in read_tongues(half):
        for way, parts in WAYS[half].items():
            for day in _days(tongue):
                yield _page(tongue, way, parts, day, MONTHS[half])


def _days(tongue: Tongue) -> list[str]:
    """The ways of writing a day: in words, in figures, with a time; without a day of the week, which would be another each time."""
    words, *others = tongue.days
    figures = [day for day in others if not re.search(r"[^\W\d_]", day) and ":" not in day]
    timed = [day for day in others if ":" in day and "," not in day[:6]]
    return [words, *figures[:1], *timed[-1:]]


def _page(tongue: Tongue, way: str, parts: tuple[str | None, str, str], day: str, month: str) -> Listed:
    titles = [title.text for title in tongue.titles.values()][:ENTRIES]
    leads = [_lead(" ".join(tongue.told["words"]), n) for n in range(ENTRIES)]
    number = re.search(r"(?<!\d)(?:14|23)(?!\d)", day)
    assert number, day
    before, row, behind = parts
    rows, entries = [], []
    for n, (title, lead) in enumerate(zip(titles, leads, strict=False)):
        at = int(number[0]) + ENTRIES - 1 - n
        address = f"/news/{at}.html"
        link = f"<a href='{address}'>{{}}</a>"
        put = {
            "D": day[: number.start()] + str(at) + day[number.end() :], "P": title, "L": lead, "K": tongue.told["kicker"], "C": tongue.told["place"],
            "N": address, "M": link.format(MORE[tongue.code]), "T": link.format(escape(title)),
        }  # fmt: skip
        rows.append(_PUT.sub(lambda match, put=put: put[match[0]], row))  # type: ignore[misc]
        entries.append((title, f"{month}-{at:02}", lead if "L" in row else None))
    inside = "".join(rows)
    if before is None:
        return Listed(tongue, way, f"{day}: {way}", f"Tern House\n\n{inside}", "text/plain", tuple(entries))
    html = (
        f"<html lang='{tongue.code}'><head><title>Tern House</title></head><body><header><a href='/'>Tern House</a></header>"
        f"<main><h1>{tongue.told['kicker']}</h1>{before}{inside}{behind}</main><footer><p>© 2031 Tern House</p></footer></body></html>"
    )
    return Listed(tongue, way, day, html, "text/html", tuple(entries))


def _lead(words: str, n: int) -> str:
    """The beginning of some words: each entry has more of them than the one before."""
    cut = words[: 40 + 5 * n] if " " in words[:30] else words[: 16 + 2 * n]
    return (cut.rpartition(" ")[0] if " " in words[:30] else cut).rstrip(".,،。、؛ ") + "…"


def faults(page: Listed) -> list[str]:
    """Return what is not as the page has it, none where all is."""
    capture = Capture(None, None, "sha256:" + "0" * 64, page.media, Locator("page", 0, len(page.text)))
    reading = read_page(page.text, capture)
    found = [f"statement {one.title}" for one in reading.statements]
    told = [(one.title, one.posted_on, one.lead) for one in reading.notices]
    if len(told) != len(page.entries):
        found.append(f"{len(told)} entries")
    for got, known in zip(told, page.entries, strict=False):
        found += [
            f"{name} {one!r}"
            for name, one, other in zip(("title", "day", "lead"), got, known, strict=True)
            if one != other
        ]
    return found


def main() -> int:
    """Print how many pages of a half are right, by way and by language."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("tune", "held"), default="tune")
    parser.add_argument("--missed", type=int, default=0, help="how many pages to show with what is wrong")
    parser.add_argument("--way")
    parser.add_argument("--language")
    parser.add_argument("--holds", action="store_true", help="end with 1 below the floor")
    given = parser.parse_args()
    pages, right = Counter[str](), Counter[str]()
    shown = 0
    for page in listed_pages(given.half):
        if given.way not in (None, page.way) or given.language not in (None, page.tongue.code):
            continue
        wrong = faults(page)
        for name in (page.way, page.tongue.code, "all"):
            pages[name] += 1
            right[name] += not wrong
        if wrong and shown < given.missed:
            shown += 1
            print(
                f"{page.tongue.code} {page.way} [{page.day}]: {len(wrong)} faults: {'; '.join(wrong[:3])}"[
                    :300
                ]
            )
    for name in pages:
        print(f"{name:24} {pages[name]:5} {right[name]:5}")
    return int(given.holds and right["all"] < FLOOR)


if __name__ == "__main__":
    raise SystemExit(main())
