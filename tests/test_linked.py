"""What hangs together and stays apart: translations, two records of one event, parts; and notices against statements."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from invented_captures import NOW, captured, html_page, kept, statement, toy_page, use_toy_reader
from onrecord import Archive
from onrecord.capture import Captured
from onrecord.model import Listed, Part
from onrecord.reading import statement_id
from onrecord.record import Record
from onrecord.record.tables.linked import _PIECES
from onrecord.record.tables.tables import SCHEMA
from onrecord.witnessing import address_pattern, series_of
from test_witnessing import PIER

SPEECH = PIER * 2
HEARD = (
    SPEECH.replace("this morning", "in the morning").replace("Nobody who", "No one who").replace("moored", "docked")
    .replace("whoever", "whomever").replace("eleven", "11").replace("invited", "welcome")
)  # fmt: skip
JETEE = (
    "Le conseil de la baie d’Ostrava a ouvert ce matin la nouvelle jetée, après 4 hivers de travail de 200 maçons. Elle portera "
    "le bac de nuit et les barges. Le premier bateau a quitté la jetée avec 90 sacs de sel."
)
MOLE = (
    "Der Rat der Bucht von Ostrava hat heute die neue Mole eröffnet, nach 4 Wintern Arbeit von 200 Maurern. Sie wird die "
    "Nachtfähre tragen und die Kähne. Das erste Schiff legte mit 90 Säcken Salz ab."
)


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pages say what they are told to."""
    use_toy_reader(monkeypatch)


def page(url: str, title: str, words: str, at: str = "2031-05-03T08:00:00Z", **told: Any) -> Captured:
    """Return a capture of a statement page."""
    return captured(toy_page(statement(title, words, **{"posted_on": "2031-05-02", **told})), url, at)


def by_url(record: Record) -> dict[str, Listed]:
    """Return the statements by their own address."""
    return {listed.versions[0].addresses[0]: listed for listed in record.listed()}


@pytest.mark.usefixtures("toys")
def test_a_translation_is_linked_by_its_address(tmp_path: Path) -> None:
    """Addresses that differ in the language alone, of days that agree; another day is another statement."""
    pages = [
        page("https://bay.example/fr/7", "La jetée", JETEE, language="fr"),
        page("https://bay.example/de/7", "Die Mole", MOLE, language="de"),
        page("https://bay.example/en/7", "Tide table", PIER, language="en", posted_on="2031-09-09"),
    ]
    with kept(tmp_path, pages) as record:
        found = by_url(record)
        assert len(found) == 3
        (linked,) = found["https://bay.example/fr/7"].linked
        assert (linked.id, linked.relation, linked.language) == (
            statement_id("https://bay.example/de/7", ""), "translation", "de",
        )  # fmt: skip
        assert [each.language for each in found["https://bay.example/de/7"].linked] == ["fr"]
        assert found["https://bay.example/en/7"].linked == ()


@pytest.mark.usefixtures("toys")
def test_a_translation_is_linked_by_its_numbers(tmp_path: Path) -> None:
    """Of one source and day, with the same numbers; where two could be it, nothing is said."""
    pages = [
        page("https://bay.example/a", "La jetée", JETEE, language="fr"),
        page("https://bay.example/b", "Die Mole", MOLE, language="de"),
    ]
    with kept(tmp_path, pages) as record:
        assert {len(each.linked) for each in record.listed()} == {1}
        other = MOLE.replace("Mole", "Brücke").replace("Nachtfähre", "Straßenbahn").replace("Rat", "Senat")
        record.add([page("https://bay.example/c", "Die Brücke", other, language="de")], now=NOW)
        assert by_url(record)["https://bay.example/a"].linked == ()


def test_a_translation_is_linked_by_what_its_page_names(tmp_path: Path) -> None:
    """`hreflang` in the head or in the strip of languages; a page names itself, too."""
    strip = '<a hreflang="de" href="/beitrag/93">Deutsch</a> <a hreflang="x-default" href="/">Home</a>'
    french = html_page("Déclaration du ministre sur la jetée", "2 mai 2031", f"{JETEE} {strip}")
    german = html_page("Erklärung des Ministers zur Mole", "2. Mai 2031", MOLE)
    pages = [
        captured(
            french.replace("lang=en", "lang=fr"), "https://bay.example/article/12", "2031-05-03T08:00:00Z"
        ),
        captured(
            german.replace("lang=en", "lang=de"), "https://bay.example/beitrag/93", "2031-05-03T08:00:00Z"
        ),
    ]
    with kept(tmp_path, pages) as record:
        linked = [each for listed in record.listed() for each in listed.linked]
        assert sorted((each.language, each.because) for each in linked) == [
            ("de", "a page names the other’s address with its language"),
            ("fr", "a page names the other’s address with its language"),
        ]
        assert record.verify().findings == ()


