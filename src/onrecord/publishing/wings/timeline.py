"""Statements over time: how many of each kind in each month and year, as pictures, tables and a file. Pure but for the site."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from onrecord.publishing.contents import Listing
from onrecord.publishing.frame import Frame
from onrecord.publishing.lists.messages import UNDATED, Entry
from onrecord.publishing.pictures.charts import Amount, Columns, Grid, draw_cells, draw_columns, shares
from onrecord.publishing.statement.structured import structure_page
from onrecord.publishing.tongues import ENGLISH, Tongue

_YEAR = re.compile(r"\d{4}")

_MOST_EMPTY = 9  # years without a statement that stand in a row, each by itself

MOST_DRAWN = 12
"""How many kinds of a year have a row of their own in its picture; the others are in the table."""


class YearRow(NamedTuple):
    """A year in the table: its name, how many statements, where its own page and its list are."""

    year: str
    statements: int
    page: str | None
    messages: str


class MonthCells(NamedTuple):
    """A kind in the table of a year: its name, where its list is, and for each month the number and where it leads."""

    name: str
    total: int
    cells: tuple[tuple[int, str | None], ...]


def write_counts(counted: Iterable[tuple[str, Mapping[str, tuple[int, str]]]]) -> str:
    """Return as CSV how many statements of each kind there are in each month; "" is the kind of all, whatever their kinds."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(("month", "kind", "statements"))
    rows = [(month, kind, total) for kind, months in counted for month, (total, _) in months.items()]
    table.writerows(sorted(rows))
    return text.getvalue()


