"""ZIP files looked into without being unpacked to disk: what is unsafe in them is named, and nothing grows beyond a bound."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

MOST_MEMBERS = 20_000
MOST_RATIO = 200
"""How many bytes may come out of one, for a member; XML of a Word text seldom reaches 30."""
_FREE = 1 << 20
_PIECE = 1 << 18
_ENCRYPTED = 0x1
# What zipfile raises for a directory, a header or a body that is not as it should be.
FAULTS = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
          OSError, MemoryError, OverflowError, KeyError, IndexError, UnicodeError)  # fmt: skip


class Refused(Exception):
    """A member, or the whole file, is refused; the words end the sentence "… of this file …" and say why."""


class Member(NamedTuple):
    """A member of a ZIP file; `refusal` says why it may not be read, empty where it may."""

    name: str
    size: int
    stored: bool
    refusal: str
    entry: zipfile.ZipInfo


def names_in_zip(stream: BinaryIO) -> frozenset[str] | None:
    """Return the names of a ZIP file's members, None where it has no sound directory."""
    try:
        with zipfile.ZipFile(stream) as opened:
            return frozenset(entry.filename for entry in opened.infolist()[:MOST_MEMBERS])
    except FAULTS:
        return None


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """Return the ZIP file; Refused where it has no sound directory, or more members than any page needs."""
    try:
        opened = zipfile.ZipFile(stream)
    except FAULTS:
        raise Refused("is a damaged ZIP file: fetch it again") from None
    if len(opened.infolist()) > MOST_MEMBERS:
        opened.close()
        raise Refused(f"holds more than {MOST_MEMBERS} members: take out those that you need, and give them")
    return opened


def members_of(opened: zipfile.ZipFile) -> Iterator[Member]:
    """Return the members of a ZIP file in the order of its directory, folders left out."""
    for entry in opened.infolist():
        if not entry.is_dir():
            stored = entry.compress_type == zipfile.ZIP_STORED
            yield Member(entry.filename, entry.file_size, stored, _refusal(entry), entry)


def _refusal(entry: zipfile.ZipInfo) -> str:
    name = entry.orig_filename
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or name[1:2] == ":":
        return "has an absolute name"
    if ".." in parts or "\x00" in name:
        return "has a name that leads out of the file"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if entry.file_size > _FREE and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        return f"would grow to {entry.file_size >> 20} MiB, more than {MOST_RATIO} times its size"
    return ""


def read_member(opened: zipfile.ZipFile, member: Member, limit: int) -> bytes:
    """Return a member's bytes; Refused where it may not be read, is damaged, or grows beyond the limit.

    What comes out is counted, whatever the directory says.
    """
    if member.refusal:
        raise Refused(f"has a member {member.name[:80]!r} that {member.refusal}, and was not read")
    pieces: list[bytes] = []
    size = 0
    most = min(limit, max(_FREE, MOST_RATIO * member.entry.compress_size))
    try:
        with opened.open(member.entry) as stream:
            while piece := stream.read(_PIECE):
                pieces.append(piece)
                size += len(piece)
                if size > most:
                    raise Refused(
                        f"has a member {member.name[:80]!r} that grows beyond {most >> 20} MiB, and was not read"
                    )
    except FAULTS:
        raise Refused(f"has a damaged member {member.name[:80]!r}: fetch the file again") from None
    return b"".join(pieces)
