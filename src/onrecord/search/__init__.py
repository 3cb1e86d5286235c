"""Full text over the turns of a record, and the index that finds where a quotation may stand."""

from onrecord.search.candidates import claim_filters
from onrecord.search.entries import Entry
from onrecord.search.index import Index
from onrecord.search.query import parse_query
from onrecord.search.quotations import QuotationIndex
from onrecord.search.seeking import Stretch

__all__ = ["Entry", "Index", "QuotationIndex", "Stretch", "claim_filters", "parse_query"]
