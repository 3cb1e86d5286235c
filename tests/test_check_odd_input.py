"""What nobody should ask, asked all the same: `check` gives a sensible answer, in bounded time, and never fails."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.cli.front import run

PAGE = """Interview of Minister Oda Verrin with the Kelder Post, Norhaven, March 3, 2031

Question: Is it true that the harbour fee will rise?

Oda Verrin: The harbour fee will not rise before the new wall stands, and the wall will stand in the spring.
"""
SAID = "The harbour fee will not rise before the new wall stands"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an archive with one interview."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "page.txt").write_text(PAGE, "utf-8")
    with Archive.create(folder / "archive") as made:
        made.add(folder / "page.txt")
    return folder / "archive"


ODD = [
    pytest.param("x", 3, "Too short: ", id="one letter"),
    pytest.param("我", 3, "Too short: ", id="one character"),
    pytest.param("…!?—“”", 2, "The quotation holds no words", id="only punctuation"),
    pytest.param("  \t ", 2, "The quotation holds no words", id="only spaces"),
    pytest.param("[…] (…) [he]", 2, "The quotation holds no words", id="only brackets"),
    pytest.param("Ми не закриємо двері нічному порому", 3, "Not found in 1 statement ", id="Cyrillic"),
    pytest.param("เรายังไม่ได้ปิดประตูสู่เรือเฟอร์รี่", 3, "Not found in 1 statement ", id="Thai"),
    pytest.param("🌊🌊🌊", 2, "The quotation holds no words", id="pictures"),
    pytest.param(SAID.replace(" ", "\u200b \u00ad"), 0, "Verbatim: ", id="unseen characters"),
    pytest.param(SAID.replace(" ", "\x07\x1b "), 0, "Verbatim: ", id="control characters"),
    pytest.param(f"{SAID}\ud800", 0, "Verbatim: ", id="half a character"),
    pytest.param("harbour " * 5_000, 3, "Not found in 1 statement ", id="one word again and again"),
    pytest.param(" ".join(f"word{n}" for n in range(100_000)), 2, "The quotation has 100,000 words", id="a book"),
    pytest.param("wall" * 50_000, 3, "", id="one endless word"),
    pytest.param("“" * 20_000 + SAID, 0, "Verbatim: ", id="marks left open"),
]  # fmt: skip


@pytest.mark.parametrize(("quotation", "code", "begins"), ODD)
def test_an_odd_quotation_has_an_answer(
    archive: Path, quotation: str, code: int, begins: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence and the exit code of the contract, within fifteen seconds of CPU on a busy machine."""
    begun = time.process_time()
    assert run(["check", "--archive", str(archive), quotation]) == code
    assert time.process_time() - begun < 15
    printed = capsys.readouterr()
    said = printed.out if code != 2 else printed.err
    assert begins in said
    assert "\x1b" not in printed.out + printed.err


def test_lines_of_a_broken_charset_are_named_and_the_others_answered(archive: Path) -> None:
    """On standard input: the line that is no UTF-8 is told by its number, and the exit code is that of a wrong call."""
    lines = b"caf\xe9 au lait\n" + SAID.encode() + b"\n\xff\xfe\x00\n"
    start = "from onrecord.cli import main; main()"
    asked = [sys.executable, "-c", start, "check", "--archive", str(archive), "--file", "-"]
    ended = subprocess.run(asked, input=lines, capture_output=True, check=False, env=dict(os.environ))
    assert ended.returncode == 2
    assert b"Line 1 is not checked: it is not UTF-8" in ended.stderr
    assert b"Line 3 is not checked: it is not UTF-8" in ended.stderr
    assert ended.stdout.count(b"Verbatim: ") == 1


def test_an_empty_record_holds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is added: not found, and nothing was searched."""
    Archive.create(tmp_path / "archive").close()
    assert run(["check", "--archive", str(tmp_path / "archive"), SAID]) == 3
    assert "Not found in 0 statements (0 versions, 0 turns)" in capsys.readouterr().out
    assert run(["check", "--archive", str(tmp_path / "archive"), "fee"]) == 3
