"""Pages of generated sites: how many are wholly right, what is taken of the furniture, what is lost of the statements.

    python benchmarks/sites.py [--seed 100] [--sites 20] [--captures-per-site 10] [--features] [--causes] [--show N] [--feed WARC]

Each site's captures are read by one call of `onrecord.read`, which is how what is learnt of a site is used; trafilatura
and readability-lxml read the same pages in the same run, one by one. Words are compared in order; titles, lines of dates,
labels, notices of status and signatures are neither missed nor held against anybody. "Taken" is the share of the letters
given that are not the statement's, "lost" the share of the statement's letters that are not given. A page is wholly right
if it gives one statement with its title, its words, the same turns and the same dates; a page without a statement if it
gives none. Seeds 1 to 99 are for tuning: examples (`--show`) are of those alone. `--feed` wraps the bodies of a WARC
(that of `whitehouse-feed`) in generated pages instead; "bare" is then the same bodies read without the wrapping, so that
the difference is the furniture's, and "seen" the wrapped pages of those that bare give a statement. All words of a body are its statement's there, lines of place and time too.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.model import Reading
from sites_causes import CauseTable, causes_of
from sites_feed import bare_pages, wrapped_sites
from sites_generator import generate_sites
from sites_gold import GeneratedPage, Gold
from sites_score import DATES, RIGHT, Judged, compare_words, judge_reading
from sites_tools import PEERS, keep_site, peer_texts, read_site

FIRST_REPORTED = 100
OF_A_STATEMENT = ("turn", "label", "opening", "ending", "metadata", "heading", "title", "status")
APART = ("labels", "speakers", "roles", "place", "page_says_at")


@dataclass
class Total:
    """Sums over pages of one tool."""

    pages: int = 0
    right: int = 0
    words_right: int = 0
    wanted: int = 0
    given: int = 0
    lost: int = 0
    taken: int = 0
    aspects: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    notices: Counter[str] = field(default_factory=Counter)

    def add(self, judged: Judged) -> None:
        """Add one page."""
        self.pages += 1
        self.right += judged.right
        self.words_right += judged.words_right
        self.wanted += judged.wanted
        self.given += judged.given
        self.lost += judged.lost
        self.taken += judged.taken
        self.aspects.update(name for name, held in judged.aspects.items() if held)
        self.outcomes.update(judged.outcomes.values())
        self.notices.update(judged.notices)

    def share(self, count: int) -> str:
        """Return a count of pages as a share."""
        return f"{100 * count / max(1, self.pages):6.1f}"

    @property
    def lost_share(self) -> str:
        """Letters of the statements not given, of a hundred."""
        return f"{100 * self.lost / max(1, self.wanted):6.2f}"

    @property
    def taken_share(self) -> str:
        """Letters given that are not of the statements, of a hundred."""
        return f"{100 * self.taken / max(1, self.given):6.2f}"


class Run:
    """All tools over all sites, with totals by tool, site and feature."""

    def __init__(self, shown: int, *, kept: bool = False) -> None:
        self.kept = kept
        self.tools: dict[str, Total] = defaultdict(Total)
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.features: dict[tuple[str, str], Total] = defaultdict(Total)
        self.sites: dict[str, Total] = defaultdict(Total)
        self.without = Total()
        self.kinds: dict[str, Total] = defaultdict(Total)
        self.shown = shown
        self.causes = CauseTable()
        self.sources: Counter[str] = Counter()
        self.source_pages: Counter[str] = Counter()

    def read(self, pages: Sequence[GeneratedPage], peers: Iterable[str]) -> None:
        """Read one site's captures with every tool."""
        readings, self_seconds = keep_site(pages) if self.kept else read_site(pages)
        self.seconds["onrecord"] += self_seconds
        for page, reading in zip(pages, readings, strict=True):
            if self.kept and reading is None:
                continue
            judged = judge_reading(page.gold, reading)
            self.causes.add(causes_of(page.gold, judged, reading))
            self._judge(page, judged)
        for name in peers:
            texts, seconds = peer_texts(name, pages)
            self.seconds[name] += seconds
            for page, text in zip(pages, texts, strict=True):
                if page.gold.kind == "statement":
                    self.tools[name].add(compare_words(page.gold, text))

    def _judge(self, page: GeneratedPage, judged: Judged) -> None:
        self.kinds[page.gold.kind].add(judged)
        self.sources.update(judged.sources)
        self.source_pages.update(name for name, letters in judged.sources.items() if letters)
        if page.gold.kind == "statement":
            self.tools["onrecord"].add(judged)
            self.sites[page.site].add(judged)
            for feature in page.gold.features.items():
                self.features[feature].add(judged)
        if self.shown > 0 and not judged.right:
            self.shown -= 1
            show(page, judged)

    def print_tools(self) -> None:
        """Print one row a tool."""
        print(
            f"{'tool':18} {'pages':>6} {'words right %':>14} {'lost %':>8} {'taken %':>8} {'CPU ms/page':>12}"
        )
        count = sum(total.pages for total in self.kinds.values())
        for name in ("onrecord", *(name for name in PEERS if name in self.tools)):
            total = self.tools[name]
            cost = 1000 * self.seconds[name] / max(1, count)
            print(
                f"{name:18} {total.pages:6} {total.share(total.words_right):>14} {total.lost_share:>8} {total.taken_share:>8} {cost:12.1f}"
            )

    def print_right(self) -> None:
        """Print what of onrecord's pages is right."""
        total = self.tools["onrecord"]
        print(
            f"\nonrecord, pages with a statement: wholly right {total.share(total.right)} % of {total.pages}"
        )
        print("  " + "  ".join(f"{name} {total.share(total.aspects[name]).strip()}" for name in RIGHT))
        print("  apart: " + "  ".join(f"{name} {total.share(total.aspects[name]).strip()}" for name in APART))
        whole = sum(each.right for each in self.kinds.values())
        every = sum(each.pages for each in self.kinds.values())
        print(
            f"  all pages, lists and missing ones too: {100 * whole / max(1, every):.1f} % of {every} wholly right"
        )
        notices = self.kinds["listing"].notices
        print(
            f"  entries of lists: {notices['known']}, read with title and address {notices['read']}, with their day {notices['day right']}"
        )
        for kind in ("listing", "other"):
            if kind in self.kinds:
                print(
                    f"  pages of kind {kind}: {self.kinds[kind].right} of {self.kinds[kind].pages} give no statement"
                )
        print("  dates: " + "  ".join(f"{name} {count}" for name, count in sorted(total.outcomes.items())))

    def print_sources(self) -> None:
        """Print which pieces of furniture were taken, and where words were lost."""
        print(f"\n{'onrecord: what and where':34} {'letters':>8} {'pages':>6}")
        for name, letters in self.sources.most_common():
            if letters:
                print(f"{name:34} {letters:8} {self.source_pages[name]:6}")

    def print_rows(self, title: str, rows: dict[str, Total]) -> None:
        """Print one row a site or feature."""
        print(
            f"\n{title:34} {'pages':>6} {'right':>6} {'words':>6} {'lost':>6} {'taken':>6} {'turns':>6} {'title':>6} {'given':>6} {'posted':>6} {'upd':>6}"
        )
        for name, total in rows.items():
            shares = " ".join(total.share(total.aspects[each]) for each in ("turns", "title", *DATES))
            print(
                f"{name:34.34} {total.pages:6} {total.share(total.right)} {total.share(total.words_right)} {total.lost_share} {total.taken_share} {shares}"
            )


