"""What the law requires to be removed: found in captures and corrections, written down first, and then erased."""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.capture import LISTING_MEDIA_TYPES, Captured, digest_of
from onrecord.custody import Tombstone
from onrecord.errors import DamagedArchive, NotFound, WrongCall
from onrecord.model import Capture, Issue, Locator
from onrecord.reading import HTML_TYPES
from onrecord.record.changing.passages import cut_passage, holds_passage, letters_of
from onrecord.record.deriving.acknowledge import head_begun
from onrecord.record.deriving.level import Derived
from onrecord.record.deriving.steps import Progress
from onrecord.record.keeper.anchors import find_words
from onrecord.record.keeper.corrections import Corrections
from onrecord.record.keeper.decisions import former_places, tombstones
from onrecord.record.keeper.mending import Mending
from onrecord.record.tables.rows import CaptureRow
from onrecord.record.tables.statements import Readings
from onrecord.record.truth.erasing import acknowledged_ends, filled_digest
from onrecord.record.truth.events import (
    Event,
    Instead,
    MessageReleased,
    Redacted,
    RedactionBegun,
    RequestKept,
)
from onrecord.record.truth.store import CaptureFile, stored_digest

_TEXTS = frozenset((*HTML_TYPES, "text/plain", "text/markdown"))
_LEAST_LETTERS = 2
_MOST_LOOKED_INTO = 64 << 20
_PART = 6  # letters in a row


class Asked(NamedTuple):
    """What is to be removed: captures of a statement (of one version), or with these bytes; or a passage of them, or of all.

    `statement` is a whole id, `digest` that of a capture.
    """

    by: str
    on: str
    why: str
    statement: str | None = None
    version: int | None = None
    digest: str | None = None
    passage: str | None = None


class _Rest(NamedTuple):
    """A capture that something is removed of, and its body without that; None where all of it goes."""

    row: CaptureRow
    body: bytes | None


def redact(derived: Derived, asked: Asked, progress: Progress | None = None) -> Tombstone:
    """Remove what is asked for from captures, tables, index and corrections, and return what is left to tell of it.

    Written in the ledger before anything is removed: whoever opens the archive after a kill makes an end of it.
    """
    _check(asked)
    with derived.locked(progress):
        rests = list(_rests(derived, asked))
        if not rests:
            raise NotFound(_nothing(derived.db, asked))
        with CaptureFile(derived.layout.folder, derived.ledger.last_file) as file:
            events, removed = _keep_rests(derived, file, asked, rests)
        begun = RedactionBegun(
            id=_mint(asked, removed),
            by=asked.by,
            on=asked.on,
            why=asked.why,
            reach="capture" if asked.passage is None else "passage",
            removed=removed,
            statements=tuple(_statements_gone(derived.db, rests)),
            corrections=tuple(_corrections_gone(derived, asked, rests)),
            still=tuple(_still(derived, asked)),
        )
        begun = replace(begun, removed=tuple(_filled(begun)))
        derived.ledger.append([*events, begun])
        derived.derive_again(progress)
    return next(each for each in tombstones(derived.db) if each.id == begun.id)


def _check(asked: Asked) -> None:
    for name, said in (("by", asked.by), ("why", asked.why)):
        if not said.strip():
            raise WrongCall(f"A removal is recorded for ever: tell {name} it is made.")
    if asked.passage is None:
        if asked.statement is None and asked.digest is None:
            raise WrongCall("Name what is to be removed: a statement, the digest of a capture, or a passage.")
        return
    wanted = letters_of(asked.passage)
    if len(wanted) < _LEAST_LETTERS:
        raise WrongCall(f"The passage {asked.passage!r} has too few letters to be found: give more of it.")
    if wanted in letters_of(asked.why) or wanted in letters_of(asked.by):
        raise WrongCall(
            "The reason repeats the words that are to be removed: it stays, so say it without them."
        )


