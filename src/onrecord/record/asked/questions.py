"""What a record is asked: its statements and their versions, turns and captures, its sources, what is covered."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.capture import Before, Captured
from onrecord.custody import KnownSource
from onrecord.model import (
    AnnouncedNotice,
    Capture,
    CopySeen,
    Coverage,
    Held,
    Listed,
    Reading,
    Searched,
    Turn,
)
from onrecord.record.asked import queries
from onrecord.record.asked.around import Around
from onrecord.record.asked.before import find_known
from onrecord.record.asked.copytree import copy_tree
from onrecord.record.asked.coverage import coverage
from onrecord.record.asked.doors import Doors
from onrecord.record.asked.known import known_source, known_sources
from onrecord.record.tables.answers import answering
from onrecord.record.tables.filters import Filters
from onrecord.record.tables.linked import unfinished
from onrecord.record.tables.notices import announced_notices, unannounced
from onrecord.record.tables.statements import Readings
from onrecord.record.tables.stretches import VersionFacts, fetch_facts, fetch_turns


class Questions(Doors):
    """The side of a record that answers and changes nothing."""

    @answering
    def listed(
        self, *, source: str | None = None, speaker: str | None = None, kind: str | None = None,
        language: str | None = None, since: str | None = None, until: str | None = None, revised: bool = False,
    ) -> Iterator[Listed]:  # fmt: skip
        """Return the statements that pass all filters, the latest given (else posted) first, then by id.

        WrongCall for a filter that nothing can meet.
        """
        filters = Filters(self.named_source(source), speaker, kind, language, since, until, revised)
        return queries.listed(self._derived.db, filters)

    @answering
    def notices(
        self, *, source: str | None = None, speaker: str | None = None, kind: str | None = None,
        language: str | None = None, since: str | None = None, until: str | None = None, revised: bool = False,
    ) -> Iterator[AnnouncedNotice]:  # fmt: skip
        """Return the notices that pass all filters, the latest first; `source` is that of the list.

        Speaker, kind, language and revised are asked of the statement: with one of them only held ones are returned.
        """
        filters = Filters(self.named_source(source), speaker, kind, language, since, until, revised)
        return announced_notices(self._derived.db, filters)

    @answering
    def copies(self, id: str) -> tuple[CopySeen, ...]:  # noqa: A002
        """Return the addresses that show a statement, the original first, and what each has otherwise."""
        db = self._derived.db
        whole = queries.find_id(db, id)
        return copy_tree(db, Readings(db), whole, queries.listed_one(db, whole).witnesses)

    @answering
    def unannounced(self) -> set[str]:
        """Return the statements that no notice of the record announces."""
        return unannounced(self._derived.db)

    @answering
    def unfinished(self) -> set[str]:
        """Return the parts of statements of which another part was announced and is not held."""
        return unfinished(self._derived.db)

    @answering
    def sources(self) -> Iterator[KnownSource]:
        """Return what is known of each source that has a file or of which something is held, by name."""
        return known_sources(self._derived.db, self._derived.sources)

    @answering
    def source(self, name: str) -> KnownSource:
        """Return what is known of one source, asked for by its name or a host; NotFound names the nearest."""
        return known_source(self._derived.db, self._derived.sources, name)

    @property
    def published_state(self) -> str:
        """Return a digest that changes whenever `state` does, or what is told of how much is published and whose it is."""
        return f"{self.state} {self._derived.sources.said}"

    def publish_of(self, source: str | None) -> str | None:
        """Return how much of a source's statements its file would have published; None where that is not told."""
        return self._derived.sources.publish_of(source)

    def is_own(self, source: str | None) -> bool:
        """Return whether a source's messages are the keeper's own, as its file says."""
        return self._derived.sources.is_own(source)

    @answering
    def held(self, id: str, version: int | None = None) -> Held:  # noqa: A002 - the contract's name
        """Return a version of a statement, the one seen last if no number is given.

        The id may be cut to a beginning that no other has. NotFound names the nearest ids.
        """
        db = self._derived.db
        found = queries.held(db, Readings(db), queries.find_id(db, id), version)
        return msgspec.structs.replace(found, own=True) if self.is_own(found.listed.source) else found

    @answering
    def versions(self, id: str) -> list[Held]:  # noqa: A002
        """Return all versions of a statement in order of first sight."""
        db = self._derived.db
        return list(queries.all_held(db, Readings(db), queries.find_id(db, id)))

    @answering
    def facts(self, id: str, version: int) -> VersionFacts:  # noqa: A002
        """Return what is known of a version but its words; the id is given whole."""
        return fetch_facts(self._derived.db, id, version)

    @answering
    def turns(self, id: str, version: int, first: int = 1, last: int | None = None) -> tuple[Turn, ...]:  # noqa: A002
        """Return the turns of a version from one number to another, read alone; the id is given whole."""
        return fetch_turns(self._derived.db, id, version, first, last)

    @answering
    def captures(self, id: str) -> list[Capture]:  # noqa: A002
        """Return the captures that show the statement at its own address, in order of first sight."""
        return queries.captures_of(self._derived.db, queries.find_id(self._derived.db, id))

    @answering
    def full_id(self, id: str) -> str:  # noqa: A002
        """Return the id that is given whole or by a beginning that no other has; NotFound names the nearest."""
        return queries.find_id(self._derived.db, id)

    @answering
    def touched_since(self, position: int = -1) -> Iterator[tuple[str, tuple[Held, ...]]]:
        """Return each statement whose texts changed behind this position, by id, with all its versions."""
        return queries.touched_since(self._derived.db, position)

    @answering
    def all_held(self) -> Iterator[tuple[str, tuple[Held, ...]]]:
        """Return every statement by id, with all its versions."""
        return queries.touched_since(self._derived.db, -1)

    @answering
    def coverage(self, source: str | None = None) -> Iterator[Coverage]:
        """Return what is covered of each source, by name, or of one; NotFound where there is none of that name or host."""
        name = None if source is None else self.source(source).name
        return coverage(self._derived.db, None if name is None else [name])

    @answering
    def around(self) -> Around:
        """Return what tells which statements of a source are held before and behind a day."""
        return Around(self._derived.db)

    @answering
    def before(self, url: str) -> Before | None:
        """Return the latest capture of a page with what its server called that state of it; None where nothing is known."""
        known = find_known(self._derived.db, self._layout.folder, url)
        captured = None if known is None else self._derived.fetch(known.row)
        if known is None or not isinstance(captured, Captured):
            return None
        return Before(captured, known.etag, known.last_modified)

    @answering
    def counts(self) -> Searched:
        """Return how much the record holds, and its earliest and latest date."""
        return queries.searched(self._derived.db)

    @answering
    def page_captures(self) -> Iterator[Reading]:
        """Return for each address the Reading of its latest capture, in the order of those captures."""
        return queries.latest_readings(self._derived.db, Readings(self._derived.db))

    @answering
    def page(self, id: str, version: int | None = None) -> Reading:  # noqa: A002
        """Return the Reading of the capture that a version is shown from."""
        db = self._derived.db
        return queries.page_of(db, Readings(db), queries.find_id(db, id), version)
