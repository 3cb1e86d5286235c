"""A .warc.zst file: Zstandard frames, one a record, before them perhaps the dictionary that they need.

As "Use of Zstandard for WARC" (IIPC, 2021) has it: the dictionary stands in a skippable frame at the beginning, plain or packed itself.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from onrecord.capture.stored import Damaged, Stored, StoredMembers, Undoing

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
DICTIONARY_MAGIC = b"\x5d\x2a\x4d\x18"
_SKIPPABLE = tuple(bytes([0x50 + n]) + b"\x2a\x4d\x18" for n in range(16))
_FRAME_HEAD = 8
_LARGEST_DICTIONARY = 16 << 20
# What `zstd` undoes without being told to: more would take more than 128 MiB of memory for one frame.
_OPTIONS = {int(zstd.DecompressionParameter.window_log_max): 27}


class _Dictionary:
    """The dictionary of one file, once it was read."""

    def __init__(self) -> None:
        self.found: zstd.ZstdDict | None = None


class _Frame:
    """Undoes one frame, bounded as zlib bounds it."""

    def __init__(self, dictionary: zstd.ZstdDict | None) -> None:
        self._undoing = zstd.ZstdDecompressor(dictionary, _OPTIONS)
        self.unconsumed_tail = b""

    @property
    def eof(self) -> bool:
        return self._undoing.eof

    @property
    def unused_data(self) -> bytes:
        return self._undoing.unused_data + self.unconsumed_tail

    def decompress(self, stored: bytes, most: int, /) -> bytes:
        # What still has something to give takes nothing more: else it would hold all that was ever given.
        self.unconsumed_tail = b"" if self._undoing.needs_input else stored
        try:
            return self._undoing.decompress(stored if self._undoing.needs_input else b"", most)
        except (zstd.ZstdError, EOFError) as fault:
            raise zlib.error(str(fault)) from None


class StoredZstd(StoredMembers):
    """A file of Zstandard frames."""

    member = "zstd frame"
    magic = ZSTD_MAGIC

    def __init__(
        self, stream: BinaryIO, head: bytes = b"", base: int = 0, dictionary: _Dictionary | None = None
    ) -> None:
        """Take a stream as `Stored` does, and the dictionary if the file was read before."""
        super().__init__(stream, head, base)
        self._dictionary = dictionary or _Dictionary()

    @property
    def again(self) -> Callable[[BinaryIO, bytes, int], Stored]:
        """Return what undoes the same file from another place on, with its dictionary."""
        return partial(StoredZstd, dictionary=self._dictionary)

    def _begin_member(self) -> None:
        self._need(len(self.magic))
        if self._raw.startswith(_SKIPPABLE):
            self._pass_frame()
            return
        super()._begin_member()

    def _pass_frame(self) -> None:
        """Move behind a frame that holds no record; take the dictionary, if it is that."""
        self._need(_FRAME_HEAD)
        is_dictionary = self._raw.startswith(DICTIONARY_MAGIC) and self._raw_at == 0
        left = int.from_bytes(self._raw[4:_FRAME_HEAD], "little")
        self._pass(_FRAME_HEAD)
        if is_dictionary:
            if left > _LARGEST_DICTIONARY:
                raise Damaged
            self._need(left)
            self._dictionary.found = _dictionary_in(self._raw[:left])
            self._pass(left)
            return
        while left:
            self._need(1)
            left -= self._pass(min(left, len(self._raw)))

    def _pass(self, size: int) -> int:
        self._raw, self._raw_at = self._raw[size:], self._raw_at + size
        return size

    def _undoing(self) -> Undoing:
        return _Frame(self._dictionary.found)


def _dictionary_in(stored: bytes) -> zstd.ZstdDict:
    """Return the dictionary, unpacked if it is packed itself; Damaged where it is none."""
    try:
        if stored.startswith(ZSTD_MAGIC):
            undoing = zstd.ZstdDecompressor(None, _OPTIONS)
            stored = undoing.decompress(stored, _LARGEST_DICTIONARY)
            if not undoing.eof:
                raise Damaged
        return zstd.ZstdDict(stored, is_raw=False)
    except (zstd.ZstdError, ValueError):
        raise Damaged from None


def begins_with(head: bytes, most: int) -> bytes | None:
    """Return the first bytes that come out of a zstd file; None where they cannot be told without what stands further back."""
    if head.startswith(_SKIPPABLE):
        return None
    try:
        return _Frame(None).decompress(head, most)
    except zlib.error:
        return None
