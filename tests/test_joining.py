"""Copies in a record: one statement with several witnesses, one id, and the same whatever the order of captures."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented_captures import NOW, captured, exported, kept, statement, toy_page, use_toy_reader
from onrecord.capture import Captured
from onrecord.errors import WrongCall
from onrecord.reading import statement_id
from onrecord.record import Record, Wish
from test_witnessing import GREETING, PIER

BAY = "https://bay.example/pier"
MIRROR = "https://mirror.example/news/7"
PAPER = "https://paper.example/short"
EXCERPT = PIER[: PIER.index("Dues")]


@pytest.fixture(autouse=True)
def _toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_reader(monkeypatch)


def page(url: str, words: str, at: str, title: str = "On the pier", **told: Any) -> Captured:
    """Return a capture of a statement page."""
    return captured(toy_page(statement(title, words, **{"posted_on": "2031-05-02", **told})), url, at)


def events(folder: Path, *names: str) -> list[dict[str, str]]:
    """Return the lines of the ledger with these names."""
    lines = (json.loads(line) for line in (folder / "ledger.jsonl").read_text().splitlines())
    return [line for line in lines if line["event"] in names]


PAGES = [
    page(BAY, PIER, "2031-05-03T08:00:00Z"),
    page(MIRROR, PIER.replace("masons", "builders"), "2031-05-04T08:00:00Z"),
    page(PAPER, EXCERPT, "2031-05-05T08:00:00Z", title="Pier in brief"),
    page(
        "https://bay.example/greeting",
        GREETING.format(land="Merrow", years=3),
        "2031-05-05T08:00:00Z",
        "Greeting",
    ),
    page(
        "https://bay.example/2",
        GREETING.format(land="Ostrelle", years=30),
        "2031-05-05T08:00:00Z",
        "Greeting",
    ),
]


def test_one_statement_with_its_witnesses(tmp_path: Path) -> None:
    """The original, a copy with another word, an excerpt; two greetings stay two."""
    with kept(tmp_path, PAGES) as record:
        pier, *greetings = sorted(record.listed(), key=lambda each: -len(each.witnesses))
        assert len(greetings) == 2
        assert pier.id == statement_id(BAY, "")
        assert pier.joined == tuple(sorted([statement_id(MIRROR, ""), statement_id(PAPER, "")]))
        assert [(each.relation, each.url, each.version) for each in pier.witnesses] == [
            ("original", BAY, 1),
            ("syndicated", MIRROR, 2),
            ("excerpt", PAPER, 3),
        ]
        assert not pier.revised  # what a copy has otherwise is no edit of the source
        assert list(record.listed(revised=True)) == []
        assert [each.id for each in record.listed(source="mirror.example")] == [pier.id]
        assert record.held(pier.id).version == 1
        assert "builders" in record.held(pier.id, 2).statement.turns[0].text
        assert record.verify().findings == ()


def test_an_old_id_leads_to_the_statement(tmp_path: Path) -> None:
    """For ever: the ledger has the line; a beginning of the id will do."""
    with kept(tmp_path, PAGES) as record:
        old = statement_id(MIRROR, "")
        assert record.held(old).listed.id == statement_id(BAY, "")
        assert record.held(old[:9]).statement.id == statement_id(BAY, "")
    joined = events(tmp_path, "joined")
    assert {(each["id"], each["statement"]) for each in joined} == {
        (statement_id(MIRROR, ""), statement_id(BAY, "")),
        (statement_id(PAPER, ""), statement_id(BAY, "")),
    }


def test_who_was_seen_first_gives_the_id_whenever_it_comes(tmp_path: Path) -> None:
    """A capture that is older than all others changes under which id the statement stands; all ids lead there."""
    with kept(tmp_path, PAGES[1:2]) as record:
        before = [each.id for each in record.listed()]
        assert before == [statement_id(MIRROR, "")]
        record.add(PAGES[:1], now=NOW)
        (listed,) = record.listed()
        assert listed.id == statement_id(BAY, "")
        assert record.held(before[0]).listed == listed
        record.add([page(MIRROR, PIER, "2031-05-01T00:00:00Z")], now=NOW)
        (listed,) = record.listed()
        assert listed.id == before[0]
        assert record.held(statement_id(BAY, "")).listed == listed
        assert record.verify().findings == ()
    with Record.open(tmp_path) as record:
        first = exported(record)
        ledger = (tmp_path / "ledger.jsonl").read_bytes()
        record.rebuild()
        assert exported(record) == first
        assert (tmp_path / "ledger.jsonl").read_bytes() == ledger


def test_an_edit_may_part_what_was_one(tmp_path: Path) -> None:
    """A page whose text becomes another statement keeps its first text, and stays; a page read anew may not."""
    with kept(tmp_path, PAGES[:2]) as record:
        record.add([page(MIRROR, PIER[::-1], "2031-06-04T08:00:00Z")], now=NOW)
        (listed,) = record.listed()
        assert {each.url for each in listed.witnesses} == {BAY, MIRROR}
        assert (
            record.held(listed.id).version == 1
        )  # what stands at the copy's address is not the source's word


def test_a_joint_statement_has_several_owners(tmp_path: Path) -> None:
    """Each office that posts it does so as its own; of any other statement the second one only copies it."""
    kinds = ["joint_statement"]
    both = [
        page(BAY, PIER, "2031-05-03T08:00:00Z", kinds=kinds),
        page("https://merrow.example/a", PIER, "2031-05-04T08:00:00Z", kinds=kinds),
    ]
    with kept(tmp_path, both) as record:
        (listed,) = record.listed()
        assert listed.owners == ("bay.example", "merrow.example")
        assert [each.relation for each in listed.witnesses] == ["original", "original"]


def test_pages_without_an_address_are_joined_too(tmp_path: Path) -> None:
    """The same page saved twice, with other furniture."""
    saved = [captured(toy_page(statement("On the pier", PIER), noise=noise), None, None) for noise in "ab"]
    with kept(tmp_path, saved) as record:
        (listed,) = record.listed()
        assert [each.relation for each in listed.witnesses] == ["original", "mirror"]
        assert [each.relation for each in record.copies(listed.id)] == ["original", "mirror"]


TEXTS = st.sampled_from([PIER, PIER.replace("masons", "builders"), EXCERPT, GREETING.format(land="Merrow", years=3),
                         GREETING.format(land="Ostrelle", years=4), "We sail.", PIER + PIER[:99]])  # fmt: skip
ADDRESSES = st.sampled_from([BAY, MIRROR, PAPER, "https://bay.example/2", "https://merrow.example/a"])
TIMES = st.sampled_from(["2031-05-03T08:00:00Z", "2031-05-04T08:00:00Z", "2031-06-05T08:00:00Z", None])
CAPTURES = st.lists(st.tuples(ADDRESSES, TEXTS, TIMES), min_size=2, max_size=9)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CAPTURES, st.randoms(use_true_random=False), st.integers(1, 4))
def test_the_order_of_captures_plays_no_part(
    seen: list[tuple[str, str, str | None]], chance: Random, in_batches_of: int
) -> None:
    """One by one, in batches, backwards, derived again: the same record, and `verify` agrees."""
    made = [
        captured(toy_page(statement("On the pier", words, posted_on="2031-05-02")), url, at)
        for url, words, at in seen
    ]
    shuffled = chance.sample(made, len(made))
    with tempfile.TemporaryDirectory() as folder:
        with kept(Path(folder) / "one", made) as record:
            one = exported(record)
            assert record.verify().findings == ()
        with kept(Path(folder) / "two", shuffled, in_batches_of=in_batches_of) as record:
            assert exported(record) == one
            assert record.verify().findings == ()
            ids = {statement_id(url, "") for url, _, _ in seen}
            held = {each.id for each in record.listed()}
            assert {record.held(each).listed.id for each in ids} == held
            record.rebuild()
            assert exported(record) == one


def test_a_formula_of_very_many_texts_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What more texts share than MOST_SHARING is passed over, in whatever order they come; copies are found all the same."""
    monkeypatch.setattr("onrecord.record.deriving.marked.MOST_SHARING", 6)
    words = [
        f"Message {n}. {GREETING.format(land=f'Land{n} of the {n} isles', years=n + 2)} Signed {n}."
        for n in range(12)
    ]
    pages = [
        page(f"https://bay.example/{n}", text, f"2031-05-{n + 3:02}T08:00:00Z", f"To Land{n}")
        for n, text in enumerate(words)
    ]
    pages += [page(f"https://m.example/{n}", words[n], "2031-06-01T08:00:00Z", f"To Land{n}") for n in (3, 9)]
    with kept(tmp_path / "one", pages) as record:
        assert sorted(len(each.witnesses) for each in record.listed()) == [*[1] * 10, 2, 2]
        one = exported(record)
    with kept(tmp_path / "two", pages[::-1], in_batches_of=3) as record:
        assert exported(record) == one
        assert record.verify().findings == ()


