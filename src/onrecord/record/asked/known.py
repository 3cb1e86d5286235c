"""What is known of each source: what its file tells, and what the archive holds of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.custody import KnownSource, Told
from onrecord.errors import NotFound
from onrecord.record.deriving.learning import Learning
from onrecord.record.keeper.sourcefile import OVERRIDES, SourceFile
from onrecord.record.keeper.sources import Sources


class _Held(NamedTuple):
    """What the archive holds of a source."""

    captures: int = 0
    pages: int = 0
    first: str | None = None
    last: str | None = None


_CAPTURES = """
    SELECT source, count(*), count(DISTINCT reading), min(captured_at), max(captured_at)
    FROM captures WHERE source IS NOT NULL GROUP BY source"""
# Those of others that it shows, too: a statement has one source, and may be published by several.
_STATEMENTS = """
    SELECT source, count(*) FROM (
        SELECT source, id FROM statements
        UNION SELECT c.source, s.statement FROM sightings s JOIN captures c ON c.reading = s.reading
        WHERE s.identity <> s.statement)
    WHERE source IS NOT NULL GROUP BY source"""
_DECIDED = """
    SELECT told.value, count(*) FROM readings r JOIN captures c ON c.position = r.capture, json_each(r.told) told
    WHERE c.source = ? GROUP BY told.value"""


def known_sources(db: sqlite3.Connection, sources: Sources) -> Iterator[KnownSource]:
    """Return every source that has a file or that the archive holds something of, by name."""
    held = {row[0]: _Held(*row[1:]) for row in db.execute(_CAPTURES)}
    statements: dict[str, int] = dict(db.execute(_STATEMENTS).fetchall())
    files = {each.name: each for each in sources.files}
    names = sorted({*held, *statements, *files}, key=lambda name: (name.casefold(), name))
    learning = Learning(db)
    for name in names:
        known = _known(db, name, files.get(name), held.get(name, _Held()), statements.get(name, 0))
        yield replace(known, learnt=learning.of(name))


def hosts_of_sources(db: sqlite3.Connection, sources: Sources) -> dict[str, tuple[str, ...]]:
    """Return the hosts of each source by its name, as its file tells them; a source without a file is its own host."""
    held = db.execute("SELECT DISTINCT source FROM captures WHERE source IS NOT NULL").fetchall()
    return {name: (name,) for (name,) in held} | {each.name: each.hosts for each in sources.files}


def known_source(db: sqlite3.Connection, sources: Sources, asked: str) -> KnownSource:
    """Return what is known of the source with this name or host; NotFound names the nearest."""
    every = {each.name: each for each in known_sources(db, sources)}
    wanted = sources.named(asked)
    for name in (wanted, wanted.strip().lower().removeprefix("www.")):
        if name in every:
            return every[name]
    keys = {name.casefold(): name for name in every}
    near = get_close_matches(asked.casefold(), keys, n=1, cutoff=0.5)
    nearest = f"did you mean {keys[near[0]]!r}?" if near else "`onrecord sources` lists those there are."
    raise NotFound(f"There is no source {asked!r} in this archive: {nearest}")


def _known(
    db: sqlite3.Connection, name: str, file: SourceFile | None, held: _Held, statements: int
) -> KnownSource:
    host = (name,) if held.captures else ()
    return KnownSource(
        name=name,
        hosts=file.hosts if file else host,
        addresses=file.addresses if file else (),
        file=file.file if file else None,
        captures=held.captures,
        pages=held.pages,
        statements=statements,
        first_captured=held.first,
        last_captured=held.last,
        told=_told(db, file) if file else (),
        publish=file.publish if file else None,
    )


def _told(db: sqlite3.Connection, file: SourceFile) -> tuple[Told, ...]:
    pages: dict[str, int] = dict(db.execute(_DECIDED, (file.name,)).fetchall())
    return tuple(Told(key, value, OVERRIDES[key], pages.get(key, 0)) for key, value in file.told.items())
