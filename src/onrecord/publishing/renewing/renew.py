"""Publishing into a folder again and again: pages made from what they were made from before stay as they lie there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from onrecord.publishing.contents import Contents
from onrecord.publishing.files import SiteFolder
from onrecord.publishing.furniture import furnish
from onrecord.publishing.profile import Profile
from onrecord.publishing.publish import (
    Progress,
    Published,
    count_pages,
    digest_of,
    in_order,
    made,
    open_sites,
)
from onrecord.publishing.renewing.kept import (
    Kept,
    KeptFile,
    Remembered,
    is_as_kept,
    lay_of,
    read_kept,
    write_kept,
)
from onrecord.publishing.renewing.sketch import Prints, Sketch, is_timed, lead_print, state_print, timed_print
from onrecord.publishing.renewing.updated import UpdatedSite, is_left_so
from onrecord.publishing.site import Site
from onrecord.publishing.tongues import prefix_of

Leads = Mapping[str, tuple[bytes, str | None]]


class PrintedRecord(Protocol):
    """A record that tells by prints what the pages of each statement are made from, and remembers what it told."""

    @property
    def state(self) -> str:
        """Return what changes whenever a page may be made from something else than before."""

    @property
    def prints(self) -> Prints:
        """Return the prints of every statement, by id."""

    @property
    def remembered(self) -> Remembered:
        """Return what was told, to be taken from there the next time."""

    def remember(self, before: Remembered) -> None:
        """Take what was told before."""


class _Wanted(NamedTuple):
    """A file of the site: the folder of its language, its path in that, and the print of what it is made from."""

    prefix: str
    path: str
    print: bytes

    @property
    def named(self) -> str:
        """Return its path in the site's folder."""
        return self.prefix + self.path


class _Sites:
    """The site in each language; nothing of the record is read before one of its files is asked for."""

    def __init__(
        self, open_contents: Callable[[], Contents], record: PrintedRecord, left: Kept, state: bytes, at: str
    ) -> None:
        self._open_contents = open_contents
        self._record = record
        self._left = left
        self._at = at
        self.is_same = left.state == state
        self.leads: dict[str, tuple[bytes, str | None]] = {}

    @cached_property
    def contents(self) -> Contents:
        self._record.remember(self._left.remembered)
        contents = self._open_contents()
        self.leads = self._remember_leads(contents)
        return contents

    @cached_property
    def by_prefix(self) -> dict[str, Site]:
        return {each.prefix: each for each in open_sites(self.contents, self._at)}

    def _remember_leads(self, contents: Contents) -> dict[str, tuple[bytes, str | None]]:
        """Have first words read once, as long as the statement stays as it is; return those that are asked for from now on."""
        read, found, before = contents.lead, {}, self._left.leads

        def lead(id_: str) -> str | None:
            if id_ not in found:
                held = before.get(id_)
                if held is None or not self.is_same:
                    print_ = lead_print(contents, self._record.prints, id_)
                    held = held if held is not None and held[0] == print_ else (print_, read(id_))
                found[id_] = held
            return found[id_][1]

        contents.lead = lead  # type: ignore[assignment]
        return found

    def made(self, wanted: _Wanted) -> str:
        """Return the text of a file."""
        return made(self.by_prefix[wanted.prefix], wanted.path)

    def wanted(self, state: bytes) -> Iterator[_Wanted]:
        """Yield every file of the site, none of them made yet."""
        for prefix, site in self.by_prefix.items():
            sketch = Sketch(self.contents, self._at, self._record.prints, site.tongue)
            timed = timed_print(state, site.furniture)
            for path in sketch.paths():
                yield _Wanted(prefix, path, timed if is_timed(path) else sketch.print_of(path))


