"""A stream of captures cut into batches that are acknowledged together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.capture import Captured, Found, Revisit
from onrecord.model import Issue

MOST_CAPTURES = 64
MOST_BYTES = 8 << 20


class Batch(NamedTuple):
    """Captures and revisits that are synced, acknowledged and derived together, and the issues met among them."""

    captures: list[Captured]
    revisits: list[Revisit]
    issues: list[Issue]


def batches(stream: Iterable[Found]) -> Iterator[Batch]:
    """Return the stream in batches of at most MOST_CAPTURES, or the first that reach MOST_BYTES."""
    batch, size = Batch([], [], []), 0
    for each in stream:
        if isinstance(each, Issue):
            batch.issues.append(each)
            continue
        fetched = False
        if isinstance(each, Revisit):
            batch.revisits.append(each)
            size += len(each.head)
        else:
            batch.captures.append(each)
            size += len(each.body)
            # What came from afar, at a pace that its server bears, is not held back for others to come.
            fetched = each.wire is not None and each.wire.fetched
            if each.wire is not None and each.wire.body is not each.body:
                size += len(each.wire.head) + len(each.wire.body or b"")
        if fetched or len(batch.captures) + len(batch.revisits) >= MOST_CAPTURES or size >= MOST_BYTES:
            yield batch
            batch, size = Batch([], [], []), 0
    if any(batch):
        yield batch
