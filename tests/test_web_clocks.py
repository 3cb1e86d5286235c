"""Clocks, dateline and counters in a real browser whose own clock stands still: live with scripts, as printed without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from browsers import opened_browser
from onrecord.publishing import Profile, publish_site
from onrecord.publishing.profile import City, DayCounter
from publishing_record import AT, RecordInMemory, an_interview

PROFILE = Profile(
    publish="full",
    name="Messages of Vessel",
    interface=("en", "fr", "ar"),
    cities=(City("Vessel City", "Europe/London"), City("Port Orlin", "America/New_York"), City("Upper Vessel", "Asia/Kathmandu")),
    counters=(DayCounter("2026-03-01", "days have passed since the consultation opened"),),
)  # fmt: skip
PRINTED = ["11:30 UTC+1", "06:30 UTC-4", "16:15 UTC+5:45"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser."""
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The front page of a site that was published on 26 May 2026 at 10:30 UTC."""
    record = RecordInMemory()
    record.keep(an_interview(), "https://ministry.example/1")
    folder = tmp_path_factory.mktemp("clocks") / "site"
    publish_site(record, folder, PROFILE, AT)
    return folder / "index.html"


def shown(browser: Any, path: Path, at: str | None, zone: str = "Asia/Tokyo") -> dict[str, Any]:
    """Return what a page shows to somebody in a zone at a moment; without a moment, to a browser that runs no script."""
    with browser.new_context(java_script_enabled=at is not None, timezone_id=zone) as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        if at is not None:
            page.clock.set_fixed_time(datetime.fromisoformat(at))
        page.goto(path.as_uri())
        assert faults == []
        return {
            "dateline": page.inner_text(".dateline"),
            "clocks": page.locator(".clocks time").all_inner_texts(),
            "moments": [page.locator(".clocks time").nth(n).get_attribute("datetime") for n in range(3)],
            "counter": page.inner_text(".counters p"),
            "told": page.locator(".colophon [data-told]:visible").all_inner_texts(),
        }


@pytest.mark.parametrize(
    ("at", "clocks"),
    [
        ("2026-03-08T06:59:00Z", ["06:59 UTC", "01:59 UTC-5", "12:44 UTC+5:45"]),
        ("2026-03-08T07:00:00Z", ["07:00 UTC", "03:00 UTC-4", "12:45 UTC+5:45"]),
        ("2026-03-29T00:59:59Z", ["00:59 UTC", "20:59 UTC-4", "06:44 UTC+5:45"]),
        ("2026-03-29T01:00:00Z", ["02:00 UTC+1", "21:00 UTC-4", "06:45 UTC+5:45"]),
        ("2026-10-25T00:59:30Z", ["01:59 UTC+1", "20:59 UTC-4", "06:44 UTC+5:45"]),
        ("2026-10-25T01:00:00Z", ["01:00 UTC", "21:00 UTC-4", "06:45 UTC+5:45"]),
        ("2026-12-31T23:59:59Z", ["23:59 UTC", "18:59 UTC-5", "05:44 UTC+5:45"]),
    ],
)
def test_clocks_go_on_and_are_right_across_summer_time(
    browser: Any, front: Path, at: str, clocks: list[str]
) -> None:
    """Each clock shows the time and offset in force in its place at the moment of reading, wherever the reader is."""
    told = shown(browser, front, at)
    assert told["clocks"] == clocks
    now = datetime.fromisoformat(at).replace(second=0)
    assert [datetime.fromisoformat(each).astimezone(UTC) for each in told["moments"]] == [now] * 3
    assert told["told"] == ["Date, clocks and counters go by the clock of your device."]


def test_dateline_and_counter_go_by_the_first_city(browser: Any, front: Path) -> None:
    """Where it is still yesterday there, it is yesterday; one day is told as one."""
    late = shown(browser, front, "2026-06-30T22:59:00Z")
    assert (late["dateline"], late["counter"].split(" have")[0]) == ("30 June 2026", "121 days")
    over = shown(browser, front, "2026-06-30T23:00:00Z")
    assert (over["dateline"], over["counter"].split(" have")[0]) == ("1 July 2026", "122 days")
    first = shown(browser, front, "2026-03-02T12:00:00Z")["counter"]
    assert first.startswith(
        "1 day has passed since the consultation opened (counted from 1 March 2026; stated by the keeper"
    )


def test_a_clock_that_is_set_wrong_counts_no_days_backwards(browser: Any, front: Path) -> None:
    """Before a counter starts, what was printed stands."""
    assert shown(browser, front, "2020-01-01T12:00:00Z")["counter"].startswith("86 days have passed")


def test_without_scripts_what_was_printed_stands(browser: Any, front: Path) -> None:
    """Each clock with its offset, and the moment of publication below."""
    told = shown(browser, front, None)
    assert told["dateline"] == "26 May 2026"
    assert told["clocks"] == PRINTED
    assert told["told"] == [
        "Date, clocks and counters are those of when this page was made: 26 May 2026, 10:30 UTC."
    ]


@pytest.mark.parametrize(("tag", "day"), [("fr", "1er juillet 2026"), ("ar", "1 يوليو 2026")])
def test_the_live_date_is_written_as_the_printed_one(browser: Any, front: Path, tag: str, day: str) -> None:
    """The browser's own names of months are those of the printed page."""
    assert shown(browser, front.parent / tag / "index.html", "2026-07-01T12:00:00Z")["dateline"] == day
