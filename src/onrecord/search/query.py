"""What is searched for: words, phrases, AND, OR, NOT and parentheses, read into a small tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.errors import WrongCall
from onrecord.text import match_form

_MOST_WORDS = 300
_MOST_DEPTH = 40

_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»", "”": "”", "「": "」", "『": "』"}
_OPERATORS = ("AND", "OR", "NOT")
_TOKEN = re.compile(r'\s*(?P<minus>-(?=\S))?(?:(?P<mark>[()"“„«”「『])|(?P<word>[^\s()"“„«”「『]+))')


class Phrase(NamedTuple):
    """One or more words in match form that follow one another."""

    words: tuple[str, ...]


class Not(NamedTuple):
    """What must not be there."""

    term: Term


class All(NamedTuple):
    """What must all be there."""

    terms: tuple[Term, ...]


class Any(NamedTuple):
    """Of which one must be there."""

    terms: tuple[Term, ...]


Term = Phrase | Not | All | Any


def parse_query(text: str) -> Term:
    """Return what the text asks for: AND binds more closely than OR, NOT (or a leading "-") more closely than both.

    Operators count in capitals only. Raises WrongCall where marks or operators lack their partner, or no word is left.
    """
    parser = _Parser(list(_split(text)))
    term = parser.any_of(0)
    if parser.peek() is not None:
        raise WrongCall("The search closes a parenthesis that was never opened: leave it out.")
    if term is None:
        raise WrongCall("The search holds no words: give at least one.")
    if sum(map(len, wanted_words(term))) > _MOST_WORDS:
        raise WrongCall(
            f"The search has more than {_MOST_WORDS} words: shorten it, or use check for a quotation."
        )
    return term


def wanted_words(term: Term) -> list[tuple[str, ...]]:
    """Return the words and phrases that a hit may show: all but those under NOT."""
    if isinstance(term, Phrase):
        return [term.words]
    if isinstance(term, Not):
        return []
    return [words for each in term.terms for words in wanted_words(each)]


class _Token(NamedTuple):
    kind: str
    text: str


def _split(text: str) -> Iterator[_Token]:
    at = 0
    while match := _TOKEN.match(text, at):
        at = match.end()
        if match["minus"]:
            yield _Token("NOT", "-")
        mark, word = match["mark"], match["word"]
        if word is not None:
            yield _Token(word if word in _OPERATORS else "words", word)
        elif mark in "()":
            yield _Token(mark, mark)
        else:
            end = next((i for i in range(at, len(text)) if text[i] in _CLOSING[mark]), None)
            if end is None:
                raise WrongCall(
                    f"The search opens a phrase with {mark} and does not close it: close it, or leave it out."
                )
            yield _Token("words", text[at:end])
            at = end + 1


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self) -> str | None:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else None

    def any_of(self, depth: int) -> Term | None:
        if depth > _MOST_DEPTH:
            raise WrongCall(
                f"The search has more than {_MOST_DEPTH} parentheses inside one another: use fewer."
            )
        terms = [self.all_of(depth)]
        while self.peek() == "OR":
            self.at += 1
            terms.append(self.all_of(depth, "OR"))
        kept = tuple(term for term in terms if term is not None)
        return Any(kept) if len(kept) > 1 else next(iter(kept), None)

    def all_of(self, depth: int, after: str | None = None) -> Term | None:
        terms: list[Term] = []
        joined = after
        met = False
        while (kind := self.peek()) not in (None, ")", "OR"):
            if kind == "AND":
                if not met or joined == "AND":
                    raise _lonely("AND")
                joined = "AND"
                self.at += 1
                continue
            met, joined = True, None
            term = self.one(depth)
            if term is not None:
                terms.append(term)
        if joined is not None or (not met and self.peek() == "OR"):
            raise _lonely(joined or "OR")
        return All(tuple(terms)) if len(terms) > 1 else next(iter(terms), None)

    def one(self, depth: int) -> Term | None:
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "NOT":
            if self.peek() in (None, ")", "AND", "OR", "NOT"):
                raise _lonely("NOT")
            term = self.one(depth)
            return None if term is None else Not(term)
        if token.kind == "(":
            inner = self.any_of(depth + 1)
            if self.peek() != ")":
                raise WrongCall(
                    "The search opens a parenthesis and does not close it: close it, or leave it out."
                )
            self.at += 1
            return inner
        words = match_form(token.text).words
        return Phrase(words) if words else None


def _lonely(operator: str) -> WrongCall:
    return WrongCall(
        f"The search has {operator} without a word to join: add the word, or write the operator in small letters."
    )
