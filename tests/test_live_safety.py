"""Fetching from servers that lead elsewhere, send too much, too little, too slowly or not what they say.

Every server is on the loopback interface; names and public IP addresses are resolved by the test.
"""

from __future__ import annotations

import gzip
import io
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from fastwarc.stream_io import BrotliWriter

from loopback_site import HOST, PUBLIC, Answer, Invented, Site, moved, page, reply
from onrecord.capture import Captured
from onrecord.capture.live import Fetcher, Fetching
from onrecord.capture.live.networks import why_refused
from onrecord.errors import WrongCall
from onrecord.model import Issue

WORDS = page("Statement on the ferries", "The ferries sail at dawn.")


@pytest.fixture
def site() -> Iterator[Site]:
    """A server that a test gives its answers."""
    with Site() as served:
        yield served


def fetched(
    site: Site,
    url: str,
    names: dict[str, list[str]] | None = None,
    fetching: Fetching | None = None,
    **limits: Any,
) -> tuple[list[Captured], list[Issue]]:
    """Return the captures and issues that fetching an address gave."""
    fetcher = Fetcher(
        fetching or Fetching(delay_s=0), Invented(site, names).world(**limits), lambda url: None
    )
    found = [each.found for each in fetcher.fetch(url)]
    return [each for each in found if isinstance(each, Captured)], [
        each for each in found if isinstance(each, Issue)
    ]


def refused(site: Site, answer: Answer, **limits: Any) -> str:
    """Return the one sentence that says why a page with this answer was not kept."""
    site.answers["/1"] = answer
    captures, issues = fetched(site, f"{site.origin}/1", **limits)
    assert captures == []
    (issue,) = issues
    assert issue.severity == "error"
    assert issue.locator is not None
    assert issue.locator.file == f"{site.origin}/1"
    return f"{issue.code}: {issue.message}"


def test_what_came_is_kept_byte_for_byte(site: Site) -> None:
    """Head and body as they stood on the wire, the request, and the IP address that answered."""
    sent = reply(WORDS, "200 Fine", "X-Odd:  two  spaces ", "Set-Cookie: who=you")
    site.answers["/a?b=%C3%A9"] = sent
    (captured,), issues = fetched(site, f"{site.origin}/a?b=é#turn-3")
    assert issues == []
    wire = captured.wire
    assert wire is not None
    assert wire.head + (wire.body or b"") == sent
    assert wire.request == site.requests[-1]
    assert (wire.address, wire.status) == (PUBLIC, 200)
    assert captured.capture.url == f"{site.origin}/a?b=%C3%A9"
    assert captured.capture.captured_at == "2031-05-04T10:00:01Z"
    assert captured.body == WORDS.encode()


def test_no_cookie_is_ever_sent_back(site: Site) -> None:
    """Not along redirections, and not to the same host either."""
    site.answers |= {
        "/1": moved("/2").replace(b"\r\n\r\n", b"\r\nSet-Cookie: who=you\r\n\r\n"),
        "/2": reply(WORDS),
    }
    captures, _ = fetched(site, f"{site.origin}/1")
    assert [each.capture.status for each in captures] == [301, 200]
    assert not any(b"cookie" in request.lower() for request in site.requests)


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://017700000001/",
        "http://0x7f.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://[::ffff:10.0.0.1]/",
        "http://[::ffff:7f00:1]/", "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "http://[fe80::1]/",
        "http://[fd00::1]/", "http://[::]/", "http://0.0.0.0/", "http://0/", "http://10.1.2.3/", "http://100.64.0.1/",
        "http://192.168.0.1/", "http://172.31.255.255/", "http://224.0.0.1/", "http://255.255.255.255/", "http://[ff02::1]/",
        "http://198.18.0.1/", "http://[::a00:1]/", "http://[2001::1]/", "http://inner.ostrelle.example/",
        "http://many.ostrelle.example/",
    ],
)  # fmt: skip
def test_no_redirection_leads_inside(site: Site, to: str) -> None:
    """Whatever its writing, an address that is no public site is refused, and nothing is connected to for it."""
    site.answers["/1"] = moved(to)
    names = {"inner.ostrelle.example": ["10.0.0.5"], "many.ostrelle.example": [PUBLIC, "127.0.0.1"]}
    invented = Invented(site, names)
    fetcher = Fetcher(Fetching(delay_s=0), invented.world(), lambda url: None)
    found = [each.found for each in fetcher.fetch(f"{site.origin}/1")]
    assert isinstance(found[0], Captured)
    assert isinstance(found[1], Issue)
    assert (found[1].code, invented.connected) == ("address_refused", [PUBLIC, PUBLIC])
    assert "--allow-private" in found[1].message


