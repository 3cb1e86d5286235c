"""Reading what is searched for, and cutting the snippet that shows why something was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import WrongCall
from onrecord.search.query import All, Any, Not, Phrase, parse_query, wanted_words
from onrecord.search.snippet import LENGTH, cut_snippet
from onrecord.text import match_form

FERRY, BRIDGE, WINTER = (Phrase((word,)) for word in ("ferry", "bridge", "winter"))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("ferry", FERRY),
        ("Ferry BRIDGE", All((FERRY, BRIDGE))),
        ("ferry AND bridge", All((FERRY, BRIDGE))),
        ("ferry OR bridge winter", Any((FERRY, All((BRIDGE, WINTER))))),
        ("(ferry OR bridge) winter", All((Any((FERRY, BRIDGE)), WINTER))),
        ("NOT ferry bridge", All((Not(FERRY), BRIDGE))),
        ("-ferry", Not(FERRY)),
        ('-"ferry bridge"', Not(Phrase(("ferry", "bridge")))),
        ("ferry and not bridge", All((FERRY, Phrase(("and",)), Phrase(("not",)), BRIDGE))),
        ("«Ferry Bridge»", Phrase(("ferry", "bridge"))),
        ("ferry-bridge", Phrase(("ferry", "bridge"))),
        ("ferry & - … bridge", All((FERRY, BRIDGE))),
        ("words:ferry^2 bridge~", All((Phrase(("words", "ferry", "2")), BRIDGE))),
        ("don’t", Phrase(("don't",))),
        ("310,000", Phrase(("310000",))),
    ],
)
def test_a_search_is_read(text: str, term: object) -> None:
    """AND binds more closely than OR; marks that are no operators here mean nothing; operators count in capitals."""
    assert parse_query(text) == term


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no words"),
        ("… & —", "no words"),
        ('"ferry', "close it"),
        ("“ferry", "close it"),
        ("(ferry", "close it"),
        ("ferry)", "leave it out"),
        ("AND ferry", "add the word"),
        ("ferry OR", "add the word"),
        ("OR", "add the word"),
        ("ferry AND AND bridge", "add the word"),
        ("ferry NOT", "add the word"),
        ("(" * 100 + "ferry" + ")" * 100, "use fewer"),
        ("ferry " * 301, "shorten it"),
    ],
)
def test_a_search_that_makes_no_sense_is_a_wrong_call(text: str, says: str) -> None:
    """The error is one sentence and says what to do."""
    with pytest.raises(WrongCall, match=says):
        parse_query(text)


@given(
    st.text(alphabet='ab "()-“”«»', max_size=40)
    | st.lists(st.sampled_from(["a", "AND", "OR", "NOT", "(", ")", '"', "-b"])).map(" ".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    """No input does anything else than give a tree with words or a WrongCall."""
    try:
        term = parse_query(text)
    except WrongCall:
        return
    assert all(words for words in wanted_words(term))


def test_a_snippet_shows_the_densest_place() -> None:
    """The window holds as many of the different words as it can; line ends become spaces; cuts are shown."""
    text = (
        "The ferry waits. "
        + "Nothing happens here at all. " * 20
        + "Then the ferry\nleft for the bridge. "
        + "And so on. " * 40
    )
    snippet = cut_snippet(text, (), [("ferry",), ("the", "bridge")])
    assert [snippet.text[start:end] for start, end in snippet.spans] == ["ferry", "the bridge"]
    assert snippet.text.startswith("…")
    assert snippet.text.endswith("…")
    assert "\n" not in snippet.text
    assert len(snippet.text) <= LENGTH + 2


def test_a_direction_is_no_hit() -> None:
    """Words that are not the speaker's are shown, but not marked."""
    text = "Thank you. (Laughter.) Laughter is good."
    snippet = cut_snippet(text, [(11, 22)], [("laughter",)])
    assert (snippet.text, snippet.spans) == (text, ((23, 31),))


@given(st.text(max_size=600), st.lists(st.sampled_from([("a",), ("b", "a"), ("我",)]), max_size=3))
def test_spans_lie_in_the_snippet(text: str, wanted: list[tuple[str, ...]]) -> None:
    """Whatever the text, the marks are in order, apart, and inside."""
    snippet = cut_snippet(text, (), wanted)
    edges = [edge for span in snippet.spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.spans)


@given(st.integers(0, 6_000), st.sampled_from(["old ferry", "Old\nFerry’s", "ﬁne ferry"]))
def test_a_hit_in_a_long_turn_is_marked_wherever_it_stands(place: int, words: str) -> None:
    """Of a long turn only the likely stretches are looked at closely; no hit is lost by that."""
    text = ("and so on, we went. " * 400)[:place] + f" {words} " + "and so on, we went. " * 100
    wanted = [match_form(words).words]
    snippet = cut_snippet(text, (), wanted)
    assert [snippet.text[start:end] for start, end in snippet.spans] == [words.replace("\n", " ")]
