"""What pages tell over time: statements by month and kind, words as a rate, what is covered, and the marks that lead to rows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.model import MonthCovered, MonthUsed, OverTime, Searched, Speaker
from onrecord.publishing import Profile, Sought, open_tongue, publish_site
from onrecord.publishing.contents import Listing
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.pictures.charts import Amount, draw_cells, draw_columns, shares
from onrecord.publishing.slugs import slug_of
from onrecord.publishing.wings.months import months_in_list
from onrecord.publishing.wings.overtime import tell_row, view_over_time, write_over_time
from onrecord.publishing.wings.sources import MonthRow, fold_months
from onrecord.publishing.wings.speakers import Office, view_speakers
from onrecord.publishing.wings.timeline import (
    MOST_DRAWN,
    MonthCells,
    YearRow,
    draw_months,
    draw_years,
)
from publishing_record import AT, RecordInMemory, a_statement

SEARCHED = Searched(3, 3, 9, "2031-01-01", "2031-04-30")


def an_entry(
    id_: str, date: str | None, kinds: tuple[str, ...] = ("interview",), *speakers: Speaker
) -> Entry:
    """Return a message as lists have it."""
    return Entry(id_, id_, date, date, id_, "tern.example", "en", kinds, None, 1, 1, None, None, speakers)


def test_a_month_leads_to_the_page_on_which_it_begins() -> None:
    """Of a list that is paged, the latest first; what has no month is in none."""
    entries = [
        an_entry(str(n), day)
        for n, day in enumerate(("2031-03-02", "2031-02-20", "2031-02-02", "2031", None))
    ]
    assert months_in_list(Listing("kinds/interview", "Interview", entries), 2) == {
        "2031-03": (1, "kinds/interview/index.html#m-2031-03"),
        "2031-02": (2, "kinds/interview/index.html#m-2031-02"),
    }
    assert months_in_list(Listing("messages/2031", "2031", entries), 1)["2031-02"] == (
        2,
        "messages/2031/4/index.html#m-2031-02",
    )


def test_statements_are_counted_by_month_and_kind(tmp_path: Path) -> None:
    """One of two kinds counts for both, and once in the row that has no kind; what has no month counts nowhere."""
    record = RecordInMemory()
    record.keep(a_statement("a", "A", kinds=("speech", "remarks"), posted_on="2031-02-02"))
    record.keep(a_statement("b", "B", kinds=("speech",), posted_on="2031-02-03"))
    record.keep(a_statement("c", "C", kinds=("speech",)))
    record.keep(a_statement("d", "D", kinds=("speech",), posted_on="2031"))
    publish_site(record, tmp_path / "site", Profile(publish="full"), AT)
    assert (tmp_path / "site" / "timeline" / "statements.csv").read_text().split() == [
        "month,kind,statements",
        "2031-02,,2",
        "2031-02,remarks,1",
        "2031-02,speech,2",
    ]


def test_years_without_a_statement_stand_between_those_with_one() -> None:
    """They have a place on the axis, and no link."""
    picture = draw_years(
        [
            YearRow("2029", 4, "timeline/2029/index.html", ""),
            YearRow("2031", 2, "timeline/2031/index.html", ""),
        ]
    )
    assert [(each.amount.name, each.amount.number, each.amount.link) for each in picture.columns] == [
        ("2029", "4", "timeline/2029/index.html"),
        ("2030", "0", None),
        ("2031", "2", "timeline/2031/index.html"),
    ]
    tall, empty, half = (each.height for each in picture.columns)
    assert (empty, tall) == (0, 2 * half)
    assert "2030: 0 statements" in picture.told


def test_far_years_are_not_spelt_out() -> None:
    """A date that a page got wrong by a thousand years does not make a thousand columns."""
    assert len(draw_years([YearRow("1031", 1, "a", ""), YearRow("2031", 1, "b", "")]).columns) == 3
    assert draw_years([]).told == "No statement has a date."


def test_a_message_of_a_year_far_ahead_makes_no_columns_of_years_without_one() -> None:
    """They stand in one, which says which they are."""
    picture = draw_years([YearRow("2031", 4, "a", ""), YearRow("2099", 1, "b", "")])
    assert [each.amount.name for each in picture.columns] == ["2031", "2032 – 2098", "2099"]
    assert "2032 – 2098: 0 statements" in picture.told


def test_the_least_frequent_kinds_are_in_the_table_alone() -> None:
    """The picture of a year has a row for all and for so many kinds; its words tell every one."""
    months = [f"2031-{n:02}" for n in range(1, 13)]
    cells = ((1, "x#m-2031-01"), *((0, None) for _ in range(11)))
    rows = [MonthCells(f"Kind {n}", 1, cells) for n in range(MOST_DRAWN + 5)]
    picture = draw_months(months, rows, "2031")
    assert len(picture.strips) == MOST_DRAWN + 1
    assert [cell.amount.told for cell in picture.strips[0].cells] == ["January 2031, Kind 0: 1 statement"]
    assert f"Kind {MOST_DRAWN + 4}: 1 statement" in picture.told


def test_marks_have_room_between_them() -> None:
    """No two columns or cells overlap, and all lie inside the picture."""
    amounts = [Amount(str(n), share, "1", "", None) for n, share in enumerate(shares([1, 3, 0]))]
    columns = draw_columns(amounts, "", "")
    ends = [each.x + columns.wide for each in columns.columns]
    assert all(end < after.x for end, after in zip(ends, columns.columns[1:], strict=False))
    assert ends[-1] <= columns.width
    assert [each.height for each in columns.columns] == [44, 132, 0]
    grid = draw_cells(["Jan", "Feb"], [("a", amounts[:2]), ("b", [None, amounts[1]])], "", "")
    assert [[cell.shade for cell in strip.cells] for strip in grid.strips] == [[2, 4], [4]]
    assert max(cell.x for strip in grid.strips for cell in strip.cells) + grid.wide <= grid.width


def told(*months: MonthUsed) -> OverTime:
    """Return words over time with these months."""
    return OverTime("night ferry", sum(each.turns for each in months), 0, months, SEARCHED)


def test_words_over_time_are_a_rate() -> None:
    """The height is the share of what is held, the number that of the turns; each leads to a search that finds as many."""
    used = told(
        MonthUsed("2031-01", 2, 4, 1),
        MonthUsed("2031-02", 2, 40, 1),
        MonthUsed("2031-03", 0, 0, 2),
        MonthUsed("2031-04", 0, 0, 0),
    )
    view = view_over_time(used, Sought("“night ferry”", {"source": "tern.example"}))
    assert [
        (each.amount.number, round(each.amount.share, 2), each.amount.state, each.amount.captured)
        for each in view.picture.columns
    ] == [
        ("2", 1.0, "held", True),
        ("2", 0.1, "held", True),
        ("0", 0.0, "none", True),
        ("", 0.0, "out", False),
    ]
    assert [row.when for row in view.rows] == ["2031-04", "2031-03", "2031-02", "2031-01"]
    assert view.rows[-1].link == "search?q=%22night+ferry%22&source=tern.example&since=2031-01&until=2031-01"
    assert view.rows[0].link is None
    assert tell_row(view.rows[-1]) == "2 of 4 turns held, 1 capture"
    assert tell_row(view.rows[0]) == "not captured"
    assert view.table == "timeline/words.csv?q=%E2%80%9Cnight+ferry%E2%80%9D&source=tern.example"


def test_many_months_are_shown_by_year() -> None:
    """The table of the file stays by month."""
    used = told(*(MonthUsed(f"{2020 + n // 12}-{n % 12 + 1:02}", 1, 10, 1) for n in range(40)))
    view = view_over_time(used, Sought("night ferry", {}))
    assert view.title == "“night ferry” by year"
    assert [(row.when, row.turns, row.held) for row in view.rows] == [
        ("2023", 4, 40),
        ("2022", 12, 120),
        ("2021", 12, 120),
        ("2020", 12, 120),
    ]
    assert len(write_over_time(used, Sought("night ferry", {})).splitlines()) == 41


def test_only_months_that_are_asked_for_are_shown() -> None:
    """A year, a month or a day bounds them."""
    used = told(*(MonthUsed(f"2031-{n:02}", 1, 10, 1) for n in range(1, 6)))
    sought = Sought("night ferry", {"since": "2031-02-10", "until": "2031-04"})
    assert write_over_time(used, sought).splitlines() == [
        "month,turns,held,per_hundred,captures",
        "2031-02,1,10,10.000,1",
        "2031-03,1,10,10.000,1",
        "2031-04,1,10,10.000,1",
    ]


def test_months_in_which_nothing_was_captured_are_one_row() -> None:
    """A month that was captured and holds nothing stands by itself: that is another thing."""
    months = [
        MonthCovered("2031-01", 2, 1, 0, 0),
        *(MonthCovered(f"2031-0{n}", 0, 0, 0, 0) for n in (2, 3)),
        MonthCovered("2031-04", 1, 0, 2, 2),
    ]
    assert list(fold_months(months, {"2031-01": "sources/x/index.html#m-2031-01"})) == [
        MonthRow("2031-01", "2031-01", 2, 1, 0, "sources/x/index.html#m-2031-01"),
        MonthRow("2031-02", "2031-03", 0, 0, 0, None),
        MonthRow("2031-04", "2031-04", 1, 0, 2, None),
    ]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_months_that_are_not_listed_are_told_where_they_would_stand(language: str) -> None:
    """In the picture as one column, in the table as one row."""
    used = told(*(MonthUsed(f"2031-0{n}", 1, 10, 1) for n in range(1, 4)), MonthUsed("2099-12", 1, 10, 0))
    tongue = open_tongue(language)
    view = view_over_time(used, Sought("night ferry", {}), tongue)
    assert [(row.when, row.until, row.is_unknown) for row in view.rows][:2] == [
        ("2099-12", None, False),
        ("2031-04", "2099-11", True),
    ]
    assert [each.amount.state for each in view.picture.columns] == ["held", "held", "held", "out", "held"]
    assert tongue.date("2099-11") in view.picture.columns[3].amount.told


def test_years_that_are_not_listed_are_one_column() -> None:
    """A picture of years tells them as years."""
    months = [MonthUsed(f"{2028 + n // 12}-{n % 12 + 1:02}", 1, 10, 1) for n in range(38)]
    view = view_over_time(told(*months, MonthUsed("2099-12", 1, 10, 0)), Sought("night ferry", {}))
    names = [each.amount.name for each in view.picture.columns]
    assert names == ["2028", "2029", "2030", "2031", "2032 – 2098", "2099"]


def test_a_source_with_one_message_of_a_year_far_ahead_has_one_row_between() -> None:
    """Whether the months between are listed or not."""
    months = [
        MonthCovered("2031-01", 2, 1, 0, 0),
        MonthCovered("2031-02", 0, 0, 0, 0),
        MonthCovered("2099-12", 0, 1, 0, 0),
    ]
    assert [(row.first, row.last) for row in fold_months(months, {})] == [
        ("2031-01", "2031-01"),
        ("2031-02", "2099-11"),
        ("2099-12", "2099-12"),
    ]  # fmt: skip


def test_offices_are_told_over_time() -> None:
    """Each as it is printed, with the first and last day on which it is; the earliest first."""
    minister, premier = Speaker("Ilse Harrow", "Foreign Minister"), Speaker("Ilse Harrow", "Prime Minister")
    entries = [
        an_entry("c", "2031-05-19", ("remarks",), premier),
        an_entry("b", "2031-02-02", ("interview",), minister, Speaker("Odo Prell", None)),
        an_entry("a", "2030-11-02", ("interview",), minister),
    ]
    views = view_speakers(entries)
    assert [each.name for each in views.values()] == ["Ilse Harrow", "Odo Prell"]
    assert views[slug_of("Ilse Harrow")].offices == (
        Office("Foreign Minister", "2030-11-02", "2031-02-02", 2),
        Office("Prime Minister", "2031-05-19", "2031-05-19", 1),
    )
    assert [each.id for each in views[slug_of("Ilse Harrow")].entries] == ["c", "b", "a"]


def test_an_address_is_made_of_the_name_alone() -> None:
    """Readable where it can be; two names never share one, whatever script they are in."""
    names = ("Edda Karrow", "edda karrow", "Hélène Brassenor", "高岚", "高嵐", "../../etc", "", "a" * 500)
    slugs = [slug_of(name) for name in names]
    assert len(set(slugs)) == len(names)
    assert slugs[2].startswith("helene-brassenor-")
    assert all(slug.replace("-", "").isalnum() and slug.isascii() and len(slug) < 80 for slug in slugs)
    assert Profile().language == "en"


def test_no_name_stands_over_the_next() -> None:
    """Columns and cells stand as far apart as the longest name of a month needs, and behind the longest name of a kind."""
    amounts = [Amount(name, 1.0, "1", "", None) for name in ("Mar 25", "ديسمبر 25", "septembre 25")]
    columns = draw_columns(amounts, "", "").columns
    apart = {later.x - earlier.x for earlier, later in pairwise(columns)}
    assert apart == {len("septembre 25") * 6 + 8}
    grid = draw_cells(["Sep", "Dec"], [("answers to media", amounts[:2])], "", "")
    assert grid.strips[0].cells[0].x >= len("answers to media") * 6
    assert grid.width < 220
