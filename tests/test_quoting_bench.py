"""Which places of a quotation are looked at closely, and what is told of them only when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.quoting.bench import Bench
from onrecord.quoting.candidate import Candidate, Place
from onrecord.quoting.leaf import Leaf, Offer
from onrecord.quoting.place import Block
from onrecord.quoting.quotation import parse_quotation
from onrecord.quoting.rarity import Rarity
from onrecord.quoting.wording import Assessment
from quoting_statements import Said, candidate_of, statement_of

SAID = "the harbour council will publish the tide tables before the ferry season opens in Norhaven"
LIKE_IT = "the harbour council was asked on Tuesday whether somebody paints the old lighthouse"


def bench_of(quotation: str, *texts: str) -> Bench:
    """Return the quotation laid beside a statement of each text, in a record of a million words."""
    candidates = [candidate_of(statement_of(Said(text), id=f"s{n}")) for n, text in enumerate(texts, 1)]
    return Bench(parse_quotation(quotation), [Leaf(each) for each in candidates], Rarity({}, 1_000_000))


def test_a_place_that_cannot_tell_as_much_is_not_looked_at_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two statements the one that holds nearly all words is laid beside the quotation; the other holds too few of them."""
    bench = bench_of(SAID.replace("publish", "print"), SAID, LIKE_IT)
    looked_at: list[int] = []
    chained = Bench._chained

    def noted(self: Bench, blocks: Sequence[Block]) -> Place:
        looked_at.append(blocks[0].candidate)
        return chained(self, blocks)

    monkeypatch.setattr(Bench, "_chained", noted)
    places = bench.likely_places()
    assert [place.candidate.statement.id for place in places] == ["s1"]
    assert looked_at == [0]


def test_what_cannot_matter_is_not_read() -> None:
    """Beside a place that is found, a candidate is read that holds as much or a piece to join with it; not one that holds less."""
    texts = {"found": SAID, "as much": f"Again: {SAID}", "less": LIKE_IT}
    read: list[str] = []

    def offered(name: str) -> Offer:
        def come() -> Candidate:
            read.append(name)
            return candidate_of(statement_of(Said(texts[name]), id=name))

        return Offer(frozenset(texts[name].split()), come)

    quotation = parse_quotation(SAID.replace("publish", "print"))
    leaves = [Leaf(offered(name)) for name in texts]
    places = Bench(quotation, leaves, Rarity({}, 1_000_000)).likely_places()
    assert {place.candidate.statement.id for place in places} == {"found", "as much"}
    assert read == ["found", "as much"]


def test_what_is_gone_by_now_is_passed_over() -> None:
    """It may be taken out of the record between seeking and reading."""
    offers = [Offer(frozenset(SAID.split()), lambda: None)]
    bench = Bench(parse_quotation(SAID), [Leaf(each) for each in offers], Rarity({}, 1_000_000))
    assert bench.exact_places() == []
    assert bench.likely_places() == []


def test_where_nothing_is_found_every_place_is_looked_at() -> None:
    """Each may be the closest wording."""
    bench = bench_of(
        "the harbour council sold the tide tables and burnt the old lighthouse down", SAID, LIKE_IT
    )
    places = bench.likely_places()
    assert {place.candidate.statement.id for place in places} >= {"s1", "s2"}
    assert not any(bench.is_found(place) for place in places)


def test_how_the_wording_differs_is_told_when_it_is_asked() -> None:
    """The evidence of a place is there at once; its edits are made once, when first read."""
    bench = bench_of(SAID.replace("publish", "print"), SAID)
    (place,) = bench.likely_places()
    assessment: Assessment = place.assessment
    assert assessment.bits > 0
    assert "edits" not in vars(assessment)
    assert [(edit.said, edit.quoted) for edit in assessment.edits] == [("publish", "print")]
    assert assessment.wording == "altered"
    assert vars(assessment)["edits"] is assessment.edits
