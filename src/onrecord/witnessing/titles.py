"""Whether two titles, as the words of match form, may be the same one: shortened by a list, or edited."""

from __future__ import annotations

from collections import Counter

_SHARED = 0.5
_SPELLINGS = 0.6
_ALIKE = 60
_OWN_WORDS = 3


def is_cut_of(notice: str, title: str) -> bool:
    """Return whether one is the beginning of the other, or most of the words of the shorter are in both: lists shorten titles.

    They do not put another word in the place of one.
    """
    ours, theirs = notice.split(), title.split()
    if Counter(ours) == Counter(theirs):
        return True
    if len(ours) == len(theirs) and any(map(_is_another, ours, theirs)):
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


def _is_another(one: str, other: str) -> bool:
    """Whether two words are not one in two spellings or cases."""
    from rapidfuzz.distance import Indel  # an archive is opened without it

    return Indel.normalized_similarity(one, other) < _SPELLINGS
