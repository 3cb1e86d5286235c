"""Dates of statements and pages: right, wrong, abstained; htmldate beside on the same pages in the same run.

    python benchmarks/dates.py [SET…] [--seed 100] [--sites 20] [--captures-per-site 10] [--data DIR] [--show N]

Sets: generated (sites of `sites_generator`, each read in one call), feed (`whitehouse-feed`: posted_on is the declared
pubDate, in UTC; given_on the day with its year at the end of the title, or in brackets on one of the first lines, where
there is one; the day in the address, which is local time, is as good as that of pubDate), trafilatura-eval and
readability-pages (posted_on is the stored date, where there is one and that day is in the page in one of the usual
shapes; the day before or after is as good where the page declares a time on it, which is the same moment in another zone;
the README calls the second set near-gold). Precision is right of (right + wrong + says_at), recall right of all
that are known. "says_at" is the page's own dateline taken for another date; answers that one editor would give and
another would not are "either", and count nowhere. htmldate gives one date a page and is held against posted_on, or the
bare date; where a page tells no day of posting, against given_on. It is given the day of capture as `max_date`; where that
is not known it gets none. Examples (`--show`) of generated sites are of tuning seeds (1 to 99).
"""

from __future__ import annotations

import argparse
import io
import json
import re
import tarfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from htmldate import find_date
from selectolax.lexbor import LexborHTMLParser

from onrecord import Reading, read
from onrecord.capture import Captured, decode, read_captures
from sites_generator import generate_sites
from sites_gold import Gold
from sites_score import DATES, judge_dates
from sites_tools import read_site
from sites_words import ENGLISH

DATA = Path(__file__).parents[2] / "shared" / "data"
SETS = ("generated", "feed", "trafilatura-eval", "readability-pages")
FIRST_REPORTED = 100
_ADDRESS_DAY = re.compile(r"/(20\d\d)/(\d\d)/(\d\d)/")  # …/briefing-room/2021/06/02/remarks-by-…
_TIMED_DAY = re.compile(r"\b(\d{4}-\d\d-\d\d)T\d\d:\d\d")  # 2022-05-04T03:37:37+00:00
_MONTHS = "|".join(ENGLISH.months)
_LINE_DAY = re.compile(rf"^\s*\(({_MONTHS}) (\d{{1,2}}), (20\d\d)\)\s*$", re.MULTILINE)  # (June 1, 2021)
_TITLE_DAY = re.compile(rf"({_MONTHS}) (\d{{1,2}}), (20\d\d)\s*$")  # … Jen Psaki, July 6, 2021


@dataclass(frozen=True)
class Case:
    """A page with the dates that are known of it; a field that is left out is not judged; `also` are other days of posting that are as good."""

    name: str
    html: str
    url: str | None
    captured_on: str | None
    known: Mapping[str, str | None]
    answers: Mapping[str, str | None]
    gold: Gold | None
    seconds: float
    also: frozenset[str] = frozenset()


class Tally:
    """Outcomes of one tool on one set, by field."""

    def __init__(self) -> None:
        self.outcomes: dict[str, Counter[str]] = defaultdict(Counter)
        self.seconds = 0.0

    def rows(self, set_name: str, tool: str, pages: int) -> Iterator[str]:
        """Yield one line a field."""
        for name, counts in self.outcomes.items():
            wrong = counts["wrong"] + counts["says_at"]
            known = counts["right"] + counts["missed"] + counts["wrong known"]
            precision = counts["right"] / max(1, counts["right"] + wrong)
            cost = 1000 * self.seconds / max(1, pages)
            yield (
                f"{set_name:18} {tool:9} {name:11} {known:6} {counts['right']:6} {wrong:6} {counts['missed']:10} {counts['tolerated']:7}"
                f" {counts['says_at']:8} {precision:10.3f} {counts['right'] / max(1, known):7.3f} {cost:8.1f}"
            )


def generated_cases(seed: int, sites: int, captures: int) -> Iterator[Case]:
    """Yield the statements of generated sites, each site read in one call."""
    for pages in generate_sites(seed, sites, captures):
        readings, seconds = read_site(pages)
        for page, reading in zip(pages, readings, strict=True):
            if page.gold.kind != "statement":
                continue
            known = {name: getattr(page.gold, name) for name in DATES}
            name = f"{page.site} {page.url} {page.gold.features['line']}/{page.gold.features['title tail']}"
            yield Case(
                name,
                page.html,
                page.url,
                page.captured_at[:10],
                known,
                answers_of(reading),
                page.gold,
                seconds / len(pages),
            )


