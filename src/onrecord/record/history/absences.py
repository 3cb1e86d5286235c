"""The captures that show something else than the page asked for: gone, refused, or to be had at another address."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urljoin, urlsplit

from onrecord.errors import DamagedArchive
from onrecord.model import Locator
from onrecord.reading.identity import normalised_address
from onrecord.record.keeper.messages import withdrawals

Absence = Literal["gone", "blocked", "moved", "replaced"]

_GONE = ("not_found", "soft_not_found")
_BLOCKED = ("block_page", "login_wall")
_SENT_ON = "sent_on"
# What the reader says of a page that sends a browser on: "… on to https://press.ostrelle.example/2; no statement …"
_ON_TO = re.compile(r"sends a browser on to (\S+?)[;\s]")
# Reads “/login?next=…”, “/user/sign-in” and “/sso/auth.aspx”.
_LOG_IN = re.compile(r"/(?:log-?in|sign-?in|log-?on|sso|captcha)(?:[./?]|$)", re.IGNORECASE)
_MOST_STEPS = 8


class AbsentRow(NamedTuple):
    """A capture of an address that shows something else than the page; see `revising.timeline.Absent`."""

    captured_at: str | None
    absence: Absence
    why: str
    position: int
    url: str | None
    digest: str
    target: str | None


class _Found(NamedTuple):
    """A capture that stands in for a page, as the tables have it."""

    captured_at: str | None
    code: str
    said: str
    position: int
    url: str | None
    digest: str
    added_at: str
    file: str
    offset: int
    length: int


def absent_addresses(db: sqlite3.Connection) -> set[str]:
    """Return the addresses of which some capture shows something else than the page asked for."""
    return {row[0] for row in db.execute(_WHERE_ABSENT, (*_GONE, *_BLOCKED, _SENT_ON))}


class Absences:
    """The captures that show something else than the page asked for, by address."""

    def __init__(self, db: sqlite3.Connection, folder: Path, *, of_one: bool = False) -> None:
        """Take the tables, and the folder of the archive, in whose captures redirections tell where they lead.

        `of_one`: it is asked for one statement, and what there is of all others is not read first.
        """
        self._db = db
        self._folder = folder
        self._addresses = None if of_one else absent_addresses(db)
        works = () if of_one else db.execute(_WORKS).fetchall()
        self._pages: dict[str, str] | None = (
            None if of_one else dict(works) | {page: page for _, page in works}
        )
        self.added_at: dict[int, str] = {}
        self._withdrawn: dict[str, list[AbsentRow]] = {}
        for position, told in withdrawals(db):
            row = AbsentRow(
                told.on, "gone", f"its keeper withdrew it: {told.why}", position, told.url, "", None
            )
            self._withdrawn.setdefault(normalised_address(told.url), []).append(row)
            self.added_at[position] = told.on

    def at(self, address: str) -> Iterator[AbsentRow]:
        """Yield those of an address, and that the keeper took back what stood there."""
        yield from self._withdrawn.get(address, ())
        for found in self._found(address):
            self.added_at[found.position] = found.added_at
            why = found.said.partition(":")[2].partition(";")[0].strip() or found.code
            absence: Absence = "gone" if found.code in _GONE else "blocked"
            target = None
            if found.code == _SENT_ON:
                absence, target, last = self._led(found)
                why += f", and leads to {last}" if last else ""
            yield AbsentRow(
                found.captured_at,
                absence,
                why,
                found.position,
                found.url,
                found.digest,
                target if absence == "moved" else None,
            )

    def of_page(self, statement: str) -> Iterator[AbsentRow]:
        """Yield the captures of a statement's own page that show another one: its address was given to that."""
        page = self._page_of(statement)
        if page is None:
            return
        for identity, captured_at, position, url, digest, added_at in self._db.execute(
            _REUSED, (page, statement)
        ):
            self.added_at[position] = added_at
            why = f"its address shows another statement, {identity}"
            yield AbsentRow(captured_at, "replaced", why, position, url, digest, None)

    def _page_of(self, statement: str) -> str | None:
        """Return the page at which other statements stood as well; None where there were none."""
        if self._pages is not None:
            return self._pages.get(statement)
        works = self._db.execute(f"{_WORKS} WHERE id = ?1 OR page = ?1", (statement,)).fetchall()
        pages = [page for _, page in works]
        return statement if statement in pages else next(iter(pages), None)

    def _found(self, address: str) -> Iterator[_Found]:
        if self._addresses is None or address in self._addresses:
            rows = self._db.execute(_ABSENT, (*_GONE, *_BLOCKED, _SENT_ON, address)).fetchall()
            yield from (_Found(*row) for row in rows)

    def _led(self, found: _Found) -> tuple[Absence, str | None, str]:
        """Return what a redirection leads to within a day, the last address, and what is there if it is no page."""
        target = self._target(found)
        for _ in range(_MOST_STEPS):
            if target is None:
                break
            if _LOG_IN.search(urlsplit(target).path):
                return "blocked", target, "a log-in"
            behind = self._next(target, found.captured_at)
            if behind is None:
                break
            if behind.code != _SENT_ON:
                gone = behind.code in _GONE
                return (
                    ("gone", target, "a page that does not exist")
                    if gone
                    else ("blocked", target, "a refusal")
                )
            target = self._target(behind) or target
        return "moved", target, ""

    def _next(self, target: str, moment: str | None) -> _Found | None:
        """Return what stood in for the page at an address within a day of a moment, if nothing else did."""
        if moment is None:
            return None
        address = normalised_address(target)
        shown = self._db.execute(_SHOWN, (address, moment, moment)).fetchone()
        near = [
            each
            for each in self._found(address)
            if each.captured_at is not None and moment <= each.captured_at <= shown[1]
        ]
        first = min(near, key=lambda each: each.captured_at or "", default=None)
        if first is None or (shown[0] is not None and shown[0] <= (first.captured_at or "")):
            return None
        return first

    def _target(self, found: _Found) -> str | None:
        from onrecord.capture import location_at

        told = _ON_TO.search(found.said)
        try:
            place = Locator(found.file, found.offset, found.length)
            location = told[1] if told else location_at(self._folder, place)
            return urljoin(found.url or "", location) if location else None
        except (DamagedArchive, ValueError):  # what is damaged `verify` names; the other is no address
            return None


