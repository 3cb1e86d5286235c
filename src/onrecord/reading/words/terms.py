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
