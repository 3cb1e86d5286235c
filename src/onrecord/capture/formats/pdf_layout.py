"""The lines of a PDF as paragraphs: running lines set apart, wrapped lines and broken words joined, headings told by size."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.capture.formats.pdf_lines import (
    SLANTED,
    Column,
    Gutters,
    Line,
    PdfPage,
    Run,
    columns_of,
    gutters_of,
    is_leftward,
    lines_of,
)

# "12", "- 12 -", "Page 3 of 9", "Seite 3 von 9", "3/9", "стр. 3"
_NUMBER = re.compile(
    r"\W*(?:page|seite|página|pagina|pág\.?|str\.?|стр\.?|страница|sida|side|strona|第)?\W*(?P<n>\d{1,4})\W*"
    r"(?:(?:of|von|de|sur|di|av|из|z|od|/|頁|页)?\W*\d{0,4})?\W*(?:页|頁)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_EDGE_LINES = 3
_GAP = 1.6
_EDGE = 0.14
_SAME_PLACE = 8.0
_LEAST_PAGES = 0.3
_ENDS = re.compile(r"[.!?…:;\"”’»)\]]$")
_SENTENCE_ENDS = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_BULLET = re.compile(r"^(?:[•‣▪–—*-]\s|\d{1,3}[.)]\s|\([a-z\d]{1,3}\)\s)")
_LARGER = 1.12
_LONGEST_HEADING = 300
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Paragraph(NamedTuple):
    """Lines that belong together, joined: its pieces with whether they are bold and italic; the pages it stands on."""

    pieces: tuple[tuple[str, int], ...]
    pages: tuple[int, int]
    level: int

    @property
    def text(self) -> str:
        """Return the words alone."""
        return "".join(text for text, _ in self.pieces)


class Running(NamedTuple):
    """A line that stands at the edge of page after page, or numbers one."""

    page: int
    text: str


class LaidOut(NamedTuple):
    """A PDF's paragraphs in the order of reading, and what runs at the edges of its pages."""

    paragraphs: list[Paragraph]
    running: list[Running]


class _Placed(NamedTuple):
    line: Line
    page: int
    column: Column
    pitch: float


def lay_out(pages: Sequence[PdfPage]) -> LaidOut:
    """Return the paragraphs of a PDF; what stands across the page's direction counts as running."""
    running: list[Running] = []
    edges = _running_lines(pages)
    kept: list[list[Run]] = []
    for page in pages:
        upright = [run for run in page.runs if not run.look & SLANTED]
        slanted = [run for run in page.runs if run.look & SLANTED]
        apart = edges.get(page.n, set())
        running += (Running(page.n, line.text) for line in lines_of(upright) if line in apart)
        running += (Running(page.n, line.text) for line in lines_of(slanted))
        left_out = {run for line in apart for run in line.runs}
        kept.append([run for run in upright if run not in left_out])
    usual = _usual_gutters(kept)
    parted = [
        column for page, runs in zip(pages, kept, strict=True) for column in _placed(page.n, runs, usual)
    ]
    body = _body_size(parted)
    known = Counter(
        word.lower() for column in parted for one in column for word in _WORD.findall(one.line.text)
    )
    groups = list(_groups(parted, body))
    levels = _levels(groups, body)
    return LaidOut([_joined(group, levels, known) for group in groups], running)


def _running_lines(pages: Sequence[PdfPage]) -> dict[int, set[Line]]:
    """Return by page the lines that repeat at the same edge of several pages, figures aside, and page numbers."""
    seen: defaultdict[tuple[str, int, str], list[tuple[int, Line]]] = defaultdict(list)
    found: defaultdict[int, set[Line]] = defaultdict(set)
    for page in pages:
        lines = lines_of(run for run in page.runs if not run.look & SLANTED)
        for edge, few in (("top", _edge_lines(lines)), ("bottom", _edge_lines(lines[::-1]))):
            for line in few:
                if not (
                    line.base < _EDGE * page.height
                    if edge == "top"
                    else line.base > (1 - _EDGE) * page.height
                ):
                    continue
                key = _DIGITS.sub("#", " ".join(line.text.casefold().split()))
                seen[edge, round(line.base / _SAME_PLACE), key].append((page.n, line))
        found[page.n] |= {
            line for line in (*lines[:1], *lines[-1:]) if _is_page_number(line, page, len(lines))
        }
    for (edge, place, key), lines_seen in seen.items():
        near = [*lines_seen, *seen.get((edge, place + 1, key), ()), *seen.get((edge, place - 1, key), ())]
        if len({n for n, _ in near}) >= max(2, _LEAST_PAGES * len(pages)):
            for n, line in lines_seen:
                found[n].add(line)
    return found


