"""Pages that a difference in what was learnt cannot touch are not read anew, and the record is that of pages which all are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from invented_captures import kept
from onrecord.capture import Captured, digest_of
from onrecord.model import Capture, LearntLayout, LearntSite, Locator, Reading
from onrecord.reading import draw_page, is_read_alike, learn_site, reach_page, read_page
from onrecord.reading.site import reach
from onrecord.record import Record
from onrecord.record.deriving import entering, reaches
from sites_generator import Site
from sites_page import PageWriter

SEEDS = (2, 11)
ADDRESSES = 8


def captures_of(seed: int) -> list[Captured]:
    """Return the captures of a generated site: each address thrice, furniture moved, some after a redesign, a few edited."""
    site = Site(seed, 40)
    chance = Random(seed)
    found = []
    for n in range(ADDRESSES):
        for time in range(3):
            epoch = min(int(time == 2), len(site.pens) - 1)
            moment = site.world.posted(12 + n) + timedelta(days=1 + 9 * time, minutes=n)
            writer = PageWriter(
                site.world, site.pens[epoch], epoch, moment, Random(f"reaches/{seed}/{n}/{time}")
            )
            url, html, _ = writer.statement(site.world.work(12 + n))
            if time and chance.random() < 0.2:
                html = html.replace(" the ", " this very ", 2)
            body = html.encode()
            at = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
            capture = Capture(url, at, digest_of(body), "text/html", Locator("made", n, len(body)))
            found.append(Captured(capture, body, "utf-8"))
    return found


def exported(record: Record) -> list[bytes]:
    """Return the record as it is listed, with its Readings."""
    return [msgspec.json.encode(one) for one in (*record.listed(), *record.page_captures())]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_fast_way_gives_the_record_of_the_slow_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """A site added bit by bit in any order: the pages that are left unread, or found as before, are as if they were read again."""
    given = captures_of(seed)
    Random(seed).shuffle(given)
    with kept(tmp_path / "fast", given, in_batches_of=3) as record:
        fast = exported(record)
        assert record.verify().findings == ()
    with monkeypatch.context() as patch:
        slow_ways(patch)
        with kept(tmp_path / "slow", given, in_batches_of=3) as record:
            assert exported(record) == fast


def slow_ways(patch: pytest.MonkeyPatch) -> None:
    """Have every page of a source read anew whenever something else is learnt of it, and all derived again that follows."""
    patch.setattr("onrecord.record.deriving.learning.touched_by", lambda db, readings, *_: list(readings))
    patch.setattr("onrecord.record.deriving.learning.tells_the_same", lambda *_: False)
    patch.setattr(entering._Batch, "_is_as_before", lambda *_: False)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_page_said_to_be_read_alike_is_read_alike(seed: int) -> None:
    """Whatever is added to what was learnt, or taken away from it: no page is other than its reach tells."""
    given = captures_of(seed)
    texts = [(each.body.decode(), each.capture) for each in given]
    learnt = learn_site(sketch for each in texts if (sketch := draw_page(*each)) is not None)
    assert learnt is not None
    said: Counter[bool] = Counter()
    for text, capture in texts[::4]:
        numbers = reach_page(text, capture)
        before = without_learnt(read_page(text, capture, (), None, learnt))
        for other in differing(learnt, Random(seed), texts):
            alike = is_read_alike(learnt, other, numbers)
            said[alike] += 1
            if alike:
                assert without_learnt(read_page(text, capture, (), None, other)) == before
    assert said[True] > 0
    assert said[False] > 0


def test_every_field_of_what_is_learnt_has_its_place() -> None:
    """One that is added and forgotten here would leave pages as they were read before."""
    told = {"pages", "first", "last", "id", "captures", "layouts", "then", "day_month_order"}
    named = {*told, *reach._SETS, *reach._ALIKE, *reach._SITE_SETS}
    assert {*LearntSite.__struct_fields__, *LearntLayout.__struct_fields__} == named


def without_learnt(reading: Reading) -> Reading:
    """Return a Reading without the id of what it was read by."""
    return replace(reading, page=replace(reading.page, learnt=None))


def differing(learnt: LearntSite, chance: Random, texts: list[tuple[str, Capture]]) -> Iterator[LearntSite]:
    """Yield what was learnt with something else in it: a number less, one more that some page has, another order of days."""
    numbers = sorted({number for each in texts for number in numbers_on(*each)})
    for field in ("datelines", "lines", "heads", "leads"):
        for changed in changes(getattr(learnt, field), numbers, chance):
            yield replace(learnt, **{field: changed})
    for body, layout in learnt.layouts.items():
        for field in ("titles", "furniture", "boxes", "lines", "pulled", "dates", "prose", "around"):
            for changed in changes(getattr(layout, field), numbers, chance):
                yield replace(learnt, layouts={**learnt.layouts, body: replace(layout, **{field: changed})})
        for field in ("speaks", "named"):
            other = replace(layout, **{field: not getattr(layout, field)})
            yield replace(learnt, layouts={**learnt.layouts, body: other})
        yield replace(learnt, layouts={at: each for at, each in learnt.layouts.items() if at != body})
        yield replace(learnt, layouts={**learnt.layouts, chance.choice(numbers): layout})
    yield replace(learnt, day_month_order="mdy" if learnt.day_month_order != "mdy" else None)
    yield replace(learnt, id="other", captures=4000)


def changes(held: tuple[int, ...], numbers: list[int], chance: Random) -> Iterator[tuple[int, ...]]:
    """Yield the numbers without one of them, and with one more."""
    for _ in range(3):
        if held:
            yield tuple(sorted(set(held) - {chance.choice(held)}))
        yield tuple(sorted({*held, chance.choice(numbers)}))


def numbers_on(text: str, capture: Capture) -> set[int]:
    """Return the places and lines of a page as learning sees them."""
    sketch: Any = draw_page(text, capture)
    return {0, *sketch.shapes, *(t.pattern for t in sketch.traits), *(t.text for t in sketch.traits)}


def test_a_page_is_looked_at_once_however_often_something_else_is_learnt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can be learnt about a page follows from its bytes; it is kept."""
    asked: Counter[int] = Counter()
    undisturbed = reaches._reach_of

    def counting(db: Any, reading: int, reach: Any) -> Any:
        def noting(row: Any) -> Any:
            asked[reading] += 1
            return reach(row)

        return undisturbed(db, reading, noting)

    monkeypatch.setattr(reaches, "_reach_of", counting)
    with kept(tmp_path, captures_of(3), in_batches_of=2):
        assert set(asked.values()) == {1}
