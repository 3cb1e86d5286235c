"""What the ledger says of decisions: corrections and source files taken up, records kept again, records redacted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.custody import RemovedCapture, Tombstone
from onrecord.model import Locator, Removal
from onrecord.record.keeper.correctionfile import meaning_of
from onrecord.record.keeper.corrections import Corrections
from onrecord.record.keeper.sources import Sources
from onrecord.record.truth.events import (
    CaptureAgain,
    CaptureKept,
    CorrectionKept,
    CorrectionUndone,
    Instead,
    RedactionBegun,
    RedactionDone,
    SourceTold,
)

_INSTEAD = msgspec.json.Decoder(Instead)
_REDACTION = msgspec.json.Decoder(RedactionBegun)


def enter_decisions(db: sqlite3.Connection, events: Iterable[object]) -> None:
    """Write the rows for the decisions among these events; writing them again changes nothing."""
    for event in events:
        if isinstance(event, CorrectionKept):
            _decide(db, "correction", event.id, event.statement, event.meaning, event.file)
        elif isinstance(event, CorrectionUndone):
            db.execute("UPDATE decided SET undone = 1 WHERE kind = 'correction' AND id = ?", (event.id,))
        elif isinstance(event, SourceTold):
            _decide(db, "source", event.name, None, event.meaning, event.file)
        elif isinstance(event, CaptureAgain):
            # The digest, body and charset of the capture stay; None stands for them.
            instead = Instead("", event.locator, event.stored, None, None)
            _move(db, event.instead_of, None, None, instead)
        elif isinstance(event, RedactionBegun):
            row = (event.id, msgspec.json.encode(event).decode())
            db.execute("INSERT OR REPLACE INTO redactions VALUES (?, ?, 0)", row)
            for each in event.removed:
                _move(db, each.locator, each.digest, event.id, each.instead)
            gone = [(correction,) for correction in event.corrections]
            db.executemany("UPDATE decided SET undone = 1 WHERE kind = 'correction' AND id = ?", gone)
        elif isinstance(event, RedactionDone):
            db.execute("UPDATE redactions SET done = 1 WHERE id = ?", (event.id,))


def has_moved(event: object) -> bool:
    """Return whether an event tells that a record acknowledged before lies elsewhere by now, or nowhere."""
    return isinstance(event, CaptureAgain | RedactionBegun)


def _decide(
    db: sqlite3.Connection, kind: str, id_: str, statement: str | None, meaning: str, file: str
) -> None:
    row = (kind, id_, statement, meaning, file)
    db.execute("INSERT OR REPLACE INTO decided VALUES (?, ?, ?, ?, ?, 0)", row)


def _move(
    db: sqlite3.Connection, at: Locator, digest: str | None, redaction: str | None, instead: Instead | None
) -> None:
    written = None if instead is None else msgspec.json.encode(instead).decode()
    kept = instead.digest if instead is not None and redaction is not None else None
    row = (at.file, at.offset, at.length, digest, kept, redaction, written)
    db.execute("INSERT OR REPLACE INTO moved VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def as_kept(db: sqlite3.Connection, kept: CaptureKept) -> CaptureKept | None:
    """Return what is kept of a capture by now: the same at another place, the rest of a redaction, or nothing."""
    while (row := _moved(db, kept.locator)) is not None:
        redaction, written = row
        if written is None:
            return None
        found = _INSTEAD.decode(written)
        again = msgspec.structs.replace(kept, locator=found.locator, stored=found.stored, body=None)
        if redaction is not None:
            again = msgspec.structs.replace(
                again, digest=found.digest, body=found.body, charset=found.charset, names=()
            )
        kept = again
    return msgspec.structs.replace(kept, body=_place_of(db, kept.body)) if kept.body else kept


def _place_of(db: sqlite3.Connection, body: Locator) -> Locator:
    while (row := _moved(db, body)) is not None and row[1] is not None:
        body = _INSTEAD.decode(row[1]).locator
    return body


def _moved(db: sqlite3.Connection, at: Locator) -> tuple[str | None, str | None] | None:
    row = db.execute(
        'SELECT redaction, instead FROM moved WHERE file = ? AND "offset" = ?', (at.file, at.offset)
    ).fetchone()
    return row if row is None else (row[0], row[1])


def is_redacted(db: sqlite3.Connection, digest: str) -> RedactionBegun | None:
    """Return the redaction that removed a capture with these bytes, if one did."""
    row = db.execute(
        "SELECT r.event FROM moved m JOIN redactions r ON r.id = m.redaction WHERE m.digest = ? LIMIT 1",
        (digest,),
    ).fetchone()
    return _REDACTION.decode(row[0]) if row else None


def redactions_begun(db: sqlite3.Connection) -> list[RedactionBegun]:
    """Return the redactions of which not all bytes are known to be gone."""
    rows = db.execute("SELECT event FROM redactions WHERE done = 0 ORDER BY id").fetchall()
    return [_REDACTION.decode(row[0]) for row in rows]


def former_places(db: sqlite3.Connection, at: Locator) -> Iterator[Locator]:
    """Yield the places at which a record lay that was lost and kept again: the file may have come back."""
    rows = db.execute('SELECT file, "offset", length, instead FROM moved WHERE redaction IS NULL').fetchall()
    for file, offset, length, written in rows:
        if _INSTEAD.decode(written).locator == at:
            former = Locator(file, offset, length)
            yield former
            yield from former_places(db, former)


def removals_of(db: sqlite3.Connection, digest: str) -> tuple[Removal, ...]:
    """Return what was removed of the captures whose bytes have this digest by now, the last removal first."""
    # Put in order here: of nearly all captures nothing was removed, and a sorter that gets no row takes as long as ten such questions.
    rows = db.execute(
        "SELECT r.id, m.digest, r.event FROM moved m JOIN redactions r ON r.id = m.redaction WHERE m.kept = ?",
        (digest,),
    ).fetchall()
    found: list[Removal] = []
    for _, was, event in sorted(set(rows)):
        begun = _REDACTION.decode(event)
        found += [Removal(begun.id, begun.by, begun.on, begun.why, was), *removals_of(db, was)]
    return tuple(found)


def tombstones(db: sqlite3.Connection) -> Iterator[Tombstone]:
    """Return what was removed, in the order of time."""
    rows = db.execute("SELECT event FROM redactions").fetchall()
    for begun in sorted((_REDACTION.decode(row[0]) for row in rows), key=lambda each: (each.on, each.id)):
        captures = tuple(
            RemovedCapture(
                each.url,
                each.captured_at,
                each.digest,
                each.stored,
                each.instead.digest if each.instead else None,
            )
            for each in begun.removed
            if each.stored
        )
        yield Tombstone(
            begun.id, begun.by, begun.on, begun.why, begun.reach, begun.statements, captures, begun.corrections,
            begun.still,
        )  # fmt: skip


def undecided(
    db: sqlite3.Connection, corrections: Corrections, sources: Sources
) -> list[CorrectionKept | CorrectionUndone | SourceTold]:
    """Return the events for what files say and the ledger does not: corrections and source files new or changed."""
    known = {
        (kind, id_): (meaning, undone)
        for kind, id_, meaning, undone in db.execute("SELECT kind, id, meaning, undone FROM decided")
    }
    events: list[CorrectionKept | CorrectionUndone | SourceTold] = []
    for mending in sorted(corrections.every.values(), key=lambda each: (each.on, each.id)):
        meaning = meaning_of(mending)
        if known.get(("correction", mending.id), ("", 0))[0] != meaning:
            kept = CorrectionKept(
                mending.id, mending.statement, mending.file, meaning, mending.by, mending.on
            )
            events.append(kept)
    for joining in corrections.joinings.values():
        if known.get(("correction", joining.id), ("", 0))[0] != joining.meaning:
            events.append(
                CorrectionKept(
                    joining.id, joining.statement, joining.file, joining.meaning, joining.by, joining.on
                )
            )
    for undone in corrections.undone.values():
        if not known.get(("correction", undone.id), ("", 0))[1]:
            events.append(CorrectionUndone(undone.id, undone.by, undone.on))
    for file in sources.files:
        if known.get(("source", file.name), ("", 0))[0] != file.said:
            events.append(SourceTold(file.name, file.file, file.said))
    return events
