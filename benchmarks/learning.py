"""What reading the captures of one generated site costs each capture, when 100, 1,000 or 10,000 are read in one call.

    python benchmarks/learning.py [--captures 100 1000 10000] [--seed 101] [--same-pages] [--folder DIR]

Each size is read in a process of its own, from a WARC that is deleted at the end: CPU milliseconds and kilobytes of peak
memory a capture (above what the process has before it reads), and when the first Reading came. What is learnt of a site
should cost each capture the same however many there are: the goal is a flat column. Pages differ little in length
between the sizes; the column of kilobytes of HTML a page tells. `--same-pages` reads the same 100 pages at ever new
addresses and times instead, so that the pages are alike in all sizes.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from onrecord import Reading, read
from sites_generator import Site
from sites_gold import GeneratedPage
from sites_warc import write_warc

BASE = 100


def main() -> None:
    """Write, read and print, one size after the other."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--captures", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument(
        "--same-pages", action="store_true", help="the same 100 pages, at ever new addresses and times"
    )
    parser.add_argument("--folder", help="where the temporary files go")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.read is not None:
        measure(asked.read)
        return
    print(
        f"{'captures':>9} {'readings':>9} {'kB/page':>8} {'CPU ms/capture':>15} {'peak kB/capture':>16} {'peak MB':>8} {'first after s':>14} {'learnt':>7}"
    )
    for count in asked.captures:
        with tempfile.NamedTemporaryFile(suffix=".warc", dir=asked.folder) as out:
            write_warc(pages_of(asked.seed, count, asked.same_pages), out)  # type: ignore[arg-type]
            out.flush()
            size = out.tell() / count / 1000
            told = subprocess.run(
                [sys.executable, __file__, "--read", out.name], check=True, capture_output=True, text=True
            )
        took = json.loads(told.stdout)
        print(
            f"{count:9} {took['readings']:9} {size:8.1f} {1000 * took['cpu'] / count:15.2f} {took['grown'] / count:16.1f}"
            f" {took['peak'] / 1000:8.0f} {took['first']:14.2f} {took['learnt']:7}"
        )


def pages_of(seed: int, count: int, same: bool) -> Iterator[GeneratedPage]:
    """Yield so many captures of one site, made one by one."""
    if not same:
        site = Site(seed, count)
        for i in range(count):
            yield site.page(i)
        return
    site = Site(seed, BASE)
    pages = [site.page(i) for i in range(BASE)]
    for i in range(count):
        page = pages[i % BASE]
        year = int(page.captured_at[:4]) + i // BASE % 60
        yield replace(page, url=f"{page.url}#{i // BASE}", captured_at=f"{year}{page.captured_at[4:]}")


def measure(path: Path) -> None:
    """Read the WARC, keeping nothing, and print what it took as JSON; run in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    began = time.perf_counter()
    readings = learnt = 0
    first = 0.0
    for found in read(path):
        first = first or time.perf_counter() - began
        if isinstance(found, Reading):
            readings += 1
            learnt += found.page.learnt is not None
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    grown = after.ru_maxrss - before.ru_maxrss
    print(
        json.dumps(
            {
                "readings": readings,
                "learnt": learnt,
                "cpu": cpu,
                "grown": grown,
                "peak": after.ru_maxrss,
                "first": first,
            }
        )
    )


if __name__ == "__main__":
    main()
