"""Citations lead back to their words: in every form, in any script, also where the page is read otherwise by now."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, cast

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_citations import URL, CitedRecord, paragraphs
from onrecord import Cited, NotFound, Resolved, WrongCall
from onrecord.archive.citing import asked_in, cite_any, cite_words
from onrecord.archive.resolving import resolve
from onrecord.model import Span
from onrecord.publishing import Profile
from onrecord.record import Record

FORMS = ("text", "markdown", "html", "csl", "bibtex", "ris", "annotation", "link", "address", "page")


def cited(record: CitedRecord, turn: int, span: Span, version: int | None = None) -> Cited:
    """Return the words at a span of a turn, cited in all forms."""
    held = record.held(record.id, version)
    return cite_words(cast(Record, record), held, held.statement.turns[turn - 1], span, Profile())


def resolved(record: CitedRecord, form: object) -> Resolved:
    """Return what one form leads to."""
    text = form if isinstance(form, str) else json.dumps(form)
    (asked,) = asked_in(text)
    return resolve(cast(Record, record), asked, lambda words: [record.id])


def forms_of(one: Cited) -> dict[str, Any]:
    """Return every form that names the words; a link that cannot name them alone leads to the page."""
    forms = {form: getattr(one.forms, form) for form in FORMS}
    if not one.link_finds:
        del forms["link"]
    if ":~:" not in one.forms.page:
        del forms["page"]
    return {**forms, "citation": msgspec.to_builtins(one.citation), "all": msgspec.to_builtins(one)}


ANSWERS = paragraphs(
    "Will the harbour stay open?",
    "It will. We have not closed it, and we shall not.",
    "Not even in winter?",
    "It will. We have said so.",
)


@pytest.mark.parametrize("form", [*FORMS, "citation", "all"])
def test_each_form_leads_back_to_the_words(form: str) -> None:
    """To the same words of the same turn."""
    record = CitedRecord(ANSWERS)
    one = cited(record, 2, (9, 31))
    assert one.citation.text == "We have not closed it,"
    found = resolved(record, forms_of(one)[form])
    (place,) = found.places
    assert (found.found, found.version, place.text) == ("as_cited", "current", "We have not closed it,")
    assert [(each.turn, each.span) for each in place.citations] == [(2, (9, 31))]


def test_an_address_alone_leads_back_by_the_sum_of_its_words() -> None:
    """As a report prints it, without the words themselves: where they stood, else wherever they stand by now."""
    record = CitedRecord(ANSWERS)
    address = cited(record, 2, (9, 31)).forms.address.partition("#")[0]
    (place,) = (found := resolved(record, address)).places
    assert (found.found, place.text, place.citations[0].turn) == ("as_cited", "We have not closed it,", 2)
    (place,) = (found := resolved(record, address.replace("/t2/9-31/", "/t4/0-22/"))).places
    assert (found.found, place.citations[0].turn, place.citations[0].span) == ("moved", 2, (9, 31))
    assert resolved(record, address.replace("/v1/t2/9-31/", "/v1/t2/9-30/")).found == "not_found"


def test_the_same_words_elsewhere_are_told_apart() -> None:
    """By what stands around them on the page: before the second "It will." stands another question."""
    record = CitedRecord(ANSWERS)
    for turn in (2, 4):
        for form in forms_of(cited(record, turn, (0, 8))).values():
            (place,) = resolved(record, form).places
            assert place.citations[0].turn == turn


def test_places_that_nothing_tells_apart_are_all_listed() -> None:
    """A number alone is no reason to prefer one of them."""
    record = CitedRecord(paragraphs(*["Applause."] * 1200))
    one = cited(record, 600, (0, 9))
    assert not one.link_finds
    assert one.forms.link == URL
    for form in FORMS[:6]:
        found = resolved(record, forms_of(one)[form])
        assert found.found == "several"
        assert len(found.places) > 1
    (place,) = resolved(record, one.forms.page).places  # the site numbers its turns
    assert place.citations[0].turn == 600


def test_a_verdict_knows_where_its_turn_begins() -> None:
    """Its selector is of the turn's own text: "Yes." that is a whole turn is not the one amid another."""
    record = CitedRecord(paragraphs("Is it? Yes. I think so.", "Yes."))
    citation = msgspec.to_builtins(cited(record, 2, (0, 4)).citation)
    citation["selector"] = {"exact": "Yes.", "prefix": "", "suffix": ""}
    (place,) = resolved(record, citation).places
    assert place.citations[0].turn == 2


