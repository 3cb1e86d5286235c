"""A statement's own blocks set apart from the page they stand on: what moves around it has no say in how it is read.

What is composed of the same blocks is the same, whatever the lists, clocks and menus around them show.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model import Evidence, Span, Statement
from onrecord.reading.frame.layout import Layout
from onrecord.reading.page.blocks import LEFT_OUT, Block, Element, Gap, Head, Link, PageBlocks, is_plain
from onrecord.reading.parts.furniture import Furniture
from onrecord.reading.parts.metadata import Line
from onrecord.reading.statement.body import Body
from onrecord.reading.statement.statement import Composed
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.turns import Split, Stretch

_APART = frozenset(("nav", "footer", "aside", "form", "select", "button", "header", "address", LEFT_OUT))
_PARTED = "\n\n"
_ABOVE = 2  # blocks: a line right above the title may name what stands below it
_SHORT_ABOVE, _SHORT_BEHIND = 120, 300  # characters: of a site's banner and of its foot
_DATELINE = "dateline"  # the site's day right above a title may be that of the words
_NO_FURNITURE = Furniture(None, None, (), (), (), None, {})


class Alone(NamedTuple):
    """A body whose page holds nothing but what its statement is composed of, and where that stands on the whole page."""

    body: Body
    kept: tuple[int, ...]
    """The index on the page of each block."""
    starts: tuple[int, ...]
    """Where runs of blocks begin that follow each other on the page and here."""
    ahead: tuple[int, ...]
    """How much further ahead each run stands on the page."""

    def composed(self, one: Composed) -> Composed:
        """Return what was composed of this body with spans and blocks as they are on the page."""
        if len(self.starts) == 1 and not self.ahead[0] and self.kept[0] == 0:
            return one
        return one._replace(
            statement=self._statement(one.statement),
            claims=[(name, self._span(span), rule) for name, span, rule in one.claims],
            issues=[(issue, span and self._span(span)) for issue, span in one.issues],
            title_span=one.title_span and self._span(one.title_span),
            split=self._split(one.split),
        )

    def _statement(self, statement: Statement) -> Statement:
        turns = tuple([replace(turn, span=self._span(turn.span)) for turn in statement.turns])
        evidence = {
            field: tuple([self._evidence(one) for one in found])
            for field, found in statement.evidence.items()
        }
        return replace(statement, turns=turns, evidence=evidence)

    def _evidence(self, one: Evidence) -> Evidence:
        return one if one.span is None else replace(one, span=self._span(one.span))

    def _split(self, split: Split) -> Split:
        return Split(
            tuple([self._stretch(one) for one in split.stretches]),
            self._blocks(split.headings),
            tuple([self._label(one) for one in split.silent]),
            tuple([self._span(one) for one in split.introductions]),
            {self.kept[index]: rule for index, rule in split.marks.items()},
        )

    def _stretch(self, one: Stretch) -> Stretch:
        return Stretch(
            one.label and self._label(one.label),
            self._span(one.span),
            self._blocks(one.blocks),
            tuple([self._span(each) for each in one.insertions]),
            one.rule,
        )

    def _label(self, label: Label) -> Label:
        return replace(label, block=self.kept[label.block])

    def _blocks(self, indices: Iterable[int]) -> tuple[int, ...]:
        return tuple([self.kept[index] for index in indices])

    def _span(self, span: Span) -> Span:
        # What parts two runs is of neither: where one ends, none begins.
        start, end = span
        return (
            start + self.ahead[bisect_right(self.starts, start) - 1],
            end + self.ahead[bisect_right(self.starts, end) - 1],
        )


def set_alone(body: Body, layout: Layout) -> Alone:
    """Return the body on a page of its own: title, words, lines of data, and what stands by them and is not the site's.

    Blocks, elements and spans are counted as they are there, so that nothing tells what else the page holds.
    """
    page = body.page
    kept = _kept(page.blocks, layout)
    if len(kept) == len(page.blocks):
        return Alone(_without_site(body, page), kept, (0,), (0,))
    place = {index: n for n, index in enumerate(kept)}
    written = _Page(page)
    for index in kept:
        written.add(index)
    alone = page._replace(
        text="".join(written.pieces), blocks=tuple(written.blocks), elements=tuple(written.elements)
    )
    frame = body.frame

    def placed(indices: Iterable[int]) -> tuple[int, ...]:
        return tuple([place[index] for index in indices if index in place])

    return Alone(
        _without_site(body, alone)._replace(
            frame=frame._replace(
                title=placed(frame.title),
                body=placed(frame.body),
                inside=placed(frame.inside),
                dates=None if frame.dates is None else placed(frame.dates),
            ),
            indices=placed(body.indices),
            lines=tuple([_line(line, page.blocks, written, place) for line in body.lines]),
            continued=placed(body.continued),
            endings=placed(body.endings),
            before_title=placed(body.before_title),
        ),
        kept,
        tuple(written.starts),
        tuple(written.ahead),
    )


def _without_site(body: Body, page: PageBlocks) -> Body:
    """The body with this page, and without what the page tells beside it."""
    head = Head(title=page.head.title, canonical=page.head.canonical)
    return body._replace(page=page._replace(head=head), furniture=_NO_FURNITURE)


def _kept(blocks: Sequence[Block], layout: Layout) -> tuple[int, ...]:
    """The blocks of a statement, all between its first words and its last, and those around it that are prose or near its title."""
    body, title = layout.body, layout.frame.title
    own = {*title, *layout.before_title, *layout.continued, *layout.endings, *range(body[0], body[-1] + 1)}
    first, last = (0, len(blocks)) if is_plain(blocks) else (min(own), max(own))
    own.update([index for line in layout.lines for index in line.blocks])  # a site prints such lines anywhere
    entries = {index for entry in layout.entries for index in entry.blocks}
    sites = _Sites(
        range(first, last + 1),
        range(title[0] - _ABOVE, title[0]) if title else range(0),
        entries,
        is_learnt=bool(layout.frame.inside),
    )
    furniture = layout.furniture.named
    return tuple(
        [
            index
            for index, block in enumerate(blocks)
            if index in own or not sites.hold(block, index, furniture.get(index))
        ]
    )


class _Sites(NamedTuple):
    """What tells the blocks of a site around a statement."""

    inside: range
    """From the first block of the statement to its last."""
    near: range
    """Right above the title."""
    entries: set[int]
    is_learnt: bool
    """Whether the site's other pages tell where the words stand."""

    def hold(self, block: Block, index: int, furniture: str | None) -> bool:
        """Whether a block is the site's: in a menu or a foot, all link, furniture, or above or behind all else.

        A long one there may be prose that belongs to the words, unless the site's other pages tell where these stand.
        """
        if block.is_linked or index in self.entries or not _APART.isdisjoint(block.places):
            return True
        if furniture and not (furniture == _DATELINE and index in self.near):
            return True
        if index in self.near or index in self.inside:
            return False
        return self.is_learnt or len(block.text) <= (
            _SHORT_ABOVE if index < self.inside[0] else _SHORT_BEHIND
        )


