"""Lists without links, as in plain texts, whose days and titles no mark parts: "3 May 2031" above a title, below it, before or behind it on its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.furniture import clock_of, counters_in, leads_to_all
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.words.dates import FoundDate, behind_clock, find_dates, whole_date
from onrecord.reading.words.signposts import LISTS
from onrecord.reading.words.sitelines import site_line
from onrecord.reading.words.weekdays import WEEKDAYS

ABOVE, BEFORE, BELOW, BEHIND = "day above title", "day before title", "day below title", "day behind title"
_LEAST = 2
_LEAST_BELOW = 3  # a title with its day below stands above a statement's own words, too
_LEAST_ALIKE = 3
_LEAST_IN_HAN = 6  # letters of a title in a script without spaces
_LONGEST_DAY = 40
_MARKS = " ,;|–—-(/·、，"  # between a title and the day behind it
_LONGEST_TITLE = 300
_MOST_BETWEEN = 3  # blocks: a lead, and what leads on
_LONGER = 3  # times
_SAID = re.compile(r"[.!;:,：][\"'”’»)\]]*$")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)?")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\])\W*$")


class PlainEntry(NamedTuple):
    """An entry of a list in a plain text: its first and last block, its day, its title, and its shape."""

    first: int
    last: int
    dated: FoundDate
    title: str
    shape: str


_Opens = Callable[[Sequence[Block], int, int | None], PlainEntry | None]


def plain_lists(
    blocks: Sequence[Block], indices: Sequence[int], years: Collection[int]
) -> list[list[PlainEntry]]:
    """Return the lists of a plain text, two entries or more each, of which something besides their days tells that they are lists.

    A heading such as "Latest messages" above, "All messages" below, titles that name kinds, leads that are cut off, or one
    line below each of them ("Leggi di più", "Media releases"): a chronicle in somebody's words has none of these. The
    statement above a list may have the shape of its entries; it is none. `years`: the blocks that `may_be_dated`.
    """
    return (
        _runs(blocks, indices, years, _above_or_before, _LEAST)
        or _runs(blocks, indices, years, _day_below, _LEAST_BELOW)
        or _runs(blocks, indices, years, _day_behind, _LEAST_BELOW)
    )


def _runs(
    blocks: Sequence[Block], indices: Sequence[int], years: Collection[int], opens: _Opens, least: int
) -> list[list[PlainEntry]]:
    runs: list[list[PlainEntry]] = []
    for entry in _openings(blocks, indices, years, opens):
        last = runs[-1][-1] if runs else None
        if last and last.shape == entry.shape and _follows(blocks, last, entry):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    runs = [_without_own(blocks, indices, run) for run in runs]
    return [run for run in runs if len(run) >= least and _is_list(blocks, indices, run)]


def _openings(
    blocks: Sequence[Block], indices: Sequence[int], years: Collection[int], opens: _Opens
) -> Iterator[PlainEntry]:
    taken, below = -1, opens is _day_below
    for index, following in pairwise((*indices, None)):
        # Where the day stands is asked about alone: most blocks hold none.
        if (
            index is None
            or (following if below else index) not in years
            or index <= taken
            or blocks[index].links
        ):
            continue
        if entry := opens(blocks, index, following):
            taken = entry.last
            yield entry


def _above_or_before(blocks: Sequence[Block], index: int, following: int | None) -> PlainEntry | None:
    block = blocks[index]
    if not block.text[0].isalnum():
        return None
    return _day_above(blocks, index, following) or _day_before(block, index)


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
    behind = block.text[behind_clock(block.text, days[0].span[1]) :]
    title = behind.lstrip(_MARKS).rstrip()
    if behind == behind.lstrip() or not _may_be_title(title):
        return None
    return PlainEntry(index, index, days[0], title, BEFORE)


def _day_below(blocks: Sequence[Block], index: int, following: int | None) -> PlainEntry | None:
    if following is None or len(blocks[following].text) > _LONGEST_DAY:
        return None
    below, title = blocks[following].text, blocks[index].text
    if not _may_be_title(title):
        return None
    day = whole_date(below)
    if day is None or day.ambiguous:
        return None
    return PlainEntry(index, following, day, title, BELOW)


def _day_behind(blocks: Sequence[Block], index: int, following: int | None) -> PlainEntry | None:
    """A line that ends with a day: "Speech by Ada Verne, 14 May 2031"; `following` has no say."""
    text = blocks[index].text
    if len(text) > _LONGEST_TITLE:
        return None
    from_end = text.rfind(" ", 0, max(len(text) - _LONGEST_DAY, 0)) + 1
    days = find_dates(text[from_end:])
    if len(days) != 1 or days[0].ambiguous:
        return None
    at = from_end + days[0].span[0]
    title = text[:at].rstrip(_MARKS)
    if title.rpartition(" ")[2].lower() in WEEKDAYS:
        title = title.rpartition(" ")[0].rstrip(_MARKS)
    if whole_date(text[at:]) is None or not _may_be_title(title):
        return None
    return PlainEntry(index, index, days[0], title, BEHIND)


def _may_be_title(text: str) -> bool:
    """Whether a line could be a message's title: no sentence's end, no small letter at its beginning, two words or more, no clock."""
    return (
        0 < len(text) <= _LONGEST_TITLE
        and (" " in text or (text[0] >= "\u2e80" and len(text) >= _LEAST_IN_HAN))
        and not text[0].islower()
        and not text[0].isdigit()
        and not _SAID.search(text)
        and not LISTS.fullmatch(text)
        and not clock_of(text)
        and not counters_in(text)
    )


def _follows(blocks: Sequence[Block], one: PlainEntry, other: PlainEntry) -> bool:
    between = blocks[one.last + 1 : other.first]
    return len(between) <= _MOST_BETWEEN and not any(_opens_list(blocks, block.text) for block in between)


def _opens_list(blocks: Sequence[Block], text: str) -> bool:
    """Whether a line stands above a list: "Media releases" that stands again and again tells what each entry is."""
    return bool(LISTS.fullmatch(text)) and sum(block.text == text for block in blocks) < _LEAST_ALIKE


def _without_own(blocks: Sequence[Block], indices: Sequence[int], run: list[PlainEntry]) -> list[PlainEntry]:
    """A run without the statement that stands above a list as its entries stand: its words are whole, or much longer."""
    leads = _leads(blocks, indices, run)
    if len(run) < _LEAST or not leads[0]:
        return run
    whole = not _CUT_OFF.search(leads[0]) and all(_CUT_OFF.search(lead) for lead in leads[1:] if lead)
    longest = max(map(len, leads[1:]))
    own = (whole and any(leads[1:])) or len(leads[0]) > _LONGER * max(longest, _LONGEST_TITLE)
    return run[1:] if own else run


def _leads(blocks: Sequence[Block], indices: Sequence[int], run: Sequence[PlainEntry]) -> list[str]:
    """The words below each entry's title, up to the next entry, or the next block behind the last."""
    inside = frozenset(indices)
    alike = _line_below_each(blocks, run)
    ends = [one.first for one in run[1:]] + [min(run[-1].last + 2, len(blocks))]
    below = (
        [blocks[index].text for index in range(one.last + 1, end) if index in inside]
        for one, end in zip(run, ends, strict=True)
    )
    return [
        "\n".join(text for text in texts if _but_size(text) != alike and not leads_to_all(text))
        for texts in below
    ]


