"""The day above a title: the message's own, or the site's that stands or has moved there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.model import Capture
from onrecord.reading.frame.frame import Frame
from onrecord.reading.frame.toldtwice import TOLD_TWICE
from onrecord.reading.frame.undermenu import UNDER_MENU
from onrecord.reading.page.blocks import Block, PageBlocks, is_plain
from onrecord.reading.page.named import words_of_names
from onrecord.reading.parts.furniture import clock_of, is_contact_line
from onrecord.reading.parts.metadata import opening_rule
from onrecord.reading.parts.titles import day_with_kind, day_with_number
from onrecord.reading.rules import Guide
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import MOST_NEWS, find_dates, is_near, whole_date
from onrecord.reading.words.placed import place_before

_LINES = 3
"""Lines below the title in which the day of speaking may stand."""
_LONGEST_LINE = 120
_ABOVE = 4  # blocks
_SHORT = 60  # characters
_DATES = frozenset("date datum fecha data published publication pubdate posted".split())


class Around(NamedTuple):
    """What stands around a title: blocks that are nothing yet, the body, and where the site's other pages have their own date."""

    outside: tuple[int, ...]
    body: tuple[int, ...]
    datelines: frozenset[int]


def find_day_above(
    page: PageBlocks,
    frame: Frame,
    around: Around,
    declared: Sequence[str],
    capture: Capture,
    guide: Guide,
) -> tuple[int, ...]:
    """Return the blocks above the title that tell the message's day; a day that may be the site's own is none.

    `declared`: the days of posting that the page's head names.
    """
    blocks = page.blocks
    dated = _date_before_title(blocks, frame, set(around.outside) - around.datelines)
    if not dated:
        dated = _date_in_its_element(page, frame, set(around.outside) - around.datelines)
    if not dated or frame.dates is not None:
        return dated
    captured_at = guide.when(capture.captured_at)
    if captured_at is None:
        return dated
    told = (*declared, *_days_told(frame.title_text or "", blocks, around, dated))
    lacks = _lacks_dateline(blocks, set(around.outside).difference(dated), captured_at, guide)
    return tuple(n for n in dated if not _is_of_capture(blocks[n], told, captured_at, lacks=lacks))


def _date_in_its_element(page: PageBlocks, frame: Frame, outside: set[int]) -> tuple[int, ...]:
    """A day right below the title, beside the words, in an element for times, or one that a site calls one for days: "event-date"."""
    if not frame.title or frame.inside:
        return ()
    below = range(frame.title[-1] + 1, min(frame.title[-1] + 1 + _ABOVE, len(page.blocks)))
    return tuple(
        index
        for index in below
        if index in outside
        and (
            (_is_timed(page.blocks[index]) and not _is_by_clocks(page.blocks, index))
            or (
                whole_date(page.blocks[index].text)
                and not _DATES.isdisjoint(words_of_names(page, page.blocks[index]))
            )
        )
    )[:1]


def _is_by_clocks(blocks: Sequence[Block], index: int) -> bool:
    """Whether the clock of a city stands beside a line: its day is the page's own, which moves with the clocks."""
    return any(clock_of(blocks[near].text) for near in range(max(index - 1, 0), min(index + 3, len(blocks))))


def _is_timed(block: Block) -> bool:
    """Whether a short line holds one day, as a time element, beside its topic or kind: "14 May 2031 News"."""
    return (
        block.time is not None
        and not block.is_linked
        and len(block.text) <= _LONGEST_LINE
        and len(find_dates(block.text)) == 1
    )


