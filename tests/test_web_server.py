"""The process that serves: where it listens, what it says, how it ends, and the demo that opens itself."""

from __future__ import annotations

import asyncio
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from onrecord import Archive, Profile, Shelf, WrongCall
from onrecord.cli.front import run
from onrecord.publishing.once import Once, once_property
from onrecord.web import Settings
from onrecord.web.desks import Desks, NotReady
from onrecord.web.faults import as_made, problem_of
from onrecord.web.server import listening
from onrecord.web.settings import Bounds
from served import Served, serving

AT = "2026-02-03T09:00:00Z"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented sample."""
    return Path(Archive.demo(tmp_path_factory.mktemp("demo") / "onrecord-demo", at=AT).folder)


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], Served]]:
    """Run the command line until the block ends; it has told its address."""
    program = "import sys; from onrecord.cli.front import run; sys.exit(run(sys.argv[1:]))"
    child = subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stderr is not None
    try:
        told = child.stderr
        while True:
            ready, _, _ = select.select([told], [], [], 90)
            assert ready, "it says nothing"
            line = told.readline()
            assert line, "it ended before it served"
            if "is served at" in line:
                break
        yield child, Served(int(line.split("http://127.0.0.1:")[1].split("/")[0]))
    finally:
        child.kill()
        child.wait(30)
        child.stdout.close()
        child.stderr.close()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_ended(demo: Path, how: signal.Signals) -> None:
    """One line tells the address; one signal ends it, with exit code 0 and no trace; nothing locked is left."""
    with started("serve", "--archive", str(demo), "--port", "0", "--json") as (child, site):
        assert child.stdout is not None
        assert child.stderr is not None
        assert json.loads(child.stdout.readline())["address"] == site.address
        assert site.ask("/").status == 200
        child.send_signal(how)
        assert child.wait(30) == 0
        assert "Traceback" not in child.stderr.read()
    with Archive.open(demo) as archive:
        archive.rebuild()


def test_a_head_that_does_not_end_is_cut_off(demo: Path) -> None:
    """Whatever reads requests: lines of a head that come and come are not all kept, and others are answered."""
    with started("serve", "--archive", str(demo), "--port", "0") as (_, site):
        with socket.create_connection(("127.0.0.1", site.port), timeout=30) as endless:
            endless.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            sent = 0
            with suppress(ConnectionError):
                while sent < 20_000_000:
                    endless.sendall(b"X-More: " + b"a" * 4_000 + b"\r\n")
                    sent += 4_010
            assert sent < 20_000_000
        assert site.ask("/").status == 200


@pytest.mark.parametrize("sent", [b"this is no request\r\n\r\n", b"GET / HTTP/1.1\r\n: : :\r\n\r\n"])
def test_what_is_no_request_is_refused_in_the_shape_of_all_faults(demo: Path, sent: bytes) -> None:
    """The library that reads requests would answer in plain text, which the API does not promise."""
    with (
        started("serve", "--archive", str(demo), "--port", "0") as (_, site),
        socket.create_connection(("127.0.0.1", site.port), timeout=30) as odd,
    ):
        odd.sendall(sent)
        came = b"".join(iter(lambda: odd.recv(4_096), b""))
    head, _, body = came.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert b"Content-Type: application/problem+json" in head
    assert json.loads(body)["code"] == "unreadable"


def test_a_port_in_use_is_one_sentence(demo: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It says which, and what to do."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert run(["serve", "--archive", str(demo), "--port", str(port)]) == 2
    said = capfd.readouterr().err
    assert f"Port {port} of 127.0.0.1 is in use by another program: end that, or give another --port." in said
    assert "Traceback" not in said


def test_the_archives_own_profile_is_taken(
    demo: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """As by `publish`: who wrote it into the archive need not name it."""
    archive = shutil.copytree(demo, tmp_path / "archive")
    (archive / "site.toml").write_text('name = "The desk"\ninterface = "xx"\n', encoding="utf-8")
    assert run(["serve", "--archive", str(archive), "--port", "0"]) == 2
    assert f"{archive / 'site.toml'}: " in capfd.readouterr().err


def test_a_profile_that_no_page_can_be_made_with_is_one_sentence(
    demo: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is told when the server starts, not to everybody who asks for a page."""
    (tmp_path / "site.toml").write_text(
        '[[counters]]\nsince = "2999-01-01"\ntext = "days since"\n', encoding="utf-8"
    )
    call = ["serve", "--archive", str(demo), "--port", "0", "--profile", str(tmp_path / "site.toml")]
    assert run(call) == 2
    assert "The counter since 2999-01-01 starts after" in capfd.readouterr().err


def test_a_host_that_is_not_here_is_one_sentence() -> None:
    """An address of elsewhere cannot be listened at."""
    with pytest.raises(WrongCall, match="give another --host or --port"), listening("192.0.2.1", 0):
        pass


