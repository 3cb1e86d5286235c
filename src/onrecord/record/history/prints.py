"""What a statement's pages are made from, told by digests alone: who published them before knows which to make again.

Everything is asked in a few questions over whole tables, since asking for one statement after another takes as long as making
its pages; or, by who has the prints of before, of those statements alone that something was written of since. A digest may change
where a page does not; it never stays where a page changes.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from onrecord.model import Speaker
from onrecord.record.history.absences import absent_addresses
from onrecord.record.history.around import Near, Seen
from onrecord.record.history.digests import LENGTH, digest_of
from onrecord.record.keeper.messages import withdrawals
from onrecord.record.tables.tables import read_meta
from onrecord.record.tables.touches import SITE, STATEMENT, Mark, read_mark, touched_behind

# Of more than one in so many, all are asked for at once.
_FEW_OF = 8
_encode = msgspec.msgpack.Encoder().encode


class Print(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Digests of what is shown of a statement: `told` of all that its pages say, `history` of what its revisions are told from.

    `history` is None where there is no revision to tell: all captures of the statement tell the same. `names` are the speakers and
    sources that versions name which are not the current one. `is_absent`: what became of it hangs on other pages as well, since
    captures show that its own was gone, refused, elsewhere or another one, or its keeper withdrew it. `related` are the statements that
    may be other languages of it or other records of its event, `series` is the print of all that may be its other parts, `sites`
    are the sources of its captures.
    """

    told: bytes
    history: bytes | None
    names: tuple[str, ...] = ()
    is_absent: bool = False
    related: tuple[str, ...] = ()
    series: bytes | None = None
    sites: tuple[str, ...] = ()

    @property
    def became(self) -> bytes | None:
        """Return the print of all that became of it; None where its captures alone do not tell that, or it was revised."""
        return None if self.is_absent or self.history else self.told


class Printed(msgspec.Struct, frozen=True, array_like=True):
    """The prints of all statements of one state, by id; `mark` is that state's place in what is noted of changes.

    `every` is the print of what holds for all statements.
    """

    mark: Mark = Mark("", 0)
    every: bytes = b""
    prints: dict[str, Print] = {}


def prints(db: sqlite3.Connection, before: Printed | None = None) -> Printed:
    """Return the prints of every statement; those that nothing was written of since `before` are taken from there."""
    before = before or Printed()
    every = digest_of(*(_encode(row) for row in _of_all(db)))
    series, absent = dict(_series(db)), _absent(db)
    only = _otherwise(db, before, series) if before.every == every else None
    found = _prints(db, every, only, series, absent)
    if only is not None:
        # What is touched may be there no more, and is in neither.
        kept = dict(before.prints)
        for id_ in only:
            kept.pop(id_, None)
        for id_ in kept.keys() & {*absent, *[id_ for id_, each in kept.items() if each.is_absent]}:
            kept[id_] = msgspec.structs.replace(kept[id_], is_absent=id_ in absent)
        found = kept | found
    return Printed(read_mark(db), every, found)


def _otherwise(db: sqlite3.Connection, before: Printed, series: dict[str, bytes]) -> set[str] | None:
    """Return the statements whose prints may be others than before; None where these are many, or that is not known."""
    touched = touched_behind(db, before.mark, STATEMENT)
    sites = touched_behind(db, before.mark, SITE)
    held = before.prints
    if touched is None or sites is None or len(touched) * _FEW_OF > len(held):
        return None
    only = {*touched}
    # Whom they were related to, and whom they are.
    only.update(*(held[each].related for each in touched if each in held))
    only.update(other for _, other in db.execute(*_of(_RELATED, touched)))
    for id_, print_ in held.items():
        if print_.series != series.get(id_) or (print_.history and not sites.isdisjoint(print_.sites)):
            only.add(id_)
    return only


def sites_touched(db: sqlite3.Connection, before: Printed) -> set[str] | None:
    """Return the sources that captures or statements were written of since; None where that is not known."""
    sites = touched_behind(db, before.mark, SITE)
    touched = touched_behind(db, before.mark, STATEMENT)
    if sites is None or touched is None:
        return None
    return sites | {row[0] for row in db.execute(_SHOWN_BY, (json.dumps(sorted(touched)),))}


