"""What differs between two versions of a statement: found by turn and word, of which kind, and whether the source says so."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Aside, Change, Facts, Speaker, Statement, Turn
from onrecord.revising import (
    Absent,
    Seen,
    compare_facts,
    compare_statements,
    explain_change,
    find_happenings,
    find_steps,
    is_withdrawn,
    update_declares,
)

Said = str | tuple[str | None, str]


def a_statement(
    *turns: Said, title: str = "Speech at the pier", language: str = "en", names: tuple[str, ...] = ()
) -> Statement:
    """Return a statement of invented people with these turns, each words or a label and words."""
    made = []
    for n, said in enumerate(turns, 1):
        label, words = said if isinstance(said, tuple) else (None, said)
        editorial = tuple(_brackets(words))
        made.append(Turn(n, label, None, None, language, words, (0, len(words)), (), editorial))
    speakers = tuple(Speaker(name, None) for name in names)
    return Statement(
        "s1", ("speech",), title, None, None, None, None, None, language, "tides.example", None, speakers, (),
        "unknown", None, tuple(made), {},
    )  # fmt: skip


def _brackets(words: str) -> list[Aside]:
    start, end = words.find("["), words.find("]") + 1
    return [Aside((start, end), words[start:end])] if 0 <= start < end else []


def changes(old: Said, new: Said, **fields: object) -> list[Change]:
    """Return the changes between two statements of one turn each."""
    return list(compare_statements(a_statement(old, **fields), a_statement(new, **fields)))  # type: ignore[arg-type]


def told(found: list[Change]) -> list[tuple[str, str, str]]:
    """Return kind and words of changes."""
    return [(each.kind, each.old, each.new) for each in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We sail with 40 boats.", "We sail with 14 boats.", ("number", "40", "14")),
        ("We pay two million crowns.", "We pay two billion crowns.", ("number", "million", "billion")),
        ("It cost $728 million.", "It cost $7.28 million.", ("number", "728", "7.28")),
        ("It cost €40.", "It cost $40.", ("number", "€", "$")),
        ("We meet on March 4, 2031.", "We meet on March 5, 2031.", ("date", "4", "5")),
        ("We met on Tuesday in Port Ellery.", "We met on Monday in Port Ellery.", ("date", "Tuesday", "Monday")),
        ("We met in 2030 there.", "We met in 2031 there.", ("date", "2030", "2031")),
        ("We thank Ada Hirsch for that.", "We thank Ada Hirsh for that.", ("name", "Hirsch", "Hirsh")),
        ("Charles Olm keeps the log.", "Charlie Olm keeps the log.", ("name", "Charles", "Charlie")),
        ("We will close the harbour.", "We will not close the harbour.", ("negation", "", "not")),
        ("Nobody said that we can sail.", "Nobody said that we can’t sail.", ("negation", "can", "can’t")),
        ("The old quay stays.", "The new quay stays.", ("wording", "old", "new")),
        ("We stay and we sail.", "We stay, and we sail.", ("punctuation", "", ",")),
        ("The president sails.", "The President sails.", ("punctuation", "president", "President")),
        ("It is on-going work.", "It is ongoing work.", ("punctuation", "on-going", "ongoing")),
        ("With Olm Suk-yeol we sail.", "With Olm Suk Yeol we sail.", ("name", "-yeol", "Yeol")),
        ("It was Jean Varn then.", "It was Jean-Varn then.", ("punctuation", "", "-")),
        ("A Vice-President sails.", "A Vice President sails.", ("punctuation", "-", "")),
        ("A Velsen-led crew sails.", "A Velsen led crew sails.", ("punctuation", "-", "")),
        ("We sail. Thank you all. We stay.", "We sail. We stay.", ("sentence_removed", "Thank you all.", "")),
        ("We sail. We stay.", "We sail. The tide turns. We stay.", ("sentence_added", "", "The tide turns.")),
        ("We sail withboats.", "We sail with boats.", ("cosmetic", "withboats", "with boats")),
        ("Мы не закроем порт.", "Мы закроем порт.", ("negation", "не", "")),
        ("我们不关闭港口。", "我们关闭港口。", ("negation", "不", "")),
    ],
)  # fmt: skip
def test_a_change_is_of_the_kind_that_its_words_tell(
    old: str, new: str, expected: tuple[str, str, str]
) -> None:
    """The first rule that fits decides, and old and new hold only the words that changed."""
    language = "ru" if "М" in old else "zh" if "我" in old else "en"
    found = changes(old, new, language=language)
    assert told(found) == [expected]
    assert explain_change(found[0])


def test_a_noun_in_capitals_is_no_name_where_all_nouns_have_them() -> None:
    """German prints every noun with a capital: only names that the statement gives tell themselves."""
    assert told(changes("Wir öffnen den Hafen.", "Wir öffnen den Kanal.", language="de")) == [
        ("wording", "Hafen", "Kanal")
    ]
    named = changes("Wir danken Ada Olm.", "Wir danken Ada Ulm.", language="de", names=("Ada Olm",))
    assert told(named) == [("name", "Olm", "Ulm")]


def test_a_change_tells_what_stands_around_it_and_in_which_turn() -> None:
    """Prefix and suffix are up to 32 characters of the turn; the turn counts in the later version."""
    old = a_statement(
        ("Q", "Will it stay?"), ("MR OLM", "The old quay stays open for every boat that needs it.")
    )
    new = a_statement(
        ("Q", "Will it stay?"), ("MR OLM", "The old quay stays closed for every boat that needs it.")
    )
    (change,) = compare_statements(old, new)
    assert (change.turn, change.old, change.new) == (2, "open", "closed")
    assert (change.prefix, change.suffix) == ("The old quay stays ", " for every boat that needs it.")


def test_a_label_that_changes_is_a_label_and_its_words_are_the_same() -> None:
    """Who is said to speak changed, and no word."""
    old = a_statement(("Q", "Will it stay?"), ("Q", "It stays."))
    new = a_statement(("Q", "Will it stay?"), ("MR OLM", "It stays."))
    (change,) = compare_statements(old, new)
    assert (change.turn, change.kind, change.old, change.new) == (2, "label", "Q", "MR OLM")


def test_turns_that_are_added_are_sentences_under_new_labels() -> None:
    """Each new turn is told by itself."""
    old = a_statement(("Q", "Will it stay?"), ("MR OLM", "It stays."))
    new = a_statement(
        ("Q", "Will it stay?"), ("MR OLM", "It stays."), ("Q", "And the new one?"), ("MR OLM", "Not yet.")
    )
    assert [(each.turn, each.kind, each.new) for each in compare_statements(old, new)] == [
        (3, "label", "Q"), (3, "sentence_added", "And the new one?"), (4, "label", "MR OLM"), (4, "sentence_added", "Not yet."),
    ]  # fmt: skip


def test_a_turn_that_is_gone_counts_in_the_earlier_version() -> None:
    """There is no such turn in the later one."""
    old = a_statement(("Q", "Will it stay?"), ("MR OLM", "It stays."), ("Q", "And then?"))
    new = a_statement(("Q", "Will it stay?"), ("MR OLM", "It stays."))
    removed = compare_statements(old, new)
    assert [(each.turn, each.kind, each.old) for each in removed] == [
        (3, "label", "Q"),
        (3, "sentence_removed", "And then?"),
    ]


def test_turns_without_labels_that_are_parted_otherwise_are_cosmetic() -> None:
    """Where the page prints no label, where a turn ends is ours to say."""
    found = compare_statements(a_statement("We sail. We stay."), a_statement("We sail.", "We stay."))
    assert [each.kind for each in found] == ["cosmetic"]


def test_a_title_that_changes_has_no_turn() -> None:
    """A change of the title is of the whole statement."""
    found = compare_statements(
        a_statement("We sail.", title="On tides"), a_statement("We sail.", title="On storms")
    )
    assert [(each.turn, each.kind, each.old, each.new) for each in found] == [
        (None, "title", "tides", "storms")
    ]


def test_lines_around_the_words_are_compared_as_well() -> None:
    """A place, a time, an end mark of the publisher's: no turn, but printed with the text."""
    same = a_statement("We sail.")
    found = compare_statements(same, same, ((0, "South Court, 3:18 P.M."),), ((0, "South Court, 3:28 P.M."),))
    assert [(each.turn, each.kind, each.old, each.new) for each in found] == [(None, "number", "18", "28")]


