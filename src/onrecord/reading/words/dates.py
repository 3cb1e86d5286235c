"""Dates in text, as ISO 8601 strings with their place. A date whose day and month could change places is not guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import Span
from onrecord.reading.words.months import month_of, year_of
from onrecord.reading.words.solar import is_solar, solar_day
from onrecord.reading.words.weekdays import WEEKDAYS
from onrecord.text import compile_late

FIRST_YEAR, LAST_YEAR = 1800, 2199

MOST_NEWS = 7
"""Days after which nobody posts as news what was said: a week."""


class FoundDate(NamedTuple):
    """A date and where it stands; `ambiguous` where day and month could change places.

    `exchanged` is the day that a date in figures would be with day and month in the other places; `by` names what told
    the places apart, or the day, if the text alone did not.
    """

    iso: str
    span: Span
    ambiguous: bool = False
    exchanged: str | None = None
    by: str | None = None

    def origin(self, read_from: str) -> str:
        """Return what evidence says the date was read from."""
        return f"{read_from} ({self.by})" if self.by else read_from


_YEAR = r"(?P<year>\d{4})"
# Any word may stand where the month stands: a look-up tells months apart faster than a pattern of all their names.
# Vowel signs of Indian scripts are no letters to a pattern; Arabic names some months with two words, or with both of its names.
_LETTER = r"[^\s\d_.,;:()\[\]{}<>|/«»“”\"'’‘–—（）【】、。，-]"
_WORD = rf"(?P<month>{_LETTER}{{2,16}}(?:\s(?:الأول|الثاني))?)(?:/{_LETTER}{{3,10}})?"
# The first years of eras that East Asian offices count by.
_ERAS = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868, "民國": 1912, "民国": 1912}
# Numbers from one to ninety-nine in Chinese characters.
_HAN_UNITS = "一二三四五六七八九"
_HAN = f"(?:[{_HAN_UNITS}]?十[{_HAN_UNITS}]?|[{_HAN_UNITS}])"
_HAN_DIGITS = str.maketrans("〇零" + _HAN_UNITS, "00123456789")
_PATTERNS = tuple(
    compile_late(pattern, re.IGNORECASE)
    for pattern in (
        # 27 April 2020 · 1er janvier 2020 · 3. März 2021 · 21st March, 1962 · 4 de mayo de 2020 · 5 мая 2020
        rf"(?<!\d)(?<!\d[.,:/-])(?P<day>\d{{1,2}})(?P<stop>st|nd|rd|th|er|º|\.)?(?:\s*|-)(?:day\s+)?(?:of\s+|de\s+|من\s+|d['’])?{_WORD}\.?,?\s*(?:del?\s+)?{_YEAR}(?!\d{{3}})(?:\s?(?:года?|году|г\.|року|р\.|roku|r\.)(?!\w))?",
        # April 27, 2020 · Apr. 27th 2020
        rf"(?<![^\W_]){_WORD}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+){_YEAR}(?!\d(?!\d?:\d\d))",
        # 2020-04-27 · 2020-04-27T10:00:00Z · 2020/04/27 · 2020. 4. 27.
        r"(?<![\d/.-])(?P<year>\d{4})(?:[-/.]|\.\s)(?P<month>\d{1,2})(?:[-/.]|\.\s)(?P<day>\d{1,2})(?![\d/-])(?:[T ]\d{2}:\d{2})?",
        # 2020年4月27日 · 2020년 4월 27일 · 令和2年4月27日 · 民國109年4月27日
        rf"(?:(?P<era>{'|'.join(_ERAS)})\s*(?P<of_era>\d{{1,3}}|元)|(?P<year>\d{{4}}))\s*[年년]\s*(?P<month>\d{{1,2}})\s*[月월]\s*(?P<day>\d{{1,2}})\s*[日号號일]",
        # 27.04.2020 · 27. 4. 2020 · 21-03-1962 (a hyphen or point is written day first), 27/04/2020 or 04/27/2020; a time may be glued to it
        r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>\.\s|[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d(?!\d?:\d\d)|[/-])",
        # 4/27/20 · 27.04.20: a year of two figures
        r"(?<![\d/.-])(?:(?P<first>\d{1,2})(?P<mark>/)(?P<second>\d{1,2})/|(?P<day>\d\d)\.(?P<month>\d\d)\.)(?P<short>\d\d)(?![\w/.-]*\d|\w)",
        # 2020. április 27. · 2020 m. balandžio 27 d.
        rf"(?<!\d)(?<!\d[.,:/-]){_YEAR}(?:\.|\sm\.)\s{_WORD}\s(?P<day>\d{{1,2}})(?!\d)",
        # ngày 27 tháng 4 năm 2020
        rf"(?<!\d)(?P<day>\d{{1,2}})\stháng\s(?P<month>\d{{1,2}})(?:,|\snăm)\s{_YEAR}(?!\d)",
        # 2020 жылғы 27 сәуір · 2020-yil 27-aprel
        rf"(?<!\d)(?<!\d[.,:/-]){_YEAR}(?:\sжылғы|\sжылдың|-yil(?:ning)?)\s(?P<day>\d{{1,2}})[-\s]{_WORD}",
        # 2020 оны 4 дүгээр сарын 27
        rf"(?<!\d){_YEAR}\sоны\s(?P<month>\d{{1,2}})(?:\s?-?\s?(?:дугаар|дүгээр|р))?\sсарын\s(?P<day>\d{{1,2}})(?!\d)",
        # 27 เม.ย. 2563
        rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?P<month>[\u0e01-\u0e5b]{{1,3}}\.\s?[\u0e01-\u0e5b]\.)\s?{_YEAR}(?!\d)",
        # 27-Apr-2020 · 27/Apr/2020
        rf"(?<![\w.,:/-])(?P<day>\d{{1,2}})(?P<mark>[-/])(?P<month>{_LETTER}{{3,9}})(?P=mark){_YEAR}(?![\w/-])",
        # 令和二年四月二十七日 · 二〇二〇年四月二十七日
        rf"(?:(?P<era>{'|'.join(_ERAS)})\s*(?P<of_era>{_HAN}|元)|(?P<year>[〇零一二三四五六七八九]{{4}}))年(?P<month>{_HAN})月(?P<day>{_HAN})日",
    )
)


_IN_CHINESE = (_PATTERNS[3], _PATTERNS[-1])
_IN_FIGURES = (_PATTERNS[2], _PATTERNS[4], _PATTERNS[5], _PATTERNS[-3], _PATTERNS[-2])
_LONGEST_ALONE = 120
_CLOCK_BESIDE = re.compile(
    r"\d{1,2}\s?h\s?(?:\d{2})?(?!\w)|\d{1,2}[時时點点시]\s?(?:\d{1,2}[分분])?|"
    r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|uhr|h)?\s*(?:\(?(?-i:[A-ZА-Я]{2,5})(?!\w)\)?)?",
    re.IGNORECASE,
)
_CLOCK_BEHIND = re.compile(
    rf"[.,،]?\s*(?:[|–-]\s)?(?:(?P<word>{_LETTER}{{1,8}})\.?\s+)?(?:{_CLOCK_BESIDE.pattern})(?:\s(?:बजे|heures|uur))?(?=\s)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(rf"{_LETTER}+")
# Beside a day: "7 лютого 2023 року", "2020 m. balandžio 27 d."; and names of days that are words of other kinds as well
NAMES_OF_DAYS = frozenset(
    (
        *WEEKDAYS,
        *"on le den vom dne a à at klo kl um ora ore godz du au as às el em il dnia року р г года год r roku m d ngày segunda terça quarta quinta sexta feira".split(),
        *"الساعة ساعت बजे heures horas saat uur óra kello ώρα שעה בשעה".split(),
        *"mo di mi do fr sa so lun mar mer jeu ven sam dim mié jue vie sáb dom gio gi пн вт ср чт пт сб вс нд pon wt śr czw pt sob niedz ma wo vr za zo".split(),
        *"شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه".split(),
        *"thứ hai ba tư năm sáu bảy chủ nhật יום ראשון שני שלישי רביעי חמישי שישי 日 月 火 水 木 金 土 월 화 수 목 금 토 일".split(),
    )
)
_YEARLIKE = re.compile(r"\d\d\d\d|\d/\d\d?/\d\d|\d\.\d\d\.\d\d")
_CENTURY = 69  # of years in two figures the first of the twentieth century (POSIX, strptime, %y)
_BY_SHORT_YEAR = "year in two figures"
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?", re.ASCII
)
_EIGHT_DIGITS = re.compile(r"[0-9]{8}")
# "2020-04-27T23:30:00Z", "2020-04-27T23:30:00+0200": a time that says which moment it is
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})")
# The same in a feed or a mail: "Mon, 27 Apr 2020 23:30:00 GMT"
_MAILED = re.compile(
    r"(?:[A-Za-z]{3},\s+)?(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3})\s+(?P<year>\d{4})\s+(?P<time>\d{2}:\d{2}(?::\d{2})?)\s+"
    r"(?P<offset>[+-]\d{4}|GMT|UTC?|Z)"
)


def is_near(day: str, moment: str, within: int = 1) -> bool:
    """Return whether a day is that of a moment in UTC, or the one before or after: it is another there by then; or `within` so many."""
    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(moment[:10])).days) <= within
    except ValueError:
        return False


def find_dates(text: str) -> list[FoundDate]:
    """Return the full dates of the text in order; spans are offsets in `text`. Impossible dates are left out."""
    return list(_dates_in(text)) if _YEARLIKE.search(text) or "年" in text else []


# Rules of several kinds ask for the dates of one line, and the same lines stand on all pages of a site.
@lru_cache(4096)
def _dates_in(text: str) -> tuple[FoundDate, ...]:
    found: list[FoundDate] = []
    figures = "." in text or "-" in text or "/" in text
    for pattern in _PATTERNS:
        if (pattern in _IN_CHINESE and "年" not in text and "년" not in text) or (
            pattern in _IN_FIGURES and not figures
        ):
            continue
        for match in pattern.finditer(text):
            span = match.span()
            if any(span[0] < other.span[1] and other.span[0] < span[1] for other in found):
                continue
            if dated := _dated(match):
                found.append(dated)
    return tuple(sorted(found, key=lambda one: one.span))


def whole_date(text: str) -> FoundDate | None:
    """Return the date if the text is nothing but a date (weekday, time of day and brackets aside), else None."""
    return _whole(text) if len(text) <= _LONGEST_ALONE else None


@lru_cache(4096)
def _whole(text: str) -> FoundDate | None:
    found = find_dates(text)
    if len(found) != 1:
        return None
    rest = text[: found[0].span[0]] + " " + text[found[0].span[1] :]
    rest = _CLOCK_BESIDE.sub(" ", rest)
    if _DIGIT.search(rest) or any(
        word.rstrip("،؛") not in NAMES_OF_DAYS and any(map(str.isalnum, word))
        for word in _LETTERS.findall(rest.lower())
    ):
        return None
    return found[0]


def behind_clock(text: str, end: int) -> int:
    """Return where a line goes on behind a date that ends there, and behind a time of day beside it; a point of the date's aside."""
    clock = _CLOCK_BEHIND.match(text, end)
    if clock and (clock["word"] is None or clock["word"].lower() in NAMES_OF_DAYS):
        return clock.end()
    return end + (text[end : end + 2] == ". ")


