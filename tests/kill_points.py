"""Ends a process at chosen writes, syncs, renames and removals of an archive's files, and looks at what is left.

`python tests/kill_points.py FOLDER TIMES SEED` needs a C compiler; test_kill_points.py runs a few of the points.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from invented_captures import NOW, captured, exported, html_page
from onrecord import Archive
from onrecord.capture import Captured, Found, Revisit
from onrecord.errors import OnrecordError
from onrecord.model import Locator
from onrecord.reading import statement_id
from onrecord.record import Asked, Record, ReleaseWish, Wish
from onrecord.record.deriving.pages import read_captured
from onrecord.record.truth import batches
from onrecord.record.truth.store import write_whole
from test_witnessing import PIER as LONG

BEFORE, HALF, FULL = range(3)
MANNERS = {"before": BEFORE, "half way": HALF, "full": FULL}
PIER, COPY = "https://tides.example/pier", "https://mirror.example/news/7"
SECRET = "Ilka Moorhen of Eel Lane 7"
WRITERS = ("Ines Marr", "Odo Prell")
WHO = ("Ines Marr", NOW, "Order 12/2031.")
_PRELOAD = "ONRECORD_KILL_POINTS"


def invented() -> list[Found]:
    """Return captures of three addresses, two texts of one, the second a repetition, and a revisit that came too early.

    Behind them a long statement and its copy elsewhere, which are one.
    """
    made: list[Found] = [
        Revisit(
            "https://tides.example/0", "2031-05-20T00:00:00Z", "text/html", "utf-8", (),
            ("at 2031-05-10T00:00:00Z https://tides.example/0",), {}, b"", Locator("given", 0, 1),
        )
    ]  # fmt: skip
    for n in range(6):
        address, round_ = n % 3, n // 3
        words = f"The ferry number {address} sails at {'noon' if round_ and not address else 'dawn'} from the bay."
        told = f" It was {SECRET} who asked." if address == 1 else ""
        page = html_page(f"Statement on ferry {address}", f"{1 + address} May 2031", words + told)
        made.append(captured(page, f"https://tides.example/{address}", f"2031-05-1{round_}T00:00:00Z"))
    for n, url in enumerate((PIER, COPY)):
        page = html_page("Statement on the pier", "3 May 2031", LONG, f"Page {n} of the office.")
        made.append(captured(page, url, f"2031-05-2{n}T00:00:00Z"))
    return made


def work(folder: Path) -> None:
    """Do all that writes: add, correct, release, index, redact, join, part, take back, source files, rebuild; again where it was not done."""
    given = invented()
    with Record.create(folder, now=NOW) as record:
        record.add([*given[:4], given[-2]], now=NOW)
        for n, day in enumerate(("2031-05-02", "2031-05-03")):
            line = next(each for each in record.listed() if f"ferry {n}" in (each.title or ""))
            record.correct(Wish(line.id, *WHO, sets={"given_on": day}))
        first = next(iter(record.corrections()))
        record.undo(first.id, by=WHO[0], on=NOW, why="Taken back.")
    write_messages(folder)
    with Archive.open(folder) as archive:
        archive.index()
        if not list(archive.tombstones()):
            archive.record.redact(Asked(*WHO, passage=SECRET))
    write_whole(folder / "sources" / "tides.toml", b'name = "Tides"\nhosts = ["tides.example"]\n')
    with Archive.open(folder) as archive:
        archive.record.add([each for each in given[4:] if not _is_removed(each)], now=NOW)
        archive.index()
        _part_and_join(archive)
        archive.rebuild()


def _part_and_join(archive: Archive) -> None:
    pier, copy = (statement_id(each, "") for each in (PIER, COPY))
    parted = [each.id for each in archive.corrections() if "apart_from" in each.sets]
    if not parted:  # what was taken back and is said again would be another correction
        known = archive.correct(copy, by=WHO[0], why="I asked them.", now=NOW, apart_from=pier)
        parted = [known.id]
        archive.index()
    archive.undo(parted[0], by=WHO[0], why="Taken back.", now=NOW)
    archive.index()


def write_messages(folder: Path) -> None:
    """Have a message released that waits, come out, be corrected and withdrawn, as far as that was not done."""
    url = "https://press.tides.example/lamp"
    text = "---\ntitle: On the lamp\nkinds: statement\ngiven on: 2031-06-02\n---\n\nThe lamp {} lit again on Sunday.\n"
    first, second, third, fourth = (f"2031-06-0{day}T12:00:00Z" for day in range(2, 6))
    with Record.open(folder) as record:
        messages = record.messages
        id_ = statement_id(url, "")
        if messages.standing(id_) is None:
            messages.release(
                ReleaseWish("lamp", url, text.format("was").encode(), *WRITERS, first, second, False, None)
            )
        messages.bring_out(second)
        standing = messages.standing(id_)
        assert standing is not None
        if len(standing.releases) == 1:
            body = text.format("was not").encode()
            messages.release(ReleaseWish("lamp", url, body, *WRITERS, third, None, False, "It was not."))
        messages.bring_out(third)
        if id_ not in messages.withdrawn():
            messages.withdraw(id_, by=WRITERS[1], now=fourth, why="The lamp is broken.")
        assert id_ in messages.withdrawn()


def _is_removed(found: Found) -> bool:
    return not isinstance(found, Revisit) and SECRET in str(getattr(found, "body", b""))


def told(folder: Path) -> list[Any]:
    """Return all that an archive tells."""
    with Record.open(folder) as record:
        found = [*exported(record), *record.corrections(), *(each.id for each in record.tombstones())]
        assert all(finding.severity == "note" for finding in record.verify().findings), (
            record.verify().findings
        )
        return [repr(each) for each in found]


def acknowledged(folder: Path) -> list[dict[str, Any]]:
    """Return the events of the complete lines of the ledger, read without any of the record's code."""
    ledger = folder / "ledger.jsonl"
    complete = ledger.read_bytes().rpartition(b"\n")[0] if ledger.exists() else b""
    return [json.loads(line) for line in complete.splitlines()]


