"""Source files in an archive: what they change in the record, and that nothing else moves."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from house_rules import fenced
from invented_captures import (
    LONG,
    NOW,
    captured,
    exported,
    html_page,
    kept,
    statement,
    toy_page,
    tree,
    use_toy_reader,
)
from invented_site import captures as captures_of_a_site
from invented_site import title_of
from onrecord.errors import NotFound, WrongCall
from onrecord.model import Speaker
from onrecord.reading import statement_id
from onrecord.record import Record, Sources, read_told
from onrecord.record.keeper.sourcefile import EXAMPLES, OVERRIDES, parse_source
from onrecord.record.keeper.sources import read_sources

FERRIES = """
name = "Ministry of Ferries of Verland"
hosts = ["ferries.example", "old-ferries.example"]
day_month_order = "dmy"

[aliases]
"MINISTER" = "Anna Verne"
"""
ANSWERS = html_page(
    "Answers to media questions, Halvane, 05/06/2020",
    "<b>QUESTION:</b> Will the night ferry sail?",
    "<b>MINISTER:</b> It will sail every night of the summer.",
    "<b>QUESTION:</b> And in winter?",
    "<b>MINISTER:</b> In winter it sleeps, as we all should.",
)
URL = "https://www.ferries.example/1"


def told(folder: Path, text: str = FERRIES, name: str = "ferries.toml") -> Path:
    """Write a source file into the folder of an archive."""
    path = folder / "sources" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ferries(folder: Path) -> Path:
    """Return a folder with an archive of one page."""
    kept(folder, [captured(ANSWERS, URL, "2020-06-06T08:00:00Z")]).close()
    return folder


def test_a_source_file_changes_what_is_read_and_nothing_else(tmp_path: Path) -> None:
    """Source, day and speaker are those told; the id, the version and the captured bytes stay."""
    folder = ferries(tmp_path / "archive")
    with Record.open(folder) as record:
        (before,) = record.all_held()
        assert (before[1][0].listed.source, before[1][0].listed.given_on) == ("ferries.example", None)
    truth = tree(folder)
    told(folder)
    with Record.open(folder) as record:
        assert (record.derived_again, record.sources_changed) == (True, True)
        ((_, (held,)),) = record.all_held()
    assert (held.listed.source, held.listed.given_on) == ("Ministry of Ferries of Verland", "2020-06-05")
    assert [turn.speaker for turn in held.statement.turns] == [None, "Anna Verne"] * 2
    assert held.listed.id == before[0] == statement_id(URL, held.capture.digest)
    assert held.listed.versions[0].digest == before[1][0].listed.versions[0].digest
    now = tree(folder)
    entered = now["ledger.jsonl"].removeprefix(truth["ledger.jsonl"])
    assert b'"event":"source","name":"Ministry of Ferries of Verland"' in entered  # and nothing else
    assert (entered.count(b"\n"), now.pop("ledger.jsonl") > truth.pop("ledger.jsonl")) == (1, True)
    assert {name: bytes_ for name, bytes_ in now.items() if name in truth} == truth


def test_the_record_follows_its_source_files(tmp_path: Path) -> None:
    """A comment changes nothing, a new value is taken up, and without the file all is as before it."""
    folder = ferries(tmp_path / "archive")
    with Record.open(folder) as record:
        plain = exported(record)
    path = told(folder)
    with Record.open(folder) as record:
        first = exported(record)
    path.write_text(f"# The summer's timetable\n{FERRIES}", encoding="utf-8")
    path = path.rename(path.with_name("verland.toml"))
    with Record.open(folder) as record:
        assert not record.derived_again
    path.write_text(FERRIES.replace("dmy", "mdy"), encoding="utf-8")
    with Record.open(folder) as record:
        ((_, (held,)),) = record.all_held()
        assert held.listed.given_on == "2020-05-06"
        assert exported(record) != first
    path.unlink()
    with Record.open(folder) as record:
        assert record.sources_changed
        assert exported(record) == plain


def test_an_open_record_takes_up_a_changed_file_when_it_adds(tmp_path: Path) -> None:
    """What is added is never read by other rules than what is there."""
    with Record.open(ferries(tmp_path / "archive")) as record:
        told(tmp_path / "archive")
        record.add([captured(ANSWERS, "https://old-ferries.example/7", "2020-06-07T08:00:00Z")], now=NOW)
        assert {held.source for held in record.listed()} == {"Ministry of Ferries of Verland"}


def test_rebuild_gives_the_same_record(tmp_path: Path) -> None:
    """Whether the file came before the captures, after them, or the record is made anew."""
    folder = ferries(tmp_path / "after")
    told(folder)
    with Record.open(folder) as record:
        after = exported(record)
        record.rebuild()
        assert exported(record) == after
        assert record.verify().findings == ()
    told(tmp_path / "before")
    with Record.open(ferries(tmp_path / "before")) as record:
        assert exported(record) == after


def test_two_hosts_of_one_source_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words at another host of the source are a mirror; at a stranger's host they are syndicated."""
    use_toy_reader(monkeypatch)
    folder = tmp_path / "archive"
    told(folder)
    page = toy_page(statement("Remarks", LONG))
    hosts = ("ferries.example", "old-ferries.example", "news.example")
    record = kept(folder, [
        captured(page, f"https://{host}/1", f"2020-06-06T08:00:0{n}Z") for n, host in enumerate(hosts)
    ])  # fmt: skip
    own = record.held(statement_id("https://ferries.example/1", "")).listed
    assert {witness.url: witness.relation for witness in own.witnesses} == {
        "https://ferries.example/1": "original",
        "https://old-ferries.example/1": "mirror",
        "https://news.example/1": "syndicated",
    }


