"""The regions of a page: each of its non-blank characters in exactly one named stretch."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from operator import le

from onrecord.model import Region, Span, Unclassified

UNCLASSIFIED = "unclassified"

_PARTING = frozenset(("\n\n", "\n", " ", "\t"))
Claim = tuple[str, Span, str]
"""A stretch of the page's text, the name a rule gives it, and that rule."""


def tile(text: str, claims: Iterable[Claim]) -> list[Claim]:
    """Return stretches that cover the non-blank characters of the text once; earlier claims win, gaps are "unclassified"."""
    tiles: list[Claim] = []
    at = 0
    for claim in _without_overlap(claims):
        name, (start, end), rule = claim
        # Between blocks stands white space alone, nearly always, and none at their edges.
        if at < start and text[at:start] not in _PARTING and not text[at:start].isspace():
            tiles.extend(_gap(text, at, start))
        at = end
        if text[start].isspace():
            if trimmed := _trimmed(text, start, end):
                tiles.append((name, trimmed, rule))
        elif text[end - 1].isspace():
            # A label with its mark and the space behind that is most of what is trimmed.
            tiles.append((name, (start, start + len(text[start:end].rstrip())), rule))
        else:
            tiles.append(claim)
    tiles.extend(_gap(text, at, len(text)))
    return tiles


def unclassified(text: str, regions: Iterable[Region]) -> Unclassified:
    """Return how many non-blank characters the reader could not name, and where."""
    spans = tuple(region.span for region in regions if region.name == UNCLASSIFIED)
    return Unclassified(sum(len(word) for s, e in spans for word in text[s:e].split()), spans)


def _without_overlap(claims: Iterable[Claim]) -> list[Claim]:
    """Sorted stretches; where two claim the same characters, the one named first keeps them and the other is cut."""
    # Most of what is claimed twice is a whole block: then the first claim stands as it is.
    given = list(claims)
    first = {claim[1]: claim for claim in reversed(given)}
    ordered = sorted(first)
    starts, ends = zip(*ordered, strict=True) if ordered else ((), ())
    if all(map(le, ends, starts[1:])):
        return [first[span] for span in ordered if span[0] < span[1]]
    taken: list[tuple[int, int, str, str]] = []
    for name, (start, end), rule in (claim for claim in given if first[claim[1]] is claim):
        at = bisect_left(taken, (start, start, "", ""))
        if at and taken[at - 1][1] > start:
            start = taken[at - 1][1]
        free: list[tuple[int, int, str, str]] = []
        position = at
        while start < end:
            until = taken[position][0] if position < len(taken) else end
            if start < until:
                free.append((start, min(until, end), name, rule))
            if position == len(taken):
                break
            start = max(start, taken[position][1])
            position += 1
        for stretch in free:
            insort(taken, stretch)
    return [(name, (start, end), rule) for start, end, name, rule in taken]


def _gap(text: str, start: int, end: int) -> list[Claim]:
    trimmed = None if start >= end or text[start:end].isspace() else _trimmed(text, start, end)
    return [(UNCLASSIFIED, trimmed, UNCLASSIFIED)] if trimmed else []


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    lead = piece.index(stripped) if piece[0].isspace() else 0
    return start + lead, start + lead + len(stripped)
