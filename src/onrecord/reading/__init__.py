"""A page to its Reading: furniture, statements, turns, notices, issues. Pure: time and addresses are arguments."""

from onrecord.reading.identity import normalised_address, source_of, statement_id
from onrecord.reading.learn import LEAST as LEAST_LEARNT
from onrecord.reading.learn import learn_site
from onrecord.reading.reader import HTML_TYPES, Traced, draw_page, read_page, trace_page
from onrecord.reading.regions import Claim
from onrecord.reading.roles import Manner
from onrecord.reading.sketch import Sketch
from onrecord.reading.spoken import manners_of
from onrecord.reading.statement import Composed
from onrecord.reading.turns import Split

__all__ = [
    "HTML_TYPES",
    "LEAST_LEARNT",
    "Claim",
    "Composed",
    "Manner",
    "Sketch",
    "Split",
    "Traced",
    "draw_page",
    "learn_site",
    "manners_of",
    "normalised_address",
    "read_page",
    "source_of",
    "statement_id",
    "trace_page",
]
