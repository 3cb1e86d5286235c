"""Single turns of a version and what it says of itself, read without the page they stand in."""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path

import msgspec
import pytest

from onrecord import Archive
from onrecord.errors import DamagedArchive, NotFound


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the demo's archive."""
    folder = tmp_path_factory.mktemp("stretches") / "demo"
    Archive.demo(folder, at="2026-03-02T10:00:00Z")
    return folder


def same_as_whole(archive: Archive) -> int:
    """Compare facts and turns of every version with what is held whole; return how many versions that were."""
    count = 0
    for id_, versions in archive.record.all_held():
        for held in versions:
            count += 1
            facts = archive.record.facts(id_, held.version)
            whole = msgspec.structs.replace(held.statement, turns=(), evidence={})
            assert (facts.statement, facts.version, facts.capture) == (whole, held.version, held.capture)
            assert facts.current == (facts.copied or archive.show(id_).version == held.version)
            assert archive.record.turns(id_, held.version) == held.statement.turns
            assert [turn.n for turn in held.statement.turns] == list(range(1, len(held.statement.turns) + 1))
    return count


def test_facts_and_turns_are_those_of_the_whole_version(demo: Path) -> None:
    """Of each version of the demo, revised ones too, the rows give what the page's Reading gives."""
    with Archive.open(demo) as archive:
        assert same_as_whole(archive) > 20


def test_some_turns_are_read_alone(demo: Path) -> None:
    """From one number to another, both inclusive; none beyond the last, and none of a version that is not there."""
    with Archive.open(demo) as archive:
        held = max(
            (versions[-1] for _, versions in archive.record.all_held()),
            key=lambda each: len(each.statement.turns),
        )
        id_, version, turns = held.statement.id, held.version, held.statement.turns
        assert archive.record.turns(id_, version, 2, 3) == turns[1:3]
        assert archive.record.turns(id_, version, len(turns)) == turns[-1:]
        assert archive.record.turns(id_, version, len(turns) + 1) == ()
        with pytest.raises(NotFound, match="no version 99"):
            archive.record.facts(id_, 99)


def test_they_follow_a_correction(demo: Path) -> None:
    """What the keeper mends of a turn is in the rows at once, and gone when it is taken back."""
    with Archive.open(demo) as archive:
        id_ = next(id_ for id_, versions in archive.record.all_held() if versions[-1].statement.turns)
        mended = archive.correct(
            id_, turn=1, sets={"speaker": "Oda Verrin"}, by="the keeper", why="the label was misread"
        )
        current = archive.show(id_).version
        assert archive.record.turns(id_, current)[0].speaker == "Oda Verrin"
        assert archive.record.facts(id_, current).statement.corrections
        same_as_whole(archive)
        archive.undo(mended.id, by="the keeper", why="it was right")
        assert not archive.record.facts(id_, current).statement.corrections
        same_as_whole(archive)


def test_tables_that_are_cut_short_while_they_are_read_are_told(demo: Path, tmp_path: Path) -> None:
    """What is gone from the file is one clear sentence, and not the end of the program, as it would be where the file were mapped."""
    copy = shutil.copytree(demo, tmp_path / "copy")
    with Archive.open(copy) as archive:
        ids = [each.id for each in archive.list()]
        archive.record.facts(ids[0], 1)
        archive.record._derived.db.execute("PRAGMA cache_size=1")
        os.truncate(copy / "record.sqlite", 8192)
        with pytest.raises(DamagedArchive, match=r"record\.sqlite is damaged"):
            list(map(partial(archive.record.turns, version=1), ids))


def test_all_that_a_check_reads_is_of_one_state(demo: Path) -> None:
    """A block has its own state, one within `steady` that of it, and none is left behind it."""
    with Archive.open(demo) as archive:
        db = archive.record._derived.db
        seen = []
        with archive.record.in_one_state():
            seen.append(db.in_transaction)
            with archive.record.in_one_state():
                seen.append(db.in_transaction)
            seen.append(db.in_transaction)
        seen.append(db.in_transaction)
        with archive.record.steady(), archive.record.in_one_state():
            seen.append(db.in_transaction)
        assert [*seen, db.in_transaction] == [True, True, True, False, True, False]