def decided(folder: Path, table: str, statement_: str, other: str) -> None:
    """Write a file by hand in which the keeper says that two statements are one, or are not."""
    said = f'[[{table}]]\nid = "{table}-1"\nstatement = "{statement_}"\nother = "{other}"\n'
    said += 'by = "Ines Marr"\non = "2031-06-01T12:00:00Z"\nwhy = "I compared them."\n'
    (folder / "corrections" / f"{table}.toml").write_text(said)


def test_the_keeper_parts_what_was_joined(tmp_path: Path) -> None:
    """The copy is a statement of its own again, under its own id; taken back, it is one as before."""
    with kept(tmp_path, PAGES[:2]) as record:
        before = exported(record)
        known = record.correct(
            Wish(
                statement_id(MIRROR, ""), "Ines Marr", NOW, "I asked them.", apart_from=statement_id(BAY, "")
            )
        )
        assert (known.statement, known.sets, known.issues) == (
            statement_id(MIRROR, ""),
            {"apart_from": statement_id(BAY, "")},
            (),
        )
        assert {each.id for each in record.listed()} == {statement_id(BAY, ""), statement_id(MIRROR, "")}
        assert record.held(statement_id(MIRROR, "")).statement.id == statement_id(MIRROR, "")
        assert [each["id"] for each in events(tmp_path, "split")] == [statement_id(MIRROR, "")]
        assert record.verify().findings == ()
        record.undo(known.id, by="Ines Marr", on=NOW, why="I was wrong.")
        assert exported(record) == before
        assert [each["event"] for each in events(tmp_path, "joined", "split")] == [
            "joined",
            "split",
            "joined",
        ]
        assert len(list(record.corrections())) == 1
    with Record.open(tmp_path) as record:
        record.rebuild()
        assert exported(record) == before


