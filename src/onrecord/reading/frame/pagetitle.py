"""Which line of a page is the title of its statement: a heading, held against what the head of the page says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from onrecord.reading.frame.headingwords import own_words
from onrecord.reading.frame.prose import prose_of
from onrecord.reading.frame.titleline import find_title_line
from onrecord.reading.frame.wrapped import whole_title
from onrecord.reading.page.blocks import Block, PageBlocks, is_plain
from onrecord.reading.page.running import without_running
from onrecord.reading.parts.furniture import says_furniture
from onrecord.reading.parts.titles import is_statement_title
from onrecord.reading.words.dates import find_dates, whole_date
from onrecord.reading.words.signposts import LISTS
from onrecord.text import match_words

# "[untitled]", "Untitled page": what programs write where nobody gave a title
UNTITLED = re.compile(r"\W*untitled(?: page)?\W*", re.IGNORECASE)
# "2031-09-01-sample", "Microsoft Word - sitting14.doc": the name of the file that a program made the page of
_FILE_NAME = re.compile(
    r"(?=\S*\d)[^\W_]+(?:[-_][^\W_]+){2,}|Microsoft Word - .+|\S+\.(?:docx?|pdf|rtf|odt|indd|p65)",
    re.IGNORECASE,
)
_SITE_NAME = 4  # words
_FIRST = 20  # blocks
_ABOVE_DAY = 4  # lines
_NEAR_TOP = 40  # blocks
# How like a heading is to the title in the page's head: the same but for a site's name; or another.
_LIKE = 0.89
_WHOLE_TITLE = 6  # words
_UNLIKE = 0.5
_LEAST_PART = 2  # words
_LONGEST_DAY = 60  # characters
_LEAST_CLAIM, _MOST_OF = 4, 0.7  # words of a title, and of these
_OF_CLASS = 2  # words
_PARTS = re.compile(r"\s+[|»«·:–—-]{1,2}\s+")
_NEAR_NAME = 24  # lines from a site's name to the title below it


def find_page_title(page: PageBlocks, inside: list[int]) -> tuple[tuple[int, ...], str | None, str]:
    """Return the blocks of the title among those inside, its text, and by what it is known: empty where the page shows none."""
    blocks = page.blocks
    inside = list(without_running(blocks, inside))
    claims = [
        claim
        for claim in (_metadata_title(page), page.head.title)
        if claim and not _FILE_NAME.fullmatch(claim)
    ]
    headings = [index for index in inside if blocks[index].level == 1]
    if headings and not _is_section(blocks, headings, inside, claims):
        best = _likest(blocks, headings, claims)
        if claims and _likest_of(blocks[best].text, claims) <= _UNLIKE:
            # "News", the site's name: a heading over all pages, and the page's own is a lower one
            lower = [i for i in inside if 1 < blocks[i].level <= 4 and len(blocks[i].text) < 400]
            other = next((i for i in lower if _likest_of(blocks[i].text, claims) >= _LIKE), best)
            best = best if _goes_on(blocks[best].text, blocks[other].text, claims) else other
        indices = _whole_heading(blocks, best)
        return indices, own_words(_joined(blocks, indices), claims), "heading"
    for claim in claims:
        for index in inside[:80]:
            if prose_of(blocks[index]) > 200:
                break
            if (
                len(blocks[index].text) < 400
                and not blocks[index].is_linked
                and whole_date(blocks[index].text) is None
                and _likeness(blocks[index].text, claim) >= _LIKE
            ):
                if _is_of_site(blocks[index], claim) and (
                    (named := _named_in_type(blocks, inside, claims)) is not None
                ):
                    return (named,), blocks[named].text, "page title"
                index = _other_half(blocks, index, inside, claim)
                return (index,), blocks[index].text, "page title"
    if claims and (longer := _longer_line(blocks, inside, claims)) is not None:
        return (longer,), blocks[longer].text, "page title"
    if claims and (named := _named_in_type(blocks, inside, claims)) is not None:
        return (named,), blocks[named].text, "page title"
    if claims and (part := _part_in_heading(blocks, inside, claims)) is not None:
        return (part,), blocks[part].text, "heading"
    if claims and (longer := _longer_heading(blocks, inside, claims)) is not None:
        return (longer,), blocks[longer].text, "heading"
    if claims and (dated := _dated_heading(blocks, inside, claims)) is not None:
        return (dated,), blocks[dated].text, "heading"
    if claims and (line := _set_in_capitals(blocks, inside)) is not None:
        return (line,), blocks[line].text, "heading"
    if claims:
        return (), _without_site(claims[-1] if len(claims) == 1 else claims[0]), "page title"
    if not claims and (set_bold := _set_bold_on_top(blocks, inside)) is not None:
        return (set_bold,), blocks[set_bold].text, "heading"
    if blocks and is_plain(blocks):
        line, origin = find_title_line(blocks, inside)
        return (*whole_title(blocks, inside, line), origin) if line is not None else ((), None, "")
    for index in inside[:60]:
        if blocks[index].level:
            return (index,), blocks[index].text, "heading"
    return (), None, ""


def _set_bold_on_top(blocks: Sequence[Block], inside: list[int]) -> int | None:
    """The first line of a page without a title or headings, where it is bold, above a day alone."""
    if not inside or blocks[inside[0]].text.endswith((".", ":", "?", "!")):
        return None
    for index in inside[:_ABOVE_DAY]:
        if whole_date(blocks[index].text):
            return inside[0] if index != inside[0] else None
        if not blocks[index].is_bold:
            return None
    return None


def _set_in_capitals(blocks: Sequence[Block], inside: list[int]) -> int | None:
    """The heading of a text that a program has set: a line in capitals alone between blank ones, above the words."""
    for index in inside[:_FIRST]:
        block = blocks[index]
        if block.tag != "pre" or prose_of(block) > 200:
            return None
        alone = block.gap == "paragraph" and index + 1 < len(blocks) and blocks[index + 1].gap == "paragraph"
        if alone and block.text.isupper() and " " in block.text and block.text[0] not in "[(":
            return index
    return None


def _goes_on(heading: str, below: str, claims: Sequence[str]) -> bool:
    """Whether a title of the page's head has the words of a heading, and right behind them those of the line below: its subtitle."""
    words = (*match_words(heading), *match_words(below))
    return any(_holds_in_row(_words_of(claim), words) for claim in claims)


