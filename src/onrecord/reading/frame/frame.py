"""Where on a page the title and the body stand, judged from this page alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import LearntSite
from onrecord.reading.frame.titleline import find_title_line
from onrecord.reading.frame.wrapped import whole_title
from onrecord.reading.page.blocks import LEFT_OUT, STATEMENT, Block, PageBlocks, is_plain
from onrecord.reading.parts.furniture import clock_of, counters_in, says_furniture
from onrecord.reading.parts.metadata import opening_rule
from onrecord.reading.parts.titles import is_statement_title, people_under_title
from onrecord.reading.site.fitted import Fitted, fit_page
from onrecord.reading.words.bylines import parse_byline
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.signposts import LISTS
from onrecord.reading.words.speech import SELF
from onrecord.text import match_words

_OUTSIDE = frozenset(("nav", "footer", "aside", "form", "select", "button", LEFT_OUT))
# "[untitled]", "Untitled page": what programs write where nobody gave a title
_UNTITLED = re.compile(r"\W*untitled(?: page)?\W*", re.IGNORECASE)
# An element is descended into while it holds this share of the prose; beside it may stand this many characters of
# prose, or a group of blocks in which this share of the characters is links.
_LEAST_ROWS = 3
_SITE_NAME = 4  # words
_NEAR_TOP = 40  # blocks
_ENOUGH = 0.6
_LITTLE = 200
_SHORT_LINKS = 80
_DATED = ("opening.date", "opening.place_and_day")
_BY = re.compile(r"(?:by|von|par|por|av|af|door)\s[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w.'’-]*){1,3}")
_MOST_LEADS, _LONGEST_LEAD = 2, 500
_LINKED = 0.2
# How like a heading is to the title in the page's head: the same but for a site's name; or another.
_LIKE = 0.89
_WHOLE_TITLE = 6  # words
_UNLIKE = 0.5
_LEAST_PART = 2  # words
_NEAR_NAME = 24  # lines from a site's name to the title below it


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
    title, text, origin = _title(page, inside)
    if text and _UNTITLED.fullmatch(text):
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
        body, rule = _densest(blocks, after), "body.densest"
    return Frame(title, tuple(body), text, origin, rule)


def is_apart(block: Block) -> bool:
    """Return whether markup alone sets a block apart from any body: in a sidebar, a menu or a form; a link up the page."""
    return block.leads_within or not _OUTSIDE.isdisjoint(block.places)


def _fitted_frame(page: PageBlocks, fitted: Fitted) -> Frame:
    # A line with the date may stand outside the element of the words, as the title does.
    held = sorted({*fitted.inside, *(fitted.dates or ())})
    inside = [index for index in held if index not in set(fitted.furniture)]
    title, text, origin = _title(page, inside) if fitted.title is None else _learnt_title(page, fitted.title)
    if text and _UNTITLED.fullmatch(text):
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
    before = [
        i
        for i, b in enumerate(blocks)
        if b.level == 1 and i < marked[0] and not b.places & {"nav", "footer", "aside"}
    ]
    return before[-1:] + marked


def _title(page: PageBlocks, inside: list[int]) -> tuple[tuple[int, ...], str | None, str]:
    blocks = page.blocks
    claims = [claim for claim in (_metadata_title(page), page.head.title) if claim]
    headings = [index for index in inside if blocks[index].level == 1]
    if headings and not _is_section(blocks, headings, inside, claims):
        best = _likest(blocks, headings, claims)
        if claims and _likest_of(blocks[best].text, claims) <= _UNLIKE:
            # "News", the site's name: a heading over all pages, and the page's own is a lower one
            lower = [i for i in inside if 1 < blocks[i].level <= 4 and len(blocks[i].text) < 400]
            other = next((i for i in lower if _likest_of(blocks[i].text, claims) >= _LIKE), best)
            best = best if _goes_on(blocks[best].text, blocks[other].text, claims) else other
        indices = _whole_heading(blocks, best)
        return indices, _joined(blocks, indices), "heading"
    for claim in claims:
        for index in inside[:80]:
            if _prose(blocks[index]) > 200:
                break
            if (
                len(blocks[index].text) < 400
                and not blocks[index].is_linked
                and _likeness(blocks[index].text, claim) >= _LIKE
            ):
                if _is_of_site(blocks[index], claim) and (
                    (named := _named_in_type(blocks, inside, claims)) is not None
                ):
                    return (named,), blocks[named].text, "page title"
                index = _other_half(blocks, index, inside, claim)
                return (index,), blocks[index].text, "page title"
    if claims and (named := _named_in_type(blocks, inside, claims)) is not None:
        return (named,), blocks[named].text, "page title"
    if claims and (part := _part_in_heading(blocks, inside, claims)) is not None:
        return (part,), blocks[part].text, "heading"
    if claims and (dated := _dated_heading(blocks, inside, claims)) is not None:
        return (dated,), blocks[dated].text, "heading"
    if claims:
        return (), _without_site(claims[-1] if len(claims) == 1 else claims[0]), "page title"
    if blocks and is_plain(blocks):
        line, origin = find_title_line(blocks, inside)
        return (*whole_title(blocks, inside, line), origin) if line is not None else ((), None, "")
    for index in inside[:60]:
        if blocks[index].level:
            return (index,), blocks[index].text, "heading"
    return (), None, ""


def _goes_on(heading: str, below: str, claims: Sequence[str]) -> bool:
    """Whether a title of the page's head has the words of a heading, and right behind them those of the line below: its subtitle."""
    words = (*match_words(heading), *match_words(below))
    return any(_holds_in_row(_words_of(claim), words) for claim in claims)


