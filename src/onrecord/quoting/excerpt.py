"""The stretch of a version that a quotation is laid beside, where it is known which: cutting a long text into words costs time."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Statement, Turn


class Excerpt(NamedTuple):
    """From an offset in the text of one turn to an offset of another; turns by their number less one, None for the end of the turn's text.

    The offsets stand where no word does.
    """

    first_turn: int
    start: int
    last_turn: int
    end: int | None

    def turns_of(self, statement: Statement) -> tuple[Turn, ...]:
        """Return the turns of a statement that have a stretch inside."""
        return tuple(turn for turn in statement.turns if self.first_turn < turn.n <= self.last_turn + 1)

    def of_turn(self, turn: Turn) -> tuple[int, int]:
        """Return the stretch of a turn's text that is inside."""
        start = self.start if turn.n == self.first_turn + 1 else 0
        end = self.end if turn.n == self.last_turn + 1 and self.end is not None else len(turn.text)
        return start, end

    def overlaps(self, other: Excerpt) -> bool:
        """Return whether both hold some stretch of text."""
        return (self.first_turn, self.start) < other._ends() and (
            other.first_turn,
            other.start,
        ) < self._ends()

    def joined(self, other: Excerpt) -> Excerpt:
        """Return the stretch from the first beginning to the last end."""
        first = min((self.first_turn, self.start), (other.first_turn, other.start))
        last = self if self._ends() >= other._ends() else other
        return Excerpt(*first, last.last_turn, last.end)

    def _ends(self) -> tuple[int, float]:
        return self.last_turn, float("inf") if self.end is None else self.end
