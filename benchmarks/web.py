"""How many requests `serve` answers in a second of CPU, how long each kind takes, and how large its pages are.

    python benchmarks/web.py --turns 30000 [--folder DIR] [--requests 200] [--connections 50] [--fewer 30] [--holds]

Beside it, in the same run, Datasette over the same turns in a SQLite table with FTS5, asked for the same words and the same facets.
The archive is invented and kept in the folder, so that a second run begins at once. Each request asks for other words or another
statement, so that no answer is one that was kept; "kept" asks for one page again and again. "First" are pages for which all of the
record is gone through once after it has changed: which the server does by itself, and is waited for. With `--holds` the run fails where a floor of `FLOORS` is not reached.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import psutil

from onrecord import Archive
from web_archive import make_archive
from web_load import Load, load, post, settled

FLOORS = {
    "CPU ms of a search at the 95th of 100": 50.0,
    "CPU ms of a search with facets at the 95th of 100": 100.0,
    "kB of the longest page": 60.0,
    "MB of private memory": 800.0,
}
"""What may not be exceeded; and Datasette takes `TIMES` as much for a search with facets."""
TIMES = 10.0
_PER_PAGE = 50  # messages of one page of a list
FACETS = ("source", "speaker", "kind", "year", "language")


class Questions:
    """What is asked: words by how many turns hold them, ids, quotations; drawn from the archive."""

    def __init__(self, folder: Path, seed: int, number: int) -> None:
        chance = random.Random(seed)
        with Archive.open(folder) as archive:
            archive.index()
            ids = sorted(archive.ids())
            years = {
                year: archive.list_piece(limit=1, since=str(year), until=str(year)).total
                for year in range(2008, 2026)
            }
            kinds = archive.list_piece(limit=1, kind="interview").total
            self.ids = chance.choices(ids, k=number)
            some = [archive.show(each).statement.turns for each in chance.choices(ids, k=max(300, number))]
        turns = [turn.text for each in some for turn in each]
        held = Counter(
            word for text in turns for word in set(text.lower().replace(".", "").split()) if word.isalpha()
        )
        rare = sorted(word for word, count in held.items() if count <= 2 and len(word) > 4)
        common = sorted(word for word, count in held.items() if count > len(turns) / 20)
        self.rare, self.common = chance.choices(rare, k=number), chance.choices(common, k=number)
        self.pairs = [f"{one} {other}" for one, other in zip(self.common, self.rare, strict=True)]
        self.lists = [f"/messages/{year}/" + _page(n, total) for n, (year, total) in enumerate(years.items())]
        self.kinds = [f"/kinds/interview/{_page(n, kinds)}" for n in range(2, 40, 2)]
        long = [text for text in turns if len(text.split()) > 20]
        self.quotations = [_quoted(chance.choice(long), chance) for _ in range(number)]

    def article(self) -> str:
        """Return an article of a hundred quotations."""
        return "\n\n".join(f"“{each},” the minister said on Tuesday." for each in self.quotations[:100])


def _page(n: int, total: int) -> str:
    last = -(-total // _PER_PAGE)  # the newest, which has no number in its address
    return f"{n}/" if 1 <= n < last else ""


def _quoted(text: str, chance: random.Random) -> str:
    words = text.split()
    start = chance.randrange(len(words) - 15)
    return " ".join(words[start : start + 15])


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str], port: int, path: str) -> Iterator[psutil.Process]:
    """Run a server until the block ends; it is there once it answers."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 120
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5).read()
                break
            except OSError:
                assert child.poll() is None, command
                assert time.monotonic() < until, command
                time.sleep(0.2)
        yield psutil.Process(child.pid)
    finally:
        child.terminate()
        child.wait(300)  # what was given up is done to its end first: on a busy machine that takes a while


def as_table(archive: Path, target: Path) -> Path:
    """Return a SQLite file for Datasette: the turns of the archive's own tables in one, with FTS5 over their words."""
    target.unlink(missing_ok=True)
    db = sqlite3.connect(target)
    db.execute("ATTACH ? AS record", (str(archive / "record.sqlite"),))
    # Datasette joins the index by rowid: the key has to be it.
    db.execute(
        "CREATE TABLE turns (id INTEGER PRIMARY KEY, statement, version, n, title, speaker, label, source, kind, year, language, day, text)"
    )
    db.execute(
        """INSERT INTO turns SELECT t.rowid AS id, t.statement, t.version, t.n, s.title, t.speaker, t.label, s.source,
           json_extract(s.kinds, '$[0]') AS kind, substr(coalesce(s.given_on, s.posted_on), 1, 4) AS year, s.language,
           coalesce(s.given_on, s.posted_on) AS day, t.text
           FROM record.turns t JOIN record.statements s ON s.id = t.statement AND s.current = t.version"""
    )
    db.execute("CREATE INDEX turns_statement ON turns (statement)")
    for name in FACETS:
        db.execute(f"CREATE INDEX turns_{name} ON turns ({name})")
    db.execute(
        "CREATE VIRTUAL TABLE turns_fts USING fts5 (text, content=[turns], content_rowid='id', tokenize='unicode61')"
    )
    db.execute("INSERT INTO turns_fts (rowid, text) SELECT id, text FROM turns")
    db.commit()
    db.close()
    return target


