"""What one version of a statement has otherwise than another: by turn and word, each change with its kind. Pure."""

from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.revising.facts import compare_facts
from onrecord.revising.runs import Seen, Step, find_steps
from onrecord.revising.timeline import Absent, Happened, find_happenings, is_withdrawn

if TYPE_CHECKING:
    from onrecord.revising.beside import Beside, Passage, Row, Same, set_beside
    from onrecord.revising.compare import compare_statements
    from onrecord.revising.declared import update_declares
    from onrecord.revising.kinds import WHY, explain_change
    from onrecord.revising.struck import compare_struck

__all__ = [
    "WHY",
    "Absent",
    "Beside",
    "Happened",
    "Passage",
    "Row",
    "Same",
    "Seen",
    "Step",
    "compare_facts",
    "compare_statements",
    "compare_struck",
    "explain_change",
    "find_happenings",
    "find_steps",
    "is_withdrawn",
    "set_beside",
    "update_declares",
]


def __getattr__(name: str) -> Any:
    # What compares words loads the vocabularies of many languages: who only asks what was seen when need not pay it.
    room: ModuleType
    match name:
        case "Beside" | "Passage" | "Row" | "Same" | "set_beside":
            from onrecord.revising import beside as room
        case "compare_statements":
            from onrecord.revising import compare as room
        case "compare_struck":
            from onrecord.revising import struck as room
        case "update_declares":
            from onrecord.revising import declared as room
        case "WHY" | "explain_change":
            from onrecord.revising import kinds as room
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(room, name)
