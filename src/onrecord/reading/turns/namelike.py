"""Whether a text could be a name or a post, by its letters alone."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.reading.words.posts import (
    HONORIFICS,
    OFFICE_COMPLEMENTS,
    OFFICE_LINKS,
    OFFICE_WORDS,
    PARTICLES,
    POST_ARTICLES,
    POST_WORDS,
)
from onrecord.text import compile_late

_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
# "Judge Sarah A. L", "Mr": what stands before a stop is an abbreviation, not a label
_BEFORE_PARTICLES = PARTICLES | HONORIFICS
_LOWER_CASE = PARTICLES | OFFICE_WORDS | HONORIFICS
# The post in a long label, in languages that compound it: "Staatssekretärin", "Bundesministerin".
POST_STEM = compile_late(
    r"(?:minist|präsident|sekretär|secr[eé]t|presiden|kanzler|beauftragt|botschafter|ambassad|sprecher"
    r"|director|directeur|министр|міністр|посол|президент|председател|секретар|премьер|прем.єр|mluvčí"
    r"|předsed|predsed|predsj|premi[eé]r|náměst|ředitel|miniszter|szóviv|államtitk|υπουργ|πρωθυπουργ"
    r"|εκπρόσωπ|rzeczni|prezes|prezyden|woordvoer|staatssecr|burgemeester|bürgermeister|ordfør|borgm"
    r"|borgerm|talsm|talsper|purtător|glasnogovor|portparol|sözcü|bakan|başkan|alcald|sindac|governor"
    r"|commissioner|канцлер|заместител)",
    re.IGNORECASE,
)
# Scripts without capitals that set spaces between words: Hebrew, Arabic, those of India, Thai between its phrases, Georgian, Ethiopic.
_SPACED_UNCASED = ("\u0590", "\u137f")
# A sentence may hold capitals too; "Dr. h. c." is none.
_SENTENCE_INSIDE = re.compile(
    r"(?<!\bM)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSr)(?<!\bMrs)(?<!\bSra)\.\s+[a-zà-ÿа-я]{2}"
)
_SENTENCE_MARK = re.compile(r"[!?…;]")


def before_comma(text: str) -> str:
    """Return what stands before the first comma, all of it where there is none."""
    return text.split(",", 1)[0]


def may_be_small(word: str) -> bool:
    """Return whether a word of a name or office may stand in small letters: "von", "minister", "chargé"."""
    return word in OFFICE_LINKS or word.lower() in _LOWER_CASE


def _holds_sentence(text: str) -> bool:
    # Few names hold a stop: only then what stands around it is looked at.
    return bool(_SENTENCE_MARK.search(text) or ("." in text and _SENTENCE_INSIDE.search(text)))


@lru_cache(8192)
def is_name_like(text: str) -> bool:
    """Return whether every word of the text could stand in a name or office: capitals, particles, initials, numbers."""
    bare = _BRACKETS.sub(" ", text) if "(" in text or "[" in text else text
    # "MS. ________": a name that the record leaves blank
    tokens = [
        token.strip("*“”\"'’.,_《》")
        for token in bare.replace("/", " ").split()
        if token.strip("*“”\"'’.,–—_-《》")
    ]
    if not tokens or len(tokens) > 14 or bare.count(",") > 2 or _holds_sentence(bare):
        return False
    if len(tokens) == 2 and tokens[0].lower() in POST_ARTICLES and tokens[1].lower() in POST_WORDS:
        return True  # "Le maire", "El alcalde"
    capitals = 0
    links = False
    before = ""
    for token in tokens:
        first, bound = token[0], before in _BEFORE_PARTICLES
        before = token.lower()
        if not first.isalnum():
            return False
        if first.isdigit() and token[-1] in ")）":
            capitals += 1  # "３番（細木茂君）": a seat by its number, and who has it
        elif first.isdigit():
            if len(tokens) == 1 or len(token) > 3:
                return False
        elif first.isupper() or _has_no_case(first):
            capitals += 1
        elif bound and token in PARTICLES:
            continue  # "Mevrouw Van der Venn"
        elif token in OFFICE_LINKS or token in OFFICE_COMPLEMENTS:
            links = True
        elif token.lower() not in _LOWER_CASE and not (len(token) == 1 and f"{token}." in bare):
            return False
    if links and not any(POST_STEM.search(token) for token in tokens):
        return False
    uncased = [token for token in tokens if _has_no_case(token[0])]
    if uncased and not any(_SPACED_UNCASED[0] <= token[0] <= _SPACED_UNCASED[1] for token in uncased):
        return capitals > 0 and sum(map(len, uncased)) <= 20
    return capitals > 0


def _has_no_case(letter: str) -> bool:
    """Whether a letter's script sets no capitals; Georgian ones stand in whole lines alone."""
    return letter.lower() == letter.upper() or "\u10d0" <= letter <= "\u10ff"


@lru_cache(8192)  # of the same few labels, again and again
def names_post(text: str) -> bool:
    """Return whether a text begins with the word for a post, an abbreviated word before it or none: "Parl. Staatssekretärin beim …"."""
    first, *rest = text.split()[:2] or [""]
    if _holds_sentence(text) or first.strip(".").lower() in HONORIFICS:
        return False
    return bool(POST_STEM.search(first) or (first.endswith(".") and rest and POST_STEM.search(rest[0])))
