"""What is covered of each source: months with and without captures and statements, notices, delays; as values, lines and a picture."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from browsers import opened_browser
from invented_captures import LONG, captured, html_page, kept, statement, toy_page, use_toy_reader
from onrecord import Coverage, Gap, NotFound, render_coverage
from onrecord.record import Record
from test_cli_verbs import Call, call, harbours

__all__ = ["call", "harbours"]  # fixtures

HOST = "https://ferries.example"


def said(n: int, given_on: str | None, posted_on: str | None, captured_at: str | None) -> Any:
    """Return a capture of one statement."""
    page = toy_page(statement(f"On ferry {n}", "It sails.", given_on=given_on, posted_on=posted_on))
    return captured(page, f"{HOST}/{n}", captured_at)


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    """Return a record of a ferry office: five statements, and a list that announces one of them and one that is not held."""
    use_toy_reader(monkeypatch)
    notices = [
        {"title": "On ferry 1", "url": f"{HOST}/1", "posted_on": "2031-01-12"},
        {"title": "On ferry 9", "url": f"{HOST}/9", "posted_on": "2031-02-20"},
    ]
    captures = [
        said(1, "2031-01-10", "2031-01-12", "2031-01-15T08:00:00Z"),
        said(2, "2031-01-11", "2031-01-11", "2031-01-16T08:00:00Z"),
        said(3, "2031-04-02", "2031-04-12", "2031-06-01T08:00:00Z"),
        said(4, "2031-06-01", None, "2031-06-02T08:00:00Z"),
        said(5, None, None, None),
        captured(toy_page(notices=notices), f"{HOST}/", "2031-03-01T08:00:00Z"),
        captured(toy_page(statement("Elsewhere", "Yes.", given_on="2030-12-31")), "https://quays.example/1", "2031-01-01T08:00:00Z"),
    ]  # fmt: skip
    with kept(tmp_path / "a", captures) as opened:
        yield opened


def of_ferries(record: Record) -> Coverage:
    """Return the coverage of the ferry office."""
    (one,) = record.coverage("ferries.example")
    return one


def test_every_source_has_its_coverage(record: Record) -> None:
    """By name; one that is not there is named with the nearest."""
    assert [each.source for each in record.coverage()] == ["ferries.example", "quays.example"]
    with pytest.raises(NotFound, match=r"did you mean 'ferries\.example'"):
        list(record.coverage("ferry.example"))


def test_captures_and_statements_are_counted_with_what_was_covered(record: Record) -> None:
    """From when to when, and what has no time or month."""
    one = of_ferries(record)
    assert (one.captures, one.addresses, one.untimed) == (6, 6, 1)
    assert (one.first_captured, one.last_captured) == ("2031-01-15T08:00:00Z", "2031-06-02T08:00:00Z")
    assert (one.statements, one.undated, one.from_, one.to) == (5, 1, "2031-01-10", "2031-06-01")
    assert one.longest_interval is not None
    assert (one.longest_interval.from_, one.longest_interval.days) == ("2031-03-01T08:00:00Z", 92)


def test_not_captured_and_nothing_there_are_two_things(record: Record) -> None:
    """March was captured and holds nothing; February and May were not captured; April's statement was captured in June."""
    one = of_ferries(record)
    assert [(each.month[5:], each.captures, each.statements) for each in one.months] == [
        ("01", 2, 2), ("02", 0, 0), ("03", 1, 0), ("04", 0, 1), ("05", 0, 0), ("06", 2, 1),
    ]  # fmt: skip
    assert one.gaps == (
        Gap("2031-02", "2031-02", 1, "no_capture"),
        Gap("2031-03", "2031-03", 1, "no_statement"),
        Gap("2031-05", "2031-05", 1, "no_capture"),
    )


def test_what_was_announced_and_what_is_held(record: Record) -> None:
    """One is both, one announced alone, four held alone."""
    one = of_ferries(record)
    assert (one.lists, one.announced, one.announced_held, one.announced_not_held) == (1, 2, 1, 1)
    assert one.held_not_announced == 4
    assert [
        (each.month, each.announced, each.announced_not_held) for each in one.months if each.announced
    ] == [
        ("2031-01", 1, 0),
        ("2031-02", 1, 1),
    ]


