"""Differences as a reader sees them: numbers whole, phrases whole, and what the sentence says beside the quotation."""

from __future__ import annotations

import pytest

from quoting_statements import Said, asked, candidate_of, statement_of, verdict_on


@pytest.mark.parametrize(
    ("language", "said", "quoted", "edit"),
    [
        ("zh", "明年的配额是四十五万吨，同今年一样", "明年的配额是五十四万吨，同今年一样", ("四十五万", "五十四万")),
        ("en", "We counted twenty-five ships in the harbour that evening", "We counted twenty-six ships in the harbour that evening",
         ("twenty-five", "twenty-six")),
        ("en", "There is money for it: 18 million crowns until April", "There is money for it: 80 million crowns until April",
         ("18 million", "80 million")),
        ("en", "Hot meals were sent out at 20:00 and again at 06:00 by the port", "Hot meals were sent out at 20:00 and again at 07:00 by the port",
         ("06:00", "07:00")),
        ("en", "The pilot came aboard at 18:20 and left again before the morning", "The pilot came aboard at 18:50 and left again before the morning",
         ("18:20", "18:50")),
        ("en", "Two hundred and six boats were counted in the harbour", "Six hundred and two boats were counted in the harbour",
         ("Two hundred and six", "Six hundred and two")),
        ("ar", "سننتظر ثلاثة أيام قبل أن نفتح باب الميناء", "سننتظر خمسة أيام قبل أن نفتح باب الميناء", ("ثلاثة", "خمسة")),
        ("hi", "चार हज़ार परिवारों का घर चलता है यहाँ", "पाँच हज़ार परिवारों का घर चलता है यहाँ", ("चार हज़ार", "पाँच हज़ार")),
    ],
)  # fmt: skip
def test_a_number_is_shown_whole(language: str, said: str, quoted: str, edit: tuple[str, str]) -> None:
    """Of a number of several words, one of which is another, the edit has all, and is one."""
    verdict = verdict_on(quoted, candidate_of(statement_of(Said(said), language=language)))
    assert [(each.kind, each.said, each.quoted) for each in verdict.edits] == [("number", *edit)]


def test_a_number_in_figures_at_the_end_is_set_beside_all_of_its_words() -> None:
    """A quotation that ends with "1,140" ends with the whole of "one thousand one hundred and forty": it is written otherwise."""
    said = "Our harbours had landed one thousand and ninety, and those of Ostrelle one thousand one hundred and forty."
    quoted = "Our harbours had landed 1,090, and those of Ostrelle 1,140"
    verdict = verdict_on(quoted, candidate_of(statement_of(Said(said))))
    assert [(each.kind, each.said, each.quoted) for each in verdict.edits] == [
        ("spelling", "one thousand and ninety", "1,090"),
        ("spelling", "one thousand one hundred and forty", "1,140"),
    ]


@pytest.mark.parametrize(
    ("language", "said", "quoted", "edit"),
    [
        ("en", "A consultation is a promise to go on listening after one has stopped agreeing.", "a promise to go on listening after one has agreed",
         ("replaced", "stopped agreeing", "agreed")),
        ("en", "It does not work like that in our country and it never did.", "works like that in our country and it never did",
         ("negation", "not work", "works")),
        ("ar", "لن تنسحب الواحة من اتفاق المياه في هذا العام", "ستنسحب الواحة من اتفاق المياه في هذا العام", ("negation", "لن تنسحب", "ستنسحب")),
        ("en", "We shall go on listening. Nobody stopped agreeing with us so far.", "We will go on listening. Nobody stopped agreeing with us so far",
         ("replaced", "shall", "will")),
    ],
)  # fmt: skip
def test_a_changed_end_is_shown_with_the_phrase_it_stands_for(
    language: str, said: str, quoted: str, edit: tuple[str, str, str]
) -> None:
    """What the first or last word of the quotation was made of is not cut in the middle, nor is a negation left outside."""
    verdict = verdict_on(quoted, candidate_of(statement_of(Said(said), language=language)))
    assert [(each.kind, each.said, each.quoted) for each in verdict.edits] == [edit]
    assert verdict.citation is not None
    assert edit[1] in verdict.citation.text


