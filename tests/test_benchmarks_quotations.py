"""The benchmark of quotations, run on the demo's record: what it makes is right, and `check` judges it so."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from quotations import Texts, answer, axes, measured, told
from quotations_cases import Pool, make_absent, make_cases
from quotations_peer import Peer
from quotations_record import BenchArchive, PartOfRecord, SwollenRecord


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Return the demo's archive."""
    folder = tmp_path_factory.mktemp("quotations") / "demo"
    Archive.demo(folder, at="2026-03-02T10:00:00Z")
    with Archive.open(folder) as archive:
        yield archive


def test_the_record_of_the_demo_is_quoted_and_found(kept: Archive, tmp_path: Path) -> None:
    """Of each kind of quotation some are made; no false verbatim, nearly all places told, and most wordings right."""
    record = PartOfRecord(kept.record, tmp_path, frozenset())
    archive, pool = BenchArchive(record), Pool(record, random.Random(5))
    cases = list(make_cases(pool, 4))
    assert len({case.kind for case in cases}) >= 16
    judged = [answer(case, archive, None) for case in cases]
    texts = Texts(record)
    figures = measured(judged, texts, pool)
    assert figures["false_verbatim"] == 0
    assert figures["first_9"] >= 95
    assert sum(told(each, texts) for each in judged if each.case.gold) >= 0.95 * len(
        [c for c in cases if c.gold]
    )
    assert sum(axes(each, texts)["wording"] for each in judged) >= 0.9 * len(judged)


def test_a_swollen_record_is_asked_like_any(kept: Archive, tmp_path: Path) -> None:
    """Paragraphs put in beside the real ones are turns of statements, and hide none of the real ones."""
    held_out = frozenset([next(iter(kept.list())).id])
    record = SwollenRecord(kept.record, tmp_path, held_out, 60, 3)
    archive = BenchArchive(record)
    assert sum(1 for _ in record.touched_since()) == len(list(kept.list())) - 1 + 3
    drawn = record.held("x0000001").statement.turns[4]
    assert archive.check(" ".join(drawn.text.split()[3:20])).citation is not None
    left_out = kept.record.held(next(iter(held_out))).statement.turns
    pool = Pool(record, random.Random(5))
    absent = list(make_absent("absent, far", list(left_out), pool, 3))
    verdicts = [archive.check(case.quotation).wording for case in absent]
    assert set(verdicts) <= {"not_found", "too_short"}


def test_an_index_kept_between_runs_is_of_its_record(kept: Archive, tmp_path: Path) -> None:
    """A record that was derived otherwise, or of which other statements are held out, has another derivation."""
    first, second = [each.id for each in kept.list()][:2]
    derivation = PartOfRecord(kept.record, tmp_path, frozenset([first])).derivation
    assert kept.record.derivation in derivation
    assert PartOfRecord(kept.record, tmp_path, frozenset([first])).derivation == derivation
    assert PartOfRecord(kept.record, tmp_path, frozenset([second])).derivation != derivation


def test_the_peer_finds_what_stands_in_a_row(kept: Archive, tmp_path: Path) -> None:
    """So that it is a peer: unchanged words of one paragraph are first."""
    record = PartOfRecord(kept.record, tmp_path, frozenset())
    peer, pool = Peer(record, tmp_path / "peer"), Pool(record, random.Random(7))
    cases = [case for case in make_cases(pool, 6) if case.kind == "typography"]
    found = [peer.ask(case.quotation)[0].statement == case.gold[0].statement for case in cases]
    assert sum(found) >= len(found) - 1
