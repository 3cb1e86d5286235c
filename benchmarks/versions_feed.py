"""The versions of a real feed as captures of generated sites: most of them unchanged, with a redesign and stand-ins between.

Nothing of the feed is kept. What is true of a step between two captures is told from the feed's own pages, by a splitter of
the benchmarks' own: whether letters differ, only spacing, or nothing.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from random import Random
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from onrecord.capture import Captured, decode, read_captures
from sites_generator import Site
from sites_page import PageWriter
from turns_pages import split_markup

EVERY = timedelta(days=2)
STAND_INS = ("refused", "check", "error", "shell", "cut", "cut_silently")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc]")
WORDS = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True)
class Content:
    """One content of an address of the feed: its title, markup and text, and the line that tells its day."""

    title: str
    markup: str
    text: str
    day: datetime

    @property
    def words(self) -> list[str]:
        """Return the words of title and text as printed."""
        return WORDS.findall(_UNSEEN.sub("", f"{self.title}\n{self.text}"))

    @property
    def letters(self) -> str:
        """Return all that is printed, without spacing."""
        return "".join(_UNSEEN.sub("", self.title + self.text).split())


@dataclass(frozen=True)
class Address:
    """An address of the feed with its contents in the order in which they were seen; some come back."""

    url: str
    states: tuple[tuple[int, Content], ...]


@dataclass(frozen=True)
class Step:
    """What is true between two captures that show the statement: the edit's kind, and the times of the captures."""

    truth: str
    old: tuple[int, Content]
    new: tuple[int, Content]
    between: tuple[str, str]
    over_redesign: bool

    def changed_words(self) -> tuple[Counter[str], Counter[str]]:
        """Return the words that stand on one side more often than on the other."""
        old, new = Counter(self.old[1].words), Counter(self.new[1].words)
        return old - new, new - old


@dataclass
class Replayed:
    """The captures of one site as WARC records, and what is true of each address by its new address."""

    records: list[tuple[str, bytes]] = field(default_factory=list)
    steps: dict[str, list[Step]] = field(default_factory=dict)
    feed_url: dict[str, str] = field(default_factory=dict)
    stand_ins: Counter[str] = field(default_factory=Counter)
    captures: int = 0
    texts: dict[str, set[str]] = field(default_factory=dict)
    """The distinct texts of each address, by their letters, as whole captures show them."""
    amiss: dict[str, set[str]] = field(default_factory=dict)
    """The times of the captures of each address that show something else, or not all."""


def read_feed(warc: Path, key: Path) -> list[Address]:
    """Return the addresses of the feed, those with several contents first."""
    contents = {}
    for found in read_captures(warc):
        if isinstance(found, Captured):
            contents[found.capture.digest.removeprefix("sha256:")] = found
    addresses = []
    for line in key.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        states = tuple((n, _content(contents[sha], date)) for n, sha, date in _states(told))
        addresses.append(Address(told["url"], states))
    return sorted(addresses, key=lambda each: -len(each.states))


def _states(told: dict[str, Any]) -> list[tuple[int, str, str]]:
    runs = [
        (run[0], each["version"], each["sha256"], each["pub_date"])
        for each in told["versions"]
        for run in each.get("runs", [[each["first_seen"], each["last_seen"]]])
    ]
    states: list[tuple[int, str, str]] = []
    for _, n, sha, date in sorted(runs):
        if not states or states[-1][0] != n:
            states.append((n, sha, date))
    return states


def _content(captured: Captured, date: str) -> Content:
    page = LexborHTMLParser(decode(captured).text)
    article, title = page.css_first("article"), page.css_first("title")
    assert article is not None
    assert title is not None
    html = article.html or ""
    text = "\n".join(piece.text for piece in split_markup(html))
    markup = html.removeprefix("<article>").removesuffix("</article>")
    return Content(" ".join(title.text().split()), markup, text, parsedate_to_datetime(date))


def truth_of(old: Content, new: Content, line_of: Any) -> str:
    """Return what a step is: edit, spacing, date or none."""
    if old.letters != new.letters:
        return "edit"
    if old.words != new.words:
        return "spacing"
    return "date" if line_of(old) != line_of(new) else "none"


def english_sites(seed: int) -> Iterator[Site]:
    """Yield generated sites in English that are redesigned in the middle of their lives."""
    number = seed * 1000
    while True:
        site = Site(number, 40)
        if site.world.tongue.code == "en" and len(site.habits) == 2:
            yield site
        number += 1


