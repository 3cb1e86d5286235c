"""Where words of a quotation stand in a stream: exact runs, and the blocks that an altered quotation leaves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress, pairwise
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
    words = frozenset(quoted)
    shared = list(compress(range(len(said)), map(words.__contains__, said)))
    matches = _pair_matches(quoted, breaks, said, shared) | _rare_matches(quoted, bits, said, shared)
    runs: list[Block] = []
    for diagonal, at in sorted((place - index, index) for index, place in matches):
        last = runs[-1] if runs else None
        if last and last.said - last.quoted == diagonal and at < last.quoted + last.length:
            continue
        start, end = _extended(quoted, breaks, said, at, diagonal)
        runs.append(Block(candidate, start, start + diagonal, end - start))
    runs.sort(key=lambda run: -sum(bits[run.quoted : run.quoted + run.length]))
    return sorted(runs[:most], key=lambda run: (run.quoted, run.said))


def covered_bits(blocks: Sequence[Block], bits: Sequence[float]) -> float:
    """Return the bits of all words of the quotation that some block holds: no chain of them can tell more."""
    held = {index for block in blocks for index in range(block.quoted, block.quoted + block.length)}
    return sum(bits[index] for index in held)


def _extended(
    quoted: Sequence[str], breaks: Collection[int], said: Sequence[str], at: int, diagonal: int
) -> tuple[int, int]:
    """Return the start and end in the quotation of the run of equal words around `at`, within its own marks."""
    start, end = at, at + 1
    while (
        start not in breaks
        and start > 0
        and start + diagonal > 0
        and quoted[start - 1] == said[start + diagonal - 1]
    ):
        start -= 1
    while (
        end < len(quoted)
        and end + diagonal < len(said)
        and end not in breaks
        and quoted[end] == said[end + diagonal]
    ):
        end += 1
    return start, end


def _pair_matches(
    quoted: Sequence[str], breaks: Collection[int], said: Sequence[str], shared: Sequence[int]
) -> set[tuple[int, int]]:
    """Return offsets (quoted, said) at which two words in a row are alike, the rarest pairs first, at most 20,000.

    `shared` are the offsets of words said that are quoted somewhere.
    """
    wanted: dict[tuple[str, str], list[int]] = {}
    for index in range(len(quoted) - 1):
        if index + 1 not in breaks:
            wanted.setdefault((quoted[index], quoted[index + 1]), []).append(index)
    places: dict[tuple[str, str], list[int]] = {}
    for place, following in pairwise(shared):
        if following == place + 1 and (pair := (said[place], said[following])) in wanted:
            places.setdefault(pair, []).append(place)
    matches: set[tuple[int, int]] = set()
    for pair in sorted(places, key=lambda pair: (len(places[pair]) * len(wanted[pair]), wanted[pair][0])):
        if len(matches) + len(places[pair]) * len(wanted[pair]) > _MOST_SEEDS:
            break
        matches.update((index, place) for index in wanted[pair] for place in places[pair])
    return matches


def _rare_matches(
    quoted: Sequence[str], bits: Sequence[float], said: Sequence[str], shared: Sequence[int]
) -> set[tuple[int, int]]:
    wanted: dict[str, list[int]] = {}
    for index, word in enumerate(quoted):
        if bits[index] >= _RARE_BITS:
            wanted.setdefault(word, []).append(index)
    places: dict[str, list[int]] = {}
    for place in shared if wanted else ():
        if (word := said[place]) in wanted:
            places.setdefault(word, []).append(place)
    return {
        (index, place)
        for word, found in places.items()
        if len(found) * len(wanted[word]) <= _RARE_PLACES
        for index in wanted[word]
        for place in found
    }