def _other_half(blocks: Sequence[Block], index: int, inside: list[int], claim: str) -> int:
    """The line further down that makes the whole of the page's title with one that is like it, else that one.

    The title in a page's head holds the site's name, too, and that stands above the statement's own title.
    """
    words, claimed = match_words(blocks[index].text), _words_of(claim)
    if len(words) >= len(claimed) or not words:
        return index
    halves = [claimed[len(words) :]] if words == claimed[: len(words)] else []
    halves += [claimed[: -len(words)]] if words == claimed[-len(words) :] else []
    for other in inside[: inside.index(index) + _NEAR_NAME] if halves else ():
        block = blocks[other]
        if _prose(block) > 200:
            break
        if (
            other > index
            and len(block.text) < 400
            and not block.is_linked
            and match_words(block.text) in halves
        ):
            return other
    return index


def _is_of_site(block: Block, claim: str) -> bool:
    """Whether a line has a part of the page's title alone, and names no statement: the site's name, where it stands."""
    return len(match_words(block.text)) < len(_words_of(claim)) and not is_statement_title(block.text)


def _named_in_type(blocks: Sequence[Block], inside: list[int], claims: list[str]) -> int | None:
    """The first bold line that names a statement, or the only lower heading, where the page's head has nothing but the site's name."""
    if any(map(is_statement_title, claims)):
        return None
    headings = [
        index for index in inside if blocks[index].level > 1 and is_statement_title(blocks[index].text)
    ]
    for index in inside[:_NEAR_TOP]:
        block = blocks[index]
        if block.level == 1 or _prose(block) > 400:
            return None
        if block.level and headings != [index]:
            return None  # a list of several, or a section of the text
        if (block.is_bold or block.level) and not block.is_linked and is_statement_title(block.text):
            return None if LISTS.fullmatch(block.text) else index
    return None


def _part_in_heading(blocks: Sequence[Block], inside: list[int], claims: list[str]) -> int | None:
    """The first lower heading whose words, two or more, the page's title all has: "Tides and Inflation" in "Speech on tides and inflation"."""
    claimed = {word for claim in claims for word in _words_of(claim)}
    for index in inside[:_NEAR_TOP]:
        block = blocks[index]
        words = match_words(block.text) if block.level > 1 and not block.is_linked else ()
        if len(words) >= _LEAST_PART and claimed.issuperset(words):
            return index
    return None


def _dated_heading(blocks: Sequence[Block], inside: list[int], claims: list[str]) -> int | None:
    """The first lower heading, where it names a statement or a day and the page's head has nothing but the site's name."""
    if any(is_statement_title(claim) or len(claim.split()) > _SITE_NAME for claim in claims):
        return None
    for index in inside[:_NEAR_TOP]:
        block = blocks[index]
        if block.level and not block.is_linked and len(block.text) < 400:
            named = is_statement_title(block.text) and not LISTS.fullmatch(block.text)
            return index if named or find_dates(block.text) else None
        if _prose(block) > 200:
            return None
    return None