def _prints(
    db: sqlite3.Connection,
    every: bytes,
    only: Collection[str] | None,
    series: dict[str, bytes],
    absent: set[str],
) -> dict[str, Print]:
    """Return the prints of these statements; of all, where none are named."""
    # Digested as they come: the rows of all statements are as large as the tables.
    told: defaultdict[str, Any] = defaultdict(lambda: blake2b(every, digest_size=LENGTH))
    related: defaultdict[str, list[str]] = defaultdict(list)
    questions = (_STATEMENTS, _VERSIONS, _FACTS, _MENDED, _JOINS, _MESSAGES, _COPIES, _MEMBERS, _LINKED)
    for n, question in enumerate(questions):
        for row in db.execute(*_of(question, only)):
            told[row[0]].update(_encode((n, row)))
            if question is _LINKED:
                related[row[0]].append(row[1])
    names: defaultdict[str, set[str]] = defaultdict(set)
    for statement, facts in db.execute(*_of(_NAMED, only)):
        named = _NAMES.decode(facts)
        names[statement] |= {*(each.name for each in named.speakers), *filter(None, (named.source,))}
    near = Near(db)
    found = {}
    for statement, group in groupby(db.execute(*_of(_SIGHTINGS, only)), itemgetter(0)):
        rows = [Seen._make((*row[:6], row[6:])) for row in group]
        shown = told.pop(statement) if statement in told else blake2b(every, digest_size=LENGTH)
        shown.update(series.get(statement, b""))
        shown.update(_encode(rows))
        print_ = shown.digest()
        found[statement] = Print(
            print_,
            near.of(print_, rows) if _is_revised(rows) else None,
            tuple(sorted(names.get(statement, ()))),
            statement in absent,
            tuple(related.get(statement, ())),
            series.get(statement),
            tuple(sorted({each.source or "" for each in rows})),
        )
    return found


