"""What a site is made of: a record, and what the archive tells of its statements over time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Protocol

import msgspec

from onrecord.archive.events import events_beside, events_of, events_since
from onrecord.archive.revisions import Texts, revisions_of, tell_revision
from onrecord.errors import NotFound, WrongCall
from onrecord.model import AnnouncedNotice, CopySeen, Coverage, Event, Held, Outline, Revision
from onrecord.publishing.lists.messages import Entry, entry_of
from onrecord.publishing.renewing.kept import Became, Covered, Remembered, changed
from onrecord.record import Print, Printed, Record
from onrecord.record.history.digests import digest_of
from onrecord.revising import Step

_encode = msgspec.msgpack.Encoder().encode


class Shown(Protocol):
    """What shows statements: a record, or one with drafts laid over it."""

    def outlines(self) -> Iterable[Outline]:
        """Return an outline of every statement."""

    def held(self, id_: str, version: int | None = None, /) -> Held:
        """Return one version of a statement."""

    def notices(self) -> Iterable[AnnouncedNotice]:
        """Return every notice."""


class Publishable:
    """One state of a record, as a site asks for it; what is told of a revision is told once."""

    def __init__(
        self,
        record: Record,
        shown: Shown | None = None,
        covered: Callable[[], Iterable[Coverage]] | None = None,
    ) -> None:
        """Nothing is read before it is asked for; `shown` are its statements where they are others, as with drafts.

        `covered` tells what the record tells of its coverage, where that was counted before.
        """
        self._record = record
        self._covered = covered or record.coverage
        self._shown: Shown = shown or record
        self._told: dict[tuple[str, Step], Revision] = {}

    @property
    def identity(self) -> str:
        """Return what tells this record from any other: the same for ever, and in each copy of it."""
        return self._record.identity

    def entries(self) -> Iterable[Entry]:
        """Return every statement as a line of lists."""
        return map(entry_of, self._shown.outlines())

    def held(self, id_: str, version: int | None = None, /) -> Held:
        """Return one version of a statement, the current one where none is named."""
        return self._shown.held(id_, version)

    def notices(self) -> Iterable[AnnouncedNotice]:
        """Return every notice, with the list that showed it."""
        return self._shown.notices()

    def revisions(self, id_: str, /) -> Sequence[Revision]:
        """Return the revisions of a statement in which more than spacing changed, oldest first."""
        every = revisions_of(self._record, id_, tell=self._tell)
        return [each for each in every if any(change.kind != "cosmetic" for change in each.changes)]

    def between(self, id_: str, from_: int, to: int, /) -> Revision | None:
        """Return the step from one version to another, None where there are no such versions."""
        try:
            return next(revisions_of(self._record, id_, from_, to, tell=self._tell))
        except (NotFound, WrongCall):
            return None

    def events(self) -> Iterator[Event]:
        """Return what became of statements, in the order in which the record learnt of it."""
        return events_since(self._record, None, tell=self._tell, at_once=True)

    def copies(self, id_: str, /) -> Sequence[CopySeen]:
        """Return the addresses that show a statement, the original first."""
        return self._record.copies(id_)

    def coverage(self) -> Iterable[Coverage]:
        """Return what is covered of each source."""
        return self._covered()

    def hosts(self) -> Mapping[str, tuple[str, ...]]:
        """Return the hosts of each source by its name."""
        return self._record.hosts()

    def _tell(self, record: Record, statement: str, step: Step, texts: Texts) -> Revision:
        # Forty pages may be read for one: pages of a statement and the stream of changes ask for the same.
        key = statement, step
        if key not in self._told:
            self._told[key] = tell_revision(record, statement, step, texts)
        return self._told[key]


class Telling(Protocol):
    """Where is remembered what was told of the state before."""

    remembered: Remembered | None


class Retold(Publishable):
    """One state of a record that is served: of the state before, only what is otherwise is told anew."""

    def __init__(
        self, record: Record, shown: Shown | None, covered: Callable[[], Iterable[Coverage]], telling: Telling
    ) -> None:
        """Take where what was told is remembered, from one state to the next."""
        super().__init__(record, shown, covered)
        self._telling = telling

    def events(self) -> Iterator[Event]:
        """Return what became of statements, in the order in which the record learnt of it; without cursors."""
        printed = Printable(self._record)
        printed.remember(self._telling.remembered or Remembered())
        found = tuple(printed.events())
        self._telling.remembered = printed.remembered
        return iter(found)


class Printable(Publishable):
    """One state of a record, which also tells by prints what its pages are made from, and what it told before is not told anew."""

    def __init__(self, record: Record) -> None:
        """Nothing is read before it is asked for."""
        super().__init__(record)
        self._before = Remembered()
        self._revisions: dict[str, tuple[bytes, Revision]] = {}
        self._became: dict[str, tuple[bytes, tuple[Became, ...]]] = {}

    @property
    def state(self) -> str:
        """Return what changes whenever a page may be made from something else than before."""
        return self._record.published_state

    @cached_property
    def _printed(self) -> Printed:
        return self._record.history.prints(self._before.printed)

    @property
    def prints(self) -> dict[str, Print]:
        """The prints of every statement, by id."""
        return self._printed.prints

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        if self._record.history.is_untouched(self._before.printed):
            return self._before.entries or tuple(map(entry_of, self._record.outlines()))
        before, now = self._before.printed.prints, self.prints
        # A line is told by rows that are all in the statement's print.
        anew = {
            id_
            for id_, each in changed(before, now).items()
            if id_ not in before or before[id_].told != each.told
        }
        kept = [each for each in self._before.entries if each.id in now and each.id not in anew]
        if not kept:
            return tuple(map(entry_of, self._record.outlines()))
        # Of prints that came without lines nothing is kept.
        otherwise = anew if len(kept) + len(anew) == len(now) else now.keys() - {each.id for each in kept}
        return (*kept, *map(entry_of, self._record.outlines(otherwise)))

    def entries(self) -> Iterable[Entry]:
        """Return every statement as a line of lists; those that are as they were before are not asked for."""
        return self._entries

    @cached_property
    def _noticed(self) -> tuple[AnnouncedNotice, ...]:
        return tuple(self._record.notices())

    def notices(self) -> Iterable[AnnouncedNotice]:
        """Return every notice, with the list that showed it."""
        return self._noticed

    @cached_property
    def _covered_now(self) -> Covered:
        told = (
            (each.source, each.notice.kind, each.notice.posted_on, each.notice.statement_id)
            for each in self._noticed
        )
        noticed = digest_of(_encode(list(told)))
        before = self._before.covered
        sites = (
            self._record.history.sites_touched(self._before.printed) if noticed == before.noticed else None
        )
        if sites is None:
            return Covered(noticed, tuple(self._record.covered(None, self._noticed)))
        kept = [each for each in before.sources if (each.source or "") not in sites]
        anew = self._record.covered([each or None for each in sites], self._noticed)
        return Covered(noticed, (*kept, *anew))

    def coverage(self) -> Iterable[Coverage]:
        """Return what is covered of each source; what nothing was written of since is not counted anew."""
        return sorted(self._covered_now.sources, key=lambda each: (each.source is None, each.source or ""))

    @property
    def remembered(self) -> Remembered:
        """Return what was told, to be taken from there the next time."""
        # Who asks for events alone has nothing to remember of the others.
        entries = self._entries if "_entries" in self.__dict__ else ()
        covered = self._covered_now if "_covered_now" in self.__dict__ else Covered()
        return Remembered(self._revisions, self._became, self._printed, entries, covered)

    def remember(self, before: Remembered) -> None:
        """Take what was told before."""
        self._before = before

    def events(self) -> Iterator[Event]:
        """Return what became of statements, in the order in which the record learnt of it; without cursors."""
        every, anew = self._became_before()
        for told in events_of(self._record, anew, self._tell):
            anew[told.event.statement or ""].append(Became(told.order, told.event))
        for id_, found in anew.items():
            every += found
            if (became := self.prints[id_].became) is not None:
                self._became[id_] = became, tuple(found)
        every += [Became(told.order, told.event) for told in events_beside(self._record)]
        every.sort(key=attrgetter("order"))
        return map(attrgetter("event"), every)

    def _became_before(self) -> tuple[list[Became], dict[str, list[Became]]]:
        """Return what became of the statements that are as they were, and the others, of which nothing is told yet."""
        every: list[Became] = []
        anew: dict[str, list[Became]] = {}
        before = self._before.became
        for id_, print_ in self.prints.items():
            held = before.get(id_)
            # `became` of the print, for each of tens of thousands.
            if held is None or print_.is_absent or print_.history or held[0] != print_.told:
                anew[id_] = []
            else:
                self._became[id_] = held
                every += held[1]
        return every, anew

    def _tell(self, record: Record, statement: str, step: Step, texts: Texts) -> Revision:
        places = (step.before.version, step.before.position, step.after.version, step.after.position)
        key = " ".join(map(str, (statement, *places)))
        print_ = self.prints[statement].history
        held = self._revisions.get(key) or self._before.revisions.get(key)
        if print_ is None or held is None or held[0] != print_:
            held = print_ or b"", tell_revision(record, statement, step, texts)
        self._revisions[key] = held
        return held[1]
