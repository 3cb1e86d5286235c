"""Pictures of counts over time, measured out for a template that draws them: columns, and cells in rows. Pure.

Each mark has its number printed, leads to what it counts, and says in words what it shows; nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

_STEP, _WIDE, _TALL, _TOP, _LEFT = 44, 30, 132, 34, 8
# Of more columns than stand beside each other on a page these are narrow, and every other one has its name, the last one too.
_MANY, _NARROW_STEP, _NARROW_WIDE = 22, 28, 20
_CELL_STEP, _CELL_WIDE, _CELL_HIGH = 34, 26, 30
_LETTER, _LETTER_OF_KIND, _BETWEEN = (
    6,
    7,
    8,
)  # how wide a letter of a name may be, and what stands between two of them

State = Literal["held", "none", "out"]
"""What is known of a stretch of time: something is held of it, it was captured and nothing is, or it was not captured."""


class Amount(NamedTuple):
    """What one mark is made of: the name on its axis, how much of the most there is (0 to 1), the number printed, where it leads.

    `captured`: a bar below the mark tells that captures were made then.
    """

    name: str
    share: float
    number: str
    told: str
    link: str | None
    state: State = "held"
    captured: bool = False


class Column(NamedTuple):
    """A column as it is drawn."""

    x: int
    middle: int
    y: int
    height: int
    amount: Amount


class Columns(NamedTuple):
    """A picture of columns; all measures are in its own units."""

    width: int
    height: int
    base: int
    wide: int
    columns: tuple[Column, ...]
    title: str
    told: str


class Cell(NamedTuple):
    """A cell as it is drawn; `shade` from 1 to 4."""

    x: int
    y: int
    shade: int
    amount: Amount


class Strip(NamedTuple):
    """A row of cells, and where its name stands."""

    name: str
    y: int
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """A picture of cells in rows, under the names of their columns."""

    width: int
    height: int
    names: tuple[tuple[int, str], ...]
    strips: tuple[Strip, ...]
    title: str
    told: str
    wide: int = _CELL_WIDE
    high: int = _CELL_HIGH - 6


def draw_columns(amounts: Sequence[Amount], title: str, told: str) -> Columns:
    """Return a picture of columns, one for each amount, its height the share."""
    base = _TOP + _TALL
    step, wide = _step(_STEP, [each.name for each in amounts]), _WIDE
    left = _LEFT + (step - _STEP) // 2
    if len(amounts) > _MANY and _step(0, [each.number for each in amounts]) <= _NARROW_STEP + _BETWEEN:
        amounts, step, wide = _narrowed(amounts), max(_NARROW_STEP, -(-step // 2)), _NARROW_WIDE
    columns = []
    for n, amount in enumerate(amounts):
        height = max(3 if amount.share else 0, round(_TALL * min(max(amount.share, 0.0), 1.0)))
        x = left + n * step
        columns.append(Column(x, x + wide // 2, base - height, height, amount))
    width = 2 * left + max(1, len(amounts)) * step - (step - wide)
    return Columns(width, base + 32, base, wide, tuple(columns), title, told)


def _narrowed(amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts, every other one without its name: a mark tells in words what it is of, with a name or without."""
    last = len(amounts) - 1
    return [each if (last - n) % 2 == 0 else each._replace(name="") for n, each in enumerate(amounts)]


def draw_cells(
    names: Sequence[str], rows: Iterable[tuple[str, Sequence[Amount | None]]], title: str, told: str
) -> Grid:
    """Return a picture of cells: a row for each name, a column for each of `names`, nothing where there is no amount."""
    strips = []
    rows = tuple(rows)
    first = max([0, *(len(name) * _LETTER_OF_KIND + _BETWEEN for name, _ in rows)])
    step = _step(_CELL_STEP, names)
    first += (step - _CELL_STEP) // 2
    for n, (name, amounts) in enumerate(rows):
        y = _TOP + n * _CELL_HIGH
        cells = (
            Cell(first + at * step, y, _shade(amount.share), amount)
            for at, amount in enumerate(amounts)
            if amount is not None
        )
        strips.append(Strip(name, y, tuple(cells)))
    heads = tuple((first + at * step + _CELL_WIDE // 2, name) for at, name in enumerate(names))
    width = first + len(names) * step
    return Grid(width, _TOP + len(strips) * _CELL_HIGH + 6, heads, tuple(strips), title, told)


def _step(least: int, names: Iterable[str]) -> int:
    """How far one mark is from the next: names of months are longer in one language than in another, and none stands over the next."""
    return max([least, *(len(name) * _LETTER + _BETWEEN for name in names)])


def _shade(share: float) -> int:
    return 1 + sum(share > least for least in (0.25, 0.5, 0.75))


def shares(numbers: Sequence[float]) -> list[float]:
    """Return each number as a share of the greatest; all 0 where that is 0."""
    most = max(numbers, default=0)
    return [number / most if most else 0.0 for number in numbers]
