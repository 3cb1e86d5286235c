"""The file in which it is noted what stands in a site's folder: what was noted first, and behind it what was otherwise each time.

A publication changes a few of tens of thousands of values. They are written behind those of before; where what stands behind them grows
large, all is written anew. Each part has a digest over itself and that of the part before it. A part that cannot be read is as if it had
not been noted, and so is what stands behind it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from onrecord.model import Coverage, Revision
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.renewing.folders import KeptFile, KeptFiles, KeptFolder
from onrecord.publishing.renewing.kept import (
    Became,
    Covered,
    Drawn,
    Kept,
    Placed,
    Remembered,
    Sketched,
    Tail,
    ToldBefore,
    changed,
)
from onrecord.record import Print, Printed
from onrecord.record.tables.touches import Mark

MOST_SITES = 8
"""Of how many folders it is noted; of more, those that were published to last."""

_FORMAT = b"onrecord-kept-11\n"
_DIGEST, _LENGTH = 32, 8
_HEAD = _DIGEST + _LENGTH
# Where what stands behind the first part is longer than so much of it, all is written anew.
_MOST_BEHIND = 1 / 8

Value = TypeVar("Value")


class Otherwise(msgspec.Struct, Generic[Value], frozen=True, array_like=True):
    """What is otherwise in values by their names: those that are new or others, and the names of those that are gone."""

    put: dict[str, Value] = {}
    gone: tuple[str, ...] = ()

    def put_into(self, values: dict[str, Value]) -> dict[str, Value]:
        """Return the values as they are by now: these are changed, or, where there are none, left alone."""
        if not values:
            return self.put
        values.update(self.put)
        for name in self.gone:
            values.pop(name, None)
        return values


def otherwise(before: Mapping[str, Value], now: Mapping[str, Value]) -> Otherwise[Value]:
    """Return what is otherwise; what was taken over from before is the same object."""
    others = changed(before, now)
    new = [name for name in others if name not in before]
    put = {name: each for name, each in others.items() if name not in before or before[name] != each}
    none_gone = len(before) + len(new) == len(now)
    return Otherwise(put, () if none_gone else tuple(before.keys() - now.keys()))


class _SketchedSince(msgspec.Struct, frozen=True, array_like=True):
    """What is otherwise in a `Sketched`."""

    around: bytes
    statements: Otherwise[Drawn]
    placed: Otherwise[Placed]

    def put_into(self, before: Sketched) -> Sketched:
        return Sketched(
            self.around, self.statements.put_into(before.statements), self.placed.put_into(before.placed)
        )


class _ToldSince(msgspec.Struct, frozen=True, array_like=True):
    """What is otherwise in a `ToldBefore`."""

    leads: Otherwise[msgspec.Raw]
    revisions: Otherwise[tuple[bytes, Revision]]
    became: Otherwise[tuple[bytes, tuple[Became, ...]]]
    mark: Mark
    every: bytes
    prints: Otherwise[Print]
    entries: tuple[Entry, ...]
    noticed: bytes
    covered: Otherwise[Coverage]
    sketched: dict[str, _SketchedSince]


class _Since(msgspec.Struct, frozen=True, array_like=True):
    """What is otherwise in a site as it was left; `told` is a `_ToldSince`, or nothing where that is as it was."""

    mark: KeptFile | None
    state: bytes
    statements: int
    others: Otherwise[KeptFile]
    folders: Otherwise[KeptFolder]
    told: msgspec.Raw


_encode = msgspec.msgpack.Encoder().encode
_NOTHING = msgspec.Raw(_encode(None))
_since = msgspec.msgpack.Decoder(_Since)
_told_since = msgspec.msgpack.Decoder(_ToldSince)


def kept_path(folder: Path, site: Path) -> Path:
    """Return the file in which it is noted what stands in a site's folder."""
    named = os.fsencode(site.resolve())
    return folder / f"{hashlib.sha256(named).hexdigest()[:16]}.kept"


def read_kept(path: Path) -> Kept | None:
    """Return what is noted; None where there is nothing, or where it is damaged: then all is made anew."""
    try:
        # Of a large site it is tens of megabytes, and not to be copied.
        stored = memoryview(path.read_bytes())
    except OSError:
        return None
    if stored[: len(_FORMAT)] != _FORMAT:
        return None
    kept, files = None, KeptFiles({}, {})
    for since, tail in _parts(stored):
        others, folders = since.others.put_into(files.others), since.folders.put_into(files.folders)
        files = KeptFiles(others, folders)
        told = (*(kept.told if kept else ()), *([since.told] if since.told != _NOTHING else []))
        kept = Kept(since.mark, since.state, since.statements, files, told, tail)
    if kept is None or kept.tail is None or kept.tail.size == len(stored):
        return kept
    return msgspec.structs.replace(kept, tail=None)


def _parts(stored: memoryview) -> Iterator[tuple[_Since, Tail]]:
    """Yield the parts of a note that can be read, each with how the note ends with it."""
    at, first, digest = len(_FORMAT), 0, b""
    while len(head := stored[at : at + _HEAD]) == _HEAD:
        length = int.from_bytes(head[_DIGEST:], "big")
        body = stored[at + _HEAD : at + _HEAD + length]
        digest = _digest(digest, body)
        if len(body) < length or head[:_DIGEST] != digest:
            return
        try:
            since = _since.decode(body)
        except msgspec.DecodeError:
            return
        at += _HEAD + length
        first = first or at
        yield since, Tail(at, first, digest)