def _likest(blocks: Sequence[Block], headings: list[int], claims: list[str]) -> int:
    """The heading most like what the page's head says; of several the one most like the title that is for sharing."""
    return max(
        headings,
        key=lambda index: (
            _likest_of(blocks[index].text, claims),
            _likest_of(blocks[index].text, claims[:1]),
            -index,
        ),
    )


def _likest_of(text: str, claims: list[str]) -> float:
    return max((_likeness(text, claim) for claim in claims), default=0.0)


def _is_section(blocks: Sequence[Block], headings: list[int], inside: list[int], claims: list[str]) -> bool:
    """A top-level heading deep in the text that is nothing like the page's title heads a section of it."""
    if not claims:
        return False
    likeness = max(_likeness(blocks[index].text, claim) for index in headings for claim in claims)
    before = (blocks[index] for index in inside if index < headings[0])
    prose_before = sum(_prose(block) for block in before if not says_furniture(block.text))
    return (likeness < 0.95 and prose_before > 0) or (likeness < 0.5 and len(headings) > 1)


def _whole_heading(blocks: Sequence[Block], index: int) -> tuple[int, ...]:
    """A heading broken by `<br>` is several blocks of one element."""
    last = index
    while (
        last + 1 < len(blocks)
        and blocks[last + 1].gap == "line"
        and blocks[last + 1].path == blocks[index].path
    ):
        last += 1
    first = index
    while first > 0 and blocks[first].gap == "line" and blocks[first - 1].path == blocks[index].path:
        first -= 1
    return tuple(range(first, last + 1))


def _joined(blocks: Sequence[Block], indices: tuple[int, ...]) -> str:
    return " ".join(blocks[index].text for index in indices)


def _metadata_title(page: PageBlocks) -> str | None:
    for name in ("og:title", "dc.title", "dcterms.title", "citation_title", "headline"):
        for key, value in page.head.metadata:
            if key == name:
                return value
    return None


@lru_cache(256)  # each heading is held against each claim several times
def _likeness(text: str, claim: str) -> float:
    """Share of the words of `text` that open the claim: 1.0 where a site only adds its own name behind or before."""
    words, claimed = match_words(text), _words_of(claim)
    if not words or not claimed:
        return 0.0
    if words == claimed[: len(words)] or words == claimed[-len(words) :]:
        whole = 1.0 if words == claimed[: len(words)] else 0.9
        return whole if len(words) * 3 >= len(claimed) else 0.5
    if len(words) >= _WHOLE_TITLE and _holds_in_row(claimed, words):
        return 0.95  # a site that prints its own name before a title and the section behind it
    shared = sum((Counter(words) & Counter(claimed)).values())
    return 0.9 * shared / max(len(words), len(claimed))


def _holds_in_row(claimed: tuple[str, ...], words: tuple[str, ...]) -> bool:
    starts = range(len(claimed) - len(words) + 1)
    return any(claimed[start : start + len(words)] == words for start in starts)


@lru_cache(64)
def _words_of(claim: str) -> tuple[str, ...]:
    return match_words(claim)


def _without_site(title: str) -> str:
    """A page's title carries the site's name behind a bar or a spaced dash: "Statement … | Ministry"."""
    parts = re.split(r"\s+[|»«·:]{1,2}\s+", title)
    return max(parts, key=len).strip() if len(parts) > 1 else title


def _densest(blocks: Sequence[Block], indices: list[int]) -> list[int]:
    """Descend from the page's root while one element holds most of the prose and what stands beside it is not prose.

    Paragraphs of one text may lie in several elements side by side: then the descent stops at the one around them all.
    """
    weights = {index: _prose(blocks[index]) for index in indices}
    total = sum(weights.values())
    inside = indices
    depth = 0
    while total and inside:
        if len(inside) > 1:
            # What holds all of them is not looked at one by one.
            depth = max(depth, _shared_depth(blocks, inside))
        groups = _by_element(blocks, inside, depth)
        masses = {key: sum(map(weights.__getitem__, group)) for key, group in groups.items()}
        element = max(masses, key=masses.__getitem__)
        chosen = groups[element]
        if _is_grid(blocks, groups.values()):
            break
        if element is None or len(chosen) < 2 or masses[element] < _ENOUGH * total:
            break
        beside = ((masses[key], group) for key, group in groups.items() if key != element)
        if not all(mass < _LITTLE or _is_list_of_links(blocks, group) for mass, group in beside):
            break
        inside, depth = chosen, depth + 1
    listed = _listed(blocks, inside, depth) if any(blocks[index].links for index in inside) else ()
    return _with_opening_lines(blocks, indices, [index for index in inside if index not in listed])


