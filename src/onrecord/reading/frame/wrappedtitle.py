"""The further lines of a title that a plain text breaks, as texts taken out of print have it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.metadata import status_of
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import find_dates
from onrecord.reading.words.names import LINKS, is_office_word

_MOST, _LONGEST, _LEAST_BROKEN = 4, 120, 28  # lines; characters of one, and of one that is broken
_LINKING = LINKS | frozenset("y et e i и und des dos das do da en in on at with con mit sur sobre".split())
_BY = re.compile(r"(?:by|von|par|por|with|mit|avec|con)\s|.{0,60}[:：]|.{0,40}\.[-–—]", re.IGNORECASE)


def whole_title(blocks: Sequence[Block], line: int) -> tuple[int, ...]:
    """Return the lines of a title from its first: those right below that go on with it, where no other could begin so.

    All capitals, as the first, and either it ends or the next begins with a word that links ("… DEL PRESIDENTE", "DEL
    GOBIERNO, …"), or a post is cut in two. A name, a day or a place below is no part of it.
    """
    lines = [line]
    while len(lines) < _MOST and _goes_on(blocks, lines[-1]):
        lines.append(lines[-1] + 1)
    return tuple(lines)


def _goes_on(blocks: Sequence[Block], index: int) -> bool:
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or below.gap != "line":
        return False
    text, other = blocks[index].text, below.text
    if not (_LEAST_BROKEN <= len(text) <= _LONGEST and len(other) <= _LONGEST):
        return False
    if not (text.isupper() and other.isupper() and " " in text) or ends_as_sentence(text) or _BY.match(other):
        return False
    if find_dates(other) or status_of(other):
        return False
    (before, last), first = text.lower().split()[-2:], other.split()[0].lower()
    # "… Y DEL PRIMER" over "MINISTRO DE SKELL"
    cut = is_office_word(first) and (is_office_word(last) or before in _LINKING)
    return last in _LINKING or first in _LINKING or cut
