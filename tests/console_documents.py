"""Documents whose `console` blocks are run: each command, and what a terminal of 80 columns shows for it.

    python tests/console_documents.py

runs all of them in fresh folders, and writes what was shown into the documents. A line that is "…" alone
stands for any number of lines, and stays.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shlex
import struct
import subprocess
import tempfile
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import loaded

REPOSITORY = Path(__file__).resolve().parents[1]
# Each document, and what its reader has typed before its first `console` block.
DOCUMENTS = {
    "README.md": "onrecord demo",
    "docs/tutorial.md": "true",
    "docs/citing.md": "onrecord demo",
    "docs/coverage.md": "onrecord demo",
}
COLUMNS = 80

_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Shown(NamedTuple):
    """A command as it stands in a document, its lines, and the lines that follow it."""

    command: tuple[str, ...]
    lines: tuple[str, ...]


class Workplace:
    """A folder in which commands are run as a reader of the documents would type them."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, with a program `onrecord` on the path beside it."""
        self.folder = folder / "work"
        self.folder.mkdir()
        programs = folder / "programs"
        programs.mkdir()
        program = programs / "onrecord"
        # The very package that the tests import, installed or not.
        called = shlex.join(loaded.program("from onrecord.cli import main; main()"))
        program.write_text(f'#!/bin/sh\nexec {called} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")},
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "COLUMNS": str(COLUMNS),
            "LINES": "500",
            "TERM": "dumb",
        }

    def run(self, command: str) -> tuple[str, ...]:
        """Return the lines that a terminal shows for a command of the shell, without styles."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 500, COLUMNS, 0, 0))
        started = subprocess.Popen(
            ["bash", "-c", command], cwd=self.folder, env=self._environment,
            stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
        )  # fmt: skip
        os.close(theirs)
        pieces = []
        while piece := read_terminal(ours):
            pieces.append(piece)
        os.close(ours)
        started.wait()
        text = _STYLE.sub("", b"".join(pieces).decode()).replace("\r\n", "\n")
        return tuple(line.rstrip() for line in text.splitlines())


def read_terminal(terminal: int) -> bytes:
    """Return what the other side of a terminal has written, nothing once it has closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says EIO where the other side has closed
        return b""


def commands_of(block: str) -> Iterator[Shown]:
    """Yield the commands of a block with the lines shown for each; "> " continues a command."""
    command: list[str] = []
    lines: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            if command:
                yield Shown(tuple(command), tuple(lines))
            command, lines = [line], []
        elif (line == ">" or line.startswith("> ")) and not lines:
            command.append(line)
        else:
            lines.append(line)
    if command:
        yield Shown(tuple(command), tuple(lines))


def typed(shown: Shown) -> str:
    """Return a command as the shell is given it."""
    return "\n".join(line[2:] for line in shown.command)


def agrees(expected: tuple[str, ...], actual: tuple[str, ...]) -> bool:
    """Return whether the lines are those of the document, where "…" alone stands for any number of lines."""
    pattern = "".join(r"(?:.*\n)*" if line == "…" else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in actual)) is not None


def shortened(expected: tuple[str, ...], actual: tuple[str, ...]) -> tuple[str, ...]:
    """Return the actual lines with as many before and after a "…" as the document has."""
    if expected.count("…") != 1:
        return actual
    before = expected.index("…")
    after = len(expected) - before - 1
    if len(actual) <= before + after:
        return actual
    return (*actual[:before], "…", *actual[len(actual) - after :])


def rewritten(document: str, run: Callable[[str], tuple[str, ...]]) -> str:
    """Return a document in which each command is followed by what it shows now."""

    def again(block: re.Match[str]) -> str:
        told: list[str] = []
        for shown in commands_of(block.group()):
            told += [*shown.command, *shortened(shown.lines, run(typed(shown)))]
        return "".join(f"{line}\n" for line in told)

    return _BLOCK.sub(again, document)


def blocks_of(document: str) -> list[str]:
    """Return the `console` blocks of a document."""
    return _BLOCK.findall(document)


def main() -> None:
    """Rewrite the documents."""
    for name, first in DOCUMENTS.items():
        with tempfile.TemporaryDirectory() as folder:
            workplace = Workplace(Path(folder))
            workplace.run(first)
            path = REPOSITORY / name
            path.write_text(rewritten(path.read_text(encoding="utf-8"), workplace.run), encoding="utf-8")


if __name__ == "__main__":
    main()
