"""What a statement's pages are made from, told by digests alone: who published them before knows which to make again.

Everything is asked in a few questions over whole tables, since asking for one statement after another takes as long as making
its pages. A digest may change where a page does not; it never stays where a page changes.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import msgspec

from onrecord.model import Speaker
from onrecord.record.history.absences import absent_addresses
from onrecord.record.keeper.messages import withdrawals
from onrecord.record.tables.tables import read_meta

_LENGTH = 16
_NEAR = 40
_encode = msgspec.msgpack.Encoder().encode


class Print(NamedTuple):
    """Digests of what is shown of a statement: `told` of all that its pages say, `history` of what its revisions are told from.

    `history` is None where there is no revision to tell: all captures of the statement tell the same. `names` are the speakers and
    sources that versions name which are not the current one. `is_absent`: what became of it hangs on other pages as well, since
    captures show that its own was gone, refused, elsewhere or another one, or its keeper withdrew it.
    """

    told: bytes
    history: bytes | None
    names: tuple[str, ...] = ()
    is_absent: bool = False

    @property
    def became(self) -> bytes | None:
        """Return the print of all that became of it; None where its captures alone do not tell that, or it was revised."""
        return None if self.is_absent or self.history else self.told


def prints(db: sqlite3.Connection) -> dict[str, Print]:
    """Return the prints of every statement, by id."""
    every = _digest(*(_encode(row) for row in _of_all(db)))
    # Digested as they come: the rows of all statements are as large as the tables.
    told: defaultdict[str, Any] = defaultdict(lambda: blake2b(every, digest_size=_LENGTH))
    questions = (_STATEMENTS, _VERSIONS, _FACTS, _MENDED, _JOINS, _MESSAGES, _COPIES, _MEMBERS, _LINKED)
    for n, question in enumerate(questions):
        for row in db.execute(question):
            told[row[0]].update(_encode((n, row)))
    names: defaultdict[str, set[str]] = defaultdict(set)
    for statement, facts in db.execute(_NAMED):
        named = _NAMES.decode(facts)
        names[statement] |= {*(each.name for each in named.speakers), *filter(None, (named.source,))}
    for statement, row in _series(db):
        told[statement].update(_encode((len(questions), row)))
    near = _Near(db)
    absent = _Absent(db)
    found = {}
    for statement, rows in _sightings(db):
        shown = told.pop(statement) if statement in told else blake2b(every, digest_size=_LENGTH)
        shown.update(_encode(rows))
        print_ = shown.digest()
        history = near.of(print_, rows) if _is_revised(rows) else None
        is_absent = absent.has(statement, {each.address for each in rows})
        found[statement] = Print(print_, history, tuple(sorted(names.get(statement, ()))), is_absent)
    return found


def _of_all(db: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """Yield what holds for all statements: by what they were derived, and what was removed."""
    yield (read_meta(db).get("derivation"),)
    yield from db.execute("SELECT * FROM redactions ORDER BY id")


class _Named(msgspec.Struct):
    """Of what a version says of itself, the names."""

    speakers: tuple[Speaker, ...]
    source: str | None


_NAMES = msgspec.json.Decoder(_Named)


class _Seen(NamedTuple):
    """A capture that shows a statement, with all that is told of it."""

    statement: str
    version: str
    facts: str
    captured_at: str | None
    address: str | None
    source: str | None
    rest: tuple[Any, ...]


def _sightings(db: sqlite3.Connection) -> Iterator[tuple[str, list[_Seen]]]:
    """Yield each statement with the captures that show it."""
    for statement, seen in groupby(db.execute(_SIGHTINGS), itemgetter(0)):
        yield statement, [_Seen._make((*row[:6], row[6:])) for row in seen]


def _is_revised(rows: list[_Seen]) -> bool:
    return len({(each.version, each.facts) for each in rows}) > 1


def _series(db: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """Yield, for each statement that may be a part of several, all that may be its other parts."""
    for _, group in groupby(db.execute(_PARTS), itemgetter(slice(0, 3))):
        rows = list(group)
        if len(rows) > 1 and any(row[5] is not None or row[6] for row in rows):
            together = _digest(*map(_encode, rows))
            yield from ((row[3], together) for row in rows)


class _Absent:
    """The statements that were not always to be had where they stood."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._addresses = absent_addresses(db)
        self._statements = {each for row in db.execute("SELECT id, page FROM works") for each in row}
        self._statements |= {told.statement for _, told in withdrawals(db)}
        self._statements |= {row[0] for row in db.execute(_WITHDRAWN)}

    def has(self, statement: str, addresses: set[str | None]) -> bool:
        return statement in self._statements or not self._addresses.isdisjoint(addresses)


