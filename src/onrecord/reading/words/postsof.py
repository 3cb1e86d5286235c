"""Whose name stands behind a post and what that is of: "President of Serbia Ivica Dacic", and "Presidente da República", which names nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.words.persons import Person, without_titles
from onrecord.reading.words.posts import HONORIFICS, OFFICE_COMPLEMENTS, PARTICLES
from onrecord.reading.words.postwords import is_office_word

_OF = frozenset(
    "of for to de du des da do das dos del della dello dei degli delle di van voor der für av w".split()
)
_OF_GLUED = re.compile(r"(?:d|dell|all|de\s?l)['’](?=\w)", re.IGNORECASE)  # "d'Italia", "dell’Interno"
LINKS = frozenset("of the and for to für de du des der la le von & и del".split())
LINKS_IN_POSTS = frozenset("and & et und e y i og och en".split())
_ARTICLES = frozenset("the der die das la le el il het".split())
_LONGEST_BEHIND = 4  # words of a name behind what a post is of


def binds_to_post(tokens: list[str], at: int) -> bool:
    """Return whether a word binds what follows to a post: "Presidente da República", and neither "Ministro Di Verna" nor "van der Verne"."""
    token, behind = tokens[at], tokens[at + 1 : at + 2]
    if _OF_GLUED.match(token):
        return True
    if at and tokens[at - 1].lower() in PARTICLES:
        return False  # "Präsidentin von der Verne"
    if token.lower() not in _OF or not (token.islower() or _in_capitals(tokens)):
        return False
    # "Minister van der Verne", "MINISTER VAN VERNE"
    named = bool(behind) and (behind[0].lower() in PARTICLES or (token == "VAN" and at + 2 == len(tokens)))
    return not (token.lower() == "van" and named)


def _in_capitals(tokens: list[str]) -> bool:
    """Whether all words are set in capitals, but for an article and forms of address: "El señor MINISTRO DE PUERTOS"."""
    bare = [
        one for one in tokens if one.lower() not in _ARTICLES and one.strip(".").lower() not in HONORIFICS
    ]
    return "".join(bare or tokens).isupper()


def behind_of(tokens: list[str]) -> Person | None:
    """Return the one named behind a post and what that is of: "President of Serbia Ivica Dacic"; "Presidente da República" names nobody."""
    last_of = max(n for n, token in enumerate(tokens) if binds_to_post(tokens, n) or token in LINKS_IN_POSTS)
    after = tokens[last_of + 1 :]
    if after and after[0].lower() in _ARTICLES:
        after = after[1:]
    titled = next(
        (
            n
            for n, one in enumerate(after)
            if one.strip(".").lower() in HONORIFICS and not _is_initial(after, n)
        ),
        None,
    )
    fields = next((n for n, token in enumerate(after) if not _is_field(token)), len(after))
    if titled:
        name = after[titled:]  # "of Skell Dr Ada Verne"
    elif fields and len(after) - fields <= _LONGEST_BEHIND:
        name = after[fields:]
    else:
        # "of Serbia Ivica Dacic" holds a place and a name, "of Great Britain" a place alone.
        name = after[_first_of_name(after) :] if len(after) >= 3 else []
    if _OF_GLUED.match(tokens[last_of]) and not fields and len(after) in (2, 3):
        name = after  # "Ministre de l'Intérieur Ada Verne"
    if not name or any(
        is_office_word(token) or not (token[0].isupper() or token.lower() in PARTICLES) for token in name
    ):
        return None
    office = " ".join(tokens[: -len(name)])
    return Person(" ".join(without_titles(name)), office)


def _first_of_name(words: Sequence[str]) -> int:
    """Where the name begins that ends some words: two of them, with an initial between and all particles ("Ursa von der Verne")."""
    at = len(words) - (3 if _is_initial(words, len(words) - 2) else 2)
    while at > 1 and words[at].lower() in PARTICLES:
        at -= 1
    return at


def _is_initial(words: Sequence[str], at: int) -> bool:
    """Whether a letter stands before the last of four words or more: "Staff George M. Harrow", where "M. Harrow" would be a form of address."""
    return at == len(words) - 2 >= 2 and len(words[at].strip(".")) == 1 and words[at][0].isupper()


def _is_field(token: str) -> bool:
    return token.lower() in OFFICE_COMPLEMENTS or is_office_word(token)
