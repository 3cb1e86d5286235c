"""What changed from one version of a statement to the next, and what became of statements over time."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.reading import Notice

ChangeKind = Literal[
    "number", "date", "name", "label", "negation", "wording", "punctuation", "sentence_removed", "sentence_added",
    "title", "author", "status", "cosmetic",
]  # fmt: skip
"""What is changed, by rule; `onrecord.revising` has the rules, docs/versions.md tells them."""


class Change(msgspec.Struct, frozen=True):
    """One stretch that differs: `old` and `new` hold only what changed, `prefix` and `suffix` what stands around it.

    `turn` counts in the later version, or in the earlier one for a turn that the later has no more; None for what is of the
    whole statement. `declared`: the source says itself that it changed this, by a note, a new update date, brackets, or by striking words.
    """

    turn: int | None
    kind: ChangeKind
    old: str
    new: str
    prefix: str
    suffix: str
    declared: bool


class Revision(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """The step from one version of a statement to the one seen next; a number may come back.

    `between` are the last capture of the one and the first of the other: the text changed at some time between them. None
    where no capture with a time bounds it. `from` and `to` are equal where only what is told about the text changed: its
    dates, its author.
    """

    id: str
    from_: int
    to: int
    between: tuple[str | None, str | None]
    changes: tuple[Change, ...]


class Struck(msgspec.Struct, frozen=True):
    """Words of a turn that the page strikes, with nothing in their place; and what stands around them."""

    turn: int
    words: str
    prefix: str
    suffix: str


class Facts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one capture tells of a text beside its words. A day stands with what it was read from: only the like is compared."""

    given_on: tuple[str, str] | None = None
    posted_on: tuple[str, str] | None = None
    updated_on: str | None = None
    author: str | None = None
    status: tuple[str, ...] = ()
    lines: tuple[tuple[int, str], ...] = ()
    """The publisher's own lines before the words, behind them and between them, each with how many turns stand before it.

    And the first sentences behind the words that are read as the site's: one page may be given later what others end with.
    """
    struck: tuple[Struck, ...] = ()


EventKind = Literal["new", "edited", "removed", "blocked", "returned", "moved", "joined", "resolved"]
"""What may happen to a statement, or to a notice that announced it."""


class LastGood(msgspec.Struct, frozen=True):
    """The last capture that showed a statement, and the version it showed."""

    version: int
    url: str | None
    captured_at: str | None
    digest: str


class Event(msgspec.Struct, frozen=True):
    """One thing that became of a statement, as `changes` tells it; the same event has the same id in every call.

    It happened at some time `between` two captures; `seen_at` is the one that first showed it, or the time of adding where
    that has no time. `because` says what shows it. `cursor` is what `changes --since` takes to go on behind it.
    """

    id: str
    event: EventKind
    statement: str | None
    title: str | None
    source: str | None
    url: str | None
    between: tuple[str | None, str | None]
    seen_at: str
    because: str
    cursor: str
    revision: Revision | None = None
    last_good: LastGood | None = None
    notice: Notice | None = None
