"""The clock of the command line: the one place where a verb that is given no time takes one."""

from __future__ import annotations

from datetime import UTC, datetime


def this_moment() -> str:
    """Return this moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
