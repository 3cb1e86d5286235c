"""Text and what stands around it to blocks: where one ends and the next begins, and what parts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from onrecord.model import Span
from onrecord.reading.page.blocks import Block, Element, Gap, Link, covers, leads_within
from onrecord.text import is_unspaced, is_wrapped, without_line_numbers, wrap_width

_LEAST_WRAPPED = 8  # lines
_CELLS = frozenset(("td", "th"))
SEPARATORS: dict[Gap, str] = {"paragraph": "\n\n", "line": "\n", "cell": "\t"}
"""What stands in a page's text between a block and the one before it."""

_BRACKET_FOLLOWS = re.compile(r"\s*[\[［]")  # as in "~~forty~~ [fourteen]"
_FOLDED = " \t\n\r\f"  # what a browser folds away at the edges of a block
_BLANKS = frozenset(
    ("", " ", "\n", "\n\n", "\r\n", "\n ", "\n  ", "\n    ", "\n\t", "\n\t\t")
)  # as between most elements


class Effect(NamedTuple):
    """What an element does to the text inside it: entering does it, leaving undoes it."""

    tag: str = ""
    breaks: bool = False
    level: int = 0
    place: str | None = None
    bold: bool = False
    italic: bool = False
    preformatted: bool = False
    link: bool = False
    styled: bool = False
    """Whether it does any of the last four, or edits."""
    edit: Literal["", "struck", "inserted"] = ""
    """Whether the page strikes the text, or has it put in."""