@pytest.mark.usefixtures("toys")
def test_two_records_of_one_event_are_linked(tmp_path: Path) -> None:
    """Two who wrote down the same speech: neither is a copy of the other."""
    kinds = ["speech"]
    pages = [
        page("https://bay.example/1", "Remarks by Ada Verne at the pier", SPEECH, kinds=kinds),
        page("https://paper.example/1", "Ada Verne’s speech", HEARD, kinds=kinds),
    ]
    with kept(tmp_path, pages) as record:
        found = by_url(record)
        assert len(found) == 2
        (linked,) = found["https://paper.example/1"].linked
        assert (linked.id, linked.relation) == (found["https://bay.example/1"].id, "transcript")


def parts(record: Record) -> list[tuple[list[tuple[int, str]], bool]]:
    """Return of each statement its parts by number and address, and whether one is missing."""
    urls = {each.id: each.versions[0].addresses[0].rpartition("/")[2] for each in record.listed()}
    return [
        ([(part.number, urls[part.id]) for part in each.parts], each.awaits)
        for each in sorted(record.listed(), key=lambda each: urls[each.id])
    ]


@pytest.fixture
def lectures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have toy pages tell which part they are."""
    import invented_captures

    plain = invented_captures._statement

    def with_part(capture: Any, each: dict[str, Any], *rest: Any) -> Any:
        from msgspec.structs import replace

        made = plain(capture, each, *rest)
        return replace(made, part=Part(*each["part"])) if "part" in each else made

    monkeypatch.setattr(invented_captures, "_statement", with_part)
    use_toy_reader(monkeypatch)


@pytest.mark.usefixtures("lectures")
def test_what_is_to_be_continued_waits_for_the_rest(tmp_path: Path) -> None:
    """It is flagged until the next part comes, and that until the last one does."""
    first = page("https://bay.example/a", "Lecture on tides", PIER, part=[None, True])
    with kept(tmp_path, [first, page("https://bay.example/z", "Lecture on ropes", JETEE)]) as record:
        assert parts(record) == [([(1, "a")], True), ([], False)]
        assert len(record.unfinished()) == 1
        second = page(
            "https://bay.example/b", "Lecture on tides (Part 2)", MOLE, part=[2, True], posted_on="2031-05-09"
        )
        record.add([second], now=NOW)
        assert parts(record)[0] == ([(1, "a"), (2, "b")], True)
        third = page(
            "https://bay.example/c", "Lecture on tides, part three of three", "And so it ends here, for good.",
            part=[3, False], posted_on="2031-05-16",
        )  # fmt: skip
        record.add([third], now=NOW)
        assert parts(record)[:3] == [([(1, "a"), (2, "b"), (3, "c")], False)] * 3
        assert record.unfinished() == set()


@pytest.mark.usefixtures("lectures")
def test_a_part_between_two_is_missed(tmp_path: Path) -> None:
    """The first and the third are held; and a lecture of another speaker is none of them."""
    pages = [
        page("https://bay.example/a", "Lecture (Part 1)", PIER, part=[1, True], speakers=["Ada Verne"]),
        page("https://bay.example/c", "Lecture (Part 3)", MOLE, part=[3, False], speakers=["Ada Verne"]),
        page("https://bay.example/x", "Lecture (Part 2)", JETEE, part=[2, False], speakers=["Bel Olm"]),
    ]
    with kept(tmp_path, pages) as record:
        assert parts(record)[:2] == [([(1, "a"), (3, "c")], True)] * 2
        assert parts(record)[2] == ([(2, "x")], True)


@pytest.mark.usefixtures("lectures")
def test_the_rest_may_say_nothing_of_parts(tmp_path: Path) -> None:
    """Under the same title, by the same speaker, after what was to be continued."""
    pages = [
        page("https://bay.example/a", "Interview with the Tarn Courier", PIER, part=[None, True]),
        page("https://bay.example/b", "Interview with the Tarn Courier", MOLE, posted_on="2031-05-04"),
    ]
    with kept(tmp_path, pages) as record:
        assert parts(record)[0] == ([(1, "a"), (2, "b")], False)


def test_titles_without_their_part() -> None:
    """Numbers of parts go, other numbers stay."""
    same = [
        "Lecture at Pier 4 (Part 2)",
        "Lecture at Pier 4, part two of three",
        "LECTURE at Pier 4 (continued)",
    ]
    assert {series_of(each) for each in same} == {"lecture at pier 4"}
    assert series_of("Лекция (часть 2)") == "лекция"
    assert series_of("A departure") == "a departure"


def test_addresses_without_their_language() -> None:
    """In the path, the query, the host or the file's name; a word that begins like a language is none."""
    addresses = ["bay.example/en/7", "bay.example/fr/7", "bay.example/pt-br/7"]
    assert {address_pattern(each) for each in addresses} == {"bay.example/*/7"}
    assert address_pattern("en.bay.example/7") == "*.bay.example/7"
    assert address_pattern("bay.example/7?lang=ru") == "bay.example/7?lang=*"
    assert address_pattern("bay.example/news/depot") is None


