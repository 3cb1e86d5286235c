"""Queries of the engine, made from ours: the engine's own query language is never fed with a user's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

import tantivy
from tantivy import Occur, Query

from onrecord.record.tables.filters import Filters
from onrecord.search.entries import clean, day_number
from onrecord.search.query import All, Any, Not, Phrase, Term
from onrecord.text import match_form


def lookup_of(term: Term, schema: tantivy.Schema) -> Query:
    """Return the engine's query for what is searched."""
    if isinstance(term, Phrase):
        return phrase_lookup(term.words, schema)
    if isinstance(term, Not):
        return Query.boolean_query(
            [(Occur.Must, Query.all_query()), (Occur.MustNot, lookup_of(term.term, schema))]
        )
    if isinstance(term, Any):
        return Query.boolean_query([(Occur.Should, lookup_of(each, schema)) for each in term.terms])
    return _all_lookup(term, schema)


def phrase_lookup(words: Sequence[str], schema: tantivy.Schema) -> Query:
    """Return the engine's query for words that follow one another, or one word."""
    cleaned: list[str | tuple[int, str]] = [clean(word) for word in words]
    if len(cleaned) == 1:
        return Query.term_query(schema, "words", clean(words[0]), index_option="freq")
    return Query.phrase_query(schema, "words", cleaned)


def with_filters(
    query: Query, filters: Filters, schema: tantivy.Schema, *, all_versions: bool = False
) -> Query:
    """Return the query kept to the turns that pass the filters, without effect on their order.

    `speaker` is asked of the turn (of its label where nobody is named); the rest of its statement.
    """
    terms = [] if all_versions else [("current", "yes")]
    terms += [("revised", "yes")] if filters.revised else []
    terms += [("source", filters.host())] if filters.source else []
    terms += [("kind", filters.kind)] if filters.kind else []
    terms += [("language", filters.language.lower())] if filters.language else []
    kept = [Query.term_query(schema, field, clean(value), index_option="basic") for field, value in terms]
    if filters.speaker:
        name = clean(" ".join(match_form(filters.speaker).words))
        kept.append(Query.regex_query(schema, "speaker", f".*{re.escape(name)}.*"))
    if filters.since or filters.until:
        first = day_number(filters.since) if filters.since else None
        last = _last_day(filters.until) if filters.until else None
        kept.append(Query.range_query(schema, "day", tantivy.FieldType.Integer, first, last))
    if not kept:
        return query
    unscored = [(Occur.Must, Query.const_score_query(each, 0.0)) for each in kept]
    return Query.boolean_query([(Occur.Must, query), *unscored])


def _all_lookup(term: All, schema: tantivy.Schema) -> Query:
    parts = []
    for each in term.terms:
        if isinstance(each, Not):
            parts.append((Occur.MustNot, lookup_of(each.term, schema)))
        else:
            parts.append((Occur.Must, lookup_of(each, schema)))
    if all(isinstance(each, Not) for each in term.terms):
        parts.append((Occur.Must, Query.all_query()))
    return Query.boolean_query(parts)


def _last_day(until: str) -> int:
    number = day_number(until)
    return number + {4: 9999, 7: 99}.get(len(until), 0)
