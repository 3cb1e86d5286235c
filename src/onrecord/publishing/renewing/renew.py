"""Publishing into a folder again and again: pages made from what they were made from before stay as they lie there."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Protocol

import msgspec

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
    Sketched,
    ToldBefore,
    is_as_kept,
    kept_file,
    pack_told_before,
    read_kept,
    read_told_before,
    write_kept,
)
from onrecord.publishing.renewing.sketch import Prints, Sketch, is_timed, lead_print, state_print, timed_print
from onrecord.publishing.renewing.updated import UpdatedSite, is_left_so
from onrecord.publishing.site import Site
from onrecord.publishing.tongues import prefix_of

_MANY = 1_000
"""So many pages leave garbage of their own."""

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


Wanted = tuple[str, str, bytes]
"""A file of the site: the folder of its language, its path in that, and the print of what it is made from."""


class _Sites:
    """The site in each language; nothing of the record is read before one of its files is asked for."""

    def __init__(
        self, open_contents: Callable[[], Contents], record: PrintedRecord, left: Kept, state: bytes, at: str
    ) -> None:
        self._open_contents = open_contents
        self._record = record
        self._left = left
        self._at = at
        self._sketched: dict[str, Sketched] = {}
        self.is_same = left.state == state

    @cached_property
    def _before(self) -> ToldBefore:
        return read_told_before(self._left)

    @property
    def told_before(self) -> ToldBefore:
        """What does not have to be told again the next time: first words that nobody asked for now stay as they were noted."""
        held = self.contents.by_id
        leads = {id_: lead for id_, lead in self._before.leads.items() if id_ in held}
        return ToldBefore(leads | self._leads, self._record.remembered, self._sketched)

    @cached_property
    def contents(self) -> Contents:
        self._record.remember(self._before.remembered)
        contents = self._open_contents()
        self._leads = self._remember_leads(contents)
        return contents

    @cached_property
    def by_prefix(self) -> dict[str, Site]:
        return {each.prefix: each for each in open_sites(self.contents, self._at)}

    def _remember_leads(self, contents: Contents) -> dict[str, tuple[bytes, str | None]]:
        """Have first words read once, as long as the statement stays as it is; return those that are asked for from now on."""
        read, before = contents.lead, self._before.leads
        found: dict[str, tuple[bytes, str | None]] = {}

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

    def made(self, prefix: str, path: str) -> str:
        """Return the text of a file."""
        return made(self.by_prefix[prefix], path)

    def wanted(self, state: bytes) -> Iterator[Wanted]:
        """Yield every file of the site, none of them made yet."""
        for prefix, site in self.by_prefix.items():
            before = self._before.sketched.get(prefix)
            sketch = Sketch(self.contents, self._at, self._record.prints, site.tongue, before)
            timed = timed_print(state, site.furniture)
            for path in sketch.paths():
                yield prefix, path, timed if is_timed(path) else sketch.print_of(path)
            self._sketched[prefix] = sketch.sketched


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
        left = Kept(told=left.told)
    sites = _Sites(open_contents, record, left, state, at)
    wanted = (
        _as_before(left, profile, timed_print(state, furniture)) if sites.is_same else sites.wanted(state)
    )
    with _uncollected(), _place(folder, furniture.at, left) as place:
        stays, prints = _fill(place, wanted, sites, left, progress)
        mark = place.finish()
        gone = place.gone if isinstance(place, UpdatedSite) else []
    there = f"{place.folder}/"
    files = {
        path: stays.get(path) or kept_file(there + path, print_, place.files[path])
        for path, print_ in prints.items()
    }
    statements = left.statements if sites.is_same else len(sites.contents.entries)
    told = left.told if sites.is_same else pack_told_before(sites.told_before)
    write_kept(noted, Kept(hashlib.sha256(mark).digest(), state, statements, files, told))
    pages, kept = count_pages(files), count_pages(stays)
    return Published(
        pages, place.bytes, statements, str(place.folder),
        written=pages - kept, kept=kept, removed=count_pages(gone),
    )  # fmt: skip


@contextmanager
def _uncollected() -> Iterator[None]:
    """Have no garbage looked for: what is noted of a site are hundreds of thousands of values, all of which stay."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _place(folder: str | Path, at: str, left: Kept) -> SiteFolder:
    if not left.files:
        return SiteFolder(folder, at)
    return UpdatedSite(folder, at, {path: each.digest for path, each in left.files.items()}, left.mark)


def _as_before(left: Kept, profile: Profile, timed: bytes) -> Iterator[Wanted]:
    """Yield the files of a site of which nothing is otherwise than before but the time."""
    prefixes = [prefix_of(tag, profile) for tag in profile.interface[1:]]
    for named, kept in left.files.items():
        prefix = next((each for each in prefixes if named.startswith(each)), "") if prefixes else ""
        path = named[len(prefix) :]
        yield prefix, path, timed if is_timed(path) else kept.print


def _fill(
    place: SiteFolder, wanted: Iterable[Wanted], sites: _Sites, left: Kept, progress: Progress | None
) -> tuple[dict[str, KeptFile], dict[str, bytes]]:
    """Make what is made from something else than before, or does not lie there as it was left; return what stays, and all prints."""
    stays: dict[str, KeptFile] = {}
    prints: dict[str, bytes] = {}
    otherwise: list[Wanted] = []
    there, files = f"{place.folder}/", left.files
    for each in wanted:
        prefix, path, print_ = each
        named = prefix + path
        prints[named] = print_
        before = files.get(named)
        lies = None if before is None else is_as_kept(there + named, before)
        if lies is not None:
            stays[named] = lies
            if lies.print == print_:
                continue
        otherwise.append(each)
    otherwise.sort(key=lambda each: in_order(each[1]))
    if len(otherwise) > _MANY:
        gc.enable()
    for done, (prefix, path, print_) in enumerate(otherwise, 1):
        named, text = prefix + path, sites.made(prefix, path)
        lies = stays.get(named)
        if lies is not None and lies.digest == digest_of(text):
            stays[named] = msgspec.structs.replace(lies, print=print_)
        else:
            stays.pop(named, None)
            place.write(named, text)
        if progress is not None:
            progress(done, named)
    if isinstance(place, UpdatedSite):
        place.keep(stays)
    return stays, prints
