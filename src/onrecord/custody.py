"""What is told of an archive's keeping: sources, corrections, removals, backups, and what `verify` found. Values, frozen."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from onrecord.model import Issue, LearntSite, Selector, Severity


class KnownCorrection(msgspec.Struct, frozen=True):
    """A correction as the keeper wrote it, and what became of it.

    `versions` are those in which it mends something; `issues` tell where it does not hold. `undone` is the time, with who and
    why, where it was taken back.
    """

    id: str
    statement: str
    file: str
    by: str
    on: str
    why: str
    anchor: Selector | None
    sets: dict[str, Any]
    versions: tuple[int, ...]
    issues: tuple[Issue, ...] = ()
    undone: str | None = None


class RemovedCapture(msgspec.Struct, frozen=True):
    """A capture that something was removed of, by the digests of what was there; `kept` is the digest of what is left."""

    url: str | None
    captured_at: str | None
    digest: str
    stored: str
    kept: str | None


class Tombstone(msgspec.Struct, frozen=True):
    """A removal that the law required: who did it, when and why, and what it concerned; never the words.

    `statements` are those that no capture shows any more, by `captures` what was removed whole or in part.
    `still` names files where the words may stand that are not onrecord's to change.
    """

    id: str
    by: str
    at: str
    why: str
    reach: Literal["capture", "passage"]
    statements: tuple[str, ...]
    captures: tuple[RemovedCapture, ...]
    corrections: tuple[str, ...] = ()
    still: tuple[str, ...] = ()


class BackedUp(msgspec.Struct, frozen=True):
    """A backup that was written or restored: its files, their bytes, and the SHA-256 of the one file that it is."""

    path: str
    files: int
    bytes: int
    digest: str


class Finding(msgspec.Struct, frozen=True):
    """One thing that `verify` found to differ from what was acknowledged or derived."""

    code: str
    message: str
    where: str
    severity: Severity


class Verified(msgspec.Struct, frozen=True):
    """What `verify` recomputed, and what it found."""

    captures: int
    statements: int
    versions: int
    turns: int
    findings: tuple[Finding, ...]


class Told(msgspec.Struct, frozen=True):
    """One key of a source's file: its value as written, what it overrides, and on how many pages held it decided."""

    key: str
    value: Any
    overrides: str
    pages: int


class KnownSource(msgspec.Struct, frozen=True):
    """What is known of a source: what its file tells, if it has one, and what the archive holds of it.

    `hosts` and `addresses` are those the file speaks for, else the one host; a source that other pages name has none.
    `pages` are the captures with different bytes or addresses; `learnt` is what those of one site tell together.
    """

    name: str
    hosts: tuple[str, ...]
    addresses: tuple[str, ...]
    file: str | None
    captures: int
    pages: int
    statements: int
    first_captured: str | None
    last_captured: str | None
    told: tuple[Told, ...] = ()
    learnt: LearntSite | None = None
    publish: str | None = None
    """How much of its statements is published, as its file tells: "full", "excerpt" or "metadata"."""
