"""Parts of one statement, published in pieces: which go together, and whether what was announced has come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from onrecord.text import without_part

_MOST_DAYS = 92


class Piece(NamedTuple):
    """A statement that may be one part of several."""

    id: str
    title: str | None
    number: int | None
    continues: bool
    day: str | None
    seen: str | None
    speakers: frozenset[str]
    occasion: str | None


class Series(NamedTuple):
    """Pieces that belong together, in order, each with its number; `awaits`: a part is missing, or more was announced."""

    pieces: tuple[tuple[int, Piece], ...]
    awaits: bool


def series_of(title: str | None) -> str:
    """Return a title without what tells a part, as the parts of one statement share it."""
    return " ".join(without_part(title or "").casefold().split())


def find_series(of: Piece, others: Iterable[Piece]) -> Series | None:
    """Return the parts that belong to a piece, all of its source, language and title; None where it is no part of several.

    A part without a number takes the first that is free: the one that was announced to continue comes first, and what
    follows it in time without a word on parts is the next one.
    """
    near = [each for each in others if each.id != of.id and _belongs(of, each)]
    marked = [each for each in (of, *near) if each.number is not None or each.continues]
    if not marked:
        return None
    opened = min((each.day or "" for each in marked if each.continues), default=None)
    pieces = [
        each for each in (of, *near) if each in marked or (opened is not None and (each.day or "") >= opened)
    ]
    if of not in pieces:
        return None
    numbered = _numbered(pieces)
    numbers = [number for number, _ in numbered]
    gap = numbers != list(range(1, len(numbers) + 1))
    return Series(tuple(numbered), awaits=gap or numbered[-1][1].continues)


def _numbered(pieces: list[Piece]) -> list[tuple[int, Piece]]:
    taken: dict[int, Piece] = {}
    rest = []
    for piece in sorted(pieces, key=_in_time):
        if piece.number is not None and piece.number not in taken:
            taken[piece.number] = piece
        else:
            rest.append(piece)
    for piece in sorted(rest, key=lambda each: (not each.continues, _in_time(each))):
        number = 1
        while number in taken:
            number += 1
        taken[number] = piece
    return sorted(taken.items())


def _in_time(piece: Piece) -> tuple[str, str, str]:
    return piece.day or "", piece.seen or "", piece.id


def _belongs(one: Piece, other: Piece) -> bool:
    if not series_of(one.title) or series_of(one.title) != series_of(other.title):
        return False
    if one.speakers and other.speakers and not one.speakers & other.speakers:
        return False
    if one.occasion and other.occasion and one.occasion != other.occasion:
        return False
    return _days_between(one.day, other.day) <= _MOST_DAYS


def _days_between(one: str | None, other: str | None) -> int:
    try:
        return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days)
    except ValueError:
        return 0
