"""Numbers written out and in figures are one number; other numbers, and what is no whole number, are not."""

from __future__ import annotations

import pytest

from onrecord.quoting.spoken import same_spoken
from quoting_statements import Said, statement_of, verdict_on


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("thirty-one", "31"),
        ("twelve thousand four hundred", "12,400"),
        ("Two hundred and ninety", "290"),
        ("one million two hundred thousand and five", "1,200,005"),
        ("nineteen", "19"),
    ],
)
def test_one_number_in_two_forms(words: str, figures: str) -> None:
    """Whichever of the two the record has."""
    assert same_spoken(words, figures)
    assert same_spoken(figures, words)


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("thirty-one", "13"),
        ("twelve thousand four hundred", "12.400"),
        ("one two", "3"),
        ("thirty and", "30"),
        ("and", "0"),
        ("hundred", "100"),
        ("thirty ships", "30"),
        ("thirty", "thirty"),
        ("", "0"),
        ("twenty twelve", "32"),
    ],
)
def test_what_is_another_number(words: str, figures: str) -> None:
    """Or is not said so, or holds another word."""
    assert not same_spoken(words, figures)


def test_a_quotation_with_figures_for_words() -> None:
    """It is altered in its spelling, not in its number; another figure is."""
    ferry = statement_of(Said("The ferry Lady Ansel was held for thirty-one hours in the roads of Norhaven."))
    for hours, kind in (("31", "spelling"), ("13", "number")):
        (edit,) = verdict_on(f"The ferry Lady Ansel was held for {hours} hours in the roads", ferry).edits
        assert (edit.kind, edit.said, edit.quoted) == (kind, "thirty-one", hours)
