"""What may be asked of an archive by name: filters of statements, and what a correction sets."""

from __future__ import annotations

from typing import TypedDict


class Filters(TypedDict, total=False):
    """The filters of `list`: dates are ISO 8601, a year or month will do; `speaker` is part of a name."""

    source: str | None
    speaker: str | None
    kind: str | None
    language: str | None
    since: str | None
    until: str | None
    revised: bool


class Wished(TypedDict, total=False):
    """Where a correction mends, and what: of a `turn` by its number, of the turn with the words `quote`, or of the statement.

    `sets` has the fields label, speaker (with office), role, given_on, posted_on and updated_on, None for nothing. A turn
    `begins` with these words; it `joins` the one before. Alone stand `same_as` and `apart_from`: the statement is one with
    another, or is not, whatever the record found. `instead_of` is the speaker of several who is not the one.
    """

    version: int | None
    turn: int | None
    quote: str | None
    begins: str | None
    joins: bool
    instead_of: str | None
    sets: dict[str, str | None]
    same_as: str | None
    apart_from: str | None
