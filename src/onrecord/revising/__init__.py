"""What one version of a statement has otherwise than another: by turn and word, each change with its kind. Pure."""

from onrecord.revising.beside import Beside, Passage, Row, Same, set_beside
from onrecord.revising.compare import compare_statements
from onrecord.revising.declared import update_declares
from onrecord.revising.facts import compare_facts
from onrecord.revising.kinds import WHY, explain_change
from onrecord.revising.runs import Seen, Step, find_steps
from onrecord.revising.timeline import Absent, Happened, find_happenings, is_withdrawn

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
    "explain_change",
    "find_happenings",
    "find_steps",
    "is_withdrawn",
    "set_beside",
    "update_declares",
]
