"""How captures come into a record: kept and acknowledged in batches, then read, with what they tell of their sites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from onrecord.capture import Captured, Found, Revisit
from onrecord.model import Added, Locator
from onrecord.record.asked.shownby import shown_by
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
from onrecord.record.tables.answers import answering
from onrecord.record.truth.batches import Batch, batches
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.ledger import Ledger
from onrecord.record.truth.store import CaptureFile

if TYPE_CHECKING:
    from onrecord.record.deriving.sums import Sum

MOST_UNREAD = 4_000
"""How many captures are kept before they are read."""


class Adding:
    """The side of a record that takes captures."""

    _derived: Derived
    _layout: Layout
    _ledger: Ledger

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
