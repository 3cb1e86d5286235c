"""Where entries of lists open: a day and a title in one line, or a day and the linked title that stands nearest to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.reading.page.blocks import Block, may_hold_year
from onrecord.reading.parts.furniture import is_pager
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.dates import FoundDate, behind_clock, find_dates, whole_date
from onrecord.reading.words.printed import is_printed_mark
from onrecord.reading.words.sitelines import site_line
from onrecord.reading.words.weekdays import WEEKDAYS

# "16.05.2020 - Foreign Minister's interview with …": the mark between an entry's date and its title
_BEFORE_DATE = frozenset(("", *WEEKDAYS))
_MARK = re.compile(r"\s*(?:[-–—:|•·]\s*|\n\s*)")
_CLOCK = re.compile(r"\d[:.h時时點点시]\s?\d")
# An entry opens with a number, a weekday or a month before one.
# Nothing is tried again with a shorter word: behind that a letter would stand.
_OPENS = re.compile(r"\d|[^\W\d_]{3,12}+\.?,?\s++(?:[^\W\d_]{3,12}+\.?\s++)?+\d")
_IN_FIGURES = re.compile(r"\d{1,4}([-./]\s?)\d{1,2}\1\d{1,4}\.?")
_ISO_DAY = re.compile(r"\d{4}-[01]\d-[0-3]\d(?!\d)")
_STOP = re.compile(r"[.!?…]$")
_BESIDE = " |·•–—-:,/"  # marks between a day and a link to more
_FAR = 60
_LONGEST_TITLE = 500
_SHORTEST_TITLE = (15, 6)  # letters; in Chinese, Japanese and Korean
_MOST_BETWEEN = 4  # blocks from a title to its day
_LONGEST_TOOL = 40
_LEAST_AGAIN = 3
_TOOLS = frozenset(("share", "print", "download", "up", "media"))


class Opening(NamedTuple):
    """Where an entry opens: the first and last of its blocks of day and title, both as told, the address, and its shape.

    `timed`: a time of day stands beside the day. `closing` is the block of the day where it stands below the lead, `lead_from`
    where the lead begins in the block behind the title, which begins with the day.
    """

    first: int
    last: int
    dated: FoundDate
    title: str
    url: str | None
    shape: str
    timed: bool = False
    closing: int | None = None
    lead_from: int = 0


def links_to_more(blocks: Sequence[Block], indices: Sequence[int]) -> frozenset[str]:
    """Return the short texts by which links lead to several addresses, and which are no titles: "Read more", "Speeches"."""
    targets: dict[str, set[str]] = {}
    for index in indices:
        block = blocks[index]
        for link in block.links:
            start, end = link.span[0] - block.span[0], link.span[1] - block.span[0]
            if end - start <= _LONGEST_TOOL:
                targets.setdefault(block.text[start:end], set()).add(link.target)
    return frozenset(text for text, leads in targets.items() if len(leads) >= _LEAST_AGAIN)


def without_more(block: Block, more: Collection[str]) -> str:
    """Return the text of a block without a link to more that ends it."""
    if more and block.links:
        start, end = (at - block.span[0] for at in block.links[-1].span)
        if end == len(block.text) and block.text[start:] in more:
            return block.text[:start].rstrip(_BESIDE)
    return block.text


def find_openings(
    blocks: Sequence[Block], indices: Sequence[int], more: Collection[str], years: Collection[int]
) -> list[Opening]:
    """Return where entries of lists may open among the blocks given, in order; `more`: what `links_to_more` returns, `years`: `may_be_dated`."""
    openings: list[Opening] = []
    position, last = 0, len(indices)
    title: int | None = None  # the place among the indices of the last title that has no day yet
    while position < last:
        index = indices[position]
        block = blocks[index]
        # Most blocks hold no year: they are no day.
        dated = index in years or block.time
        opening = _opening_at(blocks, indices, position, title, more) if dated else None
        if opening is None:
            if block.links and _is_title(block, more, short=True):
                title = position
            position += 1
            continue
        openings.append(opening)
        title = None
        ends = max(opening.last, index)
        while position < last and indices[position] <= ends:
            position += 1
    return openings


def opens_in_line(block: Block, index: int) -> bool:
    """Return whether a block is a date and a title in one line, as entries of lists are."""
    return may_hold_year(block.text) and _in_one_line(block, index, ()) is not None


def shared_path(one: Block, other: Block) -> tuple[int, ...]:
    """Return the elements that both blocks stand in, outermost first."""
    shared = 0
    for a, b in zip(one.path, other.path, strict=False):
        if a != b:
            break
        shared += 1
    return one.path[:shared]


def _opening_at(
    blocks: Sequence[Block], indices: Sequence[int], position: int, above: int | None, more: Collection[str]
) -> Opening | None:
    index = indices[position]
    block = blocks[index]
    if any(link.beside for link in block.links):
        return None  # the page before or behind, with its day
    if above is not None and position - above > _MOST_BETWEEN:
        above = None
    if line := _in_one_line(block, index, more):
        return _below_its_title(blocks, indices[position - 1], line) if above == position - 1 else line
    if line := _link_then_date(block, index, more):
        return line
    alone = _alone(block, without_more(block, more))
    found = alone or _day_beside(block)
    if not found or not block.path:
        return None
    below = _title_below(blocks, indices, position, more)
    if below is not None and not alone and not blocks[indices[below]].level:
        below = None
    if above is not None and not _is_day_of(blocks, indices, above, position, more, alone=alone is not None):
        above = None
    if above is not None and below is not None:
        nearer = _nearness(blocks, indices, below, position) - _nearness(blocks, indices, above, position)
        above, below = (None, below) if nearer > 0 or (not nearer and position - above > 1) else (above, None)
    if below is not None:
        return _with_title_below(blocks, indices, position, below, found)
    return None if above is None else _with_title_above(blocks[indices[above]], indices[above], index, found)


def _nearness(blocks: Sequence[Block], indices: Sequence[int], title: int, day: int) -> int:
    return len(shared_path(blocks[indices[title]], blocks[indices[day]]))


def _title_below(
    blocks: Sequence[Block], indices: Sequence[int], position: int, more: Collection[str]
) -> int | None:
    """The place of the title that a day may stand above, right below it or behind what the entry tells else: its kind."""
    day = blocks[indices[position]]
    for place in range(position + 1, min(position + _MOST_BETWEEN, len(indices))):
        block = blocks[indices[place]]
        if _is_title(block, more, short=place == position + 1):
            if not _near(day, block):
                return None
            return place if place == position + 1 or _in_one_row(blocks, indices, position, place) else None
        if len(block.text) > _FAR or block.level or block.time or may_hold_year(block.text):
            return None
    return None


def _in_one_row(blocks: Sequence[Block], indices: Sequence[int], position: int, place: int) -> bool:
    """Whether a day and a title some blocks below stand in an element of their own, apart from what is above the day."""
    shared = len(shared_path(blocks[indices[position]], blocks[indices[place]]))
    above = blocks[indices[position - 1]] if position else None
    return above is None or len(shared_path(above, blocks[indices[place]])) < shared


def _is_day_of(
    blocks: Sequence[Block],
    indices: Sequence[int],
    above: int,
    position: int,
    more: Collection[str],
    *,
    alone: bool,
) -> bool:
    """Whether a day may be that of a title above it: near, and no heading of what stands below."""
    title, day = blocks[indices[above]], blocks[indices[position]]
    if (day.level and not title.level) or not (alone or title.level) or not _near(title, day):
        return False
    if position - above > 1:  # a lead between them: then the element that holds both ends with the day
        behind = blocks[indices[position + 1]] if position + 1 < len(indices) else None
        return (
            alone
            and _is_title(title, more)
            and (
                behind is None or len(shared_path(day, behind)) < _nearness(blocks, indices, above, position)
            )
        )
    return not parse_byline(title.text)  # whose words stand below, and when they were put out


def _with_title_below(
    blocks: Sequence[Block], indices: Sequence[int], position: int, below: int, found: FoundDate
) -> Opening:
    title = blocks[indices[below]]
    shape = "date, title" if below == position + 1 else "date, kind, title"
    return Opening(indices[position], indices[below], found, title.text, title.links[0].target, shape)


def _with_title_above(title: Block, above: int, index: int, found: FoundDate) -> Opening:
    target = title.links[0].target
    if index == above + 1:
        return Opening(above, index, found, title.text, target, "title, date")
    return Opening(above, above, found, title.text, target, "title, lead, date", closing=index)


def _is_title(block: Block, more: Collection[str], *, short: bool = False) -> bool:
    """Whether a block may be an entry's title: all of it a link, and none to a tool, another page of the list or more."""
    return (
        block.is_linked
        and bool(block.links)
        and not block.links[0].beside
        and (short or block.level > 0 or len(block.text) >= _SHORTEST_TITLE[block.text[0] >= "\u2e80"])
        and len(block.text) <= _LONGEST_TITLE
        and block.text not in more
        and not is_pager(block.text)
        and not (len(block.text) <= _LONGEST_TOOL and site_line(block.text) in _TOOLS)
    )


