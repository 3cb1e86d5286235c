"""When a statement was given, posted and updated: each day with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.model import (
    Evidence,
    Span,
)
from onrecord.reading.frame.closing import is_closing_place
from onrecord.reading.parts.metadata import Line, status_of
from onrecord.reading.parts.pagehead import BY_ISSUE
from onrecord.reading.parts.titles import TitleTold, is_statement_title
from onrecord.reading.statement.body import Body, Found, Opening, within
from onrecord.reading.statement.facts import GIVEN_AT, day_of_words
from onrecord.reading.statement.headed import headed
from onrecord.reading.statement.places import done_at
from onrecord.reading.words.dates import FoundDate, find_dates, is_near, whole_date
from onrecord.reading.words.fields import METADATA_LABELS
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.months import MONTHS
from onrecord.reading.words.order import names_kind
from onrecord.reading.words.placed import (
    NO_PLACE,
    POSTED,
    opening_bracket,
    place_before,
    place_beside,
)
from onrecord.reading.words.terms import is_of_range, is_term
from onrecord.reading.words.weekdays import WEEKDAYS

_SOURCES = frozenset(("来源", "來源", "source", "quelle", "fuente", "источник"))
_LONGEST_SOURCE = 60  # "Harbour Office, 14 March 2031 10:00"
_LEAST_TITLE = 6  # letters
_PARTING = " .|:,–—-"
_LATER = 7  # days
_WORD_BEFORE = 20  # characters
_NAMING = frozenset(("opening.subtitle", "opening.lead", "opening.title_again"))
"""The rules of lines that say once more what the text is: a day in them is that of the occasion."""
_OF_DELIVERY = frozenset(("check_against_delivery", "as_delivered"))
"""What a line says of the words as they were to be spoken: the day beside it is that of speaking."""
_HELD_BACK = frozenset(("embargo",))
# What a line calls its day, in a word or a few before a colon: "Elhangzott: 2031. május 14."
_NAMED_DAY = re.compile(
    r"\W*(?P<label>[^\W\d_][^\d:：|]{2,40})\s?[:：]\s?(?:[^\W\d_]{2,12}[.,]{0,2}\s){0,2}$"
)
_DAY_LABELS = frozenset(label_key(label) for label in METADATA_LABELS)
_SOON = 60  # days
_NEAR_TITLE = 6  # blocks
_LEAST_HEADLINE = 2  # words
_BEFORE_DAY = 5  # words: the head of another message has more
_LONGEST_DAY_LINE, _MOSTLY = 90, 0.25
# "Public sitting held on Wednesday 14 May 2031, at 10 a.m., at …, President Verne presiding, in the case …"
_HELD = re.compile(
    r"\b(?:held|tenue|tenuta|celebrada|realizada)\s(?:on|le|il|el|em|a)\s(?:[^\W\d_]{4,12},?\s)?(?=\d)",
    re.IGNORECASE,
)
_NEAR_TOP = 80  # characters
_OPENS_WITH, _AT_ONCE = 60, 12  # characters
# "3 May", "3. Mai", "3 de mayo", "May 3", without a year
_DAY = re.compile(
    r"(?<!\w)(?:\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s(?:de\s)?[^\W\d_]{3,12}|[^\W\d_]{3,12}\s\d{1,2})(?!\w)"
)
_SITTING = re.compile(r"\b(?:H[CL] )?Deb\b|\bvol\.?\s*\d+|\bsitting of\b|\bSitzung\b", re.IGNORECASE)
# When they began, with its zone: "2:10 P.M. EST"
_BEGAN = re.compile(r"\(?\d{1,2}[:.]\d{2,3}\s*[ap]\.?m\.?,?\s+\(?[A-Z]{1,4}T\)?\)?", re.IGNORECASE)
_LABELLED = re.compile(r"[^\W\d_][^:\d]{2,40}:\s")
_HOUR = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?|Uhr\b|heures\b|horas\b|h\b)|\b\d{1,2}:\d{2}\b|\d{1,2}\s?[時时시]",
    re.IGNORECASE,
)


# Behind these words of a lead-in stands the day of speaking
_TODAY = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening)|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|dzisiaj|сегодня|сьогодні|bugün)[\s,(]+",
    re.IGNORECASE,
)
_LONGEST_DAY = 48  # characters
_WITHOUT_YEAR = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?!\s?\d)")
# "(Morning of Tuesday, May 3, 2031)": no day of posting is told so
_PART_OF_DAY = re.compile(r"\W*(?:in the )?(?:morning|afternoon|evening) (?:of|on)\b", re.IGNORECASE)


def _tells_when(text: str) -> bool:
    """Whether a line is of an event: "Saturday, 22 September 2029, 10 a.m., Velsen", with day of the week, hour and place."""
    if _PART_OF_DAY.match(text):
        return True
    if _LABELLED.match(text):
        return False  # of something else: "State of the transcript: Saturday, 25 May 2031, 15:00"
    words = re.findall(r"[^\W\d_]{2,}", text.lower())
    named = [word for word in words if word not in WEEKDAYS and word not in MONTHS and word not in NO_PLACE]
    return any(word in WEEKDAYS for word in words) and bool(
        _HOUR.search(text) and named and not POSTED.search(text)
    )


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
                if _beside_place(body, line) or _beside_posting(body, line)
                else "posted_on"
            )
            dates = [one for one in body.guide.dates_in(line.value) if not one.ambiguous]
            if line.field == "speakers" and not (dates and dates[0].span[1] == len(line.value.rstrip(") "))):
                continue  # "Presenter: Press Secretary Ada Verne  September 8, 2031"
            if dates:
                origin = dates[0].origin(f"line “{line.label}”")
                found[field].append(Evidence(dates[0].iso, origin, line.span, False))
    in_title = list(_in_title(told, title_span))
    if issue := next((one for one in body.told.dates["posted_on"] if one.from_.startswith(BY_ISSUE)), None):
        # "ORDERS FOR MONDAY, MAY 23, 2031", in the record of the Friday before
        in_title = [(field, one) for field, one in in_title if str(one.value) <= str(issue.value)]
    for field, one in in_title:
        found[field].append(one)
    found["posted_on"] += _in_heading(body, title_span)
    if not in_title and (day := _day_in_head(body)):
        found["given_on"].append(Evidence(day.iso, day.origin("page title"), None, False))
    for field, one in _in_lines(body, opening, kinds):
        found[field].append(one)
    leads = [body.page.blocks[index].span for index, rule in opening.rules.items() if rule == "opening.lead"]
    for introduction in (*leads, *introductions):
        found["given_on"] += _in_introduction(body, introduction, found["posted_on"])
    if "debate" in kinds and not found["given_on"] and (sat := _day_above_labels(body, first_label)):
        found["given_on"] += [sat] if issue is None or str(sat.value) <= str(issue.value) else []
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


def _in_introduction(body: Body, introduction: Span, posted: Sequence[Evidence]) -> Iterator[Evidence]:
    """The day in a publisher's lead-in: "made … on 3 May 2031", "this morning (Sunday, 3 May 2031)", "heute (03.05.)" of the posting."""
    text, start = body.page.text[slice(*introduction)], introduction[0]
    if opened := opening_bracket(text, body.guide.dates_in):
        span = start + opened.dated.span[0], start + opened.dated.span[1]
        yield Evidence(opened.dated.iso, opened.dated.origin("introduction"), span, False)
        return
    if said := GIVEN_AT.search(text):
        for dated in [one for one in body.guide.dates_in(said["rest"]) if not one.ambiguous][:1]:
            at = start + said.start("rest")
            span = at + dated.span[0], at + dated.span[1]
            yield Evidence(dated.iso, dated.origin("introduction"), span, False)
            return
    for today in _TODAY.finditer(text):
        for dated in body.guide.dates_in(text[today.end() :][:_LONGEST_DAY]):
            if not dated.ambiguous and len(text[today.end() :][: dated.span[0]].split()) <= 1:
                span = start + today.end() + dated.span[0], start + today.end() + dated.span[1]
                yield Evidence(dated.iso, dated.origin("introduction"), span, False)
                return
        short = _WITHOUT_YEAR.match(text, today.end())
        day = posted[0].value if short and posted else None
        if short and day and str(day)[5:10] == f"{int(short['month']):02}-{int(short['day']):02}":
            span = start + short.start("day"), start + short.end("month")
            yield Evidence(str(day)[:10], "introduction (year of the posting)", span, False)
            return


