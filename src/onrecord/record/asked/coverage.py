"""What is held of each source and what is missing: counted from the derived tables."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from onrecord.model import AnnouncedNotice, Coverage, Delay, Gap, Interval, MonthCovered
from onrecord.reading.nostatement.codes import STAND_INS
from onrecord.record.asked.months import left_out, number_of, told_months
from onrecord.record.tables.filters import Filters
from onrecord.record.tables.notices import announced_notices

_MONTH = re.compile(r"\d{4}-\d{2}")
# A refusal, a log-in or a page that is not there shows nothing of what the source says, nor does what cannot be read. These are few, and
# asked for by themselves: the row of a reading is as large as its page.
_STAND_INS = f"""
    SELECT id FROM readings WHERE reading IS NULL
    UNION SELECT reading FROM issues WHERE code IN ({", ".join(map(repr, sorted(STAND_INS)))})"""
_CAPTURES = (
    "SELECT c.source, c.url, c.captured_at, c.reading FROM captures c WHERE {which} ORDER BY c.captured_at"
)
_LISTS = """
    SELECT c.source, count(DISTINCT coalesce(r.address, r.id)) FROM readings r CROSS JOIN captures c ON c.position = r.capture
    WHERE r.notices > 0 AND {which} GROUP BY c.source"""
_STATEMENTS = "SELECT c.source, id, given_on, posted_on FROM statements c WHERE {which}"
# A statement that several sources published is held of each: whatever captures of a source show, and who is known as its own has been met.
_SHOWN = """
    SELECT c.source, s.statement FROM captures c CROSS JOIN sightings s ON s.reading = c.reading WHERE {which}"""
_ONE = "SELECT id, given_on, posted_on FROM statements WHERE id = ?"


class _Source:
    """What was met of one source."""

    def __init__(self) -> None:
        self.times: list[str] = []
        self.untimed = self.stand_ins = 0
        self.addresses: set[str] = set()
        self.lists = 0
        self.ids: set[str] = set()
        self.days: list[str] = []
        self.delays: list[int] = []
        self.statements: Counter[str] = Counter()
        self.notices: list[AnnouncedNotice] = []


def coverage(
    db: sqlite3.Connection,
    only: Collection[str | None] | None = None,
    noticed: Iterable[AnnouncedNotice] | None = None,
) -> Iterator[Coverage]:
    """Return what is covered of each source by name, or of those that are named; those without a name come last.

    `noticed` are all notices, where they are at hand.
    """
    met: defaultdict[str | None, _Source] = defaultdict(_Source)
    for which, values in [("1", ())] if only is None else [("c.source IS ?1", (name,)) for name in only]:
        _meet(met, db, which, values)
    held: set[str] = set()
    for notice in announced_notices(db, Filters()) if noticed is None else noticed:
        met[notice.source].notices.append(notice)
        if notice.notice.statement_id is not None:
            held.add(notice.notice.statement_id)
    names = sorted(met if only is None else only, key=lambda name: (name is None, name or ""))
    return (_covered(name, met[name], held) for name in names if name in met)


def _meet(
    met: dict[str | None, _Source], db: sqlite3.Connection, which: str, values: tuple[str | None, ...]
) -> None:
    stand_ins = {row[0] for row in db.execute(_STAND_INS)}
    for name, url, captured_at, reading in db.execute(_CAPTURES.format(which=which), values):
        one = met[name]
        if reading in stand_ins:
            one.stand_ins += 1
            continue
        if url is not None:
            one.addresses.add(url)
        if captured_at is None:
            one.untimed += 1
        else:
            one.times.append(captured_at)
    for name, lists in db.execute(_LISTS.format(which=which), values):
        met[name].lists = lists
    for name, *told in db.execute(_STATEMENTS.format(which=which), values):
        _meet_statement(met[name], *told)
    for name, id_ in db.execute(_SHOWN.format(which=which), values).fetchall():
        if id_ not in met[name].ids:
            for told in db.execute(_ONE, (id_,)):
                _meet_statement(met[name], *told)


def _meet_statement(one: _Source, id_: str, given_on: str | None, posted_on: str | None) -> None:
    one.ids.add(id_)
    day = given_on or posted_on
    if day is not None:
        one.days.append(day)
    if month := month_of(day):
        one.statements[month] += 1
    if given_on and posted_on:
        given, posted = _day(given_on), _day(posted_on)
        if given is not None and posted is not None:
            one.delays.append(posted - given)


def _covered(name: str | None, one: _Source, announced: set[str]) -> Coverage:
    months = tuple(_months(one))
    notices = [each for each in one.notices if each.notice.kind == "statement"]
    held = sum(each.notice.statement_id is not None for each in notices)
    return Coverage(
        source=name,
        captures=len(one.times) + one.untimed,
        addresses=len(one.addresses),
        untimed=one.untimed,
        stand_ins=one.stand_ins,
        first_captured=one.times[0] if one.times else None,
        last_captured=one.times[-1] if one.times else None,
        longest_interval=_longest(one.times),
        statements=len(one.ids),
        undated=len(one.ids) - sum(one.statements.values()),
        from_=min(one.days, default=None),
        to=max(one.days, default=None),
        lists=one.lists,
        announced=len(notices),
        announced_held=held,
        announced_not_held=len(notices) - held,
        held_not_announced=len(one.ids - announced),
        events=len(one.notices) - len(notices),
        delay=_delay(one.delays),
        gaps=tuple(_gaps(months)),
        months=months,
    )


def _months(one: _Source) -> Iterator[MonthCovered]:
    """Yield every month from the first that anything is known of to the last."""
    captures = Counter(filter(None, map(month_of, one.times)))
    posted = [
        (month_of(each.notice.posted_on), each.notice.statement_id)
        for each in one.notices
        if each.notice.kind == "statement"
    ]
    announced = Counter(month for month, _ in posted if month)
    missing = Counter(month for month, id_ in posted if month and id_ is None)
    for month in told_months({*captures, *one.statements, *announced}):
        yield MonthCovered(month, captures[month], one.statements[month], announced[month], missing[month])


def _gaps(months: Sequence[MonthCovered]) -> Iterator[Gap]:
    """Yield the runs of months without a statement; a capture in one of them ends a run without captures."""
    single = [Gap(each.month, each.month, 1, _kind(each)) for each in months if not each.statements]
    before: Gap | None = None
    for gap in sorted([*single, *left_out(each.month for each in months)], key=lambda gap: gap.from_):
        if (
            before is not None
            and before.kind == gap.kind
            and number_of(before.to) + 1 == number_of(gap.from_)
        ):
            before = Gap(before.from_, gap.to, before.months + gap.months, gap.kind)
            continue
        if before is not None:
            yield before
        before = gap
    if before is not None:
        yield before


def _kind(month: MonthCovered) -> Literal["no_capture", "no_statement"]:
    return "no_statement" if month.captures else "no_capture"


def _delay(days: Sequence[int]) -> Delay | None:
    if not days:
        return None
    ordered = sorted(days)
    return Delay(
        statements=len(days),
        least=ordered[0],
        p10=_twentieth(ordered, 2),
        p25=_twentieth(ordered, 5),
        median=_twentieth(ordered, 10),
        p75=_twentieth(ordered, 15),
        p90=_twentieth(ordered, 18),
        most=ordered[-1],
    )


def _twentieth(ordered: Sequence[int], n: int) -> float:
    """Return the value below which so many twentieths lie, the least and the most being the first and the last of them."""
    # As `statistics.quantiles` has it by its inclusive method; loading that takes as long as counting thousands of days.
    at, beyond = divmod(n * (len(ordered) - 1), 20)
    after = ordered[min(at + 1, len(ordered) - 1)]
    return (ordered[at] * (20 - beyond) + after * beyond) / 20


def _longest(times: Sequence[str]) -> Interval | None:
    moments = [(_moment(time), time) for time in times]
    intervals = [
        (after - before, from_, to)
        for (before, from_), (after, to) in pairwise(moments)
        if before is not None and after is not None
    ]
    if not intervals:
        return None
    longest, from_, to = max(intervals, key=lambda each: each[0])
    return Interval(from_, to, longest.days)


def _moment(time: str) -> datetime | None:
    try:
        return datetime.fromisoformat(time)
    except ValueError:
        return None


def month_of(day: str | None) -> str | None:
    """Return the month of an ISO 8601 date or time; None where it does not tell one that there is."""
    return _month((day or "")[:7])


@lru_cache(maxsize=4096)
def _month(written: str) -> str | None:
    return written if _MONTH.fullmatch(written) and 1 <= int(written[5:]) <= 12 else None


@lru_cache(maxsize=4096)
def _day(written: str) -> int | None:
    """Return which day it is, counted from the first there is."""
    try:
        return date.fromisoformat(written[:10]).toordinal()
    except ValueError:
        return None