def _listed(blocks: Sequence[Block], indices: list[int], depth: int) -> set[int]:
    """The blocks in elements that are lists of links, and not built as others beside them that hold words."""
    groups = [group for key, group in _by_element(blocks, indices, depth).items() if key is not None]
    lists = [group for group in groups if _is_list_of_links(blocks, group)]
    built = {_build(blocks, group) for group in groups if group not in lists} if lists else set()
    return {index for group in lists if _build(blocks, group) not in built for index in group}


def _build(blocks: Sequence[Block], group: Sequence[int]) -> tuple[frozenset[str], int]:
    """By what elements of one kind are known, however much each of them holds: their tags, and how many links."""
    links = sum(len(blocks[index].links) for index in group)
    return frozenset(blocks[index].tag for index in group), links


def _shared_depth(blocks: Sequence[Block], indices: list[int]) -> int:
    """How many elements stand around all of the blocks: the first and last path in order differ the soonest."""
    paths = [blocks[index].path for index in indices]
    first, last = min(paths), max(paths)
    return next((depth for depth, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))


def _by_element(blocks: Sequence[Block], indices: list[int], depth: int) -> dict[int | None, list[int]]:
    groups: dict[int | None, list[int]] = {}
    for index in indices:
        path = blocks[index].path
        element = path[depth] if len(path) > depth else None
        if element in groups:
            groups[element].append(index)
        else:
            groups[element] = [index]
    return groups


def _is_grid(blocks: Sequence[Block], groups: Collection[list[int]]) -> bool:
    """Rows of two cells each: a transcript set as a table, whoever speaks beside what is said."""
    rows = sum([len(group) == 2 and blocks[group[1]].gap == "cell" for group in groups])
    return rows >= _LEAST_ROWS and 5 * rows >= 4 * len(groups)


def _is_list_of_links(blocks: Sequence[Block], group: list[int]) -> bool:
    """A sidebar's or list's text is in good part links: its titles."""
    if len(group) == 1 and len(blocks[group[0]].links) < 2:
        return False  # most elements side by side are paragraphs
    links = [link for index in group for link in blocks[index].links]
    if len(links) < 2:
        return False
    linked = sum(link.span[1] - link.span[0] for link in links)
    return linked >= _LINKED * sum(len(blocks[index].text) for index in group)


def _with_opening_lines(blocks: Sequence[Block], indices: list[int], body: list[int]) -> list[int]:
    """Date, place and release lines between the title and the body's element belong to the body."""
    if not body:
        return body
    before = [index for index in indices if index < body[0]]
    taken: list[int] = []
    leads, offers = 0, False
    for index in reversed(before[-16:]):
        block = blocks[index]
        if not taken and leads < _MOST_LEADS and is_lead(block):
            leads += 1
            continue
        if block.is_linked and "li" not in block.places and parse_byline(block.text):
            taken.append(index)
            continue  # whose words they are, with a link to his page
        if block.links and len(block.text) <= _SHORT_LINKS and not block.is_linked:
            continue  # "PDF full text | 9 pages"
        if block.is_linked and len(block.text) <= _SHORT_LINKS and "li" in block.places:
            offers = True
            continue  # where to share the page
        if offers and not (opening_rule(block) in _DATED and _is_below_title(blocks, index)):
            break
        if block.links or clock_of(block.text) or counters_in(block.text) or not _stands_at_title(block):
            break
        taken.append(index)
    return taken[::-1] + body


def _is_below_title(blocks: Sequence[Block], index: int) -> bool:
    return any(blocks[near].level == 1 for near in range(max(index - 2, 0), index))


def _stands_at_title(block: Block) -> bool:
    return bool(opening_rule(block) or _BY.match(block.text) or people_under_title(block.text))


def is_lead(block: Block) -> bool:
    """Return whether a block is a sentence or two about the words below, between them and the lines at the title."""
    return (
        not block.links
        and len(block.text) <= _LONGEST_LEAD
        and block.text.endswith(".")
        and not whole_date(block.text)
        and not SELF.search(block.text)
    )


def _prose(block: Block) -> int:
    length = len(block.text)
    if length < 20 or not block.links:
        return length if length >= 20 else 0
    return max(length - 2 * sum(link.span[1] - link.span[0] for link in block.links), 0)
