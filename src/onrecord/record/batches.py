"""A stream of captures cut into batches that are acknowledged together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.capture import Captured
from onrecord.model import Issue

MOST_CAPTURES = 64
MOST_BYTES = 8 << 20


class Batch(NamedTuple):
    """Captures that are synced, acknowledged and derived together, and the issues met among them."""

    captures: list[Captured]
    issues: list[Issue]


def batches(stream: Iterable[Captured | Issue]) -> Iterator[Batch]:
    """Return the stream in batches of at most MOST_CAPTURES, or the first that reach MOST_BYTES."""
    batch, size = Batch([], []), 0
    for each in stream:
        if isinstance(each, Issue):
            batch.issues.append(each)
            continue
        batch.captures.append(each)
        size += len(each.body)
        if len(batch.captures) >= MOST_CAPTURES or size >= MOST_BYTES:
            yield batch
            batch, size = Batch([], []), 0
    if batch.captures or batch.issues:
        yield batch
