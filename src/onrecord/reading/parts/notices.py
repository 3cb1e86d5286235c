"""Lists that announce statements: entries of date, title and lead, in whatever markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urljoin

from onrecord.model import Notice
from onrecord.reading.page.blocks import Block, may_hold_year
from onrecord.reading.parts.furniture import is_pager, leads_to_all
from onrecord.reading.parts.plainlists import ABOVE, BEFORE, BELOW, plain_lists
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.rules import Guide
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.dates import FoundDate, find_dates, whole_date
from onrecord.reading.words.printed import is_printed_mark
from onrecord.reading.words.sitelines import site_line
from onrecord.reading.words.weekdays import WEEKDAYS

# "16.05.2020 - Foreign Minister's interview with …": the mark between an entry's date and its title
_BEFORE_DATE = frozenset(("", *WEEKDAYS))
_MARK = re.compile(r"\s*(?:[-–—:|•·]\s*|\n\s*)")
_TIME = re.compile(r",?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?=\s)", re.IGNORECASE)
# An entry opens with a number, a weekday or a month before one.
# Nothing is tried again with a shorter word: behind that a letter would stand.
_OPENS = re.compile(r"\d|[^\W\d_]{3,12}+\.?,?\s++(?:[^\W\d_]{3,12}+\.?\s++)?+\d")
_LEAST = 2
_AROUND = frozenset(("nav", "header", "footer", "aside"))
_LONGEST_TITLE = 500
_LEAST_WORDS = 30
_LONGER = 2  # times
_LONGEST_TOOL = 30
_TOOLS = frozenset(("share", "print", "download", "up", "media"))
# What ends a lead that is cut off: "…", "[…]", "Read more"
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[…\]|»|→)\W*$|\b(?:read|continue|full text|weiter|lire|leer|читать|more)\b.{0,20}$",
    re.IGNORECASE,
)
_ENTRIES = frozenset({"li", "article"})
"""Elements of which each holds one entry."""
_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})/\d{2,4}\b")
_BY_LIST = "day-month order: the list's other dates"
_STOP = re.compile(r"[.!?…]$")
_FAR = 60
_LEAST_ALIKE = 3
_IN_FIGURES = re.compile(r"\d{1,4}([-./]\s?)\d{1,2}\1\d{1,4}\.?")
_ISO_DAY = re.compile(r"\d{4}-[01]\d-[0-3]\d(?!\d)")


# What joining leaves as it is, wherever it stands: most links of lists are such
_WHOLE = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9/_.~%-]*)?")


class Entry(NamedTuple):
    """An entry of a list: the indices of its blocks, its notice, which of them are its lead, and the rule by its shape."""

    blocks: tuple[int, ...]
    notice: Notice
    lead_blocks: tuple[int, ...]
    rule: str


_RULES = {
    "line": "notice.date_and_title_in_line",
    ABOVE: "notice.day_above_title",
    BEFORE: "notice.day_before_title",
    BELOW: "notice.day_below_title",
    "link, date": "notice.link_then_date",
    "date, title": "notice.date_then_title",
    "title, date": "notice.title_then_date",
}


class _Opening(NamedTuple):
    first: int
    last: int
    dated: FoundDate
    title: str
    url: str | None
    shape: str
    timed: bool = False


def find_entries(
    blocks: Sequence[Block],
    indices: Sequence[int],
    base: str | None,
    guide: Guide,
    *,
    is_list: bool = False,
) -> list[Entry]:
    """Return the entries of the lists among the blocks given, in order; a lone dated line is no list.

    `is_list`: the page says that it is one. Then it may hold one entry alone, whose title leads somewhere.
    """
    found = (one._replace(dated=guide.settle(one.dated)) for one in _openings(blocks, indices))
    openings = [opening for opening in _settled(list(found), blocks) if not opening.dated.ambiguous]
    entries: list[Entry] = []
    runs = _runs(openings, blocks)
    lists = [run for run in runs if len(run) >= _LEAST]
    taken = {one.first for run in lists for one in run}
    for plain in plain_lists(blocks, indices):
        if taken.isdisjoint(range(plain[0].first, plain[-1].last + 1)):
            lists.append([_Opening(*one[:4], None, one.shape) for one in plain])
    if is_list and not lists:
        lists = [run for run in runs if run[0].url and not blocks[run[0].last].places & _AROUND]
    for run in (_with_footers(_without_own(run, blocks, indices), blocks) for run in lists):
        if len(run) < _LEAST and not is_list:
            continue
        edges = [opening.first for opening in run[1:]] + [_end(blocks, indices, run)]
        usual = _usual_leads(blocks, indices, run, edges)
        leads = [
            _leads(blocks, indices, opening.last, edge) for opening, edge in zip(run, edges, strict=True)
        ]
        leads[-1] = leads[-1][:usual]
        if not _are_posts(blocks, run, leads):
            alike = _line_below_each(blocks, leads)
            entries.extend(_entry(blocks, *one, base, alike) for one in zip(run, leads, strict=True))
    return entries


def _without_own(run: list[_Opening], blocks: Sequence[Block], indices: Sequence[int]) -> list[_Opening]:
    """The entries without what stands at the page's own title as they do: a day, a link to print, and paragraphs below it."""
    first = run[0].first
    if len(run) < _LEAST or not first or not blocks[first - 1].level:
        return run
    leads = [_leads(blocks, indices, one.last, other.first) for one, other in pairwise(run)]
    said = sum(ends_as_sentence(blocks[index].text) for index in leads[0])
    return (
        run[1:] if said >= _LEAST and len(leads[0]) > _LONGER * max(map(len, leads[1:]), default=0) else run
    )


