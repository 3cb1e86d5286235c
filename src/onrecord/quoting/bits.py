"""How much a found word tells, in bits: rare words tell places apart, common ones hardly do."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.quoting.rarity import Rarity
from onrecord.text import match_form

# The weight of the prior, in words of running text.
_PRIOR = 2_000
_FIRST_EDIT = 5.0
_FURTHER_EDIT = 2.0


def word_bits(words: Sequence[str], streams: Iterable[Sequence[str]]) -> tuple[float, ...]:
    """Return the bits each of `words` tells, from its share of the streams smoothed by a prior.

    The prior supposes that longer words are rarer, which holds in every language written with spaces; it keeps a
    record of a few statements from thinking each of its words rare.
    """
    wanted = set(words)
    counts: Counter[str] = Counter()
    total = 0
    for stream in streams:
        total += len(stream)
        counts.update(word for word in stream if word in wanted)
    return rarity_bits(words, Rarity(counts, total))


def rarity_bits(words: Sequence[str], rarity: Rarity) -> tuple[float, ...]:
    """Return the bits each of `words` tells, as `word_bits` does, from what is known of all that is searched."""
    wanted, counts, total = set(words), rarity.counts, rarity.words
    bits = {
        word: -math.log2((counts.get(word, 0) + _PRIOR * _prior(word)) / (total + _PRIOR)) for word in wanted
    }
    return tuple(bits[word] for word in words)


def edit_cost(words: int) -> float:
    """Return the bits that a run of changed, inserted or dropped words takes from the evidence."""
    return 0.0 if words <= 0 else _FIRST_EDIT + _FURTHER_EDIT * (words - 1)


def word_size(words: Sequence[str]) -> float:
    """Return how many words these are as readers count them: a character of an unspaced script is half a word."""
    if "".join(words).isascii():
        return float(len(words))
    return sum(0.5 if is_unspaced(word) else 1.0 for word in words)


def is_unspaced(word: str) -> bool:
    """Return whether the word is one character of a script written without spaces."""
    return ord(word[0]) >= 0x0E00 and len(match_form(word + word[0]).words) > 1


@lru_cache(65_536)
def _prior(word: str) -> float:
    if is_unspaced(word):
        return 2.0**-8
    return float(2.0 ** -(3.5 + 1.2 * min(len(word), 8)))
