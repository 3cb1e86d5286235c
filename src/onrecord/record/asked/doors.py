"""What the doors ask of a record: one state of it, outlines, its list in pieces, captured pages as they were."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from onrecord.model import AnnouncedNotice, Coverage, Outline, Unheld
from onrecord.record.asked import queries
from onrecord.record.asked.coverage import coverage
from onrecord.record.asked.known import hosts_of_sources
from onrecord.record.asked.originals import Original, original_of
from onrecord.record.asked.outlines import (
    ListedPiece,
    Place,
    ids_of,
    listed_piece,
    seen_at,
    state_of,
    statements_at,
)
from onrecord.record.asked.outlines import outlines as all_outlines
from onrecord.record.asked.unheld import unheld
from onrecord.record.deriving.level import Derived
from onrecord.record.tables.answers import answering, told_plainly
from onrecord.record.tables.filters import Filters
from onrecord.record.tables.tables import one_state, read_meta
from onrecord.record.truth.layout import Layout


class Doors:
    """The side of a record from which it is published and served."""

    _derived: Derived
    _layout: Layout
    _steady: dict[str, str] | None = None
    _told: tuple[dict[str, str], str] | None = None

    def named_source(self, asked: str | None) -> str | None:
        """Return how the record names a source that is asked for by name, in any case, or by one of its hosts."""
        return asked if asked is None else self._derived.sources.named(asked)

    @property
    def changed_at(self) -> float:
        """Return when the record last changed, in seconds since 1970; perhaps a later time, never an earlier one."""
        return max(map(_changed_at, self._changing))

    @cached_property
    def _changing(self) -> tuple[str, ...]:
        # Asked with each request: making a Path takes longer than looking at the file.
        tables = str(self._layout.tables)
        return str(self._layout.ledger), tables, f"{tables}-wal"

    @property
    @answering
    def state(self) -> str:
        """Return a digest that changes whenever the record may answer otherwise than before."""
        meta = self._meta()
        if self._told is None or self._told[0] != meta:
            self._told = meta, state_of(meta)
        return self._told[1]

    @property
    def identity(self) -> str:
        """Return what tells this archive from any other: the same for ever, and in each copy of it."""
        return self._derived.ledger.identity()

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Have everything asked within the block answered from one state of the tables; nothing may be written in it."""
        with told_plainly(), one_state(self._derived.db):
            self._steady = read_meta(self._derived.db)
            try:
                yield
            finally:
                self._steady = None

    @contextmanager
    def in_one_state(self) -> Iterator[None]:
        """Have everything asked within the block answered from one state of the tables: that takes half the time, too."""
        db = self._derived.db
        if db.in_transaction:
            yield
        else:
            with told_plainly(), one_state(db):
                yield

    def _meta(self) -> dict[str, str]:
        """Return what the tables say of themselves; while they are steady, it is read once."""
        return self._steady or read_meta(self._derived.db)

    def look_again(self) -> None:
        """Read again what source files and corrections say; where one of them is wrong, what they said before holds."""
        self._derived.look_again()

    @answering
    def outlines(self, only: Collection[str] | None = None) -> Iterator[Outline]:
        """Return an outline of every statement, by id: what the lists of a site go by; of some alone, where these are named."""
        return all_outlines(self._derived.db, only)

    @answering
    def covered(
        self, only: Collection[str | None] | None, noticed: Iterable[AnnouncedNotice]
    ) -> Iterator[Coverage]:
        """Return what is covered of each source, or of these; `noticed` are all notices of the record."""
        return coverage(self._derived.db, only, noticed)

    @answering
    def hosts(self) -> dict[str, tuple[str, ...]]:
        """Return the hosts of each source by its name."""
        return hosts_of_sources(self._derived.db, self._derived.sources)

    @property
    def published_folder(self) -> Path:
        """Return the folder in which it is noted what published pages were made from."""
        return self._layout.published

    @answering
    def listed_piece(self, filters: Filters, limit: int, after: Place | None = None) -> ListedPiece:
        """Return the next statements of `listed` behind a place in it, and how many there are."""
        named = filters._replace(source=self.named_source(filters.source))
        return listed_piece(self._derived.db, named, limit, after)

    @answering
    def unheld(self, filters: Filters) -> tuple[Unheld, ...]:
        """Return those of the filters that no statement passes, each asked by itself."""
        named = filters._replace(source=self.named_source(filters.source))
        return unheld(self._derived.db, self._derived.sources, named)

    @answering
    def original(self, id: str, version: int | None = None) -> Original:  # noqa: A002
        """Return the captured page that a version is shown from, as it was kept."""
        return original_of(self._derived, queries.find_id(self._derived.db, id), version)

    @answering
    def statements_at(self, url: str) -> list[str]:
        """Return the ids of the statements that captures of this address show, in the page's order."""
        return statements_at(self._derived.db, url)

    @answering
    def seen_at(self, url: str) -> list[tuple[str, int, str]]:
        """Return which versions captures of this very address show, and when: statement, number, time, in order of time."""
        return seen_at(self._derived.db, url)

    @answering
    def ids(self, filters: Filters) -> list[str]:
        """Return the ids of the statements that pass the filters, in no order."""
        return ids_of(self._derived.db, filters._replace(source=self.named_source(filters.source)))


def _changed_at(file: str) -> float:
    try:
        return os.stat(file).st_mtime  # noqa: PTH116 - see `_changing`
    except FileNotFoundError:
        return 0.0
