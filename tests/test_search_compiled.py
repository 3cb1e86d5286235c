"""The compiled loops of seeking: the same answers as numpy gives, on records of words that stand nearly alike in many places."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.quoting import parse_quotation
from onrecord.search import QuotationIndex, Stretch
from onrecord.search.compiled import MANY, forget_loops, load_loops, loops
from quoting_statements import Said, statement_of
from search_record import InventedRecord

pytest.importorskip("numba")

_WORDS = [
    f"{a}{b}{c}" for a in ("bar", "tel", "mon", "sil") for b in ("a", "e", "o") for c in ("ran", "dis", "vel")
]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[QuotationIndex]:
    """Return an index of two segments and statements that share many words; the loops are forgotten behind it."""
    chance, record = random.Random(7), InventedRecord(tmp_path)
    made = QuotationIndex(tmp_path / "quotes")
    for n in range(240):
        said = [Said(" ".join(chance.choices(_WORDS, k=50)) + f" and quay {n % 40}.") for _ in range(3)]
        record.put(statement_of(*said, id=f"m{n:04}"))
        if n in (120, 239):
            made.catch_up(record)
    yield made
    forget_loops()


def _quotations(count: int) -> list[str]:
    """Return runs of the same words: some stand, most do not, some are marked, some are misspelled."""
    chance = random.Random(11)
    made = []
    for n in range(count):
        words = chance.choices(_WORDS, k=chance.randint(3, 30))
        if n % 3 == 0:
            words[len(words) // 2 : len(words) // 2] = ["…"]
        if n % 5 == 0:
            words[0] = words[0][:-1] + "q"
        made.append(" ".join(words) + f" and quay {n % 50}")
    return made


def _sought(index: QuotationIndex, quotation: str) -> tuple[Stretch, ...]:
    return index.seeker.seek([parse_quotation(quotation)], lambda words: frozenset()).stretches


def test_compiled_loops_give_the_same_places(index: QuotationIndex) -> None:
    """Stretch by stretch and in the same order, for quotations with marks, slips and words in a row."""
    quotations = _quotations(60)
    plain = [_sought(index, each) for each in quotations]
    assert loops() is None
    assert load_loops()
    assert [_sought(index, each) for each in quotations] == plain
    assert any(plain)


def test_many_questions_are_a_reason_to_compile(index: QuotationIndex) -> None:
    """The first question waits for nothing, the three-hundredth loads the loops."""
    for _ in range(MANY - 1):
        assert index.seeker is not None
    assert loops() is None
    assert index.seeker is not None
    assert loops() is not None
