"""What is asked of all of a page at once, or of all patterns at once: the same as asked one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from onrecord.reading.page.blocks import may_be_dated, may_hold_year
from onrecord.reading.page.parse_html import parse_html
from onrecord.reading.page.parse_text import parse_text
from onrecord.reading.turns.fullnames import FullNames
from onrecord.reading.words.pieces import Pieces, Several
from onrecord.reading.words.signposts import CONTINUED

LETTERS = "a 20319.\u2019\u00a0é\u0663\u0969\u0e53\uff13水ıİ\U0001d7d8"


@given(some.lists(some.text(LETTERS, min_size=1, max_size=200), max_size=6))
def test_the_blocks_that_may_be_dated_are_those_that_may_hold_a_year(lines: list[str]) -> None:
    """In figures of any script, near the beginning or the end of a block."""
    for page in (parse_text("\n\n".join(lines)), parse_html("".join(f"<p>{line}" for line in lines))):
        one_by_one = {n for n, block in enumerate(page.blocks) if may_hold_year(block.text)}
        assert may_be_dated(page.text, page.blocks) == one_by_one


@pytest.mark.parametrize("year", ["2031", "٢٠٣١", "२०३१", "２０３１", "𝟚𝟘𝟛𝟙"])
def test_a_year_in_figures_of_any_script_is_near(year: str) -> None:
    """Among letters of Europe, too."""
    page = parse_text(f"The quay – it’s open.\n\nÉcluse, {year}\n\n12 May")
    assert may_be_dated(page.text, page.blocks) == {1}


PIECES = some.lists(some.text("ab水é ", max_size=4), max_size=4)


@given(some.lists(PIECES, max_size=5), some.text("ab水é ", max_size=20))
def test_several_patterns_are_asked_as_each_by_itself(patterns: list[list[str]], text: str) -> None:
    """Pieces in ASCII have three letters or more, or none; others may be shorter."""
    kept = [
        [piece for piece in pieces if not piece.isascii() or len(piece) >= 3 or not piece]
        for pieces in patterns
    ]
    found = []
    for number, pieces in enumerate(kept):
        every = tuple((piece, number) for piece in pieces)
        if Pieces(every, tuple(one for one in every if one[0].isascii())).stand_in(text):
            found.append(number)
    assert Several(kept).stand_in(text) == found


def test_what_is_continued_is_told_by_its_words() -> None:
    """No text without one of them need be looked at: "(To be continued …)", "续完", "次号に続く"."""
    assert "" not in {piece for piece, _ in CONTINUED.pieces.all}
    for text in ("(To be continued …)", "续完", "續", "続", "次号に続く", "明日续完"):
        assert CONTINUED.may_stand_in([text])
        assert CONTINUED.fullmatch(text)
    assert not CONTINUED.may_stand_in(["The ferry’s late.", "水門", "At sea"])


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("It’s Ada Verne. MS. VERNE: Yes.", "VERNE", "Ada Verne"),
        ("C’est Léa Morvène. MME MORVÈNE : Oui.", "MORVÈNE", "Léa Morvène"),
    ],
)
def test_a_name_is_found_in_any_case_among_any_letters(text: str, name: str, whole: str) -> None:
    """Where the text has letters beyond ASCII, and where the name has."""
    assert FullNames(text).of(name) == whole
