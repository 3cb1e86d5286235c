"""A static site of the record, written whole or not at all; where one was left before, what is otherwise is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
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

Progress = Callable[[int, str], None]
"""Told how many files are done, and which is next."""


class Published(msgspec.Struct, frozen=True):
    """What was published: how many pages and bytes the site has, for how many statements, and where.

    `came_out` are the statements of the keeper's own that came out by the time that was given. Of the pages `written` were made,
    and `kept` were left as they lay there; `removed` are there no more.
    """

    pages: int
    bytes: int
    statements: int
    folder: str
    came_out: tuple[str, ...] = ()
    written: int = 0
    kept: int = 0
    removed: int = 0


def open_contents(
    record: PublishedRecord,
    profile: Profile,
    told: Told = lambda source: None,
    is_own: Own = lambda source: False,
    tombstones: Iterable[Tombstone] = (),
) -> Contents:
    """Return what a site lists of a record.

    `told` tells how much of a source's statements is published; the profile tells it of the others. What was removed has its tombstones.
    """
    return Contents(record, profile, Terms(told, profile.otherwise, is_own), tombstones)


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
    time give the same bytes. Raises WrongCall for a time without a zone and for a folder that holds anything else.
    """
    chosen = profile or Profile()
    with SiteFolder(folder, furnish(chosen, at).at) as place:
        contents = open_contents(record, chosen, told, is_own, tombstones)
        for site in open_sites(contents, at):
            for path in sorted(site.paths(), key=in_order):
                place.write(site.prefix + path, made(site, path))
        place.finish()
        pages = count_pages(place.files)
        return Published(pages, place.bytes, len(contents.entries), str(place.folder), written=pages)


def open_sites(contents: Contents, at: str) -> list[Site]:
    """Return the site in each language of its interface."""
    profile = contents.profile
    return [Site(contents, at, base=profile.url, tongue=open_tongue(tag)) for tag in profile.interface]


def made(site: Site, path: str) -> str:
    """Return the text of a file that the site has."""
    text = site.page(path)
    assert text is not None, path  # a site has what it lists
    return text


def in_order(path: str) -> tuple[bool, str]:
    """Sort the files of one statement together, and before the lists: its words are read once, and lists show some of them."""
    return not path.startswith("statements/"), path


def count_pages(paths: Iterable[str]) -> int:
    """Return how many of the files are pages."""
    return len([path for path in paths if path.endswith(".html")])


def digest_of(text: str) -> bytes:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(text.encode()).digest()
