"""All that was read of one page."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.capture import Capture, Locator, Span
from onrecord.model.page import Page
from onrecord.model.statement import Statement

Severity = Literal["error", "warning", "note"]


class Notice(msgspec.Struct, frozen=True):
    """An entry of a list that announces a statement or an event; `statement_id` once the record holds it."""

    kind: Literal["statement", "event"]
    posted_on: str | None
    title: str
    lead: str | None
    url: str | None
    statement_id: str | None = None


class Issue(msgspec.Struct, frozen=True):
    """Something wrong in the data, with its place."""

    code: str
    message: str
    locator: Locator | None
    severity: Severity


class Unclassified(msgspec.Struct, frozen=True):
    """What the reader could not name."""

    characters: int
    spans: tuple[Span, ...]


class Reading(msgspec.Struct, frozen=True):
    """All that was read from one capture."""

    capture: Capture
    page: Page
    statements: tuple[Statement, ...]
    notices: tuple[Notice, ...]
    issues: tuple[Issue, ...]
    unclassified: Unclassified
