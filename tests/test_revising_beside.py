"""Two versions set beside each other: what is the same stands once, what differs is numbered, all words are there."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Statement
from onrecord.revising import Row, Same, set_beside
from publishing_record import a_statement, a_turn


def a_version(*turns: tuple[str | None, str], title: str = "Remarks") -> Statement:
    """Return a statement with these turns."""
    return a_statement("st-a", title, [a_turn(n, *each) for n, each in enumerate(turns, 1)])


def shown(row: Row) -> list[str]:
    """Return a row as one reads it: what is taken out in [-…-], what is put in in {+…+}."""
    marks = {"both": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    return [marks[each.side].format(each.text) for each in row.both]


def test_one_word_is_another() -> None:
    """The paragraph stands once, the word in both forms, under one number."""
    old = a_version(("Odo Prell", "We sail in May.\n\nNobody knows why."))
    new = a_version(("Odo Prell", "We sail in June.\n\nNobody knows why."))
    beside = set_beside(old, new)
    first, second = (row for row in beside.rows if isinstance(row, Row))
    assert shown(first) == ["Odo Prell", " We sail in", "[- May-]", "{+ June+}", "."]
    assert first.both[0].label
    assert [each.difference for each in first.both] == [0, 0, 1, 1, 0]
    assert not second.differs
    assert [(each.n, each.old, each.new, each.turn) for each in beside.differences] == [(1, "May", "June", 1)]


def test_turns_that_are_the_same_are_only_counted() -> None:
    """Between what differs stands from which turn to which nothing does."""
    same = [(f"Speaker {n}", f"This is what speaker {n} said of the harbour.") for n in range(2, 6)]
    old = a_version(("Question", "Why in May?"), *same, ("Odo Prell", "For the herring."))
    new = a_version(("Question", "Why in June?"), *same, ("Odo Prell", "For the cod."))
    kinds = [each if isinstance(each, Same) else each.differs for each in set_beside(old, new).rows]
    assert kinds == [True, Same(2, 5), True]


def test_a_paragraph_that_is_put_in_stands_in_a_row_of_its_own() -> None:
    """Nothing stands beside it on the earlier side."""
    old = a_version((None, "We sail.\n\nWe fish."))
    new = a_version((None, "We sail.\n\nWe rest on Sunday, as we always did.\n\nWe fish."))
    rows = [row for row in set_beside(old, new).rows if isinstance(row, Row)]
    added = next(row for row in rows if row.differs)
    assert added.old == ()
    assert [each.text for each in added.new] == ["We rest on Sunday, as we always did."]
    assert [row.differs for row in rows] == [False, True, False]


def test_a_turn_that_is_gone_counts_in_the_earlier_version() -> None:
    """The number of its turn is that of the version that has it."""
    old = a_version(("Question", "Why?"), ("Odo Prell", "We do not say."), ("Question", "And when?"))
    new = a_version(("Question", "Why?"), ("Question", "And when?"))
    (difference,) = set_beside(old, new).differences
    assert (difference.old, difference.new, difference.turn) == ("We do not say.", "", 2)


def test_titles_are_set_beside_each_other() -> None:
    """A title that was changed is a row like any other."""
    beside = set_beside(
        a_version((None, "We sail."), title="On May"), a_version((None, "We sail."), title="On June")
    )
    assert shown(beside.title) == ["On", "[- May-]", "{+ June+}"]
    assert beside.rows == (Same(1, 1),)


words = st.lists(st.sampled_from(["sea", "May", "not", "we.", "Sail", "\n\n", "7", "—"]), max_size=14)
turns = st.lists(st.tuples(st.sampled_from([None, "Question", "Odo Prell"]), words.map(" ".join)), max_size=5)


@settings(max_examples=150, deadline=None)
@given(turns, turns)
def test_every_word_of_both_is_there(
    old: list[tuple[str | None, str]], new: list[tuple[str | None, str]]
) -> None:
    """Each side of the rows has the words of its version in order; in one, neither is missing; every difference is told."""
    left, right = a_version(*old), a_version(*new)
    beside = set_beside(left, right)
    rows = [row for row in beside.rows if isinstance(row, Row)]
    same = {n for each in beside.rows if isinstance(each, Same) for n in range(each.first, each.last + 1)}
    told = "".join("".join(each.text for each in row.new) for row in rows)
    kept = "".join((turn.label or "") + turn.text for turn in right.turns if turn.n not in same)
    assert "".join(told.split()) == "".join(kept.split())
    for row in rows:
        for side, passages in (("old", row.old), ("new", row.new)):
            alone = [each.text for each in row.both if each.side == side]
            assert [each.text for each in passages if each.side == side] == alone
        letters = ["".join("".join(p.text for p in side if p.side == "both").split()) for side in row[:2]]
        assert letters[0] == letters[1]
    numbers = {each.difference for row in rows for each in row.both if each.difference}
    assert numbers == {each.n for each in beside.differences}
