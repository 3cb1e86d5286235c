"""The full-text index over the turns of a record: derived, caught up when behind, built anew when in doubt."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any, Protocol

import tantivy

from onrecord.errors import ArchiveBusy, WrongCall
from onrecord.model import Found, Held, Hit
from onrecord.record.tables.filters import Filters
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.lock import locked
from onrecord.search.candidates import find_holders
from onrecord.search.entries import (
    FORM,
    Entry,
    clean,
    known_words,
    make_entries,
    make_schema,
    read_entry,
)
from onrecord.search.facets import count_facets
from onrecord.search.level import Level, forget_level, read_level, write_level
from onrecord.search.lookup import (
    every_current,
    lookup_anywhere,
    lookup_current,
    phrase_lookup,
    with_filters,
)
from onrecord.search.months import count_months
from onrecord.search.opening import Beside, open_engine, ready, share
from onrecord.search.ordering import Group, check_order, first_groups, stored_in
from onrecord.search.query import Phrase, Term, parse_query, wanted_words

MOST_HITS = 1_000
"""The most hits one search returns."""

_HEAP_BYTES = 50_000_000
_WAIT_S = 5.0

Progress = Callable[[int, str], None]
"""Is told how many statements are done, and the title of the last one."""


class Turns(Protocol):
    """What the index asks of a record; `onrecord.record.Record` answers it."""

    @property
    def folder(self) -> Path:
        """Return the archive folder, whose lock admits one writer."""

    @property
    def position(self) -> int:
        """Return the ledger position that the record holds."""

    @property
    def derivation(self) -> str:
        """Return what made the record's texts."""

    def touched_since(self, position: int = -1) -> Iterator[tuple[str, tuple[Held, ...]]]:
        """Return each statement whose texts changed behind the position, with all its versions."""

    def held(self, id: str, version: int | None = None) -> Held:  # noqa: A002 - the contract's name
        """Return a version of a statement, the current one if no number is given."""


