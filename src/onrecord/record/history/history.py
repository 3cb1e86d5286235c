"""What became of statements over time, as the record is asked for it: revisions and events are told from this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model import Statement
from onrecord.record.deriving.level import Derived
from onrecord.record.history.absences import AbsentRow, absences_of
from onrecord.record.history.happenings import (
    HistoryRow,
    JoinedRow,
    ResolvedRow,
    Window,
    histories,
    histories_of,
    joined_identities,
    resolved_notices,
    window_behind,
)
from onrecord.record.history.prints import Printed, prints, sites_touched
from onrecord.record.history.seen import (
    SeenRow,
    is_of_site,
    is_title_of_site,
    read_anew,
    readings_beside,
    readings_near,
    sightings_of,
)
from onrecord.record.tables.answers import answering
from onrecord.record.tables.rows import fetch_reading
from onrecord.record.tables.tables import read_meta
from onrecord.record.tables.touches import read_mark


class History:
    """The captures of statements and of what stood in their places; ids are given whole."""

    def __init__(self, derived: Derived) -> None:
        """Take the tables, caught up."""
        self._derived = derived

    @answering
    def sightings(self, statement: str) -> list[SeenRow]:
        """Return the captures that show a statement, in order of first sight."""
        return sightings_of(self._derived.db, statement)

    @answering
    def absences(self, statement: str) -> list[AbsentRow]:
        """Return the captures that show something else at the addresses of a statement."""
        return absences_of(self._derived.db, self._derived.layout.folder, statement)

    @answering
    def as_read(self, statement: str, version: int) -> Statement:
        """Return a version of a statement as it was read, without what the keeper mended."""
        return read_anew(self._derived, statement, version)

    @answering
    def page_text(self, reading: int) -> str:
        """Return all text of a page by the number of its reading, spacing folded."""
        found = fetch_reading(self._derived.db, reading)
        return " ".join(found.page.text.split()) if found else ""

    @answering
    def page_lines(self, reading: int) -> list[str]:
        """Return the lines of a page by the number of its reading, spacing folded."""
        found = fetch_reading(self._derived.db, reading)
        return [" ".join(line.split()) for line in found.page.text.split("\n")] if found else []

    @answering
    def is_of_site(self, statement: str, line: str) -> bool:
        """Return whether a line beside the words of a statement is the site's, as far as can be told."""
        return is_of_site(self._derived.db, statement, line)

    @answering
    def is_title_of_site(self, statement: str, title: str) -> bool:
        """Return whether a title is that of pages at several addresses of the statement's source."""
        return is_title_of_site(self._derived.db, statement, title)

    @answering
    def texts_near(self, statement: str, moment: str | None, most: int) -> list[str]:
        """Return all text of the captures nearest to a moment at other addresses of the statement's source."""
        return [self.page_text(each) for each in readings_near(self._derived.db, statement, moment, most)]

    @answering
    def texts_beside(
        self, statement: str, before: str | None, after: str | None, most: int
    ) -> list[tuple[str, str]]:
        """Return the text of other pages of the statement's source as last captured up to a moment, and as first from another on."""
        both = readings_beside(self._derived.db, statement, before, after, most)
        return [(self.page_text(one), self.page_text(other)) for one, other in both]

    @answering
    def read_by(self) -> str:
        """Return what pages are read by: the code, and what was learnt of each source."""
        learnt = self._derived.db.execute(
            "SELECT source, fingerprint FROM learnt ORDER BY source, round"
        ).fetchall()
        return f"{read_meta(self._derived.db).get('derivation')} {learnt}"

    @answering
    def all(self, moment: str | None, window: Window) -> Iterator[HistoryRow]:
        """Return the statements of which something was captured at the moment or later, and added within the window."""
        return histories(self._derived.db, self._derived.layout.folder, moment, window)

    @answering
    def window_behind(self, start: int, captures: int) -> Window:
        """Return the window of so many captures that begins at a ledger position; the last one has no end."""
        return window_behind(self._derived.db, start, captures)

    @answering
    def of(self, statements: Iterable[str]) -> Iterator[HistoryRow]:
        """Return these statements alone."""
        return histories_of(self._derived.db, self._derived.layout.folder, statements)

    @answering
    def prints(self, before: Printed | None = None) -> Printed:
        """Return digests of what the pages of each statement are made from; those that nothing was written of since as before."""
        return prints(self._derived.db, before)

    @answering
    def is_untouched(self, before: Printed) -> bool:
        """Return whether nothing was written of any statement or source since a state before."""
        return read_mark(self._derived.db) == before.mark

    @answering
    def sites_touched(self, before: Printed) -> set[str] | None:
        """Return the sources of which something may be told otherwise than in a state before ("" for none); None where that may be any."""
        return sites_touched(self._derived.db, before)

    @answering
    def joined(self) -> Iterator[JoinedRow]:
        """Return the identities that were found to be one statement with another."""
        return joined_identities(self._derived.db)

    @answering
    def resolved_notices(self) -> Iterator[ResolvedRow]:
        """Return the notices that were seen before the statements that they announced."""
        return resolved_notices(self._derived.db)