def show(name: str, told: Load) -> Load:
    faults = f"   {told.faults} FAULTS" if told.faults else ""
    cpu_p95 = f"{told.cpu_p95:>9.2f}" if told.cpu_p95 is not None else f"{'':>9}"
    print(
        f"{name:<44}{told.p50:>8.1f}{told.p95:>8.1f}{told.cpu:>9.2f}{cpu_p95}{told.per_cpu_second:>9.0f}{told.size / 1000:>9.1f}"
        f"{told.longest / 1000:>9.1f}{faults}",
        flush=True,
    )
    return told


HEAD = f"{'p50 ms':>8}{'p95':>8}{'CPU ms':>9}{'CPU p95':>9}{'a CPU s':>9}{'kB':>9}{'longest':>9}"


class Told(NamedTuple):
    """What was measured of one server: each kind of request by its name, private memory, and in how many turns it finds some words."""

    loads: dict[str, Load]
    megabytes: float
    turns: dict[str, int]


COMMON, RARE, PAIR = (
    "search and facets, common word",
    "search and facets, rare word",
    "search and facets, common AND rare",
)
PHRASE = "search and facets, two common words in a row"
FIRST = ("/", "/messages/", "/speakers/", "/sources/", "/timeline/", "/timeline/2016/", "/timeline/statements.csv", "/changes/",
         "/feed.atom", "/sitemap.xml", "/about.html", "/api/v1/changes", "/api/v1/coverage", "/api/v1/over-time?words=harbour")  # fmt: skip


def pages_of(asked: Questions, sources: list[str]) -> dict[str, list[str]]:
    """Return what is asked of `serve`, by the kind of page."""
    phrases = [quote(f'"{one} {other}"') for one, other in pairwise(asked.common)]
    return {
        "page: front (kept)": ["/"] * len(asked.ids),
        "page: list of a year": asked.lists,
        "page: list of a kind": asked.kinds,
        "page: list of a source": sources,
        "page: statement": [f"/statements/{each}/?{n}" for n, each in enumerate(asked.ids)],
        "page: card of a statement": [f"/statements/{each}/card.html?{n}" for n, each in enumerate(asked.ids[:50])],
        "page: search, common word": [f"/search?q={each}&page={1 + n % 9}" for n, each in enumerate(asked.common)],
        "page: search, rare word": [f"/search?q={each}" for each in asked.rare],
        "page: search, nothing found": [f"/search?q=zzq{n}zz" for n in range(50)],
        "page: words over time": [f"/timeline/words?q={each}" for each in asked.common[:50]],
        "page: check": [f"/check?quotation={quote(each)}" for each in asked.quotations],
        COMMON: [f"/api/v1/search?q={each}&limit={10 + n % 20}" for n, each in enumerate(asked.common)],
        RARE: [f"/api/v1/search?q={each}" for each in asked.rare],
        PAIR: [f"/api/v1/search?q={quote(each)}" for each in asked.pairs],
        PHRASE: [f"/api/v1/search?q={each}&limit={10 + n % 20}" for n, each in enumerate(phrases)],
        "api: statement": [f"/api/v1/statements/{each}?version=1" for each in asked.ids],
        "api: check": [f"/api/v1/check?quotation={quote(each)}" for each in asked.quotations],
        "api: list, a piece of 50": [f"/api/v1/statements?limit=50&since={2000 + n % 8}&until={2010 + n}" for n in range(15)],
        "api: first use, rare word": [f"/api/v1/first?words={each}" for each in asked.rare[:10]],
        "fault: no such statement": [f"/api/v1/statements/no-such-{n}" for n in range(20)],
    }  # fmt: skip


