"""How a quotation's wording is judged, as a reader would check it with the page beside it."""

from __future__ import annotations

import re

import pytest

from onrecord.cli.questions import exit_code
from quoting_statements import INTERVIEW, Said, asked, statement_of, verdict_on


def wording(quotation: str) -> str:
    """Return the wording of a quotation laid beside the interview."""
    return verdict_on(quotation, INTERVIEW).wording


@pytest.mark.parametrize(
    "quotation",
    [
        "We will not attend the talks in Norhaven next week.",
        "«we WILL not attend – the talks – in Norhaven»",
        "The ministry has spent 310 000 crowns on the preparations",
        "…and I agree. The bridge over the river Lune will be finished…",
        "next week. (Laughter.) The ministry has spent",
        "next week. The ministry has spent",
        "more people will have to wait",
        "less people will have to wait",
        "more [less] people will have to wait",
        "We will not attend [sic] the talks in Norhaven",
        "[W]e will not attend the talks",
        "We will not … attend the talks in Norhaven",
    ],
)
def test_the_same_words_are_verbatim(quotation: str) -> None:
    """Case, typography, directions, the source's own insertion, [sic] and marks that leave nothing out change nothing."""
    assert wording(quotation) == "verbatim"


def test_an_omission_that_is_marked_is_shown_in_full() -> None:
    """A marked omission abridges; what it left out is given, with its place."""
    verdict = verdict_on("We will not attend … next week", INTERVIEW)
    assert verdict.wording == "abridged"
    assert [left.text for left in verdict.omitted] == ["the talks in Norhaven"]
    assert exit_code(verdict) == 0


def test_a_negation_left_out_is_named_first() -> None:
    """Of what a marked omission left out, a negation comes first, in the list and in the sentence."""
    talk = statement_of(
        Said(
            "We shall repair the old bridge in spring. We do not want the tunnel before the harbour is safe."
        )
    )
    verdict = verdict_on(
        "We shall repair … bridge in spring. We … want the tunnel before the harbour is safe.", talk
    )
    assert verdict.wording == "abridged"
    assert [(left.text, left.negation) for left in verdict.omitted] == [("do not", True), ("the old", False)]
    assert "negation: “do not”" in verdict.summary


@pytest.mark.parametrize(
    ("quotation", "left_out"),
    [
        ("[The ministry] will not attend the talks in Norhaven", []),
        ("We will not attend the talks [in the capital] next week", ["in Norhaven"]),
        ("We will not attend the talks [of the fishing towns] in Norhaven", []),
        ("[They] will not attend the talk[] in Norhaven next week", ["talks"]),
    ],
)
def test_the_quoters_brackets_are_not_words_of_the_record(quotation: str, left_out: list[str]) -> None:
    """A bracketed insertion abridges; words it stands in place of are shown."""
    verdict = verdict_on(quotation, INTERVIEW)
    assert (verdict.wording, [left.text for left in verdict.omitted]) == ("abridged", left_out)


@pytest.mark.parametrize(
    ("quotation", "inserted", "left_out", "negation"),
    [
        ("it will [not] be less painful for normal interaction", "[not]", [], True),
        ("it w[on’t] be less painful for normal interaction between states", "w[on’t]", ["will"], True),
        ("it will be less painful for [any] normal interaction between states", "[any]", [], False),
        ("We [shall] attend the talks in Norhaven next week", "[shall]", ["will not"], False),
    ],
)
def test_what_the_quoter_puts_in_brackets_is_told(
    quotation: str, inserted: str, left_out: list[str], negation: bool
) -> None:
    """An insertion is given as it is quoted, apart from what was left out; a negation is named before all else."""
    verdict = verdict_on(quotation, INTERVIEW)
    assert [(each.text, each.negation) for each in verdict.inserted] == [(inserted, negation)] * bool(
        inserted
    )
    assert [left.text for left in verdict.omitted] == left_out
    told = verdict.summary.split("; ")[1]
    assert (told == f"its brackets change a negation: “{inserted}”") == negation


