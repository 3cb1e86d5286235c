"""Sites of invented press offices, capture by capture, with what is right of each page.

    python benchmarks/sites_generator.py FOLDER [--seed 1] [--sites 3] [--captures-per-site 10]

writes the pages and their gold (JSON) into a folder, to look at. `generate_site(seed, captures)` yields the same pages on
every run, ordered by time of capture. Seeds 1 to 99 are for tuning, 100 and up for reporting. What the pages do is taken
from the conventions of real official pages; the people, places, offices and newspapers are invented.

A site has a layout of its own (telling, meaningless, hashed or no class names; layout tables; its side column first or
last in the source), furniture that changes and moves, one way to print labels and dates, lists of messages among the
captures, pages that do not exist, pages captured again later, and often a redesign in the middle of its life.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from sites_dated import IN_DIGITS
from sites_gold import GeneratedPage
from sites_layout import Habits, Pen, choose_habits
from sites_page import PageWriter
from sites_world import World

LANGUAGES = {"en": 11, "fr": 2, "de": 2, "es": 2, "ru": 2, "ar": 1}
FEWEST_OF_AN_EPOCH = 5
FIRST_SHOWN = 12


class Site:
    """One generated site: its world, its epochs, and what each of its captures shows."""

    def __init__(self, seed: int, captures: int = 10) -> None:
        self.name = f"site-{seed}"
        self.seed = f"onrecord-sites/{seed}"
        chance = Random(f"{self.seed}/site")
        language = chance.choices(tuple(LANGUAGES), weights=tuple(LANGUAGES.values()))[0]
        self.captures = captures
        self.world = World(self.seed, language, captures)
        self.shown = self._plan(chance)
        epochs = 2 if captures >= 2 * FEWEST_OF_AN_EPOCH and chance.random() < 0.35 else 1
        share = chance.uniform(0.4, 0.6) if captures > 2 * FEWEST_OF_AN_EPOCH else 0.5
        self.redesigned = int(captures * share) if epochs == 2 else captures
        self.habits = [choose_habits(self.seed, epoch, self.world.tongue) for epoch in range(epochs)]
        self.settled = any(self._settles(i) for i in range(captures))
        self.pens = [Pen(self.seed, epoch, habits) for epoch, habits in enumerate(self.habits)]

    def _plan(self, chance: Random) -> list[tuple[datetime, str, int]]:
        """Return time, kind of page and number of the message shown, of each capture in order of time."""
        plan: list[tuple[datetime, str, int]] = []
        for i in range(self.captures):
            n = FIRST_SHOWN + i
            lag = timedelta(
                days=chance.choice((0, 0, 1, 2, 5, 20, 60, 200, 400)), minutes=chance.randrange(5, 900)
            )
            moment = (self.world.posted(n) + lag).replace(
                hour=chance.randrange(8, 19), second=chance.randrange(60)
            )
            if moment < self.world.posted(n):
                moment += timedelta(days=1)
            kind = chance.choices(("statement", "listing", "missing"), weights=(88, 8, 3))[0]
            if i == self.captures - 2 and self.captures >= 8:
                kind = "listing"
            again = kind == "statement" and i > 3 and chance.random() < 0.12
            plan.append((moment, kind, n - chance.randrange(1, 4) if again else n))
        return sorted(plan)

    def _settles(self, i: int) -> bool:
        """Return whether a capture prints a message's date in digits, with a day that can be no month."""
        _, kind, n = self.shown[i]
        habits = self.habits[self.epoch_of(i)]
        told = habits.line in IN_DIGITS and kind == "statement" and self.world.posted(n).day > 12
        return told or habits.numeric in ("iso", "dmy.")

    def epoch_of(self, i: int) -> int:
        """Return the epoch of the i-th capture."""
        return 0 if i < self.redesigned else 1

    def page(self, i: int) -> GeneratedPage:
        """Return the i-th capture with its gold."""
        moment, kind, n = self.shown[i]
        epoch = self.epoch_of(i)
        writer = PageWriter(
            self.world, self.pens[epoch], epoch, moment, Random(f"{self.seed}/capture/{i}"), self.settled
        )
        if kind == "listing":
            url, html, gold = writer.listing()
        elif kind == "missing":
            url, html, gold = writer.missing(n)
        else:
            url, html, gold = writer.statement(self.world.work(n))
        return GeneratedPage(self.name, url, f"{moment:%Y-%m-%dT%H:%M:%SZ}", html, gold)


def generate_site(seed: int, captures: int = 10) -> Iterator[GeneratedPage]:
    """Yield the captures of one site, oldest first."""
    site = Site(seed, captures)
    for i in range(captures):
        yield site.page(i)


def generate_sites(seed: int, sites: int, captures: int) -> Iterator[list[GeneratedPage]]:
    """Yield so many sites, each the list of its captures; the n-th has the seed `seed * 1000 + n`."""
    for n in range(sites):
        yield list(generate_site(seed * 1000 + n, captures))


def describe(habits: Habits) -> str:
    """Return the habits of a site in one line."""
    return f"{habits.style}, body {habits.body}, side {habits.sidebar}, labels {habits.labels}, line {habits.line}, tail {habits.tail}"


def main() -> None:
    """Write pages and gold to look at."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sites", type=int, default=3)
    parser.add_argument("--captures-per-site", type=int, default=10)
    asked = parser.parse_args()
    for pages in generate_sites(asked.seed, asked.sites, asked.captures_per_site):
        folder = asked.folder / pages[0].site
        folder.mkdir(parents=True, exist_ok=True)
        for i, page in enumerate(pages):
            (folder / f"{i:03}.html").write_text(page.html, "utf-8")
            gold = json.dumps(asdict(page.gold), ensure_ascii=False, indent=1, default=sorted)
            (folder / f"{i:03}.json").write_text(gold, "utf-8")
    print(f"written to {asked.folder}")


if __name__ == "__main__":
    main()
