"""Few words of which one is another: a formula of the language is no alteration of somebody's sentence."""

from __future__ import annotations

import pytest

from onrecord.model import Verdict
from onrecord.quoting import judge
from onrecord.quoting.rarity import Rarity
from quoting_statements import SEARCHED, Said, candidate_of, statement_of

BERG = statement_of(
    Said("It is the only question I was asked. This is personal to me."),
    Said("Norhaven has not closed the lighthouse, and as severe as it has been, we sailed."),
    Said("A lot of people came to the quay."),
)
PELL = statement_of(Said("Nobody like the harbour master was there."), id="s2")
# Of two million words of a record: what people say every day is there thousands of times, what one of them said is not.
_TIMES = {
    4_000: "personal question asked sailed severe quay came harbour master",
    20_000: "people lot very nobody only like",
    60_000: "this me was that has it is i to of the a and as we not",
    20: "norhaven lighthouse closed",
}
COMMON = Rarity({word: times for times, words in _TIMES.items() for word in words.split()}, 2_000_000)


def verdict(quotation: str, speaker: str | None = None, date: str | None = None) -> Verdict:
    """Return what becomes of a quotation in a large record that has these two statements."""
    both = [candidate_of(BERG), candidate_of(PELL)]
    return judge(quotation, both, SEARCHED, speaker=speaker, date=date, rarity=COMMON)


def test_a_formula_with_another_word_is_too_short_to_tell() -> None:
    """It stands nowhere so; what is closest is shown, and nobody is said to have said it otherwise."""
    told = verdict("This is very personal to me.")
    assert (told.wording, told.citation, told.attribution) == ("too_short", None, "unstated")
    assert told.alternatives[0].text == "This is personal to me"
    assert "they do not stand so anywhere; the closest wording is “This is personal to me”" in told.summary


def test_where_the_claims_agree_less_is_needed() -> None:
    """Who is said to have said it says it there, on that day; not where another is, or one of two claims is another."""
    words = "It is the only question she was asked."
    assert verdict(words, "Anna Berg").wording == "altered"
    assert verdict(words, "Anna Berg", "2019-10-14").wording == "altered"
    assert verdict(words, "Anna Berg", "2011-01-01").wording == "too_short"
    assert verdict(words, "Karl Pell").wording == "too_short"


def test_in_a_small_record_less_is_needed() -> None:
    """It holds few formulae: what stands there but for a word is hardly there by chance."""
    both = [candidate_of(BERG), candidate_of(PELL)]
    assert judge("Norhaven has closed the lighthouse.", both, SEARCHED).wording == "altered"
    assert judge("It is the only question she was asked.", both, SEARCHED).wording == "altered"


def test_few_telling_words_are_altered_all_the_same() -> None:
    """The name, and what happened, leave no doubt of the place."""
    told = verdict("Norhaven has closed the lighthouse")
    assert told.wording == "altered"
    assert [(edit.kind, edit.said) for edit in told.edits] == [("negation", "not")]


@pytest.mark.parametrize("quotation", ["a lot of people like the harbour master"])
def test_few_words_are_not_joined_of_two_statements(quotation: str) -> None:
    """Two pieces of four words stand in any record."""
    assert verdict(quotation).wording in ("too_short", "not_found")


def test_unchanged_words_need_no_more_than_before() -> None:
    """Five words in a row are found however common they are."""
    assert verdict("this is personal to me").wording == "verbatim"


def test_a_formula_that_goes_on_otherwise_is_too_short_to_tell() -> None:
    """One run stands there, and another word hangs at its end; amid the run the same change is an alteration."""
    assert verdict("as severe as it has been, we walked").wording == "too_short"
    assert verdict("as severe as it had been, we sailed").wording == "altered"


def test_changed_words_of_another_speaker_need_more() -> None:
    """Who is said to have said them said nothing there: it is rather a formula than his sentence in another's mouth."""
    words = "only question I was asked. That is personal"
    assert verdict(words).wording == "altered"
    assert verdict(words, "Anna Berg").wording == "altered"
    assert verdict(words, "Karl Pell").wording == "too_short"


