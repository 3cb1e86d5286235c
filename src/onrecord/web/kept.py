"""Answers made before, kept as long as they are the latest asked for: a page is made once for each state of the record."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import NamedTuple

MOST_BYTES = 32_000_000


class Made(NamedTuple):
    """An answer's body with its type, and what its headers say besides."""

    body: bytes
    media_type: str
    headers: Mapping[str, str] = {}
    status: int = 200


class Kept:
    """The answers made last, up to so many bytes; any thread may ask."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        """Hold nothing yet."""
        self._most = most
        self._size = 0
        self._made: OrderedDict[str, Made] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, tag: str) -> Made | None:
        """Return what was made under this tag, None where it was not or is not kept any more."""
        with self._lock:
            found = self._made.get(tag)
            if found is not None:
                self._made.move_to_end(tag)
            return found

    def put(self, tag: str, made: Made) -> None:
        """Keep an answer; the ones asked for longest ago go."""
        with self._lock:
            if tag in self._made or len(made.body) > self._most // 8:
                return
            self._made[tag] = made
            self._size += len(made.body)
            while self._size > self._most:
                _, gone = self._made.popitem(last=False)
                self._size -= len(gone.body)
