"""Where the words of a search stand in a turn: found quickly in plain texts, and the same as by the words of all of the text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.search import snippet
from onrecord.search.entries import Entry, read_entry
from onrecord.text import match_form

WORDS = (
    "quay",
    "don't",
    "don",
    "o'clock",
    "Ünder",
    "été",
    "под",
    "x5",
    "5th",
    "the",
    "_the_",
    "l'été",
    "quays",
    "L",
    "it’s",
    "naïve",
)


def _said(parts: list[tuple[str, str]]) -> str:
    return "".join(word + between for word, between in parts)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(WORDS), st.sampled_from((" ", ", ", "-", "’", "'", "\n", ". “", "” ", "", "\u00a0", "—"))),
        max_size=12,
    ),
    st.lists(st.sampled_from(("quay", "don", "the", "été", "под", "x", "th", "l", "clock", "ünder")), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=2),
)  # fmt: skip
def test_the_quick_way_finds_what_the_long_one_finds(
    parts: list[tuple[str, str]], words: list[str], asides: list[tuple[int, int]]
) -> None:
    """Whatever stands around the words: apostrophes, hyphens, quotation marks, digits, stretches that are left out."""
    text = _said(parts)
    gaps = [(start, min(start + length, len(text))) for start, length in asides if start < len(text)]
    wanted = [(word,) for word in words]
    assert snippet._is_plain(text)
    assert snippet.find_hits(text, gaps, wanted) == sorted(
        dict(reversed(snippet._hits_in(text, gaps, wanted))).items()
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [("Die Straße ist zu", "strasse"), ("Ｔｈｅ ｑｕａｙ", "quay"), ("The e\u0301te\u0301", "\u00e9t\u00e9"), ("der ﬁsh", "fish"),
     ("İstanbul", "i\u0307stanbul"), ("der so\u00adft hyphen", "soft"), ("310,000 men", "310000")],
)  # fmt: skip
def test_a_word_written_otherwise_is_found_too(text: str, word: str) -> None:
    """Such texts are gone through word by word."""
    ((start, end),) = [span for span, _ in snippet.find_hits(text, (), [(word,)])]
    assert match_form(text[start:end]).words == (word,)


def test_no_letter_of_plain_texts_changes_its_length_or_form() -> None:
    """Every character that a plain text may have is one character in the match form, in small letters."""
    for code in range(0x2100):
        letter = chr(code)
        if letter.isalpha() and snippet._is_plain(letter):
            assert match_form(letter).words == (letter.lower(),), hex(code)


def test_an_entry_with_a_lone_surrogate_is_read_as_it_was_written() -> None:
    """The fast reader of JSON refuses half of a pair; the standard one takes it."""
    for text in ("The ferry sails.", "The ferry \ud800 sails."):
        stored = json.dumps(["s1", 2, True, {"turn": 3}, text, [[4, 9]], None]).encode()
        assert read_entry(stored) == Entry("s1", 2, True, {"turn": 3}, text, ((4, 9),), None)
