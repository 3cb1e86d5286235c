"""A page to its Reading: furniture, statements, turns, notices, issues. Pure: time and addresses are arguments."""

from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.reading.identity import later_id, normalised_address, source_of, statement_id
from onrecord.reading.page.mediatypes import HTML_TYPES

if TYPE_CHECKING:
    from onrecord.reading.nostatement.codes import STAND_INS
    from onrecord.reading.page.regions import Claim
    from onrecord.reading.reader import (
        PageRead,
        Traced,
        captured_again,
        draw_page,
        reach_page,
        read_again,
        read_page,
        trace_page,
    )
    from onrecord.reading.site.fitted import find_body
    from onrecord.reading.site.learn import LEAST_LEARNT, learn_site
    from onrecord.reading.site.reach import is_read_alike
    from onrecord.reading.site.sketch import Sketch
    from onrecord.reading.statement.composing import Kept
    from onrecord.reading.statement.standing import lines_stating
    from onrecord.reading.statement.statement import Composed
    from onrecord.reading.turns.dialogue import ends_as_sentence
    from onrecord.reading.turns.manners import Manner, manners_of
    from onrecord.reading.turns.turns import Split
    from onrecord.reading.words.visits import changes_by_itself

__all__ = [
    "HTML_TYPES",
    "LEAST_LEARNT",
    "STAND_INS",
    "Claim",
    "Composed",
    "Kept",
    "Manner",
    "PageRead",
    "Sketch",
    "Split",
    "Traced",
    "captured_again",
    "changes_by_itself",
    "draw_page",
    "ends_as_sentence",
    "find_body",
    "is_read_alike",
    "later_id",
    "learn_site",
    "lines_stating",
    "manners_of",
    "normalised_address",
    "reach_page",
    "read_again",
    "read_page",
    "source_of",
    "statement_id",
    "trace_page",
]


def __getattr__(name: str) -> Any:
    # The reader with its vocabularies takes a third of a second to import: who asks a record need not pay it.
    room: ModuleType
    match name:
        case "find_body":
            from onrecord.reading.site import fitted as room
        case "LEAST_LEARNT" | "learn_site":
            from onrecord.reading.site import learn as room
        case "is_read_alike":
            from onrecord.reading.site import reach as room
        case (
            "PageRead"
            | "Traced"
            | "captured_again"
            | "draw_page"
            | "reach_page"
            | "read_again"
            | "read_page"
            | "trace_page"
        ):
            from onrecord.reading import reader as room
        case "Claim":
            from onrecord.reading.page import regions as room
        case "Manner" | "manners_of":
            from onrecord.reading.turns import manners as room
        case "Sketch":
            from onrecord.reading.site import sketch as room
        case "changes_by_itself":
            from onrecord.reading.words import visits as room
        case "ends_as_sentence":
            from onrecord.reading.turns import dialogue as room
        case "lines_stating":
            from onrecord.reading.statement import standing as room
        case "STAND_INS":
            from onrecord.reading.nostatement import codes as room
        case "Composed":
            from onrecord.reading.statement import statement as room
        case "Kept":
            from onrecord.reading.statement import composing as room
        case "Split":
            from onrecord.reading.turns import turns as room
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(room, name)
