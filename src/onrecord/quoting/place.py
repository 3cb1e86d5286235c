"""Where words of a quotation stand in a stream: exact runs, and the blocks that an altered quotation leaves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

_MOST_RUNS = 50
_MOST_SEEDS = 20_000
_RARE_BITS = 9.0
_RARE_PLACES = 25


class Block(NamedTuple):
    """A run of words that stand alike in quotation and record: `length` words from `quoted` and from `said`."""

    candidate: int
    quoted: int
    said: int
    length: int


def find_runs(needle: str, haystack: str) -> list[int]:
    """Return the word offsets at which the run of words stands; both texts are words between single spaces.

    At most 50 are returned.
    """
    found: list[int] = []
    at = haystack.find(needle)
    counted = words = 0
    while at >= 0 and len(found) < _MOST_RUNS:
        words += haystack.count(" ", counted, at)
        counted = at
        found.append(words)
        at = haystack.find(needle, at + 1)
    return found


def spaced(words: Sequence[str]) -> str:
    """Return the words as `find_runs` takes them."""
    return f" {' '.join(words)} "


def find_blocks(
    candidate: int,
    quoted: Sequence[str],
    bits: Sequence[float],
    breaks: Collection[int],
    said: Sequence[str],
    most: int,
) -> list[Block]:
    """Return the most telling runs of words that quotation and stream share, at most `most` of them.

    A run never reaches over one of the `breaks` (word offsets of the quotation's own marks).
    """
    matches = _pair_matches(quoted, bits, breaks, said) | _rare_matches(quoted, bits, said)
    runs: list[Block] = []
    for diagonal, at in sorted((place - index, index) for index, place in matches):
        last = runs[-1] if runs else None
        follows = last and last.said - last.quoted == diagonal and last.quoted + last.length == at
        if last and follows and at not in breaks:
            runs[-1] = last._replace(length=last.length + 1)
        else:
            runs.append(Block(candidate, at, at + diagonal, 1))
    runs.sort(key=lambda run: -sum(bits[run.quoted : run.quoted + run.length]))
    return sorted(runs[:most], key=lambda run: (run.quoted, run.said))


def covered_bits(blocks: Sequence[Block], bits: Sequence[float]) -> float:
    """Return the bits of all words of the quotation that some block holds: no chain of them can tell more."""
    held = {index for block in blocks for index in range(block.quoted, block.quoted + block.length)}
    return sum(bits[index] for index in held)


def _pair_matches(
    quoted: Sequence[str], bits: Sequence[float], breaks: Collection[int], said: Sequence[str]
) -> set[tuple[int, int]]:
    wanted: dict[tuple[str, str], list[int]] = {}
    for index in range(len(quoted) - 1):
        if index + 1 not in breaks:
            wanted.setdefault((quoted[index], quoted[index + 1]), []).append(index)
    places: dict[tuple[str, str], list[int]] = {}
    for place, pair in enumerate(pairwise(said)):
        if pair in wanted:
            places.setdefault(pair, []).append(place)
    matches: set[tuple[int, int]] = set()
    for pair in sorted(places, key=lambda pair: (len(places[pair]) * len(wanted[pair]), wanted[pair][0])):
        for index in wanted[pair]:
            for place in places[pair]:
                matches.add((index, place))
                matches.add((index + 1, place + 1))
        if len(matches) > _MOST_SEEDS:
            break
    return matches


def _rare_matches(quoted: Sequence[str], bits: Sequence[float], said: Sequence[str]) -> set[tuple[int, int]]:
    wanted: dict[str, list[int]] = {}
    for index, word in enumerate(quoted):
        if bits[index] >= _RARE_BITS:
            wanted.setdefault(word, []).append(index)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(said):
        if word in wanted:
            places.setdefault(word, []).append(place)
    return {
        (index, place)
        for word, found in places.items()
        if len(found) * len(wanted[word]) <= _RARE_PLACES
        for index in wanted[word]
        for place in found
    }
