"""Which blocks of a page are title, body, entries of lists, lines of data and furniture: every block is one of these, or left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.model import Capture
from onrecord.reading.frame.abovetitle import Around, find_day_above
from onrecord.reading.frame.between import without_site_lines
from onrecord.reading.frame.endings import find_endings
from onrecord.reading.frame.frame import LEARNT_PLACE, Frame, find_frame, is_apart
from onrecord.reading.page.behind import in_between, set_behind
from onrecord.reading.page.blocks import (
    LEFT_OUT,
    STATED,
    STATEMENT,
    Block,
    PageBlocks,
    is_plain,
    may_be_dated,
)
from onrecord.reading.parts.endlines import is_time_line
from onrecord.reading.parts.furniture import Furniture, find_furniture, is_banner, says_furniture
from onrecord.reading.parts.metadata import Line, labelled_lines
from onrecord.reading.parts.notices import Entry, find_entries
from onrecord.reading.parts.titles import day_with_kind, is_statement_title, kinds_of
from onrecord.reading.rules import Guide
from onrecord.reading.site.fitted import find_datelines
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.kinds import RELEASE_WORDS
from onrecord.reading.words.signposts import CONTINUED, LISTS
from onrecord.reading.words.speech import SELF
from onrecord.text import count_words

_SPOKEN = re.compile(r"[?!]\s*$|\s\S+\s\S{2,}[.…]\s*$")
_LEAST_BESIDE_LIST = 40
_LEAST_WORDS, _SHORT_SENTENCE = 8, 5
_LEAST_SAID, _SAID = 3, 30
_SHORT_BANNER = 120
_LEAST_REPEATED = 3
_LEAST_LISTED = 2  # semicolons
_LONGEST_HEAD = 60
_NEAR_TOP = 8  # blocks
_OF_THE_SITE = frozenset(("ending.foot", "ending.box"))


class Layout(NamedTuple):
    """The blocks of a page by what they are; every index stands in one of these, or is left over."""

    frame: Frame
    furniture: Furniture
    entries: tuple[Entry, ...]
    lines: tuple[Line, ...]
    continued: tuple[int, ...]
    endings: tuple[int, ...]
    before_title: tuple[int, ...]
    body: tuple[int, ...]
    outside: tuple[int, ...]
    ended_by: dict[int, str]
    """The rule by which each block at the body's end is none of its words."""
    beside: tuple[int, ...] = ()
    """Of a page without a statement: what our own rules have for its text, and trafilatura left out."""


def lay_out(
    page: PageBlocks, capture: Capture, guide: Guide, *, is_list: bool = False, declared: Sequence[str] = ()
) -> tuple[PageBlocks, Layout]:
    """Return which blocks are title, body, furniture, list entries and metadata; `is_list`: the page says it is one.

    And the page, with what is the site's between the words of the body set behind them. `declared`: the days of posting that
    the page's head names.
    """
    layout = _lay_out(page, capture, guide, declared, is_list=is_list)
    own = (*layout.frame.body, *layout.frame.title)
    between = in_between(layout.body, own)
    if not layout.frame.inside:
        # Of a page read alone only what its markup sets apart: the rest may head another statement.
        said = layout.frame.between
        between = tuple(i for i in between if i in said or _is_set_apart(page.blocks[i]))
    if between:
        page = set_behind(page, between, layout.body[-1])
        layout = _lay_out(page, capture, guide, declared, is_list=is_list)
    return page, layout


def _lay_out(
    page: PageBlocks, capture: Capture, guide: Guide, declared: Sequence[str], *, is_list: bool
) -> Layout:
    blocks = page.blocks
    frame = find_frame(page, guide.learnt)
    told = page.is_told and any(STATEMENT in blocks[index].places for index in frame.body)
    stated = {i for i in frame.body if STATED in blocks[i].places} if page.is_told else set[int]()
    if not stated:
        frame = _with_words_alone(blocks, frame, told=told)
    body = _without_repeated_links(blocks, _without_banner(blocks, frame.body), stated)
    left_out = (
        {i for i, block in enumerate(blocks) if LEFT_OUT in block.places} if page.is_told else set[int]()
    )
    untitled = [i for i in range(len(blocks)) if i not in frame.title and i not in left_out | stated]
    years = may_be_dated(page.text, blocks)
    entries = [
        entry
        for part in _parted(untitled, frame, _first_below(blocks, frame))
        for entry in find_entries(blocks, part, capture.url, guide, years, is_list=is_list)
    ]
    in_entries = {index for entry in entries for index in entry.blocks}
    body = _cut_at_list(blocks, body, in_entries)
    apart = set(frame.title) | in_entries | left_out | stated
    lines = [
        line
        for line in labelled_lines(blocks, [i for i in range(len(blocks)) if i not in apart], years)
        if _states(line, blocks, body)
    ]
    in_lines = {index for line in lines for index in line.blocks}
    body = [index for index in body if index not in in_lines]
    continued = [] if stated else _continued(blocks, body)
    ended_by = {} if stated else find_endings(blocks, body, set(continued))
    aside = {*continued, *ended_by}
    endings = _shown_endings(blocks, ended_by)
    body = [index for index in body if index not in aside]
    # Where the site's other pages tell the body, the lists around it say nothing of it.
    around = [entry for entry in entries if not frame.inside or set(entry.blocks) & set(frame.inside)]
    listed = len(around) >= 2 or (is_list and around)
    if listed and not (told or stated) and _is_beside_list(blocks, body, len(around), frame):
        # A list page's own lines: pager, counters, a word of explanation.
        body = []
    taken = set(body) | apart | in_lines | set(continued) | set(endings)
    outside = [index for index in range(len(blocks)) if index not in taken]
    datelines = find_datelines(page, guide.learnt)
    dated = find_day_above(
        page, frame, Around(tuple(outside), tuple(body), datelines), declared, capture, guide
    )
    furniture = find_furniture(page, [index for index in outside if index not in dated], guide, datelines)
    return Layout(
        frame,
        furniture,
        tuple(entries),
        tuple(lines),
        tuple(continued),
        tuple(endings),
        dated,
        tuple(body),
        (*outside, *sorted(left_out)),
        ended_by,
    )


