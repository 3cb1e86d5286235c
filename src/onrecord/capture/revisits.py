"""What a revisit refers to: an index of places seen earlier in the file, never of their bytes."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.capture.frames import Record
from onrecord.capture.records import Payload

# Names, two or three a record, in each of two halves: some 70 MB when both are full.
_INDEX_LIMIT = 300_000
_KEPT_BYTES = 16 << 20
_OVERHEAD = 1 << 10


class Place(NamedTuple):
    """Where a record starts: the offset of its stored member, and the undone bytes before it in that."""

    offset: int
    within: int


class SeenPlaces:
    """Places of the records read so far, by record id, by address and time, by payload digest.

    Names are kept as hashes of 64 bits to bound the memory; the oldest places are forgotten beyond some hundred
    thousand records (`forgetful`).
    """

    def __init__(self) -> None:
        # A place is mostly a bare offset, which takes a third of the memory of a tuple.
        self._young: dict[int, int | Place] = {}
        self._old: dict[int, int | Place] = {}
        self.forgetful = False

    def enter(self, record: Record, place: Place) -> None:
        """Enter the place under all names a later revisit may use for it; the first place of a digest stays."""
        if len(self._young) > _INDEX_LIMIT:
            self.forgetful = bool(self._old)
            self._old, self._young = self._young, {}
        kept = place if place.within else place.offset
        for name in _own_names(record):
            key = hash(name)
            if name[0] != "digest" or key not in self._young:
                self._young[key] = kept

    def find(self, record: Record) -> Place | None:
        """Return the place the revisit refers to, or None if it was not seen in this file."""
        for name in _referred_names(record):
            kept = self._young.get(hash(name), self._old.get(hash(name)))
            if kept is not None:
                return Place(kept, 0) if isinstance(kept, int) else kept
        return None


class KeptPayloads:
    """The latest payloads, some megabytes of them: most revisits refer to something recent."""

    def __init__(self) -> None:
        self._payloads: dict[Place, Payload] = {}
        self._bytes = 0

    def keep(self, place: Place, payload: Payload) -> None:
        """Keep a payload and let the oldest go."""
        if place in self._payloads or len(payload.body) > _KEPT_BYTES // 4:
            return
        self._payloads[place] = payload._replace(issues=())
        self._bytes += len(payload.body) + _OVERHEAD
        while self._bytes > _KEPT_BYTES:
            self._bytes -= len(self._payloads.pop(next(iter(self._payloads))).body) + _OVERHEAD

    def find(self, place: Place) -> Payload | None:
        """Return the payload if it is still kept."""
        return self._payloads.get(place)


def _own_names(record: Record) -> list[tuple[str, str]]:
    """Return the names by which a later record may refer to this one."""
    return _names(record, "warc-record-id", "warc-target-uri", "warc-date")


def _referred_names(record: Record) -> list[tuple[str, str]]:
    """Return the names a revisit gives for what it refers to, the surest first."""
    return _names(record, "warc-refers-to", "warc-refers-to-target-uri", "warc-refers-to-date")


def _names(record: Record, record_id: str, address: str, time: str) -> list[tuple[str, str]]:
    names: list[tuple[str, str]] = []
    if value := record.header(record_id):
        names.append(("id", value.strip("<> ")))
    place, date = record.header(address), record.header(time)
    if place and date:
        names.append(("address", f"{place.strip('<> ')} {date.strip()}"))
    if digest := record.header("warc-payload-digest"):
        names.append(("digest", digest.strip()))
    return names
