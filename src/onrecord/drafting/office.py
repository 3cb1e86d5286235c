"""The office whose messages are written here: the source file that says that its messages are the keeper's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.errors import NotFound, WrongCall
from onrecord.reading.told import SourceRules
from onrecord.settings import nearest

_EXAMPLE = "`onrecord draft office 'Ministry of Ferries' --host press.example`"


class Office(NamedTuple):
    """A source whose messages are the keeper's own: its name, the address below which they stand, who may release.

    `places` are the beginnings of all addresses that it speaks for, as addresses are compared.
    """

    name: str
    file: str
    below: str
    places: tuple[str, ...]
    one_person: bool
    rules: SourceRules

    def address_of(self, name: str) -> str:
        """Return the address of a message that gives none."""
        return f"{self.below}{name}"


def find_office(offices: Sequence[Office], named: str | None) -> Office:
    """Return the office of this name, or the only one there is; WrongCall says what to write where none can be meant."""
    if not offices:
        raise NotFound(
            f"Nobody has said whose messages are written here: do so once with {_EXAMPLE}, with the name and host of your office."
        )
    if named is None:
        if len(offices) == 1:
            return offices[0]
        listed = ", ".join(repr(each.name) for each in offices)
        raise WrongCall(f"Several offices write here: name one of them as source: {listed}.")
    for each in offices:
        if " ".join(each.name.split()).casefold() == " ".join(named.split()).casefold():
            return each
    near = nearest(named, [each.name for each in offices])
    said = near or f": {', '.join(repr(each.name) for each in offices)} are there."
    raise WrongCall(f"No source file with own = true has the name {named!r}{said}")
