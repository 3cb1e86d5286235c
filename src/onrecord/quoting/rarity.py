"""How rare words are in the record that is searched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Rarity(NamedTuple):
    """How often each word stands in all that is searched, and how many words that is.

    `slips`: words that stand nowhere there, and are a letter away from one that does.
    """

    counts: Mapping[str, int]
    words: int
    slips: frozenset[str] = frozenset()
