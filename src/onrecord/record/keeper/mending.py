"""One correction as the keeper wrote it: a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from onrecord.model import CorrectedField, Correction, Selector

DATES = ("given_on", "posted_on", "updated_on")
OF_A_TURN = ("label", "speaker", "role")


class Mending(NamedTuple):
    """One correction as the keeper wrote it: what it sets, where, who says so and why.

    `anchor` are words of the statement: of the turn that is meant, its first where the turn `begins` there or is to be one
    with the turn before (`joins`). `sets` gives field and value, None for nothing. `was` is what the reader read then.
    """

    id: str
    statement: str
    by: str
    on: str
    why: str
    file: str
    anchor: Selector | None
    sets: tuple[tuple[CorrectedField, Any], ...]
    was: dict[str, Any]
    begins: bool = False
    joins: bool = False

    def correction(self, field: CorrectedField, turn: int | None, read: Any, says: Any) -> Correction:
        """Return the correction of one field as a Reading shows it."""
        return Correction(self.id, field, turn, read, says, self.by, self.on, self.why)


Mendings = Callable[[str], Sequence[Mending]]
"""Tells what the keeper mends of the statement with an id."""
