"""A statement as a line of a site's lists, before its words are read."""

from __future__ import annotations

import msgspec

from onrecord.model.statement import Part, Speaker


class Outline(msgspec.Struct, frozen=True):
    """What lists, feeds and maps of a site go by; `version` is the current one of `versions`.

    `added_at` is when the archive first took a capture of it: the time from which this record could show it.
    """

    id: str
    title: str | None
    source: str | None
    kinds: tuple[str, ...]
    language: str | None
    given_on: str | None
    posted_on: str | None
    part: Part | None
    version: int
    versions: int
    added_at: str | None
    changed_at: str | None
    """When the archive took the first capture of the current version."""
    withdrawn: bool = False
    """Whether the keeper has taken his own message back: it stands in no list any more."""
    speakers: tuple[Speaker, ...] = ()
    addresses: int = 1
    """How many addresses show it, copies and excerpts among them."""
