"""Publishing into a folder again and again: pages made from what they were made from before stay as they lie there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from onrecord.publishing.contents import Contents
from onrecord.publishing.files import SiteFolder
from onrecord.publishing.furniture import furnish
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
from onrecord.publishing.renewing.sketch import Prints, Sketch, lead_print
from onrecord.publishing.renewing.updated import UpdatedSite, is_left_so
from onrecord.publishing.site import Site

Leads = Mapping[str, tuple[bytes, str | None]]


class PrintedRecord(Protocol):
    """A record that tells by prints what the pages of each statement are made from, and remembers what it told."""

    @property
    def prints(self) -> Prints:
        """Return the prints of every statement, by id."""

    @property
    def remembered(self) -> Remembered:
        """Return what was told, to be taken from there the next time."""

    def remember(self, before: Remembered) -> None:
        """Take what was told before."""


class _Wanted(NamedTuple):
    """A file of the site: the site that makes it, its path there and in the folder, and the print of what it is made from."""

    site: Site
    path: str
    named: str
    print: bytes


def publish_again(
    open_contents: Callable[[], Contents],
    record: PrintedRecord,
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
    left = (None if anew else read_kept(noted)) or Kept()
    if not (left.files and is_left_so(folder, left.mark)):
        left = Kept(leads=left.leads, remembered=left.remembered)
    record.remember(left.remembered)
    contents = open_contents()
    leads = _remember_leads(contents, record.prints, left.leads)
    with _place(folder, furnish(contents.profile, at).at, left) as place:
        stays, prints = _fill(place, _wanted(contents, record.prints, at), left, progress)
        mark = place.finish()
        gone = place.gone if isinstance(place, UpdatedSite) else []
    files = {path: stays.get(path) or _as_left(place, path, print_) for path, print_ in prints.items()}
    write_kept(noted, Kept(hashlib.sha256(mark).digest(), files, leads, record.remembered))
    pages, kept = count_pages(files), count_pages(stays)
    return Published(
        pages, place.bytes, len(contents.entries), str(place.folder),
        written=pages - kept, kept=kept, removed=count_pages(gone),
    )  # fmt: skip


def _place(folder: str | Path, at: str, left: Kept) -> SiteFolder:
    if not left.files:
        return SiteFolder(folder, at)
    digests = {path: f"sha256:{each.digest.hex()}" for path, each in left.files.items()}
    return UpdatedSite(folder, at, digests, left.mark)


def _wanted(contents: Contents, prints: Prints, at: str) -> Iterator[_Wanted]:
    """Yield every file of the site, none of them made yet."""
    for site in open_sites(contents, at):
        sketch = Sketch(contents, at, prints, site.tongue)
        for path in sketch.paths():
            yield _Wanted(site, path, site.prefix + path, sketch.print_of(path))


def _fill(
    place: SiteFolder, wanted: Iterator[_Wanted], left: Kept, progress: Progress | None
) -> tuple[dict[str, KeptFile], dict[str, bytes]]:
    """Make what is made from something else than before, or does not lie there as it was left; return what stays, and all prints."""
    stays: dict[str, KeptFile] = {}
    prints: dict[str, bytes] = {}
    otherwise: list[_Wanted] = []
    there = f"{place.folder}/"
    for each in wanted:
        prints[each.named] = each.print
        before = left.files.get(each.named)
        lies = is_as_kept(there + each.named, before) if before is not None else None
        if before is not None and lies is not None and isinstance(place, UpdatedSite):
            stays[each.named] = lies
            if before.print == each.print:
                place.keep(each.named, before.size)
                continue
        otherwise.append(each)
    otherwise.sort(key=lambda each: in_order(each.path))
    for done, each in enumerate(otherwise, 1):
        text = made(each.site, each.path)
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
    digest = bytes.fromhex(place.files[path].partition(":")[2])
    return KeptFile(print_, digest, lies.st_size, lay_of(lies))


def _remember_leads(contents: Contents, prints: Prints, before: Leads) -> dict[str, tuple[bytes, str | None]]:
    """Have first words read once, as long as the statement stays as it is; return those that are asked for from now on."""
    read, found = contents.lead, {}

    def lead(id_: str) -> str | None:
        if id_ not in found:
            print_ = lead_print(contents, prints, id_)
            held = before.get(id_)
            found[id_] = held if held is not None and held[0] == print_ else (print_, read(id_))
        return found[id_][1]

    contents.lead = lead  # type: ignore[assignment]
    return found
