"""What publishing costs: the first time, again with nothing changed, at another time, and after one change of each kind.

    python benchmarks/publish.py --statements 10000 [--folder DIR] [--languages en,fr,ar] [--floors]

CPU and memory are those of the whole command, its start included. In the end a whole publication into an empty folder is compared with
what the single steps left, byte for byte. The archive is invented and kept in the folder, so that a second run begins at once; with
`--floors` the run fails where a figure is worse than the worst that was seen on a machine busy with other work.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from onrecord import Archive
from web_archive import TURNS, make_archive, make_pages

HOST = "https://ministry1.vessel.example"
AT, LATER = "2026-05-26T10:30:00Z", "2026-05-26T16:30:00Z"
# Seconds of CPU of the start and for every 1,000 statements: a fourth more than the worst that was seen of 500 and of 10,000, on a machine
# with eight times as much to do as it has processors, which makes each second half as long again.
ONE_CHANGE = (1.0, 0.19)
FLOORS = {
    "whole": (1.5, 9.0),
    "unchanged": (0.6, 0.065),
    "another time": (0.65, 0.07),
}


class Run(NamedTuple):
    """One publication: seconds of CPU, the most memory it had, what it told."""

    cpu: float
    memory: float
    told: dict[str, int]


# What it took is told by a process that is small itself: of one that a large process starts, the most memory is that of the large one.
STARTED = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, json.loads(done.stdout)]))
"""


def publish(archive: Path, site: Path, profile: Path, *more: str, at: str = AT) -> Run:
    """Publish by the command line, as anybody does."""
    command = [str(Path(sys.executable).with_name("onrecord")), "publish", str(site), "--archive", str(archive),
               "--profile", str(profile), "--at", at, "--json", *more]  # fmt: skip
    # Whoever installs onrecord has its modules compiled.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told = subprocess.check_output([sys.executable, "-c", STARTED, *command], env=around)
    return Run(*json.loads(told))


def show(name: str, run: Run, whole: Run) -> None:
    told = run.told
    print(
        f"{name:<16}{run.cpu:>9.2f} s{f'1/{whole.cpu / run.cpu:.0f}':>8}{run.memory:>8.0f} MB{told['written']:>9,}{told['kept']:>9,}"
        f"{told['removed']:>9,}{told['bytes'] / 1e6:>9.1f} MB",
        flush=True,
    )


def keep_page(archive: Path, folder: Path, url: str, text: str, captured_at: str) -> None:
    page = folder / "page.html"
    page.write_text(text, encoding="utf-8")
    with Archive.open(archive) as opened:
        opened.add(page, url=url, captured_at=captured_at, now=AT)


def add_one(archive: Path, folder: Path) -> None:
    """Add one page more, given and posted in 2018: on lists it comes between others."""
    _, _, text = next(iter(make_pages(TURNS, seed=77)))
    keep_page(archive, folder, f"{HOST}/news/one-more", text, "2026-02-01T08:00:00Z")


def add_newest(archive: Path, folder: Path) -> None:
    """Add one page more, the newest of all, as an office does that publishes its next message."""
    _, _, text = next(iter(make_pages(TURNS, seed=78)))
    newest = text.replace(" 2018", " 2026")
    assert newest != text
    keep_page(archive, folder, f"{HOST}/news/newest", newest, "2026-02-01T09:00:00Z")


def edit_one(archive: Path, folder: Path) -> None:
    """Capture one page once more, on which its source changed two words."""
    url, _, text = next(iter(make_pages(TURNS, seed=1)))
    before, _, behind = text.rpartition(" the ")
    keep_page(archive, folder, url, f"{before} the quiet {behind}", "2026-02-02T08:00:00Z")


def remove_one(archive: Path, folder: Path) -> None:
    """Capture the address of one page, at which its source has it no more."""
    *_, (url, _, _) = make_pages(2 * TURNS, seed=1)
    gone = "<html lang=en><title>404 Not Found</title><body><h1>Page not found</h1></body></html>"
    keep_page(archive, folder, url, gone, "2026-02-03T08:00:00Z")