def iso_of(value: str) -> str | None:
    """Return the ISO date (or date-time as written) of a machine-readable value, else of the one date in it, else None."""
    if (day := machine_day(value)) is not None:
        return day or None
    found = [one for one in find_dates(value.strip()) if not one.ambiguous]
    return found[0].iso if len({one.iso for one in found}) == 1 else None


def machine_day(value: str) -> str | None:
    """Return the day of a value in the form of ISO 8601 or of eight digits; "" where there is none, None in other forms."""
    value = value.strip()
    if _ISO.fullmatch(value):
        return _real(int(value[:4]), int(value[5:7]), int(value[8:10]))
    if _EIGHT_DIGITS.fullmatch(value) and _real(int(value[:4]), int(value[4:6]), int(value[6:])):
        return f"{value[:4]}-{value[4:6]}-{value[6:]}"
    return None


def moment_of(value: str) -> datetime | None:
    """Return the moment that a machine-readable value with an offset from UTC names, else None.

    In the form of ISO 8601, or in that of mail (RFC 5322), which feeds have.
    """
    written = value.strip()
    if mailed := _MAILED.fullmatch(written):
        offset = "+00:00" if mailed["offset"].isalpha() else mailed["offset"]
        month = month_of(mailed["month"])
        written = f"{mailed['year']}-{month:02}-{int(mailed['day']):02}T{mailed['time']}{offset}"
    elif not _MOMENT.fullmatch(written):
        return None
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def _dated(match: re.Match[str]) -> FoundDate | None:
    groups = match.groupdict()
    if era := groups.get("era"):
        year = _ERAS[era] + (1 if groups["of_era"] == "元" else _number(groups["of_era"])) - 1
    else:
        year = _number(groups.get("year") or "") if groups.get("year") else _of_century(groups["short"])
    if groups.get("first"):
        first, second = int(groups["first"]), int(groups["second"])
        day_first, month_first = _real(year, second, first), _real(year, first, second)
        if not day_first and not month_first:
            return None
        either = bool(day_first and month_first and first != second)
        # Points and hyphens are written day first wherever they are in use; a slash may be either.
        return FoundDate(
            day_first or month_first,
            match.span(),
            ambiguous=either and groups["mark"] == "/",
            exchanged=month_first if either else None,
            by=_BY_SHORT_YEAR if "short" in groups else None,
        )
    month = groups["month"]
    if is_solar(year, month):
        solar = solar_day(year, month, _number(groups["day"]))
        return FoundDate(solar.isoformat(), match.span()) if solar else None
    in_figures = month.isdigit() or month[0] in "十" + _HAN_UNITS
    number = (
        _number(month) if in_figures else month_of(month.replace(". ", "."), stop=groups.get("stop") == ".")
    )
    real = _real(year_of(year, month), number, _number(groups["day"])) if number else ""
    return FoundDate(real, match.span(), by=_BY_SHORT_YEAR if "short" in groups else None) if real else None


def _of_century(figures: str) -> int:
    return int(figures) + (1900 if int(figures) >= _CENTURY else 2000)


def _number(written: str) -> int:
    """The number in figures, or in Chinese characters below a hundred: "二十七", "十"; a year has a character for each figure."""
    if written.isdecimal():
        return int(written)
    tens, ten, units = written.partition("十")
    if not ten:
        return int(written.translate(_HAN_DIGITS))
    return 10 * int((tens or "一").translate(_HAN_DIGITS)) + int((units or "零").translate(_HAN_DIGITS))


def _real(year: int, month: int, day: int) -> str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
