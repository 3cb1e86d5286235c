"""Custody at the edges: lost files given again, two writers and a reader, full disks, read-only folders, the command line."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

import loaded
from invented_captures import NOW, captured, exported, html_page, kept, toy_page, tree, use_toy_reader
from onrecord import Archive
from onrecord.capture import Found
from onrecord.errors import ArchiveBusy
from onrecord.record import Record
from test_cli_verbs import Call, call, harbours
from test_record_verify import found, pages
from without_rights import needs_rights_to_give_up

__all__ = ["call", "harbours"]
HERE = Path(__file__).parent


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pages read by the toy reader."""
    use_toy_reader(monkeypatch)


def again(page: Any) -> Found:
    """Return the bytes of a capture as they stood elsewhere."""
    return captured(page.body, "https://mirror.example/1", "2031-05-09T00:00:00Z")


@pytest.mark.parametrize("harm", ["lost", "cut", "changed"])
@pytest.mark.parametrize("rebuilt", [False, True])
def test_the_pages_of_a_lost_file_are_kept_again(
    toys: None, tmp_path: Path, harm: str, rebuilt: bool
) -> None:
    """Adding them says so; `verify` finds nothing any more, and the record is what it was. Revisits of them hold as well."""
    folder = tmp_path / "archive"
    with kept(folder, pages(1, 3)) as record:
        record.add([*pages(4, 5), again(pages(1, 1)[0])], now=NOW)
        before = exported(record)
    path = folder / "captures" / "000001.warc.gz"
    whole = path.read_bytes()
    if harm == "lost":
        path.unlink()
    else:
        path.write_bytes(whole[:-30] if harm == "cut" else whole[:-30] + bytes(30))
    assert found(folder) != []
    if rebuilt:
        (folder / "record.sqlite").unlink()
        Record.open(folder).close()
    with Record.open(folder) as record:
        added = record.add(pages(1, 3), now=NOW)
        assert (added.new, added.seen_before) == (0, 3)
        assert [issue.code for issue in added.issues] == ["kept_again"]
        assert record.verify().findings == ()
        assert exported(record) == before
        record.rebuild()
        assert exported(record) == before
        assert record.add(pages(1, 3), now=NOW).issues == ()
    assert found(folder) == []
    path.write_bytes(whole)  # and should it come back
    assert found(folder) == []


def test_a_forged_ledger_is_not_derived_from(toys: None, tmp_path: Path) -> None:
    """`rebuild` refuses what `verify` names, and the tables stay as they were."""
    folder = tmp_path / "archive"
    with kept(folder, pages(1, 2)) as record:
        before = exported(record)
    ledger = folder / "ledger.jsonl"
    ledger.write_text(ledger.read_text().replace("https://tides.example/2", "https://tides.example/7", 1))
    with Record.open(folder) as record:
        with pytest.raises(Exception, match=r"^ledger\.jsonl line 3 is not as it was written"):
            record.rebuild()
        assert exported(record) == before


_ADDS = """
import sys
sys.path[:0] = {paths!r}
from pathlib import Path
import loaded
from invented_captures import NOW, captured, html_page
from onrecord.record import Record
first, folder = int(sys.argv[1]), Path(sys.argv[2])
for n in range(first, first + 12):
    page = html_page(f"Minister Bel Olm's speech {{n}}, 1 May 2031", f"The ferry number {{n}} sails at noon from the old quay.")
    with Record.create(folder, now=NOW, wait_s=120) as record:
        record.add([captured(page, f"https://tides.example/{{n}}", "2031-05-10T00:00:00Z")], now=NOW)
"""


def test_two_add_one_searches_and_one_rebuilds(tmp_path: Path) -> None:
    """All at once: nobody meets an error, nothing is lost, and `verify` agrees."""
    folder = tmp_path / "archive"
    Record.create(folder, now=NOW).close()
    script = _ADDS.format(paths=[str(HERE.parent / "src"), str(HERE)])
    adding = [
        subprocess.Popen([*loaded.program(script), str(first), str(folder)], stderr=subprocess.PIPE)
        for first in (0, 100)
    ]
    met: list[str] = []
    searched = rebuilt = 0
    while any(each.poll() is None for each in adding):
        try:
            with Archive.open(folder) as archive:
                archive.search("ferry")
                searched += 1
                archive.rebuild()
                rebuilt += 1
        except ArchiveBusy:
            pass  # one sentence, after waiting for five seconds
        except Exception as fault:  # noqa: BLE001 - collected, and shown below
            met.append(repr(fault))
    assert [each.communicate()[1].decode()[-2000:] for each in adding] == ["", ""]
    assert met == []
    assert (searched > 0, rebuilt > 0) == (True, True)
    with Archive.open(folder) as archive:
        assert len(list(archive.list())) == 24
        assert len(archive.search("ferry", limit=100)) == 24
        assert [each for each in archive.verify().findings if each.severity == "error"] == []


