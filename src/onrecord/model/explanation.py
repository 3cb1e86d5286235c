"""Why each part of a page was read so."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.model.capture import Span
from onrecord.model.reading import Issue, Reading
from onrecord.model.statement import Evidence


class Reason(msgspec.Struct, frozen=True):
    """Why a field has its value: the rule that decided, its evidence in words, and where that stands if it is one place.

    `rule` is a short stable name (docs/rules.md has all). `passed_over` are the values that others told and were not taken.
    """

    field: str
    value: Any
    rule: str
    evidence: str
    span: Span | None = None
    passed_over: tuple[Evidence, ...] = ()


class NamedPart(msgspec.Struct, frozen=True):
    """A part of a page's text, what it was taken for, and why; the parts of a page cover each non-blank character once.

    They are the page's regions, with directions and editorial insertions apart from the words of their turn; `statement` and
    `turn` are the n of those that a part belongs to, as words of the turn or as its label.
    """

    name: str
    span: Span
    rule: str
    evidence: str
    statement: int | None = None
    turn: int | None = None


class ExplainedTurn(msgspec.Struct, frozen=True):
    """Why a turn has its label (or none), its speaker (or nobody) and its role."""

    n: int
    label: Reason
    speaker: Reason
    role: Reason


class ExplainedStatement(msgspec.Struct, frozen=True):
    """Why each field of a statement has its value, and each turn its speaker."""

    id: str
    reasons: tuple[Reason, ...]
    turns: tuple[ExplainedTurn, ...]


class PlacedIssue(msgspec.Struct, frozen=True):
    """An issue of a Reading, and where in the page's text it is, if it is in one place."""

    issue: Issue
    span: Span | None


class Explanation(msgspec.Struct, frozen=True):
    """A Reading, and why each part of its page was read so.

    It tells what the reader went by. That it was right to go by it is not shown. `kind` is why the page is a statement, a
    listing or other; `statements` are in the order of the Reading's.
    """

    reading: Reading
    kind: Reason
    reasons: tuple[Reason, ...]
    statements: tuple[ExplainedStatement, ...]
    parts: tuple[NamedPart, ...]
    issues: tuple[PlacedIssue, ...]
