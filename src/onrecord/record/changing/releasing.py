"""Messages of the keeper's own released, brought out and withdrawn: the bytes first, then the line that acknowledges them."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from onrecord.capture import Captured, digest_of
from onrecord.errors import DamagedArchive, WrongCall
from onrecord.model import Capture, Issue, Locator, Release
from onrecord.reading import statement_id
from onrecord.record.deriving.acknowledge import head_begun
from onrecord.record.deriving.level import Derived
from onrecord.record.keeper.decisions import is_redacted
from onrecord.record.keeper.messages import Standing, standing_of, waiting
from onrecord.record.truth.events import CaptureKept, Event, MessageOut, MessageReleased, MessageWithdrawn
from onrecord.record.truth.store import CaptureFile, read_body, stored_digest

_MARKDOWN = "text/markdown"


class ReleaseWish(NamedTuple):
    """A release as it is asked for; `out_from` is the time before which nobody may see the message.

    `is_timed` says that a time was given for it, beside what its embargo says.
    """

    name: str
    url: str
    body: bytes
    written_by: str
    released_by: str
    now: str
    out_from: str | None
    is_timed: bool
    note: str | None


def release(derived: Derived, wish: ReleaseWish) -> str:
    """Keep a release with the very bytes, acknowledged; those come out at once unless they have to wait. Return the id.

    Of words that wait another time may be given. WrongCall where the same bytes were released already, or at a later time than this.
    """
    statement = statement_id(wish.url, "")
    digest = digest_of(wish.body)
    with CaptureFile(derived.layout.folder, derived.ledger.last_file) as file, derived.locked():
        note = _checked_note(derived.db, statement, digest, wish)
        captured = _captured(wish.url, wish.now, digest, wish.body)
        at = file.write(captured, added_at=wish.now, first=None)
        file.sync()
        stored = _stored(derived, at)
        released = MessageReleased(
            wish.name, statement, wish.url, digest, wish.written_by, wish.released_by, wish.now, wish.out_from,
            note, at, stored,
        )  # fmt: skip
        events: list[Event] = [*head_begun(derived.layout.folder, [at]), released]
        if wish.out_from is None or wish.out_from <= wish.now:
            events += _out(released, wish.now, at, stored)
        derived.enter(derived.ledger.append(events))
    _read_on(derived)
    return statement


def bring_out(derived: Derived, now: str) -> list[str]:
    """Have all messages come out whose time has come, and return the ids of their statements."""
    if not _due(derived.db, now):
        return []
    with CaptureFile(derived.layout.folder, derived.ledger.last_file) as file, derived.locked():
        due = _due(derived.db, now)
        events: list[Event] = []
        for released in due:
            body = _body_of(derived, released)
            began = file.name
            at = file.write(_captured(released.url, now, released.digest, body), added_at=now, first=None)
            file.sync()
            events += [] if began else head_begun(derived.layout.folder, [at])
            events += _out(released, now, at, _stored(derived, at))
        if events:
            derived.enter(derived.ledger.append(events))
    _read_on(derived)
    return [each.statement for each in due]


def withdraw(derived: Derived, statement: str, *, by: str, now: str, why: str) -> None:
    """Keep that a message was taken back; one that waits never comes out. WrongCall where there is nothing to take back."""
    with derived.locked():
        standing = standing_of(derived.db, statement)
        if standing is None:
            raise WrongCall("It was never released, so there is nothing to withdraw: delete its file.")
        if standing.withdrawn is not None and standing.waits is None:
            raise WrongCall(f"It was withdrawn already, at {standing.withdrawn.at}.")
        if now <= standing.last_at:
            raise WrongCall(_too_early(now, standing.last_at))
        event = MessageWithdrawn(standing.statement, standing.url, by, now, why)
        derived.enter(derived.ledger.append([event]))
    _read_on(derived)


def _checked_note(db: sqlite3.Connection, statement: str, digest: str, wish: ReleaseWish) -> str | None:
    """Return the public note that goes with a release; WrongCall where it cannot be released as it is asked for."""
    if is_redacted(db, digest) is not None:
        raise WrongCall(
            "These very words were removed because the law required it: they cannot be released again."
        )
    note = (wish.note or "").strip() or None
    standing = standing_of(db, statement)
    is_seen = standing is not None and any(each.out_at for each in standing.releases)
    if note and not is_seen:
        raise WrongCall("Nothing of it has come out, so there is nothing to correct yet: leave out --note.")
    if standing is None or standing.latest is None:
        return note
    if wish.now <= standing.last_at:
        raise WrongCall(_too_early(wish.now, standing.last_at))
    if standing.latest.digest == digest:
        _check_again(standing, standing.latest, wish)
        # Another time for what waits is no other correction.
        note = note or (standing.latest.note if standing.waits is not None else None)
    if is_seen and not note:
        raise WrongCall(
            "It has come out before: say with --note what is corrected; the note is shown with the new version."
        )
    return note


def _check_again(standing: Standing, latest: Release, wish: ReleaseWish) -> None:
    """Raise WrongCall where the words that are to be released are out, or wait for the very time that is asked for."""
    told = f"These very words were released at {latest.released_at} by {latest.released_by}"
    if standing.waits is not None and (not wish.is_timed or wish.out_from == latest.out_from):
        waits = latest.out_from or latest.released_at
        raise WrongCall(f"{told} and come out at {waits}: give another time with --at to change that.")
    if standing.waits is None and latest.out_at and not standing.withdrawn:
        raise WrongCall(f"{told} and are out: there is nothing to release.")


def _too_early(now: str, last: str) -> str:
    return f"Something was decided of this message at {last}, and {now} is not later than that: give a later time with --now."


def _out(released: MessageReleased, now: str, at: Locator, stored: str) -> list[Event]:
    kept = CaptureKept(
        url=released.url, captured_at=now, digest=released.digest, media_type=_MARKDOWN, charset="utf-8", locator=at,
        stored=stored, body=None, added_at=now,
    )  # fmt: skip
    return [MessageOut(released.statement, released.url, released.digest, now), kept]


def _due(db: sqlite3.Connection, now: str) -> list[MessageReleased]:
    # What was released at once and then interrupted waits as well: nothing comes out before its release.
    return [each for each in waiting(db) if max(each.released_at, each.out_from or "") <= now]


def _body_of(derived: Derived, released: MessageReleased) -> bytes:
    body = read_body(derived.layout.folder, released.locator, released.digest)
    if isinstance(body, Issue):
        raise DamagedArchive(
            f"What was released of {released.name} is not as it was: {body.message.rstrip('.')}; restore that file from a copy."
        )
    return body


def _captured(url: str, at: str, digest: str, body: bytes) -> Captured:
    return Captured(Capture(url, at, digest, _MARKDOWN, Locator("", 0, 0)), body, "utf-8")


def _stored(derived: Derived, at: Locator) -> str:
    found = stored_digest(derived.layout.folder, at)
    if isinstance(found, Issue):
        raise OSError(f"{found.message} It was written a moment ago: check the disk.")
    return found


def _read_on(derived: Derived) -> None:
    for _ in derived.read_on():
        pass
