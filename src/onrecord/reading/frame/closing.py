"""The day behind the words: "Velsen, 1 July 2030", on one line or on two, or a day alone that is before the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.reading.page.blocks import Block, is_plain
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.placed import place_before

_LONGEST = 60  # characters
_PLACE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}")
_HEAD = 12  # blocks in which a page has its own day


def is_closing_day(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a line at the end of a body is the day of its words, and no day that the page itself bears.

    With a place it is, unless the page's own day is the same or before; alone only in a plain text whose head has a later day:
    what stands alone at the end of others may be of the site.
    """
    text = blocks[index].text
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return False
    own = list(_days_above(blocks, index))
    if found := whole_date(text):
        if found.ambiguous or (not is_plain(blocks) and blocks[index].gap != "line"):
            return False
        placed_above = is_closing_place(blocks, index - 1) and all(found.iso <= day for day in own)
        return placed_above or (is_plain(blocks) and bool(own) and found.iso < min(own))
    placed = (one for one in find_dates(text) if not one.ambiguous and place_before(text, one.span))
    return any(all(one.iso < day for day in own) for one in placed)


def is_closing_place(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a line of a plain text is a name in capitals, with a day alone right below it: a place and day on two lines."""
    if not 0 < index < len(blocks) - 1 or blocks[index + 1].gap != "line" or blocks[index].gap == "line":
        return False
    return bool(
        _PLACE.fullmatch(blocks[index].text)
        and whole_date(blocks[index + 1].text)
        and (is_plain(blocks) or blocks[index].path == blocks[index + 1].path)
    )


def _days_above(blocks: Sequence[Block], index: int) -> Iterator[str]:
    for block in blocks[: min(_HEAD, index)]:
        if found := whole_date(block.text):
            yield found.iso
