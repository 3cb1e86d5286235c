"""The derived tables: one SQLite file in WAL mode, plain enough to be read with any SQLite browser."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from onrecord.record.tables.touches import TOUCHES

SCHEMA = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # position: the byte offset of the capture's line in the ledger. reading: that of the first line with the same
    # address and digest: captures of the same bytes at the same address share one reading, but those whose status says that
    # they are not the page asked for, each with its like. source: the name that a source file tells for the address, else its host.
    """CREATE TABLE captures (
        position INTEGER PRIMARY KEY, url TEXT, captured_at TEXT, digest TEXT NOT NULL, media_type TEXT NOT NULL,
        charset TEXT, file TEXT NOT NULL, "offset" INTEGER NOT NULL, length INTEGER NOT NULL, stored TEXT NOT NULL,
        body_file TEXT, body_offset INTEGER, body_length INTEGER, added_at TEXT NOT NULL, source TEXT,
        reading INTEGER NOT NULL, status INTEGER)""",
    "CREATE INDEX captures_digest ON captures (digest)",
    "CREATE INDEX captures_reading ON captures (reading)",
    "CREATE INDEX captures_source ON captures (source, captured_at)",
    'CREATE INDEX captures_place ON captures (file, "offset")',
    # Of each address of a source its first capture of markup, by time and digest: what a source is learnt from.
    """CREATE TABLE places (
        source TEXT NOT NULL, address TEXT NOT NULL, captured_at TEXT, digest TEXT NOT NULL, url TEXT NOT NULL,
        position INTEGER NOT NULL, PRIMARY KEY (source, address)) WITHOUT ROWID""",
    # What a revisit may call a capture: its address and time, its WARC record's id, a digest its source states.
    "CREATE TABLE names (capture INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (capture, name)) WITHOUT ROWID",
    "CREATE INDEX names_name ON names (name)",
    # Revisits that came before their page; names and refers_to are JSON arrays, the surest name first.
    """CREATE TABLE revisits (
        position INTEGER PRIMARY KEY, url TEXT, captured_at TEXT, media_type TEXT, charset TEXT, names TEXT NOT NULL,
        refers_to TEXT NOT NULL, file TEXT NOT NULL, "offset" INTEGER NOT NULL, length INTEGER NOT NULL,
        added_at TEXT NOT NULL)""",
    "CREATE INDEX revisits_url ON revisits (url, captured_at)",
    # capture: the earliest capture that shares the reading. told: the keys of the source file that decided something, a JSON
    # array. learnt: the id of what was learnt that it was read by, else its source where it is like no page learnt from; NULL where it
    # tells nothing of its site. canonical: the other address that the page names as its own. fitted, fitted_from: what the Reading
    # tells as learnt, and from how many captures. shown: a digest of what the page shows; captures of the address that show the same
    # are read alike. reading: zlib of MessagePack without what is learnt, NULL where it was not readable.
    """CREATE TABLE readings (
        id INTEGER PRIMARY KEY, address TEXT, capture INTEGER NOT NULL, page_kind TEXT, title TEXT, language TEXT,
        posted_on TEXT, statements INTEGER NOT NULL, notices INTEGER NOT NULL, unclassified INTEGER NOT NULL,
        told TEXT NOT NULL, learnt TEXT, canonical TEXT, fitted TEXT, fitted_from INTEGER,
        shown BLOB, reading BLOB)""",
    "CREATE INDEX readings_address ON readings (address, shown)",
    "CREATE INDEX readings_title ON readings (title)",
    "CREATE INDEX readings_learnt ON readings (learnt) WHERE learnt IS NOT NULL",
    "CREATE INDEX readings_fitted ON readings (fitted) WHERE fitted IS NOT NULL",
    # Few of all, asked for often: lists, and what could not be read.
    "CREATE INDEX readings_lists ON readings (capture, address) WHERE notices > 0",
    "CREATE INDEX readings_unread ON readings (id) WHERE reading IS NULL",
    # All that anything learnt of a site can be about on a page: sorted numbers of four bytes. Only of readings that were asked for it.
    "CREATE TABLE reaches (reading INTEGER PRIMARY KEY, reach BLOB NOT NULL)",
    # The sketches of the captures that a source is learnt from in a round: MessagePack of them, NULL where a capture has none.
    """CREATE TABLE sketches (
        source TEXT NOT NULL, round INTEGER NOT NULL, position INTEGER NOT NULL, sketch BLOB,
        PRIMARY KEY (source, round, position)) WITHOUT ROWID""",
    # Statements composed on pages of their own, by a digest of what they were composed of: zlib of MessagePack. Who lacks one composes it.
    # version, words, title: what the statement is compared by, as in `sightings`; version is NULL until that was asked for.
    """CREATE TABLE composed (
        digest BLOB PRIMARY KEY, packed BLOB NOT NULL, version TEXT, words TEXT, title TEXT) WITHOUT ROWID""",
    # Where a page says that it stands in another language; address is normalised.
    """CREATE TABLE alternates (
        reading INTEGER NOT NULL, address TEXT NOT NULL, language TEXT NOT NULL, PRIMARY KEY (reading, address))
        WITHOUT ROWID""",
    "CREATE INDEX alternates_address ON alternates (address)",
    # What is learnt of a source, and from which captures: a digest of those. round: 1, or a higher number for what is learnt from
    # the pages that are like none before. learnt: MessagePack, NULL where that is nothing.
    """CREATE TABLE learnt (
        source TEXT NOT NULL, round INTEGER NOT NULL, fingerprint TEXT NOT NULL, learnt BLOB,
        PRIMARY KEY (source, round)) WITHOUT ROWID""",
    # Which statements a reading holds (n counts from 1), the digest of the text, and that of its words alone. page: the id that
    # the page gives. identity: the same, or that of a later statement at a reused address. statement: that of the statement
    # which this one is joined with, else the same. facts: what is told beside the words, JSON. cut: whether the page was cut
    # off. title: its words in match form.
    """CREATE TABLE sightings (
        reading INTEGER NOT NULL, n INTEGER NOT NULL, statement TEXT NOT NULL, version TEXT NOT NULL, words TEXT,
        identity TEXT NOT NULL, facts TEXT NOT NULL, cut INTEGER NOT NULL, page TEXT NOT NULL, title TEXT NOT NULL,
        PRIMARY KEY (reading, n)) WITHOUT ROWID""",
    "CREATE INDEX sightings_statement ON sightings (statement, version)",
    "CREATE INDEX sightings_identity ON sightings (identity)",
    "CREATE INDEX sightings_page ON sightings (page)",
    "CREATE INDEX sightings_reading ON sightings (reading, statement)",
    # Identities of later statements at addresses that had another one before; page is the id that the page gives.
    "CREATE TABLE works (id TEXT PRIMARY KEY, page TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX works_page ON works (page)",
    # What identities are compared by: their first text (n 1) and, if that is another, the one seen last (n 2). key names the
    # text by its letters. seen: JSON of what sorts by first sight.
    """CREATE TABLE members (
        id TEXT NOT NULL, n INTEGER NOT NULL, key INTEGER NOT NULL, letters INTEGER NOT NULL, language TEXT,
        given_on TEXT, posted_on TEXT, seen TEXT NOT NULL, reading INTEGER NOT NULL, reading_n INTEGER NOT NULL,
        PRIMARY KEY (id, n)) WITHOUT ROWID""",
    "CREATE INDEX members_key ON members (key)",
    # The texts by their keys: how many letters, and how many of their marks are no formulas. Asked for hundreds at once, and
    # therefore apart from the marks themselves, eight bytes each; and which texts have a mark.
    "CREATE TABLE texts (key INTEGER PRIMARY KEY, letters INTEGER NOT NULL, telling INTEGER NOT NULL)",
    "CREATE TABLE marked (key INTEGER PRIMARY KEY, marks BLOB NOT NULL)",
    # keys: the texts that have a mark, eight bytes each in their order, read at one step; NULL where they are so many that it is a
    # formula, and stand in rows of `formulas`.
    "CREATE TABLE marks (mark INTEGER PRIMARY KEY, keys BLOB)",
    "CREATE TABLE formulas (mark INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (mark, key)) WITHOUT ROWID",
    # Identities found to be one (kind "same", id the smaller), one an excerpt of the other ("excerpt"), or two records of one
    # event ("transcript"); how many words they share, and in how many places they differ.
    """CREATE TABLE copies (
        id TEXT NOT NULL, of TEXT NOT NULL, kind TEXT NOT NULL, shared INTEGER NOT NULL, changes INTEGER NOT NULL,
        PRIMARY KEY (id, of)) WITHOUT ROWID""",
    "CREATE INDEX copies_of ON copies (of)",
    # Identities that are joined with a statement of another id: as a copy, or as an excerpt.
    "CREATE TABLE joins (id TEXT PRIMARY KEY, statement TEXT NOT NULL, excerpt INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX joins_statement ON joins (statement)",
    # What the ledger says of joins: statement is NULL where it was split off again.
    "CREATE TABLE redirects (id TEXT PRIMARY KEY, statement TEXT) WITHOUT ROWID",
    # Statements that were there and are no more, so that indexes forget them.
    "CREATE TABLE gone (id TEXT PRIMARY KEY, touched INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE statements (
        id TEXT PRIMARY KEY, source TEXT, title TEXT, kinds TEXT NOT NULL, speakers TEXT NOT NULL, given_on TEXT,
        posted_on TEXT, updated_on TEXT, place TEXT, occasion TEXT, language TEXT, outlet TEXT, status TEXT NOT NULL,
        text_status TEXT NOT NULL, part INTEGER, continues INTEGER NOT NULL, current INTEGER NOT NULL,
        versions INTEGER NOT NULL, own_versions INTEGER NOT NULL, first_seen TEXT, last_seen TEXT, title_words TEXT NOT NULL,
        speaker_words TEXT NOT NULL, pattern TEXT, series TEXT NOT NULL, touched INTEGER NOT NULL)""",
    "CREATE INDEX statements_pattern ON statements (pattern) WHERE pattern IS NOT NULL",
    "CREATE INDEX statements_series ON statements (series)",
    "CREATE INDEX statements_parts ON statements (series) WHERE part IS NOT NULL OR continues",
    "CREATE INDEX statements_day ON statements (source, coalesce(given_on, posted_on))",
    "CREATE INDEX statements_title ON statements (title_words)",
    """CREATE TABLE versions (
        statement TEXT NOT NULL, n INTEGER NOT NULL, digest TEXT NOT NULL, words TEXT, first_seen TEXT, last_seen TEXT,
        addresses TEXT NOT NULL, capture INTEGER NOT NULL, reading INTEGER NOT NULL, reading_n INTEGER NOT NULL,
        own INTEGER NOT NULL, PRIMARY KEY (statement, n)) WITHOUT ROWID""",
    "CREATE INDEX versions_words ON versions (words) WHERE words IS NOT NULL",
    # What a version says of itself: JSON of the statement as the model has it, without turns and evidence.
    """CREATE TABLE facts (
        statement TEXT NOT NULL, version INTEGER NOT NULL, facts TEXT NOT NULL,
        PRIMARY KEY (statement, version)) WITHOUT ROWID""",
    # asides: JSON of directions and editorial insertions, NULL where there are none.
    """CREATE TABLE turns (
        statement TEXT NOT NULL, version INTEGER NOT NULL, n INTEGER NOT NULL, label TEXT, speaker TEXT, role TEXT,
        language TEXT, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, asides TEXT)""",
    "CREATE INDEX turns_statement ON turns (statement, version, n)",
    # One row for each notice that a reading shows; key names the same notice across captures.
    """CREATE TABLE announcements (
        reading INTEGER NOT NULL, n INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (reading, n)) WITHOUT ROWID""",
    "CREATE INDEX announcements_key ON announcements (key)",
    """CREATE TABLE notices (
        key TEXT PRIMARY KEY, source TEXT, list_url TEXT, kind TEXT NOT NULL, posted_on TEXT, title TEXT NOT NULL,
        lead TEXT, url TEXT, address TEXT, title_words TEXT NOT NULL, first_seen TEXT, last_seen TEXT)
        WITHOUT ROWID""",
    """CREATE TABLE issues (
        reading INTEGER NOT NULL, n INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, severity TEXT NOT NULL,
        file TEXT, "offset" INTEGER, length INTEGER, PRIMARY KEY (reading, n)) WITHOUT ROWID""",
    "CREATE INDEX issues_code ON issues (code)",
    """CREATE TABLE identities (
        id TEXT PRIMARY KEY, url TEXT, digest TEXT NOT NULL, n INTEGER NOT NULL, page TEXT) WITHOUT ROWID""",
    "CREATE INDEX identities_page ON identities (page) WHERE page IS NOT NULL",
    # What the ledger says of the keeper's decisions: kind is "correction" or "source", id that or the source's name.
    """CREATE TABLE decided (
        kind TEXT NOT NULL, id TEXT NOT NULL, statement TEXT, meaning TEXT NOT NULL, file TEXT NOT NULL,
        undone INTEGER NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID""",
    # With which corrections a statement was derived: a digest of them.
    "CREATE TABLE mended (statement TEXT PRIMARY KEY, meaning TEXT NOT NULL) WITHOUT ROWID",
    # What became of a record that the ledger acknowledged at this place: kept again elsewhere, or redacted (which redaction).
    # digest, kept: those of the capture as it was and as it is. instead: JSON of the record that stands for it since, NULL
    # where none does.
    """CREATE TABLE moved (
        file TEXT NOT NULL, "offset" INTEGER NOT NULL, length INTEGER NOT NULL, digest TEXT, kept TEXT, redaction TEXT,
        instead TEXT,
        PRIMARY KEY (file, "offset")) WITHOUT ROWID""",
    "CREATE INDEX moved_kept ON moved (kept) WHERE kept IS NOT NULL",
    "CREATE INDEX moved_digest ON moved (digest) WHERE digest IS NOT NULL",
    # Where the request ends that a capture right behind it answers.
    """CREATE TABLE requests (file TEXT NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (file, "end")) WITHOUT ROWID""",
    # What was decided of messages of the keeper's own, by its place in the ledger: kind is "release", "out" or "withdrawn",
    # event its JSON.
    """CREATE TABLE messages (
        position INTEGER PRIMARY KEY, statement TEXT NOT NULL, kind TEXT NOT NULL, event TEXT NOT NULL)""",
    "CREATE INDEX messages_statement ON messages (statement, position)",
    "CREATE INDEX messages_kind ON messages (kind)",
    # Redactions as JSON of their event; done: 0 until all bytes are gone.
    "CREATE TABLE redactions (id TEXT PRIMARY KEY, event TEXT NOT NULL, done INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE VIEW witnesses AS
        SELECT v.statement, v.n AS version, s.identity, j.excerpt, c.url, c.captured_at, c.digest, c.source,
               c.position AS capture
        FROM versions v JOIN sightings s ON s.statement = v.statement AND s.version = v.digest
                        JOIN captures c ON c.reading = s.reading LEFT JOIN joins j ON j.id = s.identity""",
    *TOUCHES,
)


def connect(path: Path | str, *, writable: bool) -> sqlite3.Connection:
    """Return a connection to the tables; without `writable`, one that works where nothing may be written."""
    if writable:
        return _opened(str(path), *_PRAGMAS)
    address = Path(path).absolute().as_uri()
    try:
        return _opened(f"{address}?mode=ro", "SELECT 1 FROM sqlite_master", is_uri=True)
    except sqlite3.OperationalError:
        # WAL needs its side files even to read; where they cannot be made, nobody writes either. But what a killed
        # writer left in them is part of the tables, which cannot be read without.
        left = Path(f"{path}-wal")
        if left.exists() and left.stat().st_size:
            raise sqlite3.DatabaseError("a write-ahead log that cannot be read here") from None
        return _opened(f"{address}?mode=ro&immutable=1", is_uri=True)


_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",  # derived: after a power cut it catches up from the ledger
    "PRAGMA cache_size=-32000",
    "PRAGMA journal_size_limit=67108864",  # a rebuild is one transaction: give its log back after
)


def _opened(address: str, *first: str, is_uri: bool = False) -> sqlite3.Connection:
    """Return a connection on which the first statements succeeded; where one fails, it is closed."""
    db = sqlite3.connect(address, uri=is_uri, isolation_level=None, timeout=10)
    try:
        for line in first:
            db.execute(line)
    except BaseException:
        db.close()
        raise
    return db


def clear(db: sqlite3.Connection) -> None:
    """Drop all tables and make them anew, empty; within the caller's transaction."""
    found = db.execute("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    for kind, name in found:
        db.execute(f'DROP {kind} "{name}"')
    for line in SCHEMA:
        db.execute(line)


def read_meta(db: sqlite3.Connection) -> dict[str, str]:
    """Return what the tables say of themselves: `schema`, `derivation`, `position`, `lines`, `learnt`, `rest`, `read`; empty where there are none."""
    try:
        return dict(db.execute("SELECT key, value FROM meta"))
    except sqlite3.OperationalError as fault:
        if "no such table" in str(fault):
            return {}
        raise


def write_meta(db: sqlite3.Connection, position: int, lines: int, derived_by: str) -> None:
    """Enter the schema and derivation in force, the ledger position that the tables hold, and how many lines that is."""
    rows = [
        ("schema", schema()),
        ("derivation", derived_by),
        ("position", str(position)),
        ("lines", str(lines)),
    ]
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)


