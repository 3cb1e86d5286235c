"""Adds captures in a child process, kills it at a random moment, and looks at what is left; run by test_kill.py.

A process of its own, so that it can fork without threads that a test run may have started.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from invented_captures import captured, exported, html_page
from onrecord.capture import Found, Revisit, digest_of, read_at
from onrecord.model import Locator
from onrecord.record import Record
from onrecord.record.truth import batches

NOW = "2031-06-01T12:00:00Z"
PAGES, REVISITS = 12, 3
CAPTURES = PAGES + REVISITS
IN_A_BATCH = 3


def invented() -> list[Found]:
    """Return captures of four addresses: three texts of each, the third that of the first again; the fourth copies the third.

    Before them come revisits: of the first page, of that revisit, and of the last page.
    """
    made: list[Found] = [
        revisit(0, "2031-05-20", "2031-05-10"),
        revisit(0, "2031-05-21", "2031-05-20"),
        revisit(3, "2031-05-20", "2031-05-12"),
    ]
    for n in range(PAGES):
        address, round_ = n % 4, n // 4
        ferry = min(address, 2)
        words = f"The ferry number {ferry} sails at {'noon' if round_ == 1 else 'dawn'} from Ostrava Bay."
        rest = "It carries salt and grain, and whoever walks to the pier in time to see the lamps being lit there."
        page = html_page(f"Statement on ferry {ferry}", f"{1 + ferry} May 2031", f"{words} {rest}")
        made.append(captured(page, f"https://tides.example/{address}", f"2031-05-1{round_}T00:00:00Z"))
    return made


def revisit(address: int, day: str, of: str) -> Revisit:
    """Return a revisit of what was captured at the address on another day."""
    url = f"https://tides.example/{address}"
    before = (f"at {of}T00:00:00Z {url}",)
    return Revisit(url, f"{day}T00:00:00Z", "text/html", "utf-8", (), before, {}, b"", Locator("given", 0, 1))


def add_all(folder: Path) -> None:
    """Add the captures, as the child and as the one who tries again."""
    with Record.create(folder, now=NOW) as record:
        record.add(invented(), now=NOW)


def kill_adding(folder: Path, after_s: float | None) -> None:
    """Add in a child process and kill it after so many seconds; let it finish if none are given."""
    child = os.fork()
    if child == 0:
        add_all(folder)
        os._exit(0)
    if after_s is not None:
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def acknowledged(folder: Path) -> list[dict[str, object]]:
    """Return the captures that complete lines of the ledger name, read without any of the record's code."""
    ledger = folder / "ledger.jsonl"
    complete = ledger.read_bytes().rpartition(b"\n")[0] if ledger.exists() else b""
    events = [json.loads(line) for line in complete.splitlines()]
    return [event for event in events if event["event"] == "capture"]


def look(folder: Path, expected: list[object]) -> int:
    """Return how many captures were acknowledged, having seen that none is lost and that adding again completes."""
    kept = acknowledged(folder)
    if kept:
        with Record.open(folder) as record:
            witnesses = [each for listed in record.listed() for each in listed.witnesses]
            shown = {(each.url, each.captured_at, each.digest) for each in witnesses}
            for event in kept:
                assert (event["url"], event["captured_at"], event["digest"]) in shown
                body = read_at(folder, Locator(**event["locator"])).body  # type: ignore[arg-type]
                assert digest_of(body) == event["digest"]
            assert all(finding.severity == "note" for finding in record.verify().findings)
    add_all(folder)
    with Record.open(folder) as record:
        assert exported(record) == expected
        assert all(finding.severity == "note" for finding in record.verify().findings)
    assert len(acknowledged(folder)) == CAPTURES
    return len(kept)


def main() -> None:
    """Kill as often as asked; the counts of what had been acknowledged go to standard output."""
    where, times, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    batches.MOST_CAPTURES = IN_A_BATCH
    chance = random.Random(seed)
    add_all(where / "expected")  # also warms what the first page read costs
    with Record.open(where / "expected") as record:
        expected = list(exported(record))
    began = time.perf_counter()
    kill_adding(where / "timed", None)
    takes_s = time.perf_counter() - began
    found = []
    for n in range(times):
        folder = where / str(n)
        kill_adding(folder, chance.uniform(0, takes_s))
        found.append(look(folder, list(expected)))
        shutil.rmtree(folder)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
