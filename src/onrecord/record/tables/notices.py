"""Notices: one row for each, merged from all lists that showed it; which statement they announce is told when asked."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.model import AnnouncedNotice, Contradiction, Notice
from onrecord.reading.identity import normalised_address, source_of
from onrecord.record.tables.filters import Filters, date_terms
from onrecord.record.tables.rows import CaptureRow, fetch_capture
from onrecord.record.tables.statements import Readings, words_of
from onrecord.witnessing.titles import is_cut_of


class NoticeRow(NamedTuple):
    """A row of the table `notices`."""

    key: str
    source: str | None
    list_url: str | None
    kind: str
    posted_on: str | None
    title: str
    lead: str | None
    url: str | None
    address: str | None
    title_words: str
    first_seen: str | None
    last_seen: str | None


def notice_key(list_url: str | None, notice: Notice) -> str:
    """Return what names the same notice across captures: the list's source, the address (else title), the date."""
    what = normalised_address(notice.url) if notice.url else "title:" + words_of(notice.title)
    lines = "\n".join((source_of(list_url) or "", what, notice.posted_on or ""))
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:24]


class Showing(NamedTuple):
    """A capture that shows a notice: its Reading, and which of that's notices it is."""

    capture: CaptureRow
    reading: int
    n: int


def show_notice(db: sqlite3.Connection, key: str, showing: Sequence[Showing], readings: Readings) -> bool:
    """Have the notice's row tell of more captures; False where only all captures that show it tell what it is by now.

    A notice may stand on every page of a site, captured a thousand times: what one more tells follows from the row and that one,
    but where two were captured at one moment.
    """
    held = db.execute("SELECT * FROM notices WHERE key = ?", (key,)).fetchone()
    row = NoticeRow(*held) if held else None
    if row is None or row.first_seen is None or row.last_seen is None:
        return False
    # Where one page shows it twice, the lower one words it.
    timed = {each.capture.position: each for each in sorted(showing, key=_number) if each.capture.captured_at}
    if not timed:
        return True  # such a capture is neither first nor last where another has a time
    moments = {_moment(each.capture.captured_at): each for each in timed.values()}
    first, last = min(moments), max(moments)
    if len(moments) < len(timed) or not {_moment(row.first_seen), _moment(row.last_seen)}.isdisjoint(moments):
        return False
    if last > _moment(row.last_seen):
        row = _worded(key, moments[last], readings)._replace(first_seen=row.first_seen)
    if first < _moment(row.first_seen):
        row = row._replace(first_seen=moments[first].capture.captured_at)
    if row != held:
        _write(db, row)
    return True


def _number(showing: Showing) -> int:
    return showing.n


def _moment(captured_at: str | None) -> str:
    return (captured_at or "").rstrip("Z")  # as `sight_order` has it


def derive_notice(db: sqlite3.Connection, key: str, readings: Readings) -> None:
    """Write the notice's row from all captures that show it, worded as the latest; remove it where none does."""
    latest = db.execute(_LATEST, (key,)).fetchone()
    if latest is None:
        db.execute("DELETE FROM notices WHERE key = ?", (key,))
        return
    position, reading, n = latest
    (first,) = db.execute(_FIRST, (key,)).fetchone() or (None,)
    showing = Showing(fetch_capture(db, position), reading, n)
    _write(db, _worded(key, showing, readings)._replace(first_seen=first))


def _worded(key: str, showing: Showing, readings: Readings) -> NoticeRow:
    """The row of a notice by the capture that shows it last; when it was seen first is not told there."""
    reading = readings.get(showing.reading)
    assert reading is not None  # an announcement is only written with its Reading
    notice = reading.notices[showing.n - 1]
    return NoticeRow(
        key, showing.capture.source, showing.capture.url, notice.kind, notice.posted_on, notice.title, notice.lead,
        notice.url, normalised_address(notice.url) if notice.url else None, words_of(notice.title),
        None, showing.capture.captured_at,
    )  # fmt: skip


def _write(db: sqlite3.Connection, row: NoticeRow) -> None:
    db.execute(f"INSERT OR REPLACE INTO notices VALUES ({', '.join('?' * len(row))})", row)


_SHOWING = "FROM announcements a JOIN captures c ON c.reading = a.reading WHERE a.key = ?"
# In the order of `sight_order`, told to the tables: a notice may stand on every page of a site, captured a thousand times.
_LATEST = f"""
    SELECT c.position, a.reading, a.n {_SHOWING}
    ORDER BY c.captured_at IS NULL, rtrim(c.captured_at, 'Z') DESC, c.digest DESC, coalesce(c.url, '') DESC, a.n DESC LIMIT 1"""
_FIRST = f"""
    SELECT c.captured_at {_SHOWING} AND c.captured_at IS NOT NULL
    ORDER BY rtrim(c.captured_at, 'Z'), c.digest, coalesce(c.url, ''), a.n LIMIT 1"""


def announced(db: sqlite3.Connection, row: NoticeRow) -> AnnouncedNotice:
    """Return a notice with the statement it announces, if the record holds exactly one that it can be."""
    statement = None if row.kind == "event" else _held_statement(db, row)
    notice = Notice(
        "event" if row.kind == "event" else "statement",
        row.posted_on,
        row.title,
        row.lead,
        row.url,
        statement,
    )
    contradicts = () if statement is None else tuple(_contradictions(db, row, statement))
    return AnnouncedNotice(notice, row.list_url, row.source, row.first_seen, row.last_seen, contradicts)