def publish_again(
    open_contents: Callable[[], Contents],
    record: PrintedRecord,
    profile: Profile,
    folder: str | Path,
    noted: Path,
    at: str,
    *,
    anew: bool = False,
    progress: Progress | None = None,
) -> Published:
    """Return what was published into a folder of which it is `noted` how it was left; where nothing is, all is made.

    A page that stays has the date and clocks of when it was made, and says so. With `anew` all pages are made.
    """
    furniture = furnish(profile, at)
    state = state_print(record.state, profile, furniture)
    left = (None if anew else read_kept(noted)) or Kept()
    if not (left.files and is_left_so(folder, left.mark)):
        left = Kept(leads=left.leads, remembered=left.remembered)
    sites = _Sites(open_contents, record, left, state, at)
    wanted = (
        _as_before(left, profile, timed_print(state, furniture)) if sites.is_same else sites.wanted(state)
    )
    with _place(folder, furniture.at, left) as place:
        stays, prints = _fill(place, wanted, sites, left, progress)
        mark = place.finish()
        gone = place.gone if isinstance(place, UpdatedSite) else []
    files = {path: stays.get(path) or _as_left(place, path, print_) for path, print_ in prints.items()}
    if sites.is_same:
        statements, leads, remembered = left.statements, left.leads, left.remembered
    else:
        statements, leads, remembered = len(sites.contents.entries), sites.leads, record.remembered
    write_kept(noted, Kept(hashlib.sha256(mark).digest(), state, statements, files, dict(leads), remembered))
    pages, kept = count_pages(files), count_pages(stays)
    return Published(
        pages, place.bytes, statements, str(place.folder),
        written=pages - kept, kept=kept, removed=count_pages(gone),
    )  # fmt: skip


def _place(folder: str | Path, at: str, left: Kept) -> SiteFolder:
    if not left.files:
        return SiteFolder(folder, at)
    return UpdatedSite(folder, at, {path: each.digest for path, each in left.files.items()}, left.mark)


def _as_before(left: Kept, profile: Profile, timed: bytes) -> Iterator[_Wanted]:
    """Yield the files of a site of which nothing is otherwise than before but the time."""
    prefixes = [prefix_of(tag, profile) for tag in profile.interface[1:]]
    for named, kept in left.files.items():
        prefix = next((each for each in prefixes if named.startswith(each)), "")
        path = named[len(prefix) :]
        yield _Wanted(prefix, path, timed if is_timed(path) else kept.print)


def _fill(
    place: SiteFolder, wanted: Iterable[_Wanted], sites: _Sites, left: Kept, progress: Progress | None
) -> tuple[dict[str, KeptFile], dict[str, bytes]]:
    """Make what is made from something else than before, or does not lie there as it was left; return what stays, and all prints."""
    stays: dict[str, KeptFile] = {}
    prints: dict[str, bytes] = {}
    otherwise: list[_Wanted] = []
    there = f"{place.folder}/"
    for each in wanted:
        named = each.prefix + each.path
        prints[named] = each.print
        before = left.files.get(named)
        lies = is_as_kept(there + named, before) if before is not None else None
        if before is not None and lies is not None and isinstance(place, UpdatedSite):
            stays[named] = lies
            if before.print == each.print:
                place.keep(named, before.size)
                continue
        otherwise.append(each)
    otherwise.sort(key=lambda each: in_order(each.path))
    for done, each in enumerate(otherwise, 1):
        text = sites.made(each)
        lies = stays.get(each.named)
        if lies is not None and lies.digest == digest_of(text) and isinstance(place, UpdatedSite):
            place.keep(each.named, lies.size)
            stays[each.named] = KeptFile(each.print, lies.digest, lies.size, lies.lay)
        else:
            stays.pop(each.named, None)
            place.write(each.named, text)
        if progress is not None:
            progress(done, each.named)
    return stays, prints


def _as_left(place: SiteFolder, path: str, print_: bytes) -> KeptFile:
    lies = os.lstat(f"{place.folder}/{path}")
    return KeptFile(print_, place.files[path], lies.st_size, lay_of(lies))