def announce(archive: Path, folder: Path, days: range) -> None:
    """Capture a list that announces messages of these days, none of which is held."""
    items = "".join(
        f'<li>{day} February 2026 <a href="{HOST}/news/announced-{day}">Interview of Ilse Harrow with Harbour Radio {day}</a></li>'
        for day in days
    )
    text = f"<html lang=en><body><h1>News</h1><ul>{items}</ul></body></html>"
    keep_page(archive, folder, f"{HOST}/news", text, f"2026-02-{days.stop:02}T08:00:00Z")


def announce_one(archive: Path, folder: Path) -> None:
    """Capture the list once more, with one message more."""
    announce(archive, folder, range(3, 7))


def correct_one(archive: Path, folder: Path) -> None:
    """Mend the day of one statement out of the middle."""
    with Archive.open(archive) as opened:
        ids = [each.id for each in opened.list()]
        opened.correct(
            ids[len(ids) // 2],
            by="Ines Marr",
            why="The programme has it so.",
            now=AT,
            sets={"given_on": "2016-03-09"},
        )


CHANGES = {
    "one correction": correct_one,
    "one more": add_one,
    "one newest": add_newest,
    "one edited": edit_one,
    "one gone": remove_one,
    "one announced": announce_one,
}


def floor_of(name: str, statements: int) -> float:
    """Return how many seconds of CPU a run may take."""
    start, thousand = FLOORS.get(name, ONE_CHANGE)
    return start + thousand * statements / 1000


def differing(one: Path, other: Path) -> int:
    """Return how many files are not alike."""
    found = subprocess.run(["diff", "-rq", str(one), str(other)], capture_output=True, text=True, check=False)
    return len(found.stdout.splitlines())


def measure(folder: Path, statements: int, languages: list[str], *, floors: bool) -> int:
    kept = make_archive(folder, statements * TURNS)
    work = Path(tempfile.mkdtemp(dir=folder))
    try:
        archive, site, profile = work / "archive", work / "site", work / "site.toml"
        shutil.copytree(kept, archive)
        shutil.rmtree(archive / "published", ignore_errors=True)
        profile.write_text(f'publish = "full"\ninterface = {json.dumps(languages)}\n', encoding="utf-8")
        # Derived again here, where this code reads otherwise than what made it. With the first notice every page leads to them.
        announce(archive, work, range(3, 6))
        print(
            f"{statements:,} statements, {', '.join(languages)}\n{'':<16}{'CPU':>11}{'':>8}{'memory':>11}{'written':>9}{'kept':>9}{'removed':>9}"
        )
        runs = {"whole": publish(archive, site, profile)}
        whole = runs["whole"]
        show("whole", whole, whole)
        runs["unchanged"] = publish(archive, site, profile)
        show("unchanged", runs["unchanged"], whole)
        runs["another time"] = publish(archive, site, profile, at=LATER)
        show("another time", runs["another time"], whole)
        for name, change in CHANGES.items():
            change(archive, work)
            runs[name] = publish(archive, site, profile)
            show(name, runs[name], whole)
        publish(archive, work / "fresh", profile, "--anew")
        others = differing(site, work / "fresh")
        print(f"{others} files differ from a whole publication into an empty folder")
        worse = [name for name, run in runs.items() if run.cpu > floor_of(name, statements)]
        print(f"worse than the floors: {', '.join(worse) or 'none'}")
        return int(bool(others or (floors and worse)))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=1000)
    parser.add_argument("--folder", type=Path, help="where the archive is kept")
    parser.add_argument("--languages", default="en")
    parser.add_argument("--floors", action="store_true", help="fail where a figure is worse than its floor")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    try:
        sys.exit(measure(folder, given.statements, given.languages.split(","), floors=given.floors))
    finally:
        if given.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