def _nothing(db: sqlite3.Connection, asked: Asked) -> str:
    if asked.passage is None:
        return f"No capture of this archive is {asked.digest or asked.statement}: `onrecord list` shows what there is."
    where = (
        f"in a capture of {asked.statement or asked.digest}"
        if asked.statement or asked.digest
        else "in a capture"
    )
    return f"The passage does not stand {where} of this archive: give it as the page has it."


def _rests(derived: Derived, asked: Asked) -> Iterator[_Rest]:
    """Yield every capture that something is removed of; those with the same bytes all have the same rest."""
    for digest, rows in _asked_for(derived, asked):
        if asked.passage is None:
            yield from (_Rest(row, None) for row in rows)
            continue
        captured = next((each for each in map(derived.fetch, rows) if isinstance(each, Captured)), None)
        if captured is None:
            raise DamagedArchive(
                f"The bytes of {digest} cannot be read, so nobody knows whether the passage stands in them:"
                " restore that file from a copy, or redact the capture."
            )
        if _holds(captured, asked.passage) or _shows(derived.db, rows, asked.passage):
            body = _body_without(captured, asked.passage)
            yield from (_Rest(row, body) for row in rows)


def _asked_for(derived: Derived, asked: Asked) -> Iterator[tuple[str, list[CaptureRow]]]:
    db = derived.db
    if asked.statement is not None:
        shown = (
            "SELECT c.digest FROM sightings s JOIN captures c ON c.reading = s.reading WHERE s.statement = ?"
        )
        values: tuple[object, ...] = (asked.statement,)
        if asked.version is not None:
            shown += " AND s.version = (SELECT digest FROM versions WHERE statement = ? AND n = ?)"
            values = (asked.statement, asked.statement, asked.version)
        digests = db.execute(shown, values).fetchall()
    elif asked.digest is not None:
        digests = [(asked.digest,)]
    else:
        digests = db.execute("SELECT digest FROM captures ORDER BY position").fetchall()
    asked_for = dict.fromkeys(row[0] for row in digests)
    if asked.statement is not None or asked.digest is not None:
        asked_for |= dict.fromkeys(_feeds_with(derived, asked_for))
    for digest in asked_for:
        rows = _rows_of(db, digest)
        if rows:
            yield digest, rows


def _rows_of(db: sqlite3.Connection, digest: str) -> list[CaptureRow]:
    rows = db.execute("SELECT * FROM captures WHERE digest = ? ORDER BY position", (digest,))
    return [CaptureRow(*row) for row in rows]


def _feeds_with(derived: Derived, digests: Iterable[str]) -> Iterator[str]:
    """Yield the digests of the feeds that hold one of these captures as an entry: its words stand there as well."""
    entries = []
    for digest in digests:
        row = next(iter(_rows_of(derived.db, digest)), None)
        found = derived.fetch(row) if row is not None and row.media_type in LISTING_MEDIA_TYPES else None
        if isinstance(found, Captured) and found.body:
            entries.append(found.body)
    if not entries:
        return
    marks = ", ".join("?" * len(LISTING_MEDIA_TYPES))
    question = f"SELECT * FROM captures WHERE media_type IN ({marks}) GROUP BY digest ORDER BY position"
    for values in derived.db.execute(question, tuple(sorted(LISTING_MEDIA_TYPES))).fetchall():
        feed = derived.fetch(CaptureRow(*values))
        if isinstance(feed, Captured) and any(entry in feed.body for entry in entries):
            yield feed.capture.digest


def _shows(db: sqlite3.Connection, rows: Iterable[CaptureRow], passage: str) -> bool:
    """Return whether what was read of a capture has the passage: of a PDF, no other way tells."""
    readings = Readings(db)
    pages = (readings.get(reading) for reading in {row.reading for row in rows})
    return any(page is not None and holds_passage(page.page.text, passage) for page in pages)


def _holds(captured: Captured, passage: str) -> bool:
    from onrecord.capture import decode, texts_inside

    try:
        texts = chain((decode(captured).text,), texts_inside(captured))
        return any(holds_passage(text, passage) for text in texts)
    except Exception:  # noqa: BLE001 - what cannot be read as text may hold it in another form: then its bytes are asked
        return holds_passage(captured.body.decode("utf-8", "replace"), passage)


