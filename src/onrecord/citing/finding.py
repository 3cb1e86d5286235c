"""Where the words of a citation stand on a page by now: by what they are and what stands around them, never by number alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, product
from typing import NamedTuple

from onrecord.citing.address import sum_of
from onrecord.citing.asked import Asked
from onrecord.citing.fragments import find_directive
from onrecord.model import Capture, Selector, Span, Turn
from onrecord.text import match_form, version_form

_TURN_CONTEXT = 32
_MOST_PLACES = 1_000
_LONGEST_WORD = 200
_NEAR = 16
_MOST_SUMMED = 100_000_000


class Shown(NamedTuple):
    """One version of a statement as its page shows it."""

    statement: str
    version: int
    text: str
    turns: tuple[Turn, ...]
    capture: Capture

    @property
    def region(self) -> Span:
        """Return the stretch of the page from its first turn to its last."""
        if not self.turns:
            return 0, 0
        return min(turn.span[0] for turn in self.turns), max(turn.span[1] for turn in self.turns)


class Found(NamedTuple):
    """A place on a page; `exact`: the words stand there as they were cited, spacing aside.

    `parts` are the turns that hold them, each with the stretch of its text: more than one where the words reach over the
    border of turns, none where they stand in no turn.
    """

    shown: Shown
    span: Span
    exact: bool
    parts: tuple[tuple[Turn, Span], ...]

    @property
    def text(self) -> str:
        """Return the words of the page."""
        return self.shown.text[self.span[0] : self.span[1]]


def find_places(shown: Shown, asked: Asked) -> list[Found]:
    """Return where the words stand in the version: the one place that is meant, or all that could be; none where none is."""
    if asked.selector is not None:
        places = _by_selector(shown, asked.selector)
    elif asked.directive is not None:
        spans = _inside(shown, find_directive(shown.text, asked.directive))
        places = [_found(shown, span, exact=True) for span in spans]
    else:
        return _by_sum(shown, asked)
    if asked.sum is None:
        return places
    told = [_narrowed(each, asked) for each in places]
    same = [each for each in told if each is not None]
    return same or _by_sum(shown, asked) or [each._replace(exact=False) for each in places]


def _narrowed(found: Found, asked: Asked) -> Found | None:
    """Return the words of the sum at a place that a directive names, which goes on to the border of a word; None without them."""
    text, (first, last) = found.shown.text, found.span
    cited = asked.hint.span
    length = cited[1] - cited[0] if cited else 0
    likely = (
        (start, start + length) for start in range(first, min(last - length, first + _LONGEST_WORD) + 1)
    )
    near = product(range(first, min(last, first + _NEAR)), range(last, max(first, last - _NEAR), -1))
    hinted = ((start, end) for start, end in _hinted(found.shown, asked) if first <= start and end <= last)
    for start, end in chain([(first, last)], hinted, likely, near if last - first < _LONGEST_WORD else ()):
        if start < end and sum_of(text[start:end]) == asked.sum:
            return _found(found.shown, (start, end), exact=True)
    return None


def _by_sum(shown: Shown, asked: Asked) -> list[Found]:
    """Return all places of the words that have the sum; they are sought where they stood, then anywhere."""
    if asked.hint.span is None or asked.sum is None:
        return []
    length = asked.hint.span[1] - asked.hint.span[0]
    first, last = shown.region
    starts = range(first, last - length + 1) if (last - first) * length <= _MOST_SUMMED else range(0)
    anywhere = ((at, at + length) for at in starts)
    for start, end in chain(_hinted(shown, asked), anywhere):
        words = shown.text[start:end]
        if words[:1].strip() and words[-1:].strip() and sum_of(words) == asked.sum:
            return [
                _found(shown, span, exact=True) for span in _inside(shown, _find_exact(shown.text, words))
            ]
    return []


def _hinted(shown: Shown, asked: Asked) -> Iterator[Span]:
    turn, span = asked.hint.turn, asked.hint.span
    if turn is not None and span is not None and 0 < turn <= len(shown.turns):
        at = shown.turns[turn - 1].span[0]
        yield at + span[0], at + span[1]


def _by_selector(shown: Shown, selector: Selector) -> list[Found]:
    spans = _inside(shown, _find_exact(shown.text, selector.exact))
    exact = bool(spans)
    if not spans:
        spans = _inside(shown, _find_words(shown.text, selector.exact))
    return [_found(shown, span, exact=exact) for span in _meant(shown, selector, spans)]


def _inside(shown: Shown, spans: Sequence[Span]) -> list[Span]:
    first, last = shown.region
    return [span for span in spans if span[0] < last and span[1] > first][:_MOST_PLACES]


# One text is asked for each of its citations.
_version_form = lru_cache(4)(version_form)
_match_form = lru_cache(4)(match_form)


def _find_exact(text: str, exact: str) -> list[Span]:
    folded, wanted = _version_form(text), version_form(exact).text
    found, at = [], folded.text.find(wanted) if wanted else -1
    while at >= 0:
        found.append((folded.origins[at], folded.origins[at + len(wanted) - 1] + 1))
        at = folded.text.find(wanted, at + 1)
    return found


def _find_words(text: str, exact: str) -> list[Span]:
    words, wanted = _match_form(text), match_form(exact).words
    return [
        (words.spans[at][0], words.spans[at + len(wanted) - 1][1])
        for at in range(len(words.words) - len(wanted) + 1)
        if wanted and words.words[at] == wanted[0] and words.words[at : at + len(wanted)] == wanted
    ]


def _meant(shown: Shown, selector: Selector, spans: Sequence[Span]) -> list[Span]:
    """Return the one span whose surroundings are those of the selector; all where that is not one."""
    if len(spans) < 2:
        return list(spans)
    whole = [span for span in spans if _stands_amid(shown.text, selector, span)]
    if len(whole) == 1:
        return whole
    in_turn = [span for span in whole or spans if _stands_amid_in_turn(shown, selector, span)]
    return in_turn if len(in_turn) == 1 else list(whole or spans)


def _stands_amid(text: str, selector: Selector, span: Span) -> bool:
    before, behind = _plain(selector.prefix), _plain(selector.suffix)
    room = 4 * (len(selector.prefix) + len(selector.suffix)) + 64
    return _plain(text[max(0, span[0] - room) : span[0]]).endswith(before) and _plain(
        text[span[1] : span[1] + room]
    ).startswith(behind)


def _plain(text: str) -> str:
    return "".join(text.split())


def _stands_amid_in_turn(shown: Shown, selector: Selector, span: Span) -> bool:
    """Whether the selector is of the turn's own text, which ends where the turn does."""
    parts = _parts(shown.turns, shown.text, span)
    if len(parts) != 1:
        return False
    turn, (start, end) = parts[0]
    before = turn.text[max(0, start - _TURN_CONTEXT) : start]
    return (before, turn.text[end : end + _TURN_CONTEXT]) == (selector.prefix, selector.suffix)


def at_page(found: Found, page: Shown) -> Found:
    """Return what was found in a text of the same turns where it stands on the page."""
    turns = {turn.n: turn for turn in page.turns}
    parts = tuple((turns[turn.n], span) for turn, span in found.parts)
    if not parts:
        return found._replace(shown=page, span=(0, 0))
    (first, (start, _)), (last, (_, end)) = parts[0], parts[-1]
    return found._replace(shown=page, span=(first.span[0] + start, last.span[0] + end), parts=parts)


def _found(shown: Shown, span: Span, *, exact: bool) -> Found:
    return Found(shown, span, exact, tuple(_parts(shown.turns, shown.text, span)))


def _parts(turns: Sequence[Turn], text: str, span: Span) -> list[tuple[Turn, Span]]:
    return list(_each_part(turns, text, span))


def _each_part(turns: Sequence[Turn], text: str, span: Span) -> Iterator[tuple[Turn, Span]]:
    first = bisect_left(turns, span[0] + 1, key=lambda turn: turn.span[1])
    for turn in turns[first:]:
        start, end = max(span[0], turn.span[0]), min(span[1], turn.span[1])
        if turn.span[0] >= span[1]:
            return
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield turn, (start - turn.span[0], end - turn.span[0])
