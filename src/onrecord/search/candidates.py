"""Which statements hold words in a row and agree with what is claimed of them: asked of the full-text index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import tantivy
from tantivy import Query

from onrecord.record.tables.filters import Filters
from onrecord.search.entries import read_entry
from onrecord.search.lookup import lookup_anywhere, with_filters
from onrecord.search.query import Phrase
from onrecord.text import match_form

_TURNS_LOOKED_AT = 80
_WHOLE = 40

Search = Callable[[Query, int], list[bytes]]
"""Returns the stored entries that a query finds, the best first, at most so many."""


def claim_filters(speaker: str | None, date: str | None) -> list[Filters]:
    """Return the filters that turns pass which agree with a claimed speaker or date (YYYY, YYYY-MM or YYYY-MM-DD).

    Of a speaker the last word is asked for: the surname in most languages.
    """
    names = match_form(speaker or "").words
    filters = [Filters(speaker=names[-1])] if names else []
    return filters + ([Filters(since=date, until=date)] if date else [])


def find_holders(
    words: Sequence[str], schema: tantivy.Schema, search: Search, narrowed: Iterable[Filters]
) -> frozenset[str]:
    """Return the ids of statements that hold the words in one turn, of which the first 40 are asked for, and pass a filter."""
    found: set[str] = set()
    for filters in narrowed:
        query = with_filters(lookup_anywhere(Phrase(tuple(words[:_WHOLE])), schema), filters, schema)
        found.update(read_entry(each).statement for each in search(query, _TURNS_LOOKED_AT))
    return frozenset(found)