def _below_its_title(blocks: Sequence[Block], above: int, line: Opening) -> Opening:
    """A line that begins with a day, as the lead of the linked heading right above it: "14 May 2031 | The lock is …"."""
    title, block = blocks[above], blocks[line.first]
    if line.url or not title.level or not _near(title, block) or not line.title:
        return line
    start = block.text.index(line.title, line.dated.span[1])
    return Opening(
        above,
        above,
        line.dated,
        title.text,
        title.links[0].target,
        "title, day and lead",
        lead_from=start,
    )


def _in_one_line(block: Block, index: int, more: Collection[str]) -> Opening | None:
    text = without_more(block, more)
    if not _OPENS.match(text, 0, _FAR) or whole_date(text):
        return None
    linked = block.links[0].span[0] - block.span[0] if block.links else None
    if linked is not None and linked >= len(text):
        linked = None
    line = _told_in_line(text, linked)
    if line is None:
        return None
    dated, title, timed = line
    url = block.links[0].target if linked is not None else None
    return Opening(index, index, dated, title, url, "line", timed)


@lru_cache(4096)  # a site's latest messages stand on all its pages
def _told_in_line(text: str, linked: int | None) -> tuple[FoundDate, str, bool] | None:
    """Day and title in a line, and whether a time of day stands between them; `linked`: where its first link begins."""
    if linked is not None and 0 < linked <= _FAR and (day := whole_date(text[:linked])):
        title = text[linked:].strip()
        timed = _CLOCK.search(text, day.span[1], linked) is not None
        return (day, title, timed) if len(title) <= _LONGEST_TITLE and not is_printed_mark(title) else None
    head = text[:_FAR]
    found = [one for one in find_dates(head) if head[: one.span[0]].strip(" ,.").lower() in _BEFORE_DATE]
    if not found:
        return None
    end = behind_clock(text, found[0].span[1])
    mark = _MARK.match(text, end)
    rest = text[mark.end() if mark else end :]
    title = rest.strip()
    leads = linked is not None and linked <= len(text) - len(rest.lstrip()) + 1
    if not (mark and mark.group().strip()) and not leads:
        return None
    if not title or len(title) > _LONGEST_TITLE or not any(map(str.isalpha, title)):
        return None
    if is_printed_mark(title):
        return None  # "16 Jan 2031 : Column 13": where a printed page begins
    return found[0], title, _CLOCK.search(text, found[0].span[1], end) is not None


