"""Where a statement was given, with its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import (
    Span,
)
from onrecord.reading.frame.closing import is_closing_place
from onrecord.reading.parts.metadata import is_time_line, status_of
from onrecord.reading.parts.titles import TitleTold, kinds_of
from onrecord.reading.statement.body import Body, Found, Opening, parse_byline
from onrecord.reading.statement.facts import GIVEN_AT, day_of_words, find_stated
from onrecord.reading.words.dates import find_dates
from onrecord.reading.words.placed import place_before, place_behind

# "PART III OF THIRD SESSION", "FIRST SERIES": a printed record's own place, not where it was held
_VOLUME = re.compile(r"\b(?:session|series|volume|vol|parliament|sitting|column|no)\b", re.IGNORECASE)
# "BY PRESS SECRETARY ADA VERNE" above the place: a title in two lines
_BY = re.compile(r"(?:by|of|with|and|from|to|für|par|por)\s", re.IGNORECASE)
_ON_THE_WAY = re.compile(r"(?:en route|on the way)\b", re.IGNORECASE)

# "The Tide Palace, Halvane"
_HOUSE_AND_TOWN = re.compile(r"(?:[Tt]he )?[A-ZÀ-Þ][^,.:!?\d]{2,40}, [A-ZÀ-Þ][^,.:!?\d]{2,30}")
_DAY_TIME_PLACE = 3  # lines


def find_place(
    body: Body,
    told: TitleTold,
    opening: Opening,
    introductions: Sequence[Span],
    evidence: Found,
    title_span: Span | None,
) -> str | None:
    """Return where it was given, as a line, the title, the line above the time of day, or the lead-in states it."""
    stated = find_stated(body, "place", told.place, evidence, title_span)
    if stated:
        return stated
    if above := _above_the_time(body, opening):
        evidence.note("place", *above, True)
        return above[0]
    if timed := below_the_time(body, opening):
        below = body.page.blocks[timed.place]
        evidence.note("place", below.text, "line below the time of day", below.span, True)
        return below.text
    for index in (*body.before_title, *opening.blocks):
        block = body.page.blocks[index]
        for dated in body.guide.dates_in(block.text):
            if where := place_before(block.text, dated.span) or place_behind(block.text, dated.span):
                start = block.span[0] + block.text.index(where)
                evidence.note("place", where, "line of place and day", (start, start + len(where)), True)
                return where
    if opened := day_of_words(body, opening):
        start = body.page.blocks[opening.rest[0]].span[0]
        span = start + opened.place[0], start + opened.place[1]
        evidence.note("place", where := body.page.text[slice(*span)], "dateline of the words", span, True)
        return where
    for index in body.endings:
        block = body.page.blocks[index]
        if is_closing_place(body.page.blocks, index):
            evidence.note("place", block.text, "closing line", block.span, True)
            return block.text
        for dated in body.guide.dates_in(block.text):
            if where := place_before(block.text, dated.span):
                start = block.span[0] + block.text.index(where)
                evidence.note("place", where, "closing line", (start, start + len(where)), True)
                return where
    for start, end in introductions:
        said = GIVEN_AT.search(body.page.text[start:end])
        if said and said["place"]:
            span = (start + said.start("place"), start + said.end("place"))
            evidence.note("place", said["place"], "introduction", span, True)
            return said["place"]
    return None


def _above_the_time(body: Body, opening: Opening) -> tuple[str, str, Span] | None:
    """ "3:18 P.M. EDT" under "South Court Auditorium": the line above the time of day names the place, or two lines of one paragraph."""
    blocks = body.page.blocks
    for position in range(1, len(opening.blocks)):
        before = opening.blocks[position - 1]
        if not is_time_line(blocks[opening.blocks[position]].text) or not _may_be_place(body, before):
            continue
        text, first = blocks[before].text.strip("() "), before
        above = opening.blocks[position - 2] if position >= 2 else before
        together = above == before - 1 and blocks[before].gap == "line" and blocks[before].path
        if together and blocks[above].path == blocks[before].path and _may_be_place(body, above):
            joint = " " if _ON_THE_WAY.match(text) else ", "
            text, first = f"{blocks[above].text.strip('() ,')}{joint}{text}", above
        return text, "line above the time of day", (blocks[first].span[0], blocks[before].span[1])
    return None


class Timed(NamedTuple):
    """The lines that tell day, hour and place of an occasion, one under the other."""

    day: int
    place: int


def below_the_time(body: Body, opening: Opening) -> Timed | None:
    """Return the lines "14 March 2031", "15:40" and "The Tide Palace, Halvane", where they are the last before the words."""
    if len(opening.blocks) < _DAY_TIME_PLACE:
        return None
    blocks = body.page.blocks
    day, time, place = opening.blocks[-_DAY_TIME_PLACE:]
    if not (_HOUSE_AND_TOWN.fullmatch(blocks[place].text) and _may_be_place(body, place)):
        return None
    timed = is_time_line(blocks[time].text) and find_dates(blocks[day].text)
    return Timed(day, place) if timed else None


def _may_be_place(body: Body, index: int) -> bool:
    text = body.page.blocks[index].text
    bare = text.strip("() ")
    return any(map(str.isalpha, bare)) and not (
        bare.endswith((":", "："))  # "TRANSCRIPT:" heads what stands below it
        or find_dates(text)
        or is_time_line(text)
        or status_of(bare)
        or _VOLUME.search(bare)
        or bare == body.frame.title_text
        or parse_byline(bare)
        or _BY.match(bare)
        or (kinds_of(bare) and " by " in bare.lower())
    )
