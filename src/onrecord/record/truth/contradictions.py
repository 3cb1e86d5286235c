"""Lines of the ledger that contradict the captured records they name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.capture import address_in, utc_time
from onrecord.custody import Finding
from onrecord.errors import DamagedArchive
from onrecord.record.truth.events import CaptureKept, FileBegun, MessageReleased, RequestKept, RevisitKept
from onrecord.record.truth.statuses import wrong_status


def contradictions(
    folder: Path, event: CaptureKept | RevisitKept | RequestKept | FileBegun | MessageReleased, line: int
) -> Iterator[Finding]:
    """Return a finding for address, time and status each, where the ledger's line says another than its record's own header.

    We wrote that header, from what the ledger was told as well: so they agree also where no WARC was given, and an
    unknown address or time is unknown to both.
    """
    if isinstance(event, FileBegun):
        return
    from onrecord.capture import sight_at

    at = event.locator
    place = f"{at.file} {at.offset}+{at.length}"
    try:
        url, captured_at = sight_at(folder, at)
    except DamagedArchive:
        return  # named when the page is read, or gone for good
    for field, said, stored, same in (
        ("url", event.url, url, address_in(event.url) == url),
        ("captured_at", event.captured_at, captured_at, utc_time(event.captured_at or "") == captured_at),
    ):
        if not same:
            message = (
                f"The line has the {field} {_value(said)}, and the record it names, {place}, has"
                f" {_value(stored)}: restore ledger.jsonl from a copy."
            )
            yield Finding("changed_line", message, f"ledger.jsonl line {line}", "error")
    yield from wrong_status(folder, event, line)


def _value(field: str | None) -> str:
    return "none" if field is None else field