def _with_footers(run: Sequence[_Opening], blocks: Sequence[Block]) -> list[_Opening]:
    """The entries with what a `<footer>` of their own says of them right below their titles, which is no lead: kind, section, publisher."""
    return [one._replace(last=_end_of_footer(one, blocks)) for one in run]


def _end_of_footer(opening: _Opening, blocks: Sequence[Block]) -> int:
    first, last = blocks[opening.first], opening.last
    if not first.places & _ENTRIES:
        return last
    around = first.path[:-1]
    for block in blocks[last + 1 :]:
        if "footer" not in block.places - first.places or block.path[: len(around)] != around:
            break
        last += 1
    return last


def _settled(openings: list[_Opening], blocks: Sequence[Block]) -> list[_Opening]:
    """The entries, with day and month in the places that the others of them show: "14/01/2031" beside "11/01/2031"."""
    texts = (blocks[index].text for one in openings for index in {one.first, one.last})
    figures = (_FIGURES.search(text) for text in texts if "/" in text)
    orders = {int(each[1]) > 12 for each in figures if each and (int(each[1]) > 12) != (int(each[2]) > 12)}
    if len(orders) != 1:
        return openings
    day_first = orders.pop()
    return [
        one._replace(
            dated=FoundDate(
                one.dated.iso if day_first else one.dated.exchanged or one.dated.iso,
                one.dated.span,
                by=_BY_LIST,
            )
        )
        if one.dated.ambiguous
        else one
        for one in openings
    ]


def _are_posts(blocks: Sequence[Block], run: Sequence[_Opening], leads: Sequence[Sequence[int]]) -> bool:
    """Whether what stands below each title is no lead but the whole text: statements' headings, with paragraphs not cut off."""
    return len(run) >= _LEAST and all(
        blocks[opening.first].level
        and kinds_of(opening.title)
        and len(below) >= _LEAST
        and sum(blocks[index].text.count(" ") for index in below) >= _LEAST_WORDS
        and not any(_CUT_OFF.search(block.text) for block in blocks[below[-2] : below[-1] + 2])
        for opening, below in zip(run, leads, strict=True)
    )


def _openings(blocks: Sequence[Block], indices: Sequence[int]) -> list[_Opening]:
    openings: list[_Opening] = []
    position, last = 0, len(indices)
    while position < last:
        index = indices[position]
        following = indices[position + 1] if position + 1 < last else None
        block, below = blocks[index], blocks[following] if following is not None else None
        # Most blocks have no link, nor has the next, and begin with no date: they open nothing.
        if not (block.links or (below is not None and below.links) or _opens(block.text)):
            position += 1
            continue
        if not _may_open(block, below):
            position += 1
            continue
        opening = (
            _in_one_line(blocks[index], index)
            or _link_then_date(blocks[index], index)
            or (_date_then_title(blocks, index, following) if following is not None else None)
        )
        if opening is None and following is not None:
            opening = _title_then_date(blocks, index, following)
            behind = indices[position + 2] if position + 2 < len(indices) else None
            if opening and behind is not None and _heads_next(blocks, index, following, behind):
                opening = None
        if opening:
            openings.append(opening)
            while position < len(indices) and indices[position] <= opening.last:
                position += 1
        else:
            position += 1
    return openings


def _opens(text: str) -> bool:
    """Whether a text begins with a number, or with a word or two before one: three letters, where no number stands first."""
    return (text[0].isdigit() or text[:3].isalnum()) and _OPENS.match(text) is not None


def _may_open(block: Block, following: Block | None) -> bool:
    """Whether an entry may open with a block that has a link or begins with a date, or whose next one has a link.

    The date stands in the first block or in the next; the title is a link, or stands behind the date.
    """
    if any(link.beside for link in block.links):
        return False  # the page before or behind, with its day
    if block.time or (following is not None and following.time):
        return True
    return may_hold_year(block.text) or (following is not None and may_hold_year(following.text))