def test_a_source_is_asked_for_by_its_name_or_a_host(tmp_path: Path) -> None:
    """In any case, with and without "www."; a list announces under the same name."""
    folder = ferries(tmp_path / "archive")
    told(folder)
    listing = (
        "<html><body><main><h1>Latest</h1><ul><li>04/06/2020 - <a href='/8'>Remarks by Anna Verne</a></li>"
        "<li>05/06/2020 - <a href='/1'>Answers to media questions, Halvane, 05/06/2020</a></li></ul></main></body></html>"
    )
    with Record.open(folder) as record:
        record.add([captured(listing, "https://old-ferries.example/", "2020-06-08T08:00:00Z")], now=NOW)
        for asked in ("ministry of  ferries of verland", "WWW.ferries.example", "old-ferries.example"):
            assert [held.source for held in record.listed(source=asked)] == ["Ministry of Ferries of Verland"]
            assert [each.notice.posted_on for each in record.notices(source=asked)] == [
                "2020-06-05",
                "2020-06-04",
            ]
        assert list(record.listed(source="news.example")) == []


def test_what_is_known_of_a_source(tmp_path: Path) -> None:
    """Its file, what is held, and on how many pages each key decided; a source without a file is known by its host."""
    folder = ferries(tmp_path / "archive")
    told(folder)
    with Record.open(folder) as record:
        record.add([captured(ANSWERS, "https://news.example/1", "2020-06-07T08:00:00Z")], now=NOW)
        ours, other = record.sources()
        assert record.source("ferries.example") == ours
        assert record.source("MINISTRY of ferries of Verland") == ours
        with pytest.raises(NotFound, match=r"did you mean 'news\.example'"):
            record.source("news.exmple")
    assert (ours.name, ours.file) == ("Ministry of Ferries of Verland", "sources/ferries.toml")
    assert (ours.captures, ours.pages, ours.statements) == (1, 1, 1)
    assert (ours.first_captured, ours.last_captured) == ("2020-06-06T08:00:00Z",) * 2
    assert {each.key: each.pages for each in ours.told} == {"name": 1, "day_month_order": 1, "aliases": 1}
    assert (other.name, other.hosts, other.file, other.told) == ("news.example", ("news.example",), None, ())


def test_what_is_told_comes_before_what_is_learnt(tmp_path: Path) -> None:
    """A source that is both told of and learnt from names both, and the record is the same when it is made anew."""
    pages = captures_of_a_site(5)
    with kept(tmp_path, pages) as record:
        assert {reading.page.learnt is None for reading in record.page_captures()} == {False}
        assert record.source("messages.tern.example").learnt is not None
    told(tmp_path, 'name = "Messages of Tern"\nhosts = ["messages.tern.example"]\nstatement = ".e2"')
    with Record.open(tmp_path) as record:
        source = record.source("messages of tern")
        assert source.learnt is not None
        assert source.learnt.captures == 5
        assert {each.key: each.pages for each in source.told} == {"name": 5, "statement": 5}
        (statements,) = {len(reading.statements) for reading in record.page_captures()}
        assert statements == 1
        assert {held.title for held in record.listed()} == {title_of(n) for n in range(5)}
        before = exported(record)
        assert record.verify().findings == ()
        record.rebuild()
        assert exported(record) == before


