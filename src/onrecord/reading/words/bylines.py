"""Lines that are a name and an office, in either order: "Dorian Pell, Department Spokesperson", "Prime Minister, Ada Verne"."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person
from onrecord.reading.words.postwords import is_office_word

# "Présidence de Mme Ada Verne, vice-présidente": who presided
_PRESIDENCY = re.compile(
    r"pr[eé]sid[eê]n[cz](?:ia|a|e)\b|vorsitz\b|sous la présidence|under the chairmanship", re.IGNORECASE
)
_LONGEST = 125
_LONGEST_NAME = 4  # words
_LONGEST_CASELESS = 6  # words, with forms of address among them
_LEAST_COMMAS, _LONGEST_ROW, _MOST_BEHIND = 3, 300, 3  # commas, characters, pieces


class Row(NamedTuple):
    """Those whom one line names, each with an office, and where what it says behind them begins: a place, a day."""

    people: tuple[Person, ...]
    behind: int


def parse_row(text: str) -> Row | None:
    """Return the people of a line that names two or more: "Ada Verne, President of the Bank, Bel Olm, Vice-President of the Bank, Skell, 3 May 2031"."""
    if text.count(",") < _LEAST_COMMAS or len(text) > _LONGEST_ROW or text[-1] in ".!?:":
        return None
    pieces = [(piece.start(), piece[0]) for piece in re.finditer(r"[^,]+", text)]
    people: list[Person] = []
    while len(pieces) >= 2 and (person := parse_byline(f"{pieces[0][1].strip()}, {pieces[1][1].strip()}")):
        people.append(person)
        pieces = pieces[2:]
    short = all(len(piece.split()) <= _LONGEST_NAME for _, piece in pieces)
    if len(people) < 2 or len(pieces) > _MOST_BEHIND or not short:
        return None
    return Row(tuple(people), pieces[0][0] if pieces else len(text))


def parse_byline(text: str) -> Person | None:
    """Return the person of a line that is a name and an office, and nothing else."""
    if "،" in text.rstrip("،: ") and len(text) <= _LONGEST:  # one at the end alone: somebody is addressed
        person = parse_person(text)
        named = person and person.office and len(person.name.split()) <= _LONGEST_CASELESS
        return (
            person if named and not text.endswith((".", "。", "؟", "!")) else None
        )  # a sentence has commas as well
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