def _other_half(blocks: Sequence[Block], index: int, inside: list[int], claim: str) -> int:
    """The line further down that makes the whole of the page's title with one that is like it, else that one.

    The title in a page's head holds the site's name, too, and that stands above the statement's own title.
    """
    words, claimed = match_words(blocks[index].text), _words_of(claim)
    if len(words) >= len(claimed) or not words or _is_headed(blocks[index], words, claimed):
        return index
    halves = [claimed[len(words) :]] if words == claimed[: len(words)] else []
    halves += [claimed[: -len(words)]] if words == claimed[-len(words) :] else []
    for other in inside[: inside.index(index) + _NEAR_NAME] if halves else ():
        block = blocks[other]
        if prose_of(block) > 200:
            break
        if (
            other > index
            and len(block.text) < 400
            and not block.is_linked
            and match_words(block.text) in halves
        ):
            return other
    return index


def _is_headed(block: Block, words: tuple[str, ...], claimed: tuple[str, ...]) -> bool:
    """Whether a heading has most words of the page's title: the rest is the site's name, wherever that stands once more."""
    return block.level > 0 and 2 * len(words) > len(claimed)


def _is_of_site(block: Block, claim: str) -> bool:
    """Whether a line has a part of the page's title alone, and names no statement: the site's name, where it stands."""
    return len(match_words(block.text)) < len(_words_of(claim)) and not is_statement_title(block.text)


