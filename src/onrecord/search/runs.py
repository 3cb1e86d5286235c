"""Runs of a quotation that stand word for word somewhere: each piece between its marks, or its beginning and its end.

Of common words no seed tells where they stand, but four in a row do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from onrecord.search.covers import Cover
from onrecord.search.ground import Ground
from onrecord.search.votes import WIDTH, Asked

LEAST_RUN = 4
"""Of fewer words the index does not tell quickly where they stand; and they stand anywhere."""

_MOST_PLACES = 400
_MOST_OF_A_RUN = 3


def cover_runs(ground: Ground, asked: Asked) -> list[Cover]:
    """Return a few places of each run; those in one version come first.

    Without marks these are the longest beginning with what follows it, where that stands as well, and the longest end; either may hold
    all but a word.
    """
    words = len(asked.codes)
    marks = [0, *sorted(mark for mark in asked.breaks if 0 < mark < words), words]

    def standing(start: int, end: int) -> list[Cover]:
        return _standing(ground, asked, start, end)

    if len(marks) > 2:
        return _few([standing(*edges) for edges in pairwise(marks) if edges[1] - edges[0] >= LEAST_RUN])
    head = ground.longest(asked.keys, LEAST_RUN, words - 1, at_end=False)
    end = ground.longest(asked.keys, LEAST_RUN, words - 1, at_end=True)
    cut = max(0, min(head, words - LEAST_RUN))
    runs: list[list[Cover]] = []
    if cut >= LEAST_RUN and end >= words - cut:
        runs = [standing(0, cut), standing(cut, words)]
    if head and not (runs and head == cut):
        runs.append(standing(0, head))
    if end and not (runs and end == words - cut):
        runs.append(standing(words - end, words))
    return _few(runs)


def _standing(ground: Ground, asked: Asked, start: int, end: int) -> list[Cover]:
    """Return the first places at which the words [start, end) stand in a row within one version."""
    held = np.zeros(len(asked.codes), np.bool_)
    held[start:end] = True
    bits = float(asked.bits[start:end].sum())
    return [
        Cover(index, position - start - WIDTH // 2, version, held, bits)
        for index, version, position in ground.in_a_row(asked.keys.part(start, end), _MOST_PLACES)
    ]


def _few(runs: Sequence[list[Cover]]) -> list[Cover]:
    """Return a few places of each run, those in versions that hold another run as well before others."""
    versions = [{(cover.segment, cover.version) for cover in run} for run in runs]
    taken: list[Cover] = []
    for at, run in enumerate(runs):
        shared = set().union(*(each for other, each in enumerate(versions) if other != at))
        order = sorted(run, key=lambda cover: (cover.segment, cover.version) not in shared)
        taken += order[:_MOST_OF_A_RUN]
    return taken
