"""Names that a title prints in another case than the labels: "Wywiad minister Ady Verne", and "Ada Verne:" below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import Speaker
from onrecord.reading.turns.speakers import Cast

# Languages in which names have cases
_WITH_CASES = frozenset("pl cs sk uk ru be sr hr bs sl mk lt lv et fi hu el hy ka kk az".split())
_LEAST_STEM, _LONGEST_ENDING = 2, 3  # letters
_LEAST_WORDS = 2


def in_the_nominative(cast: Cast, language: str | None) -> Cast:
    """Return the cast, those whom a title names and no label does by the label whose whole name is theirs in another case.

    The same in languages whose names have no cases: "Ann Harrow" is not "Anna Harrow".
    """
    if language is None or language.split("-", 1)[0] not in _WITH_CASES:
        return cast
    meant = _meant(cast.titled, cast.speakers)
    if not meant:
        return cast
    told = {other: Speaker(other.name, other.office or one.office) for one, other in meant.items()}
    return cast._replace(
        titled=tuple(told[meant[one]] if one in meant else one for one in cast.titled),
        speakers={key: told.get(one, one) if one else None for key, one in cast.speakers.items()},
    )


def _meant(titled: Sequence[Speaker], labelled: Mapping[str, Speaker | None]) -> dict[Speaker, Speaker]:
    named = list(dict.fromkeys(one for one in labelled.values() if one))
    others = [one for one in named if one not in titled]
    found: dict[Speaker, Speaker] = {}
    for one in titled:
        fitting = [other for other in others if are_cases(one.name, other.name)]
        if one not in named and len(fitting) == 1:
            found[one] = fitting[0]
    return found


def are_cases(one: str, other: str) -> bool:
    """Return whether two whole names are one name in two cases: as many words, each the other's or with another ending."""
    words, others = one.lower().split(), other.lower().split()
    return (
        len(words) == len(others) >= _LEAST_WORDS
        and words != others
        and all(_is_form(a, b) for a, b in zip(words, others, strict=True))
    )


def _is_form(one: str, other: str) -> bool:
    apart = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    stem = next(apart, min(len(one), len(other)))
    longest = max(len(one), len(other)) - stem
    return one == other or (stem >= _LEAST_STEM and longest <= min(stem, _LONGEST_ENDING))
