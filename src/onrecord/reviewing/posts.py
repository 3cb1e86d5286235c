"""Posts that running text names with what they are over: "la ministre des Ports Ada Verne", "the minister of the sea"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from onrecord.reading.words.names import parse_person
from onrecord.reading.words.posts import OFFICE_FIELDS
from onrecord.reading.words.postwords import is_office_word
from onrecord.reviewing.tokens import Named, Token

# What stands between a post and what it is over, and the articles behind that.
_OF = frozenset(
    "of for de du des del della dei degli delle dello dell di do da dos das van von für voor för der över av af".split()
)
ARTICLES = frozenset("the la le les los las el lo il gli i o os a as der die das den het de dem".split())
_LONGEST, _REACH = 12, 40
# Of Slavic verbs in the past: "Министр встретил Пелла" names whom the minister met.
_PAST = re.compile(r"(?:л|ла|ли|[аиіїяу]в|ł|ła|[aeiyu]l|la|li)$")


def post_of(words: Sequence[Token], text: str) -> Named | None:
    """Return who a phrase names that begins with a post and what that is over; the post alone where no name of two words ends it.

    None for a phrase that does not begin so.
    """
    first = _first_of(words)
    if first is None:
        return None
    at = next((n for n in range(len(words), first + 1, -1) if words[n - 1].is_capital), 0)
    if at:
        printed = text[words[0].start : words[at - 1].end]
        person = parse_person(printed)
        if person and person.office and " " in person.name and printed.endswith(person.name):
            return Named(printed, (words[0].start, words[at - 1].end), person.name, person.office)
    end = next((n for n in range(len(words), 0, -1) if words[n - 1].low not in _OF | ARTICLES), 1)
    span = words[0].start, words[end - 1].end
    return Named(text[slice(*span)], span, None, text[slice(*span)])


def _first_of(words: Sequence[Token]) -> int | None:
    """The index of the first word between a post and what it is over, where the phrase begins with a post."""
    posts = list(takewhile(lambda token: token.low not in _OF and is_office_word(token.text), words))
    at = len(posts)
    is_post = any(token.low not in OFFICE_FIELDS for token in posts)
    return at if is_post and at + 1 < len(words) and words[at].low in _OF else None


def post_end(words: Sequence[Token], at: int) -> int:
    """Return the index behind a phrase that begins at `at` with a post and what it is over; `at` where none does."""
    start = at + 1 if at < len(words) and words[at].low in ARTICLES else at
    run = list(takewhile(lambda token: token.is_word, words[start : start + _LONGEST]))
    first = _first_of(run)
    if first is None:
        return at
    end, capitals = first, 0
    while end < len(run):
        token = run[end]
        if token.low in _OF:
            if capitals > 1:
                break
            capitals = 0
        elif token.low in ARTICLES and run[end - 1].low not in _OF:
            break
        elif capitals and not token.is_capital:
            if capitals > 1 or token.low in _STOPS:
                break
        elif token.low in _STOPS:
            break
        capitals += token.is_capital
        end += 1
    while end and run[end - 1].low in _OF | ARTICLES:
        end -= 1
    return start + end


def post_start(words: Sequence[Token], of_at: int) -> int | None:
    """Return the index at which a phrase begins of which the word at `of_at` stands between a post and what it is over."""
    for at in range(of_at, max(0, of_at - _LONGEST), -1):
        if not words[at].is_word:
            return None
        if words[at].low in _OF and is_office_word(words[at - 1].text) and words[at - 1].low not in _OF:
            start = at - 1
            while start and is_office_word(words[start - 1].text) and words[start - 1].low not in _OF:
                start -= 1
            return start - 1 if start and words[start - 1].low in ARTICLES else start
    return None


def is_of(token: Token) -> bool:
    """Return whether a word may stand between a post and what it is over."""
    return token.low in _OF


def without_field(phrase: list[Token], text: str) -> list[Token]:
    """Return a run of capitals without the first, where that is what a post before it is over: "la ministre des Ports Ada Verne"."""
    before = text[max(0, phrase[0].start - _REACH) : phrase[0].start].split()
    is_over = len(phrase) > 2 and len(before) > 1 and before[-1].lower() in _OF and is_office_word(before[-2])
    return phrase[1:] if is_over else phrase


def begins_with_post(words: Sequence[str]) -> bool:
    """Return whether the words before a name, which begin a sentence, are nothing but its post: "Le ministre des Ports"."""
    told = [word.lower() for word in words]
    at = 1 if told and told[0] in ARTICLES else 0
    if at >= len(told) or not is_office_word(words[at]):
        return False
    for number in range(at + 1, len(told)):
        word, before = told[number], told[number - 1]
        is_over = before in _OF or (before in ARTICLES and told[number - 2] in _OF)
        is_genitive = number == at + 1 and number == len(told) - 1 and not _PAST.search(word)
        if not (word in _OF or is_over or is_office_word(words[number]) or (is_genitive and len(word) > 3)):
            return False
    return told[-1] not in _OF


_STOPS = frozenset(
    "in at on to who after and from with by during about as when while whose which that et y e und och og à en au aux dans lors que qui si".split()
)