def test_a_wrong_source_file_stops_all_but_verify(tmp_path: Path) -> None:
    """Nothing is answered, added or derived with a file that is wrong; mended, the record is as it was."""
    folder = ferries(tmp_path / "archive")
    path = told(folder)
    with Record.open(folder) as record:
        before = exported(record)
    path.write_text(FERRIES.replace("dmy", "ymd"), encoding="utf-8")
    truth = tree(folder)
    with Record.open(folder) as record:
        for question in (
            record.counts,
            record.rebuild,
            lambda: list(record.listed()),
            lambda: list(record.sources()),
        ):
            with pytest.raises(WrongCall, match=r"sources/ferries\.toml: day_month_order 'ymd' is not known"):
                question()
        with pytest.raises(WrongCall):
            record.add([captured(ANSWERS, "https://news.example/1", "2020-06-07T08:00:00Z")], now=NOW)
        found = record.verify().findings
    assert [(each.code, each.where, each.severity) for each in found] == [
        ("broken_source_file", "sources/ferries.toml", "error"),
        ("not_compared", "record.sqlite", "note"),
    ]
    assert tree(folder) == truth
    told(folder)
    with Record.open(folder) as record:
        assert not record.derived_again
        assert exported(record) == before


def test_the_longest_prefix_speaks(tmp_path: Path) -> None:
    """A prefix of addresses stands before the host it lies at, and ends at a slash."""
    told(tmp_path, 'name = "Verland"\nhosts = ["gov.example"]', "a.toml")
    told(tmp_path, 'name = "Ferries"\naddresses = ["https://www.gov.example/ferries/"]', "b.toml")
    sources = read_sources(tmp_path / "sources")
    for url, name in (
        ("https://gov.example/ferries/2020/1?print=1", "Ferries"),
        ("http://www.gov.example:80/ferries", "Ferries"),
        ("https://gov.example/ferries-of-old/1", "Verland"),
        ("https://gov.example:8443/", "Verland"),
        ("https://news.gov.example/ferries/", "news.gov.example"),
        (None, None),
    ):
        assert sources.name_of(url) == name, url
    for asked in ("https://gov.example/ferries/2020/1", "gov.example/ferries", "FERRIES"):
        assert sources.named(asked) == "Ferries"
    assert (sources.named("gov.example"), sources.named("Locks [2"), sources.named("//[")) == (
        "Verland",
        "Locks [2",
        "//[",
    )


def test_a_lone_file_speaks_for_pages_without_an_address(tmp_path: Path) -> None:
    """A folder of them does not: nobody could say which."""
    path = told(tmp_path)
    lone, folder = read_told(path).rules_of(None), read_told(path.parent).rules_of(None)
    assert lone is not None
    assert lone.name == "Ministry of Ferries of Verland"
    assert folder is None
    assert read_told(path).rules_of("https://news.example/1") is None
    with pytest.raises(NotFound, match="There is no source file at"):
        read_told(tmp_path / "absent.toml")
    with pytest.raises(WrongCall, match="There is no source file in"):
        read_told(tmp_path)


def test_files_that_editors_leave_are_passed_over(tmp_path: Path) -> None:
    """A hidden file, a copy with another ending."""
    told(tmp_path)
    told(tmp_path, "no TOML at all", ".ferries.toml")
    told(tmp_path, "no TOML at all", "ferries.toml~")
    assert len(read_sources(tmp_path / "sources").files) == 1
    assert read_sources(tmp_path / "absent").files == ()


def test_the_example_of_the_reference_has_every_key() -> None:
    """It can be taken as it stands, and each key that there is has a row."""
    text = (Path(__file__).resolve().parents[1] / "docs" / "sources.md").read_text(encoding="utf-8")
    (example,) = fenced(text, "toml")
    source = parse_source(tomllib.loads(example), "verland-ferries.toml")
    assert list(tomllib.loads(example)) == list(EXAMPLES)
    assert source.rules.aliases["THE SPOKESPERSON"] == Speaker(
        "Bel Harrow", "Spokesperson of the Ministry of Ferries"
    )
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == list(OVERRIDES)


def test_every_key_says_what_it_overrides() -> None:
    """The screens and JSON of `sources` say it for each rule that a file can tell."""
    full = parse_source(FULL, "ferries.toml")
    assert set(full.told) == set(OVERRIDES) == set(full.rules._fields)


FULL = {
    "name": "Ministry of Ferries",
    "hosts": ["ferries.example"],
    "language": "fr",
    "time_zone": "Europe/Lisbon",
    "day_month_order": "dmy",
    "statement": "main",
    "leave_out": [".share"],
    "aliases": {"MINISTER": {"name": "Anna Verne", "office": "Minister of Ferries"}},
}


@settings(max_examples=30)
@given(some.permutations(sorted(FULL)), some.sets(some.sampled_from(sorted(set(FULL) - {"name", "hosts"}))))
def test_the_order_of_keys_means_nothing_and_each_key_something(order: list[str], without: set[str]) -> None:
    """What derives anew is a change of what is told, and only that."""
    full = Sources([parse_source(FULL, "a.toml")]).meaning
    shuffled = Sources([parse_source({key: FULL[key] for key in order}, "b.toml")]).meaning
    fewer = Sources([parse_source({key: FULL[key] for key in FULL if key not in without}, "a.toml")]).meaning
    assert shuffled == full
    assert (fewer == full) == (not without)
