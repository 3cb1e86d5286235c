"""Lists that announce statements: entries of date, title and lead, in whatever markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple
from urllib.parse import urljoin

from onrecord.model import Notice
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.furniture import is_pager, leads_to_all
from onrecord.reading.parts.openings import Opening, find_openings, links_to_more, without_more
from onrecord.reading.parts.plainlists import ABOVE, BEFORE, BEHIND, BELOW, plain_lists
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.rules import Guide
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import FoundDate
from onrecord.reading.words.weekdays import WEEKDAYS

# "16.05.2020 - Foreign Minister's interview with …": the mark between an entry's date and its title
_BEFORE_DATE = frozenset(("", *WEEKDAYS))
_MARK = re.compile(r"\s*(?:[-–—:|•·]\s*|\n\s*)")
_CLOCK = re.compile(r"\d[:.h時时点시]\s?\d")
_TIME = re.compile(r",?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?=\s)", re.IGNORECASE)
# An entry opens with a number, a weekday or a month before one.
# Nothing is tried again with a shorter word: behind that a letter would stand.
_OPENS = re.compile(r"\d|[^\W\d_]{3,12}+\.?,?\s++(?:[^\W\d_]{3,12}+\.?\s++)?+\d")
_LEAST = 2
_AROUND = frozenset(("nav", "header", "footer", "aside"))
_LONGEST_TITLE = 500
_SHORTEST_TITLE = (15, 6)  # letters; in Chinese, Japanese and Korean
_MOST_BETWEEN = 4  # blocks from a title to a day below its lead
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


_IN_LINE = "line"
_RULES = {
    _IN_LINE: "notice.date_and_title_in_line",
    ABOVE: "notice.day_above_title",
    BEFORE: "notice.day_before_title",
    BELOW: "notice.day_below_title",
    BEHIND: "notice.day_behind_title",
    "link, date": "notice.link_then_date",
    "date, title": "notice.date_then_title",
    "title, date": "notice.title_then_date",
    "title, lead, date": "notice.day_below_lead",
    "title, day and lead": "notice.day_before_lead",
    "date, kind, title": "notice.date_kind_title",
}


def find_entries(
    blocks: Sequence[Block],
    indices: Sequence[int],
    base: str | None,
    guide: Guide,
    years: Collection[int],
    *,
    is_list: bool = False,
) -> list[Entry]:
    """Return the entries of the lists among the blocks given, in order; a lone dated line is no list.

    `years`: the blocks that `may_be_dated`. `is_list`: the page says that it is one. Then it may hold one entry alone, whose title leads somewhere.
    """
    more = links_to_more(blocks, indices)
    found = (
        one._replace(dated=guide.settle(one.dated)) for one in find_openings(blocks, indices, more, years)
    )
    openings = [opening for opening in _settled(list(found), blocks) if not opening.dated.ambiguous]
    entries: list[Entry] = []
    runs = _runs(openings, blocks)
    lists = [run for run in runs if len(run) >= _LEAST]
    taken = {one.first for run in lists for one in run}
    for plain in plain_lists(blocks, indices, years):
        if taken.isdisjoint(range(plain[0].first, plain[-1].last + 1)):
            lists.append([Opening(*one[:4], None, one.shape) for one in plain])
    if is_list and not lists:
        lists = [run for run in runs if run[0].url and not blocks[run[0].last].places & _AROUND]
    for run in (
        _with_footers(_without_own(_below_kinds(run, blocks), blocks, indices), blocks) for run in lists
    ):
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
            entries.extend(
                _entry(blocks, *one, base, more | {alike} if alike else more)
                for one in zip(run, leads, strict=True)
            )
    return entries


def _without_own(run: list[Opening], blocks: Sequence[Block], indices: Sequence[int]) -> list[Opening]:
    """The entries without what stands at the page's own title as they do: a day, a link to print, and paragraphs below it."""
    first = run[0].first
    if len(run) < _LEAST or not first or not blocks[first - 1].level:
        return run
    leads = [_leads(blocks, indices, one.last, other.first) for one, other in pairwise(run)]
    said = sum(ends_as_sentence(blocks[index].text) for index in leads[0])
    return (
        run[1:] if said >= _LEAST and len(leads[0]) > _LONGER * max(map(len, leads[1:]), default=0) else run
    )


