"""What the sentence on record has before a quotation or behind it, where that holds a negation: words are cut out of their sense there."""

from __future__ import annotations

import re

from onrecord.model import Omission, Span, Turn
from onrecord.quoting.negations import negations
from onrecord.text import match_words

_NEAR_BY = 400
# So far behind the quotation a negation is still of what was quoted.
_BEHIND = 90
_PAUSES = " ,;:–—、，،؛"
_SENTENCE_END = re.compile(r"[.!?](?=\W|$)|[。！？।॥؟۔։]|\n")


def cut_off(turn: Turn, span: Span, language: str | None) -> tuple[Omission, ...]:
    """Return what the sentence has before the words at `span` of the turn's text, and behind them, each only where it holds a negation."""
    text, (start, end) = turn.text, span
    before = _last_sentence(text, start)
    after = _SENTENCE_END.split(text[end:], maxsplit=1)[0]
    going_on = after.lstrip(_PAUSES)
    near = " ".join(going_on.split())[:_BEHIND]
    stretches = [(start - len(before), start)] if negations(match_words(before), language) else []
    if negations(match_words(near), language):
        stretches.append((end + len(after) - len(going_on), end + len(after)))
    return tuple(_omission(turn, each) for each in stretches)


def _omission(turn: Turn, span: Span) -> Omission:
    raw = turn.text[slice(*span)]
    start = span[0] + len(raw) - len(raw.lstrip())
    words = raw.strip()
    return Omission(words, turn.n, (start, start + len(words)), negation=True)


def _last_sentence(text: str, end: int) -> str:
    """Return what stands behind the last end of a sentence before an offset; looked for near it first, as turns may be long."""
    reach = _NEAR_BY
    while True:
        stretch = text[max(0, end - reach) : end]
        found = _SENTENCE_END.split(stretch)
        if len(found) > 1 or reach >= end:
            return found[-1]
        reach *= 8
