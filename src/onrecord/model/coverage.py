"""What is held of a source, month by month, and what is missing as far as the archive itself can tell."""

from __future__ import annotations

from typing import Literal

import msgspec


class MonthCovered(msgspec.Struct, frozen=True):
    """A month of a source: captures made in it, statements dated in it (given, else posted), notices dated in it, those not held.

    A statement may have been captured long after its month.
    """

    month: str
    captures: int
    statements: int
    announced: int
    announced_not_held: int


class Gap(msgspec.Struct, frozen=True):
    """Months in a row without a statement, both inclusive: the source was captured in one of them at least, or in none."""

    from_: str = msgspec.field(name="from")
    to: str
    months: int
    kind: Literal["no_capture", "no_statement"]


class Delay(msgspec.Struct, frozen=True):
    """Days from given to posted, over the statements that tell both; negative where the text was posted before."""

    statements: int
    least: int
    p10: float
    p25: float
    median: float
    p75: float
    p90: float
    most: int


class Interval(msgspec.Struct, frozen=True):
    """Two captures of a source that follow each other, and the days between them."""

    from_: str = msgspec.field(name="from")
    to: str
    days: int


class Coverage(msgspec.Struct, frozen=True):
    """What the archive covers of one source.

    `captures` are the responses kept that show a page, `addresses` of how many addresses, `lists` how many of them announced something;
    `held_not_announced` says little where no list was captured. `events` are notices of events, which no statement answers.
    `stand_ins` are not counted among them: refusals, log-ins, missing and unreadable pages, which show nothing of what there was.
    A statement with witnesses at several sources is held of each. `months` leaves out more than three years in a row of which nothing is
    known: `gaps` tells them. `untimed` captures have no time of their own, `undated` statements no month.
    """

    source: str | None
    captures: int
    addresses: int
    untimed: int
    stand_ins: int
    first_captured: str | None
    last_captured: str | None
    longest_interval: Interval | None
    statements: int
    undated: int
    from_: str | None = msgspec.field(name="from")
    to: str | None
    lists: int
    announced: int
    announced_held: int
    announced_not_held: int
    held_not_announced: int
    events: int
    delay: Delay | None
    gaps: tuple[Gap, ...]
    months: tuple[MonthCovered, ...]
