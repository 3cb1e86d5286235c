"""The captures kept, the ledger, and all that is derived from them: statements, versions, witnesses, notices."""

from onrecord.record.correcting import Wish
from onrecord.record.corrections import read_mended
from onrecord.record.filters import Filters
from onrecord.record.happenings import HistoryRow, JoinedRow, ResolvedRow
from onrecord.record.history import History
from onrecord.record.mended import mend_reading
from onrecord.record.messages import Standing
from onrecord.record.messaging import Messages
from onrecord.record.originals import Original
from onrecord.record.outlines import ListedPiece, Place
from onrecord.record.record import Record
from onrecord.record.redaction import Asked
from onrecord.record.releasing import ReleaseWish
from onrecord.record.sources import Sources, read_told
from onrecord.record.together import read_together, read_together_by

__all__ = [
    "Asked",
    "Filters",
    "History",
    "HistoryRow",
    "JoinedRow",
    "ListedPiece",
    "Messages",
    "Original",
    "Place",
    "Record",
    "ReleaseWish",
    "ResolvedRow",
    "Sources",
    "Standing",
    "Wish",
    "mend_reading",
    "read_mended",
    "read_together",
    "read_together_by",
    "read_told",
]
