"""`onrecord add URL` as a person types it, against a server on the loopback interface."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loopback_site import Site, page, reply
from onrecord.cli.front import run
from test_live_archive import SPEECH, speeches

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def site() -> Iterator[Site]:
    """A server with one speech."""
    with Site({"/1": reply(SPEECH)}) as served:
        yield served


@pytest.fixture
def add(
    site: Site, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Call:
    """Return what adds a path of the site and tells exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_CONTACT", raising=False)

    def called(path: str, *options: str, private: bool = True) -> tuple[int, str, str]:
        allowed = ["--allow-private"] if private else []
        code = run(["add", f"http://127.0.0.1:{site.port}{path}", "--delay", "0", *allowed, *options])
        out, err = capfd.readouterr()
        return code, out, err

    return called


def test_an_address_is_added(add: Call) -> None:
    """As a file is: what was new, what was read, and nothing else."""
    code, out, err = add("/1")
    assert (code, err) == (0, "")
    assert out == "1 capture new, 0 seen before, 0 not readable.\n1 statement read, 1 new to the record.\n"
    code, out, err = add("/1", "--json")
    assert (code, json.loads(out)["new"] + json.loads(out)["seen_before"]) == (0, 1)


def test_this_machine_is_not_asked_unless_that_is_said(add: Call, site: Site) -> None:
    """One sentence, with the option; nothing is asked."""
    code, _, err = add("/1", private=False)
    assert code == 2
    assert err == (
        f"http://127.0.0.1:{site.port}/1 is not fetched: 127.0.0.1 is this machine; if that is your own"
        " server, give --allow-private.\n"
    )
    assert site.requests == []


def test_a_page_that_robots_txt_forbids(add: Call, site: Site) -> None:
    """One sentence, with how to go on."""
    site.answers["/robots.txt"] = reply("User-agent: *\nDisallow: /")
    code, _, err = add("/1")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert err.endswith(
        "/robots.txt does not let onrecord in; ask the site, or give --ignore-robots if you have its leave.\n"
    )
    assert add("/1", "--ignore-robots")[0] == 0


def test_a_stand_in_is_said(add: Call, site: Site) -> None:
    """Kept, named with its evidence and its address; that is no failure."""
    site.answers["/2"] = reply(
        page("Access Denied", "Reference #18.5c2f1602.1589000000.1a2b3c4d"), "403 Forbidden"
    )
    code, out, err = add("/2")
    assert code == 0
    assert out.startswith("1 capture new")
    assert err == (
        f"http://127.0.0.1:{site.port}/2: This is not the page asked for but a refusal to show it: “Access Denied” stands over"
        " few words; no statement is read from it.\n"
    )


def test_many_stand_ins_are_counted(add: Call, site: Site) -> None:
    """A few are named one by one, more are counted by what they are."""
    site.answers["/list"] = reply(speeches(site, 14))
    for n in range(1, 15):
        site.answers[f"/speeches/{n}"] = reply("", "404 Not Found")
    code, _, err = add("/list", "--follow")
    assert code == 0
    assert err == "14 pages are not those asked for, and kept (not_found: 14); --json names each.\n"


def test_a_list_is_followed(add: Call, site: Site) -> None:
    """The second time, what has not changed is counted."""
    site.answers["/list"] = reply(speeches(site, 4))
    code, out, err = add("/list", "--follow", "--limit", "3", "--contact", "desk@archive.example")
    assert code == 0
    assert out.startswith("4 captures new")
    assert "announces 4 pages, of which 3 are fetched: --limit takes more." in err
    assert all(b"desk@archive.example" in request for request in site.requests)
    for n in range(1, 5):
        site.answers[f"/speeches/{n}"] = b"HTTP/1.1 304 Not Modified\r\n\r\n"
    code, out, err = add("/list", "--follow", "--limit", "3")
    assert code == 0
    assert "3 pages have not changed since last fetched: kept as revisits." in err


def test_options_of_fetching_need_an_address(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever follows a file did not mean that."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "1.html").write_text(SPEECH)
    assert run(["add", "1.html", "--follow"]) == 2
    assert "there is no address to fetch" in capfd.readouterr().err.lower()


def test_what_a_server_says_cannot_steer_a_terminal(add: Call, site: Site) -> None:
    """Escapes in a Location or a status are shown as what they are."""
    site.answers["/1"] = (
        b"HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\x1b[31mred\r\nContent-Length: 0\r\n\r\n"
    )
    code, out, err = add("/1", private=True)
    assert code in (0, 2)
    assert "\x1b" not in out + err
