"""Events: what is new, edited, removed, returned, moved or resolved in the record, in the order in which it learnt of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from msgspec.structs import replace

from onrecord.archive.revisions import Tell, note_on, tell_revision
from onrecord.capture import utc_time
from onrecord.errors import WrongCall
from onrecord.model import Event, EventKind, LastGood, Revision
from onrecord.record import HistoryRow, JoinedRow, Record, ResolvedRow, Window
from onrecord.revising import Absent, Happened, Seen, find_happenings

# “2026”, “2026-03”, “2026-03-02”
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
# “@184320-5f2c01d3a90be77c-3fa1c2”: ledger position, id of the event, what the record was read by
_CURSOR = re.compile(r"@(\d{1,15})-([0-9a-f]{16})-([0-9a-f]{6})")
_FIRST_WINDOW = 200
_ORDER = ("new", "edited", "returned", "removed", "blocked", "moved", "joined", "resolved")


class Since(NamedTuple):
    """From where events are asked: a moment, or behind a cursor; with neither all are."""

    moment: str | None = None
    position: int = 0
    event: str | None = None
    read_by: str | None = None


class _Found(NamedTuple):
    """An event before its texts are compared; sorted by where in the ledger it was known, then as told."""

    position: int
    statement: str
    seen_at: str
    rank: int
    id: str
    history: HistoryRow | None
    happened: Happened | None
    told: ResolvedRow | JoinedRow | None

    @property
    def order(self) -> tuple[int, str, str, int, str]:
        return self.position, self.statement, self.seen_at, self.rank, self.id


def parse_since(given: str | None) -> Since:
    """Return from where events are asked; WrongCall for what is neither a time nor a cursor."""
    if given is None:
        return Since()
    if cursor := _CURSOR.fullmatch(given):
        return Since(None, int(cursor[1]), cursor[2], cursor[3])
    is_day = _DAY.fullmatch(given) is not None
    # “2026-03” is looked at as its first day: 2026-13 and 2026-02-30 are none.
    moment = utc_time(given + "-01-01"[len(given) - 4 :] + "T00:00:00Z" if is_day else given)
    if moment is None:
        raise WrongCall(
            f"{given!r} is no time and no cursor: write 2026-03-02, 2026-03-02T10:00:00Z, or the cursor of a line of changes."
        )
    return Since(given if is_day else moment)


def was_read_otherwise(record: Record, since: str | None) -> bool:
    """Return whether pages were read anew since the cursor was given, so that what that found before it is not told."""
    read_by = parse_since(since).read_by
    return read_by is not None and read_by != _read_by(record)


def events_since(
    record: Record, given: str | None, *, tell: Tell = tell_revision, at_once: bool = False
) -> Iterator[Event]:
    """Yield the events from a moment on, or those behind a cursor, in the order in which the record learnt of them.

    Who takes only the first of them has only the captures gone through that these were learnt from; who takes all of them
    gets them sooner `at_once`.
    """
    since = parse_since(given)
    read_by = _read_by(record)
    told = sorted(_beside(record, since), key=lambda each: each.order)
    for window in _windows(record, since, at_once=at_once):
        rows = [each for each in told if window.start <= each.position < window.end]
        found = sorted([*_find(record, since, window), *rows], key=lambda each: each.order)
        for each in _behind(since, found) if window.start == since.position else found:
            event = _tell(record, each, read_by, tell)
            if event is not None:
                yield event


def _windows(record: Record, since: Since, *, at_once: bool) -> Iterator[Window]:
    """Yield windows over all captures from a position on, each twice as large as the one before."""
    window, captures = Window(since.position), _FIRST_WINDOW
    while not at_once:
        window = record.history.window_behind(window.start, captures)
        if window.end == Window().end:
            break
        yield window
        window, captures = Window(window.end), captures * 2
    yield window


def _behind(since: Since, found: Sequence[_Found]) -> Sequence[_Found]:
    """Return what stands behind the event of a cursor; all of it without one, or where that is told otherwise by now."""
    ids = [each.id for each in found]
    return found[ids.index(since.event) + 1 :] if since.event in ids else found


class Told(NamedTuple):
    """An event, and where it stands among all."""

    order: tuple[int, str, str, int, str]
    event: Event


def events_of(record: Record, statements: Iterable[str], tell: Tell) -> Iterator[Told]:
    """Yield what the captures of these statements tell of them, without cursors and in no order."""
    for history in record.history.of(statements):
        for found in _of_history(history, Since(), Window()):
            event = _tell(record, found, "", tell)
            if event is not None:
                yield Told(found.order, replace(event, cursor=""))


def events_beside(record: Record) -> Iterator[Told]:
    """Yield all other events, without cursors and in no order."""
    for found in _beside(record, Since()):
        event = _tell(record, found, "", tell_revision)
        if event is not None:
            yield Told(found.order, replace(event, cursor=""))


def _read_by(record: Record) -> str:
    return hashlib.sha256(record.history.read_by().encode()).hexdigest()[:6]


def _find(record: Record, since: Since, window: Window) -> Iterator[_Found]:
    """Yield what became of statements within a window."""
    for history in record.history.all(since.moment, window):
        yield from _of_history(history, since, window)


def _of_history(history: HistoryRow, since: Since, window: Window) -> Iterator[_Found]:
    seen = [Seen(*row) for row in history.sightings]
    absences = [Absent(*row) for row in history.absences]
    for happened in find_happenings(seen, absences):
        is_within = window.start <= happened.position < window.end
        if is_within and _is_since(happened, history, since.moment):
            rank = _ORDER.index(happened.event)
            yield _Found(
                    happened.position, history.statement, _seen_at(happened, history), rank,
                    _id_of(history, happened), history, happened, None,
                )  # fmt: skip


def _beside(record: Record, since: Since) -> Iterator[_Found]:
    """Yield what became of statements that their own captures do not tell."""
    others: list[tuple[str, str, ResolvedRow | JoinedRow]] = [
        *(("joined", each.identity, each) for each in record.history.joined()),
        *(("resolved", each.key, each) for each in record.history.resolved_notices()),
    ]
    for event, key, row in others:
        if row.position >= since.position and (since.moment is None or row.seen_at >= since.moment):
            id_ = _hashed(row.statement, event, key)
            yield _Found(row.position, row.statement, row.seen_at, _ORDER.index(event), id_, None, None, row)


def _is_since(happened: Happened, history: HistoryRow, moment: str | None) -> bool:
    return moment is None or _seen_at(happened, history) >= moment


def _seen_at(happened: Happened, history: HistoryRow) -> str:
    return happened.after.captured_at or history.added_at[happened.after.position]


def _id_of(history: HistoryRow, happened: Happened) -> str:
    """Return the id of an event: of what happened and for the how manyeth time, not of the captures that show it now."""
    lines = [history.statement, happened.event, str(happened.number)]
    if happened.step is not None:
        digests = history.digests
        lines += [digests[happened.step.before.version], digests[happened.step.after.version]]
    return _hashed(*lines)


def _hashed(*lines: str) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _tell(record: Record, found: _Found, read_by: str, tell: Tell) -> Event | None:
    cursor = f"@{found.position}-{found.id}-{read_by}"
    if isinstance(found.told, JoinedRow):
        return _tell_joined(found.told, found.id, cursor)
    if found.told is not None:
        return _tell_resolved(found.told, found.id, cursor)
    assert found.history is not None
    assert found.happened is not None
    history, happened = found.history, found.happened
    revision: Revision | None = None
    noted: str | None = None
    if happened.step is not None:
        noted = note_on(record, history.statement, happened.step)
        texts = cache(lambda n: record.history.as_read(history.statement, n))
        revision = tell(record, history.statement, happened.step, texts)
        if noted is None and all(change.kind == "cosmetic" for change in revision.changes):
            return None
    before, after = happened.before, happened.after
    return Event(
        id=found.id,
        event=cast("EventKind", happened.event),
        statement=history.statement,
        title=history.title,
        source=history.source,
        url=(after.target or after.url) if isinstance(after, Absent) else after.url,
        between=revision.between if revision else (before.captured_at if before else None, after.captured_at),
        seen_at=_seen_at(happened, history),
        because=_because(happened, noted),
        cursor=cursor,
        revision=revision,
        last_good=LastGood(before.version, before.url, before.captured_at, before.digest)
        if before is not None and isinstance(after, Absent)
        else None,
    )


def _tell_resolved(resolved: ResolvedRow, id_: str, cursor: str) -> Event:
    return Event(
        id=id_,
        event="resolved",
        statement=resolved.statement,
        title=resolved.title,
        source=resolved.source,
        url=resolved.notice.url,
        between=(resolved.announced_at, resolved.held_at),
        seen_at=resolved.seen_at,
        because="a list announced it before it was held",
        cursor=cursor,
        notice=resolved.notice,
    )


def _tell_joined(joined: JoinedRow, id_: str, cursor: str) -> Event:
    return Event(
        id=id_,
        event="joined",
        statement=joined.statement,
        title=joined.title,
        source=joined.source,
        url=joined.url,
        between=(joined.before, joined.after),
        seen_at=joined.seen_at,
        because=f"{joined.identity} has the same text: it is one statement with this",
        cursor=cursor,
    )


def _because(happened: Happened, noted: str | None) -> str:
    if isinstance(happened.after, Absent):
        at = f"; it stood at {happened.after.url}" if happened.after.target and happened.after.url else ""
        return happened.after.why + at
    if noted is not None:
        return f"its keeper corrected it: {noted}"
    if happened.step is not None:
        before, after = happened.step.before.version, happened.step.after.version
        if before == after:
            return f"version {after} is told of otherwise"
        return f"version {after} was seen after version {before}"
    if happened.after.identity:
        return "it is shown at another address of its source"
    return "it was captured for the first time" if happened.event == "new" else "it is shown again"
