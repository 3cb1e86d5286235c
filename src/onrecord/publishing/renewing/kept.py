"""What is noted of a published site: what each of its files was made from, and how it lay in the folder. Derived, never truth."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

import msgspec

from onrecord.model import Coverage, Event, Revision
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.renewing.folders import KeptFile, KeptFiles
from onrecord.record import Printed


class Became(msgspec.Struct, frozen=True, array_like=True):
    """What became of a statement, and where it stands among all events."""

    order: tuple[int, str, str, int, str]
    event: Event


class Covered(msgspec.Struct, frozen=True):
    """What was covered of each source, and the digest of what notices tell for it."""

    noticed: bytes = b""
    sources: tuple[Coverage, ...] = ()


class Remembered(msgspec.Struct, frozen=True):
    """What was told of steps and statements, each with the print of what it was told from.

    `revisions` by the step, `became` by the statement: comparing two versions takes longer than making many pages. `printed` are the
    prints themselves, and the state of the record that they are of; `entries` its statements as lists have them, `covered` what was covered.
    """

    revisions: dict[str, tuple[bytes, Revision]] = {}
    became: dict[str, tuple[bytes, tuple[Became, ...]]] = {}
    printed: Printed = Printed()
    entries: tuple[Entry, ...] = ()
    covered: Covered = Covered()


class Tail(msgspec.Struct, frozen=True):
    """How a note ends: its size in bytes, of which so many are the first part of it, and the digest of its last part."""

    size: int
    first: int
    digest: bytes


class Kept(msgspec.Struct, frozen=True):
    """A site as it was left: its mark, its files; and what does not have to be read again for it.

    `state` is the print of all that its pages were made from but the time, of so many statements. Of `told` `read_told_before` makes
    a `ToldBefore` where the record is otherwise than it was: most publications find it as it was. `tail` is None where the note ends in
    something that cannot be read.
    """

    mark: KeptFile | None = None
    state: bytes = b""
    statements: int = 0
    files: KeptFiles = KeptFiles()
    told: tuple[msgspec.Raw, ...] = ()
    tail: Tail | None = None


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


class Sketched(msgspec.Struct, frozen=True):
    """The statements of a site in one language, by id; `around` is the print of all else that they are drawn from.

    `placed` tells of all statements, `statements` not of those of several parts.
    """

    around: bytes = b""
    statements: dict[str, Drawn] = {}
    placed: dict[str, Placed] = {}


Lead = tuple[bytes, str | None]
"""The first words of a statement, with the print of what they were read from."""


class ToldBefore(msgspec.Struct, frozen=True):
    """What does not have to be told again: `leads`, the first words of statements, each a `Lead`, which few publications ask for.

    `sketched` are the statements as they were drawn, by the folder of the language.
    """

    leads: dict[str, msgspec.Raw] = {}
    remembered: Remembered = Remembered()
    sketched: dict[str, Sketched] = {}


Value = TypeVar("Value")


def changed(before: Mapping[str, Value], now: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values that are not the very same as before under their names: those that were taken over are.

    Tens of thousands are looked at: one by one in Python that takes as long as making some ten pages.
    """
    return dict(compress(now.items(), map(is_not, map(before.get, now), now.values())))


_lead = msgspec.msgpack.Decoder(Lead)


def read_lead(noted: msgspec.Raw | None) -> Lead | None:
    """Return first words as they were noted."""
    return None if noted is None else _lead.decode(noted)


def pack_lead(lead: Lead) -> msgspec.Raw:
    """Return first words as they are noted."""
    return msgspec.Raw(msgspec.msgpack.encode(lead))


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
