"""Why a page was read so: a small page in, and out come its parts with the rule of each."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import explain, read
from onrecord.demo import sample_paths
from onrecord.explaining import RULES, explain_page
from onrecord.model import Explanation, Reason
from onrecord.reading import read_page
from reading_pages import capture_of

CONVENTIONS = sorted((Path(__file__).parent / "conventions").glob("*.html"))


def explained(test: Callable[..., object]) -> Explanation:
    """Return the explanation of the page that stands in a test's docstring, below its first paragraph."""
    page = inspect.cleandoc(test.__doc__ or "").split("\n\n", 1)[1]
    return explain_page(page, capture_of("text/plain"))


def margin(explanation: Explanation) -> list[str]:
    """Return the parts as "name rule: first words", the way they stand in the margin."""
    text = explanation.reading.page.text
    return [f"{p.name} {p.rule}: {' '.join(text[slice(*p.span)].split()[:3])}" for p in explanation.parts]


def why(explanation: Explanation, field: str) -> Reason:
    """Return why a field of the page's one statement has its value."""
    (statement,) = explanation.statements
    return next(reason for reason in statement.reasons if reason.field == field)


def test_an_interview_part_by_part() -> None:
    """Each stretch of the page has a name and the rule that gave it.

    3 March 2021
    Port Ellery: 10:15

    92 days have passed since the old quay was closed

    Minister of Harbours Ada Verne’s interview with the Tarn Courier, Port Ellery, March 2, 2021

    Question: Will the old quay be opened again?

    Ada Verne: It will be open [the old quay] for every boat. (Laughter.) I have said so before.

    Question: And who pays?

    Ada Verne: The harbour does.
    """
    assert margin(explained(test_an_interview_part_by_part)) == [
        "dateline furniture.dateline: 3 March 2021",
        "clock furniture.clock: Port Ellery: 10:15",
        "counter furniture.counter: 92 days have",
        "title title.first_line: Minister of Harbours",
        "label label.word: Question:",
        "turn turn.labelled: Will the old",
        "label label.behind_question: Ada Verne:",
        "turn turn.labelled: It will be",
        "editorial editorial.square: [the old quay]",
        "turn turn.labelled: for every boat.",
        "direction direction.round: (Laughter.)",
        "turn turn.labelled: I have said",
        "label label.word: Question:",
        "turn turn.labelled: And who pays?",
        "label label.behind_question: Ada Verne:",
        "turn turn.labelled: The harbour does.",
    ]


def test_the_evidence_of_a_label_counts() -> None:
    """The evidence says how often a label starts a paragraph, and what stands behind it.

    Foreign Minister Ada Verne’s interview with Radio Lantern, Halvane, March 2, 2021

    RADIO LANTERN: Is the strait open?

    VERNE: It is open to everybody who asks.

    RADIO LANTERN: And the quay?

    VERNE: The quay as well, from Monday.
    """
    (statement,) = explained(test_the_evidence_of_a_label_counts).statements
    label = statement.turns[1].label
    assert (label.value, label.rule) == ("VERNE", "label.repeated")
    assert label.evidence == "starts 2 paragraphs of this page, in capitals, followed by a colon"


def test_the_reasons_of_speaker_and_role() -> None:
    """A speaker comes from where the page gives the name; a role from the rule that told it.

    Briefing by Department Spokesperson Dorian Pell, Halvane, 4 May 2022

    MR PELL: Good afternoon, everybody. I have nothing to begin with.

    QUESTION: Is the ferry running?

    MR PELL: It is.

    QUESTION: Every day?

    MR PELL: Every day but Sunday.
    """
    (statement,) = explained(test_the_reasons_of_speaker_and_role).statements
    first, second = statement.turns[:2]
    assert (first.speaker.value, first.speaker.rule) == ("Dorian Pell", "speaker.name")
    assert first.speaker.evidence == "the label's words are in that name, which the title gives"
    assert (first.role.value, first.role.rule) == ("official", "role.titled")
    assert (second.speaker.value, second.speaker.rule) == (None, "speaker.nobody_named")
    assert (second.role.value, second.role.rule) == ("questioner", "role.question_label")


