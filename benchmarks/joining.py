"""What joining costs as an archive grows whose statements share many sentences, and whether near copies are found in it.

    python benchmarks/joining.py [--sizes 2000 4000 8000] [--seed 101] [--profile]

Six invented offices put out statements of 8 to 30 sentences. Two thirds of these are formulas: openings and closings that nearly
every statement has, commonplaces of an office that one in ten has, standing paragraphs of a campaign that some hundreds have, by a law of
few often and many seldom; the rest is its own. One statement in twenty is published again by another office, with two words changed.
The pages are JSON that `read_plain` reads, so that reading is not measured.

For each thousand captures: the CPU time of `settle` (entering marks, finding candidates, comparing, grouping), that of all the
rest of `add`, and how many pairs of texts were laid side by side. At the end how many of the copies were found, and how many
statements hold what is not one. Seeds 1 to 99 are for tuning, 100 and up for reporting.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from onrecord import Archive
from onrecord.capture import Captured, digest_of
from onrecord.model import Capture, Locator
from onrecord.reading import statement_id
from onrecord.record.deriving import entering, joining, pagesread
from onrecord.record.guard import verify
from onrecord.witnessing import compare
from sites_world import World
from witnesses import NOW, read_plain

OFFICES = 6
THOUSAND = 1_000
COPIED = 20


class Corpus:
    """Statements of offices that share sentences, and copies of some of them."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(f"joining/{seed}")
        self.worlds = [World(f"joining/{seed}/{n}", "en", 10) for n in range(OFFICES)]
        self.common = [self._sentence(0) for _ in range(40)]
        self.campaigns = [[self._sentence(n) for _ in range(400)] for n in range(OFFICES)]
        self.copies: dict[str, str] = {}
        self.works: dict[str, str] = {}

    def _sentence(self, office: int) -> str:
        return self.worlds[office].prose.sentence(self.chance)

    def _seldom(self, sentences: list[str]) -> str:
        """Return one of the sentences: the first very often, the last hardly ever."""
        return sentences[int(len(sentences) * self.chance.random() ** 3)]

    def statements(self) -> Iterator[Captured]:
        """Yield captures without end, in order of time; every twentieth statement is copied by another office a day later."""
        n = 0
        while True:
            office = self.chance.randrange(OFFICES)
            sentences = []
            for _ in range(self.chance.randint(8, 30)):
                drawn = self.chance.random()
                if drawn < 0.2:
                    sentences.append(self._seldom(self.common))
                elif drawn < 0.66:
                    sentences.append(self._seldom(self.campaigns[office]))
                else:
                    sentences.append(self._sentence(office))
            text = " ".join(dict.fromkeys(sentences))
            day = date(2015, 1, 1) + timedelta(days=n // 30)
            title = f"Statement {n} on {self.worlds[office].work(3 + n % 57).title}"
            original = self._page(office, n, title, text, day)
            yield original
            self.works[original.capture.url or ""] = str(n)
            if n % COPIED == 0:
                other = (office + 1) % OFFICES
                copy = self._page(other, n, title, self._edited(text), day + timedelta(days=1))
                yield copy
                self.copies[copy.capture.url or ""] = original.capture.url or ""
                self.works[copy.capture.url or ""] = str(n)
            n += 1

    def _edited(self, text: str) -> str:
        words = text.split(" ")
        for _ in range(2):
            at = self.chance.randrange(1, len(words) - 1)
            words[at] = "very" if words[at][:1].islower() else words[at]
        return " ".join(words)

    @staticmethod
    def _page(office: int, n: int, title: str, text: str, day: date) -> Captured:
        told = {"title": title, "paragraphs": [text], "language": "en", "posted": day.isoformat()}
        content = json.dumps(told).encode()
        url = f"https://office{office}.example/{n}"
        capture = Capture(
            url, f"{day}T18:00:00Z", digest_of(content), "application/json", Locator("made", 0, len(content))
        )
        return Captured(capture, content, "utf-8")


class Watch:
    """The CPU time within `settle`, and how often two texts were compared."""

    def __init__(self) -> None:
        self.joining_s = 0.0
        self.compared: Counter[bool] = Counter()
        settle = joining.settle

        def timed(*given: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return settle(*given, **named)
            finally:
                self.joining_s += time.process_time() - began

        def counted(*given: Any) -> Any:
            found = compare(*given)
            self.compared[found is not None] += 1
            return found

        setattr(entering, "settle", timed)  # noqa: B010 - where it is called
        setattr(joining, "compare", counted)  # noqa: B010


def measure(sizes: list[int], seed: int, folder: Path, *, profile: bool) -> None:
    """Add up to the largest size, and print what each thousand up to a size cost."""
    watch = Watch()
    corpus = Corpus(seed)
    stream = corpus.statements()
    with Archive.create(folder / "archive", now=NOW) as archive:
        held = 0
        for size in sizes:
            while held < size:
                step = min(THOUSAND, size - held)
                made = [next(stream) for _ in range(step)]
                last = held + step == size
                watch.joining_s, watch.compared = 0.0, Counter()
                began = time.process_time()
                if profile and last:
                    profiled = cProfile.Profile()
                    profiled.runcall(archive.record.add, made, now=NOW)
                    pstats.Stats(profiled).sort_stats("tottime").print_stats(25)
                else:
                    archive.record.add(made, now=NOW)
                took = time.process_time() - began
                held += step
                if last:
                    per = THOUSAND / step
                    print(
                        f"{held:7,} captures: {watch.joining_s * per:6.2f} s CPU of joining, {(took - watch.joining_s) * per:6.2f} s"
                        f" of all else for 1,000; {sum(watch.compared.values())} pairs compared, {watch.compared[True]} alike",
                        flush=True,
                    )
        report(archive, corpus)


def report(archive: Archive, corpus: Corpus) -> None:
    """Print how many copies were found, and which statements hold what is not one."""
    db = archive.record._derived.db  # 100,000 statements are not listed to count them
    joined = dict(db.execute("SELECT id, statement FROM joins"))
    ids = {url: statement_id(url, "") for url in corpus.works}
    at = {url: joined.get(each, each) for url, each in ids.items()}
    found = sum(at[copy] == at[of] for copy, of in corpus.copies.items())
    print(f"near copies found          {found} of {len(corpus.copies)}")
    held: defaultdict[str, set[str]] = defaultdict(set)
    for url, statement in at.items():
        held[statement].add(corpus.works[url])
    wrong = [each for each in held.values() if len(each) > 1]
    print(f"statements that hold two   {len(wrong)} of {len(held)} {wrong[:5]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[2_000, 4_000, 8_000])
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--profile", action="store_true", help="where the time of the last thousand goes")
    asked = parser.parse_args()
    for module in (pagesread, verify):
        setattr(module, "read_captured_again", read_plain)  # noqa: B010 - what they import it as
    with tempfile.TemporaryDirectory() as folder:
        measure(asked.sizes, asked.seed, Path(folder), profile=asked.profile)


if __name__ == "__main__":
    main()
