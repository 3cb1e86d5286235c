"""What is learnt of a source: kept, the same in any order, and followed by everything that is derived."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

from invented_captures import NOW, kept
from invented_site import captures, title_of, words_of
from onrecord.model import Capture, Issue, Reading, Statement
from onrecord.reading import draw_page
from onrecord.record import Record, pages, read_together

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
        monkeypatch.setattr("onrecord.record.derived.Derived.read_on", killed)
        with pytest.raises(KeyboardInterrupt):
            record.add(captures(6), now=NOW)
    monkeypatch.undo()
    with Record.open(tmp_path) as record:
        assert all(reading.page.learnt for reading in record.page_captures())
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

    monkeypatch.setattr(pages, "draw_page", failing)
    given = captures(21)
    with Record.create(tmp_path, now=NOW) as record:
        added = record.add(given, now=NOW)
        assert [issue.code for issue in added.issues] == ["not_learnt_from"]
        assert len(statements(record)) == 21
    read = list(read_together(given, lambda _: None, lambda _: SOURCE))
    assert [one.code for one in read if isinstance(one, Issue)] == ["not_learnt_from"]
    assert sum(isinstance(one, Reading) for one in read) == 21
