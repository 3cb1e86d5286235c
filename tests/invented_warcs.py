"""WARC records built byte by byte, right and wrong, about invented places."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

from onrecord.capture import Captured, Found, Revisit, read_captures, unresolved
from onrecord.model import Issue

PAGE = b"<!doctype html><title>Ministry of Tides</title><p>The harbour of Ostrava Bay stays open.</p>"


def record(kind: str, block: bytes, *fields: str, version: str = "1.0", length: int | None = None) -> bytes:
    """Return one WARC record; `length` is the Content-Length it claims, if not its own."""
    size = len(block) if length is None else length
    lines = [f"WARC/{version}", f"WARC-Type: {kind}", *fields, f"Content-Length: {size}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(
    url: str,
    body: bytes = PAGE,
    *fields: str,
    date: str = "2031-04-05T06:07:08Z",
    status: str = "200 OK",
    http: Iterable[str] = ("Content-Type: text/html; charset=utf-8",),
) -> bytes:
    """Return a response record of an HTTP answer."""
    head = "\r\n".join([f"HTTP/1.1 {status}", *http]).encode() + b"\r\n\r\n"
    named = (
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {date}",
        "Content-Type: application/http; msgtype=response",
    )
    return record("response", head + body, *named, *fields)


def gzipped(records: Iterable[bytes]) -> bytes:
    """Return the records as they stand in a .warc.gz: one gzip member each."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def read_bytes(folder: Path, stored: bytes, name: str = "a.warc") -> tuple[list[Captured], list[Issue]]:
    """Return the captures and the issues read from a file with these bytes."""
    path = folder / name
    path.write_bytes(stored)
    return parted(read_captures(path))


def parted(items: Iterable[Found]) -> tuple[list[Captured], list[Issue]]:
    """Return captures and issues apart, an unresolved revisit as the issue that it is."""
    captures: list[Captured] = []
    issues: list[Issue] = []
    for item in items:
        if isinstance(item, Captured):
            captures.append(item)
        else:
            issues.append(unresolved(item) if isinstance(item, Revisit) else item)
    return captures, issues


def codes(issues: Iterable[Issue]) -> list[str]:
    """Return the codes of the issues in their order."""
    return [issue.code for issue in issues]
