"""What a verb is given to read, and what is said of what could not be read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord import Issue
from onrecord.cli import readings, streams

NOTHING = "Nothing readable was found there: give a page as text, HTML, PDF or DOCX, a feed, or a WARC that holds one."
_ALWAYS_SAID = frozenset(
    {
        "status_passed_over",
        "media_types_passed_over",
        "no_captures",
        "not_taken",
        "not_followed",
        "kept_again",
    }
)


def inputs(paths: tuple[str, ...]) -> Iterator[str | BinaryIO]:
    """Return the paths as they were given, and standard input in the place of each `-`."""
    return (sys.stdin.buffer if path == "-" else path for path in paths)


def say_issues(issues: Iterable[Issue]) -> int:
    """Say what could not be read and what was passed over; return how many sentences that took."""
    told = [issue for issue in issues if issue.severity == "error" or issue.code in _ALWAYS_SAID]
    for issue in told:
        streams.say(readings.sentence(issue))
    return len(told)
