"""The front of the command line: unknown verbs, wrong calls, and faults that end as one sentence."""

from __future__ import annotations

import errno
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import front
from onrecord.cli.front import run
from onrecord.cli.verbs import VERBS, load_verb

PROGRAM = [sys.executable, "-m", "onrecord"]


def one_sentence(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a wrong call says: one line on standard error, nothing on standard output, exit code 2."""
    assert run(arguments) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err.rstrip("\n")


def test_without_a_verb_the_verbs_are_shown(capfd: pytest.CaptureFixture[str]) -> None:
    """Somebody who types the name alone is told what there is, in the order of the contract."""
    assert run([]) == 0
    shown = capfd.readouterr().out
    assert [load_verb(name).name for name in VERBS] == list(VERBS)  # type: ignore[union-attr]
    places = [shown.index(f"\n  {name} ") for name in VERBS]
    assert places == sorted(places)
    assert "..." not in shown
    assert "onrecord demo" in shown


def test_a_misspelt_verb_is_guessed(capfd: pytest.CaptureFixture[str]) -> None:
    """The sentence names the nearest verb, or all there are."""
    assert one_sentence(capfd, "serach", "quay") == "There is no verb “serach” (did you mean search?)."
    assert "there are read, add, list" in one_sentence(capfd, "xyzzy")


def test_a_wrong_option_says_where_help_is(capfd: pytest.CaptureFixture[str]) -> None:
    """No usage block: one sentence with the way to the help."""
    assert one_sentence(capfd, "check", "--nothing").endswith("; see onrecord check --help.")
    assert one_sentence(capfd, "show").endswith("; see onrecord show --help.")
    assert one_sentence(capfd, "--nothing").endswith("; see onrecord --help.")


def test_a_path_that_is_not_there(capfd: pytest.CaptureFixture[str]) -> None:
    """A wrong path is named."""
    assert "nowhere.html" in one_sentence(capfd, "read", "nowhere.html")


def test_a_live_address_is_read_by_nobody_but_add(capfd: pytest.CaptureFixture[str]) -> None:
    """An address is refused with what to do instead, and is not mistaken for a path."""
    assert one_sentence(capfd, "read", "https://office.example/1") == (
        "A live address is fetched by `add` alone: add https://office.example/1, or save it as a file and read that."
    )
    said = one_sentence(capfd, "add", "ftp://office.example/1")
    assert said == "ftp://office.example/1 is not fetched: ftp is no way to a page; give it as https://…."


def test_a_fault_of_our_own_is_one_sentence(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unexpected exception is told in one sentence, and with ONRECORD_DEBUG=1 with its trace."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("a quay of length 0")

    monkeypatch.setattr(front.front, "invoke", fail)
    monkeypatch.delenv("ONRECORD_DEBUG", raising=False)
    assert "ZeroDivisionError: a quay of length 0" in one_sentence(capfd, "list")
    monkeypatch.setenv("ONRECORD_DEBUG", "1")
    assert run(["list"]) == 2
    assert "Traceback" in capfd.readouterr().err


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """A closed pipe ends any verb quietly, with the code a shell gives for it: never that of a contradiction."""
    archive = ["--archive", str(tmp_path / "archive")]
    assert run(["add", str(written_page(tmp_path)), *archive]) == 0
    calls = (
        ["--help"],
        ["list"],
        ["list", "--json"],
        ["search", "quay"],
        ["export"],
        ["check", "the old quay stays"],
    )
    for call in calls:
        given = call if call == ["--help"] else [*call, *archive]
        assert left_by_reader(*given) == (141, b"")


def test_a_reader_of_messages_that_leaves_is_no_error() -> None:
    """A wrong call whose sentence nobody reads any more ends as quietly."""
    with subprocess.Popen([*PROGRAM, "show"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stderr.close()
        assert started.stdout.read() == b""
    assert started.returncode == 141


def test_the_first_line_is_enough(tmp_path: Path) -> None:
    """`export | head -1`: what was read is whole, and the rest ends quietly."""
    archive = str(tmp_path / "archive")
    assert run(["add", str(written_page(tmp_path)), "--archive", archive]) == 0
    command = [*PROGRAM, "search", "quay", "--archive", archive]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        head = subprocess.run(["head", "-n", "1"], stdin=started.stdout, capture_output=True, check=True)
        assert started.stderr is not None
        assert started.stderr.read() == b""
    assert head.stdout.count(b"\n") == 1
    assert started.returncode in (0, 141)


def written_page(folder: Path) -> Path:
    """Return a page with one statement, written into the folder."""
    page = folder / "quays.txt"
    words = "The old quay stays open for every boat that needs it, and the new one too. " * 3
    page.write_text(f"Minister Ada Verne’s speech, Port Ellery, March 2, 2021\n\n{words}\n", encoding="utf-8")
    return page


def left_by_reader(*arguments: str) -> tuple[int, bytes]:
    """Return the exit code and the messages of a call whose standard output has no reader from the beginning."""
    reads, writes = os.pipe()
    os.close(reads)
    with subprocess.Popen([*PROGRAM, *arguments], stdout=writes, stderr=subprocess.PIPE) as started:
        os.close(writes)
        assert started.stderr is not None
        said = started.stderr.read()
    return started.returncode, said


@pytest.mark.parametrize(
    ("closed", "given", "code"), [("<&-", "-", 2), (">&-", "page.txt", 0), ("<&- >&- 2>&-", "page.txt", 0)]
)
def test_who_closes_inputs_or_outputs_gets_the_exit_code(
    tmp_path: Path, closed: str, given: str, code: int
) -> None:
    """As daemons do: nothing is read from there, what is said goes nowhere, and no file takes their place."""
    (tmp_path / "page.txt").write_text("The harbour is open.\n", "utf-8")
    told = ["sh", "-c", f'"$@" {closed}', "sh", *PROGRAM, "read", given]
    ended = subprocess.run(told, cwd=tmp_path, input=b"", capture_output=True, check=False)
    assert (ended.returncode, b"failed" in ended.stderr) == (code, False)


def test_a_full_disk_says_what_to_do(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's words alone would leave open what became of the captures."""

    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(front.front, "invoke", full)
    assert one_sentence(capfd, "list") == (
        "No space left on device; make room and give the command again: what was told as kept is kept."
    )


def test_an_interruption_is_quiet(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the program with 130 and without a word."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(front.front, "invoke", interrupt)
    assert run(["list"]) == 130
    assert capfd.readouterr() == ("", "")


def test_on_a_terminal_rows_fit_the_width(tmp_path: Path) -> None:
    """At 60 columns no line is longer, and the words found are bold."""
    archive = tmp_path / "archive"
    assert run(["add", str(written_page(tmp_path)), "--archive", str(archive)]) == 0
    shown = on_terminal(60, "search", "quay", "--archive", str(archive))
    assert "\x1b[1mquay\x1b[0m" in shown
    listed = on_terminal(60, "list", "--archive", str(archive)).splitlines()
    assert max(len(line) for line in listed) <= 60
    assert len(listed) > 1
    verbs = on_terminal(60, "--help")
    assert max(len(line) for line in verbs.splitlines()) <= 60
    assert "..." not in verbs


def test_on_a_terminal_deriving_again_shows_how_far_it_is(tmp_path: Path) -> None:
    """The bar of `rebuild` also stands where another verb has to derive the record again."""
    page, archive = tmp_path / "quays.txt", tmp_path / "archive"
    page.write_text("Minister Ada Verne’s speech, March 2, 2021\n\nThe quay stays open.\n", encoding="utf-8")
    assert run(["add", str(page), "--archive", str(archive)]) == 0
    assert "deriving" not in on_terminal(80, "list", "--archive", str(archive))
    (archive / "record.sqlite").unlink()
    assert "deriving the record again  1" in on_terminal(80, "list", "--archive", str(archive))


def on_terminal(width: int, *arguments: str) -> str:
    """Return what a call prints on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(width), "LINES": "40", "TERM": "xterm-256color"}
    with subprocess.Popen([*PROGRAM, *arguments], stdout=theirs, stderr=theirs, env=environment) as started:
        os.close(theirs)
        pieces = []
        while piece := _read_terminal(ours):
            pieces.append(piece)
    os.close(ours)
    assert started.returncode == 0
    return b"".join(pieces).decode().replace("\r\n", "\n")


def _read_terminal(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says EIO where the other side has closed
        return b""
