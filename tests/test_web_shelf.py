"""What a served site lists is made once for all threads that serve it, and once for each state of the record."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from onrecord import Archive, Profile, ServedSite, Shelf
from onrecord.archive.revisions import tell_revision
from onrecord.publishing import contents
from onrecord.record import Record
from pages_record import make_record
from publishing_again import Office

AT = "2031-06-01T12:00:00+00:00"
PAGE = (
    "<html lang='en'><head><title>Speech by Minister Ada Verne at pier {n}</title></head><body>"
    "<h1>Speech by Minister Ada Verne at pier {n}</h1><p>Posted 3 March 2031</p>"
    "<p>The old quay at pier {n} stays open for every boat that needs it, and we sail in the spring.</p></body></html>"
)


def _add(archive: Archive, folder: Path, n: int) -> None:
    file = folder / f"{n}.html"
    file.write_text(PAGE.format(n=n), "utf-8")
    archive.add(file, url=f"https://harbours.example/speeches/{n}", captured_at="2031-03-03T12:00:00Z")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an archive of three statements."""
    with Archive.create(tmp_path / "archive") as archive:
        for n in range(3):
            _add(archive, tmp_path, n)
    return tmp_path / "archive"


def _site(archive: Archive, at: str = AT) -> ServedSite:
    return archive.site(at=at, profile=Profile(publish="full"), base="http://127.0.0.1/")


def test_threads_share_a_list_and_read_words_each_from_its_own_tables(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four threads ask at once for pages with lists, events and words: one list is made, all pages are right."""
    made: list[int] = []
    init = contents.Contents.__init__

    def counted(*arguments: object) -> None:
        made.append(1)
        init(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(contents.Contents, "__init__", counted)
    shelf, together = Shelf(), threading.Barrier(4)
    told: list[list[str | None]] = []

    def serve() -> None:
        with Archive.open(folder, only_asks=True, shelf=shelf) as archive:
            together.wait(30)
            site = _site(archive)
            statements = [f"statements/{each.folder}/index.html" for each in site.contents.entries]
            paths = ("index.html", "changes/index.html", "sources/index.html", *statements)
            told.append([site.page(path) for path in paths])

    threads = [threading.Thread(target=serve) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert len(made) == 1
    assert len(told) == 4
    assert all(None not in pages and pages == told[0] for pages in told)
    assert "The old quay at pier" in (told[0][-1] or "")


def test_another_state_is_listed_anew(folder: Path) -> None:
    """What was added is on the next page; who answers from the state before still can."""
    shelf = Shelf()
    with (
        Archive.open(folder, shelf=shelf) as archive,
        Archive.open(folder, only_asks=True, shelf=shelf) as other,
    ):
        before = _site(archive)
        with other.steady():
            still = _site(other)
            assert still.contents is before.contents
            _add(archive, folder.parent, 3)
            after = _site(archive)
            assert len(after.contents.entries) == 4
            assert _site(other).contents is before.contents
        other.follow()
        assert _site(other).contents is after.contents


def test_a_site_of_a_minute_is_made_once(folder: Path) -> None:
    """The next minute's has other clocks and the same lists."""
    with Archive.open(folder, only_asks=True) as archive:
        one = _site(archive)
        assert _site(archive) is one
        later = _site(archive, at="2031-06-01T12:01:00+00:00")
        assert later is not one
        assert later.contents is one.contents


def test_coverage_is_counted_once_for_a_state(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For all who share a shelf; what was added is in it."""
    counted: list[int] = []
    told = Record.coverage

    def coverage(record: Record, source: str | None = None) -> object:
        counted.append(1)
        return told(record, source)

    monkeypatch.setattr(Record, "coverage", coverage)
    shelf = Shelf()
    with (
        Archive.open(folder, shelf=shelf) as archive,
        Archive.open(folder, only_asks=True, shelf=shelf) as other,
    ):
        assert [each.statements for each in archive.coverage()] == [3]
        assert list(other.coverage(source="harbours.example")) == list(archive.coverage())
        assert len(counted) == 1
        _add(archive, folder.parent, 3)
        assert [each.statements for each in archive.coverage()] == [4]
        assert len(counted) == 2


@pytest.fixture
def told_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the statements of which a step was told, each time it is."""
    told: list[str] = []

    def counted(record: Record, statement: str, *others: object) -> object:
        told.append(statement)
        return tell_revision(record, statement, *others)  # type: ignore[arg-type]

    monkeypatch.setattr("onrecord.archive.publishable.tell_revision", counted)
    return told


def _ready(archive: Archive) -> str | None:
    archive.make_ready(at=AT, profile=Profile(publish="full"))
    return _site(archive).page("changes/index.html")


def test_what_became_of_statements_is_told_once_and_kept_over_states_and_restarts(
    tmp_path: Path, told_anew: list[str]
) -> None:
    """A statement more is no reason to compare the versions of the others, nor is a server that was started again."""
    folder = make_record(tmp_path)
    with Archive.open(folder, shelf=Shelf()) as archive:
        before = _ready(archive) or ""
        assert told_anew
        assert "edited" in before.lower()
        told_anew.clear()
        _add(archive, tmp_path, 7)
        after = _ready(archive) or ""
        assert "at pier 7" in after
        assert "at pier 7" not in before
    with Archive.open(folder, only_asks=True, shelf=Shelf()) as archive:
        assert _ready(archive) == after
    assert told_anew == []


@pytest.mark.parametrize("seed", range(3))
def test_whatever_becomes_of_a_record_the_changes_are_told_as_from_nothing(tmp_path: Path, seed: int) -> None:
    """Added, revised, copied, vanished, corrected, redacted, released, withdrawn: a shelf that saw all of it tells the same."""
    office, shelf = Office(tmp_path / "office", seed), Shelf()
    for _ in range(8):
        office.go_on()
        with (
            Archive.open(office.archive, shelf=shelf) as one,
            Archive.open(office.archive, only_asks=True) as other,
        ):
            assert _ready(one) == _site(other).page("changes/index.html")
