"""The day claimed for a quotation, in the clause that says who said it; what needs a year is told from the article's own day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.model import ClaimedDate, Span
from onrecord.quoting.articles import Quoted, is_saying, says_unspaced
from onrecord.reviewing.day_words import DayWords, find_days
from onrecord.reviewing.surroundings import Surroundings

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]|[\u0900-\u0963])*")
_LONGEST_AGO, _LONGEST_LABEL = 200, 100


def claim_days(
    text: str, quotations: Sequence[Quoted], near: Surroundings, posted_on: str | None, language: str | None
) -> list[ClaimedDate | None]:
    """Return for each quotation the one day that the words beside it name, None where they name none or several."""
    own = _whole_day(posted_on)
    claims: list[ClaimedDate | None] = []
    for index in range(len(quotations)):
        found = [
            claim
            for region in _regions(text, index, near, language)
            for claim in _days_in(text, region, own, language)
        ]
        claims.append(found[0] if len({claim.value for claim in found}) == 1 else None)
    return claims


def _regions(text: str, index: int, near: Surroundings, language: str | None) -> Iterator[Span]:
    one = near.quotations[index]
    if one.lead is not None:
        yield one.lead
        return
    regions = near.between(index)
    if near.is_tied_behind(index):
        regions.append(near.sentence_behind(index))
    before = near.before(index)
    if signed := near.signed_behind(index) or near.bracketed_behind(index):
        yield signed
    if _ends_with_day(text[slice(*before)], language):
        yield before  # Harrow, June 1: “…”
        return
    tail = text[slice(*near.sentence_behind(index))]
    if says_unspaced(tail) or _ends_with_verb(tail, language):
        yield before  # 外相は21日、「…」と述べた · “…”，外长周二说
        yield near.sentence_behind(index)
        return
    regions.append(before)
    for start, end in regions:
        words = text[start:end]
        if says_unspaced(words) or any(is_saying(word, language) for word in _WORD.findall(words)):
            yield start, end


def _ends_with_day(words: str, language: str | None) -> bool:
    """Whether a short line ends with a day and a colon."""
    label = words.rstrip()
    if label[-1:] not in (":", "：") or len(label) > _LONGEST_LABEL:
        return False
    end = len(label[:-1].rstrip())
    return any(one.span[1] == end for one in find_days(label[:-1], language))


def _ends_with_verb(tail: str, language: str | None) -> bool:
    """Whether a Turkish sentence says behind a quotation that somebody says it: what stands before is of the same clause."""
    is_turkish = (language or "").lower().startswith("tr")
    return is_turkish and any(is_saying(word, language) for word in _WORD.findall(tail)[:3])


def _days_in(text: str, region: Span, own: date | None, language: str | None) -> Iterator[ClaimedDate]:
    start, end = region
    for one in find_days(text[start:end], language):
        told = one.iso if one.kind == "date" else _counted(one, own)
        if told:
            yield ClaimedDate(told, (start + one.span[0], start + one.span[1]), one.kind)


def _counted(one: DayWords, own: date | None) -> str | None:
    """The day that needs the article's own to be told; None where that is not known, or there is no such day."""
    if own is None:
        return None
    if one.kind == "day_without_year":
        found = _latest(own, one.month, one.day) if one.month else _latest_of_month(own, one.day)
        return found.isoformat() if found else None
    ago = one.day if one.kind == "day_before" else (own.weekday() - one.day) % 7
    return (own - timedelta(days=ago)).isoformat()


def _latest(own: date, month: int, day: int) -> date | None:
    """The last such day up to the article's own; None where that is long ago, or there is no such day."""
    for year in (own.year, own.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= own:
            return found if (own - found).days <= _LONGEST_AGO else None
    return None


def _latest_of_month(own: date, day: int) -> date | None:
    """The last day of that number up to the article's own, in its month or the one before."""
    before = own.replace(day=1) - timedelta(days=1)
    for month in (own, before):
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if found <= own:
            return found
    return None


def _whole_day(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None
