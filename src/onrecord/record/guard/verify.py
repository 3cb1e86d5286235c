"""Everything recomputed: stored bytes against the ledger, readings and rows against the bytes they follow from."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.custody import Finding, Verified
from onrecord.errors import DamagedArchive
from onrecord.model import Issue, Locator, Reading
from onrecord.record.deriving.learning import Learning
from onrecord.record.deriving.level import Derived
from onrecord.record.deriving.marked import Memory
from onrecord.record.deriving.pages import Held, ShownBefore, nothing_held, read_captured_again
from onrecord.record.deriving.steps import Deriving, LedgerPart, Progress
from onrecord.record.tables.compare import compare_tables
from onrecord.record.tables.rows import CaptureRow, fetch_reading
from onrecord.record.tables.tables import clear, connect, read_meta
from onrecord.record.truth.beyond import find_beyond
from onrecord.record.truth.contradictions import contradictions
from onrecord.record.truth.events import (
    CaptureAgain,
    CaptureKept,
    FileBegun,
    MessageReleased,
    RedactionBegun,
    RequestKept,
    RevisitKept,
)
from onrecord.record.truth.ledger import Ledger
from onrecord.record.truth.store import changed_bytes, stored_digest

if TYPE_CHECKING:
    from onrecord.reading import PageRead

Acknowledging = CaptureKept | RevisitKept | RequestKept | FileBegun | MessageReleased
"""The events that name bytes of a WARC."""


def verify_archive(derived: Derived, progress: Progress | None = None) -> Verified:
    """Return what was recomputed, and a finding for each file, byte range or row that is not as it should be.

    Against the ledger: that each capture's bytes are there and unchanged. Against the captures: every derived row. That
    nobody replaced captures and ledger together is not proved by this.
    """
    findings: list[Finding] = []
    try:
        kept = check_kept(derived.layout.folder, derived.ledger)
    except DamagedArchive as damage:
        findings.append(Finding("damaged_ledger", str(damage), "ledger.jsonl", "error"))
        return Verified(0, 0, 0, 0, tuple(findings))
    captures = kept.captures
    findings += kept.findings()
    if derived.find_cut():
        findings.append(Finding("cut_ledger", str(derived.cut), "ledger.jsonl", "error"))
        return Verified(captures, 0, 0, 0, tuple(findings))
    if derived.find_fault():
        findings.append(_broken_file(str(derived.fault)))
    else:
        findings += _decisions(derived)
    findings += find_beyond(derived.layout.folder, derived.ledger, kept.ends)
    if derived.fault is not None:
        findings.append(_not_compared("The rows were not compared, because a file of the keeper’s is wrong."))
    elif kept.forged:
        findings.append(
            _not_compared("The rows were not compared, because the ledger is not as it was written.")
        )
    else:
        findings += _tables(derived, kept.damaged, progress)
    counts = (0, 0, 0) if derived.fault is not None else _counts(derived.db)
    return Verified(captures, *counts, tuple(findings))


def check_kept(folder: Path, ledger: Ledger) -> Kept:
    """Return what was found of the stored bytes that a ledger acknowledges; DamagedArchive where it cannot be read."""
    moves = _Moves()
    for entry in ledger.entries():
        moves.note(entry.event)
    kept = Kept(folder, moves)
    for line, entry in enumerate(ledger.entries(), 1):
        event = entry.event
        if isinstance(event, Acknowledging):
            kept.check(event, line)
        elif isinstance(event, CaptureAgain):
            kept.check_again(event.locator, event.stored)
        elif isinstance(event, RedactionBegun):
            for instead in (each.instead for each in event.removed):
                if instead is not None:
                    kept.check_again(instead.locator, instead.stored)
        kept.captures += isinstance(event, CaptureKept)
    return kept


def _broken_file(fault: str) -> Finding:
    place = re.match(r"(?:sources|corrections)/[^,:]*?\.toml", fault)
    where = place.group() if place else "sources"
    if where.startswith("corrections"):
        return Finding("broken_correction_file", fault, where, "error")
    return Finding("broken_source_file", fault, where, "error")


def _decisions(derived: Derived) -> Iterator[Finding]:
    """Return a finding for each decision that the ledger names and no file tells any more."""
    told = {file.name for file in derived.sources.files}
    try:
        rows = derived.db.execute(
            "SELECT kind, id, file FROM decided WHERE undone = 0 ORDER BY kind, id"
        ).fetchall()
    except sqlite3.DatabaseError:
        return  # named with the tables
    for kind, id_, file in rows:
        if kind == "correction" and id_ not in {**derived.corrections.every, **derived.corrections.joinings}:
            said = (
                f"The ledger names the correction {id_}, and no file has it: restore {file} from a copy. To take a"
                " correction back, keep it and use `onrecord correct --undo`."
            )
            yield Finding("lost_correction", said, file, "error")
        elif kind == "source" and id_ not in told:
            said = f"The ledger names what it told of {id_!r}, and no file tells of it now: nothing, if you took it away."
            yield Finding("lost_source_file", said, file, "note")


def _counts(db: sqlite3.Connection) -> tuple[int, int, int]:
    """Return how many statements, versions and turns the tables hold; none where they are broken."""
    try:
        row = db.execute(
            "SELECT (SELECT count(*) FROM statements), (SELECT count(*) FROM versions), (SELECT count(*) FROM turns)"
        ).fetchone()
    except sqlite3.DatabaseError:
        return 0, 0, 0
    return row[0], row[1], row[2]


class _Moves:
    """What became of records after they were acknowledged: kept again elsewhere, or redacted."""

    def __init__(self) -> None:
        self.again: set[Locator] = set()
        self.filled: dict[Locator, str] = {}

    def note(self, event: object) -> None:
        if isinstance(event, CaptureAgain):
            self.again.add(event.instead_of)
        elif isinstance(event, RedactionBegun):
            self.filled |= {each.locator: each.filled for each in event.removed}


class Kept:
    """The stored bytes that the ledger acknowledges, checked one by one."""

    def __init__(self, folder: Path, moves: _Moves) -> None:
        """Take the archive folder, and what became of records; nothing is checked yet."""
        self.captures = 0
        self._folder = folder
        self._moves = moves
        self._replaced: set[str] = set()
        self._lost: dict[str, int] = {}
        self._found: list[Finding] = []
        self.damaged: set[Locator] = set()
        self.forged = False
        """Whether a line of the ledger contradicts the record that it points at."""
        self.ends: dict[str, int] = {}

    def check(self, event: Acknowledging, line: int) -> None:
        """Note what is wrong with the line of an event, with its bytes, and with those that stand unnamed before them."""
        at = event.locator
        self._cover(at)
        found = stored_digest(self._folder, at)
        if at in self._moves.filled:
            self._check_filled(event, found)
            return
        if found == event.stored:
            contradicted = list(contradictions(self._folder, event, line))
            self.forged = self.forged or bool(contradicted)
            self._found += contradicted
            return
        if at in self._moves.again:
            self._replaced.add(at.file)
            return
        self.damaged.add(at)
        self._tell(at, found, _name(event), isinstance(event, CaptureKept))

    def check_again(self, at: Locator, stored: str) -> None:
        """Note what is wrong with a record that stands for another: one that was lost, or redacted."""
        self._cover(at)
        found = stored_digest(self._folder, at)
        if at in self._moves.filled or at in self._moves.again:
            return  # that became another in its turn
        if found != stored:
            self.damaged.add(at)
            self._tell(at, found, "the record of a capture", is_capture=True)

    def _check_filled(self, event: Acknowledging, found: str | Issue) -> None:
        at = event.locator
        if found == self._moves.filled[at]:
            return
        if found == event.stored:
            said = "What was redacted stands here again, or still: open the archive where it may be written, then verify."
            self._found.append(Finding("not_erased", said, _place(at), "error"))
        elif at not in self._moves.again:
            self._tell(at, found, "what stands in the place of a redaction", is_capture=False)

    def _tell(self, at: Locator, found: str | Issue, what: str, is_capture: bool) -> None:
        code = found.code if isinstance(found, Issue) else changed_bytes(at).code
        if code == "lost_warc":
            self._lost[at.file] = self._lost.get(at.file, 0) + is_capture
            return
        wrong = "The file ends before the end of" if code == "cut_file" else "Bytes have changed in"
        self._found.append(
            Finding(code, f"{wrong} {what}: restore this file from a copy.", _place(at), "error")
        )

    def _cover(self, at: Locator) -> None:
        """Note the bytes that stand unnamed before a place, and how far lines reach in its file."""
        if at.offset > self.ends.get(at.file, 0):
            start = self.ends.get(at.file, 0)
            self._found.append(_unnamed(Locator(at.file, start, at.offset - start)))
        self.ends[at.file] = max(self.ends.get(at.file, 0), at.offset + at.length)

    def findings(self) -> list[Finding]:
        """Return what was found; a missing file once, with how many captures are gone with it."""
        for file in self._replaced:
            if self._lost.get(file) == 0:  # nothing of it is missed any more
                del self._lost[file]
        lost = [
            Finding(
                "lost_warc",
                f"The file is missing, and {_captures(n)} with it: restore it from a copy.",
                file,
                "error",
            )
            for file, n in self._lost.items()
        ]
        return lost + self._found


def _name(event: Acknowledging) -> str:
    if isinstance(event, FileBegun):
        return "what stands before the first capture"
    if isinstance(event, RequestKept):
        return f"the request for {event.url}, sent at {event.captured_at}"
    if isinstance(event, MessageReleased):
        return f"the message {event.name}, released at {event.released_at}"
    when = f"captured at {event.captured_at}" if event.captured_at else f"added at {event.added_at}"
    return f"the page {event.url or 'without an address'}, {when}"


def _captures(count: int) -> str:
    return f"{count:,} capture{'' if count == 1 else 's'}"


def _unnamed(at: Locator) -> Finding:
    said = "No line of the ledger names these bytes, as if lines had been removed: restore ledger.jsonl from a copy."
    return Finding("unnamed_bytes", said, _place(at), "error")


def _place(at: Locator) -> str:
    return f"{at.file} {at.offset}+{at.length}"


def _tables(derived: Derived, damaged: set[Locator], progress: Progress | None) -> Iterator[Finding]:
    """Return a finding for each row that differs from what follows from the captures."""
    if derived.damage is not None:
        said = f"It could not be read ({derived.damage}) and was derived again from the captures when the archive was opened."
        yield Finding("damaged_tables", said, "record.sqlite", "error")
    broken = [row[0] for row in _ask(derived.db, "PRAGMA integrity_check")]
    if broken != ["ok"]:
        said = f"record.sqlite is damaged ({broken[0]}): run `onrecord rebuild`."
        yield Finding("damaged_tables", said, "record.sqlite", "error")
        return
    if read_meta(derived.db).get("derivation") != derived.derivation:
        yield _not_compared(
            "record.sqlite was derived by another onrecord, or before a source file changed, and cannot be written here:"
            " its rows were not compared."
        )
        return
    if not derived.is_read():
        yield _not_compared(
            "Some captures are not read yet, as while another `add` is at work: the rows were not compared; verify again"
            " when it has ended."
        )
        return
    anew = connect("", writable=True)
    fresh = _Fresh(derived, damaged, Learning(anew))
    derived.db.execute("BEGIN")  # one state of the tables, whatever others write meanwhile
    try:
        clear(anew)
        part = LedgerPart(derived.ledger, 0, int(read_meta(derived.db)["position"]))
        if damaged:  # what was learnt of bytes that are lost cannot be learnt again
            rows = derived.db.execute("SELECT * FROM learnt").fetchall()
            anew.executemany("INSERT INTO learnt VALUES (?, ?, ?, ?)", rows)
        deriving = Deriving(
            anew,
            fresh.read,
            derived.draw,
            derived.reach,
            fresh.learning,
            derived.sources.name_of,
            lambda minted: None,
            derived.derivation,
            derived.corrections,
            Memory(),
        )
        deriving.derive(part, progress, together=False)
        yield from fresh.findings
        yield from compare_tables(derived.db, anew)
    finally:
        derived.db.execute("COMMIT")
        anew.close()


def _not_compared(why: str) -> Finding:
    return Finding("not_compared", why, "record.sqlite", "note")


def _ask(db: sqlite3.Connection, question: str) -> list[tuple[str]]:
    try:
        return db.execute(question).fetchall()
    except sqlite3.DatabaseError as fault:
        return [(str(fault),)]


class _Fresh:
    """Gives Readings made anew; where the bytes are damaged and none can be made, the stored one stands in."""

    def __init__(self, derived: Derived, damaged: set[Locator], learning: Learning) -> None:
        self._derived = derived
        self.learning = learning
        self._damaged = damaged
        self.findings: list[Finding] = []

    def read(self, row: CaptureRow, _: Held = nothing_held) -> PageRead | Issue:
        """Return the Reading of a kept capture, made anew whatever is held, with a finding for what is wrong with its bytes or spans."""
        captured = self._derived.fetch(row)
        if isinstance(captured, Issue):
            if row.locator not in self._damaged and row.body not in self._damaged:
                self.findings.append(Finding(captured.code, captured.message, _place(row.locator), "error"))
            return self._stored(row.reading) or captured
        sources = self._derived.sources
        read = read_captured_again(
            captured, sources.rules_of(row.url), self.learning.of(sources.name_of(row.url))
        )
        assert not isinstance(read, ShownBefore)  # nothing was said to be held
        if not isinstance(read, Issue):
            self.findings += _wrong_spans(read.reading)
        return read

    def _stored(self, reading: int) -> PageRead | None:
        from onrecord.reading import PageRead

        stored = fetch_reading(self._derived.db, reading)
        if stored is None:
            return None
        (digest,) = self._derived.db.execute("SELECT shown FROM readings WHERE id = ?", (reading,)).fetchone()
        return PageRead(stored, digest)


def _wrong_spans(reading: Reading) -> Iterator[Finding]:
    for statement in reading.statements:
        for turn in statement.turns:
            start, end = turn.span
            if reading.page.text[start:end] != turn.text:
                said = (
                    f"Turn {turn.n} of {statement.id} is not the page's text at its span: report this page."
                )
                yield Finding("wrong_span", said, _place(reading.capture.locator), "error")