def _with_words_alone(blocks: Sequence[Block], frame: Frame, *, told: bool) -> Frame:
    """The frame without links up the page, captions and other lines of the site between the words of its body."""
    held = _without_captions(blocks, tuple([i for i in frame.body if not blocks[i].leads_within]))
    left = held if told else without_site_lines(blocks, held)
    return frame._replace(body=left, between=frozenset(held) - frozenset(left))


def _continued(blocks: Sequence[Block], body: Sequence[int]) -> list[int]:
    """The lines that say the rest follows elsewhere, among the words or in a box of its own right behind them."""
    behind = range(body[-1] + 1, min(body[-1] + 3, len(blocks))) if body else ()
    near = [*body, *(i for i in behind if not blocks[i].is_linked)]
    short = [i for i in near if len(blocks[i].text) <= _SHORT_BANNER]
    if not CONTINUED.may_stand_in(blocks[i].text for i in short):
        return []
    return [i for i in short if CONTINUED.fullmatch(blocks[i].text)]


def _is_set_apart(block: Block) -> bool:
    return is_apart(block) or "figcaption" in block.places


def _without_captions(blocks: Sequence[Block], body: tuple[int, ...]) -> tuple[int, ...]:
    """A body without what stands below pictures between its words; above them the lines at the title are told apart."""
    said = next((n for n, index in enumerate(body) if ends_as_sentence(blocks[index].text)), _NEAR_TOP)
    last = next((n for n in range(len(body), 0, -1) if "figcaption" not in blocks[body[n - 1]].places), 0)
    near = min(_NEAR_TOP, max(last, said + 1))  # a picture below all words is none of the lines at the title
    return body[:near] + tuple(i for i in body[near:] if "figcaption" not in blocks[i].places)


def _without_banner(blocks: Sequence[Block], body: tuple[int, ...]) -> tuple[int, ...]:
    """A body without the lines with which a government says that the site is its own, where it opens with them."""
    first = next((n for n, index in enumerate(body) if not is_banner(blocks[index].text)), len(body))
    return body[first:]


def _without_repeated_links(
    blocks: Sequence[Block], body: Sequence[int], stated: Collection[int]
) -> list[int]:
    """The body but links that it holds again and again and that no words follow: "Link in context" below each speech."""
    linked = [index for index in body if blocks[index].is_linked and len(blocks[index].text) <= _LONGEST_HEAD]
    if len(linked) < _LEAST_REPEATED or stated:
        return list(body)
    heads = {
        blocks[one].text
        for one, other in pairwise(body)
        if blocks[one].is_linked and not blocks[other].is_linked
    }
    times = Counter(blocks[index].text for index in linked)
    again = {
        index
        for index in linked
        if times[blocks[index].text] >= _LEAST_REPEATED and blocks[index].text not in heads
    }
    return [index for index in body if index not in again]


def _shown_endings(blocks: Sequence[Block], ended_by: Mapping[int, str]) -> list[int]:
    """Those of the lines behind the words that are of the statement, not of the site."""
    return [
        i
        for i, by in ended_by.items()
        if by == "ending.date" or not (by in _OF_THE_SITE or says_furniture(blocks[i].text))
    ]


def _first_below(blocks: Sequence[Block], frame: Frame) -> int | None:
    heads = [index for index, block in enumerate(blocks) if block.level == 1]
    return frame.title[-1] + 1 if frame.title and heads == list(frame.title) else None


