"""Lists in plain texts whose days and titles no mark parts: "3 May 2031" above a title, or before it on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.reading.page.blocks import Block, may_hold_year
from onrecord.reading.parts.furniture import clock_of, counters_in, leads_to_all
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.words.dates import FoundDate, find_dates, whole_date
from onrecord.reading.words.signposts import LISTS

ABOVE, BEFORE = "day above title", "day before title"
_LEAST = 2
_LONGEST_DAY = 40
_LONGEST_TITLE = 300
_MOST_BETWEEN = 3  # blocks: a lead, and what leads on
_LONGER = 3  # times
_SAID = re.compile(r"[.!;:,：][\"'”’»)\]]*$")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\])\W*$")


class PlainEntry(NamedTuple):
    """An entry of a list in a plain text: its first and last block, its day, its title, and its shape."""

    first: int
    last: int
    dated: FoundDate
    title: str
    shape: str


def plain_lists(blocks: Sequence[Block], indices: Sequence[int]) -> list[list[PlainEntry]]:
    """Return the lists of a plain text, two entries or more each, of which something besides their days tells that they are lists.

    A heading such as "Latest messages" above, "All messages" below, titles that name kinds, or leads that are cut off: a
    chronicle in somebody's words has none of these. The statement above a list may have the shape of its entries; it is none.
    """
    runs: list[list[PlainEntry]] = []
    for entry in _openings(blocks, indices):
        last = runs[-1][-1] if runs else None
        if last and last.shape == entry.shape and _follows(blocks, last, entry):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    runs = [_without_own(blocks, indices, run) for run in runs]
    return [run for run in runs if len(run) >= _LEAST and _is_list(blocks, indices, run)]


def _openings(blocks: Sequence[Block], indices: Sequence[int]) -> Iterator[PlainEntry]:
    taken = -1
    for position, index in enumerate(indices):
        block = blocks[index]
        if index <= taken or block.path or not block.text[0].isalnum() or not may_hold_year(block.text):
            continue
        following = indices[position + 1] if position + 1 < len(indices) else None
        if entry := _day_above(blocks, index, following) or _day_before(block, index):
            taken = entry.last
            yield entry


def _day_above(blocks: Sequence[Block], index: int, following: int | None) -> PlainEntry | None:
    text = blocks[index].text
    if following is None or len(text) > _LONGEST_DAY or not _may_be_title(blocks[following].text):
        return None
    day = whole_date(text)
    if day is None or day.ambiguous or whole_date(blocks[following].text):
        return None
    return PlainEntry(index, following, day, blocks[following].text, ABOVE)


def _day_before(block: Block, index: int) -> PlainEntry | None:
    if not block.text[0].isdigit() or len(block.text) > _LONGEST_TITLE:
        return None
    days = find_dates(block.text[:_LONGEST_DAY])
    if not days or days[0].span[0] or days[0].ambiguous:
        return None
    behind = block.text[days[0].span[1] :]
    title = behind.strip()
    if behind == behind.lstrip() or not _may_be_title(title):
        return None
    return PlainEntry(index, index, days[0], title, BEFORE)


def _may_be_title(text: str) -> bool:
    """Whether a line could be a message's title: no sentence's end, no small letter at its beginning, two words or more, no clock."""
    return (
        len(text) <= _LONGEST_TITLE
        and " " in text
        and not text[0].islower()
        and not text[0].isdigit()
        and not _SAID.search(text)
        and not LISTS.fullmatch(text)
        and not clock_of(text)
        and not counters_in(text)
    )


def _follows(blocks: Sequence[Block], one: PlainEntry, other: PlainEntry) -> bool:
    between = blocks[one.last + 1 : other.first]
    return len(between) <= _MOST_BETWEEN and not any(LISTS.fullmatch(block.text) for block in between)


def _without_own(blocks: Sequence[Block], indices: Sequence[int], run: list[PlainEntry]) -> list[PlainEntry]:
    """A run without the statement that stands above a list as its entries stand: its words are whole, or much longer."""
    leads = [_lead(blocks, indices, run, n) for n in range(len(run))]
    if len(run) < _LEAST or not leads[0]:
        return run
    whole = not _CUT_OFF.search(leads[0]) and all(_CUT_OFF.search(lead) for lead in leads[1:] if lead)
    longest = max(map(len, leads[1:]))
    own = (whole and any(leads[1:])) or len(leads[0]) > _LONGER * max(longest, _LONGEST_TITLE)
    return run[1:] if own else run


def _lead(blocks: Sequence[Block], indices: Sequence[int], run: Sequence[PlainEntry], n: int) -> str:
    """The words below an entry's title, up to the next entry, or the next block behind the last."""
    end = run[n + 1].first if n + 1 < len(run) else run[n].last + 2
    inside = frozenset(indices)
    texts = (blocks[index].text for index in range(run[n].last + 1, min(end, len(blocks))) if index in inside)
    return "\n".join(text for text in texts if not leads_to_all(text))


def _is_list(blocks: Sequence[Block], indices: Sequence[int], run: Sequence[PlainEntry]) -> bool:
    above = [index for index in indices if index < run[0].first][-1:]
    below = blocks[run[-1].last + 1 : run[-1].last + 1 + _MOST_BETWEEN]
    if any(LISTS.fullmatch(blocks[index].text) for index in above):
        return True
    if any(leads_to_all(block.text) for block in below):
        return True
    leads = [_lead(blocks, indices, run, n) for n in range(len(run))]
    cut = sum(bool(_CUT_OFF.search(lead)) for lead in leads)
    named = sum(bool(kinds_of(one.title)) for one in run)
    return 2 * cut >= len(run) or 2 * named >= len(run)