def feed_cases(data: Path) -> Iterator[Case]:
    """Yield every distinct content of an address in the feed."""
    seen = set()
    for found in read_captures(data / "whitehouse-feed" / "captures.warc.gz"):
        if not isinstance(found, Captured) or (key := (found.capture.url, found.capture.digest)) in seen:
            continue
        seen.add(key)
        text = decode(found).text
        page = LexborHTMLParser(text)
        declared = page.css_first('meta[name="pubDate"]')
        title = page.css_first("title")
        known: dict[str, str | None] = {}
        if declared and (content := declared.attributes.get("content")):
            known["posted_on"] = parsedate_to_datetime(content).date().isoformat()
        if (title and (day := _TITLE_DAY.search(title.text()))) or (
            (article := page.css_first("article"))
            and (day := _LINE_DAY.search(article.text(separator="\n")[:400]))
        ):
            known["given_on"] = day_of(day)
        case = _case(found.capture.url or "", text, found.capture.url, found.capture.captured_at, known)
        local = _ADDRESS_DAY.search(found.capture.url or "")
        yield replace(case, also=frozenset({"-".join(local.groups())})) if local else case


def day_of(found: re.Match[str]) -> str:
    """Return the day of a match of month, day and year."""
    return date(int(found[3]), ENGLISH.months.index(found[1]) + 1, int(found[2])).isoformat()


def eval_cases(data: Path) -> Iterator[Case]:
    """Yield the pages of `trafilatura-eval` with a date."""
    with tarfile.open(data / "trafilatura-eval" / "pages.tar.gz") as tar:
        known = json.loads(member(tar, "trafilatura-eval/evaldata.json"))
        for _, entry in sorted(known.items()):
            if entry.get("date"):
                markup = member(tar, f"trafilatura-eval/pages/{entry['file']}").decode("utf-8", "replace")
                if day_in_page(entry["date"], markup):
                    case = _case(entry["file"], markup, None, None, {"posted_on": entry["date"]})
                    yield replace(case, also=days_of_other_zones(entry["date"], markup))


def readability_cases(data: Path) -> Iterator[Case]:
    """Yield the pages of `readability-pages` with a time of publication."""
    with tarfile.open(data / "readability-pages" / "pages.tar.gz") as tar:
        for name in sorted(name for name in tar.getnames() if name.endswith("expected-metadata.json")):
            published = json.loads(member(tar, name)).get("publishedTime")
            markup = member(tar, name.replace("expected-metadata.json", "source.html")).decode(
                "utf-8", "replace"
            )
            if published and day_in_page(published[:10], markup):
                case = _case(name.split("/")[-2], markup, None, None, {"posted_on": published[:10]})
                yield replace(case, also=days_of_other_zones(published[:10], markup))


def days_of_other_zones(day: str, markup: str) -> frozenset[str]:
    """Return the neighbouring days on which the page declares a time, if it declares one on this day as well."""
    timed = set(_TIMED_DAY.findall(markup))
    known = date.fromisoformat(day)
    beside = {(known + timedelta(days=step)).isoformat() for step in (-1, 1)}
    return frozenset(beside & timed) if day in timed else frozenset()


def day_in_page(day: str, markup: str) -> bool:
    """Return whether a day stands in a page as digits in any order, or with the year, the day and a word between."""
    try:
        known = date.fromisoformat(day)
    except ValueError:
        return False
    d, m, y = known.day, known.month, known.year
    digits = rf"\b{y}\W?0?{m}\W?0?{d}(?!\d)|\b0?{d}\W{{1,2}}0?{m}\W{{1,2}}(?:{y}|{y % 100:02})\b|\b0?{m}\W{{1,2}}0?{d}\W{{1,2}}(?:{y}|{y % 100:02})\b"
    words = rf"\b0?{d}(?:st|nd|rd|th|er)?\W{{1,4}}(?:de\W)?[^\W\d]{{3,12}}\W{{1,5}}(?:de\W)?{y}|[^\W\d]{{3,12}}\W{{1,4}}0?{d}(?:st|nd|rd|th)?\W{{1,6}}{y}"
    return bool(re.search(f"{digits}|{words}", markup))


def member(tar: tarfile.TarFile, name: str) -> bytes:
    """Return the bytes of one file of a set."""
    file = tar.extractfile(name)
    assert file is not None
    return file.read()


def _case(
    name: str, markup: str, url: str | None, captured_at: str | None, known: dict[str, str | None]
) -> Case:
    before = time.process_time()
    readings = [
        found
        for found in read(io.BytesIO(markup.encode()), url=url, captured_at=captured_at)
        if isinstance(found, Reading)
    ]
    seconds = time.process_time() - before
    return Case(
        name,
        markup,
        url,
        (captured_at or "")[:10] or None,
        known,
        answers_of(readings[0] if readings else None),
        None,
        seconds,
    )


