"""Text and what stands around it to blocks: where one ends and the next begins, and what parts them."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Span
from onrecord.reading.blocks import Block, Gap, Link

_CELLS = frozenset(("td", "th"))
_SEPARATORS: dict[Gap, str] = {"paragraph": "\n\n", "line": "\n", "cell": "\t"}

_FOLDED = " \t\n\r\f"  # what a browser folds away at the edges of a block


class Effect(NamedTuple):
    """What an element does to the text inside it: entering does it, leaving undoes it."""

    tag: str = ""
    breaks: bool = False
    level: int = 0
    place: str | None = None
    bold: bool = False
    italic: bool = False
    preformatted: bool = False
    link: str | None = None
    styled: bool = False
    """Whether it does any of the last four."""


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
        self._link: list[str] = []
        self._places: list[str] = []
        self._tags: list[str] = []
        self._levels: list[int] = []
        self._path: list[int] = []
        self._elements = 0
        # Blocks side by side share one set of places and one path.
        self._standing: tuple[frozenset[str], tuple[int, ...]] | None = None
        self._run: list[str] = []
        self._run_length = 0
        self._bolds: list[Span] = []
        self._italics: list[Span] = []
        self._links: list[tuple[Span, str]] = []

    def enter(self, effect: Effect) -> None:
        """Take up what the element does to its text."""
        if effect.breaks:
            if self._gap == "cell" and effect.tag in _CELLS:
                if self._run:
                    self.flush("cell")
            elif self._run:
                self.flush("paragraph")
            else:
                self._gap = "paragraph"
            self._elements += 1
            self._path.append(self._elements)
            self._tags.append(effect.tag)
            if effect.level:
                self._levels.append(effect.level)
            self._standing = None
        if effect.place:
            self._places.append(effect.place)
            self._standing = None
        if effect.styled:
            self._bold += effect.bold
            self._italic += effect.italic
            self._preformatted += effect.preformatted
            if effect.link:
                self._link.append(effect.link)

    def leave(self, effect: Effect) -> None:
        """Undo what entering the element did."""
        if effect.breaks:
            if effect.place in _CELLS:
                self.flush("cell")
            elif self._run:
                self.flush("paragraph")
            else:
                self._gap = "paragraph"
            self._path.pop()
            self._tags.pop()
            if effect.level:
                self._levels.pop()
            self._standing = None
        if effect.place:
            self._places.pop()
            self._standing = None
        if effect.styled:
            self._bold -= effect.bold
            self._preformatted -= effect.preformatted
            self._italic -= effect.italic
            if effect.link:
                self._link.pop()

    def text(self, text: str) -> None:
        """Add text to the block."""
        if self._preformatted:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.line_break()
                self._append(line)
        elif self._run or not text.isspace() or text.strip(_FOLDED):
            # Most text holds single spaces only.
            if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
                text = _folded(text)
            self._append(text)

    def _append(self, words: str) -> None:
        if words[:1] == " " and (not self._run or self._run[-1][-1] == " "):
            words = words[1:]
        if not words:
            return
        self._run.append(words)
        self._run_length += len(words)
        if (self._link or self._bold or self._italic) and not words.isspace():
            self._mark((self._run_length - len(words), self._run_length))

    def _mark(self, span: Span) -> None:
        """Note the link and styles of the words last added."""
        if self._bold:
            self._bolds.append(span)
        if self._italic:
            self._italics.append(span)
        if self._link:
            self._links.append((span, self._link[-1]))

    def line_break(self) -> None:
        """End the line, as `<br>` does."""
        had = bool(self._run) and not "".join(self._run).isspace()
        self.flush("line" if had or self._gap == "cell" else "paragraph")

    def flush(self, gap: Gap) -> None:
        """End the block; `gap` parts it from the next (the wider gap wins where several fall together)."""
        run = self._run[0] if len(self._run) == 1 else "".join(self._run)
        text = run.strip()
        if text:
            lead = 0 if len(text) == len(run) else len(run) - len(run.lstrip())
            self._end_block(text, lead, *_shown_edges(run, text, lead))
            self._gap = gap
        elif (gap != "cell" or not self.blocks) and self._gap != "paragraph":
            self._gap = gap
        if run:
            self._run, self._run_length = [], 0
            self._bolds, self._italics, self._links = [], [], []

    def _end_block(self, text: str, lead: int, before: str, after: str) -> None:
        if self.blocks:
            separator = _SEPARATORS[self._gap]
            self.pieces.append(separator)
            self._length += len(separator)
        start = self._length + len(before)
        end = start + len(text)
        self._length = end + len(after)
        self.pieces.append(f"{before}{text}{after}" if before or after else text)
        if self._standing is None:
            self._standing = frozenset(self._places), tuple(self._path)
        block = Block(
            (start, end),
            text,
            self._gap,
            self._tags[-1] if self._tags else "",
            self._levels[-1] if self._levels else 0,
            *self._standing,
            _joined(_placed(self._bolds, start - lead, (start, end))) if self._bolds else (),
            _joined(_placed(self._italics, start - lead, (start, end))) if self._italics else (),
            self._linked(start - lead, start, end) if self._links else (),
            self.time,
        )
        self.blocks.append(block)
        self.time = None

    def _linked(self, moved: int, start: int, end: int) -> tuple[Link, ...]:
        links = [
            Link((max(first + moved, start), min(last + moved, end)), target)
            for (first, last), target in self._links
            if first + moved < end
        ]
        return tuple(links)


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


def _placed(spans: list[Span], moved: int, whole: Span) -> list[Span]:
    """Spans of a run as spans of the page's text: inside the block, whose text may begin behind the run's."""
    start, end = whole
    return [
        (max(first + moved, start), min(last + moved, end)) for first, last in spans if first + moved < end
    ]


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
