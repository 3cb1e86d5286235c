"""What is made once for all threads that serve an archive: at fifty thousand statements a list of them takes seconds, and memory."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.model import AnnouncedNotice, CopySeen, Coverage, Event, Held, Revision

if TYPE_CHECKING:
    from onrecord.publishing import Contents
    from onrecord.publishing.contents import PublishedRecord
    from onrecord.publishing.lists.messages import Entry
    from onrecord.publishing.renewing.kept import Remembered

Made = TypeVar("Made")

_MOST = 2
"""States that are kept: who began to answer from the one before goes on with it."""


class Shelf:
    """What takes long to make of a state of one archive; any thread may ask, each with a record of its own."""

    def __init__(self) -> None:
        """Hold nothing yet; `remembered` is what was told of the state before, which is not told anew where it is as it was.

        `is_being_filled`: what pages are made from is being made of a new state, which takes a while.
        """
        self.is_being_filled = False
        self.remembered: Remembered | None = None
        self._asking = _Asking()
        self._lock = threading.Lock()
        self._being_made: dict[str, threading.Lock] = {}
        self._kept: dict[str, OrderedDict[Hashable, Any]] = {}

    def once(self, name: str, made_of: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made under this name of the same before, else what `make` makes.

        Who asks while it is being made waits for it: making it twice at a time takes twice as long.
        """
        with self._lock:
            being_made = self._being_made.setdefault(name, threading.Lock())
            kept = self._kept.setdefault(name, OrderedDict())
        with being_made:
            if made_of not in kept:
                kept[made_of] = make()
                while len(kept) > _MOST:
                    kept.popitem(last=False)
            kept.move_to_end(made_of)
            made: Made = kept[made_of]
            return made

    def contents(
        self, made_of: Hashable, record: PublishedRecord, make: Callable[[PublishedRecord], Contents]
    ) -> Contents:
        """Return what a site lists, made `once`; from now on this thread reads words from `record`."""
        self._asking.own.record = record
        return self.once("contents", made_of, lambda: make(self._asking))


class _Asking:
    """A record that answers each thread from that thread's own tables: those of another may not be asked."""

    def __init__(self) -> None:
        self.own = threading.local()

    @property
    def _record(self) -> PublishedRecord:
        record: PublishedRecord = self.own.record
        return record

    @property
    def identity(self) -> str:
        return self._record.identity

    def entries(self) -> Iterable[Entry]:
        return self._record.entries()

    def held(self, id_: str, version: int | None = None, /) -> Held:
        return self._record.held(id_, version)

    def notices(self) -> Iterable[AnnouncedNotice]:
        return self._record.notices()

    def revisions(self, id_: str, /) -> Sequence[Revision]:
        return self._record.revisions(id_)

    def between(self, id_: str, from_: int, to: int, /) -> Revision | None:
        return self._record.between(id_, from_, to)

    def events(self) -> Iterable[Event]:
        return self._record.events()

    def copies(self, id_: str, /) -> Sequence[CopySeen]:
        return self._record.copies(id_)

    def coverage(self) -> Iterable[Coverage]:
        return self._record.coverage()

    def hosts(self) -> Mapping[str, tuple[str, ...]]:
        return self._record.hosts()