class Timeline:
    """The part of a site that goes by time."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame

    @cached_property
    def years(self) -> dict[str, list[Entry]]:
        """The messages of each year in order of time."""
        every = self._frame.contents.years
        return {year: every[year] for year in sorted(every) if year != UNDATED}

    def paths(self) -> Iterator[str]:
        """Yield the path of each page and file."""
        yield from ("timeline/index.html", "timeline/statements.csv")
        yield from (f"timeline/{year}/index.html" for year in self.years)

    def page(self, path: str) -> str | None:
        """Return one page or file, None where there is none."""
        match path.split("/"):
            case ["timeline", "index.html"]:
                return self._overview()
            case ["timeline", "statements.csv"]:
                return write_counts(self._counted())
            case ["timeline", year, "index.html"] if _YEAR.fullmatch(year) and year in self.years:
                return self._year(year)
        return None

    def _counted(self) -> Iterator[tuple[str, Mapping[str, tuple[int, str]]]]:
        """Yield how many statements there are of each month: of each kind, and under "" of each year; those of two kinds count for both."""
        listings, months_of = self._frame.listings, self._frame.months_of
        yield from ((kind, months_of(listings[f"kinds/{kind}"])) for kind in self._frame.contents.kinds)
        yield from (("", months_of(listings[f"messages/{year}"])) for year in self.years)

    def _overview(self) -> str:
        _ = self._frame.tongue.gettext
        heading = _("Timeline")
        page = self._frame.made_page(
            "timeline/index.html",
            heading,
            _("How many statements are held of each year, month and kind."),
            structure_page(heading, self._frame.profile),
        )
        rows = [
            YearRow(year, len(entries), f"timeline/{year}/index.html", f"messages/{year}/index.html")
            for year, entries in self.years.items()
        ]
        undated = len(self._frame.contents.years.get(UNDATED, ()))
        picture = self._frame.pictured(draw_years, rows, self._frame.tongue)
        return self._frame.render("timeline.html", page, picture=picture, rows=rows[::-1], undated=undated)

    def _year(self, year: str) -> str:
        tongue, _ = self._frame.tongue, self._frame.tongue.gettext
        title = _("Timeline of %(year)s", year=year)
        page = self._frame.made_page(
            f"timeline/{year}/index.html",
            title,
            _("How many statements of %(year)s are held, by month and kind.", year=year),
            structure_page(title, self._frame.profile),
        )
        months = [f"{year}-{n:02}" for n in range(1, 13)]
        kinds = [(each.name, self._cells(each, months)) for each in self._listings(year)]
        kinds.sort(key=lambda pair: -sum(n for n, _ in pair[1]))
        whole = self._cells(self._frame.listings[f"messages/{year}"], months)
        rows = [MonthCells(_("All"), sum(n for n, _ in whole), whole)]
        rows += [MonthCells(name, sum(n for n, _ in cells), cells) for name, cells in kinds]
        every = sorted(self.years)
        at = every.index(year)
        return self._frame.render(
            "year.html",
            page,
            year=year,
            picture=self._frame.pictured(draw_months, months, rows, year, tongue),
            rows=rows,
            months=months,
            undrawn=max(0, len(rows) - 1 - MOST_DRAWN),
            total=len(self.years[year]),
            without=len(self.years[year]) - rows[0].total,
            earlier=every[at - 1] if at else None,
            later=every[at + 1] if at + 1 < len(every) else None,
        )

    def _listings(self, year: str) -> list[Listing]:
        kinds = {kind for entry in self.years[year] for kind in entry.kinds}
        return [each for each in self._frame.kinds if each.folder.removeprefix("kinds/") in kinds]

    def _cells(self, listing: Listing, months: Sequence[str]) -> tuple[tuple[int, str | None], ...]:
        found = self._frame.months_of(listing)
        return tuple(found.get(month, (0, None)) for month in months)


def draw_years(rows: Sequence[YearRow], tongue: Tongue = ENGLISH) -> Columns:
    """Return the picture of the years between the first and the last, those without a statement among them; many of them as one."""
    by_year = {row.year: row for row in rows}
    names = list(_years_between([row.year for row in rows]))
    numbers = [by_year[name].statements if name in by_year else 0 for name in names]
    amounts = [
        Amount(name, share, tongue.number(n), _told(name, n, tongue), by_year[name].page if n else None, "held" if n else "none")
        for name, n, share in zip(names, numbers, shares(numbers), strict=True)
    ]  # fmt: skip
    told = tongue.gettext("; ").join(amount.told for amount in amounts)
    return draw_columns(
        amounts,
        tongue.gettext("Statements held, by year"),
        told or tongue.gettext("No statement has a date."),
    )


def _years_between(years: Sequence[str]) -> Iterator[str]:
    """Yield the years from the first to the last, more than a few without a statement in a row as “2032 – 2098”."""
    for before, year in zip([None, *years], years, strict=False):
        if before is not None:
            between = [f"{n:04}" for n in range(int(before) + 1, int(year))]
            yield from between if len(between) <= _MOST_EMPTY else [f"{between[0]} – {between[-1]}"]
        yield year


def draw_months(
    months: Sequence[str], rows: Sequence[MonthCells], year: str, tongue: Tongue = ENGLISH
) -> Grid:
    """Return the picture of a year: a row for each kind, the most frequent first, a column for each month."""
    drawn = rows[: MOST_DRAWN + 1]
    most = max((n for row in drawn for n, _ in row.cells), default=0)
    amounts = [
        (
            row.name,
            [
                Amount(month, n / most, tongue.number(n), _told(tongue.listed(tongue.date(month), row.name), n, tongue), link) if n else None
                for month, (n, link) in zip(months, row.cells, strict=True)
            ],
        )
        for row in drawn
    ]  # fmt: skip
    told = tongue.gettext("; ").join(_told(row.name, row.total, tongue) for row in rows)
    names = [tongue.short_month(month) for month in months]
    return draw_cells(
        names,
        amounts,
        tongue.gettext("Statements of %(year)s held, by month and kind", year=year),
        f"{told}.",
    )


def _told(name: str, n: int, tongue: Tongue) -> str:
    return tongue.gettext("%(name)s: %(told)s", name=name, told=_counted(n, tongue))


def _counted(n: int, tongue: Tongue) -> str:
    return tongue.ngettext("%(num)s statement", "%(num)s statements", n)
