"""What an index of quotations is made of, and how far it got: one small file, written last and at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from onrecord.search.level import Level

_FILE = "manifest.json"


class Kept(NamedTuple):
    """A segment's file, how many words it has, and the file that tells which of its versions are dead, if some are."""

    file: str
    words: int
    dead: str | None

    def files(self) -> tuple[str, ...]:
        """Return the names of its files."""
        return (self.file,) if self.dead is None else (self.file, self.dead)


class Manifest(NamedTuple):
    """How far the index got, and its segments, the oldest first."""

    level: Level
    segments: tuple[Kept, ...]


def read_manifest(folder: Path) -> Manifest | None:
    """Return what the index in the folder is made of, or None where that cannot be read."""
    try:
        held = json.loads((folder / _FILE).read_text("utf-8"))
        level = Level(int(held["position"]), str(held["derivation"]), int(held["form"]))
        return Manifest(
            level, tuple(Kept(str(file), int(words), dead) for file, words, dead in held["segments"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write what the index is made of; the file is there whole or not at all."""
    beside = folder / f"{_FILE}.new"
    beside.write_text(json.dumps({**manifest.level._asdict(), "segments": manifest.segments}), "utf-8")
    beside.replace(folder / _FILE)


def forget_manifest(folder: Path) -> None:
    """Remove it: from here on there is no index."""
    if folder.is_dir():
        (folder / _FILE).unlink(missing_ok=True)
