"""Labels that print a post with the name of its holder: "maire de Port-Aven Bel Olm", "Bel Olm – мэр Порт-Авена"."""

from __future__ import annotations

import re

from onrecord.reading.turns.namelike import is_name_like, names_post
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.posts import HONORIFICS, PARTICLES, POST_WORDS
from onrecord.reading.words.postwords import is_plainly_post, is_post
from onrecord.reading.words.speech import SELF

_LONGEST_HELD = 9  # words
_LONGEST_POST = 14  # words
_ARTICLES_OF_MEMBERS = frozenset("el la o a il le".split())
# "PELL KÁLMÁN kikötőügyi miniszter", as Hungarian records print who is no member
_POST_BEHIND_CAPITALS = re.compile(
    r"(?:DR\. )?[A-ZÀ-ÞŐŰ]{2,}(?:[ -][A-ZÀ-ÞŐŰ]{2,}){1,2} (?:[^\W\dA-Z_]+ ){0,3}(?:\w*miniszter\w*|államtitkár|\w*elnök|jegyző|előadó)"
)
_ADDRESSED = (POST_WORDS | HONORIFICS) - {"dr", "prof"}
# A comma, one of Arabic or Chinese, or a dash between spaces
_APART = re.compile(r"[,،，]\s*|\s[–—-]\s")
_LEAST_NAME, _LONGEST_NAME = 2, 4  # words


def names_holder(text: str) -> bool:
    """Return whether a label is a post and a whole name, in either order, whatever parts them."""
    if _is_held(text) or _POST_BEHIND_CAPITALS.fullmatch(text) is not None:
        return True
    if text.endswith((")", "）")) and (bracketed := parse_person(text)):
        return bracketed.office is not None and _is_whole_name(bracketed.name)
    if text.count(", ") == 2 and (parted := parse_person(text)):
        return bool(parted.office) and "," not in (parted.office or ",")  # "Olm, Bel, poslanec"
    apart = _APART.search(text)
    if apart is None:
        return _ends_in_holder(text)
    first, second = text[: apart.start()], text[apart.end() :]
    return _is_post_of(first, second) or (
        "," not in second and _is_short_post(first) and _is_whole_name(second)
    )


def _is_held(text: str) -> bool:
    """Whether a post stands before a name of two words: "Ministr dopravy ČR Bedřich Háro"."""
    words = text.split(" (", 1)[0].split()
    if words[:1] and words[0].lower() in _ARTICLES_OF_MEMBERS and words[1:2] and words[1].islower():
        words = words[1:]  # "La presidenta diputada Ada Verne Ruiz"
    if (
        not 3 <= len(words) <= _LONGEST_HELD
        or words[0].lower() not in POST_WORDS
        or not "".join(words).isalpha()
    ):
        return False
    return all(
        word[0].isupper() and not word.isupper() and word.lower() not in POST_WORDS for word in words[-2:]
    )


def _is_post_of(name: str, behind: str) -> bool:
    """Whether a post stands behind two words or more: "Ada Verne, Staatssekretärin für digitale Wege"."""
    if not is_name_like(name):
        return False
    words = label_key(name).split("_")
    unspaced = name[0] >= "\u2e80"
    if (len(words) < 2 and not unspaced) or _ADDRESSED.intersection(words) or "," in behind:
        return False  # "President Harrow, President Pell, members of the Assembly:" are spoken to
    return len(behind.split()) <= _LONGEST_POST and (names_post(behind) or _is_short_post(behind))


def _is_short_post(text: str) -> bool:
    """Whether a text begins or ends with the word of a post, and says nothing of who speaks: "Limanlar Bakanı"."""
    if not 0 < len(text.split()) <= _LONGEST_HELD or SELF.search(text):
        return False
    return is_plainly_post(text) or names_post(text)


def _is_whole_name(text: str) -> bool:
    words = text.split()
    if text[:1] >= "\u2e80":
        return len(words) == 1 and len(text) <= _LONGEST_NAME
    named = all(word[:1].isupper() or word[:1] >= "\u0590" or word.lower() in PARTICLES for word in words)
    return _LEAST_NAME <= len(words) <= _LONGEST_NAME and named and not is_post(text)


def _ends_in_holder(text: str) -> bool:
    """Whether a post in small letters and its complement stand before a whole name: "maire de Port-Aven Bel Olm"."""
    words = text.split()
    if not _LEAST_NAME < len(words) <= _LONGEST_HELD or not _is_whole_name(" ".join(words[-2:])):
        return False
    person = parse_person(text)
    return bool(person and person.office and _is_short_post(person.office) and not SELF.search(text))
