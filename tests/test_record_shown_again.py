"""What a page shows again, later, is told by two rows: the record is that of sightings which are all gone through."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from invented_captures import LONG, captured, kept, statement, toy_page, toy_read, use_reader
from onrecord.capture import Captured
from onrecord.model import Issue, LearntSite, Reading
from onrecord.reading.told import SourceRules
from onrecord.record.deriving.shownagain import ShownAgain

BAY, MIRROR, OTHER = "https://bay.example/1", "https://mirror.example/1", "https://bay.example/2"
PIER = (
    "The pier of Skell was mended in one night by forty masons, and nobody was asked to pay for the stones. "
    * 3
)
TEXTS = (PIER, PIER.replace("masons", "builders"), LONG, LONG.replace("harbour", "quay"), "We sail.")
MOMENTS = [
    f"2031-05-{day:02}T0{hour}:00:00{part}Z" for day in range(3, 9) for hour in (8, 9) for part in ("", ".5")
]
TABLES = ("captures", "readings", "sightings", "members", "copies", "joins", "works", "statements", "versions", "facts", "turns", "notices", "gone")  # fmt: skip


def reads_cut_pages(
    given: Captured, rules: SourceRules | None = None, learnt: LearntSite | None = None
) -> Reading | Issue:
    """The toy reader, with an issue for pages that say of themselves that they were cut off."""
    reading = toy_read(given, rules, learnt)
    if isinstance(reading, Issue) or not json.loads(given.body)["noise"].startswith("cut"):
        return reading
    return replace(reading, issues=(Issue("page_cut", "It ends early.", given.capture.locator, "warning"),))


def some_captures(seed: int) -> list[Captured]:
    """Captures of three addresses, most as the one before: now and then another text, no time, an old one, a page cut off."""
    chance = Random(f"shown again/{seed}")
    texts = {BAY: PIER, MIRROR: chance.choice(TEXTS), OTHER: LONG}
    found = []
    for n in range(36):
        url = chance.choice(list(texts))
        if chance.random() < 0.1:
            texts[url] = chance.choice(TEXTS)
        at = MOMENTS[min(n * len(MOMENTS) // 36 + chance.randrange(2), len(MOMENTS) - 1)]
        at_all = chance.choice((*MOMENTS, None)) if chance.random() < 0.1 else at
        noise = chance.choice(("", "", f"{n}", f"{n % 4}", f"cut {n}" if chance.random() < 0.5 else ""))
        notices = [{"title": "On the pier", "url": BAY}] if chance.random() < 0.3 else []
        said = [statement("On the pier", texts[url], posted_on="2031-05-02")]
        if url == OTHER and chance.random() < 0.8:
            said.append(statement("On the quay", LONG))
        found.append(captured(toy_page(*said, notices=notices, noise=noise), url, at_all))
    return found


def tables(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows that follow from the captures."""
    with closing(sqlite3.connect(folder / "record.sqlite")) as db:
        return {each: sorted(db.execute(f"SELECT * FROM {each}").fetchall(), key=repr) for each in TABLES}


@pytest.mark.parametrize("seed", range(12))
def test_the_rows_are_those_of_the_long_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Whatever comes in whatever batches, each table has the rows that it has where every sighting is gone through."""
    use_reader(monkeypatch, reads_cut_pages)
    given, step = some_captures(seed), 1 + seed % 3
    short = 0
    note = ShownAgain.note

    def counting(self: ShownAgain, *told: Any, **more: Any) -> bool:
        nonlocal short
        known = note(self, *told, **more)
        short += known
        return known

    with monkeypatch.context() as patch:
        patch.setattr(ShownAgain, "note", counting)
        with kept(tmp_path / "short", given, in_batches_of=step) as record:
            assert record.verify().findings == ()
    assert short
    with monkeypatch.context() as patch:
        patch.setattr(ShownAgain, "note", lambda *_, **__: False)
        kept(tmp_path / "long", given, in_batches_of=step).close()
    long = tables(tmp_path / "long")
    for table, rows in tables(tmp_path / "short").items():
        assert rows == long[table], table


def test_a_later_capture_of_the_same_tells_when_and_where_it_was_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version is the one of before, seen last at the new time; an older capture comes before it all the same."""
    use_reader(monkeypatch, reads_cut_pages)
    page = [statement("On the pier", PIER)]
    days = [captured(toy_page(*page, noise=f"{day}"), BAY, f"2031-05-0{day}T08:00:00Z") for day in (4, 7, 2)]
    with kept(tmp_path, days, in_batches_of=1) as record:
        (listed,) = record.listed()
        (version,) = listed.versions
        assert (version.first_seen, version.last_seen) == ("2031-05-02T08:00:00Z", "2031-05-07T08:00:00Z")
        assert [each.captured_at[8:10] for each in listed.witnesses if each.captured_at] == ["02", "04", "07"]
