"""What is known of a generated page: what a careful editor would say of it, seeing the site's other pages too."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

WRITTEN = frozenset("joint_statement statement message readout comment letter condolence".split())
"""Kinds that nobody spoke: the day of such a text and the day it was posted are one to most editors."""


@dataclass(frozen=True)
class Person:
    """Somebody invented, with the office as the language writes it; the genitive forms equal the others but in Russian."""

    name: str
    surname: str
    office: str
    name_gen: str
    office_gen: str


@dataclass(frozen=True)
class Spoken:
    """A turn before it is printed: `asks` tells a reporter, `who` an official; both empty: nobody is named."""

    paragraphs: tuple[str, ...]
    who: Person | None = None
    asks: bool = False
    reporter: str | None = None
    outlet: str | None = None
    moderates: bool = False


@dataclass(frozen=True)
class Work:
    """One statement of the world, whatever its pages show of it."""

    n: int
    kind: str
    title: str
    given: date
    posted: datetime
    updated: date | None
    place: str
    official: Person | None
    turns: tuple[Spoken, ...]
    tags: tuple[str, ...]
    lead: str
    numbered: str


@dataclass(frozen=True)
class GoldTurn:
    """A turn as printed: the label without its punctuation, and whom a reader can name from the page."""

    label: str | None
    speaker: str | None
    role: str
    text: str


@dataclass(frozen=True)
class GoldNotice:
    """An entry of a list of messages."""

    posted_on: str | None
    title: str
    url: str


@dataclass(frozen=True)
class Gold:
    """What is right of one page; null where neither the page nor the site's other pages tell.

    `pieces` are the texts of the furniture, each with the name of the piece it is of. `sequence` is what the main column prints, in order, each piece with whether it is the statement's own words: what is
    not (title, lines of dates, labels, signature) is neither missed nor held against a tool. `tolerated` holds, by date
    field, other answers that an editor might give as well; `either` is a bare date under the title, which one editor takes
    for the day of speaking and another for that of posting; `signature` closes the last turn or not, as an editor likes. `features` name the site's habits that this page shows.
    """

    kind: str
    kinds: tuple[str, ...]
    title: str | None
    titles: tuple[str, ...]
    language: str
    turns: tuple[GoldTurn, ...]
    given_on: str | None
    posted_on: str | None
    updated_on: str | None
    page_says_at: str | None
    place: str | None
    notices: tuple[GoldNotice, ...]
    pieces: tuple[tuple[str, str], ...]
    sequence: tuple[tuple[str, bool], ...]
    tolerated: dict[str, frozenset[str | None]]
    either: str | None
    signature: str | None
    epoch: int
    features: dict[str, str] = field(default_factory=dict)

    @property
    def furniture(self) -> tuple[str, ...]:
        """Return the texts of the furniture."""
        return tuple(text for _, text in self.pieces)

    @property
    def text(self) -> str:
        """Return the statement's words: those of its turns, in order."""
        return "\n".join(turn.text for turn in self.turns)


@dataclass(frozen=True)
class GeneratedPage:
    """One capture of a generated site with what is known of it."""

    site: str
    url: str
    captured_at: str
    html: str
    gold: Gold
