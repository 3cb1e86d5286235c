"""`read` and `explain`: pages to Readings; no archive is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.archive.incoming import find_captures
from onrecord.model import Explanation, Issue, Reading
from onrecord.record import Sources, read_together, read_together_by, read_told


def read(
    *paths: str | Path | BinaryIO,
    url: str | None = None,
    captured_at: str | None = None,
    sources: str | Path | None = None,
    corrections: str | Path | None = None,
) -> Iterator[Reading | Issue]:
    """Return the Reading of each page in the files, folders or streams, and an Issue for what is none.

    `url` and `captured_at` belong to one lone file that does not tell them. `sources` is a source file, or a folder of
    them; a lone one also speaks for pages without an address. `corrections` are a file of the keeper's corrections, or a
    folder of them. What is learnt of a site is learnt from the pages of this call. Nothing is kept.
    """
    told = Sources() if sources is None else read_told(Path(sources))
    found = read_together(find_captures(paths, url, captured_at), told.rules_of, told.name_of)
    yield from found if corrections is None else _mended(found, Path(corrections))


def _mended(readings: Iterator[Reading | Issue], corrections: Path) -> Iterator[Reading | Issue]:
    # Loaded here: who has nothing mended need not wait for it.
    from onrecord.record import mend_reading, read_mended

    mended = read_mended(corrections)
    for found in readings:
        yield mend_reading(found, mended.of) if isinstance(found, Reading) else found


def explain(
    *paths: str | Path | BinaryIO,
    url: str | None = None,
    captured_at: str | None = None,
    sources: str | Path | None = None,
    corrections: str | Path | None = None,
) -> Iterator[Explanation | Issue]:
    """Return for each page in the files, folders or streams its Reading with why each part was read so; as `read` does.

    What the keeper's corrections mend stands among the reasons, beside what was read. `render_explanations` makes a page
    for people of them.
    """
    from onrecord.explaining import explain_corrections, explain_page
    from onrecord.record import mend_reading, read_mended

    told = Sources() if sources is None else read_told(Path(sources))
    mended = None if corrections is None else read_mended(Path(corrections))
    captures = find_captures(paths, url, captured_at)
    for found in read_together_by(explain_page, captures, told.rules_of, told.name_of):
        if mended is not None and isinstance(found, Explanation):
            yield explain_corrections(found, mend_reading(found.reading, mended.of))
        else:
            yield found
