"""An archive as one file: its truth in a plain tar, and at the end a list of what is in it, with a digest of each file."""

from __future__ import annotations

import hashlib
import os
import re
import tarfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from onrecord.custody import BackedUp
from onrecord.errors import ArchiveBusy, DamagedArchive, WrongCall
from onrecord.record.deriving.steps import Progress
from onrecord.record.guard.verify import check_kept
from onrecord.record.truth.erasing import acknowledged_ends
from onrecord.record.truth.events import RedactionBegun
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.ledger import Ledger
from onrecord.record.truth.lock import locked
from onrecord.record.truth.store import sync_folder

MANIFEST = "onrecord-backup.json"
"""The last file in a backup: what it holds."""

FORMAT = 1
BLOCK = 512
STEP = 1 << 20
_LONGEST_NAME = 100
# captures/000001.warc.gz, sources/verland.toml: nothing else is an archive's truth
_NAME = re.compile(
    r"drafts/[a-z0-9]+(?:-[a-z0-9]+)*\.md|ledger\.jsonl|site\.toml|demo\.json|captures/[0-9]{6}\.warc\.gz|(?:sources|corrections)/\w[\w .-]*\.toml"
)


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a backup holds: length and SHA-256 of each file, by its place in the archive."""

    onrecord_backup: int
    files: dict[str, tuple[int, str]]


class _Taken(NamedTuple):
    """A file to be backed up, and how many of its bytes count."""

    name: str
    size: int


def is_name(name: str) -> bool:
    """Return whether a file of an archive's truth may be called so."""
    if len(name.encode("utf-8", "replace")) > _LONGEST_NAME or ".." in name:
        return False
    return bool(_NAME.fullmatch(name)) and name.isprintable()


def back_up(folder: Path, path: Path, wait_s: float, progress: Progress | None = None) -> BackedUp:
    """Write the truth of an archive into one new file, and return what was written.

    The same archive gives the same bytes. Others may add meanwhile: what was acknowledged when this began is in it. The
    file is written beside its place and put there when it is whole.
    """
    layout = Layout(folder)
    ledger = Ledger(layout.ledger)
    ledger.check()
    if path.exists() or path.is_symlink():
        raise WrongCall(f"{path} is there already: name a new file for the backup.")
    if not path.parent.is_dir():
        raise WrongCall(f"There is no folder {path.parent}: make it, or name another for the backup.")
    with _held(layout, wait_s):
        end = ledger.end()
        taken = list(_taken(layout, ledger, end))
    _check_captures(folder, ledger)
    beside = path.with_name(f".{path.name}.{os.getpid()}.onrecord-new")
    try:
        with beside.open("xb") as out:
            digest = _write(layout.folder, _Hashed(out), taken, progress)
            out.flush()
            os.fsync(out.fileno())
        if any(isinstance(entry.event, RedactionBegun) for entry in ledger.entries(end)):
            raise ArchiveBusy("Something was removed from the archive meanwhile: back it up again.")
        _put(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return BackedUp(str(path), len(taken), sum(each.size for each in taken), digest)


def _check_captures(folder: Path, ledger: Ledger) -> None:
    """Raise where a capture is not as it was kept: nobody could restore that backup, and would learn it only then."""
    wrong = [each for each in check_kept(folder, ledger).findings() if each.severity == "error"]
    if wrong:
        raise DamagedArchive(
            f"{wrong[0].where}: {wrong[0].message.rstrip('.')}; nothing was backed up, `onrecord verify` names all that is damaged."
        )


def _held(layout: Layout, wait_s: float) -> AbstractContextManager[None]:
    """Hold the lock while it is seen what counts; where nothing may be written, nobody adds either."""
    return locked(layout.lock, wait_s) if os.access(layout.folder, os.W_OK) else nullcontext()


def _put(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)  # never over a file that came meanwhile
    except FileExistsError:
        raise WrongCall(f"{path} is there already: name a new file for the backup.") from None
    except OSError:  # a file system without links
        beside.rename(path)
    sync_folder(path.parent)


def _taken(layout: Layout, ledger: Ledger, end: int) -> Iterator[_Taken]:
    """Yield the files in the order in which they are written: the ledger is the last, as it names the captures."""
    for name, size in sorted(acknowledged_ends(ledger).items()):
        path = layout.folder / name
        if not is_name(name) or not path.is_file() or path.stat().st_size < size:
            raise DamagedArchive(
                f"{name} is missing or cut: restore it from a copy first, `onrecord verify` names all that is damaged."
            )
        yield _Taken(name, size)
    for folder in (layout.corrections, layout.sources):
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            name = f"{folder.name}/{path.name}"
            if path.name.startswith("."):
                continue
            if not is_name(name):
                raise WrongCall(
                    f"{name!r} cannot be backed up by that name: give it one of letters, digits and hyphens."
                )
            yield _Taken(name, path.stat().st_size)
    for path in sorted(layout.drafts.glob("*.md")) if layout.drafts.is_dir() else ():
        if is_name(name := f"{layout.drafts.name}/{path.name}"):
            yield _Taken(name, path.stat().st_size)
    for name in ("site.toml", "demo.json"):
        if (layout.folder / name).is_file():
            yield _Taken(name, (layout.folder / name).stat().st_size)
    yield _Taken(layout.ledger.name, end)


class _Hashed:
    """An output whose bytes are counted in a digest."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self.digest = hashlib.sha256()
        self.length = 0

    def write(self, piece: bytes) -> None:
        self._out.write(piece)
        self.digest.update(piece)
        self.length += len(piece)


def _write(folder: Path, out: _Hashed, taken: list[_Taken], progress: Progress | None) -> str:
    listed: dict[str, tuple[int, str]] = {}
    for done, each in enumerate(taken, 1):
        out.write(_header(each.name, each.size))
        listed[each.name] = each.size, _copy(folder / each.name, each, out)
        if progress is not None:
            progress(done, each.name)
    manifest = msgspec.json.format(msgspec.json.encode(Manifest(FORMAT, listed)), indent=1) + b"\n"
    out.write(_header(MANIFEST, len(manifest)))
    out.write(manifest + _padding(len(manifest)))
    out.write(bytes(2 * BLOCK))
    return f"sha256:{out.digest.hexdigest()}"


def _header(name: str, size: int) -> bytes:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o644
    return member.tobuf(tarfile.GNU_FORMAT, "utf-8", "strict")


def _copy(path: Path, taken: _Taken, out: _Hashed) -> str:
    digest = hashlib.sha256()
    left = taken.size
    with path.open("rb") as file:
        while left and (piece := file.read(min(left, STEP))):
            out.write(piece)
            digest.update(piece)
            left -= len(piece)
    if left:
        raise DamagedArchive(f"{taken.name} was cut while it was backed up: see `onrecord verify`.")
    out.write(_padding(taken.size))
    return f"sha256:{digest.hexdigest()}"


def _padding(size: int) -> bytes:
    return bytes(-size % BLOCK)