def test_robots_files_lead_nowhere_inside_either(site: Site) -> None:
    """A robots.txt that redirects inside cannot be had, and so nothing may be fetched."""
    site.answers |= {"/robots.txt": moved("http://169.254.169.254/robots.txt"), "/1": reply(WORDS)}
    captures, (issue,) = fetched(site, f"{site.origin}/1")
    assert (captures, issue.code, site.paths) == ([], "robots_unreachable", [])


def test_a_name_is_resolved_once_for_each_connection_and_that_address_is_used(site: Site) -> None:
    """A name server that answers otherwise the second time (rebinding) is not asked a second time."""
    site.answers["/1"] = reply(WORDS)
    invented = Invented(site)
    world = invented.world()
    answers = iter([[PUBLIC], [PUBLIC], ["127.0.0.1"]])
    fetcher = Fetcher(Fetching(), world._replace(resolve=lambda host, port: next(answers)), lambda url: None)
    assert [isinstance(each.found, Captured) for each in fetcher.fetch(f"{site.origin}/1")] == [True]
    assert invented.connected == [PUBLIC, PUBLIC]
    (again,) = [each.found for each in fetcher.fetch(f"{site.origin}/1")]
    assert isinstance(again, Issue)
    assert "this machine" in again.message
    assert invented.connected == [PUBLIC, PUBLIC]


def test_private_addresses_may_be_allowed(site: Site) -> None:
    """For the keeper's own server; what is no single host stays refused."""
    site.answers["/1"] = reply(WORDS)
    allowed = Fetching(allow_private=True)
    assert fetched(site, f"http://127.0.0.1:{site.port}/1", fetching=allowed)[1] == []
    (issue,) = fetched(site, "http://224.0.0.1/1", fetching=Fetching(allow_private=True, ignore_robots=True))[
        1
    ]
    assert "many receivers at once" in issue.message


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://press.ostrelle.example/1", "ftp is no way to fetch a page"),
        ("http://who:secret@press.ostrelle.example/1", "a name or password"),
        ("http://press.ostrelle.example:22/1", "port 22 belongs to another service"),
        ("http://press.ostrelle.example:99999/1", "cannot be taken apart"),
        ("http://[::1/", "cannot be taken apart"),
        ("http:///1", "its host is no name"),
        ("http://press.ostrelle.example\\@127.0.0.1/", "a name or password"),
        ("http://press ostrelle.example/", "its host is no name"),
        ("http://press.ostrelle.example/\x00", "control characters"),
        ("http://a/" + "b" * 5000, "too long"),
        ("http://[fe80::1%25eth0]/", "its host is no address"),
    ],
)
def test_an_address_that_is_none_is_refused(site: Site, url: str, said: str) -> None:
    """Before anything is asked of anybody; a password is not repeated on the screen."""
    captures, (issue,) = fetched(site, url)
    assert (captures, issue.code, site.requests) == ([], "address_refused", [])
    assert said in issue.message
    assert "secret" not in issue.message


def test_what_is_public_is_not_refused() -> None:
    """Neighbours of the refused ranges are sites like any other."""
    for address in (
        "9.9.9.9",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "2620:fe::fe",
        "2a00::1",
    ):
        assert why_refused(address, allow_private=False) is None


def test_redirections_in_a_circle_and_without_end(site: Site) -> None:
    """Each is kept once; then it is said."""
    site.answers |= {"/1": moved("/2"), "/2": moved("/1")}
    captures, (issue,) = fetched(site, f"{site.origin}/1")
    assert len(captures) == 2
    assert "lead in a circle" in issue.message
    site.answers |= {f"/n{n}": moved(f"/n{n + 1}", "302 Found") for n in range(30)}
    captures, (issue,) = fetched(site, f"{site.origin}/n0")
    assert len(captures) == 9
    assert "redirected more than 8 times" in issue.message


def test_a_redirection_that_says_nowhere_is_kept_as_it_is(site: Site) -> None:
    """Without a Location there is nothing to follow."""
    site.answers["/1"] = reply("gone elsewhere", "301 Moved")
    captures, issues = fetched(site, f"{site.origin}/1")
    assert ([each.capture.status for each in captures], issues) == ([301], [])


def test_letters_in_a_redirection_are_percent_encoded(site: Site) -> None:
    """As UTF-8, which is what most servers mean by them; what is no UTF-8 is taken for Latin."""
    site.answers |= {"/1": moved("/č?q=ž"), "/2": moved("/x").replace(b"/x", b"/\xe9")}
    fetched(site, f"{site.origin}/1")
    fetched(site, f"{site.origin}/2")
    assert site.paths == ["/1", "/%C4%8D?q=%C5%BE", "/2", "/%C3%A9"]