def show(page: GeneratedPage, judged: Judged) -> None:
    """Print one page that is not wholly right, with what differs."""
    features = ", ".join(f"{name} {value}" for name, value in page.gold.features.items())
    print(f"\n{page.site} {page.url} captured {page.captured_at}\n  {page.gold.kind}: {features}")
    print(f"  not right: {', '.join(name for name, held in judged.aspects.items() if not held)}")
    for example in judged.examples[:8]:
        print(f"    {example}")


def feed_run(path: Path, seed: int, sites: int, captures: int) -> None:
    """Print what the wrapping in furniture costs on bodies of a feed."""
    run, bare, seen = Run(0), Total(), Total()
    for pages in wrapped_sites(path, seed, sites, captures):
        readings, seconds = read_site(pages)
        run.seconds["onrecord"] += seconds
        plain = bare_pages(pages)
        for page, reading, alone in zip(pages, readings, read_site(plain)[0], strict=True):
            run.kinds["statement"].pages += 1
            judged = judge_body(page.gold, reading)
            run.tools["onrecord"].add(judged)
            bare.add(judge_body(page.gold, alone))
            if alone is not None and alone.statements:
                seen.add(judged)
        for name in PEERS:
            texts, seconds = peer_texts(name, pages)
            run.seconds[name] += seconds
            for page, text in zip(pages, texts, strict=True):
                run.tools[name].add(compare_words(page.gold, text))
    run.print_tools()
    for name, total in (("onrecord, bare", bare), ("onrecord, seen", seen)):
        print(
            f"{name:18} {total.pages:6} {total.share(total.words_right):>14} {total.lost_share:>8} {total.taken_share:>8}"
        )


