"""The days on which a page without a statement says it was posted and updated, each with its evidence and its rivals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from onrecord.model import Evidence, Span
from onrecord.reading.frame.layout import Layout
from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.pagehead import HeadTold
from onrecord.reading.rules import Guide
from onrecord.reading.words.caseless import caseless, lowered
from onrecord.reading.words.dates import FoundDate
from onrecord.reading.words.weekdays import WEEKDAYS

_Field = Literal["posted_on", "updated_on"]
_OUTSIDE = frozenset(("nav", "footer", "aside", "form", "button", "select"))
_BEFORE, _BEHIND, _AROUND = 3, 16, 3
# "Term: 21 (8 June 2031 - )": since when something holds
_OPEN_TERM = re.compile(r"\s*[-–—]\s*(?:[)\]]|$)")
_PROSE = 80
_LONGEST_LINE = 160
_MOST_WORDS = 8
_OPENING = 4
_OPENS_WITHIN = 60
# "Published On May 10, 2022", "postado em 04/05/2022", "Pressemitteilung vom 25. Januar 2022": words before a day
_POSTED = caseless(
    r"\b(?:publish|posted|post date|issued|first seen|publi[ée]|publicad|postado|pubblicat|veröffentlich|erschienen|erstellt|"
    r"eingestellt|gepubliceerd|geplaatst|publicerad|publisert|offentliggjort|julkaistu|opublikowan|zveřejněn|objavljen|közzétéve|"
    r"yayınlan|yayımlan|опублик|размещен|оприлюднен|публикуван|δημοσ|pressemitteilung|press release|communiqué|comunicado|"
    r"пресс-релиз|komunikat)|发布|發布|公開日|掲載日|등록일|게시일|نشر|פורסם",
)
_UPDATED = caseless(
    r"\b(?:updat|modifi|revised|edited|changed|reviewed|aktualis|geändert|stand\b|mis à jour|mise à jour|actualiz|atualiz|aggiorn|"
    r"bijgewerkt|gewijzigd|uppdater|oppdater|opdater|päivitet|zaktualiz|aktualiz|ažurir|frissít|güncel|обновл|измен|оновлен|"
    r"ενημερ|modificad)|更新|修改|최종수정|تحديث|עודכן",
)
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?|\b[ap]\.?\s?m\b\.?|\b(?:uhr|gmt|utc|[ce]e?s?t|h)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
# "Born: 3 May 1950", "Deadline 3 May 2022", "until 3 May 2022": a day of something else
_OF_ELSE = caseless(
    r"(?:[^\W\d_]{3,}\s*[:：]|\b(?:until|till|by|before|since|from|bis|seit|ab|vor|hasta|desde|jusqu['’]au|depuis|avant|até|fino al|до|с|"
    r"deadline|expires|valid|event|born|died|due|starts?|begins?|ends?))\s*$",
)
_BEFORE_DAY = caseless(r"(?:\b(?:on|am|den|vom|of|le|du|el|del|em|il|op|den|dated?|from)\s*)?[\s(\[|,–—-]*$")
# "Halvane, 3 May 2022 – The harbour …"
_PLACE_BEFORE = re.compile(r"[^\W\d_][\w .'’-]{1,30}[,(]\s*$")
_DASH_BEHIND = re.compile(r"\s*\)?\s*(?:[–—:|-]|\.\s*[–—-])")
# "/2022/05/04/the-harbour", "/2022-05-04-the-harbour"
_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?=[/_-]|$)")


class _Seen(NamedTuple):
    """A day that a line of the page shows, where it stands, and what it is said to be."""

    found: FoundDate
    field: _Field
    read_from: str
    is_told: bool
    """Whether a word says what it is, or the site's other pages have their day in that place."""
    span: Span | None
    is_behind: bool
    """Whether it stands behind the title."""


