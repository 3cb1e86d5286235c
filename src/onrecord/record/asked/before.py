"""What an archive holds of an address: what a server is asked to compare with, before it sends a page again."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import DamagedArchive
from onrecord.reading.nostatement.codes import STAND_INS
from onrecord.record.tables.rows import CaptureRow

_MOST_ASKED = 8


class Known(NamedTuple):
    """The row of the latest capture of a page at an address, and what its server called that state of it."""

    row: CaptureRow
    etag: str | None
    last_modified: str | None


def find_known(db: sqlite3.Connection, folder: Path, url: str) -> Known | None:
    """Return the latest capture of the page at an address with an ETag or Last-Modified of the same bytes, or None.

    Only a capture of the page itself counts: what stood in for it is not what a server should compare with.
    """
    from onrecord.capture import validators_at

    pages = _PAGES_AT.format(", ".join("?" * len(STAND_INS)))
    rows = [CaptureRow(*row) for row in db.execute(pages, (url, *sorted(STAND_INS), _MOST_ASKED))]
    etag = last_modified = None
    for row in rows:
        if row.digest != rows[0].digest:
            break
        try:
            told = validators_at(folder, row.locator)
        except DamagedArchive:
            continue  # `verify` names it; the page is fetched as if it were not held
        # An answer "not modified" may leave out what it does not change.
        etag, last_modified = etag or told[0], last_modified or told[1]
        if etag and last_modified:
            break
    return Known(rows[0], etag, last_modified) if etag or last_modified else None


_PAGES_AT = """
    SELECT * FROM captures c WHERE url = ? AND captured_at IS NOT NULL AND coalesce(status, 200) = 200
    AND NOT EXISTS (SELECT 1 FROM issues i WHERE i.reading = c.reading AND i.code IN ({}))
    ORDER BY rtrim(captured_at, 'Z') DESC, position DESC LIMIT ?"""
