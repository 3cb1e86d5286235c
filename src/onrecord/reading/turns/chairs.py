"""Who presides, as a page tells it: in brackets behind a label, in the list of those present, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.model import Speaker
from onrecord.reading.turns.roles import Told
from onrecord.reading.words.inchair import held_in_chair
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.names import Person, parse_person
from onrecord.reading.words.presiding import presides
from onrecord.reading.words.vocabulary import (
    CHAIR_LABELS,
)

FORMS_OF_ADDRESS = frozenset(
    "doamna domnul domnişoara domnișoara heer shrimati kumari sr.ª srª mr mrs ms miss mx dr prof m mme mlle monsieur madame herr herrn frau sr sra señor señora don doña г-н г-жа господин госпожа "
    "vors sts srs psts bm bk shri smt श्री श्रीमती डॉ hon".split()
)
# A post in brackets behind the name, as Spanish-speaking chambers print who presides.
_HELD = re.compile(r"[(\[]([^()\[\]]+)[)\]]\W*$")
_CHAIRS = frozenset(
    "chair chairman chairwoman chairperson the_chair the_chairman the_chairperson vorsitzender vorsitzende".split()
)
# as in "Members present: Ada Verne (Chair); Bel Harrow; …"
_IN_CHAIR = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){1,4})\s[(\[](?i:(?:in the |the )?(?:acting )?(?:chair(?:man|woman|person)?|vorsitzender?)(?:\sof\s[^)\]]{3,60})?)[)\]]"
)
# as in "President: Ada Verne", alone on a line
_CHAIRED_BY = re.compile(
    r"^(?:President|Pr[eé]sident[ea]?|Chair(?:man|woman|person)?|Vorsitz(?:ender?)?|Ordstyrer|Talman|Voorzitter|Presiding officer|Presidencia|Presidência)\s*:\s*"
    r"(?:(?:Mr|Mrs|Ms|Dr|Mme|M|Sr|Sra|Ex\.m[oa] Sr\.?ª?)\.?\s)?(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){1,4})\s*(?:\([^)]*\)|[.…\s]+\([^)]*\))?\s*$",
    re.MULTILINE,
)
_PRESENT = 8_000  # characters, in which those present are listed
ARTICLES = frozenset("el la le il o a der die de".split())


def keys_of_chair(identified: Mapping[str, Told], text: str) -> list[str]:
    """Return the labels of the one whom the page names as presiding: "Mr. Linden" after "Hon. John Linden [chairman] presiding"."""
    chair = _named_in_chair(text)
    keys = Person(chair.name, None).keys if chair else frozenset[str]()
    return [
        key for key, told in identified.items()
        if told.speaker and keys and Person(told.speaker.name, None).keys <= keys
    ]  # fmt: skip


def changing_hands(labels: Sequence[str]) -> set[str]:
    """Return the keys of labels in whose brackets now one has the chair and then another, or nobody at first: each label tells for itself."""
    holders: dict[str, str | None] = {}
    changing = set()
    for label in labels:
        held, key = held_in_chair(label), label_key(label)
        name = held.name if held else None
        if key in holders and name and name != holders[key]:
            changing.add(key)
        holders.setdefault(key, name)
    return changing


def find_in_chair(identified: Mapping[str, Told], text: str) -> dict[str, Told]:
    """Return the labels for who presides, with the one whom the page names as presiding."""
    untold = [key for key, told in identified.items() if told.speaker is None]
    posts = [key for key in untold if key in _CHAIRS or is_post_of_chair(key)]
    chair = _named_in_chair(text) if posts else None
    return dict.fromkeys(posts, Told(chair, "speaker.office")) if chair else {}


def _named_in_chair(text: str) -> Speaker | None:
    """The one whom the list of those present has in the chair, None where it has nobody or several."""
    names = {match["name"] for match in _IN_CHAIR.finditer(text[:_PRESENT])}
    names |= {match["name"] for match in _CHAIRED_BY.finditer(text[:_PRESENT])}
    person = parse_person(names.pop()) if len(names) == 1 else None
    return Speaker(person.name, "Chair") if person else None


def is_post_of_chair(key: str) -> bool:
    """Return whether a label is the word for who presides, with an article or none: "La Presidenta"."""
    words = [word for word in key.split("_") if word not in ARTICLES and word not in FORMS_OF_ADDRESS]
    return len(words) == 1 and presides(key)


def post_held(label: str) -> str:
    """Return the key of the post that stands in brackets at a label's end, empty without one."""
    held = _HELD.search(label) if label.endswith((")", "]")) else None
    # "M. Olivier Verne, président"
    behind = label.rpartition(", ")[2] if ", " in label and " " not in label.rpartition(", ")[2] else ""
    return label_key(held[1]) if held else label_key(behind) if presides(label_key(behind)) else ""


def is_chair(key: str) -> bool:
    """Return whether a key is the word for whoever presides."""
    return key in CHAIR_LABELS or presides(key)
