"""Numbers whose thousands are set apart by a space: whether a text may have some, told before it is looked through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.quoting.numerals import may_have_thousands


@pytest.mark.parametrize(
    "text",
    [
        "310 000 tons",
        "1 000",
        "of 12\u00a0500 berths",
        "12\u2009500",
        "12\u202f500",
        "٣١٠ ٠٠٠",
        "’7 000 miles’",
    ],
)
def test_thousands_set_apart_are_looked_for(text: str) -> None:
    """By whatever space, in whatever digits, beside printed marks."""
    assert may_have_thousands(text)


@pytest.mark.parametrize("text", ["", "the quay", "in 2021 we", "10 20 30", "1,000", "§ 5 “a”", "٣ مراكب"])
def test_other_texts_are_not(text: str) -> None:
    """Years, counts and numbers that are grouped by a comma are no reason."""
    assert not may_have_thousands(text)


@given(st.text("07٣ \u00a0\u2009\u202fx,.é协’", max_size=12))
def test_it_is_told_as_by_looking(text: str) -> None:
    """A figure, a space and three figures, of any script."""
    assert may_have_thousands(text) == bool(re.search(r"\d[ \u00a0\u2009\u202f]\d{3}", text))
