"""Whom a headline quotes: newspapers set who is interviewed before or behind a colon or a dash."""

from __future__ import annotations

import re

from onrecord.model import Speaker
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.order import names_kind, names_state
from onrecord.reading.words.posts import PARTICLES
from onrecord.reading.words.postwords import holds_post, is_office_word

_COLON = re.compile(r"\s?[:：]\s?(?=\S)")
_PARTED = re.compile(r"\s?[:：]\s?(?=\S)|\s[–—-]\s(?=\S)|[»”\"],\s[–—-]\s(?=\S)")
_ARTICLE = re.compile(r"^(?:the|el|la|le|il|der|die|den|de|het|o|a)\s+", re.IGNORECASE)
# "وزير الموانئ سامي هارو لـ«النهر»": to which newspaper
_TO_OUTLET = re.compile(r"\s(?:لـ|ل|لصحيفة\s|لجريدة\s)ـ?[«\"“][^«»\"“”]{2,30}[»\"”]$")
_MARKS = "“\"«„「『‘'"
_LONGEST_NAME = 4  # words
_LEAST_QUOTED = 3  # words, or
_LEAST_UNSPACED = 6  # characters, where a script sets no spaces


def named_in_headline(title: str) -> Speaker | None:
    """Return whom a headline quotes: "Bel Harrow: “The bridge opens in May”", "The bridge opens in May: Minister for Ports Bel Harrow".

    Behind what is quoted only who stands there with a post is one.
    """
    if colon := _COLON.search(title):
        before, behind = title[: colon.start()], title[colon.end() :]
        one = _person(before, posted=False) if _is_quoted(behind) else None
        if one and (one.office or behind[0] in _MARKS):
            return one
    for parted in reversed(list(_PARTED.finditer(title))):
        if _is_quoted(title[: parted.start()]):
            return _person(title[parted.end() :], posted=True)
    return None


def _is_quoted(text: str) -> bool:
    return len(text.split()) >= _LEAST_QUOTED or (not text.isascii() and len(text) >= _LEAST_UNSPACED)


def _person(phrase: str, *, posted: bool) -> Speaker | None:
    phrase = _ARTICLE.sub("", _TO_OUTLET.sub("", phrase).strip(" «»“”\"'."))
    if names_kind(phrase) or any(map(str.isdigit, phrase)):
        return None
    person = parse_person(phrase)
    if (
        person is None
        or not person.keys
        or len(person.name.split()) > _LONGEST_NAME
        or names_state(person.name)
    ):
        return None
    words = person.name.split()
    if not all(
        word[0].isupper() or word[0].lower() == word[0].upper() or word.lower() in PARTICLES for word in words
    ):
        return None
    if person.office:
        uncased = words[0][0].lower() == words[0][0].upper()
        held = (uncased or holds_post(person.office)) and (len(words) > 1 or not posted)
        return Speaker(person.name, person.office) if held else None
    plain = all(word.replace("-", "").replace("’", "").isalpha() or word.endswith(".") for word in words)
    cased = phrase != phrase.upper() and words[0][0].isupper()
    return (
        Speaker(person.name, None)
        if not posted and plain and cased and not any(map(is_office_word, words))
        else None
    )
