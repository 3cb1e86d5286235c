"""The quotations that `check` is asked about, and the exit code of its verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

import msgspec

from onrecord import Verdict

_BEYOND_ABRIDGED = {"altered", "reordered", "spliced"}
_CANNOT_TELL = {"too_short", "not_found"}
_WRITE = 'write plain words, or {"quotation": "…"}.'


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quotation, and what the caller states of it."""

    quotation: str
    speaker: str | None = None
    date: str | None = None


class Line(NamedTuple):
    """A line that was read: its number from 1, and what it asks, or why it is no question."""

    n: int
    asked: Question | str


def read_lines(lines: BinaryIO, stated: Question) -> Iterator[Line]:
    """Yield the lines as they come, empty ones aside; `stated` gives the speaker and the date of those without."""
    for n, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8-sig" if n == 1 else "utf-8").strip()
        except UnicodeDecodeError:
            yield Line(n, f"it is not UTF-8; {_WRITE}")
            continue
        if text:
            yield Line(n, _asked(text, stated))


def _asked(text: str, stated: Question) -> Question | str:
    if not text.startswith("{"):
        return Question(text, stated.speaker, stated.date)
    try:
        asked = msgspec.json.decode(text, type=Question)
    except msgspec.ValidationError:  # a kind of DecodeError
        return f"it is JSON, but no quotation with perhaps a speaker and a date, each a text; {_WRITE}"
    except msgspec.DecodeError:
        return f"it begins with {{ and is no JSON object; {_WRITE}"
    return Question(asked.quotation, asked.speaker or stated.speaker, asked.date or stated.date)


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
