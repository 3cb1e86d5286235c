"""A page as blocks: runs of text with their place, markup and span. What every rule of the room looks at."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.model import Span

Gap = Literal["paragraph", "line", "cell"]
_SHORT_LINK = 40
_YEARLIKE = re.compile(r"\d{4}")
_NEAR = 60
"""What every full date holds."""
STATEMENT, LEFT_OUT = "told: statement", "told: left out"
"""Places beside the semantic elements: inside an element that a source's file tells of."""


class Link(NamedTuple):
    """A link inside a block: its span in the page's text, and its target as written."""

    span: Span
    target: str


class Block(NamedTuple):
    """One run of text of a page. All spans count in the page's text.

    `gap` is what parts it from the block before; `level` a heading's level, else 0; `places` the semantic elements
    around it ("nav", "main", "li", …); `path` the ids of all elements around it, outermost first; `time` the
    machine-readable date of a `<time>` in it.
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

    @property
    def is_bold(self) -> bool:
        """Whether all of the block stands in bold."""
        bold = self.bold
        return bool(bold) and (bold[0] == self.span or covers(bold, self.span, self.text))

    @property
    def is_linked(self) -> bool:
        """Whether all of the block stands in links."""
        links = self.links
        if not links:
            return False
        # Most linked blocks are one link.
        return links[0].span == self.span or covers(tuple(link.span for link in links), self.span, self.text)

    @property
    def leads_within(self) -> bool:
        """Whether the block is a short link to a place of the same page and nothing else: "Back to top", "Turn 3"."""
        links = self.links
        return (
            bool(links)
            and links[0].target.startswith("#")
            and len(self.text) <= _SHORT_LINK
            and not self.level
            and self.is_linked
            and all(link.target.startswith("#") for link in links)
        )


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


class Element(NamedTuple):
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


def dated_blocks(page: PageBlocks) -> frozenset[int]:
    """Return the indices of the blocks that hold what may be a year near their beginning or end."""
    return frozenset(index for index, block in enumerate(page.blocks) if _is_dated(block.text))


def _is_dated(text: str) -> bool:
    found = _YEARLIKE.search
    if len(text) <= 2 * _NEAR:
        return found(text) is not None
    # A long text is not searched whole for what stands at its edges.
    return found(text, 0, _NEAR) is not None or found(text, len(text) - _NEAR) is not None


def covers(spans: tuple[Span, ...], whole: Span, text: str) -> bool:
    """Return whether the spans cover all letters and digits of `text`, which stands at `whole`."""
    at = whole[0]
    for start, end in spans:
        if start > at and any(map(str.isalnum, text[at - whole[0] : start - whole[0]])):
            return False
        at = max(at, end)
    return not any(map(str.isalnum, text[at - whole[0] :]))