def test_a_list_without_an_address_is_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As pages that were saved as text show it: two of them are two, and what they leave out is not announced."""
    use_toy_reader(monkeypatch)
    notices = [{"title": "On the ferry dues", "posted_on": "2031-05-02"}]
    saved = [
        toy_page(statement(f"Lecture {n}", f"{n} {LONG}"), notices=notices, noise=str(n)) for n in range(2)
    ]
    with kept(tmp_path, [captured(each) for each in saved]) as record:
        (one,) = record.coverage()
        assert (one.source, one.lists, one.announced, one.announced_not_held) == (None, 2, 1, 1)
        assert one.held_not_announced == 2


def test_what_no_list_announces_comes_with_how_many_lists_there_are(harbours: Call) -> None:
    """Where none was captured of a source, that nothing announces its statements says nothing, and is told so."""
    said = harbours("list", "--unannounced")
    assert "a list asked; lists are selective." in said.err
    covered = [json.loads(line) for line in harbours("coverage", "--json").out.splitlines()]
    without = [each["source"] for each in covered if each["statements"] and not each["lists"]]
    assert (f"No list was captured of {', '.join(without)}:" in said.err) == bool(without)
    assert said.err.startswith(
        f"{sum(each['lists'] for each in covered if each['statements'])} captured page"
    )


def test_the_delay_from_given_to_posted(record: Record) -> None:
    """Over the statements that tell both days: 0, 2 and 10."""
    delay = of_ferries(record).delay
    assert delay is not None
    assert (delay.statements, delay.least, delay.median, delay.most) == (3, 0, 2, 10)
    assert (delay.p25, delay.p75) == (1, 6)
    assert [each.delay for each in record.coverage("quays.example")] == [None]


def test_a_statement_of_two_sources_is_held_of_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who published it again has published it, though the record has it once."""
    use_toy_reader(monkeypatch)
    page = toy_page(statement("On the harbour", LONG, given_on="2031-01-05"))
    captures = [
        captured(page, f"{HOST}/1", "2031-01-06T08:00:00Z"),
        captured(page, "https://quays.example/1", "2031-02-06T08:00:00Z"),
    ]
    with kept(tmp_path / "a", captures) as record:
        assert len(list(record.listed())) == 1
        held = {each.source: (each.statements, each.captures) for each in record.coverage()}
    assert held == {"ferries.example": (1, 1), "quays.example": (1, 1)}


def test_a_page_that_was_refused_covers_nothing(tmp_path: Path) -> None:
    """The month in which only refusals and what cannot be read were captured is one without captures."""
    refusal = captured("<title>Access denied</title><p>No.</p>", f"{HOST}/2", "2031-02-03T08:00:00Z")
    refused = replace(refusal, capture=replace(refusal.capture, status=403))
    page = html_page(
        "Minister Ada Verne’s remarks, Tarn, 5 January 2031", "The night ferry sails, and will sail on."
    )
    captures = [
        captured(page, f"{HOST}/1", "2031-01-06T08:00:00Z"),
        refused,
        captured(page, f"{HOST}/1", "2031-03-06T08:00:00Z"),
    ]
    with kept(tmp_path / "a", captures) as record:
        (one,) = record.coverage()
    assert (one.captures, one.stand_ins) == (2, 1)
    assert [(each.month[5:], each.captures) for each in one.months] == [("01", 1), ("02", 0), ("03", 1)]
    assert [gap.kind for gap in one.gaps][:1] == ["no_capture"]