def test_a_formula_with_two_other_facts_says_something_else() -> None:
    """Who and how much are others: what is left is how such things are told; one other number is an alteration."""
    carried = statement_of(
        Said("In May the people of Norhaven came to the quay with forty severe lamps."), id="s3"
    )

    def told(quotation: str) -> str:
        return judge(quotation, [candidate_of(carried)], SEARCHED, rarity=COMMON).wording

    assert told("the people of Norhaven came to the quay with sixty severe lamps") == "altered"
    assert told("the people of Ostrelle came to the quay with forty severe lamps") == "altered"
    assert told("the people of Ostrelle came to the quay with sixty severe") == "not_found"


PORTS = [
    statement_of(
        Said(f"The harbour office counted about {boats} boats on average each day of that week, we heard."),
        id=f"s{boats}",
    )
    for boats in (310, 420, 530)
]


@pytest.mark.parametrize(
    ("quotation", "wording"),
    [
        ("The harbour office counted about 640 boats on average each day of that week", "not_found"),
        ("The harbour office counted about 420 boats on average each day of that week", "verbatim"),
        ("The harbour office counted some 420 boats on average each day of that week", "altered"),
    ],
)
def test_a_formula_of_several_statements_with_another_fact_is_of_another_occasion(
    quotation: str, wording: str
) -> None:
    """Three have it with three numbers; a fourth number is nobody's slip. With a number of theirs it is altered as any."""
    told = judge(quotation, [candidate_of(each) for each in PORTS], SEARCHED)
    assert told.wording == wording
    assert judge(quotation, [candidate_of(each) for each in PORTS[:2]], SEARCHED).wording != "not_found"


def test_who_claims_the_place_of_a_formula_is_believed() -> None:
    """Where the day is that of one of them, the number is what differs there."""
    days = [statement_of(Said(each.turns[0].text), id=each.id, given_on=f"2019-10-1{n}") for n, each in enumerate(PORTS)]  # fmt: skip
    words = "The harbour office counted about 640 boats on average each day of that week"
    told = judge(words, [candidate_of(each) for each in days], SEARCHED, date="2019-10-11")
    assert (told.wording, [edit.said for edit in told.edits]) == ("altered", ["420"])


def test_pieces_of_three_statements_make_no_quotation() -> None:
    """Two that tell are a splice; of three, of a few words each, nobody put one together."""
    three = [
        statement_of(Said("Thank you for all of that."), id="s1"),
        statement_of(Said("As you have seen, the boats came."), id="s2"),
        statement_of(Said("We have got a lot to discuss in the house."), id="s3"),
    ]
    quotation = "Thank you for all of that as you have seen we have got a lot to discuss"
    assert judge(quotation, [candidate_of(each) for each in three], SEARCHED, rarity=COMMON).wording in (
        "not_found",
        "too_short",
    )


def test_what_is_said_again_with_the_same_number_is_no_formula() -> None:
    """Who repeats himself thrice is misquoted as he is when he says it once."""
    again = [
        statement_of(Said("We counted about 420 boats on average each day of that week."), id=f"s{n}")
        for n in range(3)
    ]
    told = judge(
        "We counted about 640 boats on average each day of that week",
        [candidate_of(each) for each in again],
        SEARCHED,
    )
    assert (told.wording, [edit.said for edit in told.edits]) == ("altered", ["420"])


FERRIES = statement_of(
    Said(
        "The ferries will sail to the northern islands again by the end of the summer, and we will not ask the towns there to pay for the new harbour walls."
    ),
    id="s3",
)
_EVERY = "carry western winter gates they cannot more before surely out"
EVEN = Rarity(
    dict.fromkeys([*FERRIES.turns[0].text.lower().strip(".").split(), *_EVERY.split()], 2_000), 2_000_000
)


