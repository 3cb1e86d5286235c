"""Cursors: where a list goes on, as one word that a client hands back unread."""

from __future__ import annotations

import base64
import binascii
from typing import TypeVar

import msgspec

from onrecord import Place
from onrecord.web.faults import refuse

Told = TypeVar("Told", bound=msgspec.Struct)


class Behind(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Behind a statement of the list, by date and id: nothing that is added or removed shifts it."""

    day: str | None
    id: str


class After(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Behind so many rows of an answer of one state of the record."""

    state: str
    rows: int


def write_place(place: Place | None) -> str | None:
    """Return the cursor for a place in the list of statements."""
    return None if place is None else _written(Behind(place.day, place.id))


def read_place(cursor: str | None) -> Place | None:
    """Return the place that a cursor tells."""
    if cursor is None:
        return None
    told = _read(cursor, Behind)
    return Place(told.day, told.id)


def write_rows(state: str, rows: int) -> str:
    """Return the cursor for a number of rows of this state's answer."""
    return _written(After(state, rows))


def read_rows(cursor: str | None, state: str, reach: int) -> int:
    """Return how many rows to pass over; refused where the record has changed since: their order may be another."""
    if cursor is None:
        return 0
    told = _read(cursor, After)
    if told.state != state:
        raise refuse(
            410,
            "cursor_outdated",
            "The record has changed since this cursor was given: ask again from the first piece.",
        )
    if not 0 <= told.rows < reach:
        raise _unread()
    return told.rows


def _written(told: msgspec.Struct) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(told)).decode().rstrip("=")


def _read(cursor: str, kind: type[Told]) -> Told:
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=kind)
    except (binascii.Error, msgspec.DecodeError, ValueError):
        raise _unread() from None


def _unread() -> Exception:
    return refuse(
        400,
        "wrong_call",
        "This cursor is none of this list: take it from next of the piece before, as it stands there.",
    )
