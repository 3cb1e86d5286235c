"""An archive opened for a verb, and what is said where that took deriving it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import onrecord
from onrecord.cli import streams

if TYPE_CHECKING:
    from onrecord import Archive, Held, Verdict


def opened(folder: str | Path) -> Archive:
    """Return the archive, closed at the end of the call; say so where it was derived again."""
    with streams.progress("deriving the record again") as advance:
        archive = onrecord.Archive.open(folder, progress=advance)
    if archive.sources_changed:
        streams.say(f"The source files in {folder} tell something else now: its record was derived again.")
    elif archive.derived_again:
        say_derived_again(folder)
    return click.get_current_context().with_resource(archive)


def profile_of(folder: str | Path, given: str | Path | None = None) -> Path | None:
    """Return the site's profile that was given, else the `site.toml` of the archive, if there is one."""
    own = Path(folder) / "site.toml"
    return Path(given) if given is not None else own if own.exists() else None


def begun(folder: str | Path) -> Archive:
    """Return a new archive in a new or empty folder, closed at the end of the call."""
    return click.get_current_context().with_resource(onrecord.Archive.create(folder))


def say_derived_again(folder: str | Path) -> None:
    """Say that the record was derived again."""
    streams.say(f"The record in {folder} was derived again from its captures and ledger.")


def indexed(folder: str | Path) -> Archive:
    """Return the archive with its indexes level with the record; say so where they are built first."""
    archive = opened(folder)
    if not archive.is_indexed():
        streams.say("There is no search index that this version can use: it is built first.")
    with streams.progress("indexing") as advance:
        archive.index(advance)
    return archive


def cited(archive: Archive, verdict: Verdict) -> Held | None:
    """Return the version that the verdict cites, if it cites one."""
    cited = verdict.citation
    return archive.show(cited.statement, version=cited.version) if cited else None
