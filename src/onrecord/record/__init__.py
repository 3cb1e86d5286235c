"""The captures kept, the ledger, and all that is derived from them: statements, versions, witnesses, notices."""

from onrecord.record.asked.originals import Original
from onrecord.record.asked.outlines import ListedPiece, Place
from onrecord.record.changing.correcting import Wish
from onrecord.record.changing.messaging import Messages
from onrecord.record.changing.redaction import Asked
from onrecord.record.changing.releasing import ReleaseWish
from onrecord.record.deriving.together import read_together, read_together_by
from onrecord.record.history.happenings import HistoryRow, JoinedRow, ResolvedRow, Window
from onrecord.record.history.history import History
from onrecord.record.history.prints import Print
from onrecord.record.keeper.corrections import read_mended
from onrecord.record.keeper.mended import mend_reading
from onrecord.record.keeper.messages import Standing
from onrecord.record.keeper.sources import Sources, read_told
from onrecord.record.record import Record
from onrecord.record.tables.filters import Filters

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
    "Print",
    "Record",
    "ReleaseWish",
    "ResolvedRow",
    "Sources",
    "Standing",
    "Window",
    "Wish",
    "mend_reading",
    "read_mended",
    "read_together",
    "read_together_by",
    "read_told",
]