def test_a_line_that_becomes_a_turn_is_no_change() -> None:
    """Whether a line is read as the publisher's or as words of somebody is ours to say."""
    found = compare_statements(a_statement("We sail.", "END"), a_statement("We sail."), (), ((1, "END"),))
    assert [each.kind for each in found] == ["cosmetic"]


def test_a_correction_in_brackets_is_declared() -> None:
    """The source shows that it put something in: struck words stay, the right ones follow in brackets."""
    (struck,) = changes("We face the economy, and sail.", "We face the economy [elections], and sail.")
    assert (struck.old, struck.new, struck.declared) == ("", "[elections]", True)
    (around,) = changes("We face the elections, and sail.", "We face the economy [elections], and sail.")
    assert (around.old, around.new, around.declared) == ("elections", "economy [elections]", True)


@pytest.mark.parametrize(
    "note",
    [
        "Correction (5 March): an earlier version of this text said fourteen boats.",
        "This transcript has been updated to correct the number of boats.",
        "Editor’s note: the number of boats was corrected.",
        "Berichtigung: Es waren vierzig Boote.",
        "Исправлено: в тексте было указано четырнадцать лодок.",
    ],
)
def test_a_note_of_the_source_declares_what_it_changed(note: str) -> None:
    """The note itself is a notice of status, and the other changes of that step are declared by it."""
    found = changes("We sail with 14 boats. We stay.", f"We sail with 40 boats. We stay. {note}")
    assert {(each.kind, each.declared) for each in found} == {("number", True), ("status", True)}


