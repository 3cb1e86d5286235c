"""The captures kept, the ledger, and all that is derived from them: statements, versions, witnesses, notices."""

from onrecord.record.filters import Filters
from onrecord.record.pages import read_captured, read_captured_by
from onrecord.record.record import Record
from onrecord.record.sources import Sources, read_told

__all__ = ["Filters", "Record", "Sources", "read_captured", "read_captured_by", "read_told"]
