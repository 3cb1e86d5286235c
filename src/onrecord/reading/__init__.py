"""A page to its Reading: furniture, statements, turns, notices, issues. Pure: time and addresses are arguments."""

from onrecord.reading.identity import normalised_address, source_of, statement_id
from onrecord.reading.reader import read_page

__all__ = ["normalised_address", "read_page", "source_of", "statement_id"]