def test_it_listens_on_this_machine_alone() -> None:
    """Unless told otherwise."""
    with listening("127.0.0.1", 0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"
    assert Settings(Path(), Profile()).hosts == frozenset({"127.0.0.1", "::1", "localhost"})


def test_an_archive_that_is_not_there_is_told_before_anything_listens(tmp_path: Path) -> None:
    """As by every other verb."""
    assert run(["serve", "--archive", str(tmp_path / "nothing"), "--port", "0"]) == 2


def test_the_demo_opens_itself(tmp_path: Path) -> None:
    """`demo --serve`: built, shown, and served with its profile."""
    with started("demo", "--archive", str(tmp_path / "onrecord-demo"), "--serve", "--port", "0") as (_, site):
        assert "What was said about the Lantern Bank" in site.ask("/").text


def test_many_ask_at_once_while_another_adds(demo: Path, tmp_path: Path) -> None:
    """Every answer is right, none waits for the writer, and the writer for none of them."""
    import shutil

    folder = tmp_path / "archive"
    shutil.copytree(demo, folder)
    pages = tmp_path / "pages"
    pages.mkdir()
    for n in range(40):
        page = f"<h1>Minister Anna Lind’s statement number {n} on the pier, May 14, 2026</h1><p>15 May 2026</p><p>Pier {n} stays as it is.</p>"
        (pages / f"{n}.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    statuses: list[int] = []
    with serving(folder) as site:
        before = site.ask("/api/v1").json["holds"]["statements"]
        done = threading.Event()

        def ask() -> None:
            paths = [
                "/",
                "/messages/",
                "/search?q=ferry",
                "/api/v1/statements",
                "/api/v1/check?quotation=the+night+ferry+has+sailed",
            ]
            while not done.is_set():
                statuses.extend(site.ask(path).status for path in paths)

        askers = [threading.Thread(target=ask) for _ in range(6)]
        for asker in askers:
            asker.start()
        with Archive.open(folder) as archive:
            for n in range(40):
                archive.add(
                    pages / f"{n}.html",
                    url=f"https://ministry.vessel.example/{n}",
                    captured_at="2026-05-16T08:00:00Z",
                )
        done.set()
        for asker in askers:
            asker.join()
        assert len(statuses) > 30
        assert set(statuses) == {200}
        assert site.ask("/api/v1").json["holds"]["statements"] == before + 40


def test_too_many_at_once_are_told_to_come_again(demo: Path) -> None:
    """Neither kept waiting without end nor cut off: 503, and when to ask again."""
    with serving(demo, bounds=Bounds(waiting=1), threads=1) as site:
        answers = []
        asked = [
            threading.Thread(target=lambda: answers.append(site.ask("/api/v1/search?q=the")))
            for _ in range(30)
        ]
        for each in asked:
            each.start()
        for each in asked:
            each.join()
        statuses = {each.status for each in answers}
        assert statuses == {200, 503}
        busy = next(each for each in answers if each.status == 503)
        assert (busy.json["code"], busy.headers["retry-after"]) == ("busy", "5")


def test_an_answer_that_takes_too_long_is_given_up(demo: Path) -> None:
    """The asker is told; the server goes on."""
    with serving(demo, bounds=Bounds(seconds=0.000001)) as site:
        for _ in range(100):  # in the first moments it is not ready yet, and says that
            answer = site.ask("/api/v1/search?q=the")
            if answer.json.get("code") == "took_too_long":
                break  # an answer may be there before anybody looks at the clock
            time.sleep(0.1)
        assert (answer.status, answer.json["code"]) == (503, "took_too_long")
        told = next(told for _ in range(100) if (told := site.ask("/search?q=the")).status == 503)
        assert '<link rel="stylesheet" href="/assets/style.css">' in told.text
        assert "<main><h1>Service Unavailable</h1>" in told.text
        assert '<a href="">Ask again</a>' in told.text
        assert "Ask again" not in site.ask("/check", "POST", b"quotation=the").text


def test_who_asks_before_all_is_ready_is_told_to_come_again(demo: Path) -> None:
    """What pages are made from is being made: that is said, with when to ask again."""
    shelf = Shelf()
    shelf.is_being_filled = True
    desks = Desks(Settings(demo, Profile(), bounds=Bounds(seconds=0.01)), shelf)
    with pytest.raises(NotReady) as told:
        asyncio.run(desks.ask(lambda desk: time.sleep(0.2)))
    made = as_made(problem_of(told.value))
    assert (made.status, json.loads(made.body)["code"], made.headers["Retry-After"]) == (
        503,
        "not_ready",
        "5",
    )
    desks.close()


def test_what_several_threads_ask_for_is_made_by_one_of_them() -> None:
    """The others wait: five that make the same at a time take five times as long."""

    class Lists:
        made = 0

        def __init__(self) -> None:
            self.made_once = Once()

        @once_property
        def long(self) -> list[int]:
            Lists.made += 1
            time.sleep(0.05)
            return [Lists.made]

        @once_property
        def longer(self) -> list[int]:
            return [*self.long, *self.made_once.made("last", lambda: [9])]

    lists = Lists()
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda n: lists.longer if n % 2 else lists.long, range(16)))
    assert found == [[1], [1, 9]] * 8
    assert Lists.made == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="to root every folder is writable")
def test_an_archive_that_may_not_be_written_is_served(demo: Path, tmp_path: Path) -> None:
    """As it is; nothing is derived."""
    import shutil

    folder = tmp_path / "archive"
    shutil.copytree(demo, folder)
    folder.chmod(0o555)
    try:
        with serving(folder) as site:
            assert site.ask("/search?q=ferry").status == 200
    finally:
        folder.chmod(0o755)


def test_help_and_check_load_no_server() -> None:
    """Who does not serve does not wait for what serving needs."""
    lines = (
        "import sys\nfrom onrecord.cli.front import run\nrun(['--help'])\nimport onrecord\nonrecord.Archive\n"
    )
    ending = "sys.exit(any(name in sys.modules for name in ('starlette', 'uvicorn', 'nh3')))"
    begun = time.monotonic()
    assert (
        subprocess.run([sys.executable, "-c", lines + ending], check=False, capture_output=True).returncode
        == 0
    )
    assert time.monotonic() - begun < 30
