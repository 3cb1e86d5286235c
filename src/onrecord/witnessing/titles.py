"""Whether two titles, as the words of match form, may be the same one: shortened by a list, or edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_SHARED = 0.5
_SPELLINGS = 0.6
_OTHER_BEGINNINGS = 0.8
"""“Elena”, “Helena”; “الوزير”, “والوزير”."""
_ALIKE = 60
_OWN_WORDS = 3
_MOST_REPLACED = 2


def is_cut_of(notice: str, title: str) -> bool:
    """Return whether one is the beginning of the other, or most of the words of the shorter are in both: lists shorten titles.

    They do not put another word in the place of one.
    """
    ours, theirs = notice.split(), title.split()
    if Counter(ours) == Counter(theirs):
        return True
    if _has_another_word(ours, theirs):
        return False
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return shared >= _SHARED * min(len(ours), len(theirs))


def is_edit_of(one: str, other: str) -> bool:
    """Return whether one title may be an edit of the other: what "Statement by Minister Verne on …" goes on with must not be all else."""
    words, others = set(one.split()), set(other.split())
    if min(len(words - others), len(others - words)) >= _OWN_WORDS:
        return False
    from rapidfuzz import fuzz  # an archive is opened without it

    return fuzz.token_set_ratio(one, other) >= _ALIKE


def _has_another_word(ours: list[str], theirs: list[str]) -> bool:
    """Whether one title has another word in the place of one, an article with it or not: "à l’ouverture du port", "à la fermeture du port"."""
    if len(ours) == len(theirs):
        return any(map(_is_another, ours, theirs))
    first = _shared(ours, theirs)
    last = _shared(ours[first:][::-1], theirs[first:][::-1])
    middles = ours[first : len(ours) - last], theirs[first : len(theirs) - last]
    if not (first and last and all(0 < len(each) <= _MOST_REPLACED for each in middles)):
        return False
    one, other = (each[-1].rpartition("'")[2] for each in middles)
    return _is_another(one, other)


def _shared(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """With how many words both begin."""
    return next(
        (n for n, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
        min(len(ours), len(theirs)),
    )


def _is_another(one: str, other: str) -> bool:
    """Whether two words are not one in two spellings or cases: those of other beginnings must be nearly the same.

    "открытии" and "закрытии", "ouverture" and "fermeture" have more letters in common than many a word has with its cases.
    """
    from rapidfuzz.distance import Indel  # an archive is opened without it

    least = _SPELLINGS if one[:1] == other[:1] else _OTHER_BEGINNINGS
    return Indel.normalized_similarity(one, other) < least
