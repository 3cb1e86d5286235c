"""How the turns found divide by month: counted by the engine over all of them."""

from __future__ import annotations

from typing import Any

import tantivy

# Days are numbers such as 20250409: a hundred of them are a month, whatever days it has.
_PER_MONTH = 100


def count_months(searcher: tantivy.Searcher, query: tantivy.Query) -> dict[str, int]:
    """Return how many turns the query finds of each month, "2025-04"; those of a day without a month are in none."""
    asked = {"months": {"histogram": {"field": "day", "interval": _PER_MONTH, "min_doc_count": 1}}}
    counted: dict[str, Any] = searcher.aggregate(query, asked)
    found: dict[str, int] = {}
    for each in counted["months"]["buckets"]:
        year, month = divmod(int(each["key"]) // _PER_MONTH, 100)
        if 1 <= month <= 12:
            found[f"{year:04}-{month:02}"] = int(each["doc_count"])
    return found
