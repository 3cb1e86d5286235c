"""A quotation as its quoter wrote it: the words, and the omissions and insertions that the quoter marked."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.errors import WrongCall
from onrecord.model import Span
from onrecord.quoting.bits import is_unspaced
from onrecord.quoting.enclosed import enclosed_spans
from onrecord.quoting.numerals import join_thousands
from onrecord.text import match_form

MOST_WORDS = 5_000
_MOST_CHARACTERS = 2_000_000

_DOTS = r"(?:…|⋯|\.(?:[ \u00a0\u202f]?\.){2,})+"
_MARK = re.compile(
    rf"[\[(<⟨{{［（]\s*{_DOTS}\s*[\])>⟩}}］）]"
    rf"|{_DOTS}"
    r"|[\[［](?P<inside>[^\[\]［］]*)[\]］]"
    r"|\(\s*sic\s*!?\s*\)",
    re.IGNORECASE,
)
_SIC = re.compile(r"\W*sic\W*", re.IGNORECASE)
# In brackets within a word: "[W]e", "do[n’t]", "talk[s]".
_LETTERS = re.compile(r"(?:[^\W\d_]|['’])+")
# The word joiner belongs to no word of the match form and parts none: brackets inside a word are read through.
_JOINER = "\u2060"


class Mark(NamedTuple):
    """An omission or insertion that the quotation marks; it stands before the word with index `at`.

    `words` are the match-form words of an insertion, `text` its text without brackets; both empty for an omission.
    """

    at: int
    kind: Literal["omission", "insertion"]
    words: tuple[str, ...]
    text: str


class Quotation(NamedTuple):
    """The words of a quotation with their spans in `text`; `touched` are words with the quoter's brackets in them."""

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    touched: frozenset[int]


@lru_cache(16)  # once to seek it, once to judge it
def parse_quotation(text: str) -> Quotation:
    """Return the words and marks of a quotation; outer quotation marks belong to neither.

    Raises WrongCall where there are no words, or more than 5,000.
    """
    if len(text) > _MOST_CHARACTERS:
        raise WrongCall(
            f"The quotation has {len(text):,} characters: check it in pieces of at most 5,000 words."
        )
    found = [(match, _kind(text, match)) for match in _MARK.finditer(text)]
    brackets = [
        edge for match, kind in found if kind == "touched" for edge in (match.start(), match.end() - 1)
    ]
    readable = list(text)
    for offset in brackets:
        readable[offset] = _JOINER
    apart = [match.span() for match, kind in found if kind != "touched"]
    form = join_thousands(text, match_form("".join(readable), apart))
    if not form.words:
        raise WrongCall("The quotation holds no words: give the words that are to be found in the record.")
    if len(form.words) > MOST_WORDS:
        raise WrongCall(
            f"The quotation has {len(form.words):,} words: check it in pieces of at most 5,000 words."
        )
    marks: list[Mark] = []
    at = 0
    for match, kind in found:
        while at < len(form.words) and form.spans[at][0] < match.start():
            at += 1
        if kind in ("omission", "insertion"):
            inside = (match.group("inside") or "").strip() if kind == "insertion" else ""
            marks.append(
                Mark(at, "omission" if kind == "omission" else "insertion", match_form(inside).words, inside)
            )
    touched = frozenset(_touched(form.spans, brackets))
    return Quotation(text, form.words, form.spans, tuple(marks), touched)


@lru_cache(16)
def parse_enclosed(text: str) -> Quotation | None:
    """Return what stands in quotation marks alone, its pieces joined as by marked omissions: “Not so,” she said.

    None where nothing is left out that way, or no word stands in quotation marks.
    """
    spans = [span for span in enclosed_spans(text) if match_form(text[span[0] : span[1]]).words]
    if not spans or not match_form(text, spans).words:
        return None
    return parse_quotation(" … ".join(text[start:end].strip() for start, end in spans))


def sought_forms(text: str) -> list[Quotation]:
    """Return what is sought in the record: the quotation, and what stands in its quotation marks alone, if that is less."""
    enclosed = parse_enclosed(text)
    return [parse_quotation(text)] if enclosed is None else [parse_quotation(text), enclosed]


def _kind(text: str, match: re.Match[str]) -> Literal["omission", "insertion", "ignored", "touched"]:
    inside = match.group("inside")
    if inside is None:
        return "ignored" if _SIC.fullmatch(match.group()) else "omission"
    if _SIC.fullmatch(inside):
        return "ignored"
    beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    one_word = not inside or (_LETTERS.fullmatch(inside) is not None and len(inside) <= 12)
    # In scripts without spaces every bracket touches a letter, and parts no word.
    touches = any(character.isalpha() and not is_unspaced(character) for character in beside)
    return "touched" if one_word and touches else "insertion"


def _touched(spans: tuple[Span, ...], brackets: list[int]) -> list[int]:
    edges = set(brackets)
    return [
        index
        for index, (start, end) in enumerate(spans)
        if edges
        and (start - 1 in edges or end in edges or any(offset in edges for offset in range(start, end)))
    ]
