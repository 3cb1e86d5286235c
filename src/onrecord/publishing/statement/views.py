"""What the page of one version of a statement shows, as values: lines, versions, decisions, what stands beside it."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.statement.previews import DraftView
from onrecord.publishing.statement.turns import TurnView
from onrecord.publishing.statement.voices import Voice
from onrecord.publishing.statement.whose import ReleaseView, WithdrawnView

# So many values of one line are shown; of more than that, the first few.
_MOST_AT_ONCE = 8
_FEW = 6


class Value(NamedTuple):
    """One value of a metadata line: its machine-readable date, where it leads, what is said beside it.

    `link` leads to a page elsewhere, `path` from the site's folder to one of its own.
    """

    text: str
    date: str | None = None
    link: str | None = None
    note: str | None = None
    is_code: bool = False
    path: str | None = None


class Line(NamedTuple):
    """A metadata line: "Given on" and its values."""

    label: str
    values: tuple[Value, ...]

    @property
    def at_once(self) -> int:
        """How many of the values are shown before somebody asks for more: of a sitting of fifty speakers the first."""
        return len(self.values) if len(self.values) <= _MOST_AT_ONCE else _FEW


class VersionView(NamedTuple):
    """A version in the list of versions, its times as they are printed; None where they are not known."""

    n: int
    first_seen: str | None
    last_seen: str | None
    digest: str
    current: bool


class Decision(NamedTuple):
    """What the keeper decided of a statement: a correction, or a removal; `turn` where it is of one."""

    said: str
    turn: int | None
    by: str
    when: str
    day: str | None
    why: str


class Shown(NamedTuple):
    """How much of the words is published: the level, and characters shown and held."""

    level: str
    shown: int
    held: int


ALL = Shown("full", 0, 0)


class LinkedView(NamedTuple):
    """A statement that hangs together with the one shown, and how."""

    folder: str
    title: str
    note: str


class Near(NamedTuple):
    """The messages of the same source before and after a statement, where there are any."""

    earlier: Entry | None = None
    later: Entry | None = None


NOTHING_NEAR = Near()


class Known(NamedTuple):
    """The names of which the site has pages."""

    speakers: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()


NOBODY = Known()


class StatementView(NamedTuple):
    """All that the page of one version of a statement shows."""

    id: str
    folder: str
    title: str
    is_titled: bool
    language: str
    direction: str
    description: str
    version: int
    current: int
    total: int
    lines: tuple[Line, ...]
    turns: tuple[TurnView, ...]
    continues: bool
    other_parts: tuple[Entry, ...]
    proof: tuple[Line, ...]
    versions: tuple[VersionView, ...]
    witnesses: tuple[Value, ...]
    citation: tuple[str, ...]
    shown: Shown
    source_link: str | None
    corrections: tuple[Decision, ...]
    corrected: frozenset[int]
    removals: tuple[Decision, ...]
    joined: tuple[str, ...] = ()
    linked: tuple[LinkedView, ...] = ()
    awaits: bool = False
    releases: tuple[ReleaseView, ...] = ()
    withdrawn: WithdrawnView | None = None
    is_own: bool = False
    draft: DraftView | None = None
    source: Value | None = None
    voices: tuple[Voice, ...] = ()
    near: Near = NOTHING_NEAR

    @property
    def notes(self) -> tuple[ReleaseView, ...]:
        """What the public is told of corrections, the latest first."""
        return tuple(each for each in reversed(self.releases) if each.note)
