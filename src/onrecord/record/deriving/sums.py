"""What one `add` did, summed up as its batches are kept and read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import msgspec

from onrecord.capture import Revisit, waiting
from onrecord.model import Added, Issue, Locator
from onrecord.record.deriving.acknowledge import Acknowledged
from onrecord.record.deriving.entering import Entered
from onrecord.record.deriving.steps import BatchRead
from onrecord.record.truth.events import CaptureKept

_MOST_TOLD = 1000
"""Revisits that wait are told one by one up to this number; beyond it they are only counted."""


class Sum:
    """What an `add` did so far."""

    def __init__(self) -> None:
        self.new = 0
        self.seen_before = 0
        self.not_readable = 0
        self.waiting = 0
        self.not_taken = 0
        self.statements: set[str] = set()
        self.new_statements: set[str] = set()
        self.issues: list[Issue] = []
        self.done = 0
        """How many captures were seen before, or are read by now."""
        self.unread = 0
        self.kept: list[int] = []
        """The positions of what was kept."""
        self._read = 0
        self._again = False
        self._given: dict[Locator, Locator] = {}

    def tell(self, issues: Iterable[Issue]) -> None:
        """Note what is wrong with what was given, before any of it was read."""
        for issue in issues:
            self.issues.append(issue)
            self.not_taken += issue.severity == "error"

    def keep(self, kept: Acknowledged) -> None:
        """Count what was kept of a batch."""
        self.new += kept.new
        self.seen_before += kept.seen_before
        self.done += kept.seen_before
        self.unread += kept.new
        self.kept += [entry.position for entry in kept.entries if isinstance(entry.event, CaptureKept)]
        self._given |= kept.given
        self.tell(kept.issues)

    def read(self, batch: BatchRead) -> None:
        """Count what was read of it."""
        entered = batch.entered
        self.done += batch.captures
        self._read += batch.captures
        self.not_readable += entered.not_readable
        self.issues += (_as_given(issue, self._given) for issue in entered.issues)
        self.statements |= entered.statements
        self.new_statements |= {each.id for each in entered.minted}
        self._again = self._again or bool(entered.joined)

    def read_again(self, entered: Entered) -> None:
        """Note that pages kept before were read by what is learnt of their source now."""
        self.tell(_as_given(issue, self._given) for issue in entered.issues)
        minted = {each.id for each in entered.minted}
        self.statements |= minted
        self.new_statements |= minted
        self._again = self._again or bool(entered.statements)

    @property
    def is_short(self) -> bool:
        """Whether another process read some of what was kept here."""
        return self._read < self.new

    def read_elsewhere(self, statements: Collection[str], new: Collection[str], not_readable: int) -> None:
        """Count what the captures kept here show, whoever read them."""
        self.statements, self.new_statements = set(statements), set(new)
        self.not_readable = not_readable
        self.done = self.new + self.seen_before

    def all_read(self) -> None:
        """Forget where captures lay in what was given."""
        self.unread = 0
        self._given.clear()

    def settle(self, held: Callable[[], set[str]]) -> None:
        """Leave out statements that are no more, now that pages were read again."""
        if self._again:
            there = held()
            self.statements &= there
            self.new_statements &= there

    def wait_for(self, revisits: Iterable[Revisit]) -> None:
        """Count revisits whose page is not held, and tell of the first of them."""
        for revisit in revisits:
            self.waiting += 1
            if self.waiting <= _MOST_TOLD:
                self.issues.append(waiting(revisit))

    def added(self) -> Added:
        """Return the sum."""
        return Added(
            self.new, self.seen_before, self.not_readable, len(self.statements), len(self.new_statements),
            tuple(self.issues), self.waiting, self.not_taken,
        )  # fmt: skip


def _as_given(issue: Issue, given: dict[Locator, Locator]) -> Issue:
    """Return the issue with the place that the caller knows, not the one in the archive."""
    place = given.get(issue.locator) if issue.locator else None
    if issue.locator is None or place is None:
        return issue
    message = issue.message.replace(issue.locator.file, place.file)
    return msgspec.structs.replace(issue, message=message, locator=place)
