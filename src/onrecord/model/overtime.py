"""How often words were used over time, beside how much is held of each month."""

from __future__ import annotations

import msgspec

from onrecord.model.coverage import Gap
from onrecord.model.verdict import Searched


class MonthUsed(msgspec.Struct, frozen=True):
    """A month: turns of current versions that have the words, all turns held of it, and captures made in it.

    A turn is of the month in which its statement was given, else posted. Without captures nothing is known of what was said
    then, but for what was captured later.
    """

    month: str
    turns: int
    held: int
    captures: int


class OverTime(msgspec.Struct, frozen=True):
    """Turns that have words in a row, month by month, from the first month of which something is known to the last.

    `unplaced` are turns with the words whose statement has no month. `left_out` are more than three years in a row of which nothing is
    known, each such run with its first and last month.
    """

    words: str
    turns: int
    unplaced: int
    months: tuple[MonthUsed, ...]
    searched: Searched
    left_out: tuple[Gap, ...] = ()
