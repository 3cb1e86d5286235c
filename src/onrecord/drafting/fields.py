"""The fields that a message may have: what each is for, an example of it, and what its values must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import urlsplit

from onrecord.errors import WrongCall
from onrecord.model import KINDS, STATUSES
from onrecord.settings import check_language, nearest

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST_KINDS = 2
_FIRST_YEAR = 1990
_STATUSES = tuple(each for each in STATUSES if each != "embargo")
_TEXTS = ("original", "official_translation", "interpreted")
_FLAGS = ("yes", "no")


class NeededField(NamedTuple):
    """A field of a message: what it says, an example, how many values it may have, and what is wrong with a value.

    `faults` yields the end of a sentence for each fault of a value, with what to do.
    """

    says: str
    example: str
    faults: Callable[[str], Iterator[str]]
    most: int = 1
    is_needed: bool = False


def _any_text(value: str) -> Iterator[str]:
    return iter(())


def _person(value: str) -> Iterator[str]:
    if ";" in value:
        yield f"{value!r} has a semicolon: write name, comma, office, as in 'Ilse Varga, Foreign Minister', each speaker on a line"


def _day(value: str) -> Iterator[str]:
    try:
        good = bool(_DAY.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        good = False
    if not good:
        yield f"{value!r} is no day: write it with year, month and day, as in 2026-05-14"


def as_moment(value: str) -> str | None:
    """Return a time with its zone in UTC to the second; None for what is none, or is finer than that."""
    try:
        moment = datetime.fromisoformat(value.strip()) if len(value) > len("2026-05-14") else None
        if moment is None or moment.tzinfo is None or moment.microsecond:
            return None
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year >= _FIRST_YEAR else None
    except (ValueError, OverflowError):
        return None


def _moment(value: str) -> Iterator[str]:
    if as_moment(value) is None:
        yield f"{value!r} is no time with its zone: write it as in 2026-05-14T18:00:00+02:00"


def _language(value: str) -> Iterator[str]:
    try:
        check_language(value, "")
    except WrongCall:
        yield f"{value!r} is no language tag: write one like en, fr or pt-BR"


def _one_of(known: tuple[str, ...]) -> Callable[[str], Iterator[str]]:
    def faults(value: str) -> Iterator[str]:
        if as_value(value) not in known:
            near = nearest(as_value(value), known) or f": write one of {', '.join(known)}"
            yield f"{value!r} is not known{near}"

    return faults


def _part(value: str) -> Iterator[str]:
    if not value.isdecimal() or not 1 <= int(value) <= 999:
        yield f"{value!r} is no number of a part: write 1, 2, …"


def _address(value: str) -> Iterator[str]:
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in value
    except ValueError:
        good = False
    if not good:
        yield f"{value!r} is no web address: write it as in https://press.example/messages/night-ferry"


FIELDS: dict[str, NeededField] = {
    "title": NeededField(
        "What stands above the words", "Minister’s remarks on the night ferry", _any_text, is_needed=True
    ),
    "kinds": NeededField("What it is: one kind, or two", "remarks", _one_of(KINDS), _MOST_KINDS, True),
    "speakers": NeededField(
        "Who speaks, each on a line: name, office", "Ilse Varga, Foreign Minister", _person, 40
    ),
    "given on": NeededField("The day on which it is said", "2026-05-14", _day),
    "posted on": NeededField("The day on which it is posted", "2026-05-14", _day),
    "updated on": NeededField("The day on which it was changed", "2026-05-15", _day),
    "place": NeededField("Where it is said", "Vessel City", _any_text),
    "occasion": NeededField("On what occasion", "Harbour Assembly", _any_text),
    "outlet": NeededField("For an interview or article: with or in which medium", "Orlin Post", _any_text),
    "language": NeededField("The language of the words, as a tag", "en", _language, is_needed=True),
    "status": NeededField("The state of the text", "check_against_delivery", _one_of(_STATUSES), 4),
    "text": NeededField("Whose words the text gives", "original", _one_of(_TEXTS)),
    "part": NeededField("Which part of a series it is", "2", _part),
    "continues": NeededField("Whether another part follows", "yes", _one_of(_FLAGS)),
    "embargo": NeededField("The time before which nobody may see it", "2026-05-14T18:00:00+02:00", _moment),
    "written by": NeededField("Who wrote it; is not published", "Ines Marr", _any_text, is_needed=True),
    "source": NeededField("Whose message it is: the name of a source file", "Ministry of Ferries", _any_text),
    "address": NeededField("Where it will stand", "https://press.example/messages/night-ferry", _address),
}
"""Every field of a message, in the order in which a template has them."""

SPELLED = {
    "kind": "kinds",
    "speaker": "speakers",
    "date": "given on",
    "author": "written by",
    "writer": "written by",
    "headline": "title",
    "subject": "title",
    "venue": "place",
    "location": "place",
    "lang": "language",
    "url": "address",
    "release": "embargo",
    "publish": "embargo",
    "continued": "continues",
    "series": "part",
}
"""Words that people write for a field; told as what was probably meant, never taken for it."""


def as_value(written: str) -> str:
    """Return a value of a list of words as it is kept: "As delivered" as as_delivered."""
    return re.sub(r"[\s-]+", "_", written.strip().casefold())


def meant_field(name: str) -> str | None:
    """Return the field that was probably meant by a name that is none."""
    near = None if name in FIELDS else next(iter(get_close_matches(name, FIELDS, n=1)), None)
    return SPELLED.get(name, near)


def nearest_field(name: str) -> str:
    """Return the end of a sentence that names the field that was probably meant, or all there are."""
    if name in SPELLED:
        return f", did you mean {SPELLED[name]!r}?"
    return nearest(name, FIELDS) or f": the fields are {', '.join(FIELDS)}."
