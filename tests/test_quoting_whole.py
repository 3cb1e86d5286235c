"""Quotations put together from runs that stand word for word, and numbers cut from what stands beside them."""

from __future__ import annotations

import pytest

from onrecord.quoting.place import Block
from onrecord.quoting.whole import whole_runs
from quoting_statements import Said, statement_of, verdict_on

FERRIES = statement_of(
    Said("The night ferry will run until the last lamp on the quay is put out."),
    Said(
        "Nobody in this house has asked for a longer winter timetable. The price is 2.5 percent higher than it was."
    ),
    id="s1",
)
LAMPS = statement_of(
    Said("We were told that the old lighthouse keepers have gone home for good, and a grant of $65 million follows."),
    id="s2",
)  # fmt: skip


def runs(*blocks: Block, words: int, breaks: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """Return the runs that make up a quotation of so many words."""
    held: dict[int, list[Block]] = {}
    for block in blocks:
        held.setdefault(block.candidate, []).append(block)
    return [tuple(block) for block in whole_runs(list(held.values()), words, breaks)]


def test_two_runs_meet_where_the_first_ends() -> None:
    """They may overlap: the first goes as far as it stands, and the second is what is left."""
    assert runs(Block(0, 0, 30, 6), Block(1, 5, 70, 5), words=10) == [(0, 0, 30, 6), (1, 6, 71, 4)]
    assert runs(Block(0, 0, 30, 8), Block(1, 5, 70, 5), words=10) == [(0, 0, 30, 6), (1, 6, 71, 4)]


def test_runs_that_leave_words_out_or_are_too_short_make_nothing() -> None:
    """A word between them, or fewer than four words in one of them."""
    assert runs(Block(0, 0, 30, 5), Block(1, 6, 70, 5), words=11) == []
    assert runs(Block(0, 0, 30, 3), Block(1, 3, 70, 7), words=10) == []


def test_of_equal_runs_those_of_one_statement_are_taken_in_order() -> None:
    """A piece that stands in several statements is taken from the one that holds the other piece, behind it."""
    head, before, behind = Block(0, 0, 30, 5), Block(0, 5, 10, 5), Block(0, 5, 90, 5)
    other = Block(1, 5, 2, 5)
    assert runs(head, other, before, behind, words=10) == [tuple(head), tuple(behind)]
    assert runs(head, other, behind, words=10, breaks=(5,)) == [tuple(head), tuple(behind)]


def test_each_piece_between_marks_is_one_run() -> None:
    """A piece that stands nowhere whole leaves the quotation to the comparison of words."""
    pieces = (Block(0, 0, 30, 4), Block(1, 4, 2, 4), Block(1, 8, 60, 4))
    assert runs(*pieces, words=12, breaks=(4, 8)) == [tuple(piece) for piece in pieces]
    assert runs(*pieces[:2], words=12, breaks=(4, 8)) == []


@pytest.mark.parametrize("mark", [" … ", " "])
def test_pieces_of_two_statements_are_both_cited(mark: str) -> None:
    """Each stands word for word: joined, not an altered quotation of one of them."""
    verdict = verdict_on(
        f"until the last lamp on the quay{mark}old lighthouse keepers have gone home", FERRIES, LAMPS
    )
    assert verdict.wording == "spliced"
    assert [part.statement for part in verdict.parts] == ["s1", "s2"]
    assert verdict.edits == ()


def test_a_word_put_into_a_sentence_does_not_make_it_joined() -> None:
    """“not” where the record has nothing is an alteration, whatever else stands in the record."""
    verdict = verdict_on("Nobody in this house has not asked for a longer winter timetable", FERRIES, LAMPS)
    assert (verdict.wording, [edit.kind for edit in verdict.edits]) == ("altered", ["negation"])


@pytest.mark.parametrize(
    ("quotation", "wording"),
    [
        ("The price is 2.5", "verbatim"),
        ("Nobody has asked … The price is 2.5 … than it was", "altered"),
        ("for a longer winter timetable. The price is 2.5 … higher than it was", "abridged"),
        ("The price is 2.5% higher than it was", "altered"),
        ("and a grant of 65 million follows", "altered"),
    ],
)
def test_what_is_cut_beside_a_number_is_left_out_not_changed(quotation: str, wording: str) -> None:
    """The word "percent" behind a number where the quotation ends or marks an omission; a currency within it is another matter."""
    verdict = verdict_on(quotation, FERRIES, LAMPS)
    assert verdict.wording == wording
    assert all(edit.said != edit.quoted for edit in verdict.edits)


def test_a_quotation_may_begin_behind_the_sign_of_a_currency() -> None:
    """“65 million” out of “$65 million” has the record's words; with another sign, or without a minus, it has not."""
    debt = statement_of(
        Said("Our answer: $65 million follows in the spring, and -12 degrees is what we expect then.")
    )
    assert verdict_on("65 million follows in the spring", debt).wording == "verbatim"
    assert verdict_on("€65 million follows in the spring", debt).wording == "altered"
    assert verdict_on("12 degrees is what we expect then", debt).wording == "altered"
