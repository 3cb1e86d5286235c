"""From when to when: a day that begins a term of office is no day of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.words.dates import FoundDate

# Between the days of a term: "15/09/2015 - 24/08/2018"
_UNTIL = frozenset(
    ("-", "–", "—", "to", "until", "till", "bis", "au", "a", "al", "по", "до", "至", "~", "〜", "～")
)
# In place of a term's second day: "15/09/2028 - present"
ONGOING = re.compile(
    r"(?:the )?(?:current|present|today)|heute|aujourd[’']hui|actualidad|oggi|hoje|heden"
    r"|(?:по )?(?:настоящее время|н\. ?в\.)|obecnie|dnes|至今|今|現在|현재|حتى الآن|वर्तमान",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"\s*(?:至今|(?:[-–—~〜～至]|(?:to|until|till|bis|à|hasta|a|до)\b)\s*(?:{ONGOING.pattern})\W*$)",
    re.IGNORECASE,
)
# Before the one day that a line tells: "Minister since 15 May 2030"
_SINCE = re.compile(
    r"\b(?:since|seit(?: dem)?|depuis(?: le)?|desde(?: el| o)?|dal|sinds|siden|sedan|с|od|з)\s$",
    re.IGNORECASE,
)
# Before a day that ends a range, and behind one that begins it: "12–14 May 2031", "2031年5月12日至14日", "2031. május 12–14."
_FIRST_DAY = re.compile(
    r"(?<![\d:.,/№#-])(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º|日|일)?\s?(?:[-–—~〜～至]|(?:to|and|bis|und|au|et|al?|y|e|tot|en|till?|och|do|i|po|по|до|и|та|și|până la|és|έως|ve|ile|إلى|تا|से)\b)\s?$",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(r"\s?(?:[-–—~〜～至]|から)\s?\d{1,2}(?:[日일]|\.(?!\d)|\s*$)")


def is_of_range(text: str, day: FoundDate) -> bool:
    """Return whether a day is the first or the last of several, on none of which alone something was said: "12 to 14 May 2031"."""
    start, end = day.span
    first = _FIRST_DAY.search(text[:start])
    if first and int(first["day"]) < int(day.iso[8:]):
        return True
    return _LAST_DAY.match(text, end - text[start:end].endswith(".")) is not None


def is_term(text: str, days: Sequence[FoundDate]) -> bool:
    """Return whether a line tells from when to when, or since when: "Period of service: 15/09/2015 - 24/08/2018"."""
    if not days:
        return False
    between = (text[one.span[1] : other.span[0]].strip() for one, other in pairwise(days))
    return (
        any(
            each in _UNTIL and one.iso != other.iso
            for each, (one, other) in zip(between, pairwise(days), strict=True)
        )
        or _GOES_ON.match(text, days[-1].span[1]) is not None
        or _SINCE.search(text[: days[0].span[0]]) is not None
    )
