"""Adds pages that are copies of each other, in a process of its own; killed at a point of joining, or at the side of another.

`python tests/joining_killed.py FOLDER WHICH POINT`: which of the pages ("all", "even", "odd"), and where this process ends itself ("" for nowhere).
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from invented_captures import NOW, captured, html_page
from onrecord.capture import Captured
from onrecord.record import Record
from onrecord.record.deriving import joining, reused, steps
from onrecord.record.truth import batches
from onrecord.record.truth.events import StatementJoined
from onrecord.record.truth.ledger import Ledger
from test_reused import EDITED, SALT
from test_witnessing import PIER

IN_A_BATCH = 4


def invented() -> list[Captured]:
    """Return captures of one statement at five addresses, with edits and as an excerpt, and of another one at one of these later."""
    made = []
    for n in range(5):
        words = (PIER, EDITED, PIER, EDITED.replace("200", "210"), PIER[: PIER.index("Dues")])[n]
        url = f"https://{'bay' if n % 2 else 'merrow'}.example/{n}"
        for round_ in range(2):
            page = html_page("Statement by Minister Ada Verne on the new pier", "2 May 2031", words)
            page += f"<!-- {round_} -->"
            made.append(captured(page, url, f"2031-05-{10 * round_ + 5 + n:02}T08:00:00Z"))
    later = html_page("Statement by Minister Olm to the guilds on salt", "19 June 2031", SALT)
    made.append(captured(later, "https://bay.example/1", "2031-06-20T08:00:00Z"))
    made.append(captured(later, "https://tarn.example/9", "2031-06-21T08:00:00Z"))
    return made


def chosen(which: str) -> list[Captured]:
    """Return all captures, or every other one."""
    return invented()[{"all": 0, "even": 0, "odd": 1}[which] :: 1 if which == "all" else 2]


def _ends(function: Callable[..., Any], after: int, *, late: bool) -> Callable[..., Any]:
    """Return a function that ends this process at its call of that number: before it did anything, or behind it."""
    calls = 0

    def ending(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        found = function(*given, **named) if late or calls < after else None
        if calls >= after:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    return ending


def _ends_behind_the_ledger() -> None:
    append = Ledger.append

    def ending(self: Ledger, events: Any) -> Any:
        told = list(events)
        done = append(self, told)
        if any(isinstance(each, StatementJoined) for each in told):
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    Ledger.append = ending  # type: ignore[method-assign]


def prepare(point: str) -> None:
    """Have this process end at a point."""
    name, _, number = point.partition(" ")
    if name == "ledger":
        _ends_behind_the_ledger()
    elif name:
        module: Any
        module, what = {
            "compare": (joining, "compare"), "group": (joining, "group_copies"), "part": (reused, "later_id"),
            "tell": (steps, "joins_told"),
        }[name]  # fmt: skip
        setattr(module, what, _ends(getattr(module, what), int(number), late=name != "group"))


def main() -> None:
    """Add what the command line says."""
    folder, which, point = sys.argv[1:4]
    batches.MOST_CAPTURES = IN_A_BATCH
    prepare(point)
    with Record.create(Path(folder), now=NOW, wait_s=120) as record:
        record.add(chosen(which), now=NOW)


if __name__ == "__main__":
    main()
