"""Where a statement was given, with its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import (
    Span,
)
from onrecord.reading.frame.closing import is_closing_place
from onrecord.reading.page.named import words_of_names
from onrecord.reading.parts.endlines import is_time_line
from onrecord.reading.parts.titles import TitleTold, kinds_of
from onrecord.reading.statement.body import Body, Found, Opening
from onrecord.reading.statement.facts import GIVEN_AT, day_of_words, find_stated
from onrecord.reading.statement.headed import LONGEST_PLACE, NAMED_PLACE, headed, may_be_place
from onrecord.reading.words.dates import whole_date
from onrecord.reading.words.gatherings import gathering_in
from onrecord.reading.words.placed import opening_bracket, place_before, place_beside
from onrecord.reading.words.postwords import holds_office

_ON_THE_WAY = re.compile(r"(?:en route|on the way)\b", re.IGNORECASE)
# "…, at the Harbour Club, Skell, 13 May 2031."
_PLACE_AND_DAY = re.compile(
    r"(?:\bat\s[^,]{3,80},|,\s(?:in|en|em|à|im|w))\s(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})(?:\s\([A-Z]{2}\))?,\s"
    r"(?:(?:on|em|el|le|am|den|dnia|il)\s)?$"
)
# "Done at Skell on 14 May 2031", "Fait à Skell, le 14 mai 2031"
_DONE = re.compile(
    r"(?:Done|Signed|Adopted|Issued|Fait|Hecho|Geschehen|Fatto|Feito|Sporządzono|Совершено|Вчинено) (?:at|in|à|en|zu|em|w|в|у|a) (?P<place>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,2})[,\s]"
)
_NEAR_END, _SOON_BEHIND = 6, 24  # blocks, characters
_AT = re.compile(r"^(?:at|in) (?:the )?", re.IGNORECASE)
_LONGEST_ROW = 120
_PLACES = frozenset("place location venue lieu lugar luogo ort local plaats sted plats miejsce".split())
"""What sites call the element with the place of their texts."""


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
    if found := headed(body, opening):
        evidence.note("place", found.place, found.origin, found.span, True)
        return found.place
    for index in (*body.before_title, *opening.blocks):
        block = body.page.blocks[index]
        for dated in body.guide.dates_in(block.text):
            if where := place_beside(block.text, dated.span):
                start = block.span[0] + block.text.index(where)
                evidence.note("place", where, "line of place and day", (start, start + len(where)), True)
                return where
    if named := _under_title(body, opening) or _in_its_element(body, opening) or _again(body, opening):
        evidence.note("place", *named, True)
        return named[0]
    if opened := day_of_words(body, opening):
        start = body.page.blocks[opening.rest[0]].span[0]
        span = start + opened.place[0], start + opened.place[1]
        evidence.note("place", where := body.page.text[slice(*span)], "dateline of the words", span, True)
        return where
    for index in body.endings:
        block = body.page.blocks[index]
        if is_closing_place(body.page.blocks, index) and not holds_office(block.text):
            evidence.note("place", block.text, "closing line", block.span, True)
            return block.text
        for dated in body.guide.dates_in(block.text):
            if where := place_before(block.text, dated.span):
                start = block.span[0] + block.text.index(where)
                evidence.note("place", where, "closing line", (start, start + len(where)), True)
                return where
    if done := done_at(body):
        evidence.note("place", done.place, "closing formula", done.span, True)
        return done.place
    leads = [body.page.blocks[index].span for index, rule in opening.rules.items() if rule == "opening.lead"]
    for start, end in (*leads, *introductions):
        if opened := opening_bracket(body.page.text[start:end], body.guide.dates_in):
            span = start + opened.place[0], start + opened.place[1]
            evidence.note("place", where := body.page.text[slice(*span)], "introduction", span, True)
            return where
        said = GIVEN_AT.search(body.page.text[start:end])
        if said and said["place"]:
            span = (start + said.start("place"), start + said.end("place"))
            evidence.note("place", said["place"], "introduction", span, True)
            return said["place"]
    return None


def find_occasion(
    body: Body, told: TitleTold, opening: Opening, evidence: Found, title_span: Span | None
) -> str | None:
    """Return what it was given at, as a line or the title states it, or a line with the day: "Opening Session, 4 May 2031"."""
    if stated := find_stated(body, "occasion", told.occasion, evidence, title_span):
        return stated
    for index in (*body.before_title, *opening.blocks):
        block = body.page.blocks[index]
        if (
            len(block.text) <= _LONGEST_ROW
            and body.guide.dates_in(block.text)
            and (met := gathering_in(block.text))
        ):
            start = block.span[0]
            evidence.note(
                "occasion", met[0], "line of place and day", (start + met[1][0], start + met[1][1]), True
            )
            return met[0]
    return None


def _again(body: Body, opening: Opening) -> tuple[str, str, Span] | None:
    """A town at the end of a title that stands in a line of its own as well: "Doorstop - Orvane, Halvane" over "Halvane"."""
    title = body.frame.title_text or ""
    for index in opening.blocks:
        block = body.page.blocks[index]
        town = block.text
        if (
            len(town) > LONGEST_PLACE
            or not NAMED_PLACE.fullmatch(town)
            or holds_office(town)
            or kinds_of(town)
        ):
            continue
        before = title[: -len(town)] if title.endswith(town) else ""
        if before.rstrip().endswith(("-", "–", "—", ",")):
            piece = re.split(r"\s[–—-]\s", title)[-1]
            return (piece if NAMED_PLACE.fullmatch(piece) else town), "line below the title", block.span
    return None


class Done(NamedTuple):
    """Where and when a text was signed, and the line that says so."""

    day: str
    place: str
    span: Span


def done_at(body: Body) -> Done | None:
    """Return what a formula near the end tells: "Done at Skell on 14 May 2031, in two originals."."""
    for index in body.indices[-_NEAR_END:]:
        block = body.page.blocks[index]
        formula = _DONE.match(block.text)
        days = body.guide.dates_in(block.text) if formula else ()
        if formula and days and not days[0].ambiguous and days[0].span[0] - formula.end() <= _SOON_BEHIND:
            return Done(days[0].iso, formula["place"], block.span)
    return None


def _under_title(body: Body, opening: Opening) -> tuple[str, str, Span] | None:
    """The place before the day in a line under the title: "Speech by Ada Verne, at the Harbour Club, Skell, 13 May 2031."."""
    for index in opening.blocks:
        block = body.page.blocks[index]
        days = body.guide.dates_in(block.text) if opening.rules[index] == "opening.subtitle" else ()
        if len(days) == 1 and (ended := _PLACE_AND_DAY.search(block.text[: days[0].span[0]])):
            start = block.span[0] + ended.start("place")
            return ended["place"], "line under the title", (start, start + len(ended["place"]))
    return None


def _in_its_element(body: Body, opening: Opening) -> tuple[str, str, Span] | None:
    """The line at the title whose element a site calls one for places."""
    for index in (*body.before_title, *opening.blocks):
        block = body.page.blocks[index]
        if _may_name_place(block.text) and not _PLACES.isdisjoint(words_of_names(body.page, block)):
            return _AT.sub("", block.text), "line that its element’s name calls a place", block.span
    return None


def _may_name_place(text: str) -> bool:
    """Whether a line could be the name of a place: short, without figures, and no sentence."""
    short = len(text) <= LONGEST_PLACE and text.removesuffix(")")[-1:].isalpha()  # "Skell (Halvane)"
    return short and not any(map(str.isdigit, text)) and not kinds_of(text)


def _above_the_time(body: Body, opening: Opening) -> tuple[str, str, Span] | None:
    """ "3:18 P.M. EDT" under "South Court Auditorium": the line above the time of day names the place, or two lines of one paragraph."""
    blocks = body.page.blocks
    for position in range(1, len(opening.blocks)):
        if not is_time_line(blocks[opening.blocks[position]].text):
            continue
        beside = opening.blocks[:position]
        before = next(
            (i for i in reversed(beside) if not (blocks[i].is_linked or whole_date(blocks[i].text))),
            beside[0],
        )
        passed = before != beside[-1] and opening.rules[before] != "opening.short"
        if passed or not may_be_place(body, before):
            continue
        text, first = blocks[before].text.strip("() "), before
        preceding = [index for index in beside if index < before]
        above = preceding[-1] if preceding else before
        together = above == before - 1 and blocks[before].gap == "line" and blocks[before].path
        if together and blocks[above].path == blocks[before].path and may_be_place(body, above):
            joint = " " if _ON_THE_WAY.match(text) else ", "
            text, first = f"{blocks[above].text.strip('() ,')}{joint}{text}", above
        return text, "line above the time of day", (blocks[first].span[0], blocks[before].span[1])
    return None
