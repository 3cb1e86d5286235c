"""Quotation marks in pairs: what each encloses, nested, and over as many paragraphs as it goes on. One pass, no way back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from onrecord.model import Span
from onrecord.quoting.articles.lines import Line
from onrecord.quoting.articles.marks import Mark, find_marks

# Marks open in one another beyond so many are nobody's style; what opens there is taken for no mark.
_DEEPEST = 8
# A mark that closes is looked for in so many paragraphs behind one where nothing opens again.
_OPEN_OVER = 3
# Marks that are nothing but one; the straight ones may be inches, the single ones apostrophes.
_LEFT_OPEN = frozenset("“„‟❝〝«「『﹁﹃") | {"``", '"'}
_CLOSED_BY = {
    "“": "”", "„": "“”", "‟": "”", "❝": "❞", "〝": "〞〟", "‘": "’", "‚": "‘’", "‛": "’", "``": ("''", "’’"), ",,": ("''", "’’", "”", "“"),
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "‘‘": ("’’", "''"),
}  # fmt: skip


class Pair(NamedTuple):
    """What stands between two marks: `span` with the marks, `parts` without, one a paragraph; `within` is the pair around it.

    Not `closed` where each paragraph begins with the mark, and the last does not end with one: then it ends with that.
    """

    span: Span
    parts: tuple[Span, ...]
    sign: str
    within: int | None = None
    closed: bool = True


class Pairs(NamedTuple):
    """What stands in quotation marks, in order of opening; and what a mark opens at the head of words that nothing closes."""

    pairs: tuple[Pair, ...]
    left_open: tuple[Span, ...]


class _Open:
    """A mark that was opened, with where its words began in the paragraph that is read, and those of paragraphs before."""

    __slots__ = ("again", "began", "carried", "mark", "parts")

    def __init__(self, mark: Mark) -> None:
        self.mark = mark
        self.began = mark.end
        self.parts: list[Span] = []
        self.carried = 0
        self.again = 0


def pair_marks(text: str, lines: Sequence[Line]) -> Pairs:
    """Return what stands in quotation marks; a mark that nothing closes is no mark, but where it can be nothing else told.

    A paragraph that begins with the mark that is open goes on with what it opened, as printers set long quotations.
    """
    marks = list(find_marks(text, lines))
    pairing = _Pairing(lines, marks)
    for index, mark in enumerate(marks):
        pairing.take(index, mark)
    pairing.end()
    pairs = _nested(pairing.closed)
    return Pairs(tuple(pairs), tuple(_apart_from(pairing.left, pairs)))


def _apart_from(left: Iterable[Span], pairs: Sequence[Pair]) -> Iterator[Span]:
    """What is left open and neither stands in a pair nor holds one."""
    starts = [pair.span[0] for pair in pairs]
    reach = list(accumulate((pair.span[1] for pair in pairs), max))
    for start, end in sorted(left):
        at = bisect_left(starts, start)
        if not (at and reach[at - 1] > start) and not (at < len(starts) and starts[at] < end):
            yield start, end


class _Pairing:
    def __init__(self, lines: Sequence[Line], marks: Sequence[Mark]) -> None:
        self.lines = lines
        self.marks = marks
        self.line = 0
        self.stack: list[_Open] = []
        self.reopened = 0
        self.closed: list[Pair] = []
        self.left: list[Span] = []

    def take(self, index: int, mark: Mark) -> None:
        """Read one mark."""
        while self.line < mark.line and self.stack:
            self._end_line(index)
        if self.line != mark.line:
            self.line, self.reopened = mark.line, 0
        if mark.begins and self._reopens(mark):
            return
        if mark.closes and (found := self._opened_by(index, mark)) is not None:
            self._close(found, mark)
        elif mark.opens and len(self.stack) < _DEEPEST:
            self.stack.append(_Open(mark))

    def _opened_by(self, index: int, mark: Mark) -> int | None:
        """The place on the stack of the mark that this one closes: its own kind first, then any of its family."""
        own = [at for at, opened in enumerate(self.stack) if _is_closed_by(opened.mark, mark)]
        like = [at for at, opened in enumerate(self.stack) if opened.mark.family == mark.family]
        found = own or ([] if mark.family in ("corner", "angle") or mark.opens else like)
        if not found or (mark.family == "single" and self._is_apostrophe(index, mark, found[-1])):
            return None
        return found[-1]

    def _is_apostrophe(self, index: int, mark: Mark, at: int) -> bool:
        """Whether a single mark is a plural's: "the workers’ rights", where another mark to close with follows.

        Or where a double mark was opened since: what it encloses comes first.
        """
        if any(opened.mark.family != "single" for opened in self.stack[at + 1 :]):
            return True
        return mark.doubtful and self._closes_later(index, mark)

    def _closes_later(self, index: int, mark: Mark) -> bool:
        for later in self.marks[index + 1 : index + 4]:
            if later.line != mark.line:
                return False
            if later.family == "single":
                return later.closes
        return False

    def _close(self, at: int, mark: Mark) -> None:
        opened = self.stack[at]
        del self.stack[at:]
        parts = [*opened.parts, (opened.began, mark.start)]
        self.closed.append(
            Pair(
                (opened.mark.start, mark.end),
                tuple(part for part in parts if part[0] < part[1]),
                opened.mark.sign,
            )
        )

    def _reopens(self, mark: Mark) -> bool:
        """Whether a mark at the beginning of a line goes on with the one that is open at its level."""
        if self.reopened >= len(self.stack):
            return False
        opened = self.stack[self.reopened]
        if opened.mark.line >= mark.line or not _goes_on(opened.mark, mark):
            return False
        if opened.began < self.lines[mark.line][0]:
            # A line that a program wrapped: its words end with the line before.
            opened.parts.append((opened.began, self.lines[mark.line - 1][1]))
        opened.began = mark.end
        opened.again += 1
        self.reopened += 1
        return True

    def end(self) -> None:
        """End with the text: what is still open ends with its paragraph."""
        if self.stack:
            last = next(
                at
                for at in range(self.line, len(self.lines))
                if self.lines[at][2] or at + 1 == len(self.lines)
            )
            self._leave(self.stack, self.lines[last][1])
            self.stack = []

    def _leave(self, dropped: Sequence[_Open], end: int) -> None:
        """Leave marks that nothing closes: the outermost, where paragraphs began with it again, ends with the last of them."""
        opened = next((each for each in dropped if each.mark.sign in _LEFT_OPEN), None)
        if opened is None:
            return
        if not opened.again:
            self.left.append((opened.mark.start, end))
            return
        parts = tuple(part for part in (*opened.parts, (opened.began, end)) if part[0] < part[1])
        self.closed.append(Pair((opened.mark.start, end), parts, opened.mark.sign, closed=False))

    def _end_line(self, index: int) -> None:
        """Go to the next line; behind the last of a paragraph with the marks that it opens again, or that a mark in it closes."""
        _, end, is_last = self.lines[self.line]
        self.line += 1
        self.reopened = 0
        if not is_last:
            return
        start = self.lines[self.line][0]
        kept: list[_Open] = []
        upcoming = self._beginning(index)
        for opened in self.stack:
            again = len(kept) < len(upcoming) and _goes_on(opened.mark, upcoming[len(kept)])
            if not again and not (not kept and self._closes_ahead(index, opened)):
                break
            opened.carried = 0 if again else opened.carried + 1
            opened.parts.append((opened.began, end))
            opened.began = start
            kept.append(opened)
        self._leave(self.stack[len(kept) :], end)
        self.stack = kept

    def _beginning(self, index: int) -> list[Mark]:
        """The marks that the line begins with."""
        return [
            mark for mark in self.marks[index : index + _DEEPEST] if mark.begins and mark.line == self.line
        ]

    def _closes_ahead(self, index: int, opened: _Open) -> bool:
        """Whether the next mark of the family can only close, not far behind: its writer opened once for several paragraphs."""
        if opened.mark.family == "single" or opened.carried >= _OPEN_OVER:
            return False
        for mark in self.marks[index : index + 4]:
            if mark.family == opened.mark.family:
                near = mark.line - self.line < _OPEN_OVER
                return near and mark.closes and not mark.opens and not mark.begins
        return False


def _is_closed_by(opened: Mark, mark: Mark) -> bool:
    return mark.sign in _CLOSED_BY.get(opened.sign, (opened.sign,))


def _goes_on(opened: Mark, mark: Mark) -> bool:
    """Whether a mark at the beginning of a line may be the open one again; in French « and » both are set there."""
    if opened.family == "angle":
        return mark.sign == opened.sign or _is_closed_by(opened, mark)
    return mark.sign == opened.sign and mark.opens


def _nested(closed: Iterable[Pair]) -> list[Pair]:
    """The pairs in order of opening, each with the index of the one around it."""
    ordered = sorted(closed, key=lambda pair: (pair.span[0], -pair.span[1]))
    around: list[int] = []
    nested: list[Pair] = []
    for index, pair in enumerate(ordered):
        while around and nested[around[-1]].span[1] <= pair.span[0]:
            around.pop()
        nested.append(pair._replace(within=around[-1] if around else None))
        around.append(index)
    return nested
