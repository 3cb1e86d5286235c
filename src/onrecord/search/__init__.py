"""Full text over the turns of a record: searching, and finding where a quotation may stand."""

from onrecord.search.candidates import VersionFound, claim_filters
from onrecord.search.index import Index
from onrecord.search.query import parse_query

__all__ = ["Index", "VersionFound", "claim_filters", "parse_query"]
