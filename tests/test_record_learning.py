"""What is learnt of a source: kept, the same in any order, and followed by everything that is derived."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from invented_captures import NOW, kept
from invented_site import captures, recaptures, title_of, words_of
from onrecord import reading
from onrecord.capture import Captured, digest_of
from onrecord.model import Capture, Issue, Reading, Statement
from onrecord.reading import PageRead, draw_page, read_again
from onrecord.record import Record, read_together
from onrecord.record.changing import adding as records
from onrecord.record.deriving import level, pages, pagesread
from onrecord.record.deriving.learning import last_point
from onrecord.record.truth import batches

SOURCE = "messages.tern.example"


def statements(record: Record) -> list[Statement]:
    """Return the statements as the record holds them, by title."""
    return sorted(
        (one for reading in record.page_captures() for one in reading.statements),
        key=lambda one: one.title or "",
    )


def exported(record: Record) -> list[bytes]:
    """Return the record as it is listed, with its Readings."""
    return [msgspec.json.encode(one) for one in (*record.listed(), *record.page_captures())]


def test_five_pages_tell_where_the_body_stands(tmp_path: Path) -> None:
    """Title and words are those of the message: nothing of the sidebar before it, nothing of the line that is on all pages."""
    with kept(tmp_path, captures(5)) as record:
        found = statements(record)
        expected = {title_of(n): words_of(n) for n in range(5)}
        assert {one.title for one in found} == set(expected)
        assert all(one.turns[0].text.startswith(expected[one.title or ""]) for one in found)
        assert not any("Share" in turn.text or "visa" in turn.text for one in found for turn in one.turns)
        assert all(reading.page.learnt for reading in record.page_captures())


def test_below_five_pages_each_is_read_alone(tmp_path: Path) -> None:
    """The Reading says which way was used."""
    with kept(tmp_path, captures(4)) as record:
        assert not any(reading.page.learnt for reading in record.page_captures())


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_any_batches_give_the_same_record(tmp_path: Path, seed: int) -> None:
    """Twenty-three pages, shuffled, a few at a time: what a source is learnt from follows from the set of captures."""
    given = captures(23)
    with kept(tmp_path / "at once", given) as one:
        expected = exported(one)
    shuffled = random.Random(seed).sample(given, len(given))
    with kept(tmp_path / "bit by bit", shuffled, in_batches_of=4 + seed) as other:
        found = exported(other)
        assert len(found) == len(expected)
        assert sorted(map(_without_places, found)) == sorted(map(_without_places, expected))


def _without_places(value: bytes) -> str:
    """A Reading or row without where its bytes are stored, which follows from the order of adding."""
    loaded = msgspec.json.decode(value)
    if isinstance(loaded, dict) and "capture" in loaded:
        loaded["capture"].pop("locator")
        for issue in loaded["issues"]:
            issue.pop("locator")
    return msgspec.json.encode(loaded, order="deterministic").decode()


def test_pages_captured_again_after_a_redesign_are_learnt_from_too(tmp_path: Path) -> None:
    """All addresses were known before: what the new design sets around the words makes no version."""
    with kept(tmp_path, [*captures(8), *recaptures(8)]) as record:
        latest = list(record.page_captures())
        assert all(reading.page.learnt and reading.page.learnt.captures == 8 for reading in latest)
        assert [len(each.versions) for each in record.listed()] == [1] * 8
        assert {one.title for one in statements(record)} == {title_of(n) for n in range(8)}


def test_fewer_than_five_pages_after_a_redesign_are_read_alone(tmp_path: Path) -> None:
    """They are like none that was learnt from, and too few to tell anything together."""
    with kept(tmp_path, [*captures(8), *recaptures(4)]) as record:
        assert sum(reading.page.learnt is None for reading in record.page_captures()) == 4


@pytest.mark.parametrize("seed", range(3))
def test_a_redesign_told_in_any_order_and_any_batches_gives_the_same_record(
    tmp_path: Path, seed: int
) -> None:
    """Which pages are like none before follows from the set of captures, and so does what is learnt of them."""
    given = [*captures(12), *recaptures(9)]
    with kept(tmp_path / "at once", given) as one:
        expected = exported(one)
        one.rebuild()
        assert exported(one) == expected
    shuffled = random.Random(seed).sample(given, len(given))
    with kept(tmp_path / "bit by bit", shuffled, in_batches_of=5 + seed) as other:
        assert sorted(map(_without_places, exported(other))) == sorted(map(_without_places, expected))
        assert other.verify().findings == ()


def test_pages_read_together_are_learnt_from_on_both_sides_of_a_redesign() -> None:
    """`read` learns from all pages of a call, those of an address before and after."""
    found = read_together([*captures(8), *recaptures(8)], lambda _: None, lambda _: SOURCE)
    readings = [each for each in found if isinstance(each, Reading)]
    assert len({each.page.learnt.id for each in readings if each.page.learnt}) == 2
    assert [each.statements[0].title for each in readings] == [title_of(n) for n in range(8)] * 2


def test_pages_are_not_read_anew_where_more_captures_tell_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They only tell from how many captures it was learnt now; the record is that of pages which are read again."""
    asked: list[str | None] = []

    def counting(text: str, capture: Capture, *told: Any, **held: Any) -> PageRead:
        asked.append(capture.url)
        return read_again(text, capture, *told, **held)

    monkeypatch.setattr(reading, "read_again", counting)
    with kept(tmp_path / "renamed", captures(12), in_batches_of=1) as record:
        renamed, few = exported(record), len(asked)
        assert {each.page.learnt.captures for each in record.page_captures() if each.page.learnt} == {12}
        assert record.verify().findings == ()
    asked.clear()
    monkeypatch.setattr("onrecord.record.deriving.learning.tells_the_same", lambda *_: False)
    monkeypatch.setattr(
        "onrecord.record.deriving.learning.touched_by", lambda db, readings, *_: list(readings)
    )
    with kept(tmp_path / "read", captures(12), in_batches_of=1) as record:
        assert exported(record) == renamed
        assert len(asked) > few


