"""The verbs of an archive on plain invented pages, read by the real reader."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import loaded
import onrecord
from invented_captures import html_page, tree
from onrecord import Archive, Issue, NotFound, Reading, WrongCall
from without_rights import needs_rights_to_give_up

NOW = "2031-06-01T12:00:00Z"
FERRY = "https://tides.example/ferry"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a saved page of one statement, with marks in it that HTML and Markdown would take for their own."""
    path = tmp_path / "ferry.html"
    path.write_text(
        html_page(
            "Statement on the ferry",
            "3 May 2031",
            "The ferry to Ostrava Bay sails again on Monday, and the harbour thanks its crew for *that*.",
            "&lt;Nobody&gt; was hurt [in the fog] &amp; nothing was lost, as the harbour master told the papers.",
        )
    )
    return path


@pytest.fixture
def archive(tmp_path: Path, page: Path) -> Iterator[Archive]:
    """Return an archive that holds the page, captured twice with other words."""
    with Archive.create(tmp_path / "archive", now=NOW) as archive:
        archive.add(page, url=FERRY, captured_at="2031-05-04T00:00:00Z", now=NOW)
        page.write_text(page.read_text().replace("Monday", "Tuesday"))
        archive.add(page, url=FERRY, captured_at="2031-05-05T00:00:00Z", now=NOW)
        yield archive


def only_id(archive: Archive) -> str:
    """Return the id of the one statement held."""
    (listed,) = archive.list()
    return listed.id


def test_read_touches_no_archive(tmp_path: Path, page: Path) -> None:
    """A file or a stream gives Readings; what is no page gives an issue."""
    (reading,) = onrecord.read(page, url=FERRY)
    assert isinstance(reading, Reading)
    assert reading.statements[0].title == "Statement on the ferry"
    (streamed,) = onrecord.read(io.BytesIO(page.read_bytes()), url=FERRY)
    assert isinstance(streamed, Reading)
    assert streamed.statements == reading.statements
    (tmp_path / "empty.html").touch()
    (nothing,) = onrecord.read(str(tmp_path / "empty.html"))
    assert isinstance(nothing, Issue)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.html", "ferry.html"]


def test_calls_that_make_no_sense(tmp_path: Path, page: Path, archive: Archive) -> None:
    """One sentence each, before anything is kept."""
    before = tree(archive.folder)
    with pytest.raises(WrongCall, match="Nothing was named"):
        archive.add()
    with pytest.raises(WrongCall, match="cannot be that of several files"):
        archive.add(page, page, url=FERRY)
    with pytest.raises(WrongCall, match="is no time"):
        archive.add(page, now="yesterday")
    with pytest.raises(NotFound):
        archive.add(tmp_path / "absent.html", now=NOW)
    with pytest.raises(WrongCall, match="There is no form 'pdf'"):
        archive.render(only_id(archive), form="pdf")
    with pytest.raises(WrongCall, match="There is no export as 'xlsx' yet"):
        archive.export("xlsx")
    with pytest.raises(NotFound, match="There is no archive"):
        Archive.open(tmp_path / "nowhere")
    assert tree(archive.folder) == before


def test_two_versions_are_shown(archive: Archive) -> None:
    """The latest by default; the first by its number; both are listed with when they were seen."""
    listed = next(archive.list(revised=True))
    assert "Tuesday" in archive.show(listed.id).statement.turns[0].text
    assert "Monday" in archive.show(listed.id[:8], version=1).statement.turns[0].text
    assert archive.show(listed.id).capture.url == FERRY
    assert archive.verify().findings == ()


def test_forms_of_a_statement(archive: Archive) -> None:
    """Captured text is whole in each form, and is never markup of that form."""
    statement = only_id(archive)
    text = archive.render(statement)
    assert text.startswith("Statement on the ferry\n")
    assert "Version: 2 of 2" in text
    assert "<Nobody> was hurt [in the fog] & nothing was lost" in text
    markdown = archive.render(statement, form="markdown")
    assert r"\<Nobody\> was hurt \[in the fog\]" in markdown
    assert r"thanks its crew for \*that\*" in markdown
    page = archive.render(statement, form="html")
    assert "&lt;Nobody&gt; was hurt [in the fog] &amp; nothing" in page
    assert "<Nobody>" not in page
    assert json.loads(archive.render(statement, form="json"))["statement"]["id"] == statement
    assert "The ferry to Ostrava Bay" in archive.render(statement, form="page", version=1)


