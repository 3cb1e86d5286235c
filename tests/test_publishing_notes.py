"""The note of a published site: what was otherwise is written behind what was noted before, and both are read as one."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.model import Coverage, Event
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.renewing.folders import KeptFile, KeptFiles, pack_folder
from onrecord.publishing.renewing.kept import (
    Became,
    Covered,
    Drawn,
    Kept,
    Placed,
    Remembered,
    Sketched,
    ToldBefore,
    pack_lead,
)
from onrecord.publishing.renewing.notes import read_kept, read_told_before, write_kept
from onrecord.record import Print, Printed
from onrecord.record.tables.touches import Mark

COVERED = Coverage(
    None, 1, 1, 0, 0, None, None, None, 1, 0, from_=None, to=None, lists=0, announced=0, announced_held=0, announced_not_held=0,
    held_not_announced=0, events=0, delay=None, gaps=(), months=(),
)  # fmt: skip


def told_of(statements: dict[str, int], prefixes: tuple[str, ...]) -> ToldBefore:
    """Return what is told of statements, each of which is as its number says."""
    prints = {id_: Print(b"%d" % n, None) for id_, n in statements.items()}
    entries = tuple(
        Entry(id_, id_, "2031-03-02", None, f"Title {n}", "tern", "en", ("speech",), None, 1, 1, None, None)
        for id_, n in statements.items()
    )
    became = {id_: (b"%d" % n, _became(id_, n)) for id_, n in statements.items()}
    sources = {f"source {n % 3}": n for n in statements.values()}
    covered = tuple(replace(COVERED, source=name, statements=n) for name, n in sources.items())
    drawn = {id_: Drawn(b"%d" % n, b"", b"", None) for id_, n in statements.items()}
    placed = {id_: Placed(b"", f"messages/{n}") for id_, n in statements.items()}
    remembered = Remembered(
        {}, became, Printed(Mark("m", len(statements)), b"e", prints), entries, Covered(b"n", covered)
    )
    leads = {id_: pack_lead((b"%d" % n, f"Words {n}.")) for id_, n in statements.items()}
    return ToldBefore(leads, remembered, {prefix: Sketched(b"a", drawn, placed) for prefix in prefixes})


def _became(id_: str, n: int) -> tuple[Became, ...]:
    event = Event("e", "new", id_, f"Title {n}", "tern", None, (None, None), "2031", "it was captured", "")
    return (Became((n, id_, "2031", 0, "e"), event),)


def left_with(statements: dict[str, int]) -> Kept:
    """Return a site in which each statement has a page and stands on a list of its own."""
    files = {id_: KeptFile(b"p" * 16, b"d" * 32, n, n, n, n) for id_, n in statements.items()}
    lists = {f"lists/{id_}.html": each for id_, each in files.items()}
    folders = {f"statements/{id_}": pack_folder({"index.html": each}) for id_, each in files.items()}
    return Kept(None, b"state", len(statements), KeptFiles(lists, folders))


def same(one: ToldBefore, other: ToldBefore) -> bool:
    """Whether the same is told, in whatever order."""

    def in_order(told: ToldBefore) -> ToldBefore:
        covered = told.remembered.covered
        sorted_so = Covered(
            covered.noticed, tuple(sorted(covered.sources, key=lambda each: each.source or ""))
        )
        return replace(
            told, remembered=replace(told.remembered, entries=tuple(sorted(told.remembered.entries)), covered=sorted_so)
        )  # fmt: skip

    return in_order(one) == in_order(other)


@pytest.mark.parametrize("seed", range(6))
def test_what_was_noted_again_and_again_is_read_as_one(tmp_path: Path, seed: int) -> None:
    """Statements come, go, come back and become others, languages of the site as well; now and then all is written anew."""
    chance, path = random.Random(seed), tmp_path / "published" / "site.kept"
    statements = {f"s{n}": n for n in range(60)}
    sizes = []
    for n in range(40):
        for id_ in chance.sample([f"s{each}" for each in range(70)], 2):
            if statements.pop(id_, None) is None or chance.random() < 0.5:
                statements[id_] = 1000 + n
        prefixes = chance.choice([("",), ("",), ("", "fr/")])
        left = read_kept(path)
        kept, told = left_with(statements), told_of(statements, prefixes)
        write_kept(path, kept, told, left, None if left is None else read_told_before(left))
        sizes.append(path.stat().st_size)
        found = read_kept(path)
        assert found is not None
        assert (found.mark, found.state, found.statements, found.files) == (
            None, b"state", len(statements), kept.files,
        )  # fmt: skip
        assert same(read_told_before(found), told)
    behind = [after > before for before, after in pairwise(sizes)]
    assert True in behind
    assert False in behind


def test_one_change_adds_little_to_a_note(tmp_path: Path) -> None:
    """Where nothing was told anew, next to nothing."""
    path, statements = tmp_path / "site.kept", {f"s{n}": n for n in range(1000)}
    write_kept(path, left_with(statements), told_of(statements, ("",)))
    whole = path.stat().st_size
    left = read_kept(path)
    assert left is not None
    before = read_told_before(left)
    statements["s7"] = 7000
    write_kept(path, left_with(statements), told_of(statements, ("",)), left, before)
    one_more = path.stat().st_size
    assert 0 < one_more - whole < whole / 100
    left = read_kept(path)
    assert left is not None
    write_kept(path, left_with(statements), None, left)
    assert 0 < path.stat().st_size - one_more < 300


@pytest.mark.parametrize("damage", ["cut", "another", "more behind"])
def test_a_part_that_cannot_be_read_is_as_if_it_had_not_been_noted(tmp_path: Path, damage: str) -> None:
    """What stands before it is told; and the next time all is written anew."""
    path = tmp_path / "site.kept"
    first, second = {f"s{n}": n for n in range(50)}, {f"s{n}": n for n in range(1, 51)}
    write_kept(path, left_with(first), told_of(first, ("",)))
    left = read_kept(path)
    assert left is not None
    write_kept(path, left_with(second), told_of(second, ("",)), left, read_told_before(left))
    stored = path.read_bytes()
    match damage:
        case "cut":
            path.write_bytes(stored[:-1])
        case "another":
            path.write_bytes(stored[:-1] + bytes([stored[-1] ^ 1]))
        case "more behind":
            path.write_bytes(stored + b"?")
    found = read_kept(path)
    assert found is not None
    assert found.files == left_with(second if damage == "more behind" else first).files
    write_kept(path, left_with(second), told_of(second, ("",)), found, read_told_before(found))
    again = read_kept(path)
    assert again is not None
    assert again.tail is not None
    assert again.tail.size == again.tail.first
    assert again.files == left_with(second).files


def test_a_note_that_somebody_else_wrote_meanwhile_is_replaced(tmp_path: Path) -> None:
    """Nothing is written behind what was not read."""
    path = tmp_path / "site.kept"
    few, many = {"s1": 1}, {f"s{n}": n for n in range(50)}
    write_kept(path, left_with(many), told_of(many, ("",)))
    left = read_kept(path)
    assert left is not None
    before = read_told_before(left)
    write_kept(path, left_with(few), told_of(few, ("",)))
    write_kept(path, left_with(many), told_of(many, ("",)), left, before)
    found = read_kept(path)
    assert found is not None
    assert found.files == left_with(many).files
