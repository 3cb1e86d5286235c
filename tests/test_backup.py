"""An archive as one file and back: the same bytes each time, compared on the way in, and nothing hostile gets past."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented_captures import NOW, exported, kept, tree, use_toy_reader
from onrecord.errors import DamagedArchive, NotFound, WrongCall
from onrecord.record import Record
from onrecord.record.guard.backup import MANIFEST, is_name
from test_record_verify import pages

SOURCE = 'name = "Tides"\nhosts = ["tides.example"]\n'


@pytest.fixture(autouse=True)
def _toy_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    use_toy_reader(monkeypatch)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the archive that each test has a copy of: of two WARC files, a source file and a site profile."""
    folder = tmp_path_factory.mktemp("made") / "archive"
    with pytest.MonkeyPatch.context() as patch:
        use_toy_reader(patch)
        with kept(folder, pages(1, 3)) as record:
            record.add(pages(4, 5), now=NOW)
        (folder / "sources" / "tides.toml").write_text(SOURCE)
        (folder / "site.toml").write_text('name = "A record"\n')
        Record.open(folder).close()
    return folder


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    """Return an archive of two WARC files, a source file and a site profile."""
    return shutil.copytree(made, tmp_path / "archive")


@pytest.fixture
def backup(archive: Path, tmp_path: Path) -> Path:
    """Return a backup of it."""
    Record.back_up(archive, tmp_path / "one.onrecord")
    return tmp_path / "one.onrecord"


def restored(backup: Path) -> Path:
    """Return the folder that a backup was restored into."""
    folder = backup.parent / "restored"
    Record.restore(backup, folder)
    return folder


def truth(folder: Path) -> dict[str, bytes]:
    """Return the truth of an archive, its lock aside."""
    return {name: content for name, content in tree(folder).items() if name != "lock"}


def test_there_and_back(archive: Path, backup: Path) -> None:
    """Every byte of the truth is there, the record is the same, and `verify` finds nothing."""
    folder = restored(backup)
    assert truth(folder) == truth(archive)
    with Record.open(folder) as one, Record.open(archive) as other:
        assert exported(one) == exported(other)
        assert one.verify().findings == ()
        assert one.add(pages(6, 6), now=NOW).new == 1


def test_the_same_archive_gives_the_same_bytes(archive: Path, backup: Path, tmp_path: Path) -> None:
    """Whoever makes it, and when; the digest that is told is that of the file."""
    for path in archive.rglob("*"):
        os.utime(path, (1, 1))
    again = Record.back_up(archive, tmp_path / "two.onrecord")
    assert (tmp_path / "two.onrecord").read_bytes() == backup.read_bytes()
    assert Record.restore(backup, tmp_path / "there").digest == again.digest


def test_a_backup_of_what_was_restored_is_the_backup(backup: Path, tmp_path: Path) -> None:
    """Nothing is lost on the way."""
    Record.back_up(restored(backup), tmp_path / "two.onrecord")
    assert (tmp_path / "two.onrecord").read_bytes() == backup.read_bytes()


def test_any_tar_reads_it(backup: Path) -> None:
    """It is a plain tar: who has no onrecord has his captures."""
    with tarfile.open(backup) as file:
        names = file.getnames()
    assert names[:2] == ["captures/000001.warc.gz", "captures/000002.warc.gz"]
    assert names[-2:] == ["ledger.jsonl", MANIFEST]


def test_what_nobody_was_told_of_is_not_in_it(archive: Path, tmp_path: Path) -> None:
    """The tail that a killed add left behind, the derived tables, and files of others stay out."""
    path = archive / "captures" / "000001.warc.gz"
    whole = path.read_bytes()
    path.write_bytes(whole + b"tail")
    (archive / "notes.txt").write_text("mine")
    Record.back_up(archive, tmp_path / "x.onrecord")
    folder = restored(tmp_path / "x.onrecord")
    assert (folder / "captures" / "000001.warc.gz").read_bytes() == whole
    assert not (folder / "notes.txt").exists()


