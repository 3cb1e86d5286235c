"""The quotations of an article: what stands between marks or in a quoted block, its pieces put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from onrecord.model import Span
from onrecord.quoting.articles.incises import split_incises
from onrecord.quoting.articles.lines import Line, article_lines, whole_paragraphs
from onrecord.quoting.articles.pairs import Pair, pair_marks
from onrecord.quoting.articles.quoted_blocks import QuotedBlock, find_quoted_lines
from onrecord.quoting.articles.sayings import is_saying, says_unspaced
from onrecord.quoting.articles.spoken_lines import find_spoken_lines
from onrecord.quoting.articles.titles import is_told_as_said, is_told_as_title, names_work
from onrecord.quoting.bits import word_size
from onrecord.text import match_form

LEAST_WORDS = 5
"""Fewer words than these are a name, a title or a word held at arm's length; a character of Chinese is half a word."""

_LONGEST_BETWEEN = 240
_MOST_PIECES = 50
_LONGEST_TITLE, _REACH = 120, 400
_LEAST_CAPITALS = 2
_LONGEST_NAMING = 100
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# "Open the Gates! Open the Gates!" is called out, and no title.
_SENTENCES = re.compile(r"[!?.]\s+\S")
_GOES_ON = ",;:—–-…、，"
_ENDS = ".!?。！？"
# “We will open it”, and told the radio, later, “we shall see”: another clause, and another quotation
_OTHER_CLAUSE = re.compile(
    r"[,;–—-]*\s*(?:and|but|before|then|while|whereas|und|aber|bevor|et|mais|puis|avant|y|pero|antes|e|ed|ma|mas|prima|en|maar|och|men|og|и|а|но|і|але)\s"
)
# A stop inside what stands between two pieces ends the sentence, unless it is one of "Mr.", "J." or "U.S."
_STOP = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)(?<!\bJr)(?<!\bSr)(?<!\b\w)(?<!\b\d\d)[.!?。！？](?=\s|$)"
)


class Quoted(NamedTuple):
    """A quotation in an article's text; offsets are of that text.

    `span` reaches from the first mark to the last, `parts` are the words between marks, in order: several where it goes on
    over paragraphs or behind "he said". A line is one behind a dash, as dialogues are set. `within` is the index of the quotation around it. `lead` is the line that tells
    whose words a block holds. Not `closed` where no mark ends it: then it ends with the last paragraph that begins with one.
    """

    span: Span
    parts: tuple[Span, ...]
    form: Literal["marks", "block", "line"]
    within: int | None = None
    lead: Span | None = None
    closed: bool = True


class FoundQuotations(NamedTuple):
    """The quotations of at least five words, in order, and the spans of what stands in marks with fewer, or as a title.

    `left_open` are those of what a mark opens and nothing closes, to the end of the paragraph: where it ends is not known.
    """

    quotations: tuple[Quoted, ...]
    short: tuple[Span, ...]
    left_open: tuple[Span, ...] = ()


def find_quotations(
    text: str,
    paragraphs: Sequence[Span] | None = None,
    blocks: Sequence[QuotedBlock] = (),
    language: str | None = None,
) -> FoundQuotations:
    """Return every quotation of an article's text.

    `paragraphs` are its own where the page's markup told them, else they are told from the lines; `blocks` those that the
    markup sets as quoted, beside the lines that begin with ">".
    """
    lines = article_lines(text) if paragraphs is None else [(start, end, True) for start, end in paragraphs]
    pairs, left_open = pair_marks(text, lines)
    quoted = _joined(text, pairs, language)
    whole = [*blocks, *(find_quoted_lines(text) if paragraphs is None else ())]
    spoken = _with_lines(text, quoted, lines, language)
    every = sorted(_with_blocks(text, spoken, whole, language), key=lambda one: (one.span[0], -one.span[1]))
    open_ended = tuple(
        span for span in left_open if _may_open(text, span) and words_in(text, [span]) >= LEAST_WORDS
    )
    return _measured(text, every)._replace(left_open=open_ended)


def _may_open(text: str, span: Span) -> bool:
    """Whether a mark that nothing closes stands where a quotation begins; a straight one only at the head of a paragraph."""
    if text[span[0]] == '"':
        return not text[text.rfind("\n", 0, span[0]) + 1 : span[0]].strip("> \t")
    return not text[max(0, span[0] - 1) : span[0]].strip(" \t\n\u00a0([")


def words_in(text: str, parts: Sequence[Span]) -> float:
    """Return how many words the parts hold, as readers count them."""
    return sum(word_size(match_form(text[start:end]).words) for start, end in parts)


def _names_who(text: str, start: int, end: int) -> bool:
    """Whether the last line inside the marks says whose words they are: Ilse Harrow, head of the harbour."""
    if end - start > _LONGEST_NAMING or text[start - 1] != "\n":
        return False
    words = text[start:end].split()
    comma = next((at for at, word in enumerate(words[:4]) if word.endswith(",")), 0)
    is_named = comma > 0 and all(word[0].isupper() for word in words[: comma + 1])
    return is_named and len(words) > comma + 1 and not any(mark in text[start : end - 1] for mark in "!?;:")


