"""Two processes that add to one record at once: each tells of what it was given, whoever of the two read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from invented_captures import NOW, captured, statement, toy_page, use_toy_reader
from onrecord.capture import Captured
from onrecord.model import Added
from onrecord.record import Record


@pytest.fixture(autouse=True)
def _toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_reader(monkeypatch)


def speech(n: int, words: str, day: int = 1) -> Captured:
    """Return a capture of a page with its own statement."""
    page = toy_page(statement(f"Speech {n}", words))
    return captured(page, f"https://tides.example/{n}", f"2031-05-{day:02}T00:00:00Z")


def added_amid(folder: Path, ours: list[Captured], theirs: list[Captured]) -> tuple[Added, Added]:
    """Return what one process tells that kept its captures, and what another tells that added its own before they were read."""
    told: list[Added] = []

    def once_kept(done: int, address: str) -> None:
        if not told:
            with Record.create(folder, now=NOW) as other:
                told.append(other.add(theirs, now=NOW))

    with Record.create(folder, now=NOW) as record:
        added = record.add(ours, now=NOW, progress=once_kept)
        assert record.verify().findings == ()
    return added, told[0]


def test_what_another_process_read_was_added_here(tmp_path: Path) -> None:
    """Captures, statements, new ones and those not readable are counted where they were given."""
    unreadable = captured(b"\x00\x01\x02", "https://tides.example/noise", "2031-05-01T00:00:00Z")
    ours, theirs = [speech(1, "We sail."), speech(2, "We stay."), unreadable], [speech(3, "We land.")]
    added, _ = added_amid(tmp_path / "both", ours, theirs)
    with Record.create(tmp_path / "alone", now=NOW) as alone:
        by_itself = alone.add(ours, now=NOW)
    told = added.new, added.statements, added.new_statements, added.not_readable
    assert told == (by_itself.new, by_itself.statements, by_itself.new_statements, by_itself.not_readable)
    assert told[:3] == (3, 2, 2)


def test_a_statement_that_was_held_before_is_not_new(tmp_path: Path) -> None:
    """Though another process read its new text."""
    with Record.create(tmp_path, now=NOW) as record:
        record.add([speech(1, "We sail.")], now=NOW)
    added, _ = added_amid(
        tmp_path, [speech(1, "We stay.", 2), speech(2, "We land.")], [speech(3, "We wait.")]
    )
    assert (added.new, added.statements, added.new_statements) == (2, 2, 1)
