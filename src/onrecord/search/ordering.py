"""In which order turns come that hold what was searched: by how well they fit, or by the day of their statement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import tantivy

from onrecord.errors import WrongCall
from onrecord.model import HIT_ORDERS
from onrecord.search.entries import Entry, read_entry

Group = list[tuple[float, Entry]]
"""The turns of one text at several addresses, each with its score; 0 where the day decides."""

# Hits of equal score come in the engine's own order: more are fetched than asked for, so that ours decides.
_SPARE = 20


def check_order(order: str) -> None:
    """Raise WrongCall for an order that there is not."""
    if order not in HIT_ORDERS:
        raise WrongCall(
            f"There is no order '{order}': give {', '.join(HIT_ORDERS[:-1])} or {HIT_ORDERS[-1]}."
        )


def first_groups(searcher: tantivy.Searcher, query: tantivy.Query, limit: int, order: str) -> list[Group]:
    """Return that many hits or more, those first that come first in the order, each with the other turns of one text."""
    asked = limit + _SPARE
    while True:
        found = _found(searcher, query, asked, order)
        is_all = len(found) < asked
        if order != "best" and not is_all:
            # A day of which more may come is left out: its turns are sorted by statement, which takes all of them.
            found = [hit for hit in found if hit[0] != found[-1][0]]
        groups = _grouped(searcher, found, limit, is_scored=order == "best")
        if len(groups) >= limit or is_all:
            return groups
        asked *= 2


def stored_in(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> bytes:
    """Return what was stored at an address of the index."""
    stored: Any = searcher.doc(address).get_first("entry")
    return bytes(stored)


def _found(
    searcher: tantivy.Searcher, query: tantivy.Query, asked: int, order: str
) -> Sequence[tuple[Any, tantivy.DocAddress]]:
    if order == "best":
        return searcher.search(query, asked, count=False).hits
    sense = tantivy.Order.Desc if order == "newest" else tantivy.Order.Asc
    return searcher.search(query, asked, count=False, order_by_field="day", order=sense).hits


def _grouped(
    searcher: tantivy.Searcher,
    found: Sequence[tuple[Any, tantivy.DocAddress]],
    limit: int,
    *,
    is_scored: bool,
) -> list[Group]:
    """Return the entries found, in their order, those of one text at several addresses together.

    The same words score the same: where there are enough, what comes behind them is not read.
    """
    groups: dict[tuple[str, int, str, int], Group] = {}
    for value, equals in groupby(found, key=lambda hit: round(float(hit[0]), 4) if is_scored else hit[0]):
        if len(groups) >= limit:
            break
        entries = [read_entry(stored_in(searcher, address)) for _, address in equals]
        entries.sort(key=lambda entry: (entry.statement, entry.version, entry.shown["turn"]))
        for entry in entries:
            # Versions of one statement are hits of their own; they only meet where all versions are searched.
            version = 0 if entry.current else entry.version
            groups.setdefault((*entry.place, version), []).append((value if is_scored else 0.0, entry))
    return list(groups.values())