def _parted(indices: list[int], frame: Frame, first_below: int | None = None) -> list[list[int]]:
    """The blocks before, in and behind the element where the site has its bodies, and those above and below the title.

    No list runs from one into the other. `first_below`: the first block below a title that is the page's only top-level heading.
    """
    if not frame.inside:
        return (
            [indices]
            if first_below is None
            else [
                part
                for part in (
                    [i for i in indices if i < first_below],
                    [i for i in indices if i >= first_below],
                )
                if part
            ]
        )
    edges = {frame.inside[0], frame.inside[-1] + 1}
    if frame.title and frame.title_from == LEARNT_PLACE:
        edges.add(frame.title[-1] + 1)
    bounds = pairwise((0, *sorted(edges), len(indices) and indices[-1] + 1))
    parts = ([i for i in indices if first <= i < end] for first, end in bounds)
    return [part for part in parts if part]


def _is_beside_list(blocks: Sequence[Block], body: list[int], entries: int, frame: Frame) -> bool:
    """Whether the few words of the body only stand around a list.

    No statement is that short unless its title says so, or it stands where a site that publishes statements has theirs.
    """
    title = frame.title_text or ""
    says = (kinds_of(title) and not LISTS.fullmatch(title)) or (
        (frame.speaks and frame.title_from == LEARNT_PLACE) or _is_dated_release(blocks, frame, body)
    )
    own = [
        blocks[index]
        for index in body
        if not says_furniture(blocks[index].text) and not blocks[index].is_linked
    ]
    words = sum(count_words(block.text) for block in own)
    if says and any(_is_said(block.text) for block in own):
        return False
    return words < (_LEAST_BESIDE_LIST if entries >= 3 else _LEAST_BESIDE_LIST // 2)


def _is_said(text: str) -> bool:
    """Whether a block is long enough for a statement's words, or a short sentence of whoever speaks: "We condemn the attack."."""
    words = count_words(text)
    return words >= _LEAST_WORDS or (
        words >= _SHORT_SENTENCE and bool(_SPOKEN.search(text) and SELF.search(text))
    )


def _is_dated_release(blocks: Sequence[Block], frame: Frame, body: Sequence[int]) -> bool:
    """Whether a line right at the title has a day and the word for a release or a kind: "09.05.2031 - Pressemitteilung".

    Or a day alone, where several sentences stand below it in paragraphs of their own.
    """
    if not frame.title:
        return False
    near = (frame.title[0] - 2, frame.title[0] - 1, frame.title[-1] + 1, frame.title[-1] + 2)
    lines = [blocks[index] for index in near if 0 <= index < len(blocks) and not blocks[index].is_linked]
    if any(day_with_kind(line.text) is not None for line in lines):
        return True
    dated = any(whole_date(line.text) or is_time_line(line.text) or find_dates(line.text) for line in lines)
    if dated and any(_is_kicker(line.text) for line in lines):
        return True
    said = sum(
        len(blocks[index].text) >= _SAID and _SPOKEN.search(blocks[index].text) is not None for index in body
    )
    return said >= _LEAST_SAID and not is_plain(blocks) and any(whole_date(line.text) for line in lines)


def _is_kicker(text: str) -> bool:
    """Whether a line is the word for a release or a kind and nothing else: "Pressemitteilung", "Statement"."""
    alone = len(text.split()) <= 2 and not LISTS.fullmatch(text)
    return alone and (RELEASE_WORDS.fullmatch(text) is not None or is_statement_title(text))


def _cut_at_list(blocks: Sequence[Block], body: list[int], in_entries: set[int]) -> list[int]:
    """The statement ends where the list below it begins, with its heading "Latest messages"; what follows the list is the site's."""
    inside = [index for index in body if index in in_entries]
    if not inside:
        return body
    before = [index for index in body if index < inside[0]]
    if before and LISTS.fullmatch(blocks[before[-1]].text):
        before.pop()
    after = [index for index in body if index > inside[-1]]
    return before or (after if len(after) > len(inside) else [])


def _states(line: Line, blocks: Sequence[Block], body: list[int]) -> bool:
    """A metadata line inside the body stands at its beginning or end, is a definition, or a table's row."""
    first = line.blocks[0]
    if first not in set(body):
        return True
    if blocks[first].tag in ("dt", "th") or (len(line.blocks) > 1 and blocks[line.blocks[1]].gap == "cell"):
        return True
    if line.field == "other":
        # "Subjects: ferries; the gate; tolls." may end with a stop, as a list of topics
        listed = line.value.rstrip(". ") if line.value.count(";") >= _LEAST_LISTED else line.value
        short = len(line.value) < 80 or not _SPOKEN.search(listed)
        return short and line.label is not None and body.index(first) < 6
    if line.field == "speakers" and _SPOKEN.search(line.value):
        return False  # "SPEAKER: And the ferry.": somebody who is not named speaks
    position = body.index(first)
    return position < 12 or position >= len(body) - 4
