"""Marks of printed pages that stand in the middle of the words: "Column 603", "[[Page S5579]]", "16 Jan 2031 : Column 13WS"."""

from __future__ import annotations

import re

from onrecord.reading.words.caseless import caseless

# "Column: 603", "Page 12", "[p. 4]": citation marks of printed records
# "- 12 -", "2/14", "31-12345": at the head or foot of a printed page
_PRINTED = caseless(
    r"\W*(?:column|col|pages?|seite|spalte|p)\.?\s*:?\s*[a-z]?\d{1,5}[a-z]{0,3}(?:[-–][a-z]?\d{1,5})?\W*|[-–—]\s?\d{1,4}\s?[-–—]|\d{1,3}/\d{1,3}|\d{2}-\d{5}"
)
# the day of the sitting before it, as in "16 Jan 2031 : Column 13WS"
_BEHIND_DAY = re.compile(r"\d{1,2}\.? [^\W\d_]{3,10}\.? \d{4}\s*[:,–—-]\s*(?=[A-Z])")
_LONGEST = 60


def is_printed_mark(text: str) -> bool:
    """Return whether a line is where a column or page of a printed record begins, and no words of anybody's."""
    if _PRINTED.fullmatch(text):
        return True
    if len(text) > _LONGEST or not text[:1].isdigit():
        return False
    day = _BEHIND_DAY.match(text)
    return day is not None and _PRINTED.fullmatch(text[day.end() :]) is not None