def unannounced(db: sqlite3.Connection) -> set[str]:
    """Return the statements that no notice of the record announces."""
    held = {row[0] for row in db.execute("SELECT id FROM statements")}
    rows = (NoticeRow(*row) for row in db.execute("SELECT * FROM notices WHERE kind <> 'event'").fetchall())
    return held - {_held_statement(db, row) for row in rows}


def _contradictions(db: sqlite3.Connection, row: NoticeRow, statement: str) -> Iterator[Contradiction]:
    """Yield what the notice and the statement tell otherwise: a day that is none of its days, a title of other words."""
    title, title_words, *dates = db.execute(
        "SELECT title, title_words, given_on, posted_on, updated_on FROM statements WHERE id = ?",
        (statement,),
    ).fetchone()
    if title_words and row.title_words and not is_cut_of(row.title_words, title_words):
        yield Contradiction("title", row.title, title)
    told = [date for date in dates if date]
    if row.posted_on and told and not any(_is_near(row.posted_on, date) for date in told):
        given_on, posted_on, _ = dates
        yield Contradiction("posted_on", row.posted_on, posted_on or given_on or told[0])


def _is_near(one: str, other: str) -> bool:
    """Whether two dates may be one day, seen from two zones of time; what only tells month or year is compared as far as it goes."""
    length = min(len(one[:10]), len(other[:10]))
    if length < len("2031-05-01"):
        return one[:length] == other[:length]
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days) <= 1


class _Candidate(NamedTuple):
    id: str
    source: str | None
    title_words: str
    given_on: str | None
    posted_on: str | None


def _held_statement(db: sqlite3.Connection, row: NoticeRow) -> str | None:
    """Return the one statement at the notice's address, else the one with its title (and date); never one of several."""
    if row.address is not None:
        at_address = [_Candidate(*each) for each in db.execute(_AT_ADDRESS, (row.address,))]
        if len(at_address) == 1:
            return at_address[0].id
        if at_address:
            return _only([each for each in at_address if each.title_words == row.title_words])
    if not row.title_words:
        return None
    titled = [_Candidate(*each) for each in db.execute(_TITLED, (row.title_words,))]
    dated = [each for each in titled if _same_date(row, each)]
    undated = [each for each in titled if row.posted_on is None or not (each.given_on or each.posted_on)]
    return _only_of_source(row, dated or undated)


_AT_ADDRESS = """
    SELECT DISTINCT t.id, t.source, t.title_words, t.given_on, t.posted_on
    FROM readings r JOIN sightings s ON s.reading = r.id JOIN statements t ON t.id = s.statement
    WHERE r.address = ?"""
_TITLED = "SELECT id, source, title_words, given_on, posted_on FROM statements WHERE title_words = ?"


def _same_date(row: NoticeRow, each: _Candidate) -> bool:
    if row.posted_on is None:
        return False
    return row.posted_on[:10] in {date[:10] for date in (each.given_on, each.posted_on) if date}


def _only(candidates: list[_Candidate]) -> str | None:
    return candidates[0].id if len(candidates) == 1 else None


def _only_of_source(row: NoticeRow, candidates: list[_Candidate]) -> str | None:
    if len(candidates) < 2:
        return _only(candidates)
    return _only([each for each in candidates if each.source == row.source])


def announced_notices(db: sqlite3.Connection, filters: Filters) -> Iterator[AnnouncedNotice]:
    """Return the notices that pass, the latest posted first, those without a date last."""
    where, values = filters.check().where()
    passing = None
    if filters.of_statement():
        passing = {row[0] for row in db.execute(f"SELECT id FROM statements WHERE {where}", values)}
    terms, values = date_terms("posted_on", filters.since, filters.until)
    if filters.source is not None:
        terms.append("source IN (?, ?)")
        values += filters.sources()
    rows = db.execute(
        f"SELECT * FROM notices WHERE {' AND '.join([*terms, '1'])}"
        " ORDER BY posted_on IS NULL, posted_on DESC, key",
        values,
    )
    for row in _folded([NoticeRow(*row) for row in rows]):
        notice = announced(db, row)
        if passing is None or notice.notice.statement_id in passing:
            yield notice


def _folded(rows: list[NoticeRow]) -> Iterator[NoticeRow]:
    """Return the notices, one without a link taken as the one of the same title and date that has a link.

    A list saved as text shows its entries without their addresses. Where two links have that title, it stands alone.
    """
    linked: dict[tuple[str | None, ...], list[NoticeRow]] = {}
    for row in rows:
        if row.url is not None:
            linked.setdefault(_wording(row), []).append(row)
    plain = {_wording(row): row for row in rows if row.url is None}
    for row in rows:
        same = linked.get(_wording(row), [])
        if len(same) != 1:
            yield row
        elif row.url is not None:
            yield _seen_together(row, plain.get(_wording(row)))


def _wording(row: NoticeRow) -> tuple[str | None, ...]:
    return row.source, row.posted_on, row.title_words


def _seen_together(row: NoticeRow, plain: NoticeRow | None) -> NoticeRow:
    if plain is None:
        return row
    first = [each.first_seen for each in (row, plain) if each.first_seen is not None]
    last = [each.last_seen for each in (row, plain) if each.last_seen is not None]
    return row._replace(first_seen=min(first, default=None), last_seen=max(last, default=None))
