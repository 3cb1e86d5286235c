"""Whose words a turn's published text is: the speaker's own, a translation, or an interpreter's."""

from __future__ import annotations

import re

from onrecord.model import Statement, TextStatus, Turn

_INTERPRETED = re.compile(
    r"interpret|translat|dolmetsch|interprét|переве|перевод|传译|翻译|مترجم", re.IGNORECASE
)


def text_status_of(statement: Statement, turn: Turn) -> TextStatus:
    """Return the status of one turn's text.

    Where the source marks some turns as interpreted ("MINISTER X (via interpreter):"), the others are not; of those it
    says nothing, so theirs is unknown. Without such marks the statement's own status holds for all of it.
    """
    if is_interpreted(turn):
        return "interpreted"
    if statement.text_status == "interpreted" and any(is_interpreted(each) for each in statement.turns):
        return "unknown"
    return statement.text_status


def is_interpreted(turn: Turn) -> bool:
    """Return whether the source marks the turn, behind its label or at its beginning, as an interpreter's words."""
    return turn.role == "interpreter" or any(
        aside.span[0] <= 1 and _INTERPRETED.search(aside.text) for aside in turn.directions
    )
