"""How far the index got: beside it in one small file, written last and at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

_FILE = "level.json"


class Level(NamedTuple):
    """The ledger position that the index holds, the derivation of its texts and the form of its entries."""

    position: int
    derivation: str
    form: int


def read_level(folder: Path) -> Level | None:
    """Return how far the index in the folder got, or None where that cannot be read."""
    try:
        held = json.loads((folder / _FILE).read_text("utf-8"))
        return Level(int(held["position"]), str(held["derivation"]), int(held["form"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_level(folder: Path, level: Level) -> None:
    """Write how far the index got; the file is there whole or not at all."""
    beside = folder / f"{_FILE}.new"
    beside.write_text(json.dumps(level._asdict()), "utf-8")
    beside.replace(folder / _FILE)


def forget_level(folder: Path) -> None:
    """Remove the level: from here on the index counts as unfinished."""
    if folder.is_dir():
        (folder / _FILE).unlink(missing_ok=True)
