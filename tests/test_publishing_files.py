"""Where a site may be written, and that it is written whole or not at all."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loaded
from onrecord.errors import WrongCall
from onrecord.model import AnnouncedNotice
from onrecord.publishing import publish_site
from onrecord.publishing.files import SiteFolder, folder_name
from publishing_record import AT, RecordInMemory, an_interview


def a_record() -> RecordInMemory:
    """Return a record of one statement."""
    record = RecordInMemory()
    record.keep(an_interview())
    return record


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


class Broken(RecordInMemory):
    """A record that fails when it is half told."""

    def notices(self) -> Iterable[AnnouncedNotice]:
        """Fail."""
        raise OSError("the disk is gone")


def test_a_site_of_ours_is_replaced(tmp_path: Path) -> None:
    """Publishing again puts the new site in the place of the old; pages that are no longer there are gone."""
    publish_site(a_record(), tmp_path / "site", None, AT)
    publish_site(RecordInMemory(), tmp_path / "site", None, AT)
    assert not any("statements/" in path for path in files_in(tmp_path / "site"))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_is_taken_and_parents_are_made(tmp_path: Path) -> None:
    """A folder that is there and empty is as good as none."""
    (tmp_path / "empty").mkdir()
    publish_site(a_record(), tmp_path / "empty", None, AT)
    publish_site(a_record(), tmp_path / "new" / "deep" / "site", None, AT)
    assert files_in(tmp_path / "empty") == files_in(tmp_path / "new" / "deep" / "site")


def test_a_site_may_be_read_by_everybody(tmp_path: Path) -> None:
    """The folder is not left as private as the temporary one in which it grew."""
    publish_site(a_record(), tmp_path / "site", None, AT)
    assert (tmp_path / "site").stat().st_mode & 0o055 == 0o055


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """A folder with other files, and a file, are refused untouched."""
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter-1.txt").write_text("mine")
    with pytest.raises(WrongCall, match="not empty and holds no site of ours"):
        publish_site(a_record(), tmp_path / "thesis", None, AT)
    with pytest.raises(WrongCall, match="is a file"):
        publish_site(a_record(), tmp_path / "thesis" / "chapter-1.txt", None, AT)
    assert files_in(tmp_path) == {"thesis/chapter-1.txt": b"mine"}


def test_a_file_that_somebody_put_into_our_site_is_not_lost(tmp_path: Path) -> None:
    """A site of ours with a foreign file in it is not replaced; the file is named."""
    publish_site(a_record(), tmp_path / "site", None, AT)
    (tmp_path / "site" / "assets" / "CNAME").write_text("record.example")
    before = files_in(tmp_path)
    with pytest.raises(WrongCall, match="assets/CNAME, which onrecord did not write"):
        publish_site(RecordInMemory(), tmp_path / "site", None, AT)
    assert files_in(tmp_path) == before


def test_a_failure_leaves_the_former_site_whole(tmp_path: Path) -> None:
    """Whatever goes wrong on the way, the site that stood there still stands, and nothing is left beside it."""
    publish_site(a_record(), tmp_path / "site", None, AT)
    before = files_in(tmp_path)
    with pytest.raises(OSError, match="the disk is gone"):
        publish_site(Broken(), tmp_path / "site", None, AT)
    assert files_in(tmp_path) == before


def test_a_failure_of_the_last_rename_brings_the_former_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one moment without a site in its place is undone."""
    publish_site(a_record(), tmp_path / "site", None, AT)
    before = files_in(tmp_path)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target == tmp_path / "site" and (self / "statements").exists() is False:
            raise OSError("no space left")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="no space left"):
        publish_site(RecordInMemory(), tmp_path / "site", None, AT)
    assert files_in(tmp_path) == before


KILLED = """
import os, shutil, sys
from pathlib import Path
from onrecord.publishing import publish_site
from publishing_record import AT, RecordInMemory
where, moment = Path(sys.argv[1]), sys.argv[2]
rename, calls = Path.rename, []

def killed(self, target):
    calls.append(target)
    if moment == f"before rename {len(calls)}":
        os._exit(9)
    return rename(self, target)

def gone(*args, **kwargs):
    os._exit(9)

Path.rename = killed
if moment == "before the former is removed":
    shutil.rmtree = gone
publish_site(RecordInMemory(), where, None, AT)
"""


@pytest.mark.parametrize("moment", ["before rename 1", "before rename 2", "before the former is removed"])
def test_what_a_killed_publication_left_is_cleared_up(tmp_path: Path, moment: str) -> None:
    """Also between the two renames: the next one, even if it fails, finds the site in its place and nothing beside it."""
    publish_site(a_record(), tmp_path / "site", None, AT)
    whole = files_in(tmp_path)
    code = subprocess.run(
        [*loaded.program(KILLED), str(tmp_path / "site"), moment],
        check=False,
    ).returncode
    assert code == 9
    assert len(list(tmp_path.iterdir())) == 2
    with pytest.raises(OSError, match="the disk is gone"):
        publish_site(Broken(), tmp_path / "site", None, AT)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (files_in(tmp_path) == whole) == (moment != "before the former is removed")
    publish_site(a_record(), tmp_path / "site", None, AT)
    assert files_in(tmp_path) == whole


def test_another_publication_under_way_is_not_taken_for_a_killed_one(tmp_path: Path) -> None:
    """Who is done last has the place; nothing is left of the other."""
    with SiteFolder(tmp_path / "site", AT) as first:
        first.write("index.html", "first")
        publish_site(a_record(), tmp_path / "site", None, AT)
        first.finish()
    assert sorted(files_in(tmp_path)) == ["site/index.html", "site/onrecord-site.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_is_named_as_it_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path stays one in what is told of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter-1.txt").write_text("mine")
    with pytest.raises(WrongCall, match=r"^thesis is not empty"):
        publish_site(a_record(), "thesis", None, AT)
    with pytest.raises(WrongCall, match=r"No site can be written at thesis/chapter-1.txt/site \("):
        publish_site(a_record(), "thesis/chapter-1.txt/site", None, AT)


@given(st.text())
def test_file_names_are_safe_whatever_an_id_holds(identity: str) -> None:
    """No separators, no dots, no capitals that two file systems might see differently, never empty."""
    name = folder_name(identity)
    assert name.strip("abcdefghijklmnopqrstuvwxyz0123456789-_") == ""
    assert 0 < len(name) <= 100


@given(st.lists(st.text(), unique=True))
def test_two_ids_never_share_a_file_name(identities: list[str]) -> None:
    """An id that must be renamed cannot take the name of another."""
    assert len({folder_name(identity) for identity in identities}) == len(identities)
    assert folder_name(folder_name("A")) != folder_name("A")
