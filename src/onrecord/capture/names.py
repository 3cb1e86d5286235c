"""The names by which a revisit refers to what was captured before, so written that equal names are equal strings.

They are those of WARC 1.1, section 6.7: a record's id, its address and time, the digest of its payload.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.capture.captured import Captured, Revisit, address_in
from onrecord.capture.digests import has_digest, same_form
from onrecord.capture.frames import Record
from onrecord.capture.times import utc_time

_LONGEST = 1000
_ID, _SIGHT, _DIGEST = "id ", "at ", "digest "


def own_names(record: Record, claimed: str | None) -> tuple[str, ...]:
    """Return the names of a record that its capture does not tell: its id, and `claimed`, its payload digest."""
    return _given(_id_name(record.header("warc-record-id")), _digest_name(claimed))


def names_of(captured: Captured | Revisit) -> tuple[str, ...]:
    """Return all names by which a revisit may refer to a capture, or to a revisit."""
    capture = captured.capture if isinstance(captured, Captured) else captured
    return _given(*captured.names, sight_name(capture.url, capture.captured_at))


def sight_name(url: str | None, captured_at: str | None) -> str | None:
    """Return the name that an address and a time of capture are together, None where either is not known."""
    return f"{_SIGHT}{captured_at} {url}" if url and captured_at else None


def referred_names(record: Record) -> tuple[str, ...]:
    """Return the names a revisit gives for what it refers to, the surest first.

    The digest of nothing is none: writers give it to an answer "not modified", which has no payload of its own.
    """
    address = address_in(record.header("warc-refers-to-target-uri"))
    captured_at = utc_time(record.header("warc-refers-to-date") or "")
    digest = record.header("warc-payload-digest")
    if digest is not None and has_digest(b"", digest):
        digest = None
    return _given(
        _id_name(record.header("warc-refers-to")), sight_name(address, captured_at), _digest_name(digest)
    )


def digest_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the names that are digests: they hold for whatever has the same bytes."""
    return tuple(name for name in names if name.startswith(_DIGEST))


def contradict(stated: Iterable[str], held: Iterable[str]) -> bool:
    """Tell whether a digest among the stated names is of an algorithm that the held ones have, and is none of them."""
    digests = digest_names(held)
    algorithms = {_algorithm(name) for name in digests}
    return any(_algorithm(name) in algorithms and name not in digests for name in digest_names(stated))


def _algorithm(name: str) -> str:
    return name.partition(":")[0]


def _digest_name(digest: str | None) -> str | None:
    return _DIGEST + same_form(digest) if digest and len(digest) < _LONGEST else None


def _id_name(record_id: str | None) -> str | None:
    bare = (record_id or "").strip("<> ")
    return _ID + bare if bare and len(bare) < _LONGEST else None


def _given(*names: str | None) -> tuple[str, ...]:
    return tuple(name for name in names if name is not None)