def answers_of(reading: Reading | None) -> dict[str, str | None]:
    """Return the dates of the first statement; of a page without one, those of the page."""
    if reading is None:
        return dict.fromkeys(DATES)
    if reading.statements:
        return {name: getattr(reading.statements[0], name) for name in DATES}
    return {"given_on": None, "posted_on": reading.page.posted_on, "updated_on": reading.page.updated_on}


def outcomes_of(case: Case, answers: Mapping[str, str | None]) -> dict[str, str]:
    """Return the outcome of each field that is known, or known to be unsaid."""
    if case.gold is not None:
        return judge_dates(case.gold, answers)
    found = {}
    for name, known in case.known.items():
        read = (answers.get(name) or "")[:10] or None
        tolerated = name == "posted_on" and read in case.also
        found[name] = (
            "right"
            if read == known
            else "tolerated"
            if tolerated
            else "abstained"
            if read is None
            else "wrong"
        )
    return found


def add(tally: Tally, case: Case, outcomes: Mapping[str, str]) -> None:
    """Count the outcomes of one page."""
    for name, outcome in outcomes.items():
        counts = tally.outcomes[name]
        counts["missed" if outcome == "abstained" else outcome] += 1
        if outcome in ("wrong", "says_at") and case.known.get(name):
            counts["wrong known"] += 1


def htmldate_outcome(case: Case, found: str | None) -> dict[str, str]:
    """Return the outcome of htmldate's one date, under the field it is held against."""
    gold = case.gold
    if gold is None:
        return {
            name: outcome
            for name, outcome in outcomes_of(case, {"posted_on": found}).items()
            if name == "posted_on"
        }
    field = "posted_on" if gold.posted_on or not gold.given_on else "given_on"
    if (
        field == "posted_on"
        and gold.posted_on is None
        and found is not None
        and found in gold.tolerated["posted_on"]
    ):
        return {field: "tolerated"}
    return {field: judge_dates(gold, {field: found})[field]}


def ask_htmldate(case: Case) -> tuple[str | None, float]:
    """Return htmldate's date of a page and the seconds it took."""
    before = time.process_time()
    try:
        found = find_date(
            case.html, original_date=True, extensive_search=True, url=case.url, max_date=case.captured_on
        )
    except ValueError:  # a page that it calls empty
        found = None
    return found, time.process_time() - before


def main() -> None:
    """Run the sets asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--seed", type=int, default=FIRST_REPORTED)
    parser.add_argument("--sites", type=int, default=20)
    parser.add_argument("--captures-per-site", type=int, default=10)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print the first N wrong dates of each set"
    )
    asked = parser.parse_args()
    if asked.show and asked.seed >= FIRST_REPORTED and "generated" in (asked.sets or SETS):
        parser.error("examples of generated sites are of tuning seeds (1 to 99)")
    for name in asked.sets:
        if name not in SETS:
            parser.error(f"no set {name!r}; there are {', '.join(SETS)}")
    print(
        f"{'set':18} {'tool':9} {'field':11} {'known':>6} {'right':>6} {'wrong':>6} {'abstained':>10} {'either':>7} {'says_at':>8}"
        f" {'precision':>10} {'recall':>7} {'CPU ms':>8}"
    )
    for name in asked.sets or SETS:
        cases = {
            "generated": lambda: generated_cases(asked.seed, asked.sites, asked.captures_per_site),
            "feed": lambda: feed_cases(asked.data), "trafilatura-eval": lambda: eval_cases(asked.data),
            "readability-pages": lambda: readability_cases(asked.data),
        }[name]()  # fmt: skip
        run(name, cases, asked.show)


def run(name: str, cases: Iterator[Case], show: int) -> None:
    """Judge both tools on one set and print the rows."""
    ours, theirs, pages = Tally(), Tally(), 0
    shown = []
    for case in cases:
        pages += 1
        outcomes = outcomes_of(case, case.answers)
        add(ours, case, outcomes)
        ours.seconds += case.seconds
        found, seconds = ask_htmldate(case)
        theirs.seconds += seconds
        add(theirs, case, htmldate_outcome(case, found))
        for field, outcome in outcomes.items():
            if outcome in ("wrong", "says_at"):
                shown.append(
                    f"    {case.name}: {field} {case.answers[field]} for {case.known.get(field)} ({outcome})"
                )
    for tool, tally in (("onrecord", ours), ("htmldate", theirs)):
        for row in tally.rows(name, tool, pages):
            print(row)
    for line in shown[:show]:
        print(line)


if __name__ == "__main__":
    main()
