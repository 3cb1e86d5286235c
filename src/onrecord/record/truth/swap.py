"""One folder put in the place of another, so that a run that was killed at any moment is made good by the next one."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path


class Staging:
    """A new folder beside the place where it will stand, held so that nobody takes it for one left behind."""

    def __init__(self, place: Path) -> None:
        """Make the folder; only within `holding` of the place's parent."""
        self.path = Path(tempfile.mkdtemp(prefix=_staging_prefix(place), dir=place.parent))
        # mkdtemp makes a folder that only its owner may read; what will stand here is for everybody.
        self.path.chmod(0o755)
        self._held = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
        with suppress(OSError):  # a file system without locks: then nothing is ever taken for left behind
            fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def close(self) -> None:
        """Let go of the folder, and remove it where it was not put in its place."""
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self._held)


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Hold a folder while what stands in it is swapped; another that swaps there waits. The kernel lets go in the end."""
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def former_of(place: Path) -> Path:
    """Return where what stood in a place lies while it is replaced."""
    return place.with_name(f".{place.name}.onrecord-former")


def put(staged: Path, place: Path) -> None:
    """Put the staged folder in its place: in one rename where the place is free, else in two, undone if one fails."""
    if not place.exists():
        staged.rename(place)
        return
    former = former_of(place)
    place.rename(former)
    try:
        staged.rename(place)
    except OSError:
        former.rename(place)
        raise
    shutil.rmtree(former, ignore_errors=True)


def bring_back(place: Path) -> None:
    """Undo what a run that was killed between its two renames left: what stood in the place stands there again."""
    former = former_of(place)
    if former.is_dir() and not (place.exists() and (not place.is_dir() or any(place.iterdir()))):
        former.rename(place)


def remove_left(place: Path) -> None:
    """Remove the staged folders beside the place that no living run holds."""
    for left in place.parent.glob(f"{escape(_staging_prefix(place))}*"):
        if _is_free(left):
            shutil.rmtree(left, ignore_errors=True)


def _staging_prefix(place: Path) -> str:
    return f".{place.name}.onrecord-new-"


def _is_free(folder: Path) -> bool:
    try:
        file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(file)
    return True
