"""Lines at a title that tell place and day, and behind a dash what the text is: "Skell, 14.05.2031 - Speech by Ada Verne at …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.reading.parts.titles import WEAK_KINDS, kinds_of
from onrecord.reading.statement.body import Body, Opening
from onrecord.reading.words.placed import place_before

_DASH = re.compile(r"\s*[-–—]\s+")
_LONGEST = 300
_FIRST_WORDS = re.compile(r"[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*)?")


def kinds_behind_days(body: Body, opening: Opening) -> Iterator[tuple[tuple[str, ...], str, Span]]:
    """Yield what the lines at the title name behind place and day: the kinds, the words, and where these stand."""
    for index in opening.blocks:
        block = body.page.blocks[index]
        days = body.guide.dates_in(block.text) if len(block.text) <= _LONGEST else []
        dash = _DASH.match(block.text, days[0].span[1]) if days else None
        if dash is None or not place_before(block.text[: days[0].span[1]], days[0].span):
            continue
        words = block.text[dash.end() :]
        first = _FIRST_WORDS.match(words)
        kinds = kinds_of(first[0]) if first else ()
        if set(kinds) - WEAK_KINDS:
            yield kinds, words, (block.span[0] + dash.end(), block.span[1])
