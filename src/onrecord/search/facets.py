"""How the turns found divide by source, speaker, kind, year and language: counted by the engine over all of them."""

from __future__ import annotations

from typing import Any, get_args

import tantivy

from onrecord.model import Facet, FacetName, FacetValue

MOST_VALUES = 12
"""Values shown of one facet."""

# The field of the index that has the values of a facet as they are shown.
_FIELDS: dict[FacetName, str] = {
    "source": "shown_source",
    "speaker": "shown_speaker",
    "kind": "kind",
    "year": "year",
    "language": "language",
}
# The engine counts exactly only what it keeps: more than are shown, so that the order of equals is ours.
_KEPT = 200


def count_facets(searcher: tantivy.Searcher, query: tantivy.Query) -> tuple[Facet, ...]:
    """Return the facets of what the query finds: the most frequent values first, then by value; years by themselves."""
    asked = {name: {"terms": {"field": _FIELDS[name], "size": _KEPT}} for name in get_args(FacetName)}
    counted: dict[str, Any] = searcher.aggregate(query, asked)
    return tuple(_facet(name, counted[name]) for name in get_args(FacetName))


def _facet(name: FacetName, counted: dict[str, Any]) -> Facet:
    found = [FacetValue(str(each["key"]), int(each["doc_count"])) for each in counted["buckets"]]
    found.sort(key=lambda each: (-each.turns, each.value))
    shown = found[:MOST_VALUES]
    if name == "year":
        shown.sort(key=lambda each: each.value, reverse=True)
    others = sum(each.turns for each in found[MOST_VALUES:]) + int(counted.get("sum_other_doc_count", 0))
    return Facet(name, tuple(shown), others)
