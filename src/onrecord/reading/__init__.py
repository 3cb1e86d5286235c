"""A page to its Reading: furniture, statements, turns, notices, issues. Pure: time and addresses are arguments."""

from onrecord.reading.identity import normalised_address, source_of, statement_id
from onrecord.reading.learn import LEAST as LEAST_LEARNT
from onrecord.reading.learn import learn_site
from onrecord.reading.reader import HTML_TYPES, draw_page, read_page
from onrecord.reading.sketch import Sketch

__all__ = [
    "HTML_TYPES",
    "LEAST_LEARNT",
    "Sketch",
    "draw_page",
    "learn_site",
    "normalised_address",
    "read_page",
    "source_of",
    "statement_id",
]
