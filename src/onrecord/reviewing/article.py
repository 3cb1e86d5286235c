"""A page as an article: its title and words in order, with its paragraphs and the blocks that it sets as quoted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model import Article, Capture, Issue, LearntSite, Span
from onrecord.quoting.articles import QuotedBlock, article_lines, part_lead, whole_paragraphs
from onrecord.reading import HTML_TYPES, trace_page
from onrecord.reading.page.blocks import LEFT_OUT, Block, PageBlocks
from onrecord.reading.told import SourceRules
from onrecord.reviewing.datelines import dateline_day

_QUOTED = "blockquote"
_Q = re.compile(r"<(?P<end>/)?q(?:\s[^<>]*)?>", re.IGNORECASE)
# Some pages set marks around it as well.
_MARKED = re.compile('["“”„«»‘’]')
_LEADS = frozenset(("footer", "figcaption"))
_MOST_OF_ALL = 0.6


class ArticlePage(NamedTuple):
    """An article with its paragraphs, None where its lines are to tell them, the blocks set as quoted, and what was wrong."""

    article: Article
    paragraphs: tuple[Span, ...] | None
    blocks: tuple[QuotedBlock, ...]
    issues: tuple[Issue, ...]


def read_article(
    text: str,
    capture: Capture,
    issues: Iterable[Issue] = (),
    rules: SourceRules | None = None,
    learnt: LearntSite | None = None,
) -> ArticlePage:
    """Return the article that a page holds; of plain text all of it, as it is.

    Of a page of HTML its title and main text, or its statement; of a list or of another format all that it shows.
    """
    if capture.media_type in HTML_TYPES:
        text = _with_marks(text)
    traced = trace_page(text, capture, issues, rules, learnt)
    page, reading = traced.page, traced.reading
    told = Article(
        name=capture.locator.file,
        url=capture.url,
        title=reading.page.title,
        language=reading.page.language,
        posted_on=reading.page.posted_on,
        text=text,
    )
    if capture.media_type == "text/plain":
        # A day alone above the words is the article's own, whatever else it could be on a site's page.
        own = told.posted_on or (reading.page.page_says_at or "")[:10] or None
        day = own or dateline_day(text, tuple(whole_paragraphs(article_lines(text))))
        return ArticlePage(replace(told, posted_on=day), None, (), reading.issues)
    chosen = set(traced.layout.body) if capture.media_type in HTML_TYPES else set()
    if chosen:
        chosen |= set(traced.layout.frame.title) | _in_figures(page, chosen)
        chosen |= _headline(page.blocks, chosen, told.title)
        order = _with_leads(page, sorted(chosen))
    else:
        order = [index for index, block in enumerate(page.blocks) if LEFT_OUT not in block.places]
    return _written([page.blocks[index] for index in order], told, reading.issues)


def _with_marks(markup: str) -> str:
    """The markup with the marks that a browser shows around `<q>`, which has none of its own: the single ones inside another."""
    depth = 0

    def marked(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag["end"]:
            depth = max(0, depth - 1)
            return f"{'’' if depth else '”'}{tag[0]}" if not _MARKED.match(markup, tag.end()) else tag[0]
        depth += 1
        before = markup[max(0, tag.start() - 1) : tag.start()]
        return f"{tag[0]}{'‘' if depth > 1 else '“'}" if not _MARKED.match(before) else tag[0]

    return _Q.sub(marked, markup)


def _with_leads(page: PageBlocks, chosen: Sequence[int]) -> list[int]:
    """The chosen blocks, behind each quoted one the line of it that says whose words it holds, which is no main text by itself."""
    quoted = {index: element for index in chosen if (element := _quoted_in(page, index))}
    if not quoted:
        return list(chosen)
    waiting: defaultdict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(page.blocks):
        if index not in quoted and not block.places.isdisjoint(_LEADS):
            for element in set(block.path) & set(quoted.values()):
                waiting[element].append(index)
    held = set(chosen)
    order: list[int] = []
    for at, index in enumerate(chosen):
        order.append(index)
        is_last = at + 1 == len(chosen) or quoted.get(chosen[at + 1]) != quoted.get(index)
        if index in quoted and is_last:
            order += [lead for lead in waiting.pop(quoted[index], ()) if lead not in held]
    return order


def _headline(blocks: Sequence[Block], chosen: Container[int], title: str | None) -> set[int]:
    """The heading above the chosen blocks that is the page's title, where it is none of them: blogs set it as a link to the page."""
    first = next(index for index in range(len(blocks)) if index in chosen)
    same = (
        at
        for at in range(first - 1, -1, -1)
        if blocks[at].level and _folded(blocks[at].text) == _folded(title or "")
    )
    found = next(same, None)
    told = title is not None and _folded(blocks[first].text) == _folded(title)
    return set() if found is None or told else {found}


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _in_figures(page: PageBlocks, chosen: Container[int]) -> set[int]:
    """The quoted blocks amid the chosen ones that stand in a figure of their own, which is no picture."""
    body = [index for index in range(len(page.blocks)) if index in chosen]
    return {
        index
        for index in range(body[0], body[-1])
        if _quoted_in(page, index) and page.elements[_quoted_in(page, index) - 1].tag == "figure"
    }


def _quoted_in(page: PageBlocks, index: int) -> int:
    """The element that a quoted block stands in, a figure where it is all of one; 0 for a block that is not quoted."""
    block = page.blocks[index]
    if _QUOTED not in block.places:
        return 0
    outermost = next((element for element in block.path if page.elements[element - 1].tag == _QUOTED), 0)
    around = page.elements[outermost - 1].parent if outermost else 0
    return around if around and page.elements[around - 1].tag == "figure" else outermost


def _written(blocks: Sequence[Block], told: Article, issues: tuple[Issue, ...]) -> ArticlePage:
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for block in blocks:
        between = "" if not pieces else {"line": "\n", "cell": " "}.get(block.gap, "\n\n")
        pieces += between, block.text
        at += len(between)
        spans.append((at, at + len(block.text)))
        at += len(block.text)
    text = "".join(pieces)
    quoted = _quoted_blocks(text, blocks, spans)
    day = told.posted_on or dateline_day(text, spans)
    return ArticlePage(replace(told, text=text, posted_on=day), tuple(spans), tuple(quoted), issues)


def _quoted_blocks(text: str, blocks: Sequence[Block], spans: Sequence[Span]) -> list[QuotedBlock]:
    found: list[QuotedBlock] = []
    run: list[int] = []
    for index in range(len(blocks) + 1):
        block = blocks[index] if index < len(blocks) else None
        if block and block.text.strip() and (_QUOTED in block.places or (run and block.places & _LEADS)):
            run.append(index)
            continue
        if run:
            found.append(_quoted_block(text, blocks, spans, run))
        run = []
    held = sum(end - start for block in found for start, end in block.parts)
    # Some sites set whole articles so, for the look of it.
    return found if held <= _MOST_OF_ALL * len(text) else []


def _quoted_block(
    text: str, blocks: Sequence[Block], spans: Sequence[Span], run: Sequence[int]
) -> QuotedBlock:
    whole = spans[run[0]][0], spans[run[-1]][1]
    words = [spans[index] for index in run if blocks[index].places.isdisjoint(_LEADS)]
    leads = [spans[index] for index in run if not blocks[index].places.isdisjoint(_LEADS)]
    if words and leads:
        return QuotedBlock((whole[0], words[-1][1]), tuple(words), leads[-1])
    return part_lead(text, whole, [spans[index] for index in run])