def test_a_damaged_archive_is_not_backed_up_as_whole(archive: Path, tmp_path: Path) -> None:
    """A missing or cut file is told; nothing is left of the backup."""
    (archive / "captures" / "000001.warc.gz").unlink()
    with pytest.raises(DamagedArchive, match=r"^captures/000001\.warc\.gz is missing or cut: restore it"):
        Record.back_up(archive, tmp_path / "x.onrecord")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive"]


def test_a_changed_capture_is_not_backed_up(archive: Path, tmp_path: Path) -> None:
    """As long as before, and no more what the ledger tells: found when it is backed up, not when somebody needs it."""
    file = next(archive.glob("captures/*.warc.gz"))
    stored = bytearray(file.read_bytes())
    stored[len(stored) // 2] ^= 0x55
    file.write_bytes(stored)
    with pytest.raises(DamagedArchive, match=r"captures/.*nothing was backed up"):
        Record.back_up(archive, tmp_path / "changed.tar")
    assert not (tmp_path / "changed.tar").exists()


def test_nothing_is_written_over(archive: Path, backup: Path, tmp_path: Path) -> None:
    """Neither a file by a backup nor a folder by what is restored."""
    with pytest.raises(WrongCall, match=r"one\.onrecord is there already: name a new file"):
        Record.back_up(archive, backup)
    before = tree(archive)
    with pytest.raises(WrongCall, match=r"archive is not empty, and nothing is ever restored over anything"):
        Record.restore(backup, archive)
    assert tree(archive) == before
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(WrongCall, match=r"link is no folder"):
        Record.restore(backup, tmp_path / "link")
    with pytest.raises(NotFound, match=r"^There is no backup at "):
        Record.restore(tmp_path / "none", tmp_path / "there")
    (tmp_path / "empty").mkdir()
    assert Record.restore(backup, tmp_path / "empty").files == 5


def remade(backup: Path, change: Callable[[list[tuple[tarfile.TarInfo, bytes]]], Any]) -> Path:
    """Return a backup with its members changed, its list made to fit where it still can be."""
    with tarfile.open(backup) as file:
        members = [(each, (file.extractfile(each) or io.BytesIO()).read()) for each in file.getmembers()]
    change(members)
    path = backup.with_name("hostile.onrecord")
    with tarfile.open(path, "w", format=tarfile.GNU_FORMAT) as file:
        for member, content in members:
            member.size = len(content) if member.isreg() else 0
            file.addfile(member, io.BytesIO(content))
    return path


def member(name: str, content: bytes = b"x", **fields: Any) -> tuple[tarfile.TarInfo, bytes]:
    """Return a member of a tar."""
    made = tarfile.TarInfo(name)
    for field, value in fields.items():
        setattr(made, field, value)
    return made, content


def relisted(members: list[tuple[tarfile.TarInfo, bytes]], name: str) -> None:
    """Put a further file into the list of a backup, as somebody would who wants it taken."""
    made, content = members.pop()
    listed = json.loads(content)
    digest = hashlib.sha256(b"x").hexdigest()
    listed["files"][name] = [1, f"sha256:{digest}"]
    members.append((made, json.dumps(listed).encode()))


NAMES = [
    "/etc/passwd", "../outside", "captures/../../outside", "captures/../ledger.jsonl", "./ledger.jsonl", "captures",
    "captures/000001.warc.gz/x", "captures/1.warc.gz", "record.sqlite", "search/meta.json", "lock", "sources/.hidden.toml",
    "sources/a\nb.toml", "sources/a\u202eb.toml", "corrections/../x.toml", "sources\\x.toml", "C:\\x.toml", "sources/x.toml\0",
    "sources/" + "x" * 120 + ".toml",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_no_archive_holds_is_refused(backup: Path, name: str) -> None:
    """Absolute, upwards, foreign or hidden, although it stands in the list; nothing is left of it."""
    assert not is_name(name)

    def change(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
        relisted(members, name)
        members.insert(0, member(name))

    assert_refused(remade(backup, change))


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE,
     tarfile.GNUTYPE_SPARSE, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, b"9"],
)  # fmt: skip
def test_what_is_no_plain_file_is_refused(backup: Path, kind: bytes) -> None:
    """Links, devices, pipes, folders, sparse files and headers that change the next one."""

    def change(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
        members.insert(0, member("sources/x.toml", b"", type=kind, linkname="../../x"))

    assert_refused(remade(backup, change))


def assert_refused(path: Path, said: str = "") -> None:
    """See that nothing is restored, and that no file is left or was made anywhere beside."""
    before = sorted(path.parent.rglob("*"))
    with pytest.raises(DamagedArchive, match=rf"^{path} is not restored: .*{said}") as caught:
        Record.restore(path, path.parent / "restored")
    assert "\n" not in str(caught.value)
    assert sorted(path.parent.rglob("*")) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda members: members.insert(0, members[0]), "twice"),
        (lambda members: members.insert(3, member("sources/TIDES.toml")), "twice"),
        (lambda members: members.insert(0, member("sources/x.toml")), "is not in its list"),
        (lambda members: members.pop(0), "is in its list, and not in it"),
        (lambda members: members.pop(), "the list of what is in it is missing"),
        (lambda members: members.append(members.pop(0)), "stands behind the list"),
        (
            lambda members: members.__setitem__(0, (members[0][0], members[0][1][:-1] + b"x")),
            "not as it was written",
        ),
        (lambda members: members.__setitem__(-1, member(MANIFEST, b"{}")), "cannot be read"),
        (
            lambda members: members.__setitem__(-1, member(MANIFEST, b'{"onrecord_backup": 9, "files": {}}')),
            "format 9",
        ),
    ],
)
def test_what_is_missing_foreign_or_changed_is_named(
    backup: Path, change: Callable[[Any], Any], said: str
) -> None:
    """Each in one sentence, and nothing is restored."""
    assert_refused(remade(backup, change), said)