def test_a_name_that_only_the_page_prints_in_full() -> None:
    """Where a label is a surname, the evidence says where the rest of the name stands.

    News conference on the ferry, Halvane, 4 May 2022

    MR PELL: Good afternoon. Beside me is Minister Odile Marsh.

    QUESTION: Is the ferry running?

    MINISTER MARSH: It is.

    QUESTION: Every day?

    MINISTER MARSH: Every day but Sunday.
    """
    explanation = explained(test_a_name_that_only_the_page_prints_in_full)
    (statement,) = explanation.statements
    marsh = statement.turns[2].speaker
    assert marsh.value == "Odile Marsh"
    assert marsh.evidence == "the label's words are in that name, which the page prints in full"
    assert marsh.span is not None
    assert explanation.reading.page.text[slice(*marsh.span)] == "Odile Marsh"


def test_the_rivals_of_a_date_are_told() -> None:
    """Of several dates the reason names the one that was taken, where it stands, and what was passed over.

    Statement by Prime Minister Ada Verne on the strait

    Date: 3 March 2021

    Delivered on 2 March 2021

    We have opened the strait to everybody who asks for it, and we will keep it open.
    """
    page = """<meta property="article:published_time" content="2021-03-05">
    <h1>Statement by Prime Minister Ada Verne on the strait</h1><p>Posted on: 3 March 2021</p>
    <p>We have opened the strait to everybody who asks for it, and we will keep it open.</p>"""
    reason = why(explain_page(page, capture_of("text/html")), "posted_on")
    assert (reason.value, reason.rule) == ("2021-03-03", "from.line")
    assert reason.evidence == "line “Posted on” says so: “3 March 2021”"
    assert [(rival.value, rival.from_) for rival in reason.passed_over] == [
        ("2021-03-05", "meta article:published_time")
    ]
    text = explained(test_the_rivals_of_a_date_are_told)
    assert why(text, "given_on").evidence == "line “delivered on” says so: “2 March 2021”"


def test_a_statement_says_what_showed_it() -> None:
    """The page is a statement by the first sign that was found.

    Foreign Minister Ada Verne’s remarks at the opening of the strait

    We have opened the strait to everybody who asks for it, and we will keep it open.
    """
    explanation = explained(test_a_statement_says_what_showed_it)
    kinds, kind = why(explanation, "kinds"), explanation.kind
    assert (kinds.value, kinds.evidence) == ("remarks", "the title says so: “remarks”")
    assert (kind.value, kind.rule) == ("statement", "statement.kind")
    assert kind.evidence == "a word for a kind of statement in the title or a line: remarks"


def test_a_page_without_a_statement_says_what_was_looked_for() -> None:
    """Where nothing shows a statement, the explanation says what was looked for, and names the body main text.

    A soup of nettles

    Wash the nettles well, and boil them in broth until they are soft enough to be sieved.
    """
    explanation = explained(test_a_page_without_a_statement_says_what_was_looked_for)
    assert (explanation.kind.value, explanation.kind.rule) == ("other", "other.no_sign")
    assert "a speaker with an office; labels that tell who speaks;" in explanation.kind.evidence
    assert margin(explanation)[1] == "main_text body.behind_title: Wash the nettles"


def test_an_issue_stands_where_it_is() -> None:
    """A date that may be two days is told at its place in the title.

    Foreign Minister Ada Verne’s remarks, Halvane, 05/06/2020

    We have opened the strait to everybody who asks for it, and we will keep it open.
    """
    explanation = explained(test_an_issue_stands_where_it_is)
    (placed,) = explanation.issues
    assert placed.issue.code == "date_ambiguous"
    assert placed.span is not None
    assert explanation.reading.page.text[slice(*placed.span)] == "05/06/2020"


def test_unlabelled_answers_say_so() -> None:
    """Where only questions have labels, the rule of an answer says that it has none.

    Minister Ada Verne answers questions from the Tarn Courier, Halvane, March 2, 2021

    Question: Is the strait open?

    It is open to everybody.

    Question: And the quay?

    The quay as well, from Monday.
    """
    explanation = explained(test_unlabelled_answers_say_so)
    assert "turn turn.unlabelled_answer: It is open" in margin(explanation)
    answer = explanation.statements[0].turns[1]
    assert (answer.label.value, answer.label.rule) == (None, "label.none")
    assert answer.speaker.evidence == "the one person named as speaking, which the title gives"
    assert answer.role.rule == "role.answers_unlabelled"


