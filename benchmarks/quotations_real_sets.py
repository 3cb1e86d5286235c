"""The record and the articles of `quotations_real`: transcripts and messages of the development sets."""

from __future__ import annotations

import html
import io
import re
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from onrecord import Archive
from onrecord.capture import Captured, read_captures
from turns_sets import debates

FIRST_LATE = "2022-05-01"
"""What the feed showed first on this day or later is article, not record."""

_NAMED_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)_")


class Given(NamedTuple):
    """An article as it is given to `review`."""

    set: str
    name: str
    body: bytes
    url: str | None
    posted_on: str | None


def build_record(data: Path, folder: Path) -> None:
    """Keep the transcripts and the early part of the feed in a new archive."""
    with tempfile.TemporaryDirectory() as scratch:
        pages = Path(scratch) / "pages"
        pages.mkdir()
        for page in debates(data, False):
            named = _NAMED_DAY.match(page.name)
            day = date(*map(int, named.groups())) if named else None
            title = f"Debate transcript, {day:%B} {day.day}, {day.year}" if day else page.name
            markup = page.markup.replace("<body>", f"<body><h1>{title}</h1>", 1)
            markup = re.sub(r"<title>.*?</title>", f"<title>{title}</title>", markup, count=1)
            path = pages / f"{page.name}.html"
            path.write_text(markup, encoding="utf-8")
            url = f"https://transcripts.example/{page.name.removesuffix('.tsv')}"
            Archive.add_to(
                folder, path, url=url, captured_at="2022-01-01T00:00:00Z", now="2026-01-01T00:00:00Z"
            )
        early = Path(scratch) / "early.warc.gz"
        whole = (data / "whitehouse-feed" / "captures.warc.gz").read_bytes()
        early.write_bytes(whole[: _first_late(data)])
        Archive.add_to(folder, early, now="2026-01-01T00:00:00Z")


def _first_late(data: Path) -> int:
    """Where in the feed's file the first response of the late part begins; its records stand in order of time."""
    for found in read_captures(data / "whitehouse-feed" / "captures.warc.gz"):
        if isinstance(found, Captured) and (found.capture.captured_at or "") >= FIRST_LATE:
            return found.capture.locator.offset or 0
    raise SystemExit("The feed has no late part.")


def articles(data: Path) -> Iterator[Given]:
    """Yield the news articles, then the late messages of the feed at addresses that the early part has not."""
    with tarfile.open(data / "polnear-train" / "articles.tar.gz") as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            extracted = tar.extractfile(member) if member.name.endswith(".txt") else None
            if extracted is not None:
                name = member.name.rsplit("/", 1)[-1][:-4]
                day = re.search(r"_(\d{4}-\d\d-\d\d)_", name)
                yield Given("polnear-train", name, extracted.read(), None, day[1] if day else None)
    seen: set[str] = set()
    for found in read_captures(data / "whitehouse-feed" / "captures.warc.gz"):
        if not isinstance(found, Captured) or found.capture.url is None or found.capture.url in seen:
            continue
        seen.add(found.capture.url)
        if (found.capture.captured_at or "") >= FIRST_LATE:
            words = _words_of(found.body.decode("utf-8", "replace")).encode()
            yield Given("whitehouse-feed", found.capture.url, words, found.capture.url, None)


def _words_of(markup: str) -> str:
    """The words of a message, a paragraph a line: offsets in them hold whatever the reader makes of its page."""
    text = re.sub(r"(?s)<head.*?</head>|<!--.*?-->", "", markup)
    text = re.sub(r"(?i)</(?:p|div|li|h\d|blockquote|article)>|<br[^>]*>", "\n", text)
    text = html.unescape(re.sub(r"<[^>]+>", "", text)).replace("\u00a0", " ")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line) + "\n"


def opened(given: Given) -> io.BytesIO:
    """Return an article as a stream."""
    return io.BytesIO(given.body)
