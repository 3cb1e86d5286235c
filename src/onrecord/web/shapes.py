"""What the API answers with, besides the values of the model: pieces of lists that say where they go on and what bounds them."""

from __future__ import annotations

import msgspec

from onrecord import (
    AnnouncedNotice,
    Cited,
    Coverage,
    Event,
    Facet,
    Held,
    Hit,
    KnownSource,
    Listed,
    Revision,
    Searched,
    Unheld,
    VersionSeen,
    Witness,
)


class Limits(msgspec.Struct, frozen=True):
    """What bounds this answer: rows in one piece, rows that can be reached at all (null: every one), seconds to make it."""

    rows: int
    reach: int | None
    seconds: float


class StatementsPiece(msgspec.Struct, frozen=True):
    """A piece of the list of statements; `next` is the cursor of the piece behind it, null at the end.

    Where nothing passes, `unheld` tells the filters that nothing of this record passes, whatever else is asked.
    """

    items: tuple[Listed, ...]
    total: int
    next: str | None
    unheld: tuple[Unheld, ...]
    limits: Limits


class HitsPiece(msgspec.Struct, frozen=True):
    """A piece of the hits of a search, the best first; `turns` and `facets` count every turn that holds the words.

    Where nothing is found, `unheld` tells the filters that nothing of this record passes, whatever words are asked.
    """

    items: tuple[Hit, ...]
    turns: int
    facets: tuple[Facet, ...]
    next: str | None
    unheld: tuple[Unheld, ...]
    limits: Limits


class NoticesPiece(msgspec.Struct, frozen=True):
    """A piece of what lists and feeds announced."""

    items: tuple[AnnouncedNotice, ...]
    total: int
    next: str | None
    limits: Limits


class SourcesPiece(msgspec.Struct, frozen=True):
    """A piece of the sources of which something is held or known."""

    items: tuple[KnownSource, ...]
    total: int
    next: str | None
    limits: Limits


class Versions(msgspec.Struct, frozen=True):
    """The versions of a statement in order of first sight, which is current, and the captures that attest them."""

    id: str
    current: int
    items: tuple[VersionSeen, ...]
    witnesses: tuple[Witness, ...]


class Revisions(msgspec.Struct, frozen=True):
    """The steps between the versions of a statement, oldest first; without the words where these are not published whole."""

    id: str
    items: tuple[Revision, ...]
    shown: str


class EventsPiece(msgspec.Struct, frozen=True):
    """A piece of what became of statements, in the order in which the record learnt of it.

    `read_otherwise`: pages were read anew since the cursor was given; what that found before it is told no more.
    """

    items: tuple[Event, ...]
    next: str | None
    read_otherwise: bool
    limits: Limits


class Shown(Held, frozen=True, kw_only=True):
    """One version of a statement; `shown` tells how much of its words is: full, excerpt or metadata, "withdrawn" for none."""

    shown: str


class Asking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quotation to be checked, who is said to have said it, and on which year, month or day."""

    quotation: str
    speaker: str | None = None
    date: str | None = None


class Reviewing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An article as text or HTML whose quotations are checked, its address, and the day on which it was posted."""

    text: str
    url: str | None = None
    posted_on: str | None = None


class CitedPlaces(msgspec.Struct, frozen=True):
    """Words of a statement, cited in all forms: each place where they stand."""

    items: tuple[Cited, ...]


class CoveragePiece(msgspec.Struct, frozen=True):
    """A piece of what is covered of each source."""

    items: tuple[Coverage, ...]
    total: int
    next: str | None
    limits: Limits


class Service(msgspec.Struct, frozen=True):
    """Whose record this is, its state, and what may be asked: `state` changes whenever an answer may."""

    name: str
    keeper: str | None
    own: bool
    language: str
    onrecord: str
    state: str
    holds: Searched
    limits: Limits
    links: dict[str, str]