def opens_in_line(block: Block, index: int) -> bool:
    """Return whether a block is a date and a title in one line, as entries of lists are."""
    return may_hold_year(block.text) and _in_one_line(block, index) is not None


def _in_one_line(block: Block, index: int) -> _Opening | None:
    if not _OPENS.match(block.text, 0, _FAR):
        return None
    linked = block.links[0].span[0] - block.span[0] if block.links else None
    line = _told_in_line(block.text, linked)
    if line is None:
        return None
    dated, title, timed = line
    return _Opening(index, index, dated, title, block.links[0].target if block.links else None, "line", timed)


@lru_cache(4096)  # a site's latest messages stand on all its pages
def _told_in_line(text: str, linked: int | None) -> tuple[FoundDate, str, bool] | None:
    """Day and title in a line, and whether a time of day stands between them; `linked`: where its first link begins."""
    head = text[:_FAR]
    found = [one for one in find_dates(head) if head[: one.span[0]].strip(" ,.").lower() in _BEFORE_DATE]
    if not found:
        return None
    time = _TIME.match(text, found[0].span[1])
    end = time.end() if time else found[0].span[1]
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
    return found[0], title, time is not None


def _link_then_date(block: Block, index: int) -> _Opening | None:
    """A linked title with the date behind it in one block: "<a>Statement on …</a> <time>24 June 2025</time>"."""
    if not block.links or block.links[0].span[0] != block.span[0]:
        return None
    end = block.links[0].span[1] - block.span[0]
    found = whole_date(block.text[end:]) if len(block.text) - end <= _FAR else None
    return (
        _Opening(index, index, found, block.text[:end].strip(), block.links[0].target, "link, date")
        if found
        else None
    )


def _date_then_title(blocks: Sequence[Block], index: int, following: int) -> _Opening | None:
    block, title = blocks[index], blocks[following]
    found = _alone(block)
    if (
        not found
        or len(title.text) > _LONGEST_TITLE
        or not title.links
        or not title.is_linked
        or title.links[0].beside
        or _is_tool(title.text)
        or is_pager(title.text)
    ):
        return None
    if not block.path or not _near(block, title):
        return None
    return _Opening(index, following, found, title.text, title.links[0].target, "date, title")


def _title_then_date(blocks: Sequence[Block], index: int, following: int) -> _Opening | None:
    title, block = blocks[index], blocks[following]
    found = _alone(block) or (_dated_line(block) if title.level else None)
    if (
        not found
        or not title.links
        or not title.is_linked
        or len(title.text) > _LONGEST_TITLE
        or _is_tool(title.text)
        or not _near(title, block)
        or parse_byline(title.text)  # whose words stand below, and when they were put out
    ):
        return None
    return _Opening(index, following, found, title.text, title.links[0].target, "title, date")


def _is_tool(text: str) -> bool:
    """Whether a link is a page's tool and no title: "Print", "Share this page", "Watch the video"."""
    return len(text) <= _LONGEST_TOOL and site_line(text) in _TOOLS


def _heads_next(blocks: Sequence[Block], title: int, date: int, behind: int) -> bool:
    """Whether the date between two linked lines stands nearer to the one behind it."""
    if _date_then_title(blocks, date, behind) is None:
        return False
    return len(_shared(blocks[date].path, blocks[behind].path)) > len(
        _shared(blocks[title].path, blocks[date].path)
    )


def _alone(block: Block) -> FoundDate | None:
    """The day that is all of a block; its time element tells one in figures that could be two: "05/01/31"."""
    if len(block.text) > _FAR:
        return None
    found = whole_date(block.text)
    if block.time and (found is None or found.ambiguous) and _IN_FIGURES.fullmatch(block.text):
        told = _ISO_DAY.match(block.time)
        return FoundDate(told.group(), (0, len(block.text))) if told else found
    return found


def _dated_line(block: Block) -> FoundDate | None:
    """The date that a short line below a heading begins with: "14/01/2031 Speech Ministry of Locks"."""
    if len(block.text) > 2 * _FAR or _STOP.search(block.text):
        return None
    return next((one for one in find_dates(block.text) if one.span[0] == 0), None)


def _near(one: Block, other: Block) -> bool:
    """Date and title of an entry share their innermost list element, or all but the last two elements around them."""
    shared = sum(1 for a, b in zip(one.path, other.path, strict=False) if a == b)
    return shared >= max(len(one.path), len(other.path)) - 3


