"""From the events of a ledger to rows, in three steps: captures entered, their sources learnt from, their pages read.

A page is read once all captures at hand are entered, by what these tell together. Each step may be cut short: the tables note
how far each came, and whoever opens them next goes on from there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from onrecord.model import Issue
from onrecord.record.deriving.entering import (
    Entered,
    Read,
    enter_again,
    enter_captures,
)
from onrecord.record.deriving.joining import joins_told
from onrecord.record.deriving.learning import Learning, sources_since
from onrecord.record.deriving.ledgerrows import NameSource, enter_events
from onrecord.record.deriving.marked import Memory
from onrecord.record.deriving.reaches import Reach
from onrecord.record.deriving.reused import works_told
from onrecord.record.deriving.sketches import Draw
from onrecord.record.keeper.corrections import Corrections
from onrecord.record.keeper.decisions import enter_decisions, has_moved
from onrecord.record.keeper.mended import Mend
from onrecord.record.tables.rows import captures_since
from onrecord.record.tables.tables import read_meta, transaction, write_mended, write_meta, write_step
from onrecord.record.truth import batches
from onrecord.record.truth.events import StatementJoined, StatementMinted, StatementSplit
from onrecord.record.truth.ledger import Entry, Ledger
from onrecord.witnessing import Decided

Progress = Callable[[int, str], None]
"""Is told how many captures are done, and the address of the last one."""

Mint = Callable[[Sequence[StatementMinted | StatementJoined | StatementSplit]], None]
"""Enters new identities, and what was joined or split, in the ledger."""


class LedgerPart(NamedTuple):
    """The events of a ledger from a byte offset on, up to another (None: to its end)."""

    ledger: Ledger
    start: int
    end: int | None = None

    def entries(self) -> Iterator[Entry]:
        """Return the events in their order."""
        for entry in self.ledger.entries(self.start):
            if self.end is not None and entry.end > self.end:
                return
            yield entry

    def last(self) -> int:
        """Return the byte offset behind the last event."""
        return self.ledger.end() if self.end is None else self.end


class BatchRead(NamedTuple):
    """What reading a batch of captures changed, how many they were, and the address of the last."""

    entered: Entered
    captures: int
    address: str


class Deriving(NamedTuple):
    """What turns events of a ledger into rows: the tables, how pages are read and sources named, who enters new identities.

    `read` reads by what `learning` holds. `derived_by` tells this way of deriving from others. With `together` a step is
    done within the caller's transaction, else in one for each batch, so that what is done stays done.
    """

    db: sqlite3.Connection
    read: Read
    draw: Draw
    reach: Reach
    learning: Learning
    name_source: NameSource
    mint: Mint
    derived_by: str
    corrections: Corrections
    remembered: Memory
    """What is remembered of the marks of texts from batch to batch."""

    def derive(self, part: LedgerPart, progress: Progress | None, *, together: bool) -> int:
        """Take all three steps with these events of the ledger, and return how many captures were read."""
        self.enter(part, together=together)
        self.learn(part, together=together)
        done = 0
        while batch := self.read_batch(part, together=together):
            done += batch.captures
            if progress is not None and batch.captures:
                progress(done, batch.address)
        return done

    def enter(self, part: LedgerPart, *, together: bool) -> None:
        """Write the rows of captures, revisits and identities alone: nothing is read, and nothing follows from them yet."""
        with self._step(together):
            # What became of a record is asked when the line that acknowledged it is met.
            enter_decisions(self.db, (entry.event for entry in part.entries() if has_moved(entry.event)))
            if part.start == 0:
                write_mended(self.db, self.corrections.meanings, self.corrections.meaning)
        entries = part.entries()
        while batch := list(islice(entries, batches.MOST_CAPTURES)):
            with self._step(together):
                self.enter_batch(batch, part.last())
                self._write_level(part, batch[-1].end)
        with self._step(together):
            self._write_level(part, part.last())

    def enter_batch(self, entries: list[Entry], touched: int) -> None:
        """Write the rows of these events, and read anew what was read of captures that lie elsewhere by now."""
        again = enter_events(self.db, entries, self.name_source)
        if again:
            self.mint(
                enter_again(
                    self.db, sorted(again), self.read, touched, self._mend, self._decided, self.remembered
                ).minted
            )

    @property
    def _decided(self) -> Sequence[Decided]:
        return self.corrections.decided

    @property
    def _mend(self) -> Mend:
        return Mend(self.corrections.of)

    def learn(self, part: LedgerPart, *, together: bool) -> Entered:
        """Learn from the sources of captures that are new, and read anew what was read of a source otherwise before."""
        meta = read_meta(self.db)
        statements: set[str] = set()
        minted: list[StatementMinted] = []
        joined: set[str] = set()
        faults: list[Issue] = []
        if meta.get("learnt") == meta["position"]:
            return Entered(frozenset(), (), 0, ())
        for source in sources_since(self.db, int(meta.get("learnt", "0"))):
            with self._step(together):
                told = len(self.learning.faults)
                if readings := self.learning.refit(source, self.draw, self.reach):
                    entered = enter_again(
                        self.db,
                        readings,
                        self.read,
                        part.last(),
                        self._mend,
                        self._decided,
                        self.remembered,
                        changed_alone=True,
                    )
                    self.mint(entered.minted)
                    self._write_level(part, part.last())
                    statements |= entered.statements
                    minted += entered.minted
                    joined |= entered.joined
                faults += self.learning.faults[told:]
        with self._step(together):
            write_step(self.db, "learnt", int(read_meta(self.db)["position"]))
        return Entered(frozenset(statements), tuple(minted), 0, tuple(faults), frozenset(joined))

    def read_batch(self, part: LedgerPart, *, together: bool) -> BatchRead | None:
        """Read the next captures that are not read yet, with all that follows from them; None where all are."""
        rows = captures_since(self.db, int(read_meta(self.db).get("read", "0")), batches.MOST_CAPTURES)
        with self._step(together):
            if not rows:
                if (again := self._learn_rest(part)) is not None:
                    return again
                # Only now: while captures are still to be read, what is joined is not what the ledger tells.
                if told := [*works_told(self.db), *joins_told(self.db)]:
                    self.mint(told)
                    self._write_level(part, part.last())
                    write_step(self.db, "learnt", part.last())
                write_step(self.db, "read", part.last())
                return None
            behind = rows[-1].position + 1
            entered = enter_captures(
                self.db, rows, self.read, behind, self._mend, self._decided, self.remembered
            )
            self.mint(entered.minted)
            self._write_level(part, part.last())
            write_step(self.db, "read", behind)
        return BatchRead(entered, len(rows), rows[-1].url or "")

    def _learn_rest(self, part: LedgerPart) -> BatchRead | None:
        """Learn from the pages that are like none learnt from before, and read those anew; None where that tells nothing new."""
        meta = read_meta(self.db)
        if meta.get("rest") == meta["position"]:
            return None
        for source in sources_since(self.db, int(meta.get("rest", "0"))):
            told = len(self.learning.faults)
            if (readings := self.learning.refit_rest(source, self.draw, self.reach)) is not None:
                entered = enter_again(
                    self.db,
                    readings,
                    self.read,
                    part.last(),
                    self._mend,
                    self._decided,
                    self.remembered,
                    changed_alone=True,
                )
                self.mint(entered.minted)
                self._write_level(part, part.last())
                faults = tuple(self.learning.faults[told:])
                return BatchRead(entered._replace(issues=faults), 0, "")
        write_step(self.db, "rest", int(read_meta(self.db)["position"]))
        return None

    def _write_level(self, part: LedgerPart, end: int) -> None:
        write_meta(self.db, end, part.ledger.count_lines(end), self.derived_by)

    @contextmanager
    def _step(self, together: bool) -> Iterator[None]:
        if together:
            yield
        else:
            with transaction(self.db):
                yield
