"""What is told of WARC records that are no pages, or not sound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.capture.captured import BODY_LIMIT
from onrecord.capture.frames import Record
from onrecord.model import Issue, Locator, Severity


class PassedOver(NamedTuple):
    """A record that is sound and no page: `kind` is "status" or "media_type"."""

    kind: str
    value: str


def passed_over(file: str, passed: Counter[PassedOver]) -> Iterator[Issue]:
    """Return what was passed over in a file, one issue for each kind of thing."""
    for code, kind, what in (
        ("status_passed_over", "status", "captures that are no pages were passed over, by HTTP status"),
        (
            "media_types_passed_over",
            "media_type",
            "captures that are no pages were passed over, by media type",
        ),
    ):
        counted = {each.value: count for each, count in passed.items() if each.kind == kind}
        yield from count_issue(file, code, what, counted)


def count_issue(file: str, code: str, what: str, counted: dict[str, int]) -> Iterator[Issue]:
    """Return the issue that tells how often which things were met in a file, the most frequent first; none for none."""
    if counted:
        by_count = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        listed = ", ".join(f"{value}: {count}" for value, count in by_count)
        yield Issue(code, f"In {file}, {what}: {listed}.", Locator(file, 0, 0), "note")


def body_too_large(locator: Locator) -> Issue:
    """Return the issue for a body beyond the limit."""
    said = (
        f"is larger than {BODY_LIMIT >> 20} MiB and was not read: take the page out of it and give that alone"
    )
    return issue_about(locator, "body_too_large", said, "error")


def issue_at(record: Record, code: str, said: str, severity: Severity) -> Issue:
    """Return an issue about the record; `said` completes the sentence "The capture at … of …"."""
    return issue_about(record.locator, code, said, severity)


def issue_about(locator: Locator, code: str, said: str, severity: Severity) -> Issue:
    """Return an issue about a place; `said` completes the sentence "The capture at … of …"."""
    return Issue(code, f"The capture at {locator.offset} of {locator.file} {said}.", locator, severity)
