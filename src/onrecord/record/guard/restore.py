"""A backup made an archive again: nothing is believed of it, and nothing is left where it does not hold what it says."""

from __future__ import annotations

import hashlib
import os
import tarfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from onrecord.custody import BackedUp
from onrecord.errors import DamagedArchive, NotFound, OnrecordError, WrongCall
from onrecord.record.deriving.steps import Progress
from onrecord.record.guard.backup import BLOCK, FORMAT, MANIFEST, STEP, Manifest, is_name
from onrecord.record.guard.verify import check_kept
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.ledger import Ledger
from onrecord.record.truth.store import sync_folder
from onrecord.record.truth.swap import Staging, holding, remove_left

_MOST_LISTED = 64 << 20
_REGULAR = frozenset({tarfile.REGTYPE, tarfile.AREGTYPE})


class _Member(NamedTuple):
    """A file in a backup: its name and length, as its header states them."""

    name: str
    size: int


def restore(path: Path, folder: Path, progress: Progress | None = None) -> BackedUp:
    """Make an archive of a backup in a new or empty folder, and return what was restored.

    Everything is compared with the list in the backup, and the captures with the ledger, before it is put in its place.
    DamagedArchive for a backup that is cut, changed, or holds anything that no archive holds; nothing is left of it then.
    """
    _check_free(folder)
    if not path.is_file():
        raise NotFound(f"There is no backup at {path}: name the file that `onrecord backup` wrote.")
    place = folder.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with holding(place.parent):
        remove_left(place)
        staging = Staging(place)
    try:
        restored = _unpack(path, staging.path, progress)
        _check_archive(staging.path, path)
        with holding(place.parent):
            _check_free(folder)
            if place.exists():
                place.rmdir()
            staging.path.rename(place)
            sync_folder(place.parent)
    finally:
        staging.close()
    return restored


def _check_free(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise WrongCall(f"{folder} is no folder: name a new one for the archive.")
    if folder.exists() and any(folder.iterdir()):
        raise WrongCall(
            f"The folder {folder} is not empty, and nothing is ever restored over anything: name a new folder."
        )


def _unpack(path: Path, folder: Path, progress: Progress | None) -> BackedUp:
    layout = Layout(folder)
    for each in (layout.captures, layout.sources, layout.corrections):
        each.mkdir()
    found: dict[str, tuple[int, str]] = {}
    manifest: Manifest | None = None
    whole = hashlib.sha256()
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        for member in _members(file, size, path):
            if member.name == MANIFEST:
                manifest = _read_manifest(file, member, path)
                continue
            if manifest is not None:
                raise _refused(path, f"{member.name} stands behind the list of what is in it")
            (folder / member.name).parent.mkdir(exist_ok=True)  # a folder of drafts is only there if some are
            found[member.name] = member.size, _take_out(file, member, folder / member.name, path)
            if progress is not None:
                progress(len(found), member.name)
        file.seek(0)
        while piece := file.read(STEP):
            whole.update(piece)
    if manifest is None:
        raise _refused(path, "the list of what is in it is missing, as if it had been cut")
    _compare(found, manifest, path)
    for each in (layout.captures, layout.sources, layout.corrections, folder):
        sync_folder(each)
    total = sum(length for length, _ in found.values())
    return BackedUp(str(path), len(found), total, f"sha256:{whole.hexdigest()}")


def _members(file: BinaryIO, size: int, path: Path) -> Iterator[_Member]:
    """Yield the files of a tar; who takes one reads all of it. Whatever is no plain file of an archive is refused."""
    seen: set[str] = set()
    while True:
        header = file.read(BLOCK)
        if header == bytes(BLOCK):
            if any(rest.strip(b"\0") for rest in iter(lambda: file.read(STEP), b"")):
                raise _refused(path, "something stands behind its end")
            return
        member = _parse_header(header, path)
        key = unicodedata.normalize("NFC", member.name).casefold()
        if key in seen:
            raise _refused(path, f"it holds {member.name!r} twice")
        seen.add(key)
        at = file.tell()
        if member.size > size - at:
            raise _refused(path, f"it ends inside {member.name!r}")
        yield member
        file.seek(at + member.size + -member.size % BLOCK)


def _parse_header(header: bytes, path: Path) -> _Member:
    try:
        found = tarfile.TarInfo.frombuf(header, "utf-8", "strict")
    except (tarfile.HeaderError, UnicodeDecodeError, ValueError):
        raise _refused(path, "it is cut, or no backup that onrecord wrote") from None
    name = found.name
    if found.type not in _REGULAR or found.linkname:
        raise _refused(path, f"{name!r} is no plain file")
    if not (is_name(name) or name == MANIFEST) or found.size < 0:
        raise _refused(path, f"it holds {name!r}, which no archive holds")
    return _Member(name, found.size)


def _read_manifest(file: BinaryIO, member: _Member, path: Path) -> Manifest:
    if member.size > _MOST_LISTED:
        raise _refused(path, "the list of what is in it is too long")
    try:
        manifest = msgspec.json.decode(file.read(member.size), type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _refused(path, "the list of what is in it cannot be read") from None
    if manifest.onrecord_backup != FORMAT:
        raise _refused(path, f"it has format {manifest.onrecord_backup}, and this onrecord reads {FORMAT}")
    return manifest


def _take_out(file: BinaryIO, member: _Member, place: Path, path: Path) -> str:
    digest = hashlib.sha256()
    left = member.size
    with place.open("xb") as out:
        while left and (piece := file.read(min(left, STEP))):
            out.write(piece)
            digest.update(piece)
            left -= len(piece)
        out.flush()
        os.fsync(out.fileno())
    if left:
        raise _refused(path, f"it ends inside {member.name!r}")
    return f"sha256:{digest.hexdigest()}"


def _compare(found: dict[str, tuple[int, str]], manifest: Manifest, path: Path) -> None:
    for name in sorted({*found, *manifest.files}):
        if name not in manifest.files:
            raise _refused(path, f"{name!r} is not in its list")
        if name not in found:
            raise _refused(path, f"{name!r} is in its list, and not in it")
        if found[name] != manifest.files[name]:
            raise _refused(path, f"{name!r} is not as it was written")


def _check_archive(folder: Path, path: Path) -> None:
    """Raise unless the ledger is one, and every capture that it acknowledges is there as it was kept."""
    ledger = Ledger(Layout(folder).ledger)
    try:
        ledger.check()
        wrong = [each for each in check_kept(folder, ledger).findings() if each.severity == "error"]
    except OnrecordError as fault:
        raise _refused(path, str(fault).replace(str(folder), "it").rstrip(".")) from None
    if wrong:
        raise _refused(path, f"{wrong[0].where}: {wrong[0].message.rstrip('.')}")


def _refused(path: Path, why: str) -> DamagedArchive:
    return DamagedArchive(f"{path} is not restored: {why}.")
