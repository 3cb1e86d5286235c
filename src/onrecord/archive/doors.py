"""What the doors for browsers and machines ask of an archive."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from onrecord.archive.asked import Filters
from onrecord.archive.opened import Opened
from onrecord.errors import ArchiveBusy
from onrecord.model import (
    Found,
    Searched,
    Unheld,
)
from onrecord.record import Filters as RecordFilters
from onrecord.record import (
    ListedPiece,
    Original,
    Place,
)

if TYPE_CHECKING:
    from onrecord.archive.incoming import Progress
    from onrecord.archive.serving import Serving

    # A room is loaded by the verb that needs it: they take a quarter of a second each.
    from onrecord.publishing import Profile, ServedSite


class Doors(Opened):
    """What serving an archive takes beside its verbs."""

    @property
    def state(self) -> str:
        """Return what changes whenever the archive may answer otherwise than before."""
        return self.record.state

    def steady(self) -> AbstractContextManager[None]:
        """Have all that is asked within the block answered from one state, whatever others add meanwhile."""
        return self.record.steady()

    def follow(self, progress: Progress | None = None) -> None:
        """Bring record and indexes level with what others added, and with what the keeper's files say now."""
        self.record.catch_up(progress)
        self.index(progress)

    def list_piece(
        self, *, limit: int, after: Place | None = None, **filters: Unpack[Filters]
    ) -> ListedPiece:
        """Return the next statements of `list` behind a place in it, where it goes on, and how many pass in all."""
        return self.record.listed_piece(RecordFilters(**filters), limit, after)

    def find(
        self, words: str, *, limit: int = 20, skip: int = 0, order: str = "best", **filters: Unpack[Filters]
    ) -> Found:
        """Return a piece of what `search` finds, behind the first `skip` hits: how many turns there are, and their facets."""
        self._level(self._index)
        kept = RecordFilters(**filters)
        named = kept._replace(source=self.record.named_source(kept.source))
        return self._index.find(words, named, limit, skip, order)

    def unheld(self, **filters: Unpack[Filters]) -> Sequence[Unheld]:
        """Return those of the filters that nothing of the record passes, each asked by itself: why a search found nothing.

        A speaker may be one of turns alone, whom no statement names.
        """
        asked = RecordFilters(**filters)
        if asked == RecordFilters():
            return []
        found = self.record.unheld(asked)
        with suppress(ArchiveBusy):  # while the index is made, statements alone are asked
            self._level(self._index)
            return [each for each in found if each.filter != "speaker" or not self._speaks(each.value)]
        return found

    def _speaks(self, speaker: str) -> bool:
        return self._index.months(None, RecordFilters(speaker=speaker))[0] > 0

    def site(
        self,
        *,
        at: str,
        profile: Profile | None = None,
        base: str | None = None,
        whole: bool = False,
        interface: str | None = None,
        drafts: bool = False,
    ) -> ServedSite:
        """Return the pages that `publish` writes, made when they are asked for, with search and check besides.

        `at` is the time of dateline, clocks and counters; `base` the address of the site. With `whole` all words are shown,
        whatever the source files and the profile say of publishing; with `drafts`, what the keeper writes is shown as well, marked
        as such, as if it were out. `interface` is the language of the site's own words, one of the profile's; without it the
        first of them.
        """
        from onrecord.publishing import Profile

        return self._serving.site(
            self, at, profile or Profile(), base, whole=whole, interface=interface, drafts=drafts
        )

    def make_ready(self, *, at: str, profile: Profile, whole: bool = False, drafts: bool = False) -> None:
        """Make of this state, for all who share the shelf, what a site goes through all of the record for: nobody waits for it then.

        What became of statements is noted in the archive where it may be written, so that it is not told anew after a restart.
        """
        self._serving.make_ready(self, at, profile, whole=whole, drafts=drafts, may_note=not self._only_asks)

    @cached_property
    def _serving(self) -> Serving:
        from onrecord.archive.serving import Serving

        return Serving(self._shelf)

    def digest_of_drafts(self) -> str:
        """Return a digest of the files of all drafts: it changes whenever one of them does."""
        from onrecord.archive.drafting import digest_of_drafts

        return digest_of_drafts(self.record.messages)

    def statements_at(self, url: str) -> Sequence[str]:
        """Return the ids of the statements that captures of this address show."""
        return self.record.statements_at(url)

    def seen_at(self, url: str) -> Sequence[tuple[str, int, str]]:
        """Return which versions captures of this very address show, and when: statement, number, time, in order of time."""
        return self.record.seen_at(url)

    def ids(self, **filters: Unpack[Filters]) -> Sequence[str]:
        """Return the ids of the statements that pass all filters, in no order."""
        return self.record.ids(RecordFilters(**filters))

    @property
    def changed_at(self) -> float:
        """Return when the archive last changed, in seconds since 1970; perhaps a later time, never an earlier one."""
        return self.record.changed_at

    def original(self, id: str, *, version: int | None = None) -> Original:  # noqa: A002
        """Return the captured page that a version is shown from, as it was kept: never show it but sanitised."""
        return self.record.original(id, version)

    def holds(self) -> Searched:
        """Return how much the archive holds, and between which dates: what a verdict says was searched."""
        return self._searched()
