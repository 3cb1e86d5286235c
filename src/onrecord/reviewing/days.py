"""The day claimed for a quotation, in the clause that says who said it; what needs a year is told from the article's own day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.model import ClaimedDate, Span
from onrecord.quoting.articles import Quoted, is_saying, says_unspaced
from onrecord.reading.words.dates import find_dates
from onrecord.reading.words.months import month_of
from onrecord.reviewing.surroundings import Surroundings

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# "9 April", "April 9th", "9. April", "le 9 avril", "9 de abril": the day and the month without a year
_DAY_MONTH = re.compile(
    r"(?<![\d.,:/-])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?P<month>[^\W\d_]{3,12})\.?(?!\s*,?\s*(?:de\s+)?\d{4})"
    r"|(?P<month2>[^\W\d_]{3,12})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?![\d:%])(?!\s*,?\s*\d{4})(?!\s?(?:percent|per cent|million))"
)
_WEEK = (
    ("monday montag lundi lunes lunedì maandag понедельник måndag mandag segunda-feira poniedziałek"),
    ("tuesday dienstag mardi martes martedì dinsdag вторник tisdag tirsdag terça-feira wtorek"),
    ("wednesday mittwoch mercredi miércoles mercoledì woensdag среду onsdag quarta-feira środę"),
    ("thursday donnerstag jeudi jueves giovedì donderdag четверг torsdag quinta-feira czwartek"),
    ("friday freitag vendredi viernes venerdì vrijdag пятницу fredag sexta-feira piątek"),
    ("saturday samstag sonnabend samedi sábado sabato zaterdag субботу lördag lørdag sobotę"),
    ("sunday sonntag dimanche domingo domenica zondag воскресенье söndag søndag niedzielę"),
)
_WEEKDAYS = {word: number for number, words in enumerate(_WEEK) for word in words.split()}
# Before a date these say that it is another's: "the treaty of 9 April", "since Tuesday", "next Friday".
_ANOTHERS = frozenset(
    "of since until till before after from by next last every each dated between the vom seit bis vor nach depuis avant après du desde hasta antes "
    "del dal fino prima dopo с до после".split()
)
_LONGEST_AGO = 200
_STRETCH = 60


def claim_days(
    text: str, quotations: Sequence[Quoted], near: Surroundings, posted_on: str | None, language: str | None
) -> list[ClaimedDate | None]:
    """Return for each quotation the one day that the words beside it name, None where they name none or several."""
    own = _whole_day(posted_on)
    claims: list[ClaimedDate | None] = []
    for index in range(len(quotations)):
        found = [
            claim for region in _regions(text, index, near, language) for claim in _days_in(text, region, own)
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
    regions.append(near.before(index))
    for start, end in regions:
        words = text[start:end]
        if says_unspaced(words) or any(is_saying(word, language) for word in _WORD.findall(words)):
            yield start, end


def _days_in(text: str, region: Span, own: date | None) -> Iterator[ClaimedDate]:
    start, end = region
    words = text[start:end]
    whole = [one for one in find_dates(words) if not one.ambiguous]
    for one in whole:
        if not _is_anothers(words, one.span[0]):
            yield ClaimedDate(one.iso[:10], (start + one.span[0], start + one.span[1]), "date")
    if whole or own is None:
        return
    for match in _DAY_MONTH.finditer(words):
        month = month_of(match["month"] or match["month2"])
        day = _latest(own, month, int(match["day"] or match["day2"])) if month else None
        if day and not _is_anothers(words, match.start()):
            yield ClaimedDate(
                day.isoformat(), (start + match.start(), start + match.end()), "day_without_year"
            )
    for match in _WORD.finditer(words):
        weekday = _WEEKDAYS.get(match.group().lower())
        if weekday is not None and not _is_anothers(words, match.start()):
            day = own - timedelta(days=(own.weekday() - weekday) % 7)
            yield ClaimedDate(day.isoformat(), (start + match.start(), start + match.end()), "weekday")


def _is_anothers(words: str, at: int) -> bool:
    before = _WORD.findall(words[max(0, at - _STRETCH) : at])
    return bool(before) and before[-1].lower() in _ANOTHERS


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


def _whole_day(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None
