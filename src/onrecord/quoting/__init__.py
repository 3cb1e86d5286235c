"""Quotations against the record: parsing, alignment, and verdicts on four axes. Pure."""

from onrecord.quoting.candidate import Candidate
from onrecord.quoting.citation import make_selector, resolve_selector
from onrecord.quoting.dates import parse_date_claim
from onrecord.quoting.judge import judge
from onrecord.quoting.quotation import Quotation, find_pieces, parse_quotation

__all__ = [
    "Candidate",
    "Quotation",
    "find_pieces",
    "judge",
    "make_selector",
    "parse_date_claim",
    "parse_quotation",
    "resolve_selector",
]
