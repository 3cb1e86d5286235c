"""An archive folder that is open: its record, and the indexes that are loaded when first asked."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.archive.shelf import Shelf
from onrecord.model import Coverage, Searched
from onrecord.record import Record

if TYPE_CHECKING:
    from onrecord.archive.incoming import Progress

    # A room is loaded by the verb that needs it: they take a quarter of a second each.
    from onrecord.search import Index, QuotationIndex


class Opened:
    """The record of an archive, and its indexes."""

    def __init__(self, record: Record, *, only_asks: bool = False, shelf: Shelf | None = None) -> None:
        """Use `open` or `create`."""
        self.record = record
        self._shelf = shelf or Shelf()
        self._only_asks = only_asks
        self._counted: tuple[tuple[int, str], Searched] | None = None

    @cached_property
    def _index(self) -> Index:
        from onrecord.search import Index

        return Index(self.record.search_folder)

    @cached_property
    def _quotations(self) -> QuotationIndex:
        from onrecord.search.quotations import QuotationIndex

        return QuotationIndex(self.record.quotes_folder)

    @property
    def folder(self) -> Path:
        """Return the archive's folder."""
        return self.record.folder

    def is_indexed(self) -> bool:
        """Return whether there are indexes, perhaps of a few statements less; else a question builds all of them."""
        return self._index.is_made(self.record) and self._quotations.is_made(self.record)

    def index(self, progress: Progress | None = None) -> None:
        """Bring both indexes level with the record, as `add`, `search` and `check` do by themselves."""
        self._level(self._index, progress)
        self._level(self._quotations, progress)

    def _level(self, index: Index | QuotationIndex, progress: Progress | None = None) -> None:
        """Bring an index level with the record; who only asks takes up what others wrote, and writes nothing."""
        if self._only_asks and os.access(self.folder, os.W_OK):
            index.take_up(self.record)
        else:
            index.catch_up(self.record, progress)

    def _searched(self) -> Searched:
        # Counting the turns of a large record takes longer than finding words in it.
        level = self.record.position, self.record.derivation
        if self._counted is None or self._counted[0] != level:
            self._counted = level, self.record.counts()
        return self._counted[1]

    def covered(self, source: str | None = None) -> tuple[Coverage, ...]:
        """Return what is covered of each source, or of one; all captures are counted for it, and once for each state."""
        every = self._shelf.once("coverage", self.record.state, lambda: tuple(self.record.coverage()))
        if source is None:
            return every
        name = self.record.source(source).name
        return tuple(each for each in every if each.source == name)

    def close(self) -> None:
        """Close the archive's files."""
        self.record.close()
