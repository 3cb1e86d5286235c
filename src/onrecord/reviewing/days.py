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
    "monday montag lundi lunes lunedì maandag понедельник понеділок måndag mandag segunda-feira poniedziałek pondělí pondelok maanantaina hétfőn pazartesi "
    "luni dilluns δευτέρα ponedjeljak ponedeljak ponedeljek понедељак понеделник",
    "tuesday dienstag mardi martes martedì dinsdag вторник вівторок tisdag tirsdag terça-feira wtorek úterý utorok tiistaina kedden salı marți dimarts τρίτη "
    "utorak torek уторак",
    "wednesday mittwoch mercredi miércoles mercoledì woensdag среду середу onsdag quarta-feira środę středu stredu keskiviikkona szerdán çarşamba miercuri "
    "dimecres τετάρτη srijedu sredu sredo сряда",
    "thursday donnerstag jeudi jueves giovedì donderdag четверг четвер torsdag quinta-feira czwartek čtvrtek štvrtok torstaina csütörtökön perşembe joi dijous "
    "πέμπτη četvrtak četrtek четвртак четвъртък",
    "friday freitag vendredi viernes venerdì vrijdag пятницу п’ятницю fredag sexta-feira piątek pátek piatok perjantaina pénteken cuma vineri divendres "
    "παρασκευή petak petek петак петък",
    "saturday samstag sonnabend samedi sábado sabato zaterdag субботу суботу lördag lørdag sobotę sobotu lauantaina szombaton cumartesi sâmbătă dissabte "
    "σάββατο subotu soboto събота",
    "sunday sonntag dimanche domingo domenica zondag воскресенье неділю söndag søndag niedzielę neděli nedeľu sunnuntaina vasárnap duminică diumenge κυριακή "
    "nedjelju nedelju nedeljo неделя",
)
# The same where letters have no case, and a word may have others before or behind it.
_WEEK_UNCASED = (
    "الاثنين الإثنين دوشنبه सोमवार সোমবার วันจันทร์ 월요일 月曜 יום|שני",
    "الثلاثاء سه‌شنبه منگل मंगलवार মঙ্গলবার วันอังคาร 화요일 火曜 יום|שלישי",
    "الأربعاء الاربعاء چهارشنبه بدھ बुधवार বুধবার วันพุธ 수요일 水曜 יום|רביעי",
    "الخميس پنجشنبه پنج‌شنبه جمعرات गुरुवार বৃহস্পতিবার วันพฤหัสบดี 목요일 木曜 יום|חמישי",
    "الجمعة جمعہ शुक्रवार শুক্রবার วันศุกร์ 금요일 金曜 יום|שישי",
    "السبت शनिवार শনিবার วันเสาร์ 토요일 土曜 שבת",
    "الأحد یکشنبه اتوار रविवार রবিবার วันอาทิตย์ 일요일 日曜 יום|ראשון",
)
_WEEKDAYS = {word: number for number, words in enumerate(_WEEK) for word in words.split()}
_UNCASED = {
    word.replace("|", " "): number for number, words in enumerate(_WEEK_UNCASED) for word in words.split()
} | {
    f"{week}{day}": number
    for week in ("周", "週", "星期", "礼拜", "禮拜")
    for number, days in enumerate(("一", "二", "三", "四", "五", "六", "日天"))
    for day in days
}
# Not "last Monday", "each Monday", "since Monday"
_UNCASED_DAY = re.compile(
    rf"(?<![上下每毎])(?<!منذ )(?<!حتى )(?:{'|'.join(sorted(map(re.escape, _UNCASED), key=len, reverse=True))})"
)
# "5月20日", "20日", "10일": the day by itself counts back within a month; not "20日間", "10일까지"
_UNSPACED_DAY = re.compile(
    r"(?<![\d年년月월])(?:(?P<month>\d{1,2})\s?[月월]\s?)?(?P<day>\d{1,2})\s?[日号號일](?![間间内前後后以ま까부\d])"
)
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
    before = near.before(index)
    if signed := near.signed_behind(index):
        yield signed
    tail = text[slice(*near.sentence_behind(index))]
    if says_unspaced(tail) or _ends_with_verb(tail, language):
        yield before  # 外相は21日、「…」と述べた
        return
    regions.append(before)
    for start, end in regions:
        words = text[start:end]
        if says_unspaced(words) or any(is_saying(word, language) for word in _WORD.findall(words)):
            yield start, end


def _ends_with_verb(tail: str, language: str | None) -> bool:
    """Whether a Turkish sentence says behind a quotation that somebody says it: what stands before is of the same clause."""
    is_turkish = (language or "").lower().startswith("tr")
    return is_turkish and any(is_saying(word, language) for word in _WORD.findall(tail)[:3])


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
    for match in _UNSPACED_DAY.finditer(words):
        at = start + match.start(), start + match.end()
        month, number = int(match["month"] or 0), int(match["day"])
        day = _latest(own, month, number) if month else _latest_of_month(own, number)
        if day:
            yield ClaimedDate(day.isoformat(), at, "day_without_year")
    for weekday, (first, last) in _weekdays_in(words):
        day = own - timedelta(days=(own.weekday() - weekday) % 7)
        yield ClaimedDate(day.isoformat(), (start + first, start + last), "weekday")


def _weekdays_in(words: str) -> Iterator[tuple[int, Span]]:
    for match in _WORD.finditer(words):
        weekday = _WEEKDAYS.get(match.group().lower())
        if weekday is not None and not _is_anothers(words, match.start()):
            yield weekday, match.span()
    for match in _UNCASED_DAY.finditer(words):
        yield _UNCASED[match.group()], match.span()


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
