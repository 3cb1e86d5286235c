"""Words laid beside words: the least edits, and the same ones however they are found."""

from __future__ import annotations

import random

import pytest

from onrecord.quoting import align
from onrecord.quoting.align import align_words

RIVER = (
    "we shall keep the river open for every boat that comes here in peace and we shall close it to no one who "
    "pays the toll at the lower gate before the evening bell has rung for the second time in the harbour of Tovar"
).split()


def told(said: list[str], quoted: list[str], free: set[int]) -> str:
    """Return the steps as one sign a word: = alike, x another, - left out, . left out at a mark, + put in."""
    signs = {"equal": "=", "replace": "x", "delete": "-", "omit": ".", "insert": "+"}
    runs = align_words(said, quoted, free)
    return "".join(signs[tag] * max(words, others) for tag, words, others in runs)


def test_what_a_mark_leaves_out_costs_a_breath_and_other_words_one_each() -> None:
    """Behind a mark the words are left out by it, without one they are missing."""
    assert told(["a", "c", "d", "b"], ["a", "b"], {1}) == "=..="
    assert told(["a", "c", "d", "b"], ["a", "b"], set()) == "=--="


def test_a_word_is_replaced_by_one_like_it_sooner_than_by_another() -> None:
    """ "harbor" stands for "harbour", not for the word before it."""
    assert told(["old", "harbour"], ["harbor"], set()) == "-x"


@pytest.mark.parametrize("seed", range(40))
def test_long_rows_give_what_short_ones_do(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """A stretch that is filled a row at once is laid beside the quotation as word by word."""
    chance = random.Random(seed)
    said = [chance.choice([*RIVER[:12], "harbor", "harbour"]) for _ in range(chance.randrange(1, 70))]
    quoted = [chance.choice([*RIVER[:12], "harbour", "harbours"]) for _ in range(chance.randrange(1, 12))]
    free = {at for at in range(len(quoted) + 1) if chance.random() < 0.2}
    monkeypatch.setattr(align, "_WIDE", 0)
    at_once = align_words(said, quoted, free)
    monkeypatch.setattr(align, "_WIDE", 1_000_000)
    assert at_once == align_words(said, quoted, free)


def test_a_piece_far_behind_a_mark_is_found_in_a_long_stretch() -> None:
    """All between the pieces is left out by the mark, and nothing is said to be changed."""
    assert told(RIVER, [*RIVER[:3], *RIVER[-4:]], {3}) == "===" + "." * (len(RIVER) - 7) + "===="