def _below_kinds(run: list[Opening], blocks: Sequence[Block]) -> list[Opening]:
    """The entries with the lines below as their titles, where the lines with their days tell what they are: "14 May 2031 | Speech"."""
    titles = {one.title for one in run}
    if (
        len(run) < _LEAST_ALIKE
        or 2 * len(titles) > len(run)
        or any(one.url or one.shape != _IN_LINE for one in run)
    ):
        return run
    behind = [one.last + 1 for one in run]
    if any(at >= len(blocks) or blocks[at].text in titles for at in behind) or len(
        {blocks[at].text for at in behind}
    ) < len(run):
        return run
    return [
        one._replace(
            last=at, title=blocks[at].text, url=blocks[at].links[0].target if blocks[at].links else None
        )
        for one, at in zip(run, behind, strict=True)
    ]


def _with_footers(run: Sequence[Opening], blocks: Sequence[Block]) -> list[Opening]:
    """The entries with what a `<footer>` of their own says of them right below their titles, which is no lead: kind, section, publisher."""
    return [one._replace(last=_end_of_footer(one, blocks)) for one in run]


def _end_of_footer(opening: Opening, blocks: Sequence[Block]) -> int:
    first, last = blocks[opening.first], opening.last
    if not first.places & _ENTRIES:
        return last
    around = first.path[:-1]
    for block in blocks[last + 1 :]:
        if "footer" not in block.places - first.places or block.path[: len(around)] != around:
            break
        last += 1
    return last


def _settled(openings: list[Opening], blocks: Sequence[Block]) -> list[Opening]:
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


def _are_posts(blocks: Sequence[Block], run: Sequence[Opening], leads: Sequence[Sequence[int]]) -> bool:
    """Whether what stands below each title is no lead but the whole text: statements' headings, with paragraphs not cut off."""
    return len(run) >= _LEAST and all(
        blocks[opening.first].level
        and kinds_of(opening.title)
        and len(below) >= _LEAST
        and sum(blocks[index].text.count(" ") for index in below) >= _LEAST_WORDS
        and not any(_CUT_OFF.search(block.text) for block in blocks[below[-2] : below[-1] + 2])
        for opening, below in zip(run, leads, strict=True)
    )


def _runs(openings: list[Opening], blocks: Sequence[Block]) -> list[list[Opening]]:
    runs: list[list[Opening]] = []
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


def _leaves_list(blocks: Sequence[Block], run: list[Opening], opening: Opening) -> bool:
    """Whether an entry stands outside the element around a list's entries, behind more blocks than lie between those."""
    if len(run) < _LEAST or not blocks[run[0].first].path:
        return False

    def shared(one: Opening, other: Opening) -> int:
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


def _end(blocks: Sequence[Block], indices: Sequence[int], run: list[Opening]) -> int:
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
    blocks: Sequence[Block], indices: Sequence[int], opening: Opening, element: tuple[int, ...]
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
    blocks: Sequence[Block], indices: Sequence[int], run: list[Opening], edges: list[int]
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
    blocks: Sequence[Block],
    opening: Opening,
    leads: list[int],
    base: str | None,
    more: Collection[str],
) -> Entry:
    leads = [index for index in leads if index != opening.closing]
    told = [index for index in leads if blocks[index].text not in more]
    texts = [without_more(blocks[index], more) for index in told]
    if opening.lead_from and texts:
        texts[0] = texts[0][opening.lead_from :]
    url = _joined(base or "", opening.url) if opening.url else None
    kind: Literal["event", "statement"] = "event" if opening.timed else "statement"
    notice = Notice(kind, opening.dated.iso, opening.title, "\n".join(filter(None, texts)) or None, url)
    closing = () if opening.closing is None else (opening.closing,)
    indices = (*range(opening.first, opening.last + 1), *leads, *closing)
    return Entry(indices, notice, tuple(leads), _RULES[opening.shape])


def _joined(base: str, link: str) -> str:
    return link if _WHOLE.fullmatch(link) else urljoin(base, link)
