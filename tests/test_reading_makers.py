"""Lines behind the words that say who wrote, sent or translated a text: none of the words, and nobody who speaks."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html

SAID = "Ladies and gentlemen, the bridge is open. It will be cheap, and it will be on time."
CREDITS = (
    "By Dana Lisk",
    "Submitted by Dana Lisk",
    "Translated by Dana Lisk",
    "Translation: Dana Lisk",
    "(Interpreter: Dana Lisk)",
    "Übersetzung: Dana Lisk",
    "Traduit par Dana Lisk",
    "Traducción: Dana Lisk",
    "Tłumaczenie: Dana Liska",
    "Перевод: Дана Лиск",
    "翻译：王丽",
    "ترجمة: دانا ليسك",
)
WORDS = ("By Monday", "By God we will.", "Translation: it sails.", "Responsible: we are.")


def page(line: str) -> str:
    """A speech with one short line behind its words."""
    return f"<main><h1>Speech by Minister Ada Verne at the bridge</h1><p>14 May 2031</p><p>{SAID}</p><p>{line}</p></main>"


@pytest.mark.parametrize("line", CREDITS)
def test_who_made_the_text_says_nothing_in_it(line: str) -> None:
    """The speech ends before the line, and its speaker is the one of the title."""
    statement = only(read_html(page(line)))
    assert [turn.text for turn in statement.turns] == [SAID]
    assert [one.name for one in statement.speakers] == ["Ada Verne"]


@pytest.mark.parametrize("line", WORDS)
def test_what_begins_alike_and_names_nobody_is_said(line: str) -> None:
    """A last short line of the words stays theirs."""
    (turn,) = only(read_html(page(line))).turns
    assert turn.text == f"{SAID}\n\n{line}"