def _link_then_date(block: Block, index: int, more: Collection[str]) -> Opening | None:
    """A linked title with the date behind it in one block: "<a>Statement on …</a> <time>24 June 2025</time>"."""
    if not block.links or block.links[0].span[0] != block.span[0]:
        return None
    end = block.links[0].span[1] - block.span[0]
    title = block.text[:end].strip()
    found = whole_date(block.text[end:]) if len(block.text) - end <= _FAR and title not in more else None
    return Opening(index, index, found, title, block.links[0].target, "link, date") if found else None


def _alone(block: Block, text: str) -> FoundDate | None:
    """The day that is all of a block; its time element tells one in figures that could be two: "05/01/31"."""
    if len(text) > _FAR:
        return None
    found = whole_date(text)
    if block.time and (found is None or found.ambiguous) and _IN_FIGURES.fullmatch(text):
        told = _ISO_DAY.match(block.time)
        return FoundDate(told.group(), (0, len(text))) if told else found
    return found


def _day_beside(block: Block) -> FoundDate | None:
    """The only date of a short line beside a heading: "14/01/2031 Speech Ministry of Locks", "Speech | 14 January 2031"."""
    if len(block.text) > 2 * _FAR or block.level or not may_hold_year(block.text):
        return None
    found = find_dates(block.text)
    first = found[0] if found else None
    if first and first.span[1] < len(block.text) - 1 and _STOP.search(block.text):
        return None
    behind = len(found) == 1 and first is not None and len(block.text) <= _FAR and not block.is_linked
    return first if first and (first.span[0] == 0 or behind) else None


def _near(one: Block, other: Block) -> bool:
    """Date and title of an entry share their innermost list element, or all but the last two elements around them."""
    shared = sum(1 for a, b in zip(one.path, other.path, strict=False) if a == b)
    return shared >= max(len(one.path), len(other.path)) - 3