def test_two_lines_above_a_list_are_a_statement_where_the_site_has_its_statements() -> None:
    """Neither their length nor their title says so: the place of title and words does, and what the site's other titles name."""
    words = "The ferry act was signed by both houses this morning, in good weather."

    def with_list(captured: Captured, *, short: bool = False) -> Captured:
        entries = "".join(
            f'<div class="n4">{day:02}.04.2031 - <a href="/m/{day}0">{title_of(day)}</a></div>'
            for day in (3, 9, 14)
        )
        html = captured.body.decode().replace(
            '<div class="g7">', f'<div class="n3">{entries}</div><div class="g7">'
        )
        html = html.replace('<div class="e2">', "").replace(
            '</div></div><div class="n3">', '</div><div class="n3">'
        )
        if short:
            html = html.replace(title_of(7), "Ferry act signed by both houses").replace(words_of(7), words)
            html = html.replace("<div>I thank you for asking about the quay.</div>", "")
        body = html.encode()
        url = (captured.capture.url or "").replace("/m/", "/statements/")
        return Captured(replace(captured.capture, url=url, digest=digest_of(body)), body, "utf-8")

    given = [with_list(each, short=n == 7) for n, each in enumerate(captures(8))]
    readings = [
        each for each in read_together(given, lambda _: None, lambda _: SOURCE) if isinstance(each, Reading)
    ]
    (statement,) = readings[-1].statements
    assert statement.title == "Ferry act signed by both houses"
    assert [turn.text for turn in statement.turns] == [words]


def test_rebuild_and_verify_agree_with_what_was_learnt(tmp_path: Path) -> None:
    """The tables hold what the captures give, and give it again."""
    with kept(tmp_path, captures(8), in_batches_of=3) as record:
        before = exported(record)
        assert record.verify().findings == ()
        record.rebuild()
        assert exported(record) == before


def test_learning_that_a_kill_cut_short_is_done_at_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Captures are acknowledged and read alone; opening the archive reads them by what they tell together."""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with Record.create(tmp_path, now=NOW) as record:
        monkeypatch.setattr("onrecord.record.deriving.level.Derived.read_on", killed)
        with pytest.raises(KeyboardInterrupt):
            record.add(captures(6), now=NOW)
    monkeypatch.undo()
    with Record.open(tmp_path) as record:
        assert all(reading.page.learnt for reading in record.page_captures())
        assert record.verify().findings == ()


def test_each_page_of_a_new_site_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the pages tell together is learnt once all are kept, and before any is read."""
    asked: list[str | None] = []

    def counting(text: str, capture: Capture, *told: Any, **held: Any) -> PageRead:
        asked.append(capture.url)
        return read_again(text, capture, *told, **held)

    monkeypatch.setattr(reading, "read_again", counting)
    with kept(tmp_path, captures(21)) as record:
        assert all(reading.page.learnt for reading in record.page_captures())
        assert len(asked) == len(set(asked)) == 21
        asked.clear()
        record.rebuild()
        assert len(asked) == 21