def test_a_list_that_agrees_with_changed_captures_is_not_enough(backup: Path) -> None:
    """The captures are compared with the ledger as well."""

    def change(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
        made, content = members[0]
        bad = content[:-9] + bytes(9)
        members[0] = (made, bad)
        last, listing = members.pop()
        listed = json.loads(listing)
        listed["files"][made.name] = [len(bad), "sha256:" + hashlib.sha256(bad).hexdigest()]
        members.append((last, json.dumps(listed).encode()))

    assert_refused(remade(backup, change), r"captures/000001\.warc\.gz .*Bytes have changed")


def test_a_length_that_the_file_does_not_have_is_refused_at_once(backup: Path) -> None:
    """A header may claim any size: no room is made for what is not there."""
    stored = bytearray(backup.read_bytes())
    header = tarfile.TarInfo("captures/000001.warc.gz")
    header.size = 1 << 60
    stored[:512] = header.tobuf(tarfile.GNU_FORMAT)
    backup.write_bytes(stored)
    assert_refused(backup, r"it ends inside 'captures/000001\.warc\.gz'")


def test_a_packed_backup_is_none(backup: Path) -> None:
    """Nothing is unpacked, so that nothing can swell: gzip, zip and empty files are no backups."""
    for content in (b"", b"\x1f\x8b\x08" + bytes(600), b"PK\x03\x04" + bytes(600), bytes(1024)):
        backup.write_bytes(content)
        assert_refused(backup)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), cut=st.booleans())
def test_a_changed_or_cut_backup_is_never_restored_as_another(
    archive: Path, backup: Path, at: float, bit: int, cut: bool
) -> None:
    """Wherever a bit is flipped or the file ends: it is refused, or the archive is the same byte for byte."""
    whole = backup.read_bytes()
    place = int(at * len(whole))
    changed = whole[:place] if cut else bytearray(whole)
    if isinstance(changed, bytearray):
        changed[place] ^= 1 << bit
    path = backup.with_name("changed.onrecord")
    path.write_bytes(changed)
    folder = backup.parent / "restored"
    try:
        Record.restore(path, folder)
    except DamagedArchive:
        assert not folder.exists()
    else:
        assert truth(folder) == truth(archive)
        shutil.rmtree(folder)
    assert not list(backup.parent.glob(".*"))
