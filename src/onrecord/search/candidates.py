"""Which versions of which statements may hold a quotation: asked of the index, never the ground of a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

import tantivy
from tantivy import Occur, Query

from onrecord.record.filters import Filters
from onrecord.search.entries import clean, read_entry
from onrecord.search.lookup import phrase_lookup, with_filters
from onrecord.text import match_form

MOST_VERSIONS = 30

_RUN = 4
_MOST_RUNS = 16
_RARE_WORDS = 12
_TURNS_LOOKED_AT = 80
_WHOLE = 40


class VersionFound(NamedTuple):
    """A version that may hold the quotation; `current`: it is the one seen last at its source."""

    statement: str
    version: int
    current: bool


Search = Callable[[Query, int], list[bytes]]
"""Returns the stored entries that a query finds, the best first, at most so many."""


def claim_filters(speaker: str | None, date: str | None) -> list[Filters]:
    """Return the filters that turns pass which agree with a claimed speaker or date (YYYY, YYYY-MM or YYYY-MM-DD).

    Of a speaker the last word is asked for: the surname in most languages.
    """
    names = match_form(speaker or "").words
    filters = [Filters(speaker=names[-1])] if names else []
    return filters + ([Filters(since=date, until=date)] if date else [])


def find_versions(
    pieces: Sequence[Sequence[str]],
    searcher: tantivy.Searcher,
    schema: tantivy.Schema,
    search: Search,
    narrowed: Iterable[Filters] = (),
) -> list[VersionFound]:
    """Return at most 30 versions, the likeliest first.

    Each piece of the quotation, and each half of a long one, is asked for by itself, so that a quotation joined from
    two statements finds both. `narrowed`: among equal places those that pass one of these must not be missed.
    """
    stretches = list(_stretches(pieces))
    answers: list[list[VersionFound]] = []
    for whole in pieces:
        run = whole[:_WHOLE]
        for filters in (Filters(), *narrowed):
            query = with_filters(phrase_lookup(run, schema), filters, schema, all_versions=True)
            answers.append(_versions(search(query, _TURNS_LOOKED_AT)))
    for words in stretches:
        query = _likely_lookup(words, searcher, schema)
        answers.append(_versions(search(query, _TURNS_LOOKED_AT)))
    taken: dict[VersionFound, None] = {}
    for row in zip_longest(*answers):
        taken.update((found, None) for found in row if found is not None)
    return list(taken)[:MOST_VERSIONS]


def _stretches(pieces: Sequence[Sequence[str]]) -> Iterable[Sequence[str]]:
    yield [word for piece in pieces for word in piece]
    for piece in pieces:
        if len(pieces) > 1:
            yield piece
        if len(piece) >= 2 * _RUN:
            yield piece[: len(piece) // 2]
            yield piece[len(piece) // 2 :]


def _likely_lookup(words: Sequence[str], searcher: tantivy.Searcher, schema: tantivy.Schema) -> Query:
    """Return a query for the rarest words and some short runs of them; any may be missing."""
    held = {word: searcher.doc_freq("words", clean(word)) for word in set(words)}
    rare = sorted((word for word in held if held[word]), key=lambda word: (held[word], word))[:_RARE_WORDS]
    # Of a long quotation runs are taken evenly, the rarest pair of words being the heart of each.
    starts = range(0, max(1, len(words) - _RUN + 1), max(1, len(words) // _MOST_RUNS))
    runs = {tuple(words[start : start + _RUN]) for start in starts}
    runs |= {
        tuple(words[at : at + 2])
        for at in range(len(words) - 1)
        if words[at] in rare or words[at + 1] in rare
    }
    likely = sorted(
        (run for run in runs if len(run) > 1 and all(held[word] for word in run)),
        key=lambda run: sum(map(held.__getitem__, run)),
    )
    queries = [Query.term_query(schema, "words", clean(word), index_option="freq") for word in rare]
    queries += [phrase_lookup(run, schema) for run in likely[: 2 * _MOST_RUNS]]
    return (
        Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()
    )


def _versions(stored: Iterable[bytes]) -> list[VersionFound]:
    found: dict[VersionFound, None] = {}
    for each in stored:
        entry = read_entry(each)
        found[VersionFound(entry.statement, entry.version, entry.current)] = None
    return list(found)
