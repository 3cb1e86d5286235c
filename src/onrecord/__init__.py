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
    HIT_ORDERS,
    KINDS,
    PART_GROUPS,
    STATUSES,
    Added,
    Alternate,
    AnnouncedNotice,
    Article,
    Aside,
    Basis,
    Capture,
    Change,
    Citation,
    Cited,
    CitedPlace,
    ClaimedDate,
    ClaimedSpeaker,
    Clock,
    Contact,
    Contradiction,
    CopyChange,
    CopySeen,
    Correction,
    Counter,
    Coverage,
    Delay,
    Draft,
    Edit,
    Event,
    Evidence,
    ExplainedStatement,
    ExplainedTurn,
    Explanation,
    Facet,
    FacetValue,
    Forms,
    Found,
    Gap,
    Held,
    Hit,
    Insertion,
    Interval,
    Issue,
    Learnt,
    LearntLayout,
    LearntSite,
    Linked,
    Listed,
    Locator,
    MonthCovered,
    MonthUsed,
    NamedPart,
    Nearby,
    Notice,
    Omission,
    OverTime,
    Page,
    Part,
    PartHeld,
    PlacedIssue,
    Reading,
    Reason,
    Region,
    Release,
    ReleasedVersion,
    Removal,
    Resolved,
    ResolvedPlace,
    Review,
    ReviewedQuotation,
    Revision,
    Searched,
    Selector,
    Speaker,
    Statement,
    Turn,
    Unclassified,
    Unheld,
    Use,
    Uses,
    UsesBy,
    Verdict,
    VersionSeen,
    Withdrawal,
    Withdrawn,
    Witness,
)
from onrecord.text import visible

if TYPE_CHECKING:
    from onrecord.archive import Archive, Shelf, explain, read
    from onrecord.capture.live import Fetching
    from onrecord.demo import Demo
    from onrecord.publishing import (
        Asked,
        Given,
        Profile,
        Published,
        ServedSite,
        Sought,
        read_profile,
        render_coverage,
        render_explanations,
        render_review,
        safe_cell,
    )
    from onrecord.record import Place
    from onrecord.revising import explain_change

__all__ = [
    "HIT_ORDERS",
    "KINDS",
    "PART_GROUPS",
    "STATUSES",
    "Added",
    "Alternate",
    "AnnouncedNotice",
    "Archive",
    "ArchiveBusy",
    "Article",
    "Aside",
    "Asked",
    "BackedUp",
    "Basis",
    "Capture",
    "Change",
    "Citation",
    "Cited",
    "CitedPlace",
    "ClaimedDate",
    "ClaimedSpeaker",
    "Clock",
    "Contact",
    "Contradiction",
    "CopyChange",
    "CopySeen",
    "Correction",
    "Counter",
    "Coverage",
    "DamagedArchive",
    "Delay",
    "Demo",
    "Draft",
    "Edit",
    "Event",
    "Evidence",
    "ExplainedStatement",
    "ExplainedTurn",
    "Explanation",
    "Facet",
    "FacetValue",
    "Fetching",
    "Finding",
    "Forms",
    "Found",
    "Gap",
    "Given",
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
    "Linked",
    "Listed",
    "Locator",
    "MonthCovered",
    "MonthUsed",
    "NamedPart",
    "Nearby",
    "NewerArchive",
    "NotFound",
    "NotTaken",
    "Notice",
    "Omission",
    "OnrecordError",
    "OverTime",
    "Page",
    "Part",
    "PartHeld",
    "Place",
    "PlacedIssue",
    "Profile",
    "Published",
    "Reading",
    "Reason",
    "Region",
    "Release",
    "ReleasedVersion",
    "Removal",
    "RemovedCapture",
    "Resolved",
    "ResolvedPlace",
    "Review",
    "ReviewedQuotation",
    "Revision",
    "Searched",
    "Selector",
    "ServedSite",
    "Shelf",
    "Sought",
    "Speaker",
    "Statement",
    "Told",
    "Tombstone",
    "Turn",
    "Unclassified",
    "Unheld",
    "Use",
    "Uses",
    "UsesBy",
    "Verdict",
    "Verified",
    "VersionSeen",
    "Withdrawal",
    "Withdrawn",
    "Witness",
    "WrongCall",
    "explain",
    "explain_change",
    "read",
    "read_profile",
    "render_coverage",
    "render_explanations",
    "render_review",
    "safe_cell",
    "visible",
]


def __getattr__(name: str) -> Any:
    # The rooms below cost a quarter of a second to import: who only wants the model or an error need not pay it.
    room: ModuleType
    match name:
        case "Archive" | "Shelf" | "explain" | "read":
            from onrecord import archive as room
        case "Demo":
            from onrecord import demo as room
        case "Fetching":
            from onrecord.capture import live as room
        case "explain_change":
            from onrecord import revising as room
        case (
            "Asked"
            | "Given"
            | "Profile"
            | "Published"
            | "ServedSite"
            | "Sought"
            | "read_profile"
            | "render_coverage"
            | "render_explanations"
            | "render_review"
            | "safe_cell"
        ):
            from onrecord import publishing as room
        case "Place":
            from onrecord import record as room
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(room, name)


def __dir__() -> list[str]:
    return __all__
