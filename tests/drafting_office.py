"""An invented office that writes messages of its own: its archive, and messages as its people write them."""

from __future__ import annotations

from pathlib import Path

from onrecord import Archive

BEGUN = "2026-05-01T08:00:00Z"
MORNING, NOON, EVENING = "2026-05-14T08:00:00Z", "2026-05-14T12:00:00Z", "2026-05-14T18:00:00Z"
NEXT_DAY, LATER = "2026-05-15T09:00:00Z", "2026-05-16T09:00:00Z"
WRITER, SECOND = "Ines Marr", "Odo Prell"
OFFICE = 'name = "Ministry of Ferries of Verland"\nhosts = ["press.ferries.example"]\nown = true\n'

FERRY = """---
title: Ilse Varga on the night ferry
kinds: interview
speakers:
  - Ilse Varga, Foreign Minister
given on: 2026-05-14
place: Vessel City
language: en
written by: Ines Marr
---

**Question:** Will the night ferry sail on Sunday?

**Ilse Varga:** It will, as it did before the winter.

Nobody has put out the lamp on the quay. (Laughter.)
"""


def made_office(folder: Path, told: str = OFFICE) -> Path:
    """Return the folder of a new archive whose source file says that its messages are written here."""
    Archive.create(folder, now=BEGUN).close()
    (folder / "sources" / "office.toml").write_text(told, encoding="utf-8")
    (folder / "drafts").mkdir()
    return folder


def write(folder: Path, text: str, name: str = "night-ferry") -> Path:
    """Write a message as somebody does with an editor, and return its file."""
    path = folder / "drafts" / f"{name}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
