"""Quoted words in a sentence of another direction: what stands behind them keeps its place."""

from __future__ import annotations

import pytest

from onrecord.publishing.isolating import isolate_part, isolate_quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "has “لن” where the quotation has “<b>”; 11 searched",
            "has “<bdi>لن</bdi>” where the quotation has “<bdi>&lt;b&gt;</bdi>”; 11 searched",
        ),
        (
            "a « النص “الأول” » et «trois»",
            "a «<bdi> النص “الأول” </bdi>» et «<bdi>trois</bdi>»",
        ),
        ("left open “so and “so”", "left open “so and “<bdi>so</bdi>”"),
        ("”closed “ «", "”closed “ «"),
    ],
)
def test_quoted_words_stand_in_an_element_of_their_own(text: str, shown: str) -> None:
    """The outermost that are closed; everything is escaped."""
    assert str(isolate_quoted(text)) == shown


def test_many_marks_take_a_moment() -> None:
    """Neither a stack nor the square of their number."""
    assert len(isolate_quoted("“" * 200_000)) == 200_000


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("“بيان الوزارة”", "“<bdi>بيان الوزارة</bdi>”"),
        ("إلسه هارو", "<bdi>إلسه هارو</bdi>"),
        ("kept by <the office>", "<bdi>kept by &lt;the office&gt;</bdi>"),
    ],
)
def test_the_marks_of_a_citation_are_the_citations_own(part: str, shown: str) -> None:
    """A title of another direction is set apart without them; a part that quotes nothing is set apart as a whole."""
    assert str(isolate_part(part)) == shown