def _of(question: str, only: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    """Return a question asked of these statements alone, where some are named: `/* s.id */` stands in it for the condition."""
    if only is None:
        return _ASKED_OF.sub("1", question), ()
    asked = _ASKED_OF.sub(r"\1 IN (SELECT value FROM json_each(?1))", question)
    return asked, (json.dumps(sorted(only)),)


# “/* s.statement */”
_ASKED_OF = re.compile(r"/\* (\S+) \*/")


def _of_all(db: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """Yield what holds for all statements: by what they were derived, and what was removed."""
    yield (read_meta(db).get("derivation"),)
    yield from db.execute("SELECT * FROM redactions ORDER BY id")


class _Named(msgspec.Struct):
    """Of what a version says of itself, the names."""

    speakers: tuple[Speaker, ...]
    source: str | None


_NAMES = msgspec.json.Decoder(_Named)


def _is_revised(rows: list[Seen]) -> bool:
    return len({(each.version, each.facts) for each in rows}) > 1


def _series(db: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """Yield, for each statement that may be a part of several, all that may be its other parts."""
    for _, group in groupby(db.execute(_PARTS), itemgetter(slice(0, 3))):
        rows = list(group)
        if len(rows) > 1 and any(row[5] is not None or row[6] for row in rows):
            together = digest_of(*map(_encode, rows))
            yield from ((row[3], together) for row in rows)


def _absent(db: sqlite3.Connection) -> set[str]:
    """Return the statements that were not always to be had where they stood."""
    found = {each for row in db.execute("SELECT id, page FROM works") for each in row}
    found |= {told.statement for _, told in withdrawals(db)}
    found |= {row[0] for row in db.execute(_WITHDRAWN)}
    addresses = json.dumps(sorted(filter(None, absent_addresses(db))))
    return found | {row[0] for row in db.execute(_SHOWN_AT, (addresses,))}


_STATEMENTS = "SELECT * FROM statements WHERE /* id */ ORDER BY id"
_VERSIONS = "SELECT * FROM versions WHERE /* statement */ ORDER BY statement, n"
# Of the current version the statement's own row tells it.
_FACTS = """
    SELECT f.* FROM facts f JOIN statements s ON s.id = f.statement
    WHERE s.versions > 1 AND f.version <> s.current AND /* s.id */ ORDER BY f.statement, f.version"""
_NAMED = """
    SELECT f.statement, f.facts FROM facts f JOIN statements s ON s.id = f.statement
    WHERE s.versions > 1 AND f.version <> s.current AND /* s.id */"""
_MENDED = "SELECT * FROM mended WHERE /* statement */ ORDER BY statement"
_JOINS = "SELECT statement, id, excerpt FROM joins WHERE /* statement */ ORDER BY statement, id"
_MESSAGES = """
    SELECT coalesce(j.statement, m.statement), m.position, m.kind, m.event FROM messages m
    LEFT JOIN joins j ON j.id = m.statement WHERE /* coalesce(j.statement,m.statement) */ ORDER BY 1, m.position"""
_WITHDRAWN = (
    "SELECT j.statement FROM joins j JOIN messages m ON m.statement = j.id WHERE m.kind = 'withdrawn'"
)
# Of identities that stand alone nothing of this is told.
_COPIES = """
    SELECT DISTINCT s.statement, c.* FROM copies c JOIN sightings s ON s.identity IN (c.id, c.of) WHERE /* s.statement */ ORDER BY 1, 2, 3"""
_MEMBERS = """
    SELECT j.statement, m.* FROM members m JOIN joins j ON m.id IN (j.id, j.statement) WHERE /* j.statement */ ORDER BY 1, m.id, m.n"""
_PARTS = """
    SELECT source, language, series, id, title, part, continues, coalesce(given_on, posted_on), first_seen,
        speaker_words, occasion FROM statements
    WHERE series IN (SELECT series FROM statements WHERE part IS NOT NULL OR continues)
    ORDER BY source, language, series, id"""
# Whatever may be another language of it or another record of its event; whether it is one is told when its page is made.
_OTHER = "o.id, o.title, o.source, o.language, o.given_on, o.posted_on, o.current, o.touched"
_LINKED = f"""
    SELECT s.id, {_OTHER} FROM statements s JOIN statements o ON o.pattern = s.pattern
        WHERE o.id <> s.id AND s.pattern IS NOT NULL AND /* s.id */
    UNION SELECT s.id, {_OTHER} FROM statements s JOIN statements o ON o.source = s.source
        AND coalesce(o.given_on, o.posted_on) = coalesce(s.given_on, s.posted_on)
        WHERE o.id <> s.id AND o.language <> s.language AND (SELECT count(DISTINCT language) FROM statements) > 1 AND /* s.id */
    UNION SELECT s.statement, {_OTHER} FROM alternates a JOIN sightings s ON s.reading = a.reading
        JOIN readings r ON r.address = a.address JOIN sightings p ON p.reading = r.id JOIN statements o ON o.id = p.statement WHERE /* s.statement */
    UNION SELECT p.statement, {_OTHER} FROM alternates a JOIN sightings s ON s.reading = a.reading
        JOIN readings r ON r.address = a.address JOIN sightings p ON p.reading = r.id JOIN statements o ON o.id = s.statement WHERE /* p.statement */
    UNION SELECT s.statement, {_OTHER} FROM copies c JOIN sightings s ON s.identity IN (c.id, c.of)
        JOIN sightings p ON p.identity IN (c.id, c.of) JOIN statements o ON o.id = p.statement
        WHERE c.kind = 'transcript' AND p.statement <> s.statement AND /* s.statement */
    ORDER BY 1, 2"""
_RELATED = f"SELECT * FROM ({_LINKED.replace(_OTHER, 'o.id')})"
_SHOWN_BY = """
    SELECT DISTINCT coalesce(c.source, '') FROM sightings s JOIN captures c ON c.reading = s.reading
    WHERE s.statement IN (SELECT value FROM json_each(?))"""
_SHOWN_AT = """
    SELECT s.statement FROM readings r JOIN sightings s ON s.reading = r.id
    WHERE r.address IN (SELECT value FROM json_each(?))"""
_SIGHTINGS = """
    SELECT s.statement, s.version, s.facts, c.captured_at, r.address, c.source, s.identity, s.page, s.cut, s.n, s.words,
        c.url, c.digest, c.media_type, c.added_at, c.status, c.position, c.reading, c.file, c."offset", c.length,
        r.capture, length(r.reading), r.canonical, r.statements, r.told,
        EXISTS (SELECT 1 FROM requests q WHERE q.file = c.file AND q."end" = c."offset")
    FROM sightings s JOIN captures c ON c.reading = s.reading JOIN readings r ON r.id = s.reading
    WHERE /* s.statement */ ORDER BY s.statement, s.version, c.position, s.n"""
