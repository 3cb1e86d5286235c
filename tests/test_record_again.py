"""A capture whose page shows what another shows takes over that one's Reading, and the record is that of pages which are all read."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from invented_captures import kept
from onrecord import reading
from onrecord.capture import Captured, digest_of
from onrecord.model import Capture, Locator, Reading, Statement
from onrecord.reading import PageRead, captured_again, draw_page, learn_site, read_again, read_page
from onrecord.reading.statement.statement import compose_statement
from onrecord.record import Record
from onrecord.record.tables.versions import digest_of_version
from sites_generator import Site
from sites_page import PageWriter

SEEDS = (3, 12)
ADDRESSES = 7
CAPTURES = 6


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_taken_over_is_what_would_be_read(seed: int) -> None:
    """Captures of generated sites with whatever moves, in their words or their markup alone, at other times and places."""
    given = captures_of(seed)
    texts = [(each.body.decode(), each.capture) for each in given]
    learnt = learn_site(sketch for each in texts if (sketch := draw_page(*each)) is not None)
    taken = 0
    for told in (None, learnt):
        held: dict[bytes, Reading] = {}
        for text, capture in texts:
            again = read_again(text, capture, (), None, told, held.get)
            whole = read_page(text, capture, (), None, told)
            if isinstance(again, Reading):
                taken += 1
                assert captured_again(again, capture) == whole
            else:
                assert again.reading == whole
                if again.digest is not None:
                    held[again.digest] = again.reading
    assert taken > len(texts) // 4


@pytest.mark.parametrize("seed", SEEDS)
def test_the_record_is_that_of_pages_which_are_all_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """In any order and any batches, and `verify`, which reads each page, finds no row that is otherwise."""
    given = captures_of(seed)
    Random(seed).shuffle(given)
    with kept(tmp_path / "taken over", given, in_batches_of=5) as record:
        taken = exported(record)
        assert record.verify().findings == ()

    def read_each(text: str, capture: Capture, *told: Any, **_: Any) -> PageRead:
        return read_again(text, capture, *told)

    monkeypatch.setattr(reading, "read_again", read_each)
    with kept(tmp_path / "read", given, in_batches_of=5) as record:
        assert exported(record) == taken


def test_a_page_read_by_the_day_of_its_capture_is_no_measure_for_another_day() -> None:
    """A day above the title is the site's own where it is that of the capture."""
    words = "The harbour of Skell stays open to every ship that pays its dues. " * 12
    text = (
        '<html><head><meta name="dc.date.issued" content="2031-05-03"></head><body><p>Embassy of Tern</p>'
        f"<p>4 May 2031</p><h1>Remarks by Minister Bel Harrow</h1><p>{words}</p></body></html>"
    )
    first, later = (
        Capture("https://harbours.example/7", at, f"sha256:{n}", "text/html", Locator("made", n, 9))
        for n, at in enumerate(("2031-05-04T10:00:00Z", "2031-07-01T10:00:00Z"))
    )
    read = read_again(text, first)
    assert read_page(text, first).statements != read_page(text, later).statements
    assert read.digest is None


def test_a_page_of_few_words_is_read_by_its_markup_too() -> None:
    """Whether it sends a browser on, or waits for a program, stands in no word that it shows."""
    capture = Capture("https://harbours.example/7", None, "sha256:1", "text/html", Locator("made", 0, 9))
    text = "<html><body><h1>Statement by Minister Ada Verne</h1><p>The harbour of Skell stays open to every ship.</p>"
    assert read_again(text, capture).digest is None


def test_what_was_composed_at_another_time_is_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever adds the next day's captures composes and compares only what is new; what cannot be unpacked is composed again."""
    composed = 0

    def counting(*told: Any) -> Any:
        nonlocal composed
        composed += 1
        return compose_statement(*told)

    compared = []

    def comparing(statement: Statement) -> str:
        compared.append(statement.id)
        return digest_of_version(statement)

    monkeypatch.setattr("onrecord.reading.statement.composing.compose_statement", counting)
    monkeypatch.setattr("onrecord.record.deriving.entering.digest_of_version", comparing)
    days = [[moved(page, day) for page in range(4)] for day in range(1, 5)]
    kept(tmp_path / "by day", days[0]).close()
    first, told = composed, len(compared)
    assert told
    for day in days[1:3]:
        kept(tmp_path / "by day", day).close()
    assert composed == first
    assert len(compared) == told
    with closing(sqlite3.connect(tmp_path / "by day" / "record.sqlite")) as db, db:
        assert db.execute(
            "UPDATE composed SET packed = ? WHERE digest = (SELECT min(digest) FROM composed)", (b"?",)
        ).rowcount
        assert db.execute(
            "UPDATE composed SET packed = ? WHERE digest = (SELECT max(digest) FROM composed)",
            (zlib.compress(b"?"),),
        ).rowcount
    with kept(tmp_path / "by day", days[3]) as record:
        assert composed == first + 2
        by_day = exported(record)
        assert record.verify().findings == ()
        record.rebuild()
        assert exported(record) == by_day


def moved(page: int, day: int) -> Captured:
    """A page with the same words on each day, among a clock and a list of others."""
    words = f"The harbour of Skell stays open to every ship that pays {page} dues. " * 5
    latest = "".join(f"<p>0{day + n}.05.2031 - <a href='/m/{n}'>On dues, {day + n}</a></p>" for n in range(3))
    body = (
        f"<html><body><div class='top'><p>Port Ellery: 1{day}:05</p><a href='/'>Home</a><a href='/m'>All</a></div><div class='text'>"
        f"<h1>Remarks by Minister Bel Harrow on pier {page}</h1><p>{words}</p><p>{words}</p></div><div class='more'>{latest}</div></body></html>"
    ).encode()
    at = f"2031-05-{day:02}T08:00:0{page}Z"
    capture = Capture(f"https://bay.example/{page}", at, digest_of(body), "text/html", Locator("made", 10 * day + page, len(body)))  # fmt: skip
    return Captured(capture, body, "utf-8")


def captures_of(seed: int) -> list[Captured]:
    """Return captures of a generated site: of each address some with furniture that moved, some whose markup alone did."""
    site = Site(seed, 40)
    chance = Random(f"again/{seed}")
    return [each for n in range(ADDRESSES) for each in _of_address(site, n, chance)]


def _of_address(site: Site, n: int, chance: Random) -> Iterator[Captured]:
    furniture = 0
    for time in range(CAPTURES):
        furniture += chance.random() < 0.4
        shown = site.world.posted(12 + n) + timedelta(days=1 + 3 * furniture)
        writer = PageWriter(site.world, site.pens[0], 0, shown, Random(f"again/{site.seed}/{n}/{furniture}"))
        url, html, _ = writer.statement(site.world.work(12 + n))
        html = html.replace("<body", f"<!-- {chance.random()} --><body data-nonce='{chance.random()}'", 1)
        if chance.random() < 0.2:
            html = html[: len(html) * 3 // 4]
        body = html.encode()
        moment = shown + timedelta(days=time, minutes=n)
        capture = Capture(
            url, f"{moment:%Y-%m-%dT%H:%M:%SZ}", digest_of(body), "text/html", Locator("made", 100 * n + time, len(body))
        )  # fmt: skip
        yield Captured(capture, body, "utf-8")


def exported(record: Record) -> list[bytes]:
    """Return the record as it is listed, with its Readings."""
    return [msgspec.json.encode(one) for one in (*record.listed(), *record.page_captures())]