def _body_without(captured: Captured, passage: str) -> bytes | None:
    """Return the body with the passage cut out, in UTF-8; None where that cannot be done, so that all of it goes."""
    if captured.capture.media_type not in _TEXTS:
        return None
    from onrecord.capture import decode

    text = decode(captured).text
    source = cut_passage(text, passage)
    if source is None or source == text:
        return None
    body = source.encode("utf-8", "replace")
    rest = replace(captured, body=body, charset="utf-8")
    return None if _holds(rest, passage) else body


def _keep_rests(
    derived: Derived, file: CaptureFile, asked: Asked, rests: Sequence[_Rest]
) -> tuple[list[Event], tuple[Redacted, ...]]:
    """Write what is left of captures as records of their own, synced, and return what the ledger is to say of them."""
    first: dict[str, Capture] = {}
    written: dict[int, tuple[Locator, Locator | None, str]] = {}
    for row, body in rests:
        if body is None:
            continue
        digest = digest_of(body)
        before = first.get(digest)
        rest = Captured(replace(row.capture(), digest=digest), body, "utf-8")
        at = file.write(rest, added_at=asked.on, first=before)
        first.setdefault(digest, replace(rest.capture, locator=at))
        written[row.position] = (at, before.locator if before else None, digest)
    file.sync()
    events = head_begun(derived.layout.folder, [at for at, _, _ in written.values()])
    return events, tuple(_removed(derived, rests, written))


def _removed(
    derived: Derived, rests: Iterable[_Rest], written: dict[int, tuple[Locator, Locator | None, str]]
) -> Iterator[Redacted]:
    folder = derived.layout.folder
    requests = _requests(derived)
    taken = {row.locator for row, _ in rests}
    for at, row in _released(derived, rests):
        if at not in taken:  # it waited for its time, and came out as a record of its own
            yield Redacted(at, row.url, row.captured_at, row.digest, "", "", None)
    for row, _ in rests:
        instead = None
        if row.position in written:
            at, body, digest = written[row.position]
            instead = Instead(digest, at, _stored(folder, at), body, "utf-8")
        for place in (row.locator, *former_places(derived.db, row.locator)):
            stored = row.stored if place == row.locator else ""
            yield Redacted(place, row.url, row.captured_at, row.digest, stored, "", instead)
            asked = requests.get((place.file, place.offset))
            if asked is not None:  # it may tell whom the page was about, and is no use without the page
                yield Redacted(asked, row.url, row.captured_at, row.digest, "", "", None)


def _released(derived: Derived, rests: Iterable[_Rest]) -> Iterator[tuple[Locator, CaptureRow]]:
    """Yield the places of the same bytes as they were released, each with a capture of them."""
    rows = {row.digest: row for row, _ in rests}
    for entry in derived.ledger.entries():
        event = entry.event
        if isinstance(event, MessageReleased) and event.digest in rows:
            yield event.locator, rows[event.digest]


def _requests(derived: Derived) -> dict[tuple[str, int], Locator]:
    """Return the places of requests, by the file and offset of the capture right behind."""
    events = (entry.event for entry in derived.ledger.entries())
    places = [each.locator for each in events if isinstance(each, RequestKept)]
    return {(at.file, at.offset + at.length): at for at in places}


def _filled(begun: RedactionBegun) -> Iterator[Redacted]:
    for each in begun.removed:
        yield replace(each, filled=filled_digest(begun.id, begun.on, each.locator))


def _stored(folder: Path, at: Locator) -> str:
    found = stored_digest(folder, at)
    if isinstance(found, Issue):
        raise OSError(f"{found.message} It was written a moment ago: check the disk.")
    return found


def _mint(asked: Asked, removed: Iterable[Redacted]) -> str:
    """Return the id of a removal: of what it removed, by whom and when, and of no word; wherever that lay."""
    captures = sorted({f"{each.url} {each.captured_at} {each.digest}" for each in removed})
    said = "\n".join([asked.by, asked.on, *captures]).encode("utf-8", "replace")
    return "r" + base64.b32encode(hashlib.sha256(said).digest()).decode().lower()[:11]


