"""Who presides, where the label tells it in brackets behind the word for that: "Formanden (Dora Quill)"."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import CHAIR_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person
from onrecord.reading.words.posts import HONORIFICS
from onrecord.reading.words.postwords import holds_post
from onrecord.reading.words.presiding import presides

# "(Mrs. Ada Verne (Westmoor, LP))", "(Pell Karl, Präsident)", "(Colmo Pell. PSD - BA)": the name ends where seat, post or party begins
_ENDS = re.compile(r"\s*[(,;]|\.\s+(?=[A-ZÀ-Þ]{2,}\b)")
_ARTICLES = frozenset("the an a o el la le il der die".split())
_MEMBERS = frozenset(("Senator", "Sen.", "Representative", "Rep.", "Councillor", "Cllr"))
_LONGEST = 5  # words


@lru_cache(8192)
def held_in_chair(label: str) -> Person | None:
    """Return the one whom a label has in the chair: "The Chair (Mrs. Ada Verne (Westmoor, LP))"; None where it names nobody."""
    before, bracket, inside = label.partition("(")
    key = label_key(before)
    if not bracket or not key or not (key in CHAIR_LABELS or presides(key)):
        return None
    name = _ENDS.split(inside.rstrip(") "), maxsplit=1)[0]
    words = name.split()
    if len(words) > 1 and words[0] in _MEMBERS and not holds_post(behind := " ".join(words[1:])):
        person = parse_person(behind)
        return Person(person.name, _post(before)) if person and person.keys else None
    if not 2 <= len(words) <= _LONGEST or holds_post(name) or any(map(str.isdigit, name)):
        return None
    person = parse_person(name)
    return Person(_bare(person.name), _post(before)) if person and person.keys else None


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.strip(".").lower() in HONORIFICS else name


def _post(before: str) -> str:
    words = before.split()
    while len(words) > 1 and (words[0].lower() in _ARTICLES or words[0].strip(".").lower() in HONORIFICS):
        words = words[1:]
    return " ".join(words)
