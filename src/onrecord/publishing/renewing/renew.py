"""Publishing into a folder again and again: pages made from what they were made from before stay as they lie there."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Protocol

import msgspec

from onrecord.publishing.contents import Contents
from onrecord.publishing.files import MARK, SiteFolder
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
from onrecord.publishing.renewing.folders import (
    STATEMENTS,
    KeptFiles,
    KeptFolder,
    keep_files,
    lie_as_kept,
)
from onrecord.publishing.renewing.kept import (
    Kept,
    Lead,
    Remembered,
    Sketched,
    ToldBefore,
    is_as_kept,
    kept_file,
    pack_lead,
    read_lead,
)
from onrecord.publishing.renewing.notes import read_kept, read_told_before, write_kept
from onrecord.publishing.renewing.sketch import (
    TIMED,
    Prints,
    Sketch,
    lead_print,
    state_print,
    timed_print,
)
from onrecord.publishing.renewing.updated import UpdatedSite, is_left_so
from onrecord.publishing.site import Site
from onrecord.publishing.tongues import prefix_of

_MANY = 1_000
"""So many pages leave garbage of their own."""


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
        self,
        open_contents: Callable[[], Contents],
        record: PrintedRecord,
        profile: Profile,
        left: Kept,
        state: bytes,
        at: str,
    ) -> None:
        self._open_contents = open_contents
        self._record = record
        self._profile = profile
        self._left = left
        self._state = state
        self._at = at
        self._sketched: dict[str, Sketched] = {}
        self.is_same = left.state == state

    @cached_property
    def before(self) -> ToldBefore:
        """What was told of the record before."""
        return read_told_before(self._left)

    @property
    def told_before(self) -> ToldBefore:
        """What does not have to be told again the next time: first words that nobody asked for now stay as they were noted."""
        held, leads = self.contents.by_id, dict(self.before.leads)
        for gone in leads.keys() - held.keys():
            del leads[gone]
        leads |= {id_: pack_lead(lead) for id_, lead in self._leads.items()}
        return ToldBefore(leads, self._record.remembered, self._sketched)

    @cached_property
    def contents(self) -> Contents:
        self._record.remember(self.before.remembered)
        contents = self._open_contents()
        self._leads = self._remember_leads(contents)
        return contents

    @cached_property
    def by_prefix(self) -> dict[str, Site]:
        return {each.prefix: each for each in open_sites(self.contents, self._at)}

    def _remember_leads(self, contents: Contents) -> dict[str, Lead]:
        """Have first words read once, as long as the statement stays as it is; return those that are asked for from now on."""
        read, before = contents.lead, self.before.leads
        found: dict[str, Lead] = {}

        def lead(id_: str) -> str | None:
            if id_ not in found:
                held = read_lead(before.get(id_))
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

    def placed(self, named: str) -> tuple[str, str]:
        """Return the folder of a file's language, and its path in that."""
        prefixes = (prefix_of(tag, self._profile) for tag in self._profile.interface[1:])
        prefix = next((each for each in prefixes if named.startswith(each)), "")
        return prefix, named[len(prefix) :]

    def wanted(self) -> tuple[list[Wanted], KeptFiles]:
        """Return the files of the site, none of them made yet: those that may be made from something else than before, and all others.

        The latter, by their paths in the folder, are what they were if they lie there as they were left.
        """
        return self._at_another_time() if self.is_same else self._otherwise()

    def _at_another_time(self) -> tuple[list[Wanted], KeptFiles]:
        """Where nothing is otherwise but perhaps the time: that stands on few pages."""
        as_before = dict(self._left.files.others)
        furniture = furnish(self._profile, self._at)
        timed = timed_print(self._state, furniture)
        wanted = []
        for tag in self._profile.interface:
            prefix = prefix_of(tag, self._profile)
            for path in sorted(TIMED):
                del as_before[prefix + path]
                wanted.append((prefix, path, timed))
        return wanted, KeptFiles(as_before, self._left.files.folders)

    def _otherwise(self) -> tuple[list[Wanted], KeptFiles]:
        wanted: list[Wanted] = []
        left, as_before = self._left.files, KeptFiles({}, {})
        for prefix, site in self.by_prefix.items():
            # What was drawn before tells of files that are there, or of none.
            before = self.before.sketched.get(prefix) if left else None
            sketch = Sketch(self.contents, self._at, self._record.prints, site.tongue, before)
            timed = timed_print(self._state, site.furniture)
            for path in sketch.paths():
                if sketch.is_left(path) and (kept := left.find(prefix + path)):
                    as_before.others[prefix + path] = kept
                else:
                    print_ = timed if path in TIMED else sketch.print_of(path)
                    wanted.append((prefix, path, print_))
            as_before.folders.update(_folders_of(prefix + STATEMENTS, sketch.stays, left))
            self._sketched[prefix] = sketch.sketched
        return wanted, as_before