def test_a_misread_century_makes_no_thousands_of_months(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the months of which anything is known are listed then."""
    use_toy_reader(monkeypatch)
    captures = [
        said(1, "0203-01-10", None, "2031-01-15T08:00:00Z"),
        said(2, "9999-13", None, "2031-01-15T08:00:00Z"),
        said(3, "2031", None, "2031-01-15T08:00:00Z"),
    ]
    with kept(tmp_path / "a", captures) as record:
        (one,) = record.coverage()
    assert [each.month for each in one.months] == ["0203-01", "2031-01"]
    assert [(gap.from_, gap.to, gap.months) for gap in one.gaps] == [
        ("0203-02", "2030-12", 21935),
        ("2031-01", "2031-01", 1),
    ]
    assert one.undated == 2
    assert "2031" in render_coverage([one])


def test_a_message_of_a_year_far_ahead_makes_no_hundreds_of_months(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The months between are one gap, and one line of the picture, where they are more than three years."""
    use_toy_reader(monkeypatch)
    captures = [
        said(1, "2031-01-10", None, "2031-02-15T08:00:00Z"),
        said(2, "2034-02-10", None, "2031-02-15T08:00:00Z"),
        said(3, "2099-12-24", None, "2031-02-15T08:00:00Z"),
    ]
    with kept(tmp_path / "a", captures) as record:
        (one,) = record.coverage()
    assert len(one.months) == 2 + 35 + 1 + 1
    assert [(gap.from_, gap.to, gap.months, gap.kind) for gap in one.gaps] == [
        ("2031-02", "2031-02", 1, "no_statement"),
        ("2031-03", "2034-01", 35, "no_capture"),
        ("2034-03", "2099-11", 789, "no_capture"),
    ]
    drawn = render_coverage([one])
    assert "March 2034 to November 2099 (no capture)</text>" in drawn
    assert drawn.count("no capture, no statement held</title>") == 35


def test_the_picture_tells_the_kinds_of_months_without_colour(record: Record) -> None:
    """Hatched, framed and filled cells, each with its month in words; and a title and description for who cannot see it."""
    picture = ET.fromstring(render_coverage(record.coverage("ferries.example")))
    name = "{http://www.w3.org/2000/svg}"
    assert (picture.get("role"), picture.get("aria-labelledby")) == ("img", "title desc")
    told = picture.findtext(f"{name}desc") or ""
    assert told.startswith(
        "ferries.example: 5 statements held, 6 captures, 15 January 2031 to 2 June 2031; 2 announced on 1 page"
    )
    assert (
        "Without statements: February 2031 to February 2031 (no capture), March 2031 to March 2031 (no statement)"
        in told
    )
    cells = {
        (cell.findtext(f"{name}title") or ""): [
            rect.get("class", "").split()[0] for rect in cell.findall(f"{name}rect")
        ]
        for cell in picture.findall(f"{name}g")
    }
    assert cells == {
        "January 2031: 2 captures, 2 statements": ["held", "bar"],
        "February 2031: no capture, no statement held, 1 announced and not held": ["out"],
        "March 2031: 1 capture, no statement held": ["none", "bar"],
        "April 2031: no capture, 1 statement": ["held"],
        "May 2031: no capture, no statement held": ["out"],
        "June 2031: 2 captures, 1 statement": ["held", "bar"],
    }


def test_a_hostile_name_stays_text(record: Record) -> None:
    """In the picture it is escaped, and control characters are shown."""
    hostile = replace(of_ferries(record), source="</text><script>x</script>\x00\u202e")
    picture = render_coverage([hostile])
    assert "<script>" not in picture
    assert len(list(ET.fromstring(picture))) > 5


@pytest.mark.parametrize(("scheme", "width"), [("light", 1000), ("dark", 1000), ("light", 320)])
def test_the_picture_is_seen(record: Record, scheme: str, width: int) -> None:
    """In light and dark and on a narrow screen: all its text stands inside, on a ground it can be read on."""
    with opened_browser() as browser:
        page = browser.new_page(viewport={"width": width, "height": 600}, color_scheme=scheme)
        page.set_content(f'<body style="margin: 0">{render_coverage(record.coverage())}')
        seen = page.evaluate(
            """() => {
              const svg = document.querySelector('svg').getBoundingClientRect();
              const texts = [...document.querySelectorAll('svg text')];
              return {
                width: svg.width,
                outside: texts.filter(each => each.getBoundingClientRect().right > svg.right + 1).map(each => each.textContent),
                ink: getComputedStyle(document.querySelector('svg text.name')).fill,
                paper: getComputedStyle(document.querySelector('svg .paper')).fill,
              };
            }"""
        )
    assert seen["width"] <= width
    assert seen["outside"] == []
    ink, paper = (sum(map(int, seen[each][4:-1].split(","))) for each in ("ink", "paper"))
    assert (ink < paper) == (scheme == "light")
    assert abs(ink - paper) > 500


def test_coverage_on_the_command_line(harbours: Call) -> None:
    """One source a paragraph, one JSON object a line, and the picture in a file."""
    shown = harbours("coverage")
    assert shown.code == 0
    assert shown.out.splitlines()[:3] == [
        "harbours.example",
        "  captures  1 capture of 1 address, 2021-03-03T08:00:00Z to 2021-03-03T08:00:00Z",
        "  statements  1 statement held, 2021-03-02 to 2021-03-02",
    ]
    (value,) = harbours("coverage", "--source", "harbours.example", "--json").values
    assert (value["source"], value["months"]) == (
        "harbours.example",
        [{"month": "2021-03", "captures": 1, "statements": 1, "announced": 0, "announced_not_held": 0}],
    )
    drawn = harbours("coverage", "--svg", "covered.svg")
    assert drawn.err == "Drawn in covered.svg.\n"
    assert Path("covered.svg").read_text(encoding="utf-8").startswith("<svg ")
    assert harbours("coverage", "--source", "nobody").code == 2
