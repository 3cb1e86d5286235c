"""Revisits: what was captured again and found the same."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Callable, Iterable
from itertools import permutations
from pathlib import Path

import pytest

from invented_warcs import PAGE, codes, gzipped, parted, read_bytes, record, response
from onrecord.capture import Captured, Seen, read_captures, read_captures_from, settle
from onrecord.model import Issue

URL = "https://tides.example/talks/1"
FIRST = response(URL, PAGE, "WARC-Record-ID: <urn:uuid:1>", "WARC-Payload-Digest: x:1")
OTHER = b"<p>Another page.</p>"
SHA1 = hashlib.sha1(PAGE, usedforsecurity=False)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

REFERRING = [
    ("WARC-Refers-To: <urn:uuid:1>",),
    (f"WARC-Refers-To-Target-URI: {URL}", "WARC-Refers-To-Date: 2031-04-05T06:07:08Z"),
    ("WARC-Payload-Digest: x:1",),
]


def revisit(*fields: str, head: bytes = HEAD, date: str = "2031-05-05T00:00:00Z") -> bytes:
    """Return a revisit of the page at URL."""
    named = (
        f"WARC-Target-URI: {URL}",
        f"WARC-Date: {date}",
        "Content-Type: application/http; msgtype=response",
    )
    return record("revisit", head, *named, *fields)


@pytest.mark.parametrize("head", [HEAD, b"", b"HTTP/1.1 304 Not Modified\r\n\r\n"])
@pytest.mark.parametrize("fields", REFERRING)
def test_a_revisit_has_its_own_time_and_the_bytes_it_refers_to(
    tmp_path: Path, fields: tuple[str, ...], head: bytes
) -> None:
    """By record id, by address and time, or by digest: the same bytes were there again."""
    stored = [response(URL + "0", OTHER), FIRST, response(URL + "1", OTHER), revisit(*fields, head=head)]
    for name, content in (("a.warc", b"".join(stored)), ("a.warc.gz", gzipped(stored))):
        captures, issues = read_bytes(tmp_path, content, name)
        assert issues == []
        again = captures[-1]
        assert (again.capture.url, again.capture.captured_at) == (URL, "2031-05-05T00:00:00Z")
        assert (again.body, again.capture.digest) == (PAGE, captures[1].capture.digest)
        assert again.capture.locator.offset + again.capture.locator.length == len(content)


def test_a_revisit_far_from_its_page_is_read_again_from_its_place(tmp_path: Path) -> None:
    """Bodies are not kept: the file is read again at the place seen."""
    filler = [response(f"{URL}/{n}", b"%d" % n + b"<p>" * 1_000_000) for n in range(10)]
    for name, stored in (
        ("a.warc", b"".join([FIRST, *filler, revisit("WARC-Payload-Digest: x:1")])),
        ("a.warc.gz", gzipped([FIRST, *filler, revisit("WARC-Payload-Digest: x:1")])),
        (
            "one.warc.gz",
            gzipped([b"".join([response(URL), FIRST, *filler, revisit("WARC-Payload-Digest: x:1")])]),
        ),
    ):
        captures, issues = read_bytes(tmp_path, stored, name)
        assert captures[-1].body == PAGE
        assert codes(issues) in ([], ["records_share_member"])


def test_a_revisit_of_a_revisit_is_resolved(tmp_path: Path) -> None:
    """The chain ends at the bytes."""
    second = revisit("WARC-Record-ID: <urn:uuid:2>", "WARC-Refers-To: <urn:uuid:1>")
    third = revisit("WARC-Refers-To: <urn:uuid:2>", date="2031-06-05T00:00:00Z")
    captures, issues = read_bytes(tmp_path, FIRST + second + third)
    assert issues == []
    assert [captured.body for captured in captures] == [PAGE] * 3


def test_a_revisit_of_what_is_not_there_is_an_issue(tmp_path: Path) -> None:
    """Nothing is made up for bytes that lie elsewhere; the issue names what is missing."""
    captures, issues = read_bytes(tmp_path, revisit("WARC-Refers-To: <urn:uuid:9>") + FIRST)
    assert len(captures) == 1
    assert codes(issues) == ["revisit_unresolved"]
    assert "urn:uuid:9," in issues[0].message
    assert URL in issues[0].message


@pytest.mark.parametrize(
    ("held", "stated", "resolved"),
    [
        ("x:1", "x:2", False),
        ("x:1", "y:2", True),
        (f"sha1:{SHA1.hexdigest()}", f"SHA-1:{base64.b32encode(SHA1.digest()).decode()}", True),
        (f"sha1:{SHA1.hexdigest()}", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", True),
        (f"sha1:{SHA1.hexdigest()}", "sha1:MYDRYD2RBAMMFGLMYNHHYET2AD2BLXWU", False),
    ],
)
def test_a_revisit_that_contradicts_itself_is_not_resolved(
    tmp_path: Path, held: str, stated: str, resolved: bool
) -> None:
    """Another digest of the same algorithm names other bytes, however it is written; that of nothing names none."""
    first = response(URL, PAGE, "WARC-Record-ID: <urn:uuid:1>", f"WARC-Payload-Digest: {held}")
    again = revisit("WARC-Refers-To: <urn:uuid:1>", f"WARC-Payload-Digest: {stated}")
    captures, issues = read_bytes(tmp_path, first + again)
    assert (len(captures), codes(issues)) == ((2, []) if resolved else (1, ["revisit_unresolved"]))


def test_a_digest_that_the_bytes_do_not_have_resolves_nothing(tmp_path: Path) -> None:
    """Whoever refers to a digest means bytes that have it."""
    first = response(URL, PAGE, "WARC-Payload-Digest: sha1:MYDRYD2RBAMMFGLMYNHHYET2AD2BLXWU")
    again = revisit("WARC-Payload-Digest: sha1:MYDRYD2RBAMMFGLMYNHHYET2AD2BLXWU")
    _, issues = read_bytes(tmp_path, first + again)
    assert codes(issues) == ["digest_mismatch", "revisit_unresolved"]


def test_revisits_of_what_is_no_page_are_counted(tmp_path: Path) -> None:
    """Images and redirections seen again are as little pages as the first time."""
    picture = response(URL, b"\x89PNG", "WARC-Record-ID: <urn:uuid:3>", http=("Content-Type: image/png",))
    stored = (
        picture
        + revisit("WARC-Refers-To: <urn:uuid:3>", head=b"")
        + revisit("WARC-Refers-To: <urn:uuid:7>", head=b"HTTP/1.1 301 Moved\r\n\r\n")
        + revisit("WARC-Refers-To: <urn:uuid:7>", head=b"HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\n\r\n")
    )
    captures, issues = read_bytes(tmp_path, stored)
    assert captures == []
    assert codes(issues) == ["status_passed_over", "media_types_passed_over"]
    assert "image/png: 2, image/gif: 1" in issues[1].message


def test_a_pipe_resolves_what_it_still_holds() -> None:
    """A pipe cannot be read again: the latest bodies are kept, older ones are an issue."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    near = gzipped([FIRST, revisit("WARC-Refers-To: <urn:uuid:1>")])
    captures, issues = parted(read_captures_from(Pipe(near), "-"))
    assert ([captured.body for captured in captures], issues) == ([PAGE, PAGE], [])
    filler = [response(f"{URL}/{n}", b"%d" % n + b"<p>" * 1_000_000) for n in range(10)]
    far = gzipped([FIRST, *filler, revisit("WARC-Refers-To: <urn:uuid:1>")])
    _, issues = parted(read_captures_from(Pipe(far), "-"))
    assert codes(issues) == ["revisit_unresolved"]


