"""Mutated files of every format that is taken: each must be read, or named as what it is; in bounds, with no traceback.

    python benchmarks/hostile.py [--seed 5] [--inputs 2000] [--folder DIR] [--show N]

Sound files of all formats (those that the tests build: invented) are cut, flipped, spliced with one another, given wrong
lengths, doubled, blanked and named otherwise; each is read by `read` as anybody would. Counted are: *read* (at least one
Reading with text), *named* (an issue or a refusal says what is wrong, and nothing else came), *silent* (neither: must be
0), *reader failed* (an issue that hides a traceback: must be 0) and *tracebacks* (must be 0). Time is processor time of one
input with its child processes, memory the peak of this process, and that of the largest child. The seed is printed.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from invented_formats import TITLE, around, lines_pdf, p, rss, two_columns, word, zipped
from invented_warcs import PAGE, gzipped, response
from onrecord import Issue, Reading, read
from onrecord.errors import OnrecordError

_SECONDS = 120
TURNS = "".join(
    f"<p><b>QUESTION:</b> Is the treaty number {n} still in force?</p><p><b>MINISTER KORR:</b> It is, for all ships.</p>"
    for n in range(12)
)
HTML = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{TURNS}</body></html>"
TEXT = "\n\n".join(
    ["QUESTION: Is the harbour open?", "MINISTER KORR: It is open, and it stays open for all ships."] * 12
)
ITEM = (
    "<item><title>{title}</title><link>https://tides.example/{n}</link><pubDate>Tue, 03 Jun 2031 10:00:00 GMT</pubDate>"
    "<content:encoded><![CDATA[{turns}]]></content:encoded></item>"
)
HEADER = "Message-ID: <1@tides.example>\r\nDate: Tue, 3 Jun 2031 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"


def mail(html: bool) -> bytes:
    kind = "text/html" if html else "text/plain"
    return f"{HEADER}Subject: {TITLE}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{HTML if html else TEXT}".encode()


def mhtml() -> bytes:
    head = f"{HEADER}Snapshot-Content-Location: https://tides.example/1\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    part = f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://tides.example/1\r\n\r\n{HTML}\r\n"
    return f"{head}{part}--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n--b--\r\n".encode()


def arc() -> bytes:
    head = b"1 0 Ministry\nURL IP-address Archive-date Content-type Archive-length\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML.encode()
    first = b"filedesc://a.arc 0.0.0.0 20310405060708 text/plain %d\n%b\n" % (len(head), head)
    line = b"https://tides.example/%d 192.0.2.7 20310405060708 text/html %d\n"
    return first + b"".join(line % (n, len(answer)) + answer + b"\n" for n in range(3))


def atom() -> bytes:
    entry = (
        f"<entry><title>{TITLE}</title><link href='https://tides.example/1'/><id>urn:1</id><updated>2031-06-03T10:00:00Z</updated>"
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{TURNS}</div></content></entry>"
    )
    return f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Talks</title>{entry}</feed>".encode()


def pages() -> bytes:
    """Return the records of a WARC: pages under several codings, and other formats as servers send them."""
    http = "Content-Type: text/html; charset=utf-8"
    packed = response(
        "https://tides.example/2", gzip.compress(HTML.encode()), http=(http, "Content-Encoding: gzip")
    )
    feed = response("https://tides.example/feed", feed_of(2), http=("Content-Type: application/rss+xml",))
    text = response("https://tides.example/a.docx", talk(), http=("Content-Type: application/octet-stream",))
    return b"|".join(
        [
            response("https://tides.example/1", HTML.encode()),
            packed,
            feed,
            text,
            response("https://tides.example/3", PAGE),
        ]
    )


def feed_of(items: int) -> bytes:
    return rss(*(ITEM.format(title=TITLE, n=n, turns=TURNS) for n in range(items)))


def talk() -> bytes:
    body = p(TITLE, style="T") + "".join(
        p("*QUESTION: ", "Is it open?") + p("*MINISTER KORR: ", "It is open.") for _ in range(20)
    )
    return word(body, {"word/header1.xml": around("hdr", p("Ministry of Tides"))})


def sound_files() -> dict[str, bytes]:
    """Return a sound file of each format by its name."""
    warc = pages().split(b"|WARC/")
    records = [warc[0], *(b"WARC/" + each for each in warc[1:])]
    transcript = [
        f"<b>QUESTION:</b> Is the treaty number {n} in force? " + "It is, for all ships. " * 9
        for n in range(30)
    ]
    post = {"title": {"rendered": TITLE}, "date": "2031-06-03", "content": {"rendered": TURNS}}
    return {
        "page.html": HTML.encode(), "page.txt": TEXT.encode(), "wide.html": HTML.encode("utf-16"),
        "pages.warc": b"".join(records), "pages.warc.gz": gzipped(records), "whole.warc.gz": gzip.compress(b"".join(records)),
        "pages.arc": arc(), "pages.arc.gz": gzip.compress(arc()),
        "pages.wacz": zipped({"archive/a.warc.gz": gzipped(records), "datapackage.json": "{}"}, stored=["archive/a.warc.gz"]),
        "packed.wacz": zipped({"archive/a.warc": b"".join(records), "pages/pages.jsonl": "{}"}),
        "columns.pdf": two_columns(transcript), "lines.pdf": lines_pdf(["Words of the talk."] * 30, ["More words."] * 20),
        "talk.docx": talk(), "feed.xml": feed_of(5), "atom.xml": atom(), "post.json": json.dumps(post).encode(),
        "page.mhtml": mhtml(), "mail.eml": mail(html=False), "page.eml": mail(html=True),
    }  # fmt: skip


def _cut(body: bytearray, rng: random.Random, _: list[bytes]) -> bytearray:
    return body[: rng.randrange(len(body))] if rng.random() < 0.7 else body[rng.randrange(len(body)) :]


def _flip(body: bytearray, rng: random.Random, _: list[bytes]) -> bytearray:
    for _n in range(rng.choice((1, 3, 20, 200))):
        body[rng.randrange(len(body))] = rng.randrange(256)
    return body


def _splice(body: bytearray, rng: random.Random, others: list[bytes]) -> bytearray:
    other = rng.choice(others)
    start = rng.randrange(len(other))
    at = rng.randrange(len(body))
    return body[:at] + other[start : start + rng.randrange(1, 4000)] + body[at + rng.randrange(2000) :]


def _wrong_length(body: bytearray, rng: random.Random, _: list[bytes]) -> bytearray:
    """Change numbers: digits of headers and cross-references, or four bytes that may be a length."""
    digits = [n for n, byte in enumerate(body) if 48 <= byte < 58]
    for _n in range(rng.choice((1, 4, 16))):
        if digits and rng.random() < 0.6:
            body[rng.choice(digits)] = rng.randrange(48, 58)
        else:
            at = rng.randrange(len(body))
            body[at : at + 4] = rng.choice(
                (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", rng.randbytes(4))
            )
    return body


def _double(body: bytearray, rng: random.Random, _: list[bytes]) -> bytearray:
    start = rng.randrange(len(body))
    return body[:start] + body[start : start + rng.randrange(1, 3000)] * rng.choice((2, 9, 60)) + body[start:]


def _blank(body: bytearray, rng: random.Random, _: list[bytes]) -> bytearray:
    start = rng.randrange(len(body))
    length = min(rng.randrange(1, 3000), len(body) - start)
    body[start : start + length] = bytes([rng.choice((0, 32, 255, 60, 10))]) * length
    return body


def _repack(body: bytearray, rng: random.Random, others: list[bytes]) -> bytearray:
    """Mutate what is inside a ZIP or gzip file, so that its own checks hold."""
    try:
        if body[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(bytes(body))) as opened:
                members = {each.filename: opened.read(each) for each in opened.infolist()}
            name = rng.choice(list(members))
            members[name] = bytes(rng.choice(_PLAIN)(bytearray(members[name] or b" "), rng, others))
            return bytearray(zipped(dict(members)))
        if body[:2] == b"\x1f\x8b":
            return bytearray(
                gzip.compress(bytes(rng.choice(_PLAIN)(bytearray(gzip.decompress(bytes(body))), rng, others)))
            )
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError, NotImplementedError):
        pass
    return _flip(body, rng, others)


Mutation = Callable[[bytearray, random.Random, list[bytes]], bytearray]
_PLAIN: tuple[Mutation, ...] = (_cut, _flip, _splice, _wrong_length, _double, _blank)
MUTATIONS: tuple[Mutation, ...] = (*_PLAIN, _repack)


class Outcome(NamedTuple):
    """What came of one input."""

    kind: str
    seconds: float
    said: str


def outcome_of(path: Path) -> Outcome:
    """Return what came of reading a file."""
    began = _processor_time()
    texts = 0
    issues: list[Issue] = []
    try:
        signal.alarm(_SECONDS)
        for found in read(path):
            if isinstance(found, Reading):
                texts += bool(found.page.text.strip())
                issues += found.issues
            else:
                issues.append(found)
        kind = "read" if texts else "named" if issues else "silent"
        failed = [issue.message for issue in issues if issue.code in ("reader_failed", "not_learnt_from")]
        said = failed[0] if failed else ""
        kind = "reader failed" if failed else kind
    except OnrecordError as refused:
        kind, said = "named", str(refused)
    except TimeoutError:
        kind, said = "too slow", ""
    except BaseException:  # noqa: BLE001 - what is looked for
        kind, said = "traceback", traceback.format_exc()
    finally:
        signal.alarm(0)
    return Outcome(kind, _processor_time() - began, said)


def _processor_time() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _late(*_: object) -> None:
    raise TimeoutError


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--folder", type=Path, help="where inputs that fail are kept")
    parser.add_argument("--show", type=int, default=5)
    asked = parser.parse_args()
    signal.signal(signal.SIGALRM, _late)
    rng = random.Random(asked.seed)
    files = sound_files()
    names, others = sorted(files), list(files.values())
    counted: dict[str, Counter[str]] = {name: Counter() for name in names}
    shown, slowest = 0, (0.0, "")
    print(f"seed {asked.seed}, {asked.inputs} inputs out of {len(names)} sound files")
    with tempfile.TemporaryDirectory() as scratch:
        for n in range(asked.inputs):
            name = names[n % len(names)]
            body = bytearray(files[name])
            used = [rng.choice(MUTATIONS) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
            for mutation in used:
                body = mutation(body or bytearray(b" "), rng, others)
            called = rng.choice(names) if rng.random() < 0.15 else name
            path = Path(scratch) / called
            path.write_bytes(body)
            outcome = outcome_of(path)
            counted[name][outcome.kind] += 1
            slowest = max(slowest, (outcome.seconds, f"input {n}, {name} as {called}"))
            if outcome.kind not in ("read", "named"):
                if asked.folder is not None:
                    asked.folder.mkdir(parents=True, exist_ok=True)
                    (asked.folder / f"{n}-{called}").write_bytes(body)
                if shown < asked.show:
                    shown += 1
                    print(
                        f"input {n} ({name} as {called}, {[each.__name__ for each in used]}): {outcome.kind}\n{outcome.said}"
                    )
            path.unlink()
    _tell(counted, slowest)


def _tell(counted: dict[str, Counter[str]], slowest: tuple[float, str]) -> None:
    kinds = ("read", "named", "silent", "reader failed", "too slow", "traceback")
    print(f"{'':16}" + "".join(f"{kind:>15}" for kind in kinds))
    for name, counts in counted.items():
        print(f"{name:16}" + "".join(f"{counts[kind]:15}" for kind in kinds))
    total = sum(counted.values(), Counter())
    print(f"{'all':16}" + "".join(f"{total[kind]:15}" for kind in kinds))
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(f"slowest: {slowest[0]:.1f} s of processor time ({slowest[1]})")
    print(f"peak memory: {own} MB, the largest child process {child} MB")


if __name__ == "__main__":
    main()