def replay(site: Site, addresses: list[Address], unchanged: int, amiss: float) -> Replayed:
    """Return the captures of a site whose statements are these: each content captured so many times, the site redesigned.

    Of a hundred captures so many as `amiss` tells show something else: a refusal, an error, a shell, a page cut off.
    """
    replayed = Replayed()
    begins = site.world.posted(12)
    longest = max(len(each.states) for each in addresses) * unchanged
    middle = begins + EVERY * longest / 2
    for i, address in enumerate(addresses):
        _replay_address(site, replayed, 12 + i, address, (begins, middle, longest), unchanged, amiss)
    replayed.records.sort(key=lambda each: each[0])
    return replayed


def _replay_address(
    site: Site, replayed: Replayed, n: int, address: Address, life: tuple[datetime, datetime, int],
    unchanged: int, amiss: float,
) -> None:  # fmt: skip
    begins, middle, longest = life
    chance = Random(f"{site.seed}/replay/{n}")
    url = f"https://{site.world.host}/statements/{n}-{chance.randrange(10**6)}"
    replayed.feed_url[url] = address.url
    shown = [state for state in address.states for _ in range(unchanged)]
    pace = EVERY * longest / len(shown)  # each address lives through the redesign
    last: tuple[tuple[int, Content], str, int] | None = None
    steps: list[Step] = []
    for i, (number, content) in enumerate(shown):
        moment = begins + pace * i + timedelta(seconds=chance.randrange(80_000))
        at = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        epoch = 1 if moment >= middle else 0
        writer = PageWriter(
            site.world, site.pens[epoch], epoch, moment, Random(f"{site.seed}/capture/{n}/{i}")
        )

        def line_of(each: Content, epoch: int = epoch) -> str:
            return site.world.tongue.long_date(each.day.date(), site.habits[epoch].long_date)

        html, _ = writer.wrapped(content.title, content.markup, content.text, line_of(content))
        replayed.captures += 1
        if last is not None and chance.random() < amiss:
            kind = chance.choice(STAND_INS)
            replayed.stand_ins[kind] += 1
            replayed.amiss.setdefault(url, set()).add(at)
            replayed.records.append((at, stand_in(kind, html, url, at, replayed.captures)))
            continue
        replayed.records.append((at, warc_record("200 OK", html.encode(), url, at, replayed.captures)))
        replayed.texts.setdefault(url, set()).add(content.letters)
        if last is not None:
            before, was_at, was_epoch = last
            truth = truth_of(before[1], content, line_of)
            steps.append(Step(truth, before, (number, content), (was_at, at), epoch != was_epoch))
        last = ((number, content), at, epoch)
    replayed.steps[url] = steps


def stand_in(kind: str, html: str, url: str, at: str, n: int) -> bytes:
    """Return a capture that is not the page: refused, a check of visitors, an error, a shell, or cut off."""
    body = html.encode()
    cut = body[: len(body) * 6 // 10]
    if kind == "refused":
        return warc_record(
            "403 Forbidden",
            b"<html><title>Forbidden</title><h1>Forbidden</h1><p>You may not see this.",
            url,
            at,
            n,
        )
    if kind == "check":
        check = b"<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing the site.</p></body></html>"
        return warc_record("200 OK", check, url, at, n)
    if kind == "error":
        return warc_record(
            "503 Service Unavailable", b"<html><title>Unavailable</title><h1>503</h1>", url, at, n
        )
    if kind == "shell":
        shell = b'<html><head><title>Office</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>'
        return warc_record("200 OK", shell, url, at, n)
    return warc_record("200 OK", cut, url, at, n, length=len(body) if kind == "cut" else None)


def warc_record(status: str, body: bytes, url: str, at: str, n: int, *, length: int | None = None) -> bytes:
    """Return a WARC response record; `length` is what the HTTP header claims, if that is another than the body has."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length or len(body)}\r\n\r\n"
    block = http.encode() + body
    head = "\r\n".join((
        "WARC/1.1", "WARC-Type: response", f"WARC-Record-ID: <urn:uuid:{abs(hash((url, at))) % 10**8:08}-0000-0000-0000-{n:012}>",
        f"WARC-Target-URI: {url}", f"WARC-Date: {at}", "Content-Type: application/http; msgtype=response", f"Content-Length: {len(block)}",
    ))  # fmt: skip
    return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
