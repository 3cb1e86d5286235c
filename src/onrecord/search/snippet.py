"""The stretch of a turn that shows why it was found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model import Span
from onrecord.text import match_form

LENGTH = 240
"""Characters of the turn that a snippet shows, about."""

_LEAD = 60
_MOST_HITS = 2_000
_SPACE = re.compile(r"[^\S ]")
_LONG = 4_000


class Snippet(NamedTuple):
    """Text of a turn with line ends as spaces and "…" where it was cut; `spans` mark the hits in it."""

    text: str
    spans: tuple[Span, ...]


def cut_snippet(text: str, leave_out: Iterable[Span], wanted: Sequence[tuple[str, ...]]) -> Snippet:
    """Return about 240 characters of the text around the densest hits; its beginning where there are none."""
    hits = find_hits(text, leave_out, wanted)
    start = _best_start(hits)
    begin = _word_start(text, max(0, start - _LEAD)) if start > _LEAD else 0
    end = _word_end(text, begin + LENGTH)
    before, after = "…" if begin else "", "…" if end < len(text) else ""
    shown = text[begin:end]
    if not shown.isprintable():  # of all spaces only the plain one is
        shown = _SPACE.sub(" ", shown)
    shift = len(before) - begin
    spans = tuple((hit[0] + shift, hit[1] + shift) for hit, _ in hits if begin <= hit[0] and hit[1] <= end)
    return Snippet(before + shown + after, _merged(spans))


def find_hits(
    text: str, leave_out: Iterable[Span], wanted: Sequence[tuple[str, ...]]
) -> list[tuple[Span, int]]:
    """Return the span of each word or phrase wanted, in order, with its index in `wanted`."""
    gaps = list(leave_out)
    hits: list[tuple[Span, int]] = []
    if _is_plain(text) and all(len(words) == 1 and words[0].isalpha() for words in wanted):
        return _plain_hits(text, gaps, [words[0] for words in wanted])[:_MOST_HITS]
    for start, end in _stretches(text, wanted):
        inside = [(gap[0] - start, gap[1] - start) for gap in gaps if start < gap[1] and gap[0] < end]
        for (first, last), index in _hits_in(text[start:end], inside, wanted):
            cut = (first == 0 and start > 0) or (last == end - start and end < len(text))
            if not cut:
                hits.append(((start + first, start + last), index))
    return hits[:_MOST_HITS]


# Letters whose small form is one letter that normalisation leaves alone, and marks: what is looked for in such a text stands there as
# it is looked for, case aside. Left out are ß, dotted İ, ĳ, ŀ, ŉ and long s, and all that is composed.
_PLAIN = re.compile(
    "[\x00-\x7f\xa0\xa1\xab\xbb\xbf-\xd6\xd8-\xde\xe0-\xf6\xf8-\u012f\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0410-\u044f"
    "\u2013\u2014\u2018\u2019\u201c-\u201e\u2026]*"
)


def _is_plain(text: str) -> bool:
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def _plain_hits(text: str, leave_out: list[Span], wanted: Sequence[str]) -> list[tuple[Span, int]]:
    """Return what `_hits_in` does, having made words only of what has the letters of one that is wanted: no word goes over a space."""
    small = text.lower()
    hits: dict[Span, int] = {}
    for index in range(len(wanted) - 1, -1, -1):
        at = small.find(wanted[index])
        while at >= 0:
            start, end = at, at + len(wanted[index])
            while start and not text[start - 1].isspace():
                start -= 1
            while end < len(text) and not text[end].isspace():
                end += 1
            inside = [
                (gap[0] - start, gap[1] - start) for gap in leave_out if start < gap[1] and gap[0] < end
            ]
            if end - start == len(wanted[index]) and not inside:  # nothing stands before or behind it
                hits[start, end] = index
            else:
                form = match_form(text[start:end], inside)
                for word, (first, last) in zip(form.words, form.spans, strict=True):
                    if word == wanted[index]:
                        hits[start + first, start + last] = index
            at = small.find(wanted[index], end)
    return sorted(hits.items())


def _hits_in(
    text: str, leave_out: Iterable[Span], wanted: Sequence[tuple[str, ...]]
) -> list[tuple[Span, int]]:
    form = match_form(text, leave_out)
    begins: dict[str, list[int]] = {}
    for index, words in enumerate(wanted):
        begins.setdefault(words[0], []).append(index)
    hits: list[tuple[Span, int]] = []
    for at, word in enumerate(form.words):
        for index in begins.get(word, ()):
            words = wanted[index]
            if form.words[at : at + len(words)] == words:
                hits.append(((form.spans[at][0], form.spans[at + len(words) - 1][1]), index))
    return hits


def _stretches(text: str, wanted: Sequence[tuple[str, ...]]) -> list[Span]:
    """Return the stretches of a long text in which its words are worth making: around what looks like their longest.

    All of it where nothing does: the match form may write a word otherwise than the text.
    """
    plain = text.lower().replace("’", "'")
    if len(text) <= _LONG or len(plain) != len(text):
        return [(0, len(text))]
    places: list[int] = []
    for telling in sorted({max(words, key=len) for words in wanted}):
        at = plain.find(telling)
        while at >= 0 and len(places) < _MOST_HITS:
            places.append(at)
            at = plain.find(telling, at + 1)
    stretches: list[Span] = []
    for at in sorted(places):
        start, end = _word_start(text, max(0, at - LENGTH)), _word_end(text, at + 2 * LENGTH)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches or [(0, len(text))]


def _best_start(hits: Sequence[tuple[Span, int]]) -> int:
    """Return the offset of the hit from which the window holds most different hits, then most hits."""
    starts = [hit[0] for hit, _ in hits]
    best, best_worth = 0, (0, 0)
    for index, start in enumerate(starts):
        inside = hits[index : bisect_left(starts, start + LENGTH - _LEAD)]
        worth = (len({term for _, term in inside}), len(inside))
        if worth > best_worth:
            best, best_worth = start, worth
    return best


def _word_start(text: str, offset: int) -> int:
    if offset == 0:
        return 0
    for at in range(offset, min(offset + 20, len(text))):
        if text[at - 1].isspace():
            return at
    return offset


def _word_end(text: str, offset: int) -> int:
    if offset >= len(text):
        return len(text)
    for at in range(offset, max(offset - 20, 0), -1):
        if text[at].isspace():
            return at
    return offset


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
