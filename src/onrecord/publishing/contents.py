"""What a site lists: its messages by year and section, what is announced, the parts of one text, what was removed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import NamedTuple, Protocol, TypeVar

from msgspec.structs import replace

from onrecord.custody import Tombstone
from onrecord.model import KINDS, AnnouncedNotice, CopySeen, Coverage, Event, Held, Revision
from onrecord.publishing.lists.feeds import newest
from onrecord.publishing.lists.messages import (
    Entry,
    group_by_year,
    group_parts,
    lead_of,
    sort_announced,
    sort_entries,
)
from onrecord.publishing.lists.terms import WITHDRAWN, Terms
from onrecord.publishing.once import Once, once_property
from onrecord.publishing.profile import Profile, section_folder
from onrecord.publishing.statement.previews import DraftView
from onrecord.publishing.statement.views import NOTHING_NEAR, Known, Near

Made = TypeVar("Made")

# Of an entry what stands first in it: of tens of thousands by its place, as its name takes twice as long.
_ID, _FOLDER = itemgetter(0), itemgetter(1)
_MOST_LEADS = 20_000
# One page asks for a statement more than once; the next page for another.
_MOST_HELD = 8


class PublishedRecord(Protocol):
    """What a site needs of a record."""

    @property
    def identity(self) -> str:
        """Return what tells this record from any other: the same for ever, and in each copy of it."""

    def entries(self) -> Iterable[Entry]:
        """Return every statement of the record as a line of lists, its words not read yet."""

    def held(self, id_: str, version: int | None = None, /) -> Held:
        """Return one version of a statement, the current one where none is named."""

    def notices(self) -> Iterable[AnnouncedNotice]:
        """Return every notice of the record, with the list that showed it."""

    def revisions(self, id_: str, /) -> Sequence[Revision]:
        """Return the revisions of a statement in which more than spacing changed, oldest first."""

    def between(self, id_: str, from_: int, to: int, /) -> Revision | None:
        """Return the step from one version to another, None where there are no such versions."""

    def events(self) -> Iterable[Event]:
        """Return what became of statements, in the order in which the record learnt of it."""

    def copies(self, id_: str, /) -> Sequence[CopySeen]:
        """Return the addresses that show a statement, the original first."""

    def coverage(self) -> Iterable[Coverage]:
        """Return what is covered of each source."""

    def hosts(self) -> Mapping[str, tuple[str, ...]]:
        """Return the hosts of each source by its name."""


EDITS = ("edited", "removed", "returned")
"""The events that feeds of edits tell of."""


class Listing(NamedTuple):
    """A list of messages with a page of its own: its folder in the site, its name, and whether the profile gave that."""

    folder: str
    name: str
    entries: list[Entry]
    own: bool = False

    @property
    def feed(self) -> str | None:
        """The folder of its feeds; a list of a year has none, as nothing new comes to it for ever."""
        return None if self.folder.startswith("messages/") else f"{self.folder}/"


class Contents:
    """All that the pages of a site list, of one state of a record; words are only read when they are asked for."""

    def __init__(
        self,
        record: PublishedRecord,
        profile: Profile,
        terms: Terms,
        tombstones: Iterable[Tombstone] = (),
        previews: Mapping[str, DraftView] | None = None,
    ) -> None:
        """Take the outlines of all statements and the notices; no statement is read yet.

        `previews` tell, by id, which of them are drafts that only this machine sees; None where none are shown.
        """
        self.record = record
        self.profile = profile
        self.terms = terms
        self.tombstones = list(tombstones)
        self.previews = previews
        drafts = previews or {}
        every = record.entries()
        if drafts:
            every = (each._replace(is_draft=each.id in drafts) for each in every)
        self.every = sort_entries(every)
        self.entries = [entry for entry in self.every if not entry.withdrawn]
        self.announced = sort_announced(self._published(notice) for notice in record.notices())
        self.by_folder: dict[str, Entry] = dict(zip(map(_FOLDER, self.every), self.every, strict=True))
        self.by_id: dict[str, Entry] = dict(zip(map(_ID, self.every), self.every, strict=True))
        self.lead = lru_cache(maxsize=_MOST_LEADS)(self._lead)
        self.held = lru_cache(maxsize=_MOST_HELD)(record.held)
        self.made_once = Once()

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what was made under this name before, else what `make` makes.

        What goes through all entries is made once for the record's state: a served site is another for each minute and language.
        """
        return self.made_once.made(f"once: {name}", make)

    @once_property
    def identity(self) -> str:
        """What tells the record from any other."""
        return self.record.identity

    @once_property
    def parts(self) -> dict[str, list[Entry]]:
        """The other parts of each statement that is published in pieces, by its id."""
        return group_parts(self.entries)

    @once_property
    def years(self) -> dict[str, list[Entry]]:
        """The messages of each year, the newest first, those without a date last."""
        return group_by_year(self.entries)

    @once_property
    def dated(self) -> dict[str, list[Entry]]:
        """The messages of each source that has a name, as far as they have a date, the oldest first."""
        found: dict[str, list[Entry]] = {}
        for entry in reversed(self.entries):
            if entry.source and entry.date:
                found.setdefault(entry.source, []).append(entry)
        return found

    def near(self, entry: Entry) -> Near:
        """Return the messages of the same source before and after one; neither where it has no date, or is withdrawn."""
        listed = self.dated.get(entry.source or "")
        if listed is None or not entry.date or entry.withdrawn:
            return NOTHING_NEAR
        at = bisect_left(listed, entry.date, key=lambda each: each.date or "")
        while listed[at].id != entry.id:
            at += 1
        return Near(listed[at - 1] if at else None, listed[at + 1] if at + 1 < len(listed) else None)

    @once_property
    def sections(self) -> list[Listing]:
        """The sections that the profile names, with their messages."""
        return [
            Listing(
                f"sections/{section_folder(section)}",
                section.name,
                [entry for entry in self.entries if not set(section.kinds).isdisjoint(entry.kinds)],
                own=True,
            )
            for section in self.profile.sections
        ]

    @once_property
    def kinds(self) -> dict[str, list[Entry]]:
        """The messages of each kind that the record has, in the order of the kinds."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for kind in entry.kinds:
                found[kind].append(entry)
        return {kind: found[kind] for kind in KINDS if kind in found}

    @once_property
    def learnt(self) -> list[Event]:
        """What became of statements that are held, in the order in which the record learnt of it.

        Of one that its keeper withdrew there is only that: whoever read it before has to learn of it.
        """
        held, by_id = set(map(_ID, self.entries)), self.by_id
        return [
            each
            for each in self.record.events()
            if each.statement in held or (each.event == "removed" and each.statement in by_id)
        ]

    @once_property
    def _edits(self) -> dict[str, list[tuple[int, Event]]]:
        found: dict[str, list[tuple[int, Event]]] = {}
        for n, each in enumerate(self.learnt):
            if each.event in EDITS and each.statement is not None:
                found.setdefault(each.statement, []).append((n, each))
        return found

    @once_property
    def _ranked(self) -> list[Entry]:
        return newest(self.every, len(self.every))

    @once_property
    def _ranks(self) -> dict[str, int]:
        return dict(zip(map(_ID, self._ranked), range(len(self._ranked)), strict=True))

    def newest(self, entries: Iterable[Entry], limit: int) -> list[Entry]:
        """Return the statements among these that the record took last."""
        ranks, ranked = self._ranks, self._ranked
        return [ranked[n] for n in sorted(map(ranks.__getitem__, map(_ID, entries)))[:limit]]

    def edits_of(self, entries: Iterable[Entry]) -> list[Event]:
        """Return what was edited of these statements, or removed or shown again; what the record learnt last first."""
        edits = self._edits
        if not edits:
            return []
        found = [each for entry in entries if entry.id in edits for each in edits[entry.id]]
        return [event for _, event in sorted(found, key=lambda each: each[0], reverse=True)]

    @once_property
    def events(self) -> list[Event]:
        """What became of statements that are held, what was seen last first; of one time, what was learnt last."""
        learnt_last_first = self.learnt[::-1]
        return sorted(learnt_last_first, key=attrgetter("seen_at"), reverse=True)

    @once_property
    def coverages(self) -> dict[str, Coverage]:
        """What is covered of each source that has a name."""
        return {each.source: each for each in self.record.coverage() if each.source is not None}

    @once_property
    def known(self) -> Known:
        """The names of which there are pages: speakers of current versions, sources of which something is held."""
        speakers = {each.name for entry in self.entries for each in entry.speakers}
        sources = {entry.source for entry in self.entries if entry.source}
        return Known(frozenset(speakers), frozenset({*sources, *self.coverages}))

    @once_property
    def removed(self) -> dict[str, Tombstone]:
        """The tombstone of each statement that is not held any more, by its id."""
        gone = ((statement, each) for each in self.tombstones for statement in each.statements)
        return {statement: each for statement, each in gone if statement not in self.by_id}

    @once_property
    def is_cut(self) -> bool:
        """Whether less than all words of some source are shown."""
        return any(self.terms.level(source) != "full" for source in {each.source for each in self.entries})

    @once_property
    def whose(self) -> str:
        """Whose messages these are: "own", the keeper's; "others", captures of third parties' pages; or "both"."""
        sources = {each.source for each in self.every}
        own = {self.profile.own or self.terms.is_own(source) for source in sources} or {self.profile.own}
        return "both" if len(own) == 2 else "own" if True in own else "others"

    def is_own(self, entry: Entry) -> bool:
        """Return whether a statement is a message of the keeper's own."""
        return self.profile.own or self.terms.is_own(entry.source)

    def level_of(self, entry: Entry) -> str:
        """Return how much of a statement is shown."""
        return WITHDRAWN if entry.withdrawn else self.terms.level(entry.source)

    def with_leads(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the entries with their first words, as far as these may be shown."""
        return (entry._replace(lead=self.lead(entry.id)) for entry in entries)

    def _lead(self, id_: str) -> str | None:
        return lead_of(self.terms.held(self.held(id_, None))[0].statement)

    def _published(self, announced: AnnouncedNotice) -> AnnouncedNotice:
        if self.terms.level(announced.source) != "metadata":
            return announced
        return replace(announced, notice=replace(announced.notice, lead=None))
