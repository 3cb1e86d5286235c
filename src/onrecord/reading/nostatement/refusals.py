"""Pages whose body is no statement by what it holds: a list, a table of contents, news, too few words."""

from __future__ import annotations

import re

from onrecord.reading.frame.frame import is_apart
from onrecord.reading.frame.layout import Layout
from onrecord.reading.page.blocks import PageBlocks, is_plain
from onrecord.reading.parts.furniture import is_pager
from onrecord.reading.parts.pagehead import HeadTold
from onrecord.reading.parts.titles import is_statement_title, kinds_of
from onrecord.reading.statement.leads import kinds_at_title
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.words.signposts import FULL_TEXT

_NEWS_TYPES = frozenset(
    ("NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle")
)
# Pages about a site, or that list its texts: schema.org's page types other than a text's.
_SITE_TYPES = frozenset(
    ("AboutPage", "CollectionPage", "ContactPage", "ProfilePage", "SearchResultsPage", "FAQPage")
)
# Of those, the ones whose page is a list, be it of one entry.
LIST_TYPES = frozenset(("CollectionPage", "SearchResultsPage"))
# Kinds that a line at the title names on pages of offices; newspapers head their own with "Interview", "Comment".
_SAID = frozenset(
    ("speech", "lecture", "remarks", "news_conference", "briefing", "statement", "joint_statement")
)
_LEAST_WORDS = 5
_PARAGRAPH = 120
_NUMBER = re.compile(r"\d+")
_LEAST_PAGES = 4
_LEAST_LEADING = 6
_MOST_SENTENCES = 4  # one in so many lines


def refusal_rule(page: PageBlocks, layout: Layout, told: HeadTold) -> str:
    """Return the rule by which no statement is looked for in the body; empty where one is."""
    title = layout.frame.title_text or ""
    named = is_statement_title(title) or (layout.frame.speaks and bool(kinds_of(title)))
    line = kinds_at_title(page, layout.frame.title)
    named = named or bool(line and _SAID.intersection(line[0]))
    if told.types & _NEWS_TYPES and not FULL_TEXT.search(title) and not named:
        return "other.news"
    if told.types & _SITE_TYPES:
        return "other.site_page"
    if _is_paged(page, layout):
        return "other.paged"
    if not _has_words(page, layout):
        return "other.few_words"
    return "other.links" if _is_contents(page, layout) else ""


def _is_contents(page: PageBlocks, layout: Layout) -> bool:
    """Whether a body is a table of contents: most of it leads elsewhere, and hardly a line ends as a sentence."""
    body = [page.blocks[index] for index in layout.body]
    leading = [block for block in body if block.is_linked]
    if len(leading) < _LEAST_LEADING or 5 * len(leading) < 3 * len(body):
        return False
    return _MOST_SENTENCES * sum(ends_as_sentence(block.text) for block in body) < len(body)


def _is_paged(page: PageBlocks, layout: Layout) -> bool:
    """Whether a row of page numbers stands right below the title of a plain text: what follows is the leads of a list."""
    first = layout.frame.title[-1] + 1 if layout.frame.title and is_plain(page.blocks) else 0
    text = page.blocks[first].text if 0 < first < len(page.blocks) else ""
    return is_pager(text) and len(_NUMBER.findall(text)) >= _LEAST_PAGES


def _has_words(page: PageBlocks, layout: Layout) -> bool:
    words = 0
    for index in layout.body:
        words += page.blocks[index].text.count(" ") + 1
        if words >= _LEAST_WORDS:
            return True
    return any("\u3000" <= c <= "\u9fff" for index in layout.body for c in page.blocks[index].text)


def listing_rule(page: PageBlocks, layout: Layout, told: HeadTold) -> str:
    """Return the rule by which a page without a statement is one of notices, empty where it is none.

    An article with a list of others beside it has more words of its own than they have."""
    if told.types & LIST_TYPES:
        return "listing.declared" if layout.entries else ""
    own = sum(len(page.blocks[index].text) for index in layout.body)
    inside = layout.frame.inside
    entries = [entry for entry in layout.entries if not inside or set(entry.blocks) & set(inside)]
    listed = sum(len(page.blocks[index].text) for entry in entries for index in entry.blocks)
    if len(entries) < 2 or own > listed:
        return ""
    return "" if _prose_outside(page, layout) > listed else "listing.notices"


def _prose_outside(page: PageBlocks, layout: Layout) -> int:
    """How long the paragraphs are that stand in no entry: an article's, between lists that cut its body short."""
    held = {index for entry in layout.entries for index in entry.blocks}
    return sum(
        len(block.text)
        for index, block in enumerate(page.blocks)
        if len(block.text) >= _PARAGRAPH and index not in held and not is_apart(block)
    )
