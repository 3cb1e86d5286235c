"""The source files of an archive: which one speaks for an address, and how a source is named when it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import NotFound, WrongCall
from onrecord.reading import normalised_address, source_of
from onrecord.reading.told import SourceRules
from onrecord.record.keeper.sourcefile import SourceFile, read_source


class Sources:
    """What is told of sources; without any file nothing is."""

    def __init__(self, files: Sequence[SourceFile] = (), *, alone: SourceFile | None = None) -> None:
        """Take the files; WrongCall where two speak for one place or have one name.

        `alone` also speaks for pages without an address.
        """
        self.files = tuple(files)
        self._alone = alone
        self._places: dict[str, SourceFile] = {}
        self._names: dict[str, SourceFile] = {}
        for each in self.files:
            self._enter(each)

    def file_of(self, url: str | None) -> SourceFile | None:
        """Return the file that speaks for an address: the one with its host, or with the longest prefix of it."""
        if not self._places or not url:
            return None if url else self._alone
        return next((self._places[place] for place in _places(url) if place in self._places), None)

    def rules_of(self, url: str | None) -> SourceRules | None:
        """Return what is told of the source of an address."""
        found = self.file_of(url)
        return found.rules if found else None

    def name_of(self, url: str | None) -> str | None:
        """Return the source of an address: the name told, else the host."""
        found = self.file_of(url) if url else None
        return found.name if found else source_of(url)

    def named(self, asked: str) -> str:
        """Return how the record names a source that is asked for by its name, in any case, or by a host of it."""
        address = asked.strip() if "://" in asked else f"//{asked.strip().lower()}"
        found = self._names.get(_key(asked)) or self.file_of(address)
        return found.name if found else asked

    def publish_of(self, name: str | None) -> str | None:
        """Return how much of a source's statements its file would have published; None where that is not told."""
        found = self._names.get(_key(name)) if name else None
        return found.publish if found else None

    def is_own(self, name: str | None) -> bool:
        """Return whether a source's file says that its messages are the keeper's own."""
        found = self._names.get(_key(name)) if name else None
        return found is not None and found.own

    @property
    def said(self) -> str:
        """Return a digest of what all files tell, what they tell of publishing too."""
        return hashlib.sha256("\n".join(sorted(each.said for each in self.files)).encode()).hexdigest()

    @property
    def meaning(self) -> str:
        """Return a digest of what all files tell; "" without any."""
        if not self.files:
            return ""
        return hashlib.sha256("\n".join(sorted(each.meaning for each in self.files)).encode()).hexdigest()[
            :16
        ]

    def _enter(self, file: SourceFile) -> None:
        for place in file.places:
            other = self._places.setdefault(place, file)
            if other is not file:
                raise WrongCall(f"{other.file} and {file.file} both speak for {place}: take it out of one.")
        other = self._names.setdefault(_key(file.name), file)
        if other is not file:
            raise WrongCall(
                f"{other.file} and {file.file} have the name {file.name!r}: one source has one file."
            )


def read_sources(folder: Path) -> Sources:
    """Return what the source files in the folder of an archive tell; WrongCall names what is wrong in one of them."""
    return Sources([_read(path, f"sources/{path.name}") for path in _files(folder)])


def read_told(path: Path) -> Sources:
    """Return what a source file tells, or a folder of them; one file also speaks for pages without an address."""
    if path.is_dir():
        files = [_read(each, str(each)) for each in _files(path)]
        if not files:
            raise WrongCall(
                f"There is no source file in {path}: name a file, or a folder that holds some (*.toml)."
            )
        return Sources(files)
    try:
        file = read_source(path, str(path))
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"There is no source file at {path}: name one, or a folder of them.") from None
    return Sources([file], alone=file)


def _files(folder: Path) -> list[Path]:
    """Return the source files of a folder; editors leave others beside them that begin with a point.

    OSError where the folder cannot be looked into: what is told there must not be passed over.
    """
    found = folder.iterdir() if folder.exists() else ()
    return sorted(path for path in found if path.suffix == ".toml" and not path.name.startswith("."))


def _read(path: Path, where: str) -> SourceFile:
    try:
        return read_source(path, where)
    except FileNotFoundError:
        raise WrongCall(f"{where} leads to a file that is not there: mend or remove it.") from None


def _places(url: str) -> Iterator[str]:
    """Return the prefixes of an address at its slashes, the longest first, and its host at the end."""
    place = normalised_address(url).partition("?")[0]
    while place:
        yield place
        place = place.rpartition("/")[0]
    yield source_of(url) or ""


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
