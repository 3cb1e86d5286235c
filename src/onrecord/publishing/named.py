"""The words of the model as pages say them, in English, by what they name: kinds, statuses, roles, kinds of changes.

The group is also the message's context in a catalogue: "original" of a text and of a capture may need two words.
"""

from __future__ import annotations

from typing import Any, get_args

from onrecord.model import KINDS, STATUSES
from onrecord.model.listed import Relation
from onrecord.model.revision import ChangeKind, EventKind
from onrecord.model.statement import CorrectedField, Role, TextStatus
from onrecord.model.verdict import EditKind, Wording

# Where the word of the model is not yet what people say.
_SAID = {
    "status": {
        "as_prepared": "as prepared for delivery",
        "rush": "rush transcript",
        "provisional": "provisional version",
        "near_verbatim": "near-verbatim transcript",
        "edited": "edited transcript",
    },
    "field": {"begins": "a turn begins here", "joins": "two turns are one"},
    "wording": {"too_short": "too short to tell", "not_found": "not found in this record"},
}


def _group(name: str, words: Any) -> dict[str, str]:
    return {word: _SAID.get(name, {}).get(word, word.replace("_", " ")) for word in words}


WORDS: dict[str, dict[str, str]] = {
    name: _group(name, words)
    for name, words in {
        "kind": KINDS,
        "status": STATUSES,
        "text": get_args(TextStatus),
        "role": get_args(Role),
        "relation": get_args(Relation),
        "wording": get_args(Wording),
        "edit": get_args(EditKind),
        "change": get_args(ChangeKind),
        "event": get_args(EventKind),
        "field": get_args(CorrectedField),
    }.items()
}
