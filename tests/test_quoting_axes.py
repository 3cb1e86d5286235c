"""Who, when and in which version: the axes of a verdict beside the wording, and the choice among equal places."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.cli.questions import exit_code
from onrecord.errors import WrongCall
from onrecord.quoting import judge, parse_date_claim
from quoting_statements import INTERVIEW, SEARCHED, Said, candidate_of, statement_of, verdict_on

REFUSAL = "We will not attend the talks in Norhaven next week"


@pytest.mark.parametrize(
    ("claim", "attribution", "code"),
    [
        ("Anna Berg", "matches", 0),
        ("Berg", "matches", 0),
        ("Foreign Minister Anna Berg", "matches", 0),
        ("Mrs A. Berg", "matches", 0),
        ("Anja Berg", "unstated", 0),
        ("Karl Berg", "other_speaker", 1),
        ("Anna Bergmann", "other_speaker", 1),
        ("Otto Lind", "other_speaker", 1),
        ("the Prime Minister", "unstated", 0),
    ],
)
def test_a_claimed_speaker_is_compared_with_the_turns(claim: str, attribution: str, code: int) -> None:
    """Surname, initials and office do; another given name is another person; a like one, or a post, may be."""
    verdict = verdict_on(REFUSAL, INTERVIEW, speaker=claim)
    assert (verdict.wording, verdict.attribution, exit_code(verdict)) == ("verbatim", attribution, code)


@pytest.mark.parametrize(
    ("claim", "attribution"),
    [
        ("Jan Wędzicki", "matches"),
        ("Jana Wędzickiego", "matches"),
        ("Wędzicki", "unstated"),
        ("Karol Wędzicki", "other_speaker"),
        ("Jan Wędkarz", "other_speaker"),
        ("Anna Berg", "other_speaker"),
    ],
)
def test_a_name_in_another_case_is_the_same_name(claim: str, attribution: str) -> None:
    """A Polish title prints the genitive; a surname alone may be another's, and nobody is contradicted by it."""
    told = statement_of(Said(REFUSAL, "Jana Wędzickiego", "official", None), language="pl")
    assert verdict_on(REFUSAL, told, speaker=claim).attribution == attribution


@pytest.mark.parametrize("claim", ["", " ", "—"])
def test_a_claim_without_words_is_a_wrong_call(claim: str) -> None:
    """Who states nobody must not be told that nothing contradicts it."""
    with pytest.raises(WrongCall, match="names no speaker"):
        verdict_on(REFUSAL, INTERVIEW, speaker=claim)


def test_nothing_is_judged_that_was_not_claimed() -> None:
    """Without a claim attribution and date are unstated."""
    verdict = verdict_on(REFUSAL, INTERVIEW)
    assert (verdict.attribution, verdict.date) == ("unstated", "unstated")


def test_a_questioners_words_are_not_the_ministers() -> None:
    """Words of a question claimed for the minister are said to be part of a question."""
    verdict = verdict_on("will the ministry send somebody else next week", INTERVIEW, speaker="Anna Berg")
    assert (verdict.attribution, exit_code(verdict)) == ("questioner", 1)
    assert "part of a question" in verdict.summary


def test_words_that_the_speaker_quotes_are_somebody_elses() -> None:
    """Words inside quotation marks within the turn are the speaker's quotation."""
    verdict = verdict_on("patience is the mother of harbours", INTERVIEW, speaker="Berg")
    assert (verdict.attribution, exit_code(verdict)) == ("quoted_by_speaker", 1)
    assert "inside quotation marks" in verdict_on("patience is the mother of harbours", INTERVIEW).summary


def test_an_unnamed_speaker_cannot_be_compared() -> None:
    """Where the published text names nobody, the sentence says so."""
    letter = statement_of(
        Said("The harbour lights were switched off to save the seabirds.", None, None, None)
    )
    verdict = verdict_on("the harbour lights were switched off", letter, speaker="Otto Lind")
    assert verdict.attribution == "unstated"
    assert "names no speaker" in verdict.summary


@pytest.mark.parametrize(
    ("claim", "date"),
    [("2019-10-14", "matches"), ("2019-10", "matches"), ("2019", "matches"), ("2019-10-15", "matches"), ("2020-10-14", "other_date")],
)  # fmt: skip
def test_a_claimed_date_is_compared_with_giving_and_posting(claim: str, date: str) -> None:
    """The day it was given or posted; a month or a year will do."""
    verdict = verdict_on(REFUSAL, INTERVIEW, date=claim)
    assert (verdict.date, exit_code(verdict)) == (date, 0 if date == "matches" else 1)


def test_a_date_known_less_closely_neither_agrees_nor_contradicts() -> None:
    """A record that knows the year alone cannot tell the day."""
    old = statement_of(Said("The council pays, as it always has."), given_on="1987", posted_on=None)
    assert verdict_on("The council pays, as it always has", old, date="1987-03-02").date == "unstated"


