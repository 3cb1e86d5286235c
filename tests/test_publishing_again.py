"""Publishing into a folder again and again gives what publishing into an empty one gives, and makes no more than it must."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

import loaded
from invented_captures import html_page
from onrecord import Archive, ArchiveBusy, WrongCall
from onrecord.archive.publishable import Printable
from onrecord.publishing.files import MARK
from onrecord.publishing.renewing.updated import UpdatedSite
from onrecord.record.history.history import History
from pages_record import MINISTRY, make_record
from publishing_again import AT, Office, differing, files_of, publish_as_it_goes_on, published

NEW = html_page(
    "Remarks by Odo Prell, Tern, 7 June 2031", "The pier will be painted before the winter, and not after."
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the archive that each test has a copy of."""
    return make_record(tmp_path_factory.mktemp("made"))


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    """Return an archive of a few statements, one revised and one with a copy."""
    return shutil.copytree(made, tmp_path / made.name)


def add(archive: Path, text: str = NEW, url: str = f"{MINISTRY}/news/9") -> None:
    """Add one page."""
    path = archive.parent / "new.html"
    path.write_text(text, encoding="utf-8")
    with Archive.open(archive) as opened:
        opened.add(path, url=url, captured_at="2031-06-08T08:00:00Z", now="2031-06-20T09:00:00Z")


@pytest.mark.parametrize("seed", range(3))
def test_whatever_becomes_of_a_record_the_site_is_that_of_an_empty_folder(tmp_path: Path, seed: int) -> None:
    """Byte for byte, after each of many things that happen to an archive, its source files and its site profile."""
    publish_as_it_goes_on(tmp_path, seed)


def test_a_page_that_stays_has_the_time_of_when_it_was_made(tmp_path: Path) -> None:
    """Every page is that of a whole publication of the record as it is, at one of the times at which was published."""
    office = Office(tmp_path, 99)
    times = [f"2026-05-{day}T10:30:00Z" for day in (26, 27, 28, 29)]
    for n, at in enumerate(times):
        if n % 2 == 0:  # between two of these nothing happens but that time goes on
            office.add()
        published(office.archive, tmp_path / "site", at)
        wholes = []
        for m, earlier in enumerate(times[: n + 1]):
            published(office.archive, tmp_path / f"whole-{n}-{m}", earlier, anew=True)
            wholes.append(files_of(tmp_path / f"whole-{n}-{m}"))
        site = files_of(tmp_path / "site")
        assert {*site} == {*wholes[-1]}
        pages = (path for path in site if path != MARK)
        assert [path for path in pages if not any(site[path] == whole[path] for whole in wholes)] == []
        # Who asks for the record now is told of now.
        for path in ("index.html", "about.html"):
            assert site[path] == wholes[-1][path]


def test_where_nothing_is_otherwise_nothing_is_written(archive: Path, tmp_path: Path) -> None:
    """Not one file is touched but the mark; so it is for a profile that counts no days and has no clock at another time."""
    site = tmp_path / "site"
    pages = published(archive, site)[0]
    lay = {path: (site / path).stat().st_mtime_ns for path in files_of(site) if path != MARK}
    assert published(archive, site) == (0, pages, 0)
    assert {path: (site / path).stat().st_mtime_ns for path in lay} == lay
    assert published(archive, site, "2026-07-01T10:30:00Z") == (2, pages - 2, 0)


