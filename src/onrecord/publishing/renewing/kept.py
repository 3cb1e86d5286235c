"""What is noted of a published site: what each of its files was made from, and how it lay in the folder. Derived, never truth."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

import msgspec

from onrecord.model import Event, Revision

MOST_SITES = 8
"""Of how many folders it is noted; of more, those that were published to last."""

_FORMAT = b"onrecord-kept-2\n"


class KeptFile(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file of the site: the print of all it was made from, SHA-256 and size of its bytes, and how it lay there.

    `lay` are the times of last change of words and of entry, and the number of the entry: any edit moves one of them.
    """

    print: bytes
    digest: bytes
    size: int
    lay: tuple[int, int, int]


class Became(msgspec.Struct, frozen=True, array_like=True):
    """What became of a statement, and where it stands among all events."""

    order: tuple[int, str, str, int, str]
    event: Event


class Remembered(msgspec.Struct, frozen=True, array_like=True):
    """What was told of steps and statements, each with the print of what it was told from.

    `revisions` by the step, `became` by the statement: comparing two versions takes longer than making many pages.
    """

    revisions: dict[str, tuple[bytes, Revision]] = {}
    became: dict[str, tuple[bytes, tuple[Became, ...]]] = {}


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A site as it was left: SHA-256 of its mark, its files by their paths; and what does not have to be read again for it.

    `state` is the print of all that its pages were made from but the time, of so many statements. `leads` are the first words of
    statements, each with the print of what they were read from.
    """

    mark: bytes = b""
    state: bytes = b""
    statements: int = 0
    files: dict[str, KeptFile] = {}
    leads: dict[str, tuple[bytes, str | None]] = {}
    remembered: Remembered = Remembered()


_decoder = msgspec.msgpack.Decoder(Kept)


def kept_path(folder: Path, site: Path) -> Path:
    """Return the file in which it is noted what stands in a site's folder."""
    named = os.fsencode(site.resolve())
    return folder / f"{hashlib.sha256(named).hexdigest()[:16]}.kept"


def read_kept(path: Path) -> Kept | None:
    """Return what is noted; None where there is nothing, or where it is damaged: then all is made anew."""
    try:
        stored = memoryview(
            path.read_bytes()
        )  # of a large site it is tens of megabytes, and not to be copied
    except OSError:
        return None
    head, body = stored[: len(_FORMAT) + 32], stored[len(_FORMAT) + 32 :]
    if head != _FORMAT + hashlib.sha256(body).digest():
        return None
    try:
        return _decoder.decode(body)
    except msgspec.DecodeError:
        return None


def write_kept(path: Path, kept: Kept) -> None:
    """Note what stands in a site's folder now; where that cannot be written, the next publication makes all anew."""
    body = msgspec.msgpack.encode(kept)
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}")
        with new.open("wb") as file:
            file.writelines((_FORMAT, hashlib.sha256(body).digest(), body))
        new.replace(path)
        others = sorted(path.parent.iterdir(), key=lambda each: each.stat().st_mtime_ns, reverse=True)
        for each in others[MOST_SITES:]:
            each.unlink()


def lay_of(found: os.stat_result) -> tuple[int, int, int]:
    """Return how a file lies in its folder."""
    return found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def is_as_kept(place: str, kept: KeptFile) -> KeptFile | None:
    """Return a file as it lies there by now if its bytes are those that were left there, else None.

    It is read only where size, times or entry are not as they were: after the site was copied or moved, say.
    """
    try:
        found = os.lstat(place)
        if found.st_size != kept.size or not stat.S_ISREG(found.st_mode):
            return None
        lay = lay_of(found)
        if lay == kept.lay:
            return kept
        with open(place, "rb") as file:  # noqa: PTH123 - tens of thousands of them, and a Path costs more than the look
            same = hashlib.file_digest(file, "sha256").digest() == kept.digest
    except OSError:
        return None
    return KeptFile(kept.print, kept.digest, kept.size, lay) if same else None