def test_words_of_an_earlier_version_are_superseded() -> None:
    """They are found in the version that has them, and it is said that the current one has not."""
    before = CitedRecord(paragraphs("We have not closed it."))
    after = CitedRecord(paragraphs("We have not closed it."), paragraphs("We have closed it."))
    for form in forms_of(cited(before, 1, (0, 22))).values():
        found = resolved(after, form)
        assert (found.found, found.version) == ("as_cited", "superseded")
        assert found.places[0].version == 1
        assert found.summary.endswith("; the current version does not have them.")


def test_words_that_a_later_version_keeps_are_current() -> None:
    """The place is that of the version that was cited."""
    before = CitedRecord(paragraphs("We have not closed it."))
    after = CitedRecord(
        paragraphs("We have not closed it."), paragraphs("Good evening.", "We have not closed it.")
    )
    found = resolved(after, cited(before, 1, (0, 22)).forms.address)
    assert (found.found, found.version, found.places[0].version) == ("as_cited", "current", 1)


def test_words_between_the_first_and_the_last_may_not_change_in_silence() -> None:
    """An address names the first and last words, and has a digest of all of them."""
    said = "We count the ships that came in during the winter, and we have not closed the harbour to any one of them since."
    now = said.replace("not closed", "now closed")
    address = cited(CitedRecord(paragraphs(said)), 1, (0, len(said))).forms.address
    found = resolved(CitedRecord(paragraphs(now)), address)
    assert (found.found, found.version) == ("changed", None)
    assert [place.text for place in found.places] == [now]


def test_words_that_are_gone_are_not_found() -> None:
    """And no other words are given for them."""
    one = cited(CitedRecord(paragraphs("We have not closed it.")), 1, (0, 22))
    for form in forms_of(one).values():
        found = resolved(CitedRecord(paragraphs("Good evening.")), form)
        assert (found.found, found.version, found.places) == ("not_found", None, ())


def test_a_statement_that_is_not_held_is_not_found() -> None:
    """Also where its id begins like one that is held."""
    one = cited(CitedRecord(ANSWERS, id_="sharbour"), 2, (0, 8))
    for form in ("address", "annotation", "bibtex"):
        found = resolved(CitedRecord(ANSWERS, id_="sharbourstatement"), forms_of(one)[form])
        assert found.found == "not_found"
        assert "sharbour" in found.summary


def test_words_over_the_border_of_turns_are_one_place() -> None:
    """Where a turn is split amid the words, each part is cited by itself."""
    text, (whole,) = paragraphs("We have not closed it. MR VERNE: And we shall not close it.")
    one = cited(CitedRecord((text, [whole])), 1, (8, 45))
    split = CitedRecord((text, [(0, 22), (33, whole[1])]))
    for form in forms_of(one).values():
        found = resolved(split, form)
        (place,) = found.places
        assert found.found == ("moved" if form != one.forms.link else "as_cited")
        assert [(each.turn, each.text) for each in place.citations] == [
            (1, "not closed it."),
            (2, "And we shall"),
        ]


def test_words_that_are_in_no_turn_by_now_are_said_to_be() -> None:
    """They stand on the page, between turns."""
    text, spans = paragraphs("One.", "Two, as the minister said.", "Three.")
    one = cited(CitedRecord((text, spans)), 2, (0, 26))
    found = resolved(CitedRecord((text, [spans[0], spans[2]])), one.forms.address)
    assert (found.found, found.places[0].citations) == ("moved", ())


def test_a_link_that_a_browser_made_is_understood() -> None:
    """It names the page by its address and the words by a directive."""
    found = resolved(CitedRecord(ANSWERS), f"{URL}#:~:text=We%20have%20not,we%20shall%20not.")
    assert found.places[0].text == "We have not closed it, and we shall not."


def test_an_annotation_of_others_is_understood() -> None:
    """Its source is the address, its selector stands in a list or alone."""
    selector = {"type": "TextQuoteSelector", "exact": "It will.", "prefix": "winter?\n\n"}
    for target in ({"source": URL, "selector": selector}, [{"source": URL, "selector": [selector]}]):
        note = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": target}
        (place,) = resolved(CitedRecord(ANSWERS), note).places
        assert place.citations[0].turn == 4


def test_typography_does_not_hide_words() -> None:
    """A selector in other quotation marks, case and dashes finds them all the same."""
    record = CitedRecord(paragraphs("“We’ll not close it” – never."))
    selector = {"type": "TextQuoteSelector", "exact": "we'll not close it\" - Never"}
    note = {"type": "Annotation", "target": {"source": URL, "selector": selector}}
    found = resolved(record, note)
    assert [(place.text, place.exact) for place in found.places] == [("We’ll not close it” – never", False)]
    assert found.found == "changed"


