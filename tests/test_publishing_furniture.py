"""Dateline, clocks and counters of a site at one moment, on both sides of summer time and of midnight."""

from __future__ import annotations

import pytest

from onrecord.errors import WrongCall
from onrecord.publishing import Profile
from onrecord.publishing.furniture import furnish
from onrecord.publishing.profile import City, DayCounter

TWO_CITIES = (City("Vessel City", "Europe/London"), City("Port Orlin", "America/New_York"))


def clocks_at(at: str, *cities: City) -> list[str]:
    """Return each clock of a site, behind its dateline."""
    furniture = furnish(Profile(cities=cities or TWO_CITIES), at)
    return [
        f"{furniture.dateline}: {clock.place} {clock.time} ({clock.moment[16:]})"
        for clock in furniture.clocks
    ]


@pytest.mark.parametrize(
    ("at", "clocks"),
    [
        # New York sets its clocks forward on 8 March 2026 at 07:00 UTC, London on 29 March at 01:00 UTC.
        ("2026-03-08T06:59:00Z", ["Vessel City 06:59 (+00:00)", "Port Orlin 01:59 (-05:00)"]),
        ("2026-03-08T07:00:00Z", ["Vessel City 07:00 (+00:00)", "Port Orlin 03:00 (-04:00)"]),
        ("2026-03-29T00:59:00Z", ["Vessel City 00:59 (+00:00)", "Port Orlin 20:59 (-04:00)"]),
        ("2026-03-29T01:00:00Z", ["Vessel City 02:00 (+01:00)", "Port Orlin 21:00 (-04:00)"]),
        # And back: London on 25 October at 01:00 UTC, New York on 1 November at 06:00 UTC.
        ("2026-10-25T00:59:00Z", ["Vessel City 01:59 (+01:00)", "Port Orlin 20:59 (-04:00)"]),
        ("2026-10-25T01:00:00Z", ["Vessel City 01:00 (+00:00)", "Port Orlin 21:00 (-04:00)"]),
        ("2026-11-01T05:59:00Z", ["Vessel City 05:59 (+00:00)", "Port Orlin 01:59 (-04:00)"]),
        ("2026-11-01T06:00:00Z", ["Vessel City 06:00 (+00:00)", "Port Orlin 01:00 (-05:00)"]),
    ],
)
def test_clocks_are_right_across_summer_time(at: str, clocks: list[str]) -> None:
    """Each clock shows the offset in force in its place at that moment."""
    assert [line.split(": ", 1)[1] for line in clocks_at(at)] == clocks


def test_the_dateline_follows_the_first_city_over_midnight() -> None:
    """At one moment it is already tomorrow in one city and still today in the other."""
    tokyo, lisbon = City("Upper Vessel", "Asia/Tokyo"), City("Orlin", "Europe/Lisbon")
    assert clocks_at("2026-05-26T15:30:00Z", tokyo, lisbon) == [
        "27 May 2026: Upper Vessel 00:30 (+09:00)",
        "27 May 2026: Orlin 16:30 (+01:00)",
    ]
    assert clocks_at("2026-05-26T15:30:00Z", lisbon, tokyo)[0].startswith("26 May 2026")


def test_a_counter_counts_to_the_date_of_the_first_city() -> None:
    """The same moment gives one more day where midnight has passed."""
    counter = DayCounter("2026-03-01", "days have passed since the consultation opened")
    days = {}
    for zone in ("Asia/Tokyo", "Europe/Lisbon"):
        furniture = furnish(
            Profile(cities=(City("Here", zone),), counters=(counter,)), "2026-05-26T15:30:00Z"
        )
        days[zone] = furniture.counters[0]
    assert days["Asia/Tokyo"].text == "87 days have passed since the consultation opened"
    assert days["Europe/Lisbon"].text == "86 days have passed since the consultation opened"
    assert days["Europe/Lisbon"].days == 86


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("2026-03-01T12:00:00Z", "0 days have passed since the opening"),
        ("2026-03-02T12:00:00Z", "1 day has passed since the opening"),
    ],
)
def test_the_first_days_are_counted_in_good_english(at: str, text: str) -> None:
    """No "1 days have"."""
    profile = Profile(counters=(DayCounter("2026-03-01", "days have passed since the opening"),))
    assert furnish(profile, at).counters[0].text == text


def test_without_a_city_the_time_gives_the_date() -> None:
    """The dateline is that of the zone in which the time was given."""
    assert furnish(Profile(), "2026-05-26T23:30:00-05:00").dateline == "26 May 2026"
    assert furnish(Profile(), "2026-05-26T23:30:00-05:00").moment == "27 May 2026, 04:30 UTC"


@pytest.mark.parametrize("at", ["", "2026-05-26", "2026-05-26T10:30:00", "now"])
def test_a_time_without_a_zone_is_refused(at: str) -> None:
    """Nobody's clock is read: time is an argument, and must say where."""
    with pytest.raises(WrongCall, match="zone"):
        furnish(Profile(), at)


def test_a_counter_from_the_future_is_refused() -> None:
    """Days since a day to come are no claim a page should make."""
    profile = Profile(counters=(DayCounter("2026-06-01", "days have passed"),))
    with pytest.raises(WrongCall, match="earlier date"):
        furnish(profile, "2026-05-26T10:30:00Z")


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        *(("UTC", "UTC"), ("Asia/Tokyo", "UTC+9"), ("America/New_York", "UTC-4")),
        *(("Asia/Kolkata", "UTC+5:30"), ("America/St_Johns", "UTC-2:30")),
    ],
)
def test_a_clock_names_the_offset_in_force(zone: str, offset: str) -> None:
    """A time that was printed once says of which zone it is, in a form that stands for one zone only."""
    (clock,) = furnish(Profile(cities=(City("Here", zone),)), "2026-05-26T15:30:00Z").clocks
    assert clock.offset == offset
