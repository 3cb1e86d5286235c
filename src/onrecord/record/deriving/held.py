"""What stands in the tables of an archive, and whether it is level with the ledger and with what the keeper decided."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from onrecord.errors import DamagedArchive, WrongCall
from onrecord.record.keeper.corrections import Corrections, read_corrections
from onrecord.record.keeper.decisions import redactions_begun, undecided
from onrecord.record.keeper.sources import Sources, read_sources
from onrecord.record.tables.tables import (
    connect,
    derivation,
    read_meta,
    schema,
)
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.ledger import (
    Ledger,
)

if TYPE_CHECKING:
    pass


class Tables:
    """The tables of one archive, as they are found: made by this code or another, level, behind or missing."""

    def __init__(self, layout: Layout, ledger: Ledger, wait_s: float) -> None:
        """Connect; the tables may still be behind, or missing."""
        self.layout = layout
        self.ledger = ledger
        self._wait_s = wait_s
        self._writable = os.access(layout.folder, os.W_OK)
        self.derived_again = False
        """Whether captures that were derived before had to be derived anew since this was opened."""
        self.damage: str | None = None
        """Why the tables could not be read when this was opened, if they could not."""
        self.cut: str | None = None
        """Why the ledger is known to have lost its end, if it is; then nothing is answered, derived or added."""
        self.sources = Sources()
        """What the source files told when they were last read."""
        self.corrections = Corrections()
        """What the files of corrections mended when they were last read."""
        self.fault: str | None = None
        """What is wrong in a file of sources or corrections, if something is; then nothing is answered, derived or added."""
        self.sources_changed = False
        """Whether captures had to be derived anew because the source files tell something else now."""
        self._db = self._connected()

    @property
    def db(self) -> sqlite3.Connection:
        """Return the connection; `catch_up` has made sure that there is one.

        DamagedArchive where that found that the ledger has lost its end: what is held then is only evidence of that.
        WrongCall where a source file is wrong: what is held may then be what the keeper has just corrected.
        """
        if self.cut is not None:
            raise DamagedArchive(self.cut)
        if self.fault is not None:
            raise WrongCall(self.fault)
        assert self._db is not None
        return self._db

    def close(self) -> None:
        """Close the connection."""
        if self._db is not None:
            self._db.close()

    def find_cut(self) -> bool:
        """Return whether the tables hold lines that the ledger has no more, and note it.

        No writer leaves that behind, however it ended: the tables follow the ledger only once it is synced.
        """
        self.cut = None
        meta = read_meta(self._db) if self._db is not None else {}
        position, lines = meta.get("position", ""), meta.get("lines", "")
        if position.isdecimal() and lines.isdecimal() and int(position) > self.ledger.reach():
            missing = int(lines) - self.ledger.count_lines(self.ledger.reach())
            if missing > 0:
                said = "1 line is" if missing == 1 else f"{missing:,} lines are"
                self.cut = (
                    f"The ledger ends before what this record was derived from: {said} missing; restore"
                    f" {self.layout.ledger.name} from a copy."
                )
        return self.cut is not None

    def find_fault(self) -> bool:
        """Read the files of sources and corrections; return whether one of them is wrong, and note it."""
        self.fault = None
        try:
            self.sources = read_sources(self.layout.sources)
            self.corrections = read_corrections(self.layout.corrections)
        except WrongCall as fault:
            self.fault = str(fault)
        return self.fault is not None

    def look_again(self) -> None:
        """Read the files of sources and corrections again; what they said before holds where one of them is wrong."""
        before = self.sources, self.corrections
        if self.find_fault():
            self.fault = None
            self.sources, self.corrections = before

    @property
    def derivation(self) -> str:
        """Return what derives here: this code, with what the source files tell."""
        return derivation(self.sources.meaning)

    def is_read(self) -> bool:
        """Return whether all captures that the tables hold were read."""
        meta = read_meta(self.db)
        return meta.get("read") == meta.get("position")

    def _connected(self) -> sqlite3.Connection | None:
        if not self.layout.tables.exists():
            return None
        try:
            return _asked(connect(self.layout.tables, writable=self._writable))
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as fault:  # no database, or a broken one: it can be made again
            self.damage = str(fault)
            return None

    def _made_anew(self) -> sqlite3.Connection:
        for suffix in ("", "-wal", "-shm"):
            self.layout.tables.with_name(self.layout.tables.name + suffix).unlink(missing_ok=True)
        return connect(self.layout.tables, writable=True)

    def _is_level(self) -> bool:
        meta = read_meta(self._db) if self._db is not None else {}
        at = str(self.ledger.end())
        held = (
            meta.get("derivation"),
            meta.get("position"),
            meta.get("read"),
            meta.get("corrections", ""),
        )
        if held != (self.derivation, at, at, self.corrections.meaning) or self._db is None:
            return False
        return not (undecided(self._db, self.corrections, self.sources) or redactions_begun(self._db))

    def _can_be_asked(self) -> bool:
        return self._db is not None and read_meta(self._db).get("schema") == schema()


def _asked(db: sqlite3.Connection) -> sqlite3.Connection:
    """Return the connection once it has answered; one that fails is closed."""
    try:
        read_meta(db)
    except BaseException:
        db.close()
        raise
    return db
