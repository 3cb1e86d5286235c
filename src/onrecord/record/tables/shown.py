"""The rows of a Reading that says of another capture what is held: those held, under the number of the new one."""

from __future__ import annotations

import sqlite3


def write_again(db: sqlite3.Connection, reading: int, capture: int, held: int) -> None:
    """Write what is read of a capture that shows what the reading `held` shows; that has no issues, and nobody mended it.

    The statements have the ids that their page gives: to which it belongs by now is told of all pages that show them.
    """
    for line in _COPIED:
        db.execute(line, {"reading": reading, "capture": capture, "held": held})


_COPIED = (
    """INSERT INTO readings SELECT :reading, address, :capture, page_kind, title, language, posted_on, statements, notices,
        unclassified, told, learnt, canonical, fitted, fitted_from, shown, reading FROM readings WHERE id = :held""",
    """INSERT INTO sightings SELECT :reading, n, coalesce((SELECT statement FROM joins WHERE id = page), page), version, words, page,
        facts, cut, page, title FROM sightings WHERE reading = :held""",
    "INSERT INTO announcements SELECT :reading, n, key FROM announcements WHERE reading = :held",
    "INSERT INTO alternates SELECT :reading, address, language FROM alternates WHERE reading = :held",
)
