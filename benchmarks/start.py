"""What a command costs before and beside its work: CPU of whole processes, start included.

    python benchmarks/start.py [--times 7] [--archive DIR] [--modules 12]

Each command is run that many times as a program of its own, and the least and the median CPU (user and system) are told: the least
is what it costs on a machine that does nothing else. Without an archive the demo is built in a folder that is gone at the end.
`--modules` lists what `read` loads, by the least time of three starts that each module took by itself.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Interview</title>
<h1>Minister of Harbours Ada Verne’s interview with the Tarn Courier, Port Ellery, March 2, 2021</h1>
<p><b>Question:</b> Will the old quay be opened again this summer, and who is it that pays for the work?</p>
<p><b>Ada Verne:</b> It will be open for every boat that needs it. The harbour pays, as it has done for all of the quays
that we have opened in the years before, and it will not be at the cost of those who have their boats there.</p></html>
"""
PROGRAM = [sys.executable, "-m", "onrecord"]
COLD_CHECK_GOAL = 1.0


def cpu_of(command: Sequence[str], times: int) -> list[float]:
    """Return the CPU seconds of each run of a program, with all that it starts."""
    told = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        told.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return told


def commands(archive: Path, page: Path) -> dict[str, list[str]]:
    """Return the commands by what they are called in the report."""
    asked = ["--archive", str(archive)]
    return {
        "python alone": [sys.executable, "-c", ""],
        "--help": [*PROGRAM, "--help"],
        "list": [*PROGRAM, "list", *asked],
        "search": [*PROGRAM, "search", *asked, "ferry"],
        "check": [*PROGRAM, "check", *asked, "Ostrelle has closed the door on the night ferry"],
        "read, one page": [*PROGRAM, "read", str(page)],
        "read, the same page twice": [*PROGRAM, "read", str(page), str(page)],
    }


def modules_of(command: Sequence[str], starts: int = 3) -> list[tuple[int, str]]:
    """Return the microseconds that each module took by itself, the slowest first."""
    least: dict[str, int] = {}
    for _ in range(starts):
        told = subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"},
        )
        for line in told.stderr.splitlines():
            itself, _, rest = line.removeprefix("import time:").partition("|")
            if itself.strip().isdigit():
                name = rest.partition("|")[2].strip()
                least[name] = min(least.get(name, sys.maxsize), int(itself))
    return sorted(((took, name) for name, took in least.items()), reverse=True)


def main() -> int:
    """Report, and end with 1 where a cold `check` of the demo archive takes longer than its goal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--modules", type=int, default=0)
    options = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as place:
        page = Path(place, "page.html")
        page.write_text(PAGE, "utf-8")
        archive = options.archive or Path(place, "demo")
        if options.archive is None:
            subprocess.run(
                [*PROGRAM, "demo", "--archive", str(archive)], check=True, stdout=subprocess.DEVNULL
            )
        cold = 0.0
        for name, command in commands(archive, page).items():
            told = cpu_of(command, options.times)
            print(f"{name:28} least {min(told):.3f}  median {statistics.median(told):.3f} CPU s")
            cold = min(told) if name == "check" else cold
        if options.modules:
            loaded = modules_of([*PROGRAM, "read", str(page)])
            print(f"read loads {len(loaded)} modules, {sum(took for took, _ in loaded) / 1e6:.2f} s:")
            for took, name in loaded[: options.modules]:
                print(f"{took / 1000:8.1f} ms  {name}")
    return int(cold > COLD_CHECK_GOAL)


if __name__ == "__main__":
    sys.exit(main())