@pytest.mark.usefixtures("toys")
def test_a_notice_that_contradicts_its_statement_is_told(tmp_path: Path) -> None:
    """Another day, another title; a title cut short and a day of another zone are no contradiction."""
    notices = [
        {"title": "Ferry stops", "url": "https://bay.example/1", "posted_on": "2031-05-07"},
        {"title": "On the pier", "url": "https://bay.example/2", "posted_on": "2031-05-03"},
        {"title": "Tides", "url": "https://bay.example/3", "posted_on": "2031-05-02"},
    ]
    listing = captured(toy_page(notices=notices), "https://bay.example/", "2031-05-08T00:00:00Z")
    pages = [
        listing,
        page("https://bay.example/1", "Statement on the harbour dues", PIER),
        page("https://bay.example/2", "On the pier and its lamps", JETEE, language="fr"),
        page("https://bay.example/4", "Not on any list", MOLE, language="de"),
    ]
    with kept(tmp_path, pages) as record:
        told = {each.notice.title: [c.field for c in each.contradicts] for each in record.notices()}
        assert told == {"Ferry stops": ["title", "posted_on"], "On the pier": [], "Tides": []}
        held = {each.notice.title: each.notice.statement_id is not None for each in record.notices()}
        assert held["Tides"] is False  # announced, and not held
        assert record.unannounced() == {statement_id("https://bay.example/4", "")}


@pytest.mark.usefixtures("toys")
def test_the_copy_tree_tells_what_each_changed(tmp_path: Path) -> None:
    """The original first; a copy of a copy stands under the one that it is most like."""
    second = PIER.replace("masons", "builders")
    third = second.replace("ninety sacks", "ninety sacks and a goat").replace(
        "whoever walks out to see", "whoever sees"
    )
    pages = [
        page("https://bay.example/1", "On the pier", PIER),
        page("https://m.example/1", "On the pier", second, "2031-05-04T08:00:00Z"),
        page("https://n.example/1", "On the pier", third, "2031-05-05T08:00:00Z"),
    ]
    with kept(tmp_path, pages) as record:
        (listed,) = record.listed()
        first, copy, copied = record.copies(listed.id)
        assert (first.url, first.nearest, first.changes) == ("https://bay.example/1", None, ())
        assert (copy.nearest, copied.nearest) == (first.id, copy.id)
        assert [(each.kind, each.old, each.new) for each in copy.changes] == [
            ("replaced", "masons", "builders")
        ]
        assert [(each.kind, each.new) for each in copied.changes] == [
            ("replaced", "sees"),
            ("added", "and a goat"),
        ]
    with Archive.open(tmp_path) as archive:
        text = archive.render(listed.id)
        assert "Stands also at: https://m.example/1 (syndicated); https://n.example/1 (syndicated)" in text
        archive.publish(tmp_path / "site", at=NOW)
        shown = (tmp_path / "site" / "statements" / listed.id / "index.html").read_text("utf-8")
        assert all(each in shown for each in listed.joined)


def test_parts_are_looked_for_among_one_series_not_a_whole_source() -> None:
    """What it costs to show a statement does not grow with the statements of its source."""
    db = sqlite3.connect(":memory:")
    for line in SCHEMA:
        db.execute(line)
    plan = db.execute(f"EXPLAIN QUERY PLAN {_PIECES}", ("ministry.example", "en", "lecture")).fetchall()
    assert "statements_series" in plan[0][-1]