def _edge_lines(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the few outermost lines that a gap parts from the text."""
    for count in range(min(_EDGE_LINES, len(lines) - 1), 0, -1):
        outer, inner = lines[count - 1], lines[count]
        if abs(outer.base - inner.base) > _GAP * max(inner.size, outer.size):
            return lines[:count]
    return ()


def _is_page_number(line: Line, page: PdfPage, lines: int) -> bool:
    at_edge = line.base < _EDGE * page.height or line.base > (1 - _EDGE) * page.height
    return lines > 1 and at_edge and len(line.text) < 40 and _NUMBER.fullmatch(line.text) is not None


def _usual_gutters(pages: Sequence[Sequence[Run]]) -> Gutters:
    """The gaps between columns that most pages with columns have."""
    found = Counter(tuple((round(left), round(right)) for left, right in gutters_of(runs)) for runs in pages)
    found.pop((), None)
    by_number: Counter[int] = Counter()
    for gutters, count in found.items():
        by_number[len(gutters)] += count
    number = max(by_number, key=lambda each: (by_number[each], each), default=0)
    return max((each for each in found if len(each) == number), key=lambda each: found[each], default=())


def _placed(n: int, runs: Sequence[Run], usual: Gutters) -> Iterator[list[_Placed]]:
    for column in columns_of(runs, usual):
        steps = [below.base - above.base for above, below in pairwise(column.lines)]
        sizes = [line.size for line in column.lines]
        size = sorted(sizes)[len(sizes) // 2]
        near = sorted(step for step in steps if 0.8 * size < step < 2.2 * size)
        pitch = near[len(near) // 3] if near else 1.2 * size
        if is_leftward(run for line in column.lines for run in line.runs):
            column = _mirrored(
                column
            )  # what is said of beginnings and ends of lines holds the other way round
        yield [_Placed(line, n, column, pitch) for line in column.lines]


def _mirrored(column: Column) -> Column:
    lines = (line._replace(left=-line.right, right=-line.left) for line in column.lines)
    return Column(tuple(lines), -column.right, -column.left)


def _body_size(parted: Iterable[Sequence[_Placed]]) -> float:
    """The size in which most letters are set."""
    letters: Counter[float] = Counter()
    for column in parted:
        for one in column:
            letters[round(one.line.size * 2) / 2] += len(one.line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=10.0)


def _groups(parted: Sequence[Sequence[_Placed]], body: float) -> Iterator[list[_Placed]]:
    """Yield the lines of each paragraph; one may go on in the next column, or on the next page."""
    group: list[_Placed] = []
    for column in parted:
        for position, one in enumerate(column):
            if group and (_goes_on(group[-1], one, column) if position else _goes_over(group[-1], one, body)):
                group.append(one)
                continue
            if group:
                yield group
            group = [one]
    if group:
        yield group


def _goes_on(before: _Placed, one: _Placed, column: Sequence[_Placed]) -> bool:
    """Tell whether a line goes on with the one above it in the same column."""
    above, line = before.line, one.line
    if line.base - above.base > 1.32 * max(one.pitch, line.size) or not 0.9 < line.size / above.size < 1.11:
        return False
    if above.is_bold != line.is_bold and (line.is_bold or (above.is_bold and not _begins_bold(line))):
        return False
    if _are_centred(above, line, one.column):
        return above.is_bold == line.is_bold and not _SENTENCE_ENDS.search(above.text)
    margin = _margin(column)
    indent = 0.6 * line.size
    if line.left > margin + indent and above.left <= margin + indent / 2:
        return False
    if line.left < margin - indent:  # what hangs out of the margin begins a paragraph
        return False
    if above.text.endswith(("-", "\u00ad", "\u2010")) and above.text[-2:-1].isalpha():
        return True
    if _BULLET.match(line.text) or (
        _begins_bold(line) and not line.is_bold and _SENTENCE_ENDS.search(above.text)
    ):
        return False
    return not _has_room(above, line, one.column)


def _goes_over(before: _Placed, one: _Placed, body: float) -> bool:
    """Tell whether the first line of a column goes on with the last one of the column before."""
    above, line = before.line, one.line
    if (
        not 0.95 < line.size / above.size < 1.06
        or above.size > body * _LARGER
        or above.is_bold
        or line.is_bold
    ):
        return False
    if _begins_bold(line) or _BULLET.match(line.text):
        return False
    if _SENTENCE_ENDS.search(above.text):
        indented = line.left > one.column.left + 0.6 * line.size
        return not indented and not _has_room(above, line, before.column) and line.text[:1].islower()
    return (
        line.text[:1].islower()
        or above.text.endswith(("-", "\u00ad", ","))
        or not _has_room(above, line, before.column)
    )


def _margin(column: Sequence[_Placed]) -> float:
    """The left edge that most lines of a column keep to."""
    edges = Counter(round(one.line.left / 2) for one in column)
    return 2 * max(edges, key=lambda edge: (edges[edge], -edge))


def _are_centred(above: Line, line: Line, column: Column) -> bool:
    """Tell whether two lines are set around one middle: a long heading, whose second line may be much shorter."""
    middles = abs((above.left + above.right) - (line.left + line.right)) / 2
    if middles < 3.0 and abs((above.right - above.left) - (line.right - line.left)) > 2 * line.size:
        return True
    return _is_centred(above, column) and _is_centred(line, column)


def _is_centred(line: Line, column: Column) -> bool:
    left, right = line.left - column.left, column.right - line.right
    return left > line.size and right > line.size and abs(left - right) < max(4.0, 0.15 * (left + right))


def _has_room(above: Line, line: Line, column: Column) -> bool:
    """Tell whether the first word of a line would have fitted on the one above: then its end was meant."""
    first = line.text.split(" ", 1)[0]
    width = (line.right - line.left) / max(len(line.text), 1)
    return column.right - above.right > (len(first) + 1.5) * width


def _begins_bold(line: Line) -> bool:
    return bool(line.runs[0].look & 1)


def _levels(groups: Sequence[Sequence[_Placed]], body: float) -> dict[float, int]:
    """Return the heading level of each size larger than the body's: the largest is the first."""
    sizes: set[float] = set()
    for group in groups:
        size = round(group[0].line.size * 2) / 2
        if size >= body * _LARGER and sum(len(one.line.text) for one in group) <= _LONGEST_HEADING:
            sizes.add(size)
    return {size: min(level, 6) for level, size in enumerate(sorted(sizes, reverse=True), 1)}


def _joined(group: Sequence[_Placed], levels: dict[float, int], known: Counter[str]) -> Paragraph:
    pieces: list[tuple[list[str], int]] = []
    for one in group:
        for n, run in enumerate(one.line.runs):
            look = run.look & 3
            if pieces:
                last = pieces[-1][0]
                last[-1], link = _link(last[-1], run.text, known) if n == 0 else (last[-1], " ")
                last.append(link)
            if pieces and pieces[-1][1] == look:
                pieces[-1][0].append(run.text)
            else:
                pieces.append(([run.text], look))
    texts = [("".join(parts).replace("\u00ad", ""), look) for parts, look in pieces]
    size = round(group[0].line.size * 2) / 2
    long = sum(len(text) for text, _ in texts) > _LONGEST_HEADING
    return Paragraph(tuple(texts), (group[0].page, group[-1].page), 0 if long else levels.get(size, 0))


def _link(before: str, after: str, known: Counter[str]) -> tuple[str, str]:
    """Return the end of a line without a hyphen that only parts a word, and what joins it to the next."""
    if before.endswith("\u00ad"):
        return before[:-1], ""
    if not before.endswith(("-", "\u2010")) or not before[-2:-1].isalpha() or not after[:1].isalpha():
        return before, " "
    if before.endswith("--"):
        return before, " "
    first = _WORD.findall(before[-80:-1])[-1:] or [""]
    second = _WORD.match(after)
    rest = second.group() if second else ""
    with_hyphen, without = known[f"{first[0]}-{rest}".lower()], known[f"{first[0]}{rest}".lower()]
    if not after[:1].islower() or with_hyphen > without:
        return before, ""
    return before[:-1], ""
