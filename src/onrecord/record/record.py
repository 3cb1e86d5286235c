"""The record: the one class through which an archive folder is written and asked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from types import TracebackType

from onrecord.capture import Found
from onrecord.custody import BackedUp, Verified
from onrecord.errors import WrongCall
from onrecord.model import Added
from onrecord.record.asked.questions import Questions
from onrecord.record.changing.adding import Adding
from onrecord.record.changing.custody import Custody
from onrecord.record.deriving.level import Derived
from onrecord.record.deriving.steps import Progress
from onrecord.record.history.history import History
from onrecord.record.tables.answers import answering, told_plainly
from onrecord.record.truth.batches import Batch, batches
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.ledger import Ledger
from onrecord.record.truth.lock import locked
from onrecord.record.truth.store import sync_folder

WAIT_S = 30.0
"""How long to wait for another writer before ArchiveBusy."""


class Record(Questions, Adding, Custody):
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
    def verify(self, progress: Progress | None = None) -> Verified:
        """Recompute every digest, reading, row and span, and return what differs from what was kept."""
        from onrecord.record.guard.verify import verify_archive

        return verify_archive(self._derived, progress)

    @property
    def history(self) -> History:
        """Return what became of statements over time."""
        return History(self._derived)

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
