"""onrecord keeps what officials are on record as having said, and tells how a quotation stands to it."""

from importlib import import_module
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
    Clock,
    Contact,
    Correction,
    Counter,
    Edit,
    Evidence,
    ExplainedStatement,
    ExplainedTurn,
    Explanation,
    Held,
    Hit,
    Insertion,
    Issue,
    Learnt,
    LearntLayout,
    LearntSite,
    Listed,
    Locator,
    NamedPart,
    Notice,
    Omission,
    Page,
    Part,
    PlacedIssue,
    Reading,
    Reason,
    Region,
    Removal,
    Searched,
    Selector,
    Speaker,
    Statement,
    Turn,
    Unclassified,
    Verdict,
    VersionSeen,
    Witness,
)
from onrecord.text import visible

if TYPE_CHECKING:
    from onrecord.archive import Archive, explain, read
    from onrecord.capture.live import Fetching
    from onrecord.demo import Demo
    from onrecord.publishing import Published, render_explanations

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
    "Clock",
    "Contact",
    "Correction",
    "Counter",
    "DamagedArchive",
    "Demo",
    "Edit",
    "Evidence",
    "ExplainedStatement",
    "ExplainedTurn",
    "Explanation",
    "Fetching",
    "Finding",
    "Held",
    "Hit",
    "Insertion",
    "Issue",
    "KnownCorrection",
    "KnownSource",
    "Learnt",
    "LearntLayout",
    "LearntSite",
    "Listed",
    "Locator",
    "NamedPart",
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
    "Searched",
    "Selector",
    "Speaker",
    "Statement",
    "Told",
    "Tombstone",
    "Turn",
    "Unclassified",
    "Verdict",
    "Verified",
    "VersionSeen",
    "Witness",
    "WrongCall",
    "explain",
    "read",
    "render_explanations",
    "visible",
]


_LATER = {
    "Archive": "onrecord.archive",
    "Demo": "onrecord.demo",
    "Fetching": "onrecord.capture.live",
    "Published": "onrecord.publishing",
    "explain": "onrecord.archive",
    "read": "onrecord.archive",
    "render_explanations": "onrecord.publishing",
}
"""Where the names are that are loaded when first asked for: the rooms below cost a quarter of a second to import, and who
only wants the model or an error need not pay it."""


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


def __dir__() -> list[str]:
    return __all__
