"""The quotations of an article, each with the speaker and the day that the article claims for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import ClaimedDate, ClaimedSpeaker, Span
from onrecord.quoting.articles import Quoted, article_lines, find_quotations, whole_paragraphs
from onrecord.reviewing.article import ArticlePage
from onrecord.reviewing.days import claim_days
from onrecord.reviewing.speakers import claim_speakers
from onrecord.reviewing.surroundings import Surroundings

_CLOSING = " \n\t\u00a0\"'”’»“"
_ENDS = ".!?…:;。！？："


class Claimed(NamedTuple):
    """A quotation as the article has it: its words in one text, and what is claimed of them."""

    quoted: Quoted
    text: str
    speaker: ClaimedSpeaker | None
    date: ClaimedDate | None


class ClaimedQuotations(NamedTuple):
    """The quotations of an article in order, the spans of what stands in marks with too few words, and of what no mark ends."""

    quotations: tuple[Claimed, ...]
    short: tuple[Span, ...]
    left_open: tuple[Span, ...]


def claim_quotations(page: ArticlePage) -> ClaimedQuotations:
    """Return every quotation of an article with its claims; what is not beside it in so many words is not claimed."""
    article = page.article
    found = find_quotations(article.text, page.paragraphs, page.blocks, article.language)
    paragraphs = page.paragraphs or tuple(whole_paragraphs(article_lines(article.text)))
    near = Surroundings(article.text, unbroken(article.text, paragraphs), found.quotations, found.short)
    speakers = claim_speakers(article.text, found.quotations, near, article.language)
    days = claim_days(article.text, found.quotations, near, article.posted_on, article.language)
    return ClaimedQuotations(
        tuple(
            Claimed(one, joined_words(article.text, one), speaker, day)
            for one, speaker, day in zip(found.quotations, speakers, days, strict=True)
        ),
        found.short,
        found.left_open,
    )


def unbroken(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return paragraphs, those in one between which no sentence ends: pages of a PDF may break amid “…,” / he said."""
    whole: list[Span] = []
    for start, end in paragraphs:
        before = text[slice(*whole[-1])].rstrip(_CLOSING) if whole else ""
        if before and before[-1] not in _ENDS and text[start:end].lstrip()[:1].islower():
            whole[-1] = whole[-1][0], end
        else:
            whole.append((start, end))
    return tuple(whole)


def joined_words(text: str, one: Quoted) -> str:
    """Return the words of a quotation as one text: paragraphs apart, pieces between which somebody is named together."""
    pieces: list[str] = []
    for number, (start, end) in enumerate(one.parts):
        if number:
            pieces.append("\n\n" if "\n" in text[one.parts[number - 1][1] : start] else " ")
        pieces.append(text[start:end])
    return "".join(pieces)
