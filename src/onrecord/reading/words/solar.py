"""Days of the solar Hijri calendar, by which offices in Persian and Dari date: "۱۴ شهریور ۱۴۰۲", "۱۴۰۲/۰۶/۱۴"."""

from __future__ import annotations

from datetime import date, timedelta

OLDEST, LATEST = 1300, 1449
"""The years that are read: 1921 to 2070. What is older is no day of a page, and lunar years beside figures alone are later."""
_NEW_YEAR = date(1921, 3, 21)
# Of each 33 years those that have a day more, by what is left of the division: holds from 1799 to 2255.
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "فروردین حمل",
            "اردیبهشت ثور",
            "خرداد جوزا",
            "تیر سرطان",
            "مرداد اسد",
            "شهریور سنبله",
            "مهر میزان",
            "آبان عقرب",
            "آذر قوس",
            "دی جدی",
            "بهمن دلو",
            "اسفند حوت",
        ),
        1,
    )
    for word in words.split()
}
_LONG = 31


def is_solar(year: int, month: str) -> bool:
    """Return whether a year beside a month is one of this calendar: the month is named, or in figures of Persian."""
    return OLDEST <= year <= LATEST and (month in _MONTHS or all("۰" <= one <= "۹" for one in month))


def solar_day(year: int, month: str, day: int) -> date | None:
    """Return the day in the common calendar, None where that month has no such day."""
    number = _MONTHS.get(month) or int(month)
    if not 1 <= number <= 12 or not 1 <= day <= _length(year, number):
        return None
    passed = sum(365 + _is_leap(one) for one in range(OLDEST, year))
    passed += sum(_length(year, one) for one in range(1, number))
    return _NEW_YEAR + timedelta(days=passed + day - 1)


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP


def _length(year: int, month: int) -> int:
    if month <= 6:
        return _LONG
    return 30 if month < 12 or _is_leap(year) else 29
