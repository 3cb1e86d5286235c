"""What the keeper of an archive decides, and has looked after: corrections, removals, deriving again, verification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Unpack

from onrecord.archive.asked import Wished
from onrecord.archive.moments import moment_of
from onrecord.archive.opened import Opened
from onrecord.custody import KnownCorrection, Tombstone, Verified
from onrecord.record import Wish

if TYPE_CHECKING:
    from onrecord.archive.incoming import Progress


class Keeping(Opened):
    """The verbs of the keeper."""

    def corrections(self) -> Iterator[KnownCorrection]:
        """Return every correction in the order of time, with the versions it mends and where it does not hold."""
        return self.record.corrections()

    def correct(
        self,
        id: str,  # noqa: A002
        *,
        by: str,
        why: str,
        now: str | None = None,
        **wished: Unpack[Wished],
    ) -> KnownCorrection:
        """Mend what was read of a statement, and return the correction as it is kept from now on; no byte is changed.

        `by` is who says so. See `Wished` for what may be mended, and where.
        """
        return self.record.correct(Wish(id, by, moment_of(now), why, **wished))

    def undo(self, correction: str, *, by: str, why: str, now: str | None = None) -> KnownCorrection:
        """Take a correction back, by its id: what was read is shown again."""
        return self.record.undo(correction, by=by, on=moment_of(now), why=why)

    def redact(
        self,
        id: str | None = None,  # noqa: A002
        *,
        by: str,
        why: str,
        version: int | None = None,
        passage: str | None = None,
        now: str | None = None,
        progress: Progress | None = None,
    ) -> Tombstone:
        """Remove for good what the law requires, and return what is left to tell of it.

        The captures that show a statement, or those with a digest ("sha256:…"); or a passage of them, or, without an id,
        of all captures. No word of it stays in any file of the archive; what was published before has to be published again.
        """
        digest = id if id is not None and id.startswith("sha256:") else None
        statement = None if digest else id
        from onrecord.record import Asked

        asked = Asked(by, moment_of(now), why, statement, version, digest, passage)
        removed = self.record.redact(asked, progress)
        self.index(progress)
        return removed

    def tombstones(self) -> Iterator[Tombstone]:
        """Return what was removed, in the order of time."""
        return self.record.tombstones()

    def rebuild(self, progress: Progress | None = None) -> None:
        """Derive everything again from captures, ledger and decisions."""
        self.record.rebuild(progress)
        self._index.build(self.record, progress)
        self._quotations.build(self.record, progress)

    def verify(self, progress: Progress | None = None) -> Verified:
        """Recompute every digest, reading, row and span, and return what differs."""
        return self.record.verify(progress)