@pytest.mark.parametrize(
    "quotation",
    [
        "We will [not] attend the talks in Norhaven next week",
        "We will not attend the [talks in Norhaven] next week",
        "[The ministry] has spent 310,000 crowns on the preparations",
        "it will be less painful for normal interaction [between states]",
        "The council pays, as it always ha[s]",
    ],
)
def test_words_in_brackets_that_the_record_has_are_its_words(quotation: str) -> None:
    """Brackets round words that stand so in the record leave nothing out and insert nothing."""
    verdict = verdict_on(quotation, INTERVIEW)
    assert (verdict.wording, verdict.omitted, verdict.inserted) == ("verbatim", (), ())


def test_an_omission_ends_where_the_brackets_have_the_records_words() -> None:
    """ "… [and]" leaves out what stands before the "and" of the record."""
    verdict = verdict_on("We [will] … attend the talks in Norhaven next week", INTERVIEW)
    assert [(left.text, left.negation) for left in verdict.omitted] == [("not", True)]
    verdict = verdict_on("The council pays … [Nobody] in the council objects to the bridge", INTERVIEW)
    assert (verdict.wording, [left.text for left in verdict.omitted]) == ("abridged", ["as it always has"])
    assert "the record itself has “Nobody”, which the quotation has in brackets" in verdict.summary


@pytest.mark.parametrize(
    ("said", "quotation", "kind", "dropped"),
    [
        ("They [will] never come back to the quay.", "They [will] come back to the quay", "negation", "never"),
        ("They never [will] come back to the quay.", "They [will] come back to the quay", "negation", "never"),
        ("It will be open [the old quay] for every boat that needs it.", "It will be open [the old quay] boat that needs it", "dropped", "for every"),
        ("I do not think that 1,200 boats will come.", "I [do] think that 1,200 boats will come", "negation", "not"),
        ("I think not now that 1,200 boats will come.", "I think [now] that 1,200 boats will come", "negation", "not"),
    ],
)  # fmt: skip
def test_brackets_that_repeat_the_record_mark_nothing(
    said: str, quotation: str, kind: str, dropped: str
) -> None:
    """Words dropped beside a bracket of the source's own, or round words of the record, are unmarked."""
    inside = said[said.index("[") : said.index("]") + 1] if "[" in said else ""
    verdict = verdict_on(quotation, statement_of(Said(said, editorial=(inside,) if inside else ())))
    assert (verdict.wording, exit_code(verdict), verdict.omitted) == ("altered", 1, ())
    assert [(edit.kind, edit.said, edit.quoted) for edit in verdict.edits] == [(kind, dropped, "")]


@pytest.mark.parametrize(
    ("quotation", "left_out"),
    [
        ("They [will] … come back to the quay", ["never"]),
        ("They […] come back to the quay", ["never"]),
        ("They [the crews] come back to the quay", ["never"]),
        ("They [will] never come back to the quay", []),
    ],
)
def test_a_mark_beside_the_sources_brackets_marks(quotation: str, left_out: list[str]) -> None:
    """A sign of omission, or a bracket of the quoter's own, marks what is left out; a repeated one that drops nothing is none."""
    talk = statement_of(Said("They [will] never come back to the quay.", editorial=("[will]",)))
    verdict = verdict_on(quotation, talk)
    assert verdict.wording == ("abridged" if left_out else "verbatim")
    assert [left.text for left in verdict.omitted] == left_out


def test_a_long_stretch_dropped_beside_a_repeated_bracket_is_told() -> None:
    """Twenty words that nothing marks as left out are a difference, thirty make the pieces stand apart."""
    for count, expected in ((20, "altered"), (30, "spliced")):
        between = " ".join(f"w{number}x" for number in range(count))
        talk = statement_of(
            Said(
                f"The old harbour will [soon] {between} stay open for every boat of the town.",
                editorial=("[soon]",),
            )
        )
        verdict = verdict_on("The old harbour will [soon] stay open for every boat of the town", talk)
        assert verdict.wording == expected


