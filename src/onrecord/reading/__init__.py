"""A page to its Reading: furniture, statements, turns, notices, issues. Pure: time and addresses are arguments."""

from onrecord.reading.identity import normalised_address, source_of, statement_id
from onrecord.reading.reader import Traced, read_page, trace_page
from onrecord.reading.regions import Claim
from onrecord.reading.roles import Manner
from onrecord.reading.spoken import manners_of
from onrecord.reading.statement import Composed
from onrecord.reading.turns import Split

__all__ = [
    "Claim",
    "Composed",
    "Manner",
    "Split",
    "Traced",
    "manners_of",
    "normalised_address",
    "read_page",
    "source_of",
    "statement_id",
    "trace_page",
]
