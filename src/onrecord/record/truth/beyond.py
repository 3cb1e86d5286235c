"""Bytes in an archive that no line of its ledger names: what a killed writer leaves, told from what a cut ledger leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.capture import Captured, Revisit, Seen, read_warc
from onrecord.custody import Finding
from onrecord.record.truth.batches import MOST_CAPTURES
from onrecord.record.truth.events import CaptureKept, RevisitKept
from onrecord.record.truth.ledger import Ledger

Sight = tuple[str | None, str | None, str | None]
"""Address, time and digest of a capture; a revisit's digest is None."""


def find_beyond(folder: Path, ledger: Ledger, ends: dict[str, int]) -> Iterator[Finding]:
    """Return a finding for each file and end of a file that no line names; `ends` is how far lines reach in each.

    Notes, unless whole captures are in them that the ledger does not hold from elsewhere either, and these are more than
    one writer leaves that is killed between its WARC and its line: in several files, or beyond a batch.
    """
    unnamed: dict[str, set[Sight]] = {}
    for path in sorted((folder / "captures").iterdir()):
        name, size = f"captures/{path.name}", path.stat().st_size
        ours = path.name.endswith(".warc.gz") and path.name[:6].isdecimal()
        end = ends.get(name, 0)
        if name not in ends:
            said = "No line of the ledger names this file: no capture in it counts as kept."
            yield Finding("foreign_file", said, name, "note" if ours else "warning")
        elif size > end:
            said = "No line of the ledger names the end of this file, as after an `add` that was killed: add those pages again."
            yield Finding("unacknowledged_bytes", said, f"{name} {end}+{size - end}", "note")
        if ours and size > end:
            unnamed[name] = _sights(path, end)
    yield from _too_many(_not_held(ledger, unnamed))


def _sights(path: Path, start: int) -> set[Sight]:
    """Return what whole captures and revisits lie in a WARC from the offset on."""
    found: set[Sight] = set()
    with path.open("rb") as file:
        file.seek(start)
        for each in read_warc(file, path.name, Seen()):
            if isinstance(each, Captured):
                found.add((each.capture.url, each.capture.captured_at, each.capture.digest))
            elif isinstance(each, Revisit):
                found.add((each.url, each.captured_at, None))
    return found


def _not_held(ledger: Ledger, unnamed: dict[str, set[Sight]]) -> dict[str, set[Sight]]:
    """Return the files with what is in them that the ledger does not name at another place: added again after a kill."""
    if any(unnamed.values()):
        for entry in ledger.entries():
            event = entry.event
            if isinstance(event, CaptureKept | RevisitKept):
                digest = event.digest if isinstance(event, CaptureKept) else None
                for sights in unnamed.values():
                    sights -= {
                        (event.url, event.captured_at, digest),
                        (event.url, event.captured_at, None),
                    }
    return {name: sights for name, sights in unnamed.items() if sights}


def _too_many(unnamed: dict[str, set[Sight]]) -> Iterator[Finding]:
    count = sum(len(sights) for sights in unnamed.values())
    if len(unnamed) > 1 or count > MOST_CAPTURES:
        for name, sights in unnamed.items():
            said = (
                f"No line of the ledger names {len(sights):,} whole capture{'' if len(sights) == 1 else 's'} in this"
                f" file, and all in all {count:,} are unnamed, more than one killed `add` leaves: restore ledger.jsonl"
                " from a copy."
            )
            yield Finding("unnamed_captures", said, name, "error")