def test_many_threads_ask_while_one_adds(tmp_path: Path) -> None:
    """Each with an archive of its own."""
    folder = tmp_path / "archive"
    kept(
        folder,
        [
            captured(
                html_page(
                    "Minister Bel Olm's speech, 1 May 2031",
                    "The ferry sails from the old quay at noon on every day.",
                ),
                "https://a.example/",
            )
        ],
    ).close()
    met: list[str] = []

    def ask() -> None:
        try:
            for _ in range(6):
                with Archive.open(folder) as archive:
                    assert archive.check("The ferry sails from the old quay at noon").wording == "verbatim"
        except Exception as fault:  # noqa: BLE001
            met.append(repr(fault))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(4):
        with Record.open(folder, wait_s=60) as record:
            record.add(
                [captured(html_page(f"Speech {n}", "The ferry stays."), f"https://a.example/{n}")], now=NOW
            )
    for thread in threads:
        thread.join()
    assert met == []


CALL = """
import sys
from onrecord.cli.front import run
from without_rights import write_as_others_do
write_as_others_do()
sys.exit(run(sys.argv[1:]))
"""


@needs_rights_to_give_up
@pytest.mark.parametrize(
    "verb",
    [
        ("correct", "--label", "X", "--turn", "1"),
        ("correct", "--given-on", "2031-05-02"),
        ("redact", "--yes"),
    ],
)
def test_a_folder_that_may_not_be_written_is_one_sentence(tmp_path: Path, verb: tuple[str, ...]) -> None:
    """And nothing of the archive changes; it can be backed up all the same."""
    folder = tmp_path / "archive"
    kept(
        folder,
        [
            captured(
                html_page("Minister Bel Olm’s speech, 1 May 2031", "The ferry sails at noon from the quay.")
            )
        ],
    ).close()
    with Record.open(folder) as record:
        (line,) = record.listed()
    before = tree(folder)
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    name, *rest = verb

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*loaded.program(CALL), "--archive", str(folder), *arguments],
            capture_output=True,
            text=True,
            check=False,
        )

    ran = call(name, line.id, *rest, "--by", "I", "--why", "w")
    (tmp_path / "there").mkdir()
    (tmp_path / "there").chmod(0o777)
    backed_up = call("backup", str(tmp_path / "there" / "one.onrecord"))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1), ran.stderr
    assert "failed in a way it should not" not in ran.stderr
    assert tree(folder) == before
    assert backed_up.returncode == 0, backed_up.stderr