@pytest.mark.parametrize("most", [1, 4, 7, 30])
def test_how_many_are_kept_before_they_are_read_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """A long `add` reads what it has kept so far, and reads anew what a later fixed point tells otherwise."""
    with kept(tmp_path / "at once", captures(23)) as one:
        expected = sorted(map(_without_places, exported(one)))
    monkeypatch.setattr(batches, "MOST_CAPTURES", 3)
    monkeypatch.setattr(records, "MOST_UNREAD", most)
    with kept(tmp_path / "in stretches", captures(23)) as other:
        assert sorted(map(_without_places, exported(other))) == expected
        assert other.verify().findings == ()


@pytest.mark.parametrize("step", ["read_captured_again", "draw_captured"])
@pytest.mark.parametrize("after", [0, 1, 5, 20])
def test_a_kill_at_any_step_is_made_good_at_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: int
) -> None:
    """Between keeping and learning, between learning and reading, between two pages: the record is the same in the end."""
    with kept(tmp_path / "undisturbed", captures(23)) as one:
        expected = sorted(map(_without_places, exported(one)))
    monkeypatch.setattr(batches, "MOST_CAPTURES", 3)
    asked = 0
    undisturbed = getattr(pages, step)

    def killed(*given: Any) -> Any:
        nonlocal asked
        asked += 1
        if asked > after:
            raise KeyboardInterrupt
        return undisturbed(*given)

    with Record.create(tmp_path / "killed", now=NOW) as record, monkeypatch.context() as patch:
        patch.setattr(pagesread, step, killed)
        with contextlib.suppress(KeyboardInterrupt):
            record.add(captures(23), now=NOW)
    with Record.open(tmp_path / "killed") as record:
        assert sorted(map(_without_places, exported(record))) == expected
        assert record.verify().findings == ()
        assert record.add(captures(23), now=NOW).new == 0


def test_what_is_not_read_yet_is_not_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another keeps captures and has not read them, verify says so and calls nothing wrong."""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with Record.create(tmp_path, now=NOW) as other, Record.open(tmp_path) as record:
        with monkeypatch.context() as patch:
            patch.setattr(level.Derived, "read_on", killed)
            with pytest.raises(KeyboardInterrupt):
                other.add(captures(6), now=NOW)
        assert [(each.code, each.severity) for each in record.verify().findings] == [("not_compared", "note")]
        record.catch_up()
        assert record.verify().findings == ()


def test_the_site_settles_the_order_of_day_and_month(tmp_path: Path) -> None:
    """ "09/05/2031" on one page is the ninth of May, since others say "21/05/2031"."""
    with kept(tmp_path, captures(8, numeric=True)) as record:
        days = {one.title: one.given_on or one.posted_on for one in statements(record)}
        assert days[title_of(1)] == "2031-05-09"


def test_a_page_that_learning_fails_on_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept and read, and the others are learnt from; what went wrong is no secret."""

    def failing(text: str, capture: Capture) -> object:
        if capture.url and capture.url.endswith("/m/3"):
            raise TypeError("a fault of ours")
        return draw_page(text, capture)

    monkeypatch.setattr(reading, "draw_page", failing)
    given = captures(21)
    with Record.create(tmp_path, now=NOW) as record:
        added = record.add(given, now=NOW)
        assert [issue.code for issue in added.issues] == ["not_learnt_from"]
        assert len(statements(record)) == 21
    read = list(read_together(given, lambda _: None, lambda _: SOURCE))
    assert [one.code for one in read if isinstance(one, Issue)] == ["not_learnt_from"]
    assert sum(isinstance(one, Reading) for one in read) == 21


def test_a_source_is_learnt_from_often_while_it_is_small() -> None:
    """A page more tells much of five, little of a hundred."""
    reached = (last_point(pages) for pages in range(1, 700))
    points = sorted({point for point in reached if point is not None})
    assert points == [5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 41, 51, 63, 78, 97, 194, 388]
