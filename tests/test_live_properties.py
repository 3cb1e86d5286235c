"""Whatever bytes a server sends, in whatever pieces: an answer or a fault in words, never a traceback."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from typing import cast

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loopback_site import Invented, Site, page, reply
from onrecord.capture import Captured, digest_of
from onrecord.capture.captured import ATOM, JSON_FEED, RSS
from onrecord.capture.formats import announced_in_feed
from onrecord.capture.live import Fetcher, Fetching, Limits, fetch
from onrecord.capture.live.address import parse_target
from onrecord.capture.live.exchange import Answer, ask
from onrecord.capture.live.faults import Fault
from onrecord.capture.live.line import Line
from onrecord.capture.live.networks import why_refused
from onrecord.capture.live.robots import Robots, robots_of
from onrecord.model import Capture, Issue, Locator

TARGET = parse_target("https://press.ostrelle.example/speeches/1")
WORDS = page("Speech by Minister Ida Voss", "The harbour stays open.").encode()
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n0\r\n\r\n"
PACKED = reply(gzip.compress(WORDS, mtime=0), "200 OK", "Content-Encoding: gzip")
SOUND = [
    reply(WORDS),
    CHUNKED,
    PACKED,
    b"HTTP/1.1 103 Early\r\nLink: </a>\r\n\r\n" + reply(WORDS),
    reply(b"", "304 Not Modified"),
]


class Spoken:
    """A connection whose other end says these pieces and hangs up."""

    address = "9.9.9.9"

    def __init__(self, pieces: list[bytes]) -> None:
        """Take what is said."""
        self._pieces = iter([piece for piece in pieces if piece])

    def send(self, sent: bytes) -> None:
        """Listen to nothing."""

    def receive(self) -> bytes:
        """Return the next piece, none at the end."""
        return next(self._pieces, b"")

    def __enter__(self) -> Spoken:
        """Return the connection."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close nothing."""


def pieces_of(said: bytes, cuts: list[int]) -> list[bytes]:
    """Return the bytes cut at these places."""
    places = sorted({0, len(said), *(cut % (len(said) + 1) for cut in cuts)})
    return [said[start:end] for start, end in pairwise(places)]


def answered(pieces: list[bytes]) -> Answer | str:
    """Return the answer, or why there is none."""
    try:
        return ask(cast(Line, Spoken(pieces)), TARGET, [], Limits(), most=1 << 16)
    except Fault as fault:
        return str(fault)


@given(st.sampled_from(SOUND), st.lists(st.integers(0, 10_000), max_size=12))
def test_it_does_not_matter_how_an_answer_is_cut_into_pieces(said: bytes, cuts: list[int]) -> None:
    """The same head, body and payload as if it had come at once."""
    whole = answered([said])
    assert isinstance(whole, Answer)
    assert answered(pieces_of(said, cuts)) == whole
    assert said.endswith(whole.head + whole.body)


MUTATED = st.builds(
    lambda said, at, put, cut: said[: at % (len(said) + 1)] + put + said[at % (len(said) + 1) + cut :],
    st.sampled_from(SOUND),
    st.integers(0, 1000),
    st.binary(max_size=8)
    | st.sampled_from(
        [b"\r\n", b"\n", b"\x00", b"Content-Length: 7\r\n", b"Transfer-Encoding: chunked\r\n", b"ffffffff"]
    ),
    st.integers(0, 12),
)


@given(st.binary(max_size=300) | MUTATED, st.lists(st.integers(0, 1000), max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_captures_or_issues(said: bytes, cuts: list[int]) -> None:
    """Of a mutated answer, or of noise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetch, "open_line", lambda *_, **__: Spoken(pieces_of(said, cuts)))
        world = Invented(cast(Site, None)).world()
        fetcher = Fetcher(Fetching(delay_s=0), world, lambda url: None)
        found = [each.found for each in fetcher.fetch(TARGET.url)]
    assert found
    assert all(isinstance(each, Captured | Issue) for each in found)
    assert all(msgspec.json.encode(each) for each in found if isinstance(each, Issue))


LINES = st.lists(
    st.sampled_from(["User-agent: *", "User-agent: onrecord", "Disallow: /", "Allow: /speeches", "Disallow:", "Crawl-delay: 1e999",
                     "Crawl-delay: nan", "Disallow: /*/1$", "Disallow: " + "/*" * 500, "Request-rate: 1/0", "\ufeff", "Sitemap: \x00"])
    | st.text(max_size=30),
    max_size=12,
).map("\n".join)  # fmt: skip


@given(LINES)
def test_any_robots_txt_is_obeyed_or_passed_over(text: str) -> None:
    """It says yes or no, and a delay that is a number of seconds."""
    answer = Answer(
        b"", b"HTTP/1.1 200 OK\r\n\r\n", b"", text.encode(errors="replace"), "9.9.9.9", 200, {}, False
    )
    robots = robots_of(answer, TARGET)
    assert isinstance(robots, Robots)
    assert 0 <= robots.delay_s < float("inf")
    with suppress(Fault):
        robots.check(TARGET)


@given(st.text(max_size=60) | st.from_regex(r"https?://[^ ]{0,20}(:[0-9]{1,6})?/?[^ ]{0,20}", fullmatch=True))
def test_an_address_is_taken_apart_once_and_for_all(written: str) -> None:
    """What comes out is plain ASCII that is taken apart to the same again."""
    try:
        target = parse_target(written, "https://press.ostrelle.example/")
    except Fault:
        return
    assert target.url.isascii()
    assert target.url.isprintable()
    assert not any(mark in target.host for mark in "@/\\ ?#")
    assert parse_target(target.url) == target


@given(st.ip_addresses())
def test_an_address_inside_is_refused_however_it_is_wrapped(address: object) -> None:
    """Python's own opinion is never stricter than ours."""
    import ipaddress

    assert isinstance(address, ipaddress.IPv4Address | ipaddress.IPv6Address)
    if (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
    ):
        assert why_refused(str(address), allow_private=False)
    if isinstance(address, ipaddress.IPv4Address):
        for wrapped in (f"::ffff:{address}", f"::{address}", f"64:ff9b::{address}"):
            assert why_refused(wrapped, allow_private=False)


def feeds() -> Iterator[bytes]:
    """Return small feeds, sound and broken."""
    yield b"<rss><channel><item><link>/1</link></item></channel></rss>"
    yield b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/1'/></entry></feed>"
    yield b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://tides.example/1"}]}'


@given(
    st.sampled_from(list(feeds())),
    st.sampled_from((RSS, ATOM, JSON_FEED)),
    st.integers(0, 90),
    st.binary(max_size=12),
    st.integers(0, 9),
)
def test_any_feed_announces_addresses_or_nothing(
    feed: bytes, kind: str, at: int, put: bytes, cut: int
) -> None:
    """Broken anywhere, it gives what came before, or is none."""
    body = feed[:at] + put + feed[at + cut :]
    url = "https://press.ostrelle.example/feed"
    capture = Capture(url, None, digest_of(body), kind, Locator(url, 0, len(body)))
    announced = announced_in_feed(Captured(capture, body, None))
    assert announced is not None
    assert all(each.startswith(("http://", "https://")) for each in announced)