def test_the_keeper_joins_by_hand(tmp_path: Path) -> None:
    """In a file, for statements that no rule would join; one that the archive does not hold is waited for."""
    with kept(tmp_path, PAGES[3:]) as record:
        one, other = sorted(each.id for each in record.listed())
    decided(tmp_path, "joined", one, other)
    with Record.open(tmp_path) as record:
        (listed,) = record.listed()
        assert {listed.id, *listed.joined} == {one, other}
        assert [each.sets for each in record.corrections()] == [{"same_as": other}]
        assert record.verify().findings == ()
    decided(tmp_path, "joined", one, "snowhere")
    with Record.open(tmp_path) as record:
        assert len(list(record.listed())) == 2
        (known,) = record.corrections()
        assert [each.code for each in known.issues] == ["correction_unanchored"]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ('[[joined]]\nid = "a"\nstatement = "s1"\nother = "s1"', "by is missing"),
        (
            '[[apart]]\nid = "a"\nstatement = "s1"\nother = "s1"\nby = "I"\non = "2031-06-01"\nwhy = "x"',
            "are the same, name two",
        ),
        ('[[joins]]\nid = "a"', "joins"),
    ],
)
def test_a_file_that_says_what_it_must_not(tmp_path: Path, said: str, fault: str) -> None:
    """One sentence names it, as of other corrections."""
    kept(tmp_path, PAGES[:1]).close()
    (tmp_path / "corrections" / "wrong.toml").write_text(said)
    with pytest.raises(WrongCall, match=fault), Record.open(tmp_path) as record:
        list(record.listed())


def test_the_version_of_a_copy_is_corrected_where_it_stands(tmp_path: Path) -> None:
    """Its page has the statement under the copy's own number: the call says which."""
    with kept(tmp_path, PAGES) as record:
        pier = max(record.listed(), key=lambda each: len(each.witnesses))
        wish = Wish(pier.id, "Ines Marr", NOW, "I asked them.", version=2, sets={"given_on": "2031-05-04"})
        with pytest.raises(WrongCall, match=f"has it as {statement_id(MIRROR, '')}: correct that one"):
            record.correct(wish)
