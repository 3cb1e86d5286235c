"""Labels that are misprinted: nearly another of the page, or nearly the word for somebody who is not named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from onrecord.model import Speaker
from onrecord.reading.turns.alikenames import are_alike, is_misspelt
from onrecord.reading.turns.bylabel import Played, Told
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import (
    AUDIENCE_LABELS,
    CHAIR_LABELS,
    INTERPRETER_LABELS,
    QUESTION_LABELS,
)
from onrecord.reading.words.posts import OFFICE_WORDS, POST_WORDS
from onrecord.reading.words.presiding import presides

_MANY = 400  # labels: what compares each with all others stops here
_PARTS = CHAIR_LABELS | INTERPRETER_LABELS | AUDIENCE_LABELS | QUESTION_LABELS
# Those long enough to be told from a misprint of them, by their first letter.
_LONG_PARTS: dict[str, list[str]] = {}
for _part in sorted(_PARTS):
    if len(_part) >= 7:
        _LONG_PARTS.setdefault(_part[0], []).append(_part)


def enter_misprints(
    labels: Sequence[str], identified: dict[str, Told], played: dict[str, Played], told: Mapping[str, Speaker]
) -> None:
    """Give labels that are misprinted the speaker and role of those they nearly are."""
    for key, right in find_misprints(Counter(map(label_key, labels))).items():
        identified[key] = Told(identified[key if key in told else right].speaker, "speaker.misprint")
        played[key] = Played(played[right].role, "role.misprint")


def find_misprints(counts: Counter[str]) -> dict[str, str]:
    """Return the labels printed once that are nearly another printed more often, or a word for a post: "PRIME MINSTER", "JOURNLIST"."""
    found: dict[str, str] = {}
    if len(counts) > _MANY:
        return found
    for key, number in counts.items():
        if number > 1 or len(key) < 7:
            continue
        for other, more in counts.items():
            if (
                (more > 1 or (_is_post(other) and not _is_post(key)))
                and key[0] == other[0]
                and _letters(key) == _letters(other)
                and are_alike(key, other, 0.9)
            ):
                found[key] = other
    return found


def _is_post(key: str) -> bool:
    words = key.split("_")
    return not POST_WORDS.isdisjoint(words) and OFFICE_WORDS.issuperset(words)


def _letters(key: str) -> list[str]:
    """The initials in a key: "P. Harrow" is no misprint of "N. Harrow"."""
    return [word for word in key.split("_") if len(word) == 1]


@lru_cache(8192)
def misprinted_word(key: str) -> str | None:
    """Return the word for somebody who is not named that a label nearly is: "PARTICPIANT", "OPERTATOR"."""
    if len(key) < 7 or key in _PARTS or key in POST_WORDS or presides(key):
        return None
    return next((word for word in _LONG_PARTS.get(key[0], ()) if is_misspelt(key, word)), None)