def find_page_dates(
    layout: Layout, blocks: Sequence[Block], told: HeadTold, guide: Guide, url: str | None
) -> dict[str, tuple[Evidence, ...]]:
    """Return what tells each field of a page without a statement, the value taken marked as chosen; nothing tells: no value.

    A day behind a word for it comes first, if it stands at the title. One without a word is taken where the page's head
    names it too, or the day beside it, which is the same moment elsewhere; or where the head is silent and one day alone
    stands there. What could be two days is settled by the head, or left.
    """
    head = told.dates
    zone = [*(layout.frame.dates or ()), *_zone(layout.frame.title, layout.body, blocks)]
    seen = [_settled(one, head) for one in _near_title(layout, blocks, guide, zone)]
    sure = [one for one in seen if one is not None]
    elsewhere = list(_labelled_elsewhere(layout, guide, frozenset(zone)))
    posted = [one for one in sure if one.field == "posted_on"]
    tiers: dict[str, list[list[Evidence]]] = {
        "posted_on": [
            _evidence(one for one in posted if one.is_told),
            _agreeing(posted, head["posted_on"]),
            head["posted_on"],
            _only_day(posted, elsewhere),
            _from_address(url, guide),
        ],
        "updated_on": [
            _evidence(one for one in sure if one.field == "updated_on"),
            head["updated_on"],
            _evidence(one for one in elsewhere if one.field == "updated_on"),
        ],
    }
    found = {}
    for field, listed in tiers.items():
        rivals = _evidence(one for one in (*sure, *elsewhere) if one.field == field)
        if evidence := _chosen(listed, rivals):
            found[field] = evidence
    return found


def find_head_dates(told: HeadTold) -> dict[str, tuple[Evidence, ...]]:
    """Return what the head alone tells of a page's days, the first of each field chosen."""
    fields: tuple[_Field, ...] = ("posted_on", "updated_on")
    return {field: _chosen([told.dates[field]], ()) for field in fields if told.dates[field]}


