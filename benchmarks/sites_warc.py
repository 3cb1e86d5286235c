"""Generated captures as WARC records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from sites_gold import GeneratedPage


def warc_record(page: GeneratedPage, n: int) -> bytes:
    """Return a capture as a WARC response record; `n` makes its id."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.html.encode()
    head = "\r\n".join((
        "WARC/1.1", "WARC-Type: response", f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{n:012}>",
        f"WARC-Target-URI: {page.url}", f"WARC-Date: {page.captured_at}",
        "Content-Type: application/http; msgtype=response", f"Content-Length: {len(block)}",
    ))  # fmt: skip
    return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def write_warc(pages: Iterable[GeneratedPage], out: BinaryIO) -> None:
    """Write the captures one by one."""
    for n, page in enumerate(pages):
        out.write(warc_record(page, n))
