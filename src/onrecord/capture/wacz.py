"""WACZ: a ZIP file whose archive/ holds WARC files; these are read where they lie, and checked against its list of digests."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from onrecord.capture.captured import Found
from onrecord.capture.revisits import Seen
from onrecord.capture.sniff import SNIFFED, sniff
from onrecord.capture.warc import read_container
from onrecord.capture.zips import FAULTS, MOST_RATIO, Member, Refused, members_of, open_zip, read_member
from onrecord.model import Issue, Locator, Severity

_LIST = "datapackage.json"
_LIST_LIMIT = 8 << 20
_SPOOLED = 32 << 20
_PIECE = 1 << 20
_LOCAL = struct.Struct("<26xHH")
_NESTED = (".wacz", ".zip", ".tar", ".tar.gz", ".tgz", ".7z", ".rar")
_MOST_LISTED = 12


def read_wacz(stream: BinaryIO, name: str, seen: Seen, path: Path | None) -> Iterator[Found]:
    """Return the pages of the WARC files in a WACZ, and an issue for each member that is refused, damaged or changed.

    A locator's file is the WACZ's name and that of the member: "site.wacz/archive/a.warc.gz"; its offset counts in that.
    Nothing is unpacked to a place that a member names.
    """
    try:
        opened = open_zip(stream)
    except Refused as refused:
        yield _issue(name, "zip_unreadable", f"{name} {refused}.", "error")
        return
    with opened:
        yield from _Wacz(opened, stream, name, seen, path).read()


class _Wacz:
    def __init__(
        self, opened: zipfile.ZipFile, stream: BinaryIO, name: str, seen: Seen, path: Path | None
    ) -> None:
        self._opened = opened
        self._stream = stream
        self._name = name
        self._seen = seen
        self._path = path

    def read(self) -> Iterator[Found]:
        members = list(members_of(self._opened))
        digests: dict[str, str] = {}
        yield from self._list_digests(members, digests)
        others: list[str] = []
        for member in members:
            if member.refusal:
                said = (
                    f"{self._name} has a member {member.name[:80]!r} that {member.refusal}, and was not read."
                )
                yield _issue(self._name, "member_refused", said, "error")
            elif not member.name.startswith("archive/"):
                others.append(member.name)
            elif member.name.lower().endswith(_NESTED):
                said = f"{self._name} holds an archive inside itself, {member.name[:80]!r}: take it out, and give it."
                yield _issue(self._name, "member_refused", said, "error")
            else:
                yield from self._read_member(member, digests.get(member.name))
        if others:
            listed = ", ".join(sorted(others)[:_MOST_LISTED]) + (", …" if len(others) > _MOST_LISTED else "")
            said = (
                f"In {self._name}, members that hold no captures were passed over ({len(others)}): {listed}."
            )
            yield _issue(self._name, "media_types_passed_over", said, "note")

    def _list_digests(self, members: list[Member], digests: dict[str, str]) -> Iterator[Issue]:
        """Enter the digests that the WACZ states of its members."""
        for member in members:
            if member.name != _LIST:
                continue
            try:
                listed = json.loads(read_member(self._opened, member, _LIST_LIMIT))
                resources = listed.get("resources") if isinstance(listed, dict) else None
                for each in resources if isinstance(resources, list) else []:
                    digests[str(each.get("path"))] = str(each.get("hash") or "")
            except (Refused, ValueError, RecursionError, AttributeError) as fault:
                said = f"{self._name} has a {_LIST} that cannot be read ({fault}): its digests were not compared."
                yield _issue(self._name, "zip_unreadable", said, "warning")

    def _read_member(self, member: Member, digest: str | None) -> Iterator[Found]:
        name = f"{self._name}/{member.name}"
        try:
            source = _Member(self._opened, self._stream, self._path, member, self._seen)
        except (Refused, *FAULTS) as fault:
            said = f"{self._name} {fault}." if isinstance(fault, Refused) else _damaged(self._name, member)
            yield _issue(self._name, "zip_unreadable", said, "error")
            return
        if digest and digest.startswith("sha256:") and source.sha256() != digest[7:].lower():
            said = f"{name} does not have the digest {digest[:80]} that {_LIST} claims for it."
            yield _issue(name, "digest_mismatch", said, "warning")
        with source.open("rb") as stream:
            head = stream.read(SNIFFED)
            found = sniff(head, Path(member.name).suffix.lower())
            if found.kind not in ("warc", "arc"):
                said = f"{name} is {found.name or 'no WARC'}, and was passed over."
                yield _issue(name, "not_a_page", said, "warning")
                return
            yield from read_container(found.kind, stream, name, self._seen, head, source)


class _Member:
    """A member's bytes, to be read from the beginning as often as is needed: in place, or unpacked to a nameless file."""

    def __init__(
        self, opened: zipfile.ZipFile, stream: BinaryIO, path: Path | None, member: Member, seen: Seen
    ) -> None:
        self._stream = stream
        self._path = path
        self._start = 0
        self._length = member.entry.file_size
        with opened.open(member.entry) as checked:  # zipfile compares the two headers of the member
            if not member.stored:
                self._stream, self._path = seen.hold(_unpacked(checked, member)), None
                self._length = self._stream.seek(0, io.SEEK_END)
                return
        stream.seek(member.entry.header_offset)
        lengths = _LOCAL.unpack(stream.read(_LOCAL.size))
        self._start = member.entry.header_offset + _LOCAL.size + sum(lengths)

    def open(self, mode: str) -> BinaryIO:
        """Return the bytes as a stream of their own."""
        if self._path is None:
            return cast(
                BinaryIO, io.BufferedReader(_Window(self._stream, self._start, self._length, owned=False))
            )
        file = self._path.open("rb")
        return cast(BinaryIO, io.BufferedReader(_Window(file, self._start, self._length, owned=True)))

    def sha256(self) -> str:
        """Return the digest of the bytes, in hexadecimal."""
        digest = hashlib.sha256()
        with self.open("rb") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest()


def _unpacked(checked: object, member: Member) -> BinaryIO:
    """Return a compressed member in a file without a name; Refused where it grows beyond what its size allows."""
    spooled = cast(BinaryIO, SpooledTemporaryFile(_SPOOLED))  # noqa: SIM115 - revisits read in it to the end
    source = cast(BinaryIO, checked)
    most = max(_PIECE, MOST_RATIO * member.entry.compress_size)
    try:
        while piece := source.read(_PIECE):
            if spooled.tell() + len(piece) > most:
                raise Refused(
                    f"has a member {member.name[:80]!r} that grows beyond {most >> 20} MiB, and was not read"
                )
            spooled.write(piece)
    except BaseException:
        spooled.close()
        raise
    return spooled


class _Window(io.RawIOBase):
    """A stretch of a file as a file: other readers of the same file may move it meanwhile."""

    def __init__(self, file: BinaryIO, start: int, length: int, *, owned: bool) -> None:
        self._file = file
        self._start = start
        self._length = length
        self._at = 0
        self._owned = owned

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._length}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        self._file.seek(self._start + self._at)
        piece = self._file.read(min(len(view), max(0, self._length - self._at)))
        view[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def close(self) -> None:
        if self._owned and not self.closed:
            self._file.close()
        super().close()


def _damaged(name: str, member: Member) -> str:
    return f"{name} has a damaged member {member.name[:80]!r}: fetch the file again."


def _issue(name: str, code: str, said: str, severity: Severity) -> Issue:
    return Issue(code, said, Locator(name, 0, 0), severity)
