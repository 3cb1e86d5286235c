"""A statement's own list of its topics, above its words, and the lines below that head each of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import ends_as_sentence

_LEAST, _MOST = 3, 200  # lines of a list
_LEAST_AGAIN = 0.5  # of the lines above the first that comes again
_LONGEST_TOPIC = 300
_MARK = re.compile(r"^(?:\(?\d{1,2}[.)]|[-–—•*·▪●○])\s+")


class Contents(NamedTuple):
    """Indices of blocks: the list's lines, and the lines further down that head what they announce."""

    listed: frozenset[int] = frozenset()
    heading: frozenset[int] = frozenset()


NONE = Contents()
"""What a statement has that opens with no list of topics."""


def find_contents(blocks: Sequence[Block], indices: Sequence[int], labelled: Collection[int]) -> Contents:
    """Return the list of topics with which a statement opens; empty where it opens with none.

    Learnt from the page alone: of the lines at its beginning that end as no sentence does three or more, and most of them,
    stand word for word further down, in the same order, with words between. As briefings of foreign ministries set it:
    "1. On the situation in …" above, "On the situation in …" over what is said.
    """
    topics = takewhile(lambda index: index not in labelled and _may_be_topic(blocks[index].text), indices)
    opening = list(islice(topics, _MOST))
    if len(opening) < _LEAST:
        return NONE
    below: dict[str, list[int]] = {}
    # A line that opens with another letter than each of the topics is none of them.
    letters = {_key(blocks[index].text)[:1] for index in opening}
    for index in indices:
        text = blocks[index].text
        if index < opening[1] or len(text) > _LONGEST_TOPIC:
            continue
        if not text[0].isalpha() or text[0].casefold()[:1] in letters:
            below.setdefault(_key(text), []).append(index)
    again: dict[int, int] = {}
    twins = set[int]()
    last = -1
    for index in opening:
        there = below.get(_key(blocks[index].text), [])
        at = bisect_right(there, max(index, last))
        if at < len(there) and index not in twins:
            again[index] = last = there[at]
            twins.add(last)
    return _of_pairs(again, opening)


def _of_pairs(again: dict[int, int], opening: Sequence[int]) -> Contents:
    if len(again) < _LEAST:
        return NONE
    heading = sorted(again.values())
    listed = [index for index in opening if min(again) <= index < heading[0]]
    apart = sum(other > one + 1 for one, other in pairwise(heading))
    if max(again) >= heading[0] or len(again) < _LEAST_AGAIN * len(listed) or 2 * apart < len(heading) - 1:
        return NONE
    return Contents(frozenset(listed), frozenset(heading))


def _may_be_topic(text: str) -> bool:
    return len(text) <= _LONGEST_TOPIC and not ends_as_sentence(text)


def _key(text: str) -> str:
    """A line without its number or dot in front and its stop behind, in one case."""
    bare = text if text[0].isalpha() else _MARK.sub("", text)
    return " ".join(bare.strip(" :;,.").casefold().split())