@pytest.mark.parametrize(
    ("said", "quotation", "wording", "left_out"),
    [
        ("We [do not] agree with them on the boats at all.", "We agree with them on the boats at all", "verbatim", ["[do not]"]),
        ("We [do not] agree with them on the boats at all.", "We [shall] agree with them on the boats at all", "abridged", ["[do not]"]),
        ("We [do not] agree with them on the boats at all.", "We … agree with them on the boats at all", "verbatim", ["[do not]"]),
        ("We really [do not] agree with them on the boats.", "We … agree with them on the boats", "abridged", ["[do not]"]),
        ("We [do not] agree with them on the boats at all.", "We [do not] agree with them on the boats at all", "verbatim", []),
        ("We [do not] agree with them on the boats at all.", "We do not agree with them on the boats at all", "verbatim", []),
        ("We [sic] agree with them on the boats at all.", "We agree with them on the boats at all", "verbatim", []),
        ("The Jobs [Rescue] Plan will help every harbour.", "The Jobs Plan will help every harbour", "verbatim", ["[Rescue]"]),
        ("The Jobs [Rescue] Plan will help every harbour.", "The Jobs Recovery Plan will help every harbour", "altered", ["[Rescue]"]),
        ("There were seven boats at the quay, or eight [nine].", "There were seven boats at the quay, or eight", "verbatim", ["[nine]"]),
        ("The boats [of Lune] are late, and we do [not] wait.", "The boats are late, and we do wait", "verbatim", ["[not]", "[of Lune]"]),
    ],
)  # fmt: skip
def test_the_sources_own_insertion_that_is_left_out_is_told(
    said: str, quotation: str, wording: str, left_out: list[str]
) -> None:
    """The wording does not turn on what is not the speaker's; the verdict says what the source has there, negations first."""
    own = tuple(re.findall(r"\[[^\]]*\]", said))
    talk = statement_of(Said(said, editorial=own))
    verdict = verdict_on(quotation, talk)
    assert (verdict.wording, [each.text for each in verdict.passed_over]) == (wording, left_out)
    for each in verdict.passed_over:
        assert talk.turns[0].text[each.span[0] : each.span[1]] == each.text
    told = verdict.summary.split("; ")[1]
    assert ("the source's text has its own" in told) == bool(left_out)
    assert all(f"“{text}”" in told for text in left_out)
    assert ("leaves out a negation" in told) == any(each.negation for each in verdict.passed_over)


def test_a_negation_inserted_within_a_marked_omission_is_one() -> None:
    """What was left out is told as the source prints it, its own insertions with it."""
    talk = statement_of(Said("We shall [not] ever repair the old bridge.", editorial=("[not]",)))
    verdict = verdict_on("We … repair the old bridge", talk)
    assert [(left.text, left.negation) for left in verdict.omitted] == [("shall [not] ever", True)]
    assert verdict.passed_over == ()


def test_brackets_do_not_cover_a_long_gap() -> None:
    """A bracketed insertion in place of forty words is no marked omission: the words do not follow each other."""
    quotation = "We will not attend the talks in Norhaven next week [and] the bridge over the river Lune will be finished"
    assert wording(quotation) == "spliced"
    assert wording(quotation.replace("[and]", "[…]")) == "abridged"


@pytest.mark.parametrize(
    ("quotation", "kind", "said", "quoted"),
    [
        ("We will attend the talks in Norhaven next week", "negation", "not", ""),
        ("We will never not attend the talks in Norhaven", "negation", "", "never"),
        ("The ministry has spent 410,000 crowns on the preparations", "number", "310,000", "410,000"),
        ("The ministry has spent $310,000 crowns on the preparations", "number", "310,000", "$310,000"),
        ("it will be painless for normal interaction between states", "replaced", "less painful", "painless"),
        ("We will not attend the talks in Sudhaven next week", "name", "Norhaven", "Sudhaven"),
        ("We will not attend the talks in Norhaven again next week", "inserted", "", "again"),
        ("The bridge over the river will be finished before the winter", "dropped", "Lune", ""),
        (
            "The council pays, as it allways has. Nobody in the council objects",
            "spelling",
            "always",
            "allways",
        ),
    ],
)
def test_an_alteration_is_named(quotation: str, kind: str, said: str, quoted: str) -> None:
    """Each difference comes with its kind, both wordings, and its place in the cited turn."""
    verdict = verdict_on(quotation, INTERVIEW)
    assert verdict.wording == "altered"
    (edit,) = verdict.edits
    assert (edit.kind, edit.said, edit.quoted) == (kind, said, quoted)
    assert verdict.citation is not None
    turn = INTERVIEW.turns[verdict.citation.turn - 1]
    assert turn.text[edit.span[0] : edit.span[1]] == said
    assert exit_code(verdict) == 1


