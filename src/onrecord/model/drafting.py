"""Messages that the keeper writes: how a draft stands, and what was decided of the keeper's own statements."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.reading import Issue
from onrecord.model.statement import Statement

DraftState = Literal["draft", "changed", "released", "out", "withdrawn"]
"""Not released yet · changed since it was released · released, and waits for its time · can be seen · taken back."""


class Release(msgspec.Struct, frozen=True):
    """One release of a message: who wrote what, who released it, and the digest of the very bytes.

    `out_from` is the time before which nobody may see it, `out_at` when it came out; None while it waits. `note` is what the
    public is told of a correction.
    """

    digest: str
    written_by: str
    released_by: str
    released_at: str
    out_from: str | None
    out_at: str | None
    note: str | None


class Withdrawal(msgspec.Struct, frozen=True):
    """That a message was taken back: by whom, when, and why, which its page tells."""

    by: str
    at: str
    why: str


class Draft(msgspec.Struct, frozen=True):
    """A message that the keeper writes, and how it stands; `statement` is the id that it has, or will have.

    `digest` is that of the file as it is, None where it is gone; `out_from` the time before which nobody may see it. `issues` name line and field of what is wrong in it.
    """

    name: str
    file: str
    statement: str
    url: str
    source: str
    title: str | None
    state: DraftState
    digest: str | None
    written_by: str | None
    out_from: str | None
    issues: tuple[Issue, ...]
    releases: tuple[Release, ...]
    withdrawn: Withdrawal | None = None
    read: Statement | None = None
    """What the reader makes of the file as it is; None where that is not read, or is no statement."""


class ReleasedVersion(msgspec.Struct, frozen=True):
    """What the public is told of a release of the keeper's own statement: which version, when, and how it was released.

    `people` counts who was needed for it: who wrote it and who released it, or one. `digest` is that of the bytes released,
    and of the captured page. `note` says what was corrected.
    """

    version: int
    digest: str
    released_at: str
    out_at: str
    people: int
    note: str | None


class Withdrawn(msgspec.Struct, frozen=True):
    """That its keeper has taken a statement back: when and why. Its words are not shown any more."""

    at: str
    why: str
