"""What of a heading is the title: a page's head tells where a day stands before it, or the site's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.parts.titles import day_with_kind
from onrecord.reading.words.dates import find_dates
from onrecord.text import match_words

_PARTING = " \t\n\u00a0:|•·–—-"
_SITE_BEHIND = re.compile(r"\s+[|•·»–—-]\s+[^|•·»]{2,60}$")
_LEAST = 2  # words
_NEAR, _LONGEST = 40, 400  # characters


def own_words(heading: str, claims: Sequence[str]) -> str:
    """Return a heading without the day that opens it, or ends it with a word for a kind, and without the site's name, where a title in the page's head has neither.

    "14 May 2031 The bridge opens" is "The bridge opens" in a page whose head says so, and "The bridge opens | Port Office", too.
    """
    if day := next((one for one in find_dates(heading[:_NEAR]) if one.span[0] == 0), None):
        bare = heading[day.span[1] :].lstrip(_PARTING)
        if _is_part_of_one(bare, claims) and not _is_one(heading, claims):
            return bare
    if (bare := _before_day(heading)) and _is_part_of_one(bare, claims) and not _is_one(heading, claims):
        return bare
    if len(heading) <= _LONGEST and (site := _SITE_BEHIND.search(heading)):
        bare = heading[: site.start()]
        return bare if _is_one(bare, claims) else heading
    return heading


def _before_day(heading: str) -> str:
    """What stands before a day with a word for a kind, which end a heading: "The bridge opens 14.05.2031 - Statement"."""
    if len(heading) > _LONGEST or not any(map(str.isdigit, heading)):
        return ""
    day = max(find_dates(heading), key=lambda one: one.span, default=None)
    if day is None or not heading[day.span[1] :].strip(_PARTING) or not day_with_kind(heading[day.span[0] :]):
        return ""
    return heading[: day.span[0]].rstrip(_PARTING)


def _is_part_of_one(text: str, claims: Sequence[str]) -> bool:
    words = match_words(text)
    told = [match_words(claim) for claim in claims] if len(words) >= _LEAST else []
    return any(words in (one[: len(words)], one[-len(words) :]) for one in told)


def _is_one(text: str, claims: Sequence[str]) -> bool:
    words = match_words(text)
    return len(words) >= _LEAST and any(match_words(claim) == words for claim in claims)
