"""When words were first and last used, by whom, and what is held before and behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from invented_captures import captured, kept, statement, toy_page, use_toy_reader
from onrecord import Archive, Nearby, Uses, WrongCall
from test_cli_verbs import Call, call, harbours

__all__ = ["call", "harbours"]  # fixtures

HOST = "https://ferries.example"


def said(
    n: int, day: str | None, *turns: tuple[str, str], at: str = "2031-06-01T08:00:00Z", host: str = HOST
) -> Any:
    """Return a capture of one statement."""
    return captured(toy_page(statement(f"Talk {n}", *turns, given_on=day)), f"{host}/{n}", at)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """Return an archive of two offices that speak of a night ferry, one of them by a revision."""
    use_toy_reader(monkeypatch)
    captures = [
        said(1, "2031-01-05", ("Ada Verne", "Good evening to all.")),
        said(2, "2031-02-05", ("Ada Verne", "The night ferry sails. The Night-Ferry sails!"), ("Bo Dahl", "Which one?")),
        said(3, "2031-03-05", ("Bo Dahl", "Is the night ferry late?"), ("Ada Verne", "The night ferry is late.")),
        said(4, "2031-04-05", ("Ada Verne", "Good night. Ferry boats are late.")),
        said(5, "2031-01-20", ("Ada Verne", "A ferry sails."), at="2031-01-21T08:00:00Z"),
        said(5, "2031-01-20", ("Ada Verne", "A night ferry sails."), at="2031-01-25T08:00:00Z"),
        said(6, "2031-01-02", ("Cy Holm", "A night ferry!"), at="2031-01-03T08:00:00Z", host="https://quays.example"),
        said(6, "2031-01-02", ("Cy Holm", "A ferry!"), at="2031-01-04T08:00:00Z", host="https://quays.example"),
        said(7, None, ("Cy Holm", "That night ferry."), at="2031-05-09T08:00:00Z", host="https://quays.example"),
    ]  # fmt: skip
    kept(tmp_path / "a", captures).close()
    with Archive.open(tmp_path / "a") as opened:
        yield opened


def by(uses: Uses) -> list[tuple[Any, ...]]:
    """Return each speaker and source with the count and the days."""
    return [(each.speaker, each.source, each.turns, each.first.date, each.last.date) for each in uses.by]


def test_first_and_last_use_by_speaker_and_source(archive: Archive) -> None:
    """Case and hyphens aside; two words in two sentences follow each other, too, as they do for `search`."""
    uses = archive.first("night FERRY")
    assert by(uses) == [
        ("Cy Holm", "quays.example", 2, "2031-01-02", "2031-05-09"),
        ("Ada Verne", "ferries.example", 4, "2031-01-20", "2031-04-05"),
        ("Bo Dahl", "ferries.example", 1, "2031-03-05", "2031-03-05"),
    ]
    assert (uses.turns, uses.statements, uses.undated) == (7, 6, 0)
    assert (uses.searched.statements, uses.searched.versions) == (7, 9)


def test_a_use_points_at_the_words(archive: Archive) -> None:
    """Statement, version, turn and span; a day that only the capture tells is said to be one."""
    uses = archive.first("night ferry", source="quays.example")
    assert uses.first is not None
    assert uses.last is not None
    assert (uses.first.citation.text, uses.first.citation.version, uses.first.current) == (
        "night ferry",
        1,
        False,
    )
    assert (uses.last.date, uses.last.dated_by) == ("2031-05-09", "captured_at")


def test_words_that_a_revision_put_in_say_between_which_captures(archive: Archive) -> None:
    """The statement is older than they are."""
    first = archive.first("night ferry", speaker="Verne").first
    assert first is not None
    assert (first.date, first.citation.version) == ("2031-01-20", 2)
    assert first.added_between == ("2031-01-21T08:00:00Z", "2031-01-25T08:00:00Z")


def test_what_is_held_before_and_behind_is_told(archive: Archive) -> None:
    """Before Bo Dahl's first use three statements of his source are held, behind his last one; that there was no other use is not said."""
    uses = archive.first("night ferry", speaker="Dahl")
    (one,) = uses.by
    assert (one.before.statements, one.before.date, one.before.captured_at) == (
        3,
        "2031-02-05",
        "2031-06-01T08:00:00Z",
    )
    assert (one.after.statements, one.after.date) == (1, "2031-04-05")
    assert (one.captures, one.captured) == (6, ("2031-01-21T08:00:00Z", "2031-06-01T08:00:00Z"))
    (never,) = archive.first("boats").by
    assert never.after == Nearby(0, None, None, None)


def test_words_that_nobody_used(archive: Archive) -> None:
    """Nothing is found, and it is said what was searched; no word at all is a wrong call."""
    uses = archive.first("sugar windmill")
    assert (uses.turns, uses.first, uses.last, uses.by, uses.searched.statements) == (0, None, None, (), 7)
    with pytest.raises(WrongCall, match="There is no word to look for"):
        archive.first("…")


@pytest.mark.parametrize(
    ("words", "turns"), [("港口", 1), ("الميناء مفتوح", 1), ("caf\u00e9", 1), ("说港", 0)]
)
def test_any_script(words: str, turns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are those of the match form."""
    use_toy_reader(monkeypatch)
    text = "我们开放港口。 قال إن الميناء مفتوح. Cafe\u0301 and more."
    kept(tmp_path / "a", [said(1, "2031-01-05", ("Ada Verne", text))]).close()
    with Archive.open(tmp_path / "a") as archive:
        assert archive.first(words).turns == turns


def test_first_on_the_command_line(harbours: Call) -> None:
    """Lines for people, one JSON object, and 3 where nothing is found."""
    shown = harbours("first", "old quay")
    assert shown.code == 0
    lines = shown.out.splitlines()
    assert lines[0] == (
        "“old quay” is in 2 turns of 1 statement; 1 statement (1 version, 2021-03-02 to 2021-03-02) searched."
    )
    assert lines[1].startswith("  first  2021-03-02: “old quay”, Question, s")
    assert "  before  no earlier statement of the source is held" in lines
    (value,) = harbours("first", "old quay", "--speaker", "verne", "--json").values
    assert [each["speaker"] for each in value["by"]] == ["Ada Verne"]
    nothing = harbours("first", "windmill")
    assert (nothing.code, nothing.err) == (3, "")
    assert nothing.out.startswith("“windmill” is not in this record; 1 statement (")
    assert harbours("first", "…").code == 2


def test_words_that_stand_everywhere_are_refused_where_each_turn_costs(archive: Archive) -> None:
    """The error says how many there are and what to do; with a speaker they are few enough."""
    with pytest.raises(
        WrongCall, match="stand in 3 turns, and at most 2 are looked at here: give more words"
    ):
        archive.first("late", most=2)
    assert archive.first("late", most=3).turns == 3
    assert archive.first("late", speaker="Bo Dahl", most=1).turns == 1
