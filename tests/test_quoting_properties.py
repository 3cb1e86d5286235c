"""What holds of every quotation: never verbatim when it is not, places that resolve, an answer for any input."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import WrongCall
from onrecord.model import Aside, Citation, Turn
from onrecord.quoting import make_selector, parse_quotation, resolve_selector
from onrecord.quoting.numerals import join_thousands
from onrecord.quoting.stream import build_stream
from onrecord.text import match_form
from quoting_statements import INTERVIEW, Said, statement_of, verdict_on

ANSWER = INTERVIEW.turns[1]
WORDS = match_form(ANSWER.text, [aside.span for aside in (*ANSWER.directions, *ANSWER.editorial)])
OTHERS = ("not", "never", "no", "harbour", "the", "311,000", "Sudhaven", "wills", "less")
HELD = [
    f" {' '.join(match_form(turn.text, [a.span for a in (*turn.directions, *turn.editorial)]).words)} "
    for turn in INTERVIEW.turns
]


def stands(words: list[str]) -> bool:
    """Return whether the words stand in a row in one turn, looked up without any of the code under test."""
    return any(f" {' '.join(match_form(' '.join(words)).words)} " in held for held in HELD)


def has_words(quotation: str) -> bool:
    """Return whether the quotation holds words, its own insertions aside."""
    try:
        parse_quotation(quotation)
    except WrongCall:
        return False
    return True


runs = st.tuples(st.integers(0, len(WORDS.words) - 6), st.integers(5, 25)).map(
    lambda run: [ANSWER.text[start:end] for start, end in WORDS.spans[run[0] : run[0] + run[1]]]
)


@settings(deadline=None)  # what holds, not how fast: a busy machine takes its time
@given(runs)
def test_words_in_a_row_are_verbatim(words: list[str]) -> None:
    """Any five or more words in a row of a turn are verbatim, and the citation shows them."""
    verdict = verdict_on(" ".join(words), INTERVIEW)
    assert verdict.wording == "verbatim"
    assert verdict.citation is not None
    cited = INTERVIEW.turns[verdict.citation.turn - 1].text[slice(*verdict.citation.span)]
    assert verdict.citation.text == verdict.citation.selector.exact == cited


@settings(deadline=None)  # what holds, not how fast: a busy machine takes its time
@given(runs, st.data())
def test_one_word_changed_is_never_verbatim(words: list[str], draw: st.DataObject) -> None:
    """Whatever word is replaced, dropped, doubled or added: the quotation is not verbatim unless it stands so."""
    at = draw.draw(st.integers(0, len(words) - 1))
    other = draw.draw(st.sampled_from(OTHERS))
    change = draw.draw(st.sampled_from(["replace", "drop", "insert", "swap"]))
    changed = list(words)
    if change == "replace":
        changed[at] = other
    elif change == "drop":
        del changed[at]
    elif change == "insert":
        changed.insert(at, other)
    else:
        changed[at - 1], changed[at] = changed[at], changed[at - 1]
    verdict = verdict_on(" ".join(changed), INTERVIEW)
    # "less" is the source's own correction of "more": either reading is the record's.
    corrected = " ".join(changed).replace("less people", "more people").replace("more more", "more").split()
    if verdict.wording == "verbatim":
        assert stands(changed) or stands(corrected) or "source's own insertion" in verdict.summary


@settings(deadline=None)  # what holds, not how fast: a busy machine takes its time
@given(
    st.lists(
        st.sampled_from(["we", "not", "will", "the", "bridge", "pays", "…", "[all]", "council", "winter"]),
        max_size=14,
    )
)
def test_what_is_verbatim_stands_in_a_row(words: list[str]) -> None:
    """Any heap of words, marks and brackets that is called verbatim stands in a row in one turn."""
    quotation = " ".join(words)
    try:
        verdict = verdict_on(quotation, INTERVIEW)
    except WrongCall:
        return
    if verdict.wording == "verbatim":
        assert stands([word for word in words if word not in ("…", "[all]")])
        assert "[all]" not in words


@settings(deadline=None)  # what holds, not how fast: a busy machine takes its time
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_gets_an_answer(quotation: str, said: str) -> None:
    """Any characters, in quotation and record, give a verdict or the one sentence that there are no words."""
    statement = statement_of(Said(said))
    if not has_words(quotation):
        return
    verdict = verdict_on(quotation, statement, INTERVIEW, speaker=said if match_form(said).words else None)
    assert verdict.quotation == quotation
    for citation in (verdict.citation, *verdict.parts, *verdict.alternatives):
        assert citation is None or isinstance(citation, Citation)


@settings(deadline=None)  # what holds, not how fast: a busy machine takes its time
@given(st.text(alphabet="ab .,", min_size=1, max_size=120), st.data())
def test_a_selector_finds_its_words_again(text: str, draw: st.DataObject) -> None:
    """The words that a selector finds are those it was made from, or have the same surroundings."""
    start = draw.draw(st.integers(0, len(text) - 1))
    end = draw.draw(st.integers(start + 1, len(text)))
    selector = make_selector(text, (start, end))
    found = resolve_selector(text, selector)
    assert found is not None
    assert make_selector(text, found) == selector
    assert (
        resolve_selector(text.replace("a", "c").replace("b", "c"), selector) is None
        or "c" in selector.exact
        or not (set("ab") & set(selector.exact))
    )


@pytest.mark.parametrize("quotation", ["", "   ", "“…”", "?!", "[Applause]", "\x1b[;", "\u202e"])
def test_a_quotation_without_words_is_a_wrong_call(quotation: str) -> None:
    """The error says what to give."""
    with pytest.raises(WrongCall, match="holds no words"):
        parse_quotation(quotation)


def test_a_hundred_thousand_words_are_refused() -> None:
    """What is longer than any quotation is refused in one sentence that says what to do."""
    with pytest.raises(WrongCall, match=r"100,000 words: check it in pieces"):
        verdict_on("word " * 100_000, INTERVIEW)


@pytest.mark.parametrize("filler", ["the ", "… ", "[a] ", "( ", "“", "9.", "- "])
def test_long_and_dull_quotations_are_answered(filler: str) -> None:
    """Repetition costs no more than length."""
    talk = statement_of(Said("the council " * 2_000))
    assert verdict_on(filler * 2_000 + " the council pays for the council", talk).summary


@settings(deadline=None)  # what holds, not how fast: a busy machine takes its time
@given(
    st.lists(
        st.sampled_from(
            [
                "310",
                "000",
                "12",
                "don’t",
                "don’t(sic)well",
                "[aside]",
                "[",
                "Straße",
                "我们",
                "½",
                "-",
                ",",
                ".",
            ]
        ),
        max_size=12,
    )
)
def test_words_and_their_places_are_one_form(pieces: list[str]) -> None:
    """The words of a stream are those whose spans are told later, numbers set apart and directions among them."""
    text = " ".join(pieces)
    asides = tuple(Aside(match.span(), match[0]) for match in re.finditer(r"\[aside\]|\(sic\)", text))
    turn = Turn(1, None, None, None, None, text, (0, len(text)), directions=asides)
    stream = build_stream(msgspec.structs.replace(INTERVIEW, turns=(turn,)))
    form = join_thousands(text, match_form(text, [aside.span for aside in asides]))
    assert stream.words == form.words
    assert tuple(stream.spans) == form.spans
    before = [sum(span[0] < aside.span[0] for span in form.spans) for aside in asides]
    assert sorted(stream.beside) == sorted(set(before))
