"""Whether two names are one person's: a short form, another case, initials, a misprint."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import normalize

from onrecord.model import Speaker
from onrecord.reading.words.persons import Person, keys_of

_ACCENTS = {0x300: None, 0x301: None, 0x308: None}
INITIAL = re.compile(r"\b([^\W\d_])\.")
_IN_CASES = re.compile("[\u0370-\u04ff]")  # Greek and Cyrillic


def opens_with(label: str, name: str) -> bool:
    """Return whether a label in a script without spaces goes on behind a name: "高岚首先发布消息"."""
    return len(name) >= 2 and "\u2e80" <= name[0] <= "\u9fff" and label.startswith(name)


def is_surname_of(person: Person, known: Speaker) -> bool:
    """Return whether a name without a space is the beginning of a longer one whose holder has the same post: "細木委員長" after "委員長（細木茂君）"."""
    posts = person.office or "", known.office or ""
    held = all(posts) and (posts[0].endswith(posts[1]) or posts[1].endswith(posts[0]))
    return held and len(known.name) > len(person.name) and known.name.startswith(person.name)


def one_meant(person: Person, same: Sequence[Speaker]) -> Speaker | None:
    """Return the one of several that a label fits: the first, but of two people of one surname the one whose office it names."""
    given = {one.name[0] for one in same if len(Person(one.name, None).keys) > 1}
    if len(person.keys) > 1 or len(given) < 2:
        return same[0]
    posts = set((person.office or "").lower().split())
    fitting = [one for one in same if posts & set((one.office or "").lower().split())]
    alone = [one for one in same if Person(one.name, None).keys == person.keys]
    return fitting[0] if len(fitting) == 1 else alone[0] if alone else None


def one_with_initials(key: str, table: Sequence[Speaker]) -> Speaker | None:
    """Return the only one of the table whose name begins with these letters: "M.M." after "Mara Mendel"."""
    found = [one for one in table if [word[0].lower() for word in one.name.split()] == key.split("_")]
    return found[0] if len(found) == 1 else None


def space_initials(label: str) -> str:
    """Return the label with a space between initials and surname."""
    # "S.Lavrov" is an initial and a surname
    return re.sub(r"^((?:[^\W\d_]\.)+)(?=[^\W\d_]{2,})", r"\1 ", label)


def is_same(person: Person, known: Speaker) -> bool:
    """Return whether a short form names the one of the table whose name holds all its words: "MR. PRICE" after "Ned Price"."""
    keys, of_known = keys_of(person.name), keys_of(known.name)
    if len(keys) > 1 and keys.isdisjoint(of_known) and not _is_in_cases(known.name):
        return False  # as nearly all are who speak in one sitting
    if not keys or not of_known or not _initials_agree(person, known):
        return False
    # "MS. NATALIE HARROW" is not the "President Harrow" of the title, though the words of that name are in hers
    longer = len(of_known) > 1 or not known.office or person.office is not None
    if keys <= of_known or (longer and of_known <= keys):
        return True
    if _is_in_cases(known.name) and _declined(keys, of_known):
        return True
    if len(keys) > 1 or not any(is_misspelt(min(keys), word) for word in of_known):
        return False
    return bool(person.office or re.match(r"(?:mr|ms|mrs|dr)\b", person.name.lower()))


def _is_in_cases(name: str) -> bool:
    return not name.isascii() and _IN_CASES.search(name) is not None


def _declined(words: frozenset[str], of_known: frozenset[str]) -> bool:
    """Whether words are those of a name in another case: "Вера Стожарова" after "Веры Стожаровой"."""
    few, many = sorted((words, of_known), key=len)
    return all(any(_is_form(one, other) for other in many) for one in few)


def _is_form(one: str, other: str) -> bool:
    one, other = _without_accent(one), _without_accent(other)
    apart = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    alike = next(apart, min(len(one), len(other)))
    return alike >= 3 and max(len(one), len(other)) - alike <= (2 if alike < 5 else 3)


def _initials_agree(person: Person, known: Speaker) -> bool:
    """ "P. Harrow" is neither "N. Harrow" nor "Bel Harrow", and may be "Harrow" or "Petra Harrow"."""
    one, other = INITIAL.findall(person.name.lower()), INITIAL.findall(known.name.lower())
    if one and other:
        return bool(one[0] == other[0])
    initial = (one or other)[:1]
    if not initial:
        return True
    shared = person.keys & Person(known.name, None).keys
    given = (Person(known.name, None).keys if one else person.keys) - shared
    first = _without_accent(initial[0])
    return not given or any(_without_accent(word).startswith(first) for word in given)


def _without_accent(word: str) -> str:
    """A Greek word as its capitals have it: "άγγελου" begins with "α"."""
    if not "\u0370" <= word[:1] <= "\u03ff":
        return word
    return normalize("NFD", word).translate(_ACCENTS)


def is_misspelt(one: str, other: str) -> bool:
    """Return whether a word is another with a misprint, as "MR. EARNET" after "MR. EARNEST": the same first letter, nearly all letters in the same order."""
    if min(len(one), len(other)) < 5 or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    return are_alike(one, other, 0.83)


def are_alike(one: str, other: str, least: float) -> bool:
    """Return whether two words have so many letters in one order; what shares fewer letters in any order is not compared."""
    shared = sum((Counter(one) & Counter(other)).values())
    if 2 * shared < least * (len(one) + len(other)):
        return False
    return bool(SequenceMatcher(None, one, other, autojunk=False).ratio() >= least)
