"""Words that a page strikes and puts in by its markup: a correction that the source declares, with both readings."""

from __future__ import annotations

import pytest

from onrecord.model import Change, Statement, Turn
from onrecord.revising import compare_statements
from quoting_statements import verdict_on
from reading_pages import only, read_html

PAGE = (
    "<h1>Statement by Minister Ada Verne</h1><p>We shall send {} boats to the strait before the ice comes, and they will stay"
    " there until the last trawler is home.</p><p>The harbour stays open.</p>"
)


def turn_of(words: str) -> Turn:
    """Return the one turn of a page that has these words, with their markup, amid a sentence."""
    (turn,) = only(read_html(PAGE.format(words))).turns
    return turn


def editorial(words: str) -> list[str]:
    """Return what is set apart in the turn as the source's."""
    return [aside.text for aside in turn_of(words).editorial]


def changes(old: str, new: str) -> tuple[Change, ...]:
    """Return what a page changed that had some words, with their markup, before and others later."""
    return compare_statements(only(read_html(PAGE.format(old))), only(read_html(PAGE.format(new))))


@pytest.mark.parametrize(
    "corrected",
    [
        "<del>forty</del> <ins>fourteen</ins>",
        "<s>forty</s><ins>fourteen</ins>",
        "<strike>forty </strike><ins>fourteen</ins>",
        "<del datetime='2031-05-01'><b>forty</b></del> <ins><em>fourteen</em></ins>",
    ],
)
def test_what_is_put_in_behind_struck_words_is_the_sources(corrected: str) -> None:
    """The struck word stays among the words, as before a correction in brackets; a space parts the two."""
    turn = turn_of(corrected)
    assert "send forty fourteen boats" in turn.text
    assert [(aside.text, turn.text[slice(*aside.span)]) for aside in turn.editorial] == [("fourteen",) * 2]


@pytest.mark.parametrize(
    "printed",
    [
        "<ins>fourteen</ins>",
        "<del>forty</del>",
        "<del>forty</del> or <ins>fourteen</ins>",
        "<ins>fourteen</ins> <del>forty</del>",
        "four<del>ty</del><ins>teen</ins>",
        "<s>forty</s><ins>four</ins>teen",
    ],
)
def test_what_stands_in_no_struck_words_place_stays_among_the_words(printed: str) -> None:
    """Nor is part of a word set apart: what the whole word is then, the markup does not tell."""
    assert editorial(printed) == []


def test_a_struck_word_with_the_right_one_in_brackets_is_read_as_before() -> None:
    """The brackets say it already."""
    assert editorial("<s>forty</s> [fourteen]") == ["[fourteen]"]
    assert editorial("<s>forty</s> <ins>[fourteen]</ins>") == ["[fourteen]"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("forty", ("", "fourteen")), ("fourteen", ("", "forty")), ("thirty", ("thirty", "forty fourteen"))],
)
def test_a_correction_by_markup_is_declared(old: str, new: tuple[str, str]) -> None:
    """Whichever of the two readings stood there before, or neither."""
    (change,) = changes(old, "<del>forty</del> <ins>fourteen</ins>")
    assert (change.old, change.new, change.kind, change.declared) == (*new, "number", True)


def test_a_change_elsewhere_is_not() -> None:
    """A page that shows one correction has not declared another."""
    corrected = "<del>forty</del> <ins>fourteen</ins>"
    (changed,) = changes(f"new {corrected}", f"old {corrected}")
    assert (changed.old, changed.new, changed.declared) == ("new", "old", False)


@pytest.mark.parametrize("reading", ["forty", "fourteen", "forty [fourteen]"])
def test_both_readings_may_be_quoted(reading: str) -> None:
    """Neither differs from what was published; another number does."""
    page = only(read_html(PAGE.format("<del>forty</del> <ins>fourteen</ins>")))
    quoted = "We shall send {} boats to the strait before the ice comes"
    assert wording_of(quoted.format(reading), page) == "verbatim"
    assert wording_of(quoted.format("fifty"), page) == "altered"


def wording_of(quotation: str, statement: Statement) -> str:
    """Return how a quotation's words stand to a statement's."""
    return verdict_on(quotation, statement).wording


def test_a_correction_stands_anywhere_in_a_script_without_spaces() -> None:
    """No word goes on over its edges; the space that parts the two is the page's."""
    page = "<h1>港务部长高岚的讲话</h1><p>今年春天我们有{}出航，每一艘都刷了两遍漆。港口继续开放。</p>"
    old, new = page.format("40艘船"), page.format("<del>40艘</del> <ins>14艘</ins>船")
    (change,) = compare_statements(only(read_html(old)), only(read_html(new)))
    assert (change.kind, change.declared) == ("number", True)
