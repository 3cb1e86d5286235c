"""The quotations that `check` is asked about, and the exit code of its verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

import msgspec

from onrecord import Verdict

_BEYOND_ABRIDGED = {"altered", "reordered", "spliced"}
_CANNOT_TELL = {"too_short", "not_found"}


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quotation, and what the caller states of it."""

    quotation: str
    speaker: str | None = None
    date: str | None = None


class WrongLine(NamedTuple):
    """A line that is no question: its number from 1, and why."""

    n: int
    why: str

    def __str__(self) -> str:
        """Return one sentence that says what the line should be."""
        return f'Line {self.n} is not checked: {self.why}; write plain words, or {{"quotation": "…"}}.'


def read_questions(lines: BinaryIO, stated: Question) -> Iterator[Question | WrongLine]:
    """Yield one question a line as the lines come, empty lines aside.

    `stated` gives the speaker and the date of the lines that state none.
    """
    for n, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8-sig" if n == 1 else "utf-8").strip()
        except UnicodeDecodeError:
            yield WrongLine(n, "it is not UTF-8")
            continue
        if not text:
            continue
        if not text.startswith("{"):
            yield Question(text, stated.speaker, stated.date)
            continue
        try:
            asked = msgspec.json.decode(text, type=Question)
        except msgspec.ValidationError:  # a kind of DecodeError
            yield WrongLine(n, "it is JSON, but no quotation with perhaps a speaker and a date, each a text")
            continue
        except msgspec.DecodeError:
            yield WrongLine(n, "it begins with { and is no JSON object")
            continue
        yield Question(asked.quotation, asked.speaker or stated.speaker, asked.date or stated.date)


def exit_code(verdict: Verdict) -> int:
    """Return 1 where the record contradicts the quotation as stated, 3 where it cannot tell, else 0."""
    if verdict.wording in _CANNOT_TELL:
        return 3
    contradicted = (
        verdict.wording in _BEYOND_ABRIDGED
        or verdict.attribution not in {"matches", "unstated"}
        or verdict.date == "other_date"
        or verdict.version == "superseded"
    )
    return 1 if contradicted else 0


def worst(codes: Sequence[int]) -> int:
    """Return the exit code of many: a wrong line (2), then a contradiction (1), then cannot tell (3), then 0."""
    return next((code for code in (2, 1, 3) if code in codes), 0)