def test_correct_on_the_command_line(harbours: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says goes to standard output; who says so may come from the environment; none is nothing."""
    id_ = harbours("list", "--json").values[0]["id"]
    monkeypatch.setenv("ONRECORD_KEEPER", "Ines \x1b[31mMarr")
    made = harbours("correct", id_, "--turn", "1", "--speaker", "Bel \u202eOlm", "--why", "She asked.")
    assert (made.code, made.err) == (0, "")
    assert "Bel ⟨U+202E⟩Olm" in made.out
    assert "\x1b[31m" not in made.out
    (known,) = harbours("correct", "--json").values
    assert (known["sets"]["speaker"]["name"], known["versions"]) == ("Bel \u202eOlm", [1])
    shown = harbours("show", id_)
    assert (
        "Corrected by the keeper, turn 1, speaker: Bel ⟨U+202E⟩Olm, says the keeper; as it was read: nothing"
        in shown.out
    )
    assert "\u202e" not in shown.out
    checked = harbours("check", "Will the old quay be closed this summer?")
    assert "corrected\tspeaker of turn 1: Bel ⟨U+202E⟩Olm" in checked.out.replace("  ", "\t")
    assert harbours("correct", id_, "--turn", "2", "--label", "none", "--why", "w").code == 0
    assert harbours("show", id_, "--json").values[0]["statement"]["turns"][1]["label"] is None
    assert harbours("correct", "--undo", known["id"], "--why", "It was another.").code == 0
    assert "taken back" in harbours("correct").out
    assert harbours("verify").code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("ID", "--turn", "1", "--label", "X", "--why", "w"),
            "Say who says so with --by: it is kept and shown; see",
        ),
        (("ID", "--turn", "1", "--label", "X", "--by", "I"), "Say why with --why: it is kept and shown; see"),
        (("ID", "--undo", "c1", "--by", "I", "--why", "w"), "Give one of ID and --undo; see"),
        (
            ("--undo", "../../x", "--by", "I", "--why", "w"),
            "There is no correction '../../x' in this archive",
        ),
        (("ID", "--role", "boss", "--turn", "1", "--by", "I", "--why", "w"), "'boss' is no role"),
        (
            ("nowhere", "--turn", "1", "--label", "X", "--by", "I", "--why", "w"),
            "There is no statement 'nowhere'",
        ),
    ],
)
def test_a_wrong_call_of_correct(harbours: Call, arguments: tuple[str, ...], sentence: str) -> None:
    """One sentence on standard error, exit code 2; an id is never a path."""
    id_ = harbours("list", "--json").values[0]["id"]
    outcome = harbours("correct", *(id_ if each == "ID" else each for each in arguments))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert sentence in outcome.err


def test_redact_on_the_command_line(harbours: Call) -> None:
    """It asks first; what is left to tell is printed, and said once more by --list."""
    id_ = harbours("list", "--json").values[0]["id"]
    refused = harbours("redact", id_, "--by", "I", "--why", "w", given="n\n")
    assert refused.code == 130
    done = harbours("redact", id_, "--by", "I\x1b[2J", "--why", "An order.", given="y\n")
    assert done.code == 0
    assert "whole captures, in 1 capture" in done.out
    assert "\x1b[2J" not in done.out
    assert harbours("redact", "--list").out == done.out
    assert harbours("list").err == "This record holds no statement.\n"
    gone = harbours("show", id_)
    assert (gone.code, gone.err.count("\n")) == (2, 1)
    assert "was removed on" in gone.err
    again = harbours("add", "quays.html", "--url", "https://harbours.example/1")
    assert (again.code, "are not kept again" in again.err) == (2, True)
    assert harbours("verify").code == 0


def test_backup_and_restore_on_the_command_line(harbours: Call) -> None:
    """One file, and a new archive of it that answers as the old one."""
    assert harbours("backup", "one.onrecord").code == 0
    assert harbours("restore", "one.onrecord", "--archive", "other").code == 0
    assert harbours("export", "--archive", "other").out == harbours("export").out
    refused = harbours("restore", "one.onrecord")
    assert (refused.code, refused.err) == (
        2, "The folder archive is not empty, and nothing is ever restored over anything: name a new folder.\n",
    )  # fmt: skip
    assert harbours("restore", "quays.html", "--archive", "x").err == (
        "quays.html is not restored: it is cut, or no backup that onrecord wrote.\n"
    )
    assert not Path("x").exists()


def test_a_lost_file_is_said_to_be_kept_again(harbours: Call) -> None:
    """The sentence of the known limit: "seen before", and kept once more."""
    Path("archive/captures/000001.warc.gz").unlink()
    assert harbours("verify").code == 1
    when = "2021-03-03T08:00:00Z"
    added = harbours("add", "quays.html", "--url", "https://harbours.example/1", "--captured-at", when)
    assert added.code == 0
    assert "1 record of captures/000001.warc.gz had been lost or damaged, and are kept again." in added.err
    assert harbours("verify").code == 0


def test_csv_formulas_stay_text(harbours: Call) -> None:
    """JSON has them as they are; in CSV each has an apostrophe before it, which spreadsheets take for "this is text"."""
    id_ = harbours("list", "--json").values[0]["id"]
    harbours("correct", id_, "--turn", "1", "--speaker", "=cmd()", "--by", "@I", "--why", "+w")
    turns = json.loads(harbours("export").out)["versions"][0]["turns"]
    assert turns[0]["speaker"] == "=cmd()"
    rows = list(csv.DictReader(io.StringIO(harbours("export", "--as", "csv").out)))
    assert rows[0]["speaker"] == "'=cmd()"


def test_a_toy_page_is_none_of_the_readers(tmp_path: Path) -> None:
    """A page that no reader knows is kept with its issue, and nothing of custody minds it."""
    folder = tmp_path / "archive"
    with kept(folder, [captured(toy_page(), "https://a.example/")]) as record:
        assert record.verify().findings == ()
