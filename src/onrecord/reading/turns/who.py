"""Who speaks a turn, in which role, and by which rules that was told."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Role


class Who(NamedTuple):
    """Who speaks a turn and in which role, None where nothing tells, and the rules that told each."""

    speaker: str | None
    role: Role | None
    identified_by: str
    played_by: str
