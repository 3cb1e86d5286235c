"""onrecord keeps what officials are on record as having said, and tells how a quotation stands to it."""

from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.custody import (
    BackedUp,
    Finding,
    KnownCorrection,
    KnownSource,
    RemovedCapture,
    Told,
    Tombstone,
    Verified,
)
from onrecord.errors import (
    ArchiveBusy,
    DamagedArchive,
    NewerArchive,
    NotFound,
    NotTaken,
    OnrecordError,
    WrongCall,
)
from onrecord.model import (
    KINDS,
    PART_GROUPS,
    STATUSES,
    Added,
    AnnouncedNotice,
    Aside,
    Basis,
    Capture,
    Citation,
    Cited,
    Clock,
    Contact,
    Correction,
    Counter,
    Coverage,
    Delay,
    Edit,
    Evidence,
    ExplainedStatement,
    ExplainedTurn,
    Explanation,
    Forms,
    Gap,
    Held,
    Hit,
    Insertion,
    Interval,
    Issue,
    Learnt,
    LearntLayout,
    LearntSite,
    Listed,
    Locator,
    MonthCovered,
    NamedPart,
    Nearby,
    Notice,
    Omission,
    Page,
    Part,
    PlacedIssue,
    Reading,
    Reason,
    Region,
    Removal,
    Resolved,
    ResolvedPlace,
    Searched,
    Selector,
    Speaker,
    Statement,
    Turn,
    Unclassified,
    Use,
    Uses,
    UsesBy,
    Verdict,
    VersionSeen,
    Witness,
)
from onrecord.text import visible

if TYPE_CHECKING:
    from onrecord.archive import Archive, explain, read
    from onrecord.capture.live import Fetching
    from onrecord.demo import Demo
    from onrecord.publishing import Published, render_coverage, render_explanations

__all__ = [
    "KINDS",
    "PART_GROUPS",
    "STATUSES",
    "Added",
    "AnnouncedNotice",
    "Archive",
    "ArchiveBusy",
    "Aside",
    "BackedUp",
    "Basis",
    "Capture",
    "Citation",
    "Cited",
    "Clock",
    "Contact",
    "Correction",
    "Counter",
    "Coverage",
    "DamagedArchive",
    "Delay",
    "Demo",
    "Edit",
    "Evidence",
    "ExplainedStatement",
    "ExplainedTurn",
    "Explanation",
    "Fetching",
    "Finding",
    "Forms",
    "Gap",
    "Held",
    "Hit",
    "Insertion",
    "Interval",
    "Issue",
    "KnownCorrection",
    "KnownSource",
    "Learnt",
    "LearntLayout",
    "LearntSite",
    "Listed",
    "Locator",
    "MonthCovered",
    "NamedPart",
    "Nearby",
    "NewerArchive",
    "NotFound",
    "NotTaken",
    "Notice",
    "Omission",
    "OnrecordError",
    "Page",
    "Part",
    "PlacedIssue",
    "Published",
    "Reading",
    "Reason",
    "Region",
    "Removal",
    "RemovedCapture",
    "Resolved",
    "ResolvedPlace",
    "Searched",
    "Selector",
    "Speaker",
    "Statement",
    "Told",
    "Tombstone",
    "Turn",
    "Unclassified",
    "Use",
    "Uses",
    "UsesBy",
    "Verdict",
    "Verified",
    "VersionSeen",
    "Witness",
    "WrongCall",
    "explain",
    "read",
    "render_coverage",
    "render_explanations",
    "visible",
]


def __getattr__(name: str) -> Any:
    # The rooms below cost a quarter of a second to import: who only wants the model or an error need not pay it.
    room: ModuleType
    match name:
        case "Archive" | "explain" | "read":
            from onrecord import archive as room
        case "Demo":
            from onrecord import demo as room
        case "Fetching":
            from onrecord.capture import live as room
        case "Published" | "render_coverage" | "render_explanations":
            from onrecord import publishing as room
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(room, name)


def __dir__() -> list[str]:
    return __all__
