"""Lines that are another one at each visit, though nobody touched the text: how many saw it, how long ago it was posted."""

from __future__ import annotations

import re

from onrecord.reading.words.sitelines import site_line
from onrecord.text import compile_late

_LONGEST = 80  # characters
_FIGURE = re.compile(r"\d")
_COUNTING = frozenset(("views", "comments", "share", "print", "download"))
# It reads: “Posted 4 days ago”, “vor 3 Stunden”, “il y a 2 jours”, “5 дней назад”, “3日前”
_AGO = compile_late(
    r"\d\s?(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)s? ago\b|\bvor \d+ (?:sekunde|minute|stunde|tag|woche|monat|jahr)e?n?\b"
    r"|\bil y a \d+ (?:sec|min|h|jour|semaine|mois|an)|\bhace \d+ (?:seg|min|hora|día|semana|mes|año)|\bhá \d+ (?:seg|min|hora|dia|semana|m[eê]s|ano)"
    r"|\d (?:second|minut|or[ae]|giorn|settiman|mes[ei]|ann[oi])\w* fa\b|\d (?:секунд|минут|час|д[не]|недел|месяц|год|лет)\w* назад\b|\d (?:хвилин|годин|дн|тижн|місяц|рок)\w* тому\b"
    r"|\d (?:sekund|minut|godzin|dni|dzień|tydz|tygod|miesi|lat|rok)\w* temu\b|\bpřed \d+ (?:minut|hodin|dn|týdn|měsíc|rok|let)|\d (?:dakika|saat|gün|hafta|ay|yıl) önce\b"
    r"|\d (?:minuten|minuut|uur|dag|dagen|weken|week|maand|maanden|jaar) geleden\b|\bför \d+ \w+ sedan\b|\bfor \d+ \w+ siden\b|\bπριν (?:από )?\d+ \w+"
    r"|\d\s?(?:秒|分|時間|日|週間|[かカヶケ]月|年)前|\d\s?(?:秒钟?|分钟|分鐘|小时|小時|天|周|週|个月|個月|年)(?:之|以)?前|\d\s?(?:초|분|시간|일|주|개월|년) ?전"
    r"|(?:قبل|منذ) \d+ (?:ثا?ن|دقيق|دقائق|ساع|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|سن)|\d+ (?:دقیقه|ساعت|روز|هفته|ماه|سال) (?:پیش|قبل)|לפני \d+ |\d+ (?:मिनट|घंटे|घंटा|दिन|सप्ताह|महीने|वर्ष|साल) (?:पहले|पूर्व)",
    re.IGNORECASE,
)  # fmt: skip


def changes_by_itself(line: str) -> bool:
    """Return whether a line counts visits, or time since the posting: "1,204 views", "Posted 4 days ago"."""
    if len(line) > _LONGEST or not _FIGURE.search(line):
        return False
    return site_line(line) in _COUNTING or (line[-1] not in ".!?" and _AGO.search(line) is not None)
