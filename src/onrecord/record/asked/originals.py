"""The text of a captured page as it was kept, for showing it: its markup, or what was read of a page without any."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from onrecord.errors import DamagedArchive
from onrecord.model import Issue
from onrecord.record.asked import queries
from onrecord.record.deriving.level import Derived
from onrecord.record.tables.rows import fetch_capture
from onrecord.record.tables.statements import Readings


class Original(NamedTuple):
    """What a captured page holds: HTML as it was sent, or the page's text where it is no HTML."""

    text: str
    is_markup: bool
    language: str | None


def original_of(derived: Derived, statement: str, version: int | None) -> Original:
    """Return the captured page that a version is shown from; DamagedArchive where its bytes are not as they were kept."""
    # Only who shows a captured page needs what decodes it.
    from onrecord.capture import decode
    from onrecord.reading import HTML_TYPES

    db: sqlite3.Connection = derived.db
    held = queries.held(db, Readings(db), statement, version)
    if held.capture.media_type not in HTML_TYPES:
        page = queries.page_of(db, Readings(db), statement, held.version).page
        return Original(page.text, False, page.language)
    (position,) = db.execute(
        "SELECT capture FROM versions WHERE statement = ? AND n = ?", (statement, held.version)
    ).fetchone()
    captured = derived.fetch(fetch_capture(db, position))
    if isinstance(captured, Issue):
        raise DamagedArchive(f"{captured.message.rstrip('.')}: run `onrecord verify`.")

    return Original(decode(captured).text, True, held.statement.language)
