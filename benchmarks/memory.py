"""How much memory reading a large WARC takes: the peak of a process that reads it through `read_captures`.

    python benchmarks/memory.py [--gigabytes 1] [--gzip] [--folder DIR]

The WARC is made of generated pages of 4 to 120 kB, one in eight a revisit, and in each gigabyte two pages of the
largest size that is taken (one of them gzipped and chunked). It is deleted at the end.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.capture import BODY_LIMIT, Captured, decode, read_captures
from onrecord.model import Issue

WORDS = [
    "harbour",
    "tide",
    "minister",
    "question",
    "answer",
    "treaty",
    "coast",
    "barrier",
    "embassy",
    "consultation",
    "vessel",
    "signed",
    "agreed",
]
GIGABYTE = 1_000_000_000
PAGE_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def record(kind: str, block: bytes, n: int, refers_to: int | None = None) -> bytes:
    fields = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{n:012}>",
        f"WARC-Target-URI: https://tides.example/talks/{n}",
        f"WARC-Date: 2031-04-05T06:{n // 60 % 60:02}:{n % 60:02}Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    ]
    if refers_to is not None:
        fields.append(f"WARC-Refers-To: <urn:uuid:00000000-0000-0000-0000-{refers_to:012}>")
    return "\r\n".join(fields).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def page(chance: random.Random, size: int, stock: bytes) -> bytes:
    at = chance.randrange(len(stock) - size) if size < len(stock) else 0
    text = (stock[at : at + size] * (size // len(stock) + 1))[:size]
    return b"<!doctype html><title>Talks</title><p>" + text


def records() -> Iterator[bytes]:
    """Yield records without end, the same on each run."""
    chance = random.Random(1)
    paragraphs = (" ".join(chance.choices(WORDS, k=60)) for _ in range(5_000))
    stock = "</p>\n<p>".join(paragraphs).encode()
    n = written = 0
    while True:
        n += 1
        if n % 8 == 0:
            one = record(
                "revisit", PAGE_HEAD + b"\r\n", n, chance.randrange(max(1, n - 5_000), n) // 8 * 8 + 1
            )
        else:
            one = record(
                "response", PAGE_HEAD + b"\r\n" + page(chance, chance.randrange(4_000, 120_000), stock), n
            )
        if written % GIGABYTE + len(one) >= GIGABYTE or written == 0:
            yield from largest(chance, stock, n)
        written += len(one)
        yield one


def largest(chance: random.Random, stock: bytes, n: int) -> Iterator[bytes]:
    """Yield the two pages that need the most memory."""
    body = page(chance, BODY_LIMIT - 100, stock)
    coded = gzip.compress(body, 1)
    pieces = (
        b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in (coded[:1000], coded[1000:])) + b"0\r\n\r\n"
    )
    yield record("response", PAGE_HEAD + b"\r\n" + body, n)
    yield record(
        "response", PAGE_HEAD + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + pieces, n
    )


def write_warc(out: BinaryIO, size: int, gzipped: bool) -> None:
    for one in records():
        out.write(gzip.compress(one, 1, mtime=0) if gzipped else one)
        if out.tell() >= size:
            return


def read(path: Path, decoding: bool) -> None:
    """Read the WARC and print what it took; run in a process of its own."""
    counts: Counter[str] = Counter()
    began = time.perf_counter()
    for item in read_captures(path):
        if isinstance(item, Captured):
            counts["captures"] += 1
            counts["bytes"] += len(item.body)
            if decoding:
                counts["characters"] += len(decode(item).text)
        else:
            counts[item.code if isinstance(item, Issue) else "revisits not resolved"] += 1
    wall = time.perf_counter() - began
    usage = resource.getrusage(resource.RUSAGE_SELF)
    cpu = usage.ru_utime + usage.ru_stime
    stored = path.stat().st_size
    print(f"{stored / 1e9:.2f} GB stored, {counts['bytes'] / 1e9:.2f} GB of bodies, {dict(counts)}")
    print(f"peak memory {usage.ru_maxrss / 1024:.0f} MiB")
    print(f"{cpu:.1f} s CPU, {wall:.1f} s wall, {stored / cpu / 1e6:.0f} MB stored per CPU second")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    asked.add_argument("--gigabytes", type=float, default=1.0)
    asked.add_argument("--gzip", action="store_true", help="one gzip member a record, as crawlers write")
    asked.add_argument("--decode", action="store_true", help="decode the bodies into text, too")
    asked.add_argument("--folder", help="where the temporary file goes")
    asked.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    arguments = asked.parse_args()
    if arguments.read is not None:
        read(arguments.read, arguments.decode)
        return
    with tempfile.NamedTemporaryFile(suffix=".warc", dir=arguments.folder) as out:
        write_warc(out, int(arguments.gigabytes * GIGABYTE), arguments.gzip)  # type: ignore[arg-type]
        out.flush()
        command = [sys.executable, __file__, "--read", out.name]
        subprocess.run(command + ["--decode"] * arguments.decode, check=True, env=os.environ)


if __name__ == "__main__":
    main()