def is_title(text: str, one: Quoted) -> bool:
    """Return whether what stands in marks is a title: told to be one, referred to, or set as one amid words that are not.

    “The Secret Gates of Verne”, a report headlined “who pays for the new pier”, (“Who pays for the new pier,” Verne Post, May 4).
    """
    if one.form != "marks" or len(one.parts) > 1:
        return False
    if is_told_as_title(text, one.span):
        return True
    if is_told_as_said(text, one.span[0]):
        return False
    start, end = one.parts[0]
    least = 1 if names_work(text, one.span[0]) else _LEAST_CAPITALS
    if end - start > _LONGEST_TITLE or not _is_set_as_title(text[start:end], least):
        return False
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    last = min(text.find("\n", end) % (len(text) + 1), end + _REACH)
    around = text[first : one.span[0]] + " " + text[one.span[1] : last]
    return any(word[0].islower() for word in _LONG_WORD.findall(around))


def _is_set_as_title(words: str, least: int) -> bool:
    long = _LONG_WORD.findall(words)
    if _SENTENCES.search(words):
        return False
    return len(long) >= least and all(word[0].isupper() for word in long) and not words.isupper()


def _joined(text: str, pairs: Sequence[Pair], language: str | None) -> list[Quoted]:
    """The pairs as quotations: one for those between which the sentence goes on around a word of saying."""
    joined: list[Quoted] = []
    last: dict[int | None, int] = {}
    around: dict[int, int] = {}
    for index, pair in enumerate(pairs):
        pieces = (piece for part in pair.parts for piece in split_incises(text, part, language))
        parts = tuple(part for start, end in pieces if (part := _trimmed(text, start, end)))
        within = None if pair.within is None else around[pair.within]
        before = last.get(within)
        if before is not None and parts and _sentence_goes_on(text, joined[before], pair, language):
            one = joined[before]
            joined[before] = one._replace(span=(one.span[0], pair.span[1]), parts=(*one.parts, *parts))
            around[index] = before
            continue
        around[index] = last[within] = len(joined)
        lead = parts[-1] if len(parts) > 1 and _names_who(text, *parts[-1]) else None
        joined.append(Quoted(pair.span, parts[:-1] if lead else parts, "marks", within, lead, pair.closed))
    return joined


def _sentence_goes_on(text: str, before: Quoted, pair: Pair, language: str | None) -> bool:
    """Whether between two pieces stands who says them, and no sentence ends: “We will,” she said, “open the gate.”"""
    start, end = before.span[1], pair.span[0]
    if not 0 < end - start <= _LONGEST_BETWEEN or not 0 < len(before.parts) < _MOST_PIECES:
        return False
    between = text[start:end]
    said, behind = between.strip(), before.parts[-1][1]
    if (
        not said
        or "\n\n" in between
        or text[behind - 1] in _ENDS
        or said[-1] not in _GOES_ON
        or said[-1] == ":"
    ):
        return False
    if text[behind - 1] not in _GOES_ON and said[0] not in _GOES_ON:
        return False
    if _STOP.search(said) or _OTHER_CLAUSE.match(said):
        return False
    verbs = sum(is_saying(word, language) for word in _WORD.findall(said))
    return verbs == 1 or (not verbs and says_unspaced(said))


def _with_lines(
    text: str, quoted: Sequence[Quoted], lines: Sequence[Line], language: str | None
) -> list[Quoted]:
    """The quotations in marks, and the lines that a dash sets as spoken; one that is all in marks is there already."""
    paragraphs = list(whole_paragraphs(lines))
    spoken = [Quoted(line.span, line.parts, "line") for line in find_spoken_lines(text, paragraphs, language)]
    held = {one.span[0]: one for one in quoted}
    new = [line for line in spoken if not _is_in_marks(text, line, held)]
    return [*quoted, *new]


def _is_in_marks(text: str, line: Quoted, held: Mapping[int, Quoted]) -> bool:
    one = held.get(line.parts[0][0])
    return one is not None and not text[one.span[1] : line.span[1]].strip(" .,")


def _with_blocks(
    text: str, quoted: Sequence[Quoted], blocks: Sequence[QuotedBlock], language: str | None
) -> Iterator[Quoted]:
    """The quotations in marks, and the blocks that are quoted whole; a block that itself tells who says what gives its own."""
    taken: set[int] = set()
    for block in sorted(blocks):
        start, end = block.span
        inside = [at for at, one in enumerate(quoted) if start <= one.span[0] and one.span[1] <= end]
        covered = sum(b - a for at in inside if quoted[at].within is None for a, b in quoted[at].parts)
        whole = sum(b - a for a, b in block.parts)
        if (
            not whole
            or 5 * covered >= 4 * whole
            or _tells_itself(text, block, [quoted[at] for at in inside], language)
        ):
            continue
        yield Quoted(block.span, block.parts, "block", None, block.lead)
        taken.update(inside)
    yield from (one for at, one in enumerate(quoted) if at not in taken)


def _tells_itself(text: str, block: QuotedBlock, inside: Sequence[Quoted], language: str | None) -> bool:
    if not any(words_in(text, one.parts) >= LEAST_WORDS for one in inside):
        return False
    at, outside = block.span[0], []
    for one in sorted(inside, key=lambda one: one.span):
        outside.append(text[at : one.span[0]])
        at = max(at, one.span[1])
    outside.append(text[at : block.span[1]])
    return any(is_saying(word, language) for piece in outside for word in _WORD.findall(piece))


def _measured(text: str, every: Sequence[Quoted]) -> FoundQuotations:
    kept: list[Quoted] = []
    short: list[Span] = []
    around: list[int] = []
    for one in every:
        if words_in(text, one.parts) < LEAST_WORDS or is_title(text, one):
            short.append(one.span)
            continue
        while around and kept[around[-1]].span[1] <= one.span[0]:
            around.pop()
        kept.append(one._replace(within=around[-1] if around else None))
        around.append(len(kept) - 1)
    return FoundQuotations(tuple(kept), tuple(short))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
