"""The compiled loops of seeking: the same answers as numpy gives, on records of words that stand nearly alike in many places."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from onrecord.quoting import parse_quotation
from onrecord.search import QuotationIndex, Stretch
from onrecord.search.codes import code_of
from onrecord.search.compiled import CompiledGround, compile_aside
from onrecord.search.ground import Ground
from onrecord.search.seeking import Seeker
from onrecord.search.votes import keys_of
from quoting_statements import Said, statement_of
from search_record import InventedRecord

pytest.importorskip("numba")
loops = pytest.importorskip("onrecord.search.loops")
standing = pytest.importorskip("onrecord.search.standing")

_WORDS = [
    f"{a}{b}{c}" for a in ("bar", "tel", "mon", "sil") for b in ("a", "e", "o") for c in ("ran", "dis", "vel")
]


@pytest.fixture
def index(tmp_path: Path) -> QuotationIndex:
    """Return an index of two segments and statements that share many words."""
    chance, record = random.Random(7), InventedRecord(tmp_path)
    made = QuotationIndex(tmp_path / "quotes")
    for n in range(240):
        said = [Said(" ".join(chance.choices(_WORDS, k=50)) + f" and quay {n % 40}.") for _ in range(3)]
        record.put(statement_of(*said, id=f"m{n:04}"))
        if n in (120, 239):
            made.catch_up(record)
    return made


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


def _sought(seeker: Seeker, quotation: str) -> tuple[Stretch, ...]:
    return seeker.seek([parse_quotation(quotation)], lambda words: frozenset()).stretches


def test_compiled_loops_give_the_same_places(index: QuotationIndex) -> None:
    """Stretch by stretch and in the same order, for quotations with marks, slips and words in a row."""
    ground = index.seeker.ground
    plain, compiled = Seeker(Ground(ground.segments)), Seeker(CompiledGround(ground.segments))
    assert len(ground.segments) > 1
    quotations = _quotations(60)
    assert [_sought(compiled, each) for each in quotations] == [_sought(plain, each) for each in quotations]
    assert any(_sought(plain, each) for each in quotations)


def test_the_longest_beginning_and_end_that_stand_are_the_same(index: QuotationIndex) -> None:
    """Of a run of the record's words, one of them another, the compiled loop finds as many as numpy does, from either end."""
    plain, compiled = Ground(index.seeker.ground.segments), CompiledGround(index.seeker.ground.segments)
    first = random.Random(7).choices(_WORDS, k=50)
    told = []
    for changed in range(2, 28, 3):
        words = [*first[:changed], "quayside", *first[changed + 1 : 30]]
        keys = keys_of(np.array([code_of(word) for word in words], np.uint32))
        for at_end in (False, True):
            many = plain.longest(keys, 4, len(words) - 1, at_end=at_end)
            assert compiled.longest(keys, 4, len(words) - 1, at_end=at_end) == many
            told.append(many)
    assert {0, 5, 8, 27} <= set(told)


def test_few_common_words_are_read_out_of_the_stream(index: QuotationIndex) -> None:
    """Where no seed tells where they stand both ways find the same places, the words of one and of two."""
    ground = index.seeker.ground
    plain, compiled = Seeker(Ground(ground.segments)), Seeker(CompiledGround(ground.segments))
    few = [" ".join(random.Random(n).choices(_WORDS, k=1 + n % 3)) for n in range(12)]
    assert [_sought(compiled, each) for each in few] == [_sought(plain, each) for each in few]
    assert all(_sought(plain, each) for each in few if len(each.split()) < 3)


def test_many_questions_are_a_reason_to_compile(index: QuotationIndex) -> None:
    """Nobody waits for it: numpy answers until all loops are compiled, and what is asked then compiles nothing more."""
    index.many = 3
    assert not isinstance(index.seeker.ground, CompiledGround)
    assert not isinstance(index.seeker.ground, CompiledGround)
    if not compile_aside().is_set():
        assert not isinstance(index.seeker.ground, CompiledGround)
    assert compile_aside().wait(300)
    seeker = index.seeker
    assert isinstance(seeker.ground, CompiledGround)
    compiled = _signatures()
    assert any(_sought(seeker, each) for each in _quotations(60))
    assert _signatures() == compiled


def _signatures() -> int:
    loaded = (*vars(loops).values(), *vars(standing).values())
    return sum(len(getattr(each, "signatures", ())) for each in loaded)
