"""Answers packed with gzip: the same words in fewer bytes, and no cache gives them to who cannot read them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from served import Served, serving


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample, served."""
    folder = Archive.demo(tmp_path_factory.mktemp("demo") / "onrecord-demo", at="2026-02-03T09:00:00Z").folder
    with serving(Path(folder)) as served:
        yield served


@pytest.mark.parametrize(
    "path", ["/", "/about.html", "/assets/style.css", "/feed.atom", "/api/v1/statements", "/search?q=ferry"]
)
def test_who_takes_gzip_gets_the_same_words_in_fewer_bytes(site: Served, path: str) -> None:
    """Both forms say that they differ by Accept-Encoding; the packed one has a tag of its own kind."""
    plain, packed = site.ask(path), site.ask(path, accept_encoding="gzip, br")
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < 0.5 * len(plain.body)
    assert int(packed.headers["content-length"]) == len(packed.body)
    assert "Accept-Encoding" in plain.headers["vary"]
    assert "Accept-Encoding" in packed.headers["vary"]
    assert packed.headers["etag"] == f"W/{plain.headers['etag']}"


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "gzip;q=0.0, *", "*;q=0"])
def test_who_takes_no_gzip_gets_none(site: Served, accepted: str) -> None:
    """A weight of nought is a refusal."""
    assert "content-encoding" not in site.ask("/about.html", accept_encoding=accepted).headers


@pytest.mark.parametrize("accepted", ["gzip", "gzip;q=0.5", "*", "br;q=1.0, GZIP;q=0.8"])
def test_who_takes_gzip_however_it_is_said_gets_it(site: Served, accepted: str) -> None:
    """A star takes anything, and case does not matter."""
    assert site.ask("/about.html", accept_encoding=accepted).headers["content-encoding"] == "gzip"


def test_neither_form_is_sent_twice(site: Served) -> None:
    """The tag of one form answers for the other: the words are the same."""
    plain, packed = site.ask("/about.html"), site.ask("/about.html", accept_encoding="gzip")
    for tag in (plain.headers["etag"], packed.headers["etag"]):
        for accepted in ("identity", "gzip"):
            again = site.ask("/about.html", if_none_match=tag, accept_encoding=accepted)
            assert (again.status, again.body) == (304, b"")
            assert "Accept-Encoding" in again.headers["vary"]
            assert again.headers["etag"].startswith("W/") == (accepted == "gzip")


def test_what_is_short_stays_as_it_is(site: Served) -> None:
    """A fault of a line is not packed, and a question for the head alone has no body."""
    fault = site.ask("/api/v1/nothing", accept_encoding="gzip")
    assert "content-encoding" not in fault.headers
    head = site.ask("/about.html", "HEAD", accept_encoding="gzip")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-encoding"] == "gzip"
