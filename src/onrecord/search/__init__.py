"""Full text over the turns of a record, and the index that finds where a quotation may stand."""

from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.search.candidates import claim_filters
    from onrecord.search.entries import Entry
    from onrecord.search.index import Index
    from onrecord.search.query import parse_query
    from onrecord.search.quotations import QuotationIndex
    from onrecord.search.seeking import Stretch

__all__ = ["Entry", "Index", "QuotationIndex", "Stretch", "claim_filters", "parse_query"]


def __getattr__(name: str) -> Any:
    # Two engines: who asks one of them need not load the other.
    room: ModuleType
    match name:
        case "claim_filters":
            from onrecord.search import candidates as room
        case "Entry":
            from onrecord.search import entries as room
        case "Index":
            from onrecord.search import index as room
        case "parse_query":
            from onrecord.search import query as room
        case "QuotationIndex":
            from onrecord.search import quotations as room
        case "Stretch":
            from onrecord.search import seeking as room
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(room, name)
