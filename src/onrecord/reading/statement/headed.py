"""Place and day as the lines above the words set them: which line is which their order and company tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Span
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.endlines import is_time_line
from onrecord.reading.parts.metadata import status_of
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.statement.body import Body, Opening
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.postwords import holds_office, holds_post

# "PART III OF THIRD SESSION", "FIRST SERIES": a printed record's own place, not where it was held
_VOLUME = re.compile(r"\b(?:session|series|volume|vol|parliament|sitting|column|no)\b", re.IGNORECASE)
# "BY PRESS SECRETARY ADA VERNE" above the place: a title in two lines
_BY = re.compile(r"(?:by|of|with|and|from|to|für|par|por)\s", re.IGNORECASE)
# "The Tide Palace, Halvane"
_HOUSE_AND_TOWN = re.compile(r"(?:[Tt]he )?[A-ZÀ-Þ][^,.:!?\d]{2,40}, [A-ZÀ-Þ][^,.:!?\d]{2,30}")
# "Treaty Room", "Halvane, Skell"
NAMED_PLACE = re.compile(r"(?:[Tt]he )?[A-ZÀ-Þ][^,.:!?\d]{2,40}(?:, [A-ZÀ-Þ][^,.:!?\d]{1,30})?")
_TOWN_BEHIND = re.compile(r"\s?[,–—-]\s(?P<town>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)")
LONGEST_PLACE = 60
_DAY_TIME_PLACE = 3  # lines
_HALL_AND_TOWN = 2  # lines
_PIECES = re.compile(r",\s+|،\s*|、")
_LONGEST_PIECE = 6  # words
_LONGEST_LINE = 90


class Headed(NamedTuple):
    """Where and on what day an occasion was, as lines above the words tell: the block of the day, where the place stands, and the rule."""

    day: int
    place: str
    span: Span
    origin: str


def headed(body: Body, opening: Opening) -> Headed | None:
    """Return place and day of the lines above the words, where how these stand together tells that they are of the occasion."""
    return (
        _below_the_time(body, opening)
        or _under_the_name(body, opening)
        or _behind_the_day(body, opening)
        or _beside_the_day(body, opening)
    )


def _below_the_time(body: Body, opening: Opening) -> Headed | None:
    """ "14 March 2031", "15:40" and "The Tide Palace, Halvane", where they are the last lines before the words."""
    if len(opening.blocks) < _DAY_TIME_PLACE:
        return None
    blocks = body.page.blocks
    day, time, place = opening.blocks[-_DAY_TIME_PLACE:]
    if not (_HOUSE_AND_TOWN.fullmatch(blocks[place].text) and may_be_place(body, place)):
        return None
    timed = is_time_line(blocks[time].text) and find_dates(blocks[day].text)
    told = "line below the time of day"
    return Headed(day, blocks[place].text, blocks[place].span, told) if timed else None


def _under_the_name(body: Body, opening: Opening) -> Headed | None:
    """ "Ada Verne, Secretary of State", "Treaty Room", "Halvane", "March 14, 2031": between who spoke and the day stands where."""
    blocks = body.page.blocks
    days = [at for at, index in enumerate(opening.blocks) if whole_date(blocks[index].text)]
    for at in days[:1]:
        first = at
        while first > 0 and at - first < _HALL_AND_TOWN and is_place_name(body, opening.blocks[first - 1]):
            first -= 1
        places = opening.blocks[first:at]
        if not places or first == 0 or not holds_post(blocks[opening.blocks[first - 1]].text):
            return None
        lines = range(opening.blocks[first - 1] + 1, opening.blocks[at] + 1)
        gaps = {blocks[n].gap for n in lines}
        post = opening.blocks[first - 1]
        named = len(gaps) == 1 and (_is_name_above(blocks, post) or bool(parse_byline(blocks[post].text)))
        if [*places, opening.blocks[at]] != list(lines) or (gaps != {"line"} and not named):
            return None
        where = ", ".join(blocks[index].text for index in places)
        span = blocks[places[0]].span[0], blocks[places[-1]].span[1]
        return Headed(opening.blocks[at], where, span, "line between speaker and day")
    return None


def _is_name_above(blocks: Sequence[Block], post: int) -> bool:
    """Whether a name stands alone above a post: "Ada W. Verne" above "Secretary of State", each a paragraph."""
    name = (
        parse_person(blocks[post - 1].text) if post and len(blocks[post - 1].text) <= LONGEST_PLACE else None
    )
    return name is not None and name.office is None and len(name.name.split()) >= 2


def _behind_the_day(body: Body, opening: Opening) -> Headed | None:
    """ "14 March 2031, Halvane", where the words have "in Halvane" too: behind a day stand a page's topics as well."""
    for index in opening.blocks:
        block = body.page.blocks[index]
        for dated in body.guide.dates_in(block.text)[:1]:
            town = _TOWN_BEHIND.fullmatch(block.text, dated.span[1])
            if dated.span[0] or dated.ambiguous or town is None or kinds_of(town["town"]):
                continue
            named = rf"\b(?:in|im|at|à|en|em|w|v|в)\s{re.escape(town['town'])}\b"
            if re.search(named, body.page.text[block.span[1] :]):
                return Headed(
                    index,
                    town["town"],
                    (block.span[0] + town.start("town"), block.span[0] + town.end("town")),
                    "line of place and day",
                )
    return None


def _beside_the_day(body: Body, opening: Opening) -> Headed | None:
    """ "Tuesday, 14 March 2031" above "Great Hall, Tide Palace, Halvane", or below it: two lines of one paragraph, the last before the words."""
    if len(opening.blocks) < _HALL_AND_TOWN:
        return None
    blocks = body.page.blocks
    one, other = opening.blocks[-_HALL_AND_TOWN:]
    together = other == one + 1 and blocks[other].gap == "line"
    # "Talks with the press" in the same paragraph
    below_title = one - 1 in body.frame.title or (one > 0 and bool(kinds_of(blocks[one - 1].text)))
    apart = (
        (blocks[one].gap != "line" or below_title)
        and other + 1 < len(blocks)
        and blocks[other + 1].gap != "line"
    )
    if not (together and apart):
        return None
    for day, place in ((one, other), (other, one)):
        if whole_date(blocks[day].text) and _names_hall_and_town(body, place):
            return Headed(day, blocks[place].text, blocks[place].span, "line beside the day")
    return None


def _names_hall_and_town(body: Body, index: int) -> bool:
    """Whether a line is names with commas between them, none of which is a post: a place alone may be a section of the site."""
    text = body.page.blocks[index].text
    pieces = _PIECES.split(text)
    if not 2 <= len(pieces) <= 4 or len(text) > _LONGEST_LINE or any(map(str.isdigit, text)):
        return False
    named = all(
        piece
        and len(piece.split()) <= _LONGEST_PIECE
        and (piece[0].isupper() or piece[0].upper() == piece[0].lower())
        for piece in pieces
    )
    return (
        named
        and text[-1].isalpha()
        and may_be_place(body, index)
        and not (holds_office(text) or kinds_of(text))
    )


def is_place_name(body: Body, index: int) -> bool:
    """Return whether a line is a name with a capital, or two with a comma between them, and could be a place."""
    text = body.page.blocks[index].text
    return (
        bool(NAMED_PLACE.fullmatch(text))
        and may_be_place(body, index)
        and not (holds_office(text.removeprefix("The ")) or kinds_of(text))
    )


def may_be_place(body: Body, index: int) -> bool:
    """Return whether nothing in a line tells that it is no place: a day, an hour, a status, a byline, the title."""
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
