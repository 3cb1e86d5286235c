"""The corrections of an archive: what the keeper mends of each statement, read from files, written to them, taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from onrecord.errors import NotFound, WrongCall
from onrecord.record.keeper.correctionfile import (
    CorrectionFile,
    Undone,
    meaning_of,
    read_correction_file,
    values_of,
    write_correction,
)
from onrecord.record.keeper.joinings import Joining
from onrecord.record.keeper.mending import Mending
from onrecord.record.truth.store import write_whole
from onrecord.witnessing import Decided


class Corrections:
    """What the keeper mends; without any file, nothing."""

    def __init__(self, files: Sequence[CorrectionFile] = ()) -> None:
        """Take the files; WrongCall where two corrections have one id, or one is taken back that there is not."""
        self.every: dict[str, Mending] = {}
        self.joinings: dict[str, Joining] = {}
        """What is said of statements that are one, or are not; also what was taken back."""
        self.undone: dict[str, Undone] = {}
        for joining in (each for file in files for each in file.joinings):
            if self.joinings.setdefault(joining.id, joining) is not joining:
                raise WrongCall(f"{joining.file} has {joining.id}, and so has another: give one another id.")
        for file in files:
            for mending in file.mendings:
                if mending.id in self.joinings:
                    raise WrongCall(
                        f"{mending.file} has {mending.id}, and so has another: give one another id."
                    )
                other = self.every.setdefault(mending.id, mending)
                if other is not mending:
                    raise WrongCall(
                        f"{other.file} and {mending.file} both have a correction {mending.id}: give one another id."
                    )
        for undone in (each for file in files for each in file.undone):
            if undone.id not in self.every and undone.id not in self.joinings:
                raise WrongCall(f"{undone.file} takes back {undone.id}, and there is no such correction.")
            self.undone.setdefault(undone.id, undone)
        self._of: dict[str, list[Mending]] = {}
        for mending in sorted(self.every.values(), key=lambda each: (each.on, each.id)):
            if mending.id not in self.undone:
                self._of.setdefault(mending.statement, []).append(mending)

    @property
    def decided(self) -> Sequence[Decided]:
        """Return what the keeper decided of statements that are one, or are not."""
        return [each.decided for each in self._joined()]

    def _joined(self) -> list[Joining]:
        return [each for id_, each in sorted(self.joinings.items()) if id_ not in self.undone]

    def of(self, statement: str) -> Sequence[Mending]:
        """Return what is mended of a statement, in the order of time."""
        return self._of.get(statement, ())

    @property
    def meanings(self) -> dict[str, str]:
        """Return for each statement that something is mended of a digest of what that is."""
        said = {
            statement: [meaning_of(each) for each in mendings] for statement, mendings in self._of.items()
        }
        for joining in self._joined():
            for statement in (joining.statement, joining.other):
                said.setdefault(statement, []).append(joining.meaning)
        return {statement: _digest(each) for statement, each in said.items()}

    @property
    def meaning(self) -> str:
        """Return a digest of all that is mended; "" where that is nothing."""
        meanings = self.meanings
        return _digest(sorted(meanings.values())) if meanings else ""


def read_corrections(folder: Path) -> Corrections:
    """Return what the files in the folder of an archive mend; WrongCall names what is wrong in one of them."""
    return Corrections([read_correction_file(path, f"corrections/{path.name}") for path in _files(folder)])


def read_mended(path: Path) -> Corrections:
    """Return what a file of corrections mends, or a folder of them."""
    if path.is_dir():
        return Corrections([read_correction_file(each, str(each)) for each in _files(path)])
    try:
        return Corrections([read_correction_file(path, str(path))])
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"There are no corrections at {path}: name a file, or a folder of them.") from None


def write_mending(folder: Path, mending: Mending) -> str:
    """Write a correction to a file of its own, synced, and return the file's place in the archive."""
    folder.mkdir(exist_ok=True)
    write_whole(folder / f"{mending.id}.toml", write_correction(values_of(mending)).encode())
    return f"corrections/{mending.id}.toml"


def write_joining(folder: Path, joining: Joining) -> str:
    """Write what is said of two statements to a file of its own, synced, and return the file's place in the archive."""
    folder.mkdir(exist_ok=True)
    write_whole(folder / f"{joining.id}.toml", write_correction(joining.values, joining.table).encode())
    return f"corrections/{joining.id}.toml"


def write_undone(folder: Path, undone: Undone) -> None:
    """Write that a correction is taken back, to a file of its own, synced."""
    values = {key: getattr(undone, key) for key in ("id", "by", "on", "why")}
    write_whole(folder / f"{undone.id}.undone.toml", write_correction(values, "undone").encode())


def rewrite_without(folder: Path, ids: Iterable[str]) -> None:
    """Remove corrections, and what takes them back, from the files that they stand in; comments there go as well."""
    gone = set(ids)
    for path in _files(folder):
        file = read_correction_file(path, f"corrections/{path.name}")
        tables = file.without(gone)
        if tables == file.without(()):
            continue
        if tables:
            write_whole(path, "\n".join(tables).encode())
        else:
            path.unlink()


def _files(folder: Path) -> list[Path]:
    found = folder.iterdir() if folder.exists() else ()
    return sorted(path for path in found if path.suffix == ".toml" and not path.name.startswith("."))


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
