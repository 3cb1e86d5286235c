"""Lists that announce statements: entries of date, title and lead, in whatever markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from onrecord.model import Notice
from onrecord.reading.blocks import Block
from onrecord.reading.dates import FoundDate, find_dates, whole_date
from onrecord.reading.furniture import is_pager
from onrecord.reading.vocabulary import ALL_MESSAGES, KIND_PATTERNS

# "16.05.2020 - Foreign Minister's interview with …": the mark between an entry's date and its title
_MARK = re.compile(r"\s*(?:[-–—:|•·]\s*|\n\s*)")
_EVENT = re.compile(
    r"\b(?:concert|exhibition|ceremony|festival|reception|screening|opening hours|visa (?:centre|section)|holiday|"
    r"ausstellung|konzert|veranstaltung|exposition|exposición|концерт\w*|выставк\w*|фестивал\w*|展览|音乐会|معرض|"
    r"organi[sz]es|invites|will (?:take place|be held)|open day|closed on|workshop|competition)\b",
    re.IGNORECASE,
)
# An entry opens with a number, a weekday or a month before one.
_OPENS = re.compile(r"\d|[^\W\d_]{3,12}\.?,?\s+(?:[^\W\d_]{3,12}\.?\s+)?\d")
_LEAST = 2
_LONGEST_TITLE = 500


class Entry(NamedTuple):
    """An entry of a list: the indices of its blocks, its notice, and whether its title carries the date in one line."""

    blocks: tuple[int, ...]
    notice: Notice
    lead_blocks: tuple[int, ...]


class _Opening(NamedTuple):
    first: int
    last: int
    dated: FoundDate
    title: str
    url: str | None
    shape: str


def find_entries(blocks: Sequence[Block], indices: Sequence[int], base: str | None) -> list[Entry]:
    """Return the entries of the lists among the blocks given, in order; a lone dated line is no list."""
    openings = [opening for opening in _openings(blocks, indices) if not opening.dated.ambiguous]
    entries: list[Entry] = []
    for run in _runs(openings, blocks):
        if len(run) < _LEAST:
            continue
        edges = [opening.first for opening in run[1:]] + [_end(blocks, indices, run)]
        usual = _usual_leads(blocks, indices, run, edges)
        for opening, edge in zip(run, edges, strict=True):
            leads = _leads(blocks, indices, opening.last, edge)
            if opening is run[-1]:
                leads = leads[:usual]
            entries.append(_entry(blocks, opening, leads, base))
    return entries


def _openings(blocks: Sequence[Block], indices: Sequence[int]) -> list[_Opening]:
    openings: list[_Opening] = []
    position = 0
    while position < len(indices):
        index = indices[position]
        following = indices[position + 1] if position + 1 < len(indices) else None
        opening = _in_one_line(blocks[index], index) or (
            _date_then_title(blocks, index, following) if following is not None else None
        )
        if opening is None and following is not None:
            opening = _title_then_date(blocks, index, following)
        if opening:
            openings.append(opening)
            while position < len(indices) and indices[position] <= opening.last:
                position += 1
        else:
            position += 1
    return openings


def _in_one_line(block: Block, index: int) -> _Opening | None:
    head = block.text[:60]
    if not _OPENS.match(head):
        return None
    found = [one for one in find_dates(head) if one.span[0] == 0]
    if not found:
        return None
    mark = _MARK.match(block.text, found[0].span[1])
    if not mark or not mark.group().strip() and not block.links:
        return None
    title = block.text[mark.end() :].strip()
    if not title or len(title) > _LONGEST_TITLE or not any(map(str.isalpha, title)):
        return None
    return _Opening(index, index, found[0], title, block.links[0].target if block.links else None, "line")


def _date_then_title(blocks: Sequence[Block], index: int, following: int) -> _Opening | None:
    block, title = blocks[index], blocks[following]
    found = _alone(block)
    if not found or len(title.text) > _LONGEST_TITLE or not title.links or not title.is_linked or is_pager(title.text):
        return None
    if not block.path or not _near(block, title):
        return None
    return _Opening(index, following, found, title.text, title.links[0].target, "date, title")


def _title_then_date(blocks: Sequence[Block], index: int, following: int) -> _Opening | None:
    title, block = blocks[index], blocks[following]
    found = _alone(block)
    if not found or not title.links or not title.is_linked or len(title.text) > _LONGEST_TITLE or not _near(title, block):
        return None
    return _Opening(index, following, found, title.text, title.links[0].target, "title, date")


def _alone(block: Block) -> FoundDate | None:
    return whole_date(block.text) if len(block.text) <= 60 else None


def _near(one: Block, other: Block) -> bool:
    """Date and title of an entry share their innermost list element, or all but the last two elements around them."""
    shared = sum(1 for a, b in zip(one.path, other.path, strict=False) if a == b)
    return shared >= max(len(one.path), len(other.path)) - 3


def _runs(openings: list[_Opening], blocks: Sequence[Block]) -> list[list[_Opening]]:
    runs: list[list[_Opening]] = []
    for opening in openings:
        last = runs[-1][-1] if runs else None
        if last and last.shape == opening.shape and _same_list(blocks[last.first], blocks[opening.first]):
            runs[-1].append(opening)
        else:
            runs.append([opening])
    return runs


def _same_list(one: Block, other: Block) -> bool:
    depth = max(len(one.path), len(other.path))
    shared = sum(1 for a, b in zip(one.path, other.path, strict=False) if a == b)
    return depth - shared <= 4 and bool(one.places & {"aside", "nav", "footer"}) == bool(other.places & {"aside", "nav", "footer"})


def _end(blocks: Sequence[Block], indices: Sequence[int], run: list[_Opening]) -> int:
    """Where the last entry's lead ends: at the list's own element, where it has one."""
    last = run[-1]
    if not blocks[last.first].path:
        return indices[-1] + 1
    first = run[0]
    shared = [a for a, b in zip(blocks[first.first].path, blocks[last.first].path, strict=False) if a == b]
    entry_depth = len(shared) + 1
    own = blocks[last.first].path[:entry_depth]
    for index in indices:
        if index > last.last and blocks[index].path[: len(own)] != own:
            return index if len(blocks[last.first].path) > len(shared) else min(index, last.last + 2)
    return indices[-1] + 1


def _leads(blocks: Sequence[Block], indices: Sequence[int], after: int, before: int) -> list[int]:
    leads = []
    for index in indices:
        if after < index < before:
            text = blocks[index].text
            if ALL_MESSAGES.fullmatch(text) or is_pager(text) or blocks[index].level:
                break
            leads.append(index)
    return leads


def _usual_leads(blocks: Sequence[Block], indices: Sequence[int], run: list[_Opening], edges: list[int]) -> int:
    counts = sorted(len(_leads(blocks, indices, opening.last, edge)) for opening, edge in zip(run[:-1], edges, strict=False))
    return counts[-1] if counts else 1


def _entry(blocks: Sequence[Block], opening: _Opening, leads: list[int], base: str | None) -> Entry:
    lead = "\n".join(blocks[index].text for index in leads) or None
    kind_told = any(pattern.search(opening.title) for pattern, _, _ in KIND_PATTERNS)
    is_event = not kind_told and bool(_EVENT.search(opening.title) or _EVENT.search(lead or ""))
    url = urljoin(base or "", opening.url) if opening.url else None
    notice = Notice("event" if is_event else "statement", opening.dated.iso, opening.title, lead, url)
    return Entry((*range(opening.first, opening.last + 1), *leads), notice, tuple(leads))