def write_mended(db: sqlite3.Connection, meanings: dict[str, str], meaning: str) -> None:
    """Enter with which corrections the tables were derived."""
    held: dict[str, str] = dict(db.execute("SELECT statement, meaning FROM mended").fetchall())
    db.executemany(
        "DELETE FROM mended WHERE statement = ?", [(each,) for each in sorted({*held} - {*meanings})]
    )
    changed = [(each, told) for each, told in sorted(meanings.items()) if held.get(each) != told]
    db.executemany("INSERT OR REPLACE INTO mended VALUES (?, ?)", changed)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('corrections', ?)", (meaning,))


def purge(db: sqlite3.Connection) -> None:
    """Write the file anew, so that nothing which was deleted stays in it or in its log; OperationalError while others read."""
    db.execute("VACUUM")
    busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("database is locked by somebody who reads")


def write_step(db: sqlite3.Connection, step: str, position: int) -> None:
    """Enter up to which ledger position sources were learnt from (`learnt`, and from the rest of their pages `rest`), or pages read (`read`)."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (step, str(position)))


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Enter all that is written in the block together, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


@contextmanager
def one_state(db: sqlite3.Connection) -> Iterator[None]:
    """Answer all that is read in the block from one state of the tables, whatever others write meanwhile."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("ROLLBACK")


