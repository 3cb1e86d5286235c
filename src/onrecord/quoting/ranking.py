"""Which of the places of a quotation come first, and which are equally good."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from onrecord.quoting.candidate import Place

_RANKS = ("verbatim", "abridged", "altered", "reordered", "spliced")
# Of two places that are nearly as good the one that has the speaker and the day that are claimed is the likelier by so much.
_CLAIM_BITS = 5.0
# Evidence is compared to the fourth digit.
_ROUNDED = 0.001


def rank_places(places: Iterable[Place], disagreements: dict[int, int]) -> list[Place]:
    """Return the best places, equally good: those that agree with the claims first, then current, then earliest.

    What only a copy of the statement has comes behind what its source has or had.

    `disagreements` counts, by identity of the place, the claims that it contradicts. Of a statement's versions that
    hold the same words only the first so ordered is kept, and of the places in one turn the first.
    """
    everything = list(places)
    if not everything:
        return []
    likeliest = min(everything, key=lambda place: _evidence(place) - _as_claimed(place, disagreements))
    most = _evidence(likeliest)
    told = [place for place in everything if _evidence(place) == most]
    if len(told) == 1:
        return told
    best = min(map(_goodness, told))
    equals = [place for place in told if _goodness(place) == best]
    equals.sort(key=lambda place: (disagreements.get(id(place), 0), *_preference(place)))
    version_of: dict[str, int] = {}
    turns: dict[tuple[str, int], Place] = {}
    for place in equals:
        candidate = place.candidate
        if version_of.setdefault(candidate.statement.id, candidate.version) == candidate.version:
            turns.setdefault((candidate.statement.id, place.turn.n), place)
    return list(turns.values())


def found_places(places: Sequence[Place], is_found: Callable[[Place], bool], *, claimed: bool) -> list[Place]:
    """Return the places that are found, without those that `rank_places` would leave out for one of them: these are not asked.

    `claimed`: a speaker or day is claimed, which may put a place before one that tells more.
    """
    reach = _CLAIM_BITS + _ROUNDED if claimed else _ROUNDED
    least = -math.inf
    found: set[int] = set()
    for place in sorted(places, key=_evidence):
        bits = place.assessment.bits
        if bits < least:
            break
        if is_found(place):
            found.add(id(place))
            least = max(least, bits - reach)
    return [place for place in places if id(place) in found]


def _as_claimed(place: Place, disagreements: dict[int, int]) -> float:
    return 0.0 if disagreements.get(id(place), 1) else _CLAIM_BITS


def nearest_places(places: Iterable[Place], most: int) -> list[Place]:
    """Return the places with most evidence, at most so many; of each turn one. How equal ones differ is not looked at."""
    turns: dict[tuple[str, int], Place] = {}
    for _, equals in groupby(sorted(places, key=_evidence), key=_evidence):
        if len(turns) >= most:
            break
        some = list(equals)
        for place in sorted(some, key=_preference) if len(some) > 1 else some:
            turns.setdefault((place.candidate.statement.id, place.turn.n), place)
    return list(turns.values())[:most]


def _evidence(place: Place) -> float:
    """Return what places are ordered by first, the best having least; what tells equals apart takes longer to tell."""
    return -round(place.assessment.bits, 4)


def _goodness(place: Place) -> tuple[int, int, int]:
    assessment = place.assessment
    left_out = sum(len(omission.text) for omission in assessment.omitted)
    return _RANKS.index(assessment.wording), len(assessment.edits), left_out


def _preference(place: Place) -> tuple[bool, bool, str, str, int, int]:
    statement = place.candidate.statement
    date = statement.given_on or statement.posted_on or "9999"
    candidate = place.candidate
    return candidate.copied, not candidate.current, date, statement.id, candidate.version, place.main.said