class _Near:
    """The captures of each source in order of time: what stands on pages of those days tells a site's words from a statement's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._captures: dict[str | None, tuple[list[str], list[bytes]]] = {}
        self._of_site: dict[str | None, bytes] = {}

    def of(self, told: bytes, rows: Iterable[_Seen]) -> bytes:
        """Return the print of what revisions between these captures are told from."""
        places = sorted({(each.source or "", each.captured_at or "") for each in rows})
        digest = blake2b(told, digest_size=_LENGTH)
        for source, moment in places:
            times, captures = self._of(source or None)
            first = bisect_left(times, times[max(bisect_left(times, moment) - _NEAR, 0)]) if times else 0
            end = min(bisect_right(times, moment) + _NEAR, len(times))
            last = bisect_right(times, times[end - 1]) if end else 0
            digest.update(b"".join(captures[first:last]))
            digest.update(self._site(source or None))
        return digest.digest()

    def _of(self, source: str | None) -> tuple[list[str], list[bytes]]:
        if source not in self._captures:
            rows = self._db.execute(_CAPTURES, (source,)).fetchall()
            self._captures[source] = [row[0] for row in rows], [_digest(_encode(row)) for row in rows]
        return self._captures[source]

    def _site(self, source: str | None) -> bytes:
        """Return a digest of the lines that come and go on pages of a source, and of the titles that several have."""
        if source not in self._of_site:
            titles = self._db.execute(_TITLES, (source,)).fetchall()
            lines: list[Any] = []
            several = 0
            for _, group in groupby(self._db.execute(_LINES, (source,)), itemgetter(0)):
                facts = [row[1:] for row in group]
                by_version = [list(each) for _, each in groupby(facts, itemgetter(0))]
                often = [each for each in by_version if len(each) > 1]
                several += bool(often)
                lines += [each for each in often if len(set(each)) > 1]
            self._of_site[source] = _digest(_encode((titles, lines, min(several, _FEW))))
        return self._of_site[source]


_FEW = 5


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=_LENGTH)
    for part in parts:
        digest.update(len(part).to_bytes(4, "little"))
        digest.update(part)
    return digest.digest()


_STATEMENTS = "SELECT * FROM statements ORDER BY id"
_VERSIONS = "SELECT * FROM versions ORDER BY statement, n"
# Of the current version the statement's own row tells it.
_FACTS = """
    SELECT f.* FROM facts f JOIN statements s ON s.id = f.statement
    WHERE s.versions > 1 AND f.version <> s.current ORDER BY f.statement, f.version"""
_NAMED = """
    SELECT f.statement, f.facts FROM facts f JOIN statements s ON s.id = f.statement
    WHERE s.versions > 1 AND f.version <> s.current"""
_MENDED = "SELECT * FROM mended ORDER BY statement"
_JOINS = "SELECT statement, id, excerpt FROM joins ORDER BY statement, id"
_MESSAGES = """
    SELECT coalesce(j.statement, m.statement), m.position, m.kind, m.event FROM messages m
    LEFT JOIN joins j ON j.id = m.statement ORDER BY 1, m.position"""
_WITHDRAWN = (
    "SELECT j.statement FROM joins j JOIN messages m ON m.statement = j.id WHERE m.kind = 'withdrawn'"
)
# Of identities that stand alone nothing of this is told.
_COPIES = """
    SELECT DISTINCT s.statement, c.* FROM copies c JOIN sightings s ON s.identity IN (c.id, c.of) ORDER BY 1, 2, 3"""
_MEMBERS = """
    SELECT j.statement, m.* FROM members m JOIN joins j ON m.id IN (j.id, j.statement) ORDER BY 1, m.id, m.n"""
_PARTS = """
    SELECT source, language, series, id, title, part, continues, coalesce(given_on, posted_on), first_seen,
        speaker_words, occasion FROM statements
    WHERE series IN (SELECT series FROM statements GROUP BY series HAVING count(*) > 1 AND max(part IS NOT NULL OR continues))
    ORDER BY source, language, series, id"""
# Whatever may be another language of it or another record of its event; whether it is one is told when its page is made.
_OTHER = "o.id, o.title, o.source, o.language, o.given_on, o.posted_on, o.current, o.touched"
_LINKED = f"""
    SELECT s.id, {_OTHER} FROM statements s JOIN statements o ON o.pattern = s.pattern
        WHERE o.id <> s.id AND s.pattern IS NOT NULL
    UNION SELECT s.id, {_OTHER} FROM statements s JOIN statements o ON o.source = s.source
        AND coalesce(o.given_on, o.posted_on) = coalesce(s.given_on, s.posted_on)
        WHERE o.id <> s.id AND o.language <> s.language AND (SELECT count(DISTINCT language) FROM statements) > 1
    UNION SELECT s.statement, {_OTHER} FROM alternates a JOIN sightings s ON s.reading = a.reading
        JOIN readings r ON r.address = a.address JOIN sightings p ON p.reading = r.id JOIN statements o ON o.id = p.statement
    UNION SELECT p.statement, {_OTHER} FROM alternates a JOIN sightings s ON s.reading = a.reading
        JOIN readings r ON r.address = a.address JOIN sightings p ON p.reading = r.id JOIN statements o ON o.id = s.statement
    UNION SELECT s.statement, {_OTHER} FROM copies c JOIN sightings s ON s.identity IN (c.id, c.of)
        JOIN sightings p ON p.identity IN (c.id, c.of) JOIN statements o ON o.id = p.statement
        WHERE c.kind = 'transcript' AND p.statement <> s.statement
    ORDER BY 1, 2"""
_SIGHTINGS = """
    SELECT s.statement, s.version, s.facts, c.captured_at, r.address, c.source, s.identity, s.page, s.cut, s.n, s.words,
        c.url, c.digest, c.media_type, c.added_at, c.status, c.position, c.reading, c.file, c."offset", c.length,
        r.capture, length(r.reading), r.canonical, r.statements, r.told,
        EXISTS (SELECT 1 FROM requests q WHERE q.file = c.file AND q."end" = c."offset")
    FROM sightings s JOIN captures c ON c.reading = s.reading JOIN readings r ON r.id = s.reading
    ORDER BY s.statement, s.version, c.position, s.n"""
_CAPTURES = """
    SELECT c.captured_at, c.reading, r.address, r.capture, length(r.reading) FROM captures c JOIN readings r ON r.id = c.reading
    WHERE c.source IS ? AND c.captured_at IS NOT NULL AND r.reading IS NOT NULL AND r.address IS NOT NULL
    ORDER BY c.captured_at, c.position"""
_TITLES = """
    SELECT r.title FROM readings r JOIN captures c ON c.position = r.capture WHERE c.source IS ? AND r.title IS NOT NULL
    GROUP BY r.title HAVING count(DISTINCT r.address) > 2 ORDER BY r.title"""
_LINES = """
    SELECT s.statement, s.version, s.facts FROM sightings s JOIN statements t ON t.id = s.statement
    WHERE t.source IS ? ORDER BY s.statement, s.version, s.facts"""