@pytest.mark.parametrize(
    ("text", "quotation", "kinds"),
    [
        ("There is a better way for us to finish the old bridge.", "There is one better way for us to finish the old bridge", ["replaced"]),
        ("There is no one one could ask about the bridge today.", "There is no one who could ask about the bridge today", ["replaced"]),
        ("It was one said at the harbour who paid for the bridge.", "It was said at the harbour who paid for the bridge", ["dropped"]),
        ("There is one better way for us to finish the bridge.", "There are two better ways for us to finish the bridge", ["number", "replaced"]),
        ("All three envoys have left the talks in the capital today.", "All envoys have left the talks in the capital today", ["number"]),
        ("All five envoys have left the talks in the capital today.", "All 5 envoys have left the talks in the capital today", ["spelling"]),
        ("The dues rose by 15 percent in the old harbour last year.", "The dues rose by 15% in the old harbour last year", ["spelling"]),
        ("The dues rose by 15% in the old harbour last year.", "The dues rose by 15 per cent in the old harbour last year", ["spelling"]),
        ("The dues rose by 15% in the old harbour last year.", "The dues rose by 15 in the old harbour last year", ["number"]),
    ],
)  # fmt: skip
def test_only_a_count_is_called_a_number(text: str, quotation: str, kinds: list[str]) -> None:
    """ "one" alone counts nothing; the same number in words, figures or with a sign is spelt otherwise."""
    verdict = verdict_on(quotation, statement_of(Said(text)))
    assert (verdict.wording, [edit.kind for edit in verdict.edits]) == ("altered", kinds)


def test_a_percent_sign_is_shown_with_its_number() -> None:
    """Both spellings are shown whole, at the place of the number."""
    verdict = verdict_on(
        "The dues rose by 15% in the old harbour last year",
        statement_of(Said("The dues rose by 15 percent in the old harbour last year.")),
    )
    (edit,) = verdict.edits
    assert (edit.said, edit.quoted, edit.span) == ("15 percent", "15%", (17, 27))


def test_an_ambiguous_number_is_read_in_the_records_language() -> None:
    """1.500 is fifteen hundred in German, one and a half in English: there it is not 1,500."""
    german = statement_of(Said("Wir haben heute 1.500 Briefe aus Nordhafen bekommen."), language="de")
    english = statement_of(Said("The gauge at the Lune bridge rose by 1.500 metres overnight."))
    assert verdict_on("Wir haben heute 1500 Briefe aus Nordhafen bekommen", german).wording == "verbatim"
    assert verdict_on("The gauge at the Lune bridge rose by 1,500 metres", english).wording == "altered"


@pytest.mark.parametrize(
    ("language", "text", "quotation"),
    [
        ("fr", "Nous n'irons jamais aux pourparlers de Norhaven sans nos amis.", "Nous irons aux pourparlers de Norhaven sans nos amis"),
        ("de", "Wir werden keine neue Brücke über die Lune bauen, solange es regnet.", "Wir werden eine neue Brücke über die Lune bauen, solange es regnet"),
        ("es", "El consejo nunca pagará el puente nuevo sobre el río Lune.", "El consejo pagará el puente nuevo sobre el río Lune"),
        ("ru", "Мы не поедем на переговоры в Норхавен на следующей неделе.", "Мы поедем на переговоры в Норхавен на следующей неделе"),
    ],
)  # fmt: skip
def test_negations_are_seen_in_other_languages(language: str, text: str, quotation: str) -> None:
    """A negation that is dropped is called one in French, German, Spanish and Russian."""
    verdict = verdict_on(quotation, statement_of(Said(text), language=language))
    assert verdict.wording == "altered"
    assert "negation" in {edit.kind for edit in verdict.edits}


