"""What goes on beside answering: record and indexes follow what others add, and what takes long is made before anybody asks."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime

from onrecord import Archive, ArchiveBusy, OnrecordError, Shelf
from onrecord.web.settings import Settings

_BETWEEN_LOOKS_S = 2.0
_RESTS = 4.0
"""So many times as long as it took to make ready what a site lists, it is left as it is: a record that grows all day is served, too."""


@contextlib.contextmanager
def following(settings: Settings, shelf: Shelf) -> Iterator[None]:
    """Follow what others add, in a thread of its own, within the block; and make ready on the shelf what all pages are made from."""
    done = threading.Event()
    follower = threading.Thread(target=_Follower(settings, shelf, done).run, name="follower", daemon=True)
    follower.start()
    try:
        yield
    finally:
        done.set()
        follower.join(timeout=settings.bounds.seconds)


class _Follower:
    def __init__(self, settings: Settings, shelf: Shelf, done: threading.Event) -> None:
        self._settings = settings
        self._shelf = shelf
        self._done = done
        self._said = ""
        self._ready: str | None = None
        self._rests_until = 0.0

    def run(self) -> None:
        folder = self._settings.folder
        may_write = os.access(folder, os.W_OK)  # else nobody adds from here, and nothing may be derived
        with Archive.open(folder, only_asks=not may_write, shelf=self._shelf) as archive:
            while True:
                try:
                    if may_write:
                        archive.follow()
                        archive.bring_out(datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
                    self._make_ready(archive)
                except ArchiveBusy:
                    pass  # who writes brings it level
                except Exception as fault:  # noqa: BLE001 - who asks is told of it, and the next look may go well
                    known = isinstance(fault, (OnrecordError, OSError))
                    self._tell(str(fault) if known else "".join(traceback.format_exception(fault)))
                if self._done.wait(_BETWEEN_LOOKS_S):
                    return

    def _make_ready(self, archive: Archive) -> None:
        began = time.monotonic()
        if archive.state == self._ready or began < self._rests_until:
            return
        chosen = self._settings
        with archive.steady():
            self._ready = archive.state
            archive.make_ready(
                at=datetime.now(UTC).isoformat(),
                profile=chosen.profile,
                whole=chosen.whole,
                drafts=chosen.drafts,
            )
        now = time.monotonic()
        self._rests_until = now + _RESTS * (now - began)

    def _tell(self, fault: str) -> None:
        if fault != self._said:  # told once, not every two seconds
            self._said = fault
            print(f"The archive cannot be followed: {fault}", file=sys.stderr, flush=True)  # noqa: T201
