"""Marks of texts: what is written of them follows from the texts that are held, not from how they came and went."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from random import Random

import pytest

from onrecord.record.deriving.marked import Marks, Memory
from onrecord.record.tables.tables import SCHEMA

TABLES = ("texts", "marked", "marks", "formulas")
CHANCE = Random("marks")
STRETCHES = ["".join(CHANCE.choice("abcdefghijklmnoprstuvw") for _ in range(400)) for _ in range(4)]
# Each text has its own letters, and some of the stretches that others have as well.
TEXTS = {
    n: "".join(CHANCE.choice("abcdefghijklmnoprstuvw") for _ in range(300))
    + "".join(STRETCHES[each] for each in range(4) if (n + 1) % (each + 1) == 0)
    for n in range(12)
}


@pytest.fixture(autouse=True)
def few_make_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    """What more than three texts share is a formula."""
    monkeypatch.setattr("onrecord.record.deriving.marked.MOST_SHARING", 3)


def tables() -> sqlite3.Connection:
    """The tables of marks, with nothing in them."""
    db = sqlite3.connect(":memory:")
    for each in SCHEMA:
        if each.partition(" (")[0].rpartition(" ")[2] in (*TABLES, "meta"):
            db.execute(each)
    return db


def held(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables."""
    return {table: sorted(db.execute(f"SELECT * FROM {table}").fetchall()) for table in TABLES}


def entered(keys: Iterable[int]) -> sqlite3.Connection:
    """Tables into which these texts were entered, one after another."""
    db = tables()
    for key in keys:
        list(Marks(db).enter(key, TEXTS[key]))
    return db


@pytest.mark.parametrize("seed", range(6))
def test_texts_that_come_and_go_leave_what_the_rest_would_have_written(seed: int) -> None:
    """Entered and forgotten in any order, by one hand or anew each time: the tables are those of the texts left over."""
    chance = Random(seed)
    db, memory, there = tables(), Memory(), set[int]()
    marks = Marks(db, memory)
    for _ in range(40):
        if chance.random() < 0.3:  # another batch, maybe of somebody who remembers nothing
            marks = Marks(db, memory if chance.random() < 0.6 else None)
        key = chance.randrange(len(TEXTS))
        if key in there:
            list(marks.leave(key))
        else:
            list(marks.enter(key, TEXTS[key]))
        there ^= {key}
        assert held(db) == held(entered(chance.sample(sorted(there), len(there))))


def test_a_mark_is_a_formula_from_the_fourth_text_on_and_tells_again_without_it() -> None:
    """Who shares it is told when it becomes one, and when it is none any more; meanwhile it brings nobody together."""
    one, other, third, fourth = 0, 4, 6, 10  # as long as each other, with one stretch that all have
    db = entered((one, other, third))
    marks = Marks(db)
    assert marks.alike(one) == [other, third]
    become = list(marks.enter(fourth, TEXTS[fourth]))
    assert become
    assert all(sharing == [one, other, third, fourth] for sharing in become)
    assert marks.alike(one) == []
    again = list(marks.leave(fourth))
    assert len(again) == len(become)
    assert all(sharing == [one, other, third] for sharing in again)
    assert marks.alike(one) == [other, third]


def test_what_is_remembered_holds_for_the_state_that_it_was_read_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another writes, or what is rolled back, is read again; what nobody wrote is not; and what is too much is forgotten."""
    db, memory = entered((0, 4)), Memory()
    assert Marks(db, memory).alike(0) == [4]
    db.commit()
    list(Marks(db, memory).enter(6, TEXTS[6]))
    assert Marks(db, memory).alike(0) == [4, 6]
    db.rollback()
    assert Marks(db, memory).alike(0) == [4]
    list(Marks(db).leave(4))  # somebody who has a memory of his own
    assert Marks(db, memory).alike(0) == []
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    assert Marks(db, memory).alike(0) == []
    assert not [each for each in asked if "FROM marks" in each]
    monkeypatch.setattr("onrecord.record.deriving.marked._MOST_KEPT", 10)
    list(Marks(db, memory).enter(4, TEXTS[4]))
    assert Marks(db, memory).alike(0) == [4]
    assert held(db) == held(entered((4, 0)))
