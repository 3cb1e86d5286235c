"""The verb `draft`: what a press office asks of its archive to write messages of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.archive.doors import Doors
from onrecord.archive.moments import second_of
from onrecord.model import Draft, Issue

if TYPE_CHECKING:
    from onrecord.archive.incoming import Progress


class Desk(Doors):
    """What writing messages takes: drafts, their release by a second person, and what comes of them."""

    def begin_office(
        self, name: str, *hosts: str, one_person: bool = False, progress: Progress | None = None
    ) -> Path:
        """Write the source file that says whose messages are written here, and return its path.

        The first host is where they stand. What is held of these hosts is derived again, by the name that they have now.
        """
        path = self.record.messages.begin_office(name, hosts, one_person=one_person)
        self.follow(progress)
        return path

    def draft(
        self,
        name: str,
        values: Mapping[str, Sequence[str]] | None = None,
        *,
        docx: str | Path | None = None,
    ) -> tuple[Draft, tuple[Issue, ...]]:
        """Write a new draft `drafts/NAME.md` of a template, or of a Word text, and return it.

        `values` are those of its fields that are known. The issues tell what of the Word text could not be taken.
        """
        from onrecord.archive.drafting import new_draft

        return new_draft(self.record.messages, name, values or {}, Path(docx) if docx is not None else None)

    def word_template(self, values: Mapping[str, Sequence[str]] | None = None) -> bytes:
        """Return the template of a message as a Word text, which `draft` takes again as `docx`."""
        from onrecord.archive.drafting import word_template

        return word_template(self.record.messages, values or {})

    def drafts(self) -> Iterator[Draft]:
        """Return every message that is written here or was ever released, by name, and how each stands."""
        from onrecord.archive.drafting import all_drafts

        return (each.draft for each in all_drafts(self.record.messages))

    def check_draft(self, name: str) -> Draft:
        """Return a message with all that is wrong in it by now, each with line and field."""
        from onrecord.archive.drafting import find_draft

        return find_draft(self.record.messages, name).draft

    def release(
        self, name: str, *, by: str, now: str | None = None, at: str | None = None, note: str | None = None
    ) -> Draft:
        """Release a message as its file is, and return it: `by` another person than wrote it, at the time `now`.

        It comes out at once, or at `at` (a time, or "now") or the end of its embargo, the later of the two. One that has come out before comes
        out as a new version, with a public `note` on what is corrected.
        """
        from onrecord.archive.drafting import release_draft

        released = release_draft(self.record.messages, name, by=by, now=second_of(now), note=note, at=at)
        self.index()
        return released

    def bring_out(self, now: str) -> Sequence[str]:
        """Have released messages come out whose time has come by `now`, and return the ids of their statements.

        `publish` does so at the time it is given. What is out stays out, whatever time is given later.
        """
        brought = self.record.messages.bring_out(second_of(now))
        if brought:
            self.index()
        return brought

    def withdraw(self, name: str, *, by: str, why: str, now: str | None = None) -> Draft:
        """Take a message back and return it: its page says so, with day and reason; one that waits never comes out."""
        from onrecord.archive.drafting import withdraw_message

        return withdraw_message(self.record.messages, name, by=by, why=why, now=second_of(now))