def test_many_citations_in_one_text() -> None:
    """Each is resolved, in their order, once."""
    record = CitedRecord(ANSWERS)
    ones = [cited(record, 2, (0, 8)), cited(record, 3, (0, 19)), cited(record, 2, (0, 8))]
    text = "\n".join(one.forms.bibtex for one in ones)
    assert [asked.hint.turn for asked in asked_in(text)] == [2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words alone",
        "{}",
        "[1, 2]",
        '{"wording": "not_found", "citation": null}',
        "https://x.example/1",
        "{",
        "onrecord:x",
    ],
)
def test_what_is_no_citation_is_a_wrong_call(text: str) -> None:
    """It says what to give instead."""
    with pytest.raises(WrongCall, match="There is no citation in that"):
        asked_in(text)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ((None, 9, None, None), "has 4 turns: there is no turn 9"),
        ((None, None, None, None), "name the turn, or quote the words"),
        ((None, 2, (40, 400), None), "40-400 is no stretch of it"),
        ((None, 2, (7, 8), None), "There is no word at 7-8"),
        ((None, None, None, "It will."), "These words stand in 2 places"),
        ((None, None, None, "It shan’t."), "These words do not stand in one turn"),
    ],
)
def test_a_place_that_is_not_one_is_a_wrong_call(where: Any, said: str) -> None:
    """It says what to do next."""
    record = CitedRecord(ANSWERS)
    with pytest.raises(WrongCall, match=said):
        cite_any(cast(Record, record), record.id, where, lambda words: [], Profile())


def test_words_are_cited_by_quoting_them() -> None:
    """Spacing and typography aside."""
    record = CitedRecord(ANSWERS)
    (one,) = cite_any(
        cast(Record, record),
        record.id,
        (None, None, None, "we  have NOT closed"),
        lambda words: [],
        Profile(),
    )
    assert one.citation.text == "We have not closed"
    with pytest.raises(NotFound):
        cite_any(cast(Record, record), "nothing", (None, 1, None, None), lambda words: [], Profile())


LETTERS = st.sampled_from(
    ["a", "a", "b", " ", " ", "é", "e\u0301", "ß", "İ", "د", "نَ", "ש", "说", "港", "か\u3099", "ไ", "ป็", "\u200f", "\u202e", "\u200b", "\u00ad",
     "🇪🇺", "👩\u200d⚖", "-", ",", "&", "%", "#", "{", "}", "\\", "~", "“", "’", ".", "…", "\u00a0", "\n", "<b>", "\x07", "ﬁ", "𝒜"]
)  # fmt: skip
WORDS = st.lists(LETTERS, min_size=1, max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_any_words_come_back_in_every_form(texts: list[str], chance: st.DataObject) -> None:
    """Whatever the script, and however the page is cut into turns afterwards: the same words in the same place of the page."""
    text, spans = paragraphs(*texts)
    record = CitedRecord((text, spans))
    turn = chance.draw(st.integers(1, len(texts)))
    length = len(texts[turn - 1])
    start = chance.draw(st.integers(0, length - 1))
    end = chance.draw(st.integers(start + 1, length))
    try:
        one = cited(record, turn, (start, end))
    except WrongCall:  # no word there
        return
    cuts = chance.draw(st.lists(st.integers(0, len(text)), max_size=6))
    for now in (record, CitedRecord((text, _turns_between(text, cuts)))):
        for name, form in forms_of(one).items():
            found = resolved(now, form)
            assert found.found in ("as_cited", "moved", "several"), name
            if now is record and len(found.places) == 1:
                assert found.found == "as_cited", name
            assert found.version == "current"
            assert any(_same(name, place.text, one.citation.text) for place in found.places), name
            if name not in ("link", "page"):  # accents and kinds of letters do not count there
                assert all(_same(name, place.text, one.citation.text) for place in found.places), name
            if len(found.places) == 1 and name in ("annotation", "citation", "all"):
                assert one.citation.selector.exact == one.citation.text


_CUT_WORD = 3
"""Where a citation begins amid a word like "aaa", it may come back a letter off when the turns have changed."""


def _same(form: str, found: str, cited_words: str) -> bool:
    """Whether the words are the same, spacing aside; a link names whole words."""
    left, right = "".join(found.split()), "".join(cited_words.split())
    hidden = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff"))
    left, right = left.translate(hidden), right.translate(hidden)
    return right in left if form in ("link", "page") else left == right


def _turns_between(text: str, cuts: Sequence[int]) -> list[Span]:
    # No reader cuts a letter from its marks.
    edges = sorted(
        {0, len(text), *(at for at in cuts if not unicodedata.combining(text[at : at + 1] or " "))}
    )
    return [(start, end) for start, end in pairwise(edges) if text[start:end].strip()]