_CODES = ", ".join("?" * (len(_GONE) + len(_BLOCKED) + 1))
_WHERE_ABSENT = (
    f"SELECT DISTINCT r.address FROM issues i JOIN readings r ON r.id = i.reading WHERE i.code IN ({_CODES})"
)
_WORKS = "SELECT id, page FROM works"
_ABSENT = f"""
    SELECT c.captured_at, i.code, i.message, c.position, c.url, c.digest, c.added_at, c.file, c."offset", c.length
    FROM readings r JOIN issues i ON i.reading = r.id JOIN captures c ON c.reading = r.id
    WHERE i.code IN ({_CODES}) AND r.address = ? ORDER BY c.position"""
# When a statement was shown at an address first from a moment on, and the moment a day later.
_SHOWN = """
    SELECT min(c.captured_at), strftime('%Y-%m-%dT%H:%M:%SZ', ?3, '+1 day') FROM readings r
    LEFT JOIN captures c ON c.reading = r.id AND c.captured_at >= ?2 WHERE r.address = ?1 AND r.statements > 0"""


_REUSED = """
    SELECT s.identity, c.captured_at, c.position, c.url, c.digest, c.added_at
    FROM sightings s JOIN captures c ON c.reading = s.reading
    WHERE s.page = ? AND s.statement <> ? ORDER BY c.position"""


def absences_of(db: sqlite3.Connection, folder: Path, statement: str) -> list[AbsentRow]:
    """Return the captures that show something else at the addresses of a statement."""
    absences = Absences(db, folder, of_one=True)
    found = [each for row in db.execute(_ADDRESSES, (statement,)) for each in absences.at(row[0])]
    return [*found, *absences.of_page(statement)]


_ADDRESSES = """
    SELECT DISTINCT r.address FROM sightings s JOIN readings r ON r.id = s.reading
    WHERE s.statement = ? AND s.identity = s.statement AND r.address IS NOT NULL ORDER BY r.address"""
