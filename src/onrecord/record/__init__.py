"""The captures kept, the ledger, and all that is derived from them: statements, versions, witnesses, notices."""

from onrecord.record.filters import Filters
from onrecord.record.record import Record
from onrecord.record.sources import Sources, read_told
from onrecord.record.together import read_together, read_together_by

__all__ = ["Filters", "Record", "Sources", "read_together", "read_together_by", "read_told"]
