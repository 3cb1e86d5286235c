"""A page as blocks: runs of text with their place, markup and span. What every rule of the room looks at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from onrecord.model import Span

Gap = Literal["paragraph", "line", "cell"]
_SHORT_LINK = 40
# Four times the class: a pattern that begins with a repetition is looked for at half the pace. And each digit of any script is
# looked up in tables, at a third of the pace of a range: few texts hold four figures or letters beyond ASCII in a row.
_YEARLIKE = re.compile(r"\d\d\d\d")
# Said by what it leaves out: a range to the last character takes twenty milliseconds to compile.
_MAY_BE_YEAR = re.compile(r"[^\x00-/:-\x7f]" * 4)
_AS_FIGURES = bytes(ord("0" if chr(code) in "0123456789" else " ") for code in range(256))
_YEAR = b"0000"
# In UTF-8 figures of other scripts begin with one of these, from U+0660 to those beyond U+FFFF; letters of Europe and of China do not.
_IN_NO_FIGURE = bytes(code for code in range(256) if code not in b"\xd9\xdb\xdf\xe0\xe1\xea\xef\xf0")
_NEAR = 60
STATEMENT, LEFT_OUT = "told: statement", "told: left out"
"""Places beside the semantic elements: inside an element that a source's file tells of."""
STATED, OPENS_TURN, NAMES_SPEAKER = "stated: words", "stated: turn", "stated: speaker"
"""Places of blocks whose format tells what they are: all around the words, the first of a turn, a label."""
UNPRINTED, APART, DIRECTION = "stated: not printed", "stated: apart", "stated: direction"
"""Of such blocks: a label that stands in the format's data alone, what nobody says, and a direction among that."""
STATED_ROLE, STATED_NAME, STATED_OFFICE = "stated: as ", "stated: name ", "stated: office "
"""Begin the places of the first block of a turn, or of its label, whose format tells its role, the speaker's name and office."""


# Structs, not tuples: their fields are read five times as fast, and all rules together read each of them hundreds of times.
class Link(msgspec.Struct, frozen=True, gc=False):
    """A link inside a block: its span in the page's text, and its target as written.

    `beside`: the page says that it leads to the page before or behind (`rel="prev"`, `rel="next"`).
    """

    span: Span
    target: str
    beside: bool = False


class Block(msgspec.Struct, frozen=True, gc=False):
    """One run of text of a page. All spans count in the page's text.

    `gap` is what parts it from the block before; `level` a heading's level, else 0; `places` the semantic elements
    around it ("nav", "main", "li", …); `path` the ids of all elements around it, outermost first; `time` the
    machine-readable date of a `<time>` in it. What is bold or linked as a whole is told when the block is made.
    """

    span: Span
    text: str
    gap: Gap = "paragraph"
    tag: str = ""
    level: int = 0
    places: frozenset[str] = frozenset()
    path: tuple[int, ...] = ()
    bold: tuple[Span, ...] = ()
    italic: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    time: str | None = None
    inserted: tuple[Span, ...] = ()
    """What the page puts in (`<ins>`) right behind what it strikes (`<del>`, `<s>`)."""
    struck: tuple[Span, ...] = ()
    """What it strikes, and puts nothing in its place."""

    is_bold: bool = False
    """Whether all of the block stands in bold."""
    is_linked: bool = False
    """Whether all of the block stands in links."""
    leads_within: bool = False
    """Whether the block is a short link to a place of the same page and nothing else: "Back to top", "Turn 3"."""


class Head(NamedTuple):
    """What a page says of itself outside its text: title, language, base address, metadata, JSON-LD texts.

    `alternates` are languages and the addresses at which the page is said to stand in them.
    """

    title: str | None = None
    language: str | None = None
    canonical: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    structured: tuple[str, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()


class Element(msgspec.Struct, frozen=True, gc=False):
    """An element that parts blocks: its tag, its class (else its id) as written, and the id of the one around it, 0 for none."""

    tag: str
    name: str
    parent: int


class PageBlocks(NamedTuple):
    """A page's text, its blocks in order, and its head."""

    text: str
    blocks: tuple[Block, ...]
    head: Head
    elements: tuple[Element, ...] = ()
    """The elements that a block's path tells of, by their ids: the first has the id 1."""
    cut: bool = False
    """Whether the page was nested too deeply to be followed to its end."""
    is_told: bool = False
    """Whether a source's file tells of elements: only then blocks may stand in the places STATEMENT and LEFT_OUT."""


def is_plain(blocks: Sequence[Block]) -> bool:
    """Return whether no element parts the blocks: a plain text, or markup that has nothing but lines."""
    return not any(block.path for block in blocks)


def may_hold_year(text: str) -> bool:
    """Return whether the text of a block holds what may be a year near its beginning or end: every full date holds one."""
    # A long text is not searched whole for what stands at its edges.
    if len(text) <= 2 * _NEAR:
        return _holds_year(text)
    return _holds_year(text[:_NEAR]) or _holds_year(text[-_NEAR:])


@lru_cache(4096)  # the same lines stand on all pages of a site, and several rules ask for each
def _holds_year(text: str) -> bool:
    if not _MAY_BE_YEAR.search(text):
        return False
    return text.isascii() or _YEARLIKE.search(text) is not None


def may_be_dated(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the blocks that may hold a year, as `may_hold_year` tells of each; `text`: that of their page."""
    starts = [block.span[0] for block in blocks]
    # All of the page is gone through at once for figures in ASCII, as bytes, at a tenth of what a pattern takes.
    figures = text.encode("ascii", "replace").translate(_AS_FIGURES)
    near = list[int]()
    at = figures.find(_YEAR)
    while at >= 0:
        behind = bisect_right(starts, at)
        near.append(max(behind - 1, 0))
        at = figures.find(_YEAR, starts[behind]) if behind < len(starts) else -1
    others = [n for n, block in enumerate(blocks) if not block.text.isascii()]
    edges = "".join([blocks[n].text[:_NEAR] + blocks[n].text[-_NEAR:] for n in others])
    if edges.encode("utf-8", "replace").translate(None, _IN_NO_FIGURE):
        near += others
    return frozenset([n for n in near if may_hold_year(blocks[n].text)])


def leads_within(links: tuple[Link, ...], text: str) -> bool:
    """Return whether the text of a block that is linked as a whole is short, and leads to a place of the same page."""
    return (
        links[0].target.startswith("#")
        and len(text) <= _SHORT_LINK
        and all(link.target.startswith("#") for link in links)
    )


def covers(spans: tuple[Span, ...], whole: Span, text: str) -> bool:
    """Return whether the spans cover all letters and digits of `text`, which stands at `whole`."""
    at = whole[0]
    for start, end in spans:
        if start > at and any(map(str.isalnum, text[at - whole[0] : start - whole[0]])):
            return False
        at = max(at, end)
    return not any(map(str.isalnum, text[at - whole[0] :]))
