"""What the site puts around its statements: dateline, clocks, contacts and counters at one moment. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from onrecord.errors import WrongCall
from onrecord.model import Contact
from onrecord.publishing.profile import City, DayCounter, Profile
from onrecord.publishing.tongues import ENGLISH, Tongue
from onrecord.publishing.wording import moment_of


class SiteClock(NamedTuple):
    """A place with its local time "13:30", the offset in force there "UTC+3", the same moment in ISO 8601, and its zone."""

    place: str
    time: str
    offset: str
    moment: str
    zone: str


class SiteCounter(NamedTuple):
    """A count of days at one moment, as it is printed; what stands behind the number where it is one, and where it is not."""

    days: int
    since: str
    text: str
    one: str
    many: str


class Furniture(NamedTuple):
    """What stands around every page of a site published at one moment."""

    date: str
    dateline: str
    clocks: tuple[SiteClock, ...]
    contacts: tuple[Contact, ...]
    counters: tuple[SiteCounter, ...]
    at: str
    moment: str


def furnish(profile: Profile, at: str, tongue: Tongue = ENGLISH) -> Furniture:
    """Return the furniture of a site published at `at`, an ISO 8601 time with a zone.

    The dateline is the date in the first city, else in the zone of `at`; counters count to that date.
    Raises WrongCall for a time without a zone and for a counter that starts after the dateline.
    """
    moment = moment_of(at)
    if moment is None:
        raise WrongCall(f"{at!r} is no time with a zone, write one like '2026-03-29T01:30:00+01:00'.")
    there = [(city, moment.astimezone(ZoneInfo(city.zone))) for city in profile.cities]
    today = (there[0][1] if there else moment).date()
    return Furniture(
        date=today.isoformat(),
        dateline=tongue.date(today.isoformat()),
        clocks=tuple(_clock(city, local) for city, local in there),
        contacts=profile.contacts,
        counters=tuple(_counter(counter, today) for counter in profile.counters),
        at=moment.isoformat(timespec="seconds"),
        moment=tongue.moment(at),
    )


def _clock(city: City, local: datetime) -> SiteClock:
    moment = local.isoformat(timespec="minutes")
    return SiteClock(city.place, f"{local:%H:%M}", _offset(local), moment, city.zone)


def _offset(local: datetime) -> str:
    """The difference from UTC, "UTC+5:30"; names of zones are not used, for one may stand for several."""
    minutes = int((local.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"


def _counter(counter: DayCounter, today: date) -> SiteCounter:
    days = (today - date.fromisoformat(counter.since)).days
    if days < 0:
        raise WrongCall(
            f"The counter since {counter.since} starts after {today.isoformat()}: give an earlier date."
        )
    many = counter.text.strip()
    one = many.replace("days have ", "day has ", 1) if many.startswith("days have ") else many
    return SiteCounter(days, counter.since, f"{days} {one if days == 1 else many}", one, many)