@pytest.mark.parametrize("claim", ["14.10.2019", "2019-13", "2019-02-30", "yesterday", "", "0000"])
def test_a_date_that_is_none_is_a_wrong_call(claim: str) -> None:
    """The error says how to write it."""
    with pytest.raises(WrongCall, match="give it as"):
        parse_date_claim(claim)


def test_words_of_an_earlier_version_alone_are_superseded() -> None:
    """A text that the source has replaced is told from the current one."""
    old = candidate_of(
        statement_of(Said("The bridge will be finished before the winter comes.")), 1, current=False
    )
    new = candidate_of(statement_of(Said("The bridge will be finished when the funds allow it.")), 2)
    verdict = verdict_on("The bridge will be finished before the winter comes", old, new)
    assert (verdict.wording, verdict.version, exit_code(verdict)) == ("verbatim", "superseded", 1)
    assert verdict.citation is not None
    assert verdict.citation.version == 1


def test_words_of_both_versions_are_current_and_stand_in_one_place() -> None:
    """The same statement's other version is no other place."""
    both = statement_of(Said("The bridge will be finished before the winter comes."))
    verdict = verdict_on(
        "will be finished before the winter comes",
        candidate_of(both, 1, current=False),
        candidate_of(both, 2),
    )
    assert (verdict.version, verdict.alternatives) == ("current", ())


def test_a_statement_gone_at_the_source_is_withdrawn() -> None:
    """What the source no longer shows is said to be gone."""
    asked: list[str] = []

    def is_gone(statement: str) -> bool:
        asked.append(statement)
        return True

    verdict = judge(REFUSAL, [candidate_of(INTERVIEW)], SEARCHED, gone=is_gone)
    assert (verdict.version, exit_code(verdict)) == ("withdrawn", 0)
    assert asked == [INTERVIEW.id]


def test_equal_places_are_all_listed_the_earliest_first() -> None:
    """Nothing is reduced to one place in silence; more than twenty are counted in the sentence."""
    formula = Said("We thank the people of Norhaven for their patience.")
    statements = [statement_of(formula, id=f"s{n:02}", given_on=f"2019-01-{n:02}") for n in range(25, 0, -1)]
    verdict = verdict_on("We thank the people of Norhaven for their patience", *statements)
    assert verdict.citation is not None
    assert verdict.citation.statement == "s01"
    assert [other.statement for other in verdict.alternatives] == [f"s{n:02}" for n in range(2, 22)]
    assert "24 other places, of which the first 20 are listed" in verdict.summary


def test_of_equal_places_the_one_that_was_claimed_is_cited() -> None:
    """A claim of date or speaker is compared with the place that agrees with it, if one does."""
    early = statement_of(
        Said("We thank the people of Norhaven."), id="s1", given_on="2019-01-01", posted_on=None
    )
    late = statement_of(
        Said("We thank the people of Norhaven.", "Otto Lind"), id="s2", given_on="2020-01-01", posted_on=None
    )
    verdict = verdict_on("We thank the people of Norhaven", early, late, speaker="Lind", date="2020")
    assert (verdict.attribution, verdict.date) == ("matches", "matches")
    assert [other.statement for other in verdict.alternatives] == ["s1"]


def test_a_translation_is_called_one() -> None:
    """A difference from a translation is a difference from this published text, and no more is said."""
    talk = statement_of(
        Said("It will be less painful for normal interaction between states."),
        text_status="official_translation",
    )
    verdict = verdict_on("It will be painless for normal interaction between states", talk)
    assert verdict.basis.text_status == "official_translation"
    assert verdict.basis.with_recording is False
    assert verdict.summary.startswith(
        "Altered: this published English text of 14 October 2019 (s1, turn 1; an official translation) has"
        " “less painful” where the quotation has “painless”"
    )


def test_an_unofficial_translation_is_called_one() -> None:
    """The source's own word for its text stands in its status; who made the translation is not told."""
    said = statement_of(Said("The islands shall keep their own post office and their own school."))
    talk = msgspec.structs.replace(said, status=("unofficial_translation",))
    verdict = verdict_on("The islands shall keep their own post office and their own hospital", talk)
    assert verdict.basis.text_status == "unknown"
    assert "this published English text" in verdict.summary
    assert "an unofficial translation" in verdict.summary


def test_an_interpreters_words_are_told_by_turn_where_the_source_marks_them() -> None:
    """In a news conference one side is interpreted and the other is not; the label says which."""
    statement = statement_of(
        Said(
            "(via interpreter) The lamps of both harbours will be lit again before the winter.",
            directions=("(via interpreter)",),
        ),
        Said(
            "We shall count the boats twice before anybody sails from this quay.",
            "Ole Lind",
            label="Ole Lind",
        ),
        text_status="interpreted",
    )
    interpreted = verdict_on("The lamps of both harbours will be lit again", statement)
    assert interpreted.basis.text_status == "interpreted"
    assert "(s1, turn 1; an interpreter's words)" in interpreted.summary
    own = verdict_on("We shall count the boats twice before anybody sails", statement)
    assert own.basis.text_status == "unknown"
    assert "interpreter" not in own.summary


