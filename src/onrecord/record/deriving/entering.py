"""From acknowledged captures to rows: each distinct page read once, each statement it touches derived again.

The rows follow from the set of captures alone, not from the order in which they came.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec.structs import replace

from onrecord.model import Issue, Locator, Page, Reading, Statement
from onrecord.reading.identity import normalised_address
from onrecord.record.deriving.composed import ComposedBefore, Words
from onrecord.record.deriving.joining import settle, statement_of
from onrecord.record.deriving.learning import read_by
from onrecord.record.deriving.marked import Memory
from onrecord.record.deriving.pages import Held, ShownBefore
from onrecord.record.deriving.reused import identities_of, part_pages, renamed
from onrecord.record.deriving.shownagain import ShownAgain
from onrecord.record.keeper.decisions import removals_of
from onrecord.record.keeper.mended import Mend
from onrecord.record.tables.facts import facts_of, pack_facts
from onrecord.record.tables.moves import statements_left
from onrecord.record.tables.notices import Showing, derive_notice, notice_key, show_notice
from onrecord.record.tables.rows import CaptureRow, fetch_capture, find_shown, pack_reading
from onrecord.record.tables.shown import write_again
from onrecord.record.tables.statements import Readings, derive_statement, words_of
from onrecord.record.tables.stretches import delete_versions
from onrecord.record.tables.versions import digest_of_version, digest_of_words
from onrecord.record.truth.events import StatementMinted
from onrecord.witnessing import Decided

if TYPE_CHECKING:
    from onrecord.reading import PageRead


class Read(Protocol):
    """Makes a Reading of a kept capture, or tells why it cannot; what is held of the same may be taken over."""

    def __call__(self, row: CaptureRow, held: Held = ..., /) -> PageRead | ShownBefore | Issue:
        """Return the Reading with a digest of what the page shows, or which Reading tells the same."""


class Entered(NamedTuple):
    """What a batch changed: statements met, identities not minted before, captures not readable, issues of pages.

    `joined` are identities that became one with others, or are of their own again.
    """

    statements: frozenset[str]
    minted: tuple[StatementMinted, ...]
    not_readable: int
    issues: tuple[Issue, ...]
    joined: frozenset[str] = frozenset()


_AS_READ = Mend()
_Sighted = tuple[str, str | None, str, str]
"""The digests of version and words of a statement on a page, what is told beside the words, and the words of the title."""


def enter_captures(
    db: sqlite3.Connection,
    captures: Iterable[CaptureRow],
    read: Read,
    touched: int,
    mend: Mend = _AS_READ,
    decided: Sequence[Decided] = (),
    remembered: Memory | None = None,
) -> Entered:
    """Write all that follows from captures whose rows are entered; within the caller's transaction.

    `touched` is entered with each statement whose text changes: the ledger position behind the batch.
    """
    new: dict[int, list[CaptureRow]] = {}
    for row in captures:
        new.setdefault(row.reading, []).append(row)
    batch = _Batch(db, read, mend, remembered)
    for reading, rows in new.items():
        batch.enter_reading(reading, rows)
    batch.settle(decided)
    for statement in sorted(batch.statements):
        derive_statement(db, statement, batch.readings, touched)
    batch.write_again()
    return batch.entered()


def enter_again(
    db: sqlite3.Connection,
    readings: Iterable[int],
    read: Read,
    touched: int,
    mend: Mend = _AS_READ,
    decided: Sequence[Decided] = (),
    remembered: Memory | None = None,
    *,
    changed_alone: bool = False,
) -> Entered:
    """Read pages that were read before anew, and derive what follows; within the caller's transaction.

    With `changed_alone` nothing is derived of pages that are read as before: the keeper's decisions must be those of that time.
    """
    batch = _Batch(db, read, mend, remembered)
    for reading in readings:
        batch.enter_again(reading, changed_alone=changed_alone)
    batch.settle(decided, anew=True)
    for statement in sorted(batch.statements):
        db.execute("DELETE FROM versions WHERE statement = ?", (statement,))
        delete_versions(db, statement)  # the same text may have other turns now
        derive_statement(db, statement, batch.readings, touched)
    return batch.entered()


class _Batch:
    """The readings that a batch of captures touches, and what they change."""

    def __init__(
        self, db: sqlite3.Connection, read: Read, mend: Mend, remembered: Memory | None = None
    ) -> None:
        self.db = db
        self.remembered = remembered or Memory()
        self.read = read
        self.mend = mend
        self.readings = Readings(db)
        self.again = ShownAgain(db)
        self.seen_again: frozenset[str] = frozenset()
        self.identities: set[str] = set()
        self.pages: set[str] = set()
        self.statements: set[str] = set()
        self.joined: frozenset[str] = frozenset()
        self.notices: set[str] = set()
        self.showing: defaultdict[str, list[Showing]] = defaultdict(list)
        self.minted: dict[str, StatementMinted] = {}
        self.issues: list[Issue] = []
        self.not_readable = 0

    def enter_reading(self, reading: int, new: list[CaptureRow]) -> None:
        """Read the page from its earliest capture, unless that was done; note whom it touches."""
        held = self.db.execute("SELECT capture FROM readings WHERE id = ?", (reading,)).fetchone()
        earliest = min(new, key=lambda row: row.order)
        is_earlier = held is not None and earliest.order < fetch_capture(self.db, held[0]).order
        if is_earlier:
            self._touch(reading)
        if held is None or is_earlier:
            # All that is held was read by what is learnt now, as this one would be.
            value = self.read(earliest, partial(_shown_before, self.db, _address(earliest.url)))
            self._write_page(reading, earliest, value, is_new=held is None)
        self._touch(reading, None if is_earlier else new, is_new=held is None)
        self.statements.update(statements_left(self.db, reading))
        (unread,) = self.db.execute(
            "SELECT reading IS NULL FROM readings WHERE id = ?", (reading,)
        ).fetchone()
        self.not_readable += len(new) if unread else 0

    def enter_again(self, reading: int, *, changed_alone: bool = False) -> None:
        """Read the page anew from the capture that it was read from; note whom it touched and touches."""
        (capture,) = self.db.execute("SELECT capture FROM readings WHERE id = ?", (reading,)).fetchone()
        row = fetch_capture(self.db, capture)
        value = self.read(row)
        assert not isinstance(value, ShownBefore)  # nothing was said to be held
        if isinstance(value, Issue) and self.readings.get(reading) is not None:
            # Its bytes were lost since: what was read of them stays, and is no measure for others.
            self.db.execute("UPDATE readings SET shown = NULL WHERE id = ?", (reading,))
            return
        if changed_alone and not isinstance(value, Issue) and self._is_as_before(reading, row, value.reading):
            self.db.execute(
                "UPDATE readings SET learnt = ?, fitted = ?, fitted_from = ?, shown = ? WHERE id = ?",
                (read_by(value.reading, row), *_fitted(value.reading.page), value.digest, reading),
            )
            return
        self._touch(reading)
        self._write_page(reading, row, value)
        self._touch(reading)
        self.statements.update(statements_left(self.db, reading))

    def _is_as_before(self, reading: int, row: CaptureRow, value: Reading) -> bool:
        """Whether a page is read as it was, but for what it was read by, and nothing of it was mended then or is now."""
        held = self.readings.get(reading)
        if held is None or any(each.corrections or each.removals for each in held.statements):
            return False
        page = replace(held.page, learnt=value.page.learnt)
        named = renamed(value, identities_of(self.db, reading))
        return (
            replace(held, page=page) == value
            and self.mend(named) is named
            and not removals_of(self.db, row.digest)
        )

    def _touch(self, reading: int, new: Sequence[CaptureRow] | None = None, *, is_new: bool = False) -> None:
        """Note whom a page touches; `new` are captures that show it, too, where nothing else of it is otherwise than before.

        `is_new`: it was not read before.
        """
        self._touch_notices(reading, new)
        if new is not None and self.again.note(reading, new, self.statements, is_new=is_new):
            return
        held = self.db.execute(
            "SELECT identity, statement, page FROM sightings WHERE reading = ?", (reading,)
        )
        for identity, statement, page in held:
            self.identities.add(identity)
            self.statements.add(statement)
            self.pages.add(page)

    def _touch_notices(self, reading: int, new: Sequence[CaptureRow] | None) -> None:
        for key, n in self.db.execute("SELECT key, n FROM announcements WHERE reading = ?", (reading,)):
            if new is None:
                self.notices.add(key)
            else:
                self.showing[key] += (Showing(row, reading, n) for row in new)

    def settle(self, decided: Sequence[Decided], *, anew: bool = False) -> None:
        """Join what is one statement by now, and note whom that touches."""
        parted = part_pages(self.db, self.pages, self.readings)
        self.statements |= parted.statements
        self._mend_again(parted.readings)
        settled = settle(
            self.db, self.identities | parted.identities, self.readings, decided, self.remembered, anew=anew
        )
        self.statements |= settled.statements
        self.joined = settled.moved

    def _mend_again(self, readings: Iterable[int]) -> None:
        """Have the keeper's corrections of a statement in their places on pages that are now known to show it, or not to."""
        for reading in sorted(readings):
            held = self.readings.get(reading)
            if held is None:
                continue
            named = renamed(held, identities_of(self.db, reading))
            if any(each.corrections for each in held.statements) or self.mend(named) is not named:
                self.enter_again(reading)

    def write_again(self) -> None:
        """Write when statements were seen of which nothing else is told; all others are derived."""
        self.seen_again = self.again.write(self.statements)

    def entered(self) -> Entered:
        """Derive the notices that were touched, and return what the batch changed."""
        for key in sorted(self.notices | self.showing.keys()):
            if key in self.notices or not show_notice(self.db, key, self.showing[key], self.readings):
                derive_notice(self.db, key, self.readings)
        return Entered(
            self.seen_again.union(self.statements), tuple(self.minted.values()), self.not_readable,
            tuple(self.issues), self.joined,
        )  # fmt: skip

    def _write_page(
        self,
        reading: int,
        row: CaptureRow,
        value: PageRead | ShownBefore | Issue,
        *,
        is_new: bool = False,
    ) -> None:
        sighted: list[_Sighted] | None = None
        if isinstance(value, ShownBefore):
            if is_new and not self._is_mended(row, value.reading):
                write_again(self.db, reading, row.position, value.reading)
                self.readings.written.add(reading)
                return
            # Asked before anything is deleted: what is held may be this very reading, of a later capture of the same bytes.
            sighted = self._held(value.reading)
            value = self._again(row, value)
        identities = {} if is_new else identities_of(self.db, reading)
        for table in () if is_new else ("sightings", "announcements", "issues", "alternates"):
            self.db.execute(f"DELETE FROM {table} WHERE reading = ?", (reading,))
        if isinstance(value, Issue):
            self.readings.write(reading, None)
            self._write_unread(reading, row, value)
        else:
            shown = self._shown(value.reading, row, identities)
            if shown is not value.reading:
                value = value._replace(digest=None)  # what the keeper has a hand in is no measure for others
            self.readings.write(reading, shown)
            self._write_reading(reading, row, value, shown, identities, sighted)

    def _is_mended(self, row: CaptureRow, taken: int) -> bool:
        """Whether a Reading that is taken over is another one for this capture: the keeper has a hand in it, or issues name their places."""
        if self.db.execute("SELECT 1 FROM issues WHERE reading = ? LIMIT 1", (taken,)).fetchone():
            return True
        pages = self.db.execute("SELECT page FROM sightings WHERE reading = ?", (taken,))
        return bool(removals_of(self.db, row.digest)) or any(self.mend.tells_of(page) for (page,) in pages)

    def _again(self, row: CaptureRow, shown: ShownBefore) -> PageRead:
        from onrecord.reading import PageRead, captured_again

        before = self.readings.get(shown.reading)
        assert before is not None  # only what was read has a digest
        return PageRead(captured_again(before, row.capture()), shown.digest)

    def _write_unread(self, reading: int, row: CaptureRow, issue: Issue) -> None:
        self.db.execute(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, NULL, NULL, NULL, NULL, 0, 0, 0, '[]', NULL, NULL, NULL, NULL, NULL, NULL)",
            (reading, _address(row.url), row.position),
        )
        self._write_issues(reading, (issue,))

    def _shown(self, value: Reading, row: CaptureRow, identities: dict[str, str]) -> Reading:
        """Return the Reading as the keeper has it shown: mended, and with what was removed of its capture."""
        removals = removals_of(self.db, row.digest)
        if removals:
            statements = tuple(replace(each, removals=removals) for each in value.statements)
            value = replace(value, statements=statements)
        mended = self.mend(renamed(value, identities))
        return renamed(mended, {identity: page for page, identity in identities.items()})

    def _write_reading(
        self, reading: int, row: CaptureRow, read: PageRead, shown: Reading, identities: dict[str, str],
        sighted: list[_Sighted] | None,
    ) -> None:  # fmt: skip
        value = read.reading
        page = value.page
        cut = any(issue.code == "page_cut" for issue in value.issues)
        self.db.execute(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (reading, _address(row.url), row.position, page.kind, page.title, page.language, page.posted_on,
             len(value.statements), len(value.notices), value.unclassified.characters, json.dumps(page.told),
             read_by(value, row), page.canonical, *_fitted(page), read.digest, pack_reading(shown)),
        )  # fmt: skip
        self.db.executemany(
            "INSERT INTO sightings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(reading, n, statement_of(self.db, identity), version, words, identity, facts, cut, each.id, title)
             for n, (each, (version, words, facts, title)) in enumerate(zip(value.statements, sighted or self._sighted(read), strict=True), 1)
             for identity in [identities.get(each.id, each.id)]],
        )  # fmt: skip
        self.db.executemany(
            "INSERT INTO announcements VALUES (?, ?, ?)",
            [(reading, n, notice_key(row.url, notice)) for n, notice in enumerate(value.notices, 1)],
        )
        self.db.executemany(
            "INSERT OR IGNORE INTO alternates VALUES (?, ?, ?)",
            [(reading, normalised_address(each.url), each.language) for each in page.alternates],
        )
        self._write_issues(reading, shown.issues)
        self._mint(value)

    def _held(self, reading: int) -> list[_Sighted]:
        held = "SELECT version, words, facts, title FROM sightings WHERE reading = ? ORDER BY n"
        return self.db.execute(held, (reading,)).fetchall()

    def _sighted(self, read: PageRead) -> list[_Sighted]:
        value, known = read.reading, ComposedBefore(self.remembered.composed, self.db)
        told = [known.words(read.composed_of, partial(_words_of, each)) for each in value.statements]
        return [
            (one.version, one.words, pack_facts(facts_of(value, each)), one.title)
            for one, each in zip(told, value.statements, strict=True)
        ]

    def _write_issues(self, reading: int, issues: tuple[Issue, ...]) -> None:
        self.issues.extend(issues)
        rows = []
        for n, issue in enumerate(issues, 1):
            at = issue.locator or Locator("", 0, 0)
            place = (at.file, at.offset, at.length) if issue.locator else (None, None, None)
            rows.append((reading, n, issue.code, issue.message, issue.severity, *place))
        self.db.executemany("INSERT INTO issues VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _mint(self, value: Reading) -> None:
        for n, statement in enumerate(value.statements, 1):
            known = self.db.execute("SELECT 1 FROM identities WHERE id = ?", (statement.id,)).fetchone()
            if known is None and statement.id not in self.minted:
                capture = value.capture
                self.minted[statement.id] = StatementMinted(
                    statement.id, _address(capture.url), capture.digest, n
                )


def _shown_before(db: sqlite3.Connection, address: str | None, shown: bytes) -> ShownBefore | None:
    found = find_shown(db, address, shown)
    return None if found is None else ShownBefore(found, shown)


def _words_of(statement: Statement) -> Words:
    return Words(digest_of_version(statement), digest_of_words(statement), words_of(statement.title or ""))


def _fitted(page: Page) -> tuple[str | None, int | None]:
    return (page.learnt.id, page.learnt.captures) if page.learnt else (None, None)


def _address(url: str | None) -> str | None:
    return normalised_address(url) if url is not None else None
