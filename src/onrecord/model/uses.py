"""Where words were first and last used, and what was covered around that."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.statement import Role
from onrecord.model.verdict import Citation, Searched

DatedBy = Literal["given_on", "posted_on", "captured_at"]


class Use(msgspec.Struct, frozen=True):
    """One use of words: where they stand, and on what day as far as that is known.

    `dated_by` tells what the day is: captured_at is that of the first capture that has the words, and so the latest it can be.
    `added_between`: the captures between which an earlier text of the statement was changed to one that has the words.
    `current`: the current version has them.
    """

    date: str | None
    dated_by: DatedBy | None
    title: str | None
    speaker: str | None
    source: str | None
    citation: Citation
    current: bool
    added_between: tuple[str | None, str | None] | None


class Nearby(msgspec.Struct, frozen=True):
    """The statements of a source that are held from before a first use, or behind a last one: how many, and the nearest."""

    statements: int
    statement: str | None
    date: str | None
    captured_at: str | None


class UsesBy(msgspec.Struct, frozen=True):
    """The uses by one speaker in what one source published, and what is held of the source before and behind them.

    `captured` are the first and last capture of the source. A use that was not captured is not known of.
    """

    speaker: str | None
    role: Role | None
    source: str | None
    turns: int
    statements: int
    first: Use
    last: Use
    before: Nearby
    after: Nearby
    captures: int
    captured: tuple[str | None, str | None]


class Uses(msgspec.Struct, frozen=True):
    """First and last use of words in the record; `by` has one entry for each speaker of each source, the earliest first.

    Counted are turns that have the words in a row in match form, in any version; `undated` of them have no day at all.
    """

    words: str
    turns: int
    statements: int
    undated: int
    first: Use | None
    last: Use | None
    by: tuple[UsesBy, ...]
    searched: Searched