def look(folder: Path, expected: list[Any]) -> int:
    """Return how many events were acknowledged, having seen that none is lost and that doing it again completes it."""
    events = acknowledged(folder)
    if events:
        told(folder)
        with Record.open(folder) as record:
            rows = record._derived.db.execute("SELECT url, captured_at FROM captures").fetchall()
            known = {each.id: each for each in record.corrections()}
        kept = [(each["url"], each["captured_at"]) for each in events if each["event"] == "capture"]
        assert sorted(set(kept)) == sorted(set(rows) & set(kept)), (kept, rows)
        assert {each["id"] for each in events if each["event"] == "correction"} <= known.keys()
        assert all(known[each["id"]].undone for each in events if each["event"] == "undone")
        if any(each["event"] == "redaction" for each in events):
            look_for_words(folder)
    work(folder)
    assert told(folder) == expected
    look_for_words(folder)
    with Archive.open(folder) as archive:
        assert {hit.title for hit in archive.search("sails")} == {f"Statement on ferry {n}" for n in range(3)}
        assert archive.search("Moorhen") == []
        for n in range(3):
            sails = archive.check(f"The ferry number {n} sails at dawn from the bay.")
            assert sails.wording == "verbatim", sails
        assert archive.check(f"It was {SECRET} who asked.").wording != "verbatim"
        assert archive.show(statement_id(COPY, "")).listed.id == statement_id(PIER, "")
    return len(events)


def _look(folder: Path, expected: list[Any]) -> None:
    look(folder, expected)


def look_for_words(folder: Path) -> None:
    """See that no file of an archive holds the words that were removed."""
    from test_redaction import every_byte

    everything = every_byte(folder)
    assert b"Moorhen" not in everything
    assert b"Ilka" not in everything


