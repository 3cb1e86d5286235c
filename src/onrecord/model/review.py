"""An article's quotations, each with what the article claims of it and how it stands to the record."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.capture import Span
from onrecord.model.reading import Issue
from onrecord.model.verdict import Searched, Verdict


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """The words that were reviewed; `name` is the file, `posted_on` the article's own day. All spans count in `text`."""

    name: str
    url: str | None
    title: str | None
    language: str | None
    posted_on: str | None
    text: str


class ClaimedSpeaker(msgspec.Struct, frozen=True):
    """Whom the article has say it, as printed at `span`; `name` and `office` are what of it names a person and a post.

    `rule` is how it was told: behind, before, between, label, according_to, sentence_subject, whose_words, line_below, pronoun,
    same_paragraph, paragraph_before, post_before.
    """

    value: str
    name: str | None
    office: str | None
    span: Span
    rule: str


class ClaimedDate(msgspec.Struct, frozen=True):
    """The day the article gives for it, printed at `span`; a weekday, a day without its year and "yesterday" count back from `posted_on`."""

    value: str
    span: Span
    rule: Literal["date", "day_without_year", "weekday", "day_before"]


class CitedPlace(msgspec.Struct, frozen=True):
    """Where the words stand that the verdict cites: the archive's permanent address, the link at the source, who and in what.

    `link` is the page's address with the words as a text fragment, which a browser finds; None for what it cannot open.
    """

    address: str
    link: str | None
    speaker: str | None
    title: str | None


class ReviewedQuotation(msgspec.Struct, frozen=True):
    """A quotation of the article: `span` with its marks, `parts` without, `text` their words as they were checked.

    `form` is what sets it as quoted: marks, a block of its own, a line behind a dash. `within` is the number of the quotation
    around it. The verdict is None where it was not checked; an issue says why.
    """

    n: int
    span: Span
    parts: tuple[Span, ...]
    form: Literal["marks", "block", "line"]
    within: int | None
    text: str
    speaker: ClaimedSpeaker | None
    date: ClaimedDate | None
    verdict: Verdict | None
    place: CitedPlace | None = None


class Review(msgspec.Struct, frozen=True):
    """An article, its quotations in order, and what was searched for them.

    `short` are the spans of what stands in quotation marks with fewer than five words: names, titles, words held at arm's
    length. They are not checked.
    """

    article: Article
    quotations: tuple[ReviewedQuotation, ...]
    short: tuple[Span, ...]
    searched: Searched
    issues: tuple[Issue, ...]
