"""The folder of a demo, known by its marker, so that a demo never writes into an archive of somebody's own."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.errors import WrongCall

MARKER = "demo.json"
_SAYS = {"demo": "onrecord", "sample": "invented: no such country, office or person exists"}


def check_folder(folder: Path) -> None:
    """Return if the folder is new, empty or an earlier demo; WrongCall for any other."""
    if (folder / MARKER).is_file() or not folder.exists():
        return
    if not folder.is_dir() or any(folder.iterdir()):
        raise WrongCall(
            f"{folder} is there already and is no demo: name a new folder, as in --archive my-demo."
        )


def mark_folder(folder: Path) -> None:
    """Make the folder, if it is new, and write the marker into it: the first thing that a demo writes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_text(json.dumps(_SAYS, indent=2) + "\n", encoding="utf-8")
