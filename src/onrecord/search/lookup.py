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

SAID, ASKED, FORMER = "words", "asked", "former"
"""The fields that hold the words of current versions, those of who asks apart, and the words of all other versions."""

_WEIGHT_OF_QUESTIONS = 0.5
"""A search is for what officials said: a question that has the words comes behind an answer that has them as well."""


def lookup_current(term: Term, schema: tantivy.Schema, alone: Sequence[str] = ()) -> Query:
    """Return the engine's query for what is searched in current versions, and in turns of copies that have one of the words `alone`."""
    said, asked = _lookup_of(term, schema, SAID), _lookup_of(term, schema, ASKED)
    current = [(Occur.Should, said), (Occur.Should, Query.boost_query(asked, _WEIGHT_OF_QUESTIONS))]
    if not alone:
        return Query.boolean_query(current)
    words = [(Occur.Should, Query.term_query(schema, "alone", clean(word), index_option="basic")) for word in alone]  # fmt: skip
    only = Query.const_score_query(Query.boolean_query(words), 0.0)
    copies = Query.boolean_query([(Occur.Must, _lookup_of(term, schema, FORMER)), (Occur.Must, only)])
    return Query.boolean_query([*current, (Occur.Should, copies)])


def lookup_anywhere(term: Term, schema: tantivy.Schema) -> Query:
    """Return the engine's query for what is searched in all versions."""
    fields = ((Occur.Should, _lookup_of(term, schema, field)) for field in (SAID, ASKED, FORMER))
    return Query.boolean_query(list(fields))


def phrase_lookup(words: Sequence[str], schema: tantivy.Schema) -> Query:
    """Return the engine's query for words of current versions that follow one another, or for one word."""
    fields = ((Occur.Should, _phrase_lookup(words, schema, field)) for field in (SAID, ASKED))
    return Query.boolean_query(list(fields))


def _phrase_lookup(words: Sequence[str], schema: tantivy.Schema, field: str) -> Query:
    cleaned: list[str | tuple[int, str]] = [clean(word) for word in words]
    if len(cleaned) == 1:
        return Query.term_query(schema, field, clean(words[0]), index_option="freq")
    return Query.phrase_query(schema, field, cleaned)


def every_current(schema: tantivy.Schema) -> Query:
    """Return the engine's query for all turns of current versions."""
    return Query.boolean_query([(Occur.Should, _every(schema, field)) for field in (SAID, ASKED)])


def _every(schema: tantivy.Schema, field: str) -> Query:
    return Query.term_query(schema, "field", field, index_option="basic")


def _lookup_of(term: Term, schema: tantivy.Schema, field: str) -> Query:
    if isinstance(term, Phrase):
        return _phrase_lookup(term.words, schema, field)
    if isinstance(term, Not):
        return Query.boolean_query(
            [
                (Occur.Must, Query.const_score_query(_every(schema, field), 1.0)),
                (Occur.MustNot, _lookup_of(term.term, schema, field)),
            ]
        )
    if isinstance(term, Any):
        return Query.boolean_query([(Occur.Should, _lookup_of(each, schema, field)) for each in term.terms])
    return _all_lookup(term, schema, field)


def with_filters(query: Query, filters: Filters, schema: tantivy.Schema) -> Query:
    """Return the query kept to the turns that pass the filters, without effect on their order.

    `speaker` is asked of the turn (of its label where nobody is named); the rest of its statement.
    """
    terms = [("revised", "yes")] if filters.revised else []
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


def _all_lookup(term: All, schema: tantivy.Schema, field: str) -> Query:
    parts = []
    for each in term.terms:
        if isinstance(each, Not):
            parts.append((Occur.MustNot, _lookup_of(each.term, schema, field)))
        else:
            parts.append((Occur.Must, _lookup_of(each, schema, field)))
    if all(isinstance(each, Not) for each in term.terms):
        parts.append((Occur.Must, Query.const_score_query(_every(schema, field), 1.0)))
    return Query.boolean_query(parts)


def _last_day(until: str) -> int:
    number = day_number(until)
    return number + {4: 9999, 7: 99}.get(len(until), 0)