def judge_body(gold: Gold, reading: Reading | None) -> Judged:
    """Return how a Reading stands to a body that is known as a whole: words, labels and lines of place and time alike.

    What a Reading names as belonging to the statement is not lost; only what it gives as a turn can be taken wrongly.
    """
    if reading is None or not reading.statements:
        return compare_words(gold, "")
    text = reading.page.text
    kept = "\n".join(
        text[slice(*region.span)] for region in reading.page.regions if region.name in OF_A_STATEMENT
    )
    spoken = "\n".join(
        f"{turn.label or ''} {turn.text}" for statement in reading.statements for turn in statement.turns
    )
    judged = compare_words(gold, spoken)
    judged.lost = compare_words(gold, kept).lost
    return judged


def by_feature(run: Run) -> Iterator[tuple[str, dict[str, Total]]]:
    """Yield each feature with the totals of its values, the worst first."""
    names = list(dict.fromkeys(name for name, _ in run.features))
    for name in names:
        rows = {value: total for (feature, value), total in run.features.items() if feature == name}
        yield name, dict(sorted(rows.items(), key=lambda row: row[1].right / max(1, row[1].pages)))


def main() -> None:
    """Generate, read, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--seed", type=int, default=FIRST_REPORTED, help="1 to 99 for tuning, 100 and up for reporting"
    )
    parser.add_argument("--sites", type=int, default=20)
    parser.add_argument("--captures-per-site", type=int, default=10)
    parser.add_argument("--features", action="store_true", help="one table a feature of the layout")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print the first N pages that are not right"
    )
    parser.add_argument(
        "--causes", action="store_true", help="why pages are not right, in words of conventions"
    )
    parser.add_argument("--no-peers", action="store_true", help="onrecord alone")
    parser.add_argument(
        "--kept", action="store_true", help="as an archive holds them to which they are added one by one"
    )
    parser.add_argument("--feed", type=Path, help="wrap the bodies of this WARC")
    asked = parser.parse_args()
    if asked.show and asked.seed >= FIRST_REPORTED:
        parser.error("examples are of tuning seeds (1 to 99): who looks at the others cannot report on them")
    if asked.feed:
        feed_run(asked.feed, asked.seed, asked.sites, asked.captures_per_site)
        return
    run = Run(asked.show, kept=asked.kept)
    for pages in generate_sites(asked.seed, asked.sites, asked.captures_per_site):
        run.read(pages, () if asked.no_peers else PEERS)
    print(f"\nseed {asked.seed}, {asked.sites} sites of {asked.captures_per_site} captures")
    run.print_tools()
    run.print_right()
    run.print_rows("site", run.sites)
    if asked.features or asked.causes:
        run.print_sources()
        run.causes.print(max(2, len(run.sites) // 20))
    if asked.features:
        for name, rows in by_feature(run):
            run.print_rows(name, rows)


if __name__ == "__main__":
    main()