def measure_served(archive: Path, asked: Questions, connections: int) -> Told:
    """Measure `serve`."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("onrecord")), "serve", "--archive", str(archive), "--whole", "--port", str(port)]  # fmt: skip
    with running(command, port, "/api/v1") as process:
        print(f"\nonrecord serve, ready after {settled(process):.1f} CPU seconds")
        print(f"{'':<44}{HEAD}")
        for path in FIRST:
            show(f"first: {path}", load(port, [path], process))
        load(port, ["/api/v1/search?q=the", "/api/v1/check?quotation=a+b+c+d+e", "/"] * 8, process, 8)
        sources = sorted(set(re.findall(r"sources/[\w.-]+/", _text(port, "/sources/"))))
        pages = pages_of(asked, [f"/{each}" for each in sources])
        loads = {name: show(name, load(port, paths, process)) for name, paths in pages.items()}
        many = [
            path
            for paths in zip(pages["page: statement"], pages["page: search, rare word"], strict=True)
            for path in paths
        ]
        mixed = [f"{path}{'&' if '?' in path else '?'}again" for path in many]
        show(f"pages, mixed, {connections} connections", load(port, mixed, process, connections))
        show(f"pages, kept, {connections} connections", load(port, ["/"] * 2000, process, connections))
        show("review of an article of 100 quotations", post(port, "/api/v1/review", asked.article(), process))
        megabytes = process.memory_full_info().uss / 1e6
        print(f"private memory {megabytes:.0f} MB")
        turns = {
            word: _get(port, f"/api/v1/search?q={word}")["turns"]
            for word in [*asked.rare[:20], *asked.common[:10]]
        }
        return Told(loads, megabytes, turns)


def _text(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
        return str(answer.read(), "utf-8")


def _get(port: int, path: str) -> Any:
    return json.loads(_text(port, path))


def measure_datasette(archive: Path, folder: Path, asked: Questions, fewer: int) -> Told:
    """Measure Datasette, with fewer requests, as some take seconds each."""
    file = as_table(archive, folder / "turns.db")
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", str(file), "--port", str(port), "--setting", "sql_time_limit_ms", "20000",
               "--setting", "facet_time_limit_ms", "20000"]  # fmt: skip
    common, pairs, ids = asked.common[:fewer], asked.pairs[: 5 * fewer], asked.ids[: 5 * fewer]
    facets = "".join(f"&_facet={name}" for name in FACETS)
    with running(command, port, "/turns.json") as process:
        load(port, ["/turns/turns.json?_search=the&_size=20"] * 8, process, 4)
        ranked = quote(
            "select turns.* from (select rowid, rank from turns_fts where turns_fts match :q order by rank limit 20) as found"
            " join turns on turns.id = found.rowid order by found.rank"
        )
        pages = {
            "page: search, common word": [f"/turns/turns?_search={each}&_size=20{facets}&_n={n}" for n, each in enumerate(common)],
            COMMON: [f"/turns/turns.json?_search={each}&_size=20{facets}&_n={n}" for n, each in enumerate(common)],
            RARE: [f"/turns/turns.json?_search={each}&_size=20{facets}" for each in asked.rare[: 5 * fewer]],
            PAIR: [f"/turns/turns.json?_search={quote(each)}&_size=20{facets}" for each in pairs],
            "api: ranked by bm25, no facets, common word": [f"/turns.json?sql={ranked}&q={each}&_n={n}" for n, each in enumerate(common)],
            "api: statement": [f"/turns/turns.json?statement={each}&_size=100&_nocount=1&_n={n}" for n, each in enumerate(ids)],
        }  # fmt: skip
        print(f"\nDatasette{'':<35}{HEAD}")
        loads = {name: show(name, load(port, paths, process)) for name, paths in pages.items()}
        megabytes = process.memory_full_info().uss / 1e6
        print(f"private memory {megabytes:.0f} MB")
        turns = {
            word: _get(port, f"/turns/turns.json?_search={word}&_size=1")["filtered_table_rows_count"]
            for word in [*asked.rare[:20], *asked.common[:10]]
        }
        return Told(loads, megabytes, turns)


def compare(ours: Told, theirs: Told) -> list[str]:
    """Print how both stand to each other and to the floors, and return what does not hold."""
    alike = sum(ours.turns[word] == theirs.turns[word] for word in ours.turns)
    print(f"\nof {len(ours.turns)} words {alike} are found in as many turns by both")
    searches = (COMMON, RARE, PAIR, PHRASE)
    found = {
        "CPU ms of a search at the 95th of 100": max(ours.loads[name].cpu_p95 or 0.0 for name in (RARE, PAIR)),
        "CPU ms of a search with facets at the 95th of 100": max(ours.loads[name].cpu_p95 or 0.0 for name in searches),
        "kB of the longest page": max(each.longest for name, each in ours.loads.items() if name.startswith("page")) / 1000,
        "MB of private memory": ours.megabytes,
    }  # fmt: skip
    for name, value in found.items():
        print(f"{name}: {value:.1f}, at most {FLOORS[name]:g}")
    below = [name for name, value in found.items() if value > FLOORS[name]]
    for name in (COMMON, RARE, PAIR):
        times = theirs.loads[name].cpu / ours.loads[name].cpu
        print(f"{name}: Datasette takes {times:.1f} times as much, the goal is {TIMES:g}")
        below += [f"{name}, beside Datasette"] if times < TIMES else []
    below += ["equal results"] if alike < len(ours.turns) else []
    return below + [
        f"{name}: faults" for name, each in ours.loads.items() if each.faults and name[:5] != "fault"
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--turns", type=int, default=30_000)
    parser.add_argument("--folder", type=Path, help="where the archive is kept")
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--fewer", type=int, default=30, help="requests of Datasette that take seconds each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--holds", action="store_true", help="fail where a floor is not reached")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    try:
        archive = make_archive(folder, given.turns)
        asked = Questions(archive, given.seed, given.requests)
        with Archive.open(archive) as opened:
            holds = opened.holds()
        print(
            f"{holds.turns:,} turns in {holds.statements:,} statements; every request once, one after another"
        )
        ours = measure_served(archive, asked, given.connections)
        below = compare(ours, measure_datasette(archive, folder, asked, given.fewer))
        if below and given.holds:
            sys.exit(f"Not reached: {'; '.join(below)}")
    finally:
        if given.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