@pytest.mark.parametrize(
    "quotation",
    [
        "The ministry has spent 310,000 crowns on the preparations. We will not attend the talks in Norhaven next week.",
        "for normal interaction between states it will be less painful",
        "The council pays, as it always has … we will not attend the talks in Norhaven",
        "We will attend not the talks in Norhaven next week",
    ],
)
def test_the_same_words_in_another_order_are_reordered(quotation: str) -> None:
    """Sentences, clauses or words put in another order within a statement."""
    assert wording(quotation) == "reordered"


@pytest.mark.parametrize(
    "quotation",
    [
        "We will not attend the talks in Norhaven next week. More people will have to wait for the ferry.",
        "We will not attend the talks in Norhaven. Nobody in the council objects to the bridge.",
        "And who pays for all of it? The council pays, as it always has.",
        "or will the ministry send somebody else next week … the council pays, as it always has",
    ],
)
def test_words_from_places_apart_are_spliced(quotation: str) -> None:
    """Far places without a mark, other turns, and with or without a mark another speaker's words."""
    verdict = verdict_on(quotation, INTERVIEW)
    assert verdict.wording == "spliced"
    assert len(verdict.parts) == 2


def test_words_of_two_statements_are_spliced_even_with_a_mark() -> None:
    """Each part is cited in its own statement."""
    other = statement_of(
        Said("The harbour lights were switched off to save the seabirds, and they stay off."), id="s2"
    )
    verdict = verdict_on(
        "Nobody in the council objects to the bridge … the harbour lights were switched off to save the seabirds",
        INTERVIEW,
        other,
    )
    assert verdict.wording == "spliced"
    assert [part.statement for part in verdict.parts] == ["s1", "s2"]
    assert "2 statements" in verdict.summary


def test_a_transcript_quoted_with_its_labels_is_verbatim() -> None:
    """Speaker labels that are quoted along mark the change of speaker."""
    assert (
        wording("Question: And who pays for all of it? Anna Berg: The council pays, as it always has.")
        == "verbatim"
    )


@pytest.mark.parametrize(
    ("given", "compared", "expected"),
    [
        (
            "“We will not attend the talks in Norhaven,” the minister said on Monday.",
            "We will not attend the talks in Norhaven,",
            "verbatim",
        ),
        (
            "Anna Berg sagte: „We will not attend the talks in Norhaven“",
            "We will not attend the talks in Norhaven",
            "verbatim",
        ),
        (
            "“We will not attend the talks,” she said, “in Norhaven next week.”",
            "We will not attend the talks, … in Norhaven next week.",
            "verbatim",
        ),
        (
            "“We will not attend the talks,” she said, and “it will be less painful for normal interaction.”",
            "We will not attend the talks, … it will be less painful for normal interaction.",
            "abridged",
        ),
        (
            "'We will attend the talks in Norhaven,' the minister's office said.",
            "We will attend the talks in Norhaven,",
            "altered",
        ),
        ("She called it “a very great nuisance to all of us fishermen”", "a very great nuisance to all of us fishermen", "not_found"),
        ("She called it “painful”", "painful", "too_short"),
    ],
)  # fmt: skip
def test_the_words_around_the_quotation_marks_are_the_quoters(
    given: str, compared: str, expected: str
) -> None:
    """Only what stands in quotation marks is compared, pieces joined as by an omission; the verdict says so."""
    verdict = verdict_on(given, INTERVIEW)
    assert (verdict.quotation, verdict.compared, verdict.wording) == (given, compared, expected)
    assert "compared was only what stands in quotation marks" in verdict.summary


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("As the old envoy said, “patience is the mother of harbours”, and I agree.", "verbatim"),
        ("“As the old envoy said, ‘patience is the mother of harbours’, and I agree.”", "verbatim"),
        (
            "The ministry has spent 410,000 crowns on the preparations, and it will be “less painful” for normal interaction",
            "altered",
        ),
        ("We won’t attend the ministers’ talks in Norhaven next week.", "altered"),
    ],
)  # fmt: skip
def test_a_quotation_may_hold_quotation_marks(given: str, expected: str) -> None:
    """Where the words around the marks are the speaker's too, all of it is compared; an apostrophe is no mark."""
    verdict = verdict_on(given, INTERVIEW)
    assert (verdict.compared, verdict.wording) == (None, expected)