def test_where_nothing_is_otherwise_the_record_is_not_asked(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what each page is made from, nor, at the same time, for any list; what its source file tells of publishing counts."""
    asked: list[str] = []

    def note(owner: type, name: str) -> None:
        answer = getattr(owner, name)

        def noting(self: object, *more: object) -> object:
            asked.append(name)
            return answer(self, *more)

        monkeypatch.setattr(owner, name, noting)

    note(Printable, "entries")
    note(History, "prints")
    published(archive, tmp_path / "site")
    assert {*asked} == {"entries", "prints"}
    asked.clear()
    published(archive, tmp_path / "site")
    assert asked == []
    published(archive, tmp_path / "site", "2026-07-01T10:30:00Z")
    assert asked == ["entries"]
    (archive / "sources" / "tern.toml").write_text(
        'name = "ministry.tern.example"\nhosts = ["ministry.tern.example"]\npublish = "metadata"\n',
        encoding="utf-8",
    )
    assert published(archive, tmp_path / "site")[0] > 2
    published(archive, tmp_path / "fresh", anew=True)
    assert differing(tmp_path / "site", tmp_path / "fresh") == []


def test_a_counter_of_days_is_never_left_behind(archive: Path, tmp_path: Path) -> None:
    """On the same day pages stay; on the next every page counts one more."""
    profile = tmp_path / "site.toml"
    profile.write_text('counters = [{since = "2026-03-01", text = "days have passed"}]', encoding="utf-8")
    pages = published(archive, tmp_path / "site", profile=profile)[0]
    assert published(archive, tmp_path / "site", "2026-05-26T18:00:00Z", profile=profile)[0] == 2
    cards = sum(path.endswith("/card.html") for path in files_of(tmp_path / "site"))
    assert published(archive, tmp_path / "site", "2026-05-27T10:30:00Z", profile=profile)[0] == pages - cards


def test_one_statement_more_makes_its_pages_and_those_that_list_it(archive: Path, tmp_path: Path) -> None:
    """Pages of other statements stay, but that of the message before it, which leads to it now."""
    published(archive, tmp_path / "site")
    before = files_of(tmp_path / "site")
    add(archive)
    published(archive, tmp_path / "site")
    after = files_of(tmp_path / "site")
    changed = {path for path in after if after[path] != before.get(path)}
    folders = {path.split("/")[1] for path in changed if path.startswith("statements/")}
    new = {path.split("/")[1] for path in after.keys() - before if path.startswith("statements/")}
    (earlier,) = folders - new
    assert len(new) == 1
    assert (
        f'statements/{min(new)}/index.html" rel="next"'.encode() in after[f"statements/{earlier}/index.html"]
    )
    assert {"index.html", "speakers/index.html", "timeline/2031/index.html", "changes/index.html"} <= changed


@pytest.mark.parametrize("edit", ["edited", "cut", "gone", "a link", "the same again"])
def test_a_page_that_is_not_as_it_was_left_is_made_again(archive: Path, tmp_path: Path, edit: str) -> None:
    """Edited by hand with its size and time put back, cut off, taken away, a link elsewhere; or only copied."""
    site = tmp_path / "site"
    published(archive, site)
    whole = files_of(site)
    page = next(
        site / path for path in sorted(whole) if path.startswith("statements/") and b"ferry" in whole[path]
    )
    told, body = page.stat(), page.read_bytes()
    time.sleep(0.01)
    page.unlink()
    if edit == "edited":
        page.write_bytes(body.replace(b"ferry", b"merry"))
        os.utime(page, ns=(told.st_atime_ns, told.st_mtime_ns))
    elif edit == "cut":
        page.write_bytes(body[:100])
    elif edit == "a link":
        (tmp_path / "elsewhere").write_bytes(body)
        page.symlink_to(tmp_path / "elsewhere")
    elif edit == "the same again":
        page.write_bytes(body)
    assert published(archive, site)[0] == (edit != "the same again")
    assert files_of(site) == whole
    assert not page.is_symlink()


@pytest.mark.parametrize("damage", ["gone", "cut", "another"])
def test_without_a_sound_note_all_is_made_anew(archive: Path, tmp_path: Path, damage: str) -> None:
    """What is noted of a site is derived: where it is missing, damaged or of another site, nothing is taken from it."""
    site = tmp_path / "site"
    pages = published(archive, site)[0]
    whole = files_of(site)
    (noted,) = (archive / "published").iterdir()
    if damage == "gone":
        noted.unlink()
    elif damage == "cut":
        noted.write_bytes(noted.read_bytes()[:-7])
    else:
        (site / MARK).write_text(
            (site / MARK).read_text("utf-8").replace("2026-05-26T10:30", "2026-05-26T10:31"), "utf-8"
        )
    assert published(archive, site) == (pages, 0, 0)
    assert files_of(site) == whole


def test_what_is_wanted_no_more_is_removed_with_its_folder(archive: Path, tmp_path: Path) -> None:
    """A language that the site speaks no more takes its folder along."""
    profile = tmp_path / "site.toml"
    profile.write_text('interface = ["en", "fr"]', encoding="utf-8")
    published(archive, tmp_path / "site", profile=profile)
    profile.write_text('interface = ["en"]', encoding="utf-8")
    assert published(archive, tmp_path / "site", profile=profile)[2] > 0
    assert not (tmp_path / "site" / "fr").exists()


def test_a_file_of_somebody_else_is_not_written_over(archive: Path, tmp_path: Path) -> None:
    """Where a new page would stand; the site is left as it was."""
    site = tmp_path / "site"
    published(archive, site)
    add(archive)
    published(archive, tmp_path / "other")
    path = next(
        path
        for path in files_of(tmp_path / "other")
        if path.startswith("statements/") and not (site / path).exists()
    )
    (site / path).parent.mkdir(parents=True)
    (site / path).write_text("mine", encoding="utf-8")
    before = files_of(site)
    with pytest.raises(WrongCall, match="which onrecord did not write"):
        published(archive, site)
    assert files_of(site) == before


def test_two_archives_may_publish_into_one_folder(archive: Path, tmp_path: Path) -> None:
    """What one noted does not hold for what the other left there."""
    other = make_record(tmp_path / "second")
    add(other)
    published(archive, tmp_path / "site")
    published(other, tmp_path / "site")
    published(archive, tmp_path / "site")
    published(archive, tmp_path / "fresh", anew=True)
    assert differing(tmp_path / "site", tmp_path / "fresh") == []


def test_who_publishes_at_the_same_time_is_told(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another was done first the later one changes nothing."""
    published(archive, tmp_path / "site")
    add(archive)
    finish = UpdatedSite.finish

    def late(self: UpdatedSite) -> bytes:
        (tmp_path / "site" / MARK).write_bytes(b"{}")
        return finish(self)

    monkeypatch.setattr(UpdatedSite, "finish", late)
    with pytest.raises(ArchiveBusy, match="publish once more"):
        published(archive, tmp_path / "site")


def test_words_that_were_removed_are_in_no_note(archive: Path, tmp_path: Path) -> None:
    """A redaction takes along what is noted of sites, first words among it."""
    published(archive, tmp_path / "site")
    with Archive.open(archive) as opened:
        id_ = next(each.id for each in opened.list() if "pier" in (each.title or ""))
        opened.redact(id_, by="Ines Marr", why="The law requires it.", now="2031-06-21T08:00:00Z")
    assert not (archive / "published").exists()
    published(archive, tmp_path / "site")
    published(archive, tmp_path / "fresh", anew=True)
    assert differing(tmp_path / "site", tmp_path / "fresh") == []


KILLED = """
import os, sys
from pathlib import Path
from onrecord import Archive
left, moment, archive, site, profile = [int(sys.argv[1])], *sys.argv[2:]

def counted(call):
    def counting(*args, **kwargs):
        left[0] -= 1
        if left[0] < 0:
            os._exit(9)
        return call(*args, **kwargs)
    return counting

with Archive.open(archive) as opened:
    for name in ("replace", "rename", "unlink", "rmdir", "mkdir"):
        setattr(Path, name, counted(getattr(Path, name)))
    opened.publish(site, at=moment, profile=profile)
"""


def killed_at(at: int, *given: Path) -> int:
    """Publish, and end the process at a change of the folder counted from 0; return its exit code."""
    command = [*loaded.program(KILLED), str(at), AT, *map(str, given)]
    return subprocess.run(command, check=False).returncode


def test_a_publication_killed_anywhere_leaves_whole_pages_and_the_next_one_mends_it(
    archive: Path, tmp_path: Path
) -> None:
    """Each file is wholly the old or the new one, and nothing is left beside it."""
    site = tmp_path / "public" / "site"
    profile = archive / "site.toml"
    profile.write_text('interface = ["en", "fr"]', encoding="utf-8")
    published(archive, site, profile=profile)
    old = files_of(site)
    profile.write_text("", encoding="utf-8")  # the French pages are to go
    add(archive)
    shutil.copytree(archive, tmp_path / "archive as it was")
    shutil.copytree(site, tmp_path / "site as it was")
    published(archive, tmp_path / "fresh", profile=profile, anew=True)
    new = files_of(tmp_path / "fresh")
    codes = set()
    for at in (0, 2, 8, 40, 150, 5000):
        for folder in (archive, site):
            shutil.rmtree(folder)
            shutil.copytree(tmp_path / f"{folder.name} as it was", folder)
        codes.add(killed_at(at, archive, site, profile))
        for path, body in files_of(site).items():
            assert path == MARK or body in (old.get(path), new.get(path)), (at, path)
        published(archive, site, profile=profile)
        assert files_of(site) == new, at
        assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert codes == {0, 9}
