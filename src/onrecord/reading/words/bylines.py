"""Lines that are a name and an office, in either order: "Dorian Pell, Department Spokesperson", "Prime Minister, Ada Verne"."""

from __future__ import annotations

import re

from onrecord.reading.words.names import Person, is_office_word, parse_person

# "Présidence de Mme Ada Verne, vice-présidente": who presided
_PRESIDENCY = re.compile(
    r"pr[eé]sid[eê]n[cz](?:ia|a|e)\b|vorsitz\b|sous la présidence|under the chairmanship", re.IGNORECASE
)
_LONGEST = 125
_LONGEST_NAME = 4  # words


def parse_byline(text: str) -> Person | None:
    """Return the person of a line that is a name and an office, and nothing else."""
    text = text.rstrip(",:： ")  # one of several, each on a line; or above his words
    part, colon, rest = text.partition(": ")
    text = rest if colon and len(part.split()) == 1 else text  # "Guest: Bel Harrow, Minister for Ports"
    if text.count(",") != 1 or len(text) > _LONGEST or _PRESIDENCY.match(text) or any(map(str.isdigit, text)):
        return None
    person = parse_person(text)
    if person is None or person.office is None or not 2 <= len(person.name.split()) <= _LONGEST_NAME:
        return None
    before, _, behind = text.partition(",")
    if person.office == behind.strip():
        return person
    # "Minister, Lock Services" is a post and its field
    posted = person.office == before.strip() and " " in person.office and is_office_word(before.split()[0])
    return person if posted and person.name == behind.strip() else None