def _in_title(told: TitleTold, title_span: Span | None) -> Iterator[tuple[str, Evidence]]:
    """The day in a title: when it was given, or published where the title says so."""
    for field, dated in (("given_on", told.dated), ("posted_on", told.posted)):
        if dated:
            yield field, Evidence(dated.iso, dated.origin("title"), within(title_span, dated.span), False)


def _in_heading(body: Body, title_span: Span | None) -> Iterator[Evidence]:
    """The day that stands in the heading before or behind the title's own words, as sites put it there: "14 May 2031 The bridge opens"."""
    first = body.page.blocks[body.frame.title[0]].span[0] if body.frame.title else 0
    if title_span is not None and first < title_span[0]:
        for dated in body.guide.dates_in(body.page.text[first : title_span[0]])[:1]:
            span = first + dated.span[0], first + dated.span[1]
            yield Evidence(dated.iso, dated.origin("line at the title"), span, False)
    last = body.page.blocks[body.frame.title[-1]].span[1] if body.frame.title else 0
    if title_span is not None and title_span[1] < last:
        for dated in body.guide.dates_in(body.page.text[title_span[1] : last])[:1]:
            span = title_span[1] + dated.span[0], title_span[1] + dated.span[1]
            yield Evidence(dated.iso, dated.origin("line at the title"), span, False)