def all_reasons(explanation: Explanation) -> list[Reason]:
    """Return every reason of an explanation."""
    reasons = [explanation.kind, *explanation.reasons]
    for statement in explanation.statements:
        reasons += statement.reasons
        for turn in statement.turns:
            reasons += (turn.label, turn.speaker, turn.role)
    return reasons


def check_whole(explanation: Explanation) -> None:
    """Assert what holds of every page: each character explained once, each turn with its reasons, the Reading as it is."""
    reading = explanation.reading
    covered = [0] * len(reading.page.text)
    for part in explanation.parts:
        for at in range(*part.span):
            covered[at] += 1
    assert all(n == 1 for n, c in zip(covered, reading.page.text, strict=True) if not c.isspace())
    assert max(covered, default=0) <= 1
    assert {part.rule for part in explanation.parts} <= RULES.keys()
    assert {reason.rule for reason in all_reasons(explanation)} <= RULES.keys()
    assert all(part.evidence for part in explanation.parts)
    assert all(reason.evidence for reason in all_reasons(explanation))
    for statement, told in zip(reading.statements, explanation.statements, strict=True):
        for turn, why_turn in zip(statement.turns, told.turns, strict=True):
            said = (why_turn.n, why_turn.label.value, why_turn.speaker.value, why_turn.role.value)
            assert said == (turn.n, turn.label, turn.speaker, turn.role)
    assert tuple(placed.issue for placed in explanation.issues) == reading.issues


@pytest.mark.parametrize("path", CONVENTIONS, ids=lambda path: path.stem)
def test_every_convention_is_explained_whole(path: Path) -> None:
    """On each page of the conventions, each character is in one explained part, and each turn has its reasons."""
    page, capture = path.read_text("utf-8"), capture_of("text/html")
    explanation = explain_page(page, capture)
    check_whole(explanation)
    assert explanation.reading == read_page(page, capture)


def test_what_is_explained_is_what_is_read() -> None:
    """Of all captures of the demo, with what is learnt of their sites, the explanations hold the Readings of `read`."""
    explanations = list(explain(*sample_paths()))
    assert [one.reading if isinstance(one, Explanation) else one for one in explanations] == list(
        read(*sample_paths())
    )
    for one in explanations:
        if isinstance(one, Explanation):
            check_whole(one)


PIECES = st.sampled_from(
    (
        "3 March 2021", "Halvane: 12:15", "Press office:", "+999 20 555 0100", "12 days have passed since the flood",
        "Foreign Minister Ada Verne’s interview with Radio Lantern, Halvane, March 2, 2021", "Question:", "Question: Why?",
        "Ada Verne: It is open [the quay] to all. (Laughter.) So.", "MS VERNE: (via interpreter) No.", "Posted on: 4 May 2022",
        "16.05.2020 - Interview of the Minister", "14.05.2020 - Opening hours", "To be continued…", "* * *", "END 1:30 P.M.",
        "Q When?", "A {rule} of {0} braces %s", "[bold]x[/bold] \x1b[31m \u202eback", "</style><script>alert(1)</script>",
        "– Is it open?", "It is open, as it has been for years.", "[Interruption.] (Applause.) [[a] b]",
    )
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from(("text/plain", "text/html")))
def test_whatever_a_page_holds_is_explained_whole(pieces: list[str], media_type: str) -> None:
    """Whatever lines stand on a page in whatever order, each character has one name and each turn its reasons."""
    page = "\n\n".join(pieces)
    if media_type == "text/html":
        page = "".join(f"<p>{piece}</p>" for piece in pieces)
    check_whole(explain_page(page, capture_of(media_type)))


def test_a_part_without_a_number_is_told_as_one() -> None:
    """ "To be continued" says that more follows, not which part this is.

    Foreign Minister Ada Verne’s lecture at the Maritime Academy, Halvane, May 13, 2025

    I do not regard this as a lecture: it is rather a conversation about fish, and about counting them.

    To be continued…
    """
    reason = why(explained(test_a_part_without_a_number_is_told_as_one), "part")
    assert reason.value == "a part, which one is not told; to be continued"
