"""The bytes of a WARC as one run, plain or gzip undone, with the place of each of them in the file as stored.

The framing is ours and not fastwarc's: fastwarc passes over a cut gzip member, and over bytes between records, in
silence, and tells no lengths.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Callable
from typing import BinaryIO, NamedTuple, Protocol

GZIP_MAGIC = b"\x1f\x8b\x08"
ZSTD_STARTS = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
"""How a .warc.zst begins: with a frame, or with the dictionary that its frames need."""

_PIECE = 1 << 16
_INFLATED_PIECE = 1 << 18
_MOST_GROWN = 1 << 30
_MOST_RATIO = 200


class Cut(Exception):
    """The file ends inside a record or gzip member."""


class Damaged(Exception):
    """A gzip member cannot be undone."""


class Grown(Damaged):
    """A gzip member grows beyond what any page does: it is not undone to its end."""


class Undoing(Protocol):
    """Undoes one member, as zlib does it."""

    @property
    def eof(self) -> bool:
        """Return whether the member is at its end."""

    @property
    def unused_data(self) -> bytes:
        """Return what was given beyond its end."""

    @property
    def unconsumed_tail(self) -> bytes:
        """Return what was given and is to be given again, as more would have come out than was asked for."""

    def decompress(self, stored: bytes, most: int, /) -> bytes:
        """Return what comes out of more stored bytes, at most so much; zlib.error where that cannot be."""


class Stored:
    """A plain file: bytes are taken from the front, and positions count from the start of the file.

    `base` is the position of the stream's next byte in the file; `head` are bytes already taken from the stream.
    """

    framed = False
    """Whether the storage itself tells where a record ends, so that a missing line end is no sign of a cut."""

    member = "gzip member"
    """What a piece of the file that is undone by itself is called."""

    def __init__(self, stream: BinaryIO, head: bytes = b"", base: int = 0) -> None:
        self._stream = stream
        self._head = head
        self._buffer = b""
        self._at = 0
        self._fault: Cut | Damaged | None = None
        self.position = base

    @property
    def again(self) -> Callable[[BinaryIO, bytes, int], Stored]:
        """Return what undoes the same file from another place on; it holds nothing of the file."""
        return type(self)

    def stored_start(self) -> int:
        """Return the place in the file where the next byte is stored."""
        return self.position

    def within(self) -> int:
        """Return how many undone bytes lie between `stored_start` and the next byte."""
        return 0

    def stored_end(self) -> int:
        """Return the place in the file where the bytes taken so far end."""
        return self.position

    def reached(self) -> int:
        """Return how far the file has been read."""
        return self.position

    def peek(self, size: int) -> bytes:
        """Return the next bytes without taking them, fewer than `size` only at the end of the file or before a fault.

        With nothing before it, the fault is raised.
        """
        while len(self._buffer) - self._at < size and (piece := self._more_if_sound()):
            self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return self._buffer[self._at : self._at + size]

    def peek_within(self, size: int) -> bytes:
        """Return the next bytes as `peek` does, but never those of another gzip member."""
        return self.peek(size)

    def take(self, size: int) -> bytes:
        """Return the next bytes and move past them, fewer than `size` only at the end of the file."""
        if len(self._buffer) - self._at >= size:
            taken = self._buffer[self._at : self._at + size]
            self._at += size
            self.position += size
            return taken
        return self._take_long(size)

    def _take_long(self, size: int) -> bytes:
        # One buffer of the final size: joining pieces would hold a large body twice.
        taken = bytearray(size)
        filled = 0
        while filled < size:
            if self._at >= len(self._buffer):
                self.raise_fault()
                self._buffer, self._at = self._more(), 0
                if not self._buffer:
                    break
            step = min(size - filled, len(self._buffer) - self._at)
            taken[filled : filled + step] = memoryview(self._buffer)[self._at : self._at + step]
            self._at += step
            filled += step
        del taken[filled:]
        self.position += filled
        return bytes(taken)

    def skip(self, size: int) -> int:
        """Move past the next bytes and return how many there were."""
        left = size
        while left and (taken := len(self.take(min(left, _PIECE)))):
            left -= taken
        return size - left

    def raise_fault(self) -> None:
        """Raise the fault that peeking met, if it met one."""
        if self._fault is not None:
            raise self._fault

    def put_back(self, taken: bytes) -> None:
        """Undo the last `take` of these bytes."""
        self._buffer, self._at = taken + self._buffer[self._at :], 0
        self.position -= len(taken)

    def resume(self) -> bool:
        """Move to the next sound place after damage; False if there is none."""
        return False

    def _more_if_sound(self, within: bool = False) -> bytes:
        try:
            self.raise_fault()
            return self._more(within)
        except (Cut, Damaged) as fault:
            self._fault = fault
            if self._at >= len(self._buffer):
                raise
            return b""

    def _more(self, within: bool = False) -> bytes:
        if self._head:
            piece, self._head = self._head, b""
            return piece
        return self._stream.read(_PIECE)


class _Member(NamedTuple):
    """Where a member starts: in the undone bytes, and in the file."""

    position: int
    offset: int


class StoredMembers(Stored):
    """A file of members that are undone one by one: positions count undone bytes, places are those of the members in the file."""

    framed = True
    magic = b""

    def __init__(self, stream: BinaryIO, head: bytes = b"", base: int = 0) -> None:
        """Take a stream as `Stored` does."""
        super().__init__(stream, head, base)
        self.position = 0
        self._raw = b""
        self._raw_at = base
        self._undone = 0
        self._grown = 0
        self._inflate: Undoing | None = None
        self._members: deque[_Member] = deque()

    def stored_start(self) -> int:
        """Return where the member with the next byte starts in the file."""
        self.peek(1)
        while len(self._members) > 1 and self._members[1].position <= self.position:
            self._members.popleft()
        return self._members[0].offset if self._members else self._raw_at

    def within(self) -> int:
        """Return how many undone bytes of the member come before the next byte."""
        return self.position - self._members[0].position if self._members else 0

    def stored_end(self) -> int:
        """Return where the member with the last byte taken ends; how far was read, if more of it is to come."""
        self.peek_within(1)
        for member in self._members:
            if member.position >= self.position:
                return member.offset
        return self._raw_at

    def reached(self) -> int:
        """Return how far the file has been read."""
        return self._raw_at

    def peek_within(self, size: int) -> bytes:
        """Return the next bytes without taking them, fewer than `size` where the member ends."""
        while len(self._buffer) - self._at < size and self._inflate is not None:
            piece = self._more_if_sound(within=True)
            if not piece and self._fault is not None:
                break
            self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return self._buffer[self._at : self._at + size]

    def resume(self) -> bool:
        """Move to the next member after the damaged one that begins with a WARC record; False if none."""
        damaged = self._members[-1].offset if self._members else self._raw_at
        self._forget_damage(damaged)
        while True:
            found = self._raw.find(self.magic)
            if found < 0:
                kept = self._raw[1 - len(self.magic) :]
                self._raw_at += len(self._raw) - len(kept)
                piece = super()._more()
                if not piece:
                    return False
                self._raw = kept + piece
                continue
            self._raw, self._raw_at = self._raw[found:], self._raw_at + found
            if len(self._raw) < _PIECE:
                self._raw += super()._more()
            if self._begins_record(self._raw):
                return True
            self._raw, self._raw_at = self._raw[1:], self._raw_at + 1

    def _forget_damage(self, damaged: int) -> None:
        # The next member may begin inside what the damaged one swallowed: go back to just after its start.
        self._inflate, self._fault = None, None
        self._buffer, self._at = b"", 0
        self.position = self._undone
        self._members.clear()
        if self._stream.seekable():
            self._stream.seek(damaged + 1)
            self._head, self._raw, self._raw_at = b"", b"", damaged + 1
        elif self._raw_at == damaged:
            self._raw, self._raw_at = self._raw[1:], self._raw_at + 1

    def _more(self, within: bool = False) -> bytes:
        while True:
            if within and self._inflate is None:
                return b""
            ended = not self._raw and not self._fetch()
            if self._inflate is None:
                if ended:
                    return b""
                self._begin_member()
                if self._inflate is None:
                    continue  # that was no member, but what stands between them
            if piece := self._inflated():
                self._undone += len(piece)
                return piece
            # What was fed may still have had something to give; only now is it sure that it had not.
            if ended and self._inflate is not None:
                raise Cut

    def _fetch(self) -> bool:
        self._raw = super()._more()
        return bool(self._raw)

    def _begin_member(self) -> None:
        self._need(len(self.magic))
        self._members.append(_Member(self._undone, self._raw_at))
        if not self._raw.startswith(self.magic):
            raise Damaged
        self._inflate = self._undoing()
        self._grown = 0

    def _need(self, size: int) -> None:
        """Fetch until so many stored bytes are there; Cut where the file ends before."""
        while len(self._raw) < size:
            piece = super()._more()
            if not piece:
                raise Cut
            self._raw += piece

    def _undoing(self) -> Undoing:
        """Return what undoes the next member."""
        raise NotImplementedError

    def _inflated(self) -> bytes:
        inflate = self._inflate
        assert inflate is not None
        try:
            piece = inflate.decompress(self._raw, _INFLATED_PIECE)
        except zlib.error as error:
            raise Damaged from error
        rest = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
        self._raw_at += len(self._raw) - len(rest)
        self._raw = rest
        self._grown += len(piece)
        if self._grown > _MOST_GROWN and self._grown > _MOST_RATIO * (
            self._raw_at - self._members[-1].offset
        ):
            raise Grown
        if inflate.eof:
            self._inflate = None
        return piece

    def _begins_record(self, raw: bytes) -> bool:
        """Tell whether these bytes begin a member whose content begins with a WARC record."""
        try:
            return self._undoing().decompress(raw, 8).startswith(b"WARC/")
        except zlib.error:
            return False


class StoredGzip(StoredMembers):
    """A file of gzip members."""

    magic = GZIP_MAGIC

    def _undoing(self) -> Undoing:
        return zlib.decompressobj(wbits=31)
