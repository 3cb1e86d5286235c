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
_NAMES: tuple[FacetName, ...] = get_args(FacetName)


# Each turn has one year or none, and counts under this where it has none: all of them together are the turns found, and nobody has
# to go through these once more to count them.
_NO_YEAR = "none"


def count_facets(searcher: tantivy.Searcher, query: tantivy.Query) -> tuple[int, tuple[Facet, ...]]:
    """Return how many turns the query finds, and their facets: the most frequent values first, then by value; years by themselves."""
    asked: dict[str, Any] = {name: {"terms": {"field": _FIELDS[name], "size": _KEPT}} for name in _NAMES}
    asked["year"]["terms"]["missing"] = _NO_YEAR
    counted: dict[str, Any] = searcher.aggregate(query, asked)
    years = counted["year"]
    turns = sum(int(each["doc_count"]) for each in years["buckets"]) + _uncounted(years)
    return turns, tuple(_facet(name, counted[name]) for name in _NAMES)


def _uncounted(counted: dict[str, Any]) -> int:
    return int(counted.get("sum_other_doc_count") or 0)


def _facet(name: FacetName, counted: dict[str, Any]) -> Facet:
    kept = [each for each in counted["buckets"] if name != "year" or each["key"] != _NO_YEAR]
    found = [FacetValue(str(each["key"]), int(each["doc_count"])) for each in kept]
    found.sort(key=lambda each: (-each.turns, each.value))
    shown = found[:MOST_VALUES]
    if name == "year":
        shown.sort(key=lambda each: each.value, reverse=True)
    others = sum(each.turns for each in found[MOST_VALUES:]) + _uncounted(counted)
    return Facet(name, tuple(shown), others)
