"""Times that a call gives, or leaves to this machine's clock."""

from __future__ import annotations

from datetime import UTC, datetime

from onrecord.capture import utc_time
from onrecord.errors import WrongCall


def moment_of(now: str | None) -> str:
    """Return a time in UTC to the second; without one, this moment. WrongCall for what is no time."""
    if now is None:
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    moment = utc_time(now)
    if moment is None:
        raise WrongCall(f"{now!r} is no time: write it as 2026-03-02T10:00:00Z.")
    return moment


def second_of(now: str | None) -> str:
    """Return a time in UTC to the full second before it, so that times compare as texts."""
    return f"{moment_of(now)[:19]}Z"
