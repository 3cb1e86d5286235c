"""The captures kept, the ledger, and all that is derived from them: statements, versions, witnesses, notices."""

from onrecord.record.filters import Filters
from onrecord.record.pages import read_captured, read_captured_by
from onrecord.record.record import Record

__all__ = ["Filters", "Record", "read_captured", "read_captured_by"]
