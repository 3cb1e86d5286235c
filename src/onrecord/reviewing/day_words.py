"""Days as words beside a quotation give them: "on Tuesday", "am 14. Mai", "hier", "5月20日"; and what belongs to them in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.model import Span
from onrecord.reading.words.dates import find_dates
from onrecord.reading.words.months import month_of

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]|[\u0900-\u0963])*")
# "9 April", "9th of April", "9. April", "9 de abril": the day and the month without a year
_DAY_MONTH = re.compile(
    r"(?<![\d.,:/])(?<!\d-)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?P<month>[^\W\d_]{2,12})\.?(?!\s*,?\s*(?:de\s+)?\d{4})"
)
# "April 9th", "május 9-én"
_MONTH_DAY = re.compile(
    r"(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th|-[áé]n)?(?!\d|:\d|%)(?!\s*,?\s*\d{4})(?!\s?(?:percent|per cent|million))"
)
_WEEK = (
    "monday montag lundi lunes lunedì maandag понедельник понеділок måndag måndagen mandag mandagen segunda-feira poniedziałek pondělí pondelok maanantaina hétfőn pazartesi "
    "luni dilluns δευτέρα ponedjeljak ponedeljak ponedeljek понедељак понеделник",
    "tuesday dienstag mardi martes martedì dinsdag вторник вівторок tisdag tisdagen tirsdag tirsdagen terça-feira wtorek úterý utorok tiistaina kedden salı marți dimarts τρίτη "
    "utorak torek уторак",
    "wednesday mittwoch mercredi miércoles mercoledì woensdag среду середу onsdag onsdagen quarta-feira środę středu stredu keskiviikkona szerdán çarşamba miercuri "
    "dimecres τετάρτη srijedu sredu sredo сряда",
    "thursday donnerstag jeudi jueves giovedì donderdag четверг четвер torsdag torsdagen quinta-feira czwartek čtvrtek štvrtok torstaina csütörtökön perşembe joi dijous "
    "πέμπτη četvrtak četrtek четвртак четвъртък",
    "friday freitag vendredi viernes venerdì vrijdag пятницу п’ятницю fredag fredagen sexta-feira piątek pátek piatok perjantaina pénteken cuma vineri divendres "
    "παρασκευή petak petek петак петък",
    "saturday samstag sonnabend samedi sábado sabato zaterdag субботу суботу lördag lördagen lørdag lørdagen sobotę sobotu lauantaina szombaton cumartesi sâmbătă dissabte "
    "σάββατο subotu soboto събота",
    "sunday sonntag dimanche domingo domenica zondag воскресенье неділю söndag söndagen søndag søndagen niedzielę neděli nedeľu sunnuntaina vasárnap duminică diumenge κυριακή "
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
    r"(?<![\d년年月월])(?:(?P<month>\d{1,2})\s?[月월]\s?)?(?P<day>\d{1,2})\s?[日号號일](?![間间内前后後以ま까부\d])"
)
# The day before the article's own, and its own, in words of each language: what is a word of another language stands under its own alone.
_BEFORE_IT = {
    "en": "yesterday", "de": "gestern", "fr": "hier", "es": "ayer", "it": "ieri", "pt": "ontem", "nl": "gisteren", "sv": "i går|igår",
    "da no nb nn": "i går", "pl": "wczoraj", "ru": "вчера", "uk": "вчора|учора", "cs": "včera", "sk": "včera", "ro": "ieri", "hu": "tegnap",
    "el": "χθες|χτες", "tr": "dün", "fi": "eilen", "ar": "أمس", "fa": "دیروز", "he": "אתמול", "hi": "कल", "zh": "昨天|昨日", "ja": "昨日|きのう", "ko": "어제",
}  # fmt: skip
_ON_IT = {
    "en": "today", "de": "heute", "fr": "aujourd[’']hui", "es": "hoy", "it": "oggi", "pt": "hoje", "nl": "vandaag", "sv": "i dag|idag",
    "da no nb nn": "i dag", "pl": "dziś|dzisiaj", "ru": "сегодня", "uk": "сьогодні", "cs": "dnes", "sk": "dnes", "ro": "astăzi|azi",
    "el": "σήμερα", "tr": "bugün", "fi": "tänään", "ar": "اليوم", "fa": "امروز", "he": "היום", "hi": "आज", "zh": "今天|今日", "ja": "今日|きょう", "ko": "오늘",
}  # fmt: skip
_UNSPACED = ("zh", "ja", "ko")
# Before a date these say that it is another's: "the treaty of 9 April", "since Tuesday", "next Friday".
_ANOTHERS = frozenset(
    "of since until till before after from by next last every each dated between the vom seit bis vor nach depuis avant après du desde hasta antes "
    "del dal fino prima dopo с до после від після od do po sedan tills sinds tot από μετά πριν منذ حتى قبل بعد از تا پیش پس".split()
)
_STRETCH = 60
# What belongs to a day in a sentence and to nothing else: "on Tuesday evening", "le 9 avril", "salı günü".
_LEADS = frozenset(
    "on am den dem le el il a em en na no dia op på i in w we dne во в у την τη στις στη στην ve v la pe late early this um ב في در روز kl om".split()
)
_TAILS = frozenset(
    "evening morning afternoon night abend morgen vormittag nachmittag früh mittag soir matin midi après-midi noche tarde mañana sera mattina pomeriggio "
    "noite manhã avond ochtend middag kvällen kväll morgonen wieczorem rano вечером утром днём вечором вранці večer ráno seara dimineața este reggel "
    "délután βράδυ πρωί απόγευμα günü akşam akşamı sabah sabahı को को".split()
)


class DayWords(NamedTuple):
    """Words that give a day: `span` counts in the stretch that was read; what they say is one of four.

    The whole day in ISO 8601; a day of a month (0: of this one); a weekday from 0 for Monday; so many days before the article's own.
    """

    span: Span
    kind: Literal["date", "day_without_year", "weekday", "day_before"]
    iso: str = ""
    month: int = 0
    day: int = 0


def find_days(words: str, language: str | None) -> list[DayWords]:
    """Return the days that a stretch of an article gives, but for those that are another's: "the treaty of 9 April"."""
    whole = [one for one in find_dates(words) if not one.ambiguous]
    found = [
        DayWords(one.span, "date", iso=one.iso[:10]) for one in whole if not _is_anothers(words, one.span[0])
    ]
    return found if whole else list(_without_year(words, language))


