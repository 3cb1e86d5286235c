"""How long a search takes at a million turns, with facets and without, beside SQLite's FTS5 over the same turns in one run.

    python benchmarks/search_many.py [--turns 1000000] [--queries 60] [--folder DIR]

The turns are those of `web_archive.py`, given to the index as the record gives them, without captures and pages around them: that is
what makes a million of them in minutes. FTS5 is asked what Datasette asks for a page of a table: the number of rows, the twenty best,
and five facets. All times are CPU of this process.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.model import Capture, Held, Listed, Locator, Speaker, Statement, Turn, VersionSeen
from onrecord.search import Index
from web_archive import _FIRST, _KINDS, _LAST, TURNS, Talk

FACETS = ("source", "speaker", "kind", "year", "language")


class ManyTurns:
    """A record of so many turns, made anew whenever it is asked for; what an index needs of one."""

    def __init__(self, folder: Path, turns: int, seed: int = 1) -> None:
        self.folder = folder
        self.position, self.derivation = turns, f"invented-{turns}-{seed}"
        self._turns, self._seed, self._talk = turns, seed, Talk(seed)
        self.words: Counter[str] = Counter()

    def touched_since(self, position: int = -1) -> Iterator[tuple[str, tuple[Held, ...]]]:
        for n in range(self._turns // TURNS):
            held = self._drawn(n)
            if n % 50 == 0:
                self.words.update(
                    word
                    for turn in held.statement.turns
                    for word in set(turn.text.lower().replace(".", "").split())
                )
            yield held.listed.id, (held,)

    def held(self, id: str, version: int | None = None) -> Held:  # noqa: A002 - the record's name
        return self._drawn(int(id[1:]))

    def _drawn(self, n: int) -> Held:
        """Return a statement, which is the same whenever it is drawn."""
        self._talk.chance.seed(f"{self._seed} {n}")
        return _held(n, self._talk, self._talk.chance)


def _held(n: int, talk: Talk, chance: random.Random) -> Held:
    who = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    kind = chance.choice(list(_KINDS))
    day = f"{chance.randint(2008, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    source, title, id_ = (
        f"ministry{n % 8}.vessel.example",
        f"Foreign Minister {who}{_KINDS[kind]}",
        f"s{n:07}",
    )
    turns = tuple(
        Turn(
            at + 1, "Question" if at % 2 == 0 else who, None if at % 2 == 0 else who, "questioner" if at % 2 == 0 else "official", None,
            talk.sentence(8, 25) if at % 2 == 0 else " ".join(talk.sentence(12, 30) for _ in range(3)), (0, 1),
        )
        for at in range(TURNS)
    )  # fmt: skip
    statement = Statement(
        id_,
        (kind,),
        title,
        day,
        day,
        None,
        None,
        None,
        "en",
        source,
        None,
        (Speaker(who, "Foreign Minister"),),
        (),
        "unknown",
        None,
        turns,
        {},
    )
    url = f"https://{source}/{n}"
    capture = Capture(url, f"{day}T18:00:00Z", "sha256:" + "0" * 64, "text/html", Locator("a.warc.gz", 0, 1))
    seen = VersionSeen(1, "sha256:" + "0" * 64, capture.captured_at, capture.captured_at, (url,))
    listed = Listed(id_, (kind,), title, source, statement.speakers, day, day, "en", False, (seen,), ())
    return Held(listed, 1, statement, capture)


def write_table(record: ManyTurns, path: Path) -> sqlite3.Connection:
    """Return a SQLite table of the same turns, with FTS5 and an index for each facet."""
    db = sqlite3.connect(path)
    db.execute(
        "CREATE TABLE turns (id INTEGER PRIMARY KEY, statement, title, source, speaker, kind, year, language, day, text)"
    )
    db.executemany(
        "INSERT INTO turns (statement, title, source, speaker, kind, year, language, day, text) VALUES (?,?,?,?,?,?,?,?,?)",
        (
            (id_, told.statement.title, told.statement.source, turn.speaker or turn.label, told.statement.kinds[0],
             (told.statement.given_on or "")[:4], "en", told.statement.given_on, turn.text)
            for id_, (told,) in record.touched_since()
            for turn in told.statement.turns
        ),
    )  # fmt: skip
    for name in FACETS:
        db.execute(f"CREATE INDEX turns_{name} ON turns ({name})")
    db.execute(
        "CREATE VIRTUAL TABLE found USING fts5 (text, content=[turns], content_rowid='id', tokenize='unicode61')"
    )
    db.execute("INSERT INTO found (found) VALUES ('rebuild')")
    db.commit()
    return db


def ask_table(db: sqlite3.Connection, words: str) -> int:
    """Ask what Datasette asks for a page of twenty rows with five facets; return how many turns hold the words."""
    query = " ".join(f'"{word}"' for word in words.split())
    where = "rowid IN (SELECT rowid FROM found WHERE found MATCH ?)"
    (count,) = db.execute(f"SELECT count(*) FROM turns WHERE {where}", (query,)).fetchone()
    db.execute(f"SELECT * FROM turns WHERE {where} ORDER BY id LIMIT 21", (query,)).fetchall()
    for name in FACETS:
        db.execute(
            f"SELECT {name}, count(*) AS n FROM (SELECT * FROM turns WHERE {where}) WHERE {name} IS NOT NULL"
            f" GROUP BY {name} ORDER BY n DESC, {name} LIMIT 31", (query,),
        ).fetchall()  # fmt: skip
    return int(count)


def show(name: str, times: list[float]) -> None:
    times.sort()
    print(
        f"{name:<52}{statistics.median(times):>9.2f}{times[int(len(times) * 0.95)]:>9.2f}{times[-1]:>9.2f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--turns", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument(
        "--fewer", type=int, default=10, help="queries of each kind to the table, which takes long"
    )
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    try:
        measure(folder, given.turns, given.queries, given.fewer)
    finally:
        if given.folder is None:
            shutil.rmtree(folder)


def measure(folder: Path, turns: int, queries: int, fewer: int) -> None:
    """Build both, ask both the same, and print what each took."""
    record = ManyTurns(folder, turns)
    start = time.process_time()
    index = Index(folder / "search")
    index.build(record)
    print(f"index of {turns:,} turns: {time.process_time() - start:.0f} s of CPU", flush=True)
    chance = random.Random(7)
    words = dict(record.words)
    common = sorted(word for word, count in words.items() if count > sum(words.values()) / 20_000)
    rare = sorted(word for word, count in words.items() if count <= 2 and len(word) > 4)
    asked = {
        "common word": chance.choices(common, k=queries),
        "rare word": chance.choices(rare, k=queries),
        "common AND rare": [f"{one} {other}" for one, other in zip(chance.choices(common, k=queries), chance.choices(rare, k=queries), strict=True)],
    }  # fmt: skip
    print(f"\nonrecord, CPU ms{'':<36}{'p50':>9}{'p95':>9}{'most':>9}")
    found: dict[str, int] = {}
    for name, each in asked.items():
        with_facets, without = [], []
        for one in each:
            start = time.process_time()
            found[one] = index.find(one, limit=20).turns
            with_facets.append(1000 * (time.process_time() - start))
            start = time.process_time()
            index.search(one, limit=20)
            without.append(1000 * (time.process_time() - start))
        show(f"{name}, twenty hits", without)
        show(f"{name}, twenty hits and five facets", with_facets)
    start = time.process_time()
    db = write_table(record, folder / "turns.db")
    print(
        f"\ntable with FTS5: {time.process_time() - start:.0f} s of CPU\n{'SQLite FTS5, CPU ms':<52}{'p50':>9}{'p95':>9}{'most':>9}"
    )
    alike = total = 0
    for name, each in asked.items():
        times = []
        for one in each[:fewer]:
            start = time.process_time()
            count = ask_table(db, one)
            times.append(1000 * (time.process_time() - start))
            alike, total = alike + (count == found[one]), total + 1
        show(f"{name}, count, twenty rows and five facets", times)
    print(json.dumps({"turns": turns, "asked of both": total, "as many found by both": alike}))


if __name__ == "__main__":
    main()