def test_a_new_update_date_between_the_captures_declares_an_edit() -> None:
    """A date from before the text was last seen unchanged tells of another edit."""
    between = ("2031-03-04T10:00:00Z", "2031-03-06T10:00:00Z")
    assert update_declares(None, "2031-03-05", between)
    assert update_declares("2031-03-02", "2031-03-05", between)
    assert not update_declares(None, "2031-03-01", between)
    assert not update_declares("2031-03-05", "2031-03-05", between)
    assert not update_declares(None, None, between)


def test_what_is_told_beside_the_words_is_compared_by_value() -> None:
    """A day that is printed no more, or read from somewhere else, is no change."""
    line = Facts(posted_on=("2031-03-04", "line"), author="Ada Olm", status=("rush",))
    other = Facts(posted_on=("2031-03-05", "line"), author="Bel Marr")
    assert [(each.kind, each.old, each.new) for each in compare_facts(line, other)] == [
        ("date", "2031-03-04", "2031-03-05"), ("author", "Ada Olm", "Bel Marr"), ("status", "rush", ""),
    ]  # fmt: skip
    assert compare_facts(line, Facts(posted_on=("2031-03-05", "meta"), status=("rush",))) == ()
    assert compare_facts(line, Facts(status=("rush",))) == ()


def seen(at: str | None, version: int, position: int = 0) -> Seen:
    """Return a capture that shows a version."""
    return Seen(at, version, Facts(), 1, position, "https://tides.example/1", "sha256:0")


def test_a_text_that_comes_back_is_shown_as_seen() -> None:
    """A, B, A: two steps."""
    steps = find_steps(
        [seen("2031-05-01", 1), seen("2031-05-02", 1), seen("2031-05-03", 2), seen("2031-05-04", 1)]
    )
    assert [(s.before.version, s.after.version, s.before.captured_at, s.after.captured_at) for s in steps] == [
        (1, 2, "2031-05-02", "2031-05-03"), (2, 1, "2031-05-03", "2031-05-04"),
    ]  # fmt: skip


