"""How what the keeper did looks to people: corrections, what was removed, backups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from onrecord import KnownCorrection, Tombstone
from onrecord.cli.readings import said, sentence
from onrecord.cli.rows import Row, counted, plain, show_heading, show_rows, show_unfolded

if TYPE_CHECKING:
    from onrecord import BackedUp


def show_correction(console: Console, known: KnownCorrection) -> None:
    """Print a correction: what it says, of what, who, when, why, and what became of it."""
    show_heading(console, plain(known.id))
    rows = [(Text(name, "dim"), plain(value)) for name, value in _facts(known)]
    show_rows(console, rows, indent=2)
    show_rows(console, [(issue.severity, sentence(issue)) for issue in known.issues], indent=2)
    console.print()


def _facts(known: KnownCorrection) -> Iterator[tuple[str, str]]:
    yield "statement", known.statement
    for field, value in known.sets.items():
        yield field.replace("_", " "), said(value)
    if known.anchor is not None:
        yield "where", f"“{known.anchor.exact}”"
    yield "by", f"{known.by}, {known.on}"
    yield "why", known.why
    yield "file", known.file
    if known.undone:
        yield "taken back", known.undone
    else:
        yield "mends", _versions(known.versions)


def _versions(versions: tuple[int, ...]) -> str:
    if not versions:
        return "nothing"
    return f"version{'' if len(versions) == 1 else 's'} {', '.join(map(str, versions))}"


def show_tombstone(console: Console, tombstone: Tombstone) -> None:
    """Print what is left to tell of a removal."""
    show_heading(console, plain(tombstone.id))
    what = "whole captures" if tombstone.reach == "capture" else "a passage"
    rows: list[Row] = [
        (Text("removed", "dim"), f"{what}, in {counted(len(tombstone.captures), 'capture')}"),
        (Text("by", "dim"), plain(f"{tombstone.by}, {tombstone.at}")),
        (Text("why", "dim"), plain(tombstone.why)),
    ]
    rows += [(Text("statement", "dim"), f"{plain(each)} is no longer shown") for each in tombstone.statements]
    rows += [(Text("correction", "dim"), f"{plain(each)} went with it") for each in tombstone.corrections]
    for each in tombstone.captures:
        left = "a passage of it" if each.kept else "all of it"
        where = ", ".join(filter(None, (plain(each.url), each.captured_at))) or "without an address"
        rows.append((Text("capture", "dim"), f"{where}: {left}, {each.digest}"))
    rows += [
        (Text("look at", "dim"), f"{plain(each)}, where the words may still stand")
        for each in tombstone.still
    ]
    show_rows(console, rows, indent=2)
    console.print()


def show_backup(console: Console, written: BackedUp) -> None:
    """Print what was written of a backup."""
    files = counted(written.files, "file")
    show_rows(console, [(f"Wrote {files}, {written.bytes / 1e6:,.1f} MB, as one:",)])
    show_unfolded(console, plain(written.path), indent=2)
    show_rows(console, [(Text(written.digest, "dim"),)], indent=2)


def show_restored(console: Console, folder: Path, restored: BackedUp) -> None:
    """Print what was restored, and where."""
    files = counted(restored.files, "file")
    show_rows(
        console, [(f"Restored {files}, {restored.bytes / 1e6:,.1f} MB, each as it was written, into:",)]
    )
    show_unfolded(console, plain(str(folder)), indent=2)
