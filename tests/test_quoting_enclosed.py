"""What is taken for quoted: quotation marks of many languages, told from apostrophes, nested, and left open."""

from __future__ import annotations

import time

import pytest

from onrecord.quoting.enclosed import enclosed_spans


def enclosed(text: str) -> list[str]:
    """Return what stands in quotation marks."""
    return [text[start:end] for start, end in enclosed_spans(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We will not attend,” the minister said.", ["We will not attend,"]),
        ('"We will not attend," the minister said.', ["We will not attend,"]),
        ("Sie sagte: „Wir werden nicht teilnehmen.“", ["Wir werden nicht teilnehmen."]),
        ("Sie sagte: »Wir werden nicht teilnehmen«, und ging.", ["Wir werden nicht teilnehmen"]),
        ("„Nie pojedziemy”, powiedziała.", ["Nie pojedziemy"]),
        ("Elle a dit : « nous n’irons pas ».", [" nous n’irons pas "]),
        ('Elle a dit : " nous n\'irons pas ".', [" nous n'irons pas "]),
        ("”Vi kommer inte”, sade hon.", ["Vi kommer inte"]),
        ("»Emme tule», hän sanoi.", ["Emme tule"]),
        ("部长说：「我们不会参加」。", ["我们不会参加"]),
        ("部长说“我们不会参加”。", ["我们不会参加"]),
        ('部长说"我们不会参加"。', ["我们不会参加"]),
        ("‘We will not attend the talks,’ the minister said.", ["We will not attend the talks,"]),
        ("'We won't attend the talks,' the ministers' office said.", ["We won't attend the talks,"]),
        ("They called the talks 'a waste of our time' on Monday", ["a waste of our time"]),
        ("“We will not,” she said, “attend the talks.”", ["We will not,", "attend the talks."]),
    ],
)
def test_marks_of_many_languages(text: str, inside: list[str]) -> None:
    """What stands between two marks of a pair, without the marks."""
    assert enclosed(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (
            "“The envoy said ‘patience is the mother’ and left,” she said.",
            ["The envoy said ‘patience is the mother’ and left,"],
        ),
        ("'The envoy said \"patience\" and left,' she said.", ['The envoy said "patience" and left,']),
        ('"We have an "open to all" policy," she said.', ['We have an "open to all" policy,']),
        ("“We have an “open to all” policy,” she said.", ["We have an “open to all” policy,"]),
        ("„Er rief „genug!“ und ging“, sagte sie.", ["Er rief „genug!“ und ging"]),
    ],
)
def test_what_is_nested_lies_within_the_outer_marks(text: str, inside: list[str]) -> None:
    """Marks of the same kind or of another, one inside the other."""
    assert enclosed(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "We won’t sell the ministers’ boats, and they don't ask.",
        "rock 'n' roll in the '90s",
        'a pipe of 6" and one of 8"',
        "“We will not attend, she said",
        "We will not attend,” she said",
        "",
    ],
)
def test_apostrophes_inches_and_marks_left_open_enclose_nothing(text: str) -> None:
    """An apostrophe is part of its word; a mark that is never closed tells nothing."""
    assert enclosed(text) == []


def test_a_mark_at_the_beginning_of_a_paragraph_goes_on() -> None:
    """A long quotation repeats its opening mark with each paragraph, and closes once."""
    for text in ("“One.\n\n“Two,” she said.", '"One.\n\n"Two," she said.'):
        assert enclosed(text) == [text[1 : text.index(" she") - 1]]
    assert enclosed('A "word left open.\n\nAnother "paragraph".') == ["paragraph"]


@pytest.mark.parametrize("mark", ["“", '"', " 'a", ' "a', "« ", "‘a"])
def test_marks_left_open_cost_little(mark: str) -> None:
    """A text of nothing but marks is gone through in a moment."""
    before = time.process_time()
    enclosed_spans(mark * 20_000)
    assert time.process_time() - before < 2
