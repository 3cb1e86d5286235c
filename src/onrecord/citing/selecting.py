"""The quote selector of words on a page: the words, and as much around them as tells them apart."""

from __future__ import annotations

from functools import lru_cache

from onrecord.citing.address import is_seen
from onrecord.model import Selector, Span
from onrecord.text import version_text

LEAST_CONTEXT = 32
MOST_CONTEXT = 4_096


def select_words(text: str, span: Span, most: int | None = None) -> Selector:
    """Return the words at the span, with 32 characters of the text on either side, more where they stand so again.

    Where they stand alike more than once with `most` characters around them (4,096), the selector is of all those places.
    """
    most = MOST_CONTEXT if most is None else most
    start, end = span
    context = LEAST_CONTEXT
    while True:
        selector = Selector(text[start:end], text[max(0, start - context) : start], text[end : end + context])
        if context >= most or _stands_once(text, selector):
            return selector
        context *= 2


def trim_span(text: str, span: Span) -> Span:
    """Return the span without the spaces and unseen characters at its ends; empty where it holds nothing else."""
    start, end = span
    while start < end and not is_seen(text[start]):
        start += 1
    while start < end and not is_seen(text[end - 1]):
        end -= 1
    return start, end


@lru_cache(4)
def _folded(text: str) -> str:
    return version_text(text)


def _stands_once(text: str, selector: Selector) -> bool:
    folded = _folded(text)
    whole = version_text(selector.prefix + selector.exact + selector.suffix)
    first = folded.find(whole)
    return folded.find(whole, first + 1) < 0
