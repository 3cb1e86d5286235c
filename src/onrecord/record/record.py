"""The record: the one class through which an archive folder is written and asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec

from onrecord.capture import Before, Captured, Found, Revisit
from onrecord.custody import BackedUp, KnownCorrection, KnownSource, Tombstone, Verified
from onrecord.errors import WrongCall
from onrecord.model import (
    Added,
    AnnouncedNotice,
    Capture,
    CopySeen,
    Coverage,
    Held,
    Listed,
    Locator,
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
from onrecord.record.asked.shownby import shown_by
from onrecord.record.changing.correcting import Wish, correct, known_corrections, undo
from onrecord.record.changing.messaging import Messages
from onrecord.record.deriving.acknowledge import acknowledge
from onrecord.record.deriving.level import Derived
from onrecord.record.deriving.revisits import (
    answered,
    fetch_revisit,
    find_before,
    find_revisit,
    is_resolved,
    names_of_capture,
)
from onrecord.record.deriving.steps import Progress
from onrecord.record.history.history import History
from onrecord.record.keeper.decisions import tombstones
from onrecord.record.tables.answers import answering, told_plainly
from onrecord.record.tables.filters import Filters
from onrecord.record.tables.linked import unfinished
from onrecord.record.tables.notices import announced_notices, unannounced
from onrecord.record.tables.statements import Readings
from onrecord.record.tables.stretches import VersionFacts, fetch_facts, fetch_turns
from onrecord.record.truth.batches import Batch, batches
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.ledger import Ledger
from onrecord.record.truth.lock import locked
from onrecord.record.truth.store import CaptureFile, sync_folder

if TYPE_CHECKING:
    from onrecord.record.changing.redaction import Asked
    from onrecord.record.deriving.sums import Sum

WAIT_S = 30.0
"""How long to wait for another writer before ArchiveBusy."""


MOST_UNREAD = 4_000
"""How many captures are kept before they are read."""


class Record(Doors):
    """The captures, statements, versions and notices of one archive folder."""

    def __init__(self, layout: Layout, wait_s: float, progress: Progress | None = None) -> None:
        """Use `open` or `create`."""
        self._layout = layout
        self._ledger = Ledger(layout.ledger)
        self._ledger.check()
        with told_plainly():
            self._derived = Derived(layout, self._ledger, wait_s)
            try:
                self._derived.catch_up(progress)
            except BaseException:
                self._derived.close()
                raise

    @classmethod
    def open(cls, folder: str | Path, *, wait_s: float = WAIT_S, progress: Progress | None = None) -> Record:
        """Return the record in the folder, level with its ledger; works where nothing may be written, too.

        NotFound if there is none, NewerArchive if a later onrecord wrote it, DamagedArchive if its ledger is broken.
        """
        return cls(Layout(Path(folder)), wait_s, progress)

    @classmethod
    def create(cls, folder: str | Path, *, now: str, wait_s: float = WAIT_S) -> Record:
        """Return the record in the folder, made if the folder is new or empty; WrongCall if it holds other things."""
        layout = Layout(Path(folder))
        _check_free(layout)
        layout.folder.mkdir(parents=True, exist_ok=True)
        ledger = Ledger(layout.ledger)
        if not layout.ledger.exists() or ledger.end() == 0:
            ledger.check_lost()
            with locked(layout.lock, wait_s):
                for place in (layout.captures, layout.sources, layout.corrections):
                    place.mkdir(exist_ok=True)
                ledger.begin(now)
                sync_folder(layout.folder)
        return cls(layout, wait_s)

    @property
    def folder(self) -> Path:
        """Return the archive folder."""
        return self._layout.folder

    @property
    def derived_again(self) -> bool:
        """Tell whether what is derived was missing, broken or made by other code, and was made anew since it was opened."""
        return self._derived.derived_again

    @property
    def sources_changed(self) -> bool:
        """Tell whether it was made anew because the source files tell something else than before."""
        return self._derived.sources_changed

    @property
    def search_folder(self) -> Path:
        """Return the folder for the derived full-text index."""
        return self._layout.search

    @property
    def quotes_folder(self) -> Path:
        """Return the folder for the derived index of quotations."""
        return self._layout.quotes

    @property
    @answering
    def position(self) -> int:
        """Return the ledger position up to which captures were read: what a derived store notes to catch up from."""
        return int(self._meta().get("read", "0"))

    @property
    @answering
    def derivation(self) -> str:
        """Return what made the tables; a derived store made under another one starts over."""
        return self._meta().get("derivation", self._derived.derivation)

    @classmethod
    def add_to(
        cls,
        folder: str | Path,
        captures: Iterable[Found],
        *,
        now: str,
        progress: Progress | None = None,
    ) -> Added:
        """As `add`, to the record in the folder; a new one is only made when there is a capture or revisit to keep."""
        layout = Layout(Path(folder))
        _check_free(layout)
        given = batches(captures)
        first = next(given, Batch([], [], []))
        if not first.captures and not first.revisits and not layout.ledger.exists():
            from onrecord.record.deriving.sums import Sum

            nothing = Sum()
            nothing.tell(first.issues)
            return nothing.added()
        with cls.create(folder, now=now) as record:
            return record._add(chain([first], given), now, progress)

    def add(self, captures: Iterable[Found], *, now: str, progress: Progress | None = None) -> Added:
        """Keep the captures that are new, read them, and return what was new, seen before and not readable.

        A revisit of what is not here is kept too, and becomes a capture as soon as that is added. Captures are
        acknowledged batch by batch: what was acknowledged stays, whatever happens to the rest. They are read once all are
        kept, or MOST_UNREAD, since what they tell of their sites together tells how to read each. `now` is written as the
        time of adding. ArchiveBusy if another writer keeps the lock.
        """
        return self._add(batches(captures), now, progress)

    @answering
    def _add(self, given: Iterable[Batch], now: str, progress: Progress | None) -> Added:
        from onrecord.record.deriving.sums import Sum

        sum_ = Sum()
        came: dict[int, Locator] = {}
        began = self._ledger.end()
        with CaptureFile(self._layout.folder, self._ledger.last_file) as file:
            for batch in given:
                sum_.tell(batch.issues)
                self._keep(batch._replace(revisits=[]), file, now, sum_, progress)
                for part in batches(self._resolved(each) for each in batch.revisits):
                    self._keep(part, file, now, sum_, progress)
                    came |= self._kept_places(part.revisits)
                if sum_.unread >= MOST_UNREAD:
                    self._read_on(sum_, progress)
            self._keep_answered(file, now, sum_, progress)
        self._read_on(sum_, progress)
        if sum_.is_short:
            sum_.read_elsewhere(*shown_by(self._derived.db, sum_.kept, began))
        sum_.settle(self._statements_held)
        sum_.wait_for(self._waiting(came))
        return sum_.added()

    def _read_on(self, sum_: Sum, progress: Progress | None) -> None:
        """Read what was kept and is not read yet, by what is learnt of its sources now."""
        for again, batch in self._derived.read_on():
            sum_.read_again(again)
            if batch is None:
                continue
            if not batch.captures:
                sum_.read_again(batch.entered)
                continue
            sum_.read(batch)
            if progress is not None:
                progress(sum_.done, batch.address)
        sum_.all_read()

    def _statements_held(self) -> set[str]:
        return {row[0] for row in self._derived.db.execute("SELECT id FROM statements")}

    def _keep_answered(self, file: CaptureFile, now: str, sum_: Sum, progress: Progress | None) -> None:
        """Make captures of the revisits that waited for what is held by now; what they are may be waited for itself."""
        before = -1
        while before < sum_.new:
            before = sum_.new
            for batch in batches(self._resolved(each) for each in answered(self._derived.db)):
                self._keep(batch, file, now, sum_, progress)

    def _kept_places(self, revisits: list[Revisit]) -> dict[int, Locator]:
        """Return the place in what was given of each kept revisit, by its position: there may be very many."""
        found = ((find_revisit(self._derived.db, each), each.locator) for each in revisits)
        return {position: locator for position, locator in found if position is not None}

    def _waiting(self, came: dict[int, Locator]) -> Iterator[Revisit]:
        """Return those of the revisits that are no captures by now."""
        for position, locator in came.items():
            revisit = fetch_revisit(self._derived.db, position)
            if not is_resolved(self._derived.db, revisit):
                yield msgspec.structs.replace(revisit, locator=locator)

    def _resolved(self, revisit: Revisit) -> Captured | Revisit:
        """Return the capture that a revisit is, with the bytes kept here; the revisit itself if they are not."""
        from onrecord.capture import as_before

        before = find_before(self._derived.db, revisit)
        captured = None if before is None else self._derived.fetch(before)
        if before is None or not isinstance(captured, Captured):
            return revisit
        names = names_of_capture(self._derived.db, before.position)
        return as_before(revisit, msgspec.structs.replace(captured, names=names))

    def _keep(self, batch: Batch, file: CaptureFile, now: str, sum_: Sum, progress: Progress | None) -> None:
        """Keep what is new of a batch; its pages are read later, with those that come behind it."""
        if not batch.captures and not batch.revisits:
            return
        with self._derived.entering():
            kept = acknowledge(self._derived.db, self._ledger, file, batch, now)
            if kept.entries:
                bodies = {each.capture.digest: each.body for each in batch.captures}
                self._derived.enter(kept.entries, bodies)
        sum_.keep(kept)
        if progress is not None and batch.captures:
            progress(sum_.done, batch.captures[-1].capture.url or "")

    @answering
    def catch_up(self, progress: Progress | None = None) -> None:
        """Bring the tables level with the ledger, as far as that is possible now."""
        self._derived.catch_up(progress)

    @answering
    def rebuild(self, progress: Progress | None = None) -> None:
        """Derive everything again from captures and ledger; DamagedArchive, nothing changed, if they are damaged."""
        self._derived.rebuild(progress)

    @classmethod
    def back_up(cls, folder: str | Path, path: str | Path, progress: Progress | None = None) -> BackedUp:
        """Write the truth of the archive in the folder into one new file, and return what was written."""
        from onrecord.record.guard.backup import back_up

        return back_up(Path(folder), Path(path), WAIT_S, progress)

    @classmethod
    def restore(cls, path: str | Path, folder: str | Path, progress: Progress | None = None) -> BackedUp:
        """Make an archive of a backup in a new or empty folder, and return what was restored."""
        from onrecord.record.guard.restore import restore

        return restore(Path(path), Path(folder), progress)

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

    @answering
    def verify(self, progress: Progress | None = None) -> Verified:
        """Recompute every digest, reading, row and span, and return what differs from what was kept."""
        from onrecord.record.guard.verify import verify_archive

        return verify_archive(self._derived, progress)

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

    @property
    def messages(self) -> Messages:
        """Return the messages that the keeper writes, and what was decided of them."""
        return Messages(self._derived)

    @property
    def history(self) -> History:
        """Return what became of statements over time."""
        return History(self._derived)

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

    def close(self) -> None:
        """Close the tables."""
        self._derived.close()

    def __enter__(self) -> Record:
        """Return the record, closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the tables."""
        self.close()


def _check_free(layout: Layout) -> None:
    folder = layout.folder
    if folder.exists() and not folder.is_dir():
        raise WrongCall(f"{folder} is a file: name a folder for the archive.")
    if not folder.exists() or layout.ledger.exists():
        return
    Ledger(layout.ledger).check_lost()
    others = sorted(path.name for path in folder.iterdir() if path.name not in layout.names())
    if others:
        raise WrongCall(
            f"{folder} is no archive and holds other things ({', '.join(others[:3])}): name a new or empty folder."
        )
