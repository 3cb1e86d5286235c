"""A static site of the record, written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from onrecord.custody import Tombstone
from onrecord.publishing.contents import Contents, PublishedRecord
from onrecord.publishing.files import SiteFolder
from onrecord.publishing.furniture import furnish
from onrecord.publishing.lists.terms import Own, Terms, Told
from onrecord.publishing.profile import Profile
from onrecord.publishing.site import Site
from onrecord.publishing.tongues import open_tongue


class Published(msgspec.Struct, frozen=True):
    """What was written: how many pages and bytes, for how many statements, and where.

    `came_out` are the statements of the keeper's own that came out by the time that was given.
    """

    pages: int
    bytes: int
    statements: int
    folder: str
    came_out: tuple[str, ...] = ()


def publish_site(
    record: PublishedRecord,
    folder: str | Path,
    profile: Profile | None,
    at: str,
    *,
    told: Told = lambda source: None,
    is_own: Own = lambda source: False,
    tombstones: Iterable[Tombstone] = (),
) -> Published:
    """Return what was written of a static site of the record; without a profile, the neutral one.

    `at` is the ISO 8601 time, with its zone, of dateline, clocks and counters. The same record, profile and
    time give the same bytes. `told` tells how much of a source's statements is published; the profile tells it of the others.
    What was removed has its tombstones. Raises WrongCall for a time without a zone and for a folder that holds anything else.
    """
    chosen = profile or Profile()
    with SiteFolder(folder, furnish(chosen, at).at) as place:
        contents = Contents(record, chosen, Terms(told, chosen.otherwise, is_own), tombstones)
        pages = 0
        for tag in chosen.interface:
            site = Site(contents, at, base=chosen.url, tongue=open_tongue(tag))
            for path in site.paths():
                text = site.page(path)
                assert text is not None, path  # a site has what it lists
                place.write(site.prefix + path, text)
                pages += path.endswith(".html")
        place.finish()
        return Published(pages, place.bytes, len(contents.entries), str(place.folder))
