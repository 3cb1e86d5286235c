"""Folders that are archives of onrecord, met among what is to be read."""

from __future__ import annotations

from pathlib import Path

CAPTURES = "captures"
"""The folder of an archive in which its captures lie; all pages in its other folders were made of them."""

# The first line of a ledger: {"event":"archive","format":1,"created_at":"2031-06-03T10:00:00Z"}
_BEGINNING = b'{"event":"archive",'


def is_archive(folder: Path) -> bool:
    """Return whether the folder is an archive: its ledger opens as ledgers do, and it has a folder of captures."""
    try:
        with (folder / "ledger.jsonl").open("rb") as ledger:
            return ledger.read(len(_BEGINNING)) == _BEGINNING and (folder / CAPTURES).is_dir()
    except OSError:
        return False