def _line_below_each(blocks: Sequence[Block], run: Sequence[PlainEntry]) -> str | None:
    """The line that ends each entry of a list, as "Leggi di più" does; None where they end otherwise."""
    lines = [blocks[other.first - 1].text for one, other in pairwise(run) if other.first - 1 > one.last]
    alike = {_but_size(line) for line in lines}
    return alike.pop() if len(lines) >= _least_alike(lines) and len(alike) == 1 else None


def _least_alike(lines: Sequence[str]) -> int:
    """How many lines tell that they end each entry: two are enough of what only a site says, as "Download (120 kB)"."""
    return _LEAST if lines and site_line(lines[0]) else _LEAST_ALIKE


def _but_size(line: str) -> str:
    return _FIGURES.sub("0", line)


def _is_list(blocks: Sequence[Block], indices: Sequence[int], run: Sequence[PlainEntry]) -> bool:
    leads = _leads(blocks, indices, run)
    cut = sum(bool(_CUT_OFF.search(lead)) for lead in leads)
    if blocks[run[0].first].path:
        return len(run) >= _LEAST_BELOW and 2 * cut >= len(
            run
        )  # elements would have links, or a statement below each
    above = [index for index in indices if index < run[0].first][-1:]
    below = blocks[run[-1].last + 1 : run[-1].last + 1 + _MOST_BETWEEN]
    if any(LISTS.fullmatch(blocks[index].text) for index in above):
        return True
    if any(leads_to_all(block.text) for block in below):
        return True
    if _line_below_each(blocks, run):
        return True
    named = sum(bool(kinds_of(one.title)) for one in run)
    # Two are the day of issue above a title, and the day of speaking above its place: "October 1, 2009 / Geneva, Switzerland"
    return 2 * cut >= len(run) or (len(run) >= _LEAST_BELOW and 2 * named >= len(run))
