"""The entries of a page that is only a list without whole days: linked titles of statements one below the other, with their leads.

A day may stand at the beginning of a lead ("14 May 2031 ... We condemn"), or above the title without the year, which the page's
title has ("Messages of 2031").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urljoin

from onrecord.model import Notice
from onrecord.reading.frame.layout import Layout
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.notices import Entry
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.words.dates import find_dates, whole_date

_AROUND = frozenset(("nav", "aside", "footer", "header", "form"))
_SHORTEST_TITLE = 15
_LEAST = 3  # entries
_MOST_BETWEEN = 2  # blocks: a lead, and who published it
_NAMING = 0.6  # of the titles
_LONGEST_DAY = 40  # characters
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
# Between a day and the words of a lead
_APART = re.compile(r"\s*(?:\.{2,}|…|[–—|·:-])\s|\s*\n")


def with_undated(layout: Layout, blocks: Sequence[Block], base: str | None) -> Layout:
    """Return the layout of a page without dated entries, with undated ones as its entries; as it is where there are none.

    `base`: the page's address. A list beside a text, or of a site's sections, is none: most titles name a kind of statement.
    """
    entries = tuple(_entries(blocks, base or "", _year_of(layout))) if not layout.entries else ()
    if not entries:
        return layout
    taken = {index for entry in entries for index in entry.blocks}
    return layout._replace(
        entries=entries,
        body=_without(layout.body, taken),
        endings=_without(layout.endings, taken),
        before_title=_without(layout.before_title, taken),
        outside=_without(layout.outside, taken),
        ended_by={index: rule for index, rule in layout.ended_by.items() if index not in taken},
    )


def _without(indices: Sequence[int], taken: set[int]) -> tuple[int, ...]:
    return tuple(index for index in indices if index not in taken)


def _year_of(layout: Layout) -> str:
    """The only year that the page's title has; empty without one."""
    found = set(_YEAR.findall(layout.frame.title_text or ""))
    return found.pop() if len(found) == 1 else ""


def _entries(blocks: Sequence[Block], base: str, year: str) -> list[Entry]:
    """The entries of the longest run of titles that are set alike."""
    titles = [index for index, block in enumerate(blocks) if _may_be_title(block)]
    runs: list[list[int]] = []
    for index in titles:
        last = runs[-1][-1] if runs else None
        if last is not None and index - last <= _MOST_BETWEEN + 1 and _set_alike(blocks[last], blocks[index]):
            runs[-1].append(index)
        else:
            runs.append([index])
    # A list beside this one may have the same entries: each address is announced once.
    run = list(
        {blocks[index].links[0].target: index for index in reversed(max(runs, key=len, default=[]))}.values()
    )
    run.sort()
    named = sum(bool(kinds_of(blocks[index].text)) for index in run)
    if len(run) < _LEAST or named < _NAMING * len(run):
        return []
    usual = max(following - index for index, following in pairwise(run))
    days = [_day_above(blocks[index - 1], year) if index and year else None for index in run]
    if not all(days):
        days = [None] * len(run)
    firsts = [index - 1 if day else index for index, day in zip(run, days, strict=True)]
    ends = [*firsts[1:], min(run[-1] + usual - (run[-1] - firsts[-1]), len(blocks))]
    return [
        _entry(blocks, (index, first, end), day, base)
        for index, first, end, day in zip(run, firsts, ends, days, strict=True)
    ]


def _day_above(block: Block, year: str) -> str | None:
    """The day that a short line above a title is with a year: "Dec 19", in "Messages of 2031"."""
    if block.is_linked or len(block.text) > _LONGEST_DAY or _YEAR.search(block.text):
        return None
    found = whole_date(f"{block.text}, {year}")
    return found.iso if found and not found.ambiguous else None


def _may_be_title(block: Block) -> bool:
    return block.is_linked and len(block.text) >= _SHORTEST_TITLE and not _AROUND & block.places


def _set_alike(one: Block, other: Block) -> bool:
    return (one.tag, one.level, len(one.path)) == (other.tag, other.level, len(other.path))


def _opens_with_day(lead: str) -> str | None:
    """The day with which a lead begins, apart from its words: "14 May 2031 ... We condemn", as searches print it."""
    found = next((one for one in find_dates(lead[:_LONGEST_DAY]) if not one.span[0]), None)
    return found.iso if found and not found.ambiguous and _APART.match(lead, found.span[1]) else None


def _entry(blocks: Sequence[Block], at: tuple[int, int, int], day: str | None, base: str) -> Entry:
    """The entry of a title; `at`: the block of that, the entry's first, and the first behind it."""
    title, first, end = at
    leads = tuple(index for index in range(title + 1, end) if not blocks[index].is_linked)
    lead = "\n".join(blocks[index].text for index in leads) or None
    url = urljoin(base, blocks[title].links[0].target)
    notice = Notice("statement", day or _opens_with_day(lead or ""), blocks[title].text, lead, url)
    return Entry((*range(first, title + 1), *leads), notice, leads, "notice.undated_title")