def _beside_source(body: Body, line: Line) -> Iterator[Evidence]:
    """The one day in a line that names the source: "Source: Harbour Office, 14 March 2031 10:00"."""
    if line.field == "other" and (line.label or "").lower() in _SOURCES:
        dates = [one for one in body.guide.dates_in(line.value) if not one.ambiguous]
        if len(dates) == 1 and len(line.value) <= _LONGEST_SOURCE:
            yield Evidence(dates[0].iso, dates[0].origin(f"line “{line.label}”"), line.span, False)


def _day_in_head(body: Body) -> FoundDate | None:
    """The day that the page's head has right before or behind the title: "14 May 2031 Press conference by …"."""
    head, title = body.page.head.title or "", body.frame.title_text or ""
    at = head.find(title) if len(title) >= _LEAST_TITLE else -1
    if at < 0:
        return None
    before, behind = head[:at], head[at + len(title) :].strip(_PARTING).split("|", 1)[0]
    days = (whole_date(beside.strip(_PARTING)) for beside in (before, behind) if beside.strip(_PARTING))
    return next((day for day in days if day and not day.ambiguous), None)


def _beside_place(body: Body, line: Line) -> bool:
    """Whether a day stands with the place or the speaker in one list: "Date", "Speaker", "Place", as ministries head speeches."""
    return line.field == "date" and any(
        one.field == "place" and abs(one.blocks[0] - line.blocks[0]) <= _NEAR_TITLE for one in body.lines
    )


def _beside_posting(body: Body, line: Line) -> bool:
    """Whether another line states when the text was posted: then "Date: …" is that of what it tells."""
    return line.field == "date" and any(one.field == "posted_on" for one in body.lines)


