"""Statements composed while captures are read, kept for later captures that show the same among other furniture.

They stand in the table `composed`, and those of this process in memory as well. Nothing is lost with either: what is not kept is
composed again.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from typing import NamedTuple

MOST_BYTES = 16 << 20
"""Some thousands of statements: more than are read at once."""
_COMPRESSION = 1


class Words(NamedTuple):
    """What a statement is compared by: the digests of its version and its words, and the words of its title."""

    version: str
    words: str | None
    title: str


class Composed:
    """What was composed, by the digest of what it was composed of; what was asked for longest ago goes first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """Keep no more bytes than these."""
        self._most = most_bytes
        self._bytes = 0
        self._packed: dict[bytes, bytes] = {}
        self._words: dict[bytes, Words] = {}

    def get(self, digest: bytes) -> bytes | None:
        """Return what is kept by this digest."""
        packed = self._packed.pop(digest, None)
        if packed is not None:
            self._packed[digest] = packed  # a dict is in the order of writing
        return packed

    def put(self, digest: bytes, packed: bytes) -> None:
        """Keep this by its digest."""
        self._bytes += len(packed) - len(self._packed.pop(digest, b""))
        self._packed[digest] = packed
        while self._bytes > self._most:
            oldest = next(iter(self._packed))
            self._bytes -= len(self._packed.pop(oldest))
            self._words.pop(oldest, None)

    def words(self, digest: bytes) -> Words | None:
        """Return what a statement composed of this is compared by, if that is known."""
        return self._words.get(digest)

    def put_words(self, digest: bytes, words: Words) -> None:
        """Keep what a statement composed of this is compared by as long as that itself is kept."""
        if digest in self._packed:
            self._words[digest] = words


class ComposedBefore(NamedTuple):
    """What this process composed, and what the tables hold of other times; within the transaction of those who write them."""

    here: Composed
    db: sqlite3.Connection

    def get(self, digest: bytes) -> bytes | None:
        """Return what is kept by this digest."""
        packed = self.here.get(digest)
        if packed is not None:
            return packed
        row = self.db.execute(
            "SELECT packed, version, words, title FROM composed WHERE digest = ?", (digest,)
        ).fetchone()
        if row is None:
            return None
        try:
            packed = zlib.decompress(row[0])
        except zlib.error:
            return None
        self.here.put(digest, packed)
        if row[1] is not None:
            self.here.put_words(digest, Words(*row[1:]))
        return packed

    def put(self, digest: bytes, packed: bytes) -> None:
        """Keep this by its digest."""
        self.here.put(digest, packed)
        row = (digest, zlib.compress(packed, _COMPRESSION))
        self.db.execute("INSERT OR REPLACE INTO composed (digest, packed) VALUES (?, ?)", row)

    def words(self, digest: bytes | None, told: Callable[[], Words]) -> Words:
        """Return what a statement composed of this is compared by, told once for all of them."""
        if digest is None:
            return told()
        known = self.here.words(digest)
        if known is None:
            known = told()
            self.here.put_words(digest, known)
            self.db.execute(
                "UPDATE composed SET version = ?, words = ?, title = ? WHERE digest = ?", (*known, digest)
            )
        return known
