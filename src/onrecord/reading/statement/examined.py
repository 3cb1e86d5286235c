"""Who asks and who answers before a court or an inquiry, where the record tells above their letters whom it examines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.turns.speakers import Cast
from onrecord.reading.turns.turns import Split
from onrecord.reading.turns.whose import printed_name
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.labelwords import ANSWER_LABELS
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.persons import Person

# as in "Questions by MR PELL", "Cross-examination by Ms Venn: [Continued]", "BY MR. HARROW:"
_BY = re.compile(r"(?i:.*\b(?:by|from)\s(?:the\s)?)(?P<name>[A-Z][\w .'’-]+?)(?:\s?[,:].*|\s[(\[].*)?$")
# as in "CAPTAIN ADA VERNE (sworn)", "WITNESS: CORIN PELL [Resumed]"
_WITNESS = re.compile(
    r"(?:(?:THE )?WITNESS: )?(?P<name>[A-Z][A-Z .'’-]+?)(?:,.*?)?(?:\s[(\[][^()\[\]]+[)\]])?$"
)
# as in "Good morning, sir.", or "Yes, my Lord."
_ADDRESSED = re.compile(
    r"(?:\W*\w+){0,5}?\W*(?:,\s|^)(?:sir|my l(?:ord|ady)|your (?:honou?rs?|lordship|ladyship)|ma[’']am|madam(?: chair)?)\b",
    re.IGNORECASE,
)
_LEADING = 120
_MOST_VOTES = 2 / 3


class Examined(NamedTuple):
    """Who asks and who answers in one stretch of examination: names, None where the record tells none."""

    asking: str | None
    answering: str | None


def examinations(split: Split, blocks: Sequence[Block], cast: Cast) -> dict[int, Examined]:
    """Return for the stretches of a record of evidence, by their number from 0, who examines whom there; empty for other pages."""
    marks = sorted(index for index, rule in split.marks.items() if rule == "mark.examination")
    keys = {stretch.label.key for stretch in split.stretches if stretch.label}
    if not marks or "a" not in keys or "q" not in keys:
        return {}
    found: dict[int, Examined] = {}
    told = Examined(None, None)
    at = 0
    for n, stretch in enumerate(split.stretches):
        while at < len(marks) and marks[at] < stretch.blocks[0]:
            told = _examined(blocks[marks[at]].text, told, cast)
            at += 1
        if told.asking or told.answering:
            found[n] = told
    return found


def asks_here(key: str, examined: Examined) -> str | None:
    """Return who asks or answers behind a lone letter in a stretch of examination; None for other labels."""
    if is_question_key(key):
        return examined.asking
    return examined.answering if key in ANSWER_LABELS else None


def heard_by(split: Split, text: str, asking: Mapping[int, Examined]) -> str | None:
    """Return the label of whoever hears a case: whom those who speak next call "sir" or "my Lord"; None where it is nobody alone."""
    if not asking:
        return None
    votes: Counter[str] = Counter()
    for one, other in pairwise(split.stretches):
        if one.label is None or other.label is None or one.label.key in ("q", "a") or other.label.key == "a":
            continue
        start, end = other.span
        if _ADDRESSED.match(text[start : min(end, start + _LEADING)]):
            votes[one.label.key] += 1
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] >= _MOST_VOTES * votes.total() else None


def _examined(text: str, before: Examined, cast: Cast) -> Examined:
    """Who examines whom from a line of the record on: a new witness is asked by nobody yet."""
    if match := _BY.match(text):
        return Examined(_named(match["name"], cast) or before.asking, before.answering)
    if match := _WITNESS.match(text):
        return Examined(None, _named(match["name"], cast))
    return before


def _named(printed: str, cast: Cast) -> str | None:
    person = parse_person(printed.title() if printed.isupper() else printed)
    if person is None or not person.keys:
        return None
    known = cast.speakers.get(label_key(printed))
    if known:
        return known.name
    same = [one.name for one in cast.speakers.values() if one and Person(one.name, None).keys == person.keys]
    return same[0] if same else printed_name(person)