def _without_year(words: str, language: str | None) -> Iterator[DayWords]:
    taken: list[Span] = []
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for match in pattern.finditer(words):
            month = month_of(match["month"])
            if not month or any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            if not _is_anothers(words, match.start()):
                yield DayWords(match.span(), "day_without_year", month=month, day=int(match["day"]))
    for match in _UNSPACED_DAY.finditer(words):
        yield DayWords(
            match.span(), "day_without_year", month=int(match["month"] or 0), day=int(match["day"])
        )
    for weekday, span in _weekdays_in(words):
        yield DayWords(span, "weekday", day=weekday)
    for ago, pattern in enumerate(_beside_own(language)):
        for match in pattern.finditer(words):
            if not _is_anothers(words, match.start()):
                yield DayWords(match.span(), "day_before", day=ago)


@lru_cache(64)
def _beside_own(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of "today" and "yesterday" in a language; of no language they match nothing."""
    tag = (language or "").lower().partition("-")[0]
    words = [
        next((told for tags, told in each.items() if tag in tags.split()), r"(?!)")
        for each in (_ON_IT, _BEFORE_IT)
    ]
    edges = ("", "") if tag in _UNSPACED else (r"(?<![\w’'-])", r"(?![\w’'-])")
    today, yesterday = (re.compile(f"{edges[0]}(?:{each}){edges[1]}") for each in words)
    return today, yesterday


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


def day_spans(words: str, language: str | None) -> list[Span]:
    """Return the stretches that give a day, with what belongs to it: "on Tuesday evening", "le 9 avril"."""
    spans: list[Span] = []
    for one in find_days(words, language):
        start, end = one.span
        while (lead := _last_word(words, start)) and lead.group().lower() in _LEADS:
            start = lead.start()
        while (tail := _WORD.match(words, _past_blank(words, end))) and tail.group().lower() in _TAILS:
            end = tail.end()
        spans.append((start, end))
    return spans


def _last_word(words: str, end: int) -> re.Match[str] | None:
    before = words[:end].rstrip()
    start = max(before.rfind(" "), before.rfind("\u00a0"), before.rfind("\n")) + 1
    return _WORD.fullmatch(words, start, len(before)) if before and len(before) < end else None


def _past_blank(words: str, at: int) -> int:
    while at < len(words) and words[at] in " \u00a0":
        at += 1
    return at