def forever(
    piece: bytes, head: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", pause: float = 0
) -> Answer:
    """Return an answer that never ends."""

    def send(connected: socket.socket, request: bytes) -> None:
        with suppress(OSError):
            connected.sendall(head)
            while True:
                connected.sendall(piece)
                time.sleep(pause)

    return send


def test_a_body_without_end_is_refused(site: Site) -> None:
    """With no more of it taken than the limit."""
    said = refused(site, forever(b"<p>more</p>" * 9000), body=1 << 20)
    assert said.startswith("body_too_large: ")
    assert "it sends more than 1 MiB" in said


def test_a_body_of_chunks_without_end_is_refused(site: Site) -> None:
    """Chunks of one byte cost their sender six for each; that counts as well."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert refused(site, forever(b"1\r\nx\r\n" * 5000, head), body=1 << 18).startswith("body_too_large: ")


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n", b"", b"HTTP/1.1 100 Continue\r\n\r\n"]
)
def test_a_head_without_end_is_refused(site: Site, head: bytes) -> None:
    """One line without end, lines without end, nothing but noise, preliminary answers without end."""
    piece = {b"HTTP/1.1 200 OK\r\n": b"X-A: b\r\n"}.get(head, b"x" if not head.endswith(b"\n\r\n") else head)
    said = refused(site, forever(piece * 4000, head))
    assert said.startswith("not_fetched: ")


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "]
)
def test_a_slow_drip_ends_after_the_time_for_a_page(site: Site, head: bytes) -> None:
    """Each piece comes within its time, all of them do not."""
    began = time.monotonic()
    said = refused(site, forever(b"x", head, pause=0.05), idle_s=0.5, whole_s=1.0)
    assert "it took more than 1 seconds in all" in said
    assert time.monotonic() - began < 5


def test_a_server_that_falls_silent_is_left(site: Site) -> None:
    """After so many seconds without a byte."""
    said = refused(site, lambda connected, request: time.sleep(3), idle_s=0.3)
    assert "nothing came for" in said


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<p>too few", "broken off after 10 bytes"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n", "broken off after 5 bytes"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHelloZZ\r\n", "no sound HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nworse\r\n", "no sound HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\nabc", "no sound HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -3\r\n\r\nabc", "no sound HTTP"),
        (b"", "closed"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "no sound HTTP"),
        (b"HTTP/1.1 304 Not Modified\r\n\r\n", "was not asked whether it has"),
    ],
)  # fmt: skip
def test_a_broken_answer_is_no_capture(site: Site, answer: bytes, why: str) -> None:
    """A page that is not whole would look like one that its source had shortened."""
    said = refused(site, answer)
    assert said.startswith("not_fetched: ")
    assert why in said


def test_bytes_behind_a_whole_answer_are_not_its(site: Site) -> None:
    """A shorter Content-Length than what comes: the page is what was announced."""
    site.answers["/1"] = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>Hello.HTTP/1.1 200 OK\r\n\r\nsmuggled"
    )
    (captured,), _ = fetched(site, f"{site.origin}/1")
    assert captured.body == b"<p>Hello."
    assert captured.wire is not None
    assert captured.wire.body == b"<p>Hello."


def zstd(body: bytes) -> bytes:
    """Return one zstd frame of a run of one byte, as RFC 8878 has it: an RLE block for each 128 kB."""
    blocks, size = b"", len(body)
    while size:
        step = min(size, 1 << 17)
        size -= step
        blocks += (step << 3 | 1 << 1 | (not size)).to_bytes(3, "little") + body[:1]
    return b"\x28\xb5\x2f\xfd" + b"\xa0" + len(body).to_bytes(4, "little") + blocks


def brotli(body: bytes) -> bytes:
    """Return the body in the br coding."""
    out = io.BytesIO()
    writer = BrotliWriter(out)
    writer.write(body)
    writer.close()
    return out.getvalue()


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress, "deflate": zlib.compress,
    "br": brotli, "zstd": zstd,
    "gzip, gzip": lambda body: gzip.compress(gzip.compress(body)),
}  # fmt: skip


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("size", [8 << 20, 80 << 20])
def test_a_bomb_is_refused(site: Site, coding: str, size: int) -> None:
    """A few bytes that unfold to what no text would: beyond all bounds, or only beyond what text compresses to."""
    said = refused(site, reply(CODINGS[coding](b" " * size), "200 OK", f"Content-Encoding: {coding}"))
    assert said.startswith("body_too_large: ")


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_coded_page_is_read_and_kept_as_it_came(site: Site, coding: str) -> None:
    """We do not ask for one; a server that sends one all the same is understood."""
    packed = CODINGS[coding](WORDS.encode())
    site.answers["/1"] = reply(packed, "200 OK", f"Content-Encoding: {coding}")
    (captured,), issues = fetched(site, f"{site.origin}/1")
    assert (captured.body, issues) == (WORDS.encode(), [])
    assert captured.wire is not None
    assert captured.wire.body == packed


@pytest.mark.parametrize("cut", [gzip.compress(WORDS.encode())[:-9], b"\x1f\x8b\x08\x00 no gzip at all"])
def test_a_coded_page_that_is_cut_or_damaged_is_no_capture(site: Site, cut: bytes) -> None:
    """What came out before the damage is less than the page."""
    assert refused(site, reply(cut, "200 OK", "Content-Encoding: gzip")).partition(":")[0] in {
        "not_fetched",
        "body_undecodable",
    }


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "text/html"),
        (bytes(range(256)) * 20, "text/html"),
        (b"\x7fELF" + bytes(200), "text/plain"),
        (b"{}", "application/json"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
    ],
)
def test_what_is_no_page_is_not_kept(site: Site, body: bytes, kind: str) -> None:
    """Whatever it calls itself."""
    assert "is no page that is read" in refused(site, reply(body, kind=kind))


def test_an_empty_page_is_said_to_be_empty(site: Site) -> None:
    """There is nothing to keep."""
    assert refused(site, reply(b"")).startswith("empty: ")


@pytest.mark.parametrize("status", ["403 Forbidden", "404 Not Found", "500 Internal Server Error"])
def test_a_refusal_is_a_capture(site: Site, status: str) -> None:
    """It tells what the address answered on that day."""
    site.answers["/1"] = reply("", status)
    (captured,), issues = fetched(site, f"{site.origin}/1")
    assert (captured.capture.status, issues) == (int(status[:3]), [])


def test_the_certificate_must_be_that_of_the_name() -> None:
    """Sound for its name, wrong for another, unknown without its authority."""
    with Site({"/1": reply(WORDS)}, certificate=HOST) as sound:
        assert len(fetched(sound, f"{sound.origin}/1")[0]) == 1
        (issue,) = fetched(
            sound, f"https://other.vesselmark.example:{sound.port}/1", {"other.vesselmark.example": [PUBLIC]}
        )[1]
        assert issue.code == "not_fetched"
        assert "does not prove that it is other.vesselmark.example" in issue.message
        assert "/1 was not fetched" in issue.message
    leave = Fetching(ignore_robots=True)
    with Site({"/1": reply(WORDS)}, certificate="other.vesselmark.example") as wrong:
        captures, (issue,) = fetched(wrong, f"{wrong.origin}/1", fetching=leave)
        assert (captures, issue.code, wrong.requests) == ([], "not_fetched", [])
        assert f"does not prove that it is {HOST}" in issue.message
    with Site({"/1": reply(WORDS)}, certificate=HOST) as unknown:
        import ssl

        world = Invented(unknown).world()._replace(tls=ssl.create_default_context)
        fetcher = Fetcher(leave, world, lambda url: None)
        (found,) = [each.found for each in fetcher.fetch(f"{unknown.origin}/1")]
        assert isinstance(found, Issue)
        assert "certificate" in found.message


def test_no_tls_where_it_was_asked_for_is_told(site: Site) -> None:
    """A server that answers in the clear gets no page address out of us."""
    (issue,) = fetched(
        site, site.origin.replace("http://", "https://") + "/1", fetching=Fetching(ignore_robots=True)
    )[1]
    assert "no secure connection" in issue.message
    assert site.paths == []


def test_a_name_that_leads_nowhere_is_told(site: Site) -> None:
    """In one sentence that says what to do."""
    (issue,) = fetched(
        site, "http://nowhere.example/1", {"nowhere.example": []}, Fetching(ignore_robots=True)
    )[1]
    assert issue.message == (
        "http://nowhere.example/1 was not fetched: the name nowhere.example leads nowhere; check its spelling."
    )


@pytest.mark.parametrize("contact", ["a\r\nX-Evil: 1", "pressé", ""])
def test_a_contact_cannot_break_a_header(site: Site, contact: str) -> None:
    """It is refused before anything is asked."""
    with pytest.raises(WrongCall, match="no contact that a header can hold"):
        fetched(site, f"{site.origin}/1", fetching=Fetching(contact=contact))


def test_a_site_knows_who_asks(site: Site) -> None:
    """Name, version, purpose, and the keeper's contact if there is one."""
    site.answers["/1"] = reply(WORDS)
    fetched(site, f"{site.origin}/1", fetching=Fetching(contact="desk@archive.example"))
    for request in site.requests:
        assert b"User-Agent: onrecord/" in request
        assert b"(keeps public statements of officials; desk@archive.example)" in request