def _in_lines(body: Body, opening: Opening, kinds: Sequence[str]) -> Iterator[tuple[str, Evidence]]:
    """The days in the lines at the title, their time elements, and the lines behind the words, each with its field."""
    above = headed(body, opening)
    for index in (*body.before_title, *opening.blocks):
        block = body.page.blocks[index]
        days = body.guide.dates_in(block.text)
        for dated in () if _is_of_something_else(block.text, days) else days:
            is_own = _is_sites_own if index in body.before_title else _is_far_from_title
            if not dated.ambiguous and not is_own(body, opening, index, dated.iso):
                span = (block.span[0] + dated.span[0], block.span[0] + dated.span[1])
                # "HC Deb 25 January 1989 vol 145": the record's own reference names the day of the sitting.
                named = opening.rules.get(index) in _NAMING and is_statement_title(block.text)
                # "… im Interview mit der Küstenpost. Erschienen am 14.05.2031."
                before = block.text[max(dated.span[0] - _WORD_BEFORE, 0) : dated.span[0]]
                named = named and not POSTED.search(before)
                where = named or place_beside(block.text, dated.span)
                sat = "debate" in kinds and not POSTED.search(block.text)
                held = above is not None and index == above.day
                delivered = _OF_DELIVERY.intersection(status_of(block.text))
                given = (
                    held
                    or sat
                    or delivered
                    or _begins_below(body, opening, index)
                    or _SITTING.search(block.text)
                    or _tells_when(block.text)
                    or where
                )
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
                below_place = is_closing_place(body.page.blocks, index - 1)
                given = below_place or place_before(block.text, dated.span)
                field = "given_on" if given else "posted_on"
                yield field, Evidence(dated.iso, dated.origin("closing line"), span, False)
    if done := done_at(body):
        yield "given_on", Evidence(done.day, "closing formula", done.span, False)
    if opened := day_of_words(body, opening):
        opens_at = within(body.page.blocks[opening.rest[0]].span, opened.dated.span)
        yield (
            "given_on",
            Evidence(opened.dated.iso, opened.dated.origin("dateline of the words"), opens_at, False),
        )


def _is_of_something_else(text: str, days: Sequence[FoundDate]) -> bool:
    """Whether a line tells a term, several days in a row, until when a text is held back, or a day of what its label says and we do not know."""
    if not days:
        return False
    named = _NAMED_DAY.match(text[: days[0].span[0]])
    unknown = (
        named is not None
        and label_key(named["label"]) not in _DAY_LABELS
        and not (POSTED.search(named["label"]) or names_kind(named["label"]))
    )
    return (
        unknown
        or is_term(text, days)
        or any(is_of_range(text, day) for day in days)
        or _HELD_BACK.intersection(status_of(text)) != frozenset()
    )


def _begins_below(body: Body, opening: Opening, index: int) -> bool:
    """Whether right below a day alone stands when they began, as transcripts print it: "2:10 P.M. EST", and not of a posting."""
    blocks = body.page.blocks
    timed = opening.rules.get(index + 1) == "opening.time" and whole_date(blocks[index].text) is not None
    return timed and _BEGAN.fullmatch(blocks[index + 1].text.strip()) is not None


def _day_above_labels(body: Body, first_label: int | None) -> Evidence | None:
    """The one day that the lines above the first words of a sitting tell, each little more than a day: "celebrada el 3 de mayo de 2031"."""
    captured_at = body.guide.when(body.captured_at)
    found: list[Evidence] = []
    for index in range(first_label or 0):
        block = body.page.blocks[index]
        held = _HELD.search(block.text[:_NEAR_TOP])
        if (len(block.text) > _LONGEST_DAY_LINE and not held) or block.links or POSTED.search(block.text):
            continue
        days = body.guide.dates_in(block.text)
        if len(days) != 1 or days[0].ambiguous or is_term(block.text, days):
            continue
        start, end = days[0].span
        if held and held.end() != start:
            held = None
        if (end - start < _MOSTLY * len(block.text) and not held) or (
            captured_at and is_near(days[0].iso, captured_at)
        ):
            continue
        span = (block.span[0] + start, block.span[0] + end)
        found.append(Evidence(days[0].iso, days[0].origin("line above the words"), span, False))
    return found[0] if len({one.value for one in found}) == 1 else None


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