def _named_in_type(blocks: Sequence[Block], inside: list[int], claims: list[str]) -> int | None:
    """The first bold line that names a statement, or the only lower heading, where the page's head has nothing but the site's name."""
    if any(is_statement_title(claim) and not _names_a_class(claim) for claim in claims):
        return None
    headings = [
        index for index in inside if blocks[index].level > 1 and is_statement_title(blocks[index].text)
    ]
    for index in inside[:_NEAR_TOP]:
        block = blocks[index]
        if block.level == 1 or prose_of(block) > 400:
            return None
        if block.level and headings != [index]:
            return None  # a list of several, or a section of the text
        if (block.is_bold or block.level) and not block.is_linked and is_statement_title(block.text):
            return None if LISTS.fullmatch(block.text) else index
    return None


def _names_a_class(claim: str) -> bool:
    """Whether a page's title has the site's name and a word for a class of pages, and nothing more: "Harbour Office - Speeches"."""
    return (
        all(len(part.split()) <= _OF_CLASS for part in _PARTS.split(claim))
        and _PARTS.search(claim) is not None
    )


def _part_in_heading(blocks: Sequence[Block], inside: list[int], claims: list[str]) -> int | None:
    """The first lower heading whose words, two or more, the page's title all has: "Tides and Inflation" in "Speech on tides and inflation"."""
    claimed = {word for claim in claims for word in _words_of(claim)}
    for index in inside[:_NEAR_TOP]:
        block = blocks[index]
        words = match_words(block.text) if block.level > 1 and not block.is_linked else ()
        if len(words) >= _LEAST_PART and claimed.issuperset(words):
            return index
    return None


def _longer_heading(blocks: Sequence[Block], inside: list[int], claims: list[str]) -> int | None:
    """The first lower heading, where it has most words of the page's title and more of its own: the head gives the title cut short."""
    for index in inside[:_NEAR_TOP]:
        block = blocks[index]
        if prose_of(block) > 200:
            return None
        if not block.level or block.is_linked:
            continue
        words = frozenset(match_words(block.text))
        for claim in claims:
            claimed = frozenset(_words_of(claim))
            most = len(claimed) >= _LEAST_CLAIM and len(words & claimed) >= _MOST_OF * len(claimed)
            if most and len(words) > len(claimed):
                return index
        return None
    return None


def _longer_line(blocks: Sequence[Block], inside: list[int], claims: list[str]) -> int | None:
    """The first line above the words that begins with all words of the page's title and goes on: the head gives it cut short."""
    told = [words for claim in claims if _is_long_enough(words := _words_of(claim.rstrip(" .…")))]
    for index in inside[:_FIRST] if told else ():
        block = blocks[index]
        if prose_of(block) > 200 or len(block.text) > 400:
            return None
        if block.is_linked or block.text.endswith("."):
            continue
        words = match_words(block.text)
        if any(len(words) > len(one) and words[: len(one)] == one for one in told):
            return index
    return None


def _is_long_enough(words: tuple[str, ...]) -> bool:
    """Whether a title has words enough to be told by, or a number: "Release 114"."""
    return len(words) >= (_LEAST_PART if any(map(str.isdigit, words)) else _LEAST_CLAIM)


def _dated_heading(blocks: Sequence[Block], inside: list[int], claims: list[str]) -> int | None:
    """The first lower heading, where it names a statement or a day and the page's head has nothing but the site's name."""
    if any(is_statement_title(claim) or len(claim.split()) > _SITE_NAME for claim in claims):
        return None
    for index in inside[:_NEAR_TOP]:
        block = blocks[index]
        if block.level and not block.is_linked and len(block.text) < 400:
            named = is_statement_title(block.text) and not LISTS.fullmatch(block.text)
            return index if named or find_dates(block.text) else None
        if prose_of(block) > 200:
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
    prose_before = any(prose_of(block) > 0 and not _is_line_above(block.text) for block in before)
    return (likeness < 0.95 and prose_before) or (likeness < 0.5 and len(headings) > 1)


def _is_line_above(text: str) -> bool:
    """Whether a line may stand above a heading that is the title: furniture, or little more than a day ("Publié le 14 mai 2031")."""
    return says_furniture(text) or (len(text) <= _LONGEST_DAY and bool(find_dates(text)))


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
