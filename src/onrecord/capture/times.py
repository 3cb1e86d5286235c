"""Times of capture, in one form: UTC, seconds, fractions where the writer gave them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?\s*(Z|z|[+-]\d\d:?\d\d)?", re.ASCII
)

# There was no web to capture before 1990: an earlier time is the fault of a clock (1970, 1900, 0001 are
# common).
_EARLIEST_YEAR = 1990


def utc_time(text: str) -> str | None:
    """Return the time as `YYYY-MM-DDTHH:MM:SSZ` (fractions kept), or None if it is no time or out of range.

    A time without a zone is UTC, as WARC-Date is by its standard. A bare date is not filled up to a time.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    day, clock, fraction, zone = found.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=UTC) - _ahead(zone)
    except (ValueError, OverflowError):
        return None
    if moment.year < _EARLIEST_YEAR:
        return None
    return moment.isoformat()[:19] + (f".{fraction}" if fraction else "") + "Z"


def _ahead(zone: str | None) -> timedelta:
    """Return by how much the zone is ahead of UTC."""
    if zone is None or zone in "Zz":
        return timedelta()
    ahead = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return -ahead if zone[0] == "-" else ahead