def test_a_text_without_a_time_stands_behind_those_with_one() -> None:
    """Nobody knows when it was there; that it differs is told."""
    steps = find_steps([seen("2031-05-01", 1), seen(None, 1), seen(None, 2)])
    assert [(s.before.version, s.after.version, s.is_timed) for s in steps] == [(1, 2, False)]


def gone(at: str, absence: str = "gone", position: int = 0) -> Absent:
    """Return a capture that shows something else."""
    return Absent(at, absence, "the server said so", position, "https://tides.example/1", "sha256:1")  # type: ignore[arg-type]


def test_gone_blocked_and_moved_are_told_apart() -> None:
    """A refusal removes nothing; what is shown again after it was gone has returned."""
    shown = [seen("2031-05-01", 1), seen("2031-05-05", 1), seen("2031-05-09", 1)]
    others = [gone("2031-05-02", "blocked"), gone("2031-05-03", "blocked"), gone("2031-05-06"), gone("2031-05-07"), gone("2031-05-10", "moved")]  # fmt: skip
    events = list(find_happenings(shown, others))
    assert [(each.event, each.after.captured_at) for each in events] == [
        ("new", "2031-05-01"), ("blocked", "2031-05-02"), ("removed", "2031-05-06"), ("returned", "2031-05-09"),
        ("moved", "2031-05-10"),
    ]  # fmt: skip
    removed = events[2]
    assert removed.before is not None
    assert removed.before.captured_at == "2031-05-05"
    assert not is_withdrawn(shown, others)
    assert is_withdrawn(shown[:2], others[:4])


WORDS = st.lists(st.sampled_from("we sail stay not 40 14 Olm . , the quay".split()), max_size=60)


@given(WORDS, WORDS)
def test_the_changes_lead_from_the_one_text_to_the_other(old: list[str], new: list[str]) -> None:
    """Whatever two texts: what differs is told, and the same text has no changes."""
    one, other = a_statement(" ".join(old)), a_statement(" ".join(new))
    found = compare_statements(one, other)
    assert bool(found) == (old != new)
    assert sum(len(each.old.split()) for each in found) - sum(len(each.new.split()) for each in found) == len(old) - len(new)  # fmt: skip
    assert compare_statements(one, one) == ()


def test_a_statement_of_very_many_turns_is_compared_in_bounded_time() -> None:
    """Seventy thousand turns with a change in each thousandth take seconds, not hours."""
    words = [
        f"Turn {n} of the sitting speaks of quay {n * 7919 % 104729} and tide {n % 97}."
        for n in range(70_000)
    ]
    edited = [each.replace("tide", "storm") if n % 1000 == 0 else each for n, each in enumerate(words)]
    old = a_statement(*(("MR OLM", each) for each in words))
    new = a_statement(*(("MR OLM", each) for each in edited))
    began = time.process_time()
    assert len(compare_statements(old, new)) == 70
    assert time.process_time() - began < 30


def test_two_long_texts_without_a_word_in_common_are_one_change_a_turn() -> None:
    """A text replaced by another is not aligned word by word."""
    old = a_statement(" ".join(f"a{n}" for n in range(12_000)))
    new = a_statement(" ".join(f"b{n}" for n in range(12_000)))
    began = time.process_time()
    assert len(compare_statements(old, new)) == 1
    assert time.process_time() - began < 10


def test_texts_at_two_addresses_are_no_edits_of_each_other() -> None:
    """A copy that reads otherwise at another address stays what it was; only what one address showed is compared."""
    copy = [each._replace(identity="s2") for each in (seen("2031-05-02", 2), seen("2031-05-04", 2))]
    shown = [seen("2031-05-01", 1), copy[0], seen("2031-05-03", 1), copy[1]]
    assert find_steps(shown) == []