def forked(task: Callable[[], None]) -> int:
    """Return how a task ended that ran in a child: 0, its exit code, or the signal as a negative number."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            task()
            code = 0
        except BaseException:  # noqa: BLE001 - a child must end here, whatever it met
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


class Points:
    """The library that ends a process: counts what its files are changed by, and ends it where it is told to."""

    def __init__(self) -> None:
        """Take the library that this process was started with."""
        self._library = ctypes.CDLL(os.environ[_PRELOAD])
        self._library.points_counted.restype = ctypes.c_long

    def arm(self, at: int, manner: int, folder: Path) -> None:
        """Begin to count what happens below a folder; at 0 nothing is ended."""
        self._library.points_arm(ctypes.c_long(at), ctypes.c_int(manner), os.fsencode(folder))

    def counted(self) -> int:
        """Return how often a file was changed since."""
        return int(self._library.points_counted())


def end_work(points: Points, folder: Path, at: int, manner: int) -> int:
    """Work in a child that ends at a point; where the disk is full, see that it ends with one sentence."""

    def task() -> None:
        points.arm(at, manner, folder)
        fault = _fault_of(folder)
        if fault is not None:  # one sentence, and only where there was a reason
            assert manner == FULL, repr(fault)
            assert "\n" not in str(fault), repr(fault)
            assert isinstance(fault, OnrecordError | OSError | sqlite3.Error), repr(fault)
        if at == 0:
            (folder.parent / "points").write_text(str(points.counted()))

    return forked(task)


def _fault_of(folder: Path) -> Exception | None:
    try:
        work(folder)
    except Exception as fault:  # noqa: BLE001 - looked at by the caller
        return fault
    return None


def main() -> None:
    """End as often as asked; how it went goes to standard output as JSON."""
    where, times, seed = Path(sys.argv[1]).resolve(), int(sys.argv[2]), int(sys.argv[3])
    manners = (
        [MANNERS[name] for name in sys.argv[4].split(",")] if len(sys.argv) > 4 else [BEFORE, HALF, FULL]
    )
    if _PRELOAD not in os.environ:
        _begin_again(where)
    points = Points()
    batches.MOST_CAPTURES = 3
    chance = random.Random(seed)
    began = time.process_time()
    _load_all()
    assert forked(lambda: work(where / "expected")) == 0

    def expect() -> None:
        (where / "expected.json").write_text(json.dumps(told(where / "expected")))

    assert forked(expect) == 0
    expected = json.loads((where / "expected.json").read_text())
    assert end_work(points, where / "counted", 0, BEFORE) == 0
    total = int((where / "points").read_text())
    found: Counter[str] = Counter()
    failed = []
    for n, (at, manner) in enumerate(_chosen(chance, total, times, manners)):
        folder = where / str(n)
        ended = end_work(points, folder, at, manner)
        is_ended = ended in ((0,) if manner == FULL else (0, -signal.SIGKILL))
        if not is_ended or forked(partial(_look, folder, expected)) != 0:
            failed.append((at, manner, ended))
            sys.stderr.write(f"point {at}, manner {manner}: see {folder}\n")
            continue
        found[f"manner {manner}: {'ran to its end' if ended == 0 and manner != FULL else 'ended'}"] += 1
        shutil.rmtree(folder, ignore_errors=True)
        (where / "done").write_text(f"{n + 1} points, {len(failed)} failed\n")
    spent = time.process_time() - began + sum(os.times()[2:4])
    result = {
        "points": total,
        "seed": seed,
        "times": times,
        "found": found,
        "failed": failed,
        "cpu_s": round(spent),
    }
    sys.stdout.write(json.dumps(result) + "\n")
    sys.exit(1 if failed else 0)


def _load_all() -> None:
    """Load what work needs once, not in each child, where half of the time would go."""
    for name in (
        "brotli",
        "onrecord.search.index",
        "onrecord.search.quotations",
        "onrecord.archive.checking",
    ):
        importlib.import_module(name)
    read_captured(next(each for each in invented() if isinstance(each, Captured)))


def _chosen(chance: random.Random, total: int, times: int, manners: list[int]) -> list[tuple[int, int]]:
    """Return points and manners: of each manner as many points, or all."""
    each = min(-(-times // len(manners)), total)
    chosen = [(at, manner) for manner in manners for at in chance.sample(range(1, total + 1), each)]
    return chosen[:times]


def _begin_again(where: Path) -> None:
    """Compile the library, and begin this program again with it loaded."""
    where.mkdir(parents=True, exist_ok=True)
    library = where / "kill_points.so"
    source = Path(__file__).with_suffix(".c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    loaded = {**os.environ, "LD_PRELOAD": str(library), _PRELOAD: str(library)}
    os.execve(sys.executable, [sys.executable, *sys.argv], loaded)


if __name__ == "__main__":
    main()
