"""The captures of an archive as bytes: appended to a WARC of the adding process, synced, read back and checked."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.capture import Captured, Revisit, digest_of
from onrecord.errors import DamagedArchive
from onrecord.model import Capture, Issue, Locator

if TYPE_CHECKING:
    from onrecord.capture import CaptureWriter

_STEP = 1 << 20
_NUMBERED_FILE = re.compile(r"(\d{6})\.warc\.gz", re.ASCII)


class CaptureFile:
    """The WARC file that one adding process writes; it is made when the first capture comes."""

    def __init__(self, folder: Path, last_named: Callable[[], int]) -> None:
        """Take the archive folder, and what tells the highest number of a file that the ledger names; nothing is written yet."""
        self._folder = folder
        self._last_named = last_named
        self._path: Path | None = None
        self._writer: CaptureWriter | None = None

    @property
    def name(self) -> str:
        """Return the file's path relative to the archive folder; empty before the first capture."""
        return f"captures/{self._path.name}" if self._path else ""

    def write(self, captured: Captured, *, added_at: str, first: Capture | None) -> Locator:
        """Append a capture, as a revisit if `first` has the same bytes in this archive. Not yet synced."""
        return self._begun().write(captured, added_at=added_at, refers_to=first)

    def write_request(self, captured: Captured) -> Locator:
        """Append the request of a fetched capture, right before that. Not yet synced."""
        return self._begun().write_request(captured)

    def write_revisit(self, revisit: Revisit, *, added_at: str) -> Locator:
        """Append a revisit of what is not in this archive. Not yet synced."""
        return self._begun().write_revisit(revisit, added_at=added_at)

    def _begun(self) -> CaptureWriter:
        if self._writer is None:
            from onrecord.capture import CaptureWriter

            self._path = _new_file(self._folder, self._last_named())
            self._writer = CaptureWriter(self._path, self.name)
        return self._writer

    def sync(self) -> None:
        """Return once the bytes written so far, and the file's name, are on the disk."""
        if self._writer is not None and self._path is not None:
            self._writer.sync()
            sync_folder(self._path.parent)

    def close(self) -> None:
        """Close the file, if one was made."""
        if self._writer is not None:
            self._writer.close()

    def __enter__(self) -> CaptureFile:
        """Return the file, closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()


def _new_file(folder: Path, last_named: int) -> Path:
    """Make the file with the next free number; only who holds the lock may call this.

    A number that a line of the ledger names is not free, whether or not its file is there: a lost file may come back.
    """
    captures = folder / "captures"
    with os.scandir(captures) as entries:  # one for each `add` there ever was
        numbered = [match for each in entries if (match := _NUMBERED_FILE.fullmatch(each.name))]
    there = max((int(match[1]) for match in numbered), default=0)
    path = captures / f"{max(there, last_named) + 1:06}.warc.gz"
    path.touch(exist_ok=False)
    return path


def stored_digest(folder: Path, locator: Locator) -> str | Issue:
    """Return the SHA-256 of the bytes as stored, or the issue that they are not there: `lost_warc`, `cut_file`."""
    digest = hashlib.sha256()
    left = locator.length
    try:
        with (folder / locator.file).open("rb") as file:
            file.seek(locator.offset)
            while left and (piece := file.read(min(left, _STEP))):
                digest.update(piece)
                left -= len(piece)
    except FileNotFoundError:
        return Issue("lost_warc", f"{locator.file} is missing.", locator, "error")
    if left:
        return Issue(
            "cut_file", f"{locator.file} ends inside the record at {locator.offset}.", locator, "error"
        )
    return f"sha256:{digest.hexdigest()}"


def read_body(folder: Path, locator: Locator, digest: str, held_at: Locator | None = None) -> bytes | Issue:
    """Return the body kept at the locator, or the issue that it is not the one with this digest.

    `held_at` is where the body lies if the record at the locator is a revisit: that may have moved since it was written.
    """
    from onrecord.capture import read_at

    for place in filter(None, (locator, held_at)):
        found = stored_digest(folder, place)
        if isinstance(found, Issue):
            return found
    try:
        body = read_at(folder, held_at or locator).body
    except DamagedArchive as damage:
        return Issue("changed_bytes", str(damage), locator, "error")
    return body if digest_of(body) == digest else changed_bytes(locator)


def changed_bytes(locator: Locator) -> Issue:
    """Return the issue for stored bytes that are not those that were acknowledged."""
    return Issue(
        "changed_bytes",
        f"The record at {locator.offset} of {locator.file} is not as it was acknowledged.",
        locator,
        "error",
    )


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that there is never a part of it: beside its place, synced, and then put there."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Return once the names of the folder's files are on the disk."""
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
