"""What a statement is, when and where it was given: kinds, dates, place, occasion, outlet, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from onrecord.model import (
    KINDS,
    Evidence,
    Span,
)
from onrecord.reading.identity import source_of
from onrecord.reading.page.blocks import STATEMENT
from onrecord.reading.parts.metadata import Line, is_time_line, status_of
from onrecord.reading.parts.titles import TitleTold, is_statement_title, kinds_of
from onrecord.reading.rules import SOURCE_FILE
from onrecord.reading.statement.body import Body, Found, Opening, interview_credit, parse_byline, within
from onrecord.reading.statement.leads import kinds_at_title
from onrecord.reading.statement.people import note_aliases
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.turns import Split
from onrecord.reading.words.dates import FoundDate, find_dates, is_near, whole_date
from onrecord.reading.words.months import MONTHS
from onrecord.reading.words.placed import NO_PLACE, POSTED, opening_day, place_before, place_behind
from onrecord.reading.words.presiding import PRESIDENTS, is_sitting
from onrecord.reading.words.vocabulary import QUESTION_LABELS, WEEKDAYS

_SOURCES = frozenset(("来源", "來源", "source", "quelle", "fuente", "источник"))
_LONGEST_SOURCE = 60  # "Harbour Office, 14 March 2031 10:00"
_LATER = 7  # days
_NAMING = frozenset(("opening.subtitle", "opening.lead", "opening.title_again"))
"""The rules of lines that say once more what the text is: a day in them is that of the occasion."""
_SOON = 60  # days
_NEAR_TITLE = 6  # blocks
_LEAST_HEADLINE = 2  # words
_BEFORE_DAY = 5  # words: the head of another message has more
_UNTIL = frozenset(
    ("-", "–", "—", "to", "until", "till", "bis", "au", "a", "al", "по", "до", "至", "~", "〜", "～")
)
_LONGEST_DAY_LINE, _MOSTLY = 90, 0.25
_OPENS_WITH, _AT_ONCE = 60, 12  # characters
# "3 May", "3. Mai", "3 de mayo", "May 3", without a year
_DAY = re.compile(
    r"(?<!\w)(?:\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s(?:de\s)?[^\W\d_]{3,12}|[^\W\d_]{3,12}\s\d{1,2})(?!\w)"
)
_SITTING = re.compile(r"\b(?:H[CL] )?Deb\b|\bvol\.?\s*\d+|\bsitting of\b|\bSitzung\b", re.IGNORECASE)
# "PART III OF THIRD SESSION", "FIRST SERIES": a printed record's own place, not where it was held
_VOLUME = re.compile(r"\b(?:session|series|volume|vol|parliament|sitting|column|no)\b", re.IGNORECASE)
# "BY PRESS SECRETARY ADA VERNE" above the place: a title in two lines
_BY = re.compile(r"(?:by|of|with|and|from|to|für|par|por)\s", re.IGNORECASE)
_ON_THE_WAY = re.compile(r"(?:en route|on the way)\b", re.IGNORECASE)
# "… the speech made by Ada Verne, the Foreign Secretary, in Halvane on 14 March 2030."
_GIVEN_AT = re.compile(
    r"\b(?:made|given|delivered|held)\s(?:[^.]{0,200}?\b(?:in|at)\s+(?P<place>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}))?"
    r"(?P<rest>[^.]{0,160}?\bon\s[^.]{6,40})"
)


_LABELLED = re.compile(r"[^\W\d_][^:\d]{2,40}:\s")
_HOUR = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?|Uhr\b|heures\b|horas\b|h\b)|\b\d{1,2}:\d{2}\b|\d{1,2}\s?[時时시]",
    re.IGNORECASE,
)


def _tells_when(text: str) -> bool:
    """Whether a line is of an event: "Saturday, 22 September 2029, 10 a.m., Velsen", with day of the week, hour and place."""
    if _LABELLED.match(text):
        return False  # of something else: "State of the transcript: Saturday, 25 May 2031, 15:00"
    words = re.findall(r"[^\W\d_]{2,}", text.lower())
    named = [word for word in words if word not in WEEKDAYS and word not in MONTHS and word not in NO_PLACE]
    return any(word in WEEKDAYS for word in words) and bool(
        _HOUR.search(text) and named and not POSTED.search(text)
    )


def find_kinds(
    body: Body, told: TitleTold, opening: Opening, split: Split, evidence: Found, title_span: Span | None
) -> tuple[str, ...]:
    """Return what the statement is, by a stated kind, its title, the genre in its JSON-LD, or labels of questions."""
    named = tuple(kind for one in body.told.genre if (kind := one.replace(" ", "_")) in KINDS)
    for line in body.lines:
        if line.field == "kind":
            stated = tuple(
                kind for kind in re.split(r"[;,]\s*", line.value.lower()) if kind.replace(" ", "_") in KINDS
            )
            # A line in another language than the model's words, which the page's JSON-LD has as they are.
            kinds = tuple(kind.replace(" ", "_") for kind in stated) or named or kinds_of(line.value)
            if kinds and not stated and not named and told.kinds:
                break  # "Category: Stenographic version", where the title says more
            if kinds:
                evidence.note("kinds", list(kinds), f"line “{line.label}”", line.span, True)
                return kinds[:2]
    if told.kinds:
        evidence.note("kinds", list(told.kinds), "title", title_span, True)
        return told.kinds
    if named:
        evidence.note("kinds", list(named), "JSON-LD genre", None, True)
        return named[:2]
    for index in opening.blocks:
        if opening.rules[index] == "opening.subtitle" and (kinds := kinds_of(body.page.blocks[index].text)):
            evidence.note("kinds", list(kinds), "line at the title", body.page.blocks[index].span, True)
            return kinds
    if at_title := kinds_at_title(body.page, body.frame.title):
        kinds, index = at_title
        evidence.note("kinds", list(kinds), "line at the title", body.page.blocks[index].span, True)
        return kinds
    if (credit := interview_credit(body)) is not None:
        evidence.note("kinds", ["interview"], "line that says who asked", body.page.blocks[credit].span, True)
        return ("interview",)
    if "mark.examination" in split.marks.values():
        evidence.note("kinds", ["debate"], "lines that tell who is examined", None, True)
        return ("debate",)
    labelled = [s.label for s in split.stretches if s.label]
    if len({label.key for label in labelled}) >= 2 and any(
        label.key in ("q", "question") for label in labelled
    ):
        evidence.note("kinds", ["answers_to_media"], "labels of questions", None, True)
        return ("answers_to_media",)
    if is_sitting([label.key for label in labelled]) or _sits_under_a_president(labelled):
        evidence.note("kinds", ["debate"], "labels of a sitting", None, True)
        return ("debate",)
    return ("other",)


def _sits_under_a_president(labels: Sequence[Label]) -> bool:
    """Whether a president gives the floor to two or more whose state or seat stands in brackets: "Mr. Harrow (Skell)"."""
    keys = {label.key for label in labels}
    seated = {label.key for label in labels if label.text.endswith(")")} - PRESIDENTS
    return bool(keys & PRESIDENTS) and len(seated) >= 2 and not keys & QUESTION_LABELS


def find_statement_dates(
    body: Body,
    told: TitleTold,
    opening: Opening,
    introductions: Sequence[Span],
    evidence: Found,
    title_span: Span | None,
    kinds: Sequence[str] = (),
    first_label: int | None = None,
) -> dict[str, str | None]:
    """Each date with its evidence: stated lines first, then the title, opening lines, the lead-in, metadata.

    `kinds` are those of the statement: the day above a sitting is that on which it sat, `first_label` the block where its
    first words are.
    """
    found: dict[str, list[Evidence]] = {"given_on": [], "posted_on": [], "updated_on": []}
    for line in body.lines:
        found["posted_on"] += _beside_source(body, line)
        if line.field in found or line.field in ("date", "speakers"):
            field = (
                str(line.field)
                if line.field in found
                else "given_on"
                if _beside_place(body, line)
                else "posted_on"
            )
            dates = [one for one in body.guide.dates_in(line.value) if not one.ambiguous]
            if line.field == "speakers" and not (dates and dates[0].span[1] == len(line.value)):
                continue  # "Presenter: Press Secretary Ada Verne  September 8, 2031"
            if dates:
                origin = dates[0].origin(f"line “{line.label}”")
                found[field].append(Evidence(dates[0].iso, origin, line.span, False))
    if told.dated:
        found["given_on"].append(
            Evidence(told.dated.iso, told.dated.origin("title"), within(title_span, told.dated.span), False)
        )
    for field, one in _in_lines(body, opening, kinds):
        found[field].append(one)
    for start, end in introductions:
        said = _GIVEN_AT.search(body.page.text[start:end])
        dates = [one for one in body.guide.dates_in(said["rest"]) if not one.ambiguous] if said else []
        if said and dates:
            at = start + said.start("rest")
            span = (at + dates[0].span[0], at + dates[0].span[1])
            found["given_on"].append(Evidence(dates[0].iso, dates[0].origin("introduction"), span, False))
    if "debate" in kinds and not found["given_on"] and (sat := _day_above_labels(body, first_label)):
        found["given_on"].append(sat)
    _part_from_posting(found, body.told.dates["posted_on"])
    if "readout" in told.kinds and not found["given_on"] and opening.rest:
        found["given_on"].extend(_of_readout(body, opening.rest[0], found["posted_on"]))
    for field, listed in body.told.dates.items():
        found[field].extend(listed)
    chosen: dict[str, str | None] = {}
    for field, candidates in found.items():
        chosen[field] = candidates[0].value if candidates else None
        for position, one in enumerate(candidates):
            evidence.note(field, one.value, one.from_, one.span, position == 0)
    return chosen


def _beside_source(body: Body, line: Line) -> Iterator[Evidence]:
    """The one day in a line that names the source: "Source: Harbour Office, 14 March 2031 10:00"."""
    if line.field == "other" and (line.label or "").lower() in _SOURCES:
        dates = [one for one in body.guide.dates_in(line.value) if not one.ambiguous]
        if len(dates) == 1 and len(line.value) <= _LONGEST_SOURCE:
            yield Evidence(dates[0].iso, dates[0].origin(f"line “{line.label}”"), line.span, False)


def _beside_place(body: Body, line: Line) -> bool:
    """Whether a day stands with the place or the speaker in one list: "Date", "Speaker", "Place", as ministries head speeches."""
    return line.field == "date" and any(
        one.field == "place" and abs(one.blocks[0] - line.blocks[0]) <= _NEAR_TITLE for one in body.lines
    )


def _in_lines(body: Body, opening: Opening, kinds: Sequence[str]) -> Iterator[tuple[str, Evidence]]:
    """The days in the lines at the title, their time elements, and the lines behind the words, each with its field."""
    for index in (*body.before_title, *opening.blocks):
        block = body.page.blocks[index]
        days = body.guide.dates_in(block.text)
        for dated in () if _is_term(block.text, days) else days:
            is_own = _is_sites_own if index in body.before_title else _is_far_from_title
            if not dated.ambiguous and not is_own(body, opening, index, dated.iso):
                span = (block.span[0] + dated.span[0], block.span[0] + dated.span[1])
                # "HC Deb 25 January 1989 vol 145": the record's own reference names the day of the sitting.
                named = opening.rules.get(index) in _NAMING and is_statement_title(block.text)
                where = named or place_before(block.text, dated.span) or place_behind(block.text, dated.span)
                sat = "debate" in kinds and not POSTED.search(block.text)
                given = sat or _SITTING.search(block.text) or _tells_when(block.text) or where
                field = "given_on" if given else "posted_on"
                if field == "posted_on" and opening.rules.get(index) == "opening.title_again":
                    continue  # a title's day is that of the occasion
                yield field, Evidence(dated.iso, dated.origin("line at the title"), span, False)
    for index in opening.blocks:
        block = body.page.blocks[index]
        if block.time and (day := body.guide.day_of(block.time)):
            placed = any(place_before(block.text, dated.span) for dated in body.guide.dates_in(block.text))
            field = "given_on" if placed else "posted_on"
            yield field, Evidence(day.iso, day.origin("time element"), block.span, False)
    for index in body.endings:
        block = body.page.blocks[index]
        for dated in body.guide.dates_in(block.text):
            heads = (
                len(block.text[dated.span[1] :].split()) >= _LEAST_HEADLINE
                or len(block.text[: dated.span[0]].split()) > _BEFORE_DAY
            )
            if not dated.ambiguous and not heads:
                span = (block.span[0] + dated.span[0], block.span[0] + dated.span[1])
                given = place_before(block.text, dated.span)
                field = "given_on" if given else "posted_on"
                yield field, Evidence(dated.iso, dated.origin("closing line"), span, False)
    if opening.rest and (opened := opening_day(body.page.blocks[opening.rest[0]].text, body.guide.dates_in)):
        opens_at = within(body.page.blocks[opening.rest[0]].span, opened.dated.span)
        yield (
            "given_on",
            Evidence(opened.dated.iso, opened.dated.origin("dateline of the words"), opens_at, False),
        )


def _day_above_labels(body: Body, first_label: int | None) -> Evidence | None:
    """The one day that the lines above the first words of a sitting tell, each little more than a day: "celebrada el 3 de mayo de 2031"."""
    captured_at = body.guide.when(body.captured_at)
    found: list[Evidence] = []
    for index in range(first_label or 0):
        block = body.page.blocks[index]
        if len(block.text) > _LONGEST_DAY_LINE or block.links or POSTED.search(block.text):
            continue
        days = body.guide.dates_in(block.text)
        if len(days) != 1 or days[0].ambiguous or _is_term(block.text, days):
            continue
        start, end = days[0].span
        if end - start < _MOSTLY * len(block.text) or (captured_at and is_near(days[0].iso, captured_at)):
            continue
        span = (block.span[0] + start, block.span[0] + end)
        found.append(Evidence(days[0].iso, days[0].origin("line above the words"), span, False))
    return found[0] if len({one.value for one in found}) == 1 else None


def _is_term(text: str, days: Sequence[FoundDate]) -> bool:
    """Whether a line tells from when to when: "Period of service: 15/09/2015 - 24/08/2018"."""
    between = (text[one.span[1] : other.span[0]].strip() for one, other in pairwise(days))
    return any(
        each in _UNTIL and one.iso != other.iso
        for each, (one, other) in zip(between, pairwise(days), strict=True)
    )


def _is_far_from_title(body: Body, _: Opening, index: int, day: str) -> bool:
    """Whether a day alone before the words may be the site's own, which has moved there: the capture's, with no title near.

    "(June 1, 2021)" is none: in brackets stands the day of a transcript.
    """
    title = body.frame.title
    if body.page.blocks[index].text.strip()[:1] in ("(", "["):
        return False
    if (title and index - title[-1] <= _NEAR_TITLE) or not whole_date(body.page.blocks[index].text):
        return False
    captured_at = body.guide.when(body.captured_at)
    return captured_at is not None and is_near(day, captured_at)


def _is_sites_own(body: Body, opening: Opening, _: int, day: str) -> bool:
    """Whether a day above the title may be the site's own, which has moved there: the page declares another.

    That must stand below the title too, unless the site's other pages have no day at their titles.
    """
    declared = {str(one.value)[:10] for one in body.told.dates["posted_on"]}
    if not declared or day in declared:
        return False
    if body.frame.inside and not body.frame.dates:
        return True
    below = (body.page.blocks[index].text for index in opening.blocks if index not in body.before_title)
    return any(dated.iso in declared for text in below for dated in body.guide.dates_in(text))


def _of_readout(body: Body, first: int, posted: Sequence[Evidence]) -> Iterator[Evidence]:
    """The day with which the first sentence of a readout opens: "On 3 May, Bel Harrow spoke by telephone with …".

    A year that is left out is that of the posting, which such a day precedes.
    """
    block = body.page.blocks[first]
    known = next((one.value for one in (*posted, *body.told.dates["posted_on"])), None)
    text = block.text[:_OPENS_WITH]
    for dated in body.guide.dates_in(text)[:1]:
        if dated.span[0] <= _AT_ONCE and not dated.ambiguous:
            span = block.span[0] + dated.span[0], block.span[0] + dated.span[1]
            yield Evidence(dated.iso, dated.origin("first sentence of a readout"), span, False)
            return
    for match in _DAY.finditer(text) if known else ():
        found = find_dates(f"{match[0]} {str(known)[:4]}")
        if match.start() <= _AT_ONCE and len(found) == 1 and _just_before(found[0].iso, str(known)):
            span = block.span[0] + match.start(), block.span[0] + match.end()
            yield Evidence(found[0].iso, "first sentence of a readout (year of the posting)", span, False)
            return


def _just_before(day: str, posted: str) -> bool:
    return 0 <= (date.fromisoformat(posted[:10]) - date.fromisoformat(day)).days <= _SOON


def _part_from_posting(found: dict[str, list[Evidence]], declared: Sequence[Evidence]) -> None:
    """Take a day at the title for that of speaking where the page declares that it was posted within a week behind it.

    "(June 1, 2021)" under the title of remarks that were put out on the second; a year between them is that of a move.
    """
    at_title = [one for one in found["posted_on"] if one.from_.startswith("line at the title")]
    if found["given_on"] or not declared or len(at_title) != 1 or len(found["posted_on"]) > 1:
        return
    try:
        later = date.fromisoformat(str(declared[0].value)[:10]) - date.fromisoformat(
            str(at_title[0].value)[:10]
        )
    except ValueError:
        return
    if 0 < later.days <= _LATER:
        found["posted_on"].remove(at_title[0])
        found["given_on"].append(at_title[0])


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
    for index in (*body.before_title, *opening.blocks):
        block = body.page.blocks[index]
        for dated in body.guide.dates_in(block.text):
            if where := place_before(block.text, dated.span) or place_behind(block.text, dated.span):
                start = block.span[0] + block.text.index(where)
                evidence.note("place", where, "line of place and day", (start, start + len(where)), True)
                return where
    if opening.rest and (opened := opening_day(body.page.blocks[opening.rest[0]].text, body.guide.dates_in)):
        start = body.page.blocks[opening.rest[0]].span[0]
        span = start + opened.place[0], start + opened.place[1]
        evidence.note("place", where := body.page.text[slice(*span)], "dateline of the words", span, True)
        return where
    for index in body.endings:
        block = body.page.blocks[index]
        for dated in body.guide.dates_in(block.text):
            if where := place_before(block.text, dated.span):
                start = block.span[0] + block.text.index(where)
                evidence.note("place", where, "closing line", (start, start + len(where)), True)
                return where
    for start, end in introductions:
        said = _GIVEN_AT.search(body.page.text[start:end])
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


def _may_be_place(body: Body, index: int) -> bool:
    text = body.page.blocks[index].text
    bare = text.strip("() ")
    return any(map(str.isalpha, bare)) and not (
        find_dates(text)
        or is_time_line(text)
        or status_of(bare)
        or _VOLUME.search(bare)
        or bare == body.frame.title_text
        or parse_byline(bare)
        or _BY.match(bare)
        or (kinds_of(bare) and " by " in bare.lower())
    )


def find_stated(
    body: Body, field: str, in_title: tuple[str, Span] | None, evidence: Found, title_span: Span | None
) -> str | None:
    """Return the value of a field that a metadata line states, else what the title tells."""
    chosen: str | None = None
    for line in body.lines:
        if line.field == field:
            evidence.note(field, line.value, f"line “{line.label}”", line.span, chosen is None)
            chosen = chosen or line.value
    if in_title:
        evidence.note(field, in_title[0], "title", within(title_span, in_title[1]), chosen is None)
        chosen = chosen or in_title[0]
    return chosen


def find_source(body: Body, url: str | None, evidence: Found) -> str | None:
    """Return who published the text: the source told, else the host; but where the page gives another's text, that one's."""
    based_on = body.told.based_on
    if based_on is None:
        if named := body.guide.name():
            evidence.note("source", named, SOURCE_FILE, None, True)
        return named or source_of(url)
    source = based_on.publisher or source_of(based_on.url)
    if source:
        evidence.note("source", source, "JSON-LD isBasedOn", None, True)
    return source


def note_told(body: Body, split: Split, evidence: Found) -> None:
    """Enter as evidence the language, the element of the statement and the speakers of labels that a source's file tells."""
    note_aliases(body, split, evidence)
    rules = body.guide.rules
    if rules.language:
        evidence.note("language", rules.language, SOURCE_FILE, None, True)
    if rules.statement and "statement" in body.guide.decided:
        blocks = [block for block in body.page.blocks if STATEMENT in block.places]
        span = blocks[0].span[0], blocks[-1].span[1]
        evidence.note("turns", rules.statement, SOURCE_FILE, span, True)


def with_interviewer(
    evidence: Found, body: Body, told: TitleTold, title_span: Span | None
) -> dict[str, tuple[Evidence, ...]]:
    """Return all evidence by field, with the interviewer entered where lines or title name one."""
    find_stated(body, "interviewer", told.interviewer, evidence, title_span)
    return {field: tuple(found) for field, found in sorted(evidence.items())}
