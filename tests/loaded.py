"""Programs that need not load anything: each is forked from one process that has loaded what they all load.

A process of its own for each, with its own arguments, folder, environment, inputs and outputs, that may be ended at any point; but
what a test asks of loading itself is asked of a fresh interpreter.

    python tests/loaded.py ADDRESS          forks, until its standard input is closed
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

HERE = Path(__file__).parent

# Asks for a program, and ends as that does. It loads next to nothing itself.
_ASKS = """\
import json, os, socket, sys
asks = socket.socket(socket.AF_UNIX)
asks.connect({address!r})
wanted = json.dumps([{code!r}, sys.argv, os.getcwd(), dict(os.environ)]).encode()
socket.send_fds(asks, [len(wanted).to_bytes(8, "big")], [0, 1, 2])
asks.sendall(wanted)
ended = int(asks.recv(16))
if ended < 0:
    os.kill(os.getpid(), -ended)
sys.exit(ended)
"""


def program(code: str) -> list[str]:
    """Return the command that runs the code as a program; its arguments follow, and are those of `sys.argv`."""
    return [sys.executable, "-I", "-S", "-c", _ASKS.format(address=_address(), code=code)]


@lru_cache(maxsize=1)
def _address() -> str:
    """Where programs are asked for, of this process: what forks them begins with the first and ends with us."""
    folder = tempfile.TemporaryDirectory(prefix="onrecord-loaded-")
    address = str(Path(folder.name) / "asked")
    path = os.pathsep.join(each for each in sys.path if each)
    forking = subprocess.Popen(
        [sys.executable, str(Path(__file__)), address],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert forking.stdin is not None
    assert forking.stdout is not None
    assert forking.stdout.readline() == b"loaded\n"

    def end() -> None:
        assert forking.stdin is not None
        assert forking.stdout is not None
        forking.stdin.close()
        forking.stdout.close()
        forking.wait(30)
        folder.cleanup()

    atexit.register(end)
    return address


def main() -> None:
    """Fork a program for each that is asked for, and tell who asks how it ended."""
    _load()
    ended, wakes = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    signal.set_wakeup_fd(wakes)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    running: dict[int, socket.socket] = {}
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(sys.argv[1])
        listener.listen()
        os.write(1, b"loaded\n")
        while True:
            ready, _, _ = select.select([listener.fileno(), ended, 0], [], [])
            if 0 in ready:
                return
            if listener.fileno() in ready:
                asking, _ = listener.accept()
                running[_begun(asking)] = asking
            if ended in ready:
                os.read(ended, 4096)
                for program_, code in _reaped(running):
                    with running.pop(program_) as asking:
                        asking.sendall(b"%d" % code)


def _load() -> None:
    """Load the command line, all rooms, and what reading a first page loads."""
    import onrecord
    from invented_captures import captured, html_page
    from onrecord.record.deriving.pages import read_captured
    from onrecord.text import language_of

    for each in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if not each.name.startswith(
            ("onrecord.search.", "onrecord.__main__")
        ):  # some of it is numba's, which takes seconds
            importlib.import_module(each.name)
    for name in ("index", "quotations", "candidates"):
        importlib.import_module(f"onrecord.search.{name}")
    words = "The night ferry to the island sails at dawn, and nobody has ever asked why it should not. " * 9
    for title in ("Statement by Minister Ada Verne on the ferry", "How to find us"):
        read_captured(captured(html_page(title, "3 May 2031", words), "https://tides.example/1"))
    language_of(words)
    gc.collect()
    gc.freeze()  # what is looked through for garbage is copied for each program


def _reaped(running: Mapping[int, socket.socket]) -> Iterator[tuple[int, int]]:
    for each in list(running):
        found, status = os.waitpid(each, os.WNOHANG)
        if found:
            yield each, os.waitstatus_to_exitcode(status)


def _begun(asking: socket.socket) -> int:
    """Return the process of the program that is asked for."""
    size, files, _, _ = socket.recv_fds(asking, 8, 3)
    wanted = b""
    while len(wanted) < int.from_bytes(size, "big"):
        wanted += asking.recv(1 << 20)
    code, arguments, folder, environment = json.loads(wanted)
    child = os.fork()
    if child == 0:
        asking.close()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _run(code, arguments, folder, environment, files)
    for each in files:
        os.close(each)
    return child


def _run(
    code: str, arguments: list[str], folder: str, environment: dict[str, str], files: list[int]
) -> NoReturn:
    """Run the code as an interpreter would that was started there."""
    for number, each in enumerate(files):
        os.dup2(each, number)
        os.close(each)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = arguments
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), encoding="utf-8")
    sys.stdout, sys.stderr = _output(1), _output(2)
    ended: Any = 0
    try:
        exec(compile(code, "<program>", "exec"), {"__name__": "__main__"})
    except SystemExit as end:
        ended = end.code
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    except BaseException:  # noqa: BLE001 - told as an interpreter tells it
        traceback.print_exc()
        ended = 1
    if isinstance(ended, str):
        sys.stderr.write(f"{ended}\n")
        ended = 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        ended = 120
    os._exit(ended or 0)


def _output(number: int) -> io.TextIOWrapper:
    lines = number == 2 or os.isatty(number)
    written = io.BufferedWriter(io.FileIO(number, "w", closefd=False))
    return io.TextIOWrapper(written, encoding="utf-8", line_buffering=lines)


if __name__ == "__main__":
    main()