@cache
def schema() -> str:
    """Return a digest of the tables' definitions: only tables of the same can be asked."""
    return hashlib.sha256("\n".join(SCHEMA).encode()).hexdigest()[:16]


def derivation(told: str = "") -> str:
    """Return what tells two ways of deriving apart: a digest of the code, and that of what is told of sources, if anything.

    Tables derived in another way are derived again, so that nobody has to remember to raise a number.
    """
    return f"{_code()}{_TOLD}{told}" if told else _code()


def same_code(derived_by: str) -> bool:
    """Return whether tables were derived by this code, whatever it was told of sources."""
    return derived_by.partition(_TOLD)[0] == _code()


_TOLD = "+"


@cache
def _code() -> str:
    """Return a digest of the code that decodes, reads and derives."""
    package = Path(__file__).parent.parent.parent
    digest = hashlib.sha256()
    for room in ("model", "settings.py", "text", "capture", "reading", "witnessing", "record"):
        place = package / room
        for file in _code_in(place) if place.is_dir() else [room]:
            # Two hundred files are read at each start, and a Path for each takes longer than their bytes.
            with open(f"{package}/{file}", "rb", buffering=0) as opened:  # noqa: PTH123
                digest.update(file.encode() + b"\n" + hashlib.sha256(opened.read()).digest())
    return digest.hexdigest()[:16]


def _code_in(place: Path) -> list[str]:
    """Return the modules of a room, by their paths from the package, in the order of their folders' names."""
    above = len(os.fspath(place.parent)) + 1
    found = [
        f"{within[above:]}/{name}"
        for within, _, names in os.walk(place)
        for name in names
        if name.endswith(".py")
    ]
    return sorted(found, key=lambda each: each.split("/"))
