"""What a search found, counted: a piece of its hits, how many there are, and how they divide."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.listed import Hit

FacetName = Literal["source", "speaker", "kind", "year", "language"]


class FacetValue(msgspec.Struct, frozen=True):
    """One value that filters a search further, and how many of its turns have it."""

    value: str
    turns: int


class Facet(msgspec.Struct, frozen=True):
    """The most frequent values of one field among the turns found; `others` are turns with further values."""

    name: FacetName
    values: tuple[FacetValue, ...]
    others: int


class Unheld(msgspec.Struct, frozen=True):
    """A filter that nothing of the record passes, whatever else is asked: its name, what was asked, values near to it, and a sentence."""

    filter: Literal["source", "speaker", "kind", "language"]
    value: str
    near: tuple[str, ...]
    message: str


class Found(msgspec.Struct, frozen=True):
    """A piece of the hits of a search, the best first; `more` where further ones follow.

    `turns` counts every turn that holds the words, those of one text at several addresses each, which are one hit.
    """

    hits: tuple[Hit, ...]
    turns: int
    facets: tuple[Facet, ...]
    more: bool
