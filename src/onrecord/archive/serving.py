"""The site of an open archive, as it is served: made of the state that the archive is in, and kept until that is another."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from typing import Protocol

from onrecord.archive.publishable import Retold, Shown
from onrecord.archive.shelf import Shelf
from onrecord.model import Coverage
from onrecord.publishing import Contents, Profile, ServedSite, Terms, open_tongue
from onrecord.publishing.renewing.kept import Kept, ToldBefore
from onrecord.publishing.renewing.notes import read_kept, read_told_before, write_kept
from onrecord.publishing.statement.previews import DraftView, Previewed
from onrecord.record import Record

_MOST_SITES = 16
"""Sites that are kept: the site of one state is another for each minute, address and language."""

_GO_THROUGH_ALL = (
    "index.html", "sources/index.html", "speakers/index.html", "timeline/index.html", "feed.atom", "changes/index.html", "edits.atom",
)  # fmt: skip
"""Pages for which all of a record is gone through; what is made for them serves all others. What every page needs comes first, what takes longest last."""


class Open(Protocol):
    """What a site is made of: an archive that is open."""

    record: Record

    @property
    def state(self) -> str:
        """Return what changes whenever the archive may answer otherwise than before."""

    def covered(self) -> Iterable[Coverage]:
        """Return what is covered of each source."""

    def digest_of_drafts(self) -> str:
        """Return a digest of the files of all drafts."""


class Serving:
    """The sites of one archive that were asked for last."""

    def __init__(self, shelf: Shelf) -> None:
        """Take the shelf on which lies what takes long to make."""
        self._shelf = shelf
        self._made_of: Hashable = None
        self._contents: Contents | None = None
        self._sites: OrderedDict[Hashable, ServedSite] = OrderedDict()

    def site(
        self,
        archive: Open,
        at: str,
        chosen: Profile,
        base: str | None,
        *,
        whole: bool,
        interface: str | None,
        drafts: bool,
    ) -> ServedSite:
        """Return the site as `Doors.site` tells."""
        made_of = archive.state, chosen, whole, archive.digest_of_drafts() if drafts else None
        if self._contents is None or self._made_of != made_of:
            self._contents = self._listed(archive, chosen, made_of, whole=whole, drafts=drafts)
            self._made_of = made_of
            self._sites.clear()
        key = at, base, interface
        found = self._sites.get(key)
        if found is None:
            tongue = open_tongue(interface or chosen.interface[0])
            found = self._sites[key] = ServedSite(self._contents, at, base=base, tongue=tongue)
            if len(self._sites) > _MOST_SITES:
                self._sites.popitem(last=False)
        return found

    def make_ready(
        self, archive: Open, at: str, chosen: Profile, *, whole: bool, drafts: bool, may_note: bool
    ) -> None:
        """Make what `Doors.make_ready` tells."""
        note = archive.record.published_folder / "served.kept"
        if self._shelf.remembered is None:
            self._shelf.remembered = read_told_before(read_kept(note) or Kept()).remembered
        before = self._shelf.remembered
        self._shelf.is_being_filled = True
        try:
            site = self.site(archive, at, chosen, None, whole=whole, interface=None, drafts=drafts)
            for path in _GO_THROUGH_ALL:
                site.page(path)
        finally:
            self._shelf.is_being_filled = False
        told = self._shelf.remembered
        if may_note and told is not before:
            write_kept(note, Kept(), ToldBefore(remembered=told))

    def _listed(
        self, archive: Open, chosen: Profile, made_of: Hashable, *, whole: bool, drafts: bool
    ) -> Contents:
        record = archive.record
        record.look_again()
        told = (lambda source: "full") if whole else record.publish_of
        terms = Terms(told, chosen.otherwise, record.is_own)
        shown, previews = _preview(record) if drafts else (None, None)
        return self._shelf.contents(
            made_of,
            Retold(record, shown, archive.covered, self._shelf),
            lambda asking: Contents(asking, chosen, terms, record.tombstones(), previews),
        )


def _preview(record: Record) -> tuple[Shown, Mapping[str, DraftView]]:
    from onrecord.archive.drafting import preview_drafts

    overlaid = Previewed(record, preview_drafts(record.messages))
    return overlaid, overlaid.views()
