"""Pieces of patterns: what must stand in a text for a pattern to find anything there."""

from __future__ import annotations

import gc
import re

import pytest

import onrecord.reading.reader  # noqa: F401  # the patterns of all its rules
from onrecord.reading.words.caseless import Caseless, caseless
from onrecord.reading.words.kinds import KIND_PATTERNS, kinds_that_may_stand
from onrecord.reading.words.pieces import alternatives_of, pieces_of
from onrecord.reading.words.sitelines import site_line


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        (r"statement|statements of", {"statement", "statements of"}),
        (r"\bdoorstep\b", {"doorstep"}),
        (r"(?:press|media) conferences?", {" conference"}),
        (r"(?:press|media) (?:call|point)s?", {"press", "media"}),
        (r"(?:opening )?words", {"words"}),
        (r"colou?r of (?!the)hulls{1,2}", {"r of "}),
        (r"repl(?:y|ies) to|as[- ]delivered", {"repl", "delivered"}),
        (r"harbo\w+ (?:open|clos)ed", {"harbo"}),
        (r"(?:ab|cd)|quay", {"", "quay"}),
        (r"q ?(?:&|and) ?a", {""}),
        (r"(?:remarks)*", {""}),
        (r"e&oe|n\.b\.", {"e&oe", "n.b."}),
        (r"[“\"]quay[\]”]", {"quay"}),
        (r"声明|statement", {"声明", "statement"}),
        (r"(?<!un)official", {"official"}),
        (r"(?P<kind>speech|toast)s? by", {"speech", "toast"}),
    ],
)
def test_each_alternative_has_a_piece(pattern: str, pieces: set[str]) -> None:
    """The longest row of letters that nothing leaves out; one that has none may find something in any text."""
    assert {piece for piece, _ in pieces_of(alternatives_of(pattern)).all} == pieces


@pytest.mark.parametrize(
    ("pattern", "alternatives"),
    [
        (r"speech|a (?:toast|word)|[|]", ("speech", "a (?:toast|word)", "[|]")),
        (r"\||(?<!un)official", (r"\|", "(?<!un)official")),
        (r"(?P<kind>speech|toast)s? by|remarks", (r"(?P<kind>speech|toast)s? by|remarks",)),
        (r"(speech|toast)|remarks", (r"(speech|toast)|remarks",)),
    ],
)
def test_bars_part_a_pattern(pattern: str, alternatives: tuple[str, ...]) -> None:
    """Those outside all groups and classes; a pattern whose groups are asked for stays whole."""
    assert alternatives_of(pattern) == alternatives


def test_a_text_in_ascii_is_asked_for_pieces_in_ascii() -> None:
    """A text without other letters cannot hold the others."""
    found = pieces_of(("déclaration", "statement"))
    assert found.plain == (("statement", 1),)
    assert found.stand_in("a statement") == [1]
    assert found.stand_in("la déclaration") == [0]
    assert not found.stand_in("la declaration")


def test_of_alternatives_the_first_place_counts_then_the_first_written() -> None:
    """As in a pattern that holds them all: "press conference" before "conference", whatever stands behind."""
    words = caseless(r"conferences?|press conference|press (?:call|conference)s?|\bon\b")
    for text in ("Press conferences on the quay", "The conference, and a press call", "On air: press calls"):
        found, plain = words.search(text), words.pattern.search(text.lower())
        assert found is not None
        assert plain is not None
        assert (found.span(), found.group()) == (plain.span(), plain.group())


def test_a_pattern_finds_what_it_found_without_pieces() -> None:
    """In any case and any alphabet: "STATEMENT", "ЗАЯВЛЕНИЕ", "İSTANBUL BİLDİRİSİ"."""
    words = caseless(r"statements?|заявлени\w*|bildiri|(?:press|media) calls?")
    for text in ("The STATEMENTS of", "ЗАЯВЛЕНИЕ мэра", "İSTANBUL BİLDİRİSİ", "a Media Call", "at sea", ""):
        found, plain = words.search(text), words.pattern.search(text.replace("İ", "i").lower())
        assert (found and found.span()) == (plain and plain.span())


def test_no_pattern_of_the_reader_is_kept_from_its_own_words() -> None:
    """Whatever a pattern finds in the words that it is written of has one of its pieces."""
    gc.unfreeze()  # what other tests ran in this process may have put them out of sight
    patterns = [one for one in gc.get_objects() if isinstance(one, Caseless)]
    texts = {
        text
        for one in patterns
        for alternative in one.pattern.pattern.split("|")
        for text in (
            re.sub(r"\(\?[:!=]|\\[bBwWsS][*+?]?|[()\[\]\\?*+]", "", alternative),
            re.sub(r".\?|\(\?[:!=]|\\[bBwWsS][*+?]?|[()\[\]\\*+]", "", alternative),
        )
    }
    found = 0
    for one in patterns:
        for text in texts:
            if plain := one.pattern.search(text):
                found += 1
                by_pieces = one.find(text)
                assert by_pieces is not None, (one.pattern.pattern[:80], text)
                assert by_pieces.span() == plain.span(), (one.pattern.pattern[:80], text)
    assert found > 1_000


def test_no_title_is_kept_from_the_kinds_it_names() -> None:
    """Those of which a piece stands in it are all that could find anything, in the order of their rank."""
    plain = "joint statement by the prime minister of skell, and her answers to media questions at the quay"
    for text in (plain, "заявление мэра", "对话", "at sea", ""):
        may_stand = kinds_that_may_stand(text)
        assert [one for one in KIND_PATTERNS if one in may_stand] == may_stand
        assert [kind for words, kind, _ in KIND_PATTERNS if words.pattern.search(text)] == [
            kind for words, kind, _ in may_stand if words.pattern.search(text)
        ]
    assert len(kinds_that_may_stand(plain)) < len(KIND_PATTERNS)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share this page", "share"),
        ("Next article", "beside"),
        ("Zurück:", "beside"),
        ("次の記事へ", "beside"),
        ("前へ", "beside"),
        ("Read also", "related"),
        ("The ferry to Skell", ""),
    ],
)
def test_a_line_of_a_site_is_of_its_kind_by_any_of_its_stems(line: str, kind: str) -> None:
    """Stems of one letter, or beyond ASCII, count as well."""
    assert site_line(line) == kind


def test_words_are_found_at_the_end_of_a_long_text() -> None:
    """However long it is, and whatever may stand in it before."""
    words = caseless(r"\bnothing was found\b|\bhas been moved")
    long = "The ferry has been mended. " * 400
    assert words.search(long) is None
    found = words.search(f"{long}Nothing was found here.")
    assert found is not None
    assert found.group() == "nothing was found"
