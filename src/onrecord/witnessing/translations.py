"""Whether a statement is another one in another language: told by addresses, days and the build of its turns, never by words."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from onrecord.text import compile_late
from onrecord.witnessing.dates import days_apart, days_given_differ

_NUMBER = re.compile(r"\d+")
# As in the addresses /en/news/7, /news/7-ru, ?lang=fr and fr.ministry.example.
_LANGUAGES = (
    "ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga he hi hr hu hy id is it ja ka kk ko ky lb lt lv mk mn ms mt nl "
    "no pl ps pt ro ru sk sl sq sr sv sw tg th tk tr uk ur uz vi zh eng fra fre deu ger esp spa rus arb ara chn zho por ita "
    "english french francais deutsch espanol russian arabic chinese"
)
_TOKEN = compile_late(
    rf"(?<![a-z0-9])(?:{'|'.join(sorted(_LANGUAGES.split(), key=len, reverse=True))})(?:[-_][a-z]{{2}})?(?![a-z0-9])",
    re.IGNORECASE,
)
_FEW_DAYS = 3
_LEAST_NUMBERS = 3
_MOST_LONGER = 3.5


class Shape(NamedTuple):
    """What of a statement is the same in every language: its days, who speaks in turn, how long, which numbers are told."""

    id: str
    language: str | None
    given_on: str | None
    posted_on: str | None
    roles: tuple[str | None, ...]
    letters: int
    numbers: Counter[int]


def address_pattern(address: str | None) -> str | None:
    """Return a normalised address with its language left out; None where it names none."""
    if not address:
        return None
    host, slash, path = address.partition("/")
    labels = host.split(".")
    first = "*" if len(labels) > 2 and _TOKEN.fullmatch(labels[0]) else labels[0]
    pattern = ".".join([first, *labels[1:]]) + slash + _TOKEN.sub("*", path)
    return pattern if pattern != address else None


def numbers_of(text: str) -> Counter[int]:
    """Return the numbers in a text, in whatever digits they are written."""
    return Counter(int(found) for found in _NUMBER.findall(text) if len(found) < 12)


def may_be_translations(one: Shape, other: Shape) -> bool:
    """Return whether nothing contradicts that the one is the other in another language."""
    if one.language is None or other.language is None or one.language[:2] == other.language[:2]:
        return False
    apart = days_apart(one, other)
    if days_given_differ(one, other) or (apart is not None and apart > _FEW_DAYS):
        return False
    shorter, longer = sorted((one.letters, other.letters))
    return shorter * _MOST_LONGER >= longer > 0


def are_built_alike(one: Shape, other: Shape) -> bool:
    """Return whether the two are built so alike that they are translations, without an address that says so."""
    if not may_be_translations(one, other) or days_apart(one, other) is None:
        return False
    same_turns = one.roles == other.roles and len(one.roles) > 2
    told = min(sum(one.numbers.values()), sum(other.numbers.values()))
    most = max(sum(one.numbers.values()), sum(other.numbers.values()))
    shared = sum((one.numbers & other.numbers).values())
    same_numbers = told >= _LEAST_NUMBERS and shared >= 0.7 * most
    contradicts = most >= _LEAST_NUMBERS and shared < 0.4 * most
    return (same_turns and not contradicts) or (same_numbers and len(one.roles) == len(other.roles))
