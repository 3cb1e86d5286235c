"""Everything recomputed: stored bytes against the ledger, readings and rows against the bytes they follow from."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from onrecord.capture import address_in, sight_at, utc_time
from onrecord.errors import DamagedArchive
from onrecord.model import Finding, Issue, Locator, Reading, Verified
from onrecord.record.beyond import find_beyond
from onrecord.record.compare import compare_tables
from onrecord.record.derived import Derived
from onrecord.record.deriving import Deriving, LedgerPart, Progress
from onrecord.record.learning import Learning
from onrecord.record.ledger import CaptureKept, FileBegun, RevisitKept
from onrecord.record.pages import read_captured
from onrecord.record.rows import CaptureRow, fetch_reading
from onrecord.record.store import changed_bytes, stored_digest
from onrecord.record.tables import clear, connect, read_meta


def verify_archive(derived: Derived, progress: Progress | None = None) -> Verified:
    """Return what was recomputed, and a finding for each file, byte range or row that is not as it should be.

    Against the ledger: that each capture's bytes are there and unchanged. Against the captures: every derived row. That
    nobody replaced captures and ledger together is not proved by this.
    """
    findings: list[Finding] = []
    captures = 0
    try:
        for _ in derived.ledger.entries():
            pass
    except DamagedArchive as damage:
        findings.append(Finding("damaged_ledger", str(damage), "ledger.jsonl", "error"))
        return Verified(0, 0, 0, 0, tuple(findings))
    kept = _Kept(derived.layout.folder)
    for line, entry in enumerate(derived.ledger.entries(), 1):
        if isinstance(entry.event, CaptureKept | RevisitKept | FileBegun):
            kept.check(entry.event, line)
        captures += isinstance(entry.event, CaptureKept)
    findings += kept.findings()
    if derived.find_cut():
        findings.append(Finding("cut_ledger", str(derived.cut), "ledger.jsonl", "error"))
        return Verified(captures, 0, 0, 0, tuple(findings))
    if derived.find_fault():
        findings.append(_broken_source(str(derived.fault)))
    findings += find_beyond(derived.layout.folder, derived.ledger, kept.ends)
    if derived.fault is not None:
        findings.append(_not_compared("The rows were not compared, because a source file is wrong."))
    elif kept.forged:
        findings.append(
            _not_compared("The rows were not compared, because the ledger is not as it was written.")
        )
    else:
        findings += _tables(derived, kept.damaged, progress)
    counts = (0, 0, 0) if derived.fault is not None else _counts(derived.db)
    return Verified(captures, *counts, tuple(findings))


def _broken_source(fault: str) -> Finding:
    place = re.match(r"sources/[^,:]*?\.toml", fault)
    return Finding("broken_source_file", fault, place.group() if place else "sources", "error")


def _counts(db: sqlite3.Connection) -> tuple[int, int, int]:
    """Return how many statements, versions and turns the tables hold; none where they are broken."""
    try:
        row = db.execute(
            "SELECT (SELECT count(*) FROM statements), (SELECT count(*) FROM versions), (SELECT count(*) FROM turns)"
        ).fetchone()
    except sqlite3.DatabaseError:
        return 0, 0, 0
    return row[0], row[1], row[2]


class _Kept:
    """The stored bytes that the ledger acknowledges, checked one by one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lost: dict[str, int] = {}
        self._found: list[Finding] = []
        self.damaged: set[Locator] = set()
        self.forged = False
        """Whether a line of the ledger contradicts the record that it points at."""
        self.ends: dict[str, int] = {}

    def check(self, event: CaptureKept | RevisitKept | FileBegun, line: int) -> None:
        """Note what is wrong with the line of an event, with its bytes, and with those that stand unnamed before them."""
        at = event.locator
        if at.offset > self.ends.get(at.file, 0):
            start = self.ends.get(at.file, 0)
            self._found.append(_unnamed(Locator(at.file, start, at.offset - start)))
        self.ends[at.file] = max(self.ends.get(at.file, 0), at.offset + at.length)
        found = stored_digest(self._folder, at)
        if found == event.stored:
            contradicted = list(contradictions(self._folder, event, line))
            self.forged = self.forged or bool(contradicted)
            self._found += contradicted
            return
        self.damaged.add(at)
        code = found.code if isinstance(found, Issue) else changed_bytes(at).code
        if code == "lost_warc":
            self._lost[at.file] = self._lost.get(at.file, 0) + isinstance(event, CaptureKept)
            return
        wrong = "The file ends before the end of" if code == "cut_file" else "Bytes have changed in"
        said = f"{wrong} {_name(event)}: restore this file from a copy."
        self._found.append(Finding(code, said, _place(at), "error"))

    def findings(self) -> list[Finding]:
        """Return what was found; a missing file once, with how many captures are gone with it."""
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


def contradictions(
    folder: Path, event: CaptureKept | RevisitKept | FileBegun, line: int
) -> Iterator[Finding]:
    """Return a finding for address and time each, where the ledger's line says another than its record's own header.

    We wrote that header, from what the ledger was told as well: so they agree also where no WARC was given, and an
    unknown address or time is unknown to both.
    """
    if isinstance(event, FileBegun):
        return
    try:
        url, captured_at = sight_at(folder, event.locator)
    except DamagedArchive:
        return  # named when the page is read
    for field, said, stored, same in (
        ("url", event.url, url, address_in(event.url) == url),
        ("captured_at", event.captured_at, captured_at, utc_time(event.captured_at or "") == captured_at),
    ):
        if not same:
            message = (
                f"The line has the {field} {_value(said)}, and the record it names, {_place(event.locator)}, has"
                f" {_value(stored)}: restore ledger.jsonl from a copy."
            )
            yield Finding("changed_line", message, f"ledger.jsonl line {line}", "error")


def _value(field: str | None) -> str:
    return "none" if field is None else field


def _name(event: CaptureKept | RevisitKept | FileBegun) -> str:
    if isinstance(event, FileBegun):
        return "what stands before the first capture"
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
            anew.executemany("INSERT INTO learnt VALUES (?, ?, ?)", rows)
        deriving = Deriving(
            anew,
            fresh.read,
            derived.draw,
            fresh.learning,
            derived.sources.name_of,
            lambda minted: None,
            derived.derivation,
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

    def read(self, row: CaptureRow) -> Reading | Issue:
        """Return the Reading of a kept capture, with a finding for what is wrong with its bytes or spans."""
        captured = self._derived.fetch(row)
        if isinstance(captured, Issue):
            if row.locator not in self._damaged and row.body not in self._damaged:
                self.findings.append(Finding(captured.code, captured.message, _place(row.locator), "error"))
            return fetch_reading(self._derived.db, row.reading) or captured
        sources = self._derived.sources
        reading = read_captured(
            captured, sources.rules_of(row.url), self.learning.of(sources.name_of(row.url))
        )
        if isinstance(reading, Reading):
            self.findings += _wrong_spans(reading)
        return reading


def _wrong_spans(reading: Reading) -> Iterator[Finding]:
    for statement in reading.statements:
        for turn in statement.turns:
            start, end = turn.span
            if reading.page.text[start:end] != turn.text:
                said = (
                    f"Turn {turn.n} of {statement.id} is not the page's text at its span: report this page."
                )
                yield Finding("wrong_span", said, _place(reading.capture.locator), "error")