def read_together(paths: Iterable[Path]) -> tuple[list[Captured], list[Issue]]:
    """Return captures and issues of files that are read in one call."""
    seen = Seen()
    return parted(settle((each for path in paths for each in read_captures(path, seen=seen)), seen))


@pytest.mark.parametrize("fields", REFERRING)
@pytest.mark.parametrize("packed", [gzipped, b"".join])
def test_a_revisit_of_what_another_file_holds_is_resolved(
    tmp_path: Path, fields: tuple[str, ...], packed: Callable[[list[bytes]], bytes]
) -> None:
    """Whichever file comes first: the files of one call are read together."""
    filler = [response(f"{URL}/{n}", b"%d" % n + b"<p>" * 1_000_000) for n in range(6)]
    (tmp_path / "old.warc").write_bytes(packed([response(URL + "0", OTHER), FIRST, *filler]))
    (tmp_path / "new.warc").write_bytes(packed([revisit(*fields)]))
    for order in (("old", "new"), ("new", "old")):
        captures, issues = read_together(tmp_path / f"{name}.warc" for name in order)
        assert issues == []
        (again,) = (each for each in captures if each.capture.captured_at == "2031-05-05T00:00:00Z")
        assert (again.body, again.capture.locator.file) == (PAGE, str(tmp_path / "new.warc"))


def test_a_chain_of_revisits_over_files_in_any_order_ends_at_the_bytes(tmp_path: Path) -> None:
    """What a revisit refers to may be a revisit that was itself only resolved later."""
    (tmp_path / "3.warc").write_bytes(revisit("WARC-Refers-To: <urn:uuid:2>", date="2031-06-05T00:00:00Z"))
    (tmp_path / "2.warc").write_bytes(revisit("WARC-Record-ID: <urn:uuid:2>", "WARC-Refers-To: <urn:uuid:1>"))
    (tmp_path / "1.warc").write_bytes(FIRST)
    for order in permutations("123"):
        captures, issues = read_together(tmp_path / f"{name}.warc" for name in order)
        assert ([captured.body for captured in captures], issues) == ([PAGE] * 3, [])


def test_revisits_of_what_is_no_page_in_a_later_file_are_counted(tmp_path: Path) -> None:
    """The count names the file with the revisit."""
    (tmp_path / "1.warc").write_bytes(revisit("WARC-Refers-To: <urn:uuid:3>", head=b""))
    picture = response(URL, b"\x89PNG", "WARC-Record-ID: <urn:uuid:3>", http=("Content-Type: image/png",))
    (tmp_path / "2.warc").write_bytes(picture)
    captures, issues = read_together([tmp_path / "1.warc", tmp_path / "2.warc"])
    assert (captures, codes(issues)) == ([], ["media_types_passed_over"] * 2)
    assert "1.warc" in issues[1].message
