"""How long `add`, `rebuild` and `verify` take for a whole feed, and how many bytes an archive needs for each captured.

`add` and `rebuild` keep, read and index; the first search after them finds nothing left to do. Beside `add` stands what reading the same
WARC takes at the least: fastwarc alone, which undoes and parses each record and keeps nothing (MB are those of the file as stored).

    python benchmarks/add.py [WARC] [--profile]

Without an argument: the feed of the development data, in ../shared/data.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecordType

from onrecord import Archive
from onrecord.capture import Captured, read_captures

FEED = Path("../shared/data/whitehouse-feed/captures.warc.gz")
NOW = "2026-01-01T00:00:00Z"
STORES = ("captures", "ledger.jsonl", "record.sqlite", "search")


class Spent(NamedTuple):
    """CPU and wall seconds."""

    cpu_s: float
    wall_s: float


def timed(work: Callable[[], object]) -> Spent:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Spent(time.process_time() - cpu, time.perf_counter() - wall)


def profiled(work: Callable[[], object]) -> None:
    profile = cProfile.Profile()
    profile.runcall(work)
    pstats.Stats(profile).sort_stats("tottime").print_stats(30)


def size_of(place: Path) -> int:
    files = place.rglob("*") if place.is_dir() else [place]
    return sum(file.stat().st_size for file in files if file.is_file())


def captured_bytes(warc: Path) -> tuple[int, int]:
    """Return the bytes of all bodies, and of the distinct ones."""
    sizes: dict[str, int] = {}
    total = 0
    for each in read_captures(warc):
        if isinstance(each, Captured):
            total += len(each.body)
            sizes[each.capture.digest] = len(each.body)
    return total, sum(sizes.values())


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("warc", nargs="?", type=Path, default=FEED)
    arguments.add_argument("--profile", action="store_true", help="where the time of add goes")
    asked = arguments.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.create(Path(folder) / "archive", now=NOW) as archive,
    ):
        if asked.profile:
            profiled(lambda: archive.add(asked.warc, now=NOW))
            return
        report(asked.warc, archive)


def with_fastwarc(warc: Path) -> int:
    """Read every record to its end, HTTP parsed; return their bytes."""
    total = 0
    with warc.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type):
            total += len(record.reader.read())
    return total


def report(warc: Path, archive: Archive) -> None:
    counts: dict[str, int] = {}

    def add() -> None:
        added = archive.add(warc, now=NOW)
        counts.update(new=added.new, seen=added.seen_before, statements=added.statements)

    spent = {"fastwarc": timed(lambda: with_fastwarc(warc)), "add": timed(add)}
    captures = counts["new"]
    spent["first search"] = timed(lambda: archive.search("harbour"))
    spent["add again"] = timed(add)
    spent["rebuild"] = timed(archive.rebuild)
    spent["verify"] = timed(archive.verify)
    total, distinct = captured_bytes(warc)
    stored = warc.stat().st_size / 1e6
    print(
        f"{captures} captures, {counts['seen']} seen again, {archive.record.counts().statements} statements,"
    )
    print(f"{stored:.1f} MB of WARC, {total / 1e6:.1f} MB captured, {distinct / 1e6:.1f} MB of it distinct")
    for name, each in spent.items():
        rate = ""
        if name != "first search":
            rate = f"{captures / each.cpu_s:8.0f} captures/s {stored / each.cpu_s:8.2f} MB/s of WARC"
        print(f"{name:12} {each.cpu_s:7.1f} s CPU {each.wall_s:7.1f} s wall {rate}".rstrip())
    for store in STORES:
        place = archive.folder / store
        if place.exists():
            size = size_of(place)
            print(f"{store:14} {size / 1e6:7.1f} MB  {size / distinct:5.2f} bytes a distinct captured byte")


if __name__ == "__main__":
    main()
