"""Words that a page strikes, with nothing in their place: no text changed, and yet its source took something back."""

from __future__ import annotations

import pytest

from test_versions_archive import WORDS, Kept, day, kept, page, response

__all__ = ["kept"]

COUNT = "We sail with 40 boats in the spring."
STRUCK = WORDS.replace(COUNT, f"<del>{COUNT}</del>")


def told(kept: Kept) -> list[tuple[str, str, str, bool]]:
    """Return all changes of the one statement: kind, both sides, and whether the source declares them."""
    return [
        (each.kind, each.old, each.new, each.declared)
        for revision in kept.archive.diff(kept.id)
        for each in revision.changes
    ]


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_a_struck_sentence_is_declared_as_taken_out(kept: Kept, tag: str) -> None:
    """It is one version, told of otherwise: the words stand on the page still."""
    struck = WORDS.replace(COUNT, f"<{tag}>{COUNT}</{tag}>")
    kept.add(response(page(), day(1)), response(page(struck), day(3)))
    (revision,) = kept.archive.diff(kept.id)
    assert (revision.from_, revision.to, revision.between) == (1, 1, (day(1), day(3)))
    (change,) = revision.changes
    assert (change.kind, change.old, change.new) == ("sentence_removed", COUNT, "")
    assert (change.turn, change.declared) == (1, True)
    assert change.prefix.endswith("every boat that needs it. ")
    assert change.suffix.startswith(" We will not sell")
    assert kept.events() == [("new", day(1)), ("edited", day(3))]


@pytest.mark.parametrize(("words", "kind"), [("40", "number"), ("not", "negation"), ("old", "wording")])
def test_struck_words_are_of_the_kind_that_they_would_be_without_markup(
    kept: Kept, words: str, kind: str
) -> None:
    """A number, a negation, another word."""
    struck = WORDS.replace(f" {words} ", f" <s>{words}</s> ")
    kept.add(response(page(), day(1)), response(page(struck), day(3)))
    assert told(kept) == [(kind, words, "", True)]


def test_what_was_struck_from_the_start_is_no_edit(kept: Kept) -> None:
    """Nor is it one that the page was captured once more."""
    kept.add(response(page(STRUCK), day(1)), response(page(STRUCK, furniture="13:05"), day(2)))
    assert told(kept) == []


def test_a_strike_taken_back_puts_the_words_in_again(kept: Kept) -> None:
    """Nobody says so on the page."""
    kept.add(response(page(STRUCK), day(1)), response(page(), day(2)))
    assert told(kept) == [("sentence_added", "", COUNT, False)]


def test_struck_words_that_go_later_are_told_once_more(kept: Kept) -> None:
    """First they were struck, then they were taken away: the second step is a version, and not told twice."""
    gone = WORDS.replace(f" {COUNT}", "")
    kept.add(response(page(), day(1)), response(page(STRUCK), day(2)), response(page(gone), day(3)))
    assert told(kept) == [("sentence_removed", COUNT, "", True), ("sentence_removed", COUNT, "", False)]


def test_words_that_come_struck_are_told_as_put_in(kept: Kept) -> None:
    """They stood nowhere before, so that nothing was taken out."""
    came = WORDS.replace(COUNT, f"{COUNT} <del>And with seven tugs as well.</del>")
    kept.add(response(page(), day(1)), response(page(came), day(2)))
    assert told(kept) == [("sentence_added", "", "And with seven tugs as well.", False)]


@pytest.mark.parametrize(
    "printed", ["4<del>0</del>", "<del>40</del> [14]", "<del>40</del> <ins>14</ins>", "<del> - </del>40"]
)
def test_what_else_is_struck_is_told_as_before(kept: Kept, printed: str) -> None:
    """Part of a word, a word with the right one behind it, a mark: no strike of its own stands there."""
    kept.add(response(page(), day(1)), response(page(WORDS.replace("40", printed)), day(2)))
    assert not any(not new for kind, _, new, _ in told(kept) if kind != "cosmetic")
