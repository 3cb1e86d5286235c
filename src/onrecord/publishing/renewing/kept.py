"""What is noted of a published site: what each of its files was made from, and how it lay in the folder. Derived, never truth."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

import msgspec

from onrecord.model import Coverage, Event, Revision
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.renewing.folders import KeptFile, KeptFiles
from onrecord.record import Printed

MOST_SITES = 8
"""Of how many folders it is noted; of more, those that were published to last."""

_FORMAT = b"onrecord-kept-10\n"


class Became(msgspec.Struct, frozen=True, array_like=True):
    """What became of a statement, and where it stands among all events."""

    order: tuple[int, str, str, int, str]
    event: Event


class Covered(msgspec.Struct, frozen=True, array_like=True):
    """What was covered of each source, and the digest of what notices tell for it."""

    noticed: bytes = b""
    sources: tuple[Coverage, ...] = ()


class Remembered(msgspec.Struct, frozen=True, array_like=True):
    """What was told of steps and statements, each with the print of what it was told from.

    `revisions` by the step, `became` by the statement: comparing two versions takes longer than making many pages. `printed` are the
    prints themselves, and the state of the record that they are of; `entries` its statements as lists have them, `covered` what was covered.
    """

    revisions: dict[str, tuple[bytes, Revision]] = {}
    became: dict[str, tuple[bytes, tuple[Became, ...]]] = {}
    printed: Printed = Printed()
    entries: tuple[Entry, ...] = ()
    covered: Covered = Covered()


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A site as it was left: its mark, its files; and what does not have to be read again for it.

    `state` is the print of all that its pages were made from but the time, of so many statements. `told` is a `ToldBefore`, which is read
    where the record is otherwise than it was: most publications find it as it was.
    """

    mark: KeptFile | None = None
    state: bytes = b""
    statements: int = 0
    files: KeptFiles = KeptFiles()
    told: msgspec.Raw = msgspec.Raw()


class Drawn(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What was told of a statement (its print), the prints of its line in lists and of its pages, and that of its history.

    Which files it has follows from these. `near` are the ids of the messages before and after it, to which its page leads.
    """

    told: bytes
    line: bytes
    pages: bytes
    history: bytes | None
    near: str = ""


class Placed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The folders of the lists in which a statement stands, and the print of what became of it that its line does not tell.

    The folders stand in one text, in lines: they are read of all statements, and asked of few.
    """

    apart: bytes
    folders: str


class Sketched(msgspec.Struct, frozen=True, array_like=True):
    """The statements of a site in one language, by id; `around` is the print of all else that they are drawn from.

    `placed` tells of all statements, `statements` not of those of several parts.
    """

    around: bytes = b""
    statements: dict[str, Drawn] = {}
    placed: dict[str, Placed] = {}


Lead = tuple[bytes, str | None]
"""The first words of a statement, with the print of what they were read from."""


class ToldBefore(msgspec.Struct, frozen=True, array_like=True):
    """What does not have to be told again: `leads`, the first words of statements, each a `Lead`, which few publications ask for.

    `sketched` are the statements as they were drawn, by the folder of the language.
    """

    leads: dict[str, msgspec.Raw] = {}
    remembered: Remembered = Remembered()
    sketched: dict[str, Sketched] = {}


_lead = msgspec.msgpack.Decoder(Lead)
_decoder = msgspec.msgpack.Decoder(Kept)
_told_before = msgspec.msgpack.Decoder(ToldBefore)


def read_told_before(kept: Kept) -> ToldBefore:
    """Return what was told of the record that a site was left for; nothing where nothing was noted."""
    return _told_before.decode(kept.told) if kept.told else ToldBefore()


def read_lead(noted: msgspec.Raw | None) -> Lead | None:
    """Return first words as they were noted."""
    return None if noted is None else _lead.decode(noted)


def pack_lead(lead: Lead) -> msgspec.Raw:
    """Return first words as they are noted."""
    return msgspec.Raw(msgspec.msgpack.encode(lead))


def pack_told_before(told: ToldBefore) -> msgspec.Raw:
    """Return what was told as it is noted."""
    return msgspec.Raw(msgspec.msgpack.encode(told))


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


def kept_file(place: str, print_: bytes, digest: bytes) -> KeptFile:
    """Return a file as it lies there now."""
    lies = os.lstat(place)
    return KeptFile(print_, digest, lies.st_size, lies.st_mtime_ns, lies.st_ctime_ns, lies.st_ino)


def is_as_kept(place: str, kept: KeptFile) -> KeptFile | None:
    """Return a file as it lies there by now if its bytes are those that were left there, else None.

    It is read only where size, times or entry are not as they were: after the site was copied or moved, say.
    """
    try:
        found = os.lstat(place)
        if (
            found.st_ctime_ns == kept.entered
            and found.st_mtime_ns == kept.changed
            and found.st_ino == kept.number
            and found.st_size == kept.size
        ):
            return kept
        if found.st_size != kept.size or not stat.S_ISREG(found.st_mode):
            return None
        with open(place, "rb") as file:  # noqa: PTH123 - tens of thousands of them, and a Path costs more than the look
            same = hashlib.file_digest(file, "sha256").digest() == kept.digest
    except OSError:
        return None
    if not same:
        return None
    return KeptFile(kept.print, kept.digest, kept.size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
