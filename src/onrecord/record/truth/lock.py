"""The one lock of an archive: whoever adds or derives holds it."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import ArchiveBusy

_BETWEEN_TRIES_S = 0.005


@contextmanager
def locked(path: Path, wait_s: float) -> Iterator[None]:
    """Hold the archive's lock; ArchiveBusy when another holds it for longer than `wait_s` seconds.

    The kernel drops the lock when its process ends, however it ends: a killed writer leaves none behind.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _take(file, path, wait_s)
        yield
    finally:
        os.close(file)


def _take(file: int, path: Path, wait_s: float) -> None:
    until = time.monotonic() + wait_s
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= until:
                raise ArchiveBusy(
                    f"Another onrecord is writing to the archive {path.parent}: try again when it is done."
                ) from None
        time.sleep(_BETWEEN_TRIES_S)
