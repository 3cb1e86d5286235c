"""The messages that the keeper writes, as a record is asked for them: how they stand, released, brought out, withdrawn."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from onrecord.capture import Captured
from onrecord.errors import WrongCall
from onrecord.model import Came, Issue, Reading
from onrecord.record.asked.queries import came_of
from onrecord.record.changing.releasing import ReleaseWish, bring_out, release, withdraw
from onrecord.record.deriving.level import Derived
from onrecord.record.deriving.pages import read_captured
from onrecord.record.keeper.messages import Standing, notes_of, standing_of, standings, withdrawn_ids
from onrecord.record.keeper.sourcefile import SourceFile, parse_source, written_office
from onrecord.record.tables.answers import answering
from onrecord.record.tables.rows import fetch_capture
from onrecord.record.truth.store import write_whole


class Messages:
    """The keeper's own messages in one archive."""

    def __init__(self, derived: Derived) -> None:
        """Take the tables, caught up."""
        self._derived = derived

    @property
    def folder(self) -> Path:
        """Return the folder of drafts; it may not be there yet."""
        return self._derived.layout.drafts

    def offices(self) -> list[SourceFile]:
        """Return the source files that say that their messages are the keeper's own."""
        return [file for file in self._derived.sources.files if file.own]

    def begin_office(self, name: str, hosts: Sequence[str], *, one_person: bool) -> Path:
        """Write a new source file that says whose messages are written here, and return its path.

        WrongCall for a host that is none, or for which another file speaks.
        """
        folder = self._derived.layout.sources
        path = folder / "office.toml"
        if path.exists():
            path = folder / f"{hosts[0] if hosts else 'office'}.toml"
        text = written_office(name, hosts, one_person=one_person)
        office = parse_source(tomllib.loads(text), f"{folder.name}/{path.name}")
        for other in self._derived.sources.files:
            shared = sorted({*other.places} & {*office.places})
            if shared or other.name.casefold() == office.name.casefold():
                said = f"speaks for {shared[0]}" if shared else f"has the name {office.name!r}"
                also = "it is an office already" if other.own else f"write own = true into {other.file}"
                raise WrongCall(
                    f"{other.file} {said}: {also}, or give another {'host' if shared else 'name'}."
                )
        write_whole(path, text.encode())
        return path

    def read(self, captured: Captured) -> Reading | Issue:
        """Return what the reader makes of a message, by what is told of its source; nothing is kept."""
        return read_captured(captured, self._derived.sources.rules_of(captured.capture.url))

    def write(self, name: str, text: str) -> Path:
        """Write a new draft, whole or not at all, and return its path."""
        self.folder.mkdir(exist_ok=True)
        path = self.folder / f"{name}.md"
        write_whole(path, text.encode())
        return path

    @answering
    def standings(self) -> list[Standing]:
        """Return how each message stands that was ever released, by name."""
        return standings(self._derived.db)

    @answering
    def standing(self, statement: str) -> Standing | None:
        """Return how the message of a statement stands, by the id that its address gives."""
        return standing_of(self._derived.db, statement)

    @answering
    def notes(self, statement: str) -> dict[tuple[str, str], str]:
        """Return the public notes on the corrections of a statement, by the digest and time of what came out."""
        return notes_of(self._derived.db, statement)

    @answering
    def came(self, statement: str, version: int) -> tuple[Came, bool]:
        """Return how the captured page of a version came, and whether it is the keeper's own; the id is given whole."""
        db = self._derived.db
        (capture, source) = db.execute(
            "SELECT v.capture, t.source FROM versions v JOIN statements t ON t.id = v.statement"
            " WHERE v.statement = ? AND v.n = ?",
            (statement, version),
        ).fetchone()
        standing = standing_of(db, statement)
        row = fetch_capture(db, capture)
        times = {(each.digest, each.out_at) for each in (standing.releases if standing else ())}
        came = came_of(db, row, is_released=(row.digest, row.captured_at) in times)
        return came, standing is not None or self._derived.sources.is_own(source)

    @answering
    def withdrawn(self) -> frozenset[str]:
        """Return the ids of the statements that are withdrawn by now."""
        return withdrawn_ids(self._derived.db)

    @answering
    def release(self, wish: ReleaseWish) -> str:
        """Keep a release, and return the id of its statement."""
        return release(self._derived, wish)

    @answering
    def bring_out(self, now: str) -> list[str]:
        """Have the messages come out whose time has come, and return the ids of their statements."""
        return bring_out(self._derived, now)

    @answering
    def withdraw(self, statement: str, *, by: str, now: str, why: str) -> None:
        """Keep that a message was taken back."""
        withdraw(self._derived, statement, by=by, now=now, why=why)
