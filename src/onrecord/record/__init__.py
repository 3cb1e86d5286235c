"""The captures kept, the ledger, and all that is derived from them: statements, versions, witnesses, notices."""

from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.record.asked.originals import Original
    from onrecord.record.asked.outlines import ListedPiece, Place
    from onrecord.record.changing.correcting import Wish
    from onrecord.record.changing.messaging import Messages
    from onrecord.record.changing.redaction import Asked
    from onrecord.record.changing.releasing import ReleaseWish
    from onrecord.record.deriving.together import read_together, read_together_by
    from onrecord.record.history.happenings import HistoryRow, JoinedRow, ResolvedRow, Window
    from onrecord.record.history.history import History
    from onrecord.record.history.prints import Print, Printed
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
    "Printed",
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


def __getattr__(name: str) -> Any:
    # Who reads pages without an archive loads what learns of a site and nothing of tables, witnesses and custody.
    room: ModuleType
    match name:
        case "Original":
            from onrecord.record.asked import originals as room
        case "ListedPiece" | "Place":
            from onrecord.record.asked import outlines as room
        case "Wish":
            from onrecord.record.changing import correcting as room
        case "Messages":
            from onrecord.record.changing import messaging as room
        case "Asked":
            from onrecord.record.changing import redaction as room
        case "ReleaseWish":
            from onrecord.record.changing import releasing as room
        case "read_together" | "read_together_by":
            from onrecord.record.deriving import together as room
        case "HistoryRow" | "JoinedRow" | "ResolvedRow" | "Window":
            from onrecord.record.history import happenings as room
        case "History":
            from onrecord.record.history import history as room
        case "Print" | "Printed":
            from onrecord.record.history import prints as room
        case "read_mended":
            from onrecord.record.keeper import corrections as room
        case "mend_reading":
            from onrecord.record.keeper import mended as room
        case "Standing":
            from onrecord.record.keeper import messages as room
        case "Sources" | "read_told":
            from onrecord.record.keeper import sources as room
        case "Record":
            from onrecord.record import record as room
        case "Filters":
            from onrecord.record.tables import filters as room
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(room, name)
