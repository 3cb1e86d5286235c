"""What `check` is asked, line by line, and what its exit code says."""

from __future__ import annotations

import io

import msgspec
import pytest

from onrecord.cli.questions import Question, exit_code, read_lines, worst
from onrecord.model import Basis, Searched, Verdict

NOTHING_STATED = Question("")
VERBATIM = Verdict(
    quotation="The quay stays open.",
    compared=None,
    wording="verbatim",
    attribution="unstated",
    date="unstated",
    version="current",
    basis=Basis("unknown"),
    citation=None,
    edits=(),
    omitted=(),
    inserted=(),
    parts=(),
    alternatives=(),
    searched=Searched(1, 1, 1, None, None),
    summary="",
)


def asked(lines: bytes, stated: Question = NOTHING_STATED) -> list[Question | str]:
    """Return what the lines ask."""
    return [line.asked for line in read_lines(io.BytesIO(lines), stated)]


def test_a_line_is_a_quotation() -> None:
    """Plain lines are quotations, empty ones are passed over, and a byte order mark is no word."""
    lines = "\ufeffThe quay stays open.\n\n  Every boat counts. \r\n".encode()
    assert asked(lines) == [Question("The quay stays open."), Question("Every boat counts.")]


def test_a_line_may_state_speaker_and_date() -> None:
    """A JSON line states what it likes; what it leaves out, the options of the call state."""
    lines = b'{"quotation": "a", "speaker": "Ada Verne"}\n{"quotation": "b", "date": "2021-03-02"}\nc\n'
    assert asked(lines, Question("", "Orla Finn", "2021-01-01")) == [
        Question("a", "Ada Verne", "2021-01-01"),
        Question("b", "Orla Finn", "2021-03-02"),
        Question("c", "Orla Finn", "2021-01-01"),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'{"quote": "a"}', "it is JSON, but no quotation"),
        (b'{"quotation": 1}', "it is JSON, but no quotation"),
        (b"{not JSON", "it begins with { and is no JSON object"),
        (b'{"speaker": "Ada Verne"}', "it is JSON, but no quotation"),
        (b"\xff\xfe\n", "it is not UTF-8"),
    ],
)
def test_a_wrong_line_is_named(line: bytes, why: str) -> None:
    """A line that is no question says what it should be, and the others are read all the same."""
    first, wrong, last = asked(b"a\n" + line.rstrip(b"\n") + b"\nc\n")
    assert (first, last) == (Question("a"), Question("c"))
    assert isinstance(wrong, str)
    assert wrong.startswith(why)
    assert wrong.endswith('; write plain words, or {"quotation": "…"}.')


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, 0),
        ({"wording": "abridged", "attribution": "matches", "date": "matches"}, 0),
        ({"wording": "altered"}, 1),
        ({"wording": "reordered"}, 1),
        ({"wording": "spliced"}, 1),
        ({"attribution": "other_speaker"}, 1),
        ({"attribution": "questioner"}, 1),
        ({"attribution": "quoted_by_speaker"}, 1),
        ({"date": "other_date"}, 1),
        ({"version": "superseded"}, 1),
        ({"version": "withdrawn"}, 0),
        ({"wording": "too_short", "version": None}, 3),
        ({"wording": "not_found", "version": None}, 3),
    ],
)
def test_the_exit_code_of_a_verdict(changed: dict[str, str | None], code: int) -> None:
    """Contradicted on any axis is 1, no answer is 3, all else is 0."""
    assert exit_code(msgspec.structs.replace(VERBATIM, **changed)) == code


@pytest.mark.parametrize(
    ("codes", "code"), [([], 0), ([0, 0], 0), ([0, 3], 3), ([3, 1, 0], 1), ([1, 2, 3], 2), ([2, 0], 2)]
)
def test_the_exit_code_of_many(codes: list[int], code: int) -> None:
    """A wrong line outweighs a contradiction, which outweighs an open question."""
    assert worst(codes) == code
