"""How well copies of statements are found, and how seldom statements are merged that are not one.

    python benchmarks/witnesses.py [--seed 101] [--each 40] [--speeches FOLDER] [--show]
    python benchmarks/witnesses.py --cost 10000 30000

Invented statements stand on pages of invented sites (`sites_generator.py`), in six languages, and again on pages of other
sites with other furniture: whole, with small edits, between an introduction and a closing line of the other site, in part. Beside
them stand messages of one formula with other facts, the same words in another year, statements that share their formulas. All are
added to one archive; what it joined is compared with what is one. Speeches written down by two transcribers (development data) must
stay two. Seeds 1 to 99 are for tuning, 100 and up for reporting.

With `--cost`, what adding 1,000 captures costs in CPU time when the archive holds so many statements.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

from onrecord import Archive
from onrecord.capture import Captured, digest_of
from onrecord.model import Capture, Locator, Page, Reading, Statement, Turn, Unclassified
from onrecord.reading import PageRead, source_of, statement_id
from onrecord.record.deriving import pagesread
from onrecord.record.guard import verify
from onrecord.witnessing import letters_of
from sites_generator import LANGUAGES, Site
from sites_page import PageWriter
from witnesses_cases import Case, Printed, cases, speeches

NOW = "2032-01-01T00:00:00Z"
SPEECHES = Path("../shared/data/convention-speeches")


class Placed(NamedTuple):
    """A printed statement with the capture that shows it."""

    case: Case
    printed: Printed
    capture: Captured


class Offices:
    """Generated sites by language: three of each, so that a copy stands on another one than the original."""

    def __init__(self, seed: int) -> None:
        self.sites: defaultdict[str, list[Site]] = defaultdict(list)
        self.pages: Counter[str] = Counter()
        number = seed * 10_000
        while any(len(self.sites[code]) < 3 for code in LANGUAGES):
            site = Site(number, 400)
            if len(self.sites[site.world.tongue.code]) < 3:
                self.sites[site.world.tongue.code].append(site)
            number += 1

    def page(self, printed: Printed) -> Captured:
        """Return a capture of a statement on a page of its language's site of that number."""
        site = self.sites[printed.language][printed.site]
        n = self.pages[site.name]
        self.pages[site.name] += 1
        epoch = 0
        moment = printed.captured
        chance = Random(f"{site.seed}/witnesses/{n}")
        writer = PageWriter(site.world, site.pens[epoch], epoch, moment, chance)
        tongue = site.world.tongue
        line = tongue.long_date(printed.posted, tongue.long_dates[0])
        body = "\n".join(f"<p>{each}</p>" for each in printed.paragraphs)
        html, _ = writer.wrapped(printed.title, body, "\n".join(printed.paragraphs), line)
        content = html.encode()
        url = f"https://{site.world.host}/statements/{n}"
        at = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        capture = Capture(url, at, digest_of(content), "text/html", Locator("made", 0, len(content)))
        return Captured(capture, content, "utf-8")


def place(made: Sequence[Case], seed: int) -> list[Placed]:
    """Return every statement of the cases on a page."""
    offices = Offices(seed)
    return [Placed(case, printed, offices.page(printed)) for case in made for printed in case.printed]


class Shown(NamedTuple):
    """The statement that an address shows, and whether a day was read of it."""

    id: str
    dated: bool


def shown_by(archive: Archive, placed: Sequence[Placed]) -> dict[str, Shown]:
    """Return what each address shows, where the reader got its words: the rest is no matter of copies."""
    printed = {each.capture.capture.url: letters_of(" ".join(each.printed.paragraphs)) for each in placed}
    found = {}
    for listed in archive.list():
        versions = {held.version: held.statement for held in archive.record.versions(listed.id)}
        for witness in listed.witnesses:
            statement = versions[witness.version]
            wanted = printed.get(witness.url, "")
            read = letters_of(" ".join(turn.text for turn in statement.turns))
            if 0.9 * len(wanted) <= len(read) <= 1.3 * len(wanted) + 200 and wanted[:40] in read:
                found[witness.url or ""] = Shown(listed.id, _is_dated(archive, witness.url))
    return found


def _is_dated(archive: Archive, url: str | None) -> bool:
    """Return whether the page at an address tells a day itself: one that it is joined with may."""
    row = archive.record._derived.db.execute(
        "SELECT given_on, posted_on FROM members WHERE id = ?", (statement_id(url, ""),)
    ).fetchone()
    return any(row or ())


class Score:
    """What was found, missed, merged wrongly or not read, by sort of pair."""

    def __init__(self) -> None:
        self.pairs: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()
        self.examples: defaultdict[str, list[str]] = defaultdict(list)

    def note(self, sort: str, joined: bool | None, example: str) -> None:
        """Count a pair; None where a page of it was not read as a statement."""
        if joined is None:
            self.unread[sort] += 1
            return
        self.pairs[sort] += 1
        self.found[sort] += joined
        if joined != sort.startswith("one:") and len(self.examples[sort]) < 5:
            self.examples[sort].append(example)

    def totals(self, start: str) -> tuple[int, int]:
        """Return how many pairs of such sorts there were, and how many of them were joined."""
        sorts = [sort for sort in self.pairs if sort.startswith(start)]
        return sum(self.pairs[sort] for sort in sorts), sum(self.found[sort] for sort in sorts)


