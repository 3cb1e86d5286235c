"""What the record holds: statements with their versions and witnesses, as `list`, `show` and `search` give them."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.capture import Capture, Span
from onrecord.model.drafting import ReleasedVersion, Withdrawn
from onrecord.model.reading import Issue, Notice
from onrecord.model.statement import Role, Speaker, Statement

Relation = Literal["original", "mirror", "syndicated", "excerpt"]
"""What a capture is to the statement: seen at its own address (of a joint statement, at each owner's), at another one of the
same source, published by somebody else, or a part of it."""


class VersionSeen(msgspec.Struct, frozen=True):
    """One distinct text of a statement, and between which captures it was seen."""

    n: int
    digest: str
    first_seen: str | None
    last_seen: str | None
    addresses: tuple[str, ...]


class Witness(msgspec.Struct, frozen=True):
    """A capture that attests a version."""

    url: str | None
    captured_at: str | None
    relation: Relation
    version: int
    digest: str


class CopyChange(msgspec.Struct, frozen=True):
    """Words that a copy has otherwise: `old` as in the text it is compared with, behind `prefix`, and `new` as it has them."""

    kind: Literal["replaced", "added", "left_out"]
    old: str
    new: str
    prefix: str


class CopySeen(msgspec.Struct, frozen=True):
    """An address that shows a statement, under the id of its own page; the first of the copy tree is the original.

    `nearest` is the one among those seen before that it is most like, and `changes` what it has otherwise than that. Which was
    first is told from captures: a page may have stood for long before anybody captured it.
    """

    id: str
    url: str | None
    relation: Relation
    source: str | None
    title: str | None
    posted_on: str | None
    first_seen: str | None
    last_seen: str | None
    nearest: str | None
    changes: tuple[CopyChange, ...]


class Linked(msgspec.Struct, frozen=True):
    """A statement that hangs together with another one and is not it; `because` is what tells so.

    A translation has the same statement in another language; a transcript is another record of the same event.
    """

    id: str
    relation: Literal["translation", "transcript"]
    language: str | None
    title: str | None
    source: str | None
    because: str


class PartHeld(msgspec.Struct, frozen=True):
    """One part of a statement published in pieces, as the record holds it; `continues`: it says that more comes."""

    number: int
    id: str
    title: str | None
    continues: bool


class Listed(msgspec.Struct, frozen=True):
    """A statement of the record as one line."""

    id: str
    kinds: tuple[str, ...]
    title: str | None
    source: str | None
    speakers: tuple[Speaker, ...]
    given_on: str | None
    posted_on: str | None
    language: str | None
    revised: bool
    versions: tuple[VersionSeen, ...]
    witnesses: tuple[Witness, ...]
    owners: tuple[str, ...] = ()
    """Who published it as its own: of a joint statement all sources that show the whole of it, else the one source."""
    joined: tuple[str, ...] = ()
    """Other ids that lead to this statement: of its copies and excerpts."""
    linked: tuple[Linked, ...] = ()
    parts: tuple[PartHeld, ...] = ()
    """All parts that are held of a statement published in pieces, this one among them."""
    awaits: bool = False
    """Whether a part of it was announced, or lies between two, and is not held."""
    released: tuple[ReleasedVersion, ...] = ()
    """Of the keeper's own message: its releases that came out, in the order of time."""
    withdrawn: Withdrawn | None = None
    """That the keeper has taken his own message back."""


Came = Literal["released", "exchange", "response", "bytes"]
"""How a captured page came: released by the keeper · with its request, and the response as it came · the response with the
server's header · its bytes alone, with no header of a server."""


class Held(msgspec.Struct, frozen=True):
    """One version of a statement of the record, with the capture it is shown from (its earliest witness)."""

    listed: Listed
    version: int
    statement: Statement
    capture: Capture
    came: Came = "bytes"
    own: bool = False
    """Whether it is the keeper's own message: he released it, or a source file says so."""


class Contradiction(msgspec.Struct, frozen=True):
    """What a notice and the statement that it announces tell otherwise: title or posted_on, as each has it."""

    field: Literal["title", "posted_on"]
    notice: str
    statement: str


class AnnouncedNotice(msgspec.Struct, frozen=True):
    """A notice of the record and the list that showed it; held when `notice.statement_id` is set."""

    notice: Notice
    list_url: str | None
    source: str | None
    first_seen: str | None
    last_seen: str | None
    contradicts: tuple[Contradiction, ...] = ()
    """Where the statement tells otherwise; its words may have been edited since, or the list."""


HIT_ORDERS = ("best", "newest", "oldest")
"""The orders of hits: how well they fit, or the day on which their statement was given, else posted; those without a day last."""


class Hit(msgspec.Struct, frozen=True):
    """A turn that a search found; `spans` mark the hits inside `snippet`.

    `also_in` are statements that hold the same words from beginning to end, at other addresses, and would be hits as well. `score` is 0
    where hits were asked for in the order of their days.
    """

    statement: str
    version: int
    turn: int
    title: str | None
    speaker: str | None
    label: str | None
    role: Role | None
    source: str | None
    given_on: str | None
    posted_on: str | None
    url: str | None
    snippet: str
    spans: tuple[Span, ...]
    score: float
    also_in: tuple[str, ...] = ()


class Added(msgspec.Struct, frozen=True):
    """What `add` did: captures new and seen before, statements new, issues met.

    `waiting` counts the revisits that were given and whose page the archive does not hold: kept, and not read yet.
    `not_taken` counts what was given and could not be kept; an issue tells of each.
    """

    new: int
    seen_before: int
    not_readable: int
    statements: int
    new_statements: int
    issues: tuple[Issue, ...]
    waiting: int = 0
    not_taken: int = 0