def test_words_joined_from_two_people_are_not_the_one_claimed() -> None:
    """A piece of another statement counts for whose the words are, also where the first piece is as claimed."""
    own = statement_of(Said("We will keep the harbour gate open through the whole of the winter"))
    other = statement_of(
        Said("They lend each other the measuring tape every summer", "Otto Lind", "official", "Otto Lind"),
        id="s2",
    )
    quotation = "We will keep the harbour gate open through the whole of the winter. They lend each other the measuring tape every summer"
    verdict = judge(quotation, [candidate_of(own), candidate_of(other)], SEARCHED, speaker="Anna Berg")
    assert (verdict.wording, verdict.attribution) == ("spliced", "other_speaker")
    assert "the speakers there are Anna Berg and Otto Lind (claimed: Anna Berg)" in verdict.summary


def test_of_equal_places_the_claimed_speakers_comes_before_the_claimed_days() -> None:
    """Who said the words on another day is not told to be another's, since he did say them."""
    own = statement_of(Said(REFUSAL), given_on="2019-10-14", posted_on="2019-10-14")
    other = statement_of(
        Said(REFUSAL, "Otto Lind", "official", "Otto Lind"),
        id="s2",
        given_on="2020-02-03",
        posted_on="2020-02-03",
    )
    verdict = judge(
        REFUSAL, [candidate_of(own), candidate_of(other)], SEARCHED, speaker="Anna Berg", date="2020-02-03"
    )
    assert (verdict.attribution, verdict.date) == ("matches", "other_date")
    assert "it was given and posted on 14 October 2019 (claimed: 3 February 2020)" in verdict.summary


def test_words_said_plainly_elsewhere_are_the_speakers_own() -> None:
    """Where she has them in quotation marks as well, that is told with the other places."""
    plain = statement_of(Said(REFUSAL))
    quoting = statement_of(
        Said(f"As the old song of the pilots has it: “{REFUSAL}” So it goes on until May."), id="s2"
    )
    verdict = judge(REFUSAL, [candidate_of(quoting), candidate_of(plain)], SEARCHED, speaker="Anna Berg")
    assert (verdict.attribution, verdict.citation and verdict.citation.statement) == ("matches", "s1")
    assert "equally so in 1 other place, inside quotation marks" in verdict.summary


def test_of_places_nearly_as_good_the_claimed_speakers_is_cited() -> None:
    """What somebody else said in nearly the same words is not what is said to have been hers."""
    other = statement_of(Said("They closed the harbour gate for the summer.", "Otto Lind", label="Otto Lind"))
    own = statement_of(Said("We have never closed the old harbour gate for the summer."), id="s2")
    both = [candidate_of(other), candidate_of(own)]
    words = "We closed the harbour gate for the summer"
    assert judge(words, both, SEARCHED).summary.startswith(
        "Altered: the record of 14 October 2019 (s1, turn 1)"
    )
    claimed = judge(words, both, SEARCHED, speaker="Anna Berg")
    assert (claimed.attribution, claimed.edits[0].kind) == ("matches", "negation")


def test_who_stands_at_the_turn_is_shown_where_nobody_is_named() -> None:
    """A label that is no name is shown, not passed over: the published text does tell who speaks."""
    statement = statement_of(Said(REFUSAL, None, "official", "THE HARBOUR OFFICE"))
    verdict = judge(REFUSAL, [candidate_of(statement)], SEARCHED, speaker="Minister")
    assert verdict.attribution == "unstated"
    assert "the words stand under “THE HARBOUR OFFICE” there" in verdict.summary


def test_of_more_places_than_were_looked_at_the_number_is_the_least() -> None:
    """What stands in more places than were looked at is said to stand in at least so many, whether it can be told or not."""
    talks = [candidate_of(statement_of(Said(f"{REFUSAL}."), id=f"s{n}")) for n in range(3)]
    assert "equally so in at least 2 other places" in judge(REFUSAL, talks, SEARCHED, more=True).summary
    assert "they stand in at least 3 turns" in judge("next week", talks, SEARCHED, more=True).summary
    assert "they stand in 3 turns" in judge("next week", talks, SEARCHED).summary


@pytest.mark.parametrize(
    ("claim", "held", "language", "attribution"),
    [
        ("Ady Bergové", "Ada Bergová", "cs", "matches"),
        ("Ади Вернової", "Ада Вернова", "uk", "matches"),
        ("Ewy Bergové", "Ada Bergová", "cs", "other_speaker"),
        ("Berg", "Berg Anna", "hu", "matches"),
        ("Lind", "Berg Anna", "hu", "other_speaker"),
    ],
)
def test_short_names_decline_and_surnames_stand_first(
    claim: str, held: str, language: str, attribution: str
) -> None:
    """“Ady” is “Ada” in another case; in Hungarian the surname alone is the first word of the name."""
    told = statement_of(Said(REFUSAL, held, "official", None), language=language)
    assert verdict_on(REFUSAL, told, speaker=claim).attribution == attribution
