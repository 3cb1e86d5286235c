"""Searching and checking an archive as pages come in: what is new, edited and put back is found at once."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import loaded
from onrecord import Archive, ArchiveBusy, WrongCall
from onrecord.search import Index

URL = "https://norhaven.example/news/14"
NOW = "2026-01-01T00:00:00Z"


def page(when: str) -> str:
    """Return an invented page of which one word changes."""
    return f"""<!doctype html><html lang="en"><head><title>Foreign Minister Anna Berg’s interview with the Lune Courier,
    Norhaven, October 14, 2019</title></head><body><h1>Foreign Minister Anna Berg’s interview with the Lune Courier, Norhaven,
    October 14, 2019</h1><p><b>Question:</b> Who will pay for the bridge over the river Lune?</p>
    <p><b>Anna Berg:</b> The council pays for it, as it always has. The bridge will be ready before the {when}, and nobody
    in the council objects to that.</p></body></html>"""


def add(archive: Archive, folder: Path, when: str, captured_at: str) -> None:
    """Add a capture of the page."""
    path = folder / f"{captured_at[:10]}.html"
    path.write_text(page(when), "utf-8")
    archive.add(path, url=URL, captured_at=captured_at, now=NOW)


def speech(folder: Path) -> Path:
    """Return a page with another statement, written into the folder."""
    path = folder / "speech.txt"
    words = "The old quay stays open for every boat that needs it, and so does the new one. " * 3
    path.write_text(f"Minister Ada Verne’s speech, Port Ellery, March 2, 2021\n\n{words}\n", "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Return an archive that holds one page."""
    with Archive.create(tmp_path / "archive", now=NOW) as made:
        add(made, tmp_path, "winter", "2019-10-15T08:00:00Z")
        yield made


def test_what_was_just_added_is_found(archive: Archive) -> None:
    """Search and check bring their index level with the record first."""
    (hit,) = archive.search("bridge council")
    assert (hit.speaker, hit.url) == ("Anna Berg", URL)
    verdict = archive.check("The bridge will be ready before the winter", speaker="Berg", date="2019-10-14")
    assert (verdict.wording, verdict.attribution, verdict.date, verdict.version) == (
        "verbatim",
        "matches",
        "matches",
        "current",
    )
    assert (verdict.searched.statements, verdict.searched.versions) == (1, 1)


def test_add_indexes_what_it_added(archive: Archive, tmp_path: Path) -> None:
    """No question has to wait: the index is level after each add, and holds no more than was asked of it."""
    assert archive.is_indexed()
    told: list[tuple[int, str]] = []
    archive.index(lambda count, title: told.append((count, title)))
    assert told == []
    shutil.rmtree(archive.folder / "search")
    with Archive.open(archive.folder) as again:
        assert not again.is_indexed()
        again.index(lambda count, title: told.append((count, title)))
        assert [count for count, _ in told] == [1]
        assert again.is_indexed()
    other = speech(tmp_path)
    Archive.add_to(archive.folder, other, now=NOW, progress=lambda count, what: told.append((count, what)))
    assert told[-1][0] == 1
    with Archive.open(archive.folder) as again:
        (level,) = (archive.folder / "search").glob("level.json")
        assert json.loads(level.read_text())["position"] == again.record.position
        assert len(again.search("quay")) == 1


@pytest.mark.parametrize("moment", ["_enter", "write_level"])
def test_an_add_killed_while_it_indexes_loses_nothing(archive: Archive, tmp_path: Path, moment: str) -> None:
    """What was kept is found by the next question, once: the index tells how far it got only when it got there."""
    other = speech(tmp_path)
    killed = (
        "import os, sys; from onrecord import Archive; from onrecord.search import index;"
        f"index.{moment} = lambda *_: os.kill(os.getpid(), 9); Archive.add_to(sys.argv[1], sys.argv[2])"
    )
    ended = subprocess.run([*loaded.program(killed), str(archive.folder), str(other)], check=False)
    assert ended.returncode == -9
    with Archive.open(archive.folder) as again:
        assert len(list(again.list())) == 2
        assert again.is_indexed()
        assert len(again.search("quay")) == 1
        assert len(again.search("bridge council")) == 1


def test_add_does_not_wait_for_another_who_indexes(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept is kept, and the next question catches up."""

    def busy(*_: object) -> None:
        raise ArchiveBusy("Another writes.")

    with monkeypatch.context() as patched:
        patched.setattr(Index, "catch_up", busy)
        add(archive, tmp_path, "summer", "2019-11-01T08:00:00Z")
    assert len(archive.search("summer")) == 1


def test_a_text_at_two_addresses_is_one_hit(archive: Archive, tmp_path: Path) -> None:
    """It is one statement, also where a copy has another word; that version is not the current one."""
    longer = "spring. It carries the road, the rails and the water of three towns, and none of them can do without it"
    add(archive, tmp_path, longer, "2019-10-15T09:00:00Z")
    path = tmp_path / "mirror.html"
    path.write_text(page(longer), "utf-8")
    archive.add(path, url="https://mirror.example/a", captured_at="2019-10-16T08:00:00Z", now=NOW)
    archive.add(path, url="https://mirror.example/b", captured_at="2019-10-17T08:00:00Z", now=NOW)
    path.write_text(page("summer"), "utf-8")
    archive.add(path, url="https://mirror.example/c", captured_at="2019-10-18T08:00:00Z", now=NOW)
    (hit,) = archive.search("bridge ready")
    (listed,) = archive.list()
    assert (hit.statement, hit.also_in) == (listed.id, ())
    assert [each.relation for each in listed.witnesses] == ["original", "original", *["syndicated"] * 3]
    verdict = archive.check("will be ready before the summer")
    assert (verdict.wording, verdict.version) == (
        "verbatim",
        "current",
    )  # the source never had it, and replaced nothing
    assert verdict.citation is not None
    assert verdict.citation.url == "https://mirror.example/c"


def test_an_edit_supersedes_and_putting_it_back_makes_current(archive: Archive, tmp_path: Path) -> None:
    """Of three captures, the text last seen is the current one, though it was seen first, too."""
    add(archive, tmp_path, "summer", "2019-11-01T08:00:00Z")
    assert archive.check("will be ready before the winter").version == "superseded"
    assert [len(archive.search(word)) for word in ("winter", "summer")] == [0, 1]
    add(archive, tmp_path, "winter", "2019-12-01T08:00:00Z")
    assert archive.check("will be ready before the winter").version == "current"
    assert archive.check("will be ready before the summer").version == "superseded"
    assert [len(archive.search(word)) for word in ("winter", "summer")] == [1, 0]


def test_a_rebuilt_archive_answers_the_same(archive: Archive) -> None:
    """The index is derived with all else."""
    before = archive.search("bridge"), archive.check("nobody in the council objects")
    archive.rebuild()
    assert (archive.search("bridge"), archive.check("nobody in the council objects")) == before


def test_a_wrong_call_is_told_before_anything_is_read(archive: Archive) -> None:
    """Words, dates and filters that make no sense are refused in one sentence."""
    with pytest.raises(WrongCall, match="no words"):
        archive.check("…")
    with pytest.raises(WrongCall, match="give it as"):
        archive.check("The council pays for it", date="14.10.2019")
    with pytest.raises(WrongCall, match="close it"):
        archive.search('"bridge')
    with pytest.raises(WrongCall, match="no kind"):
        archive.search("bridge", kind="sermon")
