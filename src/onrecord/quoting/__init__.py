"""Quotations against the record: parsing, alignment, and verdicts on four axes. Pure."""

from onrecord.quoting.bits import rarity_bits
from onrecord.quoting.candidate import Candidate
from onrecord.quoting.citation import make_selector, resolve_selector
from onrecord.quoting.dates import parse_date_claim
from onrecord.quoting.excerpt import Excerpt
from onrecord.quoting.judge import judge
from onrecord.quoting.leaf import Offer
from onrecord.quoting.quotation import Quotation, parse_quotation, sought_forms
from onrecord.quoting.rarity import Rarity

__all__ = [
    "Candidate",
    "Excerpt",
    "Offer",
    "Quotation",
    "Rarity",
    "judge",
    "make_selector",
    "parse_date_claim",
    "parse_quotation",
    "rarity_bits",
    "resolve_selector",
    "sought_forms",
]
