"""Several statements on one page: sections, each under a heading that is a statement's title by itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.reading.frame.frame import Frame
from onrecord.reading.page.blocks import Block, PageBlocks
from onrecord.reading.parts.titles import kinds_of, parse_title
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import whole_date
from onrecord.reading.words.signposts import LISTS
from onrecord.reading.words.titled import people_in_title

_LEAST_WORDS = 20
_LEAST_OF_POST = 8
_DAY_WITHIN = 2  # lines
_LEAST_TITLE = 3
_MOST = 500  # statements: each looks at the whole page for the long forms of names
_APART = frozenset(("nav", "footer", "aside", "form"))
# "Statements", "Reden", "Messages – Page 16": a page's title that names a collection
_COLLECTION = re.compile(
    r"(?:\w+\W+){0,4}?(?:statements|speeches|messages|releases|remarks|interviews|news|reden|mitteilungen|discours|déclarations|"
    r"communiqués|discursos|declaraciones|заявления|выступления|сообщения)\b(?!\s+(?:by|from|on|at|to)\b)",
    re.IGNORECASE,
)
# "Pressemitteilungen der Staatskanzlei", "Speeches of the Governor": whose they all are
_OF_OFFICE = re.compile(
    r"\s(?:of|by|from|der|des|vom|du|de|del|della|dello|do|da)\s(?:\S+\s?){1,5}$", re.IGNORECASE
)
_BEFORE_SITE = re.compile(r"\s[|–—-]\s")


class Section(NamedTuple):
    """One statement of several: the index of its heading, the heading's text, where that leads, the blocks below it."""

    heading: int
    title: str
    target: str | None
    body: tuple[int, ...]


def find_sections(page: PageBlocks, frame: Frame, indices: Sequence[int]) -> tuple[Section, ...]:
    """Return the sections of a page that holds several statements, none where it holds one; `indices`: title and body.

    All headings of one level are titles of statements, each with words enough below it, and the page's own title
    is none: "Remarks by X and Y" over "Remarks by X" and "Remarks by Y" is one occasion. Below "Statements" it is
    enough that each has a day of its own and leads nowhere.
    """
    blocks = page.blocks
    inside = sorted({*frame.title, *indices})
    headings = _titles_of_posts(blocks)
    if headings:
        # Posts below each other, each with a heading of the first level: the body may be the one that is longest.
        return _parted(page, frame, _with_posts(blocks, inside, headings), headings)
    headings = _highest(blocks, inside)
    if headings and set(headings) <= set(frame.title):
        headings = _highest(blocks, [index for index in inside if index not in frame.title])
    if headings and _is_named_for_all(frame.title_text):
        level = blocks[headings[0]].level
        further = range(headings[0], len(blocks))
        alike = [i for i in further if blocks[i].level == level and not _APART & blocks[i].places]
        if len(alike) > len(headings) and (
            sections := _parted(page, frame, _with_posts(blocks, inside, alike), alike)
        ):
            return sections
    return _parted(page, frame, inside, headings)


def _with_posts(blocks: Sequence[Block], inside: Sequence[int], headings: Sequence[int]) -> list[int]:
    """The blocks from the first heading to the end of what stands below the last, but those that markup sets apart.

    Where the body ends above the last heading, that is the last sentence on the page.
    """
    last = max(*inside[-1:], headings[-1])
    if last == headings[-1]:
        below = itertools.takewhile(lambda i: not _APART & blocks[i].places, range(last + 1, len(blocks)))
        last = max((i for i in below if ends_as_sentence(blocks[i].text)), default=last)
    end = next((i for i in range(last + 1, len(blocks)) if _APART & blocks[i].places), last + 1)
    end = min(end, last + 1) if last not in inside else end
    return [i for i in range(headings[0], end) if not _APART & blocks[i].places]


def _parted(
    page: PageBlocks, frame: Frame, inside: Sequence[int], headings: Sequence[int]
) -> tuple[Section, ...]:
    """The sections below some headings, none where one of these is no statement by itself."""
    blocks = page.blocks
    if not 2 <= len(headings) <= _MOST or len({blocks[index].text for index in headings}) < len(headings):
        return ()
    above = [index for index in inside if index < headings[0]]
    own = frame.title_text if not set(frame.title) & set(headings) else page.head.title
    if not _is_collection(own) or any(len(blocks[index].text) > 400 for index in above):
        return ()
    sections = tuple(
        _section(blocks, inside, heading, following)
        for heading, following in zip(headings, [*headings[1:], len(blocks)], strict=True)
    )
    if _is_named_for_all(own) and all(_is_dated_post(section, blocks) for section in sections):
        return sections
    return sections if all(_is_statement(section, blocks) for section in sections) else ()


def _highest(blocks: Sequence[Block], inside: Sequence[int]) -> list[int]:
    """The headings of the highest level below the first."""
    level = min((blocks[index].level for index in inside if blocks[index].level > 1), default=0)
    return [index for index in inside if level and blocks[index].level == level]


def _is_named_for_all(title: str | None) -> bool:
    """Whether the page's title is a word for kinds in the plural, and nothing else but a site's name: "Statements – Office of the Governor", "Reden des Rates"."""
    if title is None:
        return False
    named = _BEFORE_SITE.split(title, maxsplit=1)[0].strip()
    of_office = None if people_in_title(title) else _OF_OFFICE.search(named)
    return LISTS.fullmatch(named[: of_office.start()] if of_office else named) is not None


def _is_dated_post(section: Section, blocks: Sequence[Block]) -> bool:
    """Whether a heading that leads nowhere stands above a day of its own and whole sentences: no lead of what stands elsewhere."""
    dated = any(whole_date(blocks[index].text) for index in section.body[:_DAY_WITHIN])
    said = [blocks[index] for index in section.body if ends_as_sentence(blocks[index].text)]
    leads = any(block.is_linked or block.text.endswith(("…", "...")) for block in said)
    return section.target is None and dated and not leads and _words(said) >= _LEAST_OF_POST


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _titles_of_posts(blocks: Sequence[Block]) -> list[int]:
    """Headings of the first level, or the highest inside articles, two or more, each of which is a statement's title."""
    heads = [index for index, block in enumerate(blocks) if block.level and not _APART & block.places]
    tops = [index for index in heads if blocks[index].level == 1]
    if len(tops) < 2:
        posts = [index for index in heads if "article" in blocks[index].places]
        level = min((blocks[index].level for index in posts), default=0)
        tops = [index for index in posts if blocks[index].level == level]
        if {blocks[index].path[:-1] for index in tops} == {blocks[index].path[:-1] for index in tops[:1]}:
            return []  # one article's own headings
    return tops if len(tops) >= 2 and all(_is_title(blocks[index].text) for index in tops) else []


def _section(blocks: Sequence[Block], inside: Sequence[int], heading: int, end: int) -> Section:
    links = blocks[heading].links
    target = links[0].target if links and blocks[heading].is_linked else None
    body = tuple(index for index in inside if heading < index < end)
    return Section(heading, blocks[heading].text, target, body)


def _is_statement(section: Section, blocks: Sequence[Block]) -> bool:
    words = _words(blocks[index] for index in section.body)
    return words >= _LEAST_WORDS and _is_title(section.title)


def _is_title(text: str) -> bool:
    told = len(text.split()) >= _LEAST_TITLE
    return told and (bool(kinds_of(text)) or any(one.office for one in people_in_title(text)))


def _is_collection(title: str | None) -> bool:
    if title is None:
        return True
    told = parse_title(title)
    if people_in_title(title) or told.dated:
        return False
    return not kinds_of(title) or bool(_COLLECTION.match(title))