@pytest.mark.parametrize(
    ("language", "said", "quoted", "told"),
    [
        ("de", "Wir unterstützen diesen Vorschlag der Regierung nicht. Er ist zu teuer.", "Wir unterstützen diesen Vorschlag der Regierung",
         "the sentence there goes on “nicht”"),
        ("en", "Nobody can say that we will close the border. It is open.", "we will close the border", "the sentence there begins “Nobody can say that”"),
        ("hi", "हम यह बंदरगाह बंद करेंगे नहीं। वह खुला है।", "हम यह बंदरगाह बंद करेंगे", "the sentence there goes on “नहीं”"),
        ("en", "I do not know. We will close the border. I do not mind.", "We will close the border", None),
    ],
)  # fmt: skip
def test_a_negation_beside_the_quotation_in_its_sentence_is_told(
    language: str, said: str, quoted: str, told: str | None
) -> None:
    """The words stand so; who reads them alone would read another sentence."""
    verdict = verdict_on(quoted, candidate_of(statement_of(Said(said), language=language)))
    assert verdict.wording == "verbatim"
    assert (told or "searched") in verdict.summary
    assert ("the sentence there" in verdict.summary) is (told is not None)
    assert verdict.summary.startswith("Verbatim, with a negation left outside: " if told else "Verbatim: ")


@pytest.mark.parametrize(
    ("language", "said", "quoted", "outside"),
    [
        ("en", "The price is known. I do not believe that the harbour was sold. It is ours.", "believe that the harbour was sold", ["I do not"]),
        ("pt", "Eu não acredito que o porto foi vendido. É nosso.", "acredito que o porto foi vendido", ["Eu não"]),
        ("en", "No pilot said that the harbour was sold, and never will.", "said that the harbour was sold", ["No pilot", "and never will"]),
        ("en", "We have not sold it. The harbour is ours to keep.", "The harbour is ours to keep", []),
        ("en", "I do not believe that the harbour was sold.", "I do not believe that the harbour was sold", []),
    ],
)  # fmt: skip
def test_what_the_sentence_denies_outside_the_quotation_is_a_value(
    language: str, said: str, quoted: str, outside: list[str]
) -> None:
    """The words are verbatim, and what their sentence has before and behind them is told with its place."""
    verdict = verdict_on(quoted, candidate_of(statement_of(Said(said), language=language)))
    assert (verdict.wording, [each.text for each in verdict.cut_off]) == ("verbatim", outside)
    assert all(each.negation and said[slice(*each.span)] == each.text for each in verdict.cut_off)


def test_the_gravest_differences_are_told_first() -> None:
    """A number is not hidden behind two words that mean the same."""
    said = "There are many people who cross every morning to work, and 300 lorries with fish, timber and salt"
    quoted = (
        "There are lots of people who cross each morning to work, and 400 lorries with fish, timber and salt"
    )
    verdict = verdict_on(quoted, candidate_of(statement_of(Said(said))))
    assert "has “300” where the quotation has “400”, “many” where" in verdict.summary


def test_of_a_run_that_stands_twice_that_is_meant_with_which_more_agrees() -> None:
    """A question that has the same words is not the answer, though it comes first; a contraction is a matter of spelling."""
    talk = statement_of(
        asked("Is it true that Norhaven will close the northern border before the winter?"),
        Said("We will not close the northern border. Nobody wants it."),
    )
    verdict = verdict_on("We won’t close the northern border", talk, speaker="Anna Berg")
    assert (verdict.wording, verdict.attribution) == ("altered", "matches")
    assert [(edit.kind, edit.said, edit.quoted) for edit in verdict.edits] == [
        ("spelling", "will not", "won’t")
    ]


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        ("I do not believe that a gate is a promise", True),
        ("I do not believe that. A gate is a promise", False),
        ("I do not believe that; a gate is a promise", False),
        ("gate is a promise", False),
    ],
)
def test_a_sentence_that_the_quotation_runs_into_the_next(quoted: str, told: bool) -> None:
    """The words are the same, and mean another thing without the stop: the summary tells where the record ends a sentence."""
    said = "They call it stone. I do not believe that. A gate is a promise made by all of us."
    verdict = verdict_on(quoted, candidate_of(statement_of(Said(said))))
    clause = "the record ends a sentence behind “I do not believe that.”, where the quotation goes on"
    assert (clause in verdict.summary) is told
