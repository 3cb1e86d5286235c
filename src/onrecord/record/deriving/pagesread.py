"""The kept captures of an archive read: their bytes fetched, by what is told and learnt of their sources now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from onrecord.capture import Captured
from onrecord.errors import DamagedArchive
from onrecord.model import Issue
from onrecord.record.deriving.composed import ComposedBefore
from onrecord.record.deriving.held import Tables
from onrecord.record.deriving.learning import Learning
from onrecord.record.deriving.marked import Memory
from onrecord.record.deriving.pages import (
    Held,
    ShownBefore,
    draw_captured,
    nothing_held,
    reach_captured,
    read_captured_again,
)
from onrecord.record.tables.rows import CaptureRow
from onrecord.record.truth.layout import Layout
from onrecord.record.truth.ledger import (
    Ledger,
)
from onrecord.record.truth.store import read_body

if TYPE_CHECKING:
    from onrecord.reading import PageRead, Sketch


_MOST_AT_HAND = 16 << 20


class PagesRead(Tables):
    """The captures of one archive as pages."""

    def __init__(self, layout: Layout, ledger: Ledger, wait_s: float) -> None:
        """Connect; nothing is read yet."""
        super().__init__(layout, ledger, wait_s)
        self._learning: Learning | None = None
        self._remembered = Memory()
        # Bytes that this process has just written, and whose digest it has just compared: to be read in a moment.
        self._at_hand: dict[str, bytes] = {}
        self._at_hand_bytes = 0

    def fetch(self, row: CaptureRow) -> Captured | Issue:
        """Return a capture with its bytes, or the issue that they are not what was acknowledged."""
        body = read_body(self.layout.folder, row.locator, row.digest, row.body)
        return body if isinstance(body, Issue) else _captured(row, body)

    def read(self, row: CaptureRow, held: Held = nothing_held) -> PageRead | ShownBefore | Issue:
        """Return the Reading of a kept capture with what its page shows, or the issue that keeps it from being read."""
        captured = self._taken(row)
        return captured if isinstance(captured, Issue) else self._read(captured, held)

    def read_anew(self, row: CaptureRow) -> PageRead | Issue:
        """Return the Reading of a kept capture, whatever is held."""
        read = self.read(row)
        assert not isinstance(read, ShownBefore)  # nothing was said to be held
        return read

    def read_or_fail(self, row: CaptureRow, held: Held = nothing_held) -> PageRead | ShownBefore | Issue:
        """As `read`; DamagedArchive if its bytes are not what was acknowledged."""
        captured = self.fetch(row)
        if isinstance(captured, Issue):
            raise DamagedArchive(
                f"{captured.message.rstrip('.')}; nothing was derived again, `onrecord verify` names all that is"
                " damaged."
            )
        return self._read(captured, held)

    def draw(self, row: CaptureRow) -> Sketch | Issue | None:
        """Return what a kept capture tells of its source, None where its bytes cannot be had."""
        captured = self._taken(row)
        return None if isinstance(captured, Issue) else draw_captured(captured)

    def reach(self, row: CaptureRow) -> frozenset[int] | None:
        """Return what of a kept page anything learnt of its source can be about, None where it cannot be read."""
        captured = self._taken(row)
        return (
            None if isinstance(captured, Issue) else reach_captured(captured, self.sources.rules_of(row.url))
        )

    @property
    def learning(self) -> Learning:
        """Return what the tables hold as learnt."""
        if self._learning is None or not self._learning.asks(self.db):
            self._learning = Learning(self.db)
        return self._learning

    def _keep_at_hand(self, bodies: Mapping[str, bytes]) -> None:
        for digest, body in bodies.items():
            if self._at_hand_bytes + len(body) <= _MOST_AT_HAND and digest not in self._at_hand:
                self._at_hand[digest] = body
                self._at_hand_bytes += len(body)

    def _forget_at_hand(self) -> None:
        self._at_hand.clear()
        self._at_hand_bytes = 0

    def _taken(self, row: CaptureRow) -> Captured | Issue:
        """As `fetch`; what this process has just written need not be read back."""
        fresh = self._at_hand.get(row.digest)
        return self.fetch(row) if fresh is None else _captured(row, fresh)

    def _read(self, captured: Captured, held: Held) -> PageRead | ShownBefore | Issue:
        url = captured.capture.url
        here = self._remembered.composed
        # Of pages that are read anew others are learnt from still: what is composed of them now seldom comes again.
        kept = here if held is nothing_held else ComposedBefore(here, self.db)
        return read_captured_again(
            captured,
            self.sources.rules_of(url),
            self.learning.of(self.sources.name_of(url)),
            held,
            kept,
        )


def _captured(row: CaptureRow, body: bytes) -> Captured:
    return Captured(row.capture(), body, row.charset)