class Index:
    """Every turn of every version of a record, found by its words in match form."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the index; nothing is read or made yet."""
        self._folder = folder
        self._schema = make_schema()
        self._engine: tantivy.Index | None = None
        self._beside: Beside | None = None  # kept as long as the engine is
        self._level: Level | None = None

    def is_made(self, record: Turns) -> bool:
        """Return whether there is an index to catch up; else all of it is built."""
        self._open()
        return self._engine is not None and not self._is_other(_level_of(record))

    def catch_up(self, record: Turns, progress: Progress | None = None) -> None:
        """Bring the index level with the record; where nothing may be written, or another writes, as far as possible.

        An index that cannot be read, or that was made of other texts or in another form, is built anew; in memory
        where the folder may not be written. ArchiveBusy where there is nothing to search and another is writing.
        """
        wanted = _level_of(record)
        if self._engine is not None and self._level == wanted:
            return
        self._open()
        if self._level == wanted:
            return
        if not os.access(record.folder, os.W_OK):
            if self._engine is None or self._is_other(wanted):
                self._build_in_memory(record, wanted, progress)
            return
        try:
            with locked(Layout(record.folder).lock, _WAIT_S):
                self._write(record, progress)
        except ArchiveBusy:
            if self._engine is None or self._is_other(wanted):
                raise

    def take_up(self, record: Turns) -> None:
        """Take the index as others left it, perhaps of a few statements less; nothing is written, nobody waited for.

        ArchiveBusy where there is none that fits the record: it is being made, or has to be.
        """
        wanted = _level_of(record)
        if self._engine is None or (self._level != wanted and self._level != read_level(self._folder)):
            self._open()
        if self._engine is None or self._is_other(wanted):
            raise ArchiveBusy("The search index is being made: ask again in a little while.")

    def build(self, record: Turns, progress: Progress | None = None) -> None:
        """Make the index anew, whatever there is; ArchiveBusy where another is writing."""
        with locked(Layout(record.folder).lock, _WAIT_S):
            forget_level(self._folder)
            self._write(record, progress)

    def search(
        self,
        words: str,
        filters: Filters | None = None,
        limit: int = 20,
        *,
        all_versions: bool = False,
        order: str = "best",
    ) -> list[Hit]:
        """Return the turns that hold the words in an order of `HIT_ORDERS`, equal ones by statement, version and turn.

        What was asked counts for half of what was said, and is measured by the length of questions.

        A text published at several addresses is one hit, which names the others. Searched are current versions, and of copies
        what they alone have; all versions where they are asked for. WrongCall for words that make no query.
        """
        _check_limit(limit)
        check_order(order)
        searcher = self._searcher()
        term, query = self._lookup(searcher, words, filters, all_versions=all_versions)
        return _hits_of(term, first_groups(searcher, query, limit, order)[:limit])

    def find(
        self, words: str, filters: Filters | None = None, limit: int = 20, skip: int = 0, order: str = "best"
    ) -> Found:
        """Return a piece of what `search` finds, behind the first `skip` hits, with how many turns there are and their facets."""
        _check_limit(skip + limit)
        check_order(order)
        searcher = self._searcher()
        term, query = self._lookup(searcher, words, filters)
        groups = first_groups(searcher, query, skip + limit + 1, order)
        turns, facets = count_facets(searcher, query)
        hits = _hits_of(term, groups[skip : skip + limit])
        return Found(tuple(hits), turns, facets, len(groups) > skip + limit)

    def _lookup(
        self, searcher: tantivy.Searcher, words: str, filters: Filters | None, *, all_versions: bool = False
    ) -> tuple[Term, tantivy.Query]:
        term = parse_query(words)
        kept = (filters or Filters()).check()
        if all_versions:
            return term, with_filters(lookup_anywhere(term, self._schema), kept, self._schema)
        alone = [
            word
            for word in {word for words in wanted_words(term) for word in words}
            if searcher.doc_freq("alone", clean(word))
        ]
        return term, with_filters(lookup_current(term, self._schema, alone), kept, self._schema)

    def months(self, words: Sequence[str] | None, filters: Filters) -> tuple[int, dict[str, int]]:
        """Return how many turns of current versions hold the words in a row, and by month; all turns without words."""
        query = every_current(self._schema) if words is None else phrase_lookup(words, self._schema)
        kept = with_filters(query, filters.check(), self._schema)
        searcher = self._searcher()
        counted: Any = searcher.search(kept, 1, count=True)
        return counted.count or 0, count_months(searcher, kept)

    def count(self, words: Sequence[str], filters: Filters) -> int:
        """Return how many turns of any version hold the words in a row and pass the filters."""
        query = with_filters(
            lookup_anywhere(Phrase(tuple(words)), self._schema), filters.check(), self._schema
        )
        counted: Any = self._searcher().search(query, 1, count=True)
        return int(counted.count or 0)

    def uses(self, words: Sequence[str], filters: Filters) -> Iterator[Entry]:
        """Yield every turn of every version that holds the words in a row and passes the filters, in no order."""
        query = with_filters(
            lookup_anywhere(Phrase(tuple(words)), self._schema), filters.check(), self._schema
        )
        searcher = self._searcher()
        for _, address in searcher.search(query, max(searcher.num_docs, 1), count=False).hits:
            yield read_entry(stored_in(searcher, address))

    def holders(self, words: Sequence[str], narrowed: Iterable[Filters]) -> frozenset[str]:
        """Return the ids of statements of which a turn of some version holds the words in a row and passes one of the filters."""

        def stored(query: tantivy.Query, limit: int) -> list[bytes]:
            return [
                stored_in(searcher, address) for _, address in searcher.search(query, limit, count=False).hits
            ]

        searcher = self._searcher()
        return find_holders(words, self._schema, stored, narrowed)

    def _searcher(self) -> tantivy.Searcher:
        """Return the index as it is now: what one answer is made from, since the next may be of other segments."""
        assert self._engine is not None, "catch_up comes first"
        return self._engine.searcher()

    def _is_other(self, wanted: Level) -> bool:
        return self._level is None or self._level[1:] != wanted[1:]

    def _open(self) -> None:
        """Take up what is in the folder; an index without a level is unfinished and counts as none."""
        self._level = read_level(self._folder)
        self._engine = None
        if self._level is None or self._level.form != FORM:
            return
        opened = None
        with suppress(ValueError, OSError):  # what the engine raises for damaged or foreign files
            opened = open_engine(self._folder, self._schema)
        if opened is None:
            self._level = None
        else:
            self._engine, self._beside = opened

    def _write(self, record: Turns, progress: Progress | None) -> None:
        """Write what is missing; the position is read first, so that what comes later is written again, never missed."""
        wanted = _level_of(record)
        self._open()
        if self._level == wanted:
            return
        since = self._level.position if self._level else -1
        try:
            engine = self._engine
            if engine is None or self._is_other(wanted) or since > wanted.position:
                since = -1
                engine = self._make_anew()
            _enter(engine, record, since, progress)
        except ValueError as fault:  # what the engine raises where its files cannot be written
            said = " ".join(str(fault).split())
            raise OSError(f"The search index in {self._folder} could not be written: {said}") from fault
        share(self._folder)
        write_level(self._folder, wanted)
        self._level = wanted

    def _make_anew(self) -> tantivy.Index:
        self._engine = None
        if self._folder.is_dir():
            forget_level(self._folder)
            # Set aside first: an engine still open, here or in another process, may put a file back while it goes.
            aside = self._folder.with_name(f"{self._folder.name}.old")
            shutil.rmtree(aside, ignore_errors=True)
            self._folder.rename(aside)
            shutil.rmtree(aside, ignore_errors=True)
        self._folder.unlink(missing_ok=True)
        self._folder.mkdir(parents=True)
        self._engine = ready(tantivy.Index(self._schema, path=str(self._folder)))
        return self._engine

    def _build_in_memory(self, record: Turns, wanted: Level, progress: Progress | None) -> None:
        self._engine = ready(tantivy.Index(self._schema))
        _enter(self._engine, record, -1, progress)
        self._level = wanted


def _check_limit(limit: int) -> None:
    if not 1 <= limit <= MOST_HITS:
        raise WrongCall(f"The limit is {limit}: give a number from 1 to {MOST_HITS:,}.")


def _hits_of(term: Term, groups: Iterable[Group]) -> list[Hit]:
    wanted = wanted_words(term)
    return [
        entry.hit(wanted, score, dict.fromkeys(other.statement for _, other in others))
        for (score, entry), *others in groups
    ]


def _level_of(record: Turns) -> Level:
    return Level(record.position, record.derivation, FORM)


def _enter(engine: tantivy.Index, record: Turns, since: int, progress: Progress | None) -> None:
    """Write the statements touched since that position, all their versions, in one commit."""
    writer = engine.writer(heap_size=_HEAP_BYTES, num_threads=1)
    # A writer that was ended, or had no space left, may have left a file of the very name that this commit will want.
    writer.garbage_collect_files()
    for count, (statement, versions) in enumerate(record.touched_since(since), 1):
        if progress is not None:
            progress(count, (versions[-1].listed.title if versions else None) or statement)
        writer.delete_documents_by_term("statement", statement)
        if not versions:
            continue
        current = versions[0].version if len(versions) == 1 else record.held(statement).version
        known = cache(partial(known_words, versions))
        for held in versions:
            for entry in make_entries(held, current, known):
                writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()
    engine.reload()