@pytest.mark.parametrize("quotation", ["the talks", "it", "in the council", "“…the council…”"])
def test_few_words_cannot_tell(quotation: str) -> None:
    """One or two words, or three or four that stand in several turns, are too short: each turn is listed once."""
    talk = statement_of(
        Said("He is in the council. I like it. The talks and the talks."),
        Said("She was in the council, too: it was in the council that the talks began."),
    )
    verdict = verdict_on(quotation, talk)
    assert (verdict.wording, verdict.citation, exit_code(verdict)) == ("too_short", None, 3)
    assert [other.turn for other in verdict.alternatives] == [1, 2]
    assert "they stand in 2 turns" in verdict.summary


def test_words_that_stand_twice_in_one_turn_are_its_speakers() -> None:
    """Which of the two is quoted makes no difference to who said it, and where."""
    talk = statement_of(Said("He is in the council. She was in the council, too."), Said("So be it."))
    verdict = verdict_on("in the council", talk)
    assert (verdict.wording, verdict.alternatives) == ("verbatim", ())


def test_three_words_that_stand_once_are_enough() -> None:
    """A short quotation that is unique and verbatim is verbatim."""
    assert wording("mother of harbours") == "verbatim"


def test_pieces_picked_from_anywhere_are_too_short() -> None:
    """Single words joined by marks could make any sentence of any speech."""
    assert wording("We … attend … Norhaven … painful … bridge … ferry") == "too_short"


def test_words_that_nobody_published_are_not_found() -> None:
    """The sentence says what was searched; no citation is given."""
    verdict = verdict_on("I have never liked cheese with cucumbers on rainy days", INTERVIEW)
    assert (verdict.wording, verdict.citation, verdict.version, exit_code(verdict)) == (
        "not_found",
        None,
        None,
        3,
    )
    assert (
        verdict.summary
        == "Not found in 12 statements (15 versions, 210 turns) dated 14 October 2019 to 27 April 2020."
    )


def test_the_closest_wording_is_told_apart_from_an_alteration() -> None:
    """What is too far from the record to be called an alteration is still shown, as an alternative."""
    quotation = (
        "They asked, as everybody hoped, who was to pay. Nobody in the council objects, or so they claimed"
    )
    verdict = verdict_on(quotation, INTERVIEW)
    assert (verdict.wording, verdict.citation) == ("not_found", None)
    assert "closest wording" in verdict.summary
    assert verdict.alternatives[0].statement == "s1"


def test_chinese_is_quoted_by_its_characters() -> None:
    """A script without spaces is judged like any other."""
    talk = statement_of(Said("我们下周不会参加北港的会谈，因为桥还没有修好。"), language="zh")
    assert verdict_on("下周不会参加北港的会谈", talk).wording == "verbatim"
    verdict = verdict_on("我们下周会参加北港的会谈，因为桥还没有修好", talk)
    assert (verdict.wording, [edit.kind for edit in verdict.edits]) == ("altered", ["negation"])


def test_a_negation_before_the_quotation_is_told() -> None:
    """Words taken out of a negated sentence are verbatim; how the sentence begins is said."""
    talk = statement_of(
        Said("I have thought about it. I do not think a ferryman needs to know the depth of every harbour.")
    )
    verdict = verdict_on("a ferryman needs to know the depth of every harbour", talk)
    assert verdict.wording == "verbatim"
    assert "the sentence there begins “I do not think”" in verdict.summary
    assert "begins" not in verdict_on("I do not think a ferryman needs to know", talk).summary


def test_a_question_may_be_quoted_from_its_own_turn() -> None:
    """Words that cross the border of two unnamed speakers' turns are spliced; within one turn they are verbatim."""
    talk = statement_of(
        asked("Is the ferry late again this year?"), asked("Or is the bridge the reason for it?")
    )
    assert verdict_on("Is the ferry late again this year", talk).wording == "verbatim"
    assert verdict_on("late again this year? Or is the bridge the reason", talk).wording == "spliced"


