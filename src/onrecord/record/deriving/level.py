"""The derived tables kept level with the ledger: caught up when behind, derived again when other code made them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.errors import ArchiveBusy, DamagedArchive, WrongCall
from onrecord.record.deriving.entering import Entered, Read, enter_again
from onrecord.record.deriving.joining import enter_joins, joins_told
from onrecord.record.deriving.ledgerrows import enter_identities
from onrecord.record.deriving.pagesread import PagesRead
from onrecord.record.deriving.reused import works_told
from onrecord.record.deriving.steps import BatchRead, Deriving, LedgerPart, Mint, Progress
from onrecord.record.keeper.corrections import read_corrections, rewrite_without
from onrecord.record.keeper.decisions import enter_decisions, redactions_begun, undecided
from onrecord.record.keeper.mended import Mend
from onrecord.record.tables.tables import (
    clear,
    connect,
    purge,
    read_meta,
    same_code,
    transaction,
    write_mended,
    write_meta,
    write_step,
)
from onrecord.record.truth.contradictions import contradictions
from onrecord.record.truth.erasing import erase_index, erase_records
from onrecord.record.truth.events import (
    CaptureKept,
    RedactionBegun,
    RedactionDone,
    RevisitKept,
    StatementJoined,
    StatementMinted,
    StatementSplit,
)
from onrecord.record.truth.ledger import Entry
from onrecord.record.truth.lock import locked

if TYPE_CHECKING:
    pass


class Derived(PagesRead):
    """The tables of one archive, and the lock under which they are written."""

    def catch_up(self, progress: Progress | None = None) -> None:
        """Bring the tables level with the ledger, as far as that is possible now.

        While another writes, or where nothing may be written, what is there is used; where there is nothing, the
        tables are made in memory. ArchiveBusy when another is making them for the first time. Where the ledger has lost
        its end, nothing is done but noting it in `cut`; where a source file is wrong, in `fault`.
        """
        if self.find_cut() or self.find_fault() or self._is_level():
            return
        if not self._writable:
            if not self._can_be_asked():
                self._derive_in_memory(progress)
            return
        try:
            with self.entering(progress):
                self._deriving(self.db, self._mint).derive(self._rest(), progress, together=False)
        except ArchiveBusy:
            if not self._can_be_asked():
                raise

    @contextmanager
    def entering(self, progress: Progress | None = None) -> Iterator[None]:
        """Hold the archive's lock, with the ledger repaired and all its captures entered; some may not be read yet."""
        with locked(self.layout.lock, self._wait_s):
            self._learning = None  # another may have learnt meanwhile
            self._repair()
            self._enter_rest(progress)
            yield

    @contextmanager
    def locked(self, progress: Progress | None = None) -> Iterator[None]:
        """Hold the archive's lock, with all captures of the ledger entered and read."""
        with self.entering(progress):
            self._deriving(self.db, self._mint).derive(self._rest(), progress, together=False)
            yield

    def rebuild(self, progress: Progress | None = None) -> None:
        """Derive everything again; DamagedArchive, with the old tables kept, where captures cannot be read.

        Nor is anything derived from a ledger that tells another address or time than the captured records.
        """
        with locked(self.layout.lock, self._wait_s):
            self._repair()
            self._check_told()
            if self._db is None:
                self._db = self._made_anew()
            self._derive_all(self.read_or_fail, progress)
        self.damage = None  # whoever asks for a rebuild knows

    def enter(self, entries: list[Entry], bodies: Mapping[str, bytes] | None = None) -> None:
        """Write the rows of captures just acknowledged; their pages are not read yet. Within `entering` only.

        `bodies` are their bytes by digest: those that fit are kept at hand until they are asked for.
        """
        self._keep_at_hand(bodies or {})
        with transaction(self.db):
            self._deriving(self.db, self._mint).enter_batch(entries, self.ledger.end())
            end = self.ledger.end()
            write_meta(self.db, end, self.ledger.count_lines(end), self.derivation)

    def read_on(self) -> Iterator[tuple[Entered, BatchRead | None]]:
        """Read what is not read yet, batch by batch, and yield what each changed; others may write between two.

        First comes what changed of pages read before, where their source tells something else now.
        """
        batch: BatchRead | None = None
        try:
            while True:
                with self.entering():
                    deriving = self._deriving(self.db, self._mint)
                    again = deriving.learn(self._rest(), together=False)
                    batch = deriving.read_batch(self._rest(), together=False)
                yield again, batch
                if batch is None:
                    return
        finally:
            self._forget_at_hand()

    def _check_told(self) -> None:
        redacted = {
            each.locator
            for entry in self.ledger.entries()
            if isinstance(entry.event, RedactionBegun)
            for each in entry.event.removed
        }
        for line, entry in enumerate(self.ledger.entries(), 1):
            if isinstance(entry.event, CaptureKept | RevisitKept) and entry.event.locator not in redacted:
                for found in contradictions(self.layout.folder, entry.event, line):
                    raise DamagedArchive(f"{found.where} is not as it was written: {found.message}")

    def _repair(self) -> None:
        if self.find_cut():
            raise DamagedArchive(str(self.cut))
        if self.find_fault():
            raise WrongCall(str(self.fault))
        self.ledger.repair()

    def _enter_rest(self, progress: Progress | None) -> None:
        if self._db is None:
            # Another may have made the tables while this one waited for the lock.
            self._db = self._connected() or self._made_anew()
        meta = read_meta(self._db)
        position, before = meta.get("position", ""), meta.get("derivation", "")
        if before != self.derivation or not self.ledger.has_line_at(position):
            self._derive_all(self.read, progress)
            self.sources_changed = self.derived_again and before != self.derivation and same_code(before)
        elif int(position) < self.ledger.end():
            if any(isinstance(entry.event, RedactionBegun) for entry in self._rest().entries()):
                self.derive_again(progress)  # who redacted was killed before he had derived
            else:
                self._deriving(self.db, self._mint).enter(self._rest(), together=False)
        for begun in redactions_begun(self.db):
            self._erase(begun)
        self.take_up()

    def derive_again(self, progress: Progress | None = None) -> None:
        """Derive everything after a redaction was begun, and make an end of it; under the lock only."""
        for entry in self.ledger.entries():
            if isinstance(entry.event, RedactionBegun) and entry.event.corrections:
                self._forget(entry.event)
        self._derive_all(self.read, progress)
        for begun in redactions_begun(self.db):
            self._erase(begun)

    def take_up(self) -> None:
        """Read what the keeper's files say, enter in the ledger what of it is new, and mend what is mended otherwise by now.

        Under the lock only.
        """
        db = self.db
        self.corrections = read_corrections(self.layout.corrections)
        decided = undecided(db, self.corrections, self.sources)
        meanings = self.corrections.meanings
        held: dict[str, str] = dict(db.execute("SELECT statement, meaning FROM mended").fetchall())
        changed = {each for each in {*held, *meanings} if held.get(each) != meanings.get(each)}
        if not decided and not changed:
            return
        before = self.ledger.end()
        if decided:
            self.ledger.append(decided)
        else:  # a file was taken away: nothing tells the index what to enter again
            erase_index(self.layout)
        end = self.ledger.end()
        with transaction(db):
            enter_decisions(db, decided)
            entered = enter_again(
                db,
                _readings_of(db, changed),
                self.read,
                end,
                Mend(self.corrections.of),
                self.corrections.decided,
            )
            self._mint([*entered.minted, *works_told(db), *joins_told(db)])
            write_mended(db, meanings, self.corrections.meaning)
            end = self.ledger.end()
            write_meta(db, end, self.ledger.count_lines(end), self.derivation)
            for step in ("learnt", "rest", "read"):
                if read_meta(db).get(step) == str(before):
                    write_step(db, step, end)

    def _forget(self, begun: RedactionBegun) -> None:
        rewrite_without(self.layout.corrections, begun.corrections)
        self.corrections = read_corrections(self.layout.corrections)

    def _erase(self, begun: RedactionBegun) -> None:
        """Remove the bytes of a redaction from captures, tables and index, and acknowledge that.

        The ledger names it and the tables follow that already; whatever was done before a kill is done again.
        """
        self._forget(begun)
        erase_records(self.layout, self.ledger, begun)
        erase_index(self.layout)
        purge(self.db)
        before = str(self.ledger.end())
        (done,) = self.ledger.append([RedactionDone(begun.id)])
        with transaction(self.db):
            enter_decisions(self.db, [done.event])
            write_meta(self.db, done.end, self.ledger.count_lines(done.end), self.derivation)
            for step in ("learnt", "rest", "read"):
                if read_meta(self.db).get(step) == before:
                    write_step(self.db, step, done.end)

    def _rest(self) -> LedgerPart:
        """Return the events that are not entered yet."""
        return LedgerPart(self.ledger, int(read_meta(self.db)["position"]))

    def _derive_all(self, read: Read, progress: Progress | None) -> None:
        try:
            self._derive_all_into(self.db, read, progress)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as fault:  # too broken even to be emptied
            self.damage = str(fault)
            self.close()
            self._db = self._made_anew()
            self._derive_all_into(self.db, read, progress)

    def _derive_all_into(self, db: sqlite3.Connection, read: Read, progress: Progress | None) -> None:
        with transaction(db):
            clear(db)
            self._learning = None
            deriving = self._deriving(db, self._mint)._replace(read=read)
            done = deriving.derive(LedgerPart(self.ledger, 0), progress, together=True)
        self.derived_again = self.derived_again or done > 0

    def _derive_in_memory(self, progress: Progress | None) -> None:
        self.close()
        self._db = connect(":memory:", writable=True)
        clear(self._db)
        deriving = self._deriving(self._db, lambda minted: None)
        done = deriving.derive(LedgerPart(self.ledger, 0), progress, together=False)
        self.derived_again = done > 0

    def _deriving(self, db: sqlite3.Connection, mint: Mint) -> Deriving:
        return Deriving(
            db,
            self.read,
            self.draw,
            self.reach,
            self.learning,
            self.sources.name_of,
            mint,
            self.derivation,
            self.corrections,
            self._remembered,
        )

    def _mint(self, minted: Sequence[StatementMinted | StatementJoined | StatementSplit]) -> None:
        if minted:
            self.ledger.append(minted)
            enter_identities(self.db, (each for each in minted if isinstance(each, StatementMinted)))
            enter_joins(self.db, minted)


def _readings_of(db: sqlite3.Connection, statements: Iterable[str]) -> list[int]:
    """Return the readings of the pages that show one of these statements."""
    rows = (
        row[0]
        for statement in statements
        for row in db.execute(
            "SELECT reading FROM sightings WHERE identity = ? OR statement = ?", (statement, statement)
        )
    )
    return sorted(set(rows))