def _date_before_title(blocks: Sequence[Block], frame: Frame, outside: set[int]) -> tuple[int, ...]:
    """A date alone directly above the title is the statement's, unless it is all that stands above: then the page's own."""
    if not frame.title:
        return ()
    first = frame.title[0]
    if is_plain(blocks) and frame.title_from not in (UNDER_MENU, TOLD_TWICE):
        return _day_of_release(blocks, first, outside)
    if frame.dates:
        return tuple(index for index in frame.dates if index < first)
    below = frame.title[-1] + 1
    if frame.inside and below < len(blocks) and whole_date(blocks[below].text):
        return ()  # the site's own that has moved there
    found = whole_date(blocks[first - 1].text) if first - 1 in outside else None
    if found and blocks[first - 1].text[found.span[1] :][:1].isdigit():
        # "15 June 203018:29": a time of day run together with the year is what programs print for an entry
        return (first - 1,)
    if frame.dates is not None:
        return ()  # the site's other pages of this layout have none
    for index in range(first - 1, max(first - _ABOVE - 1, 0), -1):
        if index < first - 2 and not _tells_with(blocks[index], blocks[index + 1]):
            break  # higher up stands only what one list or element tells of the text: kind, day, place, minutes to read
        text = without_links(blocks[index])
        placed = frame.title_from == TOLD_TWICE and _is_place_and_day(text)
        told = placed or whole_date(text) or day_with_kind(text) or day_with_number(text)
        if index in outside and (told or _is_timed(blocks[index])):
            return () if _is_by_clocks(blocks, index) else (index,)
    return ()


def _day_of_release(blocks: Sequence[Block], first: int, outside: Collection[int]) -> tuple[int, ...]:
    """A day above the title of a plain text, below a line such as "For Immediate Release"; whom to ask may stand between."""
    day = next(
        (
            index
            for index in range(first - 1, max(first - _ABOVE, 0), -1)
            if not is_contact_line(blocks[index].text)
        ),
        0,
    )
    if day not in outside or not whole_date(blocks[day].text):
        return ()
    above = (blocks[index] for index in range(max(day - _ABOVE, 0), day))
    return (day,) if any(opening_rule(block) == "opening.release" for block in above) else ()


def _is_place_and_day(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and any(place_before(text, one.span) for one in find_dates(text))


def without_links(block: Block) -> str:
    """Return the text of a short block without the topics that are links in it: "International" before "14 May 2031"."""
    if not block.links or block.is_linked or len(block.text) > _LONGEST_LINE:
        return block.text
    pieces, end = [], 0
    for link in block.links:
        pieces.append(block.text[end : link.span[0] - block.span[0]])
        end = link.span[1] - block.span[0]
    return " ".join([*pieces, block.text[end:]]).strip()


def _tells_with(block: Block, below: Block) -> bool:
    """Whether a line and the one below it are short and stand in one list, or in one element near around both."""
    if "li" in below.places:
        return True
    near = block.path[:-1] and block.path[:-1] == below.path[: len(block.path) - 1]
    return (
        bool(near) and not below.is_linked and len(below.text) <= _SHORT and not ends_as_sentence(below.text)
    )


def _is_of_capture(block: Block, told: Iterable[str], captured_at: str, *, lacks: bool) -> bool:
    """Whether a day above the title is that of the capture, and the page tells an earlier one, or shows no other dateline.

    Then it is the site's own: nobody posts on one day what he has dated another. `lacks`: the site is known to have a
    dateline, and nothing else on the page is one.
    """
    found = whole_date(block.text)
    if not found or not is_near(found.iso, captured_at):
        return False
    return lacks or any(day < found.iso for day in told)


def _lacks_dateline(blocks: Sequence[Block], outside: Iterable[int], captured_at: str, guide: Guide) -> bool:
    """Whether the site's other pages have a dateline and nothing around the words of this one shows the capture's day."""
    if guide.learnt is None or not guide.learnt.datelines:
        return False
    days = (found.iso for n in outside if (found := whole_date(blocks[n].text)))
    return not any(is_near(day, captured_at) for day in days)


def _days_told(title: str, blocks: Sequence[Block], around: Around, above: Collection[int]) -> Iterator[str]:
    """The days alone on lines below those above the title; and those in the title and its lines that are long past by then."""
    below = sorted((*around.outside, *around.body))
    for index in above:
        found = whole_date(blocks[index].text)
        behind = [n for n in below if n > index]
        yield from (other.iso for n in behind if (other := whole_date(blocks[n].text)))
        # "Halvane, 13 October 2017"
        lines = [blocks[n].text for n in behind[:_LINES] if len(blocks[n].text) <= _LONGEST_LINE]
        for other in (dated for line in (title, *lines) for dated in find_dates(line)):
            if found and not is_near(other.iso, found.iso, MOST_NEWS):
                yield other.iso