def judge(placed: Sequence[Placed], shown: dict[str, Shown]) -> Score:
    """Compare what was joined with what is one, for the pairs within each case and for neighbours of two cases."""
    score = Score()
    by_case: defaultdict[int, list[Placed]] = defaultdict(list)
    for each in placed:
        by_case[id(each.case)].append(each)
    for group in by_case.values():
        for n, one in enumerate(group):
            for other in group[n + 1 :]:
                _judge_pair(score, group[0].case.sort, one, other, shown)
    firsts = [group[0] for group in by_case.values()]
    for one, other in pairwise(firsts):
        _judge_pair(score, "two: of two cases", one, other, shown)
    works: defaultdict[str, set[str]] = defaultdict(set)
    for each in placed:
        if (here := shown.get(each.capture.capture.url or "")) is not None:
            works[here.id].add(each.printed.work)
    score.examples["statements that hold two works"] = [
        f"{id_}: {sorted(held)}" for id_, held in works.items() if len(held) > 1
    ]
    return score


def _judge_pair(score: Score, sort: str, one: Placed, other: Placed, shown: dict[str, Shown]) -> None:
    urls = [each.capture.capture.url or "" for each in (one, other)]
    first, second = (shown.get(url) for url in urls)
    joined = None if first is None or second is None else first.id == second.id
    if "another year" in sort and first and second and not (first.dated and second.dated):
        sort = "no day read: nothing tells the years apart"
    score.note(
        sort, joined, f"{one.printed.language} {' | '.join(urls)}: {one.printed.note} / {other.printed.note}"
    )


def report(score: Score, *, show: bool) -> None:
    for sort in sorted(score.pairs):
        print(
            f"{sort:44} {score.found[sort]:5} of {score.pairs[sort]:5} joined   {score.unread[sort]} not read"
        )
        if show:
            for example in score.examples[sort]:
                print("     ", example)
    pairs, found = score.totals("one:")
    wrong_pairs, wrong = score.totals("two:")
    print(f"near copies found          {found} of {pairs}: {100 * found / max(1, pairs):.2f} %")
    print(f"wrongly merged             {wrong} of {wrong_pairs}: {100 * wrong / max(1, wrong_pairs):.2f} %")
    for line in score.examples["statements that hold two works"][:20]:
        print("  holds two works:", line)


def cost(sizes: Sequence[int], seed: int) -> None:
    """Print the CPU seconds of adding 1,000 captures to archives of ever more statements; a third of them are copies.

    The pages are JSON that `read_plain` reads: what is measured is keeping, comparing, joining and deriving, not reading.
    """
    for module in (pagesread, verify):
        setattr(module, "read_captured_again", read_plain)  # noqa: B010 - what they import it as
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.create(Path(folder) / "archive", now=NOW) as archive,
    ):
        held = 0
        stream = _stream(seed)
        for size in sizes:
            while held < size - 1000:
                step = min(4000, size - 1000 - held)
                archive.record.add((next(stream) for _ in range(step)), now=NOW)
                held += step
            made = [next(stream) for _ in range(1000)]
            began = time.process_time()
            archive.record.add(made, now=NOW)
            took = time.process_time() - began
            held += 1000
            counts = archive.record.counts()
            print(
                f"{held:6} captures, {counts.statements:6} statements: {took:6.2f} s CPU for the last 1,000",
                flush=True,
            )


def read_plain(captured: Captured, *_: object) -> PageRead:
    """Return what the JSON of `_stream` says, as one statement of one turn."""
    page = json.loads(captured.body)
    text = "\n\n".join(page["paragraphs"])
    capture = captured.capture
    turn = Turn(1, None, None, "official", page["language"], text, (0, len(text)))
    statement = Statement(
        id=statement_id(capture.url, capture.digest), kinds=("statement",), title=page["title"], given_on=None,
        posted_on=page["posted"], updated_on=None, place=None, occasion=None, language=page["language"],
        source=source_of(capture.url), outlet=None, speakers=(), status=(), text_status="unknown", part=None, turns=(turn,),
        evidence={},
    )  # fmt: skip
    shown = Page(
        "statement", page["title"], page["language"], None, None, None, None, (), (), (), None, None, None, text, ()
    )  # fmt: skip
    return PageRead(Reading(capture, shown, (statement,), (), (), Unclassified(0, ())), None)


def _stream(seed: int) -> Iterator[Captured]:
    n = 0
    while True:
        for case in cases(Random(f"cost/{seed}/{n}"), 40, f"{n}-"):
            for printed in case.printed:
                told = {
                    "title": printed.title,
                    "paragraphs": printed.paragraphs,
                    "language": printed.language,
                }
                content = json.dumps({**told, "posted": printed.posted.isoformat()}).encode()
                url = f"https://office{printed.site}.example/{n}/{digest_of(content)[7:27]}"
                at = f"{printed.captured:%Y-%m-%dT%H:%M:%SZ}"
                capture = Capture(
                    url, at, digest_of(content), "application/json", Locator("made", 0, len(content))
                )
                yield Captured(capture, content, "utf-8")
        n += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--each", type=int, default=40, help="how many cases of each sort")
    parser.add_argument("--speeches", type=Path, default=SPEECHES)
    parser.add_argument("--show", action="store_true", help="examples of what went wrong")
    parser.add_argument("--keep", type=Path, help="keep the archive in this folder")
    parser.add_argument("--cost", type=int, nargs="+", metavar="N")
    asked = parser.parse_args()
    if asked.cost:
        cost(asked.cost, asked.seed)
        return
    made = list(cases(Random(f"witnesses/{asked.seed}"), asked.each))
    if asked.speeches.exists():
        made += speeches(asked.speeches)
    placed = place(made, asked.seed)
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.create(asked.keep or Path(folder) / "archive", now=NOW) as archive,
    ):
        began = time.process_time()
        archive.record.add((each.capture for each in placed), now=NOW)
        print(f"{len(placed)} captures added in {time.process_time() - began:.1f} s CPU")
        report(judge(placed, shown_by(archive, placed)), show=asked.show)


if __name__ == "__main__":
    main()
