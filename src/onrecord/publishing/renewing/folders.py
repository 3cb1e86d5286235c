"""How the files of each statement lay: packed, as there are tens of thousands of them, of which most publications ask nothing else."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import msgspec

STATEMENTS = "statements/"
"""The folder of all statements."""


class KeptFile(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file of the site: the print of all it was made from, SHA-256 and size of its bytes, and how it lay there.

    That are the times of last change of words and of entry, and the number of the entry: any edit moves one of them.
    """

    print: bytes
    digest: bytes
    size: int
    changed: int
    entered: int
    number: int


_FILE = struct.Struct("<16s32s4Q")
_LIES = struct.Struct(f"<{16 + 32}x4Q")


class KeptFolder(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The files of one statement in one language: their paths in its folder, in lines, and each as `KeptFile` has it, in as many bytes.

    Of all of them the number of pages and the size of their bytes.
    """

    names: str
    files: bytes
    pages: int
    size: int

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self.files) // _FILE.size


def pack_folder(files: Mapping[str, KeptFile]) -> KeptFolder:
    """Return the files of one statement as they are noted, by their paths in its folder."""
    packed = b"".join(
        _FILE.pack(each.print, each.digest, each.size, each.changed, each.entered, each.number)
        for each in files.values()
    )
    pages = len([name for name in files if name.endswith(".html")])
    return KeptFolder("\n".join(files), packed, pages, sum([each.size for each in files.values()]))


def unpack_folder(place: str, kept: KeptFolder) -> Iterator[tuple[str, KeptFile]]:
    """Yield the files of a folder by their paths in the site; `place` is the folder's own."""
    for name, told in zip(kept.names.split("\n"), _FILE.iter_unpack(kept.files), strict=True):
        yield f"{place}/{name}", KeptFile(*told)


def lie_as_kept(site: str, folders: Mapping[str, KeptFolder]) -> dict[str, KeptFolder]:
    """Return the folders of which nothing lies otherwise than when it was left, by their paths in the site."""
    if not folders:
        return {}
    # Asked from where the site stands the way to each of tens of thousands of files is short: a fourth less of time.
    try:
        at = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return {}
    try:
        return {place: each for place, each in folders.items() if _lies_as_kept(at, place, each)}
    finally:
        os.close(at)


def _lies_as_kept(at: int, place: str, kept: KeptFolder) -> bool:
    lies, look = _LIES.iter_unpack(kept.files), os.lstat
    try:
        for name, (size, changed, entered, number) in zip(kept.names.split("\n"), lies, strict=True):
            found = look(f"{place}/{name}", dir_fd=at)
            if (
                found.st_ctime_ns != entered
                or found.st_mtime_ns != changed
                or found.st_ino != number
                or found.st_size != size
            ):
                return False
    except OSError:
        return False
    return True


class KeptFiles(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """The files of a site: those of each statement by its folder, one for each language; others by their paths."""

    others: dict[str, KeptFile] = {}
    folders: dict[str, KeptFolder] = {}

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self.others or self.folders)

    def __contains__(self, path: str) -> bool:
        """Return whether a file is one of them."""
        return self.find(path) is not None

    @cached_property
    def count(self) -> int:
        """How many there are."""
        return len(self.others) + sum(map(len, self.folders.values()))

    @property
    def pages(self) -> int:
        """How many of them are pages."""
        alone = len([path for path in self.others if path.endswith(".html")])
        return alone + sum([each.pages for each in self.folders.values()])

    @property
    def size(self) -> int:
        """The bytes of all of them."""
        others, folders = self.others.values(), self.folders.values()
        return sum([each.size for each in others]) + sum([each.size for each in folders])

    @cached_property
    def _unpacked(self) -> dict[str, dict[str, KeptFile]]:
        return {}

    def of(self, folder: str) -> Mapping[str, KeptFile]:
        """Return the files of a statement's folder by their paths in the site; none where it is not there."""
        if folder not in self._unpacked:
            kept = self.folders.get(folder)
            self._unpacked[folder] = dict(unpack_folder(folder, kept)) if kept is not None else {}
        return self._unpacked[folder]

    def find(self, path: str) -> KeptFile | None:
        """Return one file; None where it is not there."""
        folder = folder_of(path)
        return self.of(folder).get(path) if folder else self.others.get(path)

    def every(self) -> Iterator[tuple[str, KeptFile]]:
        """Yield all files by their paths."""
        yield from self.others.items()
        for folder in self.folders:
            yield from self.of(folder).items()


def folder_of(path: str) -> str:
    """Return the folder of the statement to which a file belongs, "fr/statements/ID"; "" where it belongs to none."""
    before, found, behind = path.partition(STATEMENTS)
    name, inside, _ = behind.partition("/")
    # The pages of a section that is called so are noted as if they were one: they are never taken as a whole.
    return f"{before}{found}{name}" if inside else ""


def keep_files(files: Iterable[tuple[str, KeptFile]], stay: Mapping[str, KeptFolder]) -> KeptFiles:
    """Return files as they are noted, with folders that stay as they were."""
    others: dict[str, KeptFile] = {}
    found: dict[str, dict[str, KeptFile]] = {}
    for path, kept in files:
        folder = folder_of(path)
        if folder:
            found.setdefault(folder, {})[path[len(folder) + 1 :]] = kept
        else:
            others[path] = kept
    return KeptFiles(others, {**stay, **{folder: pack_folder(inside) for folder, inside in found.items()}})
