"""Titles of plain texts that go on over the end of a line: "Foreign Ministry Spokesperson Ada Verne's", and below it "Press Conference"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.dates import find_dates

_LONGEST = 200
_MOST = 3  # lines
_LINKS = "of|and|the|with|by|to|for|on|at|in|de|des|du|del|della|dei|do|da|dos|das|der|von|und|mit|zur?|zum|auf|für|vor|bei|beim|über|et|avec|par|pour|sur|à|aux?|devant|y|e|con|por|para|sobre|ante|al|alla|per|van|voor|op|en|с|и|по|в|на|о|об|к|для|при"
# "… by the Minister of", "… Ada Verne’s"
_GOES_ON = re.compile(rf"(?:\s(?:{_LINKS})|[’']s|s[’'])$", re.IGNORECASE)
# "and the Spokesperson for the Council", "DEL GOBIERNO, …"; "by Ada Verne" stands under a title
_GOES_BACK = re.compile(rf"(?!(?:by|von|par|por)\s)(?:{_LINKS})\s\S", re.IGNORECASE)
# "BY MARA QUILL", below "PRESS BRIEFING" alone, as the releases of presidents are set
_BY_NAME = re.compile(r"BY (?:[A-Z][A-Z.'’-]+\s){1,6}[A-Z][A-Z.'’-]+,?")
_KIND_ALONE = 3  # words


def whole_title(blocks: Sequence[Block], inside: Sequence[int], line: int) -> tuple[tuple[int, ...], str]:
    """Return the lines of which a title is made, and its text; a comma at its end, before place and day, is none of it."""
    first = last = line
    near = frozenset(inside)
    while first - 1 in near and last - first < _MOST and _is_one(blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 in near and last - first < _MOST and _is_one(blocks[last], blocks[last + 1]):
        last += 1
    while first < last and last + 1 in near and last - first < _MOST and _both_in_capitals(blocks, last):
        last += 1
    lines = tuple(range(first, last + 1))
    text = " ".join(blocks[index].text for index in lines)
    return lines, text.rstrip(",， ") or text


def _both_in_capitals(blocks: Sequence[Block], last: int) -> bool:
    """Whether the last line of a title in capitals and the one below it, which tells no day and has no label, are set alike."""
    above, below = blocks[last], blocks[last + 1]
    alike = above.text.isupper() and below.text.isupper() and below.gap == "line"
    return alike and below.text.count(" ") >= 2 and ":" not in below.text and not find_dates(below.text)


def _is_one(above: Block, below: Block) -> bool:
    """Whether a line goes on below: no blank line parts them, and a word that binds ends the one or begins the other."""
    if below.gap != "line" or max(len(above.text), len(below.text)) > _LONGEST or find_dates(above.text):
        return False
    if not above.text[0].isupper() or ends_as_sentence(above.text) or ends_as_sentence(below.text):
        return False
    if _GOES_ON.search(above.text):
        return ":" not in below.text
    if _BY_NAME.fullmatch(below.text):
        return above.text.isupper() and len(above.text.split()) <= _KIND_ALONE and bool(kinds_of(above.text))
    back = _GOES_BACK.match(below.text)
    return back is not None and (below.text[0].islower() or (below.text.isupper() and above.text.isupper()))
