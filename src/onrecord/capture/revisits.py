"""What a revisit refers to: found again among the files of one call by places, never by kept bytes.

A file may hold a revisit of what stands in another, before it or after: what is not found when a revisit comes is looked
for once more when all files have been read.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol, cast

import msgspec

from onrecord.capture.captured import Captured, Found, Revisit
from onrecord.capture.faults import PassedOver, issue_about, passed_over
from onrecord.capture.frames import Record, read_records
from onrecord.capture.names import contradict, names_of
from onrecord.capture.records import Payload, capture_of, parse_payload
from onrecord.capture.sights import as_before
from onrecord.capture.stored import Cut, Damaged, Stored
from onrecord.model import Issue, Severity

# Names, three or four a record, in each of two halves: some 70 MB when both are full.
_INDEX_LIMIT = 300_000
_KEPT_BYTES = 16 << 20
_OVERHEAD = 1 << 10
_MOST_WAITING = 30_000
_OFFSET_BITS = 48

_UNKNOWN = "which is not in what was given: give the file that holds it, too"
_FORGOTTEN = "which is not in what was given, or lies too far back in it: give the file that holds it, too"
_UNREADABLE = "which is there and cannot be read"
_GONE_BY = "which lies too far back in a stream that cannot be read twice: give the file itself"
_OTHER_BYTES = "which has another digest than the revisit states"


class Place(NamedTuple):
    """Where a record starts: the file by its number, the offset of its stored member, the undone bytes before it there."""

    file: int
    offset: int
    within: int


Frames = Callable[[Stored, str], Iterator[Record | Issue]]
"""Reads the records of a file."""


class Reopened(Protocol):
    """What can be opened again although it is no file by itself: a member of a WACZ."""

    def open(self, mode: str) -> BinaryIO:
        """Return its bytes from the beginning."""


class _File(NamedTuple):
    name: str
    again: Path | Reopened | BinaryIO | None
    storage: Callable[[BinaryIO, bytes, int], Stored]
    frames: Frames


class Seen:
    """The records seen in the files of one call, so that a revisit can be given the bytes of what it refers to."""

    def __init__(self) -> None:
        """Nothing is seen yet."""
        self._files: list[_File] = []
        self._places = _Places()
        self._kept = _Kept()
        self._held: list[BinaryIO] = []

    def hold(self, stream: BinaryIO) -> BinaryIO:
        """Return the stream, which is closed when all files of the call have been read: revisits may read in it."""
        self._held.append(stream)
        return stream

    def close(self) -> None:
        """Close what was held."""
        while self._held:
            self._held.pop().close()

    def begin(
        self,
        name: str,
        again: Path | Reopened | BinaryIO | None,
        storage: Callable[[BinaryIO, bytes, int], Stored],
        frames: Frames = read_records,
    ) -> int:
        """Return the number of a file that is read from now on; `again` is what its bytes can be read from again."""
        self._files.append(_File(name, again, storage, frames))
        return len(self._files) - 1

    def enter(self, place: Place, names: Iterable[str], captured: Captured | None = None) -> None:
        """Enter a record under the names by which a revisit may refer to it, its capture too if it is a page."""
        self._places.enter(names, place)
        if captured is not None:
            self._kept.keep(place, msgspec.structs.replace(captured, wire=None))

    def resolve(self, revisit: Revisit) -> Captured | PassedOver | Revisit:
        """Return the capture that the revisit is; or what it is if it is no page; or the revisit, with why neither."""
        why = _FORGOTTEN if self._places.forgetful else _UNKNOWN
        for name in revisit.refers_to:
            place = self._places.find(name)
            if place is None:
                continue
            before = self._at(place)
            if isinstance(before, str):
                why = before
            elif isinstance(before, PassedOver):
                return before
            elif contradict(revisit.refers_to, before.names):
                why = _OTHER_BYTES
            else:
                self._places.enter(names_of(revisit), place)
                return as_before(revisit, before)
        return msgspec.structs.replace(revisit, why=why)

    def _at(self, place: Place) -> Captured | PassedOver | str:
        """Return what stands at a place seen before, or why that cannot be read again."""
        kept = self._kept.find(place)
        if kept is not None:
            return kept
        file = self._files[place.file]
        if file.again is None:
            return _GONE_BY
        record = _record_at(file, place)
        payload = None if record is None else parse_payload(record)
        if isinstance(payload, PassedOver):
            return payload
        if record is None or not isinstance(payload, Payload):
            return _UNREADABLE
        captured, _ = capture_of(record, payload)
        captured = msgspec.structs.replace(captured, wire=None)
        self._kept.keep(place, captured)
        return captured


class _Places:
    """Places of the records read so far, by the names that a revisit may give for them.

    Names are kept as hashes of 64 bits to bound the memory; the oldest places are forgotten beyond some hundred
    thousand records (`forgetful`).
    """

    def __init__(self) -> None:
        # A place is mostly one number, which takes a third of the memory of a tuple.
        self._young: dict[int, int | Place] = {}
        self._old: dict[int, int | Place] = {}
        self.forgetful = False

    def enter(self, names: Iterable[str], place: Place) -> None:
        """Enter the place under these names; the first place of a name stays."""
        if len(self._young) > _INDEX_LIMIT:
            self.forgetful = bool(self._old)
            self._old, self._young = self._young, {}
        kept = place if place.within else place.file << _OFFSET_BITS | place.offset
        for name in names:
            self._young.setdefault(hash(name), kept)

    def find(self, name: str) -> Place | None:
        """Return the place entered under the name, or None."""
        kept = self._young.get(hash(name), self._old.get(hash(name)))
        if isinstance(kept, int):
            return Place(kept >> _OFFSET_BITS, kept & (1 << _OFFSET_BITS) - 1, 0)
        return kept


class _Kept:
    """The latest captures, some megabytes of them: most revisits refer to something recent."""

    def __init__(self) -> None:
        self._captures: dict[Place, Captured] = {}
        self._bytes = 0

    def keep(self, place: Place, captured: Captured) -> None:
        """Keep a capture and let the oldest go."""
        if place in self._captures or len(captured.body) > _KEPT_BYTES // 4:
            return
        self._captures[place] = captured
        self._bytes += len(captured.body) + _OVERHEAD
        while self._bytes > _KEPT_BYTES:
            self._bytes -= len(self._captures.pop(next(iter(self._captures))).body) + _OVERHEAD

    def find(self, place: Place) -> Captured | None:
        """Return the capture if it is still kept."""
        return self._captures.get(place)


def _record_at(file: _File, place: Place) -> Record | None:
    try:
        with _opened(file) as stream:
            stream.seek(place.offset)
            source = file.storage(stream, b"", place.offset)
            source.skip(place.within)
            record = next(file.frames(source, file.name), None)
    except (Cut, Damaged, OSError):
        return None
    return record if isinstance(record, Record) else None


@contextmanager
def _opened(file: _File) -> Iterator[BinaryIO]:
    again = file.again
    assert again is not None
    if isinstance(again, Path) or not hasattr(again, "tell"):
        with again.open("rb") as stream:
            yield stream
        return
    stream = cast(BinaryIO, again)  # it may be read on afterwards
    went_on = stream.tell()
    try:
        yield stream
    finally:
        stream.seek(went_on)


def settle(items: Iterable[Found], seen: Seen) -> Iterator[Found]:
    """Return the items, with what was a revisit when it came last: as a capture, where the files together tell which.

    So many may wait; beyond that the oldest come out as they are. What `seen` holds open is closed in the end.
    """
    try:
        yield from _settle(items, seen)
    finally:
        seen.close()


def _settle(items: Iterable[Found], seen: Seen) -> Iterator[Found]:
    waiting: deque[Revisit] = deque()
    for item in items:
        if not isinstance(item, Revisit):
            yield item
            continue
        waiting.append(item)
        if len(waiting) > _MOST_WAITING:
            yield waiting.popleft()
    passed: dict[str, Counter[PassedOver]] = {}
    left = len(waiting) + 1
    while len(waiting) < left:  # what a revisit refers to may be a revisit itself
        left = len(waiting)
        for _ in range(left):
            revisit = waiting.popleft()
            found = seen.resolve(revisit)
            if isinstance(found, Revisit):
                waiting.append(found)
            elif isinstance(found, Captured):
                yield found
            else:
                passed.setdefault(revisit.locator.file, Counter())[found] += 1
    for file, counted in passed.items():
        yield from passed_over(file, counted)
    yield from waiting


def unresolved(revisit: Revisit) -> Issue:
    """Return the issue that what a revisit refers to is not known."""
    return _issue(revisit, revisit.why, "error")


def waiting(revisit: Revisit) -> Issue:
    """Return the issue that what a revisit refers to is not in the archive that keeps it."""
    return _issue(revisit, "which is not in this archive: it is kept, and read once you add that", "warning")


def _issue(revisit: Revisit, why: str, severity: Severity) -> Issue:
    referred = revisit.refers_to[0].partition(" ")[2][:200] if revisit.refers_to else "nothing that is named"
    said = f"({(revisit.url or '')[:200]}) is a revisit of {referred}, {why}"
    return issue_about(revisit.locator, "revisit_unresolved", said, severity)
