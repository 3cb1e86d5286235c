"""Words over time as a page shows them: a rate for each month or year, what is held and captured beside it, each mark with its rows. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.model import MonthUsed, OverTime
from onrecord.publishing.asked.questions import Sought
from onrecord.publishing.pictures.charts import Amount, Columns, draw_columns, shares
from onrecord.publishing.tongues import ENGLISH, Tongue

MOST_MONTHS = 36
"""Of more months than these the picture shows years."""


class Row(NamedTuple):
    """A month or a year: turns with the words, turns held, captures made; `link` leads to the turns.

    Several of which nothing is known stand in one row of the table: from `when` to `until`.
    """

    when: str
    turns: int
    held: int
    captures: int
    link: str | None
    until: str | None = None

    @property
    def is_unknown(self) -> bool:
        """Nothing is held of it, and nothing was captured in it."""
        return not self.held and not self.captures

    @property
    def rate(self) -> float:
        """Turns with the words of a hundred held; 0 where none is held."""
        return 100 * self.turns / self.held if self.held else 0.0


class OverTimeView(NamedTuple):
    """What the page of words over time shows."""

    words: str
    turns: int
    unplaced: int
    title: str
    picture: Columns
    rows: tuple[Row, ...]
    table: str
    statements: int


def view_over_time(told: OverTime, sought: Sought, tongue: Tongue = ENGLISH) -> OverTimeView:
    """Return what is shown of words over time: by month, by year where that would be too many."""
    months = _asked(told.months, sought)
    by_year = len(months) > MOST_MONTHS
    rows = list(_with_gaps([_row(each, sought) for each in (_by_year(months) if by_year else months)]))
    _ = tongue.gettext
    title = (
        _("“%(words)s” by year", words=told.words) if by_year else _("“%(words)s” by month", words=told.words)
    )
    return OverTimeView(
        told.words,
        told.turns,
        told.unplaced,
        title,
        _draw(rows, title, tongue),
        tuple(_gathered(rows)[::-1]),
        sought.link().replace("search?", "timeline/words.csv?", 1),
        told.searched.statements,
    )


def write_over_time(told: OverTime, sought: Sought) -> str:
    """Return the months as CSV."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(("month", "turns", "held", "per_hundred", "captures"))
    for each in _asked(told.months, sought):
        rate = f"{100 * each.turns / each.held:.3f}" if each.held else ""
        table.writerow((each.month, each.turns, each.held, rate, each.captures))
    return text.getvalue()


def _asked(months: Sequence[MonthUsed], sought: Sought) -> list[MonthUsed]:
    """Return the months between the days asked for, else all."""
    since, until = sought.filters.get("since", ""), sought.filters.get("until", "")
    return [
        each
        for each in months
        if since[:7] <= each.month[: len(since[:7])] and (not until or each.month[: len(until[:7])] <= until[:7])
    ]  # fmt: skip


def _by_year(months: Sequence[MonthUsed]) -> list[MonthUsed]:
    years: dict[str, MonthUsed] = {}
    for each in months:
        year = each.month[:4]
        kept = years.get(year, MonthUsed(year, 0, 0, 0))
        years[year] = MonthUsed(
            year, kept.turns + each.turns, kept.held + each.held, kept.captures + each.captures
        )
    return list(years.values())


def _row(each: MonthUsed, sought: Sought) -> Row:
    # The words stand in a row: quotation marks say so to the search.
    plain = sought.words.replace('"', " ").replace("“", " ").replace("”", " ")
    asked = Sought(f'"{" ".join(plain.split())}"', sought.filters)
    link = asked.link(since=each.month, until=each.month) if each.turns else None
    return Row(each.month, each.turns, each.held, each.captures, link)


def _with_gaps(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, and between two that do not follow each other one of which nothing is known."""
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None:
            first, last = _next(before.when), _next(row.when, -1)
            if first <= last:
                yield Row(first, 0, 0, 0, None, last if last != first else None)
        yield row


def _next(when: str, step: int = 1) -> str:
    """Return the month or the year behind one, or as many further as the step tells."""
    if len(when) == 4:
        return f"{int(when) + step:04}"
    number = int(when[:4]) * 12 + int(when[5:]) - 1 + step
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _gathered(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those of which nothing is known and that follow each other as one."""
    gathered: list[Row] = []
    for row in rows:
        if row.is_unknown and gathered and gathered[-1].is_unknown:
            gathered[-1] = gathered[-1]._replace(until=row.until or row.when)
        else:
            gathered.append(row)
    return gathered


def _draw(rows: Sequence[Row], title: str, tongue: Tongue) -> Columns:
    amounts = [
        Amount(
            " – ".join(_short(when, tongue) for when in (row.when, row.until) if when),
            share,
            tongue.number(row.turns) if row.held or row.captures else "",
            tongue.gettext(
                "%(name)s: %(told)s",
                name=" – ".join(tongue.date(when) for when in (row.when, row.until) if when),
                told=tell_row(row, tongue),
            ),
            row.link,
            "held" if row.held else "none" if row.captures else "out",
            captured=row.captures > 0,
        )
        for row, share in zip(rows, shares([row.rate for row in rows]), strict=True)
    ]
    told = tongue.gettext("; ").join(amount.told for amount in amounts if amount.share)
    return draw_columns(amounts, title, told or tongue.gettext("The words are in none of the turns held."))


def _short(when: str, tongue: Tongue) -> str:
    return when if len(when) == 4 else f"{tongue.short_month(when)} {when[2:4]}"


def tell_row(row: Row, tongue: Tongue = ENGLISH) -> str:
    """Return in words what is known of a month or a year."""
    if row.is_unknown:
        return tongue.gettext("not captured")
    used = tongue.ngettext(
        "%(used)s of %(num)s turn held", "%(used)s of %(num)s turns held", row.held, used=row.turns
    )
    return tongue.listed(used, tongue.ngettext("%(num)s capture", "%(num)s captures", row.captures))