class _Page:
    """Writes a page of some blocks of another."""

    def __init__(self, page: PageBlocks) -> None:
        self._page = page
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.starts: list[int] = []
        self.ahead: list[int] = []
        self._length = 0
        self._behind = -1
        """The index on the other page behind the last block."""
        self._paths: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._numbers: dict[int, int] = {}

    def add(self, index: int) -> None:
        """Add a block of the other page, with what parts it from the one before where that is here as well."""
        block = self._page.blocks[index]
        start, end = block.span
        gap = block.gap
        if index == self._behind:
            parting = self._page.text[self._page.blocks[index - 1].span[1] : start]
        else:
            parting = _PARTED if self.blocks else ""
            gap = "paragraph"
        begins = self._length + len(parting)
        if index != self._behind:
            self.starts.append(begins)
            self.ahead.append(start - begins)
        self.pieces += (parting, block.text)
        self._length = begins + end - start
        self._behind = index + 1
        self.blocks.append(_block_at(block, begins - start, gap, self._path(block.path)))

    def moved(self, span: Span, block: int) -> Span:
        """Return a stretch of the other page's text that begins in the block with this index here."""
        by = self.ahead[bisect_right(self.starts, self.blocks[block].span[0]) - 1]
        return span[0] - by, span[1] - by

    def _path(self, path: tuple[int, ...]) -> tuple[int, ...]:
        """A path of the other page here; elements are numbered as they are met."""
        known = self._paths.get(path)
        if known is None:
            for number in path:
                if number not in self._numbers:
                    element = self._page.elements[number - 1]
                    parent = self._numbers.get(element.parent, 0)
                    self.elements.append(Element(element.tag, element.name, parent))
                    self._numbers[number] = len(self.elements)
            known = self._paths[path] = tuple([self._numbers[number] for number in path])
        return known


def _line(line: Line, blocks: Sequence[Block], written: _Page, place: dict[int, int]) -> Line:
    start = line.span[0]
    inside = next((i for i in line.blocks if blocks[i].span[0] <= start < blocks[i].span[1]), line.blocks[-1])
    return line._replace(
        blocks=tuple([place[index] for index in line.blocks]), span=written.moved(line.span, place[inside])
    )


def _block_at(block: Block, by: int, gap: Gap, path: tuple[int, ...]) -> Block:
    if not by and gap == block.gap and path == block.path:
        return block
    return Block(
        (block.span[0] + by, block.span[1] + by),
        block.text,
        gap,
        block.tag,
        block.level,
        block.places,
        path,
        _shift(block.bold, by),
        _shift(block.italic, by),
        tuple(
            [Link((link.span[0] + by, link.span[1] + by), link.target, link.beside) for link in block.links]
        )
        if block.links
        else (),
        block.time,
        _shift(block.inserted, by),
        _shift(block.struck, by),
        block.is_bold,
        block.is_linked,
        block.leads_within,
    )


def _shift(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple([(start + by, end + by) for start, end in spans]) if spans else ()