class Writer:
    """Collects text into blocks; keeps which styles, links and places are open."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.time: str | None = None
        self._length = 0
        self._gap: Gap = "paragraph"
        self._bold = 0
        self._italic = 0
        self._preformatted = 0
        self._styles = 0  # elements open that set type, link, or edit
        self._link: list[tuple[str, bool]] = []
        # The sets of places around what is read, innermost last; blocks in the same places share one set.
        self._around: list[frozenset[str]] = [frozenset()]
        self._sets: dict[tuple[frozenset[str], str], frozenset[str]] = {}
        self._levels: list[int] = []
        self._path: list[int] = []
        self.elements: list[Element] = []
        self.pictured: set[str] = set()
        # Blocks side by side share one path.
        self._stands_at: tuple[int, ...] | None = None
        self._run: list[str] = []
        self._run_length = 0
        self._bolds: list[Span] = []
        self._italics: list[Span] = []
        self._links: list[tuple[Span, tuple[str, bool]]] = []
        self._edits = Edits()

    def enter(self, effect: Effect, name: str = "", target: str = "", *, beside: bool = False) -> None:
        """Take up what the element does to its text; `name` is its class or id, `target` where a link leads, `beside` whether to a neighbour."""
        tag, breaks, level, place, bold, italic, preformatted, link, styled, edit = effect
        if breaks:
            if not self._run:
                if self._gap != "cell" or tag not in _CELLS:
                    self._gap = "paragraph"
            else:
                self.flush("cell" if self._gap == "cell" and tag in _CELLS else "paragraph")
            path = self._path
            self.elements.append(Element(tag, name, path[-1] if path else 0))
            path.append(len(self.elements))
            if level:
                self._levels.append(level)
            self._stands_at = None
        if place:
            around = self._around[-1]
            inside = self._sets.get((around, place))
            if inside is None:
                inside = self._sets[around, place] = around | {place}
            self._around.append(inside)
        if styled:
            self._styles += 1
            self._bold += bold
            self._italic += italic
            self._preformatted += preformatted
            if link:
                self._link.append((target, beside))
            if edit and self._edits.begin(edit, self._run):
                self._run.append(" ")
                self._run_length += 1

    def leave(self, effect: Effect) -> None:
        """Undo what entering the element did."""
        _, breaks, level, place, bold, italic, preformatted, link, styled, edit = effect
        if breaks:
            if place in _CELLS:
                self.flush("cell")
            elif self._run:
                self.flush("paragraph")
            else:
                self._gap = "paragraph"
            self._path.pop()
            if level:
                self._levels.pop()
            self._stands_at = None
        if place:
            self._around.pop()
        if styled:
            self._styles -= 1
            self._bold -= bold
            self._preformatted -= preformatted
            self._italic -= italic
            if link:
                self._link.pop()
            if edit:
                self._edits.end()

    def whole(self, effect: Effect, name: str, text: str) -> bool:
        """Add an element that parts blocks and holds one text, as most do; False where what is open around it says more of the text."""
        if not effect.breaks or self._styles:
            return False
        if self._run:
            self.flush("paragraph")
        self._gap = "paragraph"
        path = self._path
        self.elements.append(Element(effect.tag, name, path[-1] if path else 0))
        inner = text.strip(_FOLDED)
        if inner:
            path.append(len(self.elements))
            self._stands_at = tuple(path)
            if effect.level:
                self._levels.append(effect.level)
            if "\n" in inner or "  " in inner or "\t" in inner or "\r" in inner or "\f" in inner:
                inner = _folded(inner)
            if inner[0].isspace() or inner[-1].isspace():
                self._run.append(f"{inner} " if text[-1] in _FOLDED else inner)
                self.flush("paragraph")
            else:
                self._end_block(inner, 0, "", "")
                self._gap = "paragraph"
            if effect.level:
                self._levels.pop()
            path.pop()
        self._stands_at = None
        return True

    def text(self, text: str) -> None:
        """Add text to the block."""
        if self._preformatted:
            for number, line in enumerate(_lines_of(text)):
                if number:
                    self.line_break()
                self._append_line(line)
            return
        run = self._run
        if not run and text in _BLANKS:
            return
        inner = text.strip(_FOLDED)
        if not inner:
            # Between elements stands white space more often than not; it counts inside a block alone, and once.
            if run and text and run[-1][-1] != " ":
                run.append(" ")
                self._run_length += 1
            return
        # Most text holds single spaces only.
        if "\n" in inner or "  " in inner or "\t" in inner or "\r" in inner or "\f" in inner:
            inner = _folded(inner)
        if run and text[0] in _FOLDED and run[-1][-1] != " ":
            inner = f" {inner}"
        self._append(f"{inner} " if text[-1] in _FOLDED else inner)

    def _append_line(self, words: str) -> None:
        """Add a line whose white space is kept, but for what it begins with."""
        if words[:1] == " " and (not self._run or self._run[-1][-1] == " "):
            words = words[1:]
        if words:
            self._append(words)

    def _append(self, words: str) -> None:
        self._run.append(words)
        length = self._run_length
        self._run_length = length + len(words)
        if self._styles and not words.isspace():
            span = (length, self._run_length)
            if self._edits.open:
                self._edits.add(span)
            if self._bold:
                self._bolds.append(span)
            if self._italic:
                self._italics.append(span)
            if self._link:
                self._links.append((span, self._link[-1]))

    def line_break(self) -> None:
        """End the line, as `<br>` does."""
        # What a run begins with is white space in rare cases only: no-break spaces, for one.
        run = self._run
        had = bool(run) and not (run[0].isspace() and "".join(run).isspace())
        self.flush("line" if had or self._gap == "cell" else "paragraph")

    def flush(self, gap: Gap) -> None:
        """End the block; `gap` parts it from the next (the wider gap wins where several fall together)."""
        pieces = self._run
        if not pieces:
            if self._gap != "paragraph" and (gap != "cell" or not self.blocks):
                self._gap = gap
            return
        run = pieces[0] if len(pieces) == 1 else "".join(pieces)
        text = run.strip()
        if text:
            # What stands at the edges is nothing, or one space at the end, nearly always.
            behind = len(run) - len(text)
            if not behind or (behind == 1 and run[-1] == " "):
                self._end_block(text, 0, "", "")
            else:
                lead = len(run) - len(run.lstrip())
                self._end_block(text, lead, *_shown_edges(run, text, lead))
            self._gap = gap
        elif (gap != "cell" or not self.blocks) and self._gap != "paragraph":
            self._gap = gap
        self._run, self._run_length = [], 0
        if self._bolds or self._italics or self._links:
            self._bolds, self._italics, self._links = [], [], []
        if self._edits.inserted or self._edits.struck:
            self._edits.clear()

    def _end_block(self, text: str, lead: int, before: str, after: str) -> None:
        if self.blocks:
            separator = SEPARATORS[self._gap]
            self.pieces.append(separator)
            self._length += len(separator)
        start = self._length + len(before)
        end = start + len(text)
        self._length = end + len(after)
        self.pieces.append(f"{before}{text}{after}" if before or after else text)
        path = self._path
        if self._stands_at is None:
            self._stands_at = tuple(path)
        span = (start, end)
        level = self._levels[-1] if self._levels else 0
        tag = self.elements[path[-1] - 1].tag if path else ""
        if not (self._links or self._bolds or self._italics or self._edits.struck):
            # As most text: nothing of it is set apart.
            around = self._around[-1]
            self.blocks.append(
                Block(span, text, self._gap, tag, level, around, self._stands_at, (), (), (), self.time)
            )
            self.time = None
            return
        bold = _joined(_placed(self._bolds, start - lead, span)) if self._bolds else ()
        links = self._linked(start - lead, start, end) if self._links else ()
        # Most linked blocks are one link, and most bold ones one stretch of bold.
        is_linked = bool(links) and (
            links[0].span == span or covers(tuple([link.span for link in links]), span, text)
        )
        edits = self._edits
        inserted, struck = edits.told("".join(self._run)) if edits.struck else ([], [])
        block = Block(
            span,
            text,
            self._gap,
            tag,
            level,
            self._around[-1],
            self._stands_at,
            bold,
            _joined(_placed(self._italics, start - lead, span)) if self._italics else (),
            links,
            self.time,
            tuple(_placed(inserted, start - lead, span)) if inserted else (),
            tuple(_placed(struck, start - lead, span)) if struck else (),
            bool(bold) and (bold[0] == span or covers(bold, span, text)),
            is_linked,
            is_linked and not level and leads_within(links, text),
        )
        self.blocks.append(block)
        self.time = None

    def _linked(self, moved: int, start: int, end: int) -> tuple[Link, ...]:
        if len(self._links) == 1:
            ((first, last), led) = self._links[0]
            if first + moved == start and last + moved == end:
                return (Link((start, end), *led),)
        links = [
            Link((max(first + moved, start), min(last + moved, end)), *led)
            for (first, last), led in self._links
            if first + moved < end
        ]
        return tuple(links)


def _lines_of(text: str) -> list[str]:
    """The lines of preformatted text; where a program wrapped or counted them, those that go on with another are one with it."""
    lines = text.split("\n")
    if len(lines) < _LEAST_WRAPPED:
        return lines
    if paragraphs := without_line_numbers(lines):
        return paragraphs
    width = wrap_width(lines)
    if not width:
        return lines
    joined: list[list[str]] = []
    goes_on = False
    for line, following in pairwise([*lines, ""]):
        if goes_on:
            joined[-1].append(line)
        else:
            joined.append([line])
        goes_on = is_wrapped(line, following, width)
    return [" ".join([first, *map(str.strip, rest)]) for first, *rest in joined]


class Edits:
    """What a page strikes in a run of text, and what it puts in; spans count in the run."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.struck: list[Span] = []
        self.inserted: list[Span] = []

    def begin(self, edit: str, run: Sequence[str]) -> bool:
        """Note that an element strikes or puts in; return whether a space has to part it from what is struck right before it."""
        self.open.append(edit)
        if edit != "inserted" or not self.struck or not run[-1][-1:].isalnum():
            return False
        return self.struck[-1][1] == sum(map(len, run))

    def end(self) -> None:
        """Note that the innermost such element ends."""
        self.open.pop()

    def add(self, span: Span) -> None:
        """Note text inside such an element."""
        (self.struck if self.open[-1] == "struck" else self.inserted).append(span)

    def clear(self) -> None:
        """Forget the run; elements that are open stay so."""
        self.struck, self.inserted = [], []

    def told(self, run: str) -> tuple[list[Span], list[Span]]:
        """Return what is put in right behind what is struck, and what is struck with nothing in its place: whole words alone.

        What stands in brackets behind struck words is in their place as well.
        """
        struck = [_stripped(run, one) for one in _joined(self.struck)]
        ends = [end for _, end in struck]
        put_in, replaced = [], set()
        for start, end in (_stripped(run, one) for one in _joined(self.inserted)):
            nearest = bisect_right(ends, start) - 1
            if nearest >= 0 and not run[ends[nearest] : start].strip():
                replaced.add(nearest)
                if not _parts_word(run, struck[nearest][0]) and not _parts_word(run, end):
                    put_in.append((start, end))
        alone = [
            one
            for n, one in enumerate(struck)
            if n not in replaced
            and any(map(str.isalnum, run[slice(*one)]))
            and not (_parts_word(run, one[0]) or _parts_word(run, one[1]))
            and not _BRACKET_FOLLOWS.match(run, one[1])
        ]
        return put_in, alone


def _stripped(run: str, span: Span) -> Span:
    start, end = span
    words = run[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _parts_word(run: str, at: int) -> bool:
    """Whether a word goes on over the place: in a script without spaces none does."""
    before, behind = run[at - 1 : at], run[at : at + 1]
    return before.isalnum() and behind.isalnum() and not (is_unspaced(before) or is_unspaced(behind))


def _shown_edges(run: str, text: str, lead: int) -> tuple[str, str]:
    """The blanks at a block's edges that a browser shows: no-break spaces are part of the page's text, not of its words."""
    if len(run) == len(text):
        return "", ""
    return run[:lead].lstrip(_FOLDED), run[lead + len(text) :].rstrip(_FOLDED)


def _folded(text: str) -> str:
    """Each run of white space as one space."""
    if "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        text = text.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _placed(spans: Sequence[Span], moved: int, whole: Span) -> list[Span]:
    """Spans of a run as spans of the page's text: inside the block, whose text may begin behind the run's."""
    start, end = whole
    return [
        (max(first + moved, start), min(last + moved, end)) for first, last in spans if first + moved < end
    ]


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