def _chosen(tiers: Sequence[Sequence[Evidence]], rivals: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """All evidence once, the first of the tiers chosen; none is, where no tier holds any."""
    taken = next((tier[0] for tier in tiers if tier), None)
    listed = dict.fromkeys(one for tier in (*tiers, rivals) for one in tier)
    ordered = ([taken] if taken else []) + [one for one in listed if one != taken]
    return tuple(Evidence(one.value, one.from_, one.span, one is taken) for one in ordered)


def _evidence(seen: Iterable[_Seen]) -> list[Evidence]:
    return [Evidence(one.found.iso, one.found.origin(one.read_from), one.span, False) for one in seen]


def _agreeing(posted: Sequence[_Seen], head: Sequence[Evidence]) -> list[Evidence]:
    """Days at the title that the head names too, or the day beside it."""
    days = [str(one.value) for one in head]
    return _evidence(one for one in posted if any(_apart(one.found.iso, day) <= 1 for day in days))


def _only_day(posted: Sequence[_Seen], elsewhere: Sequence[_Seen]) -> list[Evidence]:
    """What stands at the title if it is one day alone, first behind it; else what one label elsewhere tells."""
    for group in (
        [one for one in posted if one.is_behind],
        [one for one in posted if not one.is_behind],
        [one for one in elsewhere if one.field == "posted_on"],
    ):
        if group:
            return _evidence(group) if len({one.found.iso for one in group}) == 1 else []
    return []


def _from_address(url: str | None, guide: Guide) -> list[Evidence]:
    try:
        match = _IN_ADDRESS.search(urlsplit(url or "").path)
    except ValueError:
        return []  # "http://[": no address
    day = guide.day_of(f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}") if match else None
    return [Evidence(day.iso, "address", None, False)] if day else []


def _settled(one: _Seen, head: Mapping[str, Sequence[Evidence]]) -> _Seen | None:
    """A day whose day and month could change places, as the page's head tells which is which; None where it does not."""
    if not one.found.ambiguous:
        return one
    days = [str(evidence.value) for field in ("posted_on", "updated_on") for evidence in head[field]]
    either = [day for day in (one.found.iso, one.found.exchanged) if day]
    right = {day for day in either if any(_apart(day, other) <= 1 for other in days)}
    if len(right) != 1:
        return None
    by = "day-month order: the page's metadata"
    return one._replace(found=FoundDate(right.pop(), one.found.span, by=by))


def _apart(one: str, other: str) -> int:
    """How many days lie between two; many where one is none."""
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return 9_999


def _near_title(
    layout: Layout, blocks: Sequence[Block], guide: Guide, zone: Iterable[int]
) -> Iterator[_Seen]:
    """The days of short lines around the title and before the text, and that with which the text opens."""
    title, body = layout.frame.title, layout.body
    held = {*title, *(index for entry in layout.entries for index in entry.blocks)}
    held |= {index for index, name in layout.furniture.named.items() if name != "contact"}
    for index in dict.fromkeys(zone):
        block = blocks[index]
        if index in held or not block.places.isdisjoint(_OUTSIDE):
            continue
        is_behind = not title or index > title[-1]
        if len(block.text) <= _LONGEST_LINE:
            is_learnt = index in (layout.frame.dates or ())
            yield from _in_line(block, guide, is_behind=is_behind, is_learnt=is_learnt)
        if index in body[:_OPENING]:
            yield from _in_opening(block, guide)


def _zone(title: Sequence[int], body: Sequence[int], blocks: Sequence[Block]) -> list[int]:
    """The blocks right before the title, those behind it as far as the second paragraph of the text, those at its beginning."""
    zone: list[int] = []
    if title:
        behind = range(title[-1] + 1, min(title[-1] + 1 + _BEHIND, len(blocks)))
        paragraphs = [index for index in behind if len(blocks[index].text) > _PROSE]
        zone += [index for index in behind if not paragraphs[1:] or index <= paragraphs[1]]
        zone += reversed(range(max(title[0] - _BEFORE, 0), title[0]))
    if body:
        around = range(max(body[0] - _AROUND, 0), min(body[0] + _AROUND, len(blocks)))
        zone += [index for index in (*around, *body[:_OPENING]) if not title or index > title[-1]]
    return list(dict.fromkeys(zone))


def _in_line(block: Block, guide: Guide, *, is_behind: bool, is_learnt: bool) -> Iterator[_Seen]:
    """The days of a line that holds little else: "Ada Verne, 3 May 2022", "Posted 3 May 2022 | Updated 4 May 2022"."""
    text = block.text
    found = guide.dates_in(text)
    if block.time and not found and (day := guide.day_of(block.time)):
        field = _field_of(text)
        yield _Seen(
            day, field or "posted_on", "time element", field is not None or is_learnt, block.span, is_behind
        )
    rest = text
    for one in reversed(found):
        rest = rest[: one.span[0]] + " " + rest[one.span[1] :]
    words = [word for word in _WORD.findall(_CLOCK.sub(" ", rest)) if word.lower() not in WEEKDAYS]
    at = 0
    plain: list[_Seen] = []
    little = len(words) <= _MOST_WORDS
    for one in found:
        before = text[at : one.span[0]]
        at = one.span[1]
        span = (block.span[0] + one.span[0], block.span[0] + one.span[1])
        if field := _field_of(before):
            yield _Seen(one, field, "line at the title", True, span, is_behind)
        elif _OPEN_TERM.match(text, at):
            little = False
        else:
            plain.append(_Seen(one, "posted_on", "line at the title", is_learnt, span, is_behind))
            little = little and not _OF_ELSE.search(before.rstrip(" ("))
    if little and len({one.found.iso for one in plain}) == 1:
        yield plain[0]


def _field_of(before: str) -> _Field | None:
    """What the words before a day call it: the last of them counts."""
    lower = lowered(before)
    updated, posted = (list(words.pattern.finditer(lower)) for words in (_UPDATED, _POSTED))
    if updated and (not posted or updated[-1].start() > posted[-1].start()):
        return "updated_on"
    return "posted_on" if posted else None


def _in_opening(block: Block, guide: Guide) -> Iterator[_Seen]:
    """ "(21 November 2022) The harbour …", "Press release of 3 May 2022 | Halvane – …", "Halvane, 3 May 2022 – …"."""
    for one in guide.dates_in(block.text[: 2 * _OPENS_WITHIN])[:1]:
        start, end = one.span
        before, behind = block.text[:start], block.text[end : end + 4]
        if start > _OPENS_WITHIN or len(block.text) <= end + _OPENS_WITHIN:
            continue
        bracketed = before.strip() == "(" and behind.lstrip().startswith(")")
        lead = _BEFORE_DAY.pattern.sub("", lowered(before))
        named = bool(_POSTED.search(lead)) and len(_WORD.findall(lead)) <= 4
        dated = bool(_PLACE_BEFORE.fullmatch(before)) and bool(_DASH_BEHIND.match(behind))
        alone = not before.strip() and bool(_DASH_BEHIND.match(behind))
        if bracketed or named or dated or alone:
            span = (block.span[0] + start, block.span[0] + end)
            yield _Seen(one, "posted_on", "opening of the text", named, span, True)


def _labelled_elsewhere(layout: Layout, guide: Guide, zone: Collection[int]) -> Iterator[_Seen]:
    """The lines of the page with a word for a day that do not stand at the title."""
    for line in layout.lines:
        field: _Field | None = (
            "updated_on" if line.field == "updated_on" else "posted_on" if line.field == "posted_on" else None
        )
        days = [one for one in guide.dates_in(line.value) if not one.ambiguous] if field else []
        if field and days and line.blocks[0] not in zone:
            yield _Seen(days[0], field, f"line “{line.label}”", True, line.span, True)
