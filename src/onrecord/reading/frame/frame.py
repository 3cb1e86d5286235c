"""Where on a page the title and the body stand, judged from this page alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import LearntSite
from onrecord.reading.frame.cards import without_cards
from onrecord.reading.frame.densest import find_densest
from onrecord.reading.frame.pagetitle import UNTITLED, find_page_title
from onrecord.reading.page.blocks import LEFT_OUT, STATEMENT, Block, PageBlocks, is_plain
from onrecord.reading.site.fitted import Fitted, fit_page
from onrecord.reading.words.dates import find_dates

_OUTSIDE = frozenset(("nav", "footer", "aside", "form", "select", "button", LEFT_OUT))
_LINES_AT_TITLE, _LONGEST_LINE, _LEAST_NAMED = 6, 120, 8
LEARNT_PLACE = "learnt place"
"""What a frame says of a title that stands where what was learnt of the site has it."""


class Frame(NamedTuple):
    """Indices of blocks: the title's (none where the page's text does not repeat it), and those of the body in order."""

    title: tuple[int, ...]
    body: tuple[int, ...]
    title_text: str | None
    title_from: str
    body_from: str
    """The rule by which the body is where it is."""
    inside: tuple[int, ...] = ()
    """All blocks of the element where what was learnt of the site has the body; none where it was not used."""
    speaks: bool = False
    """Whether the titles of the site's other pages name kinds of statements."""
    dates: tuple[int, ...] | None = None
    """The lines with the message's date at the title, where what was learnt of the site tells them."""
    between: frozenset[int] = frozenset()
    """Lines of the site between the words, by what they say."""


def find_frame(page: PageBlocks, learnt: LearntSite | None = None) -> Frame:
    """Return where title and body stand; what is in neither is outside (furniture, lists, footers).

    `learnt` tells where they stand on all pages of the layout; a page that shows none of its layouts is read alone.
    Where a source's file tells the element of the statement, the body is what stands in that, below the title.
    """
    blocks = page.blocks
    told = [i for i, block in enumerate(blocks) if STATEMENT in block.places] if page.is_told else list[int]()
    fitted = fit_page(page, learnt)
    if told and fitted and fitted.title is not None:
        return _told_frame(told, *_learnt_title(page, fitted.title))
    if fitted and not told:
        return _fitted_frame(page, fitted)
    inside = [index for index, block in enumerate(blocks) if _OUTSIDE.isdisjoint(block.places)]
    if any("article" in blocks[index].places for index in inside):
        inside = without_cards(page, inside)
    marked = [index for index in inside if "article" in blocks[index].places]
    rule = "body.article"
    if (
        not marked
        or sum(len(blocks[index].text) for index in marked) < 40
        or _several_articles(blocks, marked)
    ):
        marked = [index for index in inside if "main" in blocks[index].places]
        rule = "body.main"
    if marked:
        inside = _with_title_before(blocks, marked, page)
    if any(blocks[index].level == 1 for index in told):
        inside = told
    title, text, origin = find_page_title(page, inside)
    if text and UNTITLED.fullmatch(text):
        text = None
    if told:
        return _told_frame(told, title, text, origin)
    after = [index for index in inside if index > title[-1]] if title else inside
    if not title:
        after = [index for index in after if "header" not in blocks[index].places]
    if marked:
        body = after
    elif is_plain(blocks):
        body, rule = after, "body.behind_title" if title else "body.all"
    else:
        body, rule = find_densest(blocks, after), "body.densest"
    return Frame(title, tuple(body), text, origin, rule)


def is_apart(block: Block) -> bool:
    """Return whether markup alone sets a block apart from any body: in a sidebar, a menu or a form; a link up the page."""
    return block.leads_within or not _OUTSIDE.isdisjoint(block.places)


def _fitted_frame(page: PageBlocks, fitted: Fitted) -> Frame:
    # A line with the date may stand outside the element of the words, as the title does.
    held = sorted({*fitted.inside, *(fitted.dates or ())})
    inside = [index for index in held if index not in set(fitted.furniture)]
    title, text, origin = (
        find_page_title(page, inside) if fitted.title is None else _learnt_title(page, fitted.title)
    )
    if text and UNTITLED.fullmatch(text):
        text = None
    last = title[-1] if title else -1
    body = tuple(index for index in inside if index > last)
    return Frame(title, body, text, origin, "body.learnt", fitted.inside, fitted.speaks, fitted.dates)


def _told_frame(told: list[int], title: tuple[int, ...], text: str | None, origin: str) -> Frame:
    """The body told, from the title on where that stands in it."""
    first = title[-1] + 1 if set(title) & set(told) else 0
    return Frame(title, tuple(i for i in told if i >= first and i not in title), text, origin, "body.told")


def _learnt_title(page: PageBlocks, index: int) -> tuple[tuple[int, ...], str | None, str]:
    return (index,), page.blocks[index].text, LEARNT_PLACE


def _several_articles(blocks: Sequence[Block], marked: list[int]) -> bool:
    """Each entry of a list page may be an `<article>` of its own: then no single one is the body."""
    headings = [index for index in marked if blocks[index].level]
    return len(headings) >= 3 and all("header" in blocks[i].places or blocks[i].is_linked for i in headings)


def _with_title_before(blocks: Sequence[Block], marked: list[int], page: PageBlocks) -> list[int]:
    if any(blocks[index].level == 1 for index in marked):
        return marked
    above = [
        i for i, b in enumerate(blocks[: marked[0]]) if b.level and not b.places & {"nav", "footer", "aside"}
    ]
    before = [i for i in above if blocks[i].level == 1]
    if not before and not any(blocks[i].level for i in marked) and _is_named_in_head(page, above[-1:]):
        before = above[-1:]  # a title set as a lower heading, right outside the element of the words
    return [*before[-1:], *_between(blocks, before[-1], marked[0]), *marked] if before else marked


def _is_named_in_head(page: PageBlocks, above: Sequence[int]) -> bool:
    """Whether the last heading above an element is the title in the page's head, whatever stands beside it there."""
    named = " ".join((page.head.title or "").split())
    return any(len(page.blocks[i].text) >= _LEAST_NAMED and page.blocks[i].text in named for i in above)


def _between(blocks: Sequence[Block], title: int, first: int) -> range:
    """The few short lines between a title and the element of the words, as sites set out who spoke, where and when."""
    between = range(title + 1, first)
    while between and blocks[between[0]].gap == "line" and blocks[between[0]].path == blocks[title].path:
        between = between[1:]  # the title's own second line
    told = len(between) <= _LINES_AT_TITLE and all(
        len(blocks[index].text) <= _LONGEST_LINE
        and not blocks[index].is_linked
        and not blocks[index].level
        and _OUTSIDE.isdisjoint(blocks[index].places)
        for index in between
    )
    return between if told and any(find_dates(blocks[index].text) for index in between) else range(0)
