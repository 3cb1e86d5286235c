"""The HTTP status that a line of the ledger tells, against the record that it names: a status decides what is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.custody import Finding
from onrecord.errors import DamagedArchive
from onrecord.record.truth.events import CaptureKept, Event

_OK = 200


def wrong_status(folder: Path, event: Event, line: int) -> Iterator[Finding]:
    """Return a finding where the line of a capture tells another status than its record.

    Lines of an earlier onrecord tell none; all that they name had been answered with 200.
    """
    from onrecord.capture import status_at

    if not isinstance(event, CaptureKept):
        return
    try:
        stored = status_at(folder, event.locator)
    except DamagedArchive:
        return  # named when the page is read
    if stored is not None and stored != (event.status or _OK):
        told = "none" if event.status is None else event.status
        message = f"The line has the status {told}, and the record it names has {stored}: restore ledger.jsonl from a copy."
        yield Finding("changed_line", message, f"ledger.jsonl line {line}", "error")