def _folders_of(above: str, names: Iterable[str], left: KeptFiles) -> Mapping[str, KeptFolder]:
    """Return the folders of these statements, in one language."""
    held = left.folders
    folders = [above + name for name in names]
    return {folder: each for folder, each in zip(folders, map(held.get, folders), strict=True) if each}


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
    left = noted_before = (None if anew else read_kept(noted)) or Kept()
    if not (left.files and left.mark and is_left_so(folder, left.mark)):
        left = Kept(told=left.told)
    sites = _Sites(open_contents, record, profile, left, state, at)
    with _place(folder, furniture.at, left) as place:
        stays, prints = _fill(place, sites, left, progress)
        marked = place.finish()
        gone = place.gone if isinstance(place, UpdatedSite) else []
    there = f"{place.folder}/"
    written = {path: kept_file(there + path, print_, place.files[path]) for path, print_ in prints.items()}
    files = keep_files([*stays.others.items(), *written.items()], stays.folders)
    statements = left.statements if sites.is_same else len(sites.contents.entries)
    mark = kept_file(there + MARK, b"", hashlib.sha256(marked).digest())
    kept = Kept(mark, state, statements, files, noted_before.told)
    if sites.is_same:
        write_kept(noted, kept, None, noted_before)
    else:
        write_kept(noted, kept, sites.told_before, noted_before, sites.before)
    made_now, left_alone = count_pages(written), stays.pages
    return Published(
        made_now + left_alone, place.bytes, statements, str(place.folder),
        written=made_now, kept=left_alone, removed=count_pages(gone),
    )  # fmt: skip


def _place(folder: str | Path, at: str, left: Kept) -> SiteFolder:
    if left.mark is None:
        return SiteFolder(folder, at)
    return UpdatedSite(folder, at, left.files, left.mark)


def _fill(
    place: SiteFolder, sites: _Sites, left: Kept, progress: Progress | None
) -> tuple[KeptFiles, dict[str, bytes]]:
    """Make what is made from something else than before, or does not lie there as it was left; return what stays, and the others' prints."""
    there = f"{place.folder}/"
    wanted, as_before = sites.wanted()
    folders = lie_as_kept(there, as_before.folders)
    files = dict(as_before.others)
    if len(folders) < len(as_before.folders):
        for name in as_before.folders.keys() - folders.keys():
            files |= left.files.of(name)
    stays = {path: lies for path, kept in files.items() if (lies := is_as_kept(there + path, kept))}
    otherwise = [
        (*sites.placed(path), kept.print) for path, kept in files.items() if path not in stays
    ] if len(stays) < len(files) else []  # fmt: skip
    for each in wanted:
        prefix, path, print_ = each
        named = prefix + path
        before = left.files.find(named)
        lies = None if before is None else is_as_kept(there + named, before)
        if lies is not None:
            stays[named] = lies
            if lies.print == print_:
                continue
        otherwise.append(each)
    otherwise.sort(key=lambda each: in_order(each[1]))
    if len(otherwise) > _MANY:
        gc.enable()
    prints: dict[str, bytes] = {}
    for done, (prefix, path, print_) in enumerate(otherwise, 1):
        named, text = prefix + path, sites.made(prefix, path)
        lies = stays.get(named)
        if lies is not None and lies.digest == digest_of(text):
            stays[named] = msgspec.structs.replace(lies, print=print_)
        else:
            stays.pop(named, None)
            prints[named] = print_
            place.write(named, text)
        if progress is not None:
            progress(done, named)
    kept_so = KeptFiles(stays, folders)
    if isinstance(place, UpdatedSite):
        place.keep(kept_so)
    return kept_so, prints
