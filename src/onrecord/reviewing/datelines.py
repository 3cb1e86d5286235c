"""An article's own day where nothing but its dateline or the line of its writer tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.reading.words.dates import FoundDate, find_dates

# Beyond so many paragraphs from the top no dateline stands; a line by itself is short.
_PARAGRAPHS, _LONGEST_LINE, _LONGEST_PLACE = 6, 120, 60
_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE = re.compile(r"[^\W\d_]{4,}[.!?](?:\s|$)|[:“”„«»\"「]")
# What stands between a place and the day: PORT AUREL, … · Port-Aurel, le … · Vellhaven, den … · Verne (Merrow Wire) — …
_PLACE_ENDS = re.compile(r"[,.(—–|/-]\s*(?:le|den|il|el|a)?\s*$")
# "(Merrow Wire) –", ".", ",", "—", or nothing behind it
_BEHIND = re.compile(r"\s*(?:$|[.,)（(—–|/【】-])")


# A wire story begins with PORT AUREL — or Vellhaven (mw) – or PORT AUREL, 14 May (Merrow Wire) -
_DATELINE = re.compile(r"\s*(?P<place>[^\W\d_][^\n.!?:;“”„«»\"]{1,70}?)\s*(?:[—–]|\s--?)\s+(?=[^\W\d_])")
_BESIDE_PLACE = re.compile(r"\([^()]*\)|,\s*(?:[^\W\d_]+\.?\s+\d{1,2}|\d{1,2}\.?\s+[^\W\d_]+)(?:,?\s*\d{4})?")


def behind_dateline(text: str, start: int, end: int) -> int:
    """Return where the words of a paragraph begin behind its place, day and agency: they name nobody who speaks."""
    found = _DATELINE.match(text, start, end)
    if found is None:
        return start
    place = _BESIDE_PLACE.sub("", found["place"])
    words = _WORD.findall(place)
    return (
        found.end()
        if words and all(word[0].isupper() for word in words) and "," not in place.rstrip(", ")
        else start
    )


def dateline_day(text: str, paragraphs: Sequence[Span]) -> str | None:
    """Return the day that a dateline or a line by itself near the top gives, as ISO 8601; None where none or several do.

    "PORT AUREL, June 24, 2025 (North Merrow Wire) — The ministers …" · "By Jo Marn — 25 June 2025"
    """
    days: set[str] = set()
    for number, (start, end) in enumerate(paragraphs[:_PARAGRAPHS]):
        head = text[start : min(end, start + _LONGEST_LINE)]
        is_line = end - start <= _LONGEST_LINE and number > 0
        days.update(
            one.iso[:10]
            for one in find_dates(head)
            if len(one.iso) >= len("2025-06-24")
            and not one.ambiguous
            and (_is_dateline(head, one) or (is_line and _is_line_by_itself(head, one)))
        )
    return days.pop() if len(days) == 1 else None


def _is_dateline(head: str, found: FoundDate) -> bool:
    """Whether nothing but a place stands before a date that begins a paragraph, and a mark behind it."""
    before = head[: found.span[0]]
    return (
        found.span[0] <= _LONGEST_PLACE
        and bool(before.strip())
        and not any(word[0].islower() for word in _WORD.findall(before))
        and not _SENTENCE.search(before)
        and bool(_PLACE_ENDS.search(before))
        and bool(_BEHIND.match(head, found.span[1]))
    )


def _is_line_by_itself(head: str, found: FoundDate) -> bool:
    """Whether the date stands in a line that is no sentence: "By Jo Marn — 25 June 2025"."""
    around = head[: found.span[0]] + " " + head[found.span[1] :]
    return not _SENTENCE.search(around) and head.rstrip("*_ )")[-1:] not in ".!?" and len(around.split()) <= 8
