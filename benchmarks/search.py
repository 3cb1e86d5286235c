"""How long a search takes, by kind of search, and how long the index takes to build and how large it is.

    python benchmarks/search.py ARCHIVE [--seed 1] [--queries 60]

The words are drawn from the archive: rare ones stand in 2 to 10 turns, common ones in more than one of twenty. A hit costs
most where its snippet is cut: a search returns 20 hits.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

from onrecord import Archive
from onrecord.record import Record
from onrecord.search import Index
from onrecord.search.entries import indexed_words


class Words:
    """The words of all current turns, by how many turns hold them."""

    def __init__(self, record: Record, chance: random.Random) -> None:
        self.chance = chance
        self.turns = [
            words
            for _, versions in record.all_held()
            for turn in versions[-1].statement.turns
            if (words := indexed_words(turn))
        ]
        held = Counter(word for words in self.turns for word in set(words))
        self.rare = sorted(word for word, turns in held.items() if 2 <= turns <= 10 and word.isalpha())
        self.common = sorted(
            word for word, turns in held.items() if turns > len(self.turns) / 20 and word.isalpha()
        )
        self.size = sum(len(word) + 1 for words in self.turns for word in words)

    def run(self, length: int) -> tuple[str, ...]:
        """Return so many words in a row of some turn."""
        words = self.chance.choice(
            [words for words in self.chance.choices(self.turns, k=50) if len(words) >= length]
        )
        start = self.chance.randrange(len(words) - length + 1)
        return words[start : start + length]

    def queries(self, number: int) -> dict[str, list[str]]:
        """Return so many searches of each kind."""
        rare, common = self.chance.choices(self.rare, k=number), self.chance.choices(self.common, k=number)
        others = self.chance.choices(self.common, k=number)
        return {
            "rare word": rare,
            "common word": common,
            "rare AND common": [" ".join(pair) for pair in zip(rare, common, strict=True)],
            "common AND common": [" ".join(pair) for pair in zip(common, others, strict=True)],
            "common OR common": [" OR ".join(pair) for pair in zip(common, others, strict=True)],
            "common NOT common": [" -".join(pair) for pair in zip(common, others, strict=True)],
            "phrase of 2": [f'"{" ".join(self.run(2))}"' for _ in range(number)],
            "phrase of 4": [f'"{" ".join(self.run(4))}"' for _ in range(number)],
        }


def measure(archive: Archive, queries: dict[str, list[str]]) -> None:
    archive.search("warm")
    print(f"{'search':<20}{'CPU p50':>9}{'p95':>7}{'wall p50':>10}{'p95':>7}   ms, hits")
    for kind, asked in queries.items():
        cpu, wall, hits = [], [], 0
        for words in asked:
            cpu_start, wall_start = time.process_time(), time.perf_counter()
            hits += len(archive.search(words))
            cpu.append(1000 * (time.process_time() - cpu_start))
            wall.append(1000 * (time.perf_counter() - wall_start))
        print(
            f"{kind:<20}{statistics.median(cpu):>9.1f}{at_95(cpu):>7.1f}"
            f"{statistics.median(wall):>10.1f}{at_95(wall):>7.1f}   {hits / len(asked):.1f}"
        )


def at_95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def measure_build(record: Record) -> int:
    """Print how long building takes; return the bytes of the index."""
    folder = Path(tempfile.mkdtemp())
    try:
        cpu, wall = time.process_time(), time.perf_counter()
        Index(folder / "search").build(record)
        print(f"built in {time.process_time() - cpu:.1f} s CPU, {time.perf_counter() - wall:.1f} s")
        return sum(path.stat().st_size for path in (folder / "search").iterdir())
    finally:
        shutil.rmtree(folder)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archive")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", type=int, default=60)
    given = parser.parse_args()
    with Archive.open(given.archive) as archive:
        size = measure_build(archive.record)
        words = Words(archive.record, random.Random(given.seed))
        print(f"{len(words.turns):,} turns, {words.size / 1e6:.1f} MB of words, index {size / 1e6:.1f} MB")
        measure(archive, words.queries(given.queries))


if __name__ == "__main__":
    main()