def _digest(before: bytes, body: bytes | memoryview) -> bytes:
    digest = hashlib.sha256(before)
    digest.update(body)
    return digest.digest()


def read_told_before(kept: Kept) -> ToldBefore:
    """Return what was told of the record that a site was left for; nothing where nothing was noted."""
    told, entries = ToldBefore(), dict[str, Entry]()
    for n, each in enumerate(kept.told):
        since = _told_since.decode(each)
        if n == 0 and len(kept.told) == 1:
            return _put_into(ToldBefore(), since, since.entries)
        told = _put_into(told, since, ())
        entries.update(_by_id(since.entries))
    held = told.remembered.printed.prints
    remembered = msgspec.structs.replace(
        told.remembered, entries=tuple([each for id_, each in entries.items() if id_ in held])
    )
    return ToldBefore(told.leads, remembered, told.sketched)


def _put_into(before: ToldBefore, since: _ToldSince, entries: tuple[Entry, ...]) -> ToldBefore:
    told = before.remembered
    covered = since.covered.put_into({each.source or "": each for each in told.covered.sources})
    remembered = Remembered(
        since.revisions.put_into(told.revisions),
        since.became.put_into(told.became),
        Printed(since.mark, since.every, since.prints.put_into(told.printed.prints)),
        entries,
        Covered(since.noticed, tuple(covered.values())),
    )
    sketched = {
        prefix: each.put_into(before.sketched.get(prefix, Sketched()))
        for prefix, each in since.sketched.items()
    }
    return ToldBefore(since.leads.put_into(before.leads), remembered, sketched)


def _told_otherwise(before: ToldBefore, now: ToldBefore) -> _ToldSince:
    was, told = before.remembered, now.remembered
    return _ToldSince(
        otherwise(before.leads, now.leads),
        otherwise(was.revisions, told.revisions),
        otherwise(was.became, told.became),
        told.printed.mark,
        told.printed.every,
        otherwise(was.printed.prints, told.printed.prints),
        tuple(otherwise(_by_id(was.entries), _by_id(told.entries)).put.values()),
        told.covered.noticed,
        otherwise(_by_source(was.covered), _by_source(told.covered)),
        {
            prefix: _sketched_otherwise(before.sketched.get(prefix, Sketched()), each)
            for prefix, each in now.sketched.items()
        },
    )


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return entries by their ids, which come first in them."""
    listed = list(entries)
    return dict(zip(map(itemgetter(0), listed), listed, strict=True))


def _by_source(covered: Covered) -> dict[str, Coverage]:
    return {each.source or "": each for each in covered.sources}


def _sketched_otherwise(before: Sketched, now: Sketched) -> _SketchedSince:
    return _SketchedSince(
        now.around, otherwise(before.statements, now.statements), otherwise(before.placed, now.placed)
    )


def write_kept(
    path: Path,
    kept: Kept,
    told: ToldBefore | None,
    left: Kept | None = None,
    before: ToldBefore | None = None,
) -> None:
    """Note what stands in a site's folder now; where that cannot be written, the next publication makes all anew.

    `told` is what was told for it, None where that is as it was. `left` and `before` are what was noted before, as it was read: what is
    the same is not written again.
    """
    with suppress(OSError):
        if left is not None and left.tail is not None and not _is_other(left, kept):
            told_since = None if told is None else _told_otherwise(before or ToldBefore(), told)
            since = _encode(_since_left(left, kept, told_since))
            if _is_short(left.tail, since) and _write_behind(path, left.tail, since):
                return
        every = told or read_told_before(kept)
        _write_all(path, _encode(_since_left(Kept(), kept, _told_otherwise(ToldBefore(), every))))


def _is_other(left: Kept, kept: Kept) -> bool:
    """Return whether so much of a site is otherwise that all is written anew: then what is otherwise is not gathered first."""
    before, now = left.files.folders, kept.files.folders
    return len(otherwise(before, now).put) > len(now) * _MOST_BEHIND + 1


def _is_short(tail: Tail, more: bytes) -> bool:
    return tail.size - tail.first + len(more) <= tail.first * _MOST_BEHIND


def _since_left(left: Kept, kept: Kept, told: _ToldSince | None) -> _Since:
    return _Since(
        kept.mark,
        kept.state,
        kept.statements,
        otherwise(left.files.others, kept.files.others),
        otherwise(left.files.folders, kept.files.folders),
        _NOTHING if told is None else msgspec.Raw(_encode(told)),
    )


def _part(before: bytes, body: bytes) -> tuple[bytes, ...]:
    return _digest(before, body), len(body).to_bytes(_LENGTH, "big"), body


def _write_behind(path: Path, tail: Tail, body: bytes) -> bool:
    """Return whether a part was written behind the others; not where the note is not the one that was read."""
    with path.open("r+b") as file:
        if file.seek(0, os.SEEK_END) != tail.size:
            return False
        file.write(b"".join(_part(tail.digest, body)))
    return True


def _write_all(path: Path, body: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    new = path.with_suffix(f".{os.getpid()}")
    with new.open("wb") as file:
        file.writelines((_FORMAT, *_part(b"", body)))
    new.replace(path)
    others = sorted(path.parent.iterdir(), key=lambda each: each.stat().st_mtime_ns, reverse=True)
    for each in others[MOST_SITES:]:
        each.unlink()
