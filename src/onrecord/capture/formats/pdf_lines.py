"""The text layer of a PDF page as lines in the order of reading: columns told by the gap between them, lines by their base."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

BOLD, ITALIC, SLANTED, LEFTWARD = 1, 2, 4, 8
_LEAST_GUTTER = 8.0
_LEAST_LINES = 4
_LEAST_SHARE = 0.2
_LEAST_FILLED = 0.55
_MOST_COLUMNS = 4
_BIN = 1.0
_MOST_BINS = 4000


_MOST_CROSSING = 0.1
_WORD_GAP = 0.15
_LAST_SHARE = 0.6
Gutters = Sequence[tuple[float, float]]
"""The gaps between columns, from the left."""


class Run(NamedTuple):
    """Letters in one look on one line; places count from the left and the top of the page as shown, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    look: int


class Line(NamedTuple):
    """Runs on one line of one column, from its beginning."""

    runs: tuple[Run, ...]
    left: float
    right: float
    base: float
    size: float

    @property
    def text(self) -> str:
        """Return the words of the line."""
        return " ".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Return whether all of it is bold."""
        return all(run.look & BOLD for run in self.runs)


class Column(NamedTuple):
    """Lines below each other, with the edges that they keep to."""

    lines: tuple[Line, ...]
    left: float
    right: float


class PdfPage(NamedTuple):
    """A page of a PDF: its number, its size as shown, its runs, how many pictures stand on it where it has no text."""

    n: int
    width: float
    height: float
    runs: tuple[Run, ...]
    pictures: int


def page_of(told: dict[str, Any]) -> PdfPage:
    """Return the page that the child process told."""
    runs = tuple(Run(*each) for each in told.get("runs", ()))
    return PdfPage(told["n"], told.get("width", 0.0), told.get("height", 0.0), runs, told.get("pictures", 0))


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """Return runs as lines from top to bottom; small raised figures stay on the line they are set on."""
    groups: list[_Group] = []
    for run in sorted(runs, key=lambda run: (round(run.base, 1), run.left)):
        near = next((group for group in reversed(groups[-4:]) if _on_line(run, group.largest)), None)
        if near is None:
            groups.append(_Group(run))
        else:
            near.add(run)
    return sorted((_line(group.runs) for group in groups), key=lambda line: line.base)


class _Group:
    """Runs of one line, and the largest of them."""

    def __init__(self, run: Run) -> None:
        self.runs = [run]
        self.largest = run

    def add(self, run: Run) -> None:
        self.runs.append(run)
        if run.size > self.largest.size:
            self.largest = run


def _on_line(run: Run, largest: Run) -> bool:
    size = max(run.size, largest.size)
    if abs(run.base - largest.base) <= 0.2 * size:
        return True
    small, large = sorted((run, largest), key=lambda one: one.size)
    raised = large.base - small.base
    return small.size < 0.8 * large.size and 0 < raised < 0.6 * large.size and len(small.text) <= 4


def _line(group: list[Run]) -> Line:
    leftward = is_leftward(group)
    runs = _leftward_words(group) if leftward else sorted(group, key=lambda run: run.left)
    largest = max(runs, key=lambda run: (len(run.text) > 2, run.size))
    return Line(
        tuple(runs), min(run.left for run in runs), max(run.right for run in runs), largest.base, largest.size
    )


def _leftward_words(group: list[Run]) -> list[Run]:
    """Return the letters of a line that is read leftward as words: files have them in either order, places tell."""
    words: list[Run] = []
    for run in sorted(group, key=lambda run: -run.right):
        last = words[-1] if words else None
        if (
            last is not None
            and last.look & 3 == run.look & 3
            and last.left - run.right < _WORD_GAP * run.size
        ):
            words[-1] = Run(
                last.text + run.text, min(last.left, run.left), max(last.right, run.right), last.base,
                max(last.size, run.size), last.look,
            )  # fmt: skip
        else:
            words.append(run)
    return words


def columns_of(runs: Sequence[Run], usual: Gutters = ()) -> list[Column]:
    """Return the columns of a page in the order of reading; lines across all of them part what stands above and below.

    `usual` are the gaps of the other pages: they hold where too little text shows gaps of its own.
    """
    gutters = gutters_of(runs)
    if len(gutters) < len(usual) and _are_free(runs, usual):
        gutters = list(usual)
    if not gutters:
        return [_column(lines_of(runs))] if runs else []
    rows: list[tuple[float, Run, int | None]] = sorted(
        ((run.base, run, _side(run, gutters)) for run in runs), key=lambda row: (row[0], row[1].left)
    )
    # All that shares a line with what crosses a gap is read across it.
    crossing = {round(base) + near for base, _, side in rows if side is None for near in range(-2, 3)}
    columns: list[Column] = []
    band: list[list[Run]] = [[] for _ in range(len(gutters) + 1)]
    across: list[Run] = []
    for base, run, side in rows:
        if side is None or round(base) in crossing:
            columns += _band(band)
            across.append(run)
        else:
            if across:
                columns.append(_column(lines_of(across)))
                across = []
            band[side].append(run)
    columns += _band(band)
    if across:
        columns.append(_column(lines_of(across)))
    return columns


def is_leftward(runs: Iterable[Run]) -> bool:
    """Tell whether most letters belong to words that are written leftward."""
    return sum(len(run.text) if run.look & LEFTWARD else -len(run.text) for run in runs) > 0


def _band(band: list[list[Run]]) -> list[Column]:
    leftward = is_leftward(run for runs in band for run in runs)
    found = [_column(lines_of(runs)) for runs in (reversed(band) if leftward else band) if runs]
    for runs in band:
        runs.clear()
    return found


def _column(lines: list[Line]) -> Column:
    return Column(tuple(lines), min(line.left for line in lines), max(line.right for line in lines))


def _side(run: Run, gutters: Sequence[tuple[float, float]]) -> int | None:
    """Return the column that a run stands in, None where it crosses a gap between two."""
    for left, right in gutters:
        middle = (left + right) / 2
        if run.left < middle - 2 and run.right > middle + 2:
            return None
    return sum((left + right) / 2 <= (run.left + run.right) / 2 for left, right in gutters)


def gutters_of(runs: Sequence[Run]) -> list[tuple[float, float]]:
    """Return the gaps between columns: free of letters over most lines, with lines of prose on both sides.

    A narrow column of names beside the words is none: its lines do not reach the gap, and are read with what stands
    beside them.
    """
    if len(runs) < 2 * _LEAST_LINES:
        return []
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    if not 50 < right - left < _MOST_BINS * _BIN:
        return []
    steps = [0] * (int((right - left) / _BIN) + 3)
    for run in runs:
        steps[int((run.left - left) / _BIN)] += 1
        steps[int((run.right - left) / _BIN) + 1] -= 1
    covered = list(accumulate(steps))[:-1]
    most = max(covered)
    found: list[tuple[float, float]] = []
    start: int | None = None
    for at, count in enumerate([*covered, most]):
        free = count <= 0.2 * most
        if free and start is None:
            start = at
        elif not free and start is not None:
            gutter = (left + start * _BIN, left + at * _BIN)
            if start > 0 and at < len(covered) - 1 and gutter[1] - gutter[0] >= _LEAST_GUTTER:
                found.append(gutter)
            start = None
    return [gutter for gutter in found if _parts_prose(runs, found, gutter)][: _MOST_COLUMNS - 1]


def _are_free(runs: Sequence[Run], gutters: Gutters) -> bool:
    """Tell whether hardly a line of a page crosses the gaps of other pages."""
    crossing = sum(_side(run, gutters) is None for run in runs)
    return crossing <= _MOST_CROSSING * len(_by_base(runs))


def _by_base(runs: Iterable[Run]) -> dict[int, list[Run]]:
    rows: dict[int, list[Run]] = {}
    for run in runs:
        rows.setdefault(round(run.base), []).append(run)
    return rows


def _parts_prose(
    runs: Sequence[Run], gutters: list[tuple[float, float]], gutter: tuple[float, float]
) -> bool:
    at = gutters.index(gutter)
    sides = (
        (gutters[at - 1][1] if at else min(run.left for run in runs), gutter[0]),
        (gutter[1], gutters[at + 1][0] if at + 1 < len(gutters) else max(run.right for run in runs)),
    )
    whole = max(run.right for run in runs) - min(run.left for run in runs)
    if not _is_prose(runs, *sides[0], whole, _LEAST_LINES):
        return False
    # The last column of a text may hold the few lines that are left.
    return _is_prose(runs, *sides[1], whole, _LEAST_LINES) or (
        at + 1 == len(gutters)
        and _is_prose(runs, *sides[0], whole, 4 * _LEAST_LINES)
        and sides[1][1] - sides[1][0] > _LAST_SHARE * (sides[0][1] - sides[0][0])
    )


def _is_prose(runs: Sequence[Run], left: float, right: float, whole: float, least: int) -> bool:
    inside = [run for run in runs if run.left >= left - 2 and run.right <= right + 2]
    rows = _by_base(inside).values()
    width = right - left
    if len(rows) < least or width < _LEAST_SHARE * whole:
        return False
    reached = [max(run.right for run in row) - min(run.left for run in row) for row in rows]
    return sum(reached) / len(reached) >= _LEAST_FILLED * width