def test_a_contraction_written_out_is_a_matter_of_spelling() -> None:
    """“I’ll” as “I will”, “don’t” as “do not”: the same words, and no name."""
    talk = statement_of(Said("Before the winter I’ll open the bridge, and we don’t need another one there."))
    for quotation, said in (
        ("Before the winter I will open the bridge", "I’ll"),
        ("and we do not need another one there", "don’t"),
    ):
        verdict = verdict_on(quotation, talk)
        assert [(edit.kind, edit.said) for edit in verdict.edits] == [("spelling", said)]


def test_a_formula_with_other_facts_is_no_alteration() -> None:
    """Where several words in a row are others, somebody else says it or says something else; one changed fact is an edit."""
    talk = statement_of(
        Said(
            "I spoke today with the prime minister of Ostrelle about the fisheries treaty and the lighthouse."
        )
    )
    other = "I spoke today with the harbour master and mayor of old Verne about the price of winter coal"
    assert verdict_on(other, talk).wording == "not_found"
    assert verdict_on(other.replace("the harbour", "the prime"), talk).wording == "not_found"
    one = "I spoke today with the prime minister of Norhaven about the fisheries treaty"
    assert verdict_on(one, talk).wording == "altered"


def test_a_word_parted_at_the_end_of_a_line_is_one_word() -> None:
    """Who copies from print copies its hyphens; a hyphen within a line is a matter of the words."""
    statement = statement_of(
        Said("The harbour office has many opinions on the well-kept lighthouse of Norhaven.")
    )
    assert (
        verdict_on("The harbour office has many opin-\nions on the well-\nkept lighthouse", statement).wording
        == "verbatim"
    )
    assert (
        verdict_on("The harbour office has many opin-ions on the well-kept lighthouse", statement).wording
        == "altered"
    )


def test_a_sentence_in_another_spelling_is_found() -> None:
    """Where nearly each word is spelt otherwise it is the same sentence all the same, and each spelling is told."""
    statement = statement_of(Said("I realise that 40 percent of our neighbours favour it."))
    verdict = verdict_on("I realize that 40% of our neighbors favor it", statement)
    assert verdict.wording == "altered"
    assert {edit.kind for edit in verdict.edits} == {"spelling"}


def test_a_splice_tells_its_differences_as_the_records() -> None:
    """The record has the one word, the quotation the other."""
    far = " ".join(["The tide was low and the quay was full of nets."] * 6)
    statement = statement_of(
        Said(
            f"We will keep the northern lighthouse lit all winter, and the harbour office will pay the keepers. {far} Nobody has ever drowned beside the lamp there, says the oldest pilot of Norhaven."
        )
    )
    verdict = verdict_on(
        "We will keep the northern lighthouse dark all winter, and the harbour office will pay the keepers. Nobody has ever drowned beside the lamp there, says the oldest pilot of Norhaven.",
        statement,
    )
    assert verdict.wording == "spliced"
    assert "; besides, the record there has “lit” where the quotation has “dark”" in verdict.summary


def test_a_negation_dropped_between_letters_is_shown_as_a_word() -> None:
    """In scripts without spaces the same letters stand around the gap: the negation is what is left out."""
    statement = statement_of(Said("เราไม่ได้ปิดประตูสำหรับเรือเฟอร์รี่กลางคืน"), language="th")
    verdict = verdict_on("เราได้ปิดประตูสำหรับเรือเฟอร์รี่กลางคืน", statement)
    assert [(edit.kind, edit.said) for edit in verdict.edits] == [("negation", "ไม่")]


def test_words_of_the_next_sentence_do_not_stand_for_what_is_put_in() -> None:
    """Behind the end of a sentence, and before its beginning, what the quotation has more is put in there."""
    statement = statement_of(
        Said("So it was. The harbour wall costs no more than $3.2 billion. I think that is a modest thing.")
    )
    behind = verdict_on("The harbour wall costs no more than $3.2 billion crowns", statement)
    assert [(edit.kind, edit.said, edit.quoted) for edit in behind.edits] == [("inserted", "", "crowns")]
    assert behind.citation is not None
    assert behind.citation.text == "The harbour wall costs no more than $3.2 billion"
    before = verdict_on("Clearly the harbour wall costs no more than $3.2 billion", statement)
    assert [(edit.kind, edit.said, edit.quoted) for edit in before.edits] == [("inserted", "", "Clearly")]