def _statements_gone(db: sqlite3.Connection, rests: Iterable[_Rest]) -> Iterator[str]:
    """Yield the statements that no capture shows any more."""
    readings = {rest.row.reading for rest in rests if rest.body is None}
    for statement in _shown_in(db, readings):
        rows = db.execute("SELECT reading FROM sightings WHERE statement = ?", (statement,))
        if all(row[0] in readings for row in rows):
            yield statement


def _shown_in(db: sqlite3.Connection, readings: Iterable[int]) -> list[str]:
    rows = (
        row[0]
        for reading in readings
        for row in db.execute("SELECT statement FROM sightings WHERE reading = ?", (reading,))
    )
    return sorted(set(rows))


def _corrections_gone(derived: Derived, asked: Asked, rests: Sequence[_Rest]) -> Iterator[str]:
    """Yield the corrections that quote what is removed: the words looked for, or words that no other capture shows."""
    corrections: Corrections = derived.corrections
    readings = {rest.row.reading for rest in rests}
    statements = set(_shown_in(derived.db, readings))
    if asked.passage is not None:
        wanted = letters_of(asked.passage)
        for each in corrections.every.values():
            if any(_tells(words, wanted, each.statement in statements) for words in _words_of(each)):
                yield each.id
        for joining in corrections.joinings.values():
            if any(wanted in letters_of(words) for words in (joining.by, joining.why)):
                yield joining.id
        return
    for each in corrections.every.values():
        if each.statement in statements and not _is_shown_elsewhere(derived.db, each, readings):
            yield each.id


def _words_of(mending: Mending) -> list[str]:
    anchor = mending.anchor
    quoted = (anchor.prefix + anchor.exact + anchor.suffix, anchor.exact) if anchor else ()
    said = (str(value) for _, value in mending.sets)
    texts = (mending.by, mending.why, *quoted, *said, *(str(each) for each in mending.was.values()))
    return [letters for letters in map(letters_of, texts) if letters]


def _tells(words: str, wanted: str, is_near: bool) -> bool:
    """Return whether words tell what is removed: all of it; of the statement that it stood in, also a part."""
    if wanted in words or not is_near:
        return wanted in words
    found = SequenceMatcher(None, words, wanted, autojunk=False).find_longest_match()
    return found.size >= min(_PART, len(wanted))


def _is_shown_elsewhere(db: sqlite3.Connection, mending: Mending, readings: set[int]) -> bool:
    shown = Readings(db)
    for (reading,) in db.execute(
        "SELECT reading FROM sightings WHERE statement = ?", (mending.statement,)
    ).fetchall():
        page = shown.get(reading)
        if reading not in readings and page is not None:
            return mending.anchor is None or bool(find_words(page.page.text, mending.anchor))
    return False


def _still(derived: Derived, asked: Asked) -> Iterator[str]:
    """Yield the files that are not ours to change and hold the words; those that nobody can look into as well."""
    layout = derived.layout
    ours = acknowledged_ends(derived.ledger)
    for path in sorted(layout.captures.iterdir()):
        name = f"captures/{path.name}"
        if name not in ours and not (path.name.endswith(".warc.gz") and path.name[:6].isdecimal()):
            yield name
    if asked.passage is None:
        return
    derived_files = {
        layout.tables.name,
        f"{layout.tables.name}-wal",
        f"{layout.tables.name}-shm",
        layout.lock.name,
    }
    skipped = {layout.captures, layout.search, layout.quotes, layout.corrections}
    for path in sorted(layout.folder.rglob("*")):
        if not path.is_file() or skipped & set(path.parents) or path.name in derived_files:
            continue
        if path.stat().st_size > _MOST_LOOKED_INTO or holds_passage(
            path.read_text(encoding="utf-8", errors="replace"), asked.passage
        ):
            yield path.relative_to(layout.folder).as_posix()
