"""Joining under bad conditions: two processes at once, a kill in the middle, times that are missing or cannot be."""

from __future__ import annotations

import signal
import subprocess
from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import loaded
from invented_captures import NOW, captured, exported, html_page, kept
from joining_killed import chosen, invented
from onrecord.record import Record
from test_joining import events
from test_reused import EDITED
from test_witnessing import PIER


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Any, ...]]:
    """Return what a record says to which all was added at once, by one process."""
    with kept(tmp_path_factory.mktemp("whole"), invented()) as record:
        assert len(list(record.listed())) == 2
        assert record.verify().findings == ()
        return exported(record)


def started(folder: Path, which: str, point: str = "") -> subprocess.Popen[bytes]:
    """Start a process that adds."""
    adding = loaded.program("from joining_killed import main; main()")
    return subprocess.Popen([*adding, str(folder), which, point], stderr=subprocess.DEVNULL)


def assert_whole(folder: Path, whole: list[tuple[Any, ...]]) -> None:
    """See that a record says the same as the whole one, that `verify` agrees, and that nothing was joined twice."""
    with Record.open(folder) as record:
        assert exported(record) == whole
        assert [each for each in record.verify().findings if each.severity != "note"] == []
        record.rebuild()
        assert exported(record) == whole
    told = Counter((each["id"], each["statement"]) for each in events(folder, "joined"))
    assert set(told.values()) == {1}
    minted = Counter(each["id"] for each in events(folder, "statement"))
    assert set(minted.values()) == {1}


def test_two_processes_add_copies_of_one_statement_at_once(
    tmp_path: Path, whole: list[tuple[Any, ...]]
) -> None:
    """Each waits for the other, in turns; nothing is lost, and nothing merged twice."""
    both = [started(tmp_path, "even"), started(tmp_path, "odd")]
    assert [each.wait() for each in both] == [0, 0]
    assert_whole(tmp_path, whole)


@pytest.mark.parametrize(
    "point", ["compare 1", "compare 3", "group 1", "group 3", "part 1", "tell 1", "ledger"]
)
def test_a_kill_in_the_middle_of_a_join(tmp_path: Path, whole: list[tuple[Any, ...]], point: str) -> None:
    """Between comparing and grouping, while the ledger is told: who adds again comes to the same."""
    killed = started(tmp_path, "all", point)
    assert killed.wait() == -signal.SIGKILL
    with Record.open(tmp_path) as record:
        record.add(chosen("all"), now=NOW)
    assert_whole(tmp_path, whole)


TIMES = ["2031-05-05T08:00:00Z", None, "2931-05-05T08:00:00Z"]


def test_times_that_are_missing_or_cannot_be(tmp_path: Path) -> None:
    """Captures of three copies, one without a time, one from the future, in all six orders: one record."""
    said = []
    for n, order in enumerate(permutations(range(3))):
        made = [
            captured(
                html_page(
                    "Statement by Minister Ada Verne on the new pier", "2 May 2031", (PIER, EDITED, PIER)[at]
                ),
                f"https://bay{at}.example/1",
                TIMES[at],
            )
            for at in order
        ]
        with kept(tmp_path / str(n), made, in_batches_of=1 + n % 3) as record:
            (listed,) = record.listed()
            assert {each.captured_at for each in listed.witnesses} == set(TIMES)
            assert record.verify().findings == ()
            said.append(exported(record))
    assert all(each == said[0] for each in said)
