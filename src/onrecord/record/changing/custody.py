"""What the keeper changes in a record: corrections, removals, messages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.custody import KnownCorrection, Tombstone
from onrecord.record.asked import queries
from onrecord.record.changing.correcting import Wish, correct, known_corrections, undo
from onrecord.record.changing.messaging import Messages
from onrecord.record.deriving.level import Derived
from onrecord.record.deriving.steps import Progress
from onrecord.record.keeper.decisions import tombstones
from onrecord.record.tables.answers import answering

if TYPE_CHECKING:
    from onrecord.record.changing.redaction import Asked


class Custody:
    """The side of a record that its keeper decides on."""

    _derived: Derived

    @answering
    def redact(self, asked: Asked, progress: Progress | None = None) -> Tombstone:
        """Remove captures, or a passage of them, for good; return what is left to tell of it.

        A beginning of a statement's id will do. The whole record is derived again, which takes as long as `rebuild`.
        """
        from onrecord.record.changing.redaction import redact

        if asked.statement is not None:
            whole = queries.find_id(self._derived.db, asked.statement)
            asked = asked._replace(statement=whole)
        return redact(self._derived, asked, progress)

    @answering
    def tombstones(self) -> Iterator[Tombstone]:
        """Return what was removed, in the order of time."""
        return tombstones(self._derived.db)

    @answering
    def corrections(self) -> Iterator[KnownCorrection]:
        """Return every correction in the order of time, with the versions it mends and where it does not hold."""
        return known_corrections(self._derived.db, self._derived.corrections)

    @answering
    def correct(self, wish: Wish) -> KnownCorrection:
        """Write a correction into a file of its own, and mend what it mends; return it with what became of it.

        WrongCall, with nothing written, where it would mend nothing or where another says something else.
        """
        find = queries.find_identity if wish.same_as or wish.apart_from else queries.find_id
        whole = find(self._derived.db, wish.statement)
        return correct(self._derived, wish._replace(statement=whole))

    @answering
    def undo(self, id: str, *, by: str, on: str, why: str) -> KnownCorrection:  # noqa: A002
        """Take a correction back, in a file beside it; NotFound where there is none with this id."""
        return undo(self._derived, id, by=by, on=on, why=why)

    @property
    def messages(self) -> Messages:
        """Return the messages that the keeper writes, and what was decided of them."""
        return Messages(self._derived)