def test_the_export_does_not_tell_when_things_were_added(
    tmp_path: Path, page: Path, archive: Archive
) -> None:
    """The same captures added on another day, the later first, give the same bytes; so does a rebuild."""
    lines = list(archive.export())
    assert [sorted(json.loads(line)) for line in lines] == [["listed", "versions"]]
    with Archive.create(tmp_path / "other", now="2032-01-01T00:00:00Z") as other:
        other.add(page, url=FERRY, captured_at="2031-05-05T00:00:00Z", now="2032-02-02T00:00:00Z")
        page.write_text(page.read_text().replace("Tuesday", "Monday"))
        other.add(page, url=FERRY, captured_at="2031-05-04T00:00:00Z", now="2032-02-03T00:00:00Z")
        assert list(other.export()) == lines
    archive.rebuild()
    assert list(archive.export()) == lines


def test_adding_again_changes_nothing(page: Path, archive: Archive) -> None:
    """Seen before: not a byte of the truth changes, whatever the day."""
    before = tree(archive.folder)
    added = archive.add(page, url=FERRY, captured_at="2031-05-05T00:00:00Z", now="2033-01-01T00:00:00Z")
    assert (added.new, added.seen_before, added.new_statements) == (0, 1, 0)
    assert tree(archive.folder) == before


def test_a_closed_archive_is_told_from_a_damaged_one(archive: Archive) -> None:
    """Who asks behind the block met a sentence that sent its reader to `rebuild`."""
    archive.close()
    with pytest.raises(WrongCall, match="closed: ask while it is open"):
        list(archive.list())


def test_a_stream_of_text_is_refused() -> None:
    """Pages are read from their bytes, whose charset is told by them alone."""
    with pytest.raises(WrongCall, match="open it as binary"):
        list(onrecord.read(io.StringIO("A page.")))  # type: ignore[arg-type]


def test_an_empty_archive_answers(tmp_path: Path) -> None:
    """Nothing is held, and that is no error."""
    with Archive.create(tmp_path / "archive", now=NOW) as archive:
        assert list(archive.list()) == []
        assert list(archive.announced()) == []
        assert list(archive.export()) == []
        assert archive.verify().findings == ()
        with pytest.raises(NotFound, match="`onrecord list` shows what there is"):
            archive.show("s123")


READ_ONLY = """
import os, sys
from pathlib import Path
from onrecord.record import Record
from without_rights import write_as_others_do
folder = Path(sys.argv[1])
write_as_others_do()
assert not os.access(folder, os.W_OK)
with Record.open(folder) as record:
    (listed,) = record.listed()
    print(record.held(listed.id).version, len(record.verify().findings))
"""


@needs_rights_to_give_up
@pytest.mark.parametrize("tables", ["level", "missing", "written_by_other_code"])
def test_asking_needs_no_permission_to_write(archive: Archive, tmp_path: Path, tables: str) -> None:
    """An archive on a read-only place is asked as any other; missing tables are made in memory."""
    archive.close()
    folder = shutil.copytree(archive.folder, tmp_path / "read-only")
    if tables == "missing":
        (folder / "record.sqlite").unlink()
    elif tables == "written_by_other_code":
        db = sqlite3.connect(folder / "record.sqlite")
        db.execute("UPDATE meta SET value = 'other' WHERE key = 'derivation'")
        db.commit()
        db.close()
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = sorted(path.name for path in folder.iterdir())
    ran = subprocess.run(
        [*loaded.program(READ_ONLY), str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == ["2", "1" if tables == "written_by_other_code" else "0"]
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_direction_behind_a_label_stays_behind_it_in_every_rendering(tmp_path: Path) -> None:
    """Whether words are an interpreter's must not get lost on the way to a reader."""
    page = tmp_path / "conference.txt"
    page.write_text(
        "Joint news conference by Minister Edda Karrow and Minister Lucan Desmarey\n\n"
        "MINISTER KARROW: Welcome to all of you on this quay.\n\n"
        "MINISTER DESMAREY (via interpreter): Thank you, Minister.\n\n"
        "MINISTER KARROW: Please sit down.\n"
    )
    with Archive.create(tmp_path / "archive", now=NOW) as archive:
        archive.add(page, now=NOW)
        number = only_id(archive)
        assert "MINISTER DESMAREY (via interpreter): Thank you" in archive.render(number, form="text")
        assert "**MINISTER DESMAREY (via interpreter):** Thank you" in archive.render(number, form="markdown")
        assert "<h2>MINISTER DESMAREY (via interpreter)</h2>" in archive.render(number, form="html")