def test_words_changed_one_by_one_keep_step_with_the_record() -> None:
    """A third is changed, and between what is left as many words stand as there; who says it anew puts words in."""
    changed = (
        "The ferries will carry to the western islands again by winter end of the gates,"
        " and they will cannot more the towns before to pay gates the new surely winter"
    )
    anew = changed.replace("carry", "sail").replace("cannot more", "cannot surely more")

    def told(quotation: str) -> str:
        return judge(quotation, [candidate_of(FERRIES)], SEARCHED, rarity=EVEN).wording

    assert told(changed) == "altered"
    assert told(anew) == "not_found"


def test_words_put_in_where_others_are_changed_tell_of_another_text() -> None:
    """One word is other and another stands for nothing: so a text goes on that shares a sentence with the record, unless nearly all stands."""

    def told(quotation: str, speaker: str | None = None, rarity: Rarity | None = EVEN) -> str:
        return judge(quotation, [candidate_of(FERRIES)], SEARCHED, speaker=speaker, rarity=rarity).wording

    others = "The ferries will sail to the western gates again, winter, by the end of the harbour"
    assert told(others.replace(", winter,", "")) == "altered"
    assert told(others) == "not_found"
    assert told(others, "Anna Berg") == "altered"
    nearly_all = "The ferries will sail to the western islands again, surely, by the end of the summer, and we will not ask the towns"
    assert told(nearly_all) == "altered"


def test_in_a_small_record_words_put_in_beside_others_are_a_misquotation() -> None:
    """It holds few texts that share a sentence."""
    small = Rarity(dict.fromkeys(EVEN.counts, 1), 8_000)
    others = "The ferries will sail to the western gates again, winter, by the end of the harbour"
    assert judge(others, [candidate_of(FERRIES)], SEARCHED, rarity=small).wording == "altered"


def test_a_clause_that_is_another_was_not_changed_word_by_word() -> None:
    """Where five words and more in a row are others, the rest must tell more."""
    by_word = (
        "The ferries will carry to the western islands again by winter end of the gates,"
        " and they will cannot more the towns before to pay gates the new surely winter"
    )
    clause = (
        "The ferries will carry to the western islands again by the end of the summer,"
        " and they cannot carry out more western gates to pay gates the new surely winter"
    )

    def told(quotation: str) -> str:
        return judge(quotation, [candidate_of(FERRIES)], SEARCHED, rarity=EVEN).wording

    assert (told(by_word), told(clause)) == ("altered", "not_found")


def test_of_few_words_that_are_misread_nothing_is_denied() -> None:
    """What is legible of them could not be found if it stood there; words that are like none of the record are not found."""
    legible = {**EVEN.counts, "fer1ies": 0, "sai1": 0}
    misread = Rarity(legible, EVEN.words, frozenset({"fer1ies", "sai1"}))
    assert judge("so fer1ies sai1", [candidate_of(PELL)], SEARCHED, rarity=misread).wording == "too_short"
    assert (
        judge("so fer1ies sai1", [candidate_of(PELL)], SEARCHED, rarity=Rarity(legible, EVEN.words)).wording
        == "not_found"
    )


def test_short_words_that_nobody_uses_are_misread() -> None:
    """A letter of "and" or "to" is another, and the record has no such word: it speaks for the place, as with longer ones."""
    misread = "The ferries will sail t0 thc northern islands again bv the end 0f thc summer, ond we will n0t ask thc towns"
    words = dict.fromkeys(("t0", "thc", "bv", "0", "f", "ond", "n0t"), 0)
    rare = Rarity({**EVEN.counts, **words}, EVEN.words)
    assert judge(misread, [candidate_of(FERRIES)], SEARCHED, rarity=rare).wording == "altered"
    common = Rarity({**EVEN.counts, **dict.fromkeys(words, 2)}, EVEN.words)
    assert judge(misread, [candidate_of(FERRIES)], SEARCHED, rarity=common).wording == "not_found"