def _runs(openings: list[_Opening], blocks: Sequence[Block]) -> list[list[_Opening]]:
    runs: list[list[_Opening]] = []
    for opening in openings:
        last = runs[-1][-1] if runs else None
        if (
            last
            and last.shape == opening.shape
            and _same_list(blocks[last.first], blocks[opening.first])
            and not _leaves_list(blocks, runs[-1], opening)
        ):
            runs[-1].append(opening)
        else:
            runs.append([opening])
    return runs


def _leaves_list(blocks: Sequence[Block], run: list[_Opening], opening: _Opening) -> bool:
    """Whether an entry stands outside the element around a list's entries, behind more blocks than lie between those."""
    if len(run) < _LEAST or not blocks[run[0].first].path:
        return False

    def shared(one: _Opening, other: _Opening) -> int:
        return len(_shared(blocks[one.first].path, blocks[other.first].path))

    here = shared(run[-1], opening)
    if here >= shared(*run[-2:]):
        return False  # as in nearly all lists, which then need not be gone through for each of their entries
    between = max(b.first - a.last for a, b in pairwise(run))
    return opening.first - run[-1].last > between + 1 and here < min(shared(*two) for two in pairwise(run))


def _same_list(one: Block, other: Block) -> bool:
    depth = max(len(one.path), len(other.path))
    shared = sum(1 for a, b in zip(one.path, other.path, strict=False) if a == b)
    return depth - shared <= 4 and bool(one.places & {"aside", "nav", "footer"}) == bool(
        other.places & {"aside", "nav", "footer"}
    )


def _end(blocks: Sequence[Block], indices: Sequence[int], run: list[_Opening]) -> int:
    """Where the last entry's lead ends: with the list's element, or with the entry's own where earlier leads keep to it."""
    if not blocks[run[-1].first].path:
        return indices[-1] + 1
    if len(run) == 1:
        return _end_of_element(blocks, indices, run[0], blocks[run[0].last].path[:-1])
    shared = _shared(blocks[run[0].first].path, blocks[run[-1].first].path)
    depth = len(shared)
    for one, other in pairwise(run):
        depth = min(depth, len(_shared(blocks[one.first].path, blocks[other.first].path)))
    leads = [
        (one, index)
        for one, other in pairwise(run)
        for index in _leads(blocks, indices, one.last, other.first)
    ]
    own = all(blocks[index].path[: depth + 1] == blocks[one.first].path[: depth + 1] for one, index in leads)
    kept = blocks[run[-1].first].path[: depth + 1 if own and leads else depth]
    return _end_of_element(blocks, indices, run[-1], kept)


def _end_of_element(
    blocks: Sequence[Block], indices: Sequence[int], opening: _Opening, element: tuple[int, ...]
) -> int:
    for index in indices:
        if index > opening.last and blocks[index].path[: len(element)] != element:
            return index
    return indices[-1] + 1


def _shared(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return one[:shared]


def _leads(blocks: Sequence[Block], indices: Sequence[int], after: int, before: int) -> list[int]:
    leads = []
    for position in range(bisect_right(indices, after), len(indices)):
        index = indices[position]
        if index >= before:
            break
        text = blocks[index].text
        if leads_to_all(text) or is_pager(text) or blocks[index].level:
            break
        leads.append(index)
    return leads


def _usual_leads(
    blocks: Sequence[Block], indices: Sequence[int], run: list[_Opening], edges: list[int]
) -> int:
    counts = sorted(
        len(_leads(blocks, indices, opening.last, edge))
        for opening, edge in zip(run[:-1], edges, strict=False)
    )
    # Nothing shows how long a lead is where there is one entry: one paragraph.
    return counts[-1] if counts else 1


def _line_below_each(blocks: Sequence[Block], leads: Sequence[Sequence[int]]) -> str | None:
    """The line that ends each lead of a list ("Leggi di più", "Media releases"), and is no part of one; None where they differ."""
    ends = {blocks[each[-1]].text if each else "" for each in leads[:-1]}
    return ends.pop() if len(leads) > _LEAST_ALIKE and len(ends) == 1 else None


def _entry(
    blocks: Sequence[Block], opening: _Opening, leads: list[int], base: str | None, alike: str | None
) -> Entry:
    told = leads[:-1] if leads and blocks[leads[-1]].text == alike else leads
    lead = "\n".join(blocks[index].text for index in told) or None
    url = _joined(base or "", opening.url) if opening.url else None
    notice = Notice("event" if opening.timed else "statement", opening.dated.iso, opening.title, lead, url)
    indices = (*range(opening.first, opening.last + 1), *leads)
    return Entry(indices, notice, tuple(leads), _RULES[opening.shape])


def _joined(base: str, link: str) -> str:
    return link if _WHOLE.fullmatch(link) else urljoin(base, link)
